//! What is tried next: mostly what is awaited or hangs beside it, now and then anything.

use std::collections::BTreeSet;

use kernel::Day;
use kit::{Site, blobs::Blob};
use suggestions::{desk, queries};
use suggestions_rules::{AssignmentId, SuggestionId};
use uuid::Uuid;

use super::super::world::rule_version;
use super::{
    people::Who,
    seen::{Part, Seen},
    verbs::{Deputy as D, Go, Office as O, Several as S, Unit as U, Verb, every},
};

/// Chance from a seed, the same on every run.
pub struct Chance(pub u64);

impl Chance {
    /// A number below `n`.
    pub fn n(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) % n as u64).unwrap()
    }

    /// One of these.
    pub fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.n(all.len())]
    }
}

const fn d(verb: D) -> Verb {
    Verb::Deputy(verb)
}
const fn o(verb: O) -> Verb {
    Verb::Office(verb)
}
const fn u(verb: U) -> Verb {
    Verb::Unit(verb)
}

fn awaited(seen: &Seen, part: Option<&Part>) -> Vec<Verb> {
    let paper = &seen.paper;
    match paper.stage.as_str() {
        "draft" if paper.typed_by.is_some() && paper.confirmed.is_none() => vec![d(D::ConfirmEntry), d(D::Edit)],
        "draft" => [D::Invite, D::Submit, D::Submit, D::Submit, D::Submit, D::Attach, D::Detach, D::Split, D::Discard]
            .map(d)
            .to_vec(),
        "cosigning" => [D::Second, D::Second, D::Decline, D::Submit, D::Submit].map(d).to_vec(),
        "submitted" => {
            [O::Hold, O::Accept, O::Accept, O::Accept, O::Return, O::Refuse, O::LayDown, O::TakeOver, O::Sever]
                .map(o)
                .to_vec()
        }
        "returned" => [D::Edit, D::Submit, D::Submit].map(d).to_vec(),
        "refusing" => [D::Acknowledge, D::Insist, D::Insist].map(d).to_vec(),
        "accepted" => vec![o(O::Number), o(O::Number), o(O::Reclass)],
        "numbered" if paper.routed.is_some() => {
            [O::Assign, O::Assign, O::AssignMany, O::RouteOn, O::RouteBack].map(o).to_vec()
        }
        "numbered" if paper.merged.is_some() => vec![o(O::Separate), o(O::Assign)],
        "numbered" => [O::Assign, O::Assign, O::Assign, O::AssignMany, O::Route, O::Merge].map(o).to_vec(),
        "handling" => part.map_or_else(Vec::new, |part| of_part(part.awaits.as_str())),
        "closed" => {
            let mut all = [O::LookBack, O::Reopen, O::SettlePromise, O::SendPromiseBack, O::CarryOver].map(o).to_vec();
            all.extend([U::Report, U::AnswerPromise, U::AnswerDoubt, U::MoveDay, U::Evidence].map(u));
            all.extend([d(D::JudgePromise), Verb::Several(S::Doubt), Verb::Several(S::UndoDoubt)]);
            all
        }
        _ => every(),
    }
}

