//! What differs from place to place: the state's laws leave nearly all steps and time limits to local rules.

use kernel::Text;
use serde::{Deserialize, Serialize};

use crate::{Document, Kind, Needs, Office, Rule};

/// The most a day limit or a mark may be.
const MOST_DAYS: u32 = 60;
const MOST_MARK: u32 = 100;
const MOST_TRIES: u32 = 5;

/// The rule of one congress, with the text it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// How many days before the meeting a proposal is handed in.
    pub deadline_days: u32,
    /// How often a person may be proposed after failing.
    pub failed: Rule,
    /// The mark at which the law examination is passed.
    pub pass_mark: u32,
    /// How often it may be sat.
    pub tries: u32,
    /// For which offices it is sat.
    pub examined: Vec<Office>,
    /// For which offices the person speaks before the vote.
    pub speaking: Vec<Office>,
    /// Whether the oath comes before the letter of appointment; provinces do it the other way round, some counties so.
    pub oath_first: bool,
    /// Which documents come with a proposal.
    #[serde(default)]
    pub needs: Needs,
    /// The local rule all this rests on; empty where it is only usual.
    pub basis: Option<Text<200>>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            deadline_days: 10,
            failed: Rule::None,
            pass_mark: 60,
            tries: 2,
            examined: vec![Office::GovernmentMember, Office::WorkOrganHead],
            speaking: vec![Office::GovernmentViceHead, Office::GovernmentMember],
            oath_first: false,
            needs: Needs::default(),
            basis: None,
        }
    }
}

impl Settings {
    /// The field that cannot be, if there is one: a number out of reach, a document named twice.
    #[must_use]
    pub fn unfit(&self) -> Option<&'static str> {
        let wrong = [
            ("deadline_days", self.deadline_days > MOST_DAYS),
            ("pass_mark", self.pass_mark == 0 || self.pass_mark > MOST_MARK),
            ("tries", self.tries == 0 || self.tries > MOST_TRIES),
        ];
        let number = wrong.into_iter().find(|(_, wrong)| *wrong).map(|(field, _)| field);
        number.or_else(|| self.needs.twice())
    }

    /// What comes with such a proposal.
    #[must_use]
    pub fn documents(&self, kind: Kind) -> &[Document] {
        self.needs.of(kind)
    }
}
