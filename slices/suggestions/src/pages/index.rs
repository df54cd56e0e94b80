//! The first page of suggestions: a deputy's own, or the congress's list, by who asks.

use accounts_rules::{Actor, Duty, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Query, State},
    response::Response,
};
use kernel::BodyId;
use kit::{
    Problem, Site, View,
    list::{Page, position},
    search::{Piece, excerpt, marked},
    web::{go, page},
};
use serde::Deserialize;

use super::{names, units};
use crate::{
    queries::{self, Invitation, LATEST, Line, Own, Session, ToAnswer, ToConfirm, ToJudge, ToRead},
    wanted::{STAGES, Wanted},
};

/// Lines on one page.
const LINES: u16 = 25;
/// Characters of the text shown around what was searched for.
const AROUND: usize = 80;

/// Where the pages of a deputy's two lists begin.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct After {
    own: String,
    seconded: String,
}

/// One of a deputy's lists.
struct Part {
    lines: Vec<(Own, &'static str, String)>,
    total: i64,
    first: Option<String>,
    next: Option<String>,
}

#[derive(Template)]
#[template(path = "suggestions/own.html")]
struct OwnPage<'a> {
    v: &'a View,
    own: Part,
    seconded: Part,
    invitations: Vec<(Invitation, i64)>,
    to_judge: Vec<(ToJudge, i64)>,
    to_read: Vec<ToRead>,
    to_confirm: Vec<ToConfirm>,
    second: Vec<(ToAnswer, i64)>,
    /// Whether there is a congress here to which this deputy files.
    files: bool,
    /// Whether they sit in the national congress, which takes nothing in here.
    national: bool,
}

#[derive(Template)]
#[template(path = "suggestions/index.html")]
struct ListPage<'a> {
    v: &'a View,
    congress: BodyId,
    name: String,
    lines: Vec<Shown>,
    total: i64,
    first: Option<String>,
    next: Option<String>,
    export: String,
    tasks: String,
    asked: &'a Wanted,
    stages: Vec<(&'static str, String)>,
    categories: Vec<(String, String)>,
    sessions: Vec<(String, String)>,
    years: Vec<(String, String)>,
    units: Vec<(String, String)>,
    assigns: bool,
    exports: bool,
}

/// One line as it is shown.
struct Shown {
    line: Line,
    title: Vec<Piece>,
    around: Vec<Piece>,
    tone: &'static str,
    stage: String,
    category: String,
    left: Option<i64>,
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    Query(after): Query<After>,
    v: View,
) -> Result<Response, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let offices = roster_views::congresses(&mut site.db(), &actor, Right::SuggestionSeeFiled).await?;
    let chosen = wanted.congress()?.or_else(|| offices.first().map(|congress| congress.id));
    if let Some(congress) = chosen {
        actor.may(Right::SuggestionSeeFiled, congress)?;
        let name = offices.into_iter().find(|office| office.id == congress).map(|office| office.name);
        return list(&site, &actor, (congress, name.unwrap_or_default()), &wanted, &v).await;
    }
    let deputy = actor.posts.iter().any(|post| post.duty.seated());
    if !deputy && (actor.holds(Right::AssignmentSee) || actor.holds(Right::SuggestionSeeAssigned)) {
        return Ok(go("/suggestions/work"));
    }
    own(&site, &actor, &after, &v).await
}

async fn own(site: &Site, actor: &Actor, after: &After, v: &View) -> Result<Response, Problem> {
    let person = actor.stands_for().ok_or_else(Problem::missing)?;
    let mut db = site.db();
    let today = site.today();
    let left = |day: Option<kernel::Day>| day.map_or(i64::MAX, |day| i64::from(day.days_since(today)));
    let led = queries::own(&mut db, person, position(&after.own, &LATEST)?, LINES).await?;
    let seconded = queries::seconded(&mut db, person, position(&after.seconded, &LATEST)?, LINES).await?;
    let (invited, waiting) = (queries::invitations(&mut db, person).await?, queries::to_judge(&mut db, person).await?);
    let second = queries::second_replies(&mut db, person).await?;
    let template = OwnPage {
        v,
        second: second.into_iter().map(|it| (left(it.judge_by), it)).map(|(left, it)| (it, left)).collect(),
        to_read: queries::to_read(&mut db, person).await?,
        to_confirm: queries::to_confirm(&mut db, person).await?,
        own: Part::of(v, led, "own", &after.own),
        seconded: Part::of(v, seconded, "seconded", &after.seconded),
        invitations: invited.into_iter().map(|it| (left(it.until), it)).map(|(left, it)| (it, left)).collect(),
        files: actor.holds(Right::SuggestionFile),
        national: actor.posts.iter().any(|post| post.duty == Duty::NationalDeputy),
        to_judge: waiting.into_iter().map(|it| (left(it.judge_by), it)).map(|(left, it)| (it, left)).collect(),
    };
    Ok(page(&template))
}

