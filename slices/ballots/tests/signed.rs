//! The signed report lies with the round: who lays it there, who fetches it, and what is refused.

use crate::world::{site::visitor, *};
use axum::http::{Method, StatusCode};
use ballots::desk::{
    count::{SheetLine, SheetWanted, enter},
    settle::{announce, report},
};
use ballots_rules::paper::{Kind, Place, RoundId};
use kit::{Site, db::Sql, testing::both};
use serde_json::json;

const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89";

async fn counted(site: &Site) -> RoundId {
    found(site).await;
    let ballot = drafted(site, Kind::Election, 1, &["甲候选"]).await;
    let round = opened(site, ballot, 40).await;
    emptied(site, round, 40, &[40]).await;
    for teller in [one(), two()] {
        let lines = vec![SheetLine { approve: 40, ..SheetLine::default() }];
        let sheet = SheetWanted { returned: 40, valid: 40, lines, ..SheetWanted::default() };
        enter(site, &teller, round, Place { box_no: 1, n: 1 }, sheet).await.unwrap();
    }
    round
}

#[test]
fn the_chief_teller_lays_the_signed_report_to_the_round() {
    both(async |site| {
        let round = counted(&site).await;
        let page = format!("/ballots/rounds/{round}");
        let at = format!("{page}/signed");
        let mut chief_page = visitor(&site, &chief());
        assert!(!chief_page.get(&page).await.text.contains("上传签字件"), "nothing is reported");
        let early = chief_page.upload(&at, ("file", "报告单.png", PICTURE)).await;
        assert!(early.text.contains("还没有报告结果"), "{}", early.text);
        report(&site, &chief(), round).await.unwrap();
        assert!(chief_page.get(&page).await.text.contains("上传签字件"));
        let laid = chief_page.upload(&at, ("file", "报告单.png", PICTURE)).await;
        assert_eq!(laid.status, StatusCode::SEE_OTHER, "{}", laid.text);
        announce(&site, &head(), round).await.unwrap();
        let shown = chief_page.get(&page).await.text;
        assert!(shown.contains("报告单.png") && shown.contains("第 1 版结果"), "{shown}");
        let (file,): (kernel::Id<()>,) = site.db().one("select blob from ballot_signed").await.unwrap().unwrap();
        let fetched = visitor(&site, &clerk()).get(&format!("{at}/{file}")).await;
        assert_eq!(fetched.status, StatusCode::OK);
        let sql = Sql::new("select count(*) from journal where verb = {}").bind("ballots.report-signed");
        assert_eq!(site.db().one::<(i64,)>(sql).await.unwrap(), Some((1,)));
        for (who, status) in [(deputy(), StatusCode::FORBIDDEN), (stranger(), StatusCode::NOT_FOUND)] {
            let mut other = visitor(&site, &who);
            assert!(!other.get(&page).await.text.contains("报告单.png"));
            assert_eq!(other.get(&format!("{at}/{file}")).await.status, status);
        }
        let strange = format!("{at}/{}", id::<()>(77, 1));
        assert_eq!(chief_page.get(&strange).await.status, StatusCode::NOT_FOUND);
        sound(&site).await;
    });
}

#[test]
fn programs_lay_a_file_once_and_only_one_that_is_what_it_says() {
    both(async |site| {
        let round = counted(&site).await;
        report(&site, &chief(), round).await.unwrap();
        let at = format!("/api/ballot-rounds/{round}/signed");
        let mut office = visitor(&site, &clerk());
        let headers = [("content-type", "application/octet-stream"), ("idempotency-key", "scan-1")];
        let path = format!("{at}?file=a.png");
        let laid = office.send(Method::POST, &path, &headers, PICTURE.to_vec()).await;
        assert_eq!(laid.status, StatusCode::CREATED, "{}", laid.text);
        let again = office.send(Method::POST, &path, &headers, PICTURE.to_vec()).await;
        assert_eq!((again.status, &again.json()["id"]), (StatusCode::CREATED, &laid.json()["id"]));
        for (path, bytes) in [
            (format!("{at}?file=a.exe"), PICTURE.to_vec()),
            (format!("{at}?file=a.pdf"), PICTURE.to_vec()),
            (format!("{at}?file=a.png"), Vec::new()),
            (at.clone(), PICTURE.to_vec()),
        ] {
            let refused = office.send(Method::POST, &path, &headers[..1], bytes).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}: {}", refused.text);
        }
        let told = office.get(&format!("/api/ballot-rounds/{round}")).await.json();
        assert_eq!((told["signed"][0]["name"].clone(), told["signed"][1].clone()), (json!("a.png"), json!(null)));
        let mut looks = visitor(&site, &deputy());
        assert_eq!(looks.get(&format!("/api/ballot-rounds/{round}")).await.json()["signed"], json!([]));
        let refused = looks.send(Method::POST, &path, &headers[..1], PICTURE.to_vec()).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{}", refused.text);
        let kept = office.get(laid.json()["id"].as_str().map(|id| format!("{at}/{id}")).unwrap().as_str()).await;
        assert_eq!(kept.status, StatusCode::OK);
        sound(&site).await;
    });
}
