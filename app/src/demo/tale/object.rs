//! What units ask of the assigning body: that a matter be another's, or more time; and what it answers.

use demo::{Remark, Story, remark};
use kernel::{AccountId, Moment};
use suggestions_rules::{Handler, Refusal, RemarkId, Ruling};

use super::{super::world::Unit, Teller, handle::Part};

impl<'a> Teller<'a> {
    /// The objections, each ruled on; answers with the part of the unit that has it in the end.
    pub(super) fn object(&mut self, told: &Story, first: Part<'a>, units: &[&'a Unit]) -> Result<Part<'a>, Refusal> {
        let (mut part, mut taken) = (first, units.to_vec());
        let clerk = Some(self.draft.congress.clerk);
        for (nth, objection) in (5..).zip(&told.objections) {
            let Some(unit) = self.another(objection.proposed, &taken) else { break };
            let (id, head, at) = (part.id, Some(part.unit.head), objection.at);
            let reason = self.naming(unit, at, head, (Remark::Objected, "objection"));
            self.step(at, head, |suggestion, given| suggestion.object(id, unit.id, reason, given))?;
            let Some((at, signed)) = objection.ruled else { break };
            let kind = if signed.is_some() { Remark::PassedOn } else { Remark::Kept };
            let reason = self.naming(unit, at, clerk, (kind, "ruling"));
            let next = self.world.id("assignment", self.draft.index * 8 + nth, at);
            let ruling = match signed {
                Some(_) => Ruling::PassOn(Handler { id: next, unit: unit.id }),
                None => Ruling::Refuse,
            };
            self.step(at, clerk, |suggestion, given| suggestion.rule_objection(id, ruling, reason, given))?;
            if let Some(at) = signed {
                self.step(at, Some(unit.head), |suggestion, given| suggestion.sign_for(next, given))?;
                part = Part { unit, id: next };
                taken.push(unit);
            }
        }
        Ok(part)
    }

    /// The unit that takes a field's matters or, where that one has its part already, the next that has none.
    fn another(&self, field: &str, taken: &[&Unit]) -> Option<&'a Unit> {
        let congress = self.draft.congress;
        let own = congress.taker.get(field).and_then(|at| congress.units.get(*at));
        own.into_iter().chain(&congress.units).find(|unit| !taken.iter().any(|other| other.id == unit.id))
    }

    fn naming(
        &mut self,
        unit: &Unit,
        at: Moment,
        by: Option<AccountId>,
        (kind, called): (Remark, &'static str),
    ) -> RemarkId {
        let words = remark(&self.world.grammar, kind, &mut self.chance).replace("{单位}", &unit.name);
        self.said(at, by, words, called)
    }

    /// The time asked for, and the answer.
    pub(super) fn extend(&mut self, told: &Story, part: &Part<'_>) -> Result<(), Refusal> {
        let Some(extension) = told.extension else { return Ok(()) };
        let (id, head, at) = (part.id, Some(part.unit.head), extension.asked);
        let due = self.suggestion.stage.handling().and_then(|handling| handling.handlers.find(id)).map(|part| part.due);
        let until = due.unwrap_or(at.day()).plus_days(extension.days);
        let reason = self.word(at, head, Remark::Extension, "extension");
        self.step(at, head, |suggestion, given| suggestion.ask_extension(id, until, reason, given))?;
        let Some((at, granted)) = extension.answered else { return Ok(()) };
        let clerk = Some(self.draft.congress.clerk);
        let kind = if granted { Remark::Granted } else { Remark::NotGranted };
        let reason = Some(self.word(at, clerk, kind, "extension-answer"));
        self.step(at, clerk, |suggestion, given| suggestion.answer_extension(id, granted, reason, given))
    }
}
