//! Names of this noun's things.

use kernel::{BodyId, Id};

/// Markers of identities; nothing else.
pub mod mark {
    /// Marks identities of stations.
    pub enum Station {}
    /// Marks identities of what happened at stations.
    pub enum Event {}
    /// Marks identities of items of yearly plans.
    pub enum Plan {}
    /// Marks identities of home stations of deputies.
    pub enum Home {}
    /// Marks identities of sheets by which stations are graded.
    pub enum Scheme {}
    /// Marks identities of gradings.
    pub enum Grade {}
}

/// Names one station.
pub type StationId = Id<mark::Station>;
/// Names one thing that happened at a station.
pub type EventId = Id<mark::Event>;
/// Names one item of a yearly plan.
pub type PlanId = Id<mark::Plan>;
/// Names one home of a deputy.
pub type HomeId = Id<mark::Home>;
/// Names one sheet of indicators.
pub type SchemeId = Id<mark::Scheme>;
/// Names one grading.
pub type GradeId = Id<mark::Grade>;

/// The station as a body: posts of keepers are in it, and their rights reach to it.
#[must_use]
pub const fn body_of(station: StationId) -> BodyId {
    BodyId::from_uuid(station.uuid())
}
