//! A mandate (代表资格): elected → confirmed → in office ⇄ suspended → ended.

use kernel::{AreaCode, BodyId, Day, Id, PersonId, Refusal, Refused};

use crate::{ConstituencyId, DelegationId, EndReason, Ground, Law, TermId};

/// Marks identities of mandates.
pub enum MandateTag {}
/// Names one mandate.
pub type MandateId = Id<MandateTag>;

names! {
    /// The word for each standing of a mandate.
    pub enum StandingName {
        /// Elected, not yet examined.
        Elected = "elected",
        /// Found valid by the committee of credentials and announced.
        Confirmed = "confirmed",
        /// Acts as a deputy.
        InOffice = "in_office",
        /// Must not act for a time.
        Suspended = "suspended",
        /// Over.
        Ended = "ended",
    }
}

/// Whose seat it is, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// Who holds it.
    pub person: PersonId,
    /// In which congress.
    pub congress: BodyId,
    /// The area of that congress.
    pub area: AreaCode,
    /// In which term.
    pub term: TermId,
    /// By whom elected.
    pub constituency: Option<ConstituencyId>,
    /// In which delegation.
    pub delegation: Option<DelegationId>,
}

/// Where a mandate stands, with exactly what is known then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Elected, not yet examined.
    Elected {
        /// The day of the election.
        elected: Day,
    },
    /// Found valid and announced (选举法 47).
    Confirmed {
        /// The day of the election.
        elected: Day,
        /// The day of the announcement.
        confirmed: Day,
    },
    /// Acts as a deputy.
    InOffice {
        /// The day of the election.
        elected: Day,
        /// The day of the announcement.
        confirmed: Day,
        /// The first day in office.
        began: Day,
    },
    /// Must not act for a time (代表法 61).
    Suspended {
        /// The day of the election.
        elected: Day,
        /// The day of the announcement.
        confirmed: Day,
        /// The first day in office.
        began: Day,
        /// Since when suspended.
        suspended: Day,
        /// Why.
        ground: Ground,
    },
    /// Over (代表法 62).
    Ended {
        /// The day of the election.
        elected: Day,
        /// The day of the announcement; nothing when it never came to that.
        confirmed: Option<Day>,
        /// The first day in office; nothing when it never came to that.
        began: Option<Day>,
        /// The day of the end.
        ended: Day,
        /// Why.
        reason: EndReason,
    },
}

/// One seat of one person in one term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mandate {
    /// Its identity.
    pub id: MandateId,
    /// Whose and where.
    pub seat: Seat,
    /// Where it stands.
    pub standing: Standing,
    /// For writers who meet on the row.
    pub version: i64,
}

fn not_before(day: Day, on: Day) -> Result<(), Refused> {
    if on < day { Err(Refused::new(Refusal::Unfit, "roster-refused-day-too-early").with("day", day)) } else { Ok(()) }
}

impl Standing {
    /// The word for it.
    #[must_use]
    pub const fn name(&self) -> StandingName {
        match self {
            Self::Elected { .. } => StandingName::Elected,
            Self::Confirmed { .. } => StandingName::Confirmed,
            Self::InOffice { .. } => StandingName::InOffice,
            Self::Suspended { .. } => StandingName::Suspended,
            Self::Ended { .. } => StandingName::Ended,
        }
    }

    /// Whether the holder may act as a deputy.
    #[must_use]
    pub const fn in_office(&self) -> bool {
        matches!(self, Self::InOffice { .. })
    }

    /// The election was examined and found valid: announced by the standing committee, in a township by the presidium (选举法 47).
    ///
    /// # Errors
    /// When it was examined before, or the day comes before the election.
    pub fn confirmed_on(self, on: Day) -> Result<Self, Refused> {
        match self {
            Self::Elected { elected } => not_before(elected, on).map(|()| Self::Confirmed { elected, confirmed: on }),
            Self::Confirmed { .. } | Self::InOffice { .. } | Self::Suspended { .. } | Self::Ended { .. } => {
                self.not_now()
            }
        }
    }

