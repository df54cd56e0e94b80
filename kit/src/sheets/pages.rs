//! The pages of an import, the same for every noun: send a file, watch it being read, look at it, say yes.
//!
//! A noun makes a [`Door`] for whoever is signed in, after asking whether they may, and gives it the routes
//! `GET|POST home` (with [`body_limit`]), `GET base/template.xlsx`, `GET base/{id}`, `GET base/{id}/problems.xlsx`,
//! `POST base/{id}/commit` and `POST base/{id}/removal`. Nothing here needs a script: a page that waits asks the browser to
//! come back.

use std::{borrow::Borrow, sync::Arc, time::Duration};

use askama::Template;
use axum::{
    extract::DefaultBodyLimit,
    http::{HeaderName, HeaderValue, StatusCode},
    response::{IntoResponse as _, Response},
};
use kernel::{AccountId, BodyId, Refusal, Refused};

use super::{
    BadRows, CellError, Column, Import, ImportId, Limits, Opened, Progress, SheetSpec, Show, StagedRow, State,
    Unreadable, Upload, commit, find, give_up, import::digest, latest, looks_like_a_table, open, open_once, report,
    rows, stage_behind, template,
};
use crate::{
    Fault, Problem, Site, View,
    web::{Form, Wrong, api::Once, done, go, page},
};

/// Rows of a page of the preview.
const SHOWN: i64 = 50;
/// Imports listed under the form.
pub(super) const LISTED: i64 = 10;
/// How long a commit is waited for before the browser is shown how far it is.
const PATIENCE: Duration = Duration::from_secs(2);
/// Seconds after which a page that waits is asked for again.
const AGAIN: HeaderName = HeaderName::from_static("refresh");

/// The way in for one noun's tables, opened by somebody who may.
#[derive(Clone)]
pub struct Door<'a, S> {
    /// The site.
    pub site: &'a Site,
    /// The visitor.
    pub view: &'a View,
    /// The noun's table.
    pub spec: Arc<S>,
    /// Where the form and the list are: `/congresses/{id}/imports`.
    pub home: &'a str,
    /// Where the single imports are: `/imports/roster`.
    pub base: &'a str,
    /// The key of the page's title: `roster-import-title`.
    pub title: &'static str,
    /// The name of the body, as people know it; may be empty.
    pub name: &'a str,
    /// The body whose rows come in.
    pub body: Option<BodyId>,
    /// Who sends them.
    pub by: Option<AccountId>,
}

/// What is asked of the preview: `?show=said|bad&after=12`.
#[derive(Clone, Debug, Default, serde::Deserialize)]
pub struct Look {
    /// Which rows.
    #[serde(default)]
    pub show: Show,
    /// The row after which the page begins.
    #[serde(default)]
    pub after: i64,
}

/// The layer of the route that takes files as large as `limits` lets in, and the form around them.
pub fn body_limit(limits: &Limits) -> DefaultBodyLimit {
    DefaultBodyLimit::max(usize::try_from(limits.bytes).unwrap_or(usize::MAX).saturating_add(1 << 20))
}

#[derive(Template)]
#[template(path = "sheets/imports.html")]
struct Imports<'a> {
    v: &'a View,
    f: &'a Form,
    home: &'a str,
    base: &'a str,
    title: &'static str,
    name: &'a str,
    latest: &'a [Import],
    columns: &'static [Column],
}

#[derive(Template)]
#[template(path = "sheets/import.html")]
struct Preview<'a> {
    v: &'a View,
    home: &'a str,
    base: &'a str,
    title: &'static str,
    name: &'a str,
    import: &'a Import,
    columns: &'static [Column],
    rows: &'a [StagedRow],
    look: &'a Look,
    /// Rows done and rows in all (0 while nobody knows).
    running: Option<(u64, u64)>,
    interrupted: bool,
    next: Option<i64>,
}

