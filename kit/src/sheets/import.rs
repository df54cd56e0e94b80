//! An import as it stands in the database: what was uploaded, what was said of it, whether it was taken.

use kernel::{AccountId, BodyId, Id, Moment};
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::CellError;
use crate::{
    Fault, Problem,
    db::{Ask, Db, FromRow, Row, Sql, Tx},
    site::Site,
    web::{api::Once, session::base64},
};

/// One upload on its way in.
#[derive(Clone, Debug, Serialize)]
pub struct Import {
    /// Its identity.
    pub id: ImportId,
    /// Which table: the `kind` of its spec.
    pub kind: String,
    /// The body whose rows they are.
    pub body: Option<BodyId>,
    /// Who uploaded it.
    pub by: Option<AccountId>,
    /// The file's name as the person has it.
    pub file: String,
    /// Where it stands.
    pub state: State,
    /// When it was uploaded.
    pub made: Moment,
    /// When the work on it was last seen alive.
    pub beat: Moment,
    /// Rows read.
    pub rows: i64,
    /// Rows that are taken with a warning.
    pub warned: i64,
    /// Rows that cannot be taken.
    pub bad: i64,
    /// Rows taken in.
    pub taken: i64,
    /// What is to be known of the file as a whole; in [`State::Unfit`], why it was not taken.
    pub notes: Vec<CellError>,
}

/// Names one import.
pub type ImportId = Id<Import>;

/// Where an import stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// Rows are being read and checked.
    Reading,
    /// The file as a whole could not be taken; `notes` say why.
    Unfit,
    /// Read, checked, and waiting for somebody to say yes.
    Staged,
    /// Its good rows are in.
    Done,
    /// Given up; its rows are gone.
    Dropped,
}

impl State {
    /// As it stands in the table.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::Unfit => "unfit",
            Self::Staged => "staged",
            Self::Done => "done",
            Self::Dropped => "dropped",
        }
    }

    /// The key of its name in the locale files.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Reading => "sheets-state-reading",
            Self::Unfit => "sheets-state-unfit",
            Self::Staged => "sheets-state-staged",
            Self::Done => "sheets-state-done",
            Self::Dropped => "sheets-state-dropped",
        }
    }

    /// How its badge looks.
    #[must_use]
    pub const fn tone(self) -> &'static str {
        match self {
            Self::Reading => "wait",
            Self::Unfit => "bad",
            Self::Staged => "act",
            Self::Done => "good",
            Self::Dropped => "quiet",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        [Self::Reading, Self::Unfit, Self::Staged, Self::Done, Self::Dropped]
            .into_iter()
            .find(|state| state.as_str() == text)
    }
}

impl Import {
    /// Rows that can be taken.
    #[must_use]
    pub fn good(&self) -> i64 {
        self.rows - self.bad
    }

    /// Whether the work on it stopped half-way: the process that did it has not been heard of for a minute.
    #[must_use]
    pub fn interrupted(&self, now: Moment) -> bool {
        self.state == State::Reading && now > self.beat.plus_millis(60_000)
    }
}

impl FromRow for Import {
    fn from_row(row: &mut Row<'_>) -> Result<Self, Fault> {
        let id: ImportId = row.take()?;
        let (kind, body, by, file) = (row.take()?, row.take()?, row.take()?, row.take()?);
        let state: String = row.take()?;
        let state = State::parse(&state)
            .ok_or_else(|| Fault::new(format_args!("import {id} has the state `{state}`, which is none")))?;
        let (made, beat, rows, warned) = (row.take()?, row.take()?, row.take()?, row.take()?);
        let (bad, taken, notes) = (row.take()?, row.take()?, row.take::<String>()?);
        let notes = serde_json::from_str(&notes)?;
        Ok(Self { id, kind, body, by, file, state, made, beat, rows, warned, bad, taken, notes })
    }
}

const SELECT: &str =
    "select id, kind, body, by, file, state, made, beat, row_count, warned, bad, taken, notes from import";

/// Opens an import for an upload of `file`; its rows come with [`super::stage()`].
pub async fn open(
    site: &Site,
    kind: &'static str,
    body: Option<BodyId>,
    by: Option<AccountId>,
    file: &str,
) -> Result<ImportId, Fault> {
    let id = site.new_id();
    let mut tx = site.db().begin().await?;
    insert(&mut tx, site.now(), id, (kind, body, by, file)).await?;
    tx.commit().await?;
    Ok(id)
}

