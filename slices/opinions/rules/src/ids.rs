//! Names of this noun's things.

use kernel::Id;

/// Markers of identities; nothing else.
pub mod mark {
    /// Marks identities of opinions.
    pub enum Opinion {}
    /// Marks identities of codes.
    pub enum Code {}
}

/// Names one opinion.
pub type OpinionId = Id<mark::Opinion>;
/// Names one code.
pub type CodeId = Id<mark::Code>;
