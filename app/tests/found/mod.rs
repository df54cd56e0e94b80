//! 码上找代表 with the province's own places around it: every one of the 29,534 villages and communities is answered.

use std::{collections::BTreeMap, sync::Arc};

use axum::http::{StatusCode, header};
use kernel::{AreaCode, BodyId};
use kit::{
    Site,
    db::{Ask, Val},
    testing::{Visitor, on_sqlite, start},
};
use opinions::queries::{
    find,
    place::{self, Serving},
};
use uuid::Uuid;

use crate::{demo, routes};

/// Every congress of the province gets a deputy in office.
async fn seated(site: &Site) {
    let sql = "select id, area from v_body where kind = 'congress' order by area, id";
    let all: Vec<(BodyId, AreaCode)> = site.db().all(sql).await.unwrap();
    let (mut terms, mut people, mut seats) = (Vec::new(), Vec::new(), Vec::new());
    for (congress, area) in all {
        let (term, person, seat): (Uuid, Uuid, Uuid) =
            (site.new_id::<()>().uuid(), site.new_id::<()>().uuid(), site.new_id::<()>().uuid());
        terms.push(vec![term.into(), congress.into(), Val::from(18i64), "2022-01-10".into(), Val::from(1i64)]);
        people.push(vec![person.into(), "张三".into(), "zhangsan".into(), "zs".into(), Val::from(1i64)]);
        let rest = ["in_office".into(), "2021-12-20".into(), Val::from(1i64)];
        let ids = [seat.into(), person.into(), congress.into(), area.into(), term.into()];
        seats.push(ids.into_iter().chain(rest).collect());
    }
    let mut tx = site.db().begin().await.unwrap();
    tx.bulk("term", &["id", "congress", "ordinal", "began", "version"], terms).await.unwrap();
    tx.bulk("person", &["id", "name", "pinyin", "initials", "version"], people).await.unwrap();
    let columns = ["id", "person", "congress", "area", "term", "state", "elected", "version"];
    tx.bulk("mandate", &columns, seats).await.unwrap();
    tx.commit().await.unwrap();
}

/// The rungs on which a place must have a congress: those of its way that are administrative divisions. A park or farm on the county rung
/// has a work committee of the congress above it instead.
fn expected(way: &[place::PlaceLine]) -> Vec<AreaCode> {
    way.iter().filter(|line| line.kind == "administrative").map(|line| line.code.clone()).collect()
}

#[test]
fn every_village_of_the_province_finds_the_congresses_that_hold_the_mandates() {
    on_sqlite(async |site| {
        roster::desk::set_up::set_up(&site, None).await.unwrap();
        seated(&site).await;
        let villages: Vec<(AreaCode, AreaCode)> =
            site.db().all("select code, parent from v_village order by code").await.unwrap();
        assert_eq!(villages.len(), 29_534);
        let mut towns: BTreeMap<AreaCode, Vec<Serving>> = BTreeMap::new();
        let mut look = site.db().look().await.unwrap();
        for (village, town) in villages {
            let way = place::way(&mut look, &village).await.unwrap();
            assert_eq!(way.last().map(|line| (&line.code, line.kind.as_str())), Some((&village, "village")));
            let serving = place::congresses(&mut look, &village).await.unwrap();
            // The highest is the national one, into which the province elects.
            assert_eq!(serving.first().map(|congress| congress.level.as_str()), Some("nation"), "{village}");
            let areas: Vec<AreaCode> = serving.iter().skip(1).map(|congress| congress.area.clone()).collect();
            let wanted = expected(&way);
            assert_eq!(areas, wanted, "{village}");
            if let Some(same) = towns.get(&town) {
                assert_eq!(same, &serving, "{village}: a town is represented as one");
                continue;
            }
            let rungs = find::serving(&mut look, &way).await.unwrap();
            assert!(!rungs.is_empty() && rungs.iter().all(|rung| !rung.deputies.is_empty()), "{village}");
            towns.insert(town, serving);
        }
        assert!(towns.len() > 1_900, "{}", towns.len());
    });
}