impl Part {
    fn of(v: &View, found: Page<Own>, field: &str, after: &str) -> Self {
        let dress = |line: Own| {
            let (tone, words) = names::stage(v, &line.stage);
            (line, tone, words)
        };
        Self {
            total: found.total,
            first: (!after.is_empty()).then(|| "/suggestions".to_owned()),
            next: found.next.map(|next| format!("/suggestions?{field}={next}")),
            lines: found.items.into_iter().map(dress).collect(),
        }
    }
}

async fn list(
    site: &Site,
    actor: &Actor,
    (congress, name): (BodyId, String),
    asked: &Wanted,
    v: &View,
) -> Result<Response, Problem> {
    let book = queries::book_of(site, congress).await?;
    let filter = asked.filter(site, congress, Some(&*book)).await?;
    let found = queries::look(site, &filter, &asked.q, &asked.after, LINES).await?;
    let sessions = queries::sessions(&mut site.db(), congress).await?;
    let categories: Vec<_> = book.every_category().map(|(code, name)| (code.to_owned(), name.to_owned())).collect();
    let template = ListPage {
        v,
        congress,
        name,
        total: found.total,
        first: (!asked.after.is_empty()).then(|| asked.address("/suggestions", congress, "")),
        next: found.next.map(|next| asked.address("/suggestions", congress, &next.to_string())),
        lines: lines(site, v, found.items, &categories, &asked.q).await?,
        export: asked.address("/suggestions/list", congress, ""),
        tasks: format!("/suggestions/tasks?congress={congress}&as=xlsx"),
        stages: STAGES.iter().map(|stage| (*stage, names::stage(v, stage).1)).collect(),
        categories,
        years: years(&sessions),
        sessions: sessions.iter().map(|one| (one.id.to_string(), one.name.clone())).collect(),
        units: units::units(site.db(), congress).await?.into_iter().map(|u| (u.id.to_string(), u.name)).collect(),
        asked,
        assigns: actor.may(Right::SuggestionAssign, congress).is_ok(),
        exports: actor.may(Right::ExportTake, congress).is_ok(),
    };
    Ok(page(&template))
}

/// The years in which something can have been handed in: those of the sessions, and what follows a session late in its year.
fn years(sessions: &[Session]) -> Vec<(String, String)> {
    let mut years: Vec<i16> =
        sessions.iter().flat_map(|one| [one.opened.parts().0, one.opened.parts().0 + 1]).collect();
    years.sort_unstable_by(|a, b| b.cmp(a));
    years.dedup();
    years.into_iter().map(|year| (year.to_string(), year.to_string())).collect()
}

async fn lines(
    site: &Site,
    v: &View,
    lines: Vec<Line>,
    categories: &[(String, String)],
    words: &str,
) -> Result<Vec<Shown>, Problem> {
    let asked = !words.trim().is_empty();
    let bodies = if asked { queries::bodies(&mut site.db(), &lines).await? } else { Default::default() };
    let today = site.today();
    let show = |line: Line| {
        let (tone, stage) = names::stage(v, &line.stage);
        let category = categories.iter().find(|(code, _)| *code == line.category).map(|(_, name)| name.clone());
        Shown {
            title: marked(words, &line.title),
            around: bodies.get(&line.id).map(|body| excerpt(words, body, AROUND)).unwrap_or_default(),
            left: line.due.map(|day| i64::from(day.days_since(today))),
            category: category.unwrap_or_default(),
            line,
            tone,
            stage,
        }
    };
    Ok(lines.into_iter().map(show).collect())
}
