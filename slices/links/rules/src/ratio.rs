//! Ratios, and how they are rolled up over areas without counting anybody twice.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use kernel::AreaCode;
use serde::{Deserialize, Serialize};

use crate::End;

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ratio {
    /// Who is covered.
    pub part: u64,
    /// Everybody.
    pub whole: u64,
}

impl Ratio {
    /// In thousandths, rounded down, so that 1000 is said of everybody alone; nothing where there is nobody.
    #[must_use]
    pub const fn thousandths(self) -> Option<u64> {
        (self.part * 1000).checked_div(self.whole)
    }

    const fn add(&mut self, part: u64, whole: u64) {
        self.part += part;
        self.whole += whole;
    }

    /// Who is missing.
    #[must_use]
    pub const fn missing(self) -> u64 {
        self.whole.saturating_sub(self.part)
    }
}

/// What is summed up over areas: the lines and the rest, less what stands in several lines, are the total.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rolled {
    /// The ratio of each area, in the order given.
    pub lines: Vec<Ratio>,
    /// Who stands in none of the areas.
    pub rest: Ratio,
    /// How often somebody stands in a line who stands in another already.
    pub again: Ratio,
    /// Everybody, once.
    pub total: Ratio,
}

/// Sums up over areas.
///
/// Whoever stands in several places of one area (a person with several mandates) counts once in it, and once in all; so the lines may sum up to
/// more than the total, by what is told as `again`. Areas may lie in one another.
#[must_use]
pub fn roll_up(areas: &[AreaCode], members: &[(AreaCode, End)], covered: &HashSet<End>) -> Rolled {
    let mut stands: BTreeMap<&End, BTreeSet<usize>> = BTreeMap::new();
    for (at, end) in members {
        let lines = areas.iter().enumerate().filter(|(_, area)| area.contains(at)).map(|(line, _)| line);
        stands.entry(end).or_default().extend(lines);
    }
    let mut rolled = Rolled { lines: vec![Ratio::default(); areas.len()], ..Rolled::default() };
    for (end, lines) in stands {
        let part = u64::from(covered.contains(end));
        rolled.total.add(part, 1);
        match lines.len() as u64 {
            0 => rolled.rest.add(part, 1),
            several => rolled.again.add(part * (several - 1), several - 1),
        }
        for line in lines {
            if let Some(line) = rolled.lines.get_mut(line) {
                line.add(part, 1);
            }
        }
    }
    rolled
}
