//! A count that was mistyped is put right before anything is certified.

use crate::world::{site::visitor, *};
use axum::http::{Method, StatusCode};
use elections::{
    desk::{
        count::{CountWanted, enter},
        recount::{RecountWanted, enter as again},
        settle::certify,
    },
    queries,
    store::certificates,
};
use elections_rules::election::Figures;
use kit::testing::both;
use serde_json::json;

fn right(n: u32, all: &[(&str, u32)]) -> RecountWanted {
    RecountWanted { n, figures: figures(), votes: votes(all), reason: text("票数录入错误") }
}

#[test]
fn a_slip_is_put_right_and_what_stood_stays() {
    both(async |site| {
        found(&site).await;
        let (it, at) = fixed(&site, 1, &["甲", "乙"]).await;
        let none = again(&site, &clerk(), at, right(1, &[("甲", 1_500)])).await.unwrap_err();
        assert_eq!(why(none), "elections-refused-stage");
        let wrong = CountWanted { figures: figures(), votes: votes(&[("甲", 400), ("乙", 1_500), ("丁丁", 3)]) };
        enter(&site, &clerk(), at, wrong).await.unwrap();
        let other = again(&site, &clerk(), at, right(2, &[("甲", 1_500)])).await.unwrap_err();
        assert_eq!(why(other), "elections-refused-nothing-counted");
        let counted = again(&site, &clerk(), at, right(1, &[("甲", 1_500), ("乙", 400)])).await.unwrap().value;
        assert_eq!(counted.outcome.unwrap().elected, ["甲"]);
        let part = queries::whole(&mut site.db(), &it).await.unwrap().parts.remove(0);
        let names: Vec<&str> = part.candidates.iter().map(|one| one.name.as_str()).collect();
        assert_eq!((part.rounds.len(), names), (1, vec!["甲", "乙"]), "who was misread is nobody");
        assert_eq!(part.recounts[0].before.votes.iter().map(|(_, votes)| votes).sum::<u32>(), 1_903);
        sound(&site).await;
        certify(&site, &head(), it.id).await.unwrap();
        assert_eq!(certificates(&mut site.db(), it.id).await.unwrap().len(), 1);
        let late = again(&site, &clerk(), at, right(1, &[("乙", 1_500)])).await.unwrap_err();
        assert_eq!(why(late), "elections-refused-stage", "certified is certified");
    });
}

#[test]
fn the_last_round_alone_is_entered_again_among_the_same() {
    both(async |site| {
        found(&site).await;
        let (it, at) = fixed(&site, 1, &["甲", "乙"]).await;
        let few = Figures { voted: 2_000, ballots: 2_000, ..figures() };
        enter(&site, &clerk(), at, CountWanted { figures: few, votes: votes(&[("甲", 1_500)]) }).await.unwrap();
        // One voter was left out: the round counts after all, and nothing is due.
        again(&site, &clerk(), at, right(1, &[("甲", 1_500)])).await.unwrap();
        let part = queries::whole(&mut site.db(), &it).await.unwrap().parts.remove(0);
        assert!(part.rounds[0].0.valid && part.due().is_none());
        sound(&site).await;
    });
}

#[test]
fn the_correction_has_a_page_and_an_interface() {
    both(async |site| {
        found(&site).await;
        let (it, at) = fixed(&site, 1, &["甲", "乙"]).await;
        let wrong = CountWanted { figures: figures(), votes: votes(&[("甲", 400), ("乙", 1_500)]) };
        enter(&site, &clerk(), at, wrong).await.unwrap();
        let (page, form) = (format!("/elections/{}", it.id), format!("/elections/districts/{at}/recount"));
        let mut office = visitor(&site, &clerk());
        assert!(office.get(&page).await.text.contains(&form));
        assert!(office.get(&form).await.text.contains("甲｜400"));
        let mut typed = vec![("n", "1"), ("registered", "4001"), ("voted", "2001"), ("ballots", "2001")];
        typed.push(("votes", "甲｜1500\n乙｜400"));
        assert_eq!(office.post(&form, &typed).await.status, StatusCode::UNPROCESSABLE_ENTITY, "no reason");
        typed.push(("reason", "票数录入错误"));
        let done = office.post(&form, &typed).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
        let shown = office.get(&page).await.text;
        assert!(shown.contains("票数录入错误") && shown.contains("乙 1500"), "{shown}");
        let body =
            json!({ "n": 1, "figures": figures(), "votes": [{ "name": "甲", "votes": 1600 }], "reason": "再次核对" });
        let told = office.json(Method::POST, &format!("/api/election-districts/{at}/recount"), &[], body).await;
        let round = &told.json()["districts"][0]["rounds"][0];
        assert_eq!((round["before"][1]["attempt"].as_u64(), told.status), (Some(2), StatusCode::OK), "{}", told.text);
        assert_eq!(visitor(&site, &deputy()).get(&form).await.status, StatusCode::FORBIDDEN);
        assert_eq!(visitor(&site, &stranger()).get(&form).await.status, StatusCode::NOT_FOUND);
        sound(&site).await;
    });
}
