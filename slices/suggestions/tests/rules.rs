//! The rule book: read by who sees sums, changed by the chief after a look, days moved only by choice and with a fact.

use crate::world::{site::visitor, *};
use axum::http::{Method, StatusCode};
use kernel::WorkingCalendar;
use kit::{Site, db::Sql, testing::both};
use serde_json::{Value, json};
use suggestions::{
    desk::{self, recount},
    queries,
};
use suggestions_rules::{Because, Fact, SuggestionId};

/// Lays an entry on the version that a value was seen with; `"0"` where none was seen.
async fn put(site: &Site, key: &str, (seen, lay): (String, Value)) -> (StatusCode, Value) {
    let path = format!("/api/congresses/{}/suggestion-rules", congress());
    let book = visitor(site, &chief()).get(&path).await.json();
    let known = book["entries"].as_array().unwrap().iter().find(|it| it["key"] == key && it["value"] == seen);
    let version = format!("\"{}\"", known.map_or(0, |it| it["version"].as_i64().unwrap()));
    let (path, version) = (format!("{path}/{key}"), [("if-match", version.as_str())]);
    let answer = visitor(site, &chief()).json(Method::PUT, &path, &version, lay).await;
    (answer.status, answer.json())
}

fn lay(value: &str, seen: &str, recount: bool) -> (String, Value) {
    let lay = json!({ "value": value, "recount": recount, "grade": "A", "document": "临江县办理办法第八条" });
    (seen.to_owned(), lay)
}

async fn days(site: &Site, id: SuggestionId) -> Vec<(String, String)> {
    let seen = queries::detail(site, &clerk(), id).await.unwrap().suggestion;
    let parts: Vec<_> = seen.stage.handling().unwrap().handlers.all().cloned().collect();
    parts.iter().map(|part| (part.sign_by.to_string(), part.due.to_string())).collect()
}

#[test]
fn a_changed_limit_moves_open_days_only_when_that_is_chosen_and_says_so() {
    both(|site| async move {
        found(&site).await;
        let (id, lead, _) = assigned(&site, "甲").await;
        let before = days(&site, id).await;
        assert_eq!(
            put(&site, "limit.reply", lay("2 months", "3 months", false)).await,
            (StatusCode::OK, json!({ "moved": 0 }))
        );
        assert_eq!(days(&site, id).await, before, "days given stay");
        let page = visitor(&site, &clerk()).get(&format!("/suggestions/{id}")).await.text;
        assert!(!page.contains("由 2026-06-10 改为"));
        let path = format!("/api/congresses/{}/suggestion-rules/limit.reply/preview", congress());
        let seen = visitor(&site, &chief()).json(Method::POST, &path, &[], lay("1 months", "", false).1).await.json();
        assert_eq!(
            (&seen[0]["clocks"][0]["was"], &seen[0]["clocks"][0]["due"]),
            (&json!("2026-06-10"), &json!("2026-04-10"))
        );
        assert_eq!(put(&site, "limit.reply", lay("1 months", "2 months", true)).await.1, json!({ "moved": 1 }));
        assert_eq!(days(&site, id).await[0].1, "2026-04-10");
        assert_eq!(days(&site, id).await[1], before[1], "the co-unit's clock runs by another limit");
        let history = queries::detail(&site, &clerk(), id).await.unwrap().history;
        let Fact::DaysMoved { because, moved } = &history.last().unwrap().fact else { panic!("{history:?}") };
        assert_eq!(because, &Because::Rule("limit.reply".into()));
        assert_eq!((moved.len(), moved[0].assignment), (1, Some(lead)));
        desk::handle::sign_for(&site, &unit_clerk(1), id, lead, desk::Saw::Unsaid).await.unwrap();
        let page = visitor(&site, &unit_clerk(1)).get(&format!("/suggestions/{id}")).await.text;
        assert!(page.contains("由 2026-06-10 改为 2026-04-10"), "the unit reads why its day moved");
        sound(&site).await;
    });
}

