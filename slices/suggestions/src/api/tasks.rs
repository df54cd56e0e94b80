//! The task list (交办清单), the answers point by point, and what is awaited, in JSON.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::{Query, State},
    response::{IntoResponse, Response},
};
use kernel::BodyId;
use kit::{
    Problem, Site,
    list::position,
    web::{Errors, ProblemJson, Wrong, chosen},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    pages::tasks_of,
    queries::{self, POINTS, PointLine, Task, Whose},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// Which congress, and which session of it.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
#[derive(Default)]
pub struct TasksOf {
    /// The congress.
    #[param(required = true, value_type = Uuid)]
    congress: String,
    /// A session of it; the present one when absent.
    #[param(value_type = Uuid)]
    session: String,
}

/// One unit's part of a row.
#[derive(Serialize, ToSchema)]
pub struct TaskPartJson {
    unit: Uuid,
    name: String,
    /// `sole`, `lead`, `co` or `separate`.
    role: String,
    sign_by: String,
    /// The last day for the reply or the co-opinion.
    due: String,
}

/// One row of the task list.
#[derive(Serialize, ToSchema)]
pub struct TaskJson {
    id: Uuid,
    /// 序号, from 1.
    place: u32,
    number: String,
    title: String,
    lead: String,
    delegation: String,
    category: String,
    assigned: Option<String>,
    publish: bool,
    wants_meeting: bool,
    /// Who supervises it, where it is a key suggestion.
    supervisor: Option<String>,
    /// The number of the one it goes with.
    goes_with: Option<String>,
    /// How often a part of it was passed on.
    passed_on: u32,
    parts: Vec<TaskPartJson>,
}

fn task(task: Task) -> TaskJson {
    let part = |part: queries::Share| TaskPartJson {
        unit: part.unit.uuid(),
        name: part.name,
        role: part.role,
        sign_by: part.sign_by.to_string(),
        due: part.due.to_string(),
    };
    TaskJson {
        id: task.id,
        place: task.place,
        number: task.number,
        title: task.title,
        lead: task.lead,
        delegation: task.delegation,
        category: task.category,
        assigned: task.assigned.map(|day| day.to_string()),
        publish: task.publish,
        wants_meeting: task.wants_meeting,
        supervisor: task.supervisor,
        goes_with: task.goes_with,
        passed_on: task.passed_on,
        parts: task.parts.into_iter().map(part).collect(),
    }
}

/// The task list of a session: one row for each suggestion assigned, in the order of numbers
#[utoipa::path(get, path = "/api/suggestion-tasks", tag = "suggestions", params(TasksOf),
    responses((status = 200, body = Vec<TaskJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn tasks(State(site): State<Site>, Extension(actor): Who, Query(of): Query<TasksOf>) -> Answer {
    let congress = required("congress", &of.congress)?;
    actor.may(Right::SuggestionSeeAssigned, congress)?;
    let session = tasks_of(&site, congress, &of.session).await?;
    let mut rows = Vec::new();
    queries::tasks(site.db(), congress, session, |row| {
        rows.push(task(row));
        Ok(())
    })
    .await?;
    Ok(Json(rows).into_response())
}

/// A body that must be named.
fn required(field: &'static str, raw: &str) -> Result<BodyId, Problem> {
    let asked: Option<BodyId> = chosen(field, raw, |raw| raw.parse().ok())?;
    asked.ok_or_else(|| Errors::one(field, Wrong::new("kit-form-required")).into())
}

/// Whose replies, and from where on.
#[derive(Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct PointsOf {
    /// A unit, or a congress.
    #[param(required = true, value_type = Uuid)]
    body: String,
    /// `next` of the page before.
    after: String,
}

/// What a delivered reply answers to one request.
#[derive(Serialize, ToSchema)]
pub struct PointLineJson {
    suggestion: Uuid,
    assignment: Uuid,
    /// The round of the reply.
    round: i64,
    /// Its place in the letter, from 0.
    place: i64,
    number: Option<String>,
    title: String,
    unit: Option<String>,
    /// The class of the reply.
    class: Option<String>,
    /// When it was delivered.
    delivered: Option<i64>,
    request: String,
    measure: Option<String>,
    owner: Option<String>,
    due: Option<String>,
    money: Option<String>,
    /// Whether it became a promise.
    promised: bool,
    /// Why it cannot be done.
    reason: Option<String>,
}

/// A page of answers with the exact total.
#[derive(Serialize, ToSchema)]
pub struct PointLines {
    items: Vec<PointLineJson>,
    next: Option<String>,
    total: i64,
}

fn point(line: PointLine) -> PointLineJson {
    PointLineJson {
        suggestion: line.suggestion.uuid(),
        assignment: line.assignment.uuid(),
        round: line.round,
        place: line.ordinal,
        number: line.number,
        title: line.title,
        unit: line.unit,
        class: line.class,
        delivered: line.delivered.map(kernel::Moment::millis),
        request: line.request,
        measure: line.measure,
        owner: line.owner,
        due: line.due.map(|day| day.to_string()),
        money: line.money,
        promised: line.promised,
        reason: line.reason,
    }
}

/// What delivered replies answer, request by request
#[utoipa::path(get, path = "/api/suggestion-points", tag = "suggestions", params(PointsOf),
    responses((status = 200, body = PointLines), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn points(State(site): State<Site>, Extension(actor): Who, Query(of): Query<PointsOf>) -> Answer {
    let whose = Whose::seen_by(&actor, Some(required("body", &of.body)?))?;
    let page = queries::points(&mut site.db(), whose, position(&of.after, &POINTS)?, 50).await?;
    let (next, total) = (page.next.map(|next| next.to_string()), page.total);
    Ok(Json(PointLines { items: page.items.into_iter().map(point).collect(), next, total }).into_response())
}

/// Which congress.
#[derive(Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct AwaitedOf {
    /// The congress.
    #[param(required = true, value_type = Uuid)]
    congress: String,
}

/// How many parts wait for one thing.
#[derive(Serialize, ToSchema)]
pub struct AwaitedJson {
    /// `sign-for`, `reply`, `check` …
    awaits: String,
    n: i64,
    /// How many of them are overdue today.
    overdue: i64,
}

/// What the parts of a congress wait for, and how much of it is overdue
#[utoipa::path(get, path = "/api/awaited-counts", tag = "suggestions", params(AwaitedOf),
    responses((status = 200, body = Vec<AwaitedJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn awaited(State(site): State<Site>, Extension(actor): Who, Query(of): Query<AwaitedOf>) -> Answer {
    let congress = required("congress", &of.congress)?;
    actor.may(Right::SuggestionSums, congress)?;
    let whose = Whose::of_congress(&actor, congress);
    let counts = queries::awaited(&mut site.db(), whose, site.today()).await?.into_iter();
    let one = |it: queries::AwaitedCount| AwaitedJson { awaits: it.awaits, n: it.n, overdue: it.overdue };
    Ok(Json(counts.map(one).collect::<Vec<_>>()).into_response())
}
