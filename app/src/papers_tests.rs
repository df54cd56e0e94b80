//! Documents with the whole site around them: every document of a demonstration town as PDF, and every name of a county.

use axum::http::{StatusCode, header};
use kit::{
    Site,
    paper::{Block, Layout, Paper},
    testing::{Visitor, on_sqlite, start},
};
use std::{collections::BTreeSet, sync::Arc};

use crate::{demo, routes};

async fn town(site: &Site) -> demo::Accounts {
    site.set_press(Arc::new(press::Typesetter::new(None)));
    let wanted =
        demo::Wanted { size: demo::Size::Town, suggestions: None, gathered: false, seed: Some(3), now: start() };
    demo::fill(site, wanted, |_| {}).await.unwrap()
}

fn visitor(site: &Site, accounts: &demo::Accounts, who: &str) -> Visitor {
    let account = accounts.accounts.iter().find(|account| account.sign_in == who).unwrap();
    Visitor::with_token(routes::all(site), &account.token)
}

/// The documents offered for a suggestion: kind and name.
async fn offered(office: &mut Visitor, id: &str) -> Vec<(String, String)> {
    let list = office.get(&format!("/api/suggestions/{id}/papers")).await.json();
    let text = |line: &serde_json::Value, field: &str| line[field].as_str().unwrap().to_owned();
    list.as_array().unwrap().iter().map(|line| (text(line, "kind"), text(line, "name"))).collect()
}

#[test]
fn every_kind_of_document_of_a_demonstration_is_printed_and_bound() {
    on_sqlite(async |site| {
        let accounts = town(&site).await;
        let mut office = visitor(&site, &accounts, "clerk");
        let ids: Vec<(String,)> = {
            let found: Vec<(uuid::Uuid,)> = site
                .db()
                .all("select id from v_suggestion where stage <> 'draft' and stage <> 'cosigning'")
                .await
                .unwrap();
            found.into_iter().map(|(id,)| (id.to_string(),)).collect()
        };
        let mut printed = BTreeSet::new();
        for (id,) in ids {
            for (kind, name) in offered(&mut office, &id).await {
                if !printed.insert(kind) {
                    continue;
                }
                let answer = office.get(&format!("/suggestions/{id}/papers/{name}.pdf")).await;
                assert_eq!(answer.status, StatusCode::OK, "{name}: {}", answer.text);
                assert!(answer.text.starts_with("%PDF") && answer.headers[header::CONTENT_TYPE] == "application/pdf");
                if name.starts_with("judgement") {
                    let whole = office.get(&format!("/suggestions/{id}/papers/archive.pdf")).await;
                    assert!(whole.text.starts_with("%PDF") && whole.text.len() > answer.text.len(), "the whole file");
                }
            }
        }
        let all = [
            "asked",
            "contact",
            "extension",
            "judgement",
            "letter",
            "notice",
            "objection",
            "opinion",
            "receipt",
            "redo",
            "second",
            "sheet",
        ];
        assert_eq!(printed.iter().map(String::as_str).collect::<Vec<_>>(), all, "the demonstration has each kind");
    });
}

#[test]
fn what_is_about_more_than_one_suggestion_is_printed_and_written() {
    on_sqlite(async |site| {
        let accounts = town(&site).await;
        let mut office = visitor(&site, &accounts, "chief");
        let one = async |sql: &'static str| site.db().all::<(uuid::Uuid,)>(sql).await.unwrap()[0].0;
        let bill = one("select id from v_bill where stage = 'closed' limit 1").await;
        let session = one("select session from v_bill where stage = 'closed' limit 1").await;
        let congress = one("select congress from v_bill where stage = 'closed' limit 1").await;
        let unit = one("select unit from v_assignment where work <> 'passed-on' and role = 'lead' limit 1").await;
        let letters = office.get(&format!("/api/urging-letters?congress={congress}")).await.text;
        let letters: serde_json::Value = serde_json::from_str(&letters).unwrap();
        let letter = letters["items"][0]["id"].as_str().unwrap();
        let keys = office.get(&format!("/api/key-suggestions?congress={congress}")).await.text;
        let keys: serde_json::Value = serde_json::from_str(&keys).unwrap();
        let key = keys[0]["id"].as_str().unwrap();
        let evaluation = one("select id from v_evaluation limit 1").await;
        let inquiry = one("select inquiry from v_inquiry_unit limit 1").await;
        for place in [
            format!("/supervision/keys/{key}/papers/plan.END"),
            format!("/supervision/keys/{key}/papers/report.END"),
            format!("/bills/{bill}/papers/sheet.END"),
            format!("/bills/report/papers/report.END?session={session}"),
            format!("/suggestions/tasks/papers/notice.END?unit={unit}&congress={congress}"),
            format!("/suggestions/promises/papers/ledger.END?body={congress}"),
            format!("/supervision/letters/{letter}/papers/letter.END"),
            format!("/supervision/statistics/report/papers/report.END?congress={congress}"),
            format!("/supervision/statistics/report/papers/report.END?congress={congress}&below=1"),
            format!("/supervision/evaluations/{evaluation}/papers/ballot.END"),
            format!("/supervision/evaluations/{evaluation}/papers/sheet.END"),
            format!("/supervision/evaluations/{evaluation}/papers/totals.END"),
            format!("/supervision/inquiries/{inquiry}/papers/questions.END"),
            format!("/supervision/inquiries/{inquiry}/papers/items.END"),
        ] {
            let pdf = office.get(&place.replace("END", "pdf")).await;
            assert_eq!(pdf.status, StatusCode::OK, "{place}: {}", pdf.text);
            assert!(pdf.text.starts_with("%PDF") && pdf.headers[header::CONTENT_TYPE] == "application/pdf", "{place}");
            let word = office.get(&place.replace("END", "docx")).await;
            assert!(word.text.starts_with("PK"), "{place}: {}", word.text);
        }
    });
}

#[test]
fn every_name_of_a_demonstration_is_drawn() {
    // Names that Fandol lacks, and twelve thousand that are made up.
    let mut used = BTreeSet::new();
    let mut names = vec!["镕喆堃昇璟珺骉喆".to_owned()];
    for index in 0..12_000 {
        let gender = if index % 3 == 0 { ::demo::Gender::Female } else { ::demo::Gender::Male };
        let name = ::demo::full_name(&mut ::demo::Chance::of(7, "name", index), gender, 24 + (index % 45) as u32);
        if name.chars().any(|c| used.insert(c)) {
            names.push(name);
        }
    }
    let text = names.join("、");
    let all = [("一、", 1), ("（一）", 2), ("", 0)].map(|(head, level)| Block::Point {
        level,
        head: format!("{head}{text}"),
        text: text.clone(),
    });
    let paper = Paper { office: text.clone(), blocks: all.to_vec(), ..Paper::new(Layout::Form, &text) };
    let (_, undrawn) = press::Typesetter::new(None).set(None, Some(&paper)).expect("it prints");
    assert_eq!(undrawn, "", "install fonts-noto-cjk");
}
