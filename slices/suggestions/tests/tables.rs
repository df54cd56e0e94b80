//! What lists give besides their page: tables of the whole, earlier sessions, the same as JSON; on both engines.

use crate::world::{site::visitor, *};
use axum::http::StatusCode;
use kit::{Site, db::Sql, testing::both};
use serde_json::json;
use suggestions::desk;

/// The session after the one of this world, opened in September.
async fn next_session(site: &Site) -> String {
    let next = id::<()>(4, 3).uuid();
    let mut tx = site.db().begin().await.unwrap();
    let sql = Sql::new("insert into session (id, term, congress, ordinal, name, opened, closed, version)")
        .add(" values ({}, {}, {}, 6, '第十八届第六次会议', '2026-09-20', '2026-09-22', 1)");
    tx.run(sql.bind(next).bind(id::<()>(5, 1).uuid()).bind(congress())).await.unwrap();
    tx.commit().await.unwrap();
    next.to_string()
}

#[test]
fn the_task_list_of_an_earlier_session_can_be_had_when_the_next_has_opened() {
    both(|site| async move {
        found(&site).await;
        let (id, lead, _) = assigned(&site, "关于修缮便桥的建议").await;
        let next = next_session(&site).await;
        on(&site, "2026-09-25");
        let (here, mut office) = (congress().to_string(), visitor(&site, &clerk()));
        let page = office.get("/suggestions/overview").await.text;
        let earlier = format!("/suggestions/tasks?congress={here}&amp;session={}&amp;as=xlsx", session());
        assert!(page.contains(&earlier) && page.contains("第十八届第五次会议"), "{page}");
        let csv = |of: &str| format!("/suggestions/tasks?congress={here}&session={of}&as=csv");
        assert!(office.get(&csv(&session().to_string())).await.text.contains("关于修缮便桥的建议"));
        assert!(!office.get(&csv("")).await.text.contains("关于修缮便桥的建议"), "the present session has none yet");
        assert_eq!(office.get(&csv("soon")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(office.get(&csv(&here)).await.status, StatusCode::UNPROCESSABLE_ENTITY, "it is no session of it");
        let api = |of: &str| format!("/api/suggestion-tasks?congress={here}&session={of}");
        let rows = office.get(&api(&session().to_string())).await.json();
        assert_eq!((&rows[0]["id"], &rows[0]["parts"][0]["role"]), (&json!(id.uuid()), &json!("lead")));
        assert_eq!(rows[0]["parts"][0]["due"], "2026-06-10");
        assert_eq!(office.get(&api(&next)).await.json(), json!([]));
        assert_eq!(office.get("/api/suggestion-tasks").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(visitor(&site, &deputy(1)).get(&api("")).await.status, StatusCode::FORBIDDEN);
        let waits = office.get(&format!("/api/awaited-counts?congress={here}")).await.json();
        assert_eq!(waits, json!([{ "awaits": "sign-for", "n": 2, "overdue": 2 }]), "{lead}");
    });
}

#[test]
fn work_list_and_look_back_go_out_as_tables_to_who_may_export() {
    both(|site| async move {
        found(&site).await;
        let (id, lead, _) = assigned(&site, "关于修缮便桥的建议").await;
        let mut unit_office = visitor(&site, &unit_head(1));
        let page = unit_office.get("/suggestions/work").await.text;
        let offered = page.contains(&format!("/suggestions/work/list?body={}", unit(1)));
        let address = format!("/suggestions/work/list?body={}&awaits=&overdue=&as=csv", unit(1));
        let table = unit_office.get(&address).await;
        assert_eq!(offered, table.status == StatusCode::OK, "what is offered is given: {page}");
        let mut office = visitor(&site, &clerk());
        let all = office.get(&format!("/suggestions/work/list?body={}&as=csv", congress())).await.text;
        assert!(all.contains("关于修缮便桥的建议") && all.contains("县水利局") && all.contains("2026-03-13"), "{all}");
        let late = office.get(&format!("/suggestions/work/list?body={}&overdue=1&as=csv", congress())).await.text;
        assert!(!late.contains("关于修缮便桥的建议"), "{late}");
        assert_eq!(visitor(&site, &deputy(1)).get(&address).await.status, StatusCode::FORBIDDEN);
        desk::handle::sign_for(&site, &unit_clerk(1), id, lead, desk::Saw::Unsaid).await.unwrap();
        replied(&site, id, lead, "C").await;
        let verdict = desk::judge::Verdict {
            process: suggestions_rules::Score::Satisfied,
            result: suggestions_rules::Score::Satisfied,
            reason: None,
            confidential: false,
        };
        desk::judge::judge(&site, &deputy(1), id, lead, verdict).await.unwrap();
        desk::close::close(&site, &clerk(), id).await.unwrap();
        on(&site, "2026-12-20");
        let table = office.get(&format!("/suggestions/look-back/list?congress={}&as=csv", congress())).await.text;
        assert!(table.contains("关于修缮便桥的建议") && table.contains("县交通运输局"), "{table}");
        let lines = office.get(&format!("/api/suggestion-points?body={}", congress())).await.json();
        assert_eq!(lines["total"], 0, "this letter answers no request one by one");
    });
}
