//! Drafts shown to deputies on the pages and in JSON, without script, and in the bound file.

use crate::world;
use crate::world::{site::visitor, *};
use axum::http::{Method, StatusCode};
use kit::{
    Site,
    testing::{both, on_sqlite},
};
use serde_json::{Value, json};
use suggestions::{desk, queries};
use suggestions_rules::{AssignmentId, SuggestionId};

/// Led by deputy 1, drafted by unit 1.
async fn drafted_by_unit(site: &Site) -> (SuggestionId, AssignmentId) {
    found(site).await;
    let (id, part, _) = assigned(site, "关于修缮便桥的建议").await;
    desk::handle::sign_for(site, &unit_clerk(1), id, part, desk::Saw::Unsaid).await.unwrap();
    desk::reply::draft(site, &unit_clerk(1), id, part, 0, letter()).await.unwrap();
    (id, part)
}

/// Asks deputy 1 on the page, and tells where that deputy answers.
async fn asked(site: &Site, id: SuggestionId, part: AssignmentId) -> String {
    let form = format!("/suggestions/{id}/assignments/{part}/showing");
    let mut unit = visitor(site, &unit_clerk(1));
    let page = unit.get(&format!("/suggestions/{id}")).await.text;
    assert!(page.contains(&form), "the page of the matter leads to the form");
    let blank = unit.get(&form).await.text;
    assert!(blank.contains(&format!("value=\"{}\" checked", person(1))), "the lead deputy is ticked: {blank}");
    for (to, said) in [("", "请至少选一位代表"), ("nobody", "f-to-error")] {
        let wrong = unit.post(&form, &[("to", to)]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{to}");
        assert!(wrong.text.contains(said), "{to}: {}", wrong.text);
    }
    let done = unit.fill(&form, &[("to", &person(1).to_string())]).await.text;
    assert!(done.contains("待反馈") && !done.contains(&form), "nobody is left to ask");
    let which = queries::detail(site, &unit_clerk(1), id).await.unwrap().shown[0].draft.id;
    format!("/suggestions/{id}/shown/{which}/answer")
}

#[test]
fn without_script_a_unit_asks_and_the_deputy_finds_the_draft_reads_it_and_answers() {
    both(|site| async move {
        let (id, part) = drafted_by_unit(&site).await;
        let at = asked(&site, id, part).await;
        let mut deputy = visitor(&site, &deputy(1));
        assert!(deputy.get("/suggestions").await.text.contains(&at), "it stands on the deputy's own page");
        assert!(deputy.get(&format!("/suggestions/{id}")).await.text.contains(&at));
        let page = deputy.get(&at).await.text;
        assert!(page.contains("征求意见稿，尚未签发") && page.contains("九月底前完工"), "{page}");
        let empty = deputy.post(&at, &[("words", " "), ("then", "say")]).await;
        assert!(empty.status == StatusCode::UNPROCESSABLE_ENTITY && empty.text.contains("f-words-error"));
        let both = deputy.post(&at, &[("words", "护栏"), ("then", "content")]).await;
        assert!(both.status == StatusCode::UNPROCESSABLE_ENTITY && both.text.contains("护栏</textarea>"));
        let done = deputy.fill(&at, &[("words", "请写明护栏哪天装"), ("then", "say")]).await.text;
        assert!(done.contains("请写明护栏哪天装") && done.contains("已反馈意见"));
        assert!(!deputy.get("/suggestions").await.text.contains(&at), "nothing waits any more");
        let unit = visitor(&site, &unit_clerk(1)).get(&format!("/suggestions/{id}")).await.text;
        assert!(unit.contains("请写明护栏哪天装"));
        sound(&site).await;
    });
}

#[test]
fn words_typed_below_an_older_draft_are_kept_and_the_newer_draft_is_put_above_them() {
    on_sqlite(|site| async move {
        let (id, part) = drafted_by_unit(&site).await;
        let at = asked(&site, id, part).await;
        let mut deputy = visitor(&site, &deputy(1));
        deputy.get(&at).await;
        let seen = desk::reply::edition(Some(&letter()));
        let newer =
            suggestions_rules::Letter { body: "十月底前完工。".to_owned().try_into().unwrap(), ..letter() };
        let newest = format!("name=\"draft\" value=\"{}\"", desk::reply::edition(Some(&newer)));
        desk::reply::draft(&site, &unit_clerk(1), id, part, seen, newer).await.unwrap();
        let typed = [("draft", seen.to_string()), ("words", "请写明护栏哪天装".to_owned()), ("then", "say".to_owned())];
        let typed: Vec<_> = typed.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let again = deputy.post(&at, &typed).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(again.text.contains("答复稿刚刚有改动") && again.text.contains("十月底前完工"), "{}", again.text);
        assert!(again.text.contains("请写明护栏哪天装</textarea>"), "nothing typed is lost");
        assert!(again.text.contains(&newest), "what is sent next is about the newer draft");
        let kept = queries::detail(&site, &clerk(), id).await.unwrap();
        assert_eq!(kept.shown[0].draft.end.word(), "waiting");
    });
}

#[test]
fn a_unit_takes_back_what_waits_and_the_deputy_is_told_so() {
    on_sqlite(|site| async move {
        let (id, part) = drafted_by_unit(&site).await;
        let at = asked(&site, id, part).await;
        let mut unit = visitor(&site, &unit_clerk(1));
        unit.get(&format!("/suggestions/{id}")).await;
        let done = unit.fill(&at.replace("/answer", "/removal"), &[]).await.text;
        assert!(done.contains("已撤回") && done.contains("/showing"), "another may be asked");
        let over = visitor(&site, &deputy(1)).get(&at).await;
        assert!(over.status == StatusCode::CONFLICT && over.text.contains("现在不能查看"), "{}", over.text);
    });
}

#[test]
fn json_shows_answers_and_takes_back_and_says_whose_it_is_before_it_reads_what_was_sent() {
    on_sqlite(|site| async move {
        let (id, part) = drafted_by_unit(&site).await;
        let api = format!("/api/suggestions/{id}");
        let (mut unit, mut deputy) = (visitor(&site, &unit_clerk(1)), visitor(&site, &deputy(1)));
        let path = format!("{api}/assignments/{part}/shown");
        for (actor, status) in [(unit_clerk(2), 403), (world::deputy(1), 403), (stranger(), 404)] {
            let bad = visitor(&site, &actor).json(Method::POST, &path, &[], json!({ "to": 7 })).await;
            assert_eq!(bad.status.as_u16(), status, "{}: {}", actor.name, bad.text);
        }
        for bad in [json!({ "to": 7 }), json!({ "to": [] }), json!({})] {
            let answer = unit.json(Method::POST, &path, &[], bad.clone()).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{bad}");
        }
        let key = [("idempotency-key", "shown-1")];
        for _ in 0..2 {
            let shown = unit.json(Method::POST, &path, &key, json!({ "to": [person(1).uuid()] })).await;
            assert_eq!(shown.status, StatusCode::OK, "{}", shown.text);
        }
        let seen = deputy.get(&api).await.json();
        let one = seen["shown_drafts"][0].clone();
        assert_eq!((&one["standing"], &one["waits"]), (&json!("waiting"), &json!(true)));
        assert_eq!(one["letter"]["body"], json!(letter().body.to_string()));
        assert_eq!(unit.get(&api).await.json()["shown_drafts"][0]["letter"], Value::Null);
        let answer = format!("{api}/shown/{}/answer", one["id"].as_str().unwrap());
        let not_asked = visitor(&site, &clerk()).json(Method::POST, &answer, &[], json!({ "words": 7 })).await;
        assert_eq!(not_asked.status, StatusCode::FORBIDDEN, "{}", not_asked.text);
        let stale = deputy.json(Method::POST, &answer, &[], json!({ "draft": 1 })).await;
        assert_eq!(stale.status, StatusCode::PRECONDITION_FAILED, "{}", stale.text);
        let done = deputy.json(Method::POST, &answer, &[], json!({ "draft": one["version"], "words": "可以" })).await;
        assert_eq!(done.status, StatusCode::OK, "{}", done.text);
        let late = unit.json(Method::DELETE, &answer.replace("/answer", ""), &[], json!(null)).await;
        assert_eq!(late.status, StatusCode::CONFLICT, "{}", late.text);
        let told = unit.get(&api).await.json()["shown_drafts"][0].clone();
        assert_eq!((&told["standing"], &told["words"]), (&json!("answered"), &json!("可以")));
        sound(&site).await;
    });
}

#[test]
fn the_bound_file_holds_who_was_asked_and_what_was_said_and_never_the_draft() {
    on_sqlite(|site| async move {
        let (id, part) = drafted_by_unit(&site).await;
        let at = asked(&site, id, part).await;
        let mut deputy = visitor(&site, &deputy(1));
        deputy.get(&at).await;
        deputy.fill(&at, &[("words", "请写明护栏哪天装"), ("then", "say")]).await;
        let paper = format!("/api/suggestions/{id}/papers/asked-1-1");
        for (actor, status) in [
            (clerk(), 200),
            (unit_clerk(1), 200),
            (world::deputy(1), 200),
            (unit_clerk(2), 404),
            (world::deputy(4), 404),
        ] {
            let answer = visitor(&site, &actor).get(&paper).await;
            assert_eq!(answer.status.as_u16(), status, "{}", actor.name);
            assert_eq!(answer.text.contains("请写明护栏哪天装"), status == 200, "{}", actor.name);
            assert!(!answer.text.contains("九月底前完工"), "{}", actor.name);
        }
    });
}
