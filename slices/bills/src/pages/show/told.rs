//! The story of a bill in words: its steps, and what committee, presidium and congress said.

use bills_rules::{Ending, Mark, Stage, Step};
use kernel::Day;
use kit::View;

use super::names;
use crate::queries::Detail;

/// One step of the list.
pub struct Told {
    /// `past`, `now` or `bad` when a day was missed.
    pub state: &'static str,
    pub title: String,
    pub when: String,
    pub who: String,
}

/// The steps so far and the one awaited; many signatures are one line.
pub fn told(v: &View, d: &Detail, today: Day) -> Vec<Told> {
    let mut all: Vec<Told> = Vec::new();
    for mark in &d.timeline {
        let step = tell(v, d, mark, today);
        match all.last_mut() {
            Some(last) if last.title == step.title && !step.who.is_empty() => {
                last.who = format!("{}、{}", last.who, step.who);
                last.when = step.when;
            }
            _ => all.push(step),
        }
    }
    all
}

fn tell(v: &View, d: &Detail, mark: &Mark, today: Day) -> Told {
    match mark {
        Mark::Done { step, at } => {
            let who = if let Step::Signed { person } = step { d.person(*person).to_owned() } else { String::new() };
            Told { state: "past", title: v.t(key(*step)).into_owned(), when: at.to_string(), who }
        }
        Mark::Awaited { step, by } => {
            let state = if by.is_some_and(|day| day < today) { "bad" } else { "now" };
            let title = v.tf("bills-step-awaited", [("step", v.t(key(*step)).into_owned())]).into_owned();
            let when = by.map(|day| v.tf("bills-step-by", [("day", day.to_string())]).into_owned());
            Told { state, title, when: when.unwrap_or_default(), who: String::new() }
        }
    }
}

const fn key(step: Step) -> &'static str {
    match step {
        Step::Signed { .. } => "bills-step-signed",
        Step::Submitted => "bills-step-submitted",
        Step::Returned => "bills-step-returned",
        Step::Numbered => "bills-step-numbered",
        Step::Reviewed => "bills-step-reviewed",
        Step::Consulted => "bills-step-consulted",
        Step::Decided => "bills-step-decided",
        Step::WithdrawalAsked => "bills-step-withdrawal-asked",
        Step::Voted => "bills-step-voted",
        Step::Reported => "bills-step-reported",
        Step::Withdrawn => "bills-step-withdrawn",
    }
}

/// What somebody said of the bill.
pub struct Said {
    /// Who, and what.
    pub title: String,
    /// The words.
    pub words: String,
    /// `note` or `note warn`.
    pub look: &'static str,
}

/// What was said of it, in the order in which it was: why it was returned, opinion, decision, vote, report, withdrawal.
pub fn said(v: &View, d: &Detail) -> Vec<Said> {
    let stage = &d.bill.stage;
    let mut all = Vec::new();
    let mut say = |look, title: String, words: &str| all.push(Said { title, words: words.to_owned(), look });
    if let Stage::Returned { reason, .. } = stage {
        say("note warn", v.t("bills-said-returned").into_owned(), d.words(*reason));
    }
    if let Some(review) = stage.review() {
        let places = [("by", review.by.to_string()), ("disposal", names::disposed(v, &review.proposal))];
        say("note", v.tf("bills-said-review", places).into_owned(), d.words(review.reason));
    }
    if let Some(decided) = stage.decided() {
        let title = v.tf("bills-said-decision", [("disposal", names::disposed(v, &decided.disposal))]);
        say("note", title.into_owned(), decided.reason.map_or("", |reason| d.words(reason)));
    }
    match stage {
        Stage::Agenda { asked: Some(asked), .. } => {
            say("note warn", v.t("bills-said-asked").into_owned(), d.words(asked.reason));
        }
        Stage::Withdrawn { reason, .. } => say("note", v.t("bills-said-withdrawn").into_owned(), d.words(*reason)),
        Stage::Closed(closed) => match closed.ending {
            Ending::Voted(vote) => {
                let places = [("yes", vote.yes.to_string()), ("all", vote.all.to_string())];
                let rest = [("bills-said-vote-no", vote.no), ("bills-said-vote-abstain", vote.abstain)];
                let rest = rest.into_iter().filter_map(|(key, votes)| Some((key, votes?.to_string())));
                let said = v.tf("bills-said-vote", places).into_owned();
                say("note", rest.fold(said, |said, (key, votes)| said + &v.tf(key, [("votes", votes)])), "");
            }
            Ending::Reported(report) => say("note", v.t("bills-said-report").into_owned(), d.words(report)),
            Ending::NotListed | Ending::Suggestion(_) => {}
        },
        _ => {}
    }
    all
}
