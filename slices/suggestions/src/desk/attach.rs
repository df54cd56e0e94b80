//! 附件: files of the sheet and of replies.

use accounts_rules::{Actor, Right};
use kit::{
    Problem, Site,
    blobs::{self, Blob},
    db::Sql,
    web::api::Once,
};
use suggestions_rules::{AssignmentId, AttachmentId, SuggestionId};

use super::{Work, account, hand};
use crate::store::Kept;

/// Adds a file to the sheet. The caller has taken its bytes in with [`kit::blobs::Blobs::put`]; they are durable already.
///
/// # Errors
/// When the actor does not lead it, or when it lies with the congress. Bytes without a row are swept away.
pub async fn to_sheet(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    file: &Blob,
    once: &Once,
) -> Result<AttachmentId, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::SuggestionFile, work.congress())?;
    let hand = hand(actor)?;
    let attachment = AttachmentId::from_uuid(file.id.uuid());
    if let Some(before) = added_before(site, actor, &mut work, file, once).await? {
        return Ok(before);
    }
    work.act(|suggestion, _| suggestion.attach(hand, attachment, file.sha256.clone()))?;
    keep(site, actor, &mut work, file, None).await?;
    work.finish().await?;
    Ok(attachment)
}

/// Adds a file to the reply a unit is writing.
///
/// # Errors
/// When the actor drafts no reply for that unit, or when the reply is past drafting.
pub async fn to_reply(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    part: AssignmentId,
    file: &Blob,
    once: &Once,
) -> Result<AttachmentId, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::ReplyDraft, work.unit(part)?)?;
    let attachment = AttachmentId::from_uuid(file.id.uuid());
    if let Some(before) = added_before(site, actor, &mut work, file, once).await? {
        return Ok(before);
    }
    work.act(|suggestion, _| suggestion.attach_to_reply(part, attachment, file.sha256.clone()))?;
    keep(site, actor, &mut work, file, Some(part)).await?;
    work.finish().await?;
    Ok(attachment)
}

/// The same file sent before under the same key: it is added once, however often it had to be tried.
async fn added_before(
    site: &Site,
    actor: &Actor,
    work: &mut Work<'_>,
    file: &Blob,
    once: &Once,
) -> Result<Option<AttachmentId>, Problem> {
    let attachment = AttachmentId::from_uuid(file.id.uuid());
    once.claim(&mut work.tx, site, account(actor)?, &(&file.name, &file.sha256), attachment).await
}

/// Takes a file away again. Its row stays, marked: the history names it.
///
/// # Errors
/// As for adding it; when there is no such file.
pub async fn remove(site: &Site, actor: &Actor, id: SuggestionId, attachment: AttachmentId) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    let sql = Sql::new("select assignment from attachment where suggestion = {} and blob = {} and removed is null");
    let found: Option<(Option<AssignmentId>,)> = work.tx.one(sql.bind(id).bind(attachment)).await?;
    match found.ok_or_else(Problem::missing)? {
        (None,) => {
            actor.may(Right::SuggestionFile, work.congress())?;
            let hand = hand(actor)?;
            work.act(|suggestion, _| suggestion.detach(hand, attachment))?;
        }
        (Some(part),) => {
            actor.may(Right::ReplyDraft, work.unit(part)?)?;
            work.act(|suggestion, _| suggestion.detach_from_reply(part, attachment))?;
        }
    }
    let sql = Sql::new("update attachment set removed = {} where blob = {}").bind(site.now()).bind(attachment);
    work.tx.run(sql).await?;
    work.finish().await
}

async fn keep(
    site: &Site,
    actor: &Actor,
    work: &mut Work<'_>,
    file: &Blob,
    part: Option<AssignmentId>,
) -> Result<(), Problem> {
    let handling = work.suggestion().stage.handling();
    let round = part
        .and_then(|part| handling.and_then(|handling| handling.handlers.find(part)))
        .and_then(|part| part.round().map(|round| round.ordinal));
    let id = work.suggestion().id;
    blobs::record(&mut work.tx, file, site.now()).await?;
    let sql = Sql::new("insert into attachment (blob, suggestion, assignment, round, added, added_by) values ").list([
        kit::db::Val::from(file.id),
        id.into(),
        part.into(),
        round.into(),
        site.now().into(),
        actor.account.into(),
    ]);
    work.tx.run(sql).await?;
    Ok(())
}
