//! One mandate: where it stands, what can be entered next, its place and its roles.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kernel::{Day, Text};
use kit::{
    Problem, Site, View,
    web::{Form, done, page},
};
use roster_rules::{EndReason, Ground, MandateId, RoleId, RoleName};

use super::{options, said, sent_again, signed_in, unfit};
use crate::{
    desk::{self, mandates::Step},
    queries::seats::{self, RoleLine, SeatLine},
    store::{mandate, person, term},
    words,
};

#[derive(Template)]
#[template(path = "mandate.html")]
struct Show<'a> {
    v: &'a View,
    f: &'a Form,
    refusal: Option<String>,
    name: String,
    seat: SeatLine,
    roles: Vec<RoleLine>,
    steps: Vec<(String, String)>,
    grounds: Vec<(String, String)>,
    reasons: Vec<(String, String)>,
    names: Vec<(String, String)>,
    delegations: Vec<(String, String)>,
    constituencies: Vec<(String, String)>,
}

/// What can be entered in each standing; the rule has the last word.
fn steps(state: &str) -> &'static [&'static str] {
    match state {
        "elected" => &["confirm", "end"],
        "confirmed" => &["take_up", "end"],
        "in_office" => &["suspend", "end"],
        "suspended" => &["resume", "end"],
        _ => &[],
    }
}

/// The page of a mandate, for the office of its congress.
///
/// # Errors
/// Refused to every other office.
pub async fn show(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<MandateId>,
) -> Result<Response, Problem> {
    let f = Form::blank(&v).with("on", site.today());
    show_page(&site, &v, &actor, id, &f, None).await
}

