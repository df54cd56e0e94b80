//! Words people typed as a reason, kept beside the journal.

use bills_rules::{BillId, RemarkId};
use kernel::{AccountId, Moment, Text};
use kit::{
    Fault,
    db::{Sql, Tx, Val},
};

/// A reason to be kept, with the identity that facts will refer to.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    /// Its identity.
    pub(crate) id: RemarkId,
    /// What it is the reason of.
    pub(crate) kind: &'static str,
    /// The words.
    pub(crate) words: Text<2000>,
}

/// Keeps the words.
pub(crate) async fn keep_words(
    tx: &mut Tx,
    of: BillId,
    words: &Words,
    by: Option<AccountId>,
    at: Moment,
) -> Result<(), Fault> {
    let sql = Sql::new("insert into bill_remark (id, bill, kind, words, written_by, at) values ").list([
        Val::from(words.id),
        of.into(),
        words.kind.into(),
        (&words.words).into(),
        by.into(),
        at.into(),
    ]);
    tx.run(sql).await?;
    Ok(())
}
