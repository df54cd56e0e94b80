//! The roster by spreadsheet: template, upload, preview with reasons, commit.

use std::sync::Arc;

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, Query, State},
    response::Response,
};
use kernel::BodyId;
use kit::{
    Problem, Site, View,
    sheets::{self, BadRows, CellError, Import, ImportId, Show, StagedRow, State as Stage, Upload},
    web::{Form, Wrong, done, go, page},
};
use serde::Deserialize;

use super::unfit;
use crate::{
    desk,
    sheet::{COLUMNS, RosterSheet},
    store::body,
};

const ROWS: i64 = 100;

#[derive(Template)]
#[template(path = "imports.html")]
struct List<'a> {
    v: &'a View,
    f: &'a Form,
    id: BodyId,
    name: String,
    imports: Vec<Import>,
}

/// Uploads of a congress, and the form for another.
///
/// # Errors
/// Refused to those who may not import here.
pub async fn list(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BodyId>,
) -> Result<Response, Problem> {
    list_page(&site, &v, &actor, id, &Form::blank(&v)).await
}

async fn list_page(site: &Site, v: &View, actor: &Actor, id: BodyId, f: &Form) -> Result<Response, Problem> {
    desk::allowed(actor, Right::RosterImport, id)?;
    let name = body::load(&mut site.db(), id).await?.ok_or_else(Problem::missing)?.body.name;
    let imports = sheets::latest(&mut site.db(), "roster", Some(id), 10).await?;
    Ok(page(&List { v, f, id, name, imports }))
}

/// The empty table to fill.
///
/// # Errors
/// When the workbook cannot be written.
pub async fn template(v: View) -> Result<Response, Problem> {
    let table = sheets::template(COLUMNS, v.language)?;
    Ok(table.response(&v.t("roster-import-template-name"))?)
}

/// Takes a file and reads it behind the page.
///
/// # Errors
/// A missing file is said beside the field; refused to those who may not import here.
pub async fn upload(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BodyId>,
    mut f: Form,
) -> Result<Response, Problem> {
    desk::allowed(&actor, Right::RosterImport, id)?;
    let Some(file) = f.files("file").next().cloned() else {
        f.refuse("file", Wrong::new("roster-import-choose"));
        return Ok(unfit(list_page(&site, &v, &actor, id, &f).await?));
    };
    let import = sheets::open(&site, "roster", Some(id), actor.account, &file.name).await?;
    let upload = Upload::from_bytes(&file.bytes)?;
    let spec = Arc::new(RosterSheet::new(&site));
    // A small file is read at once; the page of a large one shows how far it is.
    if file.bytes.len() < 1 << 20 {
        sheets::stage(&site, &spec, import, upload).await?;
    } else {
        sheets::stage_behind(&site, &spec, import, upload);
    }
    Ok(go(&format!("/imports/roster/{import}")))
}

#[derive(Template)]
#[template(path = "import.html")]
struct Preview<'a> {
    v: &'a View,
    import: Import,
    reading: bool,
    staged: bool,
    notes: Vec<String>,
    rows: Vec<Line>,
    all: bool,
    next: Option<String>,
    done: Option<u64>,
}

struct Line {
    line: i64,
    tone: &'static str,
    key: &'static str,
    name: String,
    said: Vec<String>,
}

/// Which rows of the preview, as it stands in the address.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    /// `all`, or only those with something to say.
    show: String,
    /// The row after which the page begins.
    after: i64,
}

/// The preview.
///
/// # Errors
/// Missing for those who may not import for its congress.
pub async fn show(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<ImportId>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let import = mine(&site, &actor, id).await?;
    let all = asked.show == "all";
    let which = if all { Show::All } else { Show::Said };
    let found = sheets::rows(&mut site.db(), id, which, asked.after, ROWS + 1).await?;
    let more = i64::try_from(found.len()).unwrap_or(0) > ROWS;
    let rows: Vec<Line> = found.iter().take(100).map(|row| line(&v, row)).collect();
    let show = if all { "all" } else { "" };
    let next = rows.last().filter(|_| more).map(|last| {
        super::address(&format!("/imports/roster/{id}"), &[("show", show), ("after", &last.line.to_string())])
    });
    let notes = import.notes.iter().map(|note| sentence(&v, note)).collect();
    let (reading, staged) = (import.state == Stage::Reading, import.state == Stage::Staged);
    let done = sheets::Progress::of(&site, id).map(|progress| progress.done());
    Ok(page(&Preview { v: &v, import, reading, staged, notes, rows, all, next, done }))
}

fn line(v: &View, row: &StagedRow) -> Line {
    let (tone, key) = match row.status {
        sheets::Status::Good => ("good", "roster-import-good"),
        sheets::Status::Warned => ("warn", "roster-import-warned"),
        sheets::Status::Bad => ("bad", "roster-import-bad"),
    };
    let at = COLUMNS.iter().position(|column| column.key == "name");
    let name = at.and_then(|at| row.cells.get(at)).cloned().unwrap_or_default();
    let said = row.said.iter().map(|said| sentence(v, said)).collect();
    Line { line: row.line, tone, key, name, said }
}

fn sentence(v: &View, said: &CellError) -> String {
    let title = COLUMNS.iter().find(|column| column.key == said.column);
    let title = title.map(|column| if v.lang == "en" { column.en } else { column.zh });
    let words = said.sentence(v.language);
    title.map_or(words.clone(), |title| format!("{title}: {words}"))
}

/// An import whose congress the actor may import for.
async fn mine(site: &Site, actor: &Actor, id: ImportId) -> Result<Import, Problem> {
    super::signed_in(actor)?;
    let import = sheets::find(&mut site.db(), "roster", id).await?.ok_or_else(Problem::missing)?;
    let body = import.body.ok_or_else(Problem::missing)?;
    desk::allowed(actor, Right::RosterImport, body).map_err(|_| Problem::missing())?;
    Ok(import)
}

/// Keeps the good rows.
///
/// # Errors
/// Refused while bad rows are left, unless they are to be left out.
pub async fn commit(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<ImportId>,
    f: Form,
) -> Result<Response, Problem> {
    let import = mine(&site, &actor, id).await?;
    let bad = if f.yes("leave_out") { BadRows::LeaveOut } else { BadRows::Stop };
    sheets::commit(&site, &RosterSheet::new(&site), id, actor.account, bad).await?;
    let to = import.body.map_or_else(|| "/roster".to_owned(), |body| format!("/congresses/{body}/deputies"));
    Ok(done(&to, "roster-import-done"))
}

/// The rows with something to say of them, to correct and send again.
///
/// # Errors
/// As [`show`].
pub async fn report(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<ImportId>,
) -> Result<Response, Problem> {
    mine(&site, &actor, id).await?;
    let table = sheets::report(site.db(), COLUMNS, id, v.language).await?;
    Ok(table.response(&v.t("sheets-report-name"))?)
}

/// Gives an import up.
///
/// # Errors
/// As [`show`].
pub async fn drop(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<ImportId>,
    _csrf: Form,
) -> Result<Response, Problem> {
    let import = mine(&site, &actor, id).await?;
    sheets::give_up(site.db(), id).await?;
    let to = import.body.map_or_else(|| "/roster".to_owned(), |body| format!("/congresses/{body}/imports"));
    Ok(done(&to, "roster-import-dropped"))
}
