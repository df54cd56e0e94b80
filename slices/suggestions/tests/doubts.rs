//! A class that is doubted: desk, pages without script, JSON, and what everybody sees.

use crate::world::{site::visitor, *};
use axum::http::{Method, StatusCode};
use kit::{
    Site,
    db::Sql,
    testing::{both, on_sqlite},
    web::api::Once,
};
use serde_json::json;
use suggestions::{
    desk::{self, doubt::Answer},
    queries,
};
use suggestions_rules::{AssignmentId, DoubtId, SuggestionId};

/// Delivered by unit 1 as A on 12 March, with unit 2 beside it.
async fn delivered(site: &Site) -> (SuggestionId, AssignmentId) {
    found(site).await;
    let (id, part, _) = assigned(site, "关于修缮便桥的建议").await;
    desk::handle::sign_for(site, &unit_clerk(1), id, part, desk::Saw::Unsaid).await.unwrap();
    on(site, "2026-03-12");
    replied(site, id, part, "A").await;
    (id, part)
}

async fn doubted(site: &Site, by: &accounts_rules::Actor, id: SuggestionId, part: AssignmentId) -> DoubtId {
    desk::doubt::doubt(site, by, id, part, words("护栏没有装"), &Once::default()).await.unwrap()
}

async fn class(site: &Site, id: SuggestionId) -> (String, String) {
    let sql = Sql::new("select class, counted_as from reply where suggestion = {}").bind(id);
    site.db().one::<(String, String)>(sql).await.unwrap().unwrap()
}

#[test]
fn the_head_of_the_unit_changes_the_class_and_nobody_else_does() {
    both(|site| async move {
        let (id, part) = delivered(&site).await;
        let doubt = doubted(&site, &deputy(1), id, part).await;
        let change = || Answer::Change("B".to_owned(), words("属实"));
        for actor in [unit_clerk(1), unit_head(2), clerk(), deputy(1), transfer()] {
            let refused = desk::doubt::answer(&site, &actor, id, doubt, change()).await;
            assert!(refused.is_err(), "{}", actor.name);
        }
        assert_eq!(class(&site, id).await, ("A".to_owned(), "solved".to_owned()));
        desk::doubt::answer(&site, &unit_head(1), id, doubt, change()).await.unwrap();
        assert_eq!(class(&site, id).await, ("B".to_owned(), "in-progress".to_owned()));
        let again = desk::doubt::answer(&site, &unit_head(1), id, doubt, change()).await.unwrap_err();
        assert_eq!(why(again), "suggestions-refused-doubt-answered");
        sound(&site).await;
    });
}

#[test]
fn who_doubted_takes_it_back_and_another_may_then_doubt() {
    both(|site| async move {
        let (id, part) = delivered(&site).await;
        let first = doubted(&site, &deputy(1), id, part).await;
        let open = desk::doubt::doubt(&site, &clerk(), id, part, words("不符"), &Once::default()).await.unwrap_err();
        assert_eq!(why(open), "suggestions-refused-doubt-open");
        let others = desk::doubt::withdraw(&site, &clerk(), id, first).await.unwrap_err();
        assert_eq!(why(others), "suggestions-refused-not-doubter");
        desk::doubt::withdraw(&site, &deputy(1), id, first).await.unwrap();
        on(&site, "2026-03-13");
        let office = doubted(&site, &clerk(), id, part).await;
        let seen = queries::detail(&site, &deputy(1), id).await.unwrap();
        assert_eq!(
            seen.doubts.iter().map(|one| (one.id, one.by)).collect::<Vec<_>>(),
            [(first, Some(person(1))), (office, None)]
        );
        sound(&site).await;
    });
}

#[test]
fn a_chair_who_signed_doubts_in_person_and_another_s_paper_as_the_office() {
    both(|site| async move {
        let (id, part) = delivered(&site).await;
        let chair = |n: u8| {
            let mut chair = deputy(n);
            chair.posts.extend(chief().posts);
            chair
        };
        let own = doubted(&site, &chair(1), id, part).await;
        let seen = queries::detail(&site, &chair(1), id).await.unwrap();
        assert_eq!(seen.doubts.iter().map(|one| one.by).collect::<Vec<_>>(), [Some(person(1))]);
        let page = visitor(&site, &chair(1)).get(&format!("/suggestions/{id}")).await.text;
        assert!(page.contains(&format!("/doubts/{own}/removal")), "who doubted may take it back: {page}");
        desk::doubt::withdraw(&site, &chair(1), id, own).await.unwrap();
        on(&site, "2026-03-13");
        doubted(&site, &chair(4), id, part).await;
        let seen = queries::detail(&site, &clerk(), id).await.unwrap();
        assert_eq!(seen.doubts.last().unwrap().by, None, "who did not sign it speaks for the office");
        sound(&site).await;
    });
}

#[test]
fn a_doubt_is_seen_by_signers_office_and_unit_and_by_nobody_else() {
    on_sqlite(|site| async move {
        let (id, part) = delivered(&site).await;
        doubted(&site, &deputy(1), id, part).await;
        for (actor, sees) in [
            (deputy(1), true),
            (clerk(), true),
            (transfer(), true),
            (unit_head(1), true),
            (unit_clerk(1), true),
            (unit_head(2), false),
            (deputy(4), false),
        ] {
            let page = visitor(&site, &actor).get(&format!("/suggestions/{id}")).await.text;
            assert_eq!(page.contains("护栏没有装"), sees, "{}", actor.name);
            let json = visitor(&site, &actor).get(&format!("/api/suggestions/{id}")).await.text;
            assert_eq!(json.contains("护栏没有装") || json.contains("class-doubted"), sees, "{}", actor.name);
        }
    });
}

