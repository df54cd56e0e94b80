//! The standing methods of a congress for programs.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use ballots_rules::paper::{Assembly, Kind, Laid, Method};
use kernel::{BodyId, Text};
use kit::{
    Problem, Site,
    web::{
        ProblemJson,
        api::{Body, Seen, versioned},
    },
};
use law_rules::Word as _;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{desk::method as desk, store::Edition};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// What a congress adopted for one kind of vote.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BallotMethodWanted {
    /// The document, at most 200 characters.
    #[schema(value_type = String)]
    document: Text<200>,
    /// What it says otherwise than is usual: `setting`, `word` and `article`.
    #[serde(default)]
    #[schema(value_type = Vec<Object>, max_items = 7)]
    laid: Vec<Laid>,
    /// The article that permits an electronic secret ballot; of decisions, picks and ratings alone.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    secret: Option<Text<80>>,
}

/// One edition.
#[derive(Serialize, ToSchema)]
pub struct BallotMethodJson {
    id: Uuid,
    /// `congress` or `committee`.
    assembly: &'static str,
    /// `election`, `decision`, `pick`, `rating` or `ranking`.
    kind: &'static str,
    /// From 1; for `If-Match` when the next is entered, 0 before the first.
    edition: u32,
    document: String,
    /// What it says otherwise than is usual.
    #[schema(value_type = Vec<Object>)]
    laid: Vec<Laid>,
    secret: Option<String>,
    /// Milliseconds since 1970-01-01 UTC.
    entered: i64,
}

/// All editions of one assembly and kind.
#[derive(Serialize, ToSchema)]
pub struct BallotMethodsJson {
    /// The newest first; empty where it is counted as is usual.
    editions: Vec<BallotMethodJson>,
}

impl From<Edition> for BallotMethodJson {
    fn from(it: Edition) -> Self {
        let Edition { id, assembly, kind, n, method, at, .. } = it;
        let Method { document, laid, secret } = method;
        Self {
            id: id.uuid(),
            assembly: assembly.word(),
            kind: kind.word(),
            edition: n,
            document: document.into(),
            laid,
            secret: secret.map(Into::into),
            entered: at.millis(),
        }
    }
}

fn of((assembly, kind): &(String, String)) -> Result<(Assembly, Kind), Problem> {
    Assembly::read(assembly).zip(Kind::read(kind)).ok_or_else(Problem::missing)
}

/// The standing methods of a congress, the newest edition of each
#[utoipa::path(get, path = "/api/congresses/{id}/ballot-methods", tag = "ballots", operation_id = "ballot_methods",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = BallotMethodsJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn list(State(site): State<Site>, Extension(actor): Who, Path(congress): Path<BodyId>) -> Answer {
    let all = desk::all(&site, &actor, congress).await?;
    Ok(Json(BallotMethodsJson { editions: all.into_iter().map(Into::into).collect() }).into_response())
}

/// The method of one assembly and kind of vote, all editions
#[utoipa::path(get, path = "/api/congresses/{id}/ballot-methods/{assembly}/{kind}", tag = "ballots", operation_id = "ballot_method_one",
    params(("id" = Uuid, Path), ("assembly" = String, Path), ("kind" = String, Path)),
    responses((status = 200, body = BallotMethodsJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn one(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((congress, assembly, kind)): Path<(BodyId, String, String)>,
) -> Answer {
    actor.may(Right::BallotSee, congress)?;
    let all = desk::of(&site, &actor, congress, of(&(assembly, kind))?).await?;
    let version = all.first().map_or(0, |edition| i64::from(edition.n));
    Ok(versioned(version, BallotMethodsJson { editions: all.into_iter().map(Into::into).collect() }))
}

/// Enter the next edition of a method: matters prepared from now on take it over
#[utoipa::path(put, path = "/api/congresses/{id}/ballot-methods/{assembly}/{kind}", tag = "ballots", operation_id = "ballot_method_adopt",
    params(("id" = Uuid, Path), ("assembly" = String, Path), ("kind" = String, Path),
    ("If-Match" = String, Header, description = "The edition you have read, 0 before the first; another is refused with 412")), request_body = BallotMethodWanted,
    responses((status = 200, body = BallotMethodJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn adopt(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((congress, assembly, kind)): Path<(BodyId, String, String)>,
    seen: Result<Seen, Problem>,
    body: Result<Body<BallotMethodWanted>, Problem>,
) -> Answer {
    actor.may(Right::BallotMethod, congress)?;
    let of = of(&(assembly, kind))?;
    let (Seen(edition), Body(wanted)) = (seen?, body?);
    let BallotMethodWanted { document, laid, secret } = wanted;
    let edition = desk::adopt(&site, &actor, congress, of, (Method { document, laid, secret }, Some(edition))).await?;
    Ok(versioned(edition.n.into(), BallotMethodJson::from(edition)))
}
