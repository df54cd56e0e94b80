//! 退办申请、裁定、延期申请、批复: one page each, with what was asked standing above the answer.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use kernel::{BodyId, Day, Refusal as Family, Refused};
use kit::{
    Problem, Site, View,
    web::{Form, done, page, page_with},
};
use suggestions_rules::{Assignment, AssignmentId, Given, Limit, SuggestionId, Work};

use super::{show::offered, units::units};
use crate::{
    desk::{self, Reason, object::Why},
    queries::{self, Detail},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;
type At = Path<(SuggestionId, AssignmentId)>;

/// Which of the four pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asks {
    Objection,
    Ruling,
    Extension,
    Consent,
}

#[derive(Template)]
#[template(path = "suggestions/asked.html")]
struct Page<'a> {
    v: &'a View,
    f: &'a Form,
    asks: Asks,
    title: &'static str,
    lead: &'static str,
    matter: String,
    unit: String,
    action: String,
    back: String,
    units: Vec<(String, String)>,
    choices: Vec<(&'static str, String)>,
    said: Option<(String, String, String)>,
    /// On what of its duties the unit rests its objection, beside the ruling.
    basis: String,
    due: String,
    latest: String,
}

impl Asks {
    const fn end(self) -> &'static str {
        match self {
            Self::Objection => "objection",
            Self::Ruling => "ruling",
            Self::Extension => "extension",
            Self::Consent => "consent",
        }
    }

    const fn title(self) -> &'static str {
        match self {
            Self::Objection => "suggestions-objection-title",
            Self::Ruling => "suggestions-ruling-title",
            Self::Extension => "suggestions-extension-title",
            Self::Consent => "suggestions-consent-title",
        }
    }

    const fn lead(self) -> &'static str {
        match self {
            Self::Objection => "suggestions-objection-lead",
            Self::Ruling => "suggestions-ruling-lead",
            Self::Extension => "suggestions-extension-lead",
            Self::Consent => "suggestions-consent-lead",
        }
    }

    /// The field that a thing unfit is said beside.
    const fn field(self) -> &'static str {
        match self {
            Self::Objection | Self::Ruling => "unit",
            Self::Extension => "until",
            Self::Consent => "reason",
        }
    }

    fn choices(self, v: &View) -> Vec<(&'static str, String)> {
        let said = |key| v.t(key).into_owned();
        match self {
            Self::Ruling => {
                vec![("pass-on", said("suggestions-ruling-pass-on")), ("refuse", said("suggestions-ruling-refuse"))]
            }
            Self::Consent => {
                vec![("grant", said("suggestions-consent-grant")), ("refuse", said("suggestions-consent-refuse"))]
            }
            Self::Objection | Self::Extension => vec![],
        }
    }
}

async fn show(
    site: &Site,
    actor: &Actor,
    v: &View,
    f: &Form,
    (id, part): (SuggestionId, AssignmentId),
    asks: Asks,
) -> Answer {
    let d = queries::detail(site, actor, id).await?;
    let handling = d.suggestion.stage.handling();
    let part = handling.and_then(|handling| handling.handlers.find(part)).ok_or_else(Problem::missing)?;
    let action = format!("/suggestions/{id}/assignments/{}/{}", part.id, asks.end());
    let book = desk::rules::book(site, d.suggestion.congress, d.suggestion.session).await?;
    let calendar = site.calendar();
    let given = Given { now: site.now(), book: &book, calendar: &calendar };
    // Whoever came too late, or once too often, is told that and not merely that it is not offered.
    match asks {
        Asks::Objection if actor.may(Right::AssignmentObject, part.unit).is_ok() => {
            handling.map_or(Ok(()), |handling| handling.handlers.may_object(part.id, &given)).map_err(Refused::from)?;
        }
        Asks::Extension if actor.may(Right::ExtensionAsk, part.unit).is_ok() => {
            part.may_extend(&given).map_err(Refused::from)?;
        }
        _ => {}
    }
    offered(site, actor, &d, &action).await?;
    let names = match asks {
        Asks::Objection | Asks::Ruling => units(site.db(), d.suggestion.congress).await?,
        Asks::Extension | Asks::Consent => vec![],
    };
    let template = Page {
        v,
        f,
        asks,
        title: asks.title(),
        lead: asks.lead(),
        matter: d.suggestion.sheet.title.clone(),
        unit: d.body(part.unit).to_owned(),
        action,
        back: format!("/suggestions/{id}"),
        units: names
            .into_iter()
            .filter(|unit| unit.id != part.unit)
            .map(|unit| (unit.id.to_string(), unit.name))
            .collect(),
        choices: asks.choices(v),
        said: said(&d, part, asks),
        basis: basis(&d, part, asks),
        due: part.due.to_string(),
        latest: latest(&given, part, asks).to_string(),
    };
    Ok(if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) })
}

/// The last day to object, or the last day that an extension may reach.
fn latest(given: &Given<'_>, part: &Assignment, asks: Asks) -> Day {
    let (limit, from) = match asks {
        Asks::Objection | Asks::Ruling => {
            (Limit::Objection, part.settled.last().map_or(part.assigned, |last| last.at).day())
        }
        Asks::Extension | Asks::Consent => (Limit::ReplyComplex, part.assigned.day()),
    };
    given.explain(limit, from).due.day
}

