//! Entries that may be one person: looked at, merged, taken back.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kernel::{BodyId, Moment, PersonId, Text};
use kit::{
    Problem, Site, View,
    db::Sql,
    web::{Form, Query, done, page},
};
use roster_rules::MergeId;
use serde::Deserialize;

use super::{said, unfit};
use crate::{
    desk::{self, merging},
    queries::{
        duplicates::{self, Named, Pair},
        seats,
    },
    store::{body, person},
};

#[derive(Template)]
#[template(path = "duplicates.html")]
struct List<'a> {
    v: &'a View,
    /// What could not be taken as it was typed: `kept` and `other` name the pair.
    f: &'a Form,
    refusal: Option<String>,
    id: BodyId,
    pairs: Vec<Pair>,
    merges: Vec<Merge>,
}

kit::row! {
    /// A merge as the page shows it.
    struct Merge {
        id: MergeId,
        kept: PersonId,
        name: String,
        at: Moment,
        reason: String,
    }
}

impl Pair {
    fn key(&self) -> String {
        format!("roster-why-{}", self.why.replace('_', "-"))
    }
}

/// The pairs and the merges of a congress.
///
/// # Errors
/// Refused to those who may not merge here.
pub async fn list(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BodyId>,
) -> Result<Response, Problem> {
    let f = Form::blank(&v);
    list_page(&site, &v, &actor, id, (&f, None)).await
}

async fn list_page(
    site: &Site,
    v: &View,
    actor: &Actor,
    id: BodyId,
    (f, refusal): (&Form, Option<String>),
) -> Result<Response, Problem> {
    desk::allowed(actor, Right::PersonMerge, id)?;
    body::congress(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    let pairs = duplicates::of_congress(&mut site.db(), id, 200).await?;
    let sql = Sql::new(
        "select g.id, g.kept, p.name, g.at, g.reason from merge g join person p on p.id = g.kept
         where g.undone is null and g.kept in (select person from mandate where congress = {}) order by g.at desc, g.id limit 50",
    );
    let merges = site.db().all::<Merge>(sql.bind(id)).await?;
    Ok(page(&List { v, f, refusal, id, pairs, merges }))
}

/// Another entry that may be looked for and merged into one.
struct Other {
    id: PersonId,
    /// What tells it apart: the name, the occupation, the seats.
    told: String,
}

#[derive(Template)]
#[template(path = "merging.html")]
struct Choose<'a> {
    v: &'a View,
    f: &'a Form,
    refusal: Option<String>,
    id: PersonId,
    name: String,
    q: String,
    others: Vec<Other>,
}

impl Choose<'_> {
    fn choices(&self) -> Vec<(String, String)> {
        self.others.iter().map(|other| (other.id.to_string(), other.told.clone())).collect()
    }
}

/// What is looked for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    q: String,
}

/// Any other entry may be looked for by name, also one that nothing makes suspect.
///
/// # Errors
/// Refused to those who may not merge this one.
pub async fn choose(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<PersonId>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    let f = Form::blank(&v);
    choose_page(&site, &v, &actor, (id, &wanted.q), (&f, None)).await
}

async fn choose_page(
    site: &Site,
    v: &View,
    actor: &Actor,
    (id, q): (PersonId, &str),
    (f, refusal): (&Form, Option<String>),
) -> Result<Response, Problem> {
    let mut db = site.db();
    desk::in_whose_name(&mut db, actor, Right::PersonMerge, id).await?;
    let name = person::load(&mut db, id).await?.ok_or_else(Problem::missing)?.name;
    let found = duplicates::called(&mut db, actor, id, q).await?;
    let seats = seats::of_people(&mut db, found.iter().map(|one| one.id).collect()).await?;
    let told = |one: &Named| {
        let of = seats.iter().filter(|seat| seat.person == one.id);
        let of = of.map(|seat| {
            let term = v.tf("roster-term-name", [("number", seat.ordinal.to_string())]);
            format!("{} {term}", seat.congress_name)
        });
        let all: Vec<String> = [one.name.clone()].into_iter().chain(one.occupation.clone()).chain(of).collect();
        Other { id: one.id, told: all.join(&v.t("roster-between")) }
    };
    let others = found.iter().map(told).collect();
    Ok(page(&Choose { v, f, refusal, id, name, q: q.to_owned(), others }))
}

/// Merges another entry into this one.
///
/// # Errors
/// What is wrong is said beside the pair or the entry chosen, a refusal above the list it stood on.
pub async fn merge(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(kept): Path<PersonId>,
    mut f: Form,
) -> Result<Response, Problem> {
    desk::in_whose_name(&mut site.db(), &actor, Right::PersonMerge, kept).await?;
    let (other, reason): (Option<PersonId>, Option<Text<200>>) = (f.take("other"), f.take("reason"));
    let mut refusal = None;
    if let (Some(other), Some(reason)) = (other, reason) {
        match merging::merge(&site, &actor, kept, other, &reason).await {
            Ok(_) => return Ok(done(&format!("/people/{kept}"), "roster-done-merged")),
            Err(problem) => refusal = said(&v, &mut f, problem)?,
        }
    }
    let Ok(list) = f.value("list").parse::<BodyId>() else {
        let q = f.value("q").to_owned();
        return Ok(unfit(choose_page(&site, &v, &actor, (kept, &q), (&f, refusal)).await?));
    };
    let f = f.with("kept", kept);
    Ok(unfit(list_page(&site, &v, &actor, list, (&f, refusal)).await?))
}

/// Takes a merge back.
///
/// # Errors
/// Refused to those who may not, and when it was taken back before.
pub async fn undo(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<MergeId>,
    _csrf: Form,
) -> Result<Response, Problem> {
    let sql = Sql::new("select kept from merge where id = {}").bind(id);
    let (kept,) = site.db().one::<(PersonId,)>(sql).await?.ok_or_else(Problem::missing)?;
    merging::undo(&site, &actor, id).await?;
    Ok(done(&format!("/people/{kept}"), "roster-done-unmerged"))
}
