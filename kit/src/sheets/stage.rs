//! Step one: the file is read, each row checked and laid down beside its reasons. Nothing of the noun changes.

use std::sync::Arc;

use kernel::Moment;
use tokio::sync::mpsc;

use super::{
    CellError, Import, ImportId, Progress, SheetSpec, State, Status, Unreadable, Upload,
    check::{Checked, Checker},
    import::find,
    read::read,
};
use crate::{
    Fault,
    db::{Sql, Tx, Val},
    site::Site,
};

/// Rows laid down in one small transaction, so that others may write in between.
const TOGETHER: usize = 4_000;

/// And no more text than so many bytes, however few rows it stands in.
const MOST_TEXT: usize = 8 << 20;

/// Rows on their way to the table, with their counts.
#[derive(Default)]
struct Batch {
    rows: Vec<Vec<Val>>,
    warned: i64,
    bad: i64,
    text: usize,
}

/// Reads, checks and stages an upload. Whatever was staged of this import before is replaced.
///
/// # Errors
/// When the database refuses; a bad file is no error but an import in [`State::Unfit`].
pub async fn stage<S: SheetSpec>(site: &Site, spec: &Arc<S>, id: ImportId, upload: Upload) -> Result<Import, Fault> {
    let import = find(&mut site.db(), spec.kind(), id).await?;
    let import =
        import.filter(|import| !matches!(import.state, State::Done | State::Dropped)).ok_or_else(|| gone(id))?;
    clear(site, id).await?;
    let known = spec.known(&mut site.db(), import.body).await?;
    let progress = Progress::begin(site, id, 0);
    let (send, mut batches) = mpsc::channel(2);
    let reader = {
        let spec = Arc::clone(spec);
        tokio::task::spawn_blocking(move || read_all(&*spec, known, id, &upload, &send))
    };
    let mut rows = 0;
    while let Some(batch) = batches.recv().await {
        rows += batch.rows.len() as u64;
        if !lay_down(site, id, batch).await? {
            batches.close(); // given up meanwhile: the reader finds nobody waiting and stops
        }
        progress.set(rows);
    }
    let outcome = reader.await.map_err(|error| Fault::caused("the reader of a sheet died", error))?;
    settle(site, id, outcome).await?;
    find(&mut site.db(), spec.kind(), id).await?.ok_or_else(|| gone(id))
}

/// [`stage`] in the background: the answer is the import's state. A fault is logged and leaves the import interrupted.
pub fn stage_behind<S: SheetSpec>(site: &Site, spec: &Arc<S>, id: ImportId, upload: Upload) {
    let (site, spec) = (site.clone(), Arc::clone(spec));
    tokio::spawn(async move {
        if let Err(fault) = stage(&site, &spec, id, upload).await {
            tracing::error!(import = %id, %fault, "staging an import failed");
        }
    });
}

fn gone(id: ImportId) -> Fault {
    Fault::new(format_args!("import {id} is not there to be staged"))
}

fn read_all<S: SheetSpec>(
    spec: &S,
    mut known: S::Known,
    id: ImportId,
    upload: &Upload,
    send: &mpsc::Sender<Batch>,
) -> Result<Vec<CellError>, Unreadable> {
    let mut checker = Checker::new(spec, &mut known);
    let mut batch = Batch::default();
    let limits = spec.limits();
    let read = read(upload.path(), &limits, &mut |line| {
        checker.take(line, |checked| {
            batch.add(id, &checked);
            // A receiver that is gone has met a fault of its own and tells it.
            (batch.rows.len() < TOGETHER && batch.text < MOST_TEXT)
                || send.blocking_send(std::mem::take(&mut batch)).is_ok()
        })
    });
    if read.is_ok() && !batch.rows.is_empty() && send.blocking_send(batch).is_err() {
        return Ok(Vec::new());
    }
    read.and_then(|()| checker.finish())
}

impl Batch {
    fn add(&mut self, id: ImportId, checked: &Checked) {
        let status = Status::of(&checked.said);
        self.warned += i64::from(status == Status::Warned);
        self.bad += i64::from(status == Status::Bad);
        let reasons = (!checked.said.is_empty()).then(|| json(&checked.said));
        let at = i64::try_from(checked.at).unwrap_or(i64::MAX);
        let cells = json(&checked.texts);
        self.text += cells.len();
        self.rows.push(vec![id.into(), at.into(), status.number().into(), cells.into(), reasons.into()]);
    }
}

/// Texts and reasons always have a JSON form.
pub(super) fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

async fn clear(site: &Site, id: ImportId) -> Result<(), Fault> {
    let mut tx = site.db().begin().await?;
    tx.run(Sql::new("delete from import_row where import = {}").bind(id)).await?;
    let zero = "update import set state = 'reading', row_count = 0, warned = 0, bad = 0, beat = {} where id = {}";
    tx.run(Sql::new(zero).bind(site.now()).bind(id)).await?;
    tx.commit().await
}

/// Whether the rows were laid down: not those of an import that somebody gave up.
async fn lay_down(site: &Site, id: ImportId, batch: Batch) -> Result<bool, Fault> {
    let Batch { rows, warned, bad, .. } = batch;
    let count = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    let now = site.now();
    let mut tx = site.db().begin().await?;
    tx.bulk("import_row", &["import", "line", "status", "cells", "reasons"], rows).await?;
    let wanted = count_up(&mut tx, id, [count, warned, bad], now).await?;
    if wanted {
        tx.commit().await?;
    }
    Ok(wanted)
}

async fn count_up(tx: &mut Tx, id: ImportId, [rows, warned, bad]: [i64; 3], now: Moment) -> Result<bool, Fault> {
    let sql = Sql::new("update import set row_count = row_count + {}, warned = warned + {}, bad = bad + {}, beat = {}")
        .add(" where id = {} and state = 'reading'")
        .bind(rows)
        .bind(warned)
        .bind(bad)
        .bind(now)
        .bind(id);
    Ok(tx.run(sql).await? > 0)
}

async fn settle(site: &Site, id: ImportId, outcome: Result<Vec<CellError>, Unreadable>) -> Result<(), Fault> {
    let (state, notes) = match outcome {
        Ok(notes) => (State::Staged, notes),
        Err(why) => {
            if let Unreadable::Damaged { what } = &why {
                tracing::info!(import = %id, %what, "an uploaded sheet was damaged");
            }
            (State::Unfit, vec![CellError::from(kernel::Refused::from(why))])
        }
    };
    let mut tx = site.db().begin().await?;
    if state == State::Unfit {
        tx.run(Sql::new("delete from import_row where import = {}").bind(id)).await?;
    }
    let sql = Sql::new("update import set state = {}, notes = {}, beat = {} where id = {} and state = 'reading'");
    tx.run(sql.bind(state.as_str()).bind(json(&notes)).bind(site.now()).bind(id)).await?;
    tx.commit().await
}
