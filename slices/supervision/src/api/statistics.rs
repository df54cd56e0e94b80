//! Counts of the handling, and the cases behind them.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use kernel::{AreaCode, BodyId};
use kit::{
    Problem, Site,
    db::Sql,
    list::position,
    web::{ProblemJson, Query},
};
use serde::{Deserialize, Serialize};
use supervision_rules::SessionId;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::queries::{
    counted::{BEGUN, CaseWords, CasesOf, Counted, counted},
    signers::{Delegation, NAMED, Signer, by_delegation, signers},
    statistics::{Summed, Sums, above, of_congress, rung_below, units, within},
};

const LINES: u16 = 50;

/// What is summed.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct StatisticsWanted {
    /// One session of the congress; not read with `below`.
    #[param(value_type = Option<Uuid>)]
    pub(super) session: Option<SessionId>,
    /// Every congress of its area, this one too.
    pub(super) below: bool,
    /// With `below`, only sessions that opened in this year.
    pub(super) year: Option<i16>,
}

/// How many things stand under a word.
#[derive(Serialize, ToSchema)]
pub struct SumJson {
    /// `all`, `category`, `source`, `class` (canonical), `outcome` and `process` (the lead deputy's word on the newest reply: `waiting`
    /// while its window is open, `silent` without one), `timely`, `contact` (`face`, `apart` or `without`: how the unit spoke with a signer
    /// before it signed the reply; 沟通率 is `face` and `apart`, 见面率 `face` among the three), `rounds` (replies delivered), `hops` (passed
    /// on to another unit); of levels below also `level` and `mapping`, of units also `role`. Codes of `category` are each congress's own: sum
    /// levels below by `mapping`, the one list to which theirs are mapped.
    dimension: String,
    /// Empty: none yet.
    word: String,
    n: i64,
}

/// A unit with its parts, or a congress one rung below with the sums of its area.
#[derive(Serialize, ToSchema)]
pub struct SummedJson {
    id: Uuid,
    name: String,
    sums: Vec<SumJson>,
}

/// A category of the one list to which the categories of the levels below are mapped.
#[derive(Serialize, ToSchema)]
pub struct MappedCategoryJson {
    code: String,
    name: String,
}

/// Numbered suggestions by every dimension.
#[derive(Serialize, ToSchema)]
pub struct HandlingStatisticsJson {
    sums: Vec<SumJson>,
    /// The units of the congress; nothing with `below`.
    units: Vec<SummedJson>,
    /// The congresses one rung below; nothing without `below`.
    congresses: Vec<SummedJson>,
    /// What the codes under `mapping` are called; nothing without `below`.
    mappings: Vec<MappedCategoryJson>,
}

pub(super) fn lines(sums: &Sums) -> Vec<SumJson> {
    let line = |(dimension, word, n): (&str, &str, i64)| SumJson { dimension: dimension.into(), word: word.into(), n };
    sums.all().map(line).collect()
}

fn bodies(all: Vec<Summed>) -> Vec<SummedJson> {
    all.into_iter().map(|one| SummedJson { id: one.id.uuid(), name: one.name, sums: lines(&one.sums) }).collect()
}

/// Numbered suggestions of a congress, or of all within its area, by every dimension
#[utoipa::path(get, path = "/api/congresses/{id}/handling-statistics", tag = "supervision", operation_id = "statistics_of",
    params(("id" = Uuid, Path), StatisticsWanted),
    responses((status = 200, body = HandlingStatisticsJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn of(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(congress): Path<BodyId>,
    Query(wanted): Query<StatisticsWanted>,
) -> Result<Response, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let (mut db, today) = (site.db(), site.today());
    let told = if wanted.below {
        let sql = Sql::new("select area from v_body where kind = 'congress' and id = {}").bind(congress);
        let (area,): (AreaCode,) = db.one(sql).await?.ok_or_else(Problem::missing)?;
        actor.may_see_below(Right::SuggestionSums, &area)?;
        let sums = within(&mut db, &area, wanted.year, today).await?;
        let congresses = rung_below(&mut db, &area, wanted.year, today).await?;
        let named = |(code, name): (String, String)| MappedCategoryJson { code, name };
        let mappings = above(&mut db, congress, &area).await?.into_iter().map(named).collect();
        HandlingStatisticsJson { sums: lines(&sums), units: vec![], congresses: bodies(congresses), mappings }
    } else {
        actor.may(Right::SuggestionSums, congress)?;
        let sums = of_congress(&mut db, congress, wanted.session, today).await?;
        let units = units(&mut db, congress, wanted.session, today).await?;
        HandlingStatisticsJson { sums: lines(&sums), units: bodies(units), congresses: vec![], mappings: vec![] }
    };
    Ok(Json(told).into_response())
}

/// Of which session, from where on.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct CountedWanted {
    /// One session of the congress.
    #[param(value_type = Option<Uuid>)]
    session: Option<SessionId>,
    /// `next` of the page before.
    after: String,
}

/// A case behind a figure.
#[derive(Serialize, ToSchema)]
pub struct CountedJson {
    suggestion: Uuid,
    number: Option<String>,
    title: String,
    /// The unit that replies, or the unit asked for.
    unit: Option<String>,
    /// The code of its category.
    category: String,
    /// Where the suggestion came from; empty where nobody said.
    source: String,
    /// The canonical class; empty without a reply.
    class: String,
    /// The lead deputy's word on the result of the newest reply; `waiting` while its window is open, `silent` without one, empty without a
    /// reply.
    outcome: String,
    /// The same of the process.
    process: String,
    /// `in-time`, `late`; without a reply `overdue` after its day, else empty.
    timely: String,
    /// How the unit spoke with a signer before it signed: `face`, `apart`, `without`; empty without a reply.
    contact: String,
    /// Replies delivered.
    rounds: i64,
    /// How often a part was passed on to another unit.
    hops: i64,
}