    /// The term begins for this deputy: with the first session, or at once after a by-election.
    ///
    /// # Errors
    /// When it is not confirmed, or began already, or the day comes before the confirmation.
    pub fn taken_up_on(self, on: Day) -> Result<Self, Refused> {
        match self {
            Self::Confirmed { elected, confirmed } => {
                not_before(confirmed, on).map(|()| Self::InOffice { elected, confirmed, began: on })
            }
            Self::Elected { .. } | Self::InOffice { .. } | Self::Suspended { .. } | Self::Ended { .. } => {
                self.not_now()
            }
        }
    }

    /// The deputy must not act until the cause is gone (代表法 61).
    ///
    /// # Errors
    /// When not in office, or the day comes before the beginning.
    pub fn suspended_on(self, on: Day, ground: Ground) -> Result<Self, Refused> {
        match self {
            Self::InOffice { elected, confirmed, began } => {
                not_before(began, on).map(|()| Self::Suspended { elected, confirmed, began, suspended: on, ground })
            }
            Self::Elected { .. } | Self::Confirmed { .. } | Self::Suspended { .. } | Self::Ended { .. } => {
                self.not_now()
            }
        }
    }

    /// The cause is gone; the deputy acts again (代表法 61).
    ///
    /// # Errors
    /// When not suspended, or the day comes before the suspension.
    pub fn resumed_on(self, on: Day) -> Result<Self, Refused> {
        match self {
            Self::Suspended { elected, confirmed, began, suspended, .. } => {
                not_before(suspended, on).map(|()| Self::InOffice { elected, confirmed, began })
            }
            Self::Elected { .. } | Self::Confirmed { .. } | Self::InOffice { .. } | Self::Ended { .. } => {
                self.not_now()
            }
        }
    }

    /// The mandate ends for good (代表法 62); the reason must be one the text of the law in force that day knows.
    ///
    /// # Errors
    /// When it ended before, the day comes too early, the law does not know the reason, or an election that was confirmed is called void.
    pub fn ended_on(self, on: Day, reason: EndReason) -> Result<Self, Refused> {
        if !reason.known_to(Law::on(on)) {
            return Err(Refused::new(Refusal::Unfit, "roster-refused-reason-unknown-to-law"));
        }
        let (elected, confirmed, began, latest) = match self {
            Self::Elected { elected } => (elected, None, None, elected),
            Self::Confirmed { elected, confirmed } => (elected, Some(confirmed), None, confirmed),
            Self::InOffice { elected, confirmed, began } => (elected, Some(confirmed), Some(began), began),
            Self::Suspended { elected, confirmed, began, suspended, .. } => {
                (elected, Some(confirmed), Some(began), suspended)
            }
            Self::Ended { .. } => return self.not_now(),
        };
        if reason == EndReason::ElectionVoid && confirmed.is_some() {
            return Err(Refused::new(Refusal::NotNow, "roster-refused-already-confirmed"));
        }
        not_before(latest, on).map(|()| Self::Ended { elected, confirmed, began, ended: on, reason })
    }

    fn not_now<T>(&self) -> Result<T, Refused> {
        Err(Refused::new(
            Refusal::NotNow,
            match self {
                Self::Elected { .. } => "roster-refused-mandate-elected",
                Self::Confirmed { .. } => "roster-refused-mandate-confirmed",
                Self::InOffice { .. } => "roster-refused-mandate-in-office",
                Self::Suspended { .. } => "roster-refused-mandate-suspended",
                Self::Ended { .. } => "roster-refused-mandate-ended",
            },
        ))
    }
}

impl Mandate {
    /// The same seat with a new standing.
    #[must_use]
    pub fn standing(self, standing: Standing) -> Self {
        Self { standing, ..self }
    }
}
