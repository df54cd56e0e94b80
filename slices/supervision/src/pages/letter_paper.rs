//! An urging letter as Word file or PDF.

use accounts_rules::Actor;
use axum::{
    Extension,
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
};
use kit::{
    Problem, Site,
    paper::{Form, Name, give},
};
use supervision_rules::LetterId;

use crate::{desk, papers, queries};

pub async fn fetch(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path((id, name)): Path<(LetterId, String)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    hand_over(&site, &actor, (id, &name), (&headers, Form::Pdf)).await
}

/// The letter in the form the address or the caller says, for who reads its page.
pub(crate) async fn hand_over(
    site: &Site,
    actor: &Actor,
    (id, name): (LetterId, &str),
    (headers, usual): (&HeaderMap, Form),
) -> Result<Response, Problem> {
    let letter = desk::letter::of(site, actor, id).await?.letter;
    let named = Name::read(name);
    if named.stem != "letter" {
        return Err(Problem::missing());
    }
    let setting = queries::setting(&mut site.db(), &letter).await?;
    let file = format!("{}-{}", papers::title(&letter), letter.number);
    give(site, papers::letter(&letter, &setting), named.form(headers, usual), &file).await
}
