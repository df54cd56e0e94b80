//! Organs of a level, as a way leads through them.

use serde::{Serialize, Serializer};

use crate::{Rung, Value, Word};

words! {
    /// What kind of organ.
    pub enum Organ as "law-organ-" {
        /// 人民代表大会.
        Congress = "congress",
        /// 常务委员会.
        StandingCommittee = "standing_committee",
        /// 人民政府.
        Government = "government",
    }
}

/// An organ of a level: `city_standing_committee`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OrganOf {
    /// The level; the nation's own where nothing stands.
    pub rung: Option<Rung>,
    /// The organ.
    pub organ: Organ,
}

impl OrganOf {
    /// An organ of a level, or the nation's own.
    #[must_use]
    pub const fn new(rung: Option<Rung>, organ: Organ) -> Self {
        Self { rung, organ }
    }

    /// The organ as a value of a step.
    #[must_use]
    pub fn said(self) -> Value {
        let rung = self.rung.map_or_else(|| "law-rung-national".to_owned(), Word::key);
        Value::Words(vec![rung, self.organ.key()])
    }
}

impl std::fmt::Display for OrganOf {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}_{}", self.rung.map_or("national", Word::word), self.organ.word())
    }
}

impl Serialize for OrganOf {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}
