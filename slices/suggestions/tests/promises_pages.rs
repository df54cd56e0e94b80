//! The ledger and the promises on pages and in JSON, without script.

use crate::world::{site::visitor, *};
use axum::http::{Method, StatusCode};
use kit::{Site, testing::both, web::api::Once};
use serde_json::{Value, json};
use suggestions::desk::{self, promise::Vow};
use suggestions_rules::{PromiseId, SuggestionId};

/// Delivered by unit 1 as B on 12 March, with a promise for the tenth of December.
async fn delivered(site: &Site) -> (SuggestionId, PromiseId) {
    found(site).await;
    let (id, part, _) = assigned(site, "关于修缮便桥的建议").await;
    desk::handle::sign_for(site, &unit_clerk(1), id, part, desk::Saw::Unsaid).await.unwrap();
    on(site, "2026-03-12");
    replied(site, id, part, "B").await;
    let vow = Vow { words: "年底前完成便桥加固".to_owned().try_into().unwrap(), due: day("2026-12-10") };
    let which = desk::promise::make(site, &unit_clerk(1), id, part, vow, &Once::default()).await.unwrap();
    (id, which)
}

#[test]
fn the_ledger_is_narrowed_and_taken_as_a_table_by_those_whose_it_is() {
    both(|site| async move {
        let (id, which) = delivered(&site).await;
        desk::promise::report(&site, &unit_clerk(1), (id, which), words("完成勘测"), &[], &Once::default())
            .await
            .unwrap();
        let place = format!("/suggestions/{id}/promises/{which}");
        for (actor, body) in
            [(clerk(), congress()), (chief(), congress()), (transfer(), congress()), (unit_head(1), unit(1))]
        {
            let page = visitor(&site, &actor).get(&format!("/suggestions/promises?body={body}")).await.text;
            assert!(page.contains(&place) && page.contains("2026年第一季度"), "{}", actor.name);
        }
        let mut office = visitor(&site, &clerk());
        let base = format!("/suggestions/promises?body={}", congress());
        for (narrowed, found) in [
            ("&standing=open", true),
            ("&standing=kept", false),
            ("&overdue=1", false),
            ("&year=2026", true),
            ("&year=2027", false),
            ("&class=B", true),
            ("&class=A", false),
            ("&over=1", false),
        ] {
            let page = office.get(&format!("{base}{narrowed}")).await;
            assert_eq!((page.status, page.text.contains(&place)), (StatusCode::OK, found), "{narrowed}");
        }
        on(&site, "2026-12-11");
        assert!(office.get(&format!("{base}&overdue=1")).await.text.contains("逾期未兑现"));
        for unknown in ["&standing=lost", "&year=then", "&unit=x", "&overdue=2"] {
            let page = office.get(&format!("{base}{unknown}")).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{unknown}");
        }
        let csv = office.get(&format!("/suggestions/promises/list?body={}&as=csv", congress())).await.text;
        assert!(
            csv.contains("年底前完成便桥加固")
                && csv.contains("2026年第一季度：完成勘测")
                && csv.contains("2026-12-10")
        );
        for actor in [deputy(1), stranger()] {
            let status = visitor(&site, &actor).get(&base).await.status.as_u16();
            assert!((400..500).contains(&status), "{}", actor.name);
        }
        let other = visitor(&site, &unit_head(2)).get(&format!("/suggestions/promises?body={}", unit(1))).await;
        assert_eq!(other.status, StatusCode::FORBIDDEN);
    });
}

/// The version a page carries.
fn version(page: &str) -> &str {
    page.split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap()
}

#[test]
fn what_is_typed_wrong_is_said_beside_its_field_and_nothing_is_lost() {
    both(|site| async move {
        let (id, which) = delivered(&site).await;
        let page = format!("/suggestions/{id}/promises/{which}");
        let mut unit = visitor(&site, &unit_head(1));
        let shown = unit.get(&page).await.text;
        let typed = [("new_due", "2026-12-01"), ("move_reason", "雨季停工"), ("version", version(&shown))];
        let lost = unit.post(&format!("{page}/day"), &typed[..2]).await;
        assert_eq!(lost.status, StatusCode::BAD_REQUEST, "a page that lost the version moves nothing");
        let answer = unit.post(&format!("{page}/day"), &typed).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text.contains("f-new_due-error") && answer.text.contains("雨季停工"));
        for (end, fields, beside) in [
            ("progress", vec![("progress", " ")], "f-progress-error"),
            ("reply", vec![("kept", "kept"), ("class", "Z"), ("answer", "完工")], "f-class-error"),
            ("reply", vec![("class", "A"), ("answer", "完工")], "f-kept-error"),
        ] {
            let answer = unit.post(&format!("{page}/{end}"), &fields).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{end}");
            assert!(answer.text.contains(beside), "{end}: {beside}");
        }
        let mut office = visitor(&site, &clerk());
        let shown = office.get(&page).await.text;
        let typed = [("next_due", "2026-12-31"), ("over_reason", "未到位"), ("version", version(&shown))];
        let over = office.post(&format!("{page}/takeover"), &typed).await;
        assert!(over.text.contains("f-next_due-error") && over.text.contains("未到位"));
        sound(&site).await;
    });
}

