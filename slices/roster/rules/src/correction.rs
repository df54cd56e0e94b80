//! What was entered wrongly of a mandate is put right (更正登记): a day, the reason of the end, or the last step as a whole.

use kernel::{Day, Refusal, Refused};

use crate::{EndReason, Law, Standing};

names! {
    /// What of a mandate may have been entered wrongly.
    pub enum Corrected {
        /// The day of the election.
        Elected = "elected",
        /// The day of the announcement.
        Confirmed = "confirmed",
        /// The first day in office.
        Began = "began",
        /// The day of the suspension.
        Suspended = "suspended",
        /// The day of the end.
        Ended = "ended",
        /// Why it ended.
        Reason = "reason",
        /// The last step was never taken.
        TakenBack = "taken_back",
    }
}

/// What it is in truth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Correction {
    /// The day of the election, announcement, beginning, suspension or end.
    Day(Corrected, Day),
    /// Why it ended.
    Reason(EndReason),
    /// The last step was never taken.
    TakenBack,
}

impl Correction {
    /// Which of them.
    #[must_use]
    pub const fn what(self) -> Corrected {
        match self {
            Self::Day(what, _) => what,
            Self::Reason(_) => Corrected::Reason,
            Self::TakenBack => Corrected::TakenBack,
        }
    }
}

const fn not_here() -> Refused {
    Refused::new(Refusal::NotNow, "roster-refused-nothing-to-correct")
}

impl Standing {
    /// As it stands in truth, its days in order and its end one that the law in force that day knows.
    ///
    /// # Errors
    /// When the standing has no such thing, or what would result could not have been entered.
    pub fn corrected(self, what: Correction) -> Result<Self, Refused> {
        let mut after = self;
        match what {
            Correction::TakenBack => return self.taken_back().ok_or_else(not_here),
            Correction::Day(of, now) => *after.day_mut(of).ok_or_else(not_here)? = now,
            Correction::Reason(now) => match &mut after {
                Self::Ended { reason, .. } => *reason = now,
                _ => return Err(not_here()),
            },
        }
        after.possible()
    }

    /// What stood before the last step. After an end it is taken for granted that nobody was suspended; whoever was, is suspended again.
    #[must_use]
    pub fn taken_back(self) -> Option<Self> {
        match self {
            Self::Elected { .. } => None,
            Self::Confirmed { elected, .. } => Some(Self::Elected { elected }),
            Self::InOffice { elected, confirmed, .. } => Some(Self::Confirmed { elected, confirmed }),
            Self::Suspended { elected, confirmed, began, .. } => Some(Self::InOffice { elected, confirmed, began }),
            Self::Ended { elected, confirmed, began, .. } => Some(match (confirmed, began) {
                (Some(confirmed), Some(began)) => Self::InOffice { elected, confirmed, began },
                (Some(confirmed), None) => Self::Confirmed { elected, confirmed },
                (None, _) => Self::Elected { elected },
            }),
        }
    }

    /// What of this standing can be corrected, and how it stands.
    #[must_use]
    pub fn entered(mut self) -> Vec<(Corrected, Option<Day>)> {
        let mut all = Vec::new();
        for of in [Corrected::Elected, Corrected::Confirmed, Corrected::Began, Corrected::Suspended, Corrected::Ended] {
            let day = self.day_mut(of).copied();
            all.extend(day.map(|day| (of, Some(day))));
        }
        if matches!(self, Self::Ended { .. }) {
            all.push((Corrected::Reason, None));
        }
        if self.taken_back().is_some() {
            all.push((Corrected::TakenBack, None));
        }
        all
    }

    fn day_mut(&mut self, of: Corrected) -> Option<&mut Day> {
        match (self, of) {
            (
                Self::Elected { elected }
                | Self::Confirmed { elected, .. }
                | Self::InOffice { elected, .. }
                | Self::Suspended { elected, .. }
                | Self::Ended { elected, .. },
                Corrected::Elected,
            ) => Some(elected),
            (
                Self::Confirmed { confirmed, .. }
                | Self::InOffice { confirmed, .. }
                | Self::Suspended { confirmed, .. },
                Corrected::Confirmed,
            ) => Some(confirmed),
            (Self::InOffice { began, .. } | Self::Suspended { began, .. }, Corrected::Began) => Some(began),
            (Self::Suspended { suspended, .. }, Corrected::Suspended) => Some(suspended),
            (Self::Ended { confirmed, .. }, Corrected::Confirmed) => confirmed.as_mut(),
            (Self::Ended { began, .. }, Corrected::Began) => began.as_mut(),
            (Self::Ended { ended, .. }, Corrected::Ended) => Some(ended),
            _ => None,
        }
    }

    fn possible(self) -> Result<Self, Refused> {
        let days = self.entered();
        if !days.iter().filter_map(|(_, day)| *day).is_sorted() {
            return Err(Refused::new(Refusal::Unfit, "roster-refused-days-out-of-order"));
        }
        if let Self::Ended { confirmed, ended, reason, .. } = self {
            if !reason.known_to(Law::on(ended)) {
                return Err(Refused::new(Refusal::Unfit, "roster-refused-reason-unknown-to-law"));
            }
            if reason == EndReason::ElectionVoid && confirmed.is_some() {
                return Err(Refused::new(Refusal::NotNow, "roster-refused-already-confirmed"));
            }
        }
        Ok(self)
    }
}
