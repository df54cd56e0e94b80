//! 公文与表格: the documents of a suggestion, to be fetched as Word files and PDF.

use accounts_rules::Actor;
use axum::{
    Extension,
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
};
use kit::{
    Problem, Site, View,
    paper::{Form, Shelf},
};
use suggestions_rules::SuggestionId;

use crate::{
    desk,
    papers::{self, Matter},
    queries,
};

pub async fn list(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<SuggestionId>,
    v: View,
) -> Result<Response, Problem> {
    Ok(shelf(&site, &actor, id).await?.page(&v))
}

pub async fn fetch(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path((id, name)): Path<(SuggestionId, String)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    shelf(&site, &actor, id).await?.hand_over(&site, &name, &headers, Form::Pdf).await
}

/// The documents of a suggestion, as this actor may have them.
pub(crate) async fn shelf(site: &Site, actor: &Actor, id: SuggestionId) -> Result<Shelf, Problem> {
    let d = queries::detail(site, actor, id).await?;
    let setting = queries::setting(site, &d.suggestion).await?;
    let book = desk::rules::book(site, d.suggestion.congress, d.suggestion.session).await?;
    let matter = Matter::of(actor, &d, &setting, &book);
    Ok(Shelf {
        matter: d.suggestion.sheet.title.clone(),
        at: format!("/suggestions/{id}/papers"),
        back: format!("/suggestions/{id}"),
        offers: papers::offers(&matter),
        file: papers::file(&matter),
    })
}
