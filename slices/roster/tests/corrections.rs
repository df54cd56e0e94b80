//! What was entered wrongly into a term is put right, by page and by JSON, and what others rest on stays.

use crate::world::site::visitor;
use crate::world::{changsha, chief, count, day, deputy, person, term, text, verbs, with_duty};
use accounts_rules::{Actor, Duty};
use axum::http::{Method, StatusCode};
use kit::{Site, db::Sql, testing::both, web::api::Once};
use roster::desk::{mandates, terms};
use roster_rules::{ConstituencyId, ConstituencyKind, DelegationId, RoleName, TermId};
use serde_json::json;

async fn placed(site: &Site) -> (Actor, TermId, DelegationId, ConstituencyId) {
    changsha(site).await;
    let clerk = chief(site, "430121").await;
    let of = term(site, &clerk, "430121").await;
    let delegation = terms::enter_delegation(site, &clerk, of, &text("星沙代表团"), &Once::default()).await.unwrap();
    let (kind, name) = (ConstituencyKind::District, text("第一选区"));
    let constituency = terms::enter_constituency(site, &clerk, of, kind, &name, Some(2), &Once::default()).await;
    (clerk, of, delegation, constituency.unwrap())
}

#[test]
fn a_delegation_is_renamed_and_taken_out_while_nobody_is_in_it() {
    both(async |site| {
        let (clerk, of, delegation, _) = placed(&site).await;
        terms::enter_delegation(&site, &clerk, of, &text("泉塘代表团"), &Once::default()).await.unwrap();
        let at = format!("/terms/{of}/delegations/{delegation}");
        let mut office = visitor(&site, &clerk);
        assert!(office.get(&format!("/terms/{of}")).await.text.contains(&at));
        assert!(office.get(&at).await.text.contains("星沙代表团"));
        let taken = office.post(&at, &[("version", "1"), ("name", "泉塘代表团")]).await;
        assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(taken.text.contains("已有同名的") && taken.text.contains("value=\"泉塘代表团\""), "{}", taken.text);
        office.fill(&at, &[("version", "1"), ("name", "星沙第一代表团")]).await;
        let late = office.post(&at, &[("version", "1"), ("name", "星沙团")]).await;
        assert_eq!(late.status, StatusCode::PRECONDITION_FAILED);
        assert!(late.text.contains("星沙第一代表团") && late.text.contains("星沙团"), "{}", late.text);
        let who = person(&site, &clerk, "430121", "周一鸣").await;
        let mandate = deputy(&site, &clerk, who, of).await;
        mandates::place(&site, &clerk, mandate, 3, Some(delegation), None).await.unwrap();
        let stays = office.post(&format!("{at}/removal"), &[]).await;
        assert!(stays.text.contains("编有代表"), "{}", stays.text);
        mandates::place(&site, &clerk, mandate, 4, None, None).await.unwrap();
        office.fill(&format!("{at}/removal"), &[]).await;
        assert_eq!(office.get(&at).await.status, StatusCode::NOT_FOUND);
        assert_eq!(count(&site, "select count(*) from v_delegation").await, 1);
        let told = verbs(&site).await;
        assert!(told.ends_with(&["delegation.removed".to_owned()]) && told.contains(&"delegation.amended".to_owned()));
    });
}

