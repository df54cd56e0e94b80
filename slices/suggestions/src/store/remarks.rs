//! Words people typed as a reason, kept beside the journal.

use kernel::{AccountId, Moment, Text};
use kit::{
    Fault,
    db::{Sql, Tx},
};
use suggestions_rules::{RemarkId, SuggestionId};

/// The kind of a signer's reason that is for the congress alone.
pub(crate) const CONFIDENTIAL: &str = "judgement-confidential";

/// A reason to be kept, with the identity that facts will refer to.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    /// Its identity.
    pub(crate) id: RemarkId,
    /// What it is the reason of: `return`, `refusal`, `opinion` … Who reads which kind, `queries/detail.rs` says.
    pub(crate) kind: &'static str,
    /// The words.
    pub(crate) words: Text<2000>,
}

/// Keeps the words.
pub(crate) async fn keep_words(
    tx: &mut Tx,
    of: SuggestionId,
    words: &Words,
    by: Option<AccountId>,
    at: Moment,
) -> Result<(), Fault> {
    let sql = Sql::new("insert into remark (id, suggestion, kind, words, written_by, at) values ").list([
        kit::db::Val::from(words.id),
        of.into(),
        words.kind.into(),
        (&words.words).into(),
        by.into(),
        at.into(),
    ]);
    tx.run(sql).await?;
    Ok(())
}
