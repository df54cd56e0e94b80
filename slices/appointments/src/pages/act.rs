//! What is done with a proposal. Each form stands on its page; with something wrong in it the page comes again.

use accounts_rules::{Actor, Right};
use appointments_rules::{AppointmentId, Nominator, OathForm, Speech};
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kit::{
    Problem, Site, View,
    web::{Form, Stale, done},
};
use law_rules::Word as _;

use super::{
    both::both,
    fields::{keep_at, maybe_number, number},
    show::shown,
};
use crate::desk::{
    self,
    add::{self, ExamWanted, SpeechWanted},
    decide::{self, AgendaWanted, AnnouncementWanted, AppointmentVote},
    draft::{self, AppointmentReason, AppointmentRevised},
    follow::{self, AppointmentLetter, FilingWanted, OathWanted},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// Ends a step: back to the page, or the page again with what is wrong.
pub(super) async fn end(
    (site, actor, v): (&Site, &Actor, &View),
    id: AppointmentId,
    mut form: Form,
    (prefix, flash): (&str, &'static str),
    what: Option<Result<(), Problem>>,
) -> Answer {
    match what {
        Some(Ok(())) => return Ok(done(&format!("/appointments/{id}"), flash)),
        Some(Err(problem)) => keep_at(&mut form, (prefix, "step"), problem)?,
        None => {}
    }
    shown(site, actor, v, id, form).await
}

macro_rules! acts {
    ($($name:ident $prefix:literal $right:expr, $flash:literal $read:path => $verb:path;)+) => {$(
        pub async fn $name(
            State(site): State<Site>,
            Extension(actor): Who,
            Path(id): Path<AppointmentId>,
            v: View,
            mut form: Form,
        ) -> Answer {
            desk::may(&site, &actor, id, $right).await?;
            let at = (id, form.seen()?);
            let what = match $read(&mut form).filter(|_| !form.has_errors()) {
                Some(wanted) => Some($verb(&site, &actor, at, wanted).await),
                None => None,
            };
            end((&site, &actor, &v), id, form, ($prefix, $flash), what).await
        }
    )+};
}

acts! {
    exam "exams-" Right::AppointmentKeep, "appointments-flash-exam" an_exam => add::exam;
    speech "speeches-" Right::AppointmentKeep, "appointments-flash-speech" a_speech => add::speech;
    agenda "agenda-" Right::AppointmentDecide, "appointments-flash-listed" an_agenda => decide::put_on;
    vote "vote-" Right::AppointmentDecide, "appointments-flash-voted" a_vote => decide::vote;
    announce "announcement-" Right::AppointmentDecide, "appointments-flash-announced" an_announcement => decide::announce;
    letter "letter-" Right::AppointmentKeep, "appointments-flash-lettered" a_letter => follow::letter;
    oath "oath-" Right::AppointmentKeep, "appointments-flash-sworn" an_oath => follow::oath;
    file "filing-" Right::AppointmentKeep, "appointments-flash-filed" a_filing => follow::file;
    withdraw "withdrawal-" Right::AppointmentKeep, "appointments-flash-withdrawn" a_reason => draft::withdraw;
}

/// What can be changed of a draft, with the keys of the labels.
const HELD: &[(&str, &str)] = &[
    ("revision-proposer", "appointments-field-proposer"),
    ("revision-signers", "appointments-field-signers"),
    ("revision-reason", "appointments-field-reason"),
];

/// Changes a draft; who comes too late sees what was typed beside what stands.
pub async fn revise(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<AppointmentId>,
    v: View,
    mut form: Form,
) -> Answer {
    desk::may(&site, &actor, id, Right::AppointmentKeep).await?;
    let at = (id, form.seen()?);
    let what = match revised(&mut form).filter(|_| !form.has_errors()) {
        Some(wanted) => Some(draft::revise(&site, &actor, at, wanted).await),
        None => None,
    };
    if let Some(Err(Problem::Stale(_))) = &what {
        let kept = desk::may(&site, &actor, id, Right::AppointmentKeep).await?;
        let stands = Form::blank(&v).with("revision-proposer", kept.proposer.word());
        let stands = match kept.signers {
            Some(signers) => stands.with("revision-signers", signers),
            None => stands,
        };
        let stands = stands.with("revision-reason", kept.reason.as_str());
        let at = format!("/appointments/{id}");
        let action = format!("{at}/revision");
        return Err(match both(&v, action, kept.version, HELD, (&form, &stands)) {
            Problem::Stale(stale) => Problem::Stale(Box::new(Stale { back: at, ..*stale })),
            other => other,
        });
    }
    end((&site, &actor, &v), id, form, ("revision-", "appointments-flash-revised"), what).await
}

macro_rules! bare {
    ($($name:ident $flash:literal $verb:path;)+) => {$(
        pub async fn $name(
            State(site): State<Site>,
            Extension(actor): Who,
            Path(id): Path<AppointmentId>,
            v: View,
            form: Form,
        ) -> Answer {
            desk::may(&site, &actor, id, Right::AppointmentKeep).await?;
            let what = Some($verb(&site, &actor, (id, form.seen()?)).await);
            end((&site, &actor, &v), id, form, ("documents-", $flash), what).await
        }
    )+};
}

bare! {
    submit "appointments-flash-submitted" draft::submit;
    examine "appointments-flash-examined" draft::examine;
}

fn revised(form: &mut Form) -> Option<AppointmentRevised> {
    let (proposer, reason) = (form.choice("revision-proposer", Nominator::read), form.take("revision-reason"));
    let signers = maybe_number(form, "revision-signers");
    Some(AppointmentRevised { proposer: proposer?, reason: reason?, signers })
}

fn an_exam(form: &mut Form) -> Option<ExamWanted> {
    let (day, score) = (form.take("exams-day"), number(form, "exams-score"));
    Some(ExamWanted { day: day?, score: score? })
}

fn a_speech(form: &mut Form) -> Option<SpeechWanted> {
    let speech = form.choice("speeches-speech", Speech::read);
    let (who, words) = (form.take("speeches-who"), form.take("speeches-words"));
    Some(SpeechWanted { speech: speech?, who: who?, words: words? })
}

fn an_agenda(form: &mut Form) -> Option<AgendaWanted> {
    let (meeting, day) = (form.take("agenda-meeting"), form.take("agenda-day"));
    Some(AgendaWanted { meeting: meeting?, day: day? })
}

fn a_vote(form: &mut Form) -> Option<AppointmentVote> {
    let round = form.maybe::<kernel::Id<()>>("vote-round").map(kernel::Id::uuid);
    if round.is_some() {
        return Some(AppointmentVote { round, ..AppointmentVote::default() });
    }
    let mut take = |name: &str| maybe_number(form, name);
    Some(AppointmentVote {
        round,
        members: take("vote-members"),
        present: take("vote-present"),
        yes: take("vote-yes"),
        no: take("vote-no"),
        abstain: take("vote-abstain"),
    })
}

fn an_announcement(form: &mut Form) -> Option<AnnouncementWanted> {
    form.take("announcement-day").map(|day| AnnouncementWanted { day })
}

fn a_letter(form: &mut Form) -> Option<AppointmentLetter> {
    let (day, signed) = (form.take("letter-day"), form.take("letter-signed"));
    Some(AppointmentLetter { day: day?, signed: signed? })
}

fn an_oath(form: &mut Form) -> Option<OathWanted> {
    let (day, how) = (form.take("oath-day"), form.choice("oath-form", OathForm::read));
    let (place, led, witness) = (form.take("oath-place"), form.maybe("oath-led"), form.maybe("oath-witness"));
    Some(OathWanted { day: day?, form: how?, place: place?, led, witness })
}

fn a_filing(form: &mut Form) -> Option<FilingWanted> {
    let (day, with) = (form.take("filing-day"), form.take("filing-with"));
    Some(FilingWanted { day: day?, with: with? })
}

fn a_reason(form: &mut Form) -> Option<AppointmentReason> {
    form.take("withdrawal-reason").map(|reason| AppointmentReason { reason })
}