impl<S: SheetSpec> Door<'_, S> {
    /// The form, and what was sent before.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn index(&self) -> Result<Response, Problem> {
        self.form(&Form::blank(self.view)).await
    }

    async fn form(&self, f: &Form) -> Result<Response, Problem> {
        let latest = latest(&mut self.site.db(), self.spec.kind(), self.body, LISTED).await?;
        let Self { view: v, home, base, title, name, .. } = *self;
        let columns = self.spec.columns();
        Ok(page(&Imports { v, f, home, base, title, name, latest: &latest, columns }))
    }

    /// Takes the file in the field `file` and begins to read it; the form again where there is none.
    ///
    /// # Errors
    /// When the database or the disk refuses.
    pub async fn receive(&self, mut f: Form) -> Result<Response, Problem> {
        let limits = self.spec.limits();
        let Some(file) = f.files("file").next().cloned() else {
            f.refuse("file", Wrong::new("sheets-page-no-file"));
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, self.form(&f).await?).into_response());
        };
        if file.bytes.len() as u64 > limits.bytes {
            return Err(Refused::from(Unreadable::TooBig { most: limits.bytes >> 20 }).into());
        }
        if let Err(why) = looks_like_a_table(&file.bytes) {
            f.refuse("file", why.into());
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, self.form(&f).await?).into_response());
        }
        let kind = self.spec.kind();
        let opened = match self.by {
            None => Opened::New(open(self.site, kind, self.body, None, &file.name).await?),
            Some(by) => {
                let once = Once::form(f.value("once"), self.home, &(&file.name, digest(&file.bytes)))?;
                open_once(self.site, (kind, self.body, by), (&file.name, &file.bytes), &once).await?
            }
        };
        let id = match opened {
            Opened::Before(id) => id,
            Opened::New(id) => {
                stage_behind(self.site, &self.spec, id, Upload::from_bytes(&file.bytes)?);
                id
            }
        };
        Ok(go(&format!("{}/{id}", self.base)))
    }

    /// How far it is while it runs; then the rows with what is said of them.
    ///
    /// # Errors
    /// Missing where this body has no such import.
    pub async fn show(&self, id: ImportId, look: &Look) -> Result<Response, Problem> {
        let import = self.import(id).await?;
        let work = Progress::of(self.site, id).map(|work| (work.done(), work.total().unwrap_or(0)));
        let interrupted = import.interrupted(self.site.now()) && work.is_none();
        let reading = import.state == State::Reading && !interrupted;
        let running = work.or(reading.then_some((import.rows.unsigned_abs(), 0)));
        let mut staged = match running {
            Some(_) => Vec::new(),
            None => rows(&mut self.site.db(), id, look.show, look.after, SHOWN + 1).await?,
        };
        let more = staged.len() > usize::try_from(SHOWN).unwrap_or(usize::MAX);
        if more {
            staged.pop();
        }
        let next = staged.last().filter(|_| more).map(|row| row.line);
        let Self { view: v, home, base, title, name, .. } = *self;
        let columns = self.spec.columns();
        let preview = Preview {
            v,
            home,
            base,
            title,
            name,
            import: &import,
            columns,
            rows: &staged,
            look,
            running,
            interrupted,
            next,
        };
        let mut answer = page(&preview);
        if running.is_some() {
            answer.headers_mut().insert(AGAIN, HeaderValue::from_static("2"));
        }
        Ok(answer)
    }

    /// Takes the good rows in; bad ones are left out where the box `leave-out` is ticked.
    ///
    /// # Errors
    /// As [`commit()`], as far as that is known within two seconds; later the page of the import tells.
    pub async fn commit(&self, id: ImportId, f: &Form) -> Result<Response, Problem> {
        self.import(id).await?;
        let bad = if f.yes("leave-out") { BadRows::LeaveOut } else { BadRows::Stop };
        let (site, spec, by) = (self.site.clone(), Arc::clone(&self.spec), self.by);
        let work = tokio::spawn(async move { commit(&site, &*spec, id, by, bad).await });
        let there = format!("{}/{id}", self.base);
        match tokio::time::timeout(PATIENCE, work).await {
            Ok(Ok(outcome)) => outcome.map(|_| done(&there, "sheets-page-taken")),
            Ok(Err(died)) => Err(Fault::caused("taking an import in died", died).into()),
            Err(_) => Ok(go(&there)), // it goes on behind; the page shows how far it is
        }
    }

    /// Gives the import up.
    ///
    /// # Errors
    /// Missing where this body has no such import.
    pub async fn remove(&self, id: ImportId) -> Result<Response, Problem> {
        self.import(id).await?;
        give_up(self.site.db(), id).await?;
        Ok(done(self.home, "sheets-page-removed"))
    }

    /// The template to fill.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn template(&self) -> Result<Response, Problem> {
        let name = format!("{}-{}", self.spec.kind(), self.view.t("sheets-page-template-name"));
        Ok(template(self.spec.columns(), self.view.language)?.response(&name)?)
    }

    /// The rows with something to say of them, to correct and send again.
    ///
    /// # Errors
    /// Missing where this body has no such import.
    pub async fn problems(&self, id: ImportId) -> Result<Response, Problem> {
        self.import(id).await?;
        let name = format!("{}-{}", self.spec.kind(), self.view.t("sheets-report-name"));
        Ok(report(self.site.db(), self.spec.columns(), id, self.view.language).await?.response(&name)?)
    }

    async fn import(&self, id: ImportId) -> Result<Import, Problem> {
        let import = find(&mut self.site.db(), self.spec.kind(), id).await?;
        let own = import.filter(|import| import.body == self.body);
        own.ok_or_else(|| Refused::new(Refusal::Missing, "sheets-import-missing").into())
    }
}

impl Preview<'_> {
    fn titled(&self, column: &Column) -> &'static str {
        column.title(self.v.language)
    }

    fn sentence(&self, said: &CellError) -> String {
        said.sentence(self.v.language)
    }

    fn tone_of(&self, count: &i64, tone: &'static str) -> &'static str {
        if *count > 0 { tone } else { "" }
    }

    fn can_commit(&self) -> bool {
        self.import.state == State::Staged && self.running.is_none() && self.import.good() > 0
    }

    fn template(&self) -> String {
        format!("{}/template.xlsx", self.base)
    }

    fn address(&self, show: impl Borrow<Show>, after: impl Borrow<i64>) -> String {
        let (show, after) = (show.borrow().as_str(), after.borrow());
        format!("{}/{}?show={show}&after={after}", self.base, self.import.id)
    }
}

impl Imports<'_> {
    fn template(&self) -> String {
        format!("{}/template.xlsx", self.base)
    }

    fn titled(&self, column: &Column) -> &'static str {
        column.title(self.v.language)
    }
}