#[test]
fn a_constituency_keeps_within_the_law_when_it_is_changed_and_stays_where_an_election_may_name_it() {
    both(async |site| {
        let (clerk, of, _, constituency) = placed(&site).await;
        let at = format!("/terms/{of}/constituencies/{constituency}");
        let mut office = visitor(&site, &clerk);
        office.get(&at).await;
        let many = office.post(&at, &[("version", "1"), ("name", "第一选区"), ("seats", "4")]).await;
        assert!(many.text.contains("第二十五条"), "{}", many.text);
        let odd = office.post(&at, &[("version", "1"), ("name", "第一选区"), ("seats", "两名")]).await;
        assert!(odd.text.contains("id=\"f-seats-error\""), "{}", odd.text);
        let api = format!("/api{at}");
        let shape = json!({ "name": "星沙第一选区", "seats": 3 });
        let set = office.json(Method::PUT, &api, &[("if-match", "\"1\"")], shape).await;
        assert_eq!(set.status, StatusCode::NO_CONTENT, "{}", set.text);
        let shown = office.get(&format!("/api/terms/{of}")).await.json();
        assert_eq!(shown["constituencies"][0]["seats"], 3, "{shown}");
        assert_eq!(shown["constituencies"][0]["version"], 2);
        let congress = crate::world::congress(&site, "430121").await;
        let election = Sql::new(
            "insert into election (kind, mode, title, seats, day, voter_days, first_days, formal_days, method, stage, made, version, \
             id, congress, seated, term) values ('direct', 'direct', '换届选举', 2, '2026-12-01', 0, 0, 0, '', 'preparing', 1, 1, {}, {}, {}, {})",
        );
        let election = election.bind(site.new_id::<()>()).bind(congress).bind(congress).bind(of);
        let mut tx = site.db().begin().await.unwrap();
        tx.run(election).await.unwrap();
        tx.commit().await.unwrap();
        let stays = office.json(Method::DELETE, &api, &[], json!(null)).await;
        assert_eq!(
            (stays.status, &stays.json()["type"]),
            (StatusCode::CONFLICT, &json!("roster-refused-constituency-used"))
        );
        let mut tx = site.db().begin().await.unwrap();
        tx.run("delete from election").await.unwrap();
        tx.commit().await.unwrap();
        let gone = office.json(Method::DELETE, &api, &[], json!(null)).await;
        assert_eq!(gone.status, StatusCode::NO_CONTENT, "{}", gone.text);
        assert_eq!(count(&site, "select count(*) from v_constituency").await, 0);
        let mut leader = visitor(&site, &with_duty(&site, "430121", Duty::Leader).await);
        assert_eq!(leader.get(&format!("/terms/{of}/beginning")).await.status, StatusCode::FORBIDDEN);
    });
}

#[test]
fn the_days_of_a_session_are_corrected_and_it_can_sit_again() {
    both(async |site| {
        let (clerk, of, ..) = placed(&site).await;
        let (opened, closed) = (day("2026-03-08"), Some(day("2026-03-12")));
        let session = terms::enter_session(&site, &clerk, of, 5, opened, closed, &Once::default()).await.unwrap();
        let at = format!("/terms/{of}/sessions/{session}");
        let days = |opened: &str, closed: Option<&str>| {
            let sql = Sql::new("select count(*) from v_session where opened = {}").bind(opened);
            match closed {
                Some(day) => sql.add(" and closed = {}").bind(day),
                None => sql.add(" and closed is null"),
            }
        };
        let mut office = visitor(&site, &clerk);
        assert!(office.get(&at).await.text.contains("value=\"2026-03-12\""));
        for wrong in ["2026-03-06", "2026-02-30"] {
            let again = office.post(&at, &[("version", "1"), ("opened", "2026-03-07"), ("closed", wrong)]).await;
            assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
            assert!(again.text.contains(&format!("value=\"{wrong}\"")), "{}", again.text);
        }
        office.fill(&at, &[("version", "1"), ("opened", "2026-03-07"), ("closed", "2026-03-11")]).await;
        assert_eq!(count(&site, days("2026-03-07", Some("2026-03-11"))).await, 1);
        let asked = json!({ "opened": "2026-03-07" });
        let stale = office.json(Method::PUT, &format!("/api{at}"), &[("if-match", "\"1\"")], asked.clone()).await;
        assert_eq!(stale.status, StatusCode::PRECONDITION_FAILED);
        let again = office.json(Method::PUT, &format!("/api{at}"), &[("if-match", "\"2\"")], asked).await;
        assert_eq!(again.status, StatusCode::NO_CONTENT, "{}", again.text);
        assert_eq!(count(&site, days("2026-03-07", None)).await, 1);
        assert!(verbs(&site).await.ends_with(&["session.corrected".to_owned(), "session.corrected".to_owned()]));
    });
}

