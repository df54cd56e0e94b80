//! Names of this noun's things.

use kernel::Id;
pub use roster_rules::SessionId;

/// Markers of identities; nothing else.
pub mod mark {
    /// Marks identities of bills.
    pub enum Bill {}
    /// Marks identities of remarks on bills: reasons and words that people typed, kept beside the journal.
    pub enum Remark {}
}

/// Names one bill.
pub type BillId = Id<mark::Bill>;
/// Names one remark.
pub type RemarkId = Id<mark::Remark>;
