//! The signed report of a round (计票结果报告单): photographs or scans, laid to it and handed out again.

use accounts_rules::{Actor, Right};
use axum::{
    body::Body,
    http::header,
    response::{IntoResponse, Response},
};
use ballots_rules::paper::{Role, Round, RoundId, SignedId};
use kernel::Id;
use kit::{
    Fault, Problem, Site,
    blobs::{self, Allowed, Blob, disposition},
    web::{Errors, api::Once},
};

use super::{
    round as rounds,
    taken::{Taken, refused},
};
use crate::store::{Item, Signed, begin_signed, signed_of};

/// What a signed report may be.
pub const SIGNED: Allowed = Allowed { endings: &["pdf", "jpg", "jpeg", "png"], most: 20 << 20 };

/// Whether the actor works at the round: its office, or its chief teller in person. They read its report and its signed report.
#[must_use]
pub fn works(actor: &Actor, item: &Item, round: &Round) -> bool {
    let own = actor.account.filter(|_| actor.acting_for.is_none()).and_then(|account| round.tellers.of(account));
    own.is_some_and(|teller| teller.role == Role::Chief) || actor.may(Right::BallotPrepare, item.congress).is_ok()
}

/// The round, for who works at it.
///
/// # Errors
/// As if there were none, for who may not look; when somebody looks who does not work at it.
pub async fn may(site: &Site, actor: &Actor, id: RoundId) -> Result<(Item, Round), Problem> {
    let (item, round, _) = rounds::of(site, actor, id).await?;
    if !works(actor, &item, &round) {
        actor.may(Right::BallotPrepare, item.congress)?;
    }
    Ok((item, round))
}

/// Takes the bytes of a file in, durable before any row names them.
///
/// # Errors
/// When it is none of the files taken.
pub async fn take_in(site: &Site, name: &str, bytes: axum::body::Bytes) -> Result<Blob, Problem> {
    let piece = futures_util::stream::iter([Ok::<_, Fault>(bytes)]);
    let taken = site.blobs()?.put(site.new_id(), name, &SIGNED, piece).await?;
    taken.map_err(|rejected| Errors::one("file", rejected.wrong()).into())
}

/// Lays a file of the signed report to the edition that was reported. The same file sent before under the same key is laid once.
///
/// # Errors
/// When nothing is reported, or there are as many as there may be.
pub async fn lay(site: &Site, actor: &Actor, id: RoundId, file: &Blob, once: &Once) -> Result<SignedId, Problem> {
    let mut taken = Taken::begin(site, actor, id).await?;
    if !works(actor, &taken.item, &taken.was) {
        actor.may(Right::BallotPrepare, taken.item.congress)?;
    }
    let account = actor.account.ok_or(Problem::SignIn)?;
    let signed = SignedId::from_uuid(file.id.uuid());
    if let Some(before) = once.claim(&mut taken.tx, site, account, &(&file.name, &file.sha256), signed).await? {
        return Ok(before);
    }
    let there = signed_of(&mut taken.tx, id).await?;
    let before = there.iter().filter(|one| one.edition == taken.was.edition).count();
    let before = u32::try_from(before).unwrap_or(u32::MAX);
    let fact = taken.was.sign(before, file.sha256.clone()).map_err(refused)?;
    blobs::record(&mut taken.tx, file, site.now()).await?;
    begin_signed(&mut taken.tx, &taken.was, (signed, account), site.now()).await?;
    taken.append(fact).await?;
    Ok(signed)
}

/// The files of the signed report, for who works at the round; nothing for anybody else who looks.
pub async fn all(site: &Site, actor: &Actor, item: &Item, round: &Round) -> Result<Vec<Signed>, Fault> {
    if works(actor, item, round) { signed_of(&mut site.db(), round.id).await } else { Ok(Vec::new()) }
}

/// Hands one out, to be kept and never to be shown as a page of ours.
///
/// # Errors
/// When there is none, or the actor does not work at the round.
pub async fn fetch(site: &Site, actor: &Actor, (id, file): (RoundId, SignedId)) -> Result<Response, Problem> {
    let (item, round) = may(site, actor, id).await?;
    let there = all(site, actor, &item, &round).await?;
    if !there.iter().any(|one| one.id == file) {
        return Err(Problem::missing());
    }
    let blob = blobs::load(&mut site.db(), Id::from_uuid(file.uuid())).await?.ok_or_else(Problem::missing)?;
    let bytes = site.blobs()?.get(&blob).await?;
    let headers = [
        (header::CONTENT_TYPE, blob.media.clone()),
        (header::CONTENT_DISPOSITION, disposition(&blob.name)),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    Ok((headers, Body::from_stream(bytes)).into_response())
}
