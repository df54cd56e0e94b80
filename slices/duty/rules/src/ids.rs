//! Names of this noun's things.

use kernel::Id;

/// Markers of identities; nothing else.
pub mod mark {
    /// Marks identities of stations, which another noun keeps.
    pub enum Station {}
    /// Marks identities of patterns.
    pub enum Pattern {}
    /// Marks identities of rosters.
    pub enum Roster {}
    /// Marks identities of turns.
    pub enum Turn {}
    /// Marks identities of one deputy's place in a turn.
    pub enum Seat {}
    /// Marks identities of leaves.
    pub enum Leave {}
    /// Marks identities of swaps.
    pub enum Swap {}
}

/// Names one station.
pub type StationId = Id<mark::Station>;
/// Names one pattern.
pub type PatternId = Id<mark::Pattern>;
/// Names one roster.
pub type RosterId = Id<mark::Roster>;
/// Names one turn.
pub type TurnId = Id<mark::Turn>;
/// Names one deputy's place in one turn.
pub type SeatId = Id<mark::Seat>;
/// Names one leave.
pub type LeaveId = Id<mark::Leave>;
/// Names one swap.
pub type SwapId = Id<mark::Swap>;
