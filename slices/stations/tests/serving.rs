//! Deputies who serve beside their home, numbers through mergers, what stands on pages and boards, what keepers see.

use crate::world::{site::visitor, *};
use accounts_rules::Actor;
use axum::http::{Method, StatusCode};
use kernel::PersonId;
use kit::{Problem, Site, db::Sql, testing::both, web::api::Once};
use serde_json::json;
use stations::desk::{event::record, further, home::HomesWanted};
use stations_rules::{StationId, Step};

async fn beside(site: &Site, id: StationId, people: &[PersonId]) -> Result<(), Problem> {
    further::give(site, &county_clerk(), id, &HomesWanted { people: people.to_vec() }).await
}

const NOW: &str = "select count(*) from station_further where until is null";

#[test]
fn a_deputy_has_one_home_and_serves_at_further_stations_beside() {
    both(async |site| {
        found(&site).await;
        let (one, two) = (open_station(&site, "一站").await, open_station(&site, "二站").await);
        home(&site, one, &[person(1), person(2)]).await.unwrap();
        assert_eq!(why(beside(&site, one, &[person(1)]).await.unwrap_err()), "stations-refused-further-already");
        assert_eq!(why(beside(&site, two, &[person(9)]).await.unwrap_err()), "people: stations-wrong-deputy");
        assert!(further::give(&site, &keeper(two), two, &HomesWanted { people: vec![person(1)] }).await.is_err());
        beside(&site, two, &[person(1)]).await.unwrap();
        assert_eq!(why(beside(&site, two, &[person(1)]).await.unwrap_err()), "stations-refused-further-already");
        assert_eq!(count(&site, "select count(*) from v_home where until is null").await, 2, "the home stays");
        assert_eq!(count(&site, "select count(*) from v_serves where until is null").await, 3);
        let mut public = visitor(&site, &Actor::nobody());
        assert!(public.get(&format!("/stations/{two}")).await.text.contains("兼进本站联系的代表"));
        let there = public.get(&format!("/api/stations/{two}/further")).await.json();
        assert_eq!(there[0]["name"], "张江", "{there}");
        let mut tx = site.db().begin().await.unwrap();
        run(&mut tx, Sql::new("update mandate set state = 'ended' where person = {}").bind(person(1))).await;
        tx.commit().await.unwrap();
        for list in ["homes", "further"] {
            let told = async |who: &Actor| visitor(&site, who).get(&format!("/api/stations/{two}/{list}")).await;
            let (inside, outside) = (told(&county_clerk()).await, told(&Actor::nobody()).await);
            assert!(!outside.text.contains("张江"), "who holds no mandate is not told to the public: {}", outside.text);
            assert_eq!(inside.text.contains("张江"), list == "further", "{}", inside.text);
        }
        let mut tx = site.db().begin().await.unwrap();
        run(&mut tx, Sql::new("update mandate set state = 'in_office' where person = {}").bind(person(1))).await;
        tx.commit().await.unwrap();
        home(&site, two, &[person(1)]).await.unwrap();
        assert_eq!(count(&site, NOW).await, 0, "at home there now, no more beside");
        let none = further::end(&site, &county_clerk(), two, person(1)).await.unwrap_err();
        assert_eq!(why(none), "stations-refused-no-further");
        sound(&site).await;
    });
}

#[test]
fn who_serves_beside_goes_along_when_stations_are_merged() {
    both(async |site| {
        found(&site).await;
        let (one, two) = (open_station(&site, "一站").await, open_station(&site, "二站").await);
        let three = open_station(&site, "三站").await;
        home(&site, one, &[person(1)]).await.unwrap();
        home(&site, three, &[person(2)]).await.unwrap();
        beside(&site, three, &[person(1)]).await.unwrap();
        beside(&site, one, &[person(2), person(3)]).await.unwrap();
        step(&site, one, Step::Merge, Some(two)).await.unwrap();
        let there = "select count(*) from station_further f join station s on s.id = f.station where f.until is null and s.name = ";
        let at = async |name: &str| {
            let sql = Sql::new(there).add("{}").bind(name);
            site.db().one::<(i64,)>(sql).await.unwrap().unwrap().0
        };
        assert_eq!((at("一站").await, at("二站").await, at("三站").await), (0, 2, 1));
        step(&site, two, Step::Merge, Some(three)).await.unwrap();
        assert_eq!(at("三站").await, 1, "two are at home there now; the third serves beside");
        sound(&site).await;
    });
}

