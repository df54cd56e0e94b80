//! Stars: sheet, application, review, publication.

use crate::world::{site::visitor, *};
use accounts_rules::{Actor, Duty};
use kernel::Day;
use kit::{Site, db::Sql, testing::both, web::api::Once};
use law_rules::Word as _;
use stations::desk::event::{record, strike};
use stations::desk::grade::{
    StationClaim, StationClaims, StationReviewWanted, StationSchemeWanted, adopt, apply, indicators, publish, review,
    usual, withdraw,
};
use stations::desk::objection::{StationObjectionWanted, StationRulingWanted, object, propose, rule};
use stations_rules::{GradeId, GradeStage, Measure, Sheet, StationId};

fn chief() -> Actor {
    actor(52, None, Duty::Chief, (county_office(), county()))
}

/// The usual sheet with everything judged and nothing counted.
fn judged() -> Sheet {
    let mut sheet = usual().unwrap();
    sheet.indicators.iter_mut().for_each(|it| it.counted = None);
    sheet
}

async fn applied(site: &Site, id: StationId) -> GradeId {
    let scheme = StationSchemeWanted { name: text("评分表"), sheet: judged() };
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
        assert_eq!(why(publish(&site, &chief(), grade).await.unwrap_err()), "stations-refused-grade-stage");
        propose(&site, &chief(), grade).await.unwrap();
        assert_eq!(why(publish(&site, &chief(), grade).await.unwrap_err()), "stations-refused-objection-runs");
        on(&site, "2026-06-18");
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

/// The figure of an indicator of the usual sheet, and its points.
async fn counted(site: &Site, grade: GradeId, measure: Measure) -> (Option<i64>, i64) {
    let it = visitor(site, &chief()).get(&format!("/api/station-grades/{grade}")).await.json();
    let by = |it: &stations_rules::Indicator| it.counted.is_some_and(|by| by.measure == measure);
    let at = usual().unwrap().indicators.iter().position(by).unwrap();
    (it["given"][at]["figure"].as_i64(), it["given"][at]["claimed"].as_i64().unwrap())
}

#[test]
fn what_the_ledgers_say_is_counted_and_not_claimed() {
    both(async |site| {
        found(&site).await;
        let id = open_station(&site, "一站").await;
        home(&site, id, &[person(1), person(2)]).await.unwrap();
        for _ in 0..3 {
            record(&site, &keeper(id), id, reception(&[person(1)]), &Once::default()).await.unwrap();
        }
        let twice = record(&site, &keeper(id), id, reception(&[person(2)]), &Once::default()).await.unwrap();
        strike(&site, &keeper(id), twice, &text("重复登记")).await.unwrap();
        let sheet = usual().unwrap();
        let lines = sheet.indicators.iter().map(|it| StationClaim { points: it.points, evidence: None }).collect();
        let scheme = StationSchemeWanted { name: text("评分表"), sheet: sheet.clone() };
        adopt(&site, &chief(), county(), &scheme, &Once::default()).await.unwrap();
        let page = visitor(&site, &keeper(id)).get(&format!("/stations/{id}/grades/new")).await.text;
        assert!(page.contains("近一年记录统计为 3"), "{page}");
        let grade = apply(&site, &keeper(id), id, &StationClaims { lines }, &Once::default()).await.unwrap();
        assert_eq!(counted(&site, grade, Measure::Receptions).await, (Some(3), 3), "three of twelve, of twelve points");
        assert_eq!(counted(&site, grade, Measure::Came).await, (Some(50), 4), "one of two at home there");
        assert_eq!(counted(&site, grade, Measure::Activities).await, (Some(0), 0));
        assert_eq!(counted(&site, grade, Measure::InTime).await, (None, 10), "no opinion came: judged");
        // What was entered late counts once the office looks; what it would give beside the count does not.
        record(&site, &keeper(id), id, reception(&[person(2)]), &Once::default()).await.unwrap();
        let points = sheet.indicators.iter().map(|it| it.points).collect();
        review(&site, &county_clerk(), grade, &StationReviewWanted { points, words: None }).await.unwrap();
        assert_eq!(counted(&site, grade, Measure::Receptions).await, (Some(4), 4));
        assert_eq!(counted(&site, grade, Measure::Came).await, (Some(100), 8));
        let page = visitor(&site, &county_clerk()).get(&format!("/stations/grades/{grade}")).await.text;
        assert!(page.contains("近一年接待次数 4"), "{page}");
        sound(&site).await;
    });
}

#[test]
fn opinions_that_came_by_the_station_are_counted_by_how_they_were_handled() {
    both(async |site| {
        found(&site).await;
        let id = open_station(&site, "一站").await;
        let mut tx = site.db().begin().await.unwrap();
        let sql = Sql::new("insert into code_key (n, secret, made) values (0, {}, 0)").bind(vec![1u8; 32]);
        run(&mut tx, sql).await;
        let code = uuid::Uuid::from_u128(9);
        let sql = Sql::new(
            "insert into code (id, serial, key, kind, target, congress, place, made) values ({}, 7, 0, 'station', {}, {}, '', 0)",
        );
        run(&mut tx, sql.bind(code).bind(id).bind(county())).await;
        for (n, stage, ending, late) in [
            (1i64, "closed", Some("satisfied"), false),
            (2, "closed", Some("unsatisfied"), true),
            (3, "received", None, false),
        ] {
            let opinion = uuid::Uuid::from_u128(100 + u128::try_from(n).unwrap());
            let sql = Sql::new("insert into opinion (to_deputy, to_unit, at, round, received, version, way, topic, body, place, area, year, ")
                .add("code, congress, holder, n, id, tracking, stage, ending) values (0, 0, {}, 1, {}, 1, 'page', 'roads', '桥', '', {}, 2026, ")
                .bind(site.now())
                .bind(site.now())
                .bind(TOWN);
            let sql = sql
                .add("{}, {}, {}, {}, {}, {}, {}, {})")
                .bind(code)
                .bind(county())
                .bind(county())
                .bind(n)
                .bind(opinion);
            run(&mut tx, sql.bind(n.to_string()).bind(stage).bind(ending.map(str::to_owned))).await;
            if late {
                let sql = Sql::new(
                    "insert into opinion_step (opinion, n, at, step, words, open) values ({}, 1, 1, 'overdue', '', 1)",
                );
                run(&mut tx, sql.bind(opinion)).await;
            }
        }
        tx.commit().await.unwrap();
        let sheet = usual().unwrap();
        let lines = sheet.indicators.iter().map(|it| StationClaim { points: it.points, evidence: None }).collect();
        adopt(&site, &chief(), county(), &StationSchemeWanted { name: text("评分表"), sheet }, &Once::default())
            .await
            .unwrap();
        let grade = apply(&site, &keeper(id), id, &StationClaims { lines }, &Once::default()).await.unwrap();
        assert_eq!(counted(&site, grade, Measure::InTime).await, (Some(50), 5), "one of the two that are handled");
        assert_eq!(counted(&site, grade, Measure::Satisfied).await, (Some(50), 4));
    });
}

#[test]
fn the_station_objects_while_its_stars_are_shown_and_who_publishes_rules() {
    both(async |site| {
        found(&site).await;
        let id = open_station(&site, "一站").await;
        let grade = applied(&site, id).await;
        let most: Vec<u16> = judged().indicators.iter().map(|it| it.points).collect();
        let less: Vec<u16> = most.iter().map(|points| points / 2).collect();
        review(&site, &county_clerk(), grade, &StationReviewWanted { points: less, words: None }).await.unwrap();
        let said = StationObjectionWanted { words: text("接待排班有公布记录，请复核。") };
        assert_eq!(why(object(&site, &keeper(id), grade, &said).await.unwrap_err()), "stations-refused-grade-stage");
        assert!(propose(&site, &county_clerk(), grade).await.is_err(), "the chief shows them");
        propose(&site, &chief(), grade).await.unwrap();
        let shown = visitor(&site, &keeper(id)).get(&format!("/stations/grades/{grade}")).await.text;
        assert!(shown.contains("2026-06-17") && shown.contains("提出异议"), "five working days: {shown}");
        let ruling =
            StationRulingWanted { upheld: true, words: text("经核实，记录齐全。"), points: Some(most) };
        assert_eq!(why(rule(&site, &chief(), grade, &ruling).await.unwrap_err()), "stations-refused-grade-stage");
        object(&site, &keeper(id), grade, &said).await.unwrap();
        assert_eq!(why(object(&site, &keeper(id), grade, &said).await.unwrap_err()), "stations-refused-grade-stage");
        on(&site, "2026-06-30");
        assert_eq!(why(publish(&site, &chief(), grade).await.unwrap_err()), "stations-refused-objection-waits");
        assert!(rule(&site, &keeper(id), grade, &ruling).await.is_err(), "nobody rules on their own");
        rule(&site, &chief(), grade, &ruling).await.unwrap();
        publish(&site, &chief(), grade).await.unwrap();
        assert_eq!(count(&site, "select stars from station").await, 5, "by the points of the ruling");
        let told = visitor(&site, &keeper(id)).get(&format!("/api/station-grades/{grade}")).await.json();
        assert_eq!(
            (told["stage"].as_str(), told["upheld"].as_bool()),
            (Some(GradeStage::Published.word()), Some(true))
        );
        sound(&site).await;
    });
}

#[test]
fn a_sheet_is_typed_with_what_it_counts_and_old_ones_are_read() {
    let typed = indicators("用｜接待｜12｜接待次数｜24\n管|计划|6|plan-done|100\n建\t场所\t6").unwrap();
    let by: Vec<_> = typed.iter().map(|it| it.counted.map(|by| (by.measure, by.full))).collect();
    assert_eq!(by, [Some((Measure::Receptions, 24)), Some((Measure::Planned, 100)), None]);
    assert!(indicators("用｜接待｜12｜多少｜24").is_none() && indicators("用｜接待｜12｜接待次数").is_none());
    let old = r#"{"indicators":[{"group":"用","name":"接待","points":60}],"bands":[{"stars":5,"least":50}],"years":2}"#;
    let sheet: Sheet = serde_json::from_str(old).unwrap();
    assert_eq!((sheet.indicators[0].counted, sheet.objection), (None, 5));
    let given: stations_rules::Given = serde_json::from_str(r#"{"claimed":3,"evidence":"","points":2}"#).unwrap();
    assert_eq!(given.figure, None);
}
