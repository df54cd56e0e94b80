//! Two clerks at one special inquiry: neither writes over, nor sends, what they have not read.

use crate::world::{site::visitor, *};
use axum::http::{Method, StatusCode};
use kit::{
    Site,
    testing::{Visitor, both},
    web::api::Once,
};
use serde_json::{Value, json};
use supervision::desk::inquiry::{self as desk, InquiryWanted, PollWanted, QuestionWanted, Sent};
use supervision_rules::{InquiryId, InquiryKind, Turn};

async fn begun(site: &Site) -> InquiryId {
    on(site, "2026-03-02");
    found(site).await;
    let wanted = InquiryWanted {
        topic: text("农村饮水安全"),
        kind: InquiryKind::Report,
        day: day("2026-03-10"),
        place: text("会议室"),
        leader: text("王副主任"),
        basis: text("主任会议纪要"),
    };
    let id = desk::begin(site, &clerk(), congress(), wanted, &Once::default()).await.unwrap().inquiry.id;
    ask(site, id, "何时通水？").await;
    id
}

async fn ask(site: &Site, id: InquiryId, words: &str) {
    let wanted = QuestionWanted { unit: water(), asker: text("委员甲"), words: text(words) };
    desk::ask(site, &clerk(), id, wanted, &Sent::default()).await.unwrap();
}

fn question() -> Value {
    json!({ "unit": water().to_string(), "asker": "委员乙", "words": "钱从哪里来？" })
}

/// Asks for a verb in JSON over a version.
async fn over(office: &mut Visitor, path: &str, version: &Value, body: Value) -> (StatusCode, Value) {
    let tag = format!("\"{version}\"");
    let answer = office.json(Method::POST, path, &[("if-match", &tag)], body).await;
    let named = answer.headers.get("etag").map(|tag| tag.to_str().unwrap().trim_matches('"').to_owned());
    let told = answer.json();
    assert_eq!(named, told["version"].as_i64().map(|version| version.to_string()), "{}", answer.text);
    (answer.status, told)
}

#[test]
fn a_program_that_read_an_older_version_of_an_inquiry_is_refused_and_nothing_is_done() {
    both(async |site| {
        let id = begun(&site).await;
        let mut office = visitor(&site, &clerk());
        let path = format!("/api/inquiries/{id}");
        let seen = office.get(&path).await.json()["version"].clone();
        let (done, now) = over(&mut office, &format!("{path}/questions"), &seen, question()).await;
        assert_eq!((done, now["questions"].as_array().unwrap().len()), (StatusCode::OK, 2));
        for (verb, body) in [
            ("questions", question()),
            ("telling", Value::Null),
            ("removal", json!({ "reason": "改期" })),
            (
                "votes",
                json!({ "unit": water().to_string(), "turn": "first", "ballots": 1, "satisfied": 1,
                "basically": 0, "dissatisfied": 0, "invalid": 0 }),
            ),
        ] {
            let (late, told) = over(&mut office, &format!("{path}/{verb}"), &seen, body).await;
            assert_eq!(late, StatusCode::PRECONDITION_FAILED, "{verb}: {told}");
        }
        let entry = now["questions"][0]["id"].as_str().unwrap();
        let strike = format!("{path}/questions/{entry}");
        let tag = format!("\"{seen}\"");
        let late = office.send(Method::DELETE, &strike, &[("if-match", &tag)], Vec::new()).await;
        assert_eq!(late.status, StatusCode::PRECONDITION_FAILED, "{}", late.text);
        let stands = office.get(&path).await.json();
        assert_eq!(stands, now, "nothing was done");
        let (told, after) = over(&mut office, &format!("{path}/telling"), &now["version"], Value::Null).await;
        assert_eq!((told, &after["stage"]), (StatusCode::OK, &json!("told")));
    });
}

#[test]
fn the_same_request_under_its_key_is_answered_though_it_moved_the_version() {
    both(async |site| {
        let id = begun(&site).await;
        let mut office = visitor(&site, &clerk());
        let path = format!("/api/inquiries/{id}");
        let tag = format!("\"{}\"", office.get(&path).await.json()["version"]);
        let headers = [("if-match", tag.as_str()), ("idempotency-key", "one")];
        for _ in 0..2 {
            let answer = office.json(Method::POST, &format!("{path}/questions"), &headers, question()).await;
            assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
            assert_eq!(answer.json()["questions"].as_array().unwrap().len(), 2);
        }
    });
}

/// A hidden field of a page.
fn hidden(page: &str, name: &str) -> String {
    let field = format!("name=\"{name}\" value=\"");
    page.split(&field).nth(1).unwrap_or_else(|| panic!("no {name}: {page}")).split('"').next().unwrap().to_owned()
}

#[test]
fn a_list_of_questions_that_grew_since_it_was_read_is_not_sent_from_the_page() {
    both(async |site| {
        let id = begun(&site).await;
        let (mut office, page) = (visitor(&site, &clerk()), format!("/supervision/inquiries/{id}"));
        let words = hidden(&office.get(&page).await.text, "words");
        ask(&site, id, "钱从哪里来？").await;
        let telling = format!("{page}/telling");
        let late = office.post(&telling, &[("words", &words)]).await;
        assert_eq!(late.status, StatusCode::PRECONDITION_FAILED, "{}", late.text);
        assert!(late.text.contains("别人又改动了这次专题询问"), "{}", late.text);
        let words = hidden(&office.get(&page).await.text, "words");
        assert_eq!(office.post(&telling, &[("words", &words)]).await.status, StatusCode::SEE_OTHER);
    });
}

#[test]
fn two_clerks_who_enter_one_poll_are_shown_both_totals() {
    both(async |site| {
        let id = begun(&site).await;
        desk::tell(&site, &clerk(), id, &Sent::default()).await.unwrap();
        on(&site, "2026-03-10");
        desk::hold(&site, &clerk(), id, &Sent::default()).await.unwrap();
        let (mut office, page) = (visitor(&site, &clerk()), format!("/supervision/inquiries/{id}/votes"));
        let version = hidden(&office.get(&page).await.text, "version");
        let turn = Turn::First;
        let poll =
            PollWanted { unit: water(), turn, ballots: 30, satisfied: 20, basically: 8, dissatisfied: 1, invalid: 1 };
        desk::vote(&site, &chief(), id, poll, &Sent::default()).await.unwrap();
        let unit = water().to_string();
        let typed = [("unit", unit.as_str()), ("turn", "first"), ("ballots", "30"), ("satisfied", "18")];
        let rest = [("basically", "10"), ("dissatisfied", "1"), ("invalid", "1")];
        let typed = [typed.as_slice(), rest.as_slice()].concat();
        let late = office.post(&page, &[&typed[..], &[("version", version.as_str())]].concat()).await;
        assert_eq!(late.status, StatusCode::PRECONDITION_FAILED, "{}", late.text);
        assert!(late.text.contains(">20<") && late.text.contains(">18<"), "both totals: {}", late.text);
        let version = hidden(&late.text, "version");
        let sure = office.post(&page, &[&typed[..], &[("version", version.as_str())]].concat()).await;
        assert_eq!(sure.status, StatusCode::SEE_OTHER, "{}", sure.text);
        assert_eq!(desk::of(&site, &clerk(), id).await.unwrap().inquiry.polls[0].satisfied, 18);
        sound(&site).await;
    });
}
