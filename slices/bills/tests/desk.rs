//! The desk of bills, on both engines: what is refused, what is kept, what is told.

use crate::world::*;
use accounts_rules::Actor;
use bills::desk::{self, decide::Decision, receive::FromOrgan, terms};
use bills_rules::{Disposal, Ending, Fact, Late, Organ, Stage, Vote};
use kit::{
    Problem,
    db::Sql,
    journal,
    testing::both,
    web::{Compared, api::Once},
};

fn refer() -> Disposal {
    Disposal::Refer { to: name("县人大常委会") }
}

#[test]
fn ten_deputies_sign_before_a_county_takes_a_bill() {
    both(async |site| {
        on(&site, "2026-03-09");
        found(&site).await;
        let id = signed(&site, "关于水源地保护的议案", 9).await;
        let refused = desk::submit::submit(&site, &deputy(1), id).await.map_err(why).unwrap_err();
        assert_eq!(refused, "bills-refused-too-few-signers");
        desk::sign::ask(&site, &deputy(1), id, &[person(10)]).await.unwrap();
        desk::sign::sign(&site, &deputy(10), id, desk::Saw::Unsaid).await.unwrap();
        let kept = desk::submit::submit(&site, &deputy(1), id).await.unwrap();
        assert_eq!((kept.bill.stage.word(), kept.bill.signers().len()), ("submitted", 10));
        sound(&site).await;
    });
}

#[test]
fn only_deputies_in_office_of_that_congress_are_asked() {
    both(async |site| {
        on(&site, "2026-03-09");
        found(&site).await;
        let id = drafted(&site, "关于水源地保护的议案").await;
        let refused = desk::sign::ask(&site, &deputy(1), id, &[person(77)]).await.map_err(why).unwrap_err();
        assert_eq!(refused, "bills-refused-not-deputies");
        let uninvited = desk::sign::sign(&site, &deputy(5), id, desk::Saw::Unsaid).await.map_err(why).unwrap_err();
        assert_eq!(uninvited, "kit-problem-missing", "a draft is there for those alone who lead it or are asked");
    });
}

#[test]
fn between_sessions_a_bill_is_drafted_and_signed_and_not_handed_in() {
    both(async |site| {
        on(&site, "2026-06-01");
        found(&site).await;
        let id = signed(&site, "关于水源地保护的议案", 10).await;
        let refused = desk::submit::submit(&site, &deputy(1), id).await.map_err(why).unwrap_err();
        assert_eq!(refused, "bills-refused-not-sitting");
    });
}

#[test]
fn a_stale_edit_shows_both_texts_and_changes_nothing() {
    both(async |site| {
        on(&site, "2026-03-09");
        found(&site).await;
        let id = drafted(&site, "关于水源地保护的议案").await;
        desk::draft::edit(&site, &deputy(1), id, 1, sheet("关于饮用水源地保护的议案")).await.unwrap();
        let again = desk::draft::edit(&site, &deputy(1), id, 1, sheet("另一个题目")).await;
        let Err(Problem::Stale(both)) = again else { panic!("{again:?}") };
        let (yours, stands) = ("另一个题目".to_owned(), "关于饮用水源地保护的议案".to_owned());
        let expected = Compared { name: "title", label: "bills-field-title", yours, stands };
        assert_eq!((both.version, both.fields), (2, vec![expected]));
    });
}

#[test]
fn a_discarded_draft_leaves_nothing_but_its_facts() {
    both(async |site| {
        on(&site, "2026-03-09");
        found(&site).await;
        let id = signed(&site, "关于水源地保护的议案", 3).await;
        desk::draft::discard(&site, &deputy(1), id, desk::Saw::Unsaid).await.unwrap();
        let left: Option<(i64,)> =
            site.db().one("select (select count(*) from bill) + (select count(*) from bill_signer)").await.unwrap();
        assert_eq!(left, Some((0,)));
        let last = journal::of_subject(&mut site.db(), id.uuid()).await.unwrap().pop().unwrap();
        assert_eq!(last.verb, "bill.discarded");
    });
}

#[test]
fn the_same_create_sent_twice_makes_one_bill() {
    both(async |site| {
        on(&site, "2026-03-09");
        found(&site).await;
        let once = Once::form("token", "/bills", &"a bill").unwrap();
        let sheet = sheet("关于水源地保护的议案");
        let first = desk::draft::begin(&site, &deputy(1), congress(), sheet.clone(), &once).await.unwrap();
        let second = desk::draft::begin(&site, &deputy(1), congress(), sheet, &once).await.unwrap();
        assert_eq!(first, second);
    });
}

