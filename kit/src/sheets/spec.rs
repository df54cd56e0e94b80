//! What a noun fills in to have its rows come in by spreadsheet.

use kernel::{AccountId, BodyId, Moment};

use super::{CellError, Cells, Column, ImportId, Limits};
use crate::{
    Fault,
    db::{Ask, Tx},
};

/// A table that a noun takes in: its columns, how a row is checked, how good rows are kept.
pub trait SheetSpec: Send + Sync + 'static {
    /// What one good row says.
    type Row: Send + 'static;

    /// What must be known to check rows. Loaded once before checking and once more inside the transaction that keeps the
    /// rows. It may remember earlier rows of the file, to find the same person twice.
    type Known: Send + 'static;

    /// The noun's name for this table: `roster`. Part of addresses and file names.
    fn kind(&self) -> &'static str;

    /// The columns, in the order of the template.
    fn columns(&self) -> &'static [Column];

    /// How much is taken.
    fn limits(&self) -> Limits {
        Limits::USUAL
    }

    /// Loads what must be known to check rows for `body`.
    fn known<A: Ask>(
        &self,
        ask: &mut A,
        body: Option<BodyId>,
    ) -> impl Future<Output = Result<Self::Known, Fault>> + Send;

    /// Checks one row. Required cells are known to be filled and texts are trimmed.
    ///
    /// Says all that is wrong in `said`; an error there spoils the row whatever is returned.
    fn check(&self, known: &mut Self::Known, cells: &Cells<'_>, said: &mut Said) -> Option<Self::Row>;

    /// Keeps some thousand good rows. Called again and again inside one transaction.
    fn keep(
        &self,
        tx: &mut Tx,
        known: &mut Self::Known,
        rows: Vec<Self::Row>,
        taking: &Taking,
    ) -> impl Future<Output = Result<(), Fault>> + Send;

    /// The last thing inside the transaction: the fact for the journal.
    fn finish(
        &self,
        tx: &mut Tx,
        known: Self::Known,
        taking: &Taking,
    ) -> impl Future<Output = Result<(), Fault>> + Send;
}

/// Who takes which import in, and how far it is.
#[derive(Clone, Debug)]
pub struct Taking {
    /// The import.
    pub import: ImportId,
    /// The body whose rows they are.
    pub body: Option<BodyId>,
    /// Who commits it.
    pub by: Option<AccountId>,
    /// When.
    pub at: Moment,
    /// Rows kept so far; in [`SheetSpec::finish`] all of them.
    pub rows: u64,
    /// Rows left out because they were bad and the person said so.
    pub left_out: u64,
}

/// All that is said of one row.
#[derive(Debug, Default)]
pub struct Said(pub(super) Vec<CellError>);

impl Said {
    /// The cell of `column` (empty for the whole row) cannot be taken.
    pub fn error(&mut self, column: &str, key: &str) {
        self.add(CellError::new(column, key));
    }

    /// The cell of `column` is taken, but the person should look.
    pub fn warn(&mut self, column: &str, key: &str) {
        self.add(CellError::warning(column, key));
    }

    /// Says something with values in its places.
    pub fn add(&mut self, error: CellError) {
        self.0.push(error);
    }

    /// Whether anything said so far spoils the row.
    #[must_use]
    pub fn spoilt(&self) -> bool {
        self.0.iter().any(|said| !said.warning)
    }
}

/// What is done with bad rows when an import is committed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadRows {
    /// Nothing is taken as long as there is one.
    Stop,
    /// They are left out; the good ones are taken.
    LeaveOut,
}