/// What hangs on it beside the way it goes: promises, doubts, that it goes with another.
fn beside(seen: &Seen) -> Vec<Verb> {
    let mut all = vec![];
    let stands = |word: &str| seen.promises.iter().any(|promise| promise.2 == word);
    if stands("answered") {
        all.extend([d(D::JudgePromise), d(D::JudgePromise), o(O::SendPromiseBack), o(O::SettlePromise)]);
    }
    if stands("open") {
        all.extend([U::Report, U::Evidence, U::MoveDay, U::AnswerPromise, U::AnswerPromise].map(u));
        all.push(o(O::CarryOver));
    }
    if seen.doubts.iter().any(|doubt| doubt.standing == "open") {
        all.extend([u(U::AnswerDoubt), u(U::AnswerDoubt), Verb::Several(S::UndoDoubt)]);
    }
    if seen.talks.iter().any(|talk| talk.3 == "waiting") {
        all.extend([D::ConfirmTalk, D::DisputeTalk].map(d));
        all.push(u(U::UndoTalk));
    }
    if seen.shown.iter().any(|shown| shown.3 == "waiting") {
        all.extend([d(D::AnswerDraft), d(D::AnswerDraft), u(U::TakeBack)]);
    }
    let working = seen.parts.iter().filter(|part| part.work != "passed-on" && part.role != "reader").count();
    if seen.differences.iter().any(|one| one.1.is_none()) {
        all.push(o(O::Coordinate));
    } else if working > 1 && seen.differences.is_empty() {
        all.push(Verb::Several(S::Differ));
    }
    if seen.paper.merged.is_some() {
        all.push(o(O::Separate));
    }
    if seen.is("handling") && working == 1 {
        all.push(o(O::AddUnit));
    }
    if seen.paper.routed.is_some() && seen.is("numbered") {
        all.extend([O::RouteBack, O::RouteOn].map(o));
    }
    all
}

fn of_part(awaits: &str) -> Vec<Verb> {
    match awaits {
        "sign-for" => {
            let mut all = [U::SignFor, U::SignFor, U::SignFor, U::SignFor, U::Object].map(u).to_vec();
            all.push(o(O::Reassign));
            all
        }
        "ruling" => vec![o(O::Rule)],
        "consent" => vec![o(O::AnswerExtension), u(U::Draft)],
        "opinion" => vec![u(U::Advise)],
        "reply" => {
            let all = [U::Draft, U::Draft, U::SendToCheck, U::SendToCheck, U::SendToCheck, U::Promise];
            let rest = [U::AskExtension, U::AttachToReply, U::Talk, U::DetachFromReply, U::Strike, U::Show];
            all.into_iter().chain(rest).map(u).collect()
        }
        "check" => vec![o(O::Pass), o(O::Pass), o(O::SendBack), u(U::Show)],
        "signature" => vec![u(U::Sign), u(U::Sign), u(U::Strike), u(U::Show)],
        "delivery" => vec![u(U::Deliver)],
        "judgement" => {
            vec![
                d(D::Judge),
                d(D::Judge),
                o(O::Call),
                d(D::ConfirmTalk),
                d(D::DisputeTalk),
                u(U::UndoTalk),
                Verb::Several(S::Doubt),
            ]
        }
        "redo" => vec![o(O::Redo), o(O::Redo), u(U::Talk), o(O::Close)],
        _ => {
            let mut all = [U::Promise, U::Report, U::MoveDay, U::AnswerPromise, U::AnswerDoubt].map(u).to_vec();
            all.extend([O::Close, O::Close, O::SettlePromise, O::GiveToRead].map(o));
            all.extend([Verb::Several(S::Note), Verb::Several(S::Doubt), d(D::JudgePromise)]);
            all
        }
    }
}

/// Something to try with that suggestion; what this walk has not done yet comes up more often.
pub async fn choose(
    site: &Site,
    chance: &mut Chance,
    seen: &Seen,
    (all, done): (&[SuggestionId], &BTreeSet<Verb>),
) -> Go {
    let none = AssignmentId::from_uuid(Uuid::from_u128(8));
    let part = (!seen.parts.is_empty()).then(|| &seen.parts[chance.n(seen.parts.len())]);
    let (next, besides) = (awaited(seen, part), beside(seen));
    let new: Vec<Verb> = next.iter().chain(&besides).filter(|verb| !done.contains(verb)).copied().collect();
    let verb = match chance.n(8) {
        0 => chance.of(&every()),
        3 | 4 if !new.is_empty() => chance.of(&new),
        1 | 2 if !besides.is_empty() => chance.of(&besides),
        _ => chance.of(&next),
    };
    let days = [1, 5, 20, 45, 100, 150, 400, 900][chance.n(8)];
    let mut go = Go {
        verb,
        id: seen.paper.id,
        part: part.map_or(none, |part| part.id),
        other: chance.of(all),
        which: which(chance, seen, verb).unwrap_or_else(|| Uuid::from_u128(9)),
        seen: 0,
        pick: u8::try_from(chance.n(12)).unwrap(),
        until: site.today().plus_days(days),
        file: file(site),
    };
    go.seen = edition(site, seen, &go).await;
    go
}