#[test]
fn another_calendar_is_laid_against_open_days_and_brought_in_line_by_the_chief() {
    both(|site| async move {
        found(&site).await;
        let (id, ..) = assigned(&site, "甲").await;
        let before = days(&site, id).await;
        assert_eq!(recount::differing(&site, &clerk(), congress()).await.unwrap(), []);
        let off = "day,kind,occasion,source\n2026-03-12,off,抗灾停工,县政府通告\n";
        site.set_calendar(WorkingCalendar::state_council().unwrap().extended(off).unwrap());
        let touched = recount::differing(&site, &clerk(), congress()).await.unwrap();
        assert_eq!((touched.len(), touched[0].moved.len()), (1, 2), "both units sign for it by working days");
        let mut office = visitor(&site, &clerk());
        let page = office.get(&format!("/suggestions/clocks?congress={}", congress())).await.text;
        assert!(page.contains(&before[0].0) && !page.contains("全部重算"), "{page}");
        assert!(recount::bring_in_line(&site, &clerk(), congress()).await.is_err());
        let mut head = visitor(&site, &chief());
        head.get("/suggestions/clocks").await;
        let path = format!("/suggestions/clocks?congress={}", congress());
        let done = head.fill("/suggestions/clocks", &[("congress", &congress().to_string())]).await;
        assert!(done.text.contains("期限都对得上"), "{path}: {}", done.text);
        let after = days(&site, id).await;
        assert!(after[0].0 > before[0].0 && after[0].1 == before[0].1);
        sound(&site).await;
    });
}

#[test]
fn the_page_looks_first_and_lays_second_and_nothing_typed_is_lost() {
    both(|site| async move {
        found(&site).await;
        let (id, ..) = assigned(&site, "关于修桥的建议").await;
        let mut head = visitor(&site, &chief());
        let form = head.get("/suggestions/rules/entry?key=limit.reply").await;
        assert!(form.text.contains("name=\"count\" value=\"3\""), "{}", form.text);
        let (here, seen) = (congress().to_string(), rule_version(&site, "limit.reply").await.to_string());
        assert!(form.text.contains(&format!("name=\"version\" value=\"{seen}\"")), "{}", form.text);
        let fields = |count, then| {
            let known =
                [("congress", here.as_str()), ("key", "limit.reply"), ("version", seen.as_str()), ("unit", "months")];
            known.into_iter().chain([
                ("count", count),
                ("document", "办法第八条"),
                ("grade", "A"),
                ("when", "now"),
                ("then", then),
            ])
        };
        let wrong: Vec<_> = fields("many", "look").collect();
        let wrong = head.post("/suggestions/rules/entry", &wrong).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text.contains("办法第八条") && wrong.text.contains("id=\"f-count-error\""));
        let none: Vec<_> = fields("0", "look").collect();
        assert_eq!(head.post("/suggestions/rules/entry", &none).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let look: Vec<_> = fields("1", "look").collect();
        let looked = head.post("/suggestions/rules/entry", &look).await.text;
        assert!(looked.contains("关于修桥的建议") && looked.contains("2026-04-10"), "{looked}");
        assert_eq!(days(&site, id).await[0].1, "2026-06-10", "looking moves nothing");
        let lay: Vec<_> = fields("1", "lay").collect();
        let laid = head.fill("/suggestions/rules/entry", &lay).await.text;
        assert!(laid.contains("1 个月") && laid.contains("本级规定") && laid.contains("办法第八条"));
        assert_eq!(days(&site, id).await[0].1, "2026-04-10");
    });
}

#[test]
fn an_entry_laid_on_a_version_that_stands_no_more_shows_both_and_can_be_laid_all_the_same() {
    both(|site| async move {
        found(&site).await;
        let (here, seen) = (congress().to_string(), rule_version(&site, "limit.reply").await.to_string());
        assert_eq!(put(&site, "limit.reply", lay("2 months", "3 months", false)).await.0, StatusCode::OK);
        let mut head = visitor(&site, &chief());
        let late = [("key", "limit.reply"), ("version", &*seen), ("count", "1"), ("unit", "months"), ("then", "lay")];
        head.get("/suggestions/rules").await;
        let stale = head.post("/suggestions/rules/entry", &laying(&here, &late)).await;
        assert_eq!(stale.status, StatusCode::PRECONDITION_FAILED);
        for shown in ["1 个月", "2 个月", "临江县办理办法第八条", "办法第三条", "name=\"then\" value=\"lay\""]
        {
            assert!(stale.text.contains(shown), "{shown}: {}", stale.text);
        }
        assert!(!head.get("/suggestions/rules").await.text.contains("办法第三条"), "nothing is laid yet");
        let now = rule_version(&site, "limit.reply").await.to_string();
        let all_the_same: Vec<_> =
            late.map(|(name, value)| if name == "version" { (name, &*now) } else { (name, value) }).to_vec();
        let laid = head.fill("/suggestions/rules/entry", &laying(&here, &all_the_same)).await.text;
        assert!(laid.contains("办法第三条"), "{laid}");
    });
}

