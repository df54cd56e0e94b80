//! 改派、增加承办单位: by page and by program, on both engines.

use crate::world::{site::visitor, *};
use axum::http::{Method, StatusCode};
use kernel::BodyId;
use kit::{Site, testing::both};
use serde_json::json;
use suggestions::{
    desk::{self, assign::Plan},
    queries,
};
use suggestions_rules::{AssignmentId, Role, SuggestionId};

async fn parts(site: &Site, id: SuggestionId) -> Vec<(AssignmentId, BodyId, Role, String)> {
    let seen = queries::detail(site, &clerk(), id).await.unwrap().suggestion;
    let all = seen.stage.handling().unwrap().handlers.all();
    all.map(|part| (part.id, part.unit, part.role, part.due.to_string())).collect()
}

#[test]
fn a_wrong_assignment_is_put_right_by_the_office_and_only_the_new_unit_has_new_days() {
    both(|site| async move {
        found(&site).await;
        let (id, first, co) = assigned(&site, "关于修缮便桥的建议").await;
        desk::handle::sign_for(&site, &unit_clerk(1), id, first, desk::Saw::Unsaid).await.unwrap();
        on(&site, "2026-04-15");
        let mut office = visitor(&site, &clerk());
        let (page, form) =
            (format!("/suggestions/{id}"), format!("/suggestions/{id}/assignments/{first}/reassignment"));
        assert!(office.get(&page).await.text.contains(&form));
        let asked = office.get(&form).await.text;
        assert!(asked.contains("县财政局") && !asked.contains(&format!("value=\"{}\"", unit(2))), "{asked}");
        let bare = office.post(&form, &[("unit", ""), ("reason", "交办有误")]).await;
        assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(bare.text.contains("交办有误"), "what was typed stays");
        let has = office.post(&form, &[("unit", &unit(2).to_string()), ("reason", "交办有误")]).await;
        assert!(has.status == StatusCode::UNPROCESSABLE_ENTITY && has.text.contains("请另选单位"), "{}", has.text);
        let to = unit(3).to_string();
        assert_eq!(office.post(&form, &[("unit", &to), ("reason", "交办有误")]).await.status, StatusCode::SEE_OTHER);
        let all = parts(&site, id).await;
        assert_eq!((all[2].1, all[2].2, all[2].3.as_str()), (unit(3), Role::Lead, "2026-07-15"));
        assert_eq!((all[1].0, all[1].3.as_str()), (co, "2026-04-09"), "the co-unit's days stay");
        let seen = office.get(&page).await.text;
        assert!(seen.contains("改由县财政局办理；改派原因：交办有误"), "{seen}");
        assert!(
            !visitor(&site, &deputy(1)).get(&page).await.text.contains("交办有误"),
            "reasons stay among those who work"
        );
        let gone = queries::detail(&site, &unit_head(1), id).await.unwrap_err();
        assert_eq!(why(gone), "suggestions-refused-passed-on");
        desk::handle::sign_for(&site, &unit_clerk(3), id, all[2].0, desk::Saw::Unsaid).await.unwrap();
        sound(&site).await;
    });
}

#[test]
fn one_more_unit_is_added_by_a_program_and_who_must_not_is_refused_before_the_body_is_read() {
    both(|site| async move {
        found(&site).await;
        let id = numbered(&site, "关于修缮便桥的建议").await;
        desk::assign::assign(&site, &clerk(), id, &Plan::Sole(unit(1))).await.unwrap();
        let path = format!("/api/suggestions/{id}/units");
        let body = || json!({ "unit": unit(2), "reason": "涉及水利设施" });
        for (actor, status) in [(unit_head(1), 403), (deputy(1), 403), (stranger(), 404)] {
            let answer = visitor(&site, &actor).json(Method::POST, &path, &[], body()).await;
            assert_eq!(answer.status.as_u16(), status, "{}", actor.name);
        }
        let mut office = visitor(&site, &transfer());
        assert_eq!(office.json(Method::POST, &path, &[], body()).await.status, StatusCode::OK);
        let twice = office.json(Method::POST, &path, &[], body()).await;
        assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY, "it has a part now");
        let all = parts(&site, id).await;
        assert_eq!((all[0].2, all[1].1, all[1].2), (Role::Lead, unit(2), Role::Co), "one alone leads now");
        let nobody = format!("/api/suggestions/{id}/assignments/{id}/reassignment");
        let none = office.json(Method::POST, &nobody, &[], json!({ "unit": unit(3), "reason": "误" })).await;
        assert_eq!(none.status, StatusCode::NOT_FOUND);
        let moved = format!("/api/suggestions/{id}/assignments/{}/reassignment", all[1].0);
        let moved = office.json(Method::POST, &moved, &[], json!({ "unit": unit(3), "reason": "误" })).await;
        assert_eq!(moved.status, StatusCode::OK, "{}", moved.text);
        desk::handle::sign_for(&site, &unit_clerk(1), id, all[0].0, desk::Saw::Unsaid).await.unwrap();
        replied(&site, id, all[0].0, "A").await;
        let late = office.json(Method::POST, &path, &[], json!({ "unit": unit(4), "reason": "再加" })).await;
        assert_eq!(late.status, StatusCode::CONFLICT, "{}", late.text);
        let form = visitor(&site, &clerk()).get(&format!("/suggestions/{id}")).await.text;
        assert!(!form.contains(&format!("/suggestions/{id}/units")), "no button that is refused");
        sound(&site).await;
    });
}

#[test]
fn a_wrong_category_is_corrected_until_it_is_closed_and_the_counts_follow() {
    both(|site| async move {
        found(&site).await;
        let id = numbered(&site, "关于修缮便桥的建议").await;
        let mut office = visitor(&site, &clerk());
        let (page, form) = (format!("/suggestions/{id}"), format!("/suggestions/{id}/category"));
        assert!(office.get(&page).await.text.contains(&form));
        assert!(office.get(&form).await.text.contains("农业农村"), "the category it has is told");
        let same = office.post(&form, &[("category", "agriculture"), ("reason", "归类有误")]).await;
        assert_eq!(same.status, StatusCode::UNPROCESSABLE_ENTITY);
        let fields = [("category", "urban-environment"), ("reason", "桥在城区")];
        assert_eq!(office.post(&form, &fields).await.status, StatusCode::SEE_OTHER);
        let seen = office.get(&page).await.text;
        assert!(seen.contains("城建环保") && seen.contains("更正类别") && seen.contains("桥在城区"), "{seen}");
        let path = format!("/api/suggestions/{id}/category");
        let body = || json!({ "category": "social", "reason": "归类有误" });
        for (actor, status) in [(deputy(1), 403), (unit_clerk(1), 404), (stranger(), 404)] {
            let answer = visitor(&site, &actor).json(Method::POST, &path, &[], body()).await;
            assert_eq!(answer.status.as_u16(), status, "{}", actor.name);
        }
        assert_eq!(office.json(Method::POST, &path, &[], body()).await.status, StatusCode::OK);
        sound(&site).await;
        desk::submit::withdraw(&site, &deputy(1), id, words("另行提出")).await.unwrap();
        assert_eq!(office.json(Method::POST, &path, &[], body()).await.status, StatusCode::CONFLICT);
        sound(&site).await;
    });
}
