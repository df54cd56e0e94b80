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
    web::{Errors, Form, Wrong, done, page},
};
use roster_rules::MergeId;

use crate::{
    desk::{self, merging},
    queries::duplicates::{self, Pair},
    store::body,
};

#[derive(Template)]
#[template(path = "duplicates.html")]
struct List<'a> {
    v: &'a View,
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
    desk::allowed(&actor, Right::PersonMerge, id)?;
    body::congress(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    let pairs = duplicates::of_congress(&mut site.db(), id, 200).await?;
    let sql = Sql::new(
        "select g.id, g.kept, p.name, g.at, g.reason from merge g join person p on p.id = g.kept
         where g.undone is null and g.kept in (select person from mandate where congress = {}) order by g.at desc, g.id limit 50",
    );
    let merges = site.db().all::<Merge>(sql.bind(id)).await?;
    Ok(page(&List { v: &v, id, pairs, merges }))
}

/// Merges another entry into this one.
///
/// # Errors
/// What is wrong is said of the fields; refused when the two cannot be one person.
pub async fn merge(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(kept): Path<PersonId>,
    mut f: Form,
) -> Result<Response, Problem> {
    let (other, reason): (Option<PersonId>, Option<Text<200>>) = (f.take("other"), f.take("reason"));
    let (Some(other), Some(reason)) = (other, reason) else {
        return Err(Errors::one("reason", Wrong::new("kit-form-required")).into());
    };
    merging::merge(&site, &actor, kept, other, &reason).await?;
    Ok(done(&format!("/people/{kept}"), "roster-done-merged"))
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
