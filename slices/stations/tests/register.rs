//! The register, and whose home a station is.

use crate::world::{site::visitor, *};
use kit::{db::Sql, testing::both, web::api::Once};
use serde_json::json;
use stations::desk::{
    home,
    station::{StationWanted, found as found_station, revise},
};
use stations_rules::Step;

#[test]
fn a_station_is_entered_opened_changed_and_keeps_its_history() {
    both(async |site| {
        found(&site).await;
        let id = open_station(&site, "桥头镇人大代表联络站").await;
        let same = card("桥头镇人大代表联络站", TOWN);
        let twice = found_station(&site, &county_clerk(), county(), same, &Once::default()).await;
        assert_eq!(why(twice.unwrap_err()), "name: stations-wrong-name-taken");
        let away = found_station(&site, &county_clerk(), county(), card("他处", "430122"), &Once::default()).await;
        assert_eq!(why(away.unwrap_err()), "area: stations-wrong-area");
        let village = card("柳林村联络点", VILLAGE);
        let now = revise(&site, &county_clerk(), id, version(&site, id).await, village).await.unwrap();
        assert_eq!(now.card.area, area(VILLAGE));
        let stale = revise(&site, &county_clerk(), id, 1, card("别名", TOWN)).await;
        assert_eq!(why(stale.unwrap_err()), "stations-refused-changed");
        assert_eq!(why(step(&site, id, Step::Open, None).await.unwrap_err()), "stations-refused-step");
        step(&site, id, Step::Suspend, None).await.unwrap();
        assert_eq!(count(&site, "select count(*) from station_history").await, 4);
        sound(&site).await;
    });
}

#[test]
fn a_deputy_has_one_home_and_goes_along_when_stations_are_merged() {
    both(async |site| {
        found(&site).await;
        let (one, two) = (open_station(&site, "一站").await, open_station(&site, "二站").await);
        assert_eq!(count(&site, "select count(*) from v_home where until is null").await, 0);
        home(&site, one, &[person(1), person(2)]).await.unwrap();
        assert_eq!(why(home(&site, one, &[person(1)]).await.unwrap_err()), "stations-refused-home-already");
        assert_eq!(why(home(&site, one, &[person(9)]).await.unwrap_err()), "people: stations-wrong-deputy");
        home(&site, two, &[person(2)]).await.unwrap();
        assert_eq!(count(&site, "select count(*) from v_home where until is null").await, 2);
        assert_eq!(why(step(&site, one, Step::Merge, Some(one)).await.unwrap_err()), "stations-refused-into");
        step(&site, one, Step::Merge, Some(two)).await.unwrap();
        assert_eq!(count(&site, "select count(*) from v_home h join v_station s on s.id = h.station where h.until is null and s.name = '二站'").await, 2);
        assert_eq!(why(home(&site, one, &[person(3)]).await.unwrap_err()), "stations-refused-over");
        home::end(&site, &county_clerk(), two, person(2)).await.unwrap();
        let again = home::end(&site, &county_clerk(), two, person(2)).await;
        assert_eq!(why(again.unwrap_err()), "stations-refused-no-home");
        sound(&site).await;
    });
}

#[test]
fn another_office_a_deputy_and_a_keeper_keep_no_register() {
    both(async |site| {
        found(&site).await;
        let id = open_station(&site, "一站").await;
        for actor in [stranger(), county_deputy(), keeper(id), head()] {
            let wanted = card("二站", TOWN);
            assert!(found_station(&site, &actor, county(), wanted.clone(), &Once::default()).await.is_err());
            assert!(revise(&site, &actor, id, version(&site, id).await, wanted).await.is_err());
            assert!(home::end(&site, &actor, id, person(1)).await.is_err());
        }
        assert_eq!(count(&site, "select count(*) from station").await, 1);
    });
}

#[test]
fn a_deputy_of_the_nation_and_the_county_is_at_home_there_as_one_and_named_by_the_higher_seat() {
    both(async |site| {
        found(&site).await;
        let station = open_station(&site, "一站").await;
        let mut tx = site.db().begin().await.unwrap();
        let (nation, term): (kernel::BodyId, uuid::Uuid) = (id(1, 40), id::<()>(5, 40).uuid());
        let sql = Sql::new("insert into body (level, powers, transfer, version, area, kind, name, id, congress)");
        let sql = sql.add(" values ('nation', '[]', 0, 1, '43', 'congress', '全国人民代表大会', {}, {})");
        run(&mut tx, sql.bind(nation).bind(nation)).await;
        let sql = "insert into term (id, congress, ordinal, began, version) values ({}, {}, 14, '2023-03-05', 1)";
        run(&mut tx, Sql::new(sql).bind(term).bind(nation)).await;
        let sql = Sql::new("insert into mandate (state, elected, version, area, id, person, congress, term)");
        let sql = sql.add(" values ('in_office', '2023-01-18', 1, '43', {}, {}, {}, {})").bind(id::<()>(7, 40));
        run(&mut tx, sql.bind(person(2)).bind(nation).bind(term)).await;
        tx.commit().await.unwrap();
        home(&site, station, &[person(1), person(2)]).await.unwrap();
        let path = format!("/api/stations/{station}/homes");
        let homes = visitor(&site, &county_clerk()).get(&path).await.json();
        let told: Vec<_> = homes.as_array().unwrap().iter().map(|it| (&it["name"], &it["congress"])).collect();
        assert_eq!(told[0], (&json!("李河"), &json!("全国人民代表大会")));
        assert_eq!((told.len(), told[1].0), (2, &json!("张江")));
        sound(&site).await;
    });
}

#[test]
fn the_rules_of_a_station_are_read_by_everybody_and_hang_on_its_wall() {
    both(async |site| {
        found(&site).await;
        let id = open_station(&site, "一站").await;
        let rules = "每月15日为代表接待日。";
        let wanted = StationWanted { rules: Some(text(rules)), ..card("一站", TOWN) };
        revise(&site, &county_clerk(), id, version(&site, id).await, wanted).await.unwrap();
        let path = format!("/stations/{id}");
        assert!(visitor(&site, &accounts_rules::Actor::nobody()).get(&path).await.text.contains(rules));
        assert!(visitor(&site, &keeper(id)).get(&format!("{path}/wall")).await.text.contains(rules));
        let form = visitor(&site, &county_clerk()).get(&format!("{path}/edition")).await.text;
        assert!(form.contains(rules), "what stands is not lost by the next change: {form}");
        sound(&site).await;
    });
}
