//! 录入手写稿: photographs or a scan of a sheet written by hand come first; what they say is then typed beside them, by the deputy
//! or by whoever acts for the deputy, who confirms it.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{Extension, extract::State, http::StatusCode, response::Response};
use kit::{
    Problem, Site, View,
    web::{Form, done, page, page_with},
};
use roster_views::{Named, congresses};
use suggestions_rules::{Sheet, SuggestionId};

use super::{
    attach::{once, taken},
    units::named,
};
use crate::{desk, queries};

const PATH: &str = "/suggestions/scans";

#[derive(Template)]
#[template(path = "suggestions/scan.html")]
struct Ask<'a> {
    v: &'a View,
    f: &'a Form,
    congresses: Vec<(String, String)>,
}

/// A page of the sheet written by hand.
pub(super) struct Leaf {
    /// Where its bytes are.
    pub at: String,
    /// The name of the file.
    pub name: String,
    /// Whether it can be shown beside what is typed.
    pub is_picture: bool,
}

pub async fn ask(State(site): State<Site>, Extension(actor): Extension<Actor>, v: View) -> Result<Response, Problem> {
    let own = filing(&site, &actor).await?;
    Ok(page(&Ask { f: &Form::blank(&v), v: &v, congresses: choice(own) }))
}

pub async fn create(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    v: View,
    mut form: Form,
) -> Result<Response, Problem> {
    let own = filing(&site, &actor).await?;
    let congress = match own.as_slice() {
        [only] => Some(only.id),
        _ => form.choice("congress", |raw| raw.parse().ok()),
    };
    let files = match congress {
        Some(_) => taken(&site, &form).await,
        None => Ok(vec![]),
    };
    let files = files.or_else(|problem| form.accept(problem).map(|()| vec![]))?;
    let (Some(congress), false) = (congress, form.has_errors()) else {
        return Ok(page_with(StatusCode::UNPROCESSABLE_ENTITY, &Ask { f: &form, v: &v, congresses: choice(own) }));
    };
    let id = desk::draft::begin(&site, &actor, congress, Sheet::default(), &form.once(PATH)?).await?;
    for file in files {
        desk::attach::to_sheet(&site, &actor, id, &file, &once(&form, PATH, &file)?).await?;
    }
    Ok(done(&format!("/suggestions/{id}/edit"), "suggestions-flash-scanned"))
}

/// The files of the sheet, to be read while it is typed.
pub(super) async fn leaves(site: &Site, actor: &Actor, id: SuggestionId) -> Result<Vec<Leaf>, Problem> {
    let detail = queries::detail(site, actor, id).await?;
    let of_sheet = detail.papers().filter(|file| file.assignment.is_none());
    let leaf = |file: &queries::Attachment| Leaf {
        at: format!("/suggestions/{id}/attachments/{}", file.id),
        name: file.name.clone(),
        is_picture: file.media.starts_with("image/"),
    };
    Ok(of_sheet.map(leaf).collect())
}

/// Where the actor files.
async fn filing(site: &Site, actor: &Actor) -> Result<Vec<Named>, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let own = congresses(&mut site.db(), actor, Right::SuggestionFile).await?;
    if own.is_empty() {
        return Err(super::sheet::nowhere(actor).into());
    }
    Ok(own)
}

/// What is chosen from, where there is a choice.
fn choice(own: Vec<Named>) -> Vec<(String, String)> {
    if own.len() > 1 { named(own) } else { vec![] }
}
