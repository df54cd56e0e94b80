//! Mandates at the desk, on both engines.

use crate::world;
use crate::world::{changsha, chief, congress, count, day, deputy, elect, named, person, term, verbs, with_duty};
use accounts_rules::{Actor, Duty};
use kernel::Refusal;
use kit::{Problem, db::Sql, testing::both, web::api::Once};
use roster::desk::{
    mandates::{self, Election, Step},
    people, roles, terms, terms_change,
};
use roster_rules::{EndReason, Ground, RoleName, Standing};

fn refused(problem: Problem) -> (Refusal, &'static str) {
    match problem {
        Problem::Refused(refused) => (refused.kind, refused.key),
        other => panic!("not refused but {other:?}"),
    }
}

#[test]
fn a_deputy_is_elected_confirmed_seated_suspended_restored_and_leaves() {
    both(async |site| {
        changsha(&site).await;
        let clerk = chief(&site, "430121").await;
        let term = term(&site, &clerk, "430121").await;
        let person = person(&site, &clerk, "430121", "周一鸣").await;
        let id = deputy(&site, &clerk, person, term).await;
        let in_office = Sql::new("select count(*) from v_mandate where in_office = 1 and id = {}").bind(id);
        assert_eq!(count(&site, in_office.clone()).await, 1);
        roles::give(&site, &clerk, id, RoleName::StandingMember, day("2022-01-06"), None, &Once::default())
            .await
            .unwrap();
        let suspend = Step::Suspend { ground: Ground::Custody };
        mandates::step(&site, &clerk, id, 3, day("2025-05-01"), suspend).await.unwrap();
        assert_eq!(count(&site, in_office).await, 0);
        mandates::step(&site, &clerk, id, 4, day("2025-06-01"), Step::Resume).await.unwrap();
        let end = Step::End { reason: EndReason::Resigned };
        let ended = mandates::step(&site, &clerk, id, 5, day("2025-09-01"), end).await.unwrap();
        assert!(matches!(ended, Standing::Ended { reason: EndReason::Resigned, .. }));
        assert_eq!(count(&site, "select count(*) from mandate_role where ended = '2025-09-01'").await, 1);
        let expected = [
            "term.entered",
            "person.entered",
            "mandate.elected",
            "mandate.confirmed",
            "mandate.taken_up",
            "role.given",
            "mandate.suspended",
            "mandate.resumed",
            "mandate.ended",
        ];
        assert_eq!(verbs(&site).await, expected);
        let cited = site.db().one::<(String,)>("select fact from journal where verb = 'mandate.suspended'").await;
        assert!(cited.unwrap().unwrap().0.contains("\"article\":61"));
    });
}

#[test]
fn an_edit_on_an_older_version_changes_nothing() {
    both(async |site| {
        changsha(&site).await;
        let clerk = chief(&site, "430121").await;
        let term = term(&site, &clerk, "430121").await;
        let person = person(&site, &clerk, "430121", "周一鸣").await;
        let id = elect(&site, &clerk, person, term).await;
        mandates::step(&site, &clerk, id, 1, day("2021-12-20"), Step::Confirm).await.unwrap();
        let late = mandates::step(&site, &clerk, id, 1, day("2021-12-21"), Step::Confirm).await.unwrap_err();
        assert!(matches!(late, Problem::Stale(stale) if stale.version == 2));
        let twice = people::amend(&site, &clerk, person, 9, &named("周二鸣")).await.unwrap_err();
        let Problem::Stale(stale) = twice else { panic!("{twice:?}") };
        let name = &stale.fields[0];
        assert_eq!((name.name, &*name.yours, &*name.stands), ("name", "周二鸣", "周一鸣"));
        people::amend(&site, &clerk, person, 1, &named("周三鸣")).await.unwrap();
        assert_eq!(
            count(&site, "select count(*) from person where pinyin = 'zhousanming' and initials = 'zsm'").await,
            1
        );
    });
}

#[test]
fn nobody_sits_off_the_chain_nor_twice_in_one_term() {
    both(async |site| {
        changsha(&site).await;
        let (city, county, beside) =
            (chief(&site, "4301").await, chief(&site, "430121").await, chief(&site, "430102").await);
        let terms = (
            term(&site, &city, "4301").await,
            term(&site, &county, "430121").await,
            term(&site, &beside, "430102").await,
        );
        let who = person(&site, &county, "430121", "周一鸣").await;
        deputy(&site, &county, who, terms.1).await;
        let election =
            |term| Election { person: who, term, on: day("2021-12-10"), constituency: None, delegation: None };
        let once = Once::default();
        mandates::elect(&site, &city, &election(terms.0), &once).await.unwrap();
        let off = mandates::elect(&site, &beside, &election(terms.2), &once).await.unwrap_err();
        assert_eq!(refused(off).1, "roster-refused-off-chain");
        let again = mandates::elect(&site, &county, &election(terms.1), &once).await.unwrap_err();
        assert_eq!(refused(again).1, "roster-refused-seated-already");
        assert_eq!(count(&site, "select count(*) from mandate").await, 2);
    });
}

