//! Mobile ballot boxes, and how they join the count.

use crate::world::{site::visitor, *};
use axum::http::{Method, StatusCode};
use elections::{
    desk::{
        count::{CountWanted, enter},
        mobile::{MobileBoxWanted, keep, send, version, withdraw},
    },
    queries,
};
use elections_rules::election::{ByBox, Figures};
use kit::{Problem, testing::both, web::api::Once};
use serde_json::json;

fn carrier(site: &kit::Site, names: &[&str]) -> MobileBoxWanted {
    MobileBoxWanted {
        place: text("沙洲村"),
        day: site.today(),
        hours: text("8:00—11:30"),
        reason: ByBox::Infirm,
        scrutineers: names.iter().map(|name| text(name)).collect(),
        handed: None,
        returned: None,
    }
}

#[test]
fn boxes_go_with_two_who_do_not_stand_and_join_the_count_once_they_are_back() {
    both(async |site| {
        found(&site).await;
        let (it, at) = fixed(&site, 1, &["甲", "乙"]).await;
        let ask = async |wanted| send(&site, &clerk(), at, wanted, &Once::default()).await;
        assert_eq!(why(ask(carrier(&site, &["丙"])).await.unwrap_err()), "elections-refused-scrutineers");
        let stands = ask(carrier(&site, &["丙", "甲"])).await.unwrap_err();
        assert_eq!(why(stands), "elections-refused-scrutineer-stands");
        let one = ask(carrier(&site, &["丙", "丁"])).await.unwrap();
        let two = ask(carrier(&site, &["戊", "己"])).await.unwrap();
        let count = |ballots| CountWanted {
            figures: Figures { ballots, mobile: 9, ..figures() },
            votes: votes(&[("甲", 1_500)]),
        };
        let out = enter(&site, &clerk(), at, count(2_001)).await.unwrap_err();
        assert_eq!(why(out), "elections-refused-box-out");
        let back = |handed, returned| MobileBoxWanted {
            handed: Some(handed),
            returned: Some(returned),
            ..carrier(&site, &["丙", "丁"])
        };
        assert_eq!(
            why(keep(&site, &clerk(), one.id, back(30, 31), None).await.unwrap_err()),
            "elections-refused-box-figures"
        );
        keep(&site, &clerk(), one.id, back(30, 28), Some(version(&one))).await.unwrap();
        let stale = keep(&site, &clerk(), one.id, back(40, 28), Some(version(&one))).await.unwrap_err();
        assert!(matches!(stale, Problem::Stale(_)), "{stale:?}");
        withdraw(&site, &clerk(), two.id).await.unwrap();
        enter(&site, &clerk(), at, count(2_001)).await.unwrap();
        let part = queries::whole(&mut site.db(), &it).await.unwrap().parts.remove(0);
        assert_eq!(part.rounds[0].0.figures.mobile, 1, "the boxes count themselves");
        let late = keep(&site, &clerk(), one.id, back(30, 30), None).await.unwrap_err();
        assert_eq!(why(late), "elections-refused-nothing-due");
        sound(&site).await;
    });
}

#[test]
fn more_cannot_come_back_in_boxes_than_came_in() {
    both(async |site| {
        found(&site).await;
        let (_, at) = fixed(&site, 1, &["甲", "乙"]).await;
        let full = MobileBoxWanted { handed: Some(2_500), returned: Some(2_400), ..carrier(&site, &["丙", "丁"]) };
        send(&site, &clerk(), at, full, &Once::default()).await.unwrap();
        let count = CountWanted { figures: figures(), votes: votes(&[("甲", 1_500)]) };
        assert_eq!(why(enter(&site, &clerk(), at, count).await.unwrap_err()), "elections-refused-box-figures");
    });
}

#[test]
fn boxes_have_pages_and_an_interface_for_the_office() {
    both(async |site| {
        found(&site).await;
        let (it, at) = fixed(&site, 1, &["甲", "乙"]).await;
        let (pages, api) = (format!("/elections/districts/{at}/boxes"), format!("/api/election-districts/{at}/boxes"));
        let (mut office, today) = (visitor(&site, &clerk()), site.today().to_string());
        assert!(office.get(&format!("/elections/{}", it.id)).await.text.contains(&pages));
        assert_eq!(office.get(&format!("{pages}/new")).await.status, StatusCode::OK);
        let typed = [
            ("place", "沙洲村"),
            ("day", today.as_str()),
            ("hours", "8:00"),
            ("reason", "scattered"),
            ("scrutineers", "丙\n丁"),
        ];
        let made = office.post(&pages, &typed).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
        let list = office.get(&api).await.json();
        let (id, seen) = (list[0]["id"].as_str().unwrap().to_owned(), list[0]["version"].to_string());
        assert!(office.get(&pages).await.text.contains("沙洲村"));
        assert_eq!(office.get(&format!("/elections/boxes/{id}")).await.status, StatusCode::OK);
        let body = json!({ "place": "沙洲村", "day": today, "hours": "8:00", "reason": "infirm", "scrutineers": ["丙", "丁"],
            "handed": 12, "returned": 12 });
        let path = format!("/api/election-boxes/{id}");
        let quoted = format!("\"{seen}\"");
        let kept = office.json(Method::PUT, &path, &[("if-match", quoted.as_str())], body.clone()).await;
        assert_eq!((kept.status, kept.json()["returned"].as_u64()), (StatusCode::OK, Some(12)), "{}", kept.text);
        let mut other = body;
        other["handed"] = json!(13);
        let blind = office.json(Method::PUT, &path, &[], other.clone()).await;
        assert_eq!(blind.status, StatusCode::PRECONDITION_REQUIRED, "{}", blind.text);
        let stale = office.json(Method::PUT, &path, &[("if-match", quoted.as_str())], other).await;
        assert_eq!(stale.status, StatusCode::PRECONDITION_FAILED, "{}", stale.text);
        for path in [&pages, &api] {
            assert_eq!(visitor(&site, &deputy()).get(path).await.status, StatusCode::FORBIDDEN);
            assert_eq!(visitor(&site, &stranger()).get(path).await.status, StatusCode::NOT_FOUND);
        }
        let gone = office.post(&format!("/elections/boxes/{id}/removal"), &[]).await;
        assert_eq!(gone.status, StatusCode::SEE_OTHER, "{}", gone.text);
        sound(&site).await;
    });
}
