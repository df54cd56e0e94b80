//! Who sees what, and when, on both engines.

use crate::world;
use crate::world::*;
use kit::{Problem, testing::both, web::api::Once};
use suggestions::{
    Sight,
    desk::{self, assign::Plan, judge::Verdict},
    queries,
};
use suggestions_rules::Score;

fn unhappy() -> Verdict {
    Verdict {
        process: Score::Satisfied,
        result: Score::Dissatisfied,
        reason: Some(words("桥还是不能走")),
        confidential: false,
    }
}

#[test]
fn a_congress_may_keep_what_is_to_be_published_to_those_who_have_a_part_until_it_is_closed() {
    both(|site| async move {
        found(&site).await;
        let (id, _, _) = assigned(&site, "甲").await;
        assert_eq!(queries::detail(&site, &deputy(5), id).await.unwrap().sight, Sight::Public);
        let mut tx = site.db().begin().await.unwrap();
        let sql =
            kit::db::Sql::new("insert into suggestion_rules (grade, version, congress, term, key, value, document)")
                .add(" values ('D', 1, {}, {}, 'published.see', 'closed', '某县办法')");
        tx.run(sql.bind(congress()).bind(uuid::Uuid::nil())).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(why(queries::detail(&site, &deputy(5), id).await.unwrap_err()), "kit-problem-missing");
        assert_eq!(queries::detail(&site, &clerk(), id).await.unwrap().sight, Sight::Office);
        assert!(queries::detail(&site, &deputy(1), id).await.is_ok(), "who signed it reads it");
        let mut tx = site.db().begin().await.unwrap();
        let sql = kit::db::Sql::new("update suggestion_rules set value = 'numbered' where key = 'published.see'");
        tx.run(sql).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(queries::detail(&site, &deputy(5), id).await.unwrap().sight, Sight::Public);
        sound(&site).await;
    });
}

#[test]
fn nobody_acts_or_looks_beyond_the_own_post() {
    both(|site| async move {
        found(&site).await;
        let draft = drafted(&site, "草稿").await;
        for (who, actor) in [
            ("clerk", clerk()),
            ("another deputy", deputy(5)),
            ("a unit", unit_clerk(1)),
            ("a higher level", stranger()),
        ] {
            let seen = queries::detail(&site, &actor, draft).await;
            assert_eq!(why(seen.unwrap_err()), "kit-problem-missing", "{who} reads no draft");
        }
        let (id, lead, co) = assigned(&site, "甲").await;
        assert!(matches!(queries::detail(&site, &stranger(), id).await, Err(Problem::Refused(_))));
        assert_eq!(queries::detail(&site, &clerk(), id).await.unwrap().sight, Sight::Office);
        assert_eq!(queries::detail(&site, &transfer(), id).await.unwrap().sight, Sight::Transfer);
        assert_eq!(queries::detail(&site, &unit_clerk(2), id).await.unwrap().sight, Sight::Unit(vec![co]));
        assert_eq!(queries::detail(&site, &deputy(5), id).await.unwrap().sight, Sight::Public);
        for actor in [unit_clerk(2), clerk(), deputy(1), stranger()] {
            assert!(matches!(
                desk::handle::sign_for(&site, &actor, id, lead, desk::Saw::Unsaid).await,
                Err(Problem::Refused(_))
            ));
        }
        desk::handle::sign_for(&site, &unit_clerk(1), id, lead, desk::Saw::Unsaid).await.unwrap();
        for actor in [unit_clerk(1), unit_head(1), deputy(1), stranger()] {
            assert!(matches!(desk::close::close(&site, &actor, id).await, Err(Problem::Refused(_))));
        }
        sound(&site).await;
    });
}

