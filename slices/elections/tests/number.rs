//! How many stand, by the method of a congress.

use crate::world::{site::visitor, *};
use axum::http::{Method, StatusCode};
use elections::{
    desk::{
        candidates::{FormalListWanted, NomineeWanted, fix},
        number::{CandidateNumberWanted, set},
        prepare::{ElectionWanted, announce, open},
    },
    store::districts,
};
use elections_rules::{
    LeaderClass,
    election::{Kind, Way},
};
use kit::{Site, testing::both, web::api::Once};
use serde_json::json;

/// Two vice heads are to be elected: the law lets three to five stand.
fn vices(site: &Site) -> ElectionWanted {
    wanted(Kind::Leaders, 2, site.today())
}

#[test]
fn the_method_fixes_the_number_and_the_list_has_no_other() {
    both(async |site| {
        found(&site).await;
        let over = ElectionWanted { candidates: Some(6), ..vices(&site) };
        let refused = announce(&site, &clerk(), congress(), over, &Once::default()).await.unwrap_err();
        assert_eq!(why(refused), "elections-refused-fixed-number");
        let chief = ElectionWanted { class: Some(LeaderClass::Chief), candidates: Some(3), ..vices(&site) };
        let refused = announce(&site, &clerk(), congress(), chief, &Once::default()).await.unwrap_err();
        assert_eq!(why(refused), "elections-refused-fixed-here");
        let it = announced(&site, ElectionWanted { candidates: Some(3), ..vices(&site) }).await;
        assert_eq!(it.candidates, Some(3));
        open(&site, &clerk(), it.id).await.unwrap();
        let at = districts(&mut site.db(), it.id).await.unwrap()[0].id;
        let mut all = Vec::new();
        for name in ["甲", "乙", "丙", "丁"] {
            all.push(nominated(&site, at, name).await.id);
        }
        let list = |way, stand: usize| FormalListWanted {
            way,
            nominees: (0..)
                .zip(&all)
                .map(|(n, one)| NomineeWanted { candidate: *one, formal: n < stand, votes: Some(9) })
                .collect(),
        };
        let four = fix(&site, &clerk(), it.id, list(Way::Whole, 4)).await.unwrap_err();
        assert_eq!(why(four), "elections-refused-range", "the law lets four stand, the method three");
        let three = fix(&site, &clerk(), it.id, list(Way::Whole, 3)).await.unwrap_err();
        assert_eq!(why(three), "elections-refused-preliminary-needed");
        fix(&site, &clerk(), it.id, list(Way::Preliminary, 3)).await.unwrap();
        let late = set(&site, &clerk(), it.id, CandidateNumberWanted { candidates: None }).await.unwrap_err();
        assert_eq!(why(late), "elections-refused-stage");
        sound(&site).await;
    });
}

#[test]
fn the_number_is_entered_once_the_method_is_adopted() {
    both(async |site| {
        found(&site).await;
        let it = announced(&site, vices(&site)).await;
        let (page, form) = (format!("/elections/{}", it.id), format!("/elections/{}/number", it.id));
        let mut office = visitor(&site, &clerk());
        assert!(office.get(&page).await.text.contains(&form));
        assert!(office.get(&form).await.text.contains("3 至 5"));
        assert_eq!(office.post(&form, &[("candidates", "9")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let done = office.post(&form, &[("candidates", "4")]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
        let told = office.get(&format!("/api{page}")).await.json();
        assert_eq!((told["candidates"].as_u64(), told["districts"][0]["most"].as_u64()), (Some(4), Some(4)), "{told}");
        let api = format!("/api{page}/candidate-number");
        let out = office.json(Method::POST, &api, &[], json!({ "candidates": null })).await;
        assert_eq!(out.json()["districts"][0]["most"], 5, "{}", out.text);
        let direct = announced(&site, wanted(Kind::Direct, 1, day("2026-12-20"))).await;
        let none = office.get(&format!("/elections/{}/number", direct.id)).await;
        assert_eq!(none.status, StatusCode::CONFLICT, "the law alone: {}", none.text);
        assert_eq!(visitor(&site, &deputy()).get(&form).await.status, StatusCode::FORBIDDEN);
        assert_eq!(visitor(&site, &stranger()).get(&form).await.status, StatusCode::NOT_FOUND);
        sound(&site).await;
    });
}
