//! The whole way: from the roll to the announcement, begun again, with a booth that dies, with paper in the end.

use std::collections::BTreeMap;

use accounts_rules::Actor;
use axum::http::StatusCode;
use ballots::{desk, secret::booth::Booth};
use ballots_rules::{
    paper::{Kind, Stage},
    secret::Refusal,
};
use ballots_verify::{Check, Files, Flaw, Old, Report, Side, Wish, beside, verify};
use kernel::Refused;
use kit::testing::{both, on_sqlite};
use serde_json::json;

use super::{Hall, roomy, text};
use crate::world::{site::visitor, *};

/// What the published folder came to: it holds as a whole, and the archive alone is not taken.
fn of_folder(files: &BTreeMap<String, String>, vote: &str) -> Report {
    let archive = files[&format!("{vote}.bel")].as_bytes();
    let alone = verify(archive, &Wish { old: Old::Strangers, ..Wish::default() }).unwrap().failed.unwrap();
    assert_eq!((alone.check, alone.flaw), (Check::Decryptions, Flaw::Old), "an archive of ours promises more");
    let report = verify(archive, &Wish { old: Old::Beside, ..Wish::default() }).unwrap();
    assert!(report.is_good(), "{report:?}");
    let lay = |side: Side| Some((side, files.get(side.file()?)?.clone().into_bytes()));
    let laid: Files = Side::ALL.into_iter().filter_map(lay).collect();
    let told = beside(&laid, &report);
    assert!(told.is_good(), "{told:?}");
    assert_eq!(told.outcome(Side::Decryptions), Some(Ok(report.old)), "each is proved again beside the archive");
    report
}

#[test]
fn sixty_phones_vote_and_the_totals_are_the_figures_of_the_round() {
    roomy(|| {
        both(async |site| {
            let mut hall = Hall::of(&site, 60, 7).await;
            let told = hall.open().await;
            let vote = text(&told, "vote").to_owned();
            assert_eq!([&told["present"], &told["issued"], &told["listed"], &told["confirmed"]], [60, 60, 60, 60]);
            // 57 of 60 vote: the first matter 赞成 for two of three, the second 弃权 for the even.
            for n in 0..57 {
                let chosen = [usize::from(n % 3 == 0), if n % 2 == 0 { 2 } else { 0 }];
                let answer = hall.cast(n, &told, &chosen).await;
                assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
                assert!(hall.phones[n].is_receipt(&vote, text(&told, "board_key"), &answer.json()), "{}", answer.text);
            }
            let told = hall.close(&vote).await;
            assert_eq!(text(&told, "stage"), "done");
            let (_, round, _) = desk::round::of(&site, &clerk(), hall.round).await.unwrap();
            assert!(matches!(&round.stage, Stage::Reported { boxes, .. } if boxes.issued() == 60 && boxes.all() == 57));
            let shown = visitor(&site, &clerk()).get(&format!("/api/ballot-rounds/{}", hall.round)).await.json();
            let lines = &shown["results"][0]["figures"]["total"]["lines"];
            let marks = |at: usize| ["approve", "against", "abstain"].map(|mark| lines[at][mark].as_u64().unwrap());
            assert_eq!([marks(0), marks(1)], [[38, 19, 0], [28, 0, 29]]);
            desk::settle::announce(&site, &head(), hall.round).await.unwrap();
            let sql = kit::db::Sql::new(
                "select w.way, w.article, s.approve from v_ballot_way w join v_ballot_result s on s.round = w.round",
            );
            let sql = sql.add(" where w.round = {} order by s.ordinal limit 1").bind(hall.round);
            let kept: Option<(String, Option<String>, i64)> = site.db().one(sql).await.unwrap();
            assert!(kept.is_some_and(|(way, article, yes)| way == "hall" && article.is_some() && yes == 38));
            sound(&site).await;
            let files = hall.folder(&vote).await;
            let report = of_folder(&files, &vote);
            assert_eq!((report.setup.as_str(), report.head.as_str()), (text(&told, "setup"), text(&told, "head")));
            assert!(report.head == text(&told, "head") && files["issue.jsonl"].lines().count() == 60);
            assert!(
                files["rsa.pem"].starts_with("-----BEGIN PUBLIC KEY-----\n") && files["rule.json"].ends_with("}\n")
            );
            let paper = visitor(&site, &clerk()).get(&format!("/ballots/rounds/{}/hall", hall.round)).await;
            assert_eq!(paper.status, StatusCode::OK, "{}", paper.text);
            for page in ["hall/screen", "hall"] {
                let page = visitor(&site, &voter(3)).get(&format!("/ballots/rounds/{}/{page}", hall.round)).await;
                assert_eq!(page.status, StatusCode::OK, "{}", page.text);
            }
        });
    });
}

