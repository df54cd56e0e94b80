//! Coverage: ratios, the two lists behind each, sums over areas.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use kernel::{AreaCode, BodyId, Day};
use kit::{
    Problem, Site, View,
    list::position,
    web::{
        ProblemJson, Query,
        api::{Body, Once},
        chosen,
    },
};
use links_rules::{End, IndicatorId, Ratio};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::{
    desk::indicator::{self as desk, IndicatorWanted, Shown},
    pages::shown as words,
    queries::{
        BY_PLACE,
        coverage::{self, Scope, Tree},
        paged,
    },
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// Lines of a page.
const LINES: u16 = 100;

/// As of which day.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct CoverageDay {
    /// `YYYY-MM-DD`; today where it is left out.
    day: String,
}

/// Which list, as of which day.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct CoverageList {
    /// `missing` or `covered`.
    show: String,
    /// `YYYY-MM-DD`; today where it is left out.
    day: String,
    /// Where the page begins: `next` of the page before.
    after: String,
}

/// Along which tree, from where, as of which day.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct CoverageTree {
    /// `administrative` or `functional`.
    tree: String,
    /// The code of an area within that of the congress; left out, that of the congress.
    area: String,
    /// `YYYY-MM-DD`; today where it is left out.
    day: String,
}

/// An indicator with its ratio.
#[derive(Serialize, ToSchema)]
pub struct CoverageJson {
    /// What stands in addresses.
    indicator: String,
    name: String,
    population: &'static str,
    condition: &'static str,
    kind: Option<uuid::Uuid>,
    /// Who is covered.
    part: u64,
    /// Everybody.
    whole: u64,
    /// In thousandths, rounded down; nothing where there is nobody.
    thousandths: Option<u64>,
}

fn told(v: &View, shown: &Shown, ratio: Ratio) -> CoverageJson {
    CoverageJson {
        indicator: shown.key.clone(),
        name: words::name(v, shown),
        population: shown.asked.population.word(),
        condition: shown.asked.condition.word(),
        kind: shown.asked.kind.map(kernel::Id::uuid),
        part: ratio.part,
        whole: ratio.whole,
        thousandths: ratio.thousandths(),
    }
}

/// One line of a list.
#[derive(Serialize, ToSchema)]
pub struct CoverageMemberJson {
    #[schema(value_type = Object)]
    who: End,
    name: String,
    #[schema(value_type = String)]
    area: AreaCode,
}

/// An indicator with a page of one of its lists.
#[derive(Serialize, ToSchema)]
pub struct CoverageOneJson {
    ratio: CoverageJson,
    items: Vec<CoverageMemberJson>,
    next: Option<String>,
    total: i64,
}

/// One area.
#[derive(Serialize, ToSchema)]
pub struct CoverageAreaJson {
    #[schema(value_type = String)]
    code: AreaCode,
    name: String,
    part: u64,
    whole: u64,
}

/// Areas with their ratios, and all of them together: who stands in several counts once.
#[derive(Serialize, ToSchema)]
pub struct CoverageAreasJson {
    part: u64,
    whole: u64,
    /// Who stands in none of the areas.
    rest: CoverageSumJson,
    /// By how much the areas add up to more: somebody stands in several.
    again: CoverageSumJson,
    areas: Vec<CoverageAreaJson>,
}

/// So many of so many.
#[derive(Serialize, ToSchema)]
pub struct CoverageSumJson {
    part: u64,
    whole: u64,
}

impl From<Ratio> for CoverageSumJson {
    fn from(Ratio { part, whole }: Ratio) -> Self {
        Self { part, whole }
    }
}

fn day(site: &Site, asked: &str) -> Result<Day, Problem> {
    Ok(chosen("day", asked, |raw| raw.parse().ok())?.unwrap_or_else(|| site.today()))
}