/// What the unit asked: when, for which unit or day, and why.
fn said(d: &Detail, part: &Assignment, asks: Asks) -> Option<(String, String, String)> {
    match (asks, &part.work) {
        (Asks::Ruling, Work::Objecting { objection, .. }) => Some((
            objection.at.day().to_string(),
            d.body(objection.proposed).to_owned(),
            d.words(objection.reason).to_owned(),
        )),
        (Asks::Consent, _) => part
            .extension_asked()
            .map(|asked| (asked.asked.day().to_string(), asked.until.to_string(), d.words(asked.reason).to_owned())),
        _ => None,
    }
}

/// On what of its duties the unit rests its objection.
fn basis(d: &Detail, part: &Assignment, asks: Asks) -> String {
    match (asks, &part.work) {
        (Asks::Ruling, Work::Objecting { objection, .. }) => {
            objection.basis.map_or("", |basis| d.words(basis)).to_owned()
        }
        _ => String::new(),
    }
}

/// Shows one of the pages, with what was asked for already chosen.
macro_rules! asking {
    ($($name:ident => $asks:expr;)+) => {$(
        pub async fn $name(State(site): State<Site>, Extension(actor): Who, Path(at): At, v: View) -> Answer {
            show(&site, &actor, &v, &Form::blank(&v), at, $asks).await
        }
    )+};
}

asking! {
    ask_objection => Asks::Objection;
    ask_ruling => Asks::Ruling;
    ask_extension => Asks::Extension;
    ask_consent => Asks::Consent;
}

/// Says what was done, or shows the page again with everything typed.
async fn finish(
    (site, actor, v): (&Site, &Actor, &View),
    mut form: Form,
    at: (SuggestionId, AssignmentId),
    asks: Asks,
    outcome: Option<Result<&'static str, Problem>>,
) -> Answer {
    match outcome {
        Some(Ok(flash)) => return Ok(done(&format!("/suggestions/{}", at.0), flash)),
        // What does not fit is said beside the field; what cannot be now, on a page of its own.
        Some(Err(Problem::Refused(refused))) if refused.kind == Family::Unfit => {
            form.refuse(asks.field(), refused.into());
        }
        Some(Err(problem)) => form.accept(problem)?,
        None => {}
    }
    show(site, actor, v, &form, at, asks).await
}

pub async fn object(State(site): State<Site>, Extension(actor): Who, Path(at): At, v: View, mut form: Form) -> Answer {
    let proposed: Option<BodyId> = form.choice("unit", |raw| raw.parse().ok());
    let (reason, basis): (Option<Reason>, Option<Reason>) = (form.take("reason"), form.maybe("duty_basis"));
    let outcome = match (proposed, reason) {
        (Some(proposed), Some(reason)) if !form.has_errors() => {
            let kept = desk::object::object(&site, &actor, at.0, at.1, proposed, Why { reason, basis }).await;
            Some(kept.map(|_| "suggestions-flash-objected"))
        }
        _ => None,
    };
    finish((&site, &actor, &v), form, at, Asks::Objection, outcome).await
}

pub async fn rule(State(site): State<Site>, Extension(actor): Who, Path(at): At, v: View, mut form: Form) -> Answer {
    let choice = form.choice("choice", |raw| match raw {
        "pass-on" => Some(true),
        "refuse" => Some(false),
        _ => None,
    });
    let to: Option<BodyId> = match choice {
        Some(true) => form.choice("unit", |raw| raw.parse().ok()),
        _ => None,
    };
    let reason: Option<Reason> = form.take("reason");
    let outcome = match (choice, reason) {
        (Some(passes), Some(reason)) if passes == to.is_some() => {
            let kept = desk::object::rule(&site, &actor, at.0, at.1, to, reason).await;
            Some(kept.map(|_| "suggestions-flash-ruled"))
        }
        _ => None,
    };
    finish((&site, &actor, &v), form, at, Asks::Ruling, outcome).await
}

pub async fn extend(State(site): State<Site>, Extension(actor): Who, Path(at): At, v: View, mut form: Form) -> Answer {
    let until: Option<Day> = form.take("until");
    let reason: Option<Reason> = form.take("reason");
    let outcome = match (until, reason) {
        (Some(until), Some(reason)) => {
            let kept = desk::object::ask_extension(&site, &actor, at.0, at.1, until, reason).await;
            Some(kept.map(|_| "suggestions-flash-extension-asked"))
        }
        _ => None,
    };
    finish((&site, &actor, &v), form, at, Asks::Extension, outcome).await
}

pub async fn consent(State(site): State<Site>, Extension(actor): Who, Path(at): At, v: View, mut form: Form) -> Answer {
    let choice = form.choice("choice", |raw| match raw {
        "grant" => Some(true),
        "refuse" => Some(false),
        _ => None,
    });
    let reason: Option<Reason> = if choice == Some(false) { form.take("reason") } else { form.maybe("reason") };
    let outcome = match choice {
        Some(granted) if !form.has_errors() => {
            let kept = desk::object::answer_extension(&site, &actor, at.0, at.1, granted, reason).await;
            Some(kept.map(|_| "suggestions-flash-extension-answered"))
        }
        _ => None,
    };
    finish((&site, &actor, &v), form, at, Asks::Consent, outcome).await
}
