//! A congress at a glance: its term, its deputies in figures, the ways onward.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kernel::BodyId;
use kit::{
    Problem, Site, View,
    charts::{Chart, Shape, Table},
    web::{Form, go, page},
};
use roster_rules::{BodyKind, CongressLevel, Session, Term};

use super::signed_in;
use crate::{
    desk,
    queries::{chart, places},
    store::{body, term},
    words,
};

#[derive(Template)]
#[template(path = "congress.html")]
struct Show<'a> {
    v: &'a View,
    f: &'a Form,
    id: BodyId,
    name: String,
    way: Vec<places::AreaLine>,
    terms: Vec<Term>,
    sessions: Vec<Session>,
    standings: Vec<(String, i64, String)>,
    delegations: Option<(String, Table)>,
    rungs: Vec<(String, i64)>,
    /// Whether it is the national congress, as far as it is kept here.
    national: bool,
    edits: bool,
    changes: bool,
    imports: bool,
}

/// The congresses whose roster the actor keeps; the only one at once.
///
/// # Errors
/// Asks those who are not signed in to do so.
pub async fn choose(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
) -> Result<Response, Problem> {
    signed_in(&actor)?;
    let mut kept: Vec<BodyId> = actor.bodies(Right::RosterEdit).collect();
    kept.sort();
    kept.dedup();
    match kept.as_slice() {
        [] => Ok(go("/deputies")),
        [one] => Ok(go(&format!("/congresses/{one}"))),
        _ => {
            let mut lines = Vec::new();
            for id in kept {
                lines.extend(body::load(&mut site.db(), id).await?.map(|kept| (id, kept.body.name)));
            }
            Ok(page(&Choose { v: &v, lines }))
        }
    }
}

#[derive(Template)]
#[template(path = "congress_choice.html")]
struct Choose<'a> {
    v: &'a View,
    lines: Vec<(BodyId, String)>,
}

/// The page of a congress.
///
/// # Errors
/// Missing when the body is no congress.
pub async fn show(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BodyId>,
) -> Result<Response, Problem> {
    let f = Form::blank(&v).with("began", site.today());
    show_page(&site, &v, &actor, id, &f).await
}

pub(super) async fn show_page(site: &Site, v: &View, actor: &Actor, id: BodyId, f: &Form) -> Result<Response, Problem> {
    let kept = body::load(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    if kept.body.kind != BodyKind::Congress {
        return Err(Problem::missing());
    }
    let edits = desk::allowed(actor, Right::RosterEdit, id).is_ok();
    let (mut sessions, mut standings, mut delegations) = (Vec::new(), Vec::new(), None);
    if let Some(running) = term::current(&mut site.db(), id).await? {
        sessions = term::sessions(&mut site.db(), running.id).await?;
        for (word, count) in chart::standings(&mut site.db(), running.id).await? {
            // Everybody sees how many are in office; the other standings are the office's.
            if edits || word == "in_office" {
                let href = if edits { format!("/congresses/{id}/deputies?state={word}") } else { String::new() };
                standings.push((v.t(&words::standing(&word).1).into_owned(), count, href));
            }
        }
        let counted = chart::delegations(&mut site.db(), running.id).await?;
        if !counted.is_empty() {
            let drawn = by_delegation(v, counted);
            delegations = Some((drawn.svg(v.language)?, drawn.table()));
        }
    }
    let mut rungs = Vec::new();
    let national = kept.level == CongressLevel::Nation.as_str();
    if !national && actor.may_see_below(Right::RosterSums, &kept.body.area).is_ok() {
        for (word, count) in chart::rungs(&mut site.db(), &kept.body.area).await? {
            rungs.push((v.t(&words::level(&word)).into_owned(), count));
        }
    }
    Ok(page(&Show {
        v,
        f,
        id,
        way: places::way_to(&mut site.db(), &kept.body.area).await?,
        name: kept.body.name,
        terms: term::of_congress(&mut site.db(), id).await?,
        sessions,
        standings,
        delegations,
        rungs,
        national,
        edits,
        changes: desk::allowed(actor, Right::TermChange, id).is_ok(),
        imports: desk::allowed(actor, Right::RosterImport, id).is_ok(),
    }))
}

fn by_delegation(v: &View, counted: Vec<(Option<String>, i64)>) -> Chart {
    let (names, counts): (Vec<_>, Vec<_>) = counted.into_iter().unzip();
    let names = names.into_iter().map(|name| name.unwrap_or_else(|| v.t("roster-delegation-none").into_owned()));
    Chart::new("delegations", v.t("roster-chart-delegations"), Shape::Bars, names)
        .series(v.t("roster-field-count"), counts)
}
