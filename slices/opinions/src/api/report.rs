//! Numbers of a month.

use accounts_rules::Actor;
use axum::{
    Extension, Json,
    extract::State,
    response::{IntoResponse, Response},
};
use kit::{
    Problem, Site,
    web::{ProblemJson, Query},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::{
    pages::report::{month, office},
    queries::report::{ReportLine, of_office},
};

/// Which month.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct OpinionReportWanted {
    /// `2026-06`; this month where nothing is named.
    month: String,
}

/// One topic of a month.
#[derive(Serialize, ToSchema)]
pub struct OpinionReportLineJson {
    /// The word of the topic; none for the sum.
    topic: Option<String>,
    received: i64,
    /// Somebody still has to do something about it.
    open: i64,
    /// Taken up in a suggestion that is not answered yet.
    raised: i64,
    answered: i64,
    satisfied: i64,
    unsatisfied: i64,
    /// Closed without a word of the person.
    silent: i64,
    elsewhere: i64,
    /// A clock ran out at least once.
    late: i64,
}

impl From<ReportLine> for OpinionReportLineJson {
    fn from(line: ReportLine) -> Self {
        let [received, open, raised, answered, satisfied, unsatisfied, silent, elsewhere, late] = line.numbers();
        let topic = Some(line.topic).filter(|topic| !topic.is_empty());
        Self { topic, received, open, raised, answered, satisfied, unsatisfied, silent, elsewhere, late }
    }
}

/// What came in to the office within a month, by topic, and how it stands
#[utoipa::path(get, path = "/api/opinions/report", tag = "opinions", operation_id = "opinions_report", params(OpinionReportWanted),
    responses((status = 200, body = Vec<OpinionReportLineJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn report(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    wanted: Result<Query<OpinionReportWanted>, Problem>,
) -> Result<Response, Problem> {
    let office = office(&actor)?;
    let (from, past) = month(&site, &wanted?.0.month)?;
    let lines = of_office(&mut site.db(), office, (from, past)).await?;
    Ok(Json(lines.into_iter().map(OpinionReportLineJson::from).collect::<Vec<_>>()).into_response())
}
