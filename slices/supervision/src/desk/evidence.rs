//! 佐证材料: files laid to a letter, to a visit, report or policy of a key suggestion, to what a unit is to put right.

use accounts_rules::{Actor, Right};
use axum::{
    body::Body,
    http::header,
    response::{IntoResponse, Response},
};
use kernel::{BodyId, Refused};
use kit::{
    Fault, Problem, Site,
    blobs::{self, Blob, BlobId, PAPERS, disposition},
    db::{Ask, Sql, Tx},
    journal,
    web::{Errors, api::Once},
};
use supervision_rules::{EntryId, Fact, Inquiry, InquiryId, Key, KeyId, Letter, LetterId, Refusal};
use uuid::Uuid;

use crate::{
    sight,
    store::{
        Evidence, begin_evidence, evidence_of, read_inquiry, read_key, read_letter, take_inquiry, take_key, take_letter,
    },
};

/// To what files are laid.
#[derive(Clone, Debug)]
pub enum Of {
    /// A letter, by the unit it went to.
    Letter(Letter),
    /// A visit, report or policy, by the office.
    Key(Key, EntryId),
    /// What is to be put right, by the unit that is to.
    Item(Inquiry, EntryId),
}

/// Where a thing stands that has only its identity.
enum Place {
    Letter(LetterId),
    Key(KeyId, EntryId),
    Item(InquiryId, EntryId),
}

async fn place(ask: &mut impl Ask, id: Uuid) -> Result<Option<Place>, Fault> {
    let sql = Sql::new("select 'letter', id from urging_letter where id = {} union all ")
        .bind(id)
        .add("select 'key', key from key_visit where id = {} union all ")
        .bind(id)
        .add("select 'key', key from key_report where id = {} union all ")
        .bind(id)
        .add("select 'key', key from key_policy where id = {} union all ")
        .bind(id)
        .add("select 'item', inquiry from inquiry_item where id = {}")
        .bind(id);
    let (found, entry): (Option<(String, Uuid)>, _) = (ask.one(sql).await?, EntryId::from_uuid(id));
    Ok(found.map(|(kind, whole)| match kind.as_str() {
        "letter" => Place::Letter(LetterId::from_uuid(whole)),
        "key" => Place::Key(KeyId::from_uuid(whole), entry),
        _ => Place::Item(InquiryId::from_uuid(whole), entry),
    }))
}

impl Of {
    /// The thing to which the files are laid.
    #[must_use]
    pub fn about(&self) -> Uuid {
        match self {
            Self::Letter(letter) => letter.id.uuid(),
            Self::Key(_, entry) | Self::Item(_, entry) => entry.uuid(),
        }
    }

    /// Of what the journal tells when one is laid.
    fn subject(&self) -> Uuid {
        match self {
            Self::Letter(letter) => letter.id.uuid(),
            Self::Key(key, _) => key.id.uuid(),
            Self::Item(inquiry, _) => inquiry.id.uuid(),
        }
    }

    fn congress(&self) -> BodyId {
        match self {
            Self::Letter(letter) => letter.to.congress,
            Self::Key(key, _) => key.congress,
            Self::Item(inquiry, _) => inquiry.congress,
        }
    }

    /// Lets those lay files to it who answer, record or report there.
    ///
    /// # Errors
    /// For anybody else.
    pub fn may(&self, actor: &Actor) -> Result<(), Problem> {
        match self {
            Self::Letter(letter) => actor.may(Right::UrgingAnswer, letter.to.unit)?,
            Self::Key(key, _) => actor.may(Right::KeyRecord, key.congress)?,
            Self::Item(inquiry, entry) => {
                let unit = inquiry.item(*entry).map_err(Refused::from)?.unit;
                actor.may(Right::InquiryAnswer, unit)?;
            }
        }
        Ok(())
    }

    /// Whether it takes files now.
    ///
    /// # Errors
    /// When it is over.
    pub fn takes(&self) -> Result<(), Refusal> {
        match self {
            Self::Letter(letter) => letter.takes_files(),
            Self::Key(key, entry) => key.takes_files(*entry),
            Self::Item(inquiry, entry) => inquiry.takes_files(*entry),
        }
    }

    fn lay(&self, there: u32, sha256: String) -> Result<Fact, Refusal> {
        match self {
            Self::Letter(letter) => letter.lay(there, sha256),
            Self::Key(key, entry) => key.lay(*entry, there, sha256),
            Self::Item(inquiry, entry) => inquiry.lay(*entry, there, sha256),
        }
    }

