//! What may be said of a text while it is written.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::{Query, State},
    response::{IntoResponse, Response},
};
use kernel::BodyId;
use kit::{Problem, Site, View, web::ProblemJson};
use serde::{Deserialize, Serialize};
use suggestions_rules::{Advice, advice};
use utoipa::{IntoParams, ToSchema};

use crate::{pages::advised, queries};

/// A text that is being written.
#[derive(Deserialize, IntoParams)]
pub struct TextMeant {
    /// The congress it is meant for, whose rules give advice.
    #[param(value_type = Uuid)]
    congress: BodyId,
    /// Its title.
    #[serde(default)]
    title: String,
    /// Its text.
    #[serde(default)]
    body: String,
}

/// Something the writer may want to know; nothing is refused for it.
#[derive(Serialize, ToSchema)]
pub struct AdviceJson {
    /// `ground`, `several`, `no-request`, `long-title` or `personal`.
    kind: &'static str,
    /// The code of the ground, for `ground`.
    ground: Option<String>,
    /// The word that points to it, where one does.
    word: Option<String>,
    /// In the caller's language.
    sentence: String,
}

/// Advice on a text before it is handed in
#[utoipa::path(get, path = "/api/suggestion-advice", tag = "suggestions", params(TextMeant),
    responses((status = 200, body = Vec<AdviceJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn told(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Query(text): Query<TextMeant>,
) -> Result<Response, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    actor.may(Right::SuggestionFile, text.congress)?;
    let book = queries::book_of(&site, text.congress).await?;
    let one = |advice: Advice| {
        let (kind, sentence) = (advice.word(), advised(&v, &book, &advice));
        let (ground, word) = match advice {
            Advice::Ground { code, word } => (Some(code), Some(word)),
            Advice::Several(word) => (None, Some(word)),
            Advice::NoRequest | Advice::LongTitle(_) | Advice::Personal => (None, None),
        };
        AdviceJson { kind, ground, word, sentence }
    };
    Ok(Json(advice(&text.title, &text.body, &book).into_iter().map(one).collect::<Vec<_>>()).into_response())
}
