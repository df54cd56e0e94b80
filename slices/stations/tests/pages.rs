//! The pages and their JSON twins, as their users see them.

use crate::world::{site::visitor, *};
use accounts_rules::Actor;
use axum::http::{Method, StatusCode};
use kit::{
    testing::{both, on_sqlite},
    web::api::Once,
};
use serde_json::json;
use stations::desk::event::record;
use stations_rules::Step;

#[test]
fn a_station_is_kept_on_pages_without_script() {
    both(async |site| {
        found(&site).await;
        let mut office = visitor(&site, &county_clerk());
        let page = office.get("/stations/new").await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text);
        let mut fields =
            vec![("name", "桥头站"), ("area", ""), ("tier", "station"), ("kind", "town"), ("place", "振兴路1号")];
        assert_eq!(office.post("/stations", &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        fields[1].1 = TOWN;
        let made = office.post("/stations", &fields).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
        let at = made.location().to_owned();
        assert_eq!(visitor(&site, &Actor::nobody()).get(&at).await.status, StatusCode::NOT_FOUND, "not yet open");
        let page = office.get(&format!("{at}/stage")).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text);
        let fields = [("step", "open"), ("reason", "验收合格"), ("version", "1")];
        assert_eq!(office.post(&format!("{at}/stage"), &fields).await.status, StatusCode::SEE_OTHER);
        let person = person(1).to_string();
        office.get(&format!("{at}/homes")).await;
        let given = office.post(&format!("{at}/homes"), &[("people", person.as_str())]).await;
        assert_eq!(given.status, StatusCode::SEE_OTHER, "{}", given.text);
        let seen = visitor(&site, &Actor::nobody()).get(&at).await;
        assert!(seen.text.contains("张江") && !seen.text.contains("沿革"), "{}", seen.text);
        assert!(visitor(&site, &Actor::nobody()).get("/stations?q=%E6%A1%A5%E5%A4%B4").await.text.contains("桥头站"));
        sound(&site).await;
    });
}

#[test]
fn a_keeper_records_a_reception_once_and_finds_it_in_the_ledger() {
    both(async |site| {
        found(&site).await;
        let id = open_station(&site, "一站").await;
        home(&site, id, &[person(1)]).await.unwrap();
        let mut keeper = visitor(&site, &keeper(id));
        let at = format!("/stations/{id}/receptions");
        let page = keeper.get(&format!("{at}/new")).await;
        assert!(page.text.contains("张江") && page.text.contains("data-draft"), "{}", page.text);
        let person = person(1).to_string();
        let fields = [
            ("once", "mark"),
            ("day", "2026-06-09"),
            ("deputies", person.as_str()),
            ("visitors", "1"),
            ("names", "赵小满"),
            ("said", "桥面破损"),
        ];
        let made = keeper.post(&at, &fields).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
        assert_eq!(keeper.post(&at, &fields).await.location(), made.location(), "sent again, it is the same");
        let event = made.location().to_owned();
        let page = keeper.get(&event).await.text;
        assert!(page.contains("桥面破损") && !page.contains("赵小满"), "{page}");
        let opened = keeper.post(&format!("{event}/names/opening"), &[("reason", "回访")]).await;
        assert!(opened.text.contains("赵小满"), "{}", opened.text);
        for ledger in ["register", "receptions", "opinions", "activities", "plan", "statistics", "grades"] {
            let page = keeper.get(&format!("/stations/ledgers/{ledger}")).await;
            assert_eq!(page.status, StatusCode::OK, "{ledger}: {}", page.text);
            assert_eq!(keeper.get(&format!("/stations/ledgers/{ledger}/print")).await.status, StatusCode::OK);
            let table = keeper.get(&format!("/stations/ledgers/{ledger}/list?as=csv")).await;
            assert_eq!(table.status, StatusCode::OK, "{ledger}");
        }
        assert!(keeper.get("/stations/ledgers/receptions").await.text.contains("桥面破损"));
        assert_eq!(keeper.get("/stations/ledgers/gaps").await.status, StatusCode::NOT_FOUND);
        assert!(visitor(&site, &county_clerk()).get("/stations/ledgers/gaps").await.text.contains("李河"));
    });
}

