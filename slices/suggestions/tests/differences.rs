//! 协调记录: units disagree, the transfer office or the office settles it, those who work on it read it, deputies do not.

use crate::world::{site::visitor, *};
use accounts_rules::Actor;
use axum::http::{Method, StatusCode};
use kit::{Site, db::Sql, testing::both};
use serde_json::{Value, json};
use suggestions::queries;
use suggestions_rules::{Fact, SuggestionId};

async fn raised(site: &Site, actor: &Actor, id: SuggestionId, wanted: Value) -> (StatusCode, Value) {
    let at = format!("/api/suggestions/{id}/room/differences");
    let answer = visitor(site, actor).json(Method::POST, &at, &[], wanted).await;
    (answer.status, answer.json())
}

async fn settled(site: &Site, actor: &Actor, (id, which): (SuggestionId, &Value), day: &str) -> StatusCode {
    let at = format!("/api/suggestions/{id}/room/differences/{}/settlement", which.as_str().unwrap());
    let outcome = json!({ "day": day, "outcome": "由交通局牵头，水利局出具水位资料。" });
    visitor(site, actor).json(Method::POST, &at, &[], outcome).await.status
}

#[test]
fn a_unit_asks_for_coordination_and_the_transfer_office_writes_down_what_came_of_it() {
    both(|site| async move {
        found(&site).await;
        let (id, ..) = assigned(&site, "关于修缮渡口的建议").await;
        let mut lead = visitor(&site, &unit_clerk(1));
        let room = format!("/suggestions/{id}/room");
        assert!(lead.get(&room).await.text.contains("提请协调"));
        let form = lead.get(&format!("{room}/differences")).await.text;
        assert!(form.contains("县水利局") && !form.contains("县财政局") && !form.contains(">县交通运输局<"), "{form}");
        let two = unit(2).to_string();
        let wrong = lead.post(&format!("{room}/differences"), &[("about", "水位资料由谁出")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text.contains("水位资料由谁出"), "what was typed stays: {}", wrong.text);
        let done = lead.fill(&format!("{room}/differences"), &[("between", &two), ("about", "水位资料由谁出")]).await;
        assert!(done.text.contains("水位资料由谁出") && done.text.contains("待协调"), "{}", done.text);
        let shown = lead.get(&format!("/suggestions/{id}")).await.text;
        assert!(shown.contains("承办单位意见不一致，等待协调"), "the lead's part says so: {shown}");
        let list = visitor(&site, &clerk()).get("/suggestions").await.text;
        assert!(list.contains(">待协调<"), "and the office's list: {list}");
        let mut above = visitor(&site, &transfer());
        let page = above.get(&room).await.text;
        let from = page.find(&format!("{room}/differences/")).unwrap();
        let at = page[from..].split('"').next().unwrap().to_owned();
        assert!(above.get(&at).await.text.contains("水位资料由谁出"));
        let early = above.post(&at, &[("day", "2026-03-09"), ("outcome", "由水利局出")]).await;
        assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(early.text.contains("由水利局出") && early.text.contains("id=\"f-day-error\""), "{}", early.text);
        let done = above.fill(&at, &[("day", "2026-03-10"), ("outcome", "由水利局出")]).await.text;
        assert!(done.contains("2026-03-10 由县政府督查室协调") && done.contains("由水利局出"), "{done}");
        assert!(!lead.get(&format!("/suggestions/{id}")).await.text.contains("等待协调"));
        assert!(!visitor(&site, &clerk()).get("/suggestions").await.text.contains(">待协调<"));
        sound(&site).await;
    });
}

#[test]
fn neither_deputies_nor_others_read_or_settle_it_and_no_unit_settles_its_own() {
    both(|site| async move {
        found(&site).await;
        let (id, ..) = assigned(&site, "关于修缮渡口的建议").await;
        let wanted = json!({ "between": [unit(2)], "about": "内部分歧" });
        let (status, made) = raised(&site, &unit_head(1), id, wanted.clone()).await;
        assert_eq!(status, StatusCode::CREATED, "{made}");
        for (actor, status) in [
            (deputy(1), StatusCode::FORBIDDEN),
            (unit_head(4), StatusCode::NOT_FOUND),
            (stranger(), StatusCode::NOT_FOUND),
        ] {
            assert_eq!(raised(&site, &actor, id, wanted.clone()).await.0, status, "{}", actor.name);
            assert_eq!(settled(&site, &actor, (id, &made["id"]), "2026-03-10").await, status, "{}", actor.name);
        }
        assert_eq!(settled(&site, &unit_head(1), (id, &made["id"]), "2026-03-10").await, StatusCode::FORBIDDEN);
        let seen = queries::detail(&site, &deputy(1), id).await.unwrap();
        assert!(!seen.history.iter().any(|it| matches!(it.fact, Fact::DifferenceRaised { .. })) && !seen.differs);
        assert!(!seen.remarks.values().any(|remark| remark.words == "内部分歧"));
        assert!(!visitor(&site, &deputy(1)).get(&format!("/suggestions/{id}")).await.text.contains("协调"));
        assert_eq!(settled(&site, &clerk(), (id, &made["id"]), "2026-03-10").await, StatusCode::NO_CONTENT);
        assert_eq!(settled(&site, &clerk(), (id, &made["id"]), "2026-03-10").await, StatusCode::CONFLICT, "once");
        let room = visitor(&site, &unit_clerk(2)).get(&format!("/api/suggestions/{id}/room")).await.json();
        let one = &room["differences"][0];
        assert_eq!((&one["settled_on"], &one["between"].as_array().unwrap().len()), (&json!("2026-03-10"), &2));
        let own = queries::detail(&site, &unit_clerk(2), id).await.unwrap();
        assert!(own.history.iter().any(|it| matches!(it.fact, Fact::DifferenceSettled { .. })), "the journal keeps it");
    });
}

#[test]
fn the_office_names_both_units_and_what_was_asked_twice_is_raised_once() {
    both(|site| async move {
        found(&site).await;
        let (id, ..) = assigned(&site, "关于修缮渡口的建议").await;
        let alone = raised(&site, &clerk(), id, json!({ "between": [unit(1)], "about": "甲" })).await;
        assert_eq!(alone.0, StatusCode::UNPROCESSABLE_ENTITY, "{}", alone.1);
        let stranger = raised(&site, &clerk(), id, json!({ "between": [unit(1), unit(3)], "about": "甲" })).await;
        assert_eq!(stranger.0, StatusCode::UNPROCESSABLE_ENTITY);
        let at = format!("/api/suggestions/{id}/room/differences");
        let key = site.new_id::<()>().to_string();
        let both = json!({ "between": [unit(1), unit(2)], "about": "甲" });
        let mut office = visitor(&site, &clerk());
        let once = office.json(Method::POST, &at, &[("idempotency-key", &key)], both.clone()).await;
        let twice = office.json(Method::POST, &at, &[("idempotency-key", &key)], both).await;
        assert_eq!((once.status, &once.text), (StatusCode::CREATED, &twice.text));
        let (count,): (i64,) = site.db().one(Sql::new("select count(*) from unit_difference")).await.unwrap().unwrap();
        assert_eq!(count, 1);
        sound(&site).await;
    });
}
