//! The files of a suggestion and of its replies.

use accounts_rules::Actor;
use kernel::Moment;
use kit::{
    Fault, Problem, Site,
    blobs::{self, Blob},
    db::{Ask, Sql},
    row,
};
use suggestions_rules::{AssignmentId, AttachmentId, NoteId, PromiseId, RoundStage, Suggestion, SuggestionId};

use crate::{Sight, store};

row!(
    /// One file.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Attachment {
        /// Its identity, also that of its bytes.
        pub id: AttachmentId,
        /// The assignment to whose reply it belongs; nothing when to the sheet.
        pub assignment: Option<AssignmentId>,
        /// The round of that reply.
        pub round: Option<u16>,
        /// The promise whose evidence it is.
        pub promise: Option<PromiseId>,
        /// The note in the case room to which it belongs.
        pub note: Option<NoteId>,
        /// Its name.
        pub name: String,
        /// Its media type.
        pub media: String,
        /// Its size in bytes.
        pub size: u64,
        /// When it was added.
        pub added: Moment,
    }
);

/// The files that may be seen with the suggestion as it may be seen: `seen` has no drafts of others any more.
pub(crate) async fn attachments(
    ask: &mut impl Ask,
    seen: &Suggestion,
    sight: &Sight,
) -> Result<Vec<Attachment>, Fault> {
    let sql = Sql::new(
        "select a.blob, a.assignment, a.round, a.promise, a.note, b.name, b.media, b.size, a.added from attachment a \
         join blob b on b.id = a.blob where a.suggestion = {} and a.removed is null order by a.added, a.blob",
    );
    let all: Vec<Attachment> = ask.all(sql.bind(seen.id)).await?;
    Ok(all.into_iter().filter(|file| shown(seen, sight, file)).collect())
}

/// A file of the sheet is for all who handle it; one of a reply goes with the reply. None is public before it was looked through.
fn shown(seen: &Suggestion, sight: &Sight, file: &Attachment) -> bool {
    let own = |part: AssignmentId| matches!(sight, Sight::Unit(own) if own.contains(&part));
    if file.note.is_some() {
        return sight.works();
    }
    match (sight, file.assignment) {
        (Sight::Public, _) => false,
        (_, None) => true,
        (_, Some(part)) if own(part) => true,
        (_, Some(part)) => {
            let part = seen.stage.handling().and_then(|handling| handling.handlers.find(part));
            let round = part.and_then(|part| part.rounds().find(|round| Some(round.ordinal) == file.round));
            round.is_some_and(|round| !matches!(round.stage, RoundStage::Awaited))
        }
    }
}

/// What is known of one file, for who may see it; its bytes come from [`kit::blobs::Blobs::get`].
///
/// # Errors
/// When there is none, or it is not for this actor to know of.
pub async fn attachment(site: &Site, actor: &Actor, id: SuggestionId, file: AttachmentId) -> Result<Blob, Problem> {
    let mut db = site.db();
    let kept = store::read(&mut db, id).await?.ok_or_else(Problem::missing)?;
    let sight = Sight::of(actor, &kept.suggestion)?;
    let seen = sight.show(actor, kept.suggestion, site.today());
    let files = attachments(&mut db, &seen, &sight).await?;
    if !files.iter().any(|known| known.id == file) {
        return Err(Problem::missing());
    }
    blobs::load(&mut db, kernel::Id::from_uuid(file.uuid())).await?.ok_or_else(Problem::missing)
}
