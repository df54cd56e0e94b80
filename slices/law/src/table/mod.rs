//! The table: each function of the law once. Command line, API, its document, list and forms come from it.

mod candidates;
mod days;
mod deputies;
mod offices;
mod results;
mod seats;
mod votes;

use kernel::WorkingCalendar;
use kit::Problem;
use serde_json::{Map, Value as Json};

use crate::{Answer, Argument, Given};

/// A function of the law.
pub struct Function {
    /// Its number in law.md §8: 1 is F1.
    pub number: u8,
    /// Its name, the same on the command line, in the API and in addresses.
    pub name: &'static str,
    /// What it is asked with, in order.
    pub arguments: &'static [Argument],
    /// Arguments as one might ask with them.
    pub example: &'static str,
    call: fn(&Given, &WorkingCalendar) -> Result<Answer, Problem>,
}

/// What functions belong together for a reader.
pub struct Topic {
    /// The end of the key of its title.
    pub name: &'static str,
    /// Its functions.
    pub functions: &'static [Function],
}

/// All topics, in the order of a term: from the number of seats to the days of supervision.
pub const TOPICS: &[Topic] = &[
    Topic { name: "seats", functions: seats::FUNCTIONS },
    Topic { name: "candidates", functions: candidates::FUNCTIONS },
    Topic { name: "results", functions: results::FUNCTIONS },
    Topic { name: "votes", functions: votes::FUNCTIONS },
    Topic { name: "deputies", functions: deputies::FUNCTIONS },
    Topic { name: "offices", functions: offices::FUNCTIONS },
    Topic { name: "days", functions: days::FUNCTIONS },
];

/// Every function, topic by topic.
pub fn all() -> impl Iterator<Item = &'static Function> {
    TOPICS.iter().flat_map(|topic| topic.functions)
}

/// The function of a name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Function> {
    all().find(|function| function.name == name)
}

impl Topic {
    /// The key of its title.
    #[must_use]
    pub fn title(&self) -> String {
        format!("law-topic-{}", self.name)
    }
}

impl Function {
    fn slug(&self) -> String {
        self.name.replace('_', "-")
    }

    /// The key of its title: the question it answers.
    #[must_use]
    pub fn title(&self) -> String {
        format!("law-fn-{}", self.slug())
    }

    /// The key of a line that says when one asks it.
    #[must_use]
    pub fn about(&self) -> String {
        format!("law-about-{}", self.slug())
    }

    /// Answers a question asked in JSON.
    ///
    /// # Errors
    /// With the arguments that are wrong, or with the refusal of the rule.
    pub fn ask(&self, body: &Map<String, Json>, calendar: &WorkingCalendar) -> Result<Answer, Problem> {
        let given = Given::from_json(self.arguments, body)?;
        (self.call)(&given, calendar)
    }

    /// Answers a question asked by a form.
    ///
    /// # Errors
    /// As [`Self::ask`].
    pub fn ask_fields(&self, fields: &[(String, String)], calendar: &WorkingCalendar) -> Result<Answer, Problem> {
        let given = Given::from_fields(self.arguments, fields)?;
        (self.call)(&given, calendar)
    }
}
