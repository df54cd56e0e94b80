//! 办理协商: the units of a matter, the office and the transfer office write to each other, and nobody else reads it; on both engines.

use crate::world::{site::visitor, *};
use axum::http::{Method, StatusCode};
use kit::{Site, testing::both, web::api::Once};
use suggestions::{desk, queries};
use suggestions_rules::Fact;

const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89";

async fn left(site: &Site, actor: &accounts_rules::Actor, at: &str, words: &str) -> StatusCode {
    let mut visitor = visitor(site, actor);
    visitor.get(at).await;
    visitor.post(at, &[("words", words)]).await.status
}

#[test]
fn those_who_work_on_a_matter_read_each_others_notes_with_whom_to_ask() {
    both(|site| async move {
        found(&site).await;
        let (id, ..) = assigned(&site, "关于修缮渡口的建议").await;
        let card = "insert into unit_card (unit, contact, phone, version) values ({}, '赵科长', '0731-84010001', 1)";
        let mut tx = site.db().begin().await.unwrap();
        tx.run(kit::db::Sql::new(card).bind(unit(2))).await.unwrap();
        tx.commit().await.unwrap();
        let at = format!("/suggestions/{id}/room");
        for (actor, words) in [
            (unit_clerk(1), "请县水利局先核实水位。"),
            (unit_head(2), "已核实，附照片。"),
            (transfer(), "请按期办理。"),
            (clerk(), "代表希望现场看。"),
        ] {
            assert_eq!(left(&site, &actor, &at, words).await, StatusCode::SEE_OTHER, "{words}");
        }
        for actor in [unit_clerk(1), unit_head(2), transfer(), clerk()] {
            let page = visitor(&site, &actor).get(&at).await.text;
            assert!(page.contains("请县水利局先核实水位。") && page.contains("代表希望现场看。"), "{page}");
            assert!(page.contains("赵科长") && page.contains("0731-84010001"), "{page}");
            let whole = visitor(&site, &actor).get(&format!("/suggestions/{id}")).await.text;
            assert!(whole.contains(&format!("href=\"{at}\"")), "the page of the matter leads there");
        }
        assert_eq!(left(&site, &unit_clerk(1), &at, "").await, StatusCode::UNPROCESSABLE_ENTITY, "a note has words");
        let senders = "select sender from room_note order by at, id";
        let senders: Vec<(kernel::BodyId,)> = site.db().all(senders).await.unwrap();
        assert!(
            [unit(1), unit(2), government(), congress()].iter().all(|body| senders.contains(&(*body,))),
            "{senders:?}"
        );
        let told = visitor(&site, &unit_clerk(1)).get(&format!("/api{at}")).await.text;
        assert!(told.contains("已核实，附照片。") && told.contains("\"role\":\"lead\""), "{told}");
        sound(&site).await;
    });
}

#[test]
fn neither_deputies_nor_other_units_nor_the_public_read_or_write_there() {
    both(|site| async move {
        found(&site).await;
        let (id, ..) = assigned(&site, "关于修缮渡口的建议").await;
        let at = format!("/suggestions/{id}/room");
        let mut head = visitor(&site, &unit_head(1));
        head.get(&at).await;
        let once = site.new_id::<()>().to_string();
        let kept = head
            .json(
                Method::POST,
                &format!("/api{at}"),
                &[("idempotency-key", &once)],
                serde_json::json!({ "words": "内部意见" }),
            )
            .await;
        assert_eq!(kept.status, StatusCode::CREATED, "{}", kept.text);
        let again = head
            .json(
                Method::POST,
                &format!("/api{at}"),
                &[("idempotency-key", &once)],
                serde_json::json!({ "words": "内部意见" }),
            )
            .await;
        assert_eq!(again.text, kept.text, "it is left once");
        for (actor, status) in [
            (deputy(1), StatusCode::FORBIDDEN),
            (unit_head(4), StatusCode::NOT_FOUND),
            (stranger(), StatusCode::NOT_FOUND),
        ] {
            assert_eq!(visitor(&site, &actor).get(&format!("/api{at}")).await.status, status, "{}", actor.name);
            let tried = visitor(&site, &actor)
                .json(Method::POST, &format!("/api{at}"), &[], serde_json::json!({ "words": "甲" }))
                .await;
            assert_eq!(tried.status, status, "{}", actor.name);
        }
        let seen = queries::detail(&site, &deputy(1), id).await.unwrap();
        assert!(!seen.history.iter().any(|it| matches!(it.fact, Fact::RoomNoted { .. })), "no history tells of it");
        assert!(!seen.remarks.values().any(|remark| remark.words == "内部意见"));
        let own = queries::detail(&site, &clerk(), id).await.unwrap();
        assert!(own.history.iter().any(|it| matches!(it.fact, Fact::RoomNoted { .. })));
        assert_eq!(visitor(&site, &chief()).get(&at).await.text.matches("内部意见").count(), 1);
    });
}

#[test]
fn a_file_of_a_note_is_fetched_by_those_who_work_on_it_and_by_no_deputy() {
    both(|site| async move {
        found(&site).await;
        let (id, ..) = assigned(&site, "关于修缮渡口的建议").await;
        let at = format!("/suggestions/{id}/room");
        let mut head = visitor(&site, &unit_head(1));
        head.get(&at).await;
        let bare = head.upload(&at, ("file", "水位.png", PICTURE)).await;
        assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY, "a note has words");
        let blob = picture(&site).await;
        let once = Once::default();
        desk::room::note(&site, &unit_head(1), id, words("照片"), &[blob], &once).await.unwrap();
        let page = head.get(&at).await.text;
        let from = page.find(&format!("/suggestions/{id}/attachments/")).unwrap();
        let file = page[from..].split('"').next().unwrap().to_owned();
        assert_eq!(visitor(&site, &unit_clerk(2)).get(&file).await.status, StatusCode::OK);
        for actor in [deputy(1), deputy(2)] {
            assert_eq!(visitor(&site, &actor).get(&file).await.status, StatusCode::NOT_FOUND);
        }
        let shown = visitor(&site, &deputy(1)).get(&format!("/suggestions/{id}")).await.text;
        assert!(!shown.contains("水位.png"));
    });
}

async fn picture(site: &Site) -> kit::blobs::Blob {
    let piece = futures_util::stream::iter([Ok::<_, kit::Fault>(axum::body::Bytes::from_static(PICTURE))]);
    site.blobs().unwrap().put(site.new_id(), "水位.png", &kit::blobs::PAPERS, piece).await.unwrap().unwrap()
}
