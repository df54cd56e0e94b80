//! 送参阅: a unit that handles nothing is to know of it (suggestions.md §1).

use crate::{Act, Done, Fact, Given, Handler, Handling, Refusal, Stage, Suggestion, fact::ReadBy};

impl Suggestion {
    /// Units get it to read: they see it and owe nothing.
    ///
    /// # Errors
    /// When no unit has it to handle yet, none is named, or one has a part in it.
    pub fn give_to_read(self, units: &[Handler], given: &Given<'_>) -> Done {
        let Stage::Handling(Handling { numbered, assigned, handlers }) = self.stage else {
            return Err(self.not_now(Act::GiveToRead));
        };
        if units.is_empty() {
            return Err(Refusal::HandlersUnfit);
        }
        let handlers = handlers.with_readers(units, given)?;
        let to = units.iter().map(|unit| ReadBy { assignment: unit.id, unit: unit.unit }).collect();
        let stage = Stage::Handling(Handling { numbered, assigned, handlers });
        Ok((Self { stage, ..self }, Fact::GivenToRead { to }))
    }

    /// Whether whoever works in that congress may read it whole, without a part in it.
    #[must_use]
    pub fn open(&self) -> bool {
        let far = if self.open_when_closed {
            matches!(self.stage, Stage::Closed { .. })
        } else {
            self.stage.numbered().is_some()
        };
        far && self.sheet.publish == Some(true)
    }
}
