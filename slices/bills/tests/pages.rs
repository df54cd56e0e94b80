//! Through the router, without script: a bill from the first word to the presidium, and what others are answered.

use crate::world::{site::visitor, *};
use accounts_rules::Actor;
use axum::http::{Method, StatusCode};
use bills_rules::{BillId, Disposal};
use kit::{
    Site,
    testing::{Answer, Visitor, both},
};
use serde_json::json;

const SHEET: [(&str, &str); 4] =
    [("title", "关于水源地保护的议案"), ("grounds", "水质下降。"), ("proposal", "划定保护范围。"), ("publish", "1")];

/// Opens a page with a form and sends it where it goes.
async fn send(visitor: &mut Visitor, page: &str, action: &str, fields: &[(&str, &str)]) -> Answer {
    let opened = visitor.get(page).await;
    assert_eq!(opened.status, StatusCode::OK, "{page}: {}", opened.text);
    visitor.post(action, fields).await
}

async fn filed(site: &Site) -> String {
    let mut lead = visitor(site, &deputy(1));
    let form = lead.get("/bills/new").await;
    assert_eq!(form.status, StatusCode::OK, "{}", form.text);
    let answer = send(&mut lead, "/bills/new", "/bills", &[&SHEET[..], &[("then", "ask")]].concat()).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    answer.location().trim_end_matches("/signers").to_owned()
}

#[test]
fn a_deputy_drafts_colleagues_sign_and_the_bill_is_handed_in() {
    both(async |site| {
        on(&site, "2026-03-09");
        found(&site).await;
        let bill = filed(&site).await;
        let mut lead = visitor(&site, &deputy(1));
        let page = lead.get(&format!("{bill}/signers?q=db")).await;
        assert!(page.text.contains("代表7") && !page.text.contains("<span>代表1 <"), "{}", page.text);
        let ids: Vec<String> = (2..=10).map(|n| person(n).to_string()).collect();
        let asked: Vec<(&str, &str)> = ids.iter().map(|id| ("person", id.as_str())).collect();
        let answer = send(&mut lead, &bill, &format!("{bill}/signers"), &asked).await;
        assert_eq!(answer.location(), bill, "{}", answer.text);
        assert!(lead.get(&bill).await.text.contains("已联名 1 人"));
        for n in 2..=10 {
            let mut signer = visitor(&site, &deputy(n));
            assert!(signer.get("/bills").await.text.contains("关于水源地保护的议案"), "it waits for the signature");
            assert_eq!(signer.post(&format!("{bill}/signature"), &[]).await.status, StatusCode::SEE_OTHER);
        }
        let handed_in = send(&mut lead, &bill, &format!("{bill}/submission"), &[]).await;
        assert_eq!(handed_in.status, StatusCode::SEE_OTHER, "{}", handed_in.text);
        assert!(visitor(&site, &clerk()).get("/bills").await.text.contains("待审核"));
        sound(&site).await;
    });
}

#[test]
fn what_is_wrong_is_said_and_what_was_typed_stays() {
    both(async |site| {
        on(&site, "2026-03-09");
        found(&site).await;
        let bill = filed(&site).await;
        let mut lead = visitor(&site, &deputy(1));
        let few = send(&mut lead, &bill, &format!("{bill}/submission"), &[]).await;
        assert_eq!(few.status, StatusCode::CONFLICT);
        assert!(few.text.contains("现有 1 人，至少要 10 人"), "{}", few.text);
        let mut office = visitor(&site, &clerk());
        let typed =
            [("organ", "government"), ("name", "县人民政府"), ("title", "城市更新"), ("grounds", "老旧小区多。")];
        let answer = send(&mut office, "/bills/organ", "/bills/organ", &typed).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text.contains("老旧小区多。") && answer.text.contains("f-proposal-error"), "{}", answer.text);
        let unknown = office.get(&format!("/bills?congress={}&stage=nonsense", congress())).await;
        assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    });
}

