//! Work lists: what units, the office and the government's office have before them, the nearest day first.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Query, State},
    response::Response,
};
use kernel::{BodyId, Day};
use kit::{
    Problem, Site, View,
    list::position,
    web::{Errors, Wrong, page},
};
use roster_views::{Named, congresses};
use serde::Deserialize;
use suggestions_rules::Awaited;

use super::names;
use crate::queries::{self, PartFilter, PartLine, Whose};

const LINES: u16 = 50;

/// What the list is asked for.
#[derive(Debug, Default, Deserialize)]
pub struct Wanted {
    body: Option<BodyId>,
    #[serde(default)]
    awaits: String,
    #[serde(default)]
    overdue: String,
    #[serde(default)]
    after: String,
}

#[derive(Template)]
#[template(path = "suggestions/work.html")]
struct Work<'a> {
    v: &'a View,
    name: String,
    body: BodyId,
    bodies: Vec<(String, String)>,
    lines: Vec<(PartLine, String, String, i64)>,
    total: i64,
    first: Option<String>,
    next: Option<String>,
    awaits: String,
    kinds: Vec<(&'static str, String)>,
    overdue: bool,
    /// Whether it is a unit that was given something in the present session.
    notice: bool,
    /// Where the whole list can be had as a table.
    export: Option<String>,
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
    let units = congresses(&mut site.db(), &actor, Right::AssignmentSee).await?;
    let offices = congresses(&mut site.db(), &actor, Right::SuggestionSeeAssigned).await?;
    let first = units.first().or_else(|| offices.first()).map(|body| body.id);
    let body = wanted.body.or(first).ok_or_else(Problem::missing)?;
    let whose = if offices.iter().any(|office| office.id == body) {
        actor.may(Right::SuggestionSeeAssigned, body)?;
        Whose::of_congress(&actor, body)
    } else {
        actor.may(Right::AssignmentSee, body)?;
        Whose::Unit(body)
    };
    let overdue = wanted.overdue == "1";
    let today = site.today();
    let filter = PartFilter { whose, awaits: awaited(&wanted.awaits)?, before: overdue.then_some(today), today };
    let after = position(&wanted.after, queries::order(filter))?;
    let found = queries::parts(&mut site.db(), filter, after, LINES).await?;
    let all: Vec<Named> = units.into_iter().chain(offices).collect();
    let address = |after: &str| {
        let (awaits, overdue) = (&wanted.awaits, &wanted.overdue);
        format!("/suggestions/work?body={body}&awaits={awaits}&overdue={overdue}&after={after}")
    };
    let template = Work {
        name: all.iter().find(|one| one.id == body).map(|one| one.name.clone()).unwrap_or_default(),
        body,
        bodies: all.into_iter().map(|one| (one.id.to_string(), one.name)).collect(),
        total: found.total,
        first: (!wanted.after.is_empty()).then(|| address("")),
        next: found.next.map(|next| address(&next.to_string())),
        lines: found.items.into_iter().map(|line| dressed(&v, line, today)).collect(),
        awaits: wanted.awaits.clone(),
        kinds: Awaited::ALL.into_iter().map(|kind| (kind.word(), names::awaits(&v, kind.word()))).collect(),
        overdue,
        notice: matches!(whose, Whose::Unit(_)) && was_given(&site, body, today).await?,
        export: actor.may(Right::ExportTake, body).is_ok().then(|| {
            let (awaits, overdue) = (&wanted.awaits, &wanted.overdue);
            format!("/suggestions/work/list?body={body}&awaits={awaits}&overdue={overdue}")
        }),
        v: &v,
    };
    Ok(page(&template))
}

/// Whether anything was assigned to the unit in the present session of its congress.
async fn was_given(site: &Site, unit: BodyId, today: Day) -> Result<bool, Problem> {
    let Some(congress) = queries::congress_of(&mut site.db(), unit).await? else { return Ok(false) };
    Ok(queries::given(&mut site.db(), congress, today).await?.contains(&unit))
}

fn dressed(v: &View, line: PartLine, today: Day) -> (PartLine, String, String, i64) {
    let (role, awaits) = (names::role(v, &line.role), names::awaits(v, &line.awaits));
    let left = line.by.map_or(0, |day| i64::from(day.days_since(today)));
    (line, role, awaits, left)
}

/// Reads what is awaited; nothing for everything.
///
/// # Errors
/// Beside the field, when the word means nothing.
pub fn awaited(word: &str) -> Result<Option<Awaited>, Problem> {
    let unknown = || Errors::one("awaits", Wrong::new("kit-form-unknown-choice")).into();
    if word.is_empty() { Ok(None) } else { Awaited::read(word).map(Some).ok_or_else(unknown) }
}
