//! 附件: the draft text, the scan of the signed sheet, and what else goes with a bill.

use accounts_rules::{Actor, Right};
use axum::{body::Bytes, response::Response};
use bills_rules::{Bill, BillId, File, FileId, FileKind, Hand};
use kernel::Id;
use kit::{
    Fault, Problem, Site,
    blobs::{self, Blob, PAPERS},
    web::{Errors, api::Once},
};

use super::{Work, hand};
use crate::{
    Sight,
    queries::detail,
    store::{Kept, drop_file, keep_file},
};

/// In whose name files come: none where the office keeps what was put.
fn by(actor: &Actor, bill: &Bill) -> Result<Option<Hand>, Problem> {
    if bill.kept_by_the_office() {
        actor.may(Right::BillReceive, bill.congress)?;
        return Ok(None);
    }
    actor.may(Right::BillFile, bill.congress)?;
    Ok(Some(hand(actor)?))
}

/// Whether the actor can add files to it now, or take them away.
#[must_use]
pub fn offered(actor: &Actor, sight: Sight, bill: &Bill) -> bool {
    let office = bill.kept_by_the_office() && actor.may(Right::BillReceive, bill.congress).is_ok();
    let lead = !bill.kept_by_the_office() && sight == Sight::Lead && actor.acting_for.is_none();
    bill.takes_files() && (office || lead)
}

/// Whether this actor adds files to it at all; asked before any byte is written.
///
/// # Errors
/// As if there were no such bill, for who may not see it; when files of it are another's.
pub async fn may(site: &Site, actor: &Actor, id: BillId) -> Result<(), Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    by(actor, &detail(site, actor, id).await?.bill).map(drop)
}

/// Takes the bytes of a file in, durable before any row names them.
///
/// # Errors
/// When it is none of the files taken.
pub async fn take_in(site: &Site, name: &str, bytes: Bytes) -> Result<Blob, Problem> {
    let piece = futures_util::stream::iter([Ok::<_, Fault>(bytes)]);
    let taken = site.blobs()?.put(site.new_id(), name, &PAPERS, piece).await?;
    taken.map_err(|rejected| Errors::one("file", rejected.wrong()).into())
}

/// Adds a file whose bytes were taken in. The same file sent before under the same key is added once.
///
/// # Errors
/// When it is not the actor's to add, when it is too late, or when there are as many as there may be.
pub async fn add(
    site: &Site,
    actor: &Actor,
    id: BillId,
    (file, kind): (&Blob, FileKind),
    once: &Once,
) -> Result<FileId, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    let by = by(actor, work.bill())?;
    let account = actor.account.ok_or(Problem::SignIn)?;
    let new = FileId::from_uuid(file.id.uuid());
    if let Some(before) = once.claim(&mut work.tx, site, account, &(&file.name, &file.sha256, kind), new).await? {
        return Ok(before);
    }
    work.act(|bill, _| bill.attach(by, File { id: new, kind, sha256: file.sha256.clone() }))?;
    blobs::record(&mut work.tx, file, site.now()).await?;
    keep_file(&mut work.tx, id, (new, kind), actor.account, site.now()).await?;
    work.finish().await?;
    Ok(new)
}

/// Takes a file away again.
///
/// # Errors
/// As for adding it; as if there were none, where there is none.
pub async fn remove(site: &Site, actor: &Actor, id: BillId, file: FileId) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    let by = by(actor, work.bill())?;
    if !work.bill().files.iter().any(|known| known.id == file) {
        return Err(Problem::missing());
    }
    work.act(|bill, _| bill.detach(by, file))?;
    drop_file(&mut work.tx, file, site.now()).await?;
    work.finish().await
}

/// Hands a file out to whoever may see the bill.
///
/// # Errors
/// As if there were none, for anybody else.
pub async fn fetch(site: &Site, actor: &Actor, (id, file): (BillId, FileId)) -> Result<Response, Problem> {
    let d = detail(site, actor, id).await?;
    if !d.bill.files.iter().any(|known| known.id == file) {
        return Err(Problem::missing());
    }
    let blob = blobs::load(&mut site.db(), Id::from_uuid(file.uuid())).await?.ok_or_else(Problem::missing)?;
    blobs::hand_out(site, &blob).await
}
