//! Ratios, and how they are rolled up over areas without counting anybody twice.

use std::collections::HashSet;

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

    /// Who is missing.
    #[must_use]
    pub const fn missing(self) -> u64 {
        self.whole.saturating_sub(self.part)
    }
}

/// The ratio of each area, and last of all of them together.
///
/// Whoever stands in several places of one area (a person with several mandates) counts once in it, and once in all; so the lines may sum up to
/// more than the last one says. Areas may lie in one another.
#[must_use]
pub fn roll_up(areas: &[AreaCode], members: &[(AreaCode, End)], covered: &HashSet<End>) -> Vec<Ratio> {
    let within = |inside: &dyn Fn(&AreaCode) -> bool| {
        let all: HashSet<&End> = members.iter().filter(|(at, _)| inside(at)).map(|(_, end)| end).collect();
        let part = all.iter().filter(|end| covered.contains(**end)).count();
        Ratio { part: part as u64, whole: all.len() as u64 }
    };
    let lines = areas.iter().map(|area| within(&|at: &AreaCode| area.contains(at)));
    lines.chain(std::iter::once_with(|| within(&|_: &AreaCode| true))).collect()
}
