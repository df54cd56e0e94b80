//! Reads a bill with those who sign it.

use bills_rules::{Answer, Bill, BillId, Cosigner, Filer};
use kernel::{Moment, PersonId};
use kit::{
    Fault,
    db::{Ask, At, FromRow, Row, Sql, Tx},
};

use super::{
    bill::{Head, Standing, Written},
    consult::consult,
    files::files,
};

/// A bill as it is kept, with the version its next editor must have seen.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The bill.
    pub bill: Bill,
    /// Counts its changes.
    pub version: i64,
    /// When its draft was begun, or its letter entered.
    pub begun: Moment,
}

impl Kept {
    /// The version an editor must name, while the deputies, or the office that typed it, can edit.
    #[must_use]
    pub fn edition(&self) -> Option<i64> {
        (self.bill.is_free() || self.bill.is_retypable()).then_some(self.version)
    }
}

struct BillRow {
    version: i64,
    head: Head,
    written: Written,
    standing: Standing,
}

impl FromRow for BillRow {
    fn from_row(row: &mut Row<'_>) -> Result<Self, Fault> {
        Ok(Self {
            version: row.take()?,
            head: Head::from_row(row)?,
            written: Written::from_row(row)?,
            standing: Standing::from_row(row)?,
        })
    }
}

fn list(sql: Sql) -> Sql {
    sql.add("version, ").add(Head::LIST).add(", ").add(Written::LIST).add(", ").add(Standing::LIST)
}

/// Reads a bill, to look at it.
///
/// # Errors
/// When the database refuses or a row is impossible.
pub(crate) async fn read(ask: &mut impl Ask, id: BillId) -> Result<Option<Kept>, Fault> {
    let sql = list(Sql::new("select ")).add(" from bill where id = {}").bind(id);
    match ask.one::<BillRow>(sql).await? {
        Some(row) => whole(ask, row).await.map(Some),
        None => Ok(None),
    }
}

/// Takes a bill up, to change it: until the transaction ends nobody else can. The version answered is the one before.
///
/// # Errors
/// As [`read`].
pub(crate) async fn take(tx: &mut Tx, id: BillId) -> Result<Option<Kept>, Fault> {
    let sql = Sql::new("update bill set version = version + 1 where id = {} returning ").bind(id);
    match tx.one::<BillRow>(list(sql)).await? {
        Some(row) => {
            let kept = whole(tx, row).await?;
            Ok(Some(Kept { version: kept.version - 1, ..kept }))
        }
        None => Ok(None),
    }
}

async fn whole(ask: &mut impl Ask, row: BillRow) -> Result<Kept, Fault> {
    let BillRow { version, head, written, standing } = row;
    let id = head.id;
    let at = At { table: "bill", id: &id };
    let mut filer = head.filer(at)?;
    if let Filer::Deputies { signers, .. } = &mut filer {
        *signers = asked(ask, id).await?;
    }
    let (congress, session) = (head.congress, standing.session);
    let (sheet, stage) = (written.sheet(), standing.stage(at)?);
    let consult = consult(ask, id, (standing.consulted, standing.consult_until)).await?;
    let bill = Bill { id, congress, session, filer, sheet, stage, files: files(ask, id).await?, consult };
    if let Some(column) = standing.differs(&Standing::of(&bill)) {
        return Err(at.broken(column, format_args!("does not fit the stage `{}`", standing.stage)));
    }
    Ok(Kept { bill, version, begun: head.begun })
}

async fn asked(ask: &mut impl Ask, id: BillId) -> Result<Vec<Cosigner>, Fault> {
    let sql = Sql::new("select person, invited, answer, answered from bill_signer where bill = {} order by ordinal");
    let rows: Vec<(PersonId, Moment, String, Option<Moment>)> = ask.all(sql.bind(id)).await?;
    let at = At { table: "bill_signer", id: &id };
    let read = |(person, invited, answer, answered): (PersonId, Moment, String, Option<Moment>)| {
        let answer = match (answer.as_str(), answered) {
            ("asked", None) => Answer::Asked,
            ("confirmed", Some(at)) => Answer::Confirmed(at),
            ("declined", Some(at)) => Answer::Declined(at),
            _ => return Err(at.broken("answer", format_args!("holds `{answer}`, which does not fit `answered`"))),
        };
        Ok(Cosigner { person, invited, answer })
    };
    rows.into_iter().map(read).collect()
}
