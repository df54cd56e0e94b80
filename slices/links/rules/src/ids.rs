//! Names of this noun's things.

use kernel::Id;

/// Markers of identities; nothing else.
pub mod mark {
    /// Marks identities of kinds of links.
    pub enum Kind {}
    /// Marks identities of links.
    pub enum Link {}
    /// Marks identities of drafts of links.
    pub enum Draft {}
    /// Marks identities of contact records.
    pub enum Contact {}
    /// Marks identities of indicators.
    pub enum Indicator {}
}

/// Names a kind of links.
pub type KindId = Id<mark::Kind>;
/// Names one link.
pub type LinkId = Id<mark::Link>;
/// Names a draft of links.
pub type DraftId = Id<mark::Draft>;
/// Names a contact record.
pub type ContactId = Id<mark::Contact>;
/// Names an indicator of a congress's own.
pub type IndicatorId = Id<mark::Indicator>;
