//! Names of this noun's things.

use kernel::Id;

/// Markers of identities; nothing else.
pub mod mark {
    /// Marks identities of opinions.
    pub enum Opinion {}
    /// Marks identities of codes.
    pub enum Code {}
    /// Marks identities of what codes lead to.
    pub enum Target {}
}

/// Names one opinion.
pub type OpinionId = Id<mark::Opinion>;
/// Names one code.
pub type CodeId = Id<mark::Code>;
/// Names what a code leads to: a person, a station, a reception, an activity.
pub type TargetId = Id<mark::Target>;
