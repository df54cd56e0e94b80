//! The follower that makes a suggestion of a bill, where the presidium decided so: exactly once, with everybody who signed.

use bills_rules::Fact as OfBill;
use kernel::{AccountId, BodyId, Moment, PersonId, Recorded, Refused};
use kit::{
    Fault, Site,
    blobs::BlobId,
    db::{Sql, Tx, Val},
    follow::Follower,
    journal::{self, Entry},
    row,
    words::Lang,
};
use roster_rules::SessionId;
use suggestions_rules::{Answer, BillId, Cosigner, Sheet, Source, Suggestion, SuggestionId, TakenOver};

use crate::store;

/// Takes over bills that are treated as suggestions.
pub const FROM_BILLS: Follower =
    Follower { name: "suggestions.from-bills", effect: |site, tx, entry| Box::pin(take_over(site, tx, entry)) };

row! {
    struct Bill {
        congress: BodyId,
        session: SessionId,
        lead: Option<PersonId>,
        title: String,
        grounds: String,
        proposal: String,
        publish: Option<bool>,
        not_public_because: String,
    }
}

async fn take_over(site: &Site, tx: &mut Tx, entry: &Entry) -> Result<(), Fault> {
    if entry.verb != OfBill::DECIDED {
        return Ok(());
    }
    let OfBill::Decided { suggestion: Some(id), .. } = serde_json::from_value(entry.fact.clone())? else {
        return Ok(());
    };
    let bill = BillId::from_uuid(entry.subject);
    let broken = |why: &dyn std::fmt::Display| Fault::new(format_args!("the bill {bill} makes no suggestion: {why}"));
    let from = read(tx, bill).await?.ok_or_else(|| broken(&"it has no lead deputy"))?;
    let made = Suggestion::of_bill(id, from, entry.at).map_err(Refused::from);
    let (suggestion, fact) = made.map_err(|refused| broken(&refused))?;
    store::begin(tx, &suggestion, entry.at).await?;
    files(tx, bill, id).await?;
    let (by, acting_for, body) = (entry.by, entry.acting_for, Some(suggestion.congress));
    journal::append(tx, Recorded { at: site.now(), by, acting_for, body, subject: id_of(&suggestion), fact }).await?;
    Ok(())
}

fn id_of(suggestion: &Suggestion) -> uuid::Uuid {
    SuggestionId::uuid(suggestion.id)
}

/// Lays the files of the bill to the sheet of the suggestion: the bytes stay where they are.
async fn files(tx: &mut Tx, bill: BillId, of: SuggestionId) -> Result<(), Fault> {
    let sql = Sql::new("select blob, added, added_by from v_bill_file where bill = {} order by added, blob");
    let rows: Vec<(BlobId, Moment, Option<AccountId>)> = tx.all(sql.bind(bill)).await?;
    for (blob, added, by) in rows {
        let sql = Sql::new("insert into attachment (blob, suggestion, added, added_by) values ");
        tx.run(sql.list([Val::from(blob), of.into(), added.into(), by.into()])).await?;
    }
    Ok(())
}

/// The bill as its noun publishes it; nothing where no deputy leads it.
async fn read(tx: &mut Tx, bill: BillId) -> Result<Option<TakenOver>, Fault> {
    let sql =
        Sql::new("select congress, session, lead, title, grounds, proposal, publish, not_public_because from v_bill");
    let Some(found) = tx.one::<Bill>(sql.add(" where id = {}").bind(bill)).await? else { return Ok(None) };
    let Some(lead) = found.lead else { return Ok(None) };
    let sql = Sql::new("select person, invited, answer, answered from v_bill_signer where bill = {} order by ordinal");
    let rows: Vec<(PersonId, Moment, String, Option<Moment>)> = tx.all(sql.bind(bill)).await?;
    let signer = |(person, invited, answer, answered): (PersonId, Moment, String, Option<Moment>)| {
        let answer = answered.filter(|_| answer == "confirmed").map(Answer::Confirmed)?;
        Some(Cosigner { person, invited, answer })
    };
    let places = [("grounds", found.grounds), ("proposal", found.proposal)];
    let sheet = Sheet {
        title: found.title,
        body: Lang::default().tf("suggestions-of-bill", places).into_owned(),
        source: Some(Source::Bill),
        publish: found.publish,
        not_public_because: found.not_public_because,
        ..Sheet::default()
    };
    let (congress, session) = (found.congress, found.session);
    let signers = rows.into_iter().filter_map(signer).collect();
    Ok(Some(TakenOver { bill, congress, session, lead, signers, sheet }))
}
