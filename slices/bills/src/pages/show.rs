//! One bill: what it says, who signed, where it stands, and what this visitor can do now.

#![expect(clippy::cmp_owned, reason = "a comparison in the page, as askama writes it")]

mod told;
mod voices;

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use bills_rules::{Answer, BillId, Closed, Ending, Filer, Stage, SuggestionId};
use kernel::{Refusal, Refused};
use kit::{
    Problem, Site, View,
    web::{Form, page},
};

use super::names;
use crate::{
    Sight, desk,
    queries::{self, Attached, Detail},
};

#[derive(Template)]
#[template(path = "bills/show.html")]
struct Show<'a> {
    v: &'a View,
    d: &'a Detail,
    /// The version of the words, for who signs them.
    words: i64,
    tone: &'static str,
    stage: String,
    /// Whether its committee should have reported by now.
    overdue: bool,
    number: String,
    filer: String,
    signers: Vec<(String, &'static str, String)>,
    signed: usize,
    by_deputies: bool,
    said: Vec<told::Said>,
    steps: Vec<told::Told>,
    suggestion: Option<SuggestionId>,
    /// The files: what each is, and the file.
    files: Vec<(String, &'a Attached)>,
    /// What a file to be added can be, where the visitor adds files.
    kinds: Vec<(&'static str, String)>,
    f: Form,
    /// Whether it is on paper and the sheet that was signed is not among the files.
    unproved: bool,
    /// What those who signed say to its becoming a suggestion.
    voices: Option<voices::Voices>,
    does: Vec<Does>,
}

/// Something the visitor can do now.
struct Does {
    /// Where the button's form goes, or the link leads.
    to: String,
    /// What it says.
    key: &'static str,
    /// Whether pressing it acts at once (a form) or opens a page.
    acts: bool,
    /// Whether it is what is most likely wanted.
    first: bool,
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<BillId>,
    v: View,
) -> Result<Response, Problem> {
    let d = queries::detail(&site, &actor, id).await?;
    let bill = &d.bill;
    let ending = if let Stage::Closed(closed) = &bill.stage { Some(closed.ending.word()) } else { None };
    let (tone, stage) = names::stage(&v, bill.stage.word(), ending);
    let template = Show {
        words: desk::words(bill),
        tone,
        stage,
        overdue: matches!(bill.stage, Stage::Referred { report_by, .. } if report_by < site.today()),
        number: bill.stage.number().map(ToString::to_string).unwrap_or_default(),
        filer: match &bill.filer {
            Filer::Deputies { lead, .. } => d.person(*lead).to_owned(),
            Filer::Organ { organ, name } => format!("{name} · {}", names::organ(&v, *organ)),
        },
        signers: bill.asked().iter().map(|asked| signer(&v, &d, asked)).collect(),
        signed: bill.signers().len(),
        by_deputies: bill.lead().is_some(),
        said: told::said(&v, &d),
        steps: told::told(&v, &d, site.today()),
        suggestion: match bill.stage {
            Stage::Closed(Closed { ending: Ending::Suggestion(suggestion), .. }) if d.sight != Sight::Member => {
                Some(suggestion)
            }
            _ => None,
        },
        files: d.files.iter().map(|file| (v.t(&format!("bills-file-{}", file.kind)).into_owned(), file)).collect(),
        kinds: if desk::attach::offered(&actor, d.sight, bill) { names::kinds(&v, bill) } else { vec![] },
        f: Form::blank(&v).with("kind", names::usual_kind(bill).word()),
        unproved: bill.on_paper() && d.sight == Sight::Office && !d.files.iter().any(Attached::is_scan),
        voices: voices::voices(&v, &d),
        does: does(&site, &actor, &d),
        v: &v,
        d: &d,
    };
    Ok(page(&template))
}

fn signer(v: &View, d: &Detail, asked: &bills_rules::Cosigner) -> (String, &'static str, String) {
    let (tone, key) = match asked.answer {
        Answer::Asked => ("wait", "bills-signer-asked"),
        Answer::Confirmed(_) => ("good", "bills-signer-confirmed"),
        Answer::Declined(_) => ("quiet", "bills-signer-declined"),
    };
    (d.person(asked.person).to_owned(), tone, v.t(key).into_owned())
}

/// Where a verb on a bill stands.
pub fn at(id: BillId, end: &str) -> String {
    format!("/bills/{id}/{end}")
}

/// A form is for who could send it now; who may only look is told so before anything is typed.
///
/// # Errors
/// When this visitor is not offered that step.
pub fn offered(site: &Site, actor: &Actor, d: &Detail, action: &str) -> Result<(), Refused> {
    let offers = does(site, actor, d).iter().any(|it| it.to == action);
    if offers { Ok(()) } else { Err(Refused::new(Refusal::NotYours, "bills-refused-not-offered")) }
}

/// Buttons for what the rules would most likely allow. The desk asks the rules again when one is pressed.
fn does(site: &Site, actor: &Actor, d: &Detail) -> Vec<Does> {
    let mut all = Vec::new();
    let mut can = |when: bool, end: &str, key, acts, first| {
        if when {
            all.push(Does { to: at(d.bill.id, end), key, acts, first });
        }
    };
    of_deputies(actor, d, &mut can);
    let speaks =
        actor.acting_for.is_none() && actor.stands_for().is_some_and(|who| d.bill.may_speak(who, site.today()));
    can(speaks, "consultation/answer", "bills-do-speak", false, true);
    of_office(actor, d, &mut can);
    can(true, "sheet", "bills-do-print", false, false);
    can(true, "papers", "papers-do-open", false, false);
    all.sort_by_key(|it| !it.first);
    all
}

fn of_deputies(actor: &Actor, d: &Detail, can: &mut impl FnMut(bool, &str, &'static str, bool, bool)) {
    let bill = &d.bill;
    let in_person = actor.acting_for.is_none();
    let (lead, free) = (d.sight == Sight::Lead && in_person, bill.is_free());
    let mine = bill.asked().iter().find(|asked| Some(asked.person) == actor.stands_for()).map(|asked| asked.answer);
    let enough = bill.signers().len() >= usize::try_from(d.needed).unwrap_or(usize::MAX);
    can(lead && free && enough, "submission", "bills-do-submit", true, true);
    can(lead && free, "signers", "bills-do-ask", false, !enough);
    can(lead && free, "edit", "bills-do-edit", false, false);
    can(lead && bill.stage == Stage::Draft, "removal", "bills-do-discard", false, false);
    let asked = in_person && free && mine == Some(Answer::Asked);
    can(asked, "signature", "bills-do-sign", true, true);
    can(asked, "signature/removal", "bills-do-decline", true, false);
    let signed = in_person && free && matches!(mine, Some(Answer::Confirmed(_)));
    can(signed, "signature/removal", "bills-do-take-back", true, false);
    let named = in_person && undecided(&bill.stage) && bill.on_paper() && matches!(mine, Some(Answer::Confirmed(_)));
    can(named, "signature/removal", "bills-do-deny", true, false);
    can(lead && withdraws(&bill.stage), "withdrawal", "bills-do-withdraw", false, false);
}

fn of_office(actor: &Actor, d: &Detail, can: &mut impl FnMut(bool, &str, &'static str, bool, bool)) {
    let bill = &d.bill;
    let may = |right| actor.may(right, bill.congress).is_ok();
    let submitted = matches!(bill.stage, Stage::Submitted(_));
    let undecided = matches!(bill.stage, Stage::Numbered(_) | Stage::Reviewed(_));
    let asked = matches!(bill.stage, Stage::Agenda { asked: Some(_), .. });
    let organ = bill.lead().is_none();
    can(submitted && may(Right::BillCheck), "number", "bills-do-number", true, true);
    let kept = bill.kept_by_the_office();
    can(submitted && !kept && may(Right::BillCheck), "return", "bills-do-return", false, false);
    let reviewed = matches!(bill.stage, Stage::Reviewed(_));
    can(undecided && may(Right::BillReview), "review", "bills-do-review", false, !reviewed);
    can(bill.is_consultable() && may(Right::BillReview), "consultation", "bills-do-consult", false, false);
    can(undecided && may(Right::BillDecide), "decision", "bills-do-decide", false, reviewed);
    can(asked && may(Right::BillDecide), "consent", "bills-do-consent", false, true);
    let votes = matches!(bill.stage, Stage::Agenda { asked: None, .. });
    can(votes && may(Right::BillEnd), "vote", "bills-do-vote", false, true);
    can(
        matches!(bill.stage, Stage::Referred { .. }) && may(Right::BillEnd),
        "findings",
        "bills-do-report",
        false,
        true,
    );
    let receives = may(Right::BillReceive);
    can(bill.is_retypable() && receives, "edit", "bills-do-retype", false, false);
    let withdraws = kept && d.sight != Sight::Lead && withdraws(&bill.stage) && receives;
    let key = if organ { "bills-do-withdraw-organ" } else { "bills-do-withdraw-paper" };
    can(withdraws, "withdrawal", key, false, false);
}

/// Whether the presidium has not decided on it.
const fn undecided(stage: &Stage) -> bool {
    matches!(stage, Stage::Submitted(_) | Stage::Numbered(_) | Stage::Reviewed(_))
}

/// Whether those who put it can still withdraw it, or ask to.
const fn withdraws(stage: &Stage) -> bool {
    matches!(
        stage,
        Stage::Submitted(_)
            | Stage::Returned { .. }
            | Stage::Numbered(_)
            | Stage::Reviewed(_)
            | Stage::Agenda { asked: None, .. }
            | Stage::Referred { .. }
    )
}
