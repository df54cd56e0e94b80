//! Suggestions counted: what happens to one, and what the figures then say.

use kernel::Recorded;
use kit::{
    Site,
    db::{Sql, Tx},
    journal,
};
use supervision::{
    TALLY,
    queries::{
        counted::{CaseWords, CasesOf, counted},
        statistics::{Sums, of_congress},
    },
};
use supervision_rules::SuggestionId;

use super::*;

/// Something happened to a suggestion; what, is read off its rows.
pub async fn moved(site: &Site, of: SuggestionId) {
    let mut tx = site.db().begin().await.unwrap();
    let fact = suggestions_rules::Fact::Numbered { series: "s".to_owned(), n: 12 };
    let (at, subject) = (site.now(), of.uuid());
    let recorded = Recorded { at, by: None, acting_for: None, body: Some(congress()), subject, fact };
    journal::append(&mut tx, recorded).await.unwrap();
    tx.commit().await.unwrap();
    TALLY.catch_up(site).await.unwrap();
    let breaches = supervision::checks::followed(site.db()).await.unwrap();
    assert!(breaches.iter().all(|breach| breach.ensure != "supervision-ensure-tally"), "{breaches:?}");
}

pub async fn changed(site: &Site, of: SuggestionId, sql: Sql) {
    let mut tx = site.db().begin().await.unwrap();
    run(&mut tx, sql).await;
    tx.commit().await.unwrap();
    moved(site, of).await;
}

/// A reply of a part delivered to the lead deputy and to one who seconded, with the last day to judge it and what the lead said of its result.
pub struct Reply<'a> {
    pub of: SuggestionId,
    pub part: u8,
    pub round: i64,
    pub class: &'a str,
    pub judge_by: &'a str,
    pub said: Option<&'a str>,
}

impl Reply<'_> {
    /// Delivers it now.
    pub async fn deliver(&self, site: &Site) {
        let mut tx = site.db().begin().await.unwrap();
        let part = id::<()>(11, self.part).uuid();
        let sql = Sql::new(
            "insert into reply (opened, due, stage, delivered, assignment, round, suggestion, counted_as, judge_by) ",
        )
        .add("values (1, '2026-04-20', 'delivered', {}, {}, {}, {}, {}, {})")
        .bind(site.now())
        .bind(part)
        .bind(self.round);
        run(&mut tx, sql.bind(self.of).bind(self.class).bind(self.judge_by)).await;
        for signer in [1, 2] {
            let sql = Sql::new(
                "insert into delivery (ordinal, assignment, round, signer, suggestion) values ({}, {}, {}, {}, {})",
            );
            run(&mut tx, sql.bind(i64::from(signer)).bind(part).bind(self.round).bind(person(signer)).bind(self.of))
                .await;
        }
        if let Some(said) = self.said {
            says(&mut tx, self.part, self.round, said).await;
        }
        tx.commit().await.unwrap();
        moved(site, self.of).await;
    }
}

/// What the lead deputy says of a result; of the process always that it was fair enough.
pub async fn says(tx: &mut Tx, part: u8, round: i64, said: &str) {
    let sql = Sql::new(
        "insert into judgement (process, at, assignment, round, signer, result) values ('basically', 1, {}, {}, {}, {})",
    );
    run(tx, sql.bind(id::<()>(11, part).uuid()).bind(round).bind(person(1)).bind(said)).await;
}

pub async fn sums(site: &Site) -> Sums {
    of_congress(&mut site.db(), congress(), None, site.today()).await.unwrap()
}

/// The words of a dimension with how many.
pub async fn words(site: &Site, dimension: &str) -> Vec<(String, i64)> {
    sums(site).await.each(dimension).map(|(word, n)| (word.to_owned(), n)).collect()
}

pub fn once(word: &str) -> Vec<(String, i64)> {
    vec![(word.to_owned(), 1)]
}

/// How many cases stand behind a figure.
pub async fn behind(site: &Site, asked: CaseWords) -> i64 {
    let of = CasesOf::read(congress(), None, &asked, site.today()).unwrap();
    let page = counted(&mut site.db(), &of, None, 10).await.unwrap();
    assert_eq!(i64::try_from(page.items.len()).unwrap(), page.total);
    page.total
}
