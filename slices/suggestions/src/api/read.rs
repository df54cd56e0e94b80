//! Reading: the list of a congress, one suggestion, work lists, counts; what is a deputy's own stands in `own`.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::{Path, Query, State},
    response::{IntoResponse, Response},
};
use kernel::BodyId;
use kit::{
    Problem, Site,
    list::position,
    web::{Errors, ProblemJson, Wrong},
};
use serde::{Deserialize, Serialize};
use suggestions_rules::{Given, SuggestionId};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::shape::{SuggestionJson, suggestion, tagged};
use crate::{
    pages::awaited,
    queries::{self, PartFilter, Whose},
    wanted::Wanted,
};

type Answer = Result<Response, Problem>;

/// Most lines of one answer.
const MOST: u16 = 100;

/// How many lines.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Limit {
    /// Lines wanted, 25 when absent, at most 100.
    limit: Option<String>,
}

impl Limit {
    fn read(&self) -> Result<u16, Problem> {
        let Some(asked) = self.limit.as_deref().filter(|asked| !asked.is_empty()) else { return Ok(25) };
        let limit = asked.parse().ok().filter(|limit| (1..=MOST).contains(limit));
        limit.ok_or_else(|| Errors::one("limit", Wrong::new("kit-form-number")).into())
    }
}

/// One line of the list.
#[derive(Serialize, ToSchema)]
pub struct LineJson {
    id: Uuid,
    number: Option<String>,
    title: String,
    category: String,
    stage: String,
    filed: i64,
    outcome: Option<String>,
    lead: Option<String>,
    delegation: Option<String>,
    unit: Option<String>,
    due: Option<String>,
    /// Whether units of it disagree and nobody has settled it yet.
    differs: bool,
}

/// A page of lines with the exact total.
#[derive(Serialize, ToSchema)]
pub struct Lines {
    items: Vec<LineJson>,
    next: Option<String>,
    total: i64,
}