#[test]
fn levels_are_not_subordinate() {
    both(async |site| {
        changsha(&site).await;
        let county = chief(&site, "430121").await;
        let term = term(&site, &county, "430121").await;
        let who = person(&site, &county, "430121", "周一鸣").await;
        let id = elect(&site, &county, who, term).await;
        let facts = count(&site, "select count(*) from journal").await;
        let below = chief(&site, "430121102").await;
        let operator = with_duty(&site, "4301", Duty::Operator).await;
        for other in [chief(&site, "4301").await, chief(&site, "430102").await, below, operator] {
            let amended = people::amend(&site, &other, who, 1, &named("改名")).await.unwrap_err();
            assert_eq!(refused(amended).0, Refusal::Missing);
            let stepped = mandates::step(&site, &other, id, 1, day("2021-12-20"), Step::Confirm).await.unwrap_err();
            assert_eq!(refused(stepped).0, Refusal::Missing);
            let congress = congress(&site, "430121").await;
            let entered = people::enter(&site, &other, congress, &named("新人"), &Once::default()).await.unwrap_err();
            assert_eq!(refused(entered).0, Refusal::NotYours);
            let changed =
                terms::enter(&site, &other, congress, 19, day("2027-01-05"), None, &Once::default()).await.unwrap_err();
            assert_eq!(refused(changed).0, Refusal::NotYours);
            let confirmed = terms_change::confirm_all(&site, &other, term, day("2021-12-20")).await.unwrap_err();
            assert_eq!(refused(confirmed).0, Refusal::NotYours);
        }
        let nobody = people::amend(&site, &Actor::nobody(), who, 1, &named("改名")).await.unwrap_err();
        assert!(matches!(nobody, Problem::SignIn));
        assert_eq!(count(&site, "select count(*) from journal").await, facts);
        assert_eq!(count(&site, "select count(*) from person where name = '周一鸣' and version = 1").await, 1);
    });
}

#[test]
fn a_change_of_term_closes_one_and_opens_the_next_without_retyping() {
    both(async |site| {
        changsha(&site).await;
        let clerk = chief(&site, "430121").await;
        let old = term(&site, &clerk, "430121").await;
        let delegation =
            terms::enter_delegation(&site, &clerk, old, &world::text("星沙代表团"), &Once::default()).await.unwrap();
        let mut seats = Vec::new();
        for name in ["周一鸣", "吴二妹", "郑三元"] {
            let who = person(&site, &clerk, "430121", name).await;
            let id = deputy(&site, &clerk, who, old).await;
            mandates::place(&site, &clerk, id, 3, Some(delegation), None).await.unwrap();
            seats.push(id);
        }
        let congress = congress(&site, "430121").await;
        let new =
            terms::enter(&site, &clerk, congress, 0, day("2027-01-01"), Some(310), &Once::default()).await.unwrap();
        let third =
            terms::enter(&site, &clerk, congress, 0, day("2032-01-01"), None, &Once::default()).await.unwrap_err();
        assert_eq!(refused(third).1, "roster-refused-term-prepared");
        let early = terms_change::change(&site, &clerk, old, new, day("2027-01-06")).await.unwrap_err();
        assert_eq!(
            refused(early).1,
            "roster-refused-day-not-come",
            "a congress is never without deputies for a slip of the pen"
        );
        assert_eq!(count(&site, "select count(*) from v_mandate where in_office = 1").await, 3);
        site.set_now(day("2027-01-06").start());
        let again = terms_change::elect_again(&site, &clerk, old, new, &seats[..2], day("2026-11-20")).await.unwrap();
        assert_eq!(again, 2);
        let twice = terms_change::elect_again(&site, &clerk, old, new, &seats[..2], day("2026-11-20")).await.unwrap();
        assert_eq!(twice, 0);
        assert_eq!(terms_change::confirm_all(&site, &clerk, new, day("2026-12-20")).await.unwrap(), 2);
        // A by-election after the confirmation still waits when the first session opens.
        let newcomer = person(&site, &clerk, "430121", "王五").await;
        let election =
            Election { person: newcomer, term: new, on: day("2027-01-04"), constituency: None, delegation: None };
        mandates::elect(&site, &clerk, &election, &Once::default()).await.unwrap();
        let changed = terms_change::change(&site, &clerk, old, new, day("2027-01-06")).await.unwrap();
        assert_eq!((changed.ended, changed.began, changed.waiting), (3, 2, 1));
        let carried = Sql::new(
            "select count(*) from v_mandate m join delegation d on d.id = m.delegation
             where m.in_office = 1 and d.name = '星沙代表团' and m.term = {}",
        );
        assert_eq!(count(&site, carried.bind(new)).await, 2);
        assert_eq!(
            count(&site, "select count(*) from mandate where reason = 'term_over' and ended = '2027-01-06'").await,
            3
        );
        let over = terms_change::change(&site, &clerk, old, new, day("2027-01-06")).await.unwrap_err();
        assert_eq!(refused(over).1, "roster-refused-term-closed");
        assert_eq!(count(&site, "select count(*) from person").await, 4);
    });
}
