//! The timeline, as words: what was done when and by whom, what is awaited by when.

use kernel::Day;
use kit::View;
use suggestions_rules::{Mark, Step};

use crate::queries::Detail;

/// One step of the list.
pub struct Told {
    /// `past`, `now`, `ahead` or `bad` when a day was missed.
    pub state: &'static str,
    pub title: String,
    pub when: String,
    pub who: String,
}

/// The story of a suggestion; the first awaited step is the one it stands at.
pub fn told(v: &View, detail: &Detail, today: Day) -> Vec<Told> {
    let mut standing = true;
    let tell = |mark: &Mark| match mark {
        Mark::Done { step, at } => {
            let (key, who) = words(detail, step);
            Told {
                state: "past",
                title: v.tf(key.0, [("round", key.1.to_string())]).into_owned(),
                when: at.to_string(),
                who,
            }
        }
        Mark::Awaited { step, by } => {
            let (key, who) = words(detail, step);
            let late = by.is_some_and(|day| day < today);
            let state = if late {
                "bad"
            } else if std::mem::take(&mut standing) {
                "now"
            } else {
                "ahead"
            };
            let when = by.map(|day| v.tf("suggestions-step-by", [("day", day.to_string())]).into_owned());
            // What is awaited is a ruling; that it will be passed on nobody knows yet.
            let key = if matches!(step, Step::PassedOn { .. }) { ("suggestions-ruling-title", 1) } else { key };
            let title = v.tf(key.0, [("round", key.1.to_string())]);
            Told {
                state,
                title: v.tf("suggestions-step-awaited", [("step", title.into_owned())]).into_owned(),
                when: when.unwrap_or_default(),
                who,
            }
        }
    };
    gathered(detail.timeline.iter().map(tell))
}

/// Steps of one kind in a row are one line with all who took them: eleven co-signers are not eleven lines.
fn gathered(steps: impl Iterator<Item = Told>) -> Vec<Told> {
    let mut all: Vec<Told> = Vec::new();
    for step in steps {
        match all.last_mut() {
            Some(last) if last.title == step.title && same_kind(last.state, step.state) && !step.who.is_empty() => {
                last.who = format!("{}、{}", last.who, step.who);
                if step.state == "past" {
                    last.when = step.when;
                }
            }
            _ => all.push(step),
        }
    }
    all
}

/// Only the first awaited step is the present one, so what follows it in its line is called ahead.
fn same_kind(last: &str, next: &str) -> bool {
    last == next || (last == "now" && next == "ahead")
}

/// The key of a step with its round, and who did or will do it.
fn words(detail: &Detail, step: &Step) -> ((&'static str, u16), String) {
    let unit = |id| detail.body(id).to_owned();
    match *step {
        Step::Seconded { person } => (("suggestions-step-seconded", 1), detail.person(person).to_owned()),
        Step::Submitted => (("suggestions-step-submitted", 1), detail.person(detail.suggestion.lead.person).to_owned()),
        Step::Returned => (("suggestions-step-returned", 1), String::new()),
        Step::RefusalProposed => (("suggestions-step-refusal-proposed", 1), String::new()),
        Step::Refused => (("suggestions-step-refused", 1), String::new()),
        Step::Accepted => (("suggestions-step-accepted", 1), String::new()),
        Step::Numbered => (("suggestions-step-numbered", 1), String::new()),
        Step::Reclassed { words } => (("suggestions-step-reclassed", 1), detail.words(words).to_owned()),
        Step::Merged => (("suggestions-step-merged", 1), String::new()),
        Step::Routed { office } => (("suggestions-step-routed", 1), unit(office)),
        Step::Assigned => (("suggestions-step-assigned", 1), String::new()),
        Step::SignedFor { unit: id } => (("suggestions-step-signed-for", 1), unit(id)),
        Step::Advised { unit: id } => (("suggestions-step-advised", 1), unit(id)),
        Step::Objected { unit: id } => (("suggestions-step-objected", 1), unit(id)),
        Step::ObjectionRefused { unit: id } => (("suggestions-step-objection-refused", 1), unit(id)),
        Step::PassedOn { unit: id } => (("suggestions-step-passed-on", 1), unit(id)),
        Step::Reassigned { unit: id } => (("suggestions-step-reassigned", 1), unit(id)),
        Step::Added { unit: id } => (("suggestions-step-added", 1), unit(id)),
        Step::Extended { unit: id } => (("suggestions-step-extended", 1), unit(id)),
        Step::ReplySigned { unit: id, round } => (("suggestions-step-reply-signed", round), unit(id)),
        Step::ReplyDelivered { unit: id, round } => (("suggestions-step-reply-delivered", round), unit(id)),
        Step::Judged { round, person, .. } => (("suggestions-step-judged", round), detail.person(person).to_owned()),
        Step::CalledFor { round, person, words } => {
            let said = [detail.person(person), detail.words(words)];
            let said: Vec<&str> = said.into_iter().filter(|said| !said.is_empty()).collect();
            (("suggestions-step-called-for", round), said.join("："))
        }
        Step::RedoOrdered { unit: id, round } => (("suggestions-step-redo-ordered", round), unit(id)),
        Step::Reopened { unit: id, round } => (("suggestions-step-reopened", round), unit(id)),
        Step::Closed => (("suggestions-step-closed", 1), String::new()),
        Step::Withdrawn => (("suggestions-step-withdrawn", 1), detail.person(detail.suggestion.lead.person).to_owned()),
    }
}