/// What an upload came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opened {
    /// A new import: its rows are to be staged.
    New(ImportId),
    /// The import that an earlier request with the same key opened: nothing is to be done again.
    Before(ImportId),
}

/// As [`open`], once for one key: a file that is sent again because its answer was lost makes no second import.
///
/// # Errors
/// When the key came before with another file, or the database refuses.
pub async fn open_once(
    site: &Site,
    (kind, body, by): (&'static str, Option<BodyId>, AccountId),
    (file, bytes): (&str, &[u8]),
    once: &Once,
) -> Result<Opened, Problem> {
    let id = site.new_id();
    let mut tx = site.db().begin().await?;
    if let Some(before) = once.claim(&mut tx, site, by, &(kind, file, digest(bytes)), id).await? {
        return Ok(Opened::Before(before));
    }
    insert(&mut tx, site.now(), id, (kind, body, Some(by), file)).await?;
    tx.commit().await?;
    Ok(Opened::New(id))
}

/// The SHA-256 of an upload.
pub(super) fn digest(bytes: &[u8]) -> String {
    base64(&Sha256::digest(bytes))
}

async fn insert(
    tx: &mut Tx,
    now: Moment,
    id: ImportId,
    (kind, body, by, file): (&'static str, Option<BodyId>, Option<AccountId>, &str),
) -> Result<(), Fault> {
    let file: String = file.chars().filter(|c| !c.is_control()).take(200).collect();
    let insert =
        "insert into import (id, kind, body, by, file, state, made, beat, row_count, warned, bad, taken, notes)";
    let values = Sql::new(insert)
        .add(" values ({}, {}, {}, {}, {}, 'reading', {}, {}, 0, 0, 0, 0, '[]')")
        .bind(id)
        .bind(kind)
        .bind(body)
        .bind(by)
        .bind(file)
        .bind(now)
        .bind(now);
    tx.run(values).await.map(drop)
}

/// The import, if there is one of that kind.
///
/// # Errors
/// When the database refuses or a row is impossible.
pub async fn find(ask: &mut impl Ask, kind: &'static str, id: ImportId) -> Result<Option<Import>, Fault> {
    ask.one(Sql::new(SELECT).add(" where id = {} and kind = {}").bind(id).bind(kind)).await
}

/// The latest imports of a kind for a body, newest first.
///
/// # Errors
/// As [`find`].
pub async fn latest(
    ask: &mut impl Ask,
    kind: &'static str,
    body: Option<BodyId>,
    most: i64,
) -> Result<Vec<Import>, Fault> {
    let sql = Sql::new(SELECT).add(" where kind = {}").bind(kind);
    let sql = match body {
        Some(body) => sql.add(" and body = {}").bind(body),
        None => sql.add(" and body is null"),
    };
    ask.all(sql.add(" order by made desc, id desc limit {}").bind(most)).await
}

/// Gives an import up, whatever it holds; one that is done stays done.
pub async fn give_up(db: &Db, id: ImportId) -> Result<(), Fault> {
    let mut tx = db.begin().await?;
    let dropped = Sql::new("update import set state = 'dropped' where id = {} and state <> 'done'").bind(id);
    if tx.run(dropped).await? > 0 {
        tx.run(Sql::new("delete from import_row where import = {}").bind(id)).await?;
    }
    tx.commit().await
}

/// Clears away what nobody needs: the good rows of imports that are done, and all rows of imports older than `before`.
///
/// Staged rows hold personal data; they are not kept longer than the work on them.
pub async fn tidy(db: &Db, before: Moment) -> Result<u64, Fault> {
    let mut tx = db.begin().await?;
    let good = "delete from import_row where status < 2 and import in (select id from import where state = 'done')";
    let mut gone = tx.run(Sql::new(good)).await?;
    let old = "update import set state = 'dropped' where made < {} and state in ('reading', 'unfit', 'staged')";
    tx.run(Sql::new(old).bind(before)).await?;
    let rows = "delete from import_row where import in (select id from import where made < {})";
    gone += tx.run(Sql::new(rows).bind(before)).await?;
    tx.commit().await?;
    Ok(gone)
}
