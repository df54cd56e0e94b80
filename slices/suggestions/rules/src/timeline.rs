//! The story of a suggestion, read off its state: what was done when, and what is awaited by when.

use kernel::{BodyId, Day, Moment, PersonId};

use crate::{Answer, Assignment, RemarkId, Role, Round, RoundStage, Stage, Suggestion, Work};

/// One step of the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the variants are the past tense of the verbs, the fields who did it")]
pub enum Step {
    Seconded { person: PersonId },
    Submitted,
    Returned,
    RefusalProposed,
    Refused,
    Accepted,
    Numbered,
    Reclassed { words: RemarkId },
    Merged,
    Routed { office: BodyId },
    Assigned,
    SignedFor { unit: BodyId },
    Advised { unit: BodyId },
    Objected { unit: BodyId },
    ObjectionRefused { unit: BodyId },
    PassedOn { unit: BodyId },
    Reassigned { unit: BodyId },
    Added { unit: BodyId },
    Extended { unit: BodyId },
    ReplySigned { unit: BodyId, round: u16 },
    ReplyDelivered { unit: BodyId, round: u16 },
    Judged { unit: BodyId, round: u16, person: PersonId },
    CalledFor { round: u16, person: PersonId, words: RemarkId },
    RedoOrdered { unit: BodyId, round: u16 },
    Reopened { unit: BodyId, round: u16 },
    Closed,
    Withdrawn,
}

/// One mark on the line: done at a moment, or awaited, by a day where a limit runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields say what they are")]
pub enum Mark {
    Done { step: Step, at: Moment },
    Awaited { step: Step, by: Option<Day> },
}

/// The story so far, oldest first, then what is awaited next.
#[must_use]
pub fn timeline(suggestion: &Suggestion) -> Vec<Mark> {
    let mut line = Line::default();
    for cosigner in &suggestion.cosigners {
        if let Answer::Confirmed(at) = cosigner.answer {
            line.done(Step::Seconded { person: cosigner.person }, at);
        }
    }
    line.filing(&suggestion.stage);
    if let Some(merged) = suggestion.merged {
        line.done(Step::Merged, merged.at);
    }
    if let Some(routed) = suggestion.routed {
        line.done(Step::Routed { office: routed.office }, routed.at);
    }
    if let Some(handling) = suggestion.stage.handling() {
        line.done(Step::Assigned, handling.assigned);
        for assignment in handling.handlers.all() {
            let own = assignment.after.is_none() && assignment.role != Role::Reader;
            if own && assignment.assigned != handling.assigned {
                line.done(Step::Added { unit: assignment.unit }, assignment.assigned);
            }
            line.assignment(assignment);
        }
    }
    line.ending(&suggestion.stage);
    line.done.sort_by_key(|(_, at)| *at);
    let awaited = match &suggestion.stage {
        Stage::Closed { .. } | Stage::Withdrawn { .. } => vec![],
        _ => line.awaited,
    };
    let done = line.done.into_iter().map(|(step, at)| Mark::Done { step, at });
    done.chain(awaited.into_iter().map(|(step, by)| Mark::Awaited { step, by })).collect()
}

#[derive(Default)]
struct Line {
    done: Vec<(Step, Moment)>,
    awaited: Vec<(Step, Option<Day>)>,
}

impl Line {
    fn done(&mut self, step: Step, at: Moment) {
        self.done.push((step, at));
    }

    fn awaits(&mut self, step: Step, by: Option<Day>) {
        self.awaited.push((step, by));
    }

    fn filing(&mut self, stage: &Stage) {
        let Some(submission) = stage.submission() else {
            let until = if let Stage::Cosigning { until } = stage { Some(*until) } else { None };
            return self.awaits(Step::Submitted, until);
        };
        self.done(Step::Submitted, submission.at);
        if let Stage::Returned { at, .. } = stage {
            self.done(Step::Returned, *at);
            return self.awaits(Step::Submitted, None);
        }
        if let Some(refusing) = stage.refusing() {
            self.done(Step::RefusalProposed, refusing.at);
            return match stage {
                Stage::Refused { at, .. } => self.done(Step::Refused, *at),
                _ => self.awaits(Step::Refused, None),
            };
        }
        match (stage.accepted(), stage.numbered()) {
            (None, _) => return self.awaits(Step::Accepted, submission.assign_by),
            (Some(accepted), None) => {
                self.done(Step::Accepted, accepted.at);
                return self.awaits(Step::Numbered, submission.assign_by);
            }
            (Some(accepted), Some(numbered)) => {
                self.done(Step::Accepted, accepted.at);
                self.done(Step::Numbered, numbered.at);
            }
        }
        if stage.handling().is_none() {
            self.awaits(Step::Assigned, submission.assign_by);
        }
    }

