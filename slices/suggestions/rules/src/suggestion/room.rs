//! 办理协商: a note for the others who work on the matter.

use kernel::BodyId;

use crate::{Act, Fact, NoteId, Refusal, RemarkId, Stage, Suggestion};

impl Suggestion {
    /// Somebody who works on it leaves a note for the others.
    ///
    /// # Errors
    /// When it is not being handled.
    pub fn note_in_room(&self, note: NoteId, sender: BodyId, words: RemarkId) -> Result<Fact, Refusal> {
        match self.stage {
            Stage::Handling(_) => Ok(Fact::RoomNoted { note, sender, words }),
            _ => Err(self.not_now(Act::NoteInRoom)),
        }
    }
}
