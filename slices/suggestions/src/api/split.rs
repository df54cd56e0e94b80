//! 拆成两件 in JSON.

use accounts_rules::Actor;
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use kernel::Refused;
use kit::{
    Problem, Site,
    web::{
        Errors, ProblemJson, Wrong,
        api::{Body, Once, Seen},
    },
};
use serde::Deserialize;
use suggestions_rules::{Refusal, SuggestionId};
use utoipa::ToSchema;

use super::contact::MadeJson;
use crate::{
    Sight,
    desk::split::{self, Piece},
    queries,
};

/// One of the two.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PieceJson {
    /// 标题.
    title: String,
    /// 正文.
    body: String,
}

/// The two matters of one paper.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SplitJson {
    /// What stays on this sheet.
    first: PieceJson,
    /// What becomes a draft of its own, with the source, the consent and the wishes of this one.
    second: PieceJson,
}

impl PieceJson {
    pub(super) fn read(self, fields: [&str; 2]) -> Result<Piece, Problem> {
        let piece = Piece { title: self.title.trim().to_owned(), body: self.body.trim().replace("\r\n", "\n") };
        for (field, words) in fields.into_iter().zip([&piece.title, &piece.body]) {
            if words.is_empty() {
                return Err(Errors::one(field, Wrong::new("kit-form-required")).into());
            }
        }
        Ok(piece)
    }
}

/// Make two drafts of one that speaks of two matters; answers the second. `If-Match` names the version you have seen, `Idempotency-Key`
/// makes it happen once
#[utoipa::path(post, path = "/api/suggestions/{id}/split", tag = "suggestions", request_body = SplitJson,
    params(("id" = Uuid, Path), ("If-Match" = String, Header), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = MadeJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn split(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<SuggestionId>,
    seen: Result<Seen, Problem>,
    once: Once,
    wanted: Result<Body<SplitJson>, Problem>,
) -> Result<Response, Problem> {
    // Whose it is not hears so, whatever was sent.
    if queries::detail(&site, &actor, id).await?.sight != Sight::Lead {
        return Err(Refused::from(Refusal::NotLead).into());
    }
    let (Seen(seen), Body(wanted)) = (seen?, wanted?);
    let pieces =
        [wanted.first.read(["first.title", "first.body"])?, wanted.second.read(["second.title", "second.body"])?];
    if pieces[0].body == pieces[1].body {
        return Err(Errors::one("second.body", Wrong::new("suggestions-wrong-split-same")).into());
    }
    let made = split::split(&site, &actor, id, seen, pieces, &once).await?;
    let place = (header::LOCATION, format!("/api/suggestions/{made}"));
    Ok((StatusCode::CREATED, [place], Json(MadeJson { id: made.uuid() })).into_response())
}
