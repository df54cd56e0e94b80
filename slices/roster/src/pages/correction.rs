//! 更正登记: what was entered wrongly of a mandate.

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
use roster_rules::{Corrected, Correction, EndReason, MandateId, Standing};

use super::{options, said, sent_again, signed_in, unfit};
use crate::{
    desk::{self, corrections},
    queries::seats::{self, SeatLine},
    store::{mandate, person},
    words,
};

#[derive(Template)]
#[template(path = "correction.html")]
struct Fill<'a> {
    v: &'a View,
    f: &'a Form,
    refusal: Option<String>,
    name: String,
    seat: SeatLine,
    /// What can be corrected, each with how it stands.
    entered: Vec<(String, String)>,
    reasons: Vec<(String, String)>,
    ended: bool,
}

/// The form, for the office of its congress.
///
/// # Errors
/// Refused to every other office.
pub async fn ask(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<MandateId>,
) -> Result<Response, Problem> {
    signed_in(&actor)?;
    let f = Form::blank(&v);
    show_page(&site, &v, &actor, id, (&f, None)).await
}

async fn show_page(
    site: &Site,
    v: &View,
    actor: &Actor,
    id: MandateId,
    (f, refusal): (&Form, Option<String>),
) -> Result<Response, Problem> {
    let seat = seats::one(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    desk::allowed(actor, Right::MandateEdit, seat.congress)?;
    let standing = mandate::load(&mut site.db(), id).await?.ok_or_else(Problem::missing)?.standing;
    let name = person::load(&mut site.db(), seat.person).await?.map(|person| person.name).unwrap_or_default();
    let reasons = options(v, EndReason::ALL.iter().map(|reason| reason.as_str()), words::reason);
    let ended = matches!(standing, Standing::Ended { .. });
    Ok(page(&Fill { v, f, refusal, name, seat, entered: entered(v, standing), reasons, ended }))
}

fn entered(v: &View, standing: Standing) -> Vec<(String, String)> {
    let told = |(what, day): (Corrected, Option<Day>)| {
        let label = v.t(&format!("roster-correct-{}", what.as_str().replace('_', "-"))).into_owned();
        let stands = match (what, standing, day) {
            (Corrected::Reason, Standing::Ended { reason, .. }, _) => v.t(&words::reason(reason.as_str())).into_owned(),
            (Corrected::TakenBack, ..) => {
                let state = standing.taken_back().map(|before| words::standing(before.name().as_str()).1);
                let state = state.map(|key| v.t(&key).into_owned()).unwrap_or_default();
                v.tf("roster-correct-becomes", [("state", state)]).into_owned()
            }
            (.., day) => day.map(|day| day.to_string()).unwrap_or_default(),
        };
        (what.as_str().to_owned(), v.tf("roster-correct-now", [("what", label), ("stands", stands)]).into_owned())
    };
    standing.entered().into_iter().map(told).collect()
}

fn asked(f: &mut Form) -> Option<Correction> {
    let what: Corrected = f.choice("what", |word| word.parse().ok())?;
    Some(match what {
        Corrected::TakenBack => Correction::TakenBack,
        Corrected::Reason => Correction::Reason(f.choice("ending", |word| word.parse().ok())?),
        of => Correction::Day(of, f.take("day")?),
    })
}

/// Corrects it.
///
/// # Errors
/// What is wrong is said beside the fields, a refusal above them.
pub async fn correct(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<MandateId>,
    mut f: Form,
) -> Result<Response, Problem> {
    signed_in(&actor)?;
    let of = mandate::load(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    desk::allowed(&actor, Right::MandateEdit, of.seat.congress)?;
    let seen: Option<i64> = f.take("version");
    let (what, because): (_, Option<Text<200>>) = (asked(&mut f), f.take("because"));
    let (Some(seen), Some(what), Some(because)) = (seen, what, because) else {
        return Ok(unfit(show_page(&site, &v, &actor, id, (&f, None)).await?));
    };
    match corrections::correct(&site, &actor, id, (seen, what), &because).await {
        Ok(_) => Ok(done(&format!("/mandates/{id}"), "roster-done-saved")),
        Err(problem) => {
            let names = ["what", "day", "ending", "because"];
            let problem = sent_again(problem, &format!("/mandates/{id}/corrections"), &f, &names);
            let refusal = said(&v, &mut f, problem)?;
            Ok(unfit(show_page(&site, &v, &actor, id, (&f, refusal)).await?))
        }
    }
}
