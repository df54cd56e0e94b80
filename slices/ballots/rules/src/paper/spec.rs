//! What is voted on and how it counts: names, settings, the method cited. Fixed when a round opens.

use kernel::{PersonId, Text};
use serde::{Deserialize, Serialize};

use super::{Adopted, Assembly, Kind, Refusal};
use crate::round::{Bar, Base, Rule};

/// Most names on one ballot.
pub const MOST_NAMES: usize = 200;

/// A candidate, a person to be appointed, a matter, a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Name {
    /// As it stands on the ballot; no two are the same.
    pub name: Text<60>,
    /// For which post, or what it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text<120>>,
    /// The person of the roster, where it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
}

/// What is voted on and how it counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spec {
    /// Whose vote.
    pub assembly: Assembly,
    /// What kind of vote.
    pub kind: Kind,
    /// In the order of the ballot.
    pub names: Vec<Name>,
    /// How it counts.
    pub rule: Rule,
    /// The method the body adopted: 《XX县第十八届人民代表大会第六次会议选举办法》.
    pub method: Text<200>,
    /// The edition of the congress's standing method that the settings were taken over from; nothing where they are this matter's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adopted: Option<Adopted>,
}

impl Kind {
    /// The usual rule of such a vote. Of a decision every name is decided by itself, so all of them can pass.
    #[must_use]
    pub const fn usual(self, assembly: Assembly, places: u32) -> Rule {
        let quorum = match assembly {
            Assembly::Congress => Some(Bar::AtLeast(2, 3)),
            Assembly::Committee => Some(Bar::MoreThanHalf),
        };
        let rule = Rule { quorum, ..Rule::assembly(places) };
        match self {
            Self::Election => rule,
            Self::Decision | Self::Pick => Rule { write_in: None, ..rule },
            Self::Ranking => Rule { quorum, ..Rule::ranking(places) },
            // No law of the state speaks of it: usual is more than half of those who handed a ballot in.
            Self::Rating => Rule { write_in: None, base: Base::Returned, ..rule },
        }
    }
}

impl Spec {
    /// Whether it can be voted on.
    ///
    /// # Errors
    /// Without names, with one twice, with too few for the places, or with settings that contradict the kind.
    pub fn fit(&self) -> Result<(), Refusal> {
        let count = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        if self.names.is_empty() || self.names.len() > MOST_NAMES {
            return Err(Refusal::Names);
        }
        let mut names = self.listed();
        names.sort_unstable();
        if let Some([twice, _]) = names.windows(2).find(|pair| matches!(pair, [one, other] if one == other)) {
            return Err(Refusal::NameTwice { name: (*twice).to_owned() });
        }
        let Rule { places, most_marks, .. } = self.rule;
        let fits = match self.kind {
            Kind::Decision | Kind::Rating => places == count && most_marks == count && self.rule.write_in.is_none(),
            Kind::Pick => places >= 1 && places < count && most_marks == places && self.rule.write_in.is_none(),
            Kind::Election => places >= 1 && places <= count && most_marks == places,
            Kind::Ranking => places >= 1 && places <= count && most_marks == places && self.rule.write_in.is_none(),
        };
        if !fits {
            return Err(Refusal::Places { count });
        }
        if self.rule.ranked != (self.kind == Kind::Ranking) || (self.rule.ranked && self.rule.bar != Bar::MostVotes) {
            return Err(Refusal::Points);
        }
        let share = |bar: Bar| !matches!(bar, Bar::AtLeast(a, b) if a == 0 || b == 0 || a > b);
        let shares = share(self.rule.bar) && self.rule.quorum.is_none_or(share) && self.rule.turnout.is_none_or(share);
        if shares { Ok(()) } else { Err(Refusal::Share) }
    }

    /// The names alone.
    #[must_use]
    pub fn listed(&self) -> Vec<&str> {
        self.names.iter().map(|name| name.name.as_str()).collect()
    }
}