/// A file whose bytes nobody reads here.
fn file(site: &Site) -> Blob {
    let (media, name) = ("application/pdf".to_owned(), "清单.pdf".to_owned());
    Blob { id: site.new_id(), sha256: "ab".repeat(32), size: 3, media, name }
}

/// The talk, promise, doubt or file that a verb is about.
fn which(chance: &mut Chance, seen: &Seen, verb: Verb) -> Option<Uuid> {
    let all: Vec<Uuid> = match verb {
        Verb::Deputy(D::ConfirmTalk | D::DisputeTalk) | Verb::Unit(U::UndoTalk) => {
            seen.talks.iter().map(|talk| talk.0.uuid()).collect()
        }
        Verb::Deputy(D::AnswerDraft) | Verb::Unit(U::TakeBack) => {
            seen.shown.iter().map(|shown| shown.0.uuid()).collect()
        }
        Verb::Deputy(D::Detach) => {
            seen.files.iter().filter(|file| file.1.is_none()).map(|file| file.0.uuid()).collect()
        }
        Verb::Unit(U::DetachFromReply) => {
            seen.files.iter().filter(|file| file.1.is_some()).map(|file| file.0.uuid()).collect()
        }
        Verb::Office(O::Coordinate) => seen.differences.iter().map(|one| one.0.uuid()).collect(),
        Verb::Unit(U::AnswerDoubt) | Verb::Several(S::UndoDoubt) => {
            seen.doubts.iter().map(|doubt| doubt.id.uuid()).collect()
        }
        _ => seen.promises.iter().map(|promise| promise.0.uuid()).collect(),
    };
    (!all.is_empty()).then(|| all[chance.n(all.len())])
}

/// The version a verb is done over: mostly the one that stands.
async fn edition(site: &Site, seen: &Seen, go: &Go) -> i64 {
    match go.verb {
        Verb::Deputy(D::Edit | D::Split) | Verb::Office(O::Sever) => seen.paper.version - i64::from(go.pick == 11),
        Verb::Office(O::LayRule) => rule_version(site, go.rule_key()).await,
        Verb::Unit(U::Draft) => {
            let Some(who) =
                seen.unit_of(go.part).and_then(|unit| (1..=3).map(Who::UnitClerk).find(|who| who.unit() == Some(unit)))
            else {
                return 0;
            };
            let Ok(own) = queries::detail(site, &who.actor(), go.id).await else { return 0 };
            let part = own.suggestion.stage.handling().and_then(|handling| handling.handlers.find(go.part));
            desk::reply::edition(part.and_then(|part| part.round()).and_then(|round| round.letter()))
        }
        _ => 0,
    }
}

/// A day some time later, mostly the same.
pub fn later(chance: &mut Chance, site: &Site) {
    if chance.n(8) == 0 {
        let days = [1, 2, 4, 9, 12, 30][chance.n(6)];
        site.set_now(site.now().plus_millis(86_400_000 * days));
    } else {
        site.set_now(site.now().plus_millis(1_000)); // each thing has a moment of its own
    }
}

/// A new draft of a deputy's, or of the clerk's in a deputy's name.
pub fn beginner(chance: &mut Chance) -> Who {
    chance.of(&[Who::Deputy(1), Who::Deputy(1), Who::Deputy(2), Who::Acting(1)])
}

/// The last day that day arithmetic here reaches.
pub fn far(site: &Site) -> bool {
    site.today() > Day::new(2032, 1, 1).unwrap()
}
