//! 星级评定: a sheet of indicators with points, what a station was given, and how many stars that makes.

use std::collections::HashSet;

use kernel::{Day, Text};
use serde::{Deserialize, Serialize};

use crate::Refusal;

/// So many indicators a sheet may have.
pub const MOST_INDICATORS: usize = 60;

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
        let falling = self.bands.windows(2).all(|pair| match pair {
            [more, less] => more.stars > less.stars && more.least > less.least,
            _ => true,
        });
        let fit = self.bands.iter().all(|band| (1..=5).contains(&band.stars));
        if self.bands.is_empty() || !fit || !falling || !(1..=10).contains(&self.years) {
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