#[test]
fn without_script_a_deputy_doubts_and_the_head_keeps_with_a_reason() {
    on_sqlite(|site| async move {
        let (id, part) = delivered(&site).await;
        let at = format!("/suggestions/{id}");
        let mut deputy = visitor(&site, &deputy(1));
        let page = deputy.get(&at).await.text;
        assert!(page.contains(&format!("{at}/assignments/{part}/doubt")), "the page offers it");
        deputy.get(&format!("{at}/assignments/{part}/doubt")).await;
        let empty = deputy.post(&format!("{at}/assignments/{part}/doubt"), &[("reason", " ")]).await;
        assert!(empty.status == StatusCode::UNPROCESSABLE_ENTITY && empty.text.contains("f-reason-error"));
        let done = deputy.fill(&format!("{at}/assignments/{part}/doubt"), &[("reason", "护栏没有装")]).await.text;
        assert!(done.contains("护栏没有装") && done.contains("待承办单位答复"));
        let doubt = queries::detail(&site, &clerk(), id).await.unwrap().doubts[0].id;
        let answer = format!("{at}/doubts/{doubt}/answer");
        let mut head = visitor(&site, &unit_head(1));
        assert!(head.get(&at).await.text.contains(&answer));
        head.get(&answer).await;
        for (typed, beside) in [
            (vec![("answer", "keep")], "f-reason-error"),
            (vec![("answer", "change"), ("reason", "属实")], "f-class-error"),
            (vec![("answer", "change"), ("class", "A"), ("reason", "属实")], "f-class-error"),
            (vec![("reason", "已装好")], "f-answer-error"),
        ] {
            let wrong = head.post(&answer, &typed).await;
            assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{beside}");
            assert!(wrong.text.contains(beside), "{beside}: {}", wrong.text);
        }
        let kept = head.fill(&answer, &[("answer", "keep"), ("reason", "已于三月十一日装好")]).await.text;
        assert!(kept.contains("维持原类别") && kept.contains("已于三月十一日装好"));
        let page = deputy.get(&at).await.text;
        assert!(page.contains("已于三月十一日装好") && !page.contains("/doubt\""), "once is what this congress allows");
        sound(&site).await;
    });
}

#[test]
fn who_may_not_hears_so_before_what_was_sent_is_read() {
    on_sqlite(|site| async move {
        let (id, part) = delivered(&site).await;
        let doubt = doubted(&site, &deputy(1), id, part).await;
        let api = format!("/api/suggestions/{id}");
        let raise = format!("{api}/assignments/{part}/doubts");
        let answer = format!("{api}/doubts/{doubt}/answer");
        for (actor, path, status) in [
            (unit_clerk(1), &raise, 403),
            (stranger(), &raise, 404),
            (clerk(), &raise, 422),
            (deputy(1), &answer, 403),
            (unit_head(2), &answer, 404),
            (stranger(), &answer, 404),
            (unit_head(1), &answer, 422),
        ] {
            let said = visitor(&site, &actor).json(Method::POST, path, &[], json!({ "reason": 7 })).await;
            assert_eq!(said.status.as_u16(), status, "{} {path}: {}", actor.name, said.text);
        }
    });
}

#[test]
fn an_open_doubt_shows_until_when_it_is_answered_and_why_then() {
    on_sqlite(|site| async move {
        let (id, part) = delivered(&site).await;
        doubted(&site, &deputy(1), id, part).await;
        let page = async |actor| visitor(&site, &actor).get(&format!("/suggestions/{id}")).await.text;
        let head = page(unit_head(1)).await;
        assert!(
            head.contains("2026-03-26") && head.contains("本系统建议值：承办单位负责人收到类别异议后十个工作日内答复"),
            "{head}"
        );
        on(&site, "2026-03-27");
        assert!(page(clerk()).await.contains("超期 1 天"), "what is overdue is shown so");
    });
}

#[test]
fn json_doubts_once_answers_and_withdraws() {
    on_sqlite(|site| async move {
        let (id, part) = delivered(&site).await;
        let api = format!("/api/suggestions/{id}");
        let (mut office, mut head) = (visitor(&site, &clerk()), visitor(&site, &unit_head(1)));
        let (path, key) = (format!("{api}/assignments/{part}/doubts"), [("idempotency-key", "doubt-1")]);
        let first = office.json(Method::POST, &path, &key, json!({ "reason": "不符" })).await;
        let again = office.json(Method::POST, &path, &key, json!({ "reason": "不符" })).await;
        assert_eq!((first.status, first.json()["id"].clone()), (StatusCode::CREATED, again.json()["id"].clone()));
        let doubt = first.json()["id"].as_str().unwrap().to_owned();
        let answer = format!("{api}/doubts/{doubt}/answer");
        let nothing = head.json(Method::POST, &answer, &[], json!({})).await;
        assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
        let changed = head.json(Method::POST, &answer, &[], json!({ "class": "C", "reason": "属实" })).await;
        assert_eq!(changed.status, StatusCode::OK, "{}", changed.text);
        let seen = office.get(&api).await.json();
        let one = &seen["class_doubts"][0];
        assert_eq!((&one["standing"], &one["class"], &one["class_now"]), (&json!("changed"), &json!("A"), &json!("C")));
        assert_eq!(seen["parts"][0]["rounds"][0]["class"], "C");
        let late = office.json(Method::DELETE, &format!("{api}/doubts/{doubt}"), &[], json!(null)).await;
        assert_eq!(late.status, StatusCode::CONFLICT, "{}", late.text);
        sound(&site).await;
    });
}
