//! 办理情况报告: what the office writes beside the numbers of a session (suggestions.md §11.9, §14).

use kernel::Text;

use crate::{Refusal, SuggestionId};

/// A report tells at most so many examples.
pub const MOST_EXAMPLES: usize = 20;

/// A case told as an example (典型事例).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The suggestion.
    pub suggestion: SuggestionId,
    /// What is told of it.
    pub words: Text<500>,
}

/// What the office writes: examples, problems, the plan of next year. Each may still be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnnualWords {
    /// 典型事例, in the order in which they are told.
    pub examples: Vec<Example>,
    /// 存在问题.
    pub problems: Option<Text<4000>>,
    /// 下一年工作打算.
    pub plan: Option<Text<4000>>,
}

impl AnnualWords {
    /// Whether they can be kept.
    ///
    /// # Errors
    /// When there are too many examples, or one is told twice.
    pub fn fit(&self) -> Result<(), Refusal> {
        if self.examples.len() > MOST_EXAMPLES {
            return Err(Refusal::TooManyExamples);
        }
        let told =
            |at: usize, one: &Example| self.examples.iter().take(at).any(|other| other.suggestion == one.suggestion);
        if self.examples.iter().enumerate().any(|(at, one)| told(at, one)) {
            return Err(Refusal::ExampleTwice);
        }
        Ok(())
    }
}

/// An example as it is typed, a line each: the number of the suggestion, a blank, what is told of it.
#[must_use]
pub fn example_line(line: &str) -> Option<(&str, Text<500>)> {
    let (number, words) = line.trim().split_once(char::is_whitespace)?;
    Some((number, Text::parse(words).ok()?))
}
