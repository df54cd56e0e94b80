//! Files laid to what is supervised.

use std::collections::BTreeMap;

use kernel::{AccountId, Moment};
use kit::{
    Fault,
    blobs::BlobId,
    db::{Ask, Sql, Tx, Val},
    row,
};
use uuid::Uuid;

row! {
    /// One file.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Evidence {
        /// Its identity, also that of its bytes.
        pub id: BlobId,
        /// Its name.
        pub name: String,
        /// Its media type.
        pub media: String,
        /// Its size in bytes.
        pub size: u64,
        /// The SHA-256 of its bytes, in hexadecimal.
        pub sha256: String,
        /// When it was laid there.
        pub at: Moment,
    }
}

/// The files laid to one thing, as they came.
pub(crate) async fn evidence_of(ask: &mut impl Ask, about: Uuid) -> Result<Vec<Evidence>, Fault> {
    let sql = Sql::new("select e.blob, b.name, b.media, b.size, b.sha256, e.at from supervision_evidence e")
        .add(" join blob b on b.id = e.blob where e.about = {}")
        .bind(about);
    ask.all(sql.add(" order by e.at, e.blob")).await
}

/// How many files each of these things has; nothing of those that have none.
pub(crate) async fn evidence_counts(ask: &mut impl Ask, about: Vec<Uuid>) -> Result<BTreeMap<Uuid, i64>, Fault> {
    let sql = Sql::new("select about, count(*) from supervision_evidence where about in ").list(about);
    Ok(ask.all::<(Uuid, i64)>(sql.add(" group by about")).await?.into_iter().collect())
}

/// Writes a new one.
pub(crate) async fn begin_evidence(
    tx: &mut Tx,
    (blob, about): (BlobId, Uuid),
    account: AccountId,
    now: Moment,
) -> Result<(), Fault> {
    let vals: [Val; 4] = [blob.into(), about.into(), now.into(), account.into()];
    tx.run(Sql::new("insert into supervision_evidence (blob, about, at, account) values ").list(vals)).await.map(drop)
}
