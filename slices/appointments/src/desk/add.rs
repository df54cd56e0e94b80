//! Documents, the law examination, statements and questions.

use accounts_rules::{Actor, Right};
use appointments_rules::{AppointmentId, Document, Exam, Fact, Speech};
use kernel::{Day, Text};
use kit::{
    Problem, Site,
    blobs::{self, Blob},
};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{Work, sane, wrong};
use crate::store;

/// A document that came with a proposal.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DocumentWanted {
    /// `proposal`, `form`, `background`, `reasons`, `notice`, `dismissal`, `defence`, `resignation`, `founding` or `other`.
    #[schema(value_type = String)]
    pub document: Document,
    /// Its title, at most 120 characters.
    #[schema(value_type = String)]
    pub title: Text<120>,
    /// 文号, at most 60 characters.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub mark: Option<Text<60>>,
    /// Its day.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub day: Option<Day>,
}

/// A sitting of the law examination.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExamWanted {
    /// When.
    #[schema(value_type = String)]
    pub day: Day,
    /// Out of 100.
    #[schema(minimum = 0, maximum = 100)]
    pub score: u32,
}

/// What was said before the vote.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SpeechWanted {
    /// `statement`, `question`, `answer` or `defence`.
    #[schema(value_type = String)]
    pub speech: Speech,
    /// Who spoke, at most 40 characters.
    #[schema(value_type = String)]
    pub who: Text<40>,
    /// The gist, at most 2,000 characters.
    #[schema(value_type = String)]
    pub words: Text<2000>,
}

/// Adds a document.
///
/// # Errors
/// When it was voted on or withdrawn.
pub async fn document(
    site: &Site,
    actor: &Actor,
    at: (AppointmentId, i64),
    wanted: DocumentWanted,
) -> Result<(), Problem> {
    with_file(site, actor, at, (wanted, None)).await
}

/// Adds a document with its file. The caller has taken the bytes in; they are durable already.
///
/// # Errors
/// As [`document`].
pub async fn with_file(
    site: &Site,
    actor: &Actor,
    at: (AppointmentId, i64),
    (wanted, file): (DocumentWanted, Option<Blob>),
) -> Result<(), Problem> {
    let mut work = Work::begin(site, actor, at, Right::AppointmentKeep).await?;
    work.kept.it.may_add(wanted.document)?;
    let day = wanted.day.map(|day| sane("day", day)).transpose()?;
    let mark = wanted.mark.as_ref().map(Text::as_str);
    let said = (wanted.document, wanted.title.as_str(), mark, day);
    let n = store::add_document(&mut work.tx, at.0, said, (site.now(), actor.account)).await?;
    let document = wanted.document;
    let Some(file) = file else { return work.noted(Fact::DocumentAdded { document }).await };
    blobs::record(&mut work.tx, &file, site.now()).await?;
    store::give_file(&mut work.tx, at.0, n, file.id).await?;
    work.noted(Fact::FileAdded { document, n, replaced: None, sha256: file.sha256 }).await
}

/// Gives a document its file; where it has one, this is the next version of it, and the one before stays.
///
/// # Errors
/// When it was voted on or withdrawn; where no such document stands.
pub async fn file(site: &Site, actor: &Actor, at: (AppointmentId, i64), (n, file): (i64, Blob)) -> Result<(), Problem> {
    let mut work = Work::begin(site, actor, at, Right::AppointmentKeep).await?;
    let kept = store::standing_document(&mut work.tx, at.0, n).await?.ok_or_else(Problem::missing)?;
    work.kept.it.may_add(kept.document)?;
    blobs::record(&mut work.tx, &file, site.now()).await?;
    let (mut now, document) = (n, kept.document);
    if kept.has_file {
        let said = (document, kept.title.as_str(), kept.mark.as_deref(), kept.day);
        now = store::add_document(&mut work.tx, at.0, said, (site.now(), actor.account)).await?;
        store::replace_document(&mut work.tx, at.0, n, now).await?;
    }
    store::give_file(&mut work.tx, at.0, now, file.id).await?;
    let replaced = kept.has_file.then_some(n);
    work.noted(Fact::FileAdded { document, n: now, replaced, sha256: file.sha256 }).await
}

/// Enters a sitting of the examination.
///
/// # Errors
/// When it was voted on or withdrawn, the mark cannot be, or that day has one.
pub async fn exam(site: &Site, actor: &Actor, at: (AppointmentId, i64), wanted: ExamWanted) -> Result<(), Problem> {
    let mut work = Work::begin(site, actor, at, Right::AppointmentKeep).await?;
    work.kept.it.still_open()?;
    let day = sane("day", wanted.day)?;
    if day > site.today() {
        return Err(wrong("day", "appointments-wrong-later"));
    }
    if wanted.score > 100 {
        return Err(wrong("score", "appointments-wrong-score"));
    }
    let exam = Exam { day, score: wanted.score };
    if !store::add_exam(&mut work.tx, work.kept.it.matter.person, exam, (site.now(), actor.account)).await? {
        return Err(wrong("day", "appointments-wrong-exam-day"));
    }
    work.noted(Fact::ExamSat { score: wanted.score }).await
}

/// Writes down what was said.
///
/// # Errors
/// When it was voted on or withdrawn.
pub async fn speech(site: &Site, actor: &Actor, at: (AppointmentId, i64), wanted: SpeechWanted) -> Result<(), Problem> {
    let mut work = Work::begin(site, actor, at, Right::AppointmentKeep).await?;
    work.kept.it.still_open()?;
    let said = (wanted.speech, wanted.who.as_str(), wanted.words.as_str());
    store::add_speech(&mut work.tx, at.0, said, (site.now(), actor.account)).await?;
    work.noted(Fact::Spoken { speech: wanted.speech }).await
}
