//! The lists of a rule book – classes, categories, grounds, disposals, ways of talking: an entry is added, or given to nothing new any more.
//!
//! Both forms come back to [`super::rules::lay`]: looked at first, laid second.

use accounts_rules::{Actor, Right};
use axum::{
    Extension,
    extract::{Query, State},
    response::Response,
};
use kit::{Problem, Site, View, web::Form};

use super::rules::{Wanted, chosen, list, render};
use crate::queries;

type Answer = Result<Response, Problem>;

/// The form of a new entry.
pub async fn ask_new(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Answer {
    let congress = chosen(&site, &actor, &wanted).await?.id;
    actor.may(Right::SuggestionRulesEdit, congress)?;
    let family = list(&wanted.list).ok_or_else(Problem::missing)?;
    let form = Form::blank(&v).with("mode", "add").with("list", family).with("when", "later");
    Ok(render(&v, &form, congress, &format!("{family}."), None, None))
}

/// The form that retires one.
pub async fn ask_retirement(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Answer {
    let congress = chosen(&site, &actor, &wanted).await?.id;
    actor.may(Right::SuggestionRulesEdit, congress)?;
    let entry = queries::book_of(&site, congress).await?.entry(&wanted.key);
    if entry.value.is_empty() || entry.listed().is_none() {
        return Err(Problem::missing());
    }
    let form =
        Form::blank(&v).with("mode", "retire").with("seen", &entry.value).with("grade", "A").with("when", "later");
    Ok(render(&v, &form, congress, &wanted.key, None, None))
}
