//! The directory's forms: what is wrong is said beside the field and changes nothing, whoever comes too late sees both versions.

use crate::world::site::visitor;
use crate::world::{body, changsha, chief, congress, count, deputy, person, term};
use accounts_rules::Actor;
use axum::http::{Method, StatusCode};
use kit::{Site, db::Sql, testing::both};
use serde_json::json;

async fn bureau(site: &Site) -> (Actor, kernel::BodyId) {
    changsha(site).await;
    (chief(site, "430121").await, body(site, "430121", "unit").await)
}

#[test]
fn a_day_that_cannot_be_read_ends_nothing() {
    both(async |site| {
        let (clerk, unit) = bureau(&site).await;
        let term = term(&site, &clerk, "430121").await;
        let who = person(&site, &clerk, "430121", "周一鸣").await;
        let mandate = deputy(&site, &clerk, who, term).await;
        let mut office = visitor(&site, &clerk);
        office.get(&format!("/mandates/{mandate}")).await;
        office.fill(&format!("/mandates/{mandate}/roles"), &[("role", "group_head"), ("began", "2026-01-05")]).await;
        let (role,) = site.db().one::<(roster_rules::RoleId,)>("select id from mandate_role").await.unwrap().unwrap();
        for day in ["2026-13-40", "", "2026-01-04"] {
            let again = office.post(&format!("/roles/{role}/end"), &[("until", day)]).await;
            assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "{day}: {}", again.text);
            assert!(again.text.contains(&format!("value=\"{day}\"")), "{day}: {}", again.text);
        }
        assert_eq!(count(&site, "select count(*) from mandate_role where ended is null").await, 1);
        for day in ["2026-13-40", ""] {
            let again = office.post(&format!("/bodies/{unit}/closure"), &[("version", "1"), ("on", day)]).await;
            assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(again.text.contains("id=\"f-on-error\""), "{day}: {}", again.text);
        }
        assert_eq!(count(&site, "select count(*) from body where closed is not null").await, 0);
        office.fill(&format!("/roles/{role}/end"), &[("until", "2026-02-05")]).await;
        office.fill(&format!("/bodies/{unit}/closure"), &[("version", "1"), ("on", "2026-02-05")]).await;
        assert_eq!(count(&site, "select count(*) from body where closed = '2026-02-05'").await, 1);
    });
}

#[test]
fn a_body_is_entered_from_the_directory_and_nothing_typed_is_lost() {
    both(async |site| {
        let (clerk, _) = bureau(&site).await;
        let here = congress(&site, "430121").await;
        let (new, made) = (format!("/congresses/{here}/bodies/new"), format!("/congresses/{here}/bodies"));
        let mut office = visitor(&site, &clerk);
        assert!(office.get("/units").await.text.contains(&new));
        assert!(!visitor(&site, &Actor::nobody()).get("/units").await.text.contains("/bodies/new"));
        assert_eq!(office.get(&new).await.status, StatusCode::OK);
        let wrong = [("name", "长沙县政府督查室"), ("kind", "unit"), ("area", "43x")];
        let outside = [("name", "长沙县政府督查室"), ("kind", "unit"), ("area", "4302")];
        for typed in [&wrong, &outside] {
            let again = office.post(&made, typed).await;
            assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", again.text);
            assert!(again.text.contains("长沙县政府督查室") && !again.text.contains("⟦"), "{}", again.text);
        }
        let right = [("name", "长沙县政府督查室"), ("kind", "unit"), ("area", "430121"), ("transfer", "1")];
        let shown = office.fill(&made, &right).await;
        assert!(shown.text.contains("长沙县政府督查室"), "{}", shown.text);
        let kept = "select count(*) from v_body where name = '长沙县政府督查室' and transfer = 1";
        assert_eq!(count(&site, kept).await, 1);
        let mut above = visitor(&site, &chief(&site, "4301").await);
        assert_eq!(above.get(&new).await.status, StatusCode::FORBIDDEN);
    });
}

