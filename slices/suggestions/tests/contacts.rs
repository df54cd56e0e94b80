//! Talks with deputies through the desk, on both engines: recorded once, answered once, seen by whom they concern.

use crate::world::{site::visitor, *};
use accounts_rules::Actor;
use kit::{Problem, Site, testing::both, web::api::Once};
use suggestions::{
    checks,
    desk::{
        self,
        contact::{Told, confirm, dispute, record, withdraw},
    },
    queries,
};
use suggestions_rules::{AssignmentId, ContactId, Entry, Grade, SuggestionId, Word};

fn told(way: &str) -> Told {
    Told {
        day: site_day(),
        way: way.to_owned(),
        with: person(1),
        by: "副局长（副科）".to_owned().try_into().unwrap(),
        place: Some("便桥现场".to_owned().try_into().unwrap()),
        said: words("希望年内修好"),
        draft_shown: true,
    }
}

fn site_day() -> kernel::Day {
    day("2026-03-12")
}

/// Assigned to unit 1 with unit 2, both signed for, deputy 2 seconding, on 12 March.
async fn handled(site: &Site) -> (SuggestionId, AssignmentId, AssignmentId) {
    found(site).await;
    let id = drafted(site, "关于修缮便桥的建议").await;
    desk::cosign::invite(site, &deputy(1), id, &[person(2), person(3)]).await.unwrap();
    desk::cosign::confirm(site, &deputy(2), id, desk::Saw::Unsaid).await.unwrap();
    desk::cosign::confirm(site, &deputy(3), id, desk::Saw::Unsaid).await.unwrap();
    desk::submit::submit(site, &deputy(1), id, desk::Saw::Unsaid).await.unwrap();
    desk::check::accept(site, &clerk(), id, "agriculture", true, desk::Saw::Unsaid).await.unwrap();
    let plan = desk::assign::Plan::Joint { lead: unit(1), co: vec![unit(2)] };
    let kept = desk::assign::assign(site, &clerk(), id, &plan).await.unwrap();
    let parts: Vec<AssignmentId> =
        kept.suggestion.stage.handling().unwrap().handlers.all().map(|part| part.id).collect();
    desk::handle::sign_for(site, &unit_clerk(1), id, parts[0], desk::Saw::Unsaid).await.unwrap();
    desk::handle::sign_for(site, &unit_clerk(2), id, parts[1], desk::Saw::Unsaid).await.unwrap();
    on(site, "2026-03-12");
    (id, parts[0], parts[1])
}

async fn recorded(site: &Site, id: SuggestionId, part: AssignmentId, told: Told) -> Result<ContactId, Problem> {
    record(site, &unit_clerk(1), id, part, told, &Once::default()).await
}

/// How many records the actor knows of, what they read of the first, and how many facts of talks.
async fn sees(site: &Site, actor: &Actor, id: SuggestionId) -> (usize, String, usize) {
    let seen = queries::detail(site, actor, id).await.unwrap();
    let said = seen.contacts.first().map(|one| seen.words(one.talk.said).to_owned());
    let facts = seen.history.iter().filter(|fact| fact.verb.starts_with("suggestion.contact"));
    (seen.contacts.len(), said.unwrap_or_default(), facts.count())
}

#[test]
fn a_record_is_kept_as_told_and_confirmed_with_one_tap() {
    both(|site| async move {
        let (id, part, _) = handled(&site).await;
        let which = recorded(&site, id, part, told("site")).await.unwrap();
        let waiting = queries::to_confirm(&mut site.db(), person(1)).await.unwrap();
        assert_eq!(waiting.iter().map(|it| (it.id, it.day)).collect::<Vec<_>>(), [(which, site_day())]);
        confirm(&site, &deputy(1), id, which).await.unwrap();
        assert!(queries::to_confirm(&mut site.db(), person(1)).await.unwrap().is_empty());
        let seen = queries::detail(&site, &unit_head(1), id).await.unwrap();
        let kept = &seen.contacts[0];
        assert_eq!((kept.id, kept.face, kept.assignment), (which, true, part));
        assert_eq!(kept.word, Word::Confirmed { at: site.now() });
        assert_eq!((kept.talk.by.as_str(), seen.words(kept.talk.said)), ("副局长（副科）", "希望年内修好"));
        for again in
            [confirm(&site, &deputy(1), id, which).await, dispute(&site, &deputy(1), id, which, words("否")).await]
        {
            assert_eq!(why(again.unwrap_err()), "suggestions-refused-contact-answered");
        }
        let gone = withdraw(&site, &unit_clerk(1), id, which).await.unwrap_err();
        assert_eq!(why(gone), "suggestions-refused-contact-confirmed");
        sound(&site).await;
    });
}

