//! What stands at an end of a link: a person, a body or a place.

use std::fmt;

use kernel::{AreaCode, BodyId, PersonId};
use serde::{Deserialize, Serialize};

/// What sort of thing stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sort {
    /// A person.
    Person,
    /// A body: a unit, an organ of the congress.
    Body,
    /// A town, street, zone, village or community.
    Place,
}

/// One end of a link.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum End {
    /// A person.
    Person(PersonId),
    /// A body.
    Body(BodyId),
    /// A place, by its code.
    Place(AreaCode),
}

impl End {
    /// What sort it is.
    #[must_use]
    pub const fn sort(&self) -> Sort {
        match self {
            Self::Person(_) => Sort::Person,
            Self::Body(_) => Sort::Body,
            Self::Place(_) => Sort::Place,
        }
    }

    /// Reads what [`fmt::Display`] writes, where the sort is known: an identity or a code.
    #[must_use]
    pub fn read(sort: Sort, text: &str) -> Option<Self> {
        match sort {
            Sort::Person => text.parse().ok().map(Self::Person),
            Sort::Body => text.parse().ok().map(Self::Body),
            Sort::Place => AreaCode::parse(text).ok().map(Self::Place),
        }
    }

    /// The person.
    #[must_use]
    pub const fn person(&self) -> Option<PersonId> {
        match self {
            Self::Person(id) => Some(*id),
            Self::Body(_) | Self::Place(_) => None,
        }
    }
}

impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Person(id) => write!(f, "{id}"),
            Self::Body(id) => write!(f, "{id}"),
            Self::Place(code) => write!(f, "{code}"),
        }
    }
}
