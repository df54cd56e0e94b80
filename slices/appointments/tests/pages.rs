//! The pages and their JSON twins, as their users see them.

use crate::world::{site::visitor, *};
use appointments_rules::{Kind, Office};
use axum::http::{Method, StatusCode};
use kit::{
    testing::{both, on_sqlite},
    web::api::Once,
};
use serde_json::json;

#[test]
fn a_proposal_is_drafted_listed_and_voted_on_pages_without_script() {
    both(async |site| {
        found(&site).await;
        let seat = an_office(&site, "县教育局局长", Office::GovernmentMember).await.to_string();
        let mut office = visitor(&site, &clerk());
        assert_eq!(office.get("/appointments/new").await.status, StatusCode::OK);
        let mut fields = vec![
            ("kind", "appoint"),
            ("seat", &*seat),
            ("name", "李春山"),
            ("proposer", "court_president"),
            ("reason", "工作需要"),
        ];
        let wrong = office.post("/appointments", &fields).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", wrong.text);
        assert!(wrong.text.contains("李春山"), "what was typed is kept");
        fields[3].1 = "government_head";
        let made = office.post("/appointments", &fields).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
        let item = made.location().to_owned();
        let page = office.get(&item).await.text;
        assert!(page.contains("县教育局局长") && page.contains("缺少：干部任免审批表"), "{page}");
        let early = office.post(&format!("{item}/submission"), &[("version", "1")]).await;
        assert!(early.text.contains("请先登记提请材料"), "{}", early.text);
        let document = [("version", "1"), ("documents-document", "proposal"), ("documents-title", "议案")];
        assert_eq!(office.post(&format!("{item}/documents"), &document).await.status, StatusCode::SEE_OTHER);
        let stale = office.post(&format!("{item}/documents"), &document).await;
        assert!(stale.text.contains("别人已经改动过"), "{}", stale.text);
        let deputy = visitor(&site, &deputy()).get(&item).await;
        assert_eq!(deputy.status, StatusCode::NOT_FOUND, "only drafted");
        assert_eq!(visitor(&site, &leader()).get(&item).await.status, StatusCode::NOT_FOUND, "only drafted");
    });
}

#[test]
fn every_page_answers_whoever_may_see_it() {
    on_sqlite(async |site| {
        found(&site).await;
        let seat = an_office(&site, "县教育局局长", Office::GovernmentMember).await;
        let id = listed(&site, wanted(Kind::Appoint, seat, "李春山")).await;
        let mut office = visitor(&site, &head());
        for path in [
            "/appointments/announcements".to_owned(),
            "/appointments".to_owned(),
            "/appointments?stage=listed&kind=appoint".to_owned(),
            "/appointments/list?as=csv".to_owned(),
            "/appointments/rule".to_owned(),
            "/appointments/offices".to_owned(),
            "/appointments/offices/new".to_owned(),
            "/appointments/offices/list?as=csv".to_owned(),
            format!("/appointments/offices/{seat}"),
            format!("/appointments/{id}"),
            format!("/congresses/{}/holder-imports", congress()),
            "/imports/holders/template.xlsx".to_owned(),
        ] {
            let answer = office.get(&path).await;
            assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text);
        }
        assert_eq!(office.get("/appointments?stage=none").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let mut member = visitor(&site, &member());
        assert!(member.get("/appointments").await.text.contains("李春山"));
        assert_eq!(member.get(&format!("/appointments/{id}")).await.status, StatusCode::OK);
        assert_eq!(member.get(&format!("/appointments/offices/{seat}")).await.status, StatusCode::NOT_FOUND);
        let figures = [
            ("version", "7"),
            ("vote-members", "23"),
            ("vote-present", "20"),
            ("vote-yes", "11"),
            ("vote-no", "9"),
            ("vote-abstain", "0"),
        ];
        let version = version(&site, id).await.to_string();
        let mut figures = figures.to_vec();
        figures[0].1 = &version;
        let voted = office.post(&format!("/appointments/{id}/vote"), &figures).await;
        assert_eq!(voted.status, StatusCode::SEE_OTHER, "{}", voted.text);
        let page = office.get(&format!("/appointments/{id}")).await.text;
        assert!(page.contains("未通过") && page.contains("再次提名"), "{page}");
    });
}

#[test]
fn programs_ask_for_the_version_they_saw() {
    both(async |site| {
        found(&site).await;
        let seat = an_office(&site, "县教育局局长", Office::GovernmentMember).await;
        let mut office = visitor(&site, &clerk());
        let path = format!("/api/congresses/{}/appointments", congress());
        let body = json!({ "kind": "appoint", "seat": seat.to_string(), "new": { "name": "李春山" },
            "proposer": "government_head", "reason": "工作需要" });
        let kind = ("content-type", "application/json");
        let made = office.send(Method::POST, &path, &[kind], body.to_string().into_bytes()).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.text);
        let id = made.json()["id"].as_str().unwrap().to_owned();
        let unknown =
            json!({ "kind": "crown", "seat": seat.to_string(), "proposer": "government_head", "reason": "x" });
        let wrong = office.send(Method::POST, &path, &[kind], unknown.to_string().into_bytes()).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", wrong.text);
        let document = json!({ "document": "proposal", "title": "议案" }).to_string().into_bytes();
        let path = format!("/api/appointments/{id}/documents");
        let bare = office.send(Method::POST, &path, &[kind], document.clone()).await;
        assert_eq!(bare.status, StatusCode::PRECONDITION_REQUIRED);
        let stale = office.send(Method::POST, &path, &[kind, ("if-match", "\"9\"")], document.clone()).await;
        assert_eq!(stale.status, StatusCode::PRECONDITION_FAILED, "{}", stale.text);
        let done = office.send(Method::POST, &path, &[kind, ("if-match", "\"1\"")], document).await;
        assert_eq!(done.status, StatusCode::OK, "{}", done.text);
        assert_eq!(done.json()["documents"][0]["document"], "proposal");
        let mut nobody = visitor(&site, &accounts_rules::Actor::nobody());
        let public = nobody.get(&format!("/api/congresses/{}/announcements", congress())).await;
        assert_eq!((public.status, public.json()["total"].as_i64()), (StatusCode::OK, Some(0)));
    });
}

