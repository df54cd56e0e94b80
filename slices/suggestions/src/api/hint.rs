//! 承办单位参考 in JSON.

use accounts_rules::Actor;
use axum::{
    Extension, Json,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use kit::{Problem, Site, web::ProblemJson};
use serde::Serialize;
use suggestions_rules::SuggestionId;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{desk, queries};

/// A unit it might belong to. A person decides.
#[derive(Serialize, ToSchema)]
pub struct HintJson {
    /// The unit.
    unit: Uuid,
    /// Its name.
    name: String,
    /// What the reasons add up to.
    score: u32,
    /// Like cases of this congress that it replied to, the likest first.
    alike: Vec<Uuid>,
    /// How many of the latest matters of the same category it replied to.
    of_category: u32,
    /// Of how many.
    category: u32,
    /// The word of the title that stands in its name; absent where none does.
    word: Option<String>,
    /// The word of the title that stands among what it answers for; absent where none does.
    duty_word: Option<String>,
    /// The line of its duties where it stands.
    duty: Option<String>,
}

/// The units a suggestion most likely belongs to, the likeliest first, with the reasons
#[utoipa::path(get, path = "/api/suggestions/{id}/hints", tag = "suggestions", params(("id" = Uuid, Path)),
    responses((status = 200, body = Vec<HintJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn hints(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<SuggestionId>,
) -> Result<Response, Problem> {
    let d = queries::detail(&site, &actor, id).await?;
    desk::route::may_hand_over(&actor, &d.suggestion)?;
    let told = queries::hints(&site, &d.suggestion).await?.into_iter().map(|one| HintJson {
        unit: one.hint.unit.uuid(),
        name: one.name,
        score: one.hint.score,
        alike: one.hint.alike.iter().map(|case| case.uuid()).collect(),
        of_category: one.hint.category.0,
        category: one.hint.category.1,
        word: Some(one.hint.word).filter(|word| !word.is_empty()),
        duty_word: Some(one.hint.duty.0).filter(|word| !word.is_empty()),
        duty: Some(one.hint.duty.1).filter(|line| !line.is_empty()),
    });
    Ok(Json(told.collect::<Vec<_>>()).into_response())
}
