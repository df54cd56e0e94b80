//! Photographs of receptions and activities.

use crate::world::{site::visitor, *};
use accounts_rules::Actor;
use axum::http::{Method, StatusCode};
use kernel::PersonId;
use kit::{Site, testing::both, web::api::Once};
use stations::desk::event::{forget_old, record, strike};
use stations_rules::{EventId, StationId};

const PHOTO: &[u8] = include_bytes!("../../../kit/tests/pictures/photo.jpg");

async fn received(site: &Site) -> (StationId, EventId) {
    found(site).await;
    let id = open_station(site, "一站").await;
    let who: [PersonId; 1] = [person(1)];
    home(site, id, &who).await.unwrap();
    (id, record(site, &keeper(id), id, reception(&who), &Once::default()).await.unwrap())
}

#[test]
fn photographs_come_in_bare_and_go_out_to_those_who_keep_the_ledgers_alone() {
    both(async |site| {
        let (id, event) = received(&site).await;
        let at = format!("/stations/events/{event}");
        let mut own = visitor(&site, &keeper(id));
        assert!(own.get(&at).await.text.contains("还没有照片"));
        let sent = own.upload(&format!("{at}/photos"), ("photos", "接待.jpg", PHOTO)).await;
        assert_eq!(sent.location(), at, "{}", sent.text);
        for (name, bytes) in
            [("接待.jpg", &b"<html>"[..]), ("接待.jpg", &PHOTO[..PHOTO.len() / 2]), ("接待.exe", PHOTO)]
        {
            let refused = own.upload(&format!("{at}/photos"), ("photos", name, bytes)).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}: {}", refused.text);
        }
        let told = own.get(&format!("/api/station-events/{event}")).await.json();
        assert_eq!(told["photos"].as_array().unwrap().len(), 1, "{told}");
        let file = format!("{at}/photos/{}", told["photos"][0]["id"].as_str().unwrap());
        assert!(told["photos"][0]["size"].as_u64().unwrap() <= PHOTO.len() as u64, "bare");
        assert!(own.get(&at).await.text.contains(&file));
        for (who, status) in [
            (keeper(id), StatusCode::OK),
            (county_clerk(), StatusCode::OK),
            (town_deputy(), StatusCode::NOT_FOUND),
            (stranger(), StatusCode::NOT_FOUND),
        ] {
            assert_eq!(visitor(&site, &who).get(&file).await.status, status, "{}", who.name);
            assert_eq!(
                visitor(&site, &who)
                    .get(&format!("/api{}", file.replace("stations/events", "station-events")))
                    .await
                    .status,
                status
            );
        }
        assert_ne!(visitor(&site, &Actor::nobody()).get(&file).await.status, StatusCode::OK);
        sound(&site).await;
        own.get(&at).await;
        assert_eq!(own.post(&format!("{file}/removal"), &[]).await.location(), at);
        assert_eq!(own.get(&file).await.status, StatusCode::NOT_FOUND);
        assert_eq!(count(&site, "select count(*) from blob").await, 0, "its bytes are swept away");
        sound(&site).await;
    });
}

#[test]
fn there_are_nine_at_most_once_each_none_of_what_was_struck_out_and_those_of_receptions_are_forgotten() {
    both(async |site| {
        let (id, event) = received(&site).await;
        let mut own = visitor(&site, &keeper(id));
        let path = format!("/api/station-events/{event}/photos?file=a.jpg");
        for n in 0..9 {
            let key = format!("k{n}");
            for _ in 0..2 {
                let sent = own.send(Method::POST, &path, &[("idempotency-key", &key)], PHOTO.to_vec()).await;
                assert_eq!(sent.status, StatusCode::CREATED, "{}", sent.text);
            }
        }
        let tenth = own.send(Method::POST, &path, &[], PHOTO.to_vec()).await;
        assert_eq!(tenth.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", tenth.text);
        let other = visitor(&site, &town_chief()).send(Method::POST, &path, &[], PHOTO.to_vec()).await;
        assert_eq!(other.status, StatusCode::NOT_FOUND, "{}", other.text);
        assert_eq!(count(&site, "select count(*) from station_photo").await, 9);
        sound(&site).await;
        strike(&site, &keeper(id), event, &text("重复登记")).await.unwrap();
        let after = own.send(Method::POST, &path, &[], PHOTO.to_vec()).await;
        assert_eq!(after.status, StatusCode::CONFLICT, "{}", after.text);
        on(&site, "2026-12-08");
        forget_old(&site).await.unwrap();
        assert_eq!(count(&site, "select count(*) from station_photo").await, 0);
        assert_eq!(count(&site, "select count(*) from blob").await, 0);
    });
}