/// A page of cases with the exact total.
#[derive(Serialize, ToSchema)]
pub struct CountedLines {
    items: Vec<CountedJson>,
    next: Option<String>,
    total: i64,
}

impl From<Counted> for CountedJson {
    fn from(line: Counted) -> Self {
        let Counted {
            suggestion,
            number,
            title,
            unit,
            category,
            source,
            class,
            outcome,
            process,
            timely,
            contact,
            rounds,
            hops,
            ..
        } = line;
        let suggestion = suggestion.uuid();
        Self {
            suggestion,
            number,
            title,
            unit,
            category,
            source,
            class,
            outcome,
            process,
            timely,
            contact,
            rounds,
            hops,
        }
    }
}

/// The cases behind a figure of a congress's statistics
#[utoipa::path(get, path = "/api/congresses/{id}/handling-statistics/cases", tag = "supervision", operation_id = "statistics_cases",
    params(("id" = Uuid, Path), CountedWanted, CaseWords),
    responses((status = 200, body = CountedLines), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn cases(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(congress): Path<BodyId>,
    Query(wanted): Query<CountedWanted>,
    Query(words): Query<CaseWords>,
) -> Result<Response, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    actor.may(Right::SuggestionSeeFiled, congress)?;
    let of = CasesOf::read(congress, wanted.session, &words, site.today())?;
    let page = counted(&mut site.db(), &of, position(&wanted.after, &BEGUN)?, LINES).await?;
    let next = page.next.map(|next| next.to_string());
    let items = page.items.into_iter().map(CountedJson::from).collect();
    Ok(Json(CountedLines { items, next, total: page.total }).into_response())
}

/// What a deputy raised, co-signed and judged.
#[derive(Serialize, ToSchema)]
pub struct DeputySumsJson {
    id: Uuid,
    name: String,
    /// Numbered suggestions the deputy leads.
    raised: i64,
    /// Numbered suggestions the deputy co-signed.
    cosigned: i64,
    /// Replies delivered to the deputy.
    delivered: i64,
    /// Those of them the deputy has judged, or whose window is over: 反馈率 is the judged among them.
    asked: i64,
    /// Those the deputy has judged.
    judged: i64,
}

/// What the deputies of a delegation raised, co-signed and judged.
#[derive(Serialize, ToSchema)]
pub struct DelegationSumsJson {
    /// Absent for deputies of none.
    id: Option<Uuid>,
    name: Option<String>,
    /// Numbered suggestions its deputies lead.
    raised: i64,
    /// Confirmed seconding of numbered suggestions.
    cosigned: i64,
    /// Replies delivered to its deputies.
    delivered: i64,
    /// Those of them that were judged, or whose window is over: 反馈率 is the judged among them.
    asked: i64,
    /// Those judged.
    judged: i64,
}

/// A page of deputies by name, with the exact total.
#[derive(Serialize, ToSchema)]
pub struct DeputySumsLines {
    items: Vec<DeputySumsJson>,
    next: Option<String>,
    total: i64,
}

impl From<Signer> for DeputySumsJson {
    fn from(line: Signer) -> Self {
        let Signer { id, name, raised, cosigned, delivered, asked, judged, .. } = line;
        Self { id: id.uuid(), name, raised, cosigned, delivered, asked, judged }
    }
}

impl From<Delegation> for DelegationSumsJson {
    fn from(line: Delegation) -> Self {
        let Delegation { id, name, raised, cosigned, delivered, asked, judged } = line;
        Self { id, name, raised, cosigned, delivered, asked, judged }
    }
}

/// What each deputy raised, co-signed and judged, by name
#[utoipa::path(get, path = "/api/congresses/{id}/handling-statistics/deputies", tag = "supervision",
    operation_id = "statistics_deputies", params(("id" = Uuid, Path), CountedWanted),
    responses((status = 200, body = DeputySumsLines), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn deputies(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(congress): Path<BodyId>,
    Query(wanted): Query<CountedWanted>,
) -> Result<Response, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    actor.may(Right::SuggestionSeeFiled, congress)?;
    let after = position(&wanted.after, &NAMED)?;
    let page = signers(&mut site.db(), (congress, wanted.session), site.today(), after, LINES).await?;
    let next = page.next.map(|next| next.to_string());
    let items = page.items.into_iter().map(DeputySumsJson::from).collect();
    Ok(Json(DeputySumsLines { items, next, total: page.total }).into_response())
}

/// Of which session.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct DelegationsWanted {
    /// One session of the congress.
    #[param(value_type = Option<Uuid>)]
    session: Option<SessionId>,
}

/// What the deputies of each delegation raised, co-signed and judged, by name
#[utoipa::path(get, path = "/api/congresses/{id}/handling-statistics/delegations", tag = "supervision",
    operation_id = "statistics_delegations", params(("id" = Uuid, Path), DelegationsWanted),
    responses((status = 200, body = Vec<DelegationSumsJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn delegations(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(congress): Path<BodyId>,
    Query(wanted): Query<DelegationsWanted>,
) -> Result<Response, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    actor.may(Right::SuggestionSeeFiled, congress)?;
    let lines = by_delegation(&mut site.db(), (congress, wanted.session), site.today()).await?;
    Ok(Json(lines.into_iter().map(DelegationSumsJson::from).collect::<Vec<_>>()).into_response())
}