#[test]
fn numbers_are_dense_in_the_session_and_a_refusal_loses_none() {
    both(async |site| {
        on(&site, "2026-03-09");
        found(&site).await;
        let first = numbered(&site, "关于水源地保护的议案").await;
        assert!(desk::check::number(&site, &clerk(), first).await.is_err());
        let second = numbered(&site, "关于农村公路养护的议案").await;
        let numbers: Vec<(String,)> = site
            .db()
            .all(Sql::new("select number from bill where id in ").list([first, second]).add(" order by n"))
            .await
            .unwrap();
        assert_eq!(numbers, [("议案第1号".to_owned(),), ("议案第2号".to_owned(),)]);
        sound(&site).await;
    });
}

#[test]
fn a_decision_to_treat_a_bill_as_a_suggestion_names_the_suggestion_in_its_fact() {
    both(async |site| {
        on(&site, "2026-03-10");
        found(&site).await;
        let id = decided(&site, "关于水源地保护的议案", Disposal::Suggestion).await;
        let last = journal::of_subject(&mut site.db(), id.uuid()).await.unwrap().pop().unwrap();
        let Fact::Decided { suggestion: Some(named), .. } = serde_json::from_value(last.fact).unwrap() else {
            panic!()
        };
        let row: Option<(Option<bills_rules::SuggestionId>, String)> =
            site.db().one(Sql::new("select suggestion, stage from v_bill where id = {}").bind(id)).await.unwrap();
        assert_eq!(row, Some((Some(named), "closed".to_owned())));
        sound(&site).await;
    });
}

#[test]
fn the_presidium_departs_from_the_proposal_only_with_a_reason() {
    both(async |site| {
        on(&site, "2026-03-10");
        found(&site).await;
        let id = reviewed(&site, "关于水源地保护的议案", Disposal::Suggestion).await;
        let bare = desk::decide::decide(&site, &chief(), id, decision(refer())).await.map_err(why).unwrap_err();
        assert_eq!(bare, "bills-refused-reason-needed");
        let reason = Some(words("事关全县饮水安全，请常委会审议。"));
        let kept = desk::decide::decide(&site, &chief(), id, Decision { reason, ..decision(refer()) }).await.unwrap();
        assert!(matches!(kept.bill.stage, Stage::Referred { report_by, .. } if report_by == day("2026-09-10")));
        let kept = desk::decide::report(&site, &clerk(), id, words("建议列入明年立法计划。")).await.unwrap();
        assert!(matches!(&kept.bill.stage, Stage::Closed(closed) if closed.ending.word() == "reported"));
        sound(&site).await;
    });
}

#[test]
fn a_bill_on_the_agenda_is_withdrawn_with_consent_or_voted_on() {
    both(async |site| {
        on(&site, "2026-03-10");
        found(&site).await;
        let id = decided(&site, "关于水源地保护的议案", Disposal::Agenda).await;
        desk::submit::withdraw(&site, &deputy(1), id, words("再作研究")).await.unwrap();
        let early = desk::decide::vote(&site, &clerk(), id, Vote { yes: 7, all: 12, ..Vote::default() })
            .await
            .map_err(why)
            .unwrap_err();
        assert_eq!(early, "bills-refused-withdrawal-waits");
        desk::decide::answer_withdrawal(&site, &chief(), id, Some(words("审议已近结束"))).await.unwrap();
        let kept = desk::decide::vote(&site, &clerk(), id, Vote { yes: 7, all: 12, ..Vote::default() }).await.unwrap();
        assert!(
            matches!(&kept.bill.stage, Stage::Closed(closed) if closed.ending == Ending::Voted(Vote { yes: 7, all: 12, ..Vote::default() }))
        );
        let other = decided(&site, "关于农村公路养护的议案", Disposal::Agenda).await;
        desk::submit::withdraw(&site, &deputy(1), other, words("再作研究")).await.unwrap();
        let kept = desk::decide::answer_withdrawal(&site, &chief(), other, None).await.unwrap();
        assert_eq!(kept.bill.stage.word(), "withdrawn");
        sound(&site).await;
    });
}