#[test]
fn the_numbers_of_a_station_can_be_compared_through_mergers() {
    both(async |site| {
        found(&site).await;
        let (one, two) = (open_station(&site, "一站").await, open_station(&site, "二站").await);
        let three = open_station(&site, "三站").await;
        for id in [one, one, two, three] {
            record(&site, &keeper(id), id, reception(&[person(1)]), &Once::default()).await.unwrap();
        }
        step(&site, one, Step::Merge, Some(two)).await.unwrap();
        step(&site, two, Step::Merge, Some(three)).await.unwrap();
        let told = async |by: &str| {
            let at = format!("/api/station-statistics?year=2026&by={by}");
            let found = visitor(&site, &county_clerk()).get(&at).await.json();
            let line =
                |it: &serde_json::Value| (it["name"].as_str().unwrap().to_owned(), it["receptions"].as_i64().unwrap());
            let mut lines: Vec<_> = found["items"].as_array().unwrap().iter().map(line).collect();
            lines.sort();
            lines
        };
        let line = |name: &str, n| (name.to_owned(), n);
        assert_eq!(told("").await, [line("一站", 2), line("三站", 1), line("二站", 1)], "each its own");
        assert_eq!(told("together").await, [line("三站", 4)], "all of them where they live on");
        let mut office = visitor(&site, &county_clerk());
        let page = office.get("/stations/ledgers/statistics?by=together").await.text;
        assert!(page.contains("三站") && !page.contains("一站"), "{page}");
        assert_eq!(office.get("/stations/ledgers/statistics?by=moon").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(office.get("/stations/ledgers/statistics/list?as=xlsx&by=together").await.status, StatusCode::OK);
        sound(&site).await;
    });
}

#[test]
fn published_receptions_stand_on_the_page_and_on_the_board_with_the_signed_code() {
    both(async |site| {
        found(&site).await;
        let id = open_station(&site, "一站").await;
        home(&site, id, &[person(1)]).await.unwrap();
        let mut tx = site.db().begin().await.unwrap();
        let new = |n: u8| crate::world::id::<()>(40, n);
        let sql = Sql::new(
            "insert into duty_roster (id, station, since, until, stage, told, made, version) values ({}, {}, '2026-06-01', '2026-06-30', 'published', '[]', 1, 1)",
        );
        run(&mut tx, sql.bind(new(1)).bind(id)).await;
        for (n, day, stage) in [(2u8, "2026-06-15", "published"), (3, "2026-06-16", "planned")] {
            let sql = Sql::new(
                "insert into duty_turn (id, roster, station, day, meant, begins, ends, need, by_hand, version) values ({}, {}, {}, {}, '2026-06-15', 540, 660, 1, 0, 1)",
            );
            run(&mut tx, sql.bind(new(n)).bind(new(1)).bind(id).bind(day)).await;
            let sql = Sql::new("insert into duty_seat (id, turn, person, stage, at) values ({}, {}, {}, {}, 1)");
            run(&mut tx, sql.bind(new(n + 10)).bind(new(n)).bind(person(1)).bind(stage)).await;
        }
        tx.commit().await.unwrap();
        let page = visitor(&site, &Actor::nobody()).get(&format!("/stations/{id}")).await.text;
        assert!(page.contains("2026-06-15 09:00—11:00") && !page.contains("2026-06-16"), "{page}");
        let board = visitor(&site, &keeper(id)).get(&format!("/stations/{id}/wall")).await.text;
        assert!(board.contains("2026-06-15 09:00—11:00") && !board.contains("code.svg"), "{board}");
        let mut tx = site.db().begin().await.unwrap();
        run(&mut tx, Sql::new("insert into code_key (n, secret, made) values (1, {}, 1)").bind(vec![7u8; 32])).await;
        let sql = Sql::new(
            "insert into code (id, serial, key, kind, target, congress, place, made) values ({}, 5, 1, 'station', {}, {}, '门口', 1)",
        );
        run(&mut tx, sql.bind(new(30)).bind(id).bind(county())).await;
        tx.commit().await.unwrap();
        let board = visitor(&site, &keeper(id)).get(&format!("/stations/{id}/wall")).await.text;
        assert!(board.contains(&format!("/stations/{id}/code.svg")), "{board}");
    });
}

#[test]
fn a_keeper_reads_of_their_own_station_alone_in_every_list() {
    both(async |site| {
        found(&site).await;
        let (one, two) = (open_station(&site, "甲站").await, open_station(&site, "乙站").await);
        home(&site, two, &[person(1)]).await.unwrap();
        let event = record(&site, &keeper(two), two, reception(&[person(1)]), &Once::default()).await.unwrap();
        let mut keeper = visitor(&site, &keeper(one));
        for ledger in ["register", "receptions", "activities", "plan", "statistics", "grades"] {
            for at in ["", "/print", "/list"] {
                let page = keeper.get(&format!("/stations/ledgers/{ledger}{at}?as=csv")).await;
                assert_eq!(page.status, StatusCode::OK, "{ledger}{at}");
                assert!(!page.text.contains("乙站") && !page.text.contains("桥面破损"), "{ledger}{at}: {}", page.text);
            }
        }
        let elsewhere = keeper.get(&format!("/stations/ledgers/receptions?station={two}")).await;
        assert!(!elsewhere.text.contains("桥面破损"), "{}", elsewhere.text);
        assert_eq!(keeper.get("/api/stations?whose=own").await.json()["total"], 1);
        assert_eq!(keeper.get("/api/station-statistics").await.json()["total"], 1);
        for at in ["events", "plans", "grades"] {
            assert_eq!(keeper.get(&format!("/api/stations/{two}/{at}")).await.status, StatusCode::NOT_FOUND, "{at}");
        }
        assert_eq!(keeper.get(&format!("/api/station-events/{event}")).await.status, StatusCode::NOT_FOUND);
        let written = json!({ "kind": "deed", "day": "2026-06-01", "title": "修桥" });
        let written = keeper.json(Method::POST, &format!("/api/stations/{two}/events"), &[], written).await;
        assert_eq!(written.status, StatusCode::FORBIDDEN, "an open station is seen, and not written");
        let beside = json!({ "people": [person(1)] });
        let beside = keeper.json(Method::POST, &format!("/api/stations/{one}/further"), &[], beside).await;
        assert_eq!(beside.status, StatusCode::FORBIDDEN, "whose home it is the office says");
    });
}
