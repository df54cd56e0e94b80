//! Stars: sheet, application, review, publication.

use crate::world::{site::visitor, *};
use accounts_rules::{Actor, Duty};
use kernel::Day;
use kit::{Site, db::Sql, testing::both, web::api::Once};
use stations::desk::grade::{
    StationClaim, StationClaims, StationReviewWanted, StationSchemeWanted, adopt, apply, publish, review, usual,
    withdraw,
};
use stations_rules::GradeId;

fn chief() -> Actor {
    actor(52, None, Duty::Chief, (county_office(), county()))
}

async fn applied(site: &Site, id: stations_rules::StationId) -> GradeId {
    let scheme = StationSchemeWanted { name: text("评分表"), sheet: usual().unwrap() };
    assert!(adopt(site, &county_clerk(), county(), &scheme, &Once::default()).await.is_err(), "the chief adopts");
    adopt(site, &chief(), county(), &scheme, &Once::default()).await.unwrap();
    let claim = |points| StationClaim { points, evidence: Some(text("台账")) };
    let lines = scheme.sheet.indicators.iter().map(|it| claim(it.points)).collect();
    apply(site, &keeper(id), id, &StationClaims { lines }, &Once::default()).await.unwrap()
}

#[test]
fn stars_are_claimed_reviewed_published_and_taken_back() {
    both(async |site| {
        found(&site).await;
        let id = open_station(&site, "一站").await;
        let none = apply(&site, &keeper(id), id, &StationClaims { lines: vec![] }, &Once::default()).await;
        assert_eq!(why(none.unwrap_err()), "stations-refused-no-scheme");
        let grade = applied(&site, id).await;
        assert_eq!(why(publish(&site, &chief(), grade).await.unwrap_err()), "stations-refused-grade-stage");
        let mut points: Vec<u16> = usual().unwrap().indicators.iter().map(|it| it.points).collect();
        points[0] += 1;
        let more = StationReviewWanted { points: points.clone(), words: None };
        assert_eq!(why(review(&site, &county_clerk(), grade, &more).await.unwrap_err()), "stations-refused-points");
        points[0] -= 1;
        let given = StationReviewWanted { points, words: None };
        assert!(review(&site, &keeper(id), grade, &given).await.is_err(), "nobody reviews their own");
        review(&site, &county_clerk(), grade, &given).await.unwrap();
        publish(&site, &chief(), grade).await.unwrap();
        assert_eq!(count(&site, "select stars from station").await, 5);
        sound(&site).await;
        let till = Sql::new("select stars_till from station where id = {}").bind(id);
        let (till,): (Day,) = site.db().one(till).await.unwrap().unwrap();
        for (day, good) in [(till, true), (till.plus_days(1), false)] {
            site.set_now(day.start().plus_millis(10 * 3_600_000));
            let page = visitor(&site, &Actor::nobody()).get(&format!("/stations/{id}")).await;
            assert_eq!(page.text.contains("5星级"), good, "{day}: {}", page.text);
            let card = visitor(&site, &Actor::nobody()).get(&format!("/api/stations/{id}")).await.json();
            assert_eq!((card["stars"].is_null(), card["stars_till"].is_null()), (!good, !good), "{card}");
            let list = visitor(&site, &Actor::nobody()).get("/api/stations").await.json();
            assert_eq!(list["items"][0]["stars"].is_null(), !good, "{list}");
            let register = visitor(&site, &county_clerk()).get("/stations/ledgers/register").await.text;
            assert_eq!(register.contains('★'), good, "{register}");
            let inside = visitor(&site, &keeper(id)).get(&format!("/stations/{id}")).await.text;
            assert_eq!(inside.contains("到期"), !good, "its keeper is told that they ran out: {inside}");
        }
        withdraw(&site, &chief(), grade, &text("台账不实")).await.unwrap();
        assert_eq!(count(&site, "select count(*) from station where stars is not null").await, 0);
        sound(&site).await;
    });
}
