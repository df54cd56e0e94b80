//! Counts of the handling: kept by the follower, opened to their cases, summed over the levels below.

use crate::world::{site::visitor, *};
use axum::http::StatusCode;
use kernel::{AreaCode, Recorded};
use kit::{
    Site,
    db::Sql,
    journal,
    testing::{both, on_sqlite},
};
use supervision::{
    TALLY,
    desk::{self, key::KeyTermsJson},
    queries::statistics::{of_congress, rung_below, units, within},
};

/// Something happened to the suggestion; what, is read off its rows.
async fn moved(site: &Site) {
    told(site, suggestions_rules::Fact::Numbered { series: "s".to_owned(), n: 12 }).await;
}

async fn told(site: &Site, fact: suggestions_rules::Fact) {
    let mut tx = site.db().begin().await.unwrap();
    let subject = suggestion().uuid();
    let recorded = Recorded { at: site.now(), by: None, acting_for: None, body: Some(congress()), subject, fact };
    journal::append(&mut tx, recorded).await.unwrap();
    tx.commit().await.unwrap();
    TALLY.catch_up(site).await.unwrap();
}

/// Class, outcome, timeliness and replies of the one suggestion; nothing where none is counted.
async fn counts(site: &Site) -> Vec<(String, String)> {
    let sums = of_congress(&mut site.db(), congress(), None, site.today()).await.unwrap();
    let words = ["class", "outcome", "timely", "rounds"].map(|dimension| {
        sums.each(dimension).map(|(word, n)| (dimension.to_owned(), format!("{word} {n}"))).collect::<Vec<_>>()
    });
    assert_eq!(sums.total(), i64::from(!words[0].is_empty()));
    words.concat()
}

fn line(class: &str, outcome: &str, timely: &str, rounds: i64) -> Vec<(String, String)> {
    let rounds = rounds.to_string();
    [("class", class), ("outcome", outcome), ("timely", timely), ("rounds", rounds.as_str())]
        .map(|(dimension, word)| (dimension.to_owned(), format!("{word} 1")))
        .into()
}

/// The lead unit delivered its reply on a day, and the lead deputy was satisfied.
async fn answered(site: &Site, on: &str) {
    let mut tx = site.db().begin().await.unwrap();
    let part = id::<()>(11, 1).uuid();
    let sql = Sql::new(
        "insert into reply (assignment, round, suggestion, opened, due, stage, delivered, counted_as) values ({}, 1, {}, 1, '2026-04-20', 'delivered', {}, 'solved')",
    );
    run(&mut tx, sql.bind(part).bind(suggestion()).bind(day(on).start())).await;
    let sql =
        Sql::new("insert into delivery (assignment, round, signer, ordinal, suggestion) values ({}, 1, {}, 0, {})");
    run(&mut tx, sql.bind(part).bind(person(1)).bind(suggestion())).await;
    let sql = Sql::new(
        "insert into judgement (assignment, round, signer, process, result, at) values ({}, 1, {}, 'satisfied', 'satisfied', 1)",
    );
    run(&mut tx, sql.bind(part).bind(person(1))).await;
    tx.commit().await.unwrap();
}

#[test]
fn a_suggestion_counts_once_however_many_units_have_a_part_and_moves_with_its_handling() {
    both(async |site| {
        on(&site, "2026-04-01");
        found(&site).await;
        let mut tx = site.db().begin().await.unwrap();
        part(&mut tx, suggestion(), 3, schools(), "reader").await;
        tx.commit().await.unwrap();
        moved(&site).await;
        assert_eq!(counts(&site).await, line("", "", "", 0));
        answered(&site, "2026-04-20").await;
        moved(&site).await;
        assert_eq!(counts(&site).await, line("solved", "satisfied", "in-time", 1), "the last day is in time");
        moved(&site).await;
        assert_eq!(counts(&site).await, line("solved", "satisfied", "in-time", 1), "told twice it counts once");
        let around = within(&mut site.db(), &AreaCode::parse("43").unwrap(), None, site.today()).await.unwrap();
        assert_eq!(
            (around.total(), around.of("level", "county"), around.tally().satisfied),
            (1, 1, 1),
            "the province sees the sum"
        );
        let counties = rung_below(&mut site.db(), &AreaCode::parse("43").unwrap(), None, site.today()).await.unwrap();
        let [county] = counties.as_slice() else { panic!("{counties:?}") };
        assert_eq!((county.id, county.sums.replied()), (congress(), 1));
        let units = units(&mut site.db(), congress(), None, site.today()).await.unwrap();
        let of = |unit| {
            let sums = &units.iter().find(|one| one.id == unit).unwrap().sums;
            (sums.of("role", "lead"), sums.of("role", "co"), sums.tally().satisfied)
        };
        assert_eq!((of(roads()), of(water())), ((1, 0, 1), (0, 1, 0)));
        assert!(units.iter().all(|one| one.id != schools()), "who reads it handles nothing");
        assert!(supervision::checks::followed(site.db()).await.unwrap().is_empty());
        let mut tx = site.db().begin().await.unwrap();
        run(&mut tx, Sql::new("update handling_sum set n = n + 1")).await;
        tx.commit().await.unwrap();
        assert!(!supervision::checks::followed(site.db()).await.unwrap().is_empty(), "a tally that drifts is told");
    });
}

