//! 任免公告, for anybody.

use axum::{
    Json,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use kernel::{BodyId, Day};
use kit::{
    Problem, Site,
    list::position,
    web::{ProblemJson, Query},
};
use roster_views::body_name;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::queries::{self, ANNOUNCEMENTS, NoticeLine};

/// Where the page begins.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct AnnouncementsWanted {
    /// `next` of the page before.
    after: String,
}

/// One line of an announcement.
#[derive(Serialize, ToSchema)]
pub struct AnnouncedJson {
    /// The year of the announcement.
    year: i64,
    /// Which in that year.
    n: i64,
    kind: String,
    person: String,
    office: String,
    /// The day of the vote.
    #[schema(value_type = String)]
    decided: Day,
}

/// A page of announcements with the exact total.
#[derive(Serialize, ToSchema)]
pub struct AnnouncedLines {
    items: Vec<AnnouncedJson>,
    next: Option<String>,
    total: i64,
}

/// Who was appointed and removed by a congress's standing committee, the latest first; no sign-in is needed
#[utoipa::path(get, path = "/api/congresses/{id}/announcements", tag = "appointments", operation_id = "appointment_announcement_list",
    params(("id" = Uuid, Path), AnnouncementsWanted),
    responses((status = 200, body = AnnouncedLines), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn list(
    State(site): State<Site>,
    Path(congress): Path<BodyId>,
    Query(wanted): Query<AnnouncementsWanted>,
) -> Result<Response, Problem> {
    if body_name(&mut site.db(), congress).await?.is_empty() {
        return Err(Problem::missing());
    }
    let page = queries::announced(&mut site.db(), congress, position(&wanted.after, &ANNOUNCEMENTS)?, 50).await?;
    let line = |it: NoticeLine| AnnouncedJson {
        year: it.year,
        n: it.n,
        kind: it.kind,
        person: it.person,
        office: it.office,
        decided: it.decided,
    };
    let next = page.next.map(|next| next.to_string());
    let items = page.items.into_iter().map(line).collect();
    Ok(Json(AnnouncedLines { items, next, total: page.total }).into_response())
}