async fn show_page(
    site: &Site,
    v: &View,
    actor: &Actor,
    id: MandateId,
    f: &Form,
    refusal: Option<String>,
) -> Result<Response, Problem> {
    let seat = seats::one(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    desk::allowed(actor, Right::MandateEdit, seat.congress)?;
    let name = person::load(&mut site.db(), seat.person).await?.map(|person| person.name).unwrap_or_default();
    let roles = seats::roles(&mut site.db(), vec![id]).await?;
    let places = term::delegations(&mut site.db(), seat.term).await?;
    let delegations = places.into_iter().map(|place| (place.id.to_string(), place.name)).collect();
    let places = term::constituencies(&mut site.db(), seat.term).await?;
    let constituencies = places.into_iter().map(|place| (place.id.to_string(), place.name)).collect();
    let step_key = |word: &str| format!("roster-step-{}", word.replace('_', "-"));
    Ok(page(&Show {
        v,
        f,
        refusal,
        name,
        steps: options(v, steps(&seat.state).iter().copied(), step_key),
        grounds: options(v, Ground::ALL.iter().map(|ground| ground.as_str()), words::ground),
        reasons: options(v, EndReason::ALL.iter().map(|reason| reason.as_str()), words::reason),
        names: options(v, RoleName::ALL.iter().map(|role| role.as_str()), words::role),
        seat,
        roles,
        delegations,
        constituencies,
    }))
}

/// Enters what became of the mandate.
///
/// # Errors
/// What is wrong is said beside the fields, a refusal above them.
pub async fn step(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<MandateId>,
    mut f: Form,
) -> Result<Response, Problem> {
    let (seen, on): (Option<i64>, Option<Day>) = (f.take("version"), f.take("on"));
    let step = chosen(&mut f);
    let (Some(seen), Some(on), Some(step)) = (seen, on, step) else {
        return Ok(unfit(show_page(&site, &v, &actor, id, &f, None).await?));
    };
    match desk::mandates::step(&site, &actor, id, seen, on, step).await {
        Ok(_) => Ok(done(&format!("/mandates/{id}"), "roster-done-saved")),
        Err(problem) => {
            let names = ["step", "on", "ground", "reason"];
            let problem = sent_again(problem, &format!("/mandates/{id}/steps"), &f, &names);
            let refusal = said(&v, &mut f, problem)?;
            Ok(unfit(show_page(&site, &v, &actor, id, &f, refusal).await?))
        }
    }
}

fn chosen(f: &mut Form) -> Option<Step> {
    let word = f.choice("step", |word| Some(word.to_owned()))?;
    Some(match word.as_str() {
        "confirm" => Step::Confirm,
        "take_up" => Step::TakeUp,
        "resume" => Step::Resume,
        "suspend" => Step::Suspend { ground: f.choice("ground", |word| word.parse().ok())? },
        "end" => Step::End { reason: f.choice("reason", |word| word.parse().ok())? },
        _ => f.choice("step", |_| None)?,
    })
}

/// Moves the mandate to another delegation or constituency.
///
/// # Errors
/// As [`step`].
pub async fn place(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<MandateId>,
    mut f: Form,
) -> Result<Response, Problem> {
    let seen: Option<i64> = f.take("version");
    let (delegation, constituency) = (f.maybe("delegation"), f.maybe("constituency"));
    let Some(seen) = seen.filter(|_| !f.has_errors()) else {
        return Ok(unfit(show_page(&site, &v, &actor, id, &f, None).await?));
    };
    match desk::mandates::place(&site, &actor, id, seen, delegation, constituency).await {
        Ok(()) => Ok(done(&format!("/mandates/{id}"), "roster-done-saved")),
        Err(problem) => {
            let problem = sent_again(problem, &format!("/mandates/{id}/place"), &f, &["delegation", "constituency"]);
            let refusal = said(&v, &mut f, problem)?;
            Ok(unfit(show_page(&site, &v, &actor, id, &f, refusal).await?))
        }
    }
}

/// Enters a role.
///
/// # Errors
/// As [`step`].
pub async fn give(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<MandateId>,
    mut f: Form,
) -> Result<Response, Problem> {
    let role: Option<RoleName> = f.choice("role", |word| word.parse().ok());
    let (began, basis): (Option<Day>, Option<Text<120>>) = (f.take("began"), f.maybe("basis"));
    let (Some(role), Some(began)) = (role, began) else {
        return Ok(unfit(show_page(&site, &v, &actor, id, &f, None).await?));
    };
    match desk::roles::give(&site, &actor, id, role, began, basis, &f.once(&format!("/mandates/{id}/roles"))?).await {
        Ok(_) => Ok(done(&format!("/mandates/{id}"), "roster-done-saved")),
        Err(problem) => {
            let refusal = said(&v, &mut f, problem)?;
            Ok(unfit(show_page(&site, &v, &actor, id, &f, refusal).await?))
        }
    }
}

/// Ends a role on the day given.
///
/// # Errors
/// As [`step`]; a day that cannot be read ends nothing.
pub async fn lay_down(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<RoleId>,
    mut f: Form,
) -> Result<Response, Problem> {
    signed_in(&actor)?;
    let role = mandate::load_role(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    let of = mandate::load(&mut site.db(), role.mandate).await?.ok_or_else(Problem::missing)?;
    desk::mandates::mine(&actor, &of)?;
    let mut refusal = None;
    if let Some(on) = f.take::<Day>("until") {
        match desk::roles::lay_down(&site, &actor, id, on).await {
            Ok(()) => return Ok(done(&format!("/mandates/{}", of.id), "roster-done-saved")),
            Err(problem) => refusal = said(&v, &mut f, problem)?,
        }
    }
    let f = f.with("on", site.today()).with("laying", id);
    Ok(unfit(show_page(&site, &v, &actor, of.id, &f, refusal).await?))
}

/// Strikes out a role that was entered wrongly.
///
/// # Errors
/// As [`step`]; without a reason nothing is struck out.
pub async fn strike(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<RoleId>,
    mut f: Form,
) -> Result<Response, Problem> {
    signed_in(&actor)?;
    let role = mandate::load_role(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    let of = mandate::load(&mut site.db(), role.mandate).await?.ok_or_else(Problem::missing)?;
    desk::mandates::mine(&actor, &of)?;
    let mut refusal = None;
    if let Some(because) = f.take::<Text<200>>("because") {
        match desk::roles::strike(&site, &actor, id, &because).await {
            Ok(()) => return Ok(done(&format!("/mandates/{}", of.id), "roster-done-saved")),
            Err(problem) => refusal = said(&v, &mut f, problem)?,
        }
    }
    let f = f.with("on", site.today()).with("striking", id);
    Ok(unfit(show_page(&site, &v, &actor, of.id, &f, refusal).await?))
}
