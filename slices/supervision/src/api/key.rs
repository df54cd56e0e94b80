//! Key suggestions.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use kernel::{BodyId, Day};
use kit::{
    Problem, Site,
    web::{
        Errors, ProblemJson, Query, Wrong,
        api::{Body, Once, versioned},
    },
};
use serde::{Deserialize, Serialize};
use supervision_rules::{EntryId, KeyId, KeyStage, SessionId, SuggestionId};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    desk::{
        key::{
            self as desk, KeyReason, KeyResult, KeyTermsJson, PolicyWanted, ReportWanted, StepNote, StepWanted,
            VisitWanted,
        },
        read::Named,
    },
    queries::{self, KeyLine},
    store::KeyKept,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// Which key suggestions.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    /// The congress; without it, those in which your unit has a part.
    #[param(value_type = Option<Uuid>)]
    congress: Option<BodyId>,
    /// A session of the congress.
    #[param(value_type = Option<Uuid>)]
    session: Option<SessionId>,
}

/// One line of the list.
#[derive(Serialize, ToSchema)]
pub struct KeyLineJson {
    id: Uuid,
    suggestion: Uuid,
    number: Option<String>,
    title: String,
    leader: String,
    committee: String,
    unit: Option<String>,
    /// Milliseconds since 1970-01-01 UTC.
    marked: i64,
    /// `running`, `concluded` or `lifted`.
    stage: String,
    /// Steps of the plan.
    steps: i64,
    done: i64,
    overdue: i64,
}

/// A step of the plan.
#[derive(Serialize, ToSchema)]
pub struct StepJson {
    id: Uuid,
    what: String,
    #[schema(value_type = String)]
    by: Day,
    done: Option<i64>,
    note: Option<String>,
}

/// A visit on the spot.
#[derive(Serialize, ToSchema)]
pub struct VisitJson {
    id: Uuid,
    #[schema(value_type = String)]
    day: Day,
    place: String,
    people: String,
    minutes: String,
}

/// A report.
#[derive(Serialize, ToSchema)]
pub struct KeyReportJson {
    id: Uuid,
    /// `interim` or `final`.
    kind: &'static str,
    at: i64,
    words: String,
}

/// A document that came of it.
#[derive(Serialize, ToSchema)]
pub struct PolicyJson {
    id: Uuid,
    name: String,
    #[schema(value_type = String)]
    day: Day,
}

/// A key suggestion with its file.
#[derive(Serialize, ToSchema)]
pub struct KeyJson {
    id: Uuid,
    /// For `If-Match`: counts every change of its file.
    version: i64,
    suggestion: Uuid,
    leader: String,
    committee: String,
    basis: String,
    marked: i64,
    stage: &'static str,
    /// The result, or why it is no longer one.
    words: Option<String>,
    steps: Vec<StepJson>,
    visits: Vec<VisitJson>,
    reports: Vec<KeyReportJson>,
    policies: Vec<PolicyJson>,
}

impl From<KeyLine> for KeyLineJson {
    fn from(line: KeyLine) -> Self {
        Self {
            id: line.id.uuid(),
            suggestion: line.suggestion.uuid(),
            number: line.number,
            title: line.title,
            leader: line.leader,
            committee: line.committee,
            unit: line.unit,
            marked: line.marked.millis(),
            stage: line.stage,
            steps: line.steps,
            done: line.done,
            overdue: line.overdue,
        }
    }
}

impl From<KeyKept> for KeyJson {
    fn from(kept: KeyKept) -> Self {
        let KeyKept { key, version } = kept;
        let step = |it: supervision_rules::Step| {
            let (done, note) = it.done.map(|(at, note)| (at.millis(), note.into())).unzip();
            StepJson { id: it.id.uuid(), what: it.what.into(), by: it.by, done, note }
        };
        let visit = |it: supervision_rules::Visit| VisitJson {
            id: it.id.uuid(),
            day: it.day,
            place: it.place.into(),
            people: it.people.into(),
            minutes: it.minutes.into(),
        };
        let report = |it: supervision_rules::Report| KeyReportJson {
            id: it.id.uuid(),
            kind: it.kind.word(),
            at: it.at.millis(),
            words: it.words.into(),
        };
        let policy = |it: supervision_rules::Policy| PolicyJson { id: it.id.uuid(), name: it.name.into(), day: it.day };
        let stage = key.stage.word();
        let words = match key.stage {
            KeyStage::Running => None,
            KeyStage::Concluded { result, .. } => Some(result.into()),
            KeyStage::Lifted { reason, .. } => Some(reason.into()),
        };
        Self {
            id: key.id.uuid(),
            version,
            suggestion: key.suggestion.uuid(),
            leader: key.terms.leader.into(),
            committee: key.terms.committee.into(),
            basis: key.terms.basis.into(),
            marked: key.marked.millis(),
            stage,
            words,
            steps: key.steps.into_iter().map(step).collect(),
            visits: key.visits.into_iter().map(visit).collect(),
            reports: key.reports.into_iter().map(report).collect(),
            policies: key.policies.into_iter().map(policy).collect(),
        }
    }
}

