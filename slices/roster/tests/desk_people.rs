//! People at the desk: sealed contacts, merges, bodies; on both engines.

use crate::world;
use crate::world::{changsha, chief, code, congress, count, deputy, named, person, term, text, with_duty};
use accounts_rules::Duty;
use kernel::Refusal;
use kit::{Problem, db::Sql, testing::both, web::api::Once};
use roster::desk::{
    bodies::{self, NewBody},
    contacts::{self, ContactEntry},
    merging, people,
};
use roster_rules::{BodyKind, Power};

fn refused(problem: Problem) -> (Refusal, &'static str) {
    match problem {
        Problem::Refused(refused) => (refused.kind, refused.key),
        other => panic!("not refused but {other:?}"),
    }
}

#[test]
fn contact_data_is_opened_with_a_reason_that_stays_in_the_journal() {
    both(async |site| {
        changsha(&site).await;
        let clerk = chief(&site, "430121").await;
        let who = person(&site, &clerk, "430121", "周一鸣").await;
        let entry = ContactEntry {
            phone: Some("138 0013 8000".to_owned()),
            id_number: Some("11010519491231002x".to_owned()),
            ..ContactEntry::default()
        };
        contacts::amend(&site, &clerk, who, 0, &entry).await.unwrap();
        let elsewhere = chief(&site, "4301").await;
        let peeked = contacts::open(&site, &elsewhere, who, &text("看看")).await.unwrap_err();
        assert_eq!(refused(peeked).0, Refusal::Missing, "nobody else learns that there is such an entry");
        let opened = contacts::open(&site, &clerk, who, &text("通知开会")).await.unwrap();
        assert_eq!(opened.phone.as_deref(), Some("13800138000"));
        assert_eq!(opened.born, kernel::Day::new(1949, 12, 31));
        let fact = site.db().all::<(String,)>("select fact from journal where verb = 'contact.opened'").await.unwrap();
        assert!(fact.len() == 1 && fact[0].0.contains("通知开会"));
        // Nothing sealed is ever in the journal.
        assert_eq!(
            count(&site, "select count(*) from journal where fact like '%13800138000%' or fact like '%11010519%'")
                .await,
            0
        );
        let stale = contacts::amend(&site, &clerk, who, 0, &ContactEntry::default()).await.unwrap_err();
        assert!(matches!(stale, Problem::Stale(_)));
    });
}

#[test]
fn what_is_wrong_with_contact_data_is_said_of_each_field() {
    both(async |site| {
        changsha(&site).await;
        let clerk = chief(&site, "430121").await;
        let who = person(&site, &clerk, "430121", "周一鸣").await;
        let entry = ContactEntry {
            phone: Some("12345".to_owned()),
            id_number: Some("110105194912310021".to_owned()),
            email: Some("nobody".to_owned()),
            ..ContactEntry::default()
        };
        let Problem::Invalid(errors) = contacts::amend(&site, &clerk, who, 0, &entry).await.unwrap_err() else {
            panic!("taken")
        };
        let fields: Vec<&str> = errors.0.iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(fields, ["phone", "id_number", "email"]);
        assert_eq!(count(&site, "select count(*) from contact").await, 0);
    });
}

#[test]
fn a_merge_moves_mandates_and_can_be_taken_back() {
    both(async |site| {
        changsha(&site).await;
        let (city, county) = (chief(&site, "4301").await, chief(&site, "430121").await);
        let terms = (term(&site, &city, "4301").await, term(&site, &county, "430121").await);
        let above = person(&site, &city, "4301", "周一鸣").await;
        let below = person(&site, &county, "430121", "周一鸣").await;
        deputy(&site, &city, above, terms.0).await;
        deputy(&site, &county, below, terms.1).await;
        let alone = merging::merge(&site, &city, above, below, &text("同一人")).await.unwrap_err();
        assert_eq!(refused(alone).0, Refusal::NotYours);
        let operator = with_duty(&site, "4301", Duty::Operator).await;
        let merge = merging::merge(&site, &operator, above, below, &text("同一人")).await.unwrap();
        let held = Sql::new("select count(*) from v_mandate where person = {}");
        assert_eq!(count(&site, held.clone().bind(above)).await, 2);
        assert_eq!(count(&site, Sql::new("select count(*) from v_person where merged_into = {}").bind(above)).await, 1);
        let gone = people::amend(&site, &county, below, 2, &named("周一鸣")).await.unwrap_err();
        assert_eq!(refused(gone).1, "roster-refused-merged");
        merging::undo(&site, &operator, merge).await.unwrap();
        assert_eq!(count(&site, held.clone().bind(above)).await, 1);
        assert_eq!(count(&site, held.bind(below)).await, 1);
        let twice = merging::undo(&site, &operator, merge).await.unwrap_err();
        assert_eq!(refused(twice).1, "roster-refused-merge-undone");
        assert_eq!(
            count(&site, "select count(*) from journal where verb in ('person.merged', 'person.merge_undone')").await,
            2
        );
    });
}

