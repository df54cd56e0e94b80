//! Doubts about the class of a reply: some wait for the unit, some were answered.

use demo::{Chance, Mark, Round};
use kernel::Moment;
use suggestions_rules::{Doubt, Refusal};

use super::{Teller, handle::Part};

const WHY: [&str; 3] = [
    "答复说已经解决，现场查看只做了一部分。",
    "列出的措施还没有落实，定为这一类与实际不符。",
    "群众反映问题仍然存在，请重新核定类别。",
];
const KEPT: [&str; 2] = ["主体工程已经验收，验收单附后，维持原定类别。", "按照类别说明，有明确完成时间的定为此类。"];
const CHANGED: [&str; 2] = ["经现场核实，还有一段没有完工，变更类别。", "代表意见属实，变更类别并抓紧办理。"];
const DAY: i64 = 86_400_000;

impl Teller<'_> {
    /// The lead deputy doubts that a matter is solved. Chances of its own: the rest of the story stays as it is.
    pub(super) fn doubt(&mut self, part: Part<'_>, round: &Round, delivered: Moment) -> Result<(), Refusal> {
        let mut chance = Chance::of(self.world.seed, "doubt", self.draft.index);
        let rare = if self.world.total > 2_000 { 60 } else { 6 };
        if round.mark != Mark::A || !self.doubts.is_empty() || !chance.hits(1, rare) {
            return Ok(());
        }
        let at = delivered.plus_millis(DAY / 24);
        let (lead, by) = (self.hand(self.lead), Some(self.lead.account));
        let why = chance.pick(&WHY).copied().unwrap_or_default();
        let reason = self.said(at, by, why.to_owned(), "class-doubt");
        let id = self.world.id("doubt", self.draft.index, at);
        let mut made = None;
        self.step(at, by, |suggestion, given| {
            let (doubt, fact) = suggestion.doubt_class(part.id, (id, Some(lead)), reason, &[], given)?;
            made = Some(doubt);
            Ok((suggestion, fact))
        })?;
        let Some(doubt) = made else { return Ok(()) };
        let answered = at.plus_millis(2 * DAY);
        let doubt = if answered < self.world.today.start() && chance.hits(4, 5) {
            self.answer_doubt(part, doubt, answered, &mut chance)?
        } else {
            doubt
        };
        self.doubts.push(doubt);
        Ok(())
    }

    fn answer_doubt(
        &mut self,
        part: Part<'_>,
        doubt: Doubt,
        at: Moment,
        chance: &mut Chance,
    ) -> Result<Doubt, Refusal> {
        let head = Some(part.unit.head);
        let changes = chance.hits(1, 2);
        let words = chance.pick(if changes { &CHANGED } else { &KEPT }).copied().unwrap_or_default();
        let reason = self.said(at, head, words.to_owned(), "class-doubt");
        let mut ended = None;
        self.step(at, head, |suggestion, given| {
            let (suggestion, doubt, fact) = if changes {
                suggestion.change_class(doubt, ("B", reason), given)?
            } else {
                let (doubt, fact) = doubt.keep(&suggestion, reason, given)?;
                (suggestion, doubt, fact)
            };
            ended = Some(doubt);
            Ok((suggestion, fact))
        })?;
        ended.ok_or(Refusal::NoAssignment)
    }
}