#[test]
fn a_program_lays_an_entry_with_the_version_it_saw_and_hears_what_stands_there() {
    both(|site| async move {
        found(&site).await;
        let path = format!("/api/congresses/{}/suggestion-rules/limit.reply", congress());
        let (mut head, (_, two)) = (visitor(&site, &chief()), lay("2 months", "", false));
        let bare = head.json(Method::PUT, &path, &[], two.clone()).await;
        assert_eq!(bare.status, StatusCode::PRECONDITION_REQUIRED);
        let seen = format!("\"{}\"", rule_version(&site, "limit.reply").await);
        assert_eq!(head.json(Method::PUT, &path, &[("if-match", &seen)], two).await.status, StatusCode::OK);
        let (_, four) = lay("4 months", "", false);
        let late = head.json(Method::PUT, &path, &[("if-match", &seen)], four).await;
        let problem = late.json();
        assert_eq!(late.status, StatusCode::PRECONDITION_FAILED);
        assert_eq!(
            (&problem["errors"][0]["yours"], &problem["errors"][0]["message"]),
            (&json!("4 months"), &json!("2 months"))
        );
        assert_eq!(problem["version"], rule_version(&site, "limit.reply").await);
    });
}

#[test]
fn who_does_not_answer_for_the_rules_reads_them_at_most() {
    both(|site| async move {
        found(&site).await;
        for (actor, reads) in
            [(clerk(), 200), (transfer(), 200), (deputy(1), 403), (unit_head(1), 403), (stranger(), 403)]
        {
            let mut visitor = visitor(&site, &actor);
            let path = format!("/api/congresses/{}/suggestion-rules", congress());
            assert_eq!(visitor.get(&path).await.status.as_u16(), reads, "{}", actor.name);
            let put = visitor.json(Method::PUT, &format!("{path}/limit.reply"), &[], lay("1 months", "", true).1).await;
            assert_eq!(put.status, StatusCode::FORBIDDEN, "{}", actor.name);
            let clocks = format!("/api/congresses/{}/suggestion-clocks", congress());
            assert_eq!(visitor.json(Method::POST, &clocks, &[], json!({})).await.status, StatusCode::FORBIDDEN);
        }
        let page = visitor(&site, &clerk()).get("/suggestions/rules").await.text;
        assert!(page.contains("答复期限") && page.contains("3 个月") && !page.contains("/suggestions/rules/entry"));
        for (key, value, field) in [
            ("limit.reply", "soon", "value"),
            ("limit.lunch", "1 days", "key"),
            ("class.A", "great", "value"),
            ("number.pattern", "no place", "value"),
        ] {
            let seen = if key == "limit.reply" { "3 months" } else { "" };
            let seen = if key == "class.A" { "solved 已经解决或基本解决" } else { seen };
            let seen = if key == "number.pattern" { "第{n}号" } else { seen };
            let (status, problem) = put(&site, key, lay(value, seen, false)).await;
            assert_eq!((status.as_u16(), &problem["errors"][0]["field"]), (422, &json!(field)), "{key}");
        }
        assert_eq!(put(&site, "category.rivers", lay("河湖保护", "", false)).await.0, StatusCode::OK);
    });
}

/// The fields of a form of the rule book, with the rest that every one of them has.
fn laying<'a>(here: &'a str, fields: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let all = [("congress", here), ("document", "办法第三条"), ("grade", "A"), ("when", "later")];
    all.into_iter().chain(fields.iter().copied()).collect()
}

