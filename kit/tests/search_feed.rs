//! The index follows the journal, and is built anew when it does not fit.

use kernel::{AreaCode, Recorded, Verb};
use kit::{
    Fault, Site,
    db::{Db, Sql},
    journal,
    search::{Asked, Document, Feed, Search, Source, Watermark, Within},
    testing::both,
};
use serde::Serialize;
use uuid::Uuid;

#[derive(Serialize)]
struct Written {}

impl Verb for Written {
    fn verb(&self) -> &'static str {
        "setting.written"
    }
}

/// Writes a text, or takes it away, and the fact of it.
async fn write(site: &Site, id: Uuid, text: Option<&str>) {
    let mut tx = site.db().begin().await.unwrap();
    tx.run(Sql::new("delete from setting where key = {}").bind(id.to_string())).await.unwrap();
    if let Some(text) = text {
        let sql = Sql::new("insert into setting (key, value, version) values ({}, {}, 1)");
        tx.run(sql.bind(id.to_string()).bind(text)).await.unwrap();
    }
    let recorded = Recorded { at: site.now(), by: None, acting_for: None, body: None, subject: id, fact: Written {} };
    journal::append(&mut tx, recorded).await.unwrap();
    tx.commit().await.unwrap();
}

fn documents(rows: Vec<(String, String)>) -> Result<Vec<Document>, Fault> {
    let document = |(key, title): (String, String)| Document {
        id: key.parse().unwrap(),
        kind: "setting",
        area: AreaCode::parse("43").unwrap(),
        readers: Vec::new(),
        labels: vec![],
        day: kit::testing::start().day(),
        title,
        body: String::new(),
    };
    Ok(rows.into_iter().map(document).collect())
}

async fn load(db: &Db, ids: Vec<Uuid>) -> Result<Vec<Document>, Fault> {
    let keys = ids.iter().map(Uuid::to_string);
    documents(db.all(Sql::new("select key, value from setting where key in ").list(keys)).await?)
}

async fn pages(db: &Db, after: Option<Uuid>, limit: i64) -> Result<Vec<Document>, Fault> {
    let after = after.map_or(String::new(), |id| id.to_string());
    let sql = Sql::new("select key, value from setting where key > {} order by key limit {}").bind(after);
    documents(db.all(sql.bind(limit)).await?)
}

const SOURCES: &[Source] = &[Source {
    concerns: |fact| fact.verb.starts_with("setting.").then_some(fact.subject),
    load: |db, ids| Box::pin(load(db, ids)),
    pages: |db, after, limit| Box::pin(pages(db, after, limit)),
}];

fn count(search: &Search, text: &str) -> u64 {
    let asked = Asked { text, kind: None, labels: &[], within: &[Within::Everything], after: None, limit: 0 };
    search.find(&asked).unwrap().total
}

#[test]
fn what_is_written_is_found_and_what_is_taken_away_is_not() {
    both(async |site| {
        let (one, two) = (Uuid::from_u128(1), Uuid::from_u128(2));
        write(&site, one, Some("修路灯")).await;
        let search = site.search().unwrap().clone();
        let mut feed = Feed::new(search.clone(), SOURCES);
        assert_eq!(feed.catch_up(site.db()).await.unwrap(), 1, "an empty index is built from the tables");
        assert_eq!(count(&search, "路灯"), 1);
        write(&site, one, Some("清水渠")).await;
        write(&site, two, Some("清垃圾")).await;
        assert_eq!(feed.catch_up(site.db()).await.unwrap(), 2);
        assert_eq!((count(&search, "路灯"), count(&search, "清")), (0, 2));
        write(&site, two, None).await;
        feed.catch_up(site.db()).await.unwrap();
        assert_eq!(count(&search, "清"), 1);
        assert_eq!(search.watermark().unwrap().seq, 4);
        assert_eq!(feed.catch_up(site.db()).await.unwrap(), 0);
    });
}

#[test]
fn an_index_that_does_not_fit_the_journal_is_built_anew() {
    both(async |site| {
        write(&site, Uuid::from_u128(1), Some("修路灯")).await;
        let search = site.search().unwrap().clone();
        // As after a restore: the index knows a text and a place in the journal that are not this database's.
        let foreign = documents(vec![(Uuid::from_u128(9).to_string(), "别处的路灯".to_owned())]).unwrap();
        search.put(&foreign, &[]).unwrap();
        search.commit(Some(&Watermark { seq: 1, hash: "of another database".to_owned() })).unwrap();
        assert_eq!(count(&search, "别处"), 1);
        Feed::new(search.clone(), SOURCES).catch_up(site.db()).await.unwrap();
        assert_eq!((count(&search, "别处"), count(&search, "路灯")), (0, 1));
        let again = Feed::new(search.clone(), SOURCES).catch_up(site.db()).await.unwrap();
        assert_eq!(again, 0, "an index that fits is not built anew");
    });
}
