//! What anybody may read: how far a vote is, and what is published of it.

use axum::{
    Json,
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Response},
};
use law_rules::Word as _;
use serde::Serialize;

use super::{Booth, No};
use crate::secret::{
    chain,
    store::{counts, hall_of_vote, list, signer},
    vote,
};

#[derive(Serialize)]
struct Stand {
    vote: String,
    stage: &'static str,
    run: String,
    rsa_hash: Option<String>,
    setup: Option<String>,
    head: Option<String>,
    height: u64,
    cast: u32,
}

/// How far it is: the same for everybody.
pub async fn state(State(booth): State<Booth>, Path(vote): Path<String>) -> Result<Response, No> {
    let mut look = booth.0.site.db();
    let hall = hall_of_vote(&mut look, &vote).await?.ok_or(No::Vote)?.hall;
    let rsa_hash = signer(&mut look, &vote).await?.map(|signing| signing.hash);
    let frozen = list(&mut look, &vote).await?;
    let end = match &frozen {
        Some(frozen) => Some(chain::end(&mut look, &vote, frozen).await?),
        None => None,
    };
    let cast = counts(&mut look, &hall).await?.cast;
    let (head, height) = end.map_or((None, 0), |end| (Some(end.head), end.height));
    let (stage, run, setup) = (hall.stage.word(), booth.0.run.clone(), frozen.map(|frozen| frozen.setup));
    Ok(Json(Stand { vote, stage, run, rsa_hash, setup, head, height, cast }).into_response())
}

fn bytes(kind: &'static str, body: impl IntoResponse) -> Response {
    ([(header::CONTENT_TYPE, kind)], body).into_response()
}

/// election.json.
pub async fn election(State(booth): State<Booth>, Path(vote): Path<String>) -> Result<Response, No> {
    Ok(bytes("application/json", booth.vote(&vote).await?.election.json().to_owned()))
}

/// trustees.json.
pub async fn trustees(State(booth): State<Booth>, Path(vote): Path<String>) -> Result<Response, No> {
    Ok(bytes("application/json", ballots_seal::trustees_json(&booth.vote(&vote).await?.trustees)))
}

/// The list.
pub async fn credentials(State(booth): State<Booth>, Path(vote): Path<String>) -> Result<Response, No> {
    Ok(bytes("application/json", booth.vote(&vote).await?.credentials.json()))
}

/// The archive so far.
pub async fn archive(State(booth): State<Booth>, Path(id): Path<String>) -> Result<Response, No> {
    let _turn = booth.0.looks.acquire().await.map_err(|_| No::Later)?;
    let mut look = booth.0.site.db();
    let hall = hall_of_vote(&mut look, &id).await?.ok_or(No::Vote)?.hall;
    let vote = vote::of(&mut look, &hall).await?.ok_or(No::Stage)?;
    Ok(bytes("application/x-tar", chain::whole(&mut look, &vote, &hall).await?.1))
}
