//! The local rule of a congress.

use accounts_rules::{Actor, Right};
use appointments_rules::{Document, Kind, Needs, Office, Rule, Settings};
use askama::Template;
use axum::{Extension, extract::State, http::StatusCode, response::Response};
use kernel::{Refusal, Refused};
use kit::{
    Problem, Site, View,
    web::{Form, Query, done, page, page_with},
};
use law_rules::Word as _;
use roster_views::{Named, place};
use serde::Deserialize;

use super::{
    both::both,
    fields::{Options, documents, keep_at, number, offices, words},
};
use crate::{desk, store};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// Of which congress.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    congress: String,
}

#[derive(Template)]
#[template(path = "appointments/rule.html")]
struct Sheet<'a> {
    v: &'a View,
    f: &'a Form,
    place: &'a Named,
    rules: Options,
    offices: Options,
    documents: Options,
}

fn sheet(v: &View, f: &Form, place: &Named) -> Response {
    let template =
        Sheet { v, f, place, rules: words::<Rule>(v), offices: words::<Office>(v), documents: words::<Document>(v) };
    if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) }
}

pub async fn ask(State(site): State<Site>, Extension(actor): Who, Query(wanted): Query<Wanted>, v: View) -> Answer {
    let place = place(&site, &actor, Right::AppointmentDecide, &wanted.congress).await?;
    let (settings, version) = store::rule_of(&mut site.db(), place.id).await?;
    Ok(sheet(&v, &filled(&v, &settings).with("version", version), &place))
}

/// The rule as the form has it.
fn filled(v: &View, settings: &Settings) -> Form {
    let mut form = Form::blank(v)
        .with("deadline_days", settings.deadline_days)
        .with("failed", settings.failed.word())
        .with("pass_mark", settings.pass_mark)
        .with("tries", settings.tries)
        .with("basis", settings.basis.as_ref().map(ToString::to_string).unwrap_or_default());
    for office in &settings.examined {
        form = form.with("examined", office.word());
    }
    for office in &settings.speaking {
        form = form.with("speaking", office.word());
    }
    if settings.oath_first {
        form = form.with("oath_first", "1");
    }
    for kind in Kind::ALL {
        for document in settings.documents(*kind) {
            form = form.with(kind.word(), document.word());
        }
    }
    form
}

/// What stands in it, with the keys of the labels.
const HELD: &[(&str, &str)] = &[
    ("deadline_days", "appointments-field-deadline"),
    ("failed", "appointments-field-failed"),
    ("pass_mark", "appointments-field-pass-mark"),
    ("tries", "appointments-field-tries"),
    ("examined", "appointments-field-examined"),
    ("speaking", "appointments-field-speaking"),
    ("oath_first", "appointments-field-oath-first"),
    ("appoint", "appointments-field-needs-appoint"),
    ("remove", "appointments-field-needs-remove"),
    ("acting", "appointments-field-needs-acting"),
    ("dismiss", "appointments-field-needs-dismiss"),
    ("resign", "appointments-field-needs-resign"),
    ("approve", "appointments-field-needs-approve"),
    ("basis", "appointments-field-basis"),
];

pub async fn keep(State(site): State<Site>, Extension(actor): Who, v: View, mut form: Form) -> Answer {
    let congress = form.value("congress").to_owned();
    let place = place(&site, &actor, Right::AppointmentDecide, &congress).await?;
    if let Some(settings) = read(&mut form) {
        match desk::rule::keep(&site, &actor, place.id, form.seen()?, settings).await {
            Ok(()) => {
                return Ok(done(&format!("/appointments?congress={}", place.id), "appointments-flash-rule"));
            }
            Err(Problem::Refused(Refused { kind: Refusal::Stale, .. })) => {
                let (now, version) = store::rule_of(&mut site.db(), place.id).await?;
                let forms = (&form, &filled(&v, &now));
                return Err(both(&v, "/appointments/rule".to_owned(), version, HELD, forms));
            }
            Err(problem) => keep_at(&mut form, ("", "deadline_days"), problem)?,
        }
    }
    Ok(sheet(&v, &form, &place))
}

fn read(form: &mut Form) -> Option<Settings> {
    let (deadline_days, failed) = (number(form, "deadline_days"), form.choice("failed", Rule::read));
    let (pass_mark, tries) = (number(form, "pass_mark"), number(form, "tries"));
    let (examined, speaking) = (offices(form, "examined"), offices(form, "speaking"));
    let (oath_first, basis) = (form.yes("oath_first"), form.maybe("basis"));
    let needs = Needs {
        appoint: documents(form, "appoint"),
        remove: documents(form, "remove"),
        acting: documents(form, "acting"),
        dismiss: documents(form, "dismiss"),
        resign: documents(form, "resign"),
        approve: documents(form, "approve"),
    };
    if form.has_errors() {
        return None;
    }
    let (deadline_days, failed, pass_mark, tries) = (deadline_days?, failed?, pass_mark?, tries?);
    Some(Settings { deadline_days, failed, pass_mark, tries, examined, speaking, oath_first, needs, basis })
}
