//! Talks with deputies on the pages and in JSON, without script.

use crate::world::{site::visitor, *};
use axum::http::{Method, StatusCode};
use kit::{Site, testing::both};
use serde_json::{Value, json};
use suggestions::{desk, queries};
use suggestions_rules::{AssignmentId, ContactId, SuggestionId};

/// Signed for by unit 1, on 12 March.
async fn handled(site: &Site) -> (SuggestionId, AssignmentId) {
    found(site).await;
    let (id, part, _) = assigned(site, "关于修缮便桥的建议").await;
    desk::handle::sign_for(site, &unit_clerk(1), id, part, desk::Saw::Unsaid).await.unwrap();
    on(site, "2026-03-12");
    (id, part)
}

fn fields(with: &str) -> Vec<(&'static str, String)> {
    let typed = [("day", "2026-03-12"), ("way", "site"), ("by", "副局长"), ("place", "桥头"), ("said", "希望年内修好")];
    let typed = typed.map(|(name, value)| (name, value.to_owned()));
    typed.into_iter().chain([("with", with.to_owned()), ("draft_shown", "1".to_owned())]).collect()
}

fn pairs<'a>(fields: &'a [(&'static str, String)]) -> Vec<(&'a str, &'a str)> {
    fields.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

async fn first(site: &Site, id: SuggestionId) -> ContactId {
    queries::detail(site, &clerk(), id).await.unwrap().contacts[0].id
}

#[test]
fn a_unit_records_a_talk_and_the_deputy_finds_it_and_confirms_it_with_one_button() {
    both(|site| async move {
        let (id, part) = handled(&site).await;
        let mut unit = visitor(&site, &unit_clerk(1));
        let page = unit.get(&format!("/suggestions/{id}")).await.text;
        let path = format!("/suggestions/{id}/assignments/{part}/contacts");
        assert!(page.contains(&path), "the page leads to the form");
        unit.get(&path).await;
        let shown = unit.fill(&path, &pairs(&fields(&person(1).to_string()))).await.text;
        assert!(shown.contains("希望年内修好") && shown.contains("待代表确认"));
        let which = first(&site, id).await;
        let mut deputy = visitor(&site, &deputy(1));
        let own = deputy.get("/suggestions").await.text;
        assert!(own.contains(&format!("/suggestions/{id}#contact-{which}")));
        deputy.get(&format!("/suggestions/{id}")).await;
        let done = deputy.fill(&format!("/suggestions/{id}/contacts/{which}/confirmation"), &[]).await.text;
        assert!(done.contains("代表已确认") && !done.contains("/confirmation\""));
        let other = visitor(&site, &unit_clerk(2)).get(&format!("/suggestions/{id}")).await.text;
        assert!(other.contains("副局长") && !other.contains("希望年内修好"), "another unit reads not what was said");
    });
}

#[test]
fn what_does_not_fit_is_said_beside_its_field_and_nothing_typed_is_lost() {
    both(|site| async move {
        let (id, part) = handled(&site).await;
        let mut unit = visitor(&site, &unit_clerk(1));
        let path = format!("/suggestions/{id}/assignments/{part}/contacts");
        unit.get(&path).await;
        for (field, value, id_of) in [
            ("day", "2026-03-13", "f-day-error"),
            ("day", "明天", "f-day-error"),
            ("way", "pigeon", "f-way-error"),
            ("with", "nobody", "f-with-error"),
            ("by", "", "f-by-error"),
            ("said", " ", "f-said-error"),
        ] {
            let mut typed = fields(&person(1).to_string());
            typed.iter_mut().filter(|(name, _)| *name == field).for_each(|(_, kept)| value.clone_into(kept));
            let answer = unit.post(&path, &pairs(&typed)).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}={value}");
            assert!(answer.text.contains(id_of), "{field}={value}");
            assert!(answer.text.contains("桥头"), "what was typed stays");
        }
        assert!(queries::detail(&site, &clerk(), id).await.unwrap().contacts.is_empty());
    });
}

#[test]
fn a_dispute_needs_a_reason_and_is_offered_to_that_deputy_alone() {
    both(|site| async move {
        let (id, part) = handled(&site).await;
        let mut unit = visitor(&site, &unit_clerk(1));
        let path = format!("/suggestions/{id}/assignments/{part}/contacts");
        unit.get(&path).await;
        unit.fill(&path, &pairs(&fields(&person(1).to_string()))).await;
        let dispute = format!("/suggestions/{id}/contacts/{}/dispute", first(&site, id).await);
        for (actor, status) in [(clerk(), 403), (unit_clerk(1), 403), (unit_clerk(2), 403), (deputy(5), 404)] {
            assert_eq!(visitor(&site, &actor).get(&dispute).await.status.as_u16(), status, "{}", actor.name);
        }
        let mut deputy = visitor(&site, &deputy(1));
        assert_eq!(deputy.get(&dispute).await.status, StatusCode::OK);
        assert_eq!(deputy.post(&dispute, &[("reason", "")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let said = deputy.fill(&dispute, &[("reason", "没有到现场")]).await.text;
        assert!(said.contains("代表有异议") && said.contains("没有到现场"));
    });
}

#[test]
fn the_page_that_signs_says_plainly_what_is_missing() {
    both(|site| async move {
        let (id, part) = handled(&site).await;
        desk::reply::draft(&site, &unit_clerk(1), id, part, 0, letter()).await.unwrap();
        desk::reply::send_to_check(&site, &unit_clerk(1), id, part, desk::Saw::Unsaid).await.unwrap();
        let missing = "还没有与代表沟通的记录";
        let checker = visitor(&site, &transfer()).get(&format!("/suggestions/{id}")).await.text;
        assert!(checker.contains(missing));
        desk::reply::pass(&site, &transfer(), id, part, desk::Saw::Unsaid).await.unwrap();
        let sign = format!("/suggestions/{id}/assignments/{part}/signature");
        assert!(visitor(&site, &unit_head(1)).get(&sign).await.text.contains(missing));
        assert!(!visitor(&site, &deputy(1)).get(&format!("/suggestions/{id}")).await.text.contains(missing));
        let mut unit = visitor(&site, &unit_clerk(1));
        let path = format!("/suggestions/{id}/assignments/{part}/contacts");
        unit.get(&path).await;
        unit.fill(&path, &pairs(&fields(&person(1).to_string()))).await;
        assert!(!visitor(&site, &unit_head(1)).get(&sign).await.text.contains(missing));
    });
}

fn talk(day: &str) -> Value {
    json!({ "day": day, "way": "phone", "with": person(1).to_string(), "by": "科长", "said": "知道了" })
}

#[test]
fn programs_record_once_with_a_key_and_the_deputy_answers() {
    both(|site| async move {
        let (id, part) = handled(&site).await;
        let path = format!("/api/suggestions/{id}/assignments/{part}/contacts");
        let mut unit = visitor(&site, &unit_clerk(1));
        let key = [("idempotency-key", "one")];
        let made = unit.json(Method::POST, &path, &key, talk("2026-03-12")).await;
        let again = unit.json(Method::POST, &path, &key, talk("2026-03-12")).await;
        assert_eq!((made.status, made.json()), (StatusCode::CREATED, again.json()));
        let unfit = unit.json(Method::POST, &path, &[], talk("2026-03-09")).await;
        assert_eq!(unfit.status, StatusCode::UNPROCESSABLE_ENTITY);
        let which = made.json()["id"].as_str().unwrap().to_owned();
        let mut deputy = visitor(&site, &deputy(1));
        let waiting = deputy.get("/api/contacts-to-confirm").await.json();
        assert_eq!(
            (waiting[0]["id"].as_str(), waiting[0]["suggestion"].as_str()),
            (Some(&*which), Some(&*id.to_string()))
        );
        let one = format!("/api/suggestions/{id}/contacts/{which}");
        let disputed = deputy.json(Method::POST, &format!("{one}/dispute"), &[], json!({ "reason": "没有来电" })).await;
        assert_eq!(disputed.status, StatusCode::OK);
        let late = deputy.json(Method::POST, &format!("{one}/confirmation"), &[], Value::Null).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        assert_eq!(unit.json(Method::DELETE, &one, &[], Value::Null).await.status, StatusCode::OK);
        let whole = unit.get(&format!("/api/suggestions/{id}")).await.json();
        assert_eq!(
            (whole["contacts"][0]["word"].as_str(), whole["contacts"].as_array().map(Vec::len)),
            (Some("withdrawn"), Some(1))
        );
        sound(&site).await;
    });
}

#[test]
fn a_congress_keeps_its_own_ways_of_talking() {
    both(|site| async move {
        let (id, part) = handled(&site).await;
        let mut office = visitor(&site, &chief());
        let list = format!("/suggestions/rules/entry/new?congress={}&list=contact-way", congress());
        assert!(office.get(&list).await.text.contains("不算见面"));
        let congress = congress().to_string();
        let typed = [
            ("congress", congress.as_str()),
            ("mode", "add"),
            ("list", "contact-way"),
            ("code", "station"),
            ("counts_as", "face"),
            ("value", "到联络站"),
            ("document", "县代表建议办理办法第八条"),
            ("grade", "A"),
            ("when", "later"),
            ("version", "0"),
            ("then", "lay"),
        ];
        office.fill("/suggestions/rules/entry", &typed).await;
        let form = format!("/suggestions/{id}/assignments/{part}/contacts");
        assert!(visitor(&site, &unit_clerk(1)).get(&form).await.text.contains("到联络站"));
    });
}
