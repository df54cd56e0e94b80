//! Rows of files ⇄ [`File`].

use bills_rules::{BillId, File, FileId, FileKind};
use kernel::{AccountId, Moment};
use kit::{
    Fault,
    db::{Ask, At, Sql, Tx, Val},
};

/// The files of a bill, in the order in which they came.
pub(super) async fn files(ask: &mut impl Ask, id: BillId) -> Result<Vec<File>, Fault> {
    let sql = Sql::new("select f.blob, f.kind, b.sha256 from bill_file f join blob b on b.id = f.blob")
        .add(" where f.bill = {} and f.removed is null order by f.added, f.blob");
    let rows: Vec<(FileId, String, String)> = ask.all(sql.bind(id)).await?;
    let read = |(id, kind, sha256): (FileId, String, String)| {
        let kind = At { table: "bill_file", id: &id }.word("kind", &kind, FileKind::read)?;
        Ok(File { id, kind, sha256 })
    };
    rows.into_iter().map(read).collect()
}

/// Writes a new one; its bytes are known already.
pub(crate) async fn keep_file(
    tx: &mut Tx,
    of: BillId,
    (file, kind): (FileId, FileKind),
    by: Option<AccountId>,
    at: Moment,
) -> Result<(), Fault> {
    let vals: [Val; 5] = [file.into(), of.into(), kind.word().into(), at.into(), by.into()];
    tx.run(Sql::new("insert into bill_file (blob, bill, kind, added, added_by) values ").list(vals)).await?;
    Ok(())
}

/// Marks one as taken away. Its row stays: the journal names it.
pub(crate) async fn drop_file(tx: &mut Tx, file: FileId, at: Moment) -> Result<(), Fault> {
    tx.run(Sql::new("update bill_file set removed = {} where blob = {}").bind(at).bind(file)).await?;
    Ok(())
}
