//! A ranking on paper: two tellers, points, a place shared, the tied voted on again.

use crate::world::{site::visitor, *};
use axum::http::{Method, StatusCode};
use ballots::desk::{
    count::{SheetLine, SheetWanted, enter},
    settle::{announce, report},
};
use ballots_rules::{
    paper::{Kind, Place, RoundId},
    round::count_orders,
};
use kit::{Site, testing::both};
use serde_json::json;

const NAMES: [&str; 4] = ["修路", "引水", "办学", "养老"];
const PLACE: Place = Place { box_no: 1, n: 1 };

fn sheet(places: u32, heap: &[Vec<usize>]) -> SheetWanted {
    let count = count_orders(places, &NAMES, heap);
    let line = |ranks: &Vec<u32>| SheetLine { ranks: ranks.clone(), ..SheetLine::default() };
    SheetWanted {
        returned: count.returned,
        valid: count.valid,
        invalid: count.invalid,
        lines: count.lines.iter().map(|one| line(&one.ranks)).collect(),
        ..SheetWanted::default()
    }
}

async fn round(site: &Site, places: u32, ballots: u32) -> RoundId {
    found(site).await;
    let ballot = drafted(site, Kind::Ranking, places, &NAMES).await;
    let round = opened(site, ballot, ballots).await;
    emptied(site, round, ballots, &[ballots]).await;
    round
}

#[test]
fn an_order_is_counted_by_two_and_announced_with_its_points() {
    both(async |site| {
        let round = round(&site, 4, 5).await;
        let heap = [vec![0, 1, 2, 3], vec![1, 0, 2], vec![0, 2, 1, 3], vec![1, 0, 3], vec![0, 1]];
        enter(&site, &one(), round, PLACE, sheet(4, &heap)).await.unwrap();
        let other = [vec![0, 1, 2, 3], vec![1, 0, 2], vec![0, 2, 1, 3], vec![1, 0, 2], vec![0, 1]];
        enter(&site, &two(), round, PLACE, sheet(4, &other)).await.unwrap();
        let office = head();
        let mut head = visitor(&site, &office);
        let page = head.get(&format!("/ballots/rounds/{round}")).await.text;
        assert!(page.contains("“办学”的各名次票数") && page.contains("“养老”的各名次票数"), "{page}");
        for teller in [one(), two()] {
            enter(&site, &teller, round, PLACE, sheet(4, &heap)).await.unwrap();
        }
        report(&site, &chief(), round).await.unwrap();
        announce(&site, &office, round).await.unwrap();
        let page = head.get(&format!("/ballots/rounds/{round}")).await.text;
        for words in ["第 1 名 修路", "第 2 名 引水", ">18<", ">16<", "第 1 名得 4 分", "3、2、0、0"] {
            assert!(page.contains(words), "{words}: {page}");
        }
        for paper in ["report", "announcement"] {
            let paper = head.get(&format!("/api/ballot-rounds/{round}/papers/{paper}")).await;
            assert!(paper.text.contains("得分") && paper.text.contains("第 1 名"), "{}", paper.text);
        }
        let screen = head.get(&format!("/ballots/rounds/{round}/screen")).await.text;
        assert!(screen.contains("得分") && !screen.contains("未排票数"), "{screen}");
        sound(&site).await;
    });
}

#[test]
fn equal_points_share_a_place_or_are_voted_on_again() {
    both(async |site| {
        let round = round(&site, 1, 4).await;
        let heap = [vec![0], vec![1], vec![0], vec![1]];
        for teller in [one(), two()] {
            enter(&site, &teller, round, PLACE, sheet(1, &heap)).await.unwrap();
        }
        report(&site, &chief(), round).await.unwrap();
        announce(&site, &head(), round).await.unwrap();
        let page = visitor(&site, &head()).get(&format!("/ballots/rounds/{round}")).await.text;
        assert!(page.contains("并列第 1 名") && page.contains("还有 1 个名额未定"), "{page}");
        let (item, _, _) = ballots::desk::round::of(&site, &head(), round).await.unwrap();
        let again = opened(&site, item.id, 4).await;
        let (_, again, _) = ballots::desk::round::of(&site, &head(), again).await.unwrap();
        assert_eq!((again.spec.kind, again.spec.listed()), (Kind::Pick, vec!["修路", "引水"]));
        sound(&site).await;
    });
}

#[test]
fn a_teller_types_the_places_of_a_line_in_one_field() {
    both(async |site| {
        let round = round(&site, 2, 3).await;
        let place = format!("/ballots/rounds/{round}/bundles/1/1");
        let mut first = visitor(&site, &one());
        let page = first.get(&place).await.text;
        assert!(page.contains("name=\"ranks-4\"") && !page.contains("name=\"approve-1\""), "{page}");
        let typed = |one: &'static str| {
            [("returned", "3"), ("valid", "3"), ("ranks-1", one), ("ranks-2", "1 2"), ("ranks-3", "0，1")]
        };
        for wrong in ["2 0 0", "二 0", "9 0"] {
            let answer = first.post(&place, &typed(wrong)).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}: {}", answer.text);
            assert!(answer.text.contains(wrong), "what was typed is kept");
        }
        assert_eq!(first.post(&place, &typed("２ 0")).await.status, StatusCode::SEE_OTHER);
        let lines = json!([{ "ranks": [2, 0] }, { "ranks": [1, 2] }, { "ranks": [0, 1] }, { "ranks": [0, 0] }]);
        let body = json!({ "returned": 3, "valid": 3, "invalid": 0, "lines": lines });
        let path = format!("/api/ballot-rounds/{round}/bundles/1/1/entries");
        let agreed = visitor(&site, &two()).json(Method::POST, &path, &[], body).await;
        assert_eq!(
            (agreed.status, agreed.json()["agrees"].clone()),
            (StatusCode::CREATED, json!(true)),
            "{}",
            agreed.text
        );
        sound(&site).await;
    });
}
