//! Links are drafted, looked at, changed and adopted.

use crate::world::*;
use kit::{Site, db::Sql, testing::both, web::api::Once};
use links::desk::{
    draft::{LinkDraftWanted, LinkLineWanted, add, adopt, give, give_up, look, make, remove},
    kind,
};
use links::queries::candidates;
use links_rules::{DraftId, DraftStage, End, KindId, Side};

async fn drafted(site: &Site, kind: KindId) -> DraftId {
    let wanted = LinkDraftWanted { since: site.today() };
    make(site, &clerk(), kind, wanted, &Once::default()).await.unwrap().id
}

#[test]
fn links_are_spread_evenly_near_first_and_begin_when_the_draft_is_adopted() {
    both(async |site| {
        found(&site).await;
        let kind = made(&site).await.id;
        let draft = drafted(&site, kind).await;
        let it = look(&site, &clerk(), draft).await.unwrap();
        assert_eq!(it.lines.len(), 6);
        for n in [1, 2] {
            let own: Vec<&End> = it
                .lines
                .iter()
                .filter(|(_, one, _)| *one == End::Person(person(n)))
                .map(|(_, _, other)| other)
                .collect();
            assert_eq!(own.len(), 3, "{own:?}");
            assert!(!own.contains(&&End::Person(person(n))), "nobody links themselves");
        }
        assert!(it.uncovered.is_empty() && it.short.is_empty());
        let twice = make(&site, &clerk(), kind, LinkDraftWanted { since: site.today() }, &Once::default()).await;
        assert_eq!(why(twice.unwrap_err()), "links-refused-draft-open");
        adopt(&site, &clerk(), draft).await.unwrap();
        assert_eq!(look(&site, &clerk(), draft).await.unwrap().draft.stage, DraftStage::Adopted);
        assert_eq!(why(adopt(&site, &clerk(), draft).await.unwrap_err()), "links-refused-draft-over");
        let again = drafted(&site, kind).await;
        let it = look(&site, &clerk(), again).await.unwrap();
        assert_eq!((it.plan.kept.len(), it.lines.len()), (6, 0), "links that stand are kept");
        assert_eq!(why(adopt(&site, &clerk(), again).await.unwrap_err()), "links-refused-draft-empty");
        give_up(&site, &clerk(), again).await.unwrap();
        sound(&site).await;
    });
}

#[test]
fn the_office_takes_lines_out_gives_them_to_others_and_adds_some() {
    both(async |site| {
        found(&site).await;
        let kind = made(&site).await.id;
        let draft = drafted(&site, kind).await;
        let it = look(&site, &clerk(), draft).await.unwrap();
        let (n, one, other) = it.lines.iter().find(|(_, _, other)| *other == End::Person(person(6))).cloned().unwrap();
        remove(&site, &clerk(), draft, n).await.unwrap();
        let it = look(&site, &clerk(), draft).await.unwrap();
        assert_eq!(it.uncovered.len(), 1);
        assert_eq!(it.uncovered[0].why, None, "somebody could still be found");
        let wanted = LinkLineWanted { one: one.to_string(), other: other.to_string() };
        add(&site, &clerk(), draft, wanted.clone()).await.unwrap();
        assert_eq!(why(add(&site, &clerk(), draft, wanted).await.unwrap_err()), "links-refused-linked-twice");
        let it = look(&site, &clerk(), draft).await.unwrap();
        let (n, ..) = it.lines.iter().find(|(_, _, to)| *to == other).cloned().unwrap();
        let another = if one == End::Person(person(1)) { person(2) } else { person(1) };
        give(&site, &clerk(), draft, n, &another.to_string()).await.unwrap();
        let nobody = give(&site, &clerk(), draft, n, &person(5).to_string()).await;
        assert_eq!(why(nobody.unwrap_err()), "links-refused-not-on-side");
        let it = look(&site, &clerk(), draft).await.unwrap();
        assert!(it.lines.contains(&(n, End::Person(another), other)));
        for who in [leader(), deputy(1), stranger()] {
            assert!(adopt(&site, &who, draft).await.is_err(), "{}", who.name);
        }
        adopt(&site, &clerk(), draft).await.unwrap();
        sound(&site).await;
    });
}

#[test]
fn who_left_the_committee_is_taken_from_their_links_with_the_next_draft() {
    both(async |site| {
        found(&site).await;
        let kind = made(&site).await.id;
        adopted(&site, kind).await;
        let mut tx = site.db().begin().await.unwrap();
        let sql = Sql::new("update mandate_role set ended = '2022-06-30' where id = {}").bind(id::<()>(10, 2));
        run(&mut tx, sql).await;
        tx.commit().await.unwrap();
        let draft = drafted(&site, kind).await;
        let it = look(&site, &clerk(), draft).await.unwrap();
        assert_eq!((it.plan.kept.len(), it.plan.gone.len()), (3, 3));
        // The one who is left has five at most and is a deputy too.
        assert_eq!((it.lines.len(), it.uncovered.len()), (2, 1));
        adopt(&site, &clerk(), draft).await.unwrap();
        sound(&site).await;
    });
}

#[test]
fn the_sides_of_a_kind_are_fixed_once_it_is_used_and_a_stale_edit_is_told() {
    both(async |site| {
        found(&site).await;
        let kind = made(&site).await;
        let mut other = wanted();
        other.other = Side::Villages;
        let moved = kind::revise(&site, &clerk(), kind.id, 1, other.clone()).await.unwrap();
        assert_eq!(moved.version, 2);
        assert!(kind::revise(&site, &clerk(), kind.id, 1, other).await.is_err(), "somebody was quicker");
        adopted(&site, kind.id).await;
        let back = kind::revise(&site, &clerk(), kind.id, 2, wanted()).await;
        assert_eq!(why(back.unwrap_err()), "links-refused-sides-fixed");
        sound(&site).await;
    });
}

#[test]
fn deputies_of_the_nation_are_linked_by_the_committee_that_keeps_in_touch_with_them() {
    both(async |site| {
        found(&site).await;
        let (nation, own): (kernel::BodyId, kernel::BodyId) = (id(1, 40), id(1, 41));
        let mut tx = site.db().begin().await.unwrap();
        for (body, kind, parent) in [(nation, "congress", None), (own, "office", Some(congress()))] {
            let sql =
                Sql::new("insert into body (level, powers, transfer, version, name, id, area, kind, congress, parent)")
                    .add(" values ('nation', '[]', 0, 1, '全国', {}, {}, {}, {}, {})");
            run(&mut tx, sql.bind(body).bind(AREA).bind(kind).bind(nation).bind(parent)).await;
        }
        tx.commit().await.unwrap();
        let day = site.today();
        let of = async |congress, side| candidates::of(&mut site.db(), congress, side, day).await.unwrap();
        let members = of(congress(), Side::Committee).await;
        assert_eq!(members.len(), 2);
        assert_eq!(of(nation, Side::Committee).await, members);
        assert!(of(nation, Side::Deputies).await.is_empty(), "nobody sits there yet");
        assert!(of(nation, Side::Below).await.is_empty(), "no congress lies under it");
    });
}
