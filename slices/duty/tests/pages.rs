//! The pages and their JSON twins, as their users see them.

use crate::world::{site::visitor, *};
use accounts_rules::Actor;
use axum::http::{Method, StatusCode};
use kit::testing::{both, on_sqlite};
use serde_json::json;

#[test]
fn a_station_is_planned_and_published_on_pages_without_script() {
    both(async |site| {
        found(&site).await;
        let mut at = visitor(&site, &keeper());
        let path = format!("/duty/stations/{}", station());
        let page = at.get("/duty").await;
        assert!(page.text.contains(&path) && !page.text.contains("城关站"), "{}", page.text);
        let fields = [
            ("meets", "market"),
            ("numbers", "2、5、8"),
            ("begins", "9:00"),
            ("ends", "9:00"),
            ("deputies", "2"),
            ("shift", "keep"),
            ("since", "2026-06-10"),
        ];
        assert_eq!(at.get(&format!("{path}/patterns")).await.status, StatusCode::OK);
        let wrong = at.post(&format!("{path}/patterns"), &fields).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", wrong.text);
        assert!(wrong.text.contains("结束要晚于开始"), "{}", wrong.text);
        let mut fields = fields;
        fields[3].1 = "11:30";
        let made = at.post(&format!("{path}/patterns"), &fields).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
        assert!(at.get(&path).await.text.contains("逢 2、5、8 赶场日"));
        let made = at.post(&format!("{path}/rosters"), &[("since", "2026-07-01"), ("until", "2026-07-31")]).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
        let roster = made.location().to_owned();
        let page = at.get(&roster).await;
        assert!(page.text.contains("代表1") && page.text.contains("草稿"), "{}", page.text);
        let told = at.post(&format!("{roster}/publication"), &[("version", "1")]).await;
        assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.text);
        let mut own = visitor(&site, &deputy(1));
        let page = own.get("/duty").await;
        assert!(page.text.contains("桥头站") && page.text.contains("请人代班"), "{}", page.text);
        let month = own.get(&format!("{path}?month=2026-07")).await;
        assert!(month.text.contains("2026-07-02 星期四"), "{}", month.text);
        for file in ["turns/xlsx?month=2026-07", "turns/csv?month=2026-07", "calendar.ics", "papers/2026-07.docx"] {
            assert_eq!(own.get(&format!("{path}/{file}")).await.status, StatusCode::OK, "{file}");
        }
        assert!(own.get("/duty/mine.ics").await.text.contains("BEGIN:VEVENT"));
    });
}

#[test]
fn who_has_nothing_to_do_with_a_station_finds_none() {
    on_sqlite(async |site| {
        found(&site).await;
        let roster = published(&site).await;
        let (_, turn, _) = seat_of(&site, person(1)).await;
        let paths = [
            format!("/duty/stations/{}", station()),
            format!("/duty/rosters/{roster}"),
            format!("/duty/turns/{turn}"),
            format!("/api/duty/stations/{}/turns", station()),
            format!("/api/duty/turns/{turn}"),
        ];
        for path in &paths {
            for actor in [stranger(), deputy(5), other_keeper()] {
                assert_eq!(visitor(&site, &actor).get(path).await.status, StatusCode::NOT_FOUND, "{path}");
            }
            for actor in [keeper(), clerk(), leader(), deputy(1)] {
                assert_eq!(visitor(&site, &actor).get(path).await.status, StatusCode::OK, "{path}");
            }
            let nobody = visitor(&site, &Actor::nobody()).get(path).await;
            assert!(matches!(nobody.status, StatusCode::SEE_OTHER | StatusCode::UNAUTHORIZED), "{path}");
        }
    });
}

#[test]
fn a_turn_shows_who_was_there_and_what_was_changed() {
    on_sqlite(async |site| {
        found(&site).await;
        published(&site).await;
        let (_, turn, day) = seat_of(&site, person(1)).await;
        site.set_now(day.start().plus_millis(12 * 3_600_000));
        let mut at = visitor(&site, &keeper());
        let path = format!("/duty/turns/{turn}");
        assert_eq!(at.get(&path).await.status, StatusCode::OK);
        let fields = [("version", "1"), ("person", &person(1).to_string()), ("mark", "attended")];
        assert_eq!(at.post(&format!("{path}/attendance"), &fields).await.status, StatusCode::SEE_OTHER);
        assert!(at.get(&path).await.text.contains("到站"));
        let code = at.post(&format!("{path}/code"), &[]).await;
        assert!(code.status == StatusCode::OK && code.text.contains("/duty/here/"), "{}", code.text);
        let coverage = visitor(&site, &clerk()).get("/duty/coverage?standing=short").await;
        assert_eq!(coverage.status, StatusCode::OK, "{}", coverage.text);
        assert!(!visitor(&site, &clerk()).get("/duty/coverage").await.text.contains("代表5"));
        assert_eq!(
            visitor(&site, &clerk()).get("/duty/coverage?standing=x").await.status,
            StatusCode::UNPROCESSABLE_ENTITY
        );
        assert_eq!(visitor(&site, &clerk()).get("/duty/coverage/xlsx").await.status, StatusCode::OK);
        assert_eq!(visitor(&site, &deputy(1)).get("/duty/coverage").await.status, StatusCode::FORBIDDEN);
        let mut chief = visitor(&site, &chief());
        assert_eq!(chief.get("/duty/settings").await.status, StatusCode::OK);
        let mut typed = [("least", "2"), ("ahead", "9"), ("version", "0")];
        assert_eq!(chief.post("/duty/settings", &typed).await.status, StatusCode::SEE_OTHER);
        typed[1].1 = "12";
        let both = chief.post("/duty/settings", &typed).await;
        assert_eq!(both.status, StatusCode::PRECONDITION_FAILED, "{}", both.text);
        assert!(
            both.text.contains("<td data-label") && both.text.contains(">9</td>"),
            "both stand there: {}",
            both.text
        );
    });
}

