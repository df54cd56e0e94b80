//! Another working calendar: open days of every congress are counted again without a restart and without anybody asking.

use crate::world::{site::visitor, *};
use axum::http::Method;
use kit::{Site, calendar, jobs::run_jobs, testing::both};
use serde_json::json;
use suggestions::{COUNT_AGAIN, desk, desk::recount, queries};
use suggestions_rules::{AssignmentId, Because, Fact, SuggestionId};

const FLOOD: &str = "day,kind,occasion,source\n2026-03-12,off,抗灾停工,县政府通告\n";

async fn sign_by(site: &Site, id: SuggestionId, part: AssignmentId) -> String {
    let seen = queries::detail(site, &clerk(), id).await.unwrap().suggestion;
    seen.stage.handling().unwrap().handlers.find(part).unwrap().sign_by.to_string()
}

#[test]
fn an_import_moves_open_days_by_itself_and_each_matter_says_why() {
    both(|site| async move {
        found(&site).await;
        let (id, lead, _) = assigned(&site, "关于修桥的建议").await;
        assert_eq!(sign_by(&site, id, lead).await, "2026-03-13");
        calendar::import(&site, FLOOD).await.unwrap();
        assert_eq!(sign_by(&site, id, lead).await, "2026-03-13", "the import itself moves nothing");
        assert_eq!(run_jobs(&site, &[COUNT_AGAIN]).await.unwrap().done, 1);
        assert_eq!(sign_by(&site, id, lead).await, "2026-03-16");
        let history = queries::detail(&site, &clerk(), id).await.unwrap().history;
        let last = history.last().unwrap();
        let Fact::DaysMoved { because: Because::Calendar, moved } = &last.fact else { panic!("{last:?}") };
        assert_eq!((moved.len(), last.by), (2, None), "both units' days, and nobody did it by hand");
        let page = visitor(&site, &unit_clerk(1)).get(&format!("/suggestions/{id}")).await.text;
        assert!(page.contains("放假安排变动后重算：由 2026-03-13 改为 2026-03-16"), "{page}");
        assert_eq!(recount::differing(&site, &clerk(), congress()).await.unwrap(), []);
        calendar::import(&site, FLOOD).await.unwrap();
        run_jobs(&site, &[COUNT_AGAIN]).await.unwrap();
        assert_eq!(queries::detail(&site, &clerk(), id).await.unwrap().history.len(), history.len(), "twice is once");
        sound(&site).await;
    });
}

#[test]
fn a_program_that_runs_takes_up_what_the_command_line_imported() {
    both(|site| async move {
        found(&site).await;
        let before = (*site.calendar()).clone();
        let (id, lead, _) = assigned(&site, "关于修桥的建议").await;
        calendar::import(&site, FLOOD).await.unwrap();
        // Another process imported it: this one still counts by the calendar it began with.
        site.set_calendar(before.clone());
        assert!(calendar::take_up(&site).await.unwrap() && !calendar::take_up(&site).await.unwrap());
        site.set_calendar(before);
        run_jobs(&site, &[COUNT_AGAIN]).await.unwrap();
        assert_eq!(sign_by(&site, id, lead).await, "2026-03-16", "the job takes it up too");
    });
}

#[test]
fn the_day_of_a_ruling_moves_with_the_calendar_and_with_its_limit() {
    both(|site| async move {
        found(&site).await;
        let (id, lead, _) = assigned(&site, "关于修桥的建议").await;
        desk::object::object(&site, &unit_head(1), id, lead, unit(3), words("不属本局职责")).await.unwrap();
        calendar::import(&site, FLOOD).await.unwrap();
        run_jobs(&site, &[COUNT_AGAIN]).await.unwrap();
        let page = visitor(&site, &clerk()).get(&format!("/suggestions/{id}")).await.text;
        assert!(page.contains("2026-03-18"), "five working days after the tenth, without the twelfth: {page}");
        let path = format!("/api/congresses/{}/suggestion-rules/limit.ruling", congress());
        let lay = json!({ "value": "8 working days", "grade": "A", "document": "办法", "recount": true });
        let seen = format!("\"{}\"", rule_version(&site, "limit.ruling").await);
        let moved = visitor(&site, &chief()).json(Method::PUT, &path, &[("if-match", &*seen)], lay).await.json();
        assert_eq!(moved, json!({ "moved": 1 }));
        let due: Vec<(String,)> = site.db().all("select rule_by from objection").await.unwrap();
        assert_eq!(due, [("2026-03-23".to_owned(),)]);
        sound(&site).await;
    });
}

#[test]
fn the_pages_say_which_days_are_counted_again_and_what_is_open_under_an_entry() {
    both(|site| async move {
        found(&site).await;
        let (id, lead, _) = assigned(&site, "关于修桥的建议").await;
        desk::handle::sign_for(&site, &unit_clerk(1), id, lead, desk::Saw::Unsaid).await.unwrap();
        let mut head = visitor(&site, &chief());
        let clocks = head.get("/suggestions/clocks").await.text;
        assert!(clocks.contains("裁定期限") && clocks.contains("以告知的日期为准"), "{clocks}");
        let told = head.get("/suggestions/rules/entry?key=limit.judge").await.text;
        assert!(told.contains("不重算，新规定只用于以后"), "{told}");
        let seen = rule_version(&site, "reply.check").await.to_string();
        let here = congress().to_string();
        let what = [("congress", here.as_str()), ("key", "reply.check"), ("version", &seen), ("value", "optional")];
        let form: Vec<_> = what.into_iter().chain([("document", "办法"), ("grade", "A"), ("then", "look")]).collect();
        let looked = head.post("/suggestions/rules/entry", &form).await.text;
        assert!(looked.contains("现有 1 件的答复还没有签发"), "{looked}");
        let met = |key: &str| format!("/api/congresses/{here}/suggestion-rules/{key}/open");
        for (key, wanted) in [
            ("objection.rounds", json!({ "what": "unsigned", "count": 1, "bearing": null })),
            ("close.meeting", json!({ "what": "answered", "count": 0, "bearing": null })),
            ("redo.scores", json!({ "what": "answered", "count": 0, "bearing": null })),
            ("published.see", json!({ "what": "published", "count": 1, "bearing": null })),
            ("advice.request", json!({ "what": null, "count": 0, "bearing": null })),
        ] {
            assert_eq!(head.get(&met(key)).await.json(), wanted, "{key}");
        }
        assert_eq!(visitor(&site, &clerk()).get(&met("reply.check")).await.status, 403);
    });
}
