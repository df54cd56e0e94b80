//! The first page of suggestions: a deputy's own, or the congress's list, by who asks.

use accounts_rules::{Actor, Duty, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Query, State},
    response::{IntoResponse, Response},
};
use kernel::{BodyId, Moment};
use kit::{
    Problem, Site, View,
    search::{Asked, Within},
    web::{go, page},
};
use serde::Deserialize;
use suggestions_rules::SuggestionId;

use super::{names, units};
use crate::queries::{self, Filter, Invitation, Line, Own, ToJudge};

/// Lines on one page.
const LINES: u16 = 25;

/// What the list is asked for.
#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    #[serde(default)]
    stage: String,
    #[serde(default)]
    category: String,
    #[serde(default)]
    q: String,
    congress: Option<BodyId>,
    #[serde(default)]
    after: String,
}

#[derive(Template)]
#[template(path = "suggestions/own.html")]
struct OwnPage<'a> {
    v: &'a View,
    own: Vec<(Own, &'static str, String)>,
    seconded: Vec<(Own, &'static str, String)>,
    invitations: Vec<(Invitation, i64)>,
    to_judge: Vec<(ToJudge, i64)>,
}

#[derive(Template)]
#[template(path = "suggestions/index.html")]
struct ListPage<'a> {
    v: &'a View,
    congress: String,
    lines: Vec<Shown>,
    total: i64,
    first: Option<String>,
    next: Option<String>,
    export: String,
    q: String,
    stage: String,
    stages: Vec<(&'static str, String)>,
    category: String,
    categories: Vec<(String, String)>,
    assigns: bool,
}

/// One line as it is shown.
struct Shown {
    line: Line,
    tone: &'static str,
    stage: String,
    category: String,
    left: Option<i64>,
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let offices = units::congresses(site.db(), &actor, Right::SuggestionSeeFiled).await?;
    let chosen = wanted.congress.or_else(|| offices.first().map(|congress| congress.id));
    if let Some(congress) = chosen {
        actor.may(Right::SuggestionSeeFiled, congress)?;
        let name = offices.into_iter().find(|office| office.id == congress).map(|office| office.name);
        return list(&site, &actor, congress, name.unwrap_or_default(), &wanted, &v).await;
    }
    let deputy = actor.posts.iter().any(|post| post.duty == Duty::Deputy);
    if !deputy && (actor.holds(Right::AssignmentSee) || actor.holds(Right::SuggestionSeeAssigned)) {
        return Ok(go("/suggestions/work"));
    }
    own(&site, &actor, &v).await
}

async fn own(site: &Site, actor: &Actor, v: &View) -> Result<Response, Problem> {
    let person = actor.stands_for().ok_or_else(Problem::missing)?;
    let mut db = site.db();
    let today = site.today();
    let dressed = |lines: Vec<Own>| {
        let dress = |line: Own| {
            let (tone, words) = names::stage(v, &line.stage);
            (line, tone, words)
        };
        lines.into_iter().map(dress).collect::<Vec<_>>()
    };
    let left = |day: Option<kernel::Day>| day.map_or(i64::MAX, |day| i64::from(day.days_since(today)));
    let template = OwnPage {
        v,
        own: dressed(queries::own(&mut db, person, None, 100).await?),
        seconded: dressed(queries::seconded(&mut db, person, None, 100).await?),
        invitations: queries::invitations(&mut db, person)
            .await?
            .into_iter()
            .map(|i| {
                let l = left(i.until);
                (i, l)
            })
            .collect(),
        to_judge: queries::to_judge(&mut db, person)
            .await?
            .into_iter()
            .map(|j| {
                let l = left(j.judge_by);
                (j, l)
            })
            .collect(),
    };
    Ok(page(&template).into_response())
}

async fn list(
    site: &Site,
    actor: &Actor,
    congress: BodyId,
    name: String,
    wanted: &Wanted,
    v: &View,
) -> Result<Response, Problem> {
    let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let filter = Filter { congress, stage: given(&wanted.stage), category: given(&wanted.category), session: None };
    let book = queries::book_of(site, congress).await?;
    let categories: Vec<_> = book.categories.iter().map(|c| (c.code.clone(), c.name.clone())).collect();
    let page_of = if wanted.q.trim().is_empty() {
        queries::list(&mut site.db(), &filter, cursor(&wanted.after), LINES).await?
    } else {
        found(site, congress, &wanted.q).await?
    };
    let address = |after: &str| {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("congress", &congress.to_string());
        for (key, value) in [("stage", &wanted.stage), ("category", &wanted.category)] {
            query.append_pair(key, value);
        }
        if !after.is_empty() {
            query.append_pair("after", after);
        }
        query.finish()
    };
    let template = ListPage {
        v,
        congress: name,
        total: page_of.total,
        first: (!wanted.after.is_empty()).then(|| format!("/suggestions?{}", address(""))),
        next: page_of.next.map(|(filed, id)| format!("/suggestions?{}", address(&format!("{}.{id}", filed.millis())))),
        lines: page_of.lines.into_iter().map(|line| shown(site, v, line, &categories)).collect(),
        export: format!("/suggestions/tasks?{}", address("")),
        q: wanted.q.clone(),
        stage: wanted.stage.clone(),
        stages: names::STAGES.iter().map(|stage| (*stage, names::stage(v, stage).1)).collect(),
        category: wanted.category.clone(),
        categories,
        assigns: actor.may(Right::SuggestionAssign, congress).is_ok(),
    };
    Ok(page(&template))
}

fn shown(site: &Site, v: &View, line: Line, categories: &[(String, String)]) -> Shown {
    let (tone, stage) = names::stage(v, &line.stage);
    let category = categories.iter().find(|(code, _)| *code == line.category).map(|(_, name)| name.clone());
    let left = line.due.map(|day| i64::from(day.days_since(site.today())));
    Shown { category: category.unwrap_or_default(), line, tone, stage, left }
}

fn cursor(text: &str) -> Option<(Moment, SuggestionId)> {
    let (filed, id) = text.split_once('.')?;
    Some((Moment::from_millis(filed.parse().ok()?), id.parse().ok()?))
}

/// What the index finds, in the order of the list.
async fn found(site: &Site, congress: BodyId, q: &str) -> Result<queries::Page<Line, (Moment, SuggestionId)>, Problem> {
    let within = [Within::Reader(congress.uuid())];
    let asked = Asked {
        text: q,
        kind: Some("suggestion"),
        labels: &[],
        within: &within,
        after: None,
        limit: usize::from(LINES),
    };
    let found = site.search()?.find(&asked)?;
    let ids: Vec<SuggestionId> = found.hits.iter().map(|hit| SuggestionId::from_uuid(hit.id)).collect();
    let lines = queries::lines_of(&mut site.db(), congress, &ids).await?;
    Ok(queries::Page { lines, next: None, total: i64::try_from(found.total).unwrap_or(i64::MAX) })
}
