//! What no rule book may lay, though one that was laid before is still read: longer than the law of the state allows, or than anybody waits.

use kernel::Span;

use super::{Entry, read::span};
use crate::Limit;

/// Why a limit cannot be laid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Excess {
    /// 代表法（2025）51: an answer within three months, within six where the matter is broad or hard; a place may only say less.
    Law,
    /// Longer than ten years.
    Long,
    /// More words than anybody reads in a rule.
    Wordy,
}

/// The law's months for an answer (代表法 51), then the most days and working days that never reach beyond so many months.
const fn by_law(limit: Limit) -> Option<(u16, u16, u16)> {
    match limit {
        Limit::Reply => Some((3, 89, 55)),
        Limit::ReplyComplex => Some((6, 181, 115)),
        _ => None,
    }
}

impl Entry {
    /// Why it cannot be laid, where it is a limit that says too much.
    #[must_use]
    pub fn excess(&self) -> Option<Excess> {
        if self.value.chars().count() > 500 || self.document.chars().count() > 500 {
            return Some(Excess::Wordy);
        }
        if !self.key.starts_with("limit.") && !self.key.starts_with("opinion.") {
            return None;
        }
        let said = span(&self.value).ok()?;
        let beyond = |(months, days, working): (u16, u16, u16)| match said {
            Span::Months(count) => count > months,
            Span::Days(count) => count > days,
            Span::WorkingDays(count) => count > working,
        };
        let limit = Limit::ALL.into_iter().find(|limit| limit.key() == self.key);
        if limit.and_then(by_law).is_some_and(beyond) {
            return Some(Excess::Law);
        }
        beyond((120, 3_650, 2_600)).then_some(Excess::Long)
    }
}
