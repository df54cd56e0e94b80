//! 星级评定: a sheet of indicators with points, what a station was given, and how many stars that makes.

use std::collections::HashSet;

use kernel::{Day, Text};
use serde::{Deserialize, Serialize};

use crate::{GradeStage, Measure, Refusal};

/// No figure brings all points only from more than this on.
const MOST_FULL: u32 = 100_000;
/// So many indicators a sheet may have.
pub const MOST_INDICATORS: usize = 60;

/// What is not claimed but counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counted {
    /// The figure.
    pub measure: Measure,
    /// From this figure on it brings all its points; below, as many in proportion.
    pub full: u32,
}

/// One thing that is looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// 建, 管, 用, 加分.
    pub group: Text<20>,
    /// What is looked at.
    pub name: Text<60>,
    /// The most points it can bring.
    pub points: u16,
    /// What it is counted by; without, a station claims and the office judges.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counted: Option<Counted>,
}

impl Indicator {
    /// The points a figure brings: in proportion, rounded down, never above its points.
    #[must_use]
    pub fn brings(&self, figure: u32) -> Option<u16> {
        let by = self.counted?;
        let reached = u64::from(figure.min(by.full)) * u64::from(self.points);
        u16::try_from(reached / u64::from(by.full.max(1))).ok()
    }
}

/// So many stars from so many points on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// Stars, 1 to 5.
    pub stars: u8,
    /// The least points.
    pub least: u16,
}

/// A sheet as a congress adopts it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    /// What is looked at, in order.
    pub indicators: Vec<Indicator>,
    /// Bands, the most stars first.
    pub bands: Vec<Band>,
    /// For how many years stars are good.
    pub years: u8,
    /// For how many working days the proposed stars are shown before they are published; the station may object as long.
    #[serde(default = "usual_objection")]
    pub objection: u8,
}

/// 公示期: five working days, as public notices of choices usually run.
const fn usual_objection() -> u8 {
    5
}

/// What one indicator brought.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Given {
    /// What the station claims.
    pub claimed: u16,
    /// Where that can be seen.
    pub evidence: String,
    /// What the office gives, once it has looked.
    pub points: Option<u16>,
    /// What was counted; nothing where it is not counted, or there was nothing to count.
    #[serde(default)]
    pub figure: Option<u32>,
}

/// 异议: where the proposed stars stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Objection {
    /// How far the grading is.
    pub stage: GradeStage,
    /// The last day on which the station may object.
    pub until: Option<Day>,
}

impl Objection {
    /// Whether the station may object on a day: once, while the proposed stars are shown.
    ///
    /// # Errors
    /// When nothing is proposed, or the days are over.
    pub fn objects(&self, today: Day) -> Result<(), Refusal> {
        match (self.stage, self.until) {
            (GradeStage::Proposed, Some(until)) if today <= until => Ok(()),
            (GradeStage::Proposed, _) => Err(Refusal::ObjectionOver),
            _ => Err(Refusal::GradeStage),
        }
    }

    /// Whether the stars may be published on a day: after the days without an objection, or once it was ruled on.
    ///
    /// # Errors
    /// When they are not proposed, the days run, or an objection waits.
    pub fn publishes(&self, today: Day) -> Result<(), Refusal> {
        match (self.stage, self.until) {
            (GradeStage::Ruled, _) => Ok(()),
            (GradeStage::Proposed, Some(until)) if today <= until => Err(Refusal::ObjectionRuns),
            (GradeStage::Proposed, _) => Ok(()),
            (GradeStage::Objected, _) => Err(Refusal::ObjectionWaits),
            _ => Err(Refusal::GradeStage),
        }
    }
}

/// A sheet under its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scheme {
    /// What it is called.
    pub name: Text<60>,
    /// The sheet.
    pub sheet: Sheet,
}

impl Sheet {
    /// Whether it can be used.
    ///
    /// # Errors
    /// When it has no indicators or too many, two of one name, points or bands that cannot be.
    pub fn fit(&self) -> Result<(), Refusal> {
        let names: HashSet<&str> = self.indicators.iter().map(|it| it.name.as_str()).collect();
        if self.indicators.is_empty() || self.indicators.len() > MOST_INDICATORS || names.len() < self.indicators.len()
        {
            return Err(Refusal::Indicators);
        }
        if self.indicators.iter().any(|it| it.points == 0 || it.points > 1000) {
            return Err(Refusal::Points);
        }
        if self.indicators.iter().filter_map(|it| it.counted).any(|by| !(1..=MOST_FULL).contains(&by.full)) {
            return Err(Refusal::Full);
        }
        let falling = self.bands.windows(2).all(|pair| match pair {
            [more, less] => more.stars > less.stars && more.least > less.least,
            _ => true,
        });
        let fit = self.bands.iter().all(|band| (1..=5).contains(&band.stars));
        if self.bands.is_empty() || !fit || !falling || !(1..=10).contains(&self.years) || self.objection > 30 {
            return Err(Refusal::Bands);
        }
        Ok(())
    }

    /// Whether what is claimed or given stands in the sheet: an entry for each indicator, none above its points.
    ///
    /// # Errors
    /// When it does not.
    pub fn holds(&self, given: &[Given]) -> Result<(), Refusal> {
        let within = |(it, one): (&Indicator, &Given)| {
            one.claimed <= it.points && one.points.is_none_or(|points| points <= it.points)
        };
        let whole = given.len() == self.indicators.len();
        if whole && self.indicators.iter().zip(given).all(within) { Ok(()) } else { Err(Refusal::Points) }
    }

    /// Puts what was counted in the place of what was claimed or given: nobody claims, and nobody gives, what the ledgers say.
    pub fn count(&self, given: &mut [Given], figures: &[Option<u32>]) {
        for ((it, one), figure) in self.indicators.iter().zip(given).zip(figures) {
            one.figure = figure.filter(|_| it.counted.is_some());
            if let Some(points) = one.figure.and_then(|figure| it.brings(figure)) {
                one.claimed = points;
                one.points = one.points.map(|_| points);
            }
        }
    }

    /// What was given, in all.
    #[must_use]
    pub fn total(given: &[Given]) -> u32 {
        given.iter().map(|one| u32::from(one.points.unwrap_or(0))).sum()
    }

    /// How many stars so many points make; none below the lowest band.
    #[must_use]
    pub fn stars(&self, total: u32) -> u8 {
        self.bands.iter().find(|band| total >= u32::from(band.least)).map_or(0, |band| band.stars)
    }

    /// The last day on which stars given on a day are good.
    #[must_use]
    pub fn until(&self, published: Day) -> Day {
        published.plus_months(12 * i32::from(self.years)).plus_days(-1)
    }
}