    async fn looks(&self, ask: &mut impl Ask, actor: &Actor) -> Result<(), Problem> {
        match self {
            Self::Letter(letter) => sight::reads(ask, actor, &letter.to).await,
            Self::Key(key, _) => sight::looks(ask, actor, key.congress, key.suggestion).await,
            Self::Item(inquiry, _) => sight::inquires(actor, inquiry),
        }
    }
}

/// To what files with this identity are laid, for who may read it.
///
/// # Errors
/// As if there were no such thing, for anybody else.
pub async fn of(site: &Site, actor: &Actor, id: Uuid) -> Result<Of, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let mut db = site.db();
    let found = match place(&mut db, id).await?.ok_or_else(Problem::missing)? {
        Place::Letter(letter) => read_letter(&mut db, letter).await?.map(|kept| Of::Letter(kept.letter)),
        Place::Key(key, entry) => read_key(&mut db, key).await?.map(|kept| Of::Key(kept.key, entry)),
        Place::Item(inquiry, entry) => read_inquiry(&mut db, inquiry).await?.map(|kept| Of::Item(kept.inquiry, entry)),
    };
    let of = found.ok_or_else(Problem::missing)?;
    of.looks(&mut db, actor).await?;
    Ok(of)
}

/// Takes it up: until the transaction ends nobody else does anything with it.
async fn taken(tx: &mut Tx, id: Uuid) -> Result<Of, Problem> {
    let found = match place(tx, id).await?.ok_or_else(Problem::missing)? {
        Place::Letter(letter) => take_letter(tx, letter).await?.map(|kept| Of::Letter(kept.letter)),
        Place::Key(key, entry) => take_key(tx, key).await?.map(|kept| Of::Key(kept.key, entry)),
        Place::Item(inquiry, entry) => take_inquiry(tx, inquiry).await?.map(|kept| Of::Item(kept.inquiry, entry)),
    };
    found.ok_or_else(Problem::missing)
}

/// Takes the bytes of a file in, durable before any row names them.
///
/// # Errors
/// When it is none of the files taken.
pub async fn take_in(site: &Site, name: &str, bytes: axum::body::Bytes) -> Result<Blob, Problem> {
    let piece = futures_util::stream::iter([Ok::<_, Fault>(bytes)]);
    let taken = site.blobs()?.put(site.new_id(), name, &PAPERS, piece).await?;
    taken.map_err(|rejected| Errors::one("file", rejected.wrong()).into())
}

/// Lays a file there. The same file sent before under the same key is laid once.
///
/// # Errors
/// When the actor does not lay files there, it is over, or there are as many as there may be.
pub async fn lay(site: &Site, actor: &Actor, id: Uuid, file: &Blob, once: &Once) -> Result<BlobId, Problem> {
    let mut tx = site.db().begin().await?;
    let account = actor.account.ok_or(Problem::SignIn)?;
    let of = taken(&mut tx, id).await?;
    of.looks(&mut tx, actor).await?;
    of.may(actor)?;
    if let Some(before) = once.claim(&mut tx, site, account, &(id, &file.name, &file.sha256), file.id).await? {
        return Ok(before);
    }
    let there = evidence_of(&mut tx, id).await?.len();
    let fact = of.lay(u32::try_from(there).unwrap_or(u32::MAX), file.sha256.clone()).map_err(Refused::from)?;
    blobs::record(&mut tx, file, site.now()).await?;
    begin_evidence(&mut tx, (file.id, id), account, site.now()).await?;
    journal::append(&mut tx, actor.records(site.now(), of.congress(), of.subject(), fact)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(file.id)
}

/// The files laid there, for who may read the thing.
///
/// # Errors
/// As [`of`].
pub async fn all(site: &Site, actor: &Actor, id: Uuid) -> Result<Vec<Evidence>, Problem> {
    let about = of(site, actor, id).await?.about();
    Ok(evidence_of(&mut site.db(), about).await?)
}

/// Hands one out, to be kept and never to be shown as a page of ours.
///
/// # Errors
/// As [`of`]; when there is no such file.
pub async fn fetch(site: &Site, actor: &Actor, (id, file): (Uuid, BlobId)) -> Result<Response, Problem> {
    if !all(site, actor, id).await?.iter().any(|one| one.id == file) {
        return Err(Problem::missing());
    }
    let blob = blobs::load(&mut site.db(), file).await?.ok_or_else(Problem::missing)?;
    let bytes = site.blobs()?.get(&blob).await?;
    let headers = [
        (header::CONTENT_TYPE, blob.media.clone()),
        (header::CONTENT_DISPOSITION, disposition(&blob.name)),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    Ok((headers, Body::from_stream(bytes)).into_response())
}
