//! What is refused, and what nobody can learn: C1 to C3, C8.

use std::collections::BTreeSet;

use axum::http::{Method, StatusCode};
use ballots::desk::{
    count::{SheetLine, SheetWanted, enter},
    settle::{announce, report},
};
use ballots_rules::paper::{Kind, Place};
use ballots_seal::{Curve, Trustee};
use kit::testing::{Answer, both, on_sqlite};
use serde_json::json;

use super::{Hall, chance, phone::Phone, roomy, text};
use crate::world::{site::visitor, *};

fn said(answer: &Answer) -> (u16, String) {
    (answer.status.as_u16(), text(&answer.json(), "error").to_owned())
}

#[test]
fn an_election_and_a_small_hall_stay_on_paper() {
    roomy(|| {
        on_sqlite(async |site| {
            found(&site).await;
            let ballot = drafted(&site, Kind::Election, 1, &["甲", "乙"]).await;
            let round = opened(&site, ballot, 40).await;
            let path = format!("/api/ballot-rounds/{round}/hall");
            let trustees = json!([{ "name": "一" }, { "name": "二" }]);
            let body = json!({ "trustees": trustees });
            let mut office = visitor(&site, &clerk());
            let refused = office.json(Method::POST, &path, &[], body.clone()).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text);
            let ballot = drafted(&site, Kind::Decision, 1, &["决议"]).await;
            let round = opened(&site, ballot, 6).await;
            let path = format!("/api/ballot-rounds/{round}/hall");
            let unpermitted = office.json(Method::POST, &path, &[], body.clone()).await;
            assert_eq!(unpermitted.status, StatusCode::CONFLICT, "{}", unpermitted.text);
            assert!(unpermitted.text.contains("没有准许"), "{}", unpermitted.text);
            let page = office.get(&format!("/ballots/rounds/{round}")).await.text;
            assert!(!page.contains("/hall/new") && page.contains("先登记条款"), "{page}");
            assert_eq!(office.get(&format!("/ballots/rounds/{round}/hall/new")).await.status, StatusCode::CONFLICT);
            permitted(&site, Kind::Decision).await;
            let page = office.get(&format!("/ballots/rounds/{round}/hall/new")).await.text;
            assert!(page.contains("《表决办法》") && page.contains("第八条"), "{page}");
            assert_eq!(
                office.json(Method::POST, &path, &[], body.clone()).await.status,
                StatusCode::CONFLICT,
                "too few"
            );
            let one = json!({ "least": 3, "trustees": [{ "name": "一" }] });
            assert_eq!(office.json(Method::POST, &path, &[], one).await.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert_eq!(office.get(&path).await.status, StatusCode::NOT_FOUND, "there is none yet");
            let mut deputy = visitor(&site, &deputy());
            assert_eq!(deputy.json(Method::POST, &path, &[], body.clone()).await.status, StatusCode::FORBIDDEN);
            assert_eq!(
                visitor(&site, &stranger()).json(Method::POST, &path, &[], body).await.status,
                StatusCode::NOT_FOUND
            );
        });
    });
}

#[test]
fn orders_stay_on_paper_and_are_told_so() {
    on_sqlite(async |site| {
        found(&site).await;
        let trustees = json!([{ "name": "一" }, { "name": "二" }]);
        let ballot = drafted(&site, Kind::Ranking, 2, &["甲", "乙"]).await;
        let round = opened(&site, ballot, 40).await;
        let mut office = visitor(&site, &clerk());
        let body = json!({ "trustees": trustees });
        let refused = office.json(Method::POST, &format!("/api/ballot-rounds/{round}/hall"), &[], body).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text);
        assert!(refused.text.contains("填写名次"), "{}", refused.text);
        let page = office.get(&format!("/ballots/rounds/{round}/hall/new")).await;
        assert!(page.text.contains("填写名次"), "{}", page.text);
        let page = office.get(&format!("/ballots/rounds/{round}")).await.text;
        assert!(!page.contains("/hall/new"), "{page}");
    });
}

#[test]
fn the_tied_of_an_election_are_voted_on_again_on_paper() {
    on_sqlite(async |site| {
        found(&site).await;
        permitted(&site, Kind::Pick).await;
        let ballot = drafted(&site, Kind::Election, 2, &["甲", "乙", "丙"]).await;
        let first = opened(&site, ballot, 40).await;
        emptied(&site, first, 40, &[40]).await;
        let line = |approve| SheetLine { approve, against: 40 - approve, ..SheetLine::default() };
        for teller in [one(), two()] {
            let lines = vec![line(30), line(25), line(25)];
            let sheet = SheetWanted { returned: 40, valid: 40, lines, ..SheetWanted::default() };
            enter(&site, &teller, first, Place { box_no: 1, n: 1 }, sheet).await.unwrap();
        }
        report(&site, &chief(), first).await.unwrap();
        announce(&site, &head(), first).await.unwrap();
        let again = opened(&site, ballot, 40).await;
        let body = json!({ "trustees": [{ "name": "一" }, { "name": "二" }] });
        let mut office = visitor(&site, &clerk());
        let refused = office.json(Method::POST, &format!("/api/ballot-rounds/{again}/hall"), &[], body).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text);
        assert!(refused.text.contains("只能用纸质票"), "{}", refused.text);
    });
}

