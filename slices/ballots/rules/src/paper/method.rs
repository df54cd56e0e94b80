//! The standing method of a body (选举办法, 表决办法, 票决办法) for one kind of vote: what it says otherwise than is usual, setting by setting
//! with the article, and the article that permits an electronic secret ballot. An edition is never changed; the next one takes its place.

use kernel::Text;
use serde::{Deserialize, Serialize};

use super::{Assembly, Kind, MethodId, Refusal, Setting};
use crate::round::{Bar, Rule};

/// Which edition a matter took its settings from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Adopted {
    /// The edition.
    pub id: MethodId,
    /// Which of its assembly and kind, from 1.
    pub edition: u32,
}

/// One setting laid over what is usual.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Laid {
    /// Which.
    pub setting: Setting,
    /// Its word: of `tie`, `again`, `presidium` or `all`.
    pub word: Text<20>,
    /// The article that says so: 第十二条第二款.
    pub article: Text<80>,
}

/// What a body adopted for one kind of vote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Method {
    /// The document: 《XX县人民代表大会选举办法》.
    pub document: Text<200>,
    /// What it says otherwise than is usual.
    #[serde(default)]
    pub laid: Vec<Laid>,
    /// The article that permits an electronic secret ballot.
    #[serde(default)]
    pub secret: Option<Text<80>>,
}

impl Kind {
    /// Whether it may be held as an electronic secret ballot: a list that is closed, and a mark or a grade for each name.
    #[must_use]
    pub const fn closed(self) -> bool {
        matches!(self, Self::Decision | Self::Pick | Self::Rating)
    }
}

impl Method {
    /// The rule of such a vote with so many places.
    ///
    /// # Errors
    /// When a setting stands twice, has a word that is none, or contradicts the kind.
    pub fn rule(&self, assembly: Assembly, kind: Kind, places: u32) -> Result<Rule, Refusal> {
        let mut rule = kind.usual(assembly, places);
        for (at, one) in self.laid.iter().enumerate() {
            if self.laid.iter().take(at).any(|before| before.setting == one.setting) {
                return Err(Refusal::Setting);
            }
            rule = one.setting.lay(rule, one.word.as_str()).ok_or(Refusal::Setting)?;
        }
        if rule.write_in.is_some() && kind != Kind::Election {
            return Err(Refusal::WriteInKind);
        }
        if rule.ranked && rule.bar != Bar::MostVotes {
            return Err(Refusal::Points);
        }
        Ok(rule)
    }

    /// Whether a body can adopt it for such votes.
    ///
    /// # Errors
    /// As [`Method::rule`]; and when it permits an electronic secret ballot of a vote that is no closed list.
    pub fn fit(&self, assembly: Assembly, kind: Kind) -> Result<(), Refusal> {
        self.rule(assembly, kind, 1)?;
        if self.secret.is_some() && !kind.closed() { Err(Refusal::SecretKind) } else { Ok(()) }
    }

    /// What it says of a setting, where it says anything.
    #[must_use]
    pub fn of(&self, setting: Setting) -> Option<&Laid> {
        self.laid.iter().find(|one| one.setting == setting)
    }
}