#[test]
fn an_entry_is_added_to_a_list_by_a_form_that_says_beside_its_field_what_is_wrong() {
    both(|site| async move {
        found(&site).await;
        let (here, mut head) = (congress().to_string(), visitor(&site, &chief()));
        assert!(head.get("/suggestions/rules").await.text.contains("/suggestions/rules/entry/new?congress="));
        let form = head.get("/suggestions/rules/entry/new?list=category").await.text;
        assert!(form.contains("name=\"code\"") && form.contains("name=\"value\""), "{form}");
        assert_eq!(head.get("/suggestions/rules/entry/new?list=limit").await.status, StatusCode::NOT_FOUND);
        let add = |code, then| {
            [
                ("mode", "add"),
                ("list", "category"),
                ("code", code),
                ("value", "河湖保护"),
                ("version", "0"),
                ("then", then),
            ]
        };
        for (code, why) in [("河湖", "代码只能用字母"), ("other", "这个代码已经用了"), ("", "id=\"f-code-error\"")]
        {
            let wrong = head.post("/suggestions/rules/entry", &laying(&here, &add(code, "look"))).await;
            assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{code}");
            assert!(wrong.text.contains(why) && wrong.text.contains("value=\"河湖保护\""), "{code}: {}", wrong.text);
        }
        let looked = head.post("/suggestions/rules/entry", &laying(&here, &add("rivers", "look"))).await.text;
        assert!(looked.contains("确定修改") && looked.contains("value=\"rivers\""), "{looked}");
        assert!(!head.get("/suggestions/rules").await.text.contains("河湖保护"), "looking lays nothing");
        let laid = head.fill("/suggestions/rules/entry", &laying(&here, &add("rivers", "lay"))).await.text;
        assert!(laid.contains("河湖保护") && laid.contains("办法第三条"), "{laid}");
        let id = drafted(&site, "甲").await;
        desk::submit::submit(&site, &deputy(1), id, desk::Saw::Unsaid).await.unwrap();
        desk::check::accept(&site, &clerk(), id, "rivers", true, desk::Saw::Unsaid).await.unwrap();
        assert!(visitor(&site, &clerk()).get(&format!("/suggestions/{id}")).await.text.contains("河湖保护"));
    });
}

#[test]
fn what_is_retired_is_given_to_nothing_new_and_stays_readable_where_it_was_given() {
    both(|site| async move {
        found(&site).await;
        let id = numbered(&site, "甲").await;
        let (here, mut head) = (congress().to_string(), visitor(&site, &chief()));
        assert_eq!(put(&site, "category.agriculture", lay("农业和农村", "农业农村", false)).await.0, StatusCode::OK);
        let page = head.get("/suggestions/rules/entry?key=category.agriculture").await.text;
        assert!(page.contains("/suggestions/rules/entry/retirement?"), "{page}");
        let page = head.get("/suggestions/rules/entry/retirement?key=category.agriculture").await.text;
        assert!(page.contains("停用以后不能再选") && !page.contains("name=\"value\""), "{page}");
        let seen = rule_version(&site, "category.agriculture").await.to_string();
        let retire = |then| [("mode", "retire"), ("key", "category.agriculture"), ("version", &*seen), ("then", then)];
        let looked = head.post("/suggestions/rules/entry", &laying(&here, &retire("look"))).await.text;
        assert!(looked.contains("本级有 1 件建议用了这一条"), "{looked}");
        let laid = head.fill("/suggestions/rules/entry", &laying(&here, &retire("lay"))).await.text;
        assert!(laid.contains("已停用") && laid.contains("农业和农村"), "{laid}");
        let office = visitor(&site, &clerk()).get(&format!("/suggestions/{id}")).await.text;
        assert!(office.contains("农业和农村"), "the matter reads as before: {office}");
        let found = visitor(&site, &clerk()).get("/suggestions?category=agriculture").await.text;
        assert!(found.contains(&id.to_string()), "and is found by it");
        let fresh = drafted(&site, "乙").await;
        desk::submit::submit(&site, &deputy(1), fresh, desk::Saw::Unsaid).await.unwrap();
        let refused =
            desk::check::accept(&site, &clerk(), fresh, "agriculture", true, desk::Saw::Unsaid).await.unwrap_err();
        assert_eq!(why(refused), "suggestions-refused-unknown-category");
        assert_eq!(
            put(&site, "category.agriculture", lay("农业", "", false)).await.0,
            StatusCode::OK,
            "it can come back"
        );
    });
}

