//! Writes what changed between a bill as it was taken up and as a verb left it.

use bills_rules::{Answer, Bill, Cosigner};
use kernel::Moment;
use kit::{
    Fault,
    blobs::{self, BlobId},
    db::{Sql, Tx, Val, bind_all},
};

use super::{
    bill::{Head, Standing, Written},
    consult::save_consult,
};

/// Writes a new bill, with whoever signed it on paper.
pub(crate) async fn begin(tx: &mut Tx, bill: &Bill, begun: Moment) -> Result<(), Fault> {
    let mut vals = Head::of(bill, begun).vals();
    vals.extend(Written::of(&bill.sheet).vals());
    vals.extend(Standing::of(bill).vals());
    vals.push(1i64.into());
    let sql = Sql::new("insert into bill (").add(Head::LIST).add(", ").add(Written::LIST).add(", ");
    tx.run(sql.add(Standing::LIST).add(", version) values ").list(vals)).await?;
    for (ordinal, signed) in bill.asked().iter().enumerate() {
        save_signer(tx, bill, ordinal, signed).await?;
    }
    Ok(())
}

/// Writes what changed.
pub(crate) async fn save(tx: &mut Tx, was: &Bill, now: &Bill) -> Result<(), Fault> {
    let mut vals = Written::of(&now.sheet).vals();
    vals.extend(Standing::of(now).vals());
    let sql = Sql::new("update bill set ").add(Written::SET).add(", ").add(Standing::SET);
    tx.run(bind_all(sql, vals).add(" where id = {}").bind(now.id)).await?;
    for (ordinal, asked) in now.asked().iter().enumerate() {
        if was.asked().get(ordinal) != Some(asked) {
            save_signer(tx, now, ordinal, asked).await?;
        }
    }
    save_consult(tx, was, now).await
}

/// Takes the rows of a draft away, and what is known of its files: their bytes are swept.
pub(crate) async fn discard(tx: &mut Tx, draft: &Bill) -> Result<(), Fault> {
    let files: Vec<(BlobId,)> = tx.all(Sql::new("select blob from bill_file where bill = {}").bind(draft.id)).await?;
    for sql in [
        "delete from bill_file where bill = {}",
        "delete from bill_remark where bill = {}",
        "delete from bill_signer where bill = {}",
        "delete from bill where id = {}",
    ] {
        tx.run(Sql::new(sql).bind(draft.id)).await?;
    }
    for (file,) in files {
        blobs::forget(tx, file).await?;
    }
    Ok(())
}

async fn save_signer(tx: &mut Tx, of: &Bill, ordinal: usize, asked: &Cosigner) -> Result<(), Fault> {
    let (answer, answered) = match asked.answer {
        Answer::Asked => ("asked", None),
        Answer::Confirmed(at) => ("confirmed", Some(at)),
        Answer::Declined(at) => ("declined", Some(at)),
    };
    let sql = Sql::new("insert into bill_signer (bill, person, ordinal, invited, answer, answered) values ")
        .list([
            Val::from(of.id),
            asked.person.into(),
            i64::try_from(ordinal).unwrap_or(i64::MAX).into(),
            asked.invited.into(),
            answer.into(),
            answered.into(),
        ])
        .add(" on conflict (bill, person) do update set answer = excluded.answer, answered = excluded.answered");
    tx.run(sql).await?;
    Ok(())
}
