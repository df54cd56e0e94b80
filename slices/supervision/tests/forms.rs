//! The empty forms of an evaluation on the spot.

use crate::world::{site::visitor, *};
use axum::http::StatusCode;
use kit::{
    Site,
    testing::{both, on_sqlite},
    web::api::Once,
};
use supervision::desk::evaluation::{self as desk, EvaluationWanted};
use supervision_rules::{EvaluationId, Grade, Line, Measure, Scheme, Way};

/// An evaluation of what was assigned in 1970, as the world's parts are; two lines of one name.
async fn drafted(site: &Site, way: Way) -> EvaluationId {
    let share = (way == Way::Levels).then_some(80);
    let line = |measure| Line { name: text("按时办理"), measure, weight: 50, good: share, pass: share };
    let grade = |name, at_least| Grade { name: text(name), at_least };
    let wanted = EvaluationWanted {
        title: text("2026年度办理工作评议"),
        since: day("1970-01-01"),
        until: day("2026-12-31"),
        basis: text("评议办法"),
        scheme: Scheme {
            way,
            lines: vec![line(Measure::Signed), line(Measure::Replied)],
            grades: vec![grade("优秀", 90), grade("合格", 60), grade("不合格", 0)],
            basically: 60,
            goods: 1,
            fewest_scores: 1,
            appeal_days: 7,
        },
    };
    desk::draft(site, &clerk(), congress(), wanted, &Once::default()).await.unwrap().evaluation.id
}

#[test]
fn a_ballot_has_a_row_for_each_unit_and_boxes_to_tick_before_it_is_opened_too() {
    both(async |site| {
        on(&site, "2026-11-02");
        found(&site).await;
        let id = drafted(&site, Way::Points).await;
        for opened in [false, true] {
            if opened {
                desk::open(&site, &chief(), id).await.unwrap();
            }
            let ballot = visitor(&site, &clerk()).get(&format!("/api/evaluations/{id}/papers/ballot")).await.json();
            let table = &ballot["blocks"][1];
            let heads: Vec<&str> =
                table["columns"].as_array().unwrap().iter().map(|one| one["title"].as_str().unwrap()).collect();
            assert_eq!(heads, ["序号", "被评单位", "满意", "基本满意", "不满意", "弃权"]);
            let mut units: Vec<&str> =
                table["rows"].as_array().unwrap().iter().map(|row| row[1].as_str().unwrap()).collect();
            units.sort_unstable();
            assert_eq!(units, ["县交通运输局", "县水利局"], "opened: {opened}");
            assert!(table["rows"].as_array().unwrap().iter().all(|row| row[2] == "" && row[5] == ""));
        }
    });
}

#[test]
fn the_sheet_follows_the_scheme() {
    on_sqlite(async |site| {
        on(&site, "2026-11-02");
        found(&site).await;
        for (way, columns) in [
            (Way::Points, vec!["序号", "被评单位", "按时办理（50分）", "按时办理（50分）", "合计", "等次"]),
            (Way::Levels, vec!["序号", "被评单位", "按时办理", "等次"]),
        ] {
            let id = drafted(&site, way).await;
            let sheet = visitor(&site, &clerk()).get(&format!("/api/evaluations/{id}/papers/sheet")).await.json();
            let heads: Vec<&str> = sheet["blocks"][1]["columns"]
                .as_array()
                .unwrap()
                .iter()
                .map(|one| one["title"].as_str().unwrap())
                .collect();
            assert_eq!(heads, columns);
            let least = sheet["blocks"][0].to_string().contains("优秀（90分以上）");
            assert_eq!(least, way == Way::Points, "{}", sheet["blocks"][0]);
        }
    });
}

#[test]
fn forms_are_the_offices_own_as_word_file_too() {
    on_sqlite(async |site| {
        on(&site, "2026-11-02");
        found(&site).await;
        let id = drafted(&site, Way::Points).await;
        let mut office = visitor(&site, &clerk());
        let page = office.get(&format!("/supervision/evaluations/{id}")).await.text;
        for form in ["ballot", "sheet", "totals"] {
            let address = format!("/supervision/evaluations/{id}/papers/{form}.docx");
            assert!(page.contains(&address), "{page}");
            let word = office.get(&address).await;
            assert!(word.status == StatusCode::OK && word.text.starts_with("PK"), "{form}: {}", word.text);
            for other in [deputy(1), head(roads()), transfer()] {
                let answer = visitor(&site, &other).get(&address).await;
                assert_eq!(answer.status, StatusCode::NOT_FOUND, "{form} for {}", other.name);
            }
        }
        let other = office.get(&format!("/supervision/evaluations/{id}/papers/other.docx")).await;
        assert_eq!(other.status, StatusCode::NOT_FOUND);
    });
}