#[test]
fn two_who_sit_in_one_term_or_off_the_chain_are_not_one_person() {
    both(async |site| {
        changsha(&site).await;
        let (one, beside) = (chief(&site, "430121").await, chief(&site, "430102").await);
        let terms = (term(&site, &one, "430121").await, term(&site, &beside, "430102").await);
        let first = person(&site, &one, "430121", "周一鸣").await;
        let second = person(&site, &one, "430121", "周一鸣").await;
        let third = person(&site, &beside, "430102", "周一鸣").await;
        deputy(&site, &one, first, terms.0).await;
        deputy(&site, &one, second, terms.0).await;
        deputy(&site, &beside, third, terms.1).await;
        let same = merging::merge(&site, &one, first, second, &text("重复")).await.unwrap_err();
        assert_eq!(refused(same).1, "roster-refused-merge-same-term");
        let operator = with_duty(&site, "4301", Duty::Operator).await;
        let off = merging::merge(&site, &operator, first, third, &text("重复")).await.unwrap_err();
        assert_eq!(refused(off).1, "roster-refused-off-chain");
        let itself = merging::merge(&site, &one, first, first, &text("重复")).await.unwrap_err();
        assert_eq!(refused(itself).1, "roster-refused-merge-itself");
    });
}

#[test]
fn units_are_entered_and_closed_but_organs_of_state_power_are_not() {
    both(async |site| {
        changsha(&site).await;
        let clerk = chief(&site, "430121").await;
        let serves = congress(&site, "430121").await;
        let new = |kind, area: &str| NewBody {
            area: code(area),
            kind,
            name: text("长沙县某某局"),
            powers: Vec::new(),
            transfer: false,
        };
        let unit =
            bodies::enter(&site, &clerk, serves, &new(BodyKind::Unit, "430121"), &Once::default()).await.unwrap();
        bodies::rename(&site, &clerk, unit, 1, &text("长沙县新名局")).await.unwrap();
        let early = bodies::close(&site, &clerk, unit, 2, site.today().plus_days(1)).await.unwrap_err();
        assert_eq!(refused(early).1, "roster-refused-day-not-come");
        bodies::close(&site, &clerk, unit, 2, site.today()).await.unwrap();
        let twice = bodies::close(&site, &clerk, unit, 3, site.today()).await.unwrap_err();
        assert_eq!(refused(twice).1, "roster-refused-body-closed");
        let second = bodies::enter(&site, &clerk, serves, &new(BodyKind::Congress, "430121"), &Once::default())
            .await
            .unwrap_err();
        assert_eq!(refused(second).1, "roster-refused-body-by-law");
        let outside =
            bodies::enter(&site, &clerk, serves, &new(BodyKind::Unit, "430102"), &Once::default()).await.unwrap_err();
        assert_eq!(refused(outside).1, "roster-refused-area-outside");
        let lawful = bodies::close(&site, &clerk, serves, 1, site.today()).await.unwrap_err();
        assert_eq!(refused(lawful).1, "roster-refused-body-by-law");
        let committee = world::body(&site, "430121001", "work_committee").await;
        bodies::delegate(&site, &clerk, committee, 1, &[Power::Inspect]).await.unwrap();
        let kept = roster::store::body::load(&mut site.db(), committee).await.unwrap().unwrap();
        assert_eq!(kept.body.powers, [Power::Inspect]);
    });
}

#[test]
fn what_an_office_may_not_see_is_answered_as_if_it_were_not_there() {
    both(async |site| {
        changsha(&site).await;
        let (city, county) = (chief(&site, "4301").await, chief(&site, "430121").await);
        let who = person(&site, &county, "430121", "周一鸣").await;
        let seat = world::elect(&site, &county, who, term(&site, &county, "430121").await).await;
        let merge = {
            let double = person(&site, &county, "430121", "周一鸣").await;
            merging::merge(&site, &county, who, double, &text("同一人")).await.unwrap()
        };
        let (nobody, nothing, none) =
            (kernel::Id::from_uuid(uuid()), kernel::Id::from_uuid(uuid()), kernel::Id::from_uuid(uuid()));
        let (entry, contact) = (named("周二鸣"), ContactEntry::default());
        let day = world::day("2026-03-10");
        let told = async |who, seat, merge| {
            let reason = text("核对");
            [
                people::amend(&site, &city, who, 1, &entry).await.unwrap_err(),
                contacts::amend(&site, &city, who, 0, &contact).await.unwrap_err(),
                contacts::open(&site, &city, who, &reason).await.unwrap_err(),
                roster::desk::mandates::step(&site, &city, seat, 1, day, roster::desk::mandates::Step::Confirm)
                    .await
                    .unwrap_err(),
                roster::desk::mandates::place(&site, &city, seat, 1, None, None).await.unwrap_err(),
                merging::undo(&site, &city, merge).await.unwrap_err(),
            ]
            .map(|problem| format!("{problem:?}"))
        };
        assert_eq!(told(who, seat, merge).await, told(nobody, nothing, none).await);
        let passer_by = accounts_rules::Actor::nobody();
        let asked = people::amend(&site, &passer_by, nobody, 1, &entry).await.unwrap_err();
        assert!(matches!(asked, Problem::SignIn), "signing in comes before looking anything up");
    });
}

fn uuid() -> uuid::Uuid {
    uuid::Uuid::from_u128(7)
}