/// The suggestions of a congress, newest first; with `q` those in which the words are found
#[utoipa::path(get, path = "/api/suggestions", tag = "suggestions", params(Wanted, Limit),
    responses((status = 200, body = Lines), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn list(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    Query(limit): Query<Limit>,
) -> Answer {
    let required = || Errors::one("congress", Wrong::new("kit-form-required"));
    let congress = wanted.congress()?.ok_or_else(required)?;
    actor.may(Right::SuggestionSeeFiled, congress)?;
    // A list that asks for no category needs no rule book.
    let book = if wanted.category.trim().is_empty() { None } else { Some(queries::book_of(&site, congress).await?) };
    let filter = wanted.filter(&site, congress, book.as_deref()).await?;
    let page = queries::look(&site, &filter, &wanted.q, &wanted.after, limit.read()?).await?;
    let line = |line: queries::Line| LineJson {
        id: line.id.uuid(),
        number: line.number,
        title: line.title,
        category: line.category,
        stage: line.stage,
        filed: line.filed.millis(),
        outcome: line.outcome,
        lead: line.lead,
        delegation: line.delegation,
        unit: line.unit,
        due: line.due.map(|day| day.to_string()),
        differs: line.differs,
    };
    let next = page.next.map(|next| next.to_string());
    Ok(Json(Lines { items: page.items.into_iter().map(line).collect(), next, total: page.total }).into_response())
}

/// One suggestion, whole, as you may see it
#[utoipa::path(get, path = "/api/suggestions/{id}", tag = "suggestions", params(("id" = Uuid, Path)),
    responses((status = 200, body = SuggestionJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn one(State(site): State<Site>, Extension(actor): Extension<Actor>, Path(id): Path<SuggestionId>) -> Answer {
    let detail = queries::detail(&site, &actor, id).await?;
    let (congress, session) = (detail.suggestion.congress, detail.suggestion.session);
    let (book, calendar) = (crate::desk::rules::book(&site, congress, session).await?, site.calendar());
    let given = Given { now: site.now(), book: &book, calendar: &calendar };
    Ok(tagged(detail.edition(), suggestion(&detail, &given)))
}

/// Whose work list.
#[derive(Deserialize, IntoParams)]
pub struct WorkOf {
    /// A unit, or a congress.
    #[param(value_type = Uuid)]
    body: BodyId,
    /// What is awaited: `sign-for`, `reply`, `check` …
    awaits: Option<String>,
    /// Only what is overdue today.
    overdue: Option<bool>,
    /// `next` of the page before.
    after: Option<String>,
}

/// One line of a work list.
#[derive(Serialize, ToSchema)]
pub struct WorkJson {
    id: Uuid,
    suggestion: Uuid,
    number: Option<String>,
    title: String,
    unit: Option<String>,
    role: String,
    awaits: String,
    by: Option<String>,
}

/// A page of a work list with the exact total.
#[derive(Serialize, ToSchema)]
pub struct WorkLines {
    items: Vec<WorkJson>,
    next: Option<String>,
    total: i64,
}

/// What a unit or a congress has before it, the nearest day first
#[utoipa::path(get, path = "/api/work", tag = "suggestions", params(WorkOf),
    responses((status = 200, body = WorkLines), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn work(State(site): State<Site>, Extension(actor): Extension<Actor>, Query(of): Query<WorkOf>) -> Answer {
    let whose = if actor.may(Right::AssignmentSee, of.body).is_ok() {
        Whose::Unit(of.body)
    } else {
        actor.may(Right::SuggestionSeeAssigned, of.body)?;
        Whose::of_congress(&actor, of.body)
    };
    let before = of.overdue.unwrap_or(false).then(|| site.today());
    let filter =
        PartFilter { whose, awaits: awaited(of.awaits.as_deref().unwrap_or_default())?, before, today: site.today() };
    let after = position(of.after.as_deref().unwrap_or_default(), queries::order(filter))?;
    let page = queries::parts(&mut site.db(), filter, after, 50).await?;
    let one = |line: queries::PartLine| WorkJson {
        id: line.id.uuid(),
        suggestion: line.suggestion.uuid(),
        number: line.number,
        title: line.title,
        unit: line.unit_name,
        role: line.role,
        awaits: line.awaits,
        by: line.by.map(|day| day.to_string()),
    };
    let next = page.next.map(|next| next.to_string());
    Ok(Json(WorkLines { items: page.items.into_iter().map(one).collect(), next, total: page.total }).into_response())
}

/// The words written so far.
#[derive(Deserialize, IntoParams)]
#[serde(default)]
#[derive(Default)]
#[into_params(parameter_in = Query)]
pub struct Written {
    /// 标题.
    title: String,
    /// The beginning of the text.
    body: String,
}

/// A suggestion like what is being written.
#[derive(Serialize, ToSchema)]
pub struct AlikeJson {
    /// The suggestion; absent where it is known only as the public reads it.
    id: Option<Uuid>,
    congress: String,
    number: Option<String>,
    title: String,
    lead: Option<String>,
    /// The word of its stage, or `disclosed` where it is known only as the public reads it.
    stage: String,
    /// When it was handed in; absent where it is known only as the public reads it.
    filed: Option<String>,
    /// The year of that.
    year: i16,
    /// Its disclosure, where it is known only as the public reads it.
    disclosure: Option<Uuid>,
    /// Whether you raised it yourself in a year before.
    repeat: bool,
    /// The class of the last answer.
    class: Option<String>,
    /// When that answer was delivered.
    answered: Option<String>,
}

/// Suggestions like what is being written, that you may know of: here and at other levels, this year and before
#[utoipa::path(get, path = "/api/similar-suggestions", tag = "suggestions", params(Written),
    responses((status = 200, body = Vec<AlikeJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn similar(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(written): Query<Written>,
) -> Answer {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let about = queries::About::writing(&site, &actor, None);
    let found = queries::similar(&site, &actor, (&written.title, &written.body), about).await?;
    let one = |it: queries::Alike| AlikeJson {
        id: it.edition.is_none().then(|| it.id.uuid()),
        congress: it.congress,
        number: it.number,
        title: it.title,
        lead: it.lead,
        stage: it.stage,
        filed: it.filed.map(|day| day.to_string()),
        year: it.year,
        disclosure: it.edition,
        repeat: it.repeat,
        class: it.answer.as_ref().map(|(class, _)| class.clone()),
        answered: it.answer.map(|(_, day)| day.to_string()),
    };
    Ok(Json(found.into_iter().map(one).collect::<Vec<_>>()).into_response())
}

/// Which congress.
#[derive(Deserialize, IntoParams)]
pub struct CountsOf {
    /// The congress.
    #[param(value_type = Uuid)]
    congress: BodyId,
}

/// How many of one kind.
#[derive(Serialize, ToSchema)]
pub struct CountJson {
    stage: String,
    category: String,
    /// How they ended; empty until closed, and to a transfer office.
    outcome: String,
    n: i64,
}

/// The counts of a congress by stage, category and outcome
#[utoipa::path(get, path = "/api/counts", tag = "suggestions", params(CountsOf),
    responses((status = 200, body = Vec<CountJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn overview(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(of): Query<CountsOf>,
) -> Answer {
    actor.may(Right::SuggestionSums, of.congress)?;
    let mut counts = queries::counts(&mut site.db(), of.congress, None).await?;
    if actor.may(Right::SuggestionSeeFiled, of.congress).is_err() {
        counts = queries::without_outcomes(counts);
    }
    let one = |c: queries::Count| CountJson { stage: c.stage, category: c.category, outcome: c.outcome, n: c.n };
    Ok(Json(counts.into_iter().map(one).collect::<Vec<_>>()).into_response())
}
