//! Notes that the units of a matter leave for each other.

use demo::Chance;
use kernel::{AccountId, BodyId, Moment};
use suggestions_rules::{NoteId, Refusal, RemarkId};

use super::{Teller, handle::Part};

/// A note, as it stands in the case room.
pub struct Note {
    pub id: NoteId,
    pub sender: BodyId,
    pub by: AccountId,
    pub words: RemarkId,
    pub at: Moment,
}

const ASKED: [&str; 3] = [
    "我单位负责的部分需要现场核实，请确定时间后告知。",
    "会办意见已送，涉及经费的部分请主办单位与财政部门衔接。",
    "情况已了解，办理时请一并考虑去年同类建议的答复口径。",
];
const ANSWERED: [&str; 2] = ["收到，下周一上午一起到现场看。", "收到，答复稿中会写明责任单位和完成时限。"];

impl Teller<'_> {
    /// A co-unit asks, the lead unit answers an hour later. Chances of its own: the rest of the story stays as it is.
    pub(super) fn noted(&mut self, lead: &Part<'_>, co: &Part<'_>, at: Moment) -> Result<(), Refusal> {
        let mut chance = Chance::of(self.world.seed, "room", self.draft.index);
        if chance.hits(2, 3) {
            return Ok(());
        }
        self.leave(co, at, chance.pick(&ASKED).copied().unwrap_or_default(), 0)?;
        self.leave(lead, at.plus_millis(3_600_000), chance.pick(&ANSWERED).copied().unwrap_or_default(), 1)
    }

    fn leave(&mut self, part: &Part<'_>, at: Moment, words: &str, nth: u64) -> Result<(), Refusal> {
        let (by, sender) = (part.unit.head, part.unit.id);
        let words = self.said(at, Some(by), words.to_owned(), "room");
        let id: NoteId = self.world.id("note", self.draft.index * 2 + nth, at);
        self.step(at, Some(by), |suggestion, _| {
            suggestion.note_in_room(id, sender, words).map(|fact| (suggestion, fact))
        })?;
        self.notes.push(Note { id, sender, by, words, at });
        Ok(())
    }
}