#[test]
fn where_nobody_is_shown_the_page_says_why_and_what_to_do() {
    on_sqlite(async |site| {
        roster::desk::set_up::set_up(&site, None).await.unwrap();
        let mut passer = Visitor::new(routes::all(&site));
        let mut look = site.db().look().await.unwrap();
        for (kind, said) in [
            ("administrative", ""),
            ("subdistrict", "没有自己的人民代表大会"),
            ("functional", "没有自己的人民代表大会"),
        ] {
            let sql = kit::db::Sql::new(
                "select min(v.code) from v_village v join v_area a on a.code = v.parent where a.kind = {}",
            );
            let (village,): (AreaCode,) = look.one(sql.bind(kind)).await.unwrap().unwrap();
            let page = passer.get(&format!("/find?area={village}")).await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(page.text.contains("在任代表的名单") && page.text.contains(said), "{kind}: {}", page.text);
            assert!(page.text.contains(&format!("/opinions/new?area={village}")), "{kind}: {}", page.text);
        }
    });
}

#[test]
fn a_zone_whose_committee_serves_a_district_is_represented_in_that_district() {
    on_sqlite(async |site| {
        roster::desk::set_up::set_up(&site, None).await.unwrap();
        let zone: AreaCode = "430371".parse().unwrap();
        let before = place::congresses(&mut site.db(), &zone).await.unwrap();
        let district: (BodyId,) =
            site.db().one("select id from v_body where kind = 'congress' and area = '430304'").await.unwrap().unwrap();
        assert!(before.iter().all(|congress| congress.id != district.0));
        let mut tx = site.db().begin().await.unwrap();
        let sql = kit::db::Sql::new("update body set congress = {} where kind = 'work_committee' and area = '430371'");
        assert_eq!(tx.run(sql.bind(district.0)).await.unwrap(), 1);
        tx.commit().await.unwrap();
        let after = place::congresses(&mut site.db(), &zone).await.unwrap();
        assert!(after.iter().any(|congress| congress.id == district.0), "{after:?}");
    });
}

#[test]
fn posters_and_table_cards_of_a_code_are_printed_and_what_they_print_leads_there() {
    on_sqlite(async |site| {
        site.set_press(Arc::new(press::Typesetter::new(None)));
        let wanted =
            demo::Wanted { size: demo::Size::Town, suggestions: None, gathered: false, seed: Some(3), now: start() };
        let accounts = demo::fill(&site, wanted, |_| {}).await.unwrap();
        let token = |who: &str| accounts.accounts.iter().find(|it| it.sign_in == who).unwrap().token.clone();
        let mut deputy = Visitor::with_token(routes::all(&site), &token("deputy"));
        let person = deputy.get("/api/account").await.json()["person"].as_str().unwrap().to_owned();
        let mut chief = Visitor::with_token(routes::all(&site), &token("chief"));
        let codes = chief.get(&format!("/api/people/{person}/codes")).await.json();
        let live = codes.as_array().unwrap().iter().find(|code| code["revoked"] == false).unwrap().clone();
        let id = live["id"].as_str().unwrap();
        for paper in ["poster-a3.pdf", "poster-a4.pdf", "card-a6.pdf"] {
            let answer = chief.get(&format!("/codes/{id}/papers/{paper}")).await;
            assert_eq!(answer.status, StatusCode::OK, "{paper}: {}", answer.text);
            assert!(answer.text.starts_with("%PDF") && answer.headers[header::CONTENT_TYPE] == "application/pdf");
        }
        assert_eq!(chief.get(&format!("/codes/{id}/papers/poster-a0.pdf")).await.status, StatusCode::NOT_FOUND);
        let mut passer = Visitor::new(routes::all(&site));
        let card = passer.get(&format!("/c/{}", live["code"].as_str().unwrap())).await;
        assert_eq!(card.status, StatusCode::OK, "{}", card.text);
    });
}
