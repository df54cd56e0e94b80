//! Who may do what, and who may look, said a second time in plain words over the rows: neither the table of rights nor the program's
//! own way of looking is asked.

use super::{
    people::Who,
    seen::Seen,
    verbs::{Deputy, Go, Office, Several, Unit, Verb},
};

/// Whether it is that person's to do, the moment being right.
pub fn may(who: Who, go: &Go, seen: &Seen) -> bool {
    match go.verb {
        Verb::Deputy(verb) => deputy(who, go, seen, verb),
        Verb::Office(verb) => office(who, seen, verb),
        Verb::Unit(verb) => unit(who, go, seen, verb),
        Verb::Several(verb) => several(who, go, seen, verb),
    }
}

fn deputy(who: Who, go: &Go, seen: &Seen, verb: Deputy) -> bool {
    let lead = Some(seen.paper.lead);
    match verb {
        Deputy::Edit | Deputy::Split | Deputy::Invite | Deputy::Submit | Deputy::Attach | Deputy::Detach => {
            who.stands_for() == lead
        }
        Deputy::Discard | Deputy::ConfirmEntry | Deputy::Withdraw | Deputy::Acknowledge | Deputy::Insist => {
            who.in_person() == lead
        }
        Deputy::Second | Deputy::Decline => {
            who.in_person().is_some_and(|person| seen.asked.iter().any(|(asked, _)| *asked == person))
        }
        Deputy::Judge | Deputy::JudgePromise => who.in_person().is_some_and(|person| seen.signed_by(person)),
        Deputy::AnswerDraft => {
            let to = seen.shown.iter().find(|shown| shown.0.uuid() == go.which).map(|shown| shown.2);
            to.is_some() && who.stands_for() == to
        }
        Deputy::ConfirmTalk | Deputy::DisputeTalk => {
            let with = seen.talks.iter().find(|talk| talk.0.uuid() == go.which).map(|talk| talk.2);
            with.is_some() && who.stands_for() == with
        }
    }
}

fn office(who: Who, seen: &Seen, verb: Office) -> bool {
    let has_it = seen.paper.routed.is_some() && who.divides() == seen.paper.routed;
    match verb {
        Office::Assign | Office::AssignMany if seen.paper.routed.is_some() => has_it,
        Office::RouteOn => has_it,
        Office::RouteBack | Office::GiveToRead => has_it || who.office(),
        Office::Rule
        | Office::Reassign
        | Office::AddUnit
        | Office::AnswerExtension
        | Office::SendBack
        | Office::Pass
        | Office::Coordinate => who.office() || who.divides().is_some(),
        Office::LayRule | Office::Recount => who == Who::Chief,
        Office::LayDays => who == Who::Operator,
        _ => who.office(),
    }
}

fn unit(who: Who, go: &Go, seen: &Seen, verb: Unit) -> bool {
    let part = match verb {
        Unit::UndoTalk => seen.talks.iter().find(|talk| talk.0.uuid() == go.which).map(|talk| talk.1),
        Unit::DetachFromReply => seen.files.iter().find(|file| file.0.uuid() == go.which).and_then(|file| file.1),
        Unit::TakeBack => seen.shown.iter().find(|shown| shown.0.uuid() == go.which).map(|shown| shown.1),
        Unit::AnswerDoubt => seen.doubts.iter().find(|doubt| doubt.id.uuid() == go.which).map(|doubt| doubt.part),
        Unit::Strike | Unit::Report | Unit::Evidence | Unit::MoveDay | Unit::AnswerPromise => {
            seen.promises.iter().find(|promise| promise.0.uuid() == go.which).map(|promise| promise.1)
        }
        _ => Some(go.part),
    };
    let Some(unit) = part.and_then(|part| seen.unit_of(part)) else { return false };
    match verb {
        Unit::Object | Unit::Sign | Unit::AnswerPromise | Unit::AnswerDoubt => who.heads() == Some(unit),
        _ => who.unit() == Some(unit),
    }
}

fn several(who: Who, go: &Go, seen: &Seen, verb: Several) -> bool {
    let signs = |who: Who| who.in_person().is_some_and(|person| seen.signed_by(person));
    match verb {
        Several::Note | Several::Differ => {
            let mut units = seen.parts.iter().filter(|part| part.work != "passed-on").map(|part| part.unit);
            who.office() || who.divides().is_some() || units.any(|unit| who.unit() == Some(unit))
        }
        Several::Doubt => who.office() || signs(who),
        Several::UndoDoubt => {
            match seen.doubts.iter().find(|doubt| doubt.id.uuid() == go.which).map(|doubt| doubt.by) {
                Some(None) => who.office(),
                Some(person) => who.in_person() == person,
                None => false,
            }
        }
    }
}

/// What somebody who looks is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// The suggestion.
    It,
    /// That it went to another unit.
    PassedOn,
    /// That there is none.
    Nothing,
}

/// Whether it is somebody of the congress or a transfer office of it; a unit's people are told of what their unit was given alone.
fn colleague(who: Who) -> bool {
    who.stands_for().is_some() || who.office() || who.divides().is_some()
}

/// What that person is told who looks at it.
pub fn looks(who: Who, seen: &Seen) -> Told {
    let paper = &seen.paper;
    let private = ["draft", "cosigning"].contains(&paper.stage.as_str());
    let open_to_asked = ["cosigning", "returned"].contains(&paper.stage.as_str());
    let seconds = |(person, answer): &(_, String)| {
        who.stands_for() == Some(*person) && (answer == "confirmed" || (answer == "asked" && open_to_asked))
    };
    let own =
        |live: bool| seen.parts.iter().any(|part| who.unit() == Some(part.unit) && (part.work != "passed-on") == live);
    let has_units = !seen.parts.is_empty();
    let sees = who.stands_for() == Some(paper.lead)
        || seen.asked.iter().any(seconds)
        || (who.office() && !private)
        || (who.divides().is_some() && (has_units || who.divides() == paper.routed))
        || own(true)
        || (paper.publish == Some(1) && paper.number.is_some() && colleague(who));
    match (sees, own(false)) {
        (true, _) => Told::It,
        (false, true) => Told::PassedOn,
        (false, false) => Told::Nothing,
    }
}