#[test]
fn what_is_disputed_is_withdrawn_by_the_unit_and_recorded_again() {
    both(|site| async move {
        let (id, part, _) = handled(&site).await;
        let which = recorded(&site, id, part, told("site")).await.unwrap();
        dispute(&site, &deputy(1), id, which, words("只通过电话，没有到现场")).await.unwrap();
        let seen = queries::detail(&site, &unit_clerk(1), id).await.unwrap();
        let Word::Disputed { reason, .. } = seen.contacts[0].word else { panic!("{:?}", seen.contacts[0].word) };
        assert_eq!(seen.words(reason), "只通过电话，没有到现场");
        withdraw(&site, &unit_clerk(1), id, which).await.unwrap();
        on(&site, "2026-03-13");
        let again = recorded(&site, id, part, told("phone")).await.unwrap();
        confirm(&site, &acting_for(1), id, again).await.unwrap();
        let seen = queries::detail(&site, &deputy(1), id).await.unwrap();
        let words: Vec<&str> = seen.contacts.iter().map(|one| one.word.word()).collect();
        assert_eq!(words, ["withdrawn", "confirmed"]);
        let pen = seen.history.iter().find(|fact| fact.verb == "suggestion.contact-confirmed").unwrap();
        assert_eq!((pen.by, pen.acting_for), (clerk().account, Some(person(1))), "both names are kept");
        sound(&site).await;
    });
}

#[test]
fn only_the_unit_records_and_withdraws_and_only_that_deputy_answers() {
    both(|site| async move {
        let (id, part, co) = handled(&site).await;
        for actor in [unit_clerk(2), clerk(), transfer(), deputy(1), stranger(), Actor::nobody()] {
            assert!(record(&site, &actor, id, part, told("site"), &Once::default()).await.is_err());
        }
        let which = record(&site, &unit_head(2), id, co, told("site"), &Once::default()).await.unwrap();
        for actor in [unit_clerk(1), clerk(), transfer(), deputy(2), deputy(5), stranger(), Actor::nobody()] {
            assert!(confirm(&site, &actor, id, which).await.is_err());
            assert!(dispute(&site, &actor, id, which, words("不实")).await.is_err());
        }
        for actor in [unit_clerk(1), clerk(), transfer(), deputy(1), stranger(), Actor::nobody()] {
            assert!(withdraw(&site, &actor, id, which).await.is_err());
        }
        let (other, _, _) = assigned(&site, "另一件建议").await;
        assert_eq!(why(withdraw(&site, &unit_clerk(2), other, which).await.unwrap_err()), "kit-problem-missing");
        assert_eq!(queries::detail(&site, &clerk(), id).await.unwrap().contacts[0].word, Word::Waiting);
        sound(&site).await;
    });
}

#[test]
fn another_unit_learns_that_there_was_a_talk_and_the_public_nothing() {
    both(|site| async move {
        let (id, part, _) = handled(&site).await;
        let with_second = Told { with: person(2), ..told("phone") };
        recorded(&site, id, part, with_second).await.unwrap();
        let all = (1, "希望年内修好".to_owned(), 1);
        for actor in [unit_clerk(1), unit_head(1), clerk(), chief(), transfer(), deputy(1), deputy(2)] {
            assert_eq!(sees(&site, &actor, id).await, all, "{}", actor.name);
        }
        assert_eq!(sees(&site, &unit_clerk(2), id).await, (1, String::new(), 0), "the co-unit");
        assert_eq!(sees(&site, &deputy(3), id).await, (0, String::new(), 0), "another co-signer");
        assert_eq!(sees(&site, &deputy(5), id).await, (0, String::new(), 0), "the public");
    });
}

