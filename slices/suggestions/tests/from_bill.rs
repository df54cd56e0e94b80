//! A bill that the presidium treats as a suggestion: made once, with every signer, on both engines.

use crate::world::{site::visitor, *};
use bills_rules::{BillId, Disposal, Fact};
use kernel::Recorded;
use kit::{Site, db::Sql, journal, testing::both};
use suggestions::{FROM_BILLS, queries};
use suggestions_rules::{Source, SuggestionId};

fn bill() -> BillId {
    id(40, 1)
}

fn suggestion() -> SuggestionId {
    id(41, 1)
}

/// A bill of deputy 1 that deputies 2 and 3 have signed and deputy 4 has not.
async fn a_bill(site: &Site) {
    let mut tx = site.db().begin().await.unwrap();
    let sql = Sql::new("insert into bill (not_public_because, stage, begun, version, publish, id, congress, session, lead, title, grounds, proposal)")
        .add(" values ('', 'closed', 1, 1, 1, {}, {}, {}, {}, '关于水源地保护的议案', '水质下降。', '划定保护范围。')");
    tx.run(sql.bind(bill()).bind(congress()).bind(session()).bind(person(1))).await.unwrap();
    for (n, answer, answered) in [(2, "confirmed", Some(5)), (3, "confirmed", Some(6)), (4, "asked", None::<i64>)] {
        let sql = Sql::new(
            "insert into bill_signer (invited, bill, person, ordinal, answer, answered) values (4, {}, {}, {}, {}, {})",
        );
        tx.run(sql.bind(bill()).bind(person(n)).bind(i64::from(n)).bind(answer).bind(answered)).await.unwrap();
    }
    for (n, removed) in [(1u8, None), (2, Some(9i64))] {
        let file: uuid::Uuid = id::<()>(42, n).uuid();
        let sql = Sql::new(
            "insert into blob (sha256, size, media, name, made, id) values ('00', 1, 'application/pdf', '草案.pdf', 1, {})",
        );
        tx.run(sql.bind(file)).await.unwrap();
        let sql = Sql::new("insert into bill_file (kind, added, blob, bill, removed) values ('draft', 7, {}, {}, {})");
        tx.run(sql.bind(file).bind(bill()).bind(removed)).await.unwrap();
    }
    tx.commit().await.unwrap();
}

async fn decide(site: &Site, decision: Disposal, suggestion: Option<SuggestionId>) {
    let fact = Fact::Decided { decision, reason: None, suggestion, report_by: None };
    let mut tx = site.db().begin().await.unwrap();
    let (by, body) = (Some(account(51)), Some(congress()));
    let recorded = Recorded { at: site.now(), by, acting_for: None, body, subject: bill().uuid(), fact };
    journal::append(&mut tx, recorded).await.unwrap();
    tx.commit().await.unwrap();
}

#[test]
fn it_stands_in_the_offices_list_with_all_signers_however_often_the_follower_looks() {
    both(async |site| {
        on(&site, "2026-03-10");
        found(&site).await;
        a_bill(&site).await;
        decide(&site, Disposal::Suggestion, Some(suggestion())).await;
        FROM_BILLS.catch_up(&site).await.unwrap();
        FROM_BILLS.catch_up(&site).await.unwrap();
        let detail = queries::detail(&site, &clerk(), suggestion()).await.unwrap();
        let made = &detail.suggestion;
        assert_eq!((made.stage.word(), made.sheet.source), ("submitted", Some(Source::Bill)));
        assert_eq!(made.signers(), [person(1), person(2), person(3)]);
        assert_eq!(made.sheet.body, "案据：\n水质下降。\n\n方案：\n划定保护范围。");
        assert_eq!(detail.attachments.len(), 1, "the draft text comes along, what was taken away does not");
        assert!(detail.attachments[0].assignment.is_none() && detail.attachments[0].name == "草案.pdf");
        let list = queries::list(&mut site.db(), &queries::Filter::of(congress()), None, 10).await.unwrap();
        assert_eq!((list.total, list.items[0].id), (1, suggestion()));
        assert_eq!(detail.history.len(), 1, "one fact, once");
        let mut tx = site.db().begin().await.unwrap();
        tx.run(Sql::new("update bill set suggestion = {}").bind(suggestion())).await.unwrap();
        tx.commit().await.unwrap();
        let (page, link) = (format!("/suggestions/{}", suggestion()), format!("href=\"/bills/{}\"", bill()));
        for reader in [clerk(), deputy(1), deputy(2)] {
            let text = visitor(&site, &reader).get(&page).await.text;
            assert!(text.contains("由代表议案转为建议办理") && text.contains(&link), "{}: {text}", reader.name);
        }
        let told = visitor(&site, &clerk()).get(&format!("/api{page}")).await.json();
        assert_eq!(told["origins"]["bill"]["id"], serde_json::json!(bill().uuid()));
        sound(&site).await;
    });
}

#[test]
fn another_decision_makes_no_suggestion() {
    both(async |site| {
        on(&site, "2026-03-10");
        found(&site).await;
        a_bill(&site).await;
        decide(&site, Disposal::Agenda, None).await;
        FROM_BILLS.catch_up(&site).await.unwrap();
        assert!(queries::detail(&site, &clerk(), suggestion()).await.is_err());
    });
}
