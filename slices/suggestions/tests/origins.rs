//! From what constituents said a suggestion was made: who works on it learns the number, and who may see the opinion is led to it.

use crate::world::{site::visitor, *};
use kernel::{BodyId, PersonId};
use kit::{Site, db::Sql, testing::both};
use serde_json::json;
use suggestions_rules::SuggestionId;
use uuid::Uuid;

fn opinion() -> Uuid {
    id::<()>(50, 1).uuid()
}

async fn raised(site: &Site, suggestion: SuggestionId, (congress, deputy): (BodyId, PersonId)) {
    let mut tx = site.db().begin().await.unwrap();
    let sql = Sql::new("insert into opinion (id, congress, holder, year, n, deputy, area, place, topic, way, body, to_deputy, to_unit,")
        .add(" stage, at, round, received, tracking, version) values ({}, {}, {}, 2026, 12, {}, '430121', '', 'roads', 'page',")
        .add(" '桥要塌了', 0, 0, 'received', 1, 0, 1, 'hash', 1)");
    tx.run(sql.bind(opinion()).bind(congress).bind(congress).bind(deputy)).await.unwrap();
    let sql = Sql::new("insert into opinion_raised (opinion, suggestion, at) values ({}, {}, 1)");
    tx.run(sql.bind(opinion()).bind(suggestion)).await.unwrap();
    tx.commit().await.unwrap();
}

#[test]
fn the_number_of_the_opinion_is_told_to_who_works_on_it_and_its_words_to_nobody() {
    both(|site| async move {
        found(&site).await;
        let (id, ..) = assigned(&site, "关于修缮便桥的建议").await;
        raised(&site, id, (congress(), person(1))).await;
        let (page, link) = (format!("/suggestions/{id}"), format!("href=\"/opinions/{}\"", opinion()));
        for (reader, linked) in [(clerk(), true), (deputy(1), true), (unit_clerk(1), false), (unit_head(2), false)] {
            let text = visitor(&site, &reader).get(&page).await.text;
            assert!(text.contains("群众意见〔2026〕12号") && !text.contains("桥要塌了"), "{}: {text}", reader.name);
            assert_eq!(text.contains(&link), linked, "{}", reader.name);
        }
        let told = visitor(&site, &unit_clerk(1)).get(&format!("/api{page}")).await.json();
        assert_eq!(told["origins"]["opinions"], json!([{ "id": opinion(), "year": 2026, "n": 12 }]));
        let colleague = visitor(&site, &deputy(4)).get(&page).await.text;
        assert!(!colleague.contains("群众意见〔2026〕12号"), "who has no part in it is told nothing of it");
    });
}
