//! Open data for programs.

use axum::{extract::State, response::Response};
use kernel::BodyId;
use kit::{
    Problem, Site,
    web::{Errors, ProblemJson, Query, Wrong},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::public::DisclosedJson;
use crate::{queries::list::Filter, stream};

/// Which data.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct OpenDataWanted {
    /// The congress; it must be named.
    #[param(value_type = Uuid)]
    congress: Option<BodyId>,
    /// The year in which the suggestions were handed in; without it, all of them.
    year: Option<i16>,
}

/// The disclosed suggestions of a congress.
#[derive(Serialize, ToSchema)]
pub struct OpenDataJson {
    congress: String,
    year: Option<i16>,
    /// Under what terms they may be used.
    licence: String,
    items: Vec<DisclosedJson>,
    /// How many there are: read at the end, it tells whether all came.
    count: i64,
}

/// All disclosed suggestions of a congress or of one of its years
#[utoipa::path(get, path = "/api/disclosures/data", tag = "disclosure", operation_id = "disclosure_data", params(OpenDataWanted),
    responses((status = 200, body = OpenDataJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn all(State(site): State<Site>, Query(wanted): Query<OpenDataWanted>) -> Result<Response, Problem> {
    if wanted.congress.is_none() {
        return Err(Errors::one("congress", Wrong::new("kit-form-required")).into());
    }
    let filter = Filter { congress: wanted.congress, year: wanted.year, ..Filter::default() };
    stream::document(site, filter).await
}