#[test]
fn the_same_goes_by_json() {
    both(async |site| {
        found(&site).await;
        let mut at = visitor(&site, &keeper());
        let path = format!("/api/duty/stations/{}", station());
        let pattern = json!({ "meets": "weekday", "numbers": [3], "begins": "09:00", "ends": "11:00", "deputies": 2,
            "shift": "next", "since": "2026-06-01" });
        let made = at.json(Method::POST, &format!("{path}/patterns"), &[], pattern).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.text);
        let unknown = json!({ "meets": "moon", "numbers": [3], "begins": "09:00", "ends": "11:00", "deputies": 2,
            "shift": "next", "since": "2026-06-01" });
        let wrong = at.json(Method::POST, &format!("{path}/patterns"), &[], unknown).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", wrong.text);
        let range = json!({ "since": "2026-07-01", "until": "2026-07-31" });
        let made = at.json(Method::POST, &format!("{path}/rosters"), &[("idempotency-key", "a")], range.clone()).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.text);
        let again = at.json(Method::POST, &format!("{path}/rosters"), &[("idempotency-key", "a")], range.clone()).await;
        assert_eq!(made.json()["id"], again.json()["id"]);
        let roster = format!("/api/duty/rosters/{}", made.json()["id"].as_str().unwrap());
        let blind = at.json(Method::POST, &format!("{roster}/publication"), &[], json!({})).await;
        assert_eq!(blind.status, StatusCode::PRECONDITION_REQUIRED, "{}", blind.text);
        let told = at.json(Method::POST, &format!("{roster}/publication"), &[("if-match", "\"1\"")], json!({})).await;
        assert_eq!(told.status, StatusCode::OK, "{}", told.text);
        assert_eq!(told.json()["turns"].as_array().unwrap().len(), 5);
        let mine = visitor(&site, &deputy(1)).get("/api/duty/mine").await;
        assert!(!mine.json()["turns"].as_array().unwrap().is_empty(), "{}", mine.text);
        let turns = at.get(&format!("{path}/turns?since=2026-07-01&until=2026-07-31")).await;
        assert_eq!(turns.json().as_array().unwrap().len(), 5);
        assert_eq!(at.get(&format!("{path}/turns?since=x")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(visitor(&site, &clerk()).get("/api/duty/coverage").await.json()["total"], 4);
        sound(&site).await;
    });
}

#[test]
fn who_changes_a_turn_or_a_draft_another_has_changed_meanwhile_sees_both() {
    both(async |site| {
        found(&site).await;
        let roster = drafted(&site).await;
        let (_, turn, _) = seat_of(&site, person(1)).await;
        let path = format!("/duty/turns/{turn}");
        let mut at = visitor(&site, &keeper());
        at.get(&path).await;
        let (gone, seen) = (person(1).to_string(), version(&site, turn).await.to_string());
        let mut typed = vec![("version", &*seen), ("gone", &*gone), ("reason", "出差")];
        let first = at.post(&format!("{path}/changes"), &typed).await;
        assert_eq!(first.status, StatusCode::SEE_OTHER, "{}", first.text);
        typed[2].1 = "生病";
        let told = at.post(&format!("{path}/changes"), &typed).await;
        assert_eq!(told.status, StatusCode::PRECONDITION_FAILED, "{}", told.text);
        assert!(told.text.contains("出差") && told.text.contains("生病"), "{}", told.text);
        assert!(told.text.contains(&format!("href=\"{path}\"")), "the way back is a page: {}", told.text);
        let body = json!({ "came": person(1), "reason": "回来了" });
        let headers = [("if-match", "\"0\"")];
        let told = at.json(Method::POST, &format!("/api{path}/changes"), &headers, body).await;
        assert_eq!(told.status, StatusCode::PRECONDITION_FAILED, "{}", told.text);
        assert!(told.text.contains("代表1") && told.text.contains("回来了"), "{}", told.text);
        let path = format!("/duty/rosters/{roster}");
        let mut typed =
            vec![("version", "0"), ("day", "2026-07-01"), ("begins", "14:00"), ("ends", "16:00"), ("deputies", "2")];
        let told = at.post(&format!("{path}/turns"), &typed).await;
        assert_eq!(told.status, StatusCode::PRECONDITION_FAILED, "{}", told.text);
        assert!(told.text.contains("2026-07-01 14:00–16:00 2"), "{}", told.text);
        assert!(told.text.contains("2026-07-01 09:00–11:00"), "what stands on that day: {}", told.text);
        let now = store_version(&site, roster).await.to_string();
        typed[0].1 = &now;
        let saved = at.post(&format!("{path}/turns"), &typed).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text);
    });
}

async fn store_version(site: &kit::Site, roster: duty_rules::RosterId) -> i64 {
    let sql = kit::db::Sql::new("select version from duty_roster where id = {}").bind(roster);
    site.db().one::<(i64,)>(sql).await.unwrap().unwrap().0
}
