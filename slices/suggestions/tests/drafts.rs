//! Drafts: kept once, kept clean, thrown away whole; their files; through the pages and the JSON, on both engines.

use crate::world::{site::visitor, *};
use axum::http::{Method, StatusCode};
use kit::{
    Site,
    db::Sql,
    testing::{Answer, Visitor, both},
};
use serde_json::{Value, json};
use suggestions::desk;
use suggestions_rules::SuggestionId;

fn fields(then: &'static str) -> Vec<(&'static str, &'static str)> {
    let body = "情况：便桥年久失修。建议：列入今年养护计划。";
    vec![("title", "关于修桥的建议"), ("body", body), ("source", "visits"), ("publish", "1"), ("then", then)]
}

async fn count(site: &Site, table: &'static str) -> i64 {
    let (n,): (i64,) = site.db().one(Sql::new(table)).await.unwrap().unwrap();
    n
}

async fn begun(program: &mut Visitor, sheet: Value) -> Answer {
    let new = json!({ "congress": congress().uuid(), "sheet": sheet });
    program.json(Method::POST, "/api/suggestions", &[], new).await
}

fn field(answer: &Answer) -> String {
    answer.json()["errors"][0]["field"].as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_form_that_came_twice_made_one_draft_and_another_text_another() {
    both(|site| async move {
        found(&site).await;
        let mut deputy = visitor(&site, &deputy(1));
        let page = deputy.get("/suggestions/new").await.text;
        let once = page.split("name=\"once\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let form = |then| fields(then).into_iter().chain([("once", once.as_str())]).collect::<Vec<_>>();
        let first = deputy.post("/suggestions", &form("submit")).await;
        let again = deputy.post("/suggestions", &form("submit")).await;
        assert_eq!((first.status, again.status), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER));
        assert_eq!(first.location(), again.location());
        let mut other = form("save");
        other[0].1 = "关于修路的建议";
        assert_ne!(deputy.post("/suggestions", &other).await.location(), first.location());
        assert_eq!(count(&site, "select count(*) from suggestion").await, 2);
        sound(&site).await;
    });
}

#[test]
fn what_no_keyboard_types_is_refused_with_the_field_and_nothing_typed_is_lost() {
    both(|site| async move {
        found(&site).await;
        let mut program = visitor(&site, &deputy(1));
        let odd = begun(&mut program, json!({ "title": "便\u{0}桥" })).await;
        assert_eq!((odd.status, field(&odd).as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "sheet.title"));
        let source = begun(&mut program, json!({ "source": "dream" })).await;
        assert_eq!((source.status, field(&source).as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "source"));
        let nowhere = begun(&mut program, json!({ "wishes": [person(1).uuid()] })).await;
        assert_eq!((nowhere.status, field(&nowhere).as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "wish"));
        program.get("/suggestions/new").await;
        let mut form = fields("save");
        form[1].1 = "桥坏了\u{7}";
        let page = program.post("/suggestions", &form).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text.contains("id=\"f-body-error\"") && page.text.contains("关于修桥的建议"));
        assert_eq!(count(&site, "select count(*) from suggestion").await, 0);
    });
}

#[test]
fn a_wish_named_twice_is_one_wish() {
    both(|site| async move {
        found(&site).await;
        let mut program = visitor(&site, &deputy(1));
        let wishes = json!([unit(1).uuid(), unit(2).uuid(), unit(1).uuid()]);
        let made = begun(&mut program, json!({ "wishes": wishes })).await;
        assert_eq!(made.status, StatusCode::CREATED);
        assert_eq!(count(&site, "select count(*) from wish").await, 2);
    });
}

async fn with_a_file(site: &Site, id: SuggestionId) -> Answer {
    let mut program = visitor(site, &deputy(1));
    let path = format!("/api/suggestions/{id}/attachments?file=%E6%B8%85%E5%8D%95.txt");
    program.send(Method::POST, &path, &[], "村名,户数\n杨家湾,120\n".into()).await
}

