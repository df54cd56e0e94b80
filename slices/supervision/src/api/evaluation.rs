//! Evaluations of units.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use kernel::{BodyId, Day};
use kit::{
    Problem, Site,
    web::{
        ProblemJson,
        api::{Body, Once, Seen},
    },
};
use serde::Serialize;
use supervision_rules::{Appeal, Evaluation, EvaluationId, EvaluationStage, Judged, Scheme};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    desk::evaluation::{self as desk, AppealWanted, EvaluationWanted, RulingWanted, ScoreWanted, VoteWanted},
    queries::{self, EvaluationLine},
    sight::Judging,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// One line of the list.
#[derive(Serialize, ToSchema)]
pub struct EvaluationLineJson {
    id: Uuid,
    title: String,
    #[schema(value_type = String)]
    since: Day,
    #[schema(value_type = String)]
    until: Day,
    stage: String,
    units: i64,
}

/// How one line of a unit was worked out.
#[derive(Serialize, ToSchema)]
pub struct WorkedJson {
    name: String,
    measure: &'static str,
    part: u32,
    whole: u32,
    /// Hundredths of a point; absent where the line does not apply.
    points: Option<u32>,
}

/// A unit's appeal, to the office and the unit.
#[derive(Serialize, ToSchema)]
pub struct EvaluationAppealJson {
    /// Milliseconds since 1970-01-01 UTC.
    at: i64,
    words: String,
    /// Whether a figure was corrected; absent while it waits.
    upheld: Option<bool>,
    /// The answer; absent while it waits.
    ruling: Option<String>,
}

/// A unit's result, as far as you may see it.
#[derive(Serialize, ToSchema)]
pub struct UnitResultJson {
    unit: Uuid,
    /// Hundredths of a point.
    points: Option<u32>,
    grade: Option<String>,
    working: Vec<WorkedJson>,
    appeal: Option<EvaluationAppealJson>,
}

/// An evaluation.
#[derive(Serialize, ToSchema)]
pub struct EvaluationJson {
    id: Uuid,
    title: String,
    #[schema(value_type = String)]
    since: Day,
    #[schema(value_type = String)]
    until: Day,
    basis: String,
    stage: &'static str,
    /// SHA-256 of the scheme, once it is fixed.
    hash: Option<String>,
    #[schema(value_type = Object)]
    scheme: Scheme,
    /// For `If-Match` when the scheme is changed; absent once it is fixed.
    scheme_version: Option<i64>,
    units: Vec<UnitResultJson>,
}

impl From<&Appeal> for EvaluationAppealJson {
    fn from(it: &Appeal) -> Self {
        let (upheld, ruling) = it.ruling.as_ref().map(|it| (it.upheld, it.words.to_string())).unzip();
        Self { at: it.at.millis(), words: it.words.to_string(), upheld, ruling }
    }
}

fn json(e: &Evaluation, sight: &Judging) -> EvaluationJson {
    let unit = |judged: &Judged| {
        let unit = judged.unit;
        let outcome = e.outcome(unit).filter(|_| sight.sees(&e.stage, unit));
        let working = outcome.iter().flat_map(|outcome| &outcome.working).map(|it| WorkedJson {
            name: it.name.clone(),
            measure: it.measure.word(),
            part: it.ratio.part,
            whole: it.ratio.whole,
            points: it.points,
        });
        UnitResultJson {
            unit: unit.uuid(),
            working: working.collect(),
            appeal: judged.appeal.as_ref().filter(|_| sight.reads_appeal(unit)).map(Into::into),
            points: outcome.as_ref().map(|outcome| outcome.points),
            grade: outcome.and_then(|outcome| outcome.grade),
        }
    };
    EvaluationJson {
        id: e.id.uuid(),
        title: e.title.to_string(),
        since: e.since,
        until: e.until,
        basis: e.basis.to_string(),
        stage: e.stage.word(),
        hash: e.stage.hash().map(str::to_owned),
        scheme: e.scheme.clone(),
        scheme_version: if e.stage == EvaluationStage::Draft { desk::scheme_version(&e.scheme).ok() } else { None },
        units: e.units.iter().map(unit).collect(),
    }
}

/// The evaluations of a congress that you may see, the latest first
#[utoipa::path(get, path = "/api/congresses/{id}/evaluations", tag = "supervision", operation_id = "evaluation_list",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = Vec<EvaluationLineJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn list(State(site): State<Site>, Extension(actor): Who, Path(congress): Path<BodyId>) -> Answer {
    actor.may(Right::SupervisionSee, congress)?;
    let line = |it: EvaluationLine| EvaluationLineJson {
        id: it.id.uuid(),
        title: it.title,
        since: it.since,
        until: it.until,
        stage: it.stage,
        units: it.units,
    };
    let found = queries::evaluations(&mut site.db(), &actor, Some(congress)).await?;
    Ok(Json(found.into_iter().map(line).collect::<Vec<_>>()).into_response())
}