#[test]
fn whoever_comes_too_late_sees_both_and_can_send_it_once_more() {
    both(async |site| {
        let (clerk, unit) = bureau(&site).await;
        let committee = body(&site, "430121001", "work_committee").await;
        let mut office = visitor(&site, &clerk);
        let at = |id: kernel::BodyId, what: &str| format!("/bodies/{id}/{what}");
        office.get(&format!("/bodies/{committee}")).await;
        let unknown = office.post(&at(committee, "powers"), &[("version", "1"), ("powers", "decide")]).await;
        assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", unknown.text);
        assert_eq!(count(&site, "select count(*) from journal where verb = 'body.amended'").await, 0);
        office.fill(&at(committee, "name"), &[("version", "1"), ("name", "星沙街道人大工作委员会")]).await;
        let two = [("version", "1"), ("powers", "inspect"), ("powers", "hear_reports")];
        let late = office.post(&at(committee, "powers"), &two).await;
        assert_eq!(late.status, StatusCode::PRECONDITION_FAILED);
        let again = format!("action=\"{}\"", at(committee, "powers"));
        assert!(late.text.contains(&again) && late.text.contains("组织视察、检查；"), "{}", late.text);
        assert!(
            late.text.contains("value=\"inspect\"") && late.text.contains("value=\"hear_reports\""),
            "{}",
            late.text
        );
        office.fill(&at(unit, "transfer"), &[("version", "1"), ("transfer", "1")]).await;
        let late = office.post(&at(unit, "closure"), &[("version", "1"), ("on", "2026-02-05")]).await;
        assert!(late.text.contains(&format!("action=\"{}\"", at(unit, "closure"))), "{}", late.text);
        assert!(late.text.contains("value=\"2026-02-05\""), "{}", late.text);
    });
}

#[test]
fn a_transfer_office_is_set_and_taken_back_by_page_and_by_json() {
    both(async |site| {
        let (clerk, unit) = bureau(&site).await;
        let committee = body(&site, "430121001", "work_committee").await;
        let is = Sql::new("select count(*) from v_body where transfer = 1 and id = {}").bind(unit);
        let mut office = visitor(&site, &clerk);
        let page = office.get(&format!("/bodies/{unit}")).await;
        assert!(page.text.contains("name=\"transfer\""), "{}", page.text);
        office.fill(&format!("/bodies/{unit}/transfer"), &[("version", "1"), ("transfer", "1")]).await;
        assert_eq!(count(&site, is.clone()).await, 1);
        let path = format!("/api/bodies/{unit}/transfer");
        let no = json!({ "transfer": false });
        let stale = office.json(Method::PUT, &path, &[("if-match", "\"1\"")], no.clone()).await;
        assert_eq!(stale.status, StatusCode::PRECONDITION_FAILED);
        let set = office.json(Method::PUT, &path, &[("if-match", "\"2\"")], no).await;
        assert_eq!(set.status, StatusCode::NO_CONTENT, "{}", set.text);
        assert_eq!(count(&site, is).await, 0);
        let path = format!("/api/bodies/{committee}/transfer");
        let refused = office.json(Method::PUT, &path, &[("if-match", "\"1\"")], json!({ "transfer": true })).await;
        assert_eq!(refused.json()["type"], "roster-refused-transfer", "{}", refused.text);
        let mut above = visitor(&site, &chief(&site, "4301").await);
        let path = format!("/api/bodies/{unit}/transfer");
        let refused = above.json(Method::PUT, &path, &[("if-match", "\"3\"")], json!({ "transfer": true })).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
    });
}

#[test]
fn two_entries_that_cannot_be_merged_are_shown_again_with_what_was_typed() {
    both(async |site| {
        let (clerk, _) = bureau(&site).await;
        let term = term(&site, &clerk, "430121").await;
        let mut both =
            [person(&site, &clerk, "430121", "周一鸣").await, person(&site, &clerk, "430121", "周一鸣").await];
        both.sort();
        let [one, other] = both;
        deputy(&site, &clerk, one, term).await;
        deputy(&site, &clerk, other, term).await;
        let here = congress(&site, "430121").await.to_string();
        let (path, other) = (format!("/people/{one}/merges"), other.to_string());
        let mut office = visitor(&site, &clerk);
        office.get(&format!("/congresses/{here}/duplicates")).await;
        let blank = office.post(&path, &[("list", &here), ("other", &other), ("reason", "")]).await;
        assert_eq!(blank.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(blank.text.contains("id=\"f-reason-error\""), "{}", blank.text);
        let refused = office.post(&path, &[("list", &here), ("other", &other), ("reason", "查过档案")]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains("查过档案") && refused.text.contains("不会是同一个人"), "{}", refused.text);
        assert_eq!(count(&site, "select count(*) from merge").await, 0);
    });
}
