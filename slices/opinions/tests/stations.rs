//! Codes of stations, and stations on the way to a deputy. Rows of stations as their tables have them.

use crate::world::{site::visitor, *};
use accounts_rules::Actor;
use axum::http::StatusCode;
use kernel::Id;
use kit::{Site, db::Sql, testing::both, web::api::Once};
use opinions::desk::{
    codes::{Scanned, of, printed, scan},
    receive::{Said, receive},
    things::{ThingCode, lead, make},
};
use opinions_rules::{CodeKind, TargetId, Way};

fn station(n: u8) -> TargetId {
    id(12, n)
}

async fn opened(site: &Site, n: u8, name: &str) {
    let mut tx = site.db().begin().await.unwrap();
    let sql = Sql::new(
        "insert into station (id, congress, area, name, tier, kind, functions, host, place, hours, phone, about, stage, made, version) \
         values ({}, {}, {}, {}, 'station', 'general', '', '', '柳林村部一楼', '周一至周五', '', '', 'open', 1, 1)",
    );
    run(&mut tx, sql.bind(station(n)).bind(town()).bind(VILLAGE).bind(name)).await;
    tx.commit().await.unwrap();
}

async fn at_home(site: &Site, n: u8, deputy: u8) {
    let mut tx = site.db().begin().await.unwrap();
    let sql = Sql::new("insert into station_home (id, station, person, since) values ({}, {}, {}, '2026-01-01')");
    run(&mut tx, sql.bind(Id::<()>::from_uuid(station(n).uuid())).bind(station(n)).bind(person(deputy))).await;
    tx.commit().await.unwrap();
}

async fn staged(site: &Site, n: u8, stage: &'static str, merged: Option<TargetId>) {
    let mut tx = site.db().begin().await.unwrap();
    let sql = Sql::new("update station set stage = {}, merged = {} where id = {}").bind(stage).bind(merged);
    run(&mut tx, sql.bind(station(n))).await;
    tx.commit().await.unwrap();
}

async fn hung(site: &Site, n: u8) -> (opinions_rules::CodeId, String) {
    let place = text("站门口");
    let wanted =
        ThingCode { kind: CodeKind::Station, target: Some(station(n)), name: None, day: None, area: None, place };
    let code = make(site, &town_chief(), town(), &wanted, &Once::default()).await.unwrap();
    let kept = of(site, &town_chief(), code).await.unwrap();
    (code, printed(site, &kept).await.unwrap().to_string())
}

