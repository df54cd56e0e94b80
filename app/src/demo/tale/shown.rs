//! Drafts that a unit shows to the lead deputy before they are signed: some wait, some were answered.

use demo::{Chance, Round};
use kernel::Moment;
use suggestions_rules::{Letter, Refusal, ShownDraft};

use super::{Teller, handle::Part};

const SAID: [&str; 3] = [
    "第二项请写明具体完成时间和责任人。",
    "现场又看了一次，还有一段没有列进去，请补上。",
    "经费来源没有写清楚，请说明从哪里列支。",
];
/// Half an hour lies between a draft and its check where it waits; both moments stand before that.
const SHOWN: i64 = 60_000;
const ANSWERED: i64 = 1_200_000;

impl Teller<'_> {
    /// The unit asks the lead deputy what to change. Chances of its own: the rest of the story stays as it is.
    pub(super) fn show(
        &mut self,
        part: Part<'_>,
        round: &Round,
        (letter, nth): (&Letter, usize),
    ) -> Result<(), Refusal> {
        let index = self.draft.index * 8 + nth as u64;
        let mut chance = Chance::of(self.world.seed, "shown", index);
        let rare = if self.world.total > 2_000 { 40 } else { 3 };
        if !chance.hits(1, rare) {
            return Ok(());
        }
        let (at, head, to) = (round.drafted.plus_millis(SHOWN), Some(part.unit.head), self.lead.person);
        let id = self.world.id("shown", index, at);
        let mut made = None;
        self.step(at, head, |suggestion, given| {
            let (shown, fact) = suggestion.show_draft(part.id, (id, to), &[], given)?;
            made = Some(shown);
            Ok((suggestion, fact))
        })?;
        let Some(shown) = made else { return Ok(()) };
        let waits = round.delivered.is_none() && chance.hits(1, 2);
        let shown =
            if waits { shown } else { self.answer_draft(shown, letter, at.plus_millis(ANSWERED), &mut chance)? };
        self.shown.push(shown);
        Ok(())
    }

    fn answer_draft(
        &mut self,
        shown: ShownDraft,
        letter: &Letter,
        at: Moment,
        chance: &mut Chance,
    ) -> Result<ShownDraft, Refusal> {
        let (hand, by) = (self.hand(self.lead), Some(self.lead.account));
        let words = chance.hits(1, 2).then(|| chance.pick(&SAID).copied().unwrap_or_default());
        let words = words.map(|words| self.said(at, by, words.to_owned(), "draft-answer"));
        let seen = suggestions::desk::reply::edition(Some(letter));
        let mut ended = None;
        self.step(at, by, |suggestion, given| {
            let (shown, fact) = shown.answer(&suggestion, hand, (seen, words), given)?;
            ended = Some(shown);
            Ok((suggestion, fact))
        })?;
        ended.ok_or(Refusal::NoAssignment)
    }
}