#[test]
fn a_report_with_a_picture_shows_both_to_the_deputies() {
    both(|site| async move {
        let (id, which) = delivered(&site).await;
        let page = format!("/suggestions/{id}/promises/{which}");
        let picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89".to_vec();
        let mut unit = visitor(&site, &unit_clerk(1));
        let early = format!("/api{page}/attachments?file=a.png");
        let kind = [("content-type", "application/octet-stream")];
        let none = unit.send(Method::POST, &early, &kind, picture.clone()).await;
        assert_eq!(none.status, StatusCode::CONFLICT, "evidence of what was reported");
        unit.get(&page).await;
        let done = unit.fill(&format!("{page}/progress"), &[("progress", "已进场施工")]).await.text;
        assert!(done.contains("已进场施工") && done.contains("第一季度进展"));
        let added = unit.send(Method::POST, &early, &kind, picture).await;
        assert_eq!(added.status, StatusCode::CREATED);
        let seen = visitor(&site, &deputy(1)).get(&page).await.text;
        assert!(seen.contains("已进场施工") && seen.contains("a.png"));
        let whole = visitor(&site, &deputy(1)).get(&format!("/suggestions/{id}")).await.text;
        assert!(whole.contains("年底前完成便桥加固") && !whole.contains("a.png"), "evidence stands with its promise");
        assert_eq!(visitor(&site, &deputy(5)).get(&page).await.status, StatusCode::NOT_FOUND);
        sound(&site).await;
    });
}

/// The version of the day as it stands, for `If-Match`.
async fn day_tag(visitor: &mut kit::testing::Visitor, one: &str) -> String {
    format!("\"{}\"", visitor.get(one).await.json()["day_version"])
}

#[test]
fn programs_do_all_of_it_and_read_the_story_back() {
    both(|site| async move {
        let (id, which) = delivered(&site).await;
        let one = format!("/api/suggestions/{id}/promises/{which}");
        let mut head = visitor(&site, &unit_head(1));
        let mut office = visitor(&site, &clerk());
        let mut lead = visitor(&site, &deputy(1));
        let moved = json!({ "until": "2026-12-25", "reason": "雨季停工" });
        let bare = head.json(Method::PUT, &format!("{one}/day"), &[], moved.clone()).await;
        assert_eq!(bare.status, StatusCode::PRECONDITION_REQUIRED, "a day is moved from the day that was read");
        let tag = day_tag(&mut head, &one).await;
        let tag = [("if-match", tag.as_str())];
        assert_eq!(head.json(Method::PUT, &format!("{one}/day"), &tag, moved.clone()).await.status, StatusCode::OK);
        let now = day_tag(&mut head, &one).await;
        let now = [("if-match", now.as_str())];
        assert_eq!(head.json(Method::PUT, &format!("{one}/day"), &now, moved).await.status, StatusCode::CONFLICT);
        let over = json!({ "until": "2027-05-30", "reason": "资金未到位" });
        assert_eq!(office.json(Method::POST, &format!("{one}/takeover"), &now, over).await.status, StatusCode::OK);
        let reply = json!({ "kept": true, "class": "A", "words": "完工" });
        assert_eq!(head.json(Method::POST, &format!("{one}/reply"), &[], reply).await.status, StatusCode::OK);
        let waiting = lead.get("/api/second-replies-to-judge").await.json();
        assert_eq!(waiting[0]["id"].as_str(), Some(&*which.to_string()));
        let early = office.json(Method::POST, &format!("{one}/settlement"), &[], json!({ "kept": true })).await;
        assert_eq!(early.status, StatusCode::CONFLICT);
        let word = json!({ "result": "satisfied" });
        assert_eq!(lead.json(Method::POST, &format!("{one}/judgement"), &[], word).await.status, StatusCode::OK);
        let settled = office.json(Method::POST, &format!("{one}/settlement"), &[], json!({ "kept": true })).await;
        assert_eq!(settled.status, StatusCode::OK);
        let whole: Value = lead.get(&one).await.json();
        assert_eq!(whole["standing"].as_str(), Some("kept"));
        let kinds: Vec<&str> = whole["steps"].as_array().unwrap().iter().filter_map(|s| s["kind"].as_str()).collect();
        assert_eq!(kinds, ["moved", "taken-over"]);
        assert_eq!(whole["second_reply"]["judgements"][0]["result"].as_str(), Some("satisfied"));
        let ledger = office.get(&format!("/api/promises?body={}&over=1", congress())).await.json();
        assert_eq!((ledger["total"].as_i64(), ledger["items"][0]["class_now"].as_str()), (Some(1), Some("A")));
        sound(&site).await;
    });
}

