//! What happens at a station, and its plan.

use crate::world::{site::visitor, *};
use kernel::Recorded;
use kit::{db::Sql, testing::both, web::api::Once};
use stations::desk::{
    event::{open_names, record, strike},
    plan::{StationPlanWanted, give_up, plan},
};
use stations_rules::EventKind;

#[test]
fn a_reception_sent_twice_is_kept_once() {
    both(async |site| {
        found(&site).await;
        let id = open_station(&site, "一站").await;
        home(&site, id, &[person(1)]).await.unwrap();
        let once = Once::form("mark", "/stations", &"the same").unwrap();
        let first = record(&site, &keeper(id), id, reception(&[person(1)]), &once).await.unwrap();
        let again = record(&site, &keeper(id), id, reception(&[person(1)]), &once).await.unwrap();
        assert_eq!((first, count(&site, "select count(*) from v_reception").await), (again, 1));
        assert_eq!(count(&site, "select count(*) from v_reception_deputy").await, 1);
        assert_eq!(count(&site, "select count(*) from journal where verb = 'station.recorded'").await, 1);
        sound(&site).await;
    });
}

#[test]
fn a_reception_says_who_received_and_on_a_day_that_has_come() {
    both(async |site| {
        found(&site).await;
        let id = open_station(&site, "一站").await;
        let mut wanted = reception(&[]);
        wanted.day = "2026-06-11".parse().unwrap();
        wanted.said = None;
        let refused = record(&site, &keeper(id), id, wanted, &Once::default()).await.unwrap_err();
        let said = why(refused);
        for field in ["day: stations-refused-not-yet", "deputies: stations-wrong-no-deputy", "said: kit-form-required"]
        {
            assert!(said.contains(field), "{said}");
        }
        let mut wanted = reception(&[person(1)]);
        wanted.opinion = Some(text("2026-12"));
        let refused = record(&site, &keeper(id), id, wanted, &Once::default()).await.unwrap_err();
        assert_eq!(why(refused), "opinion: stations-wrong-opinion");
    });
}

#[test]
fn a_keeper_writes_and_sees_their_own_station_alone() {
    both(async |site| {
        found(&site).await;
        let (one, two) = (open_station(&site, "一站").await, open_station(&site, "二站").await);
        assert!(record(&site, &keeper(one), two, reception(&[person(1)]), &Once::default()).await.is_err());
        let event = record(&site, &keeper(one), one, reception(&[person(1)]), &Once::default()).await.unwrap();
        assert!(open_names(&site, &keeper(two), event, &text("回访")).await.is_err());
        let who = open_names(&site, &keeper(one), event, &text("回访")).await.unwrap();
        assert_eq!((who.names.as_str(), who.address.as_str()), ("赵小满", "柳林村三组"));
        assert_eq!(count(&site, "select count(*) from journal where verb = 'station.names-opened'").await, 1);
        assert!(strike(&site, &keeper(two), event, &text("重复")).await.is_err());
        strike(&site, &keeper(one), event, &text("重复")).await.unwrap();
        assert_eq!(
            why(strike(&site, &keeper(one), event, &text("重复")).await.unwrap_err()),
            "stations-refused-struck"
        );
        assert_eq!(count(&site, "select count(*) from v_reception").await, 0);
        sound(&site).await;
    });
}