#[test]
fn projects_are_chosen_and_a_blank_chooses_none() {
    roomy(|| {
        both(async |site| {
            let names = ["桥", "路", "渠", "灯"];
            let mut hall = Hall::voting(&site, (Kind::Pick, 2, &names), 8, 7).await;
            let told = hall.open().await;
            let vote = text(&told, "vote").to_owned();
            for n in 0..8 {
                // The first of the row is the blank.
                let answer = hall.cast(n, &told, &[[1, 1, 1, 1, 1, 2, 2, 0][n]]).await;
                assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
            }
            assert_eq!(text(&hall.close(&vote).await, "stage"), "done");
            let shown = visitor(&site, &clerk()).get(&format!("/api/ballot-rounds/{}", hall.round)).await.json();
            let lines = shown["results"][0]["figures"]["total"]["lines"].as_array().unwrap().clone();
            let marks: Vec<_> = lines.iter().map(|line| [line["approve"].clone(), line["abstain"].clone()]).collect();
            assert_eq!(json!(marks), json!([[5, 3], [2, 6], [0, 8], [0, 8]]));
            sound(&site).await;
        });
    });
}

#[test]
fn objects_are_rated_electronically_and_who_gives_no_grade_is_counted_so() {
    roomy(|| {
        both(async |site| {
            let mut hall = Hall::voting(&site, (Kind::Rating, 0, &["教育局", "水利局"]), 8, 7).await;
            let told = hall.open().await;
            let vote = text(&told, "vote").to_owned();
            for n in 0..8 {
                let answer = hall.cast(n, &told, &[[0, 0, 0, 0, 0, 1, 2, 3][n], [0, 0, 1, 1, 1, 1, 2, 2][n]]).await;
                assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
            }
            assert_eq!(text(&hall.close(&vote).await, "stage"), "done");
            let shown = visitor(&site, &clerk()).get(&format!("/api/ballot-rounds/{}", hall.round)).await.json();
            let lines = shown["results"][0]["figures"]["total"]["lines"].as_array().unwrap().clone();
            let marks = ["approve", "against", "abstain", "unclear"];
            let marks: Vec<_> = lines.iter().map(|line| marks.map(|mark| line[mark].as_u64().unwrap())).collect();
            assert_eq!(marks, [[5, 1, 1, 1], [2, 4, 2, 0]]);
            desk::settle::announce(&site, &head(), hall.round).await.unwrap();
            let page = visitor(&site, &voter(1)).get(&format!("/ballots/rounds/{}", hall.round)).await.text;
            assert!(page.contains("满意 1 项，基本满意 1 项，不满意 0 项"), "{page}");
            let files = hall.folder(&vote).await;
            assert!(files[&format!("{vote}.bel")].contains("基本满意") && of_folder(&files, &vote).is_good());
            sound(&site).await;
        });
    });
}

