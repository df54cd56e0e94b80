//! Liaison stations (代表联络站): what a station is, what becomes of it, what happens there, and how it is graded.
//!
//! 地方组织法 (2022) 60: standing committees keep contact with deputies and people through stations.

mod fact;
mod grade;
mod ids;
mod plan;
mod refusal;
mod station;
mod words;
mod year;

pub use fact::Fact;
pub use grade::{Band, Counted, Given, Indicator, MOST_INDICATORS, Objection, Scheme, Sheet};
pub use ids::{EventId, GradeId, HomeId, PlanId, SchemeId, StationId, body_of, mark};
pub use plan::Progress;
pub use refusal::Refusal;
pub use station::{Change, Stage};
pub use words::{Disposal, EventKind, Function, GradeStage, Kind, Measure, Organ, Step, Tier, Topic, YearStage};
pub use year::{budget_fits, cents, yuan};