#[test]
fn the_same_form_sent_twice_records_once_and_nothing_unfit_is_kept() {
    both(|site| async move {
        let (id, part, _) = handled(&site).await;
        let once = Once::form("a-token", "/contacts", &told("site")).unwrap();
        let first = record(&site, &unit_clerk(1), id, part, told("site"), &once).await.unwrap();
        let second = record(&site, &unit_clerk(1), id, part, told("site"), &once).await.unwrap();
        assert_eq!(first, second);
        let table = [
            (Told { day: day("2026-03-13"), ..told("site") }, "suggestions-refused-contact-day-unfit"),
            (Told { with: person(4), ..told("site") }, "suggestions-refused-contact-with-unfit"),
            (told("pigeon"), "suggestions-refused-unknown-way"),
        ];
        for (told, refused) in table {
            assert_eq!(why(recorded(&site, id, part, told).await.unwrap_err()), refused);
        }
        let seen = queries::detail(&site, &clerk(), id).await.unwrap();
        assert_eq!((seen.contacts.len(), seen.remarks.len()), (1, 1));
        sound(&site).await;
    });
}

#[test]
fn a_congress_that_requires_a_talk_lets_no_reply_be_signed_without_one() {
    both(|site| async move {
        let (id, part, _) = handled(&site).await;
        let entry = Entry {
            key: "contact.before-signing".to_owned(),
            value: "required".to_owned(),
            grade: Grade::A,
            document: "县代表建议办理办法第八条".to_owned(),
        };
        let seen = rule_version(&site, &entry.key).await;
        let change = desk::rules::Change { entry, term: None, seen, recount: false };
        desk::rules::change(&site, &chief(), congress(), change).await.unwrap();
        desk::reply::draft(&site, &unit_clerk(1), id, part, 0, letter()).await.unwrap();
        desk::reply::send_to_check(&site, &unit_clerk(1), id, part, desk::Saw::Unsaid).await.unwrap();
        desk::reply::pass(&site, &transfer(), id, part, desk::Saw::Unsaid).await.unwrap();
        let early = desk::reply::sign(&site, &unit_head(1), id, part, "A", desk::Saw::Unsaid).await.unwrap_err();
        assert_eq!(why(early), "suggestions-refused-contact-first");
        recorded(&site, id, part, told("phone")).await.unwrap();
        desk::reply::sign(&site, &unit_head(1), id, part, "A", desk::Saw::Unsaid).await.unwrap();
        assert_eq!(checks::audit(site.db()).await.unwrap(), vec![]);
    });
}

#[test]
fn the_reply_on_a_key_suggestion_is_signed_after_its_lead_deputy_was_met() {
    both(|site| async move {
        let (id, part, _) = handled(&site).await;
        let entry = Entry {
            key: "contact.meeting".to_owned(),
            value: "required".to_owned(),
            grade: Grade::A,
            document: "县代表建议办理办法第九条".to_owned(),
        };
        let seen = rule_version(&site, &entry.key).await;
        let change = desk::rules::Change { entry, seen, term: None, recount: false };
        desk::rules::change(&site, &chief(), congress(), change).await.unwrap();
        let key = "insert into key_suggestion (id, congress, session, suggestion, leader, committee, basis, marked, stage, version)";
        let sql =
            kit::db::Sql::new(key).add(" values ({}, {}, {}, {}, '陈主任', '城环委', '主任会议', 0, 'running', 1)");
        let mut tx = site.db().begin().await.unwrap();
        tx.run(sql.bind(site.new_id::<()>()).bind(congress()).bind(session()).bind(id)).await.unwrap();
        tx.commit().await.unwrap();
        desk::reply::draft(&site, &unit_clerk(1), id, part, 0, letter()).await.unwrap();
        desk::reply::send_to_check(&site, &unit_clerk(1), id, part, desk::Saw::Unsaid).await.unwrap();
        desk::reply::pass(&site, &transfer(), id, part, desk::Saw::Unsaid).await.unwrap();
        recorded(&site, id, part, told("phone")).await.unwrap();
        let early = desk::reply::sign(&site, &unit_head(1), id, part, "A", desk::Saw::Unsaid).await.unwrap_err();
        assert_eq!(why(early), "suggestions-refused-meeting-first");
        let page = visitor(&site, &unit_head(1)).get(&format!("/suggestions/{id}")).await.text;
        assert!(page.contains("重点督办建议应当当面商"), "{page}");
        recorded(&site, id, part, told("site")).await.unwrap();
        desk::reply::sign(&site, &unit_head(1), id, part, "A", desk::Saw::Unsaid).await.unwrap();
        sound(&site).await;
    });
}
