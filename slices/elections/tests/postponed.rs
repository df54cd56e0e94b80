//! An announced election is put off.

use crate::world::{site::visitor, *};
use axum::http::{Method, StatusCode};
use elections::{
    desk::{
        count::{CountWanted, enter},
        postpone::{ElectionDayWanted, postpone},
    },
    queries,
    store::{day_changes, read_election},
};
use elections_rules::election::Kind;
use kit::testing::both;
use serde_json::json;

fn to(on: &str) -> ElectionDayWanted {
    ElectionDayWanted { day: day(on), reason: text("防汛抢险需要") }
}

#[test]
fn the_new_day_is_later_public_and_what_every_latest_day_counts_from() {
    both(async |site| {
        found(&site).await;
        let it = announced(&site, wanted(Kind::Direct, 2, day("2026-12-20"))).await;
        for wrong in ["2026-12-20", "2026-12-01"] {
            let refused = postpone(&site, &head(), it.id, to(wrong)).await.unwrap_err();
            assert_eq!(why(refused), "elections-refused-not-later", "{wrong}");
        }
        assert!(postpone(&site, &clerk(), it.id, to("2026-12-27")).await.is_err(), "the head puts off");
        postpone(&site, &head(), it.id, to("2026-12-27")).await.unwrap();
        postpone(&site, &head(), it.id, to("2027-01-10")).await.unwrap();
        let now = read_election(&mut site.db(), it.id).await.unwrap().unwrap();
        assert_eq!(now.day, day("2027-01-10"));
        let kept = day_changes(&mut site.db(), it.id).await.unwrap();
        assert_eq!(kept.iter().map(|one| one.was).collect::<Vec<_>>(), [day("2026-12-20"), day("2026-12-27")]);
        let notices = queries::of_subject(&mut site.db(), it.id.uuid()).await.unwrap();
        let last = elections::store::read_notice(&mut site.db(), notices[2].id).await.unwrap().unwrap();
        let words = "原定选举日为2026年12月27日，现因防汛抢险需要，推迟到2027年1月10日举行";
        assert!(last.kind == "postponed" && last.body.contains(words), "{}", last.body);
        sound(&site).await;
    });
}

#[test]
fn pages_and_programs_put_off_until_votes_are_counted() {
    both(async |site| {
        found(&site).await;
        let (it, at) = fixed(&site, 1, &["甲", "乙"]).await;
        let path = format!("/elections/{}/day", it.id);
        let mut office = visitor(&site, &head());
        assert!(office.get(&format!("/elections/{}", it.id)).await.text.contains(&path));
        office.get(&path).await;
        let today = site.today().to_string();
        let wrong = office.post(&path, &[("day", &today), ("reason", "改期")]).await;
        assert!(
            wrong.status == StatusCode::UNPROCESSABLE_ENTITY && wrong.text.contains("以后的日期"),
            "{}",
            wrong.text
        );
        let done = office.fill(&path, &[("day", "2026-12-27"), ("reason", "改期")]).await;
        assert!(done.text.contains(&format!("选举日由 {today} 推迟到 2026-12-27：改期")), "{}", done.text);
        let api = format!("/api/elections/{}/day", it.id);
        let told = office.json(Method::POST, &api, &[], json!({ "day": "2026-12-28", "reason": "再改" })).await.json();
        assert_eq!((&told["day"], &told["day_changes"][1]["was"]), (&json!("2026-12-28"), &json!("2026-12-27")));
        assert_eq!(visitor(&site, &clerk()).get(&path).await.status, StatusCode::FORBIDDEN);
        let early = CountWanted { figures: figures(), votes: votes(&[("甲", 1_500)]) };
        assert_eq!(why(enter(&site, &clerk(), at, early).await.unwrap_err()), "elections-refused-day-ahead");
        sound(&site).await;
    });
}
