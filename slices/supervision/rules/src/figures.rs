//! What is counted of a unit: numerators and denominators, nothing else.

use std::collections::BTreeMap;

use kernel::Day;
use serde::{Deserialize, Serialize};
use suggestions_rules::Score;

use crate::Scheme;

/// What a line of a scheme counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// 按时签收率: of the parts that were to be signed for.
    Signed,
    /// 按期答复率: of the replies that were due, those delivered by their day, granted extensions counted in.
    Replied,
    /// 三个月内答复率.
    ThreeMonths,
    /// 六个月内答复率.
    SixMonths,
    /// 满意率: of the lead deputies' words on results.
    Satisfied,
    /// 无不满意: 满意 and 基本满意.
    NotDissatisfied,
    /// 签发前沟通率: of the replies delivered.
    Contacted,
    /// 代表评分: the deputies' scores out of a hundred.
    Scores,
    /// 现场测评: votes on the spot.
    Vote,
}

impl Measure {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 9] = [
        Self::Signed,
        Self::Replied,
        Self::ThreeMonths,
        Self::SixMonths,
        Self::Satisfied,
        Self::NotDissatisfied,
        Self::Contacted,
        Self::Scores,
        Self::Vote,
    ];

    /// The word in rows and locale keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Signed => "signed",
            Self::Replied => "replied",
            Self::ThreeMonths => "three-months",
            Self::SixMonths => "six-months",
            Self::Satisfied => "satisfied",
            Self::NotDissatisfied => "not-dissatisfied",
            Self::Contacted => "contacted",
            Self::Scores => "scores",
            Self::Vote => "vote",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.word() == word)
    }
}

/// A part of a whole. A whole of nought: there was nothing to count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ratio {
    /// The numerator.
    pub part: u32,
    /// The denominator.
    pub whole: u32,
}

impl Ratio {
    /// Counts one more.
    fn count(&mut self, good: bool) {
        self.whole = self.whole.saturating_add(1);
        self.part = self.part.saturating_add(u32::from(good));
    }

    /// That share of `full`, rounded down; nothing where there was nothing to count.
    #[must_use]
    pub fn share_of(self, full: u32) -> Option<u32> {
        let product = u64::from(self.part) * u64::from(full);
        u32::try_from(product.checked_div(u64::from(self.whole))?).ok()
    }

    /// Whether it is at least so many percent; where there was nothing to count, nothing was missed.
    #[must_use]
    pub const fn reaches(self, percent: u16) -> bool {
        (self.part as u64) * 100 >= (percent as u64) * (self.whole as u64)
    }
}

/// The figures of one unit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Figures(pub BTreeMap<Measure, Ratio>);

/// One part of a unit, as far as it is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handled {
    /// Whether the unit replies to the deputies.
    pub replies: bool,
    /// The day it was assigned.
    pub assigned: Day,
    /// The last day to sign for it.
    pub sign_by: Day,
    /// The day it was signed for.
    pub signed: Option<Day>,
    /// The last day for the first reply or the co-opinion, extensions counted in.
    pub due: Day,
    /// The day the first reply was delivered.
    pub replied: Option<Day>,
    /// The day the first reply was signed.
    pub letter_signed: Option<Day>,
    /// The first day on which the unit talked with a signer and the deputy did not dispute it.
    pub talked: Option<Day>,
    /// The lead deputy's latest word on the result, once no signer may still speak.
    pub result: Option<Score>,
}

/// What deputies and voters said of a unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The sum of the deputies' scores out of a hundred.
    pub scores: u32,
    /// How many scores.
    pub scorers: u32,
    /// Votes of 满意.
    pub satisfied: u32,
    /// Votes of 基本满意.
    pub basically: u32,
    /// Votes of 不满意.
    pub dissatisfied: u32,
}

impl Figures {
    /// What was counted of one measure.
    #[must_use]
    pub fn of(&self, measure: Measure) -> Ratio {
        self.0.get(&measure).copied().unwrap_or_default()
    }

    /// Counts a unit's parts as they stood on a day; what is not yet due is not counted.
    #[must_use]
    pub fn count(parts: &[Handled], said: Said, scheme: &Scheme, on: Day) -> Self {
        let mut figures = Self::default();
        for part in parts {
            figures.timely(Measure::Signed, part.signed, part.sign_by, on);
            if part.replies {
                figures.timely(Measure::Replied, part.replied, part.due, on);
                figures.timely(Measure::ThreeMonths, part.replied, part.assigned.plus_months(3), on);
                figures.timely(Measure::SixMonths, part.replied, part.assigned.plus_months(6), on);
                figures.judged(part);
            }
        }
        let most = |count: u32| count.saturating_mul(100);
        if said.scorers >= u32::from(scheme.fewest_scores) {
            figures.0.insert(Measure::Scores, Ratio { part: said.scores, whole: most(said.scorers) });
        }
        let voters = said.satisfied.saturating_add(said.basically).saturating_add(said.dissatisfied);
        let worth = most(said.satisfied).saturating_add(said.basically.saturating_mul(u32::from(scheme.basically)));
        figures.0.insert(Measure::Vote, Ratio { part: worth, whole: most(voters) });
        figures
    }

    /// Done by its day; not done and not yet due is not counted.
    fn timely(&mut self, measure: Measure, done: Option<Day>, by: Day, on: Day) {
        if done.is_some() || by < on {
            self.0.entry(measure).or_default().count(done.is_some_and(|done| done <= by));
        }
    }

    fn judged(&mut self, part: &Handled) {
        if let Some(result) = part.result {
            self.0.entry(Measure::Satisfied).or_default().count(result == Score::Satisfied);
            self.0.entry(Measure::NotDissatisfied).or_default().count(result != Score::Dissatisfied);
        }
        if part.replied.is_some() {
            let talked = part.talked.zip(part.letter_signed).is_some_and(|(talked, signed)| talked <= signed);
            self.0.entry(Measure::Contacted).or_default().count(talked);
        }
    }
}
