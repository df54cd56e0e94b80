//! 审查: returned for editing, or accepted with a category, and numbered.

use crate::{Accepted, Act, Done, Fact, Given, MendRefusal, Number, Numbered, Refusal, RemarkId, Stage, Suggestion};

impl Suggestion {
    /// The office returns it with advice; in Hunan this comes before any refusal (suggestions.md §5).
    ///
    /// # Errors
    /// When it is not lying to be checked.
    pub fn return_for_editing(self, reason: RemarkId, given: &Given<'_>) -> Done {
        let Stage::Submitted(submission) = self.stage else { return Err(self.not_now(Act::Return)) };
        let stage = Stage::Returned { submission, at: given.now, reason };
        Ok((Self { stage, ..self }, Fact::Returned { reason }))
    }

    /// The office accepts it and gives it a category of the congress's own list.
    ///
    /// # Errors
    /// When it is not lying to be checked, or when the list has no such category.
    pub fn accept(self, category: &str, given: &Given<'_>) -> Done {
        let Stage::Submitted(submission) = self.stage else { return Err(self.not_now(Act::Accept)) };
        let category = given.book.category(category).ok_or(Refusal::UnknownCategory)?.code.clone();
        let accepted = Accepted { submission, category: category.clone(), at: given.now };
        Ok((Self { stage: Stage::Accepted(accepted), ..self }, Fact::Accepted { category }))
    }

    /// The office gives it another category of the congress's own list: until it is closed, for then it is counted.
    ///
    /// # Errors
    /// When it is not accepted, or closed or withdrawn; when the list has no such category, or it has that one.
    pub fn reclass(mut self, category: &str, reason: RemarkId, given: &Given<'_>) -> Done {
        let refused = self.not_now(Act::Reclass);
        let accepted = match &mut self.stage {
            Stage::Accepted(accepted) => accepted,
            Stage::Numbered(numbered) => &mut numbered.accepted,
            Stage::Handling(handling) => &mut handling.numbered.accepted,
            _ => return Err(refused),
        };
        let category = given.book.category(category).ok_or(Refusal::UnknownCategory)?.code.clone();
        if accepted.category == category {
            return Err(MendRefusal::CategoryTheSame.into());
        }
        let was = std::mem::replace(&mut accepted.category, category.clone());
        Ok((self, Fact::Reclassed { was, category, reason }))
    }

    /// It gets its number, dense and unique in its series: whoever counts the series hands it in.
    ///
    /// # Errors
    /// When it is not accepted, or numbered already.
    pub fn number(self, number: Number, given: &Given<'_>) -> Done {
        let Stage::Accepted(accepted) = self.stage else { return Err(self.not_now(Act::Number)) };
        let fact = Fact::Numbered { series: number.series.clone(), n: number.n };
        let stage = Stage::Numbered(Numbered { accepted, number, at: given.now });
        Ok((Self { stage, ..self }, fact))
    }
}
