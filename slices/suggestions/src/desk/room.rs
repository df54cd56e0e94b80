//! 办理协商: who works on a matter leaves a note for the others, with files.

use accounts_rules::{Actor, Post, Right};
use kernel::{BodyId, Refusal, Refused};
use kit::{
    Problem, Site,
    blobs::{self, Blob},
    db::{Sql, Val},
    web::api::Once,
};
use suggestions_rules::{NoteId, Suggestion, SuggestionId};

use super::{Reason, Work, account};
use crate::Sight;

/// The body for which the actor writes.
///
/// # Errors
/// To who works on it for none.
pub fn sender(actor: &Actor, suggestion: &Suggestion) -> Result<BodyId, Refused> {
    let outside = || Refused::new(Refusal::NotYours, "suggestions-refused-room");
    match Sight::of(actor, suggestion)? {
        Sight::Unit(own) => {
            let parts = suggestion.stage.handling().into_iter().flat_map(|handling| handling.handlers.live());
            let mut own = parts.filter(|part| own.contains(&part.id)).map(|part| part.unit);
            own.find(|unit| actor.may(Right::RoomWrite, *unit).is_ok()).ok_or_else(outside)
        }
        Sight::Office | Sight::Transfer => {
            actor.may(Right::RoomWrite, suggestion.congress)?;
            let divides = |post: &&Post| post.congress == suggestion.congress && post.carries(Right::SuggestionDivide);
            Ok(actor.posts.iter().find(divides).map_or(suggestion.congress, |post| post.body))
        }
        Sight::Lead | Sight::Cosigner | Sight::Public => Err(outside()),
    }
}

/// Leaves a note. The bytes of the files are durable already. Asked twice with the same key it is left once.
///
/// # Errors
/// As if there were no such suggestion, for who does not work on it; when it is not being handled.
pub async fn note(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    words: Reason,
    files: &[Blob],
    once: &Once,
) -> Result<NoteId, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    let by = account(actor)?;
    let sender = sender(actor, work.suggestion())?;
    let new: NoteId = site.new_id();
    let named: Vec<_> = files.iter().map(|file| (&file.name, &file.sha256)).collect();
    if let Some(before) = once.claim(&mut work.tx, site, by, &(words.as_str(), named), new).await? {
        return Ok(before);
    }
    let words = work.words("room", words);
    work.act(|suggestion, _| suggestion.note_in_room(new, sender, words).map(|fact| (suggestion, fact)))?;
    let at = site.now();
    let row = [Val::from(new), id.into(), sender.into(), by.into(), words.into(), at.into()];
    let sql = Sql::new("insert into room_note (id, suggestion, sender, written_by, words, at) values ").list(row);
    work.tx.run(sql).await?;
    for file in files {
        blobs::record(&mut work.tx, file, at).await?;
        let row = [Val::from(file.id), id.into(), new.into(), at.into(), by.into()];
        let sql = Sql::new("insert into attachment (blob, suggestion, note, added, added_by) values ").list(row);
        work.tx.run(sql).await?;
    }
    work.finish().await?;
    Ok(new)
}
