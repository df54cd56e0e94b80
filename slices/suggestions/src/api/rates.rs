//! 满意率 in JSON.

use accounts_rules::Actor;
use axum::{
    Extension, Json,
    extract::{Query, State},
    response::{IntoResponse, Response},
};
use kit::{Problem, Site, list::position, web::ProblemJson};
use serde::Serialize;
use suggestions_rules::Tally;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    queries::{self, CASES, Case},
    rated::Rated,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// The four columns, with the two shares in thousandths.
#[derive(Serialize, ToSchema)]
pub struct TallyJson {
    satisfied: u64,
    basically: u64,
    dissatisfied: u64,
    /// Who did not answer: never counted as satisfied.
    unanswered: u64,
    /// The satisfied among those who answered, in thousandths; absent where nobody did.
    satisfaction: Option<u64>,
    /// Those who answered among all, in thousandths.
    response: Option<u64>,
}

/// One unit, category or session.
#[derive(Serialize, ToSchema)]
pub struct RateJson {
    /// The unit, the code of the category, or the session.
    key: String,
    tally: TallyJson,
}

/// The rates, and all of them together.
#[derive(Serialize, ToSchema)]
pub struct RatesJson {
    lines: Vec<RateJson>,
    all: TallyJson,
}

/// One case behind a figure.
#[derive(Serialize, ToSchema)]
pub struct CaseJson {
    assignment: Uuid,
    suggestion: Uuid,
    number: Option<String>,
    title: String,
    lead: Option<String>,
    unit: Option<String>,
    round: u16,
    /// Absent where the lead deputy did not answer.
    process: Option<String>,
    result: Option<String>,
}

/// A page of cases with the exact total.
#[derive(Serialize, ToSchema)]
pub struct CaseLines {
    items: Vec<CaseJson>,
    next: Option<String>,
    total: i64,
}

fn tally(tally: Tally) -> TallyJson {
    TallyJson {
        satisfied: tally.satisfied,
        basically: tally.basically,
        dissatisfied: tally.dissatisfied,
        unanswered: tally.unanswered,
        satisfaction: tally.satisfaction(),
        response: tally.response(),
    }
}

/// How satisfied the lead deputies are, by unit, category or session, with how many answered
#[utoipa::path(get, path = "/api/rates", tag = "suggestions", params(Rated),
    responses((status = 200, body = RatesJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn rates(State(site): State<Site>, Extension(actor): Who, Query(asked): Query<Rated>) -> Answer {
    let found = queries::rates(&mut site.db(), &asked.counted(&site, &actor)?, asked.by()?).await?;
    let all = found.iter().fold(Tally::default(), |all, line| all.and(line.tally));
    let lines = found.into_iter().map(|line| RateJson { key: line.key, tally: tally(line.tally) }).collect();
    Ok(Json(RatesJson { lines, all: tally(all) }).into_response())
}

/// The cases behind a figure of the rates
#[utoipa::path(get, path = "/api/rates/cases", tag = "suggestions", params(Rated),
    responses((status = 200, body = CaseLines), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn cases(State(site): State<Site>, Extension(actor): Who, Query(asked): Query<Rated>) -> Answer {
    let behind = asked.behind(&site, &actor)?;
    let page = queries::cases(&mut site.db(), &behind, position(&asked.after, &CASES)?, 50).await?;
    let one = |case: Case| CaseJson {
        assignment: case.id.uuid(),
        suggestion: case.suggestion.uuid(),
        number: case.number,
        title: case.title,
        lead: case.lead,
        unit: case.unit,
        round: case.round,
        process: case.process,
        result: case.result,
    };
    let next = page.next.map(|next| next.to_string());
    Ok(Json(CaseLines { items: page.items.into_iter().map(one).collect(), next, total: page.total }).into_response())
}
