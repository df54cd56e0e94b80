//! The task list (交办清单) as a workbook, with the columns of suggestions.md §14.

use accounts_rules::{Actor, Right};
use axum::{
    Extension,
    extract::{Query, State},
    response::Response,
};
use kernel::BodyId;
use kit::{
    Problem, Site, View,
    sheets::{Cell, Export, Kind},
    web::{Errors, Wrong, chosen},
};
use roster_rules::SessionId;
use roster_views::congresses;
use serde::Deserialize;

use crate::queries::{self, Task};

/// Which congress, and as what.
#[derive(Deserialize)]
pub struct Wanted {
    congress: Option<BodyId>,
    /// A session of it; the present one when empty.
    #[serde(default)]
    session: String,
    #[serde(default, rename = "as")]
    kind: String,
}

/// The session asked for, of that congress; else the one to which today belongs.
///
/// # Errors
/// When the congress has held none, or not that one.
pub async fn tasks_of(site: &Site, congress: BodyId, asked: &str) -> Result<SessionId, Problem> {
    let asked: Option<SessionId> = chosen("session", asked, |raw| raw.parse().ok())?;
    let Some(session) = asked else {
        let sitting = queries::sitting(&mut site.db(), congress, site.today()).await?;
        return sitting.map(|sitting| sitting.session).ok_or_else(Problem::missing);
    };
    let held = queries::sessions(&mut site.db(), congress).await?;
    let known = held.iter().any(|one| one.id == session);
    if known { Ok(session) } else { Err(Errors::one("session", Wrong::new("kit-form-unknown-choice")).into()) }
}

const COLUMNS: [&str; 21] = [
    "suggestions-column-place",
    "suggestions-field-number",
    "suggestions-field-title",
    "suggestions-field-lead",
    "suggestions-column-delegation",
    "suggestions-column-phone",
    "suggestions-field-category",
    "suggestions-role-lead",
    "suggestions-role-separate",
    "suggestions-role-co",
    "suggestions-column-key",
    "suggestions-column-supervisor",
    "suggestions-column-government-leader",
    "suggestions-column-responsible",
    "suggestions-column-contact",
    "suggestions-column-assigned",
    "suggestions-column-opinion-by",
    "suggestions-column-reply-by",
    "suggestions-column-publish",
    "suggestions-field-wants-meeting",
    "suggestions-column-remark",
];

pub async fn export(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let own = congresses(&mut site.db(), &actor, Right::SuggestionSeeAssigned).await?;
    let congress = wanted.congress.or_else(|| own.first().map(|one| one.id)).ok_or_else(Problem::missing)?;
    actor.may(Right::SuggestionSeeAssigned, congress)?;
    let session = tasks_of(&site, congress, &wanted.session).await?;
    let book = crate::desk::rules::book(&site, congress, session).await?;
    let kind = Kind::parse(&wanted.kind).unwrap_or(Kind::Xlsx);
    let mut sheet = Export::begin(kind, v.language, COLUMNS.iter().map(|key| v.t(key)))?;
    queries::tasks(site.db(), congress, session, |task| {
        let name = book.name_of("category", &task.category).to_owned();
        sheet.row(&cells(&v, task, name))
    })
    .await?;
    sheet.row(&note(&v))?;
    Ok(sheet.finish()?.response(&v.t("suggestions-task-list"))?)
}

fn cells(v: &View, task: Task, category: String) -> [Cell; 21] {
    let remark = remark(v, &task);
    let yes = |answer: bool| if answer { Cell::from(v.t("papers-yes").into_owned()) } else { Cell::Empty };
    [
        task.place.into(),
        task.number.into(),
        task.title.into(),
        task.lead.into(),
        task.delegation.into(),
        Cell::Empty,
        category.into(),
        task.leading.join("、").into(),
        task.separate.join("、").into(),
        task.co.join("、").into(),
        yes(task.supervisor.is_some()),
        task.supervisor.into(),
        task.government_leader.join("、").into(),
        task.responsible.join("、").into(),
        task.contact.join("、").into(),
        task.assigned.into(),
        task.opinion_by.into(),
        task.reply_by.into(),
        yes(task.publish),
        yes(task.wants_meeting),
        remark.into(),
    ]
}

/// Below the list: why the column of telephones is empty.
fn note(v: &View) -> [Cell; 21] {
    let mut row = [const { Cell::Empty }; 21];
    if let Some(cell) = row.get_mut(2) {
        *cell = v.t("suggestions-task-phone-sealed").into_owned().into();
    }
    row
}

/// 备注: that it goes with another, was passed on, or goes on into a later year.
fn remark(v: &View, task: &Task) -> String {
    let with = |number: &String| v.tf("suggestions-remark-goes-with", [("number", number.clone())]).into_owned();
    let passed_on = (task.passed_on > 0)
        .then(|| v.tf("suggestions-remark-passed-on", [("count", task.passed_on.to_string())]).into_owned());
    let goes_on = task.goes_on.map(|day| v.tf("suggestions-remark-goes-on", [("day", day.to_string())]).into_owned());
    let all = task.goes_with.as_ref().map(with).into_iter().chain(passed_on).chain(goes_on);
    all.collect::<Vec<_>>().join("；")
}
