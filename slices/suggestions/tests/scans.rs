//! A sheet written by hand is photographed, typed beside the picture, and handed in when the deputy has confirmed it; on both engines.

use crate::world::{site::visitor, *};
use axum::http::{Method, StatusCode};
use kit::testing::both;
use serde_json::json;

const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89";

#[test]
fn what_a_clerk_types_from_a_photograph_waits_for_the_deputy_with_the_photograph() {
    both(|site| async move {
        found(&site).await;
        let mut clerk = visitor(&site, &acting_for(1));
        assert!(clerk.get("/suggestions/new").await.text.contains("href=\"/suggestions/scans\""));
        clerk.get("/suggestions/scans").await;
        let kept = clerk.upload("/suggestions/scans", ("file", "手写稿.png", PICTURE)).await;
        assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text);
        let edit = clerk.get(kept.location()).await;
        assert!(edit.text.contains("<img src=\"/suggestions/") && edit.text.contains("手写稿.png"), "{}", edit.text);
        let at = kept.location().split("/edit").next().unwrap().to_owned();
        let typed = [
            ("title", "关于修缮村小学围墙的建议"),
            ("body", "围墙开裂。请修缮。"),
            ("source", "inspection"),
            ("publish", "1"),
            ("version", "2"),
        ];
        let early = clerk.post(&at, &[&typed[..], &[("then", "submit")]].concat()).await;
        assert!(early.text.contains("本人"), "handed in only when the deputy has confirmed: {}", early.text);
        let mut deputy = visitor(&site, &deputy(1));
        let seen = deputy.get(&at).await.text;
        assert!(seen.contains("关于修缮村小学围墙的建议") && seen.contains("手写稿.png"), "{seen}");
        assert_eq!(deputy.post(&format!("{at}/confirmation"), &[]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(deputy.post(&format!("{at}/submission"), &[]).await.status, StatusCode::SEE_OTHER);
        sound(&site).await;
    });
}

#[test]
fn without_a_file_or_with_another_kind_of_file_nothing_is_begun() {
    both(|site| async move {
        found(&site).await;
        let mut who = visitor(&site, &deputy(1));
        who.get("/suggestions/scans").await;
        for file in [("file", "", &b""[..]), ("file", "a.exe", &b"MZ"[..])] {
            let told = who.upload("/suggestions/scans", file).await;
            assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", told.text);
        }
        let own = suggestions::queries::own(&mut site.db(), person(1), None, 10).await.unwrap().items;
        assert!(own.is_empty());
        assert_eq!(visitor(&site, &clerk()).get("/suggestions/scans").await.status, StatusCode::FORBIDDEN);
    });
}

#[test]
fn a_program_begins_a_draft_with_a_photograph_once() {
    both(|site| async move {
        found(&site).await;
        let mut program = visitor(&site, &deputy(1));
        let path = "/api/suggestions/scans?file=%E6%89%8B%E5%86%99%E7%A8%BF.png";
        let key = [("idempotency-key", "scan-1")];
        let begun = program.send(Method::POST, path, &key, PICTURE.to_vec()).await;
        assert_eq!(begun.status, StatusCode::CREATED, "{}", begun.text);
        let again = program.send(Method::POST, path, &key, PICTURE.to_vec()).await;
        assert_eq!((again.status, &again.json()["id"]), (StatusCode::CREATED, &begun.json()["id"]));
        assert_eq!(again.json()["attachment"], begun.json()["attachment"]);
        let other = [PICTURE, b"x"].concat();
        let other = program.send(Method::POST, path, &key, other).await;
        assert!(other.status.is_client_error(), "another file under the same key: {}", other.text);
        let all = program.get(&format!("{}/attachments", begun.location())).await.json();
        assert_eq!((all.as_array().unwrap().len(), &all[0]["name"]), (1, &json!("手写稿.png")));
        let named = format!("{path}&congress={}", congress());
        assert_eq!(program.send(Method::POST, &named, &[], PICTURE.to_vec()).await.status, StatusCode::CREATED);
        for (wrong, why) in [
            ("/api/suggestions/scans", "a file without a name"),
            ("/api/suggestions/scans?file=a.exe", "another kind of file"),
            ("/api/suggestions/scans?file=a.png&congress=x", "no congress"),
        ] {
            let told = program.send(Method::POST, wrong, &[], PICTURE.to_vec()).await;
            assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{why}: {}", told.text);
        }
        let elsewhere = format!("{path}&congress={}", unit(1));
        let elsewhere = program.send(Method::POST, &elsewhere, &[], PICTURE.to_vec()).await;
        assert_eq!(elsewhere.status, StatusCode::FORBIDDEN, "{}", elsewhere.text);
        let own = suggestions::queries::own(&mut site.db(), person(1), None, 10).await.unwrap().items;
        assert_eq!(own.len(), 2);
        let clerk = visitor(&site, &clerk()).send(Method::POST, path, &[], PICTURE.to_vec()).await;
        assert_eq!(clerk.status, StatusCode::FORBIDDEN, "{}", clerk.text);
        sound(&site).await;
    });
}
