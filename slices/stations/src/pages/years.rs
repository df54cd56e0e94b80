//! 年度计划: what is planned for a year, what it costs, and how far it is on its way to the meeting that approves it.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use kit::{
    Problem, Site, View,
    web::{Form, Wrong, done, page, page_with},
};
use law_rules::Word as _;
use stations_rules::{Organ, StationId, YearStage, cents, yuan};

use super::{
    ask::{Options, words},
    rows,
};
use crate::{
    desk::{
        plan::YEARS,
        year::{self, StationBudgetWanted, StationYearDecision},
    },
    queries::plans,
    sight,
    store::{Station, YearKept, read, read_year},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;
type Of = Path<(StationId, String)>;

/// Items told of a year.
const ITEMS: u16 = 200;

#[derive(Template)]
#[template(path = "stations/year.html")]
struct Sheet<'a> {
    v: &'a View,
    f: &'a Form,
    s: &'a Station,
    year: i64,
    kept: YearKept,
    items: Vec<Item>,
    organs: Options,
    submits: bool,
    budgets: bool,
    decides: bool,
}

/// An item as it is shown.
struct Item {
    month: i64,
    title: String,
    words: String,
    progress: String,
}

impl Sheet<'_> {
    fn stage(&self) -> String {
        self.v.t(&self.kept.stage.key()).into_owned()
    }

    fn money(&self) -> Option<String> {
        self.kept.budget.map(yuan)
    }

    fn organ(&self) -> Option<String> {
        self.kept.organ.map(|organ| self.v.t(&organ.key()).into_owned())
    }
}

/// The year of an address.
///
/// # Errors
/// Missing when it is none, or too far from now.
pub fn year_of(raw: &str) -> Result<i64, Problem> {
    raw.parse().ok().filter(|year| YEARS.contains(year)).ok_or_else(Problem::missing)
}

async fn seen(site: &Site, actor: &Actor, (id, raw): (StationId, &str)) -> Result<(Station, i64), Problem> {
    let year = year_of(raw)?;
    let station = read(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    sight::sees(actor, &station)?;
    Ok((station, year))
}

async fn may(
    site: &Site,
    actor: &Actor,
    (id, raw): (StationId, &str),
    right: Right,
) -> Result<(Station, i64), Problem> {
    let (station, year) = seen(site, actor, (id, raw)).await?;
    sight::may(actor, right, &station)?;
    Ok((station, year))
}

async fn sheet(site: &Site, actor: &Actor, (v, f): (&View, &Form), (s, year): (&Station, i64)) -> Answer {
    let mut look = site.db().look().await?;
    let kept = read_year(&mut look, s.id, year).await?;
    let held = [stations_rules::body_of(s.id)];
    let found = plans::plans(&mut look, &held, (Some(s.id), year), None, ITEMS).await?;
    let item = |it: plans::PlanLine| {
        let progress = rows::word(v.language, "progress", rows::progress(&it, site.today()).word());
        Item { month: it.month, title: it.title, words: it.words, progress }
    };
    let works = s.stage.lives() && sight::reaches(actor, Right::StationWork, s);
    let keeps = s.stage.lives() && sight::reaches(actor, Right::StationKeep, s);
    let items: Vec<Item> = found.items.into_iter().map(item).collect();
    let template = Sheet {
        v,
        f,
        s,
        year,
        submits: works && !items.is_empty() && matches!(kept.stage, YearStage::Draft | YearStage::Returned),
        budgets: works && kept.stage != YearStage::Submitted,
        decides: keeps && kept.stage == YearStage::Submitted,
        items,
        organs: words::<Organ>(v),
        kept,
    };
    Ok(if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) })
}

pub async fn show(State(site): State<Site>, Extension(actor): Who, Path((id, raw)): Of, v: View) -> Answer {
    let (s, year) = seen(&site, &actor, (id, &raw)).await?;
    let kept = read_year(&mut site.db(), id, year).await?;
    let form = Form::blank(&v).with("budget", kept.budget.map(yuan).unwrap_or_default());
    sheet(&site, &actor, (&v, &form), (&s, year)).await
}

pub async fn budget(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, raw)): Of,
    v: View,
    mut form: Form,
) -> Answer {
    let (s, year) = may(&site, &actor, (id, &raw), Right::StationWork).await?;
    let typed = form.value("budget").trim().to_owned();
    let budget = cents(&typed);
    if budget.is_none() && !typed.is_empty() {
        form.refuse("budget", Wrong::new("stations-wrong-budget"));
    } else {
        match year::budget(&site, &actor, (id, year), form.seen()?, StationBudgetWanted { budget }).await {
            Ok(()) => return Ok(done(&format!("/stations/{id}/years/{year}"), "stations-flash-budgeted")),
            Err(problem) => form.keep("budget", problem)?,
        }
    }
    sheet(&site, &actor, (&v, &form), (&s, year)).await
}

pub async fn submit(State(site): State<Site>, Extension(actor): Who, Path((id, raw)): Of, form: Form) -> Answer {
    let (_, year) = may(&site, &actor, (id, &raw), Right::StationWork).await?;
    year::submit(&site, &actor, (id, year), form.seen()?).await?;
    Ok(done(&format!("/stations/{id}/years/{year}"), "stations-flash-submitted"))
}

pub async fn decide(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, raw)): Of,
    v: View,
    mut form: Form,
) -> Answer {
    let (s, year) = may(&site, &actor, (id, &raw), Right::StationKeep).await?;
    let approved = form.value("decision") == "approved";
    let (organ, day) = (form.choice("organ", Organ::read), form.take("day"));
    let (number, reason) = (form.maybe("number"), form.maybe("reason"));
    if let (Some(organ), Some(day), false) = (organ, day, form.has_errors()) {
        let wanted = StationYearDecision { approved, organ, day, number, reason };
        match year::decide(&site, &actor, (id, year), form.seen()?, &wanted).await {
            Ok(()) => return Ok(done(&format!("/stations/{id}/years/{year}"), "stations-flash-decided")),
            Err(problem) => form.keep("organ", problem)?,
        }
    }
    sheet(&site, &actor, (&v, &form), (&s, year)).await
}
