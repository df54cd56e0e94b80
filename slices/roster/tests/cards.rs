//! 承办单位联系卡: kept by the office of the congress and by the unit itself, on the page and as JSON.

use crate::world;
use crate::world::site::visitor;
use crate::world::{changsha, chief, code, congress, text};
use accounts_rules::{Actor, Duty, Post};
use axum::http::{Method, StatusCode};
use kernel::BodyId;
use kit::{Site, testing::both, web::api::Once};
use roster::desk::bodies::{self, NewBody};
use roster_rules::BodyKind;
use serde_json::json;

async fn unit(site: &Site, clerk: &Actor, name: &str) -> BodyId {
    let here = congress(site, "430121").await;
    let new =
        NewBody { area: code("430121"), kind: BodyKind::Unit, name: text(name), powers: Vec::new(), transfer: false };
    bodies::enter(site, clerk, here, &new, &Once::default()).await.unwrap()
}

async fn of_unit(site: &Site, unit: BodyId) -> Actor {
    let post =
        Post { duty: Duty::UnitClerk, body: unit, congress: congress(site, "430121").await, area: code("430121") };
    Actor { account: Some(site.new_id()), posts: vec![post], name: "承办人".to_owned(), ..Actor::nobody() }
}

#[test]
fn the_office_and_the_unit_keep_the_card_and_nobody_else_sees_it() {
    both(async |site| {
        changsha(&site).await;
        let office = chief(&site, "430121").await;
        let (here, beside) = (unit(&site, &office, "长沙县水利局").await, unit(&site, &office, "长沙县财政局").await);
        let own = of_unit(&site, here).await;
        let fields = [
            ("leader", "李副县长"),
            ("responsible", "王局长"),
            ("contact", "赵科长"),
            ("phone", "0731-84010001"),
            ("duties", "河道治理\n农村饮水安全"),
        ];
        for (actor, version) in [(&office, "0"), (&own, "1")] {
            let mut visitor = visitor(&site, actor);
            let page = visitor.get(&format!("/bodies/{here}")).await;
            assert!(page.text.contains(&format!("name=\"version\" value=\"{version}\"")), "{}", page.text);
            let all: Vec<_> = fields.into_iter().chain([("version", version)]).collect();
            let changed: Vec<_> = all
                .iter()
                .map(|(name, value)| if *name == "contact" { (*name, &*actor.name) } else { (*name, *value) })
                .collect();
            let kept = visitor.fill(&format!("/bodies/{here}/card"), &changed).await;
            assert!(kept.text.contains("value=\"李副县长\"") && kept.text.contains(&actor.name), "{}", kept.text);
            assert!(kept.text.contains("河道治理\n农村饮水安全</textarea>"), "{}", kept.text);
        }
        let other = of_unit(&site, beside).await;
        for actor in [Actor::nobody(), chief(&site, "4301").await, other] {
            let mut visitor = visitor(&site, &actor);
            assert!(!visitor.get(&format!("/bodies/{here}")).await.text.contains("李副县长"));
            assert_ne!(visitor.get(&format!("/api/bodies/{here}/card")).await.status, StatusCode::OK);
            let version = [("if-match", "\"2\"")];
            let kept = visitor.json(Method::PUT, &format!("/api/bodies/{here}/card"), &version, json!({})).await;
            assert!(matches!(kept.status.as_u16(), 401 | 403), "{}", kept.text);
        }
    });
}

#[test]
fn a_unit_renamed_on_a_version_that_stands_no_more_shows_both_names() {
    both(async |site| {
        changsha(&site).await;
        let office = chief(&site, "430121").await;
        let here = unit(&site, &office, "长沙县水利局").await;
        let mut visitor = visitor(&site, &office);
        visitor.get(&format!("/bodies/{here}")).await;
        let path = format!("/bodies/{here}/name");
        visitor.fill(&path, &[("name", "长沙县水务局"), ("version", "1")]).await;
        let late = visitor.post(&path, &[("name", "长沙县水利水务局"), ("version", "1")]).await;
        assert_eq!(late.status, StatusCode::PRECONDITION_FAILED);
        assert!(late.text.contains("长沙县水务局") && late.text.contains("长沙县水利水务局"), "{}", late.text);
    });
}

#[test]
fn a_card_kept_on_a_version_that_stands_no_more_shows_both() {
    both(async |site| {
        changsha(&site).await;
        let office = chief(&site, "430121").await;
        let here = unit(&site, &office, "长沙县水利局").await;
        let (path, mut program) = (format!("/api/bodies/{here}/card"), visitor(&site, &office));
        let empty = program.get(&path).await;
        assert_eq!((empty.json()["version"].clone(), empty.json()["contact"].clone()), (json!(0), json!(null)));
        let bare = program.json(Method::PUT, &path, &[], json!({ "contact": "赵科长" })).await;
        assert_eq!(bare.status, StatusCode::PRECONDITION_REQUIRED);
        let seen = [("if-match", "\"0\"")];
        let kept = program.json(Method::PUT, &path, &seen, json!({ "contact": "赵科长" })).await;
        assert_eq!((kept.status, kept.json()["version"].clone()), (StatusCode::OK, json!(1)), "{}", kept.text);
        let late = program.json(Method::PUT, &path, &seen, json!({ "contact": "钱科长" })).await;
        assert_eq!(
            (late.status, late.json()["errors"][0]["message"].clone()),
            (StatusCode::PRECONDITION_FAILED, json!("赵科长"))
        );
        program.get(&format!("/bodies/{here}")).await;
        let page = program.post(&format!("/bodies/{here}/card"), &[("contact", "钱科长"), ("version", "0")]).await;
        assert_eq!(page.status, StatusCode::PRECONDITION_FAILED);
        assert!(page.text.contains("钱科长") && page.text.contains("赵科长"), "{}", page.text);
        let committee = world::body(&site, "430121", "standing_committee").await;
        assert_eq!(program.get(&format!("/api/bodies/{committee}/card")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(world::verbs(&site).await.iter().filter(|verb| verb.contains("amended")).count(), 1);
    });
}
