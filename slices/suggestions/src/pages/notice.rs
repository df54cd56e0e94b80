//! 交办通知 of one unit: everything that was assigned to it in the present session, for the handover meeting.

use accounts_rules::{Actor, Right};
use axum::{
    Extension,
    extract::{Path, Query, State},
    http::HeaderMap,
    response::Response,
};
use kernel::BodyId;
use kit::{
    Problem, Site,
    paper::{Form, Name, Paper, give},
    web::{Errors, Wrong, chosen},
};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::{papers, queries};

/// Whose.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Asked {
    /// The unit.
    #[serde(default)]
    #[param(required = true, value_type = uuid::Uuid)]
    unit: String,
    /// The congress; the unit's own when absent.
    #[serde(default)]
    #[param(value_type = uuid::Uuid)]
    congress: String,
}

pub async fn fetch(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(name): Path<String>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    hand_over_notice(&site, &actor, (&name, &asked), (&headers, Form::Pdf)).await
}

/// The notice in the form the address or the caller says.
pub(crate) async fn hand_over_notice(
    site: &Site,
    actor: &Actor,
    (name, asked): (&str, &Asked),
    (headers, usual): (&HeaderMap, Form),
) -> Result<Response, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let named = Name::read(name);
    if named.stem != "notice" {
        return Err(Problem::missing());
    }
    let unit: Option<BodyId> = chosen("unit", &asked.unit, |raw| raw.parse().ok())?;
    let unit = unit.ok_or_else(|| Errors::one("unit", Wrong::new("kit-form-required")))?;
    let paper = notice(site, actor, unit, &asked.congress).await?;
    let file = format!("{}-{}", papers::ZH.t("papers-kind-notice"), paper.to);
    give(site, paper, named.form(headers, usual), &file).await
}

/// For the unit itself, and for who sees what was assigned in that congress.
async fn notice(site: &Site, actor: &Actor, unit: BodyId, congress: &str) -> Result<Paper, Problem> {
    let congress: Option<BodyId> = chosen("congress", congress, |raw| raw.parse().ok())?;
    let congress = match congress {
        Some(congress) => congress,
        None => queries::congress_of(&mut site.db(), unit).await?.ok_or_else(Problem::missing)?,
    };
    if actor.may(Right::SuggestionSeeAssigned, congress).is_err() {
        actor.may(Right::AssignmentSee, unit)?;
    }
    let sitting = queries::sitting(&mut site.db(), congress, site.today()).await?.ok_or_else(Problem::missing)?;
    let setting = queries::of_session(&mut site.db(), congress, sitting.session).await?;
    let book = queries::book_of(site, congress).await?;
    let mut tasks = Vec::new();
    queries::tasks(site.db(), congress, sitting.session, |task| {
        // A list holds a session: a few thousand rows, of which a unit's are kept.
        if task.parts.iter().any(|own| own.unit == unit) {
            tasks.push(task);
        }
        Ok(())
    })
    .await?;
    papers::of_unit(&setting, &book, unit, &tasks).ok_or_else(Problem::missing)
}