/// A key suggestion as it is now, its version as the entity tag too.
fn now(kept: KeyKept) -> Response {
    versioned(kept.version, KeyJson::from(kept))
}

/// The key suggestions of a congress, or those in which your unit has a part
#[utoipa::path(get, path = "/api/key-suggestions", tag = "supervision", operation_id = "key_list", params(Wanted),
    responses((status = 200, body = Vec<KeyLineJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn list(State(site): State<Site>, Extension(actor): Who, Query(wanted): Query<Wanted>) -> Answer {
    match wanted.congress {
        _ if !actor.signed_in() => return Err(Problem::SignIn),
        Some(congress) => actor.may(Right::SupervisionSee, congress)?,
        None if actor.holds(Right::AssignmentSee) => {}
        None => return Err(Errors::one("congress", Wrong::new("kit-form-required")).into()),
    }
    let found = queries::keys(&mut site.db(), &actor, wanted.congress, wanted.session, site.today()).await?;
    Ok(Json(found.into_iter().map(KeyLineJson::from).collect::<Vec<_>>()).into_response())
}

/// One key suggestion with its file
#[utoipa::path(get, path = "/api/key-suggestions/{id}", tag = "supervision", operation_id = "key_one", params(("id" = Uuid, Path)),
    responses((status = 200, body = KeyJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn one(State(site): State<Site>, Extension(actor): Who, Path(id): Path<KeyId>) -> Answer {
    Ok(now(desk::of(&site, &actor, id).await?))
}

/// Set a numbered suggestion as a key one
#[utoipa::path(post, path = "/api/suggestions/{id}/key", tag = "supervision", operation_id = "key_mark", params(("id" = Uuid, Path)),
    request_body = KeyTermsJson,
    responses((status = 201, body = KeyJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn mark(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SuggestionId>,
    body: Result<Body<KeyTermsJson>, Problem>,
) -> Answer {
    desk::markable(&site, &actor, id).await?;
    let Body(terms) = body?;
    let kept = desk::mark(&site, &actor, id, terms.into()).await?;
    let mut answer = now(kept);
    *answer.status_mut() = axum::http::StatusCode::CREATED;
    Ok(answer)
}

/// Before a body is read: whoever may not look is told that there is none, and whoever may not do it that.
macro_rules! verb {
    ($($(#[doc = $doc:literal])+ $path:literal $name:ident $right:ident $wanted:ident;)+) => {$(
        $(#[doc = $doc])+
        #[utoipa::path(post, path = $path, tag = "supervision", operation_id = concat!("key_", stringify!($name)),
            params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header),
            ("If-Match" = Option<String>, Header, description = "The version you have read; another is refused with 412")),
            request_body = $wanted,
            responses((status = 200, body = KeyJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
        pub async fn $name(
            State(site): State<Site>,
            Extension(actor): Who,
            Path(id): Path<KeyId>,
            once: Once,
            named: Result<Named, Problem>,
            body: Result<Body<$wanted>, Problem>,
        ) -> Answer {
            desk::may(&site, &actor, id, Right::$right).await?;
            let (read, Body(wanted)) = (named?.of(id), body?);
            Ok(now(desk::$name(&site, &actor, read, wanted, &once).await?))
        }
    )+};
}

verb! {
    /// Add a step to the plan
    "/api/key-suggestions/{id}/steps" plan KeyRecord StepWanted;
    /// Record a visit on the spot
    "/api/key-suggestions/{id}/visits" visit KeyRecord VisitWanted;
    /// File a report
    "/api/key-suggestions/{id}/reports" report KeyRecord ReportWanted;
    /// Record a document that came of it
    "/api/key-suggestions/{id}/policies" policy KeyRecord PolicyWanted;
    /// Conclude its supervision
    "/api/key-suggestions/{id}/conclusion" conclude KeyMark KeyResult;
    /// No longer set it as a key suggestion
    "/api/key-suggestions/{id}/removal" lift KeyMark KeyReason;
}

/// A step of the plan is done
#[utoipa::path(post, path = "/api/key-suggestions/{id}/steps/{entry}", tag = "supervision", operation_id = "key_finish",
    params(("id" = Uuid, Path), ("entry" = Uuid, Path),
    ("If-Match" = Option<String>, Header, description = "The version you have read; another is refused with 412")), request_body = StepNote,
    responses((status = 200, body = KeyJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn finish(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, entry)): Path<(KeyId, EntryId)>,
    named: Result<Named, Problem>,
    body: Result<Body<StepNote>, Problem>,
) -> Answer {
    desk::may(&site, &actor, id, Right::KeyRecord).await?;
    let (read, Body(note)) = (named?.of(id), body?);
    Ok(now(desk::finish(&site, &actor, read, entry, note).await?))
}