#[test]
fn a_file_comes_in_is_listed_is_fetched_and_goes_by_json() {
    both(|site| async move {
        found(&site).await;
        let id = drafted(&site, "甲").await;
        let added = with_a_file(&site, id).await;
        assert_eq!(added.status, StatusCode::CREATED, "{}", added.text);
        let path = added.location().to_owned();
        let mut program = visitor(&site, &deputy(1));
        let all = program.get(&format!("/api/suggestions/{id}/attachments")).await.json();
        assert_eq!((all.as_array().unwrap().len(), &all[0]["name"]), (1, &json!("清单.txt")));
        assert!(program.get(&path).await.text.contains("杨家湾"));
        let mut other = visitor(&site, &deputy(2));
        assert_eq!(other.get(&path).await.status, StatusCode::NOT_FOUND);
        assert_eq!(other.send(Method::DELETE, &path, &[], vec![]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(program.send(Method::DELETE, &path, &[], vec![]).await.status, StatusCode::OK);
        assert_eq!(program.get(&path).await.status, StatusCode::NOT_FOUND);
        let no_ending = format!("/api/suggestions/{id}/attachments?file=x");
        let refused = program.send(Method::POST, &no_ending, &[], b"x".to_vec()).await;
        assert_eq!((refused.status, field(&refused).as_str()), (StatusCode::UNPROCESSABLE_ENTITY, "file"));
        sound(&site).await;
    });
}

#[test]
fn a_draft_thrown_away_leaves_nothing_but_the_fact() {
    both(|site| async move {
        found(&site).await;
        let id = drafted(&site, "甲").await;
        desk::cosign::invite(&site, &deputy(1), id, &[person(2)]).await.unwrap();
        with_a_file(&site, id).await;
        for other in [deputy(2), clerk(), acting_for(1), stranger()] {
            assert!(
                desk::discard::discard(&site, &other, id, desk::Saw::Unsaid).await.is_err(),
                "{} throws nothing away",
                other.name
            );
        }
        let mut deputy = visitor(&site, &deputy(1));
        let asked = deputy.get(&format!("/suggestions/{id}/removal")).await;
        assert!(asked.text.contains("1 个附件"), "{}", asked.text);
        let gone = deputy.post(&format!("/suggestions/{id}/removal"), &[]).await;
        assert_eq!(gone.location(), "/suggestions");
        assert_eq!(deputy.get(&format!("/api/suggestions/{id}")).await.status, StatusCode::NOT_FOUND);
        for rows in ["select count(*) from blob", "select count(*) from wish", "select count(*) from cosigner"] {
            assert_eq!(count(&site, rows).await, 0, "{rows}");
        }
        let facts = kit::journal::of_subject(&mut site.db(), id.uuid()).await.unwrap();
        assert_eq!(facts.last().unwrap().verb, "suggestion.discarded");
        sound(&site).await;
    });
}

#[test]
fn what_was_handed_in_once_is_not_thrown_away() {
    both(|site| async move {
        found(&site).await;
        let id = drafted(&site, "甲").await;
        desk::submit::submit(&site, &deputy(1), id, desk::Saw::Unsaid).await.unwrap();
        let mut program = visitor(&site, &deputy(1));
        let path = format!("/api/suggestions/{id}");
        assert_eq!(program.send(Method::DELETE, &path, &[], vec![]).await.status, StatusCode::CONFLICT);
        assert_eq!(program.get(&path).await.status, StatusCode::OK);
        assert_eq!(program.get(&format!("/suggestions/{id}/removal")).await.status, StatusCode::FORBIDDEN);
    });
}

#[test]
fn who_declined_to_second_sees_the_draft_no_longer() {
    both(|site| async move {
        found(&site).await;
        let id = drafted(&site, "甲").await;
        desk::cosign::invite(&site, &deputy(1), id, &[person(2), person(3)]).await.unwrap();
        let mut second = visitor(&site, &deputy(2));
        let page = format!("/suggestions/{id}");
        assert_eq!(second.get(&page).await.status, StatusCode::OK);
        let after = second.post(&format!("{page}/cosignature/removal"), &[]).await;
        assert_eq!(after.location(), "/suggestions");
        assert_eq!(second.get(&page).await.status, StatusCode::NOT_FOUND);
        let mut third = visitor(&site, &deputy(3));
        assert_eq!(third.get(&page).await.status, StatusCode::OK, "who has not answered may still read what to answer");
        desk::submit::submit(&site, &deputy(1), id, desk::Saw::Unsaid).await.unwrap();
        assert_eq!(third.get(&page).await.status, StatusCode::NOT_FOUND, "it went its way without a third name");
    });
}

#[test]
fn once_it_lies_with_the_congress_no_version_counts_on() {
    both(|site| async move {
        found(&site).await;
        let draft = drafted(&site, "乙").await;
        let read = |actor, id: SuggestionId| {
            let site = site.clone();
            async move { visitor(&site, &actor).get(&format!("/api/suggestions/{id}")).await }
        };
        assert_eq!(read(deputy(1), draft).await.headers["etag"], "\"1\"");
        let id = drafted(&site, "甲").await;
        desk::cosign::invite(&site, &deputy(1), id, &[person(2)]).await.unwrap();
        desk::cosign::confirm(&site, &deputy(2), id, desk::Saw::Unsaid).await.unwrap();
        desk::submit::submit(&site, &deputy(1), id, desk::Saw::Unsaid).await.unwrap();
        desk::check::accept(&site, &clerk(), id, "other", true, desk::Saw::Unsaid).await.unwrap();
        let kept = desk::assign::assign(&site, &clerk(), id, &desk::assign::Plan::Sole(unit(1))).await.unwrap();
        let lead = kept.suggestion.stage.handling().unwrap().handlers.all().next().unwrap().id;
        desk::handle::sign_for(&site, &unit_clerk(1), id, lead, desk::Saw::Unsaid).await.unwrap();
        replied(&site, id, lead, "A").await;
        let by_unit = || read(unit_clerk(1), id);
        let before = by_unit().await;
        let verdict = desk::judge::Verdict {
            process: suggestions_rules::Score::Satisfied,
            result: suggestions_rules::Score::Dissatisfied,
            reason: Some(words("桥还是不能走")),
            confidential: false,
        };
        desk::judge::judge(&site, &deputy(1), id, lead, verdict).await.unwrap();
        let after = by_unit().await;
        assert!(before.headers.get("etag").is_none() && after.headers.get("etag").is_none());
        let told = |answer: &Answer| answer.json()["history"].as_array().unwrap().len();
        assert_eq!(told(&before), told(&after), "nothing tells the unit that somebody has judged");
        let lead_reads = read(deputy(1), id).await.text;
        assert!(!lead_reads.contains("reply-sent-to-check") && lead_reads.contains("reply-delivered"));
    });
}

#[test]
fn a_form_is_shown_only_to_who_could_send_it() {
    both(|site| async move {
        found(&site).await;
        let (id, lead, co) = assigned(&site, "甲").await;
        desk::handle::sign_for(&site, &unit_clerk(1), id, lead, desk::Saw::Unsaid).await.unwrap();
        desk::handle::sign_for(&site, &unit_clerk(2), id, co, desk::Saw::Unsaid).await.unwrap();
        let page = |end: String| format!("/suggestions/{id}/{end}");
        let at = |part, end| page(format!("assignments/{part}/{end}"));
        let (withdrawal, back) = (page("withdrawal".into()), page("return".into()));
        for (who, path, status) in [
            (deputy(1), withdrawal.clone(), 200),
            (clerk(), withdrawal, 403),
            (clerk(), back.clone(), 403),
            (unit_clerk(1), back, 403),
            (unit_clerk(1), at(lead, "reply"), 200),
            (unit_clerk(2), at(lead, "reply"), 403),
            (clerk(), at(lead, "reply"), 403),
            (deputy(1), at(lead, "judgement"), 403),
            (unit_head(1), at(lead, "signature"), 403),
            (unit_clerk(2), at(co, "opinion"), 200),
            (unit_clerk(1), at(co, "opinion"), 403),
            (deputy(1), page("edit".into()), 403),
            (deputy(5), at(lead, "reply"), 403),
            (stranger(), at(lead, "reply"), 404),
        ] {
            let answer = visitor(&site, &who).get(&path).await;
            assert_eq!(answer.status.as_u16(), status, "{} at {path}", who.name);
        }
    });
}

#[test]
fn nobody_seconds_or_confirms_words_they_have_not_read() {
    both(|site| async move {
        found(&site).await;
        let id = drafted(&site, "关于修缮便桥的建议").await;
        desk::cosign::invite(&site, &deputy(1), id, &[person(2)]).await.unwrap();
        let (page, mut second) = (format!("/suggestions/{id}"), visitor(&site, &deputy(2)));
        let shown = second.get(&page).await.text;
        let words = shown.split("name=\"words\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let version = suggestions::queries::detail(&site, &deputy(1), id).await.unwrap().version;
        desk::draft::edit(&site, &deputy(1), id, version, sheet("关于拆除便桥的建议")).await.unwrap();
        let late = second.post(&format!("{page}/cosignature"), &[("words", &words)]).await;
        assert_eq!(late.status, StatusCode::PRECONDITION_FAILED, "{}", late.text);
        assert!(
            late.text.contains("内容有修改") && late.text.contains("关于拆除便桥的建议"),
            "the words as they read now"
        );
        let stale = [("if-match", "\"1\"")];
        let program = second.json(Method::POST, &format!("/api{page}/cosignature"), &stale, json!({})).await;
        assert_eq!(program.status, StatusCode::PRECONDITION_FAILED, "{}", program.text);
        let again = second.get(&page).await.text;
        let words = again.split("name=\"words\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        assert_eq!(
            second.post(&format!("{page}/cosignature"), &[("words", &words)]).await.status,
            StatusCode::SEE_OTHER
        );
    });
}

#[test]
fn a_draft_that_was_changed_meanwhile_is_not_thrown_away_unread() {
    both(|site| async move {
        found(&site).await;
        let id = drafted(&site, "关于修缮便桥的建议").await;
        let (page, mut lead) = (format!("/suggestions/{id}"), visitor(&site, &deputy(1)));
        let asked = lead.get(&format!("{page}/removal")).await.text;
        let words = asked.split("name=\"words\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        let version = suggestions::queries::detail(&site, &deputy(1), id).await.unwrap().version;
        desk::draft::edit(&site, &deputy(1), id, version, sheet("关于拆除便桥的建议")).await.unwrap();
        let late = lead.post(&format!("{page}/removal"), &[("words", words)]).await;
        assert_eq!(late.status, StatusCode::PRECONDITION_FAILED, "{}", late.text);
        let stale = [("if-match", &*format!("\"{version}\""))];
        let program = lead.json(Method::DELETE, &format!("/api{page}"), &stale, json!({})).await;
        assert_eq!(program.status, StatusCode::PRECONDITION_FAILED, "{}", program.text);
        let now = [("if-match", &*format!("\"{}\"", version + 1))];
        let gone = lead.json(Method::DELETE, &format!("/api{page}"), &now, json!({})).await;
        assert_eq!(gone.status, StatusCode::NO_CONTENT, "{}", gone.text);
    });
}

#[test]
fn a_choice_nobody_was_offered_is_refused_beside_its_field_and_what_was_typed_stays() {
    both(|site| async move {
        found(&site).await;
        let mut lead = visitor(&site, &deputy(1));
        lead.get("/suggestions/new").await;
        for (name, forged) in [("source", "rumour"), ("source", "bill"), ("publish", "perhaps"), ("wish", "交通局")]
        {
            let mut typed = fields("save");
            typed.retain(|(field, _)| *field != name);
            typed.push((name, forged));
            let answer = lead.post("/suggestions", &typed).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}={forged}: {}", answer.text);
            assert!(answer.text.contains(&format!("f-{name}-error")), "{name}={forged}: {}", answer.text);
            assert!(answer.text.contains("便桥年久失修"), "what was typed stays");
        }
        assert_eq!(count(&site, "select count(*) from suggestion").await, 0, "nothing was kept silently without it");
    });
}

#[test]
fn a_deputy_of_the_national_congress_is_told_where_suggestions_to_it_go() {
    both(async |site| {
        found(&site).await;
        let mut national = deputy(1);
        for post in &mut national.posts {
            post.duty = accounts_rules::Duty::NationalDeputy;
        }
        let mut program = visitor(&site, &national);
        let own = program.get("/suggestions").await;
        assert!(own.status == StatusCode::OK && own.text.contains("全国人大的代表建议"), "{}", own.text);
        assert!(!own.text.contains("/suggestions/new"), "{}", own.text);
        for path in ["/suggestions/new", "/suggestions/scans/new"] {
            let told = program.get(path).await;
            let status = told.status;
            assert!(matches!(status, StatusCode::FORBIDDEN | StatusCode::NOT_FOUND), "{path} {status}");
        }
        assert!(program.get("/suggestions/new").await.text.contains("全国人大的代表建议"));
        assert_eq!(begun(&mut program, json!({ "title": "关于修桥的建议" })).await.status, StatusCode::FORBIDDEN);
        assert_eq!(count(&site, "select count(*) from suggestion").await, 0);
    });
}