#[test]
fn paper_takes_its_place_any_time_before_the_result() {
    roomy(|| {
        both(async |site| {
            let mut hall = Hall::of(&site, 7, 7).await;
            let boxes = || ballots::desk::round::BoxesWanted { handed_out: 7, spoiled: 0, returned: vec![7] };
            let runs = desk::round::empty_boxes(&site, &clerk(), hall.round, boxes()).await.unwrap_err();
            assert_eq!(why(runs), Refused::from(Refusal::HallRuns).key);
            let told = hall.open().await;
            hall.cast(0, &told, &[0, 0]).await;
            let early = hall.office("/close", json!({}), StatusCode::CONFLICT).await;
            assert!(early.to_string().contains('7'), "totals of one voter are not opened: {early}");
            let body = json!({ "reason": "会场断网" });
            let mut office = visitor(&site, &head());
            let void = office.json(axum::http::Method::POST, &hall.path("/void"), &[], body).await;
            assert_eq!(void.status, StatusCode::OK, "{}", void.text);
            let late = hall.cast(1, &told, &[0, 0]).await;
            assert_eq!((late.status, text(&late.json(), "error")), (StatusCode::CONFLICT, "stage"));
            desk::round::empty_boxes(&site, &clerk(), hall.round, boxes()).await.unwrap();
            sound(&site).await;
        });
    });
}

/// C7: whatever dies, nobody gets two credentials, and nobody who holds a token loses the vote.
#[test]
fn a_booth_that_dies_loses_no_vote() {
    roomy(|| {
        both(async |site| {
            let mut hall = Hall::of(&site, 7, 7).await;
            hall.keys().await;
            let told = hall.roll().await;
            let vote = text(&told, "vote").to_owned();
            for n in 0..7 {
                hall.collect(n, &told).await;
                let first = hall.register(n, &vote).await.json();
                assert_eq!(first, hall.register(n, &vote).await.json(), "a repeat is harmless and says nothing");
            }
            let before = hall.unnamed(&vote, "", None).await.json();
            hall.booth = Booth::begin(site.clone());
            let after = hall.unnamed(&vote, "", None).await.json();
            assert_ne!(text(&before, "run"), text(&after, "run"), "phones see that it began anew");
            for n in 0..7 {
                hall.register(n, &vote).await;
            }
            let told = hall.freeze().await;
            assert_eq!(told["listed"], 7);
            for n in 0..7 {
                hall.confirm(n, &told).await;
            }
            let told = hall.office("/opening", json!({}), StatusCode::OK).await;
            let first = hall.cast(0, &told, &[0, 0]).await.json();
            hall.booth = Booth::begin(site.clone());
            let again = hall.unnamed(&vote, "/ballots", Some(hall.phones[0].ballot.clone())).await.json();
            assert_eq!(first, again, "the same ballot has the same receipt");
            for n in 1..7 {
                assert_eq!(hall.cast(n, &told, &[0, 1]).await.status, StatusCode::OK);
            }
            assert_eq!(text(&hall.close(&vote).await, "stage"), "done");
            sound(&site).await;
        });
    });
}

#[test]
fn it_begins_again_with_the_roll_and_without_what_was_before() {
    roomy(|| {
        on_sqlite(async |site| {
            let mut hall = Hall::of(&site, 7, 7).await;
            let before = hall.listed().await;
            let body = json!({ "reason": "一位代表的手机坏了" });
            let told = hall.office("/again", body, StatusCode::OK).await;
            assert_eq!((text(&told, "stage"), &told["attempt"], &told["present"]), ("setup", &json!(2), &json!(7)));
            assert_ne!(text(&told, "vote"), text(&before, "vote"));
            let told = hall.office("/roll", json!({}), StatusCode::OK).await;
            let vote = text(&told, "vote").to_owned();
            // C1: a token of one vote is none of another.
            let old = hall.register(0, &vote).await;
            assert_eq!((old.status, text(&old.json(), "error")), (StatusCode::BAD_REQUEST, "token"));
            for n in 0..7 {
                hall.collect(n, &told).await;
                assert_eq!(hall.register(n, &vote).await.status, StatusCode::OK);
            }
            let told = hall.freeze().await;
            for n in 0..7 {
                hall.confirm(n, &told).await;
            }
            let told = hall.office("/opening", json!({}), StatusCode::OK).await;
            for n in 0..7 {
                assert_eq!(hall.cast(n, &told, &[0, 0]).await.status, StatusCode::OK);
            }
            assert_eq!(text(&hall.close(&vote).await, "stage"), "done");
            let gone =
                visitor(&site, &Actor::nobody()).get(&format!("/ballots/published/{}", text(&before, "vote"))).await;
            assert_eq!(gone.status, StatusCode::NOT_FOUND);
            sound(&site).await;
        });
    });
}
