//! Handling: handed to units, signed for, answered, judged, and answered again.

use std::collections::BTreeMap;

use demo::{About, Letter, Mark, Remark, Story, Tempo, field_of};
use kernel::{Moment, Text};
use suggestions_rules::{AssignmentId, Fact, Form, Handler, Question, Refusal, Score};

use super::{
    super::{
        drawn::{score, text},
        world::{Deputy, Unit},
    },
    Teller,
};

/// A unit's part in the matter.
#[derive(Clone, Copy)]
pub(super) struct Part<'a> {
    pub unit: &'a Unit,
    pub id: AssignmentId,
}

impl<'a> Teller<'a> {
    pub(super) fn handle(&mut self, at: Moment, told: &Story) -> Result<(), Refusal> {
        let parts = self.parts(at, told);
        self.assign(at, &parts)?;
        for (part, plan) in &parts {
            if let Some(at) = plan.signed {
                self.step(at, Some(part.unit.head), |suggestion, given| suggestion.sign_for(part.id, given))?;
            }
        }
        let Some(((first, _), co)) = parts.split_first() else { return Ok(()) };
        let units: Vec<&Unit> = parts.iter().map(|(part, _)| part.unit).collect();
        let first = self.object(told, *first, &units)?;
        for (nth, (part, plan)) in co.iter().enumerate() {
            if let Some(at) = plan.opined {
                let opinion = self.word(at, Some(part.unit.head), Remark::Opinion, "opinion");
                self.step(at, Some(part.unit.head), |suggestion, given| suggestion.advise(part.id, opinion, given))?;
                if nth == 0 {
                    self.noted(&first, part, at)?;
                    self.disagreed(&first, part, at)?;
                }
            }
        }
        self.extend(told, &first)?;
        self.answer(told, first)
    }

