//! Names of this noun's things.

use kernel::Id;

/// Markers of identities; nothing else.
pub mod mark {
    /// Marks identities of disclosures: of what the public reads, not of the suggestion.
    pub enum Disclosure {}
}

/// Names the disclosure of one suggestion.
pub type DisclosureId = Id<mark::Disclosure>;
