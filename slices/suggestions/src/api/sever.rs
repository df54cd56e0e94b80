//! 拆件 in JSON.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use kit::{
    Problem, Site,
    web::{
        Errors, ProblemJson, Wrong,
        api::{Body, Once, Seen},
    },
};
use serde::{Deserialize, Serialize};
use suggestions_rules::SuggestionId;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{contact::MadeJson, split::PieceJson, write::text};
use crate::{
    desk::sever::{self, Cut},
    queries::{self, SeveredPaper},
};

/// The two matters of one paper, in the deputy's own words.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SeveranceJson {
    /// What stays on this paper.
    first: PieceJson,
    /// What becomes a paper of its own, with the same signers, handed in when this one was.
    second: PieceJson,
    /// Why, at most 2,000 characters; the deputies read it.
    reason: String,
}

/// A paper that was one with this.
#[derive(Serialize, ToSchema)]
pub struct SeveredJson {
    /// The other paper.
    id: Uuid,
    /// Its title.
    title: String,
    /// Whether it was made of this one; else this one was made of it.
    made: bool,
    /// The title of the paper as the deputies signed it.
    signed_title: String,
    /// Its text.
    signed_body: String,
    /// Why it was divided.
    reason: Option<String>,
}

impl From<&SeveredPaper> for SeveredJson {
    fn from(one: &SeveredPaper) -> Self {
        let (id, title, made) = (one.id.uuid(), one.title.clone(), one.made);
        Self {
            id,
            title,
            made,
            signed_title: one.signed_title.clone(),
            signed_body: one.signed_body.clone(),
            reason: one.reason.clone(),
        }
    }
}

/// Make two papers of one that speaks of two matters, while it lies to be checked; answers the second. `If-Match` names the version you
/// have seen, `Idempotency-Key` makes it happen once
#[utoipa::path(post, path = "/api/suggestions/{id}/severance", tag = "suggestions", request_body = SeveranceJson,
    params(("id" = Uuid, Path), ("If-Match" = String, Header), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = MadeJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn sever(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<SuggestionId>,
    seen: Result<Seen, Problem>,
    once: Once,
    wanted: Result<Body<SeveranceJson>, Problem>,
) -> Result<Response, Problem> {
    // Who may not hears so, whatever was sent.
    actor.may(Right::SuggestionCheck, queries::detail(&site, &actor, id).await?.suggestion.congress)?;
    let (Seen(seen), Body(SeveranceJson { first, second, reason })) = (seen?, wanted?);
    let (first, second) = (first.read(["first.title", "first.body"])?, second.read(["second.title", "second.body"])?);
    if first.body == second.body {
        return Err(Errors::one("second.body", Wrong::new("suggestions-wrong-split-same")).into());
    }
    let cut = Cut { pieces: [first.into(), second.into()], reason: text("reason", &reason)? };
    let made = sever::sever(&site, &actor, id, seen, cut, &once).await?;
    let place = (header::LOCATION, format!("/api/suggestions/{made}"));
    Ok((StatusCode::CREATED, [place], Json(MadeJson { id: made.uuid() })).into_response())
}
