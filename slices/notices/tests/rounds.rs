//! What the morning's letters cost follows how many have something to read, not how many accounts there are: PostgreSQL counts the rows.

use std::path::Path;

use kernel::{AccountId, Id, Moment};
use kit::{
    Site,
    config::{Config, Mail},
    db::{Db, Place, Sql, Val},
    site::{Chance, Clock},
    testing::{on_postgres, start},
};
use notices::letters::digest;

fn id<N>(kind: u8, n: u64) -> Id<N> {
    let mut chance = [kind; 10];
    chance[2..].copy_from_slice(&n.to_be_bytes());
    Id::new(Moment::from_millis(1), chance)
}

/// A row: each column with its value.
type Row = Vec<(&'static str, Val)>;

async fn lay(db: &Db, table: &'static str, rows: Vec<Row>) {
    let Some(first) = rows.first() else { return };
    let columns: Vec<&'static str> = first.iter().map(|(column, _)| *column).collect();
    let mut tx = db.begin().await.unwrap();
    let values = rows.into_iter().map(|row| row.into_iter().map(|(_, value)| value).collect::<Vec<_>>());
    tx.bulk(table, &columns, values).await.unwrap();
    tx.commit().await.unwrap();
}

/// So many accounts with daily letters, each with three old notices nobody writes of any more; of them the readers have two new ones.
async fn laid(db: &Db, accounts: u64, readers: u64) {
    let account = |n: u64| id::<()>(1, n).into();
    let one = |column| (column, 1i64.into());
    let all = || 0..accounts;
    let rows = all().map(|n| {
        vec![("id", account(n)), ("name", "x".into()), ("sign_in", format!("u{n}").into()), one("made"), one("version")]
    });
    lay(db, "account", rows.collect()).await;
    let choice = |n: u64| {
        let email = format!("u{n}@example.cn").into();
        let own: Row =
            vec![("account", account(n)), ("rhythm", "daily".into()), ("email", email), ("language", "zh-CN".into())];
        own.into_iter().chain(["tries", "asked_n", "confirmed"].map(one)).collect()
    };
    lay(db, "notice_choice", all().map(choice).collect()).await;
    let notice = |n: u64, nth: u64, mail: Val| -> Row {
        let ids = [("id", id::<()>(5, n * 10 + nth)), ("account", id::<()>(1, n)), ("subject", id::<()>(1, n))];
        let texts = [("kind", "post-given"), ("given", "{}")].map(|(column, text)| (column, text.into()));
        let key = ("key", format!("fact.{nth}").into());
        ids.map(|(column, id)| (column, id.into()))
            .into_iter()
            .chain(texts)
            .chain([key, one("at"), ("mail", mail)])
            .collect()
    };
    let old = all().flat_map(|n| (0..3).map(move |nth| (n, nth)));
    lay(db, "notice", old.map(|(n, nth)| notice(n, nth, Val::Null)).collect()).await;
    let apart = accounts.checked_div(readers).unwrap_or(0);
    let new = (0..readers).flat_map(|reader| [3, 4].map(|nth| (reader * apart, nth)));
    lay(db, "notice", new.map(|(n, nth)| notice(n, nth, "daily".into())).collect()).await;
    let mut tx = db.begin().await.unwrap();
    tx.run("analyze").await.unwrap();
    tx.commit().await.unwrap();
}

/// Nobody but who asks has a connection any more, and so every count is told.
async fn alone(site: &Site) {
    let others =
        "select count(*) from pg_stat_activity where datname = current_database() and application_name = 'counted'";
    loop {
        let (left,): (i64,) = site.db().one(others).await.unwrap().unwrap();
        if left == 0 {
            return;
        }
        tokio::task::yield_now().await;
    }
}

/// Rows read, written and changed in all tables so far.
async fn touched(site: &Site) -> i64 {
    let sql = "select cast(sum(seq_tup_read + coalesce(idx_tup_fetch, 0) + n_tup_ins + n_tup_upd + n_tup_del) as bigint) \
               from pg_stat_user_tables where relname in ('account', 'notice', 'notice_choice', 'post', 'outbox', 'suggestion', \
               'bill', 'disclosure', 'key_suggestion')";
    site.db().one::<(i64,)>(sql).await.unwrap().unwrap().0
}

/// A site of its own over the same data, with mail; its connections can be told from others'.
fn beside(site: &Site, folder: &Path) -> Site {
    let data = &site.config().data;
    let data = format!("{data}{}application_name=counted", if data.contains('?') { '&' } else { '?' });
    let db = Db::open(&Place::parse(&data)).unwrap();
    let mail = Mail { server: format!("folder:{}", folder.display()), from: "a@example.cn".to_owned() };
    let config = Config { mail: Some(mail), public_url: "https://example.cn".to_owned(), ..site.config().clone() };
    Site::new(db, Clock::Standing(start().millis().into()), Chance::Seeded(1.into()), config).unwrap()
}

/// The rows that the morning's round touches, where so many of so many have something to read.
fn cost(accounts: u64, readers: u64) -> i64 {
    let counted = std::sync::atomic::AtomicI64::new(0);
    on_postgres(async |site| {
        let folder = tempfile::tempdir().unwrap();
        let morning = beside(&site, folder.path());
        laid(morning.db(), accounts, readers).await;
        drop(morning);
        alone(&site).await;
        let before = touched(&site).await;
        let morning = beside(&site, folder.path());
        digest(&morning).await.unwrap();
        drop(morning);
        alone(&site).await;
        let letters = Sql::new("select count(*) from outbox");
        assert_eq!(site.db().one::<(i64,)>(letters).await.unwrap().unwrap().0, i64::try_from(readers).unwrap());
        let left = Sql::new("select account from notice where mail is not null limit 1");
        assert!(site.db().one::<(AccountId,)>(left).await.unwrap().is_none());
        counted.store(touched(&site).await - before, std::sync::atomic::Ordering::SeqCst);
    });
    counted.into_inner()
}

#[test]
fn a_round_of_letters_touches_rows_of_those_with_something_to_read_and_of_nobody_else() {
    let (town, county, busy, quiet) = (cost(1_000, 10), cost(8_000, 10), cost(8_000, 40), cost(8_000, 0));
    eprintln!("rows touched: 10 of 1,000: {town}, 10 of 8,000: {county}, 40 of 8,000: {busy}, none of 8,000: {quiet}");
    assert!(
        town > 0 && county <= town + town / 4,
        "eight times the accounts, as many readers: {town} and {county} rows"
    );
    assert!((county * 3..=county * 5).contains(&busy), "four times the readers: {county} and {busy} rows");
    assert!(quiet <= 10, "nobody has anything to read: {quiet} rows");
}
