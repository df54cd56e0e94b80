//! 12345, program to program: what lies there, and what it hands over and answers; looked at first, then done.

use accounts_rules::Actor;
use axum::{
    Extension, Json,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use kernel::{BodyId, Day};
use kit::{
    Problem, Site,
    web::{Errors, ProblemJson, Wrong, api::Body},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    desk::hotline::{Deed, Desk, Known, TicketLine, judge},
    pages::hotline::lying,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// Most lines of one request.
const MOST: usize = 500;

/// What 12345 hands over and answers.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TicketsWanted {
    /// Whether it is done; else it is looked at alone.
    #[serde(default)]
    commit: bool,
    /// At most 500.
    lines: Vec<TicketLine>,
}

/// What becomes of a line.
#[derive(Serialize, ToSchema)]
pub struct TicketToldJson {
    /// `new`, `ours`, `known` or `wrong`.
    outcome: &'static str,
    /// The field that is wrong.
    field: Option<&'static str>,
    /// The key of what is wrong with it.
    problem: Option<&'static str>,
}

/// What becomes of all.
#[derive(Serialize, ToSchema)]
pub struct TicketsToldJson {
    /// Whether it was done: never while a line is wrong.
    done: bool,
    lines: Vec<TicketToldJson>,
}

/// What lies at 12345.
#[derive(Serialize, ToSchema)]
pub struct OpinionAtHotlineJson {
    id: Uuid,
    year: i64,
    n: i64,
    /// Its number at 12345, once it has one.
    ticket: Option<String>,
    topic: String,
    area: Option<String>,
    body: String,
    #[schema(value_type = String)]
    received: Day,
}

/// What lies at 12345; no name and no telephone
#[utoipa::path(get, path = "/api/opinions/hotline/{congress}", tag = "opinions", operation_id = "opinions_at_hotline",
    params(("congress" = Uuid, Path)),
    responses((status = 200, body = Vec<OpinionAtHotlineJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn list(State(site): State<Site>, Extension(actor): Who, Path(congress): Path<BodyId>) -> Answer {
    desk(&site, &actor, congress)?;
    let told = |it: crate::queries::list::OpinionLine| OpinionAtHotlineJson {
        id: it.id.uuid(),
        year: it.year,
        n: it.n,
        ticket: it.hotline,
        topic: it.topic,
        area: it.area,
        body: it.body,
        received: it.received.day(),
    };
    Ok(Json(lying(&site, congress).await?.into_iter().map(told).collect::<Vec<_>>()).into_response())
}

fn desk(site: &Site, actor: &Actor, congress: BodyId) -> Result<Desk, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    Desk::of(site, actor, congress)
}

/// Take in tickets and answers of 12345; without `commit` they are looked at alone. The same line twice does nothing the second time
#[utoipa::path(post, path = "/api/opinions/hotline/{congress}", tag = "opinions", operation_id = "opinions_from_hotline",
    params(("congress" = Uuid, Path)), request_body = TicketsWanted,
    responses((status = 200, body = TicketsToldJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn take(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(congress): Path<BodyId>,
    body: Result<Body<TicketsWanted>, Problem>,
) -> Answer {
    let desk = desk(&site, &actor, congress)?;
    let Body(wanted) = body?;
    if wanted.lines.len() > MOST {
        return Err(Errors::one("lines", Wrong::new("opinions-wrong-many-lines").with("most", MOST)).into());
    }
    let mut tx = site.db().begin().await?;
    let mut known = Known::load(&mut tx, congress).await?;
    let judged: Vec<_> = wanted.lines.iter().map(|line| judge(&mut known, line)).collect();
    let done = wanted.commit && judged.iter().all(Result::is_ok);
    let lines = judged.iter().map(told).collect();
    if done {
        for deed in judged.into_iter().flatten() {
            desk.perform(&mut tx, deed).await?;
        }
        tx.commit().await?;
        site.wrote();
    }
    Ok(Json(TicketsToldJson { done, lines }).into_response())
}

fn told(judged: &Result<Deed, (&'static str, &'static str)>) -> TicketToldJson {
    let fine = |outcome| TicketToldJson { outcome, field: None, problem: None };
    match judged {
        Ok(Deed::New(_)) => fine("new"),
        Ok(Deed::Ours { .. }) => fine("ours"),
        Ok(Deed::Known) => fine("known"),
        Err((field, key)) => TicketToldJson { outcome: "wrong", field: Some(field), problem: Some(key) },
    }
}