#[test]
fn an_item_of_the_plan_is_done_by_what_happened_and_open_again_when_that_is_struck_out() {
    both(async |site| {
        found(&site).await;
        let id = open_station(&site, "一站").await;
        let wanted = StationPlanWanted { year: 2026, month: 5, title: text("学习代表法"), words: None };
        let item = plan(&site, &keeper(id), id, &wanted, &Once::default()).await.unwrap();
        let thirteen = StationPlanWanted { month: 13, ..wanted.clone() };
        let refused = plan(&site, &keeper(id), id, &thirteen, &Once::default()).await.unwrap_err();
        assert_eq!(why(refused), "month: stations-wrong-month");
        let mut study = reception(&[]);
        (study.kind, study.title, study.plan) = (EventKind::Study, Some(text("学习代表法")), Some(item));
        let event = record(&site, &keeper(id), id, study.clone(), &Once::default()).await.unwrap();
        let twice = record(&site, &keeper(id), id, study, &Once::default()).await.unwrap_err();
        assert_eq!(why(twice), "stations-refused-plan-over");
        assert_eq!(
            why(give_up(&site, &keeper(id), item, &text("改期")).await.unwrap_err()),
            "stations-refused-plan-over"
        );
        strike(&site, &keeper(id), event, &text("登记错误")).await.unwrap();
        give_up(&site, &keeper(id), item, &text("改期")).await.unwrap();
        sound(&site).await;
    });
}

#[test]
fn a_reception_that_became_an_opinion_bears_its_number_and_is_offered_no_more() {
    both(async |site| {
        found(&site).await;
        let id = open_station(&site, "一站").await;
        let event = record(&site, &keeper(id), id, reception(&[person(1)]), &Once::default()).await.unwrap();
        let path = format!("/stations/events/{event}");
        let page = async |who| visitor(&site, &who).get(&path).await.text;
        let button = format!("/opinions/new?reception={event}");
        assert!(page(keeper(id)).await.contains(&button));
        let opinion = uuid::Uuid::from_u128(77);
        let mut tx = site.db().begin().await.unwrap();
        let sql = Sql::new(
            "insert into opinion (to_deputy, to_unit, at, round, received, version, way, topic, body, place, area, year, ",
        );
        let sql = sql.add("n, stage, tracking, id, congress, holder) values (0, 0, 1, 1, {}, 1, 'visit', 'roads', '', '', '', 2026, 7, 'received', 'x', {}, {}, {})");
        run(&mut tx, sql.bind(site.now()).bind(opinion).bind(county()).bind(county())).await;
        let (at, body) = (site.now(), Some(county()));
        let fact = Received { reception: event };
        let told = Recorded { at, by: None, acting_for: None, body, subject: opinion, fact };
        kit::journal::append(&mut tx, told).await.unwrap();
        tx.commit().await.unwrap();
        stations::FROM_OPINIONS.catch_up(&site).await.unwrap();
        let own = page(keeper(id)).await;
        assert!(own.contains("〔2026〕7号") && !own.contains(&button), "{own}");
        assert!(!own.contains(&format!("/opinions/{opinion}")), "a keeper does not see it there: {own}");
        assert!(page(county_clerk()).await.contains(&format!("/opinions/{opinion}")));
        for who in [keeper(id), county_clerk()] {
            let ledger = visitor(&site, &who).get(&format!("/stations/ledgers/opinions?station={id}&year=1970")).await;
            assert_eq!(ledger.status, axum::http::StatusCode::UNPROCESSABLE_ENTITY, "a year that is none");
            let ledger = visitor(&site, &who).get(&format!("/stations/ledgers/opinions?station={id}")).await.text;
            assert!(ledger.contains("〔2026〕7号") && ledger.contains("道路交通"), "{ledger}");
            let json = visitor(&site, &who).get(&format!("/api/stations/{id}/opinions")).await.json();
            assert_eq!((&json["total"], &json["items"][0]["stage"]), (&1.into(), &"received".into()), "{json}");
        }
        let other = open_station(&site, "二站").await;
        let ledger = visitor(&site, &keeper(other)).get("/stations/ledgers/opinions").await.text;
        assert!(!ledger.contains("〔2026〕7号"), "{ledger}");
        let told = visitor(&site, &keeper(other)).get(&format!("/api/stations/{id}/opinions")).await;
        assert_eq!(told.status, axum::http::StatusCode::NOT_FOUND);
        sound(&site).await;
    });
}

/// As the noun of opinions tells it.
#[derive(serde::Serialize)]
struct Received {
    reception: stations_rules::EventId,
}

impl kernel::Verb for Received {
    fn verb(&self) -> &'static str {
        "opinion.received"
    }
}
