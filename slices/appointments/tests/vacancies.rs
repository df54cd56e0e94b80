//! Vacancies, people who act and ends of terms over an area.

use crate::world::{site::visitor, *};
use accounts_rules::{Actor, Duty, Post};
use appointments::{
    desk::{
        draft::AppointeeWanted,
        seats::{self, HolderWanted, LeavingWanted},
    },
    queries::{vacancies, vacancy_sum, vacant_offices},
};
use appointments_rules::{How, Office, SeatId};
use axum::http::StatusCode;
use kernel::{AreaCode, BodyId};
use kit::{
    Site,
    db::Sql,
    testing::{both, on_sqlite},
    web::api::Once,
};

fn city() -> BodyId {
    id(1, 9)
}

fn area(code: &str) -> AreaCode {
    AreaCode::parse(code).unwrap()
}

fn of_city(duty: Duty) -> Actor {
    let post = Post { duty, body: city(), congress: city(), area: area("4301") };
    Actor { account: Some(account(52)), posts: vec![post], name: "市".to_owned(), ..Actor::nobody() }
}

/// The city above the county.
async fn with_a_city(site: &Site) {
    found(site).await;
    let mut tx = site.db().begin().await.unwrap();
    let sql = "insert into area (code, name, level, kind) values ('4301', '临州市', 'city', 'administrative')";
    run(&mut tx, Sql::new(sql)).await;
    let sql = Sql::new("insert into body (level, powers, transfer, version, id, area, kind, name, congress)")
        .add(" values ('city', '[]', 0, 1, {}, '4301', 'congress', '临州市人民代表大会', {})");
    run(&mut tx, sql.bind(city()).bind(city())).await;
    tx.commit().await.unwrap();
}

async fn holds(site: &Site, seat: SeatId, (name, how): (&str, How), since: &str) {
    let new = Some(AppointeeWanted { name: text(name), post: None, born: None, person: None });
    let wanted = HolderWanted { appointee: None, new, since: day(since), how, note: None };
    seats::enter(site, &clerk(), seat, wanted, &Once::default()).await.unwrap();
}

/// One office held, one left, one in which somebody acts.
async fn three(site: &Site) -> [SeatId; 3] {
    let held = an_office(site, "县教育局局长", Office::GovernmentMember).await;
    let left = an_office(site, "县水利局局长", Office::GovernmentMember).await;
    let acts = an_office(site, "县人民政府县长", Office::GovernmentHead).await;
    holds(site, held, ("甲", How::Appointed), "2022-03-01").await;
    holds(site, left, ("乙", How::Appointed), "2022-03-01").await;
    let leaves = Sql::new("select id from appointment_holding where seat = {}").bind(left);
    let (leaves,) = site.db().one(leaves).await.unwrap().unwrap();
    let until = site.today().plus_days(-10);
    seats::leave(site, &clerk(), leaves, LeavingWanted { until }).await.unwrap();
    holds(site, acts, ("丙", How::Acting), &site.today().plus_days(-4).to_string()).await;
    [held, left, acts]
}

#[test]
fn a_city_sees_what_is_vacant_in_its_counties_and_since_when() {
    both(async |site| {
        with_a_city(&site).await;
        let [_, left, acts] = three(&site).await;
        let (all, today) = (area("4301"), site.today());
        let page = vacancies(&mut site.db(), (&all, today), None, 10).await.unwrap();
        let told: Vec<_> = page.items.iter().map(|it| (it.name.as_str(), it.offices, it.vacant, it.acting)).collect();
        assert_eq!(told, [("临州市人民代表大会", 0, 0, 0), ("临江县人民代表大会", 3, 2, 1)]);
        assert_eq!(page.items[1].ends(), Some(day("2027-01-09")), "five years");
        let sum = vacancy_sum(&mut site.db(), (&all, today), 60).await.unwrap();
        assert_eq!((sum.congresses, sum.kept, sum.offices, sum.vacant, sum.acting, sum.ending), (2, 1, 3, 2, 1, 1));
        let first = vacancies(&mut site.db(), (&all, today), None, 1).await.unwrap();
        let after = first.next.map(|next| next.to_string()).unwrap();
        let after = kit::list::position(&after, &appointments::queries::BY_AREA).unwrap();
        let second = vacancies(&mut site.db(), (&all, today), after, 1).await.unwrap();
        assert_eq!((second.items.len(), second.total, second.items[0].vacant), (1, 2, 2));
        let offices = vacant_offices(&mut site.db(), congress(), (today, 1)).await.unwrap();
        let found: Vec<SeatId> = offices.iter().map(|it| it.line.seat.id).collect();
        assert!(found.contains(&left) && found.contains(&acts), "{found:?}");
        let vacant = offices.iter().find(|it| it.line.seat.id == left).unwrap();
        assert_eq!(vacant.line.standing.since, Some(today.plus_days(-9)));
        let acting = offices.iter().find(|it| it.line.seat.id == acts).unwrap();
        assert_eq!(acting.acting, [("丙".to_owned(), today.plus_days(-4), 5)]);
    });
}

#[test]
fn the_overview_is_for_who_looks_down_and_goes_out_as_a_table() {
    on_sqlite(async |site| {
        with_a_city(&site).await;
        three(&site).await;
        let mut above = visitor(&site, &of_city(Duty::Leader));
        let page = above.get("/appointments/vacancies?months=12").await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text);
        let one = format!("/appointments/vacancies/{}", congress());
        assert!(page.text.contains(&one) && page.text.contains("空缺 2 名，代理 1 人"), "{}", page.text);
        let page = above.get(&one).await;
        assert!(page.text.contains("已 5 天") && !page.text.contains("/appointments/offices/"), "{}", page.text);
        let table = above.get("/appointments/vacancies/list?as=csv").await;
        assert!(table.text.contains("临江县人民代表大会,县水利局局长"), "{}", table.text);
        let json = above.get(&format!("/api/congresses/{}/office-vacancies", city())).await.json();
        assert_eq!((json["sum"]["vacant"].as_i64(), json["items"][1]["acting"].as_i64()), (Some(2), Some(1)));
        let json = above.get(&format!("/api/congresses/{}/vacant-offices?months=1", congress())).await.json();
        assert!(json["items"].as_array().unwrap().iter().any(|it| it["acting"][0]["days"] == 5), "{json}");
        for wrong in ["0", "61", "-1", "x", "99999999999"] {
            let answer = above.get(&format!("/api/congresses/{}/office-vacancies?months={wrong}", city())).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        }
        let mut below = visitor(&site, &clerk());
        assert!(below.get("/appointments").await.text.contains("/appointments/vacancies?"));
        assert_eq!(below.get("/appointments/vacancies").await.status, StatusCode::OK);
        let above = below.get(&format!("/appointments/vacancies/{}", city())).await;
        assert_eq!(above.status, StatusCode::FORBIDDEN, "nobody looks up");
        for actor in [deputy(), member()] {
            assert_eq!(visitor(&site, &actor).get(&one).await.status, StatusCode::FORBIDDEN);
        }
        let none = format!("/appointments/vacancies/{}", id::<()>(1, 77));
        assert_eq!(below.get(&none).await.status, StatusCode::NOT_FOUND);
    });
}
