//! 期限核对: open clocks whose day is another than the present rules and calendar come to.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Query, State},
    response::Response,
};
use kernel::BodyId;
use kit::{
    Problem, Site, View,
    web::{Form, done, page},
};
use roster_views::Named;
use suggestions_rules::Moved;

use super::{
    counting::{Group, groups},
    rules::{Wanted, chosen, title},
};
use crate::desk::recount::{self, Touched};

#[derive(Template)]
#[template(path = "suggestions/clocks.html")]
struct Clocks<'a> {
    v: &'a View,
    congress: BodyId,
    name: String,
    touched: Vec<Shown>,
    edits: bool,
    groups: Vec<Group>,
}

/// A matter whose days would move, as shown.
pub struct Shown {
    pub touched: Touched,
    pub clocks: Vec<(String, Moved)>,
}

impl Shown {
    /// Its clocks by the names of their limits.
    pub fn of(v: &View, touched: Touched) -> Self {
        let clocks = touched.moved.iter().map(|moved| (title(v, &moved.limit), moved.clone())).collect();
        Self { touched, clocks }
    }
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let Named { id: congress, name } = chosen(&site, &actor, &wanted).await?;
    let touched = recount::differing(&site, &actor, congress).await?;
    let touched = touched.into_iter().map(|touched| Shown::of(&v, touched)).collect();
    let edits = actor.may(Right::SuggestionRulesEdit, congress).is_ok();
    Ok(page(&Clocks { v: &v, congress, name, touched, edits, groups: groups(&v) }))
}

pub async fn bring_in_line(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    mut form: Form,
) -> Result<Response, Problem> {
    let congress: BodyId = form.choice("congress", |raw| raw.parse().ok()).ok_or_else(Problem::missing)?;
    recount::bring_in_line(&site, &actor, congress).await?;
    Ok(done(&format!("/suggestions/clocks?congress={congress}"), "suggestions-flash-counted-again"))
}
