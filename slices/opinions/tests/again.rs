//! What is erased with name and telephone, whom the office is to ask again, and that nothing is given twice in the same way.

use crate::world::{site::visitor, *};
use accounts_rules::Actor;
use axum::http::StatusCode;
use kit::{Site, db::Sql, testing::both};
use opinions::desk::{
    contact::forget_old,
    handle::{AnswerWanted, answer},
    judge::{forget, judge, survey},
    receive::Received,
};
use opinions_rules::{Score, Treatment};

async fn closed(site: &Site) -> Received {
    let it = said_here(site).await;
    let wanted = AnswerWanted { words: text("已修好。"), for_deputy: false };
    answer(site, &county_deputy(), it.id, version(site, it.id).await, &wanted).await.unwrap();
    judge(site, &it.tracking.shown(), Score::Satisfied, None).await.unwrap();
    it
}

#[test]
fn a_recording_is_erased_with_the_contact_and_a_photograph_is_not() {
    both(async |site| {
        found(&site).await;
        let (over, told) = (closed(&site).await, said_here(&site).await);
        let mut n = 0u8;
        for id in [over.id, told.id] {
            for (media, voice) in [("audio/amr", 1i64), ("image/png", 0)] {
                n += 1;
                let file: kit::blobs::BlobId = id_of_file(n);
                let mut tx = site.db().begin().await.unwrap();
                let sql =
                    Sql::new("insert into blob (id, sha256, size, media, name, made) values ({}, 'x', 1, {}, 'x', 1)");
                tx.run(sql.bind(file).bind(media)).await.unwrap();
                let sql = Sql::new("insert into opinion_file (opinion, blob, n, voice) values ({}, {}, {}, {})");
                tx.run(sql.bind(id).bind(file).bind(i64::from(n)).bind(voice)).await.unwrap();
                tx.commit().await.unwrap();
            }
        }
        let left = async || {
            let sql = "select media from blob order by media, id";
            site.db()
                .all::<(String,)>(Sql::new(sql))
                .await
                .unwrap()
                .into_iter()
                .map(|(media,)| media)
                .collect::<Vec<_>>()
        };
        on(&site, "2026-12-08");
        forget_old(&site).await.unwrap();
        assert_eq!(left().await, ["audio/amr", "image/png", "image/png"], "that of the matter that is not over stays");
        forget(&site, &told.tracking.shown()).await.unwrap();
        assert_eq!(left().await, ["image/png", "image/png"], "whoever said it takes it back at any time");
        sound(&site).await;
    });
}

fn id_of_file(n: u8) -> kit::blobs::BlobId {
    id(77, n)
}

#[test]
fn an_office_finds_whom_it_is_to_ask_again() {
    both(async |site| {
        found(&site).await;
        let over = closed(&site).await;
        said_here(&site).await;
        let found = async |who: &Actor, query: &str| {
            let told = visitor(&site, who).get(&format!("/api/opinions?{query}")).await;
            (told.status, told.json()["total"].as_i64())
        };
        let (ok, wrong) = (StatusCode::OK, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(found(&county_clerk(), "late=survey").await, (ok, Some(0)), "it is over only now");
        on(&site, "2026-12-08");
        assert_eq!(found(&county_clerk(), "late=survey").await, (ok, Some(1)));
        assert_eq!(
            found(&county_clerk(), "late=survey&q=%E6%B2%A1%E6%9C%89%E8%BF%99%E4%B8%AA%E8%AF%8D").await,
            (ok, Some(0))
        );
        assert_eq!(found(&county_deputy(), "late=survey").await.0, wrong);
        survey(&site, &over.tracking.shown(), Score::Basically, None).await.unwrap();
        assert_eq!(found(&county_clerk(), "late=survey").await, (ok, Some(0)));
        let page = visitor(&site, &county_clerk()).get("/opinions").await.text;
        assert!(page.contains("应回访"), "{page}");
    });
}

#[test]
fn to_give_it_to_the_same_body_again_is_refused() {
    both(async |site| {
        found(&site).await;
        let id = said_here(&site).await.id;
        given(&site, &county_chief(), id, Treatment::Urge).await.unwrap();
        let again = given(&site, &county_chief(), id, Treatment::Urge).await.map_err(why).unwrap_err();
        assert_eq!(again, "opinions-refused-same-unit");
        given(&site, &county_chief(), id, Treatment::Remind).await.unwrap();
    });
}