#[test]
fn the_list_to_look_back_on_opens_the_matter_and_a_look_is_kept() {
    both(|site| async move {
        let (id, _) = delivered(&site).await;
        on(&site, "2026-03-30");
        desk::close::close(&site, &clerk(), id).await.unwrap();
        let list = format!("/suggestions/look-back?congress={}", congress());
        let mut office = visitor(&site, &clerk());
        assert!(!office.get(&list).await.text.contains("关于修缮便桥的建议"), "half a year has not gone by");
        on(&site, "2026-10-01");
        assert!(office.get(&list).await.text.contains("关于修缮便桥的建议"));
        let look = format!("/suggestions/{id}/look-back");
        office.get(&look).await;
        let bare = office.post(&look, &[("found", "going-on"), ("words", "")]).await;
        assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
        let done = office.fill(&look, &[("found", "going-on"), ("words", "桥墩已加固，桥面未动")]).await.text;
        assert!(done.contains("正在落实") && done.contains("桥面未动"));
        assert!(!office.get(&list).await.text.contains("关于修缮便桥的建议"));
        let later = visitor(&site, &deputy(1)).get(&format!("/suggestions/{id}")).await.text;
        assert!(later.contains("桥面未动"), "the deputy reads what was found");
        for (actor, status) in [(transfer(), 403), (unit_head(1), 403), (deputy(1), 403), (stranger(), 404)] {
            assert_eq!(visitor(&site, &actor).get(&look).await.status.as_u16(), status, "{}", actor.name);
        }
        sound(&site).await;
    });
}

#[test]
fn the_ledger_is_a_document_for_those_who_may_take_its_table() {
    both(|site| async move {
        let (id, which) = delivered(&site).await;
        desk::promise::report(&site, &unit_clerk(1), (id, which), words("完成勘测"), &[], &Once::default())
            .await
            .unwrap();
        let paper = |body, more: &str| format!("/api/promises/papers/ledger?body={body}{more}");
        let ledger = visitor(&site, &clerk()).get(&paper(congress(), "")).await.json();
        let row = &ledger["blocks"][0]["rows"][0];
        let row: Vec<&str> = row.as_array().unwrap().iter().map(|cell| cell.as_str().unwrap()).collect();
        assert_eq!(row[1..4], ["第1号 关于修缮便桥的建议", "县交通运输局", "年底前完成便桥加固"]);
        assert_eq!(row[4..], ["B", "2026-12-10", "2026年第一季度：完成勘测", "", "", "承诺办理中"]);
        assert_eq!((&ledger["layout"], &ledger["mark"]), (&json!("ledger"), &json!("截至2026年3月12日，共1项")));
        let none = visitor(&site, &clerk()).get(&paper(congress(), "&standing=kept")).await.json();
        assert_eq!(none["blocks"][0]["rows"], json!([]));
        let own = visitor(&site, &unit_clerk(1)).get(&paper(unit(1), "")).await;
        assert_eq!(own.status, StatusCode::OK, "{}", own.text);
        for (other, body) in [(unit_clerk(2), unit(1)), (deputy(1), congress()), (stranger(), congress())] {
            let answer = visitor(&site, &other).get(&paper(body, "")).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{}", other.name);
        }
        let mut office = visitor(&site, &clerk());
        let page = office.get(&format!("/suggestions/promises?body={}&year=2026", congress())).await.text;
        let place = format!("/suggestions/promises/papers/ledger.docx?body={}&year=2026", congress());
        assert!(page.contains(&place.replace('&', "&#38;")), "{page}");
        assert!(office.get(&place).await.text.starts_with("PK"));
    });
}

#[test]
fn two_who_move_one_day_are_shown_both_days() {
    both(|site| async move {
        let (id, which) = delivered(&site).await;
        let (page, mut one) = (format!("/suggestions/{id}/promises/{which}"), visitor(&site, &unit_clerk(1)));
        let shown = one.get(&page).await.text;
        let version = version(&shown);
        let seen = one.get(&format!("/api{page}")).await.json()["day_version"].to_string();
        assert_eq!(seen, version, "pages and JSON carry one version");
        let moved = |due| [("new_due", due), ("move_reason", "雨季停工"), ("version", version)];
        let first = one.post(&format!("{page}/day"), &moved("2026-12-20")).await;
        assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.text);
        let late = one.post(&format!("{page}/day"), &moved("2026-12-25")).await;
        assert_eq!(late.status, StatusCode::PRECONDITION_FAILED, "{}", late.text);
        for kept in ["2026-12-20", "2026-12-25", "雨季停工"] {
            assert!(late.text.contains(kept), "{kept}: {}", late.text);
        }
        let other = json!({ "until": "2026-12-25", "reason": "雨季停工" });
        let tag = [("if-match", &*format!("\"{seen}\""))];
        let program = one.json(Method::PUT, &format!("/api{page}/day"), &tag, other).await;
        assert_eq!(program.status, StatusCode::PRECONDITION_FAILED, "{}", program.text);
        assert_eq!(program.json()["errors"][0]["message"], "2026-12-20");
    });
}