#[test]
fn a_class_that_was_changed_is_counted_as_what_it_became() {
    both(async |site| {
        on(&site, "2026-04-01");
        found(&site).await;
        answered(&site, "2026-04-20").await;
        moved(&site).await;
        assert_eq!(counts(&site).await, line("solved", "satisfied", "in-time", 1));
        let mut tx = site.db().begin().await.unwrap();
        run(&mut tx, Sql::new("update reply set class = 'B', counted_as = 'in-progress'")).await;
        tx.commit().await.unwrap();
        let changed = suggestions_rules::Fact::ClassChanged {
            doubt: id(20, 1),
            assignment: id(11, 1),
            unit: roads(),
            round: 1,
            by: None,
            was: "A".to_owned(),
            class: "B".to_owned(),
            counted_as: suggestions_rules::Canonical::InProgress,
            reason: id(21, 1),
        };
        told(&site, changed).await;
        assert_eq!(counts(&site).await, line("in-progress", "satisfied", "in-time", 1));
        assert!(supervision::checks::followed(site.db()).await.unwrap().is_empty());
    });
}

#[test]
fn a_late_reply_counts_as_late_and_a_withdrawn_suggestion_no_longer() {
    both(async |site| {
        on(&site, "2026-04-01");
        found(&site).await;
        answered(&site, "2026-04-21").await;
        moved(&site).await;
        assert_eq!(counts(&site).await, line("solved", "satisfied", "late", 1));
        let mut tx = site.db().begin().await.unwrap();
        run(&mut tx, Sql::new("update suggestion set stage = 'withdrawn' where id = {}").bind(suggestion())).await;
        tx.commit().await.unwrap();
        moved(&site).await;
        assert!(counts(&site).await.is_empty());
    });
}

#[test]
fn each_figure_opens_its_cases_and_only_the_congress_sees_them() {
    on_sqlite(async |site| {
        on(&site, "2026-05-01");
        found(&site).await;
        answered(&site, "2026-04-21").await;
        moved(&site).await;
        let mut office = visitor(&site, &clerk());
        let shown = office.get("/supervision/statistics").await;
        assert_eq!(shown.status, StatusCode::OK, "{}", shown.text);
        assert!(shown.text.contains("100.0%") && shown.text.contains("县交通运输局"), "{}", shown.text);
        let cases = |key: &str| format!("/supervision/statistics/cases?congress={}&{key}", congress());
        for (key, there) in
            [("timely=late", true), ("timely=in-time", false), ("class=solved", true), ("rounds=1", true)]
        {
            let page = office.get(&cases(key)).await;
            assert_eq!(page.text.contains("关于修路的建议"), there, "{key} {}", page.text);
        }
        assert_eq!(office.get(&cases("class=nonsense")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let report = office.get("/supervision/statistics/report").await;
        assert!(report.text.contains("已编号建议 1 件"), "{}", report.text);
        let people = office.get("/supervision/statistics/deputies").await.text;
        assert!(people.contains("/people/"), "{people}");
        let told = office.get(&format!("/api/congresses/{}/handling-statistics/deputies", congress())).await.text;
        assert!(told.contains(r#""raised":1"#) && told.contains(r#""judged":1"#), "{told}");
        let below = office.get("/supervision/statistics?below=1").await.text;
        assert!(below.contains("临江县人民代表大会") && !below.contains("/statistics/cases"), "sums alone: {below}");
        for other in [deputy(1), head(roads())] {
            assert_eq!(visitor(&site, &other).get("/supervision/statistics").await.status, StatusCode::FORBIDDEN);
        }
        let government = visitor(&site, &transfer()).get("/supervision/statistics").await;
        assert!(
            government.status == StatusCode::OK && !government.text.contains("/statistics/cases"),
            "{}",
            government.text
        );
        let report = visitor(&site, &transfer()).get("/supervision/statistics/report").await.text;
        assert!(
            report.contains("已编号建议 1 件") && !report.contains("挂号"),
            "the register is the congress's: {report}"
        );
        let mut province = visitor(&site, &stranger());
        assert_eq!(province.get(&cases("timely=late")).await.status, StatusCode::FORBIDDEN);
        let county = format!("/supervision/statistics?congress={}", congress());
        assert_eq!(province.get(&county).await.status, StatusCode::FORBIDDEN, "its own figures are its own");
        let county = province.get(&format!("{county}&below=1")).await;
        assert!(county.status == StatusCode::OK && !county.text.contains("关于修路的建议"), "{}", county.text);
        let own = format!("href=\"/supervision/statistics?congress={}\"", congress());
        assert!(!county.text.contains(&own), "nothing leads where the province may not look: {}", county.text);
        let terms = KeyTermsJson {
            leader: text("王副主任"), committee: text("城环委"), basis: text("主任会议纪要")
        };
        desk::key::mark(&site, &chief(), suggestion(), terms.into()).await.unwrap();
        assert!(office.get("/supervision/statistics/report").await.text.contains("关于修路的建议"));
        let report = format!("/supervision/statistics/report?congress={}&below=1", congress());
        let report = province.get(&report).await;
        assert!(report.status == StatusCode::OK && !report.text.contains("关于修路的建议"), "{}", report.text);
    });
}
