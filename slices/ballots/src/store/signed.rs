//! Photographs and scans of signed reports.

use ballots_rules::paper::{Round, RoundId, SignedId};
use kernel::{AccountId, Moment};
use kit::{
    Fault,
    db::{Ask, Sql, Tx, Val},
    row,
};

row! {
    /// One file of a signed report.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Signed {
        /// Its identity, also that of its bytes.
        pub id: SignedId,
        /// Of which edition of the result.
        pub edition: u32,
        /// Its name.
        pub name: String,
        /// Its media type.
        pub media: String,
        /// Its size in bytes.
        pub size: u64,
        /// When it was laid to the round.
        pub at: Moment,
    }
}

/// The files of a round, edition by edition.
pub(crate) async fn signed_of(ask: &mut impl Ask, round: RoundId) -> Result<Vec<Signed>, Fault> {
    let sql = Sql::new("select s.blob, s.edition, b.name, b.media, b.size, s.at from ballot_signed s")
        .add(" join blob b on b.id = s.blob where s.round = {}")
        .bind(round);
    ask.all(sql.add(" order by s.edition, s.at, s.blob")).await
}

/// Writes a new one.
pub(crate) async fn begin_signed(
    tx: &mut Tx,
    round: &Round,
    (id, account): (SignedId, AccountId),
    now: Moment,
) -> Result<(), Fault> {
    let vals: [Val; 5] = [id.into(), round.id.into(), round.edition.into(), now.into(), account.into()];
    tx.run(Sql::new("insert into ballot_signed (blob, round, edition, at, account) values ").list(vals)).await.map(drop)
}
