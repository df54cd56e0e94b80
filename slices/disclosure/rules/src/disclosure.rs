//! The disclosure of one suggestion: withheld, before the public in editions, taken down under a number.

use kernel::{BodyId, Day, Moment, Text};
use serde::{Deserialize, Serialize};

use crate::{DisclosureId, Fact, Ground, Refusal, SuggestionId};

/// How much of it the public reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Extent {
    /// 全文, with passages hidden.
    Whole,
    /// 摘要: what the office writes in its place (国办发〔2014〕46号).
    Summary,
}

/// The number of a line in the log of what was taken down: 撤下〔2026〕3号. Dense in its congress and year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RemovalNumber {
    /// The year.
    pub year: i16,
    /// Which of them.
    pub n: u32,
}

/// The disclosure of one suggestion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disclosure {
    /// Its identity.
    pub id: DisclosureId,
    /// The congress.
    pub congress: BodyId,
    /// The suggestion.
    pub suggestion: SuggestionId,
    /// How many editions there were; the last is the one that counts.
    pub editions: u32,
    /// Where it stands.
    pub stage: Stage,
}

/// Where a disclosure stands.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields say what they are")]
pub enum Stage {
    /// 待公开: nobody has decided. Never kept.
    Waiting,
    /// 不予公开.
    Withheld { at: Moment, ground: Ground, words: Text<500> },
    /// 已公开: since when, in the present edition since when, and the last day.
    Disclosed { since: Moment, at: Moment, until: Option<Day> },
    /// 已撤下.
    TakenDown { at: Moment, number: RemovalNumber, ground: Ground, words: Text<500> },
}

/// What a verb answers.
type Done = Result<(Disclosure, Fact), Refusal>;

impl Extent {
    /// Both of them.
    pub const ALL: [Self; 2] = [Self::Whole, Self::Summary];

    /// The word in rows, JSON and locale keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Summary => "summary",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|extent| extent.word() == word)
    }
}

impl Stage {
    /// The words of the stages that are kept.
    pub const WORDS: [&'static str; 3] = ["disclosed", "withheld", "taken-down"];

    /// The word in rows and locale keys.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Withheld { .. } => "withheld",
            Self::Disclosed { .. } => "disclosed",
            Self::TakenDown { .. } => "taken-down",
        }
    }
}

impl Disclosure {
    /// The disclosure of a suggestion about which nobody has decided.
    #[must_use]
    pub const fn waiting(id: DisclosureId, congress: BodyId, suggestion: SuggestionId) -> Self {
        Self { id, congress, suggestion, editions: 0, stage: Stage::Waiting }
    }

    /// Brings an edition before the public: the first, a corrected one with its reason, or one after it was taken down.
    /// Whether the suggestion may be disclosed at all is asked of [`crate::Matter`].
    ///
    /// # Errors
    /// When an edition stands there and nobody says why it needs another.
    pub fn disclose(self, edition: &Edition<'_>, now: Moment) -> Done {
        let (suggestion, hidden, summary) = (self.suggestion, edition.hidden, edition.extent == Extent::Summary);
        let number = self.editions.saturating_add(1);
        let (since, fact) = match self.stage {
            Stage::Disclosed { .. } if edition.why.is_none() => return Err(Refusal::NoReason),
            Stage::Disclosed { since, .. } => (since, Fact::Corrected { suggestion, edition: number, hidden, summary }),
            Stage::Waiting | Stage::Withheld { .. } | Stage::TakenDown { .. } => {
                (now, Fact::Disclosed { suggestion, edition: number, hidden, summary })
            }
        };
        let until = edition.years.map(|years| since.day().plus_months(i32::from(years) * 12));
        Ok((Self { editions: number, stage: Stage::Disclosed { since, at: now, until }, ..self }, fact))
    }

    /// Decides not to disclose it, with a reason.
    ///
    /// # Errors
    /// When it was decided about already, or the reason is one for taking down only.
    pub fn withhold(self, ground: Ground, words: Text<500>, now: Moment) -> Done {
        if !Ground::WITHHOLDING.contains(&ground) {
            return Err(Refusal::GroundUnfit);
        }
        if self.stage != Stage::Waiting {
            return Err(Refusal::NotWaiting);
        }
        let fact = Fact::Withheld { suggestion: self.suggestion, ground };
        Ok((Self { stage: Stage::Withheld { at: now, ground, words }, ..self }, fact))
    }

    /// Takes it down: from that moment the public reads the line of the log alone.
    ///
    /// # Errors
    /// When it is not before the public.
    pub fn take_down(self, number: RemovalNumber, ground: Ground, words: Text<500>, now: Moment) -> Done {
        if !matches!(self.stage, Stage::Disclosed { .. }) {
            return Err(Refusal::NotDisclosed);
        }
        let RemovalNumber { year, n } = number;
        let fact = Fact::TakenDown { suggestion: self.suggestion, year, n, ground };
        Ok((Self { stage: Stage::TakenDown { at: now, number, ground, words }, ..self }, fact))
    }

    /// Whether the public reads it on a day.
    #[must_use]
    pub fn open(&self, today: Day) -> bool {
        matches!(self.stage, Stage::Disclosed { until, .. } if until.is_none_or(|until| today <= until))
    }
}

/// What is said of an edition when it is brought before the public.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edition<'a> {
    /// How much is read.
    pub extent: Extent,
    /// How many passages are hidden.
    pub hidden: u32,
    /// For how many years it stays; without them, for ever.
    pub years: Option<u16>,
    /// Why there is a new one, where one stands already.
    pub why: Option<&'a Text<500>>,
}

impl std::fmt::Display for RemovalNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "〔{}〕{}号", self.year, self.n)
    }
}
