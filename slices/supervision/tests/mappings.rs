//! Categories of several counties, each with a list of its own, summed by the one list above.

use crate::world::{counted::*, site::visitor, *};
use kernel::{AreaCode, BodyId, Recorded, Verb};
use kit::{Site, db::Sql, journal, testing::both};
use serde::Serialize;
use supervision::{TALLY, queries::statistics::within, rebuild};

/// What suggestions tell when an entry of a rule book is laid.
#[derive(Clone, Serialize)]
struct Laid {
    fact: &'static str,
    key: String,
    value: String,
}

impl Verb for Laid {
    fn verb(&self) -> &'static str {
        "suggestion-rules.laid"
    }
}

fn other() -> BodyId {
    id(1, 50)
}

/// Another county of the province with one suggestion about rivers, of a category the province does not know.
async fn neighbours(site: &Site) {
    let mut tx = site.db().begin().await.unwrap();
    for (code, name, level) in [("43", "某省", "province"), ("430122", "上游县", "county")] {
        let sql = Sql::new("insert into area (kind, code, name, level) values ('administrative', {}, {}, {})");
        run(&mut tx, sql.bind(code).bind(name).bind(level)).await;
    }
    for (body, area, level, name) in
        [(id(1, 99), "43", "province", "某省人民代表大会"), (other(), "430122", "county", "上游县人民代表大会")]
    {
        let sql = Sql::new("insert into body (powers, transfer, version, kind, id, congress, area, level, name)")
            .add(" values ('[]', 0, 1, 'congress', {}, {}, {}, {}, {})");
        run(&mut tx, sql.bind(body).bind(body).bind(area).bind(level).bind(name)).await;
    }
    let term = id::<()>(5, 50).uuid();
    let sql = Sql::new("insert into term (id, congress, ordinal, began, version) values ({}, {}, 18, '2022-01-10', 1)");
    run(&mut tx, sql.bind(term).bind(other())).await;
    let sql = Sql::new("insert into session (id, term, congress, ordinal, name, opened, closed, version)")
        .add(" values ({}, {}, {}, 5, '第五次会议', '2026-01-08', '2026-01-12', 1)");
    run(&mut tx, sql.bind(id::<()>(4, 50).uuid()).bind(term).bind(other())).await;
    let rivers = id(10, 50);
    paper(&mut tx, rivers, "numbered", Some(50)).await;
    let sql = Sql::new("update suggestion set congress = {}, session = {}, category = 'rivers' where id = {}");
    run(&mut tx, sql.bind(other()).bind(id::<()>(4, 50).uuid()).bind(rivers)).await;
    tx.commit().await.unwrap();
    moved(site, rivers).await;
}

async fn lay(site: &Site, congress: BodyId, category: &str, value: &str) {
    let mut tx = site.db().begin().await.unwrap();
    let (key, none) = (format!("mapping.{category}"), uuid::Uuid::nil());
    let sql = Sql::new("insert into suggestion_rules (grade, document, version, congress, term, key, value)")
        .add(" values ('A', '实施办法', 1, {}, {}, {}, {})")
        .add(" on conflict (congress, term, key) do update set value = excluded.value");
    run(&mut tx, sql.bind(congress).bind(none).bind(&key).bind(value)).await;
    let fact = Laid { fact: "rule-laid", key, value: value.to_owned() };
    let (at, subject) = (site.now(), congress.uuid());
    let recorded = Recorded { at, by: None, acting_for: None, body: Some(congress), subject, fact };
    journal::append(&mut tx, recorded).await.unwrap();
    tx.commit().await.unwrap();
    let lags = supervision::checks::followed(site.db()).await.unwrap();
    assert!(!lags.is_empty(), "until the follower has heard of it, the counts are told to lag");
    TALLY.catch_up(site).await.unwrap();
    let breaches = supervision::checks::followed(site.db()).await.unwrap();
    assert!(breaches.is_empty(), "{breaches:?}");
}

/// How many suggestions of the province stand under a code of its list.
async fn of(site: &Site, code: &str) -> i64 {
    let province = AreaCode::parse("43").unwrap();
    within(&mut site.db(), &province, None, site.today()).await.unwrap().of("mapping", code)
}

#[test]
fn categories_of_two_counties_are_summed_by_the_list_above_and_move_with_the_mapping() {
    both(async |site| {
        on(&site, "2026-04-15");
        found(&site).await;
        moved(&site, suggestion()).await;
        neighbours(&site).await;
        assert_eq!(of(&site, "").await, 2, "nobody has mapped either");
        lay(&site, congress(), "construction", "04 城建环资").await;
        assert_eq!((of(&site, "04").await, of(&site, "").await), (1, 1));
        lay(&site, other(), "rivers", "04 城建和环境").await;
        assert_eq!((of(&site, "04").await, of(&site, "").await), (2, 0), "two lists, one heading");
        lay(&site, other(), "rivers", "77 水利").await;
        assert_eq!((of(&site, "04").await, of(&site, "77").await), (1, 1));
        let home = Sql::new("update suggestion set category = 'social' where id = {}").bind(suggestion());
        changed(&site, suggestion(), home).await;
        assert_eq!((of(&site, "04").await, of(&site, "08").await), (0, 1), "the default maps its own categories");
        let mut tx = site.db().begin().await.unwrap();
        rebuild(&mut tx, site.today()).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!((of(&site, "77").await, of(&site, "08").await), (1, 1), "counted in bulk it is the same");
    });
}

#[test]
fn page_list_report_and_json_name_the_categories_of_the_list_above() {
    both(async |site| {
        on(&site, "2026-04-15");
        found(&site).await;
        moved(&site, suggestion()).await;
        neighbours(&site).await;
        lay(&site, congress(), "construction", "04 建设").await;
        lay(&site, other(), "rivers", "77 水利").await;
        let mut province = visitor(&site, &stranger());
        let of = format!("congress={}&below=1", id::<BodyId>(1, 99));
        let page = province.get(&format!("/supervision/statistics?{of}")).await.text;
        for words in ["按汇总类别", "城建环资", "水利"] {
            assert!(page.contains(words), "{words}: {page}");
        }
        assert!(!page.contains("rivers"), "no code of a county's own: {page}");
        let csv = province.get(&format!("/supervision/statistics/list?{of}&as=csv")).await.text;
        assert!(csv.contains("城建环资") && !csv.contains("construction"), "{csv}");
        let report = province.get(&format!("/supervision/statistics/report?{of}")).await.text;
        assert!(report.contains("水利") && !report.contains("rivers"), "{report}");
        let path = format!("/api/congresses/{}/handling-statistics?below=true", id::<BodyId>(1, 99));
        let told = province.get(&path).await.text;
        assert!(told.contains(r#"{"code":"04","name":"城建环资"}"#), "{told}");
        assert!(told.contains(r#"{"dimension":"mapping","word":"77","n":1}"#), "{told}");
    });
}