#[test]
fn the_first_day_of_a_term_is_corrected_until_a_change_of_term_rests_on_it() {
    both(async |site| {
        let (clerk, of, ..) = placed(&site).await;
        let at = format!("/terms/{of}/beginning");
        let mut office = visitor(&site, &clerk);
        assert!(office.get(&format!("/terms/{of}")).await.text.contains(&at));
        assert!(office.get(&at).await.text.contains("value=\"2022-01-05\""));
        office.fill(&at, &[("version", "1"), ("began", "2022-01-07")]).await;
        assert_eq!(count(&site, "select count(*) from v_term where began = '2022-01-07'").await, 1);
        let late = office.post(&at, &[("version", "1"), ("began", "2022-01-09")]).await;
        assert_eq!(late.status, StatusCode::PRECONDITION_FAILED);
        assert!(late.text.contains("2022-01-07") && late.text.contains("2022-01-09"), "{}", late.text);
        let congress = crate::world::congress(&site, "430121").await;
        let next = terms::enter(&site, &clerk, congress, 0, day("2027-01-05"), None, &Once::default()).await.unwrap();
        site.set_now(day("2027-01-06").start());
        roster::desk::terms_change::change(&site, &clerk, of, next, day("2027-01-06")).await.unwrap();
        let rests =
            office.post(&format!("/terms/{next}/beginning"), &[("version", "2"), ("began", "2027-01-08")]).await;
        assert!(rests.text.contains("换届日"), "{}", rests.text);
    });
}

#[test]
fn an_end_entered_for_the_wrong_deputy_is_taken_back_with_its_roles_and_a_wrong_day_put_right() {
    both(async |site| {
        let (clerk, of, ..) = placed(&site).await;
        let who = person(&site, &clerk, "430121", "周一鸣").await;
        let mandate = deputy(&site, &clerk, who, of).await;
        let at = format!("/mandates/{mandate}/corrections");
        let mut office = visitor(&site, &clerk);
        assert!(office.get(&format!("/mandates/{mandate}")).await.text.contains(&at));
        let role = [("role", "group_head"), ("began", "2024-01-05")];
        office.fill(&format!("/mandates/{mandate}/roles"), &role).await;
        let end = [("version", "3"), ("step", "end"), ("reason", "resigned"), ("on", "2025-09-01")];
        office.fill(&format!("/mandates/{mandate}/steps"), &end).await;
        let form = office.get(&at).await;
        assert!(form.text.contains("恢复为“在任”") && !form.text.contains("⟦"), "{}", form.text);
        let blank =
            office.post(&at, &[("version", "4"), ("what", "ended"), ("day", "2025-13-01"), ("because", "")]).await;
        assert_eq!(blank.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            blank.text.contains("id=\"f-day-error\"") && blank.text.contains("id=\"f-because-error\""),
            "{}",
            blank.text
        );
        let right = [("version", "4"), ("what", "ended"), ("day", "2025-08-31"), ("because", "录入笔误")];
        office.fill(&at, &right).await;
        assert_eq!(count(&site, "select count(*) from mandate_role where ended = '2025-08-31'").await, 1);
        let late = office.post(&at, &right).await;
        assert_eq!(late.status, StatusCode::PRECONDITION_FAILED);
        assert!(late.text.contains("录入笔误"), "{}", late.text);
        let back = json!({ "what": "taken_back", "because": "登错了人" });
        let api = format!("/api{at}");
        let no =
            office.json(Method::POST, &api, &[("if-match", "\"5\"")], json!({ "what": "began", "because": "x" })).await;
        assert_eq!(no.status, StatusCode::UNPROCESSABLE_ENTITY);
        let done = office.json(Method::POST, &api, &[("if-match", "\"5\"")], back.clone()).await;
        assert_eq!(done.json()["state"], "in_office", "{}", done.text);
        assert_eq!(count(&site, "select count(*) from mandate_role where ended is null").await, 1);
        let elected = [("version", "6"), ("what", "elected"), ("day", "2021-12-08"), ("because", "录入笔误")];
        office.fill(&at, &elected).await;
        assert_eq!(count(&site, "select count(*) from mandate where elected = '2021-12-08'").await, 1);
        let facts = "select count(*) from journal where verb = 'mandate.corrected' and fact like '%登错了人%'";
        assert_eq!(count(&site, facts).await, 1);
        let mut above = visitor(&site, &chief(&site, "4301").await);
        assert_eq!(above.get(&at).await.status, StatusCode::FORBIDDEN);
        assert!(above.json(Method::POST, &api, &[("if-match", "\"7\"")], back).await.status.is_client_error());
    });
}

