//! Lists of voters: by spreadsheet, one by one, and who is struck.

use std::sync::Arc;

use crate::world::{site::visitor, *};
use axum::http::{Method, StatusCode};
use elections::{
    VotersSheet,
    desk::{
        count::{CountWanted, enter},
        prepare::{draw, keep},
        voters::{StrikingWanted, VoterWanted, add, strike},
    },
    queries,
    store::districts,
};
use elections_rules::election::{Kind, Struck};
use kit::{
    sheets::{self, BadRows, Upload},
    testing::{both, on_sqlite},
    web::api::Once,
};
use serde_json::json;

const ROWS: &str = "选区,姓名,选民证号,出生日期,住址\n第一选区,甲,1,1970-01-01,一组\n第一选区,乙,2,,\n第一选区,丙,2,1980-05-05,\n\
                    第一选区,丁,4,2009-01-01,\n第九选区,戊,5,,\n第一选区,己,,1990-02-03,二组\n";

#[test]
fn a_list_comes_in_by_sheet_in_two_steps_and_counts_the_voters() {
    both(async |site| {
        found(&site).await;
        let it = announced(&site, wanted(Kind::Direct, 1, day("2026-12-20"))).await;
        let at = draw(&site, &clerk(), it.id, place("第一选区", 1), &Once::default()).await.unwrap().id;
        let sheet = Arc::new(VotersSheet::new(&site));
        let import = sheets::open(&site, "voters", Some(congress()), None, "选民.csv").await.unwrap();
        let staged = sheets::stage(&site, &sheet, import, Upload::from_bytes(ROWS.as_bytes()).unwrap()).await.unwrap();
        assert_eq!((staged.rows, staged.bad), (6, 3), "a card twice, somebody under age, no such district");
        let taking = sheets::commit(&site, sheet.as_ref(), import, None, BadRows::LeaveOut).await.unwrap();
        assert_eq!((taking.rows, taking.left_out), (3, 3));
        let page = queries::voters(&mut site.db(), (at, ""), None, 10).await.unwrap();
        let told: Vec<_> = page.items.iter().map(|one| (one.n, one.name.as_str())).collect();
        assert_eq!(told, [(1, "甲"), (2, "乙"), (3, "己")]);
        assert_eq!(districts(&mut site.db(), it.id).await.unwrap()[0].voters, 3);
        let kept = keep(&site, &clerk(), at, place("第一选区", 1), None).await.unwrap();
        assert_eq!(kept.voters, 3, "a list counts them whatever is typed");
        sound(&site).await;
    });
}

#[test]
fn who_is_added_or_struck_moves_the_count_until_the_vote() {
    both(async |site| {
        found(&site).await;
        let (_, at) = fixed(&site, 1, &["甲", "乙"]).await;
        let one = |name: &str, card: &str, born: &str| VoterWanted {
            name: text(name),
            card: Some(text(card)),
            born: Some(day(born)),
            note: None,
        };
        let ask = async |wanted| add(&site, &clerk(), at, wanted, &Once::default()).await;
        let first = ask(one("选民甲", "1", "1980-01-01")).await.unwrap();
        ask(one("选民乙", "2", "1981-01-01")).await.unwrap();
        assert_eq!(why(ask(one("选民丙", "2", "1982-01-01")).await.unwrap_err()), "elections-wrong-voter-card");
        assert_eq!(why(ask(one("选民丁", "3", "2015-01-01")).await.unwrap_err()), "elections-wrong-under-age");
        let moved = StrikingWanted { why: Struck::Moved };
        let done = strike(&site, &clerk(), first.id, moved).await.unwrap();
        assert_eq!(done.struck.as_deref(), Some("moved"));
        assert_eq!(why(strike(&site, &clerk(), first.id, moved).await.unwrap_err()), "elections-wrong-struck");
        assert_eq!(queries::posted(&mut site.db(), at).await.unwrap().len(), 1);
        ask(one("选民戊", "1", "1983-01-01")).await.unwrap();
        let (district, _) = elections::desk::prepare::district(&site, &clerk(), at, None).await.unwrap();
        assert_eq!(district.voters, 2);
        let count = CountWanted { figures: figures(), votes: votes(&[("甲", 1_500)]) };
        enter(&site, &clerk(), at, count).await.unwrap();
        assert_eq!(why(ask(one("选民己", "6", "1983-01-01")).await.unwrap_err()), "elections-refused-stage");
        sound(&site).await;
    });
}