#[test]
fn ledgers_and_forms_are_there_for_those_alone_who_may() {
    on_sqlite(async |site| {
        found(&site).await;
        let (one, two) = (open_station(&site, "一站").await, open_station(&site, "二站").await);
        let event = record(&site, &keeper(one), one, reception(&[person(1)]), &Once::default()).await.unwrap();
        for who in [keeper(two), stranger(), county_deputy(), head()] {
            let mut visitor = visitor(&site, &who);
            assert_eq!(visitor.get(&format!("/stations/events/{event}")).await.status, StatusCode::NOT_FOUND);
            assert_eq!(visitor.get(&format!("/stations/{one}/wall")).await.status, StatusCode::NOT_FOUND);
            let form = visitor.get(&format!("/stations/{one}/receptions/new")).await.status;
            assert!(form == StatusCode::FORBIDDEN || form == StatusCode::NOT_FOUND, "{form}");
        }
        assert_eq!(visitor(&site, &keeper(one)).get(&format!("/stations/{one}/wall")).await.status, StatusCode::OK);
        step(&site, two, Step::Merge, Some(one)).await.unwrap();
        let mut passer_by = visitor(&site, &Actor::nobody());
        assert_eq!(passer_by.get(&format!("/stations/{two}")).await.location(), format!("/stations/{one}"));
    });
}

#[test]
fn programs_do_the_same() {
    both(async |site| {
        found(&site).await;
        let mut office = visitor(&site, &county_clerk());
        let body = json!({ "name": "桥头站", "area": TOWN, "tier": "station", "kind": "town", "place": "振兴路1号" });
        let at = format!("/api/congresses/{}/stations", county());
        let made = office.json(Method::POST, &at, &[], body).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.text);
        let id = made.json()["id"].as_str().unwrap().to_owned();
        let step = json!({ "step": "open", "reason": "验收合格" });
        let tag = [("if-match", "\"1\"")];
        let opened = office.json(Method::POST, &format!("/api/stations/{id}/stage"), &tag, step).await;
        assert_eq!(opened.json()["stage"], "open", "{}", opened.text);
        let event = json!({ "kind": "deed", "day": "2026-06-01", "title": "修桥", "visitors": 3 });
        let made = office.json(Method::POST, &format!("/api/stations/{id}/events"), &[], event).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.text);
        let odd = json!({ "kind": "feast", "day": "2026-06-01" });
        let odd = office.json(Method::POST, &format!("/api/stations/{id}/events"), &[], odd).await;
        assert_eq!(odd.status, StatusCode::UNPROCESSABLE_ENTITY);
        let list = office.get(&format!("/api/stations/{id}/events?ledger=activities&year=2026")).await;
        assert_eq!(list.json()["total"], 1, "{}", list.text);
        assert_eq!(office.get("/api/station-statistics?year=2026").await.json()["items"][0]["activities"], 1);
        assert_eq!(office.get("/api/stations").await.json()["total"], 1);
        let gaps = office.get(&format!("/api/congresses/{}/station-gaps", county())).await;
        assert_eq!(gaps.json()["total"], 3, "{}", gaps.text);
    });
}

#[test]
fn who_changes_a_station_another_has_changed_meanwhile_sees_both_and_may_save_all_the_same() {
    on_sqlite(async |site| {
        found(&site).await;
        let id = open_station(&site, "一站").await;
        let at = format!("/stations/{id}/edition");
        let mut office = visitor(&site, &county_clerk());
        office.get(&at).await;
        let seen = version(&site, id).await;
        let late = seen.to_string();
        let mut typed =
            vec![("name", "一站"), ("area", TOWN), ("tier", "center"), ("kind", "town"), ("place", "振兴路1号")];
        typed.extend([("functions", "law"), ("functions", "talk"), ("version", late.as_str())]);
        assert_eq!(office.post(&at, &typed).await.status, StatusCode::SEE_OTHER);
        typed[2].1 = "station";
        let both = office.post(&at, &typed).await;
        assert_eq!(both.status, StatusCode::PRECONDITION_FAILED, "{}", both.text);
        assert_eq!(both.text.matches("class=\"differs\"").count(), 1, "{}", both.text);
        assert_eq!(both.text.matches("name=\"functions\"").count(), 2, "all that was typed goes along: {}", both.text);
        let now = (seen + 1).to_string();
        assert!(both.text.contains(&format!("name=\"version\" value=\"{now}\"")), "{}", both.text);
        typed.pop();
        typed.push(("version", &now));
        assert_eq!(office.post(&at, &typed).await.status, StatusCode::SEE_OTHER);
        let body = json!({ "name": "一站", "area": TOWN, "tier": "point", "kind": "town", "place": "振兴路1号" });
        let put = office.json(Method::PUT, &format!("/api/stations/{id}"), &[("if-match", &late)], body).await;
        assert_eq!(put.status, StatusCode::PRECONDITION_FAILED, "{}", put.text);
    });
}