#[test]
fn an_end_is_not_taken_back_where_the_person_sits_again_or_the_term_is_over() {
    both(async |site| {
        let (clerk, of, ..) = placed(&site).await;
        let who = person(&site, &clerk, "430121", "周一鸣").await;
        let first = deputy(&site, &clerk, who, of).await;
        let end = mandates::Step::End { reason: roster_rules::EndReason::Resigned };
        mandates::step(&site, &clerk, first, 3, day("2025-09-01"), end).await.unwrap();
        let election =
            mandates::Election { person: who, term: of, on: day("2026-01-10"), constituency: None, delegation: None };
        mandates::elect(&site, &clerk, &election, &Once::default()).await.unwrap();
        let (back, why) = (roster_rules::Correction::TakenBack, text("登错了人"));
        let twice = roster::desk::corrections::correct(&site, &clerk, first, (4, back), &why).await.unwrap_err();
        assert!(format!("{twice:?}").contains("roster-refused-seated-already"), "{twice:?}");
        let congress = crate::world::congress(&site, "430121").await;
        let next = terms::enter(&site, &clerk, congress, 0, day("2027-01-05"), None, &Once::default()).await.unwrap();
        site.set_now(day("2027-01-06").start());
        roster::desk::terms_change::change(&site, &clerk, of, next, day("2027-01-06")).await.unwrap();
        let over = roster::desk::corrections::correct(&site, &clerk, first, (4, back), &why).await.unwrap_err();
        assert!(format!("{over:?}").contains("roster-refused-term-closed"), "{over:?}");
    });
}

#[test]
fn a_role_entered_wrongly_is_struck_out_and_what_it_was_stays_in_the_journal() {
    both(async |site| {
        changsha(&site).await;
        let office = chief(&site, "430121").await;
        let running = term(&site, &office, "430121").await;
        let who = person(&site, &office, "430121", "周一鸣").await;
        let mandate = deputy(&site, &office, who, running).await;
        let (role, on, once) = (RoleName::Chair, day("2022-01-06"), Once::default());
        let id = roster::desk::roles::give(&site, &office, mandate, role, on, None, &once).await.unwrap();
        let mut page = visitor(&site, &office);
        let shown = page.get(&format!("/mandates/{mandate}")).await.text;
        let path = format!("/roles/{id}/removal");
        assert!(shown.contains(&path) && shown.contains("撤销误录"), "{shown}");
        let without = page.post(&path, &[("because", " ")]).await;
        assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", without.text);
        assert!(without.text.contains("f-because-error") && without.text.contains("<details open"), "{}", without.text);
        let mut below = visitor(&site, &chief(&site, "430121102").await);
        below.get("/").await;
        let nobodys = below.post(&path, &[("because", "录错人")]).await;
        assert_eq!(nobodys.status, StatusCode::FORBIDDEN, "{}", nobodys.text);
        page.fill(&path, &[("because", "录到了同名代表")]).await;
        assert_eq!(count(&site, "select count(*) from mandate_role").await, 0);
        let told = "select count(*) from journal where verb = 'role.struck' and fact like '%录到了同名代表%' and fact like '%2022-01-06%'";
        assert_eq!(count(&site, told).await, 1);
        let again = page.json(Method::POST, &format!("/api{path}"), &[], json!({ "because": "再来" })).await;
        assert_eq!(again.status, StatusCode::NOT_FOUND, "{}", again.text);
    });
}

#[test]
fn a_body_closed_by_mistake_is_open_again() {
    both(async |site| {
        changsha(&site).await;
        let office = chief(&site, "430121").await;
        let id = crate::world::body(&site, "430121001", "work_committee").await;
        let version = |kept: roster::store::body::Kept| kept.version.to_string();
        let stands = async || version(roster::store::body::load(&mut site.db(), id).await.unwrap().unwrap());
        let mut page = visitor(&site, &office);
        let path = format!("/bodies/{id}");
        assert!(!page.get(&path).await.text.contains("/reopening"), "it is open");
        let on = ("on", "2026-01-05");
        page.fill(&format!("{path}/closure"), &[("version", &stands().await), on]).await;
        assert!(page.get(&path).await.text.contains("/reopening"));
        let stale = page.post(&format!("{path}/reopening"), &[("version", "1")]).await;
        assert_eq!(stale.status, StatusCode::PRECONDITION_FAILED, "{}", stale.text);
        page.fill(&format!("{path}/reopening"), &[("version", &stands().await)]).await;
        assert_eq!(
            count(&site, kit::db::Sql::new("select count(*) from v_body where closed is null and id = {}").bind(id))
                .await,
            1
        );
        let twice = page.post(&format!("{path}/reopening"), &[("version", &stands().await)]).await;
        assert!(twice.text.contains("没有撤销"), "{}", twice.text);
        let verbs = "select count(*) from journal where verb in ('body.closed', 'body.reopened')";
        assert_eq!(count(&site, verbs).await, 2);
    });
}
