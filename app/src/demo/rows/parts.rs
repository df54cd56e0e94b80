//! One unit's part as rows: what it was given, what it asked, what it replied.

use kit::db::Val;
use suggestions_rules::{
    Assignment, Contact, Letter, Point, PointAnswer, Role, Round, RoundStage, Score, Stage, Suggestion, Word, Work,
};

use super::{Rows, place};

impl Rows {
    pub(super) fn assignment(&mut self, suggestion: &Suggestion, nth: usize, assignment: &Assignment) {
        let (work, held) = match &assignment.work {
            Work::Objecting { before, .. } | Work::PassedOn { before, .. } => (&**before, Some(before.word())),
            work => (work, None),
        };
        let (advised, opinion) = match work {
            Work::Advised { at, opinion, .. } => (Some(*at), Some(*opinion)),
            _ => (None, None),
        };
        let (passed_to, passed) = match &assignment.work {
            Work::PassedOn { to, at, .. } => (Some(*to), Some(*at)),
            _ => (None, None),
        };
        let objections = self.asked(suggestion, assignment);
        // At rest nothing is awaited any more.
        let (awaits, by) = match suggestion.stage {
            Stage::Handling(_) => assignment.awaits(),
            _ => (suggestions_rules::Awaited::Nothing, None),
        };
        self.assignment.push(vec![
            assignment.id.into(),
            suggestion.id.into(),
            suggestion.congress.into(),
            assignment.unit.into(),
            Role::word(assignment.role).into(),
            place(nth),
            assignment.assigned.into(),
            assignment.after.into(),
            assignment.sign_by.into(),
            assignment.due.into(),
            assignment.work.word().into(),
            held.into(),
            assignment.signed().into(),
            advised.into(),
            opinion.into(),
            passed_to.into(),
            passed.into(),
            objections,
            place(assignment.extensions.len()),
            awaits.word().into(),
            by.into(),
        ]);
        for round in assignment.rounds() {
            self.round(suggestion, assignment, round);
        }
    }

    /// What a letter answers to one request.
    fn point(&mut self, of: &Suggestion, part: &Assignment, round: &Round, (nth, point): (usize, &Point)) {
        let mut row: Vec<Val> = vec![part.id.into(), round.ordinal.into(), place(nth), of.id.into()];
        row.push(point.request.as_str().into());
        row.extend(match &point.answer {
            PointAnswer::Measure(measure) => [
                measure.words.as_str().into(),
                measure.owner.as_str().into(),
                measure.due.into(),
                measure.money.as_ref().map(|money| money.as_str()).into(),
                measure.promised.into(),
                Val::Null,
            ],
            PointAnswer::Reason(reason) => {
                [Val::Null, Val::Null, Val::Null, Val::Null, false.into(), reason.as_str().into()]
            }
        });
        self.reply_point.push(row);
    }

    /// A talk with a deputy, and the deputy's word on it.
    pub(super) fn contact(&mut self, suggestion: &Suggestion, contact: Contact) {
        let (answered, reason) = match contact.word {
            Word::Waiting => (None, None),
            Word::Confirmed { at } | Word::Withdrawn { at } => (Some(at), None),
            Word::Disputed { at, reason } => (Some(at), Some(reason)),
        };
        let talk = contact.talk;
        self.talk.push(vec![
            contact.id.into(),
            contact.assignment.into(),
            suggestion.id.into(),
            talk.day.into(),
            talk.way.into(),
            contact.face.into(),
            talk.with.into(),
            talk.by.as_str().into(),
            talk.place.as_ref().map(|place| place.as_str()).into(),
            talk.said.into(),
            talk.draft_shown.into(),
            contact.recorded.into(),
            contact.word.word().into(),
            answered.into(),
            reason.into(),
        ]);
    }

    /// What the unit asked; answers with the number of its objections.
    fn asked(&mut self, suggestion: &Suggestion, assignment: &Assignment) -> Val {
        let settled = assignment.settled.iter().map(|settled| (settled.objection, Some(*settled)));
        let lying = match &assignment.work {
            Work::Objecting { objection, .. } => Some((*objection, None)),
            _ => None,
        };
        let mut count = 0;
        for (nth, (objection, ruling)) in settled.chain(lying).enumerate() {
            count = nth + 1;
            self.objection.push(vec![
                assignment.id.into(),
                place(count),
                suggestion.id.into(),
                objection.at.into(),
                objection.reason.into(),
                objection.proposed.into(),
                objection.rule_by.into(),
                ruling.map(|ruling| ruling.at).into(),
                ruling.map(|ruling| ruling.reason).into(),
                ruling.and_then(|ruling| ruling.to).into(),
            ]);
        }
        for (nth, extension) in assignment.extensions.iter().enumerate() {
            self.extension.push(vec![
                assignment.id.into(),
                place(nth + 1),
                suggestion.id.into(),
                extension.asked.into(),
                extension.reason.into(),
                extension.until.into(),
                extension.answer.map(|answer| answer.at).into(),
                extension.answer.map(|answer| answer.granted).into(),
                extension.answer.and_then(|answer| answer.reason).into(),
            ]);
        }
        place(count)
    }

    fn round(&mut self, suggestion: &Suggestion, assignment: &Assignment, round: &Round) {
        let stage = &round.stage;
        let signature = round.signature();
        let letter = round.letter();
        let sent = if let RoundStage::Checking { sent, .. } = stage { Some(*sent) } else { None };
        let passed = if let RoundStage::Passed { at, .. } = stage { Some(*at) } else { None };
        let (delivered, judge_by, redo_by) = match stage {
            RoundStage::Delivered { at, judge_by, redo_by, .. } => (Some(*at), Some(*judge_by), *redo_by),
            _ => (None, None, None),
        };
        let of_letter = |take: fn(&Letter) -> Val| letter.map_or(Val::Null, take);
        self.reply.push(vec![
            assignment.id.into(),
            round.ordinal.into(),
            suggestion.id.into(),
            round.opened.into(),
            round.due.into(),
            stage.word().into(),
            of_letter(|letter| letter.number.as_ref().map(|number| number.as_str()).into()),
            of_letter(|letter| letter.body.as_str().into()),
            of_letter(|letter| letter.contact.as_str().into()),
            of_letter(|letter| letter.publish.into()),
            place(letter.map_or(0, |letter| letter.points.len())),
            sent.into(),
            passed.into(),
            signature.map(|signature| signature.at).into(),
            signature.map(|signature| signature.by).into(),
            signature.map(|signature| signature.class.as_str()).into(),
            signature.map(|signature| signature.counted_as.word()).into(),
            delivered.into(),
            judge_by.into(),
            redo_by.into(),
        ]);
        for (nth, point) in letter.into_iter().flat_map(|letter| &letter.points).enumerate() {
            self.point(suggestion, assignment, round, (nth, point));
        }
        for (nth, delivery) in round.deliveries().iter().enumerate() {
            let key = |more: Vec<Val>| {
                let mut row: Vec<Val> = vec![assignment.id.into(), round.ordinal.into(), delivery.signer.into()];
                row.extend(more);
                row
            };
            self.delivery.push(key(vec![place(nth), suggestion.id.into()]));
            if let Some(word) = delivery.judgement {
                let scores = (Score::word(word.process), Score::word(word.result));
                let row = vec![scores.0.into(), scores.1.into(), word.reason.into(), word.at.into()];
                self.judgement.push(key(row));
            }
        }
    }
}
