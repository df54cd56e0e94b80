//! 佐证材料: the files laid to one thing, and laying more.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use kit::{
    Problem, Site, View,
    blobs::BlobId,
    web::{Form, Wrong, done, page, page_with},
};
use supervision_rules::{EntryId, Key};
use uuid::Uuid;

use crate::{
    desk::evidence::{self as desk, Of},
    queries,
    store::Evidence,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

#[derive(Template)]
#[template(path = "supervision/evidence.html")]
struct Sheet<'a> {
    v: &'a View,
    f: &'a Form,
    id: Uuid,
    matter: String,
    back: String,
    files: Vec<Evidence>,
    lays: bool,
}

impl Sheet<'_> {
    fn size(&self, file: &Evidence) -> String {
        let kib = (file.size / 1024).max(1).to_string();
        let said = [("day", file.at.day().to_string()), ("size", kib)];
        self.v.tf("supervision-evidence-file", said).into_owned()
    }
}

/// 2026-03-02 · 项目现场.
fn entry(v: &View, key: &Key, id: EntryId) -> String {
    let visit = key.visits.iter().find(|one| one.id == id).map(|one| format!("{} · {}", one.day, one.place));
    let report = || {
        let kind = |word: &str| v.t(&format!("supervision-report-{word}")).into_owned();
        let found = key.reports.iter().find(|one| one.id == id);
        found.map(|one| format!("{} · {}", kind(one.kind.word()), one.at.day()))
    };
    let policy = || key.policies.iter().find(|one| one.id == id).map(|one| one.name.to_string());
    visit.or_else(report).or_else(policy).unwrap_or_default()
}

/// What it is, in words, and where its page is.
async fn named(site: &Site, v: &View, of: &Of) -> Result<(String, String), Problem> {
    Ok(match of {
        Of::Letter(letter) => (letter.number.to_string(), format!("/supervision/letters/{}", letter.id)),
        Of::Key(key, id) => {
            let about = queries::about(&mut site.db(), key.suggestion).await?;
            let words = format!("{} · {}", about.matter.title, entry(v, key, *id));
            (words, format!("/supervision/keys/{}", key.id))
        }
        Of::Item(inquiry, id) => {
            let item = inquiry.item(*id).map_err(kernel::Refused::from)?;
            let words = format!("{} · {}", inquiry.terms.topic, item.problem);
            (words, format!("/supervision/inquiries/{}", inquiry.id))
        }
    })
}

async fn shown(site: &Site, actor: &Actor, (v, f): (&View, &Form), (id, of): (Uuid, &Of)) -> Answer {
    let (matter, back) = named(site, v, of).await?;
    let lays = of.may(actor).is_ok() && of.takes().is_ok();
    let template = Sheet { v, f, id, matter, back, files: desk::all(site, actor, id).await?, lays };
    Ok(if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) })
}

pub async fn show(State(site): State<Site>, Extension(actor): Who, Path(id): Path<Uuid>, v: View) -> Answer {
    let of = desk::of(&site, &actor, id).await?;
    shown(&site, &actor, (&v, &Form::blank(&v)), (id, &of)).await
}

pub async fn lay(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<Uuid>,
    v: View,
    mut form: Form,
) -> Answer {
    // Who may not hears so before any byte is written.
    let of = desk::of(&site, &actor, id).await?;
    of.may(&actor)?;
    match all_laid(&site, &actor, id, &mut form).await {
        Ok(true) => Ok(done(&format!("/supervision/evidence/{id}"), "supervision-flash-evidence")),
        Ok(false) => shown(&site, &actor, (&v, &form), (id, &of)).await,
        Err(problem) => {
            form.keep("file", problem)?;
            shown(&site, &actor, (&v, &form), (id, &of)).await
        }
    }
}

/// Lays every file that was chosen; whether there was one.
async fn all_laid(site: &Site, actor: &Actor, id: Uuid, form: &mut Form) -> Result<bool, Problem> {
    let mut files = Vec::new();
    for file in form.files("file") {
        files.push(desk::take_in(site, &file.name, file.bytes.clone()).await?);
    }
    if files.is_empty() {
        form.refuse("file", Wrong::new("supervision-wrong-no-file"));
        return Ok(false);
    }
    for file in files {
        let once = form.once(&format!("/supervision/evidence/{id} {} {}", file.name, file.sha256))?;
        desk::lay(site, actor, id, &file, &once).await?;
    }
    Ok(true)
}

pub async fn fetch(State(site): State<Site>, Extension(actor): Who, Path(at): Path<(Uuid, BlobId)>) -> Answer {
    desk::fetch(&site, &actor, at).await
}
