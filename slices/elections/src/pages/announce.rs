//! An election is announced.

use accounts_rules::{Actor, Right};
use axum::{Extension, extract::State, response::Response};
use elections_rules::{LeaderClass, Mode, election::Kind};
use kit::{
    Problem, Site, View,
    web::{Form, Query, Wrong, done},
};
use law_rules::Word as _;
use roster_rules::MandateId;
use roster_views::{Named, place};
use serde::Deserialize;

use super::ask::{Ask, Field, Input, Options, count, keep_at, number, words};
use crate::{
    desk::{self, prepare::ElectionWanted},
    queries::{people::terms, vacancies},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// Of which congress.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    congress: String,
}

async fn asked(site: &Site, v: &View, f: &Form, of: &Named) -> Answer {
    let open = terms(&mut site.db(), of.id).await?;
    let term = |line: &crate::queries::people::TermLine| {
        let values = [("congress", line.congress.clone()), ("ordinal", line.ordinal.to_string())];
        (line.id.to_string(), v.tf("elections-term", values).into_owned())
    };
    let mut empty = vacancies(&mut site.db(), of.id).await?;
    empty.retain(|line| line.election.is_none());
    let vacant = |line: &crate::queries::VacancyLine| {
        let place = line.district.clone().unwrap_or_default();
        (line.mandate.to_string(), format!("{} {place} {}", line.name, line.ended))
    };
    let mut fields = vec![
        Field::new(Input::Line, "title", "elections-field-title").most(80).hint("elections-hint-title"),
        Field::new(Input::Radios, "kind", "elections-field-kind").from(words::<Kind>(v)),
        Field::new(Input::Radios, "mode", "elections-field-mode")
            .from(words::<Mode>(v))
            .hint("elections-hint-mode")
            .optional(),
        Field::new(Input::Radios, "class", "elections-field-class")
            .from(words::<LeaderClass>(v))
            .hint("elections-hint-class")
            .optional(),
        Field::new(Input::Select, "term", "elections-field-term").from(open.iter().map(term).collect()),
        Field::new(Input::Number, "seats", "elections-field-seats"),
        Field::new(Input::Day, "day", "elections-field-day"),
        Field::new(Input::Line, "method", "elections-field-method").most(200).hint("elections-hint-method"),
        Field::new(Input::Number, "candidates", "elections-field-fixed").hint("elections-hint-candidates").optional(),
        Field::new(Input::Number, "voter_days", "elections-field-voter-days").hint("elections-hint-days").optional(),
        Field::new(Input::Number, "first_days", "elections-field-first-days").optional(),
        Field::new(Input::Number, "formal_days", "elections-field-formal-days").optional(),
    ];
    if !empty.is_empty() {
        let options: Options = empty.iter().map(vacant).collect();
        fields.push(Field::new(Input::Boxes, "vacancies", "elections-field-vacancies").from(options).optional());
    }
    let page = Ask {
        v,
        f,
        title: "elections-new-title",
        under: of.name.clone(),
        lead: "elections-new-lead",
        action: "/elections".to_owned(),
        button: "elections-new-button",
        back: (format!("/elections?congress={}", of.id), "elections-back-to-list"),
        hidden: vec![("congress", of.id.to_string())],
        fields,
    };
    Ok(page.shown())
}

pub async fn new(State(site): State<Site>, Extension(actor): Who, Query(wanted): Query<Wanted>, v: View) -> Answer {
    let of = place(&site, &actor, Right::ElectionKeep, &wanted.congress).await?;
    let form = Form::blank(&v).with("kind", "by_election").with("mode", "direct").with("seats", 1);
    asked(&site, &v, &form, &of).await
}

pub async fn create(State(site): State<Site>, Extension(actor): Who, v: View, mut form: Form) -> Answer {
    let congress = form.value("congress").to_owned();
    let of = place(&site, &actor, Right::ElectionKeep, &congress).await?;
    if let Some(wanted) = read(&mut form) {
        let once = form.once("/elections")?;
        match desk::prepare::announce(&site, &actor, of.id, wanted, &once).await {
            Ok(it) => return Ok(done(&format!("/elections/{}", it.id), "elections-flash-announced")),
            Err(problem) => keep_at(&mut form, "kind", problem)?,
        }
    }
    asked(&site, &v, &form, &of).await
}

/// One of a few, that may be left out.
fn maybe<T>(form: &mut Form, name: &str, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
    if form.value(name).trim().is_empty() { None } else { form.choice(name, read) }
}

fn days(form: &mut Form, name: &str) -> Option<u16> {
    let read = count(form, name)?;
    let days = u16::try_from(read).ok().filter(|days| *days <= 365);
    if days.is_none() {
        form.refuse(name, Wrong::new("kit-form-number"));
    }
    days
}

fn read(form: &mut Form) -> Option<ElectionWanted> {
    let (title, term, day, method) = (form.take("title"), form.take("term"), form.take("day"), form.take("method"));
    let kind = form.choice("kind", Kind::read);
    let mode = maybe(form, "mode", Mode::read);
    let class = maybe(form, "class", LeaderClass::read);
    let seats = number(form, "seats");
    let candidates = count(form, "candidates");
    let [voter_days, first_days, formal_days] =
        ["voter_days", "first_days", "formal_days"].map(|name| days(form, name));
    let raw: Vec<String> = form.values("vacancies").map(str::to_owned).collect();
    let vacancies: Result<Vec<MandateId>, _> = raw.iter().map(|id| id.parse()).collect();
    if vacancies.is_err() {
        form.refuse("vacancies", Wrong::new("kit-form-unknown-choice"));
    }
    if form.has_errors() {
        return None;
    }
    Some(ElectionWanted {
        title: title?,
        kind: kind?,
        mode,
        class: class.filter(|_| matches!(kind, Some(Kind::Leaders | Kind::By))),
        term: term?,
        seats: seats?,
        day: day?,
        method: method?,
        candidates,
        voter_days,
        first_days,
        formal_days,
        vacancies: vacancies.unwrap_or_default(),
    })
}
