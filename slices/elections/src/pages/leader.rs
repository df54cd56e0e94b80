//! What the congress decided on a leader, what the committee above approved, and the notice.

use accounts_rules::{Actor, Right};
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use elections_rules::election::{
    Answer as Answered, DepartureStage, LeaderLeaving, LeaderLeavingId, LeaderVote, Mover, Refusal,
};
use kernel::Refused;
use kit::{
    Problem, Site, View,
    web::{Form, done},
};
use law_rules::{Rung, Word as _};
use roster_views::deputies;

use super::ask::{Ask, Field, Input, count, keep_at, number, words};
use crate::{
    desk::leaders::{self as desk, LeaderApproval, LeaderLeaveDecision},
    queries::Holder,
    store::LeaderLeave,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

fn under(v: &View, it: &LeaderLeave, held: &Holder) -> String {
    format!("{} {} {}", held.name, held.title, v.t(&it.leaving.key()))
}

fn decision(v: &View, f: &Form, (it, held): (&LeaderLeave, &Holder), level: Rung) -> Response {
    let what = if it.leaving == LeaderLeaving::Recalled { "recalled" } else { "resigned" };
    let answers = [("accepted", "yes"), ("declined", "no")]
        .map(|(word, said)| (word.to_owned(), v.t(&format!("elections-decision-{said}-{what}")).into_owned()));
    let mut fields = vec![
        Field::new(Input::Radios, "outcome", "elections-field-decision").from(answers.into()),
        Field::new(Input::Line, "meeting", "elections-field-meeting").most(80).hint("elections-hint-session"),
        Field::new(Input::Day, "decided", "elections-field-decided"),
    ];
    if it.leaving == LeaderLeaving::Recalled {
        let town = level == Rung::Township;
        let movers = words::<Mover>(v).into_iter().filter(|(word, _)| !town || word != Mover::Committee.word());
        fields.extend([
            Field::new(Input::Radios, "mover", "elections-field-mover").from(movers.collect()),
            Field::new(Input::Number, "movers", "elections-field-movers").hint("elections-hint-movers").optional(),
            Field::new(Input::Radios, "answer", "elections-field-answer").from(words::<Answered>(v)),
        ]);
    }
    fields.extend([
        Field::new(Input::Number, "deputies", "elections-field-all-deputies").hint("elections-hint-all-deputies"),
        Field::new(Input::Number, "yes", "elections-field-votes-for").hint("elections-hint-yes").optional(),
    ]);
    let page = Ask {
        v,
        f,
        title: "elections-decide-title",
        under: under(v, it, held),
        lead: "elections-leader-decide-lead",
        action: format!("/leader-departures/{}/decision", it.id),
        button: "elections-decide-button",
        back: (format!("/leader-departures/{}", it.id), "elections-back-to-departure"),
        hidden: Vec::new(),
        fields,
    };
    page.shown()
}

/// One that is to be decided.
async fn decides(site: &Site, actor: &Actor, id: LeaderLeavingId) -> Result<(LeaderLeave, Holder, Rung), Problem> {
    let (it, held) = desk::of(site, actor, id, Some(Right::ElectionCertify)).await?;
    if it.stage != DepartureStage::Received {
        return Err(Refused::from(Refusal::DepartureStage).into());
    }
    let level = desk::rung(&mut site.db(), it.congress).await?;
    Ok((it, held, level))
}

pub async fn ask_decide(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<LeaderLeavingId>,
    v: View,
) -> Answer {
    let (it, held, level) = decides(&site, &actor, id).await?;
    let all = deputies(&mut site.db(), it.congress).await?;
    let form = Form::blank(&v).with("outcome", "accepted").with("decided", site.today()).with("deputies", all);
    Ok(decision(&v, &form, (&it, &held), level))
}

pub async fn decide(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<LeaderLeavingId>,
    v: View,
    mut form: Form,
) -> Answer {
    let (it, held, level) = decides(&site, &actor, id).await?;
    if let Some(wanted) = read(&mut form, it.leaving == LeaderLeaving::Recalled) {
        match desk::decide(&site, &actor, id, wanted).await {
            Ok(_) => return Ok(done(&format!("/leader-departures/{id}"), "elections-flash-decided")),
            Err(problem) => keep_at(&mut form, "yes", problem)?,
        }
    }
    Ok(decision(&v, &form, (&it, &held), level))
}

fn read(form: &mut Form, recall: bool) -> Option<LeaderLeaveDecision> {
    let accepted = form.choice("outcome", |word| match word {
        "accepted" => Some(true),
        "declined" => Some(false),
        _ => None,
    });
    let (meeting, decided) = (form.take("meeting"), form.take("decided"));
    let mover = if recall { form.choice("mover", Mover::read) } else { None };
    let answer = if recall { form.choice("answer", Answered::read) } else { None };
    let (movers, deputies, yes) = (count(form, "movers"), number(form, "deputies"), count(form, "yes"));
    if form.has_errors() {
        return None;
    }
    let movers = movers.filter(|_| mover == Some(Mover::Deputies));
    let vote = LeaderVote { mover, movers, deputies: deputies?, yes: yes.unwrap_or(0) };
    Some(LeaderLeaveDecision { accepted: accepted?, meeting: meeting?, decided: decided?, vote, answer })
}

fn approval(v: &View, f: &Form, (it, held): (&LeaderLeave, &Holder)) -> Response {
    let page = Ask {
        v,
        f,
        title: "elections-approval-title",
        under: under(v, it, held),
        lead: "elections-approval-lead",
        action: format!("/leader-departures/{}/approval", it.id),
        button: "elections-approval-button",
        back: (format!("/leader-departures/{}", it.id), "elections-back-to-departure"),
        hidden: Vec::new(),
        fields: vec![
            Field::new(Input::Day, "on", "elections-field-approved"),
            Field::new(Input::Line, "number", "elections-field-approval").most(40).optional(),
        ],
    };
    page.shown()
}

/// One that waits for the committee above.
async fn approves(site: &Site, actor: &Actor, id: LeaderLeavingId) -> Result<(LeaderLeave, Holder), Problem> {
    let (it, held) = desk::of(site, actor, id, Some(Right::ElectionCertify)).await?;
    if desk::waits(&it, &held) { Ok((it, held)) } else { Err(Refused::from(Refusal::ApprovalNone).into()) }
}

pub async fn ask_approve(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<LeaderLeavingId>,
    v: View,
) -> Answer {
    let (it, held) = approves(&site, &actor, id).await?;
    Ok(approval(&v, &Form::blank(&v).with("on", site.today()), (&it, &held)))
}

pub async fn approve(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<LeaderLeavingId>,
    v: View,
    mut form: Form,
) -> Answer {
    let (it, held) = approves(&site, &actor, id).await?;
    let (on, number) = (form.take("on"), form.maybe("number"));
    if let (Some(on), false) = (on, form.has_errors()) {
        match desk::approve(&site, &actor, id, LeaderApproval { on, number }).await {
            Ok(_) => return Ok(done(&format!("/leader-departures/{id}"), "elections-flash-approved")),
            Err(problem) => keep_at(&mut form, "on", problem)?,
        }
    }
    Ok(approval(&v, &form, (&it, &held)))
}

pub async fn announce(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<LeaderLeavingId>,
    _form: Form,
) -> Answer {
    desk::announce(&site, &actor, id).await?;
    Ok(done(&format!("/leader-departures/{id}"), "elections-flash-published"))
}
