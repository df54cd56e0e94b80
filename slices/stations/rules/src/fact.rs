//! What happened, as the journal keeps it for ever: identities, counts and plain words. What visitors said stands in rows that can be erased.

use kernel::{Day, PersonId, Verb};
use serde::{Deserialize, Serialize};

use crate::{EventId, EventKind, GradeId, Organ, PlanId, SchemeId, StationId};

/// What happened to a station, which is the subject of the record; of a sheet the sheet, of an import the import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the fields say what they are")]
pub enum Fact {
    /// It was entered in the register.
    Founded,
    /// What stands of it in the register was changed.
    Revised,
    /// It opened.
    Opened,
    /// It is closed for a while.
    Suspended,
    /// It went into another.
    Merged { into: StationId },
    /// It ended.
    Closed,
    /// A deputy has the station for home now.
    HomeGiven { person: PersonId, from: Option<StationId> },
    /// A deputy has it no longer.
    HomeEnded { person: PersonId },
    /// A deputy serves there beside their home.
    FurtherGiven { person: PersonId },
    /// A deputy serves there no longer.
    FurtherEnded { person: PersonId },
    /// Something happened there.
    Recorded { event: EventId, kind: EventKind, visitors: u32, deputies: usize },
    /// What was recorded was struck out.
    Struck { event: EventId },
    /// Photographs were added to it.
    PhotosAdded { event: EventId, count: usize },
    /// One of its photographs was taken away.
    PhotoRemoved { event: EventId },
    /// Somebody opened the sealed names of visitors, and why.
    NamesOpened { event: EventId, reason: String },
    /// Something was planned.
    Planned { plan: PlanId, year: i64, month: i64 },
    /// It was given up.
    PlanDropped { plan: PlanId },
    /// What the plan of a year costs was said, in 分.
    YearBudgeted { year: i64, budget: Option<i64> },
    /// The plan of a year was submitted.
    YearSubmitted { year: i64 },
    /// A meeting approved it.
    YearApproved { year: i64, organ: Organ, day: Day, number: String },
    /// It was sent back.
    YearReturned { year: i64, organ: Organ },
    /// Stations came in by spreadsheet.
    Imported { stations: u64, revised: u64 },
    /// The congress adopted a sheet of indicators.
    SchemeAdopted { scheme: SchemeId },
    /// The station asked to be graded.
    GradeApplied { grade: GradeId },
    /// The office looked at it.
    GradeReviewed { grade: GradeId, total: u32, stars: u8 },
    /// Its stars are shown to be objected to, to a day.
    GradeProposed { grade: GradeId, stars: u8, until: Day },
    /// The station objected.
    GradeObjected { grade: GradeId },
    /// The objection was ruled on.
    GradeRuled { grade: GradeId, upheld: bool, total: u32, stars: u8 },
    /// Its stars were published.
    GradePublished { grade: GradeId, stars: u8 },
    /// They were taken back.
    GradeWithdrawn { grade: GradeId },
}

impl Verb for Fact {
    fn verb(&self) -> &'static str {
        match self {
            Self::Founded => "station.founded",
            Self::Revised => "station.revised",
            Self::Opened => "station.opened",
            Self::Suspended => "station.suspended",
            Self::Merged { .. } => "station.merged",
            Self::Closed => "station.closed",
            Self::HomeGiven { .. } => "station.home-given",
            Self::HomeEnded { .. } => "station.home-ended",
            Self::FurtherGiven { .. } => "station.further-given",
            Self::FurtherEnded { .. } => "station.further-ended",
            Self::Recorded { .. } => "station.recorded",
            Self::Struck { .. } => "station.struck",
            Self::PhotosAdded { .. } => "station.photos-added",
            Self::PhotoRemoved { .. } => "station.photo-removed",
            Self::NamesOpened { .. } => "station.names-opened",
            Self::Planned { .. } => "station.planned",
            Self::PlanDropped { .. } => "station.plan-dropped",
            Self::YearBudgeted { .. } => "station.year-budgeted",
            Self::YearSubmitted { .. } => "station.year-submitted",
            Self::YearApproved { .. } => "station.year-approved",
            Self::YearReturned { .. } => "station.year-returned",
            Self::Imported { .. } => "station.imported",
            Self::SchemeAdopted { .. } => "station.scheme-adopted",
            Self::GradeApplied { .. } => "station.grade-applied",
            Self::GradeReviewed { .. } => "station.grade-reviewed",
            Self::GradeProposed { .. } => "station.grade-proposed",
            Self::GradeObjected { .. } => "station.grade-objected",
            Self::GradeRuled { .. } => "station.grade-ruled",
            Self::GradePublished { .. } => "station.grade-published",
            Self::GradeWithdrawn { .. } => "station.grade-withdrawn",
        }
    }
}