#[test]
fn a_village_finds_its_station_and_the_station_its_deputies() {
    both(async |site| {
        found(&site).await;
        opened(&site, 1, "柳林联络站").await;
        at_home(&site, 1, 1).await;
        let mut passer = visitor(&site, &Actor::nobody());
        let page = passer.get(&format!("/find?area={VILLAGE}")).await;
        assert!(page.text.contains("柳林联络站") && page.text.contains("周一至周五"), "{}", page.text);
        let card = passer.get(&format!("/find/stations/{}", station(1))).await;
        assert!(card.text.contains("张江") && !card.text.contains("王湖"), "{}", card.text);
        let json = passer.get(&format!("/api/find?area={VILLAGE}")).await.json();
        assert_eq!(json["stations"][0]["name"], "柳林联络站");
        staged(&site, 1, "suspended", None).await;
        assert_eq!(passer.get(&format!("/find/stations/{}", station(1))).await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn what_hangs_at_a_merged_station_leads_on_and_at_a_closed_one_is_led_on() {
    both(async |site| {
        found(&site).await;
        for (n, name) in [(1, "柳林联络站"), (2, "桥头联络站"), (3, "镇联络站")] {
            opened(&site, n, name).await;
        }
        let (first, text) = hung(&site, 1).await;
        let mut passer = visitor(&site, &Actor::nobody());
        assert!(passer.get(&format!("/c/{text}")).await.text.contains("柳林联络站"));
        staged(&site, 1, "merged", Some(station(2))).await;
        staged(&site, 2, "merged", Some(station(3))).await;
        assert!(passer.get(&format!("/c/{text}")).await.text.contains("镇联络站"), "along both mergers");
        staged(&site, 1, "closed", None).await;
        assert_eq!(scan(&site, &text).await.unwrap(), Scanned::Over);
        let codes = visitor(&site, &town_chief()).get("/codes").await;
        assert!(codes.text.contains(&format!("/codes/{first}/target")), "{}", codes.text);
        assert!(lead(&site, &stranger(), first, station(3)).await.is_err());
        assert_eq!(
            why(lead(&site, &town_chief(), first, station(2)).await.unwrap_err()),
            "target: opinions-wrong-station"
        );
        lead(&site, &town_chief(), first, station(3)).await.unwrap();
        assert!(passer.get(&format!("/c/{text}")).await.text.contains("镇联络站"));
        let lines = visitor(&site, &town_chief()).get("/api/codes").await.json();
        assert_eq!((&lines[0]["scans"], &lines[0]["said"]), (&3.into(), &0.into()), "{lines}");
        sound(&site).await;
    });
}

#[test]
fn codes_of_stations_are_made_by_the_office_that_keeps_them_alone() {
    both(async |site| {
        found(&site).await;
        opened(&site, 1, "柳林联络站").await;
        let place = text("站门口");
        let wanted =
            ThingCode { kind: CodeKind::Station, target: Some(station(1)), name: None, day: None, area: None, place };
        for other in [county_clerk(), stranger(), town_deputy(), head()] {
            assert!(make(&site, &other, town(), &wanted, &Once::default()).await.is_err());
        }
        let told = make(&site, &county_clerk(), county(), &wanted, &Once::default()).await;
        assert_eq!(why(told.unwrap_err()), "target: opinions-wrong-station");
    });
}

/// A deputy is on a published roster on a day.
async fn on_duty(site: &Site, n: u8, deputy: u8, day: &'static str) {
    let mut tx = site.db().begin().await.unwrap();
    let sql = Sql::new(
        "insert into duty_roster (id, station, since, until, stage, told, made, version) \
         values ({}, {}, '2026-06-01', '2026-06-30', 'published', '[]', 1, 1)",
    );
    run(&mut tx, sql.bind(id::<()>(20, n)).bind(station(1))).await;
    let sql = Sql::new(
        "insert into duty_turn (begins, ends, need, by_hand, version, id, roster, station, day, meant) \
         values (540, 690, 1, 0, 1, {}, {}, {}, {}, {})",
    );
    let sql = sql.bind(id::<()>(21, n)).bind(id::<()>(20, n)).bind(station(1));
    run(&mut tx, sql.bind(day).bind(day)).await;
    let sql = Sql::new("insert into duty_seat (id, turn, person, stage, at) values ({}, {}, {}, 'published', 1)");
    run(&mut tx, sql.bind(id::<()>(22, n)).bind(id::<()>(21, n)).bind(person(deputy))).await;
    tx.commit().await.unwrap();
}

#[test]
fn a_deputy_is_shown_with_group_station_and_the_next_day_there() {
    both(async |site| {
        found(&site).await;
        opened(&site, 1, "柳林联络站").await;
        at_home(&site, 1, 1).await;
        let mut tx = site.db().begin().await.unwrap();
        for (n, code, name, congress) in
            [(40, TOWN, "桥头镇第一代表小组", town()), (41, STREET, "城关街道代表小组", county())]
        {
            let sql = Sql::new("insert into body (level, powers, transfer, version, kind, id, area, name, congress) ");
            let sql = sql.add("values ('township', '[]', 0, 1, 'group', {}, {}, {}, {})").bind(id::<()>(1, n));
            run(&mut tx, sql.bind(code).bind(name).bind(congress)).await;
        }
        tx.commit().await.unwrap();
        for (n, day) in [(1, "2026-06-01"), (2, "2026-06-25"), (3, "2026-06-18")] {
            on_duty(&site, n, 1, day).await;
        }
        let mut passer = visitor(&site, &Actor::nobody());
        let page = passer.get(&format!("/find?area={VILLAGE}")).await;
        assert!(
            page.text.contains("桥头镇第一代表小组") && page.text.contains("下次接待：2026-06-18 9:00"),
            "{}",
            page.text
        );
        assert!(!page.text.contains("城关街道代表小组"), "groups of other places are not named: {}", page.text);
        assert!(page.text.contains(&format!("/find/stations/{}\">柳林联络站", station(1))), "{}", page.text);
        let json = passer.get(&format!("/api/find?area={VILLAGE}")).await.json();
        assert_eq!(json["deputies"][0]["receives"], "2026-06-18");
        assert_eq!(json["deputies"][0]["station"], station(1).to_string());
        assert_eq!(json["groups"][0]["name"], "桥头镇第一代表小组");
        // From a station one comes to who is near it.
        let card = passer.get(&format!("/find/stations/{}", station(1))).await;
        assert!(card.text.contains(&format!("/find?area={VILLAGE}")), "{}", card.text);
    });
}

/// A reception at a station, by a deputy.
async fn received_there(site: &Site, n: u8, deputy: u8) -> TargetId {
    let mut tx = site.db().begin().await.unwrap();
    let event = id(20, n);
    let sql = Sql::new(
        "insert into station_event (id, station, kind, day, clock, title, staff, visitors, topic, said, done, evidence, disposal, sealed, made, made_by) \
         values ({}, {}, 'reception', '2026-06-10', '', '', '', 1, 'water', '水压不够，请看看。', '', '', 'upward', 0, 1, {})",
    );
    run(&mut tx, sql.bind(event).bind(station(n)).bind(id::<()>(9, 70))).await;
    let sql = Sql::new("insert into station_event_deputy (event, person) values ({}, {})");
    run(&mut tx, sql.bind(event).bind(person(deputy))).await;
    tx.commit().await.unwrap();
    event
}

/// Whoever keeps a station: the post is in the station itself.
fn keeper(n: u8) -> Actor {
    actor(70, None, accounts_rules::Duty::Keeper, (kernel::BodyId::from_uuid(station(n).uuid()), town()))
}

#[test]
fn who_keeps_a_station_types_for_who_comes_there_and_for_no_other_place() {
    both(async |site| {
        found(&site).await;
        opened(&site, 1, "柳林联络站").await;
        let typed = async |who: Actor, deputy: Option<u8>, way| {
            let said = Said { way, ..said(deputy.map(person), VILLAGE) };
            let ticket = opinions::Ticket::open(&site).await.unwrap();
            receive(&site, &who, &said, &[], &ticket).await.map(|it| it.id)
        };
        let id = typed(keeper(1), Some(1), Way::Visit).await.unwrap();
        let sql = Sql::new("select typed_by from opinion where id = {}").bind(id);
        let (by,): (Option<kernel::AccountId>,) = site.db().one(sql).await.unwrap().unwrap();
        assert_eq!(by, keeper(1).account);
        let mut at_station = visitor(&site, &keeper(1));
        assert_eq!(at_station.get(&format!("/opinions/{id}")).await.status, StatusCode::NOT_FOUND, "typed, not kept");
        typed(keeper(1), Some(2), Way::Phone).await.unwrap();
        assert!(typed(keeper(1), Some(3), Way::Hotline).await.is_err(), "12345 is the office's");
        assert!(typed(keeper(2), Some(1), Way::Visit).await.is_err(), "there is no such station");
        staged(&site, 1, "closed", None).await;
        assert!(typed(keeper(1), Some(1), Way::Visit).await.is_err(), "nor any more");
        sound(&site).await;
    });
}

#[test]
fn a_reception_becomes_one_opinion_with_what_was_said_there() {
    both(async |site| {
        found(&site).await;
        opened(&site, 1, "柳林联络站").await;
        let there = received_there(&site, 1, 1).await;
        let path = format!("/opinions/new?reception={there}");
        for other in [keeper(2), stranger(), county_clerk(), town_deputy()] {
            assert_eq!(visitor(&site, &other).get(&path).await.status, StatusCode::NOT_FOUND);
        }
        assert!(visitor(&site, &Actor::nobody()).get(&path).await.location().starts_with("/session/new"));
        let mut at_station = visitor(&site, &keeper(1));
        let page = at_station.get(&path).await.text;
        assert!(page.contains("水压不够，请看看。") && page.contains("向张江代表反映"), "{page}");
        let ticket = page.split_once("name=\"ticket\" value=\"").unwrap().1.split_once('"').unwrap().0.to_owned();
        later(&site);
        let (there_, to) = (there.to_string(), person(1).to_string());
        let fields = [
            ("ticket", ticket.as_str()),
            ("reception", &there_),
            ("to", &to),
            ("area", VILLAGE),
            ("way", "visit"),
            ("topic", "water"),
            ("body", "水压不够，请看看。"),
        ];
        let told = at_station.post("/opinions", &fields).await;
        assert!(told.text.contains(&format!("/stations/events/{there}")), "{}", told.text);
        let sql = Sql::new("select way, congress from opinion where reception = {}").bind(there);
        let (way, congress): (String, kernel::BodyId) = site.db().one(sql).await.unwrap().unwrap();
        assert_eq!((way.as_str(), congress), ("visit", town()));
        let fact = "select fact from journal where verb = 'opinion.received'";
        let (fact,): (String,) = site.db().one(fact).await.unwrap().unwrap();
        assert!(fact.contains(&there_), "the station reads it there: {fact}");
        let again = Said { way: Way::Visit, reception: Some(there), ..said(None, VILLAGE) };
        let ticket = opinions::Ticket::open(&site).await.unwrap();
        let told = receive(&site, &keeper(1), &again, &[], &ticket).await;
        assert_eq!(why(told.unwrap_err()), "reception: opinions-wrong-reception-known");
        let told = receive(&site, &stranger(), &again, &[], &ticket).await;
        assert_eq!(why(told.unwrap_err()), "kit-problem-missing");
        sound(&site).await;
    });
}
