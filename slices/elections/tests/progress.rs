//! How far elections are: levels, participation, the table.

use crate::world::{site::visitor, *};
use axum::http::StatusCode;
use elections::desk::count::{CountWanted, enter};
use kit::testing::both;
use serde_json::json;

#[test]
fn participation_is_of_the_first_valid_round_and_levels_narrow_the_list() {
    both(async |site| {
        found(&site).await;
        let (_, at) = fixed(&site, 2, &["甲", "乙", "丙"]).await;
        let void = elections_rules::election::Figures { voted: 1_000, ballots: 1_000, ..figures() };
        enter(&site, &clerk(), at, CountWanted { figures: void, votes: votes(&[("甲", 9)]) }).await.unwrap();
        let mut office = visitor(&site, &head());
        let path = format!("/api/congresses/{}/election-progress", congress());
        assert_eq!(office.get(&path).await.json()["sum"]["participation"], json!(null), "nothing valid yet");
        let tied = votes(&[("甲", 1_500), ("乙", 1_100), ("丙", 1_100)]);
        enter(&site, &clerk(), at, CountWanted { figures: figures(), votes: tied }).await.unwrap();
        let fewer = elections_rules::election::Figures { voted: 2_100, ballots: 2_100, ..figures() };
        let again = CountWanted { figures: fewer, votes: votes(&[("乙", 1_200), ("丙", 800)]) };
        enter(&site, &clerk(), at, again).await.unwrap();
        let told = office.get(&path).await.json();
        assert_eq!((&told["sum"]["participation"], &told["sum"]["took_part"]), (&json!("50.0"), &json!(2_001)));
        assert_eq!(office.get(&format!("{path}?level=township")).await.json()["total"], 0);
        assert_eq!(office.get(&format!("{path}?level=county")).await.json()["total"], 1);
        assert_eq!(office.get(&format!("{path}?level=nation")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = office.get("/elections/progress").await.text;
        assert!(page.contains("参选率 50.0%") && page.contains("/elections/progress/list?"), "{page}");
        let list = format!("/elections/progress/list?congress={}&level=&as=csv", congress());
        let table = office.get(&list).await;
        assert!(table.text.contains("临江县") && table.text.contains("50.0%"), "{}", table.text);
        assert_eq!(visitor(&site, &stranger()).get(&list).await.status, StatusCode::FORBIDDEN);
    });
}
