//! Coverage by links; what rests on stations is tested where stations are.

use crate::world::*;
use kernel::AreaCode;
use kit::{Site, db::Sql, testing::both, web::api::Once};
use links::{
    desk::{
        contact::{LinkContactWanted, record},
        indicator::{IndicatorWanted, find, make, remove},
        kind,
        link::{self, LinkWanted},
    },
    queries::{
        coverage::{self, Asked, Scope, Tree},
        lines,
    },
};
use links_rules::{Condition, Population, Ratio, Side, Way};
use uuid::Uuid;

fn scope() -> Scope {
    Scope::Body(congress(), AreaCode::parse(AREA).unwrap())
}

fn asked(population: Population, condition: Condition) -> Asked {
    Asked { population, condition, kind: None }
}

async fn ratio(site: &Site, population: Population, condition: Condition) -> (u64, u64) {
    let Ratio { part, whole } =
        coverage::ratio(&mut site.db(), asked(population, condition), &scope(), site.today()).await.unwrap();
    (part, whole)
}

#[test]
fn what_is_linked_and_contacted_counts_as_of_the_day() {
    both(async |site| {
        found(&site).await;
        assert_eq!(ratio(&site, Population::Deputies, Condition::Linked).await, (0, 6));
        let kind = made(&site).await.id;
        adopted(&site, kind).await;
        assert_eq!(ratio(&site, Population::Deputies, Condition::Linked).await, (6, 6));
        assert_eq!(ratio(&site, Population::Committee, Condition::Links).await, (2, 2));
        assert_eq!(ratio(&site, Population::Deputies, Condition::Contacted).await, (0, 6));
        let one = lines::of_person(&mut site.db(), person(3), site.today()).await.unwrap().remove(0);
        let wanted =
            LinkContactWanted { day: site.today(), way: Way::Phone, words: text("通了电话。"), follow_up: None };
        record(&site, &clerk(), one.id, wanted, &Once::default()).await.unwrap();
        assert_eq!(ratio(&site, Population::Deputies, Condition::Contacted).await, (1, 6));
        let look = asked(Population::Deputies, Condition::Contacted);
        let (_, missing) = coverage::list(&mut site.db(), look, &scope(), (false, site.today())).await.unwrap();
        assert_eq!(missing.len(), 5);
        let named = coverage::named(&mut site.db(), missing).await.unwrap();
        assert!(named.iter().all(|member| member.name.starts_with("代表") && member.name != "代表3"));
        let yesterday = site.today().plus_days(-1);
        let before = asked(Population::Deputies, Condition::Linked);
        let before = coverage::ratio(&mut site.db(), before, &scope(), yesterday).await.unwrap();
        assert_eq!((before.part, before.whole), (0, 6), "they had not begun");
    });
}

#[test]
fn villages_are_summed_up_by_town_or_by_park() {
    both(async |site| {
        found(&site).await;
        let mut wanted = wanted();
        (wanted.one, wanted.other, wanted.least) = (Side::Deputies, Side::Villages, 0);
        let kind = kind::make(&site, &clerk(), congress(), wanted, &Once::default()).await.unwrap().id;
        for village in ["430121101201", "430121400201"] {
            let wanted = LinkWanted { one: person(1).to_string(), other: village.to_owned(), since: site.today() };
            link::make(&site, &clerk(), kind, wanted, &Once::default()).await.unwrap();
        }
        let villages = asked(Population::Villages, Condition::Linked);
        let area = AreaCode::parse(AREA).unwrap();
        let told = async |tree| {
            let (total, lines) =
                coverage::rolled_up(&mut site.db(), villages, &area, (tree, site.today())).await.unwrap();
            let lines: Vec<(String, u64, u64)> =
                lines.into_iter().map(|line| (line.name, line.ratio.part, line.ratio.whole)).collect();
            ((total.total.part, total.total.whole), (total.rest.part, total.rest.whole), lines)
        };
        let town = |name: &str, part, whole| (name.to_owned(), part, whole);
        let administrative = ((2, 3), (1, 1), vec![town("江背镇", 1, 1), town("黄花镇", 0, 1)]);
        assert_eq!(told(Tree::Administrative).await, administrative, "what lies in the park is told as the rest");
        assert_eq!(told(Tree::Functional).await, ((1, 1), (0, 0), vec![town("临江工业园", 1, 1)]));
    });
}

#[test]
fn deputies_stand_in_the_town_of_their_delegation() {
    both(async |site| {
        found(&site).await;
        let kind = made(&site).await.id;
        adopted(&site, kind).await;
        let area = AreaCode::parse(AREA).unwrap();
        let look = asked(Population::Deputies, Condition::Linked);
        let (total, lines) =
            coverage::rolled_up(&mut site.db(), look, &area, (Tree::Administrative, site.today())).await.unwrap();
        assert_eq!((total.total.part, total.total.whole, total.again.whole), (6, 6, 0));
        assert!(lines.iter().all(|line| (line.ratio.part, line.ratio.whole) == (3, 3)), "{lines:?}");
    });
}

#[test]
fn a_town_has_a_station_on_the_days_on_which_it_was_open() {
    both(async |site| {
        found(&site).await;
        let day = |back: i32| site.today().plus_days(-back);
        let mut tx = site.db().begin().await.unwrap();
        let sql = Sql::new(
            "insert into station (area, tier, kind, functions, host, hours, phone, about, stage, made, version,",
        );
        let sql = sql.add(
            " id, congress, name, place) values ('430121101', 'station', 'town', '', '', '', '', '', 'closed', 1, 1,",
        );
        let station: Uuid = id::<()>(12, 1).uuid();
        tx.run(sql.add(" {}, {}, '江背站', '振兴路')").bind(station).bind(congress())).await.unwrap();
        for (n, step, back) in
            [(1i64, "founded", 90), (2, "open", 60), (3, "suspend", 40), (4, "open", 20), (5, "close", 5)]
        {
            let sql = Sql::new("insert into station_history (station, n, at, step, words) values ({}, {}, {}, {}, '')");
            let at = day(back).start().plus_millis(9 * 3_600_000);
            tx.run(sql.bind(station).bind(n).bind(at).bind(step)).await.unwrap();
        }
        tx.commit().await.unwrap();
        let look = asked(Population::Towns, Condition::Station);
        for (back, open) in [(70, 0), (60, 1), (41, 1), (40, 0), (20, 1), (6, 1), (5, 0), (0, 0)] {
            let found = coverage::ratio(&mut site.db(), look, &scope(), day(back)).await.unwrap();
            assert_eq!(found.part, open, "{back} days ago");
        }
    });
}

#[test]
fn a_congress_adds_an_indicator_of_its_own_and_removes_it() {
    both(async |site| {
        found(&site).await;
        let kind = made(&site).await.id;
        let wanted = |condition| IndicatorWanted {
            name: text("双联到人"),
            population: Population::Deputies,
            condition,
            kind: Some(kind),
        };
        let wrong = make(&site, &clerk(), congress(), wanted(Condition::Home), &Once::default()).await;
        assert_eq!(why(wrong.unwrap_err()), "links-refused-indicator");
        let own = make(&site, &clerk(), congress(), wanted(Condition::Linked), &Once::default()).await.unwrap();
        assert_eq!(find(&site, congress(), &own.key).await.unwrap(), own);
        for who in [leader(), deputy(1), stranger()] {
            assert!(remove(&site, &who, own.key.parse().unwrap()).await.is_err(), "{}", who.name);
        }
        remove(&site, &clerk(), own.key.parse().unwrap()).await.unwrap();
        assert!(find(&site, congress(), &own.key).await.is_err());
    });
}
