//! The journal: every fact, once, in one chain that anyone can check.
//!
//! The canonical form of a fact is one line of JSON with the keys in alphabetical order and no blanks:
//! `{"acting_for":…,"at":…,"body":…,"by":…,"fact":{…},"prev":"…","seq":…,"subject":"…","verb":"…"}`.
//! Its hash is `algorithm:hex` over exactly those bytes; `prev` is the hash of the line before, `none` for the first.

mod canon;
mod checkpoint;
mod verify;

use kernel::{AccountId, BodyId, Moment, PersonId, Recorded, Verb};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use canon::Algorithm;
pub use checkpoint::{Checkpoint, CheckpointError, SigningKey};
pub use verify::{Broken, Verified, hash_at, verify};

use crate::{
    Fault,
    db::{Ask, Db, Sql, Tx, Val},
};

/// A fact as it stands in the journal and in an export, one per line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The place in the chain, from 1, without gaps.
    pub seq: i64,
    /// When.
    pub at: Moment,
    /// Whose account did it.
    pub by: Option<AccountId>,
    /// For whom it was done.
    pub acting_for: Option<PersonId>,
    /// The body whose matter it is.
    pub body: Option<BodyId>,
    /// The thing it happened to.
    pub subject: Uuid,
    /// What happened, in the past tense: `suggestion.filed`.
    pub verb: String,
    /// The rest of the fact.
    pub fact: serde_json::Value,
    /// The hash of the entry before.
    pub prev: String,
    /// The hash of this entry.
    pub hash: String,
}

/// Appends one fact in the transaction that makes the change.
///
/// # Errors
/// When the database refuses; the transaction must then be dropped.
pub async fn append<F: Serialize + Verb>(tx: &mut Tx, recorded: Recorded<F>) -> Result<i64, Fault> {
    append_all(tx, [recorded]).await
}

/// Appends many facts at once, in the order given; answers with the last place in the chain.
///
/// # Errors
/// As [`append`].
pub async fn append_all<F: Serialize + Verb>(
    tx: &mut Tx,
    facts: impl IntoIterator<Item = Recorded<F>>,
) -> Result<i64, Fault> {
    let head = tx.one::<(i64, String)>("update journal_head set seq = seq where one = 1 returning seq, hash").await?;
    let (mut seq, mut prev) = head.ok_or_else(|| Fault::new("table `journal_head` has lost its row"))?;
    let algorithm = Algorithm::current();
    let mut rows = Vec::new();
    for recorded in facts {
        seq += 1;
        let (row, hash) = chain(algorithm, seq, &prev, &recorded)?;
        prev = hash;
        rows.push(row);
    }
    match rows.len() {
        0 => return Ok(seq),
        1 => {
            for row in rows {
                tx.run(one_row(row)).await?;
            }
        }
        _ => {
            tx.bulk("journal", COLUMNS, rows).await?;
        }
    }
    tx.run(Sql::new("update journal_head set seq = {}, hash = {} where one = 1").bind(seq).bind(prev)).await?;
    Ok(seq)
}

const COLUMNS: &[&str] = &["seq", "at", "by", "acting_for", "body", "subject", "verb", "fact", "prev", "hash"];

fn one_row(row: Vec<Val>) -> Sql {
    Sql::new("insert into journal (seq, at, by, acting_for, body, subject, verb, fact, prev, hash) values ").list(row)
}

/// The row of a fact and its hash.
fn chain<F: Serialize + Verb>(
    algorithm: Algorithm,
    seq: i64,
    prev: &str,
    of: &Recorded<F>,
) -> Result<(Vec<Val>, String), Fault> {
    let fact = canon::text(&of.fact)?;
    let hash = algorithm.hash(&canon::joined(seq, prev, of, &fact)?);
    let row = vec![
        seq.into(),
        of.at.into(),
        of.by.into(),
        of.acting_for.into(),
        of.body.into(),
        of.subject.into(),
        of.fact.verb().into(),
        fact.into(),
        prev.into(),
        hash.as_str().into(),
    ];
    Ok((row, hash))
}

type Columns = (i64, Moment, Option<AccountId>, Option<PersonId>, Option<BodyId>, Uuid, String, String, String, String);

fn entry(columns: Columns) -> Result<Entry, Fault> {
    let (seq, at, by, acting_for, body, subject, verb, fact, prev, hash) = columns;
    Ok(Entry { seq, at, by, acting_for, body, subject, verb, fact: serde_json::from_str(&fact)?, prev, hash })
}

/// The facts after a place in the chain, oldest first, at most `limit`.
///
/// # Errors
/// When the database refuses or a row cannot be read.
pub async fn after(db: &Db, seq: i64, limit: i64) -> Result<Vec<Entry>, Fault> {
    let sql =
        Sql::new("select seq, at, by, acting_for, body, subject, verb, fact, prev, hash from journal where seq > {}")
            .bind(seq)
            .add(" order by seq limit {}")
            .bind(limit);
    db.all::<Columns>(sql).await?.into_iter().map(entry).collect()
}

/// Everything that happened to one thing, oldest first.
///
/// # Errors
/// As [`after`].
pub async fn of_subject(ask: &mut impl Ask, subject: Uuid) -> Result<Vec<Entry>, Fault> {
    let sql = Sql::new("select seq, at, by, acting_for, body, subject, verb, fact, prev, hash from journal where subject = {} order by seq")
        .bind(subject);
    ask.all::<Columns>(sql).await?.into_iter().map(entry).collect()
}

/// One fact of a thing, read as what its noun calls a fact; for whoever tells its story and asks nothing of the chain.
#[derive(Clone, Debug)]
pub struct Told<F> {
    /// When.
    pub at: Moment,
    /// Whose account did it.
    pub by: Option<AccountId>,
    /// For whom it was done.
    pub acting_for: Option<PersonId>,
    /// What happened, in the past tense.
    pub verb: String,
    /// The rest of the fact.
    pub fact: F,
}

/// Everything that happened to one thing, oldest first, each fact read at once.
///
/// # Errors
/// When the database refuses or a fact is none of this noun.
pub async fn told_of<F: serde::de::DeserializeOwned>(ask: &mut impl Ask, subject: Uuid) -> Result<Vec<Told<F>>, Fault> {
    type Read = (Moment, Option<AccountId>, Option<PersonId>, String, String);
    let sql = Sql::new("select at, by, acting_for, verb, fact from journal where subject = {} order by seq");
    let told = |(at, by, acting_for, verb, fact): Read| -> Result<Told<F>, Fault> {
        Ok(Told { at, by, acting_for, verb, fact: serde_json::from_str(&fact)? })
    };
    ask.all::<Read>(sql.bind(subject)).await?.into_iter().map(told).collect()
}

/// The last place in the chain and its hash.
pub async fn head(db: &Db) -> Result<(i64, String), Fault> {
    let head = db.one("select seq, hash from journal_head where one = 1").await?;
    head.ok_or_else(|| Fault::new("table `journal_head` has lost its row"))
}

/// Writes the whole journal as lines of JSON, oldest first; answers with the number of facts.
///
/// # Errors
/// When the database refuses or `line` fails.
pub async fn export(db: &Db, mut line: impl FnMut(&str) -> Result<(), Fault>) -> Result<u64, Fault> {
    let mut count = 0;
    db.each::<Columns>(
        "select seq, at, by, acting_for, body, subject, verb, fact, prev, hash from journal order by seq",
        |columns| {
            line(&canon::exported(&entry(columns)?)?)?;
            count += 1;
            Ok(())
        },
    )
    .await?;
    Ok(count)
}