#[test]
fn a_program_gives_an_import_of_holders_up_and_nobody_elses() {
    on_sqlite(async |site| {
        found(&site).await;
        an_office(&site, "县教育局局长", Office::GovernmentMember).await;
        let mut office = visitor(&site, &clerk());
        let path = format!("/api/congresses/{}/holder-imports?file=holders.csv", congress());
        let rows = "职务,姓名,任职日期,任职方式\n县教育局局长,李春山,2022-03-01,任命\n";
        let kind = [("content-type", "application/octet-stream")];
        let made = office.send(Method::POST, &path, &kind, rows.as_bytes().to_vec()).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.text);
        let at = format!("/api/imports/holders/{}", made.json()["id"].as_str().unwrap());
        let none = visitor(&site, &stranger()).send(Method::DELETE, &at, &[], Vec::new()).await;
        assert_eq!(none.status, StatusCode::NOT_FOUND);
        assert_eq!(office.send(Method::DELETE, &at, &[], Vec::new()).await.status, StatusCode::NO_CONTENT);
        assert_eq!(office.get(&at).await.json()["state"], "dropped");
    });
}

#[test]
fn who_changes_the_rule_or_an_office_another_has_changed_meanwhile_sees_both() {
    on_sqlite(async |site| {
        found(&site).await;
        let seat = an_office(&site, "县教育局局长", Office::GovernmentMember).await;
        let mut office = visitor(&site, &head());
        let page = office.get("/appointments/rule").await.text;
        let version = page.split_once("name=\"version\" value=\"").unwrap().1.split_once('"').unwrap().0.to_owned();
        let of = congress().to_string();
        let mut typed =
            vec![("congress", of.as_str()), ("version", &version), ("deadline_days", "30"), ("pass_mark", "60")];
        typed.extend([("tries", "2"), ("failed", "two_total"), ("examined", "government_member")]);
        let first = office.post("/appointments/rule", &typed).await;
        assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.text);
        typed[2].1 = "20";
        let both = office.post("/appointments/rule", &typed).await;
        assert_eq!(both.status, StatusCode::PRECONDITION_FAILED, "{}", both.text);
        assert_eq!(both.text.matches("class=\"differs\"").count(), 1, "{}", both.text);
        let at = format!("/appointments/offices/{seat}");
        let mut typed =
            vec![("name", "县教育局局长"), ("office", "government_member"), ("version", "1"), ("quota", "1")];
        assert_eq!(office.post(&at, &typed).await.status, StatusCode::SEE_OTHER);
        typed[0].1 = "县教育和体育局局长";
        let both = office.post(&at, &typed).await;
        assert_eq!(both.status, StatusCode::PRECONDITION_FAILED, "{}", both.text);
        assert!(
            both.text.contains("县教育和体育局局长</td>") && both.text.contains("县教育局局长</td>"),
            "{}",
            both.text
        );
    });
}

#[test]
fn who_changes_a_draft_another_has_changed_meanwhile_sees_both() {
    on_sqlite(async |site| {
        found(&site).await;
        let seat = an_office(&site, "县教育局局长", Office::GovernmentMember).await;
        let wanted = wanted(Kind::Appoint, seat, "李春山");
        let made = appointments::desk::draft::draft(&site, &clerk(), congress(), wanted, &Once::default()).await;
        let at = format!("/appointments/{}", made.unwrap().it.id);
        let mut office = visitor(&site, &clerk());
        office.get(&at).await;
        let mut typed =
            vec![("version", "1"), ("revision-proposer", "government_head"), ("revision-reason", "前任退休。")];
        let first = office.post(&format!("{at}/revision"), &typed).await;
        assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.text);
        typed[1].1 = "chairpersons";
        typed[2].1 = "机构改革。";
        let both = office.post(&format!("{at}/revision"), &typed).await;
        assert_eq!(both.status, StatusCode::PRECONDITION_FAILED, "{}", both.text);
        assert_eq!(both.text.matches("class=\"differs\"").count(), 2, "{}", both.text);
        assert!(both.text.contains("前任退休。") && both.text.contains("机构改革。"), "{}", both.text);
        assert!(both.text.contains("主任会议提请"), "words, not their names: {}", both.text);
        assert!(both.text.contains(&format!("href=\"{at}\"")), "the way back is a page: {}", both.text);
        let body = json!({ "proposer": "chairpersons", "reason": "机构改革。" }).to_string().into_bytes();
        let headers = [("content-type", "application/json"), ("if-match", "\"1\"")];
        let told = office.send(Method::PUT, &format!("/api{at}"), &headers, body).await;
        assert_eq!(told.status, StatusCode::PRECONDITION_FAILED, "{}", told.text);
        assert!(told.text.contains("前任退休。"), "{}", told.text);
        typed[0].1 = "2";
        let saved = office.post(&format!("{at}/revision"), &typed).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text);
    });
}
