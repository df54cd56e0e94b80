//! 电话催评: the office calls who is silent, keeps what was said, and nobody beside it reads the note; on both engines.

use crate::world::{site::visitor, *};
use accounts_rules::Actor;
use axum::http::{Method, StatusCode};
use kit::{Site, testing::both, web::api::Once};
use suggestions::{
    desk::{self, call::Called, judge::Verdict},
    queries,
};
use suggestions_rules::{AssignmentId, Mark, Outcome, Score, Step, SuggestionId};

const SAID: &str = "代表出差，三日内评价";

/// Answered to deputies 1 and 2; deputy 2 has judged.
async fn waiting(site: &Site) -> (SuggestionId, AssignmentId) {
    found(site).await;
    let id = drafted(site, "甲").await;
    desk::cosign::invite(site, &deputy(1), id, &[person(2)]).await.unwrap();
    desk::cosign::confirm(site, &deputy(2), id, desk::Saw::Unsaid).await.unwrap();
    desk::submit::submit(site, &deputy(1), id, desk::Saw::Unsaid).await.unwrap();
    desk::check::accept(site, &clerk(), id, "other", true, desk::Saw::Unsaid).await.unwrap();
    let kept = desk::assign::assign(site, &clerk(), id, &desk::assign::Plan::Sole(unit(1))).await.unwrap();
    let part = kept.suggestion.stage.handling().unwrap().handlers.all().next().unwrap().id;
    desk::handle::sign_for(site, &unit_clerk(1), id, part, desk::Saw::Unsaid).await.unwrap();
    replied(site, id, part, "A").await;
    let verdict = Verdict { process: Score::Satisfied, result: Score::Satisfied, reason: None, confidential: false };
    desk::judge::judge(site, &deputy(2), id, part, verdict).await.unwrap();
    (id, part)
}

fn called(n: u8) -> Called {
    Called { with: person(n), words: words(SAID) }
}

#[test]
fn a_call_to_a_silent_signer_stands_in_the_story_and_is_no_judgement() {
    both(|site| async move {
        let (id, part) = waiting(&site).await;
        on(&site, "2026-03-21");
        let at = format!("/suggestions/{id}/assignments/{part}/calls");
        let mut office = visitor(&site, &clerk());
        assert!(office.get(&format!("/suggestions/{id}")).await.text.contains(&at), "the page leads there");
        let form = office.get(&at).await.text;
        assert!(form.contains("代表1") && !form.contains("代表2"), "who has judged is not called: {form}");
        let blank = office.post(&at, &[("with", &person(1).to_string()), ("words", "")]).await;
        assert_eq!(blank.status, StatusCode::UNPROCESSABLE_ENTITY);
        let shown = office.fill(&at, &[("with", &person(1).to_string()), ("words", SAID)]).await.text;
        assert!(shown.contains("电话提醒评价第 1 次答复") && shown.contains(SAID), "{shown}");
        let kept = desk::close::close(&site, &clerk(), id).await.unwrap();
        let outcome = kept.suggestion.stage.handling().unwrap().outcome(person(1));
        assert_eq!(outcome, Outcome::Unanswered, "a call is no word");
        sound(&site).await;
    });
}

#[test]
fn what_was_said_is_the_office_s_and_units_learn_of_no_call() {
    both(|site| async move {
        let (id, part) = waiting(&site).await;
        desk::call::call(&site, &clerk(), id, part, called(1), &Once::default()).await.unwrap();
        on(&site, "2026-03-25");
        let reads = async |actor: Actor| {
            let seen = queries::detail(&site, &actor, id).await.unwrap();
            let mark = |one: &Mark| matches!(one, Mark::Done { step: Step::CalledFor { person: who, .. }, .. } if *who == person(1));
            (seen.timeline.iter().any(mark), seen.remarks.values().any(|one| one.words == SAID))
        };
        for (actor, sees) in [
            (clerk(), (true, true)),
            (chief(), (true, true)),
            (deputy(1), (true, false)),
            (deputy(2), (true, false)),
            (unit_head(1), (false, false)),
            (transfer(), (false, false)),
            (deputy(5), (false, false)),
        ] {
            assert_eq!(reads(actor.clone()).await, sees, "{}", actor.name);
        }
    });
}

#[test]
fn only_the_office_keeps_a_call_and_only_to_who_is_silent_and_once() {
    both(|site| async move {
        let (id, part) = waiting(&site).await;
        for actor in [unit_head(1), transfer(), deputy(1), stranger(), Actor::nobody()] {
            assert!(
                desk::call::call(&site, &actor, id, part, called(1), &Once::default()).await.is_err(),
                "{}",
                actor.name
            );
        }
        for (who, refused) in [(2, "suggestions-refused-judged-already"), (4, "suggestions-refused-not-signer")] {
            let told = desk::call::call(&site, &clerk(), id, part, called(who), &Once::default()).await.unwrap_err();
            assert_eq!(why(told), refused);
        }
        let once = Once::form("a-token", "/calls", &called(1)).unwrap();
        for _ in 0..2 {
            desk::call::call(&site, &clerk(), id, part, called(1), &once).await.unwrap();
        }
        let seen = queries::detail(&site, &clerk(), id).await.unwrap();
        let calls = seen.history.iter().filter(|one| one.verb == "suggestion.judgement-called-for").count();
        assert_eq!(calls, 1);
        let body = serde_json::json!({ "with": person(1).uuid(), "words": "未接通" });
        let path = format!("/api/suggestions/{id}/assignments/{part}/calls");
        let answer = visitor(&site, &clerk()).json(Method::POST, &path, &[], body).await;
        assert_eq!(answer.status, StatusCode::NO_CONTENT);
        let verdict =
            Verdict { process: Score::Satisfied, result: Score::Basically, reason: None, confidential: false };
        desk::judge::judge(&site, &deputy(1), id, part, verdict).await.unwrap();
        let late = desk::call::call(&site, &clerk(), id, part, called(1), &Once::default()).await.unwrap_err();
        assert_eq!(why(late), "suggestions-refused-judged-already");
        sound(&site).await;
    });
}