/// Begin an evaluation
#[utoipa::path(post, path = "/api/congresses/{id}/evaluations", tag = "supervision", operation_id = "evaluation_draft",
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = EvaluationWanted,
    responses((status = 201, body = EvaluationJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn draft(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(congress): Path<BodyId>,
    once: Once,
    body: Result<Body<EvaluationWanted>, Problem>,
) -> Answer {
    actor.may(Right::EvaluationKeep, congress)?;
    let Body(wanted) = body?;
    let kept = desk::draft(&site, &actor, congress, wanted, &once).await?;
    Ok((StatusCode::CREATED, Json(json(&kept.evaluation, &Judging::Office))).into_response())
}

/// One evaluation, as you may see it
#[utoipa::path(get, path = "/api/evaluations/{id}", tag = "supervision", operation_id = "evaluation_one",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = EvaluationJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn one(State(site): State<Site>, Extension(actor): Who, Path(id): Path<EvaluationId>) -> Answer {
    let (e, sight) = desk::of(&site, &actor, id).await?;
    Ok(Json(json(&e, &sight)).into_response())
}

/// Change the scheme of a draft
#[utoipa::path(put, path = "/api/evaluations/{id}/scheme", tag = "supervision", operation_id = "evaluation_revise",
    params(("id" = Uuid, Path),
    ("If-Match" = String, Header, description = "The `scheme_version` you have read; another is refused with 412, none with 428")),
    request_body = Object,
    responses((status = 200, body = EvaluationJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn revise(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<EvaluationId>,
    seen: Result<Seen, Problem>,
    body: Result<Body<Scheme>, Problem>,
) -> Answer {
    actor.may(Right::EvaluationKeep, desk::of(&site, &actor, id).await?.0.congress)?;
    let (Seen(seen), Body(scheme)) = (seen?, body?);
    Ok(Json(json(&desk::revise(&site, &actor, id, scheme, Some(seen)).await?, &Judging::Office)).into_response())
}

macro_rules! step {
    ($($(#[doc = $doc:literal])+ $path:literal $name:ident;)+) => {$(
        $(#[doc = $doc])+
        #[utoipa::path(post, path = $path, tag = "supervision", operation_id = concat!("evaluation_", stringify!($name)),
            params(("id" = Uuid, Path)),
            responses((status = 200, body = EvaluationJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
        pub async fn $name(State(site): State<Site>, Extension(actor): Who, Path(id): Path<EvaluationId>) -> Answer {
            Ok(Json(json(&desk::$name(&site, &actor, id).await?, &Judging::Office)).into_response())
        }
    )+};
}

step! {
    /// Open it: the scheme is fixed
    "/api/evaluations/{id}/opening" open;
    /// Count and fix the figures
    "/api/evaluations/{id}/computation" compute;
    /// Tell the units
    "/api/evaluations/{id}/telling" tell;
    /// Make the results final
    "/api/evaluations/{id}/decision" decide;
    /// Publish the results
    "/api/evaluations/{id}/publication" publish;
}

/// Enter the totals of a vote on the spot, or correct them; the entity tag of the answer is their version
#[utoipa::path(post, path = "/api/evaluations/{id}/units/{unit}/votes", tag = "supervision", operation_id = "evaluation_vote",
    params(("id" = Uuid, Path), ("unit" = Uuid, Path), ("If-Match" = Option<String>, Header,
    description = "The version of the totals you know of, `\"0\"` for none; another is refused with 412")),
    request_body = VoteWanted,
    responses((status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn vote(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(at): Path<(EvaluationId, BodyId)>,
    headers: HeaderMap,
    body: Result<Body<VoteWanted>, Problem>,
) -> Answer {
    desk::may(&site, &actor, at, Right::EvaluationKeep).await?;
    let (seen, Body(wanted)) = (Seen::said(&headers)?.map(|Seen(version)| version), body?);
    let version = desk::vote(&site, &actor, at, wanted, seen).await?;
    Ok((StatusCode::NO_CONTENT, [(header::ETAG, format!("\"{version}\""))]).into_response())
}

macro_rules! of_unit {
    ($($(#[doc = $doc:literal])+ $path:literal $name:ident $right:ident $wanted:ident;)+) => {$(
        $(#[doc = $doc])+
        #[utoipa::path(post, path = $path, tag = "supervision", operation_id = concat!("evaluation_", stringify!($name)),
            params(("id" = Uuid, Path), ("unit" = Uuid, Path)), request_body = $wanted,
            responses((status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
        pub async fn $name(
            State(site): State<Site>,
            Extension(actor): Who,
            Path((id, unit)): Path<(EvaluationId, BodyId)>,
            body: Result<Body<$wanted>, Problem>,
        ) -> Answer {
            desk::may(&site, &actor, (id, unit), Right::$right).await?;
            let Body(wanted) = body?;
            desk::$name(&site, &actor, id, unit, wanted).await?;
            Ok(StatusCode::NO_CONTENT.into_response())
        }
    )+};
}

of_unit! {
    /// Score a unit that answers a suggestion of yours
    "/api/evaluations/{id}/units/{unit}/score" score EvaluationScore ScoreWanted;
    /// Appeal against your unit's result
    "/api/evaluations/{id}/units/{unit}/appeal" appeal EvaluationAppeal AppealWanted;
    /// Answer an appeal
    "/api/evaluations/{id}/units/{unit}/ruling" rule EvaluationDecide RulingWanted;
}