    /// The units that there are for the fields of the story, each once.
    fn parts<'t>(&self, at: Moment, told: &'t Story) -> Vec<(Part<'a>, &'t demo::Part)> {
        let congress = self.draft.congress;
        let mut parts: Vec<(Part<'a>, &demo::Part)> = Vec::new();
        for plan in &told.parts {
            let unit = congress.taker.get(plan.unit).and_then(|at| congress.units.get(*at));
            if let Some(unit) = unit
                && !parts.iter().any(|(other, _)| other.unit.id == unit.id)
            {
                let id = self.world.id("assignment", self.draft.index * 8 + parts.len() as u64, at);
                parts.push((Part { unit, id }, plan));
            }
        }
        parts
    }

    fn assign(&mut self, at: Moment, parts: &[(Part<'a>, &demo::Part)]) -> Result<(), Refusal> {
        let handlers: Vec<Handler> =
            parts.iter().map(|(part, _)| Handler { id: part.id, unit: part.unit.id }).collect();
        let form = match handlers.split_first() {
            Some((lead, [])) => Form::Sole(*lead),
            Some((lead, co)) => Form::Joint { lead: *lead, co: co.to_vec() },
            None => return Ok(()),
        };
        let clerk = Some(self.draft.congress.clerk);
        self.step(at, clerk, |suggestion, given| suggestion.assign(form, given))
    }

    fn answer(&mut self, told: &Story, part: Part<'_>) -> Result<(), Refusal> {
        let Part { unit, id } = part;
        let head = Some(unit.head);
        for (nth, round) in told.rounds.iter().enumerate() {
            self.talk(part, round, nth)?;
            let letter = self.letter(unit, round.mark, round.drafted);
            let written = letter.clone();
            self.step(round.drafted, head, |suggestion, _| suggestion.draft_reply(id, letter))?;
            self.show(part, round, (&written, nth))?;
            self.promise(part, round, nth)?;
            let Some(delivered) = round.delivered else { return self.leave_at_the_desk(round.drafted, unit, id) };
            let quarter = |n: i64| round.drafted.plus_millis((delivered.millis() - round.drafted.millis()) / 4 * n);
            self.step(quarter(1), head, |suggestion, given| suggestion.send_to_check(id, given))?;
            self.step(quarter(2), Some(self.draft.congress.clerk), |suggestion, given| suggestion.pass(id, given))?;
            let class = round.mark.letter();
            self.step(quarter(3), head, |suggestion, given| suggestion.sign_reply(id, unit.head, class, given))?;
            self.step(delivered, head, |suggestion, given| suggestion.deliver(id, given))?;
            self.doubt(part, round, delivered)?;
            let Some((at, process, result)) = round.judged else { return Ok(()) };
            self.judge(at, part, (process, result), told)?;
        }
        Ok(())
    }

    /// A reply that waits: to be checked, to be signed, or still with its writer.
    fn leave_at_the_desk(&mut self, drafted: Moment, unit: &Unit, id: AssignmentId) -> Result<(), Refusal> {
        let far = self.chance.below(4);
        if far > 0 {
            let sent = drafted.plus_millis(1_800_000);
            self.step(sent, Some(unit.head), |suggestion, given| suggestion.send_to_check(id, given))?;
        }
        if far > 2 {
            let clerk = Some(self.draft.congress.clerk);
            self.step(drafted.plus_millis(5_400_000), clerk, |suggestion, given| suggestion.pass(id, given))?;
        }
        Ok(())
    }

    fn judge(
        &mut self,
        at: Moment,
        part: Part<'_>,
        (process, result): (demo::Score, demo::Score),
        told: &Story,
    ) -> Result<(), Refusal> {
        use demo::Score::{Dissatisfied, Fair, Satisfied};
        let id = part.id;
        let unhappy = process == Dissatisfied || result == Dissatisfied;
        let kind = match result {
            _ if unhappy => Some(Remark::Dissatisfied),
            Fair => Some(Remark::Fair),
            Satisfied | Dissatisfied => self.chance.hits(1, 4).then_some(Remark::Satisfied),
        };
        let lead = self.lead;
        let reason = kind.map(|kind| self.word(at, Some(lead.account), kind, "judgement"));
        let (hand, scores) = (self.hand(lead), (score(process), score(result)));
        self.step(at, Some(lead.account), |suggestion, given| suggestion.judge(id, hand, scores, reason, given))?;
        self.answers(at, part, result == Satisfied)?;
        let signers = self.suggestion.signers();
        let others: Vec<&Deputy> =
            self.others.iter().copied().filter(|other| signers.contains(&other.person)).collect();
        for (nth, other) in others.into_iter().enumerate() {
            if self.chance.hits(7, 10) {
                let at = at.plus_millis(i64::try_from(nth + 1).unwrap_or(1) * 240_000);
                let hand = self.hand(other);
                let scores = (Score::Satisfied, if unhappy { Score::Basically } else { score(result) });
                self.step(at, Some(other.account), |suggestion, given| {
                    suggestion.judge(id, hand, scores, None, given)
                })?;
            }
        }
        if unhappy && self.redone() > 0 {
            self.meets(part, at.plus_millis(2 * 3_600_000))?;
        }
        let again = unhappy && told.rounds.len() > 1 && self.redone() < told.rounds.len() - 1;
        let ordered = unhappy && told.tempo == Tempo::Redo && self.chance.hits(2, 3);
        if again || ordered {
            let at = at.plus_millis(3 * 3_600_000);
            let clerk = Some(self.draft.congress.clerk);
            let reason = self.word(at, clerk, Remark::Dissatisfied, "redo");
            self.step(at, clerk, |suggestion, given| suggestion.order_redo(id, reason, given))?;
        }
        Ok(())
    }

    /// What the lead deputy answers beside the scores: the first choice of each question where the result pleases, else the second; one in
    /// three leaves the form at the scores. Nothing is drawn for it: what else is told stays as it was.
    fn answers(&mut self, at: Moment, part: Part<'_>, pleased: bool) -> Result<(), Refusal> {
        let nth = usize::from(!pleased);
        let answer = |asked: &Question| Some((asked.code.clone(), asked.choices.get(nth)?.clone()));
        let answers: BTreeMap<String, String> = self.world.book.questions.iter().filter_map(answer).collect();
        if answers.is_empty() || self.draft.index.is_multiple_of(3) {
            return Ok(());
        }
        let (id, lead) = (part.id, self.lead);
        self.step(at, Some(lead.account), |suggestion, _| {
            let fact = suggestion.form_answered(id, lead.person, answers)?;
            Ok((suggestion, fact))
        })
    }

    fn redone(&self) -> usize {
        self.tale.0.iter().filter(|recorded| matches!(recorded.fact, Fact::RedoOrdered { .. })).count()
    }

    fn letter(&mut self, unit: &Unit, mark: Mark, at: Moment) -> suggestions_rules::Letter {
        let (year, month, _) = at.day().plus_months(5).parts();
        let area = self.draft.congress.name.chars().next().unwrap_or('县');
        let field = self.draft.matter.lead;
        let short = field_of(field).short;
        let number = format!("{area}{short}函〔{}〕{}号", at.day().parts().0, self.chance.between(1, 160));
        let about = About {
            deputy: &self.lead.name,
            title: &self.suggestion.sheet.title,
            mark,
            number: &number,
            finish: &format!("{year}年{month}月"),
        };
        let letter = Letter::write(&self.world.grammar, self.draft.matter, &self.spot, &mut self.chance, &about);
        let who = demo::full_name(&mut self.chance, demo::Gender::Male, 38);
        let phone = demo::phone(500_000 + self.draft.index % 400_000);
        suggestions_rules::Letter {
            number: Text::parse(&letter.number).ok(),
            body: text(&letter.text),
            points: self.points(&unit.name, mark, at.day()),
            contact: text(&format!("{}　{who}　{phone}", unit.name)),
            publish: true,
            responsible: None,
            kept_because: None,
        }
    }
}
