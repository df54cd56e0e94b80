//! 会议批量办理: the proposals of one meeting, put on its agenda, voted on, announced, given their letters at once.

use accounts_rules::{Actor, Right};
use appointments_rules::Together;
use askama::Template;
use axum::{Extension, extract::State, http::StatusCode, response::Response};
use kit::{
    Problem, Site, View,
    web::{Form, Query, Wrong, chosen, done, page, page_with},
};
use law_rules::Word as _;
use roster_views::{Named, place};
use serde::Deserialize;

use super::{
    fields::{Options, keep_at, maybe_number},
    show::choice,
};
use crate::{
    desk::together::{Outcome, TogetherLine, TogetherWanted, right_of, together},
    queries::{self, Waiting},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// Of which congress, and which step.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    congress: String,
    step: String,
}

#[derive(Template)]
#[template(path = "appointments/together.html")]
struct Sheet<'a> {
    v: &'a View,
    f: &'a Form,
    place: &'a Named,
    step: Together,
    steps: Vec<(Together, String)>,
    lines: Options,
    rounds: Options,
    undone: Vec<(String, String)>,
}

impl Sheet<'_> {
    fn word(&self) -> String {
        self.v.t(&self.step.key()).into_owned()
    }
}

/// The step asked for, or the first the actor may take.
fn step_of(actor: &Actor, asked: &str) -> Result<Together, Problem> {
    let first = if actor.holds(Right::AppointmentDecide) { Together::Agenda } else { Together::Letter };
    Ok(chosen("step", asked, Together::read)?.unwrap_or(first))
}

/// A line as it is ticked: the proposal and its version.
fn ticked(it: &Waiting) -> String {
    format!("{}.{}", it.id, it.version)
}

async fn shown(
    site: &Site,
    (actor, v): (&Actor, &View),
    (place, step): (&Named, Together),
    (form, outcomes): (Form, &[(Outcome, String)]),
) -> Answer {
    let mut db = site.db();
    let waiting = queries::waiting(&mut db, place.id, step, site.today()).await?;
    let first = waiting.iter().filter_map(|line| line.meets).min();
    let rounds = match (step, first) {
        (Together::Vote, Some(day)) => queries::rounds_since(&mut db, place.id, day).await?,
        _ => Vec::new(),
    };
    let members = if step == Together::Vote { queries::members(&mut db, place.id).await? } else { 0 };
    let form = if members > 0 { form.with("members", members) } else { form };
    let form = if step == Together::Agenda { form } else { form.with("day", site.today()) };
    let word = |line: &Waiting| {
        let kind = v.t(&format!("appointments-kind-{}", line.kind)).into_owned();
        let values = [("kind", kind), ("person", line.person.clone()), ("office", line.office.clone())];
        let named = v.tf("appointments-named", values).into_owned();
        (ticked(line), line.meets.map_or_else(|| named.clone(), |day| format!("{named} {day}")))
    };
    let told = |(outcome, name): &(Outcome, String)| {
        let Wrong { key, values } = outcome.refused.clone()?;
        Some((name.clone(), v.tf(key, values).into_owned()))
    };
    let may = |step: &Together| actor.may(right_of(*step), place.id).is_ok();
    let steps = Together::ALL.iter().copied().filter(may);
    let template = Sheet {
        v,
        f: &form,
        place,
        step,
        steps: steps.map(|step| (step, v.t(&step.key()).into_owned())).collect(),
        lines: waiting.iter().map(word).collect(),
        rounds: rounds.into_iter().map(|round| choice(v, round)).collect(),
        undone: outcomes.iter().filter_map(told).collect(),
    };
    let wrong = form.has_errors() || !template.undone.is_empty();
    Ok(if wrong { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) })
}

pub async fn ask(State(site): State<Site>, Extension(actor): Who, Query(wanted): Query<Wanted>, v: View) -> Answer {
    let step = step_of(&actor, &wanted.step)?;
    let place = place(&site, &actor, right_of(step), &wanted.congress).await?;
    shown(&site, (&actor, &v), (&place, step), (Form::blank(&v), &[])).await
}

pub async fn take(State(site): State<Site>, Extension(actor): Who, v: View, mut form: Form) -> Answer {
    let step = step_of(&actor, form.value("step"))?;
    let congress = form.value("congress").to_owned();
    let place = place(&site, &actor, right_of(step), &congress).await?;
    let before = queries::waiting(&mut site.db(), place.id, step, site.today()).await?;
    let mut outcomes: Vec<(Outcome, String)> = Vec::new();
    if let Some(wanted) = read(&mut form, step) {
        match together(&site, &actor, place.id, wanted).await {
            Ok(all) if all.iter().all(|one| one.refused.is_none()) => {
                return Ok(done(&format!("/appointments?congress={}", place.id), "appointments-flash-together"));
            }
            Ok(all) => {
                outcomes = all.into_iter().map(|one| (one.clone(), named(&before, &one))).collect();
            }
            Err(problem) => keep_at(&mut form, ("", "lines"), problem)?,
        }
    }
    shown(&site, (&actor, &v), (&place, step), (form, &outcomes)).await
}

/// Whom a proposal is of, among those that waited.
fn named(before: &[Waiting], one: &Outcome) -> String {
    before.iter().find(|it| it.id == one.appointment).map(|it| it.person.clone()).unwrap_or_default()
}

fn read(form: &mut Form, step: Together) -> Option<TogetherWanted> {
    let raw: Vec<String> = form.values("lines").map(str::to_owned).collect();
    let line = |text: &String| {
        let (id, version) = text.split_once('.')?;
        Some(TogetherLine { appointment: id.parse().ok()?, version: version.parse().ok()? })
    };
    let lines: Vec<TogetherLine> = raw.iter().filter_map(line).collect();
    if lines.is_empty() || lines.len() != raw.len() {
        form.refuse("lines", Wrong::new("appointments-wrong-lines"));
    }
    let (meeting, signed) = (form.maybe("meeting"), form.maybe("signed"));
    let day = form.maybe("day");
    let round = form.maybe::<kernel::Id<()>>("round").map(kernel::Id::uuid);
    let mut take = |name: &str| if round.is_some() { None } else { maybe_number(form, name) };
    let (members, present, yes) = (take("members"), take("present"), take("yes"));
    let (no, abstain) = (take("no"), take("abstain"));
    if form.has_errors() {
        return None;
    }
    Some(TogetherWanted { step, lines, meeting, day, round, members, present, yes, no, abstain, signed })
}
