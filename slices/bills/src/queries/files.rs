//! The files of a bill, as pages and JSON show them.

use bills_rules::{BillId, FileId, FileKind};
use kernel::Moment;
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};

row!(
    /// One file.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Attached {
        /// Its identity, also that of its bytes.
        pub id: FileId,
        /// The word of what it is.
        pub kind: String,
        /// Its name.
        pub name: String,
        /// Its media type.
        pub media: String,
        /// Its size in bytes.
        pub size: u64,
        /// When it was added.
        pub added: Moment,
    }
);

/// The files of a bill, in the order in which they came.
pub(super) async fn attached(ask: &mut impl Ask, id: BillId) -> Result<Vec<Attached>, Fault> {
    let sql = Sql::new("select f.blob, f.kind, b.name, b.media, b.size, f.added from bill_file f")
        .add(" join blob b on b.id = f.blob where f.bill = {} and f.removed is null order by f.added, f.blob");
    ask.all(sql.bind(id)).await
}

impl Attached {
    /// Whether it is the sheet that was signed, or the organ's letter.
    #[must_use]
    pub fn is_scan(&self) -> bool {
        self.kind == FileKind::Scan.word()
    }
}