    fn assignment(&mut self, assignment: &Assignment) {
        let unit = assignment.unit;
        for settled in &assignment.settled {
            self.done(Step::Objected { unit }, settled.objection.at);
            let step = if settled.to.is_some() { Step::PassedOn { unit } } else { Step::ObjectionRefused { unit } };
            self.done(step, settled.at);
        }
        for answer in assignment.extensions.iter().filter_map(|asked| asked.answer).filter(|answer| answer.granted) {
            self.done(Step::Extended { unit }, answer.at);
        }
        self.work(assignment, &assignment.work);
    }

    fn work(&mut self, assignment: &Assignment, work: &Work) {
        let unit = assignment.unit;
        match work {
            Work::Reading => {}
            Work::Waiting => self.awaits(Step::SignedFor { unit }, Some(assignment.sign_by)),
            Work::Advising { signed } => {
                self.done(Step::SignedFor { unit }, *signed);
                self.awaits(Step::Advised { unit }, Some(assignment.due));
            }
            Work::Advised { signed, at, .. } => {
                self.done(Step::SignedFor { unit }, *signed);
                self.done(Step::Advised { unit }, *at);
            }
            Work::Handling { signed, round, .. } => {
                self.done(Step::SignedFor { unit }, *signed);
                assignment.rounds().for_each(|round| self.round_done(unit, round));
                self.round_awaits(unit, round);
            }
            Work::Objecting { objection, .. } => {
                assignment.signed().into_iter().for_each(|at| self.done(Step::SignedFor { unit }, at));
                self.done(Step::Objected { unit }, objection.at);
                self.awaits(Step::PassedOn { unit }, Some(objection.rule_by));
            }
            Work::PassedOn { at, .. } => {
                assignment.signed().into_iter().for_each(|at| self.done(Step::SignedFor { unit }, at));
                if assignment.settled.last().is_none_or(|settled| settled.to.is_none()) {
                    self.done(Step::Reassigned { unit }, *at);
                }
            }
        }
    }

    fn round_done(&mut self, unit: BodyId, round: &Round) {
        let ordinal = round.ordinal;
        if round.reopened {
            self.done(Step::Reopened { unit, round: ordinal }, round.opened);
        } else if ordinal > 1 {
            self.done(Step::RedoOrdered { unit, round: ordinal }, round.opened);
        }
        if let Some(signature) = round.signature() {
            self.done(Step::ReplySigned { unit, round: ordinal }, signature.at);
        }
        if let RoundStage::Delivered { at, deliveries, .. } = &round.stage {
            self.done(Step::ReplyDelivered { unit, round: ordinal }, *at);
            for delivery in deliveries {
                if let Some(word) = delivery.judgement {
                    self.done(Step::Judged { unit, round: ordinal, person: delivery.signer }, word.at);
                }
            }
        }
    }

    fn round_awaits(&mut self, unit: BodyId, round: &Round) {
        let ordinal = round.ordinal;
        match &round.stage {
            RoundStage::Delivered { judge_by, deliveries, .. } => {
                for delivery in deliveries.iter().filter(|delivery| delivery.judgement.is_none()) {
                    self.awaits(Step::Judged { unit, round: ordinal, person: delivery.signer }, Some(*judge_by));
                }
            }
            RoundStage::Signed { .. } => self.awaits(Step::ReplyDelivered { unit, round: ordinal }, None),
            RoundStage::Awaited
            | RoundStage::Drafted { .. }
            | RoundStage::Checking { .. }
            | RoundStage::SentBack { .. }
            | RoundStage::Passed { .. } => self.awaits(Step::ReplySigned { unit, round: ordinal }, Some(round.due)),
        }
    }

    fn ending(&mut self, stage: &Stage) {
        match stage {
            Stage::Closed { at, .. } => self.done(Step::Closed, *at),
            Stage::Withdrawn { at, .. } => self.done(Step::Withdrawn, *at),
            _ => {}
        }
    }
}
