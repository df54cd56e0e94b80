//! Names of this noun's things.

use kernel::Id;
pub use roster_rules::SessionId;

/// Markers of identities; nothing else.
pub mod mark {
    /// Marks identities of bills.
    pub enum Bill {}
    /// Marks identities of files of bills.
    pub enum File {}
    /// Marks identities of remarks on bills: reasons and words that people typed, kept beside the journal.
    pub enum Remark {}
}

/// Names one bill.
pub type BillId = Id<mark::Bill>;
/// Names one file; also the name of its bytes.
pub type FileId = Id<mark::File>;
/// Names one remark.
pub type RemarkId = Id<mark::Remark>;
