//! Attachments: the bytes in a folder or an S3 bucket, what is known of them in the table `blob`.
//!
//! The bytes are durable before the row is written, so a row never names a file that is not there; a file without a row is
//! what a broken-off request left, and is swept away after a day. Files are named by their SHA-256 and their id.

mod copies;
mod kinds;
mod name;
mod out;
mod store;
mod sweep;
mod table;

pub use kinds::{Allowed, ENVELOPE, MOST_FILE, PAPERS, PICTURES};
pub use name::{clean, disposition};
pub use out::hand_out;
pub use store::{Blobs, Rejected};
pub use sweep::SWEEP;
pub use table::{forget, load, record};

use kernel::Id;

crate::row! {
    /// What is known of one file.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Blob {
        /// The file.
        pub id: BlobId,
        /// The SHA-256 of its bytes, in lower-case hexadecimal.
        pub sha256: String,
        /// Its size in bytes.
        pub size: u64,
        /// Its media type, as its first bytes and its name agree.
        pub media: String,
        /// Its name, cleaned, as the person who sent it called it.
        pub name: String,
    }
}

/// Names one file.
pub type BlobId = Id<Blob>;