#[test]
fn trustees_commit_before_any_of_them_shows_a_key() {
    roomy(|| {
        on_sqlite(async |site| {
            let hall = Hall::of(&site, 7, 7).await;
            let public: Vec<_> = hall.trustees.iter().map(|one| one.public(&mut chance)).collect();
            let key = |n: usize| json!({ "key": public[n].json() });
            hall.office("/trustees/1/commitment", json!({ "commitment": public[0].commitment() }), StatusCode::OK)
                .await;
            hall.office("/trustees/1/key", key(0), StatusCode::CONFLICT).await;
            hall.office(
                "/trustees/1/commitment",
                json!({ "commitment": public[1].commitment() }),
                StatusCode::CONFLICT,
            )
            .await;
            hall.office("/trustees/4/commitment", json!({ "commitment": "a" }), StatusCode::NOT_FOUND).await;
            hall.office("/trustees/2/commitment", json!({ "commitment": "xyz" }), StatusCode::UNPROCESSABLE_ENTITY)
                .await;
            for n in [1, 2] {
                let path = format!("/trustees/{}/commitment", n + 1);
                hall.office(&path, json!({ "commitment": public[n].commitment() }), StatusCode::OK).await;
            }
            let other = Trustee::<Curve>::draw(&mut chance).public(&mut chance);
            hall.office("/trustees/1/key", json!({ "key": other.json() }), StatusCode::UNPROCESSABLE_ENTITY).await;
            hall.office("/trustees/1/key", json!({ "key": "{}" }), StatusCode::UNPROCESSABLE_ENTITY).await;
            hall.office("/roll", json!({}), StatusCode::CONFLICT).await;
            for n in 0..3 {
                hall.office(&format!("/trustees/{}/key", n + 1), key(n), StatusCode::OK).await;
            }
            let refused = hall.office("/roll", json!({}), StatusCode::CONFLICT).await;
            assert!(refused.to_string().contains('7'), "nobody is present: {refused}");
        });
    });
}

/// C2, and who is on the roll with what.
#[test]
fn one_number_is_issued_one_ballot() {
    roomy(|| {
        both(async |site| {
            let mut hall = Hall::of(&site, 7, 7).await;
            hall.keys().await;
            let brought = hall.named(0, "/device", json!({ "key": hall.phones[0].key() })).await.json();
            let taken = hall.named(1, "/device", json!({ "key": hall.phones[0].key() })).await;
            assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY, "a device is of one deputy");
            let none = hall.named(1, "/device", json!({ "key": "AAAA" })).await;
            assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
            let other = json!({ "number": brought["number"], "key_hash": hall.phones[1].key_hash(), "present": true });
            hall.office("/presence", other, StatusCode::UNPROCESSABLE_ENTITY).await;
            let clerk_votes =
                visitor(&site, &clerk()).json(Method::POST, &hall.path("/device"), &[], json!({ "key": "" })).await;
            assert_eq!(clerk_votes.status, StatusCode::FORBIDDEN, "the office has no vote");
            let told = hall.roll().await;
            assert_eq!(hall.collect(0, &told).await.status, StatusCode::OK);
            let (vote, first) = (text(&told, "vote").to_owned(), hall.phones[0].blinded.clone());
            let signature = hall.phones[0].sign(&format!("{vote}|collect|{first}"));
            let ask = |blinded: &str, signature: &str| json!({ "blinded": blinded, "signature": signature });
            let one = hall.named(0, "/collect", ask(&first, &signature)).await;
            let two = hall.named(0, "/collect", ask(&first, &signature)).await;
            assert_eq!(
                (one.status, one.text.clone()),
                (StatusCode::OK, two.text),
                "the same request has the same answer"
            );
            assert_eq!(hall.collect(0, &told).await.status, StatusCode::CONFLICT, "another blinded value is refused");
            hall.phones[1].blind(&vote, text(&told, "rsa_key"));
            let blinded = hall.phones[1].blinded.clone();
            let forged = Phone::new().sign(&format!("{vote}|collect|{blinded}"));
            assert_eq!(
                hall.named(1, "/collect", ask(&blinded, &forged)).await.status,
                StatusCode::UNPROCESSABLE_ENTITY
            );
            let own = hall.phones[1].sign(&format!("{vote}|collect|AAAA"));
            assert_eq!(hall.named(1, "/collect", ask("AAAA", &own)).await.status, StatusCode::UNPROCESSABLE_ENTITY);
            // C3: the one that collected is listed and confirmed, and still voting waits for as many as the method asks.
            hall.register(0, &vote).await;
            let told = hall.freeze().await;
            hall.confirm(0, &told).await;
            hall.office("/opening", json!({}), StatusCode::CONFLICT).await;
            assert_eq!(hall.confirm(1, &told).await.status, StatusCode::FORBIDDEN, "nothing was issued");
            sound(&site).await;
        });
    });
}