#[test]
fn votes_against_and_abstentions_are_told_where_they_were_counted() {
    both(async |site| {
        on(&site, "2026-03-10");
        found(&site).await;
        let id = decided(&site, "关于水源地保护的议案", Disposal::Agenda).await;
        let (bill, mut office) = (format!("/bills/{id}"), visitor(&site, &clerk()));
        let form = format!("{bill}/vote");
        let many = [("yes", "8"), ("no", "3"), ("abstain", "2"), ("all", "12")];
        let wrong = send(&mut office, &form, &form, &many).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", wrong.text);
        assert!(wrong.text.contains("不能多于全体代表人数"), "{}", wrong.text);
        let odd = send(&mut office, &form, &form, &[("yes", "8"), ("no", "x"), ("all", "12")]).await;
        assert_eq!(odd.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", odd.text);
        let done = send(&mut office, &form, &form, &[("yes", "8"), ("no", "3"), ("abstain", ""), ("all", "12")]).await;
        assert_eq!(done.location(), bill, "{}", done.text);
        let page = office.get(&bill).await.text;
        assert!(page.contains("赞成 8 票，反对 3 票") && !page.contains("弃权"), "{page}");
        let vote = office.get(&format!("/api{bill}")).await.json()["vote"].clone();
        assert_eq!(vote, json!({ "yes": 8, "no": 3, "abstain": null, "all": 12 }));
        sound(&site).await;
    });
}

/// Reviewed, as the committee proposes.
async fn waiting(site: &Site) -> (BillId, String) {
    let id = reviewed(site, "关于水源地保护的议案", Disposal::Suggestion).await;
    (id, format!("/bills/{id}"))
}

#[test]
fn the_presidium_follows_the_committee_or_says_why_not() {
    both(async |site| {
        on(&site, "2026-03-10");
        found(&site).await;
        let (_, bill) = waiting(&site).await;
        let mut head = visitor(&site, &chief());
        let form = head.get(&format!("{bill}/decision")).await;
        assert!(
            form.text.contains("议案审查委员会的意见") && form.text.contains(r#"value="suggestion" checked"#),
            "{}",
            form.text
        );
        let version = form.text.split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        let (at, seen) = (format!("{bill}/decision"), ("version", version));
        let bare = send(&mut head, &at, &at, &[("disposal", "not-listed"), seen]).await;
        assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(bare.text.contains("f-reason-error"), "{}", bare.text);
        let done = send(&mut head, &at, &at, &[("disposal", "suggestion"), seen]).await;
        assert_eq!(done.location(), bill, "{}", done.text);
        let page = head.get(&bill).await;
        assert!(page.text.contains("转为建议") && page.text.contains("/suggestions/"), "{}", page.text);
        sound(&site).await;
    });
}

#[test]
fn the_report_tells_the_presidium_of_every_bill_with_opinion_and_reason() {
    both(async |site| {
        on(&site, "2026-03-10");
        found(&site).await;
        waiting(&site).await;
        numbered(&site, "关于农村公路养护的议案").await;
        let mut office = visitor(&site, &clerk());
        let paper = office.get(&format!("/bills/report?session={}", session())).await;
        for words in [
            "第十八届第五次会议",
            "共收到议案 2 件",
            "转为建议、批评和意见处理：1 件",
            "尚未提出意见：1 件",
            "代表1等 10 名代表",
            "宜作建议办理",
        ] {
            assert!(paper.text.contains(words), "{words}: {}", paper.text);
        }
        assert!(!paper.text.contains("届第十八届"), "a session's name says its term already");
        let csv = office.get(&format!("/bills/report/list?session={}&as=csv", session())).await;
        assert!(csv.text.contains("议案第2号,关于农村公路养护的议案"), "{}", csv.text);
        let list = office.get(&format!("/bills/list?congress={}&as=csv", congress())).await;
        assert_eq!(list.text.lines().count(), 4, "{}", list.text);
        let refused = visitor(&site, &deputy(1)).get(&format!("/bills/report?session={}", session())).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
    });
}

#[test]
fn every_page_stands_in_both_languages_and_only_for_those_it_is_for() {
    both(async |site| {
        on(&site, "2026-03-10");
        found(&site).await;
        let (_, bill) = waiting(&site).await;
        let terms = format!("/bills/terms/{}", session());
        for (path, title) in [
            (bill.clone(), "To be decided"),
            (format!("{bill}/review"), "Enter the opinion"),
            (format!("{bill}/decision"), "presidium"),
            (format!("{bill}/sheet"), "Grounds"),
            (terms.clone(), "Terms for bills"),
        ] {
            let page = visitor(&site, &chief()).get(&format!("{path}?lang=en")).await;
            assert!(page.status == StatusCode::OK && page.text.contains(title), "{path}: {}", page.text);
            let nobody = visitor(&site, &Actor::nobody()).get(&path).await;
            assert!(!nobody.status.is_success(), "{path}");
            assert!(!visitor(&site, &stranger()).get(&path).await.status.is_success(), "{path}");
        }
        assert_eq!(visitor(&site, &deputy(3)).get(&format!("{bill}/decision")).await.status, StatusCode::FORBIDDEN);
        let wrong = [
            ("deadline", "morgen"),
            ("late", "refused"),
            ("report_months", "6"),
            ("pattern", "第号"),
            ("basis", "决定"),
            ("version", "0"),
        ];
        let answer = send(&mut visitor(&site, &chief()), &terms, &terms, &wrong).await;
        assert!(answer.status == StatusCode::UNPROCESSABLE_ENTITY && answer.text.contains("morgen"), "{}", answer.text);
        let right = [
            ("deadline", "2026-03-09T17:00"),
            ("late", "refused"),
            ("report_months", "6"),
            ("pattern", "第{n}号"),
            ("basis", "决定"),
            ("version", "0"),
        ];
        assert_eq!(send(&mut visitor(&site, &chief()), &terms, &terms, &right).await.status, StatusCode::SEE_OTHER);
        assert_eq!(
            send(&mut visitor(&site, &chief()), &terms, &terms, &right).await.status,
            StatusCode::PRECONDITION_FAILED
        );
    });
}

#[test]
fn a_bill_and_the_report_are_word_files_for_those_who_may_read_them() {
    both(async |site| {
        on(&site, "2026-03-09");
        found(&site).await;
        let bill = filed(&site).await;
        let mut lead = visitor(&site, &deputy(1));
        assert!(lead.get(&bill).await.text.contains(&format!("href=\"{bill}/papers\"")));
        assert!(lead.get(&format!("{bill}/papers")).await.text.contains(&format!("{bill}/papers/sheet.docx")));
        let sheet = lead.get(&format!("/api{bill}/papers/sheet")).await.json().to_string();
        assert!(sheet.contains("水质下降。") && sheet.contains("划定保护范围。") && sheet.contains("代表1"), "{sheet}");
        assert!(lead.get(&format!("{bill}/papers/sheet.docx")).await.text.starts_with("PK"));
        let other = visitor(&site, &clerk()).get(&format!("{bill}/papers/sheet.docx")).await;
        assert_eq!(other.status, StatusCode::NOT_FOUND, "a draft is its deputies'");
        let place = format!("/api/sessions/{}/bill-report/report", session());
        let report = visitor(&site, &chief()).get(&place).await.json();
        assert_eq!(report["to"], "大会主席团");
        assert!(report.to_string().contains("期间共收到议案0件"), "{report}");
        assert_eq!(visitor(&site, &deputy(1)).get(&place).await.status, StatusCode::FORBIDDEN);
    });
}

/// The version of the words that a page carries.
fn carried(page: &str) -> &str {
    page.split("name=\"words\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap()
}

#[test]
fn nobody_signs_words_they_have_not_read_and_is_shown_them() {
    both(async |site| {
        on(&site, "2026-03-09");
        found(&site).await;
        let id = drafted(&site, "关于水源地保护的议案").await;
        bills::desk::sign::ask(&site, &deputy(1), id, &[person(2)]).await.unwrap();
        let (page, mut second) = (format!("/bills/{id}"), visitor(&site, &deputy(2)));
        let shown = second.get(&page).await.text;
        let version = bills::queries::detail(&site, &deputy(1), id).await.unwrap().version;
        bills::desk::draft::edit(&site, &deputy(1), id, version, sheet("关于撤销水源地的议案")).await.unwrap();
        let late = second.post(&format!("{page}/signature"), &[("words", carried(&shown))]).await;
        assert_eq!(late.status, StatusCode::PRECONDITION_FAILED, "{}", late.text);
        assert!(late.text.contains("内容有修改") && late.text.contains("关于撤销水源地的议案"), "{}", late.text);
        let stale = [("if-match", "\"1\"")];
        let program = second.json(Method::POST, &format!("/api{page}/signature"), &stale, json!({})).await;
        assert_eq!(program.status, StatusCode::PRECONDITION_FAILED, "{}", program.text);
        let read = second.post(&format!("{page}/signature"), &[("words", carried(&late.text))]).await;
        assert_eq!(read.status, StatusCode::SEE_OTHER, "{}", read.text);
        sound(&site).await;
    });
}

#[test]
fn a_draft_that_was_changed_meanwhile_is_not_thrown_away_unread() {
    both(async |site| {
        on(&site, "2026-03-09");
        found(&site).await;
        let id = drafted(&site, "关于水源地保护的议案").await;
        let (page, mut lead) = (format!("/bills/{id}"), visitor(&site, &deputy(1)));
        let asked = lead.get(&format!("{page}/removal")).await.text;
        let version = bills::queries::detail(&site, &deputy(1), id).await.unwrap().version;
        bills::desk::draft::edit(&site, &deputy(1), id, version, sheet("另有一事")).await.unwrap();
        let late = lead.post(&format!("{page}/removal"), &[("words", carried(&asked))]).await;
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
fn an_opinion_entered_meanwhile_is_shown_before_it_is_replaced_or_decided_after() {
    both(async |site| {
        on(&site, "2026-03-10");
        found(&site).await;
        let id = numbered(&site, "关于水源地保护的议案").await;
        let (page, mut office) = (format!("/bills/{id}/review"), visitor(&site, &clerk()));
        assert!(office.get(&page).await.text.contains("name=\"version\" value=\"0\""));
        let opinion = |reason| bills::desk::check::Opinion {
            by: name("议案审查委员会"),
            proposal: Disposal::Suggestion,
            reason: words(reason),
            seen: None,
        };
        bills::desk::check::review(&site, &chief(), id, opinion("宜作建议办理。")).await.unwrap();
        let typed = [("by", "法制委"), ("disposal", "agenda"), ("reason", "条件成熟。"), ("version", "0")];
        let late = office.post(&page, &typed).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", late.text);
        for shown in ["宜作建议办理。", "条件成熟。", "有新的登记"] {
            assert!(late.text.contains(shown), "{shown}: {}", late.text);
        }
        let body = json!({ "by": "法制委", "proposal": { "disposal": "agenda" }, "reason": "条件成熟。" });
        let program = office.json(Method::POST, &format!("/api{page}"), &[("if-match", "\"0\"")], body).await;
        assert_eq!(program.status, StatusCode::PRECONDITION_FAILED, "{}", program.text);
        let decision = json!({ "decision": { "disposal": "suggestion" } });
        let mut head = visitor(&site, &chief());
        let path = format!("/api/bills/{id}/decision");
        let unread = head.json(Method::POST, &path, &[("if-match", "\"0\"")], decision.clone()).await;
        assert_eq!(unread.status, StatusCode::PRECONDITION_FAILED, "{}", unread.text);
        let seen = format!("\"{}\"", head.get(&format!("/api/bills/{id}")).await.json()["review_version"]);
        let read = head.json(Method::POST, &path, &[("if-match", &seen)], decision).await;
        assert_eq!(read.status, StatusCode::OK, "{}", read.text);
    });
}
