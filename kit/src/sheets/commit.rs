//! Step two: the good rows are kept in one transaction. Cut off half-way it leaves the import staged, to be done again.

use kernel::{AccountId, Refusal, Refused};

use super::{
    BadRows, CellError, Import, ImportId, Progress, Said, SheetSpec, State, Status, Taking,
    check::check_row,
    import::find,
    rows::{Show, StagedRow, rows},
    stage::json,
};
use crate::{
    Fault, Problem,
    db::{PAGES_MB, Sql, Tx},
    site::Site,
};

/// Rows read back, checked again and kept together.
const TOGETHER: i64 = 2_000;

/// Memory for the pages that one such transaction changes.
const KEEPING_MB: u32 = 48;

/// Rows that were good when they were staged and are no longer.
type Changed = Vec<(i64, Vec<CellError>)>;

/// Keeps the good rows of a staged import, all or none, once.
///
/// Each row is checked again inside the transaction. Where the world has changed since the preview (somebody else entered
/// the same person), nothing is kept, and the preview shows the rows concerned.
///
/// # Errors
/// Refused when it is not there, not ready, done already, when bad rows are left or rows changed since; else a fault of the
/// database or the spec.
pub async fn commit<S: SheetSpec>(
    site: &Site,
    spec: &S,
    id: ImportId,
    by: Option<AccountId>,
    bad: BadRows,
) -> Result<Taking, Problem> {
    let Some(import) = find(&mut site.db(), spec.kind(), id).await? else {
        return Err(Refused::new(Refusal::Missing, "sheets-import-missing").into());
    };
    ready(&import, bad)?;
    site.db().keep_pages(KEEPING_MB).await?;
    let taken = take(site, spec, &import, by).await;
    site.db().keep_pages(PAGES_MB).await?;
    let taking = taken?;
    site.wrote();
    Ok(taking)
}

/// All of it in one transaction.
async fn take<S: SheetSpec>(site: &Site, spec: &S, import: &Import, by: Option<AccountId>) -> Result<Taking, Problem> {
    let id = import.id;
    let progress = Progress::begin(site, id, u64::try_from(import.good()).unwrap_or(0));
    let mut taking =
        Taking { import: id, body: import.body, by, at: site.now(), rows: 0, left_out: import.bad.unsigned_abs() };
    let mut tx = site.db().begin().await?;
    // The row's lock lets one of several at this point at a time; whoever comes second finds the work done.
    let mark = "update import set state = 'done', taken = {}, beat = {} where id = {} and state = 'staged'";
    if tx.run(Sql::new(mark).bind(import.good()).bind(taking.at).bind(id)).await? == 0 {
        return Err(Refused::new(Refusal::NotNow, "sheets-import-done").into());
    }
    let mut known = spec.known(&mut tx, import.body).await?;
    let changed = keep_all(&mut tx, spec, &mut known, &mut taking, &progress).await?;
    if !changed.is_empty() {
        drop(tx);
        let count = changed.len();
        mark_changed(site, id, changed).await?;
        return Err(Refused::new(Refusal::Stale, "sheets-import-changed").with("count", count).into());
    }
    spec.finish(&mut tx, known, &taking).await?;
    tx.commit().await?;
    Ok(taking)
}

fn ready(import: &Import, bad: BadRows) -> Result<(), Refused> {
    let refused = |key| Err(Refused::new(Refusal::NotNow, key));
    match import.state {
        State::Reading => refused("sheets-import-reading"),
        State::Unfit => refused("sheets-import-unfit"),
        State::Done => refused("sheets-import-done"),
        State::Dropped => refused("sheets-import-dropped"),
        State::Staged if import.good() == 0 => refused("sheets-import-nothing-good"),
        State::Staged if import.bad > 0 && bad == BadRows::Stop => {
            Err(Refused::new(Refusal::Unfit, "sheets-import-has-bad").with("count", import.bad))
        }
        State::Staged => Ok(()),
    }
}

async fn keep_all<S: SheetSpec>(
    tx: &mut Tx,
    spec: &S,
    known: &mut S::Known,
    taking: &mut Taking,
    progress: &Progress,
) -> Result<Changed, Fault> {
    let (mut after, mut changed) = (0, Changed::new());
    loop {
        let staged = rows(tx, taking.import, Show::All, after, TOGETHER).await?;
        let Some(last) = staged.last() else { return Ok(changed) };
        after = last.line;
        let good = check_again(spec, known, staged, &mut changed);
        if changed.is_empty() {
            let count = good.len() as u64;
            spec.keep(tx, known, good, taking).await?;
            taking.rows += count;
            progress.set(taking.rows);
        }
    }
}

fn check_again<S: SheetSpec>(
    spec: &S,
    known: &mut S::Known,
    staged: Vec<StagedRow>,
    changed: &mut Changed,
) -> Vec<S::Row> {
    let mut good = Vec::with_capacity(staged.len());
    for row in staged.into_iter().filter(|row| row.status != Status::Bad) {
        let mut said = Said::default();
        match check_row(spec, known, row.line.unsigned_abs(), &row.cells, &mut said) {
            Some(row) => good.push(row),
            None => changed.push((row.line, said.0)),
        }
    }
    good
}

async fn mark_changed(site: &Site, id: ImportId, changed: Changed) -> Result<(), Fault> {
    let mut tx = site.db().begin().await?;
    for (line, said) in changed {
        let sql = "update import_row set status = 2, reasons = {} where import = {} and line = {}";
        tx.run(Sql::new(sql).bind(json(&said)).bind(id).bind(line)).await?;
    }
    let count = Sql::new("update import set bad = (select count(*) from import_row where import = {}")
        .bind(id)
        .add(" and status > 0 and status = 2), warned = (select count(*) from import_row where import = {}")
        .bind(id)
        .add(" and status > 0 and status = 1) where id = {} and state = 'staged'")
        .bind(id);
    tx.run(count).await?;
    tx.commit().await
}