#[test]
fn a_unit_sees_no_score_before_the_window_closes() {
    both(|site| async move {
        found(&site).await;
        let id = drafted(&site, "甲").await;
        desk::cosign::invite(&site, &deputy(1), id, &[person(2)]).await.unwrap();
        desk::cosign::confirm(&site, &deputy(2), id, desk::Saw::Unsaid).await.unwrap();
        desk::submit::submit(&site, &deputy(1), id, desk::Saw::Unsaid).await.unwrap();
        desk::check::accept(&site, &clerk(), id, "other", true, desk::Saw::Unsaid).await.unwrap();
        let kept = desk::assign::assign(&site, &clerk(), id, &Plan::Sole(unit(1))).await.unwrap();
        let part = kept.suggestion.stage.handling().unwrap().handlers.all().next().unwrap().id;
        desk::handle::sign_for(&site, &unit_clerk(1), id, part, desk::Saw::Unsaid).await.unwrap();
        replied(&site, id, part, "A").await;
        assert_eq!(queries::to_judge(&mut site.db(), person(2)).await.unwrap().len(), 1);
        desk::judge::judge(&site, &deputy(1), id, part, unhappy()).await.unwrap();
        let word = |seen: queries::Detail| {
            let handling = seen.suggestion.stage.handling().unwrap().clone();
            let round = handling.handlers.find(part).unwrap().round().unwrap().clone();
            (round.word_of(person(1)).is_some(), seen.remarks.len(), seen.history.len())
        };
        let office = word(queries::detail(&site, &clerk(), id).await.unwrap());
        let unit_before = word(queries::detail(&site, &unit_head(1), id).await.unwrap());
        assert_eq!((office.0, office.1), (true, 1));
        assert_eq!((unit_before.0, unit_before.1, unit_before.2), (false, 0, office.2 - 1));
        on(&site, "2026-03-21");
        let after = word(queries::detail(&site, &unit_head(1), id).await.unwrap());
        assert_eq!(after, office);
    });
}

#[test]
fn a_reply_is_read_by_others_only_once_it_is_theirs_to_read() {
    both(|site| async move {
        found(&site).await;
        let (id, lead, _) = assigned(&site, "甲").await;
        desk::handle::sign_for(&site, &unit_clerk(1), id, lead, desk::Saw::Unsaid).await.unwrap();
        desk::reply::draft(&site, &unit_clerk(1), id, lead, 0, letter()).await.unwrap();
        let file = kit::blobs::Blob {
            id: world::id(20, 1),
            sha256: "ab".repeat(32),
            size: 3,
            media: "application/pdf".into(),
            name: "清单.pdf".into(),
        };
        let once = Once::form("key", "/attachments", &()).unwrap();
        let added = desk::attach::to_reply(&site, &unit_clerk(1), id, lead, &file, &once).await.unwrap();
        let again = kit::blobs::Blob { id: world::id(20, 2), ..file.clone() };
        let again = desk::attach::to_reply(&site, &unit_clerk(1), id, lead, &again, &once).await.unwrap();
        assert_eq!(again, added, "sent twice under one key it is added once");
        let refused = desk::attach::to_sheet(&site, &deputy(1), id, &file, &Once::default()).await.unwrap_err();
        assert_eq!(why(refused), "suggestions-refused-not-now");
        let reads = |actor| {
            let site = site.clone();
            async move {
                let seen = queries::detail(&site, &actor, id).await.unwrap();
                let part = seen.suggestion.stage.handling().unwrap().handlers.find(lead).unwrap().clone();
                (part.round().unwrap().letter().is_some(), seen.attachments.len())
            }
        };
        for (actor, read) in [(unit_clerk(1), true), (unit_clerk(2), false), (clerk(), false), (deputy(1), false)] {
            assert_eq!(reads(actor).await, (read, usize::from(read)), "a draft is the unit's own");
        }
        desk::reply::send_to_check(&site, &unit_clerk(1), id, lead, desk::Saw::Unsaid).await.unwrap();
        assert_eq!(reads(clerk()).await, (true, 1));
        assert_eq!(reads(deputy(1)).await, (false, 0));
        let late = desk::attach::remove(&site, &unit_clerk(1), id, world::id(20, 1)).await.unwrap_err();
        assert_eq!(why(late), "suggestions-refused-not-now");
        desk::reply::pass(&site, &clerk(), id, lead, desk::Saw::Unsaid).await.unwrap();
        desk::reply::sign(&site, &unit_head(1), id, lead, "A", desk::Saw::Unsaid).await.unwrap();
        desk::reply::deliver(&site, &unit_clerk(1), id, lead, desk::Saw::Unsaid).await.unwrap();
        assert_eq!(reads(deputy(1)).await, (true, 1));
        let known = queries::attachment(&site, &deputy(1), id, world::id(20, 1)).await.unwrap();
        assert_eq!(known.name, "清单.pdf");
        assert!(queries::attachment(&site, &stranger(), id, world::id(20, 1)).await.is_err());
        sound(&site).await;
    });
}