#[test]
fn names_of_voters_are_for_the_office_that_keeps_the_list_alone() {
    both(async |site| {
        found(&site).await;
        let it = announced(&site, wanted(Kind::Direct, 1, day("2026-12-20"))).await;
        let at = draw(&site, &clerk(), it.id, place("第一选区", 1), &Once::default()).await.unwrap().id;
        let (pages, api) =
            (format!("/elections/districts/{at}/voters"), format!("/api/election-districts/{at}/voters"));
        let mut office = visitor(&site, &clerk());
        let body = json!({ "name": "茅竹溪", "card": "02-0001", "born": "1970-01-01" });
        let made = office.json(Method::POST, &api, &[], body).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.text);
        let id = made.json()["id"].as_str().unwrap().to_owned();
        let page = office.get(&format!("{pages}?q=02-0001")).await;
        assert!(page.text.contains("茅竹溪") && page.text.contains("2026-11-30"), "{}", page.text);
        assert!(!office.get(&format!("{pages}?q=02-9999")).await.text.contains("茅竹溪"));
        assert_eq!(office.get(&format!("{pages}/new")).await.status, StatusCode::OK);
        let added = office.post(&pages, &[("name", "虞石桥"), ("card", "02-0002")]).await;
        assert_eq!(added.status, StatusCode::SEE_OTHER, "{}", added.text);
        assert_eq!(office.get(&format!("/elections/voters/{id}/striking")).await.status, StatusCode::OK);
        let struck = office.post(&format!("/elections/voters/{id}/striking"), &[("why", "died")]).await;
        assert_eq!(struck.status, StatusCode::SEE_OTHER, "{}", struck.text);
        let table = visitor(&site, &head()).get(&format!("{pages}/list?as=csv")).await.text;
        assert!(table.contains("虞石桥") && !table.contains("茅竹溪"), "{table}");
        assert_eq!(office.get(&format!("/congresses/{}/voter-imports", congress())).await.status, StatusCode::OK);
        for path in [&pages, &api] {
            assert_eq!(visitor(&site, &deputy()).get(path).await.status, StatusCode::FORBIDDEN);
            assert_eq!(visitor(&site, &stranger()).get(path).await.status, StatusCode::NOT_FOUND);
        }
        let path = format!("/api/election-voters/{id}/striking");
        let unknown = office.json(Method::POST, &path, &[], json!({ "why": "x" })).await;
        assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", unknown.text);
        sound(&site).await;
    });
}

#[test]
fn a_program_gives_an_import_of_voters_up_and_nobody_elses() {
    on_sqlite(async |site| {
        found(&site).await;
        let it = announced(&site, wanted(Kind::Direct, 1, day("2026-12-20"))).await;
        draw(&site, &clerk(), it.id, place("第一选区", 1), &Once::default()).await.unwrap();
        let mut office = visitor(&site, &clerk());
        let path = format!("/api/congresses/{}/voter-imports?file=voters.csv", congress());
        let kind = [("content-type", "application/octet-stream")];
        let made = office.send(Method::POST, &path, &kind, "选区,姓名\n第一选区,茅竹溪\n".as_bytes().to_vec()).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.text);
        let at = format!("/api/imports/voters/{}", made.json()["id"].as_str().unwrap());
        let none = visitor(&site, &stranger()).send(Method::DELETE, &at, &[], Vec::new()).await;
        assert_eq!(none.status, StatusCode::NOT_FOUND);
        assert_eq!(office.send(Method::DELETE, &at, &[], Vec::new()).await.status, StatusCode::NO_CONTENT);
        assert_eq!(office.get(&at).await.json()["state"], "dropped");
    });
}