/// C3: as many confirmations as credentials, and no more credentials than ballots issued.
#[test]
fn voting_opens_when_everybody_in_the_list_has_confirmed() {
    roomy(|| {
        both(async |site| {
            let mut hall = Hall::of(&site, 8, 7).await;
            let told = hall.listed().await;
            let vote = text(&told, "vote").to_owned();
            for n in 0..7 {
                assert_eq!(hall.confirm(n, &told).await.status, StatusCode::OK);
                hall.office("/opening", json!({}), StatusCode::CONFLICT).await;
            }
            let other = json!({ "setup": "0".repeat(64), "signature": hall.phones[7].sign("x") });
            assert_eq!(hall.named(7, "/confirm", other).await.status, StatusCode::CONFLICT, "another list");
            let forged = json!({ "setup": told["setup"], "signature": hall.phones[6].sign("x") });
            assert_eq!(hall.named(7, "/confirm", forged).await.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert_eq!(said(&hall.cast(0, &told, &[0, 0]).await), (409, "stage".to_owned()));
            assert_eq!(hall.confirm(7, &told).await.json(), json!({ "confirmed": 8, "listed": 8 }));
            assert_eq!(
                hall.confirm(7, &told).await.json(),
                json!({ "confirmed": 8, "listed": 8 }),
                "again is the same"
            );
            let told = hall.office("/opening", json!({}), StatusCode::OK).await;
            let first = hall.cast(0, &told, &[0, 0]).await;
            assert_eq!(first.status, StatusCode::OK, "{}", first.text);
            assert_eq!(said(&hall.cast(0, &told, &[1, 1]).await), (409, "second".to_owned()));
            let mut stranger = Phone::new();
            std::mem::swap(&mut hall.phones[1], &mut stranger);
            assert_eq!(said(&hall.cast(1, &told, &[0, 0]).await), (400, "ballot".to_owned()));
            std::mem::swap(&mut hall.phones[1], &mut stranger);
            hall.cast(1, &told, &[0, 0]).await;
            let changed = hall.phones[1].ballot.replacen('1', "2", 1);
            assert_eq!(said(&hall.unnamed(&vote, "/ballots", Some(changed)).await), (400, "ballot".to_owned()));
            for (path, body, wanted) in [
                ("/ballots", "\u{0}", (400, "ballot")),
                ("/register", "{", (400, "unreadable")),
                ("/register", "{\"credential\":\"\\u0000\",\"token\":\"\"}", (409, "stage")),
            ] {
                let answer = said(&hall.unnamed(&vote, path, Some(body.to_owned())).await);
                assert_eq!((answer.0, answer.1.as_str()), wanted, "{path} {body}");
            }
            assert_eq!(said(&hall.unnamed("nobody", "", None).await), (404, "vote".to_owned()));
            for n in 2..8 {
                hall.cast(n, &told, &[0, 0]).await;
            }
            hall.office("/close", json!({}), StatusCode::OK).await;
            let part = hall.decryption(0, &vote).await.json;
            hall.office("/trustees/2/decryption", json!({ "decryption": part }), StatusCode::UNPROCESSABLE_ENTITY)
                .await;
            hall.office("/trustees/1/decryption", json!({ "decryption": "{}" }), StatusCode::UNPROCESSABLE_ENTITY)
                .await;
            hall.office("/trustees/1/decryption", json!({ "decryption": part }), StatusCode::OK).await;
            hall.office("/trustees/1/decryption", json!({ "decryption": part }), StatusCode::CONFLICT).await;
            sound(&site).await;
        });
    });
}

/// C8: no cookie, and the same headers for everybody.
#[test]
fn the_booth_knows_nobody() {
    roomy(|| {
        on_sqlite(async |site| {
            let mut hall = Hall::of(&site, 7, 7).await;
            hall.keys().await;
            let told = hall.roll().await;
            let vote = text(&told, "vote").to_owned();
            let mut seen = BTreeSet::new();
            for n in 0..7 {
                hall.collect(n, &told).await;
                let answer = hall.register(n, &vote).await;
                assert!(!answer.headers.contains_key("set-cookie"));
                seen.insert(format!("{:?} {}", answer.headers, answer.text));
            }
            assert_eq!(seen.len(), 1, "{seen:?}");
            let one = seen.first().unwrap();
            assert!(one.contains("access-control-allow-origin") && one.contains("no-store"), "{one}");
        });
    });
}