#[test]
fn an_organs_bill_is_entered_by_the_office_and_comes_before_the_congress() {
    both(async |site| {
        on(&site, "2026-03-10");
        found(&site).await;
        let (clerk_here, never) = (clerk(), Once::default());
        let letter =
            |organ| FromOrgan { organ, name: name("县人民政府"), sheet: sheet("关于城市更新的议案") };
        let put = |organ| desk::receive::receive(&site, &clerk_here, congress(), letter(organ), &never);
        let refused = put(Organ::Delegation).await.map_err(why).unwrap_err();
        assert_eq!(refused, "bills-refused-delegations-may-not");
        let level = async |level: &'static str| {
            let mut tx = site.db().begin().await.unwrap();
            let sql = kit::db::Sql::new("update body set level = {} where id = {}").bind(level).bind(congress());
            tx.run(sql).await.unwrap();
            tx.commit().await.unwrap();
        };
        level("nation").await;
        let refused = put(Organ::Government).await.map_err(why).unwrap_err();
        assert_eq!(refused, "bills-refused-national", "bills to that congress are put elsewhere");
        level("county").await;
        let id = put(Organ::Government).await.unwrap();
        desk::check::number(&site, &clerk(), id).await.unwrap();
        let refused = desk::decide::decide(&site, &chief(), id, decision(Disposal::NotListed)).await.map_err(why);
        assert_eq!(refused.unwrap_err(), "bills-refused-organ-is-heard");
        desk::decide::decide(&site, &chief(), id, decision(Disposal::Agenda)).await.unwrap();
        sound(&site).await;
    });
}

#[test]
fn the_terms_of_a_session_set_the_deadline_and_a_late_bill_can_only_become_a_suggestion() {
    both(async |site| {
        on(&site, "2026-03-10");
        found(&site).await;
        let wanted = terms::Wanted {
            deadline: terms::read_local("2026-03-09T17:00"),
            late: Late::AsSuggestion,
            delegations: false,
            report_months: 6,
            consult_first: false,
            consult_days: 3,
            pattern: name("第{n:03}号议案"),
            basis: "大会主席团第一次会议".to_owned().try_into().unwrap(),
        };
        let refused = terms::lay(&site, &clerk(), session(), 0, wanted.clone()).await.map_err(why);
        assert!(refused.is_err(), "a clerk does not set them");
        terms::lay(&site, &chief(), session(), 0, wanted.clone()).await.unwrap();
        assert!(matches!(terms::lay(&site, &chief(), session(), 0, wanted).await, Err(Problem::Stale(_))));
        let id = numbered(&site, "关于水源地保护的议案").await;
        let refused = desk::decide::decide(&site, &chief(), id, decision(Disposal::Agenda)).await.map_err(why);
        assert_eq!(refused.unwrap_err(), "bills-refused-only-suggestion");
        let detail = bills::queries::detail(&site, &clerk(), id).await.unwrap();
        assert!(detail.bill.late());
        assert_eq!(detail.bill.stage.number().unwrap().text, "第001号议案");
        sound(&site).await;
    });
}

#[test]
fn who_may_see_a_bill_depends_on_how_far_it_has_come() {
    both(async |site| {
        on(&site, "2026-03-10");
        found(&site).await;
        let id = signed(&site, "关于水源地保护的议案", 10).await;
        let sees = async |actor: Actor| bills::queries::detail(&site, &actor, id).await.is_ok();
        assert!(sees(deputy(1)).await && sees(deputy(2)).await);
        assert!(!sees(clerk()).await && !sees(deputy(12)).await && !sees(stranger()).await, "a draft is its signers'");
        desk::submit::submit(&site, &deputy(1), id).await.unwrap();
        assert!(sees(clerk()).await && !sees(deputy(12)).await);
        desk::check::number(&site, &clerk(), id).await.unwrap();
        assert!(sees(deputy(12)).await && !sees(stranger()).await && !sees(Actor::nobody()).await);
    });
}

#[test]
fn nobody_does_what_is_another_office_s() {
    both(async |site| {
        on(&site, "2026-03-10");
        found(&site).await;
        let id = reviewed(&site, "关于水源地保护的议案", Disposal::Agenda).await;
        for actor in [deputy(1), clerk(), stranger(), Actor::nobody()] {
            let tried = desk::decide::decide(&site, &actor, id, decision(Disposal::Agenda)).await;
            assert!(matches!(tried, Err(Problem::Refused(_) | Problem::SignIn)), "{tried:?}");
        }
        let tried = desk::submit::withdraw(&site, &deputy(2), id, words("不提了")).await.map_err(why);
        assert_eq!(tried.unwrap_err(), "bills-refused-not-lead");
    });
}
