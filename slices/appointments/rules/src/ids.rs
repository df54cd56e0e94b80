//! Names of this noun's things.

use kernel::Id;

/// Markers of identities; nothing else.
pub mod mark {
    /// Marks identities of proposals.
    pub enum Appointment {}
    /// Marks identities of offices.
    pub enum Seat {}
    /// Marks identities of people who hold or are to hold one.
    pub enum Appointee {}
    /// Marks identities of times for which one is held.
    pub enum Holding {}
}

/// Names one proposal (任免案).
pub type AppointmentId = Id<mark::Appointment>;
/// Names one office (职务) of a congress.
pub type SeatId = Id<mark::Seat>;
/// Names one person, as this noun knows them: whoever is appointed need not stand in the roster.
pub type AppointeeId = Id<mark::Appointee>;
/// Names the time for which one person holds one office.
pub type HoldingId = Id<mark::Holding>;