/// Every indicator of a congress with its ratio
#[utoipa::path(get, path = "/api/congresses/{id}/coverage", tag = "coverage", operation_id = "coverage_all",
    params(("id" = Uuid, Path), CoverageDay),
    responses((status = 200, body = Vec<CoverageJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn all(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(congress): Path<BodyId>,
    v: View,
    wanted: Result<Query<CoverageDay>, Problem>,
) -> Answer {
    desk::looks(&actor, congress)?;
    let day = day(&site, &wanted?.0.day)?;
    let scope = words::scope(&site, congress).await?;
    let mut lines = Vec::new();
    for shown in desk::all(&site, congress).await? {
        let ratio = coverage::ratio(&mut site.db(), shown.asked, &scope, day).await?;
        lines.push(told(&v, &shown, ratio));
    }
    Ok(Json(lines).into_response())
}

/// One indicator with who is missing, or who is covered
#[utoipa::path(get, path = "/api/congresses/{id}/coverage/{indicator}", tag = "coverage", operation_id = "coverage_one",
    params(("id" = Uuid, Path), ("indicator" = String, Path), CoverageList),
    responses((status = 200, body = CoverageOneJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn one(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((congress, key)): Path<(BodyId, String)>,
    v: View,
    wanted: Result<Query<CoverageList>, Problem>,
) -> Answer {
    desk::looks(&actor, congress)?;
    let shown = desk::find(&site, congress, &key).await?;
    let Query(CoverageList { show, day: asked, after }) = wanted?;
    let (day, part, after) = (day(&site, &asked)?, words::part(&show)?, position(&after, &BY_PLACE)?);
    let scope = words::scope(&site, congress).await?;
    let mut look = site.db().look().await?;
    let (ratio, all) = coverage::list(&mut look, shown.asked, &scope, (part, day)).await?;
    let found = paged(all, after.as_ref(), LINES)?;
    let members = coverage::named(&mut look, found.items).await?;
    let member = |it: coverage::Member| CoverageMemberJson { who: it.end, name: it.name, area: it.area };
    let items = members.into_iter().map(member).collect();
    let next = found.next.map(|next| next.to_string());
    Ok(Json(CoverageOneJson { ratio: told(&v, &shown, ratio), items, next, total: found.total }).into_response())
}

/// One indicator summed up over the areas below
#[utoipa::path(get, path = "/api/congresses/{id}/coverage/{indicator}/areas", tag = "coverage", operation_id = "coverage_areas",
    params(("id" = Uuid, Path), ("indicator" = String, Path), CoverageTree),
    responses((status = 200, body = CoverageAreasJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn areas(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((congress, key)): Path<(BodyId, String)>,
    wanted: Result<Query<CoverageTree>, Problem>,
) -> Answer {
    desk::looks(&actor, congress)?;
    let shown = words::common(desk::find(&site, congress, &key).await?)?;
    let (Scope::Body(_, own) | Scope::Tree(own)) = words::scope(&site, congress).await?;
    actor.may_see_below(Right::CoverageSums, &own)?;
    let Query(CoverageTree { tree, area, day: asked }) = wanted?;
    let area = chosen("area", &area, |raw| AreaCode::parse(raw).ok().filter(|area| own.contains(area)))?.unwrap_or(own);
    let tree = chosen("tree", &tree, Tree::read)?.unwrap_or(Tree::Administrative);
    let day = day(&site, &asked)?;
    let mut look = site.db().look().await?;
    let (rolled, lines) = coverage::rolled_up(&mut look, shown.asked, &area, (tree, day)).await?;
    let line = |it: coverage::AreaLine| CoverageAreaJson {
        code: it.code,
        name: it.name,
        part: it.ratio.part,
        whole: it.ratio.whole,
    };
    let areas = lines.into_iter().map(line).collect();
    let [all, rest, again] = [rolled.total, rolled.rest, rolled.again];
    let Ratio { part, whole } = all;
    Ok(Json(CoverageAreasJson { part, whole, rest: rest.into(), again: again.into(), areas }).into_response())
}

/// Add an indicator: who is counted, and what makes one covered
#[utoipa::path(post, path = "/api/congresses/{id}/indicators", tag = "coverage", operation_id = "indicator_make",
    params(("id" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)), request_body = IndicatorWanted,
    responses((status = 201, body = CoverageJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn make(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(congress): Path<BodyId>,
    v: View,
    once: Once,
    body: Result<Body<IndicatorWanted>, Problem>,
) -> Answer {
    actor.may(Right::CoverageKeep, congress)?;
    let Body(wanted) = body?;
    let shown = desk::make(&site, &actor, congress, wanted, &once).await?;
    let scope = words::scope(&site, congress).await?;
    let ratio = coverage::ratio(&mut site.db(), shown.asked, &scope, site.today()).await?;
    Ok((StatusCode::CREATED, Json(told(&v, &shown, ratio))).into_response())
}

/// Remove an indicator that the congress added
#[utoipa::path(delete, path = "/api/indicators/{id}", tag = "coverage", operation_id = "indicator_remove",
    params(("id" = Uuid, Path)),
    responses((status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn remove(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<IndicatorId>,
) -> Result<StatusCode, Problem> {
    desk::remove(&site, &actor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
