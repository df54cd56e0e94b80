//! The signed report is laid to a round and fetched again.

use accounts_rules::Actor;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use ballots_rules::paper::{RoundId, SignedId};
use kit::{
    Problem, Site,
    web::{Errors, Form, Wrong, done},
};

use crate::desk::signed;

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

pub async fn lay(State(site): State<Site>, Extension(actor): Who, Path(id): Path<RoundId>, form: Form) -> Answer {
    // Who may not hears so before any byte is written.
    signed::may(&site, &actor, id).await?;
    let mut files = Vec::new();
    for file in form.files("file") {
        files.push(signed::take_in(&site, &file.name, file.bytes.clone()).await?);
    }
    if files.is_empty() {
        return Err(Errors::one("file", Wrong::new("ballots-wrong-no-file")).into());
    }
    for file in files {
        let once = form.once(&format!("/ballots/rounds/{id}/signed {} {}", file.name, file.sha256))?;
        signed::lay(&site, &actor, id, &file, &once).await?;
    }
    Ok(done(&format!("/ballots/rounds/{id}"), "ballots-flash-signed"))
}

pub async fn fetch(State(site): State<Site>, Extension(actor): Who, Path(at): Path<(RoundId, SignedId)>) -> Answer {
    signed::fetch(&site, &actor, at).await
}
