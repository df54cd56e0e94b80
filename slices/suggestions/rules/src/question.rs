//! 征询意见表的选答项: what the form asks beside the two scores; a congress adds and retires questions of its own (suggestions.md §10).

use std::collections::BTreeMap;

use kernel::PersonId;

use crate::{AssignmentId, Fact, Refusal, RuleBook, Suggestion};

/// One question of the form, answered or left open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The code in facts: `adoption`.
    pub code: String,
    /// What it asks, on screen and paper.
    pub name: String,
    /// What can be answered.
    pub choices: Vec<String>,
}

impl Question {
    pub(crate) fn read(code: String, text: &str) -> Result<Self, String> {
        let mut words = text.split_whitespace().map(str::to_owned);
        let (name, choices): (Option<String>, Vec<String>) = (words.next(), words.collect());
        match name {
            Some(name) if choices.len() > 1 => Ok(Self { code, name, choices }),
            _ => Err(format!("`{text}` is not a question with two or more answers after it, apart by blanks")),
        }
    }
}

impl RuleBook {
    /// Whether that can be answered to the question of that code.
    #[must_use]
    pub fn takes(&self, code: &str, answer: &str) -> bool {
        let asked = self.questions.iter().find(|question| question.code == code);
        asked.is_some_and(|question| question.choices.iter().any(|choice| choice == answer))
    }

    /// What the question of that code asks, in force or retired.
    #[must_use]
    pub fn question_name(&self, code: &str) -> &str {
        self.name_of("form", code).split_whitespace().next().unwrap_or_default()
    }
}

impl Suggestion {
    /// What a signer answered beside the scores of the present round, in the congress's own words.
    ///
    /// # Errors
    /// When the person has not judged the reply.
    pub fn form_answered(
        &self,
        id: AssignmentId,
        signer: PersonId,
        answers: BTreeMap<String, String>,
    ) -> Result<Fact, Refusal> {
        let part = self.stage.handling().and_then(|handling| handling.handlers.find(id));
        let round = part.and_then(|part| part.round()).filter(|round| round.word_of(signer).is_some());
        let round = round.ok_or(Refusal::NotSigner)?.ordinal;
        Ok(Fact::FormAnswered { assignment: id, round, signer, answers })
    }
}