#[test]
fn the_last_entry_of_a_list_and_what_is_in_no_list_cannot_be_retired() {
    both(|site| async move {
        found(&site).await;
        for (code, seen) in
            [("A", "solved 已经解决或基本解决"), ("B", "in-progress 正在解决"), ("C", "planned 列入计划逐步解决")]
        {
            assert_eq!(put(&site, &format!("class.{code}"), lay("", seen, false)).await.0, StatusCode::OK);
        }
        let last = put(&site, "class.D", lay("", "not-now 暂不能解决，留作参考", false)).await;
        assert_eq!((last.0, &last.1["errors"][0]["field"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("value")));
        for (key, value, field) in [
            ("class.Z", "", "key"),
            ("class.D", "-not-now 甲", "value"),
            ("class.甲", "solved 甲", "key"),
            ("limit.reply", "", "value"),
        ] {
            let seen = match key {
                "class.D" => "not-now 暂不能解决，留作参考",
                "limit.reply" => "3 months",
                _ => "",
            };
            let path = key.replace('甲', "%E7%94%B2");
            let (status, problem) = put(&site, &path, lay(value, seen, false)).await;
            assert_eq!((status.as_u16(), &problem["errors"][0]["field"]), (422, &json!(field)), "{key}");
        }
        let path = format!("/api/congresses/{}/suggestion-rules", congress());
        let book = visitor(&site, &clerk()).get(&path).await.json();
        let retired: Vec<_> = book["retired"].as_array().unwrap().iter().map(|entry| entry["value"].clone()).collect();
        assert_eq!(retired, ["solved 已经解决或基本解决", "in-progress 正在解决", "planned 列入计划逐步解决"]);
        assert_eq!(
            visitor(&site, &chief()).get("/suggestions/rules/entry/retirement?key=limit.reply").await.status,
            404
        );
    });
}

#[test]
fn nobody_lays_a_longer_answer_than_the_law_allows_and_what_was_laid_before_is_still_read() {
    both(|site| async move {
        found(&site).await;
        let field = |answer: (StatusCode, serde_json::Value)| {
            (answer.0, answer.1["errors"][0]["field"].clone(), answer.1["errors"][0]["message"].to_string())
        };
        for (key, value, said) in [
            ("limit.reply", "4 months", "代表法第五十一条"),
            ("limit.reply", "90 days", "代表法第五十一条"),
            ("limit.reply", "56 working days", "代表法第五十一条"),
            ("limit.reply-complex", "7 months", "代表法第五十一条"),
            ("limit.look-back", "121 months", "十年"),
        ] {
            let stands = queries::book_of(&site, congress()).await.unwrap().entry(key).value;
            let (status, field, message) = field(put(&site, key, lay(value, &stands, false)).await);
            assert_eq!((status, &field), (StatusCode::UNPROCESSABLE_ENTITY, &json!("value")), "{key} {value}");
            assert!(message.contains(said), "{message}");
        }
        assert_eq!(put(&site, "limit.reply", lay("89 days", "3 months", false)).await.0, StatusCode::OK);
        let mut tx = site.db().begin().await.unwrap();
        tx.run(Sql::new("update suggestion_rules set value = '5 months' where key = 'limit.reply'")).await.unwrap();
        tx.commit().await.unwrap();
        let book = desk::rules::book(&site, congress(), session()).await.unwrap();
        assert_eq!(book.entry("limit.reply").value, "5 months", "a book of before is read");
        assert_eq!(
            put(&site, "limit.redo", lay("20 days", "30 days", false)).await.0,
            StatusCode::OK,
            "and written on"
        );
    });
}

#[test]
fn who_keeps_the_book_ticks_and_reads_words_and_a_value_without_end_is_refused() {
    both(|site| async move {
        found(&site).await;
        let (here, mut head) = (congress().to_string(), visitor(&site, &chief()));
        let form = head.get("/suggestions/rules/entry?key=opinion.approve").await.text;
        assert!(form.contains("督促办") && form.contains("type=\"checkbox\"") && !form.contains("suggest remind"));
        let seen = rule_version(&site, "opinion.approve").await.to_string();
        let of = [("key", "opinion.approve"), ("then", "lay"), ("version", &seen), ("term", ""), ("of", "every")];
        let ticked: Vec<_> = of.into_iter().chain([("value", "own"), ("value", "urge")]).collect();
        let laid = head.fill("/suggestions/rules/entry", &laying(&here, &ticked)).await.text;
        assert!(laid.contains("自己办、督促办"), "{laid}");
        let form = head.get("/suggestions/rules/entry?key=reply.courtesy").await.text;
        assert!(form.contains("<textarea") && form.contains("多个用语之间用空格隔开"), "{form}");
        let stands = queries::book_of(&site, congress()).await.unwrap().entry("reply.courtesy").value;
        let long = "很".repeat(501);
        assert_eq!(put(&site, "reply.courtesy", lay(&long, &stands, false)).await.0, StatusCode::UNPROCESSABLE_ENTITY);
        let open = format!("/api/congresses/{here}/suggestion-rules/category.social/open");
        assert_eq!(head.get(&open).await.json()["bearing"], 0);
    });
}
