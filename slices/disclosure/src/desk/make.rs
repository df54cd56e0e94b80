//! An edition made of the original and what was decided.

use disclosure_rules::{Extent, Part, Passage, PassageKind, propose, redact};
use kernel::Moment;
use kit::web::{Errors, Wrong};

use super::{
    decisions::{DisclosureWanted, settled},
    prepare::Prepared,
};
use crate::{
    queries::matter::LetterRow,
    store::{EditionKept, PassageKept, ReplyKept},
};

/// An edition that nobody has seen yet.
#[derive(Clone, Debug)]
pub struct Made {
    pub(crate) edition: EditionKept,
    pub(crate) passages: Vec<PassageKept>,
}

impl Made {
    /// The title as the public would read it.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.edition.title
    }

    /// The suggestion, or the summary, as the public would read it.
    #[must_use]
    pub fn body(&self) -> &str {
        &self.edition.body
    }

    /// The letters as the public would read them, in the order of the parts; nothing of those kept back.
    pub fn letters(&self) -> impl Iterator<Item = &str> {
        self.edition.replies.iter().filter(|reply| !reply.body.is_empty()).map(|reply| reply.body.as_str())
    }
}

/// Makes it. Scores and the delegation are put in where the desk keeps it.
///
/// # Errors
/// Beside the fields: an undecided passage, words that stand nowhere, no summary where one is wanted.
pub fn make(prepared: &Prepared, wanted: &DisclosureWanted, now: Moment) -> Result<Made, Errors> {
    let passages = settled(prepared, wanted)?;
    let summary = summed_up(prepared, wanted)?;
    if wanted.why.as_ref().is_some_and(|why| names_somebody(prepared, why.as_str())) {
        return Err(Errors::one("why", Wrong::new("disclosure-wrong-summary")));
    }
    let matter = &prepared.matter;
    let read = |part: Part, text: &str| {
        let hidden = passages.iter().filter(|it| it.hidden && it.part == part).map(|it| it.passage);
        redact(text, &hidden.collect::<Vec<Passage>>())
    };
    let letter = |it: &LetterRow| {
        let open = it.publish && wanted.extent == Extent::Whole;
        let body = if open { read(Part::Reply(it.assignment), &it.body) } else { String::new() };
        reply(prepared, it, body)
    };
    let hidden = passages.iter().filter(|it| it.hidden).count();
    let edition = EditionKept {
        at: now,
        extent: wanted.extent,
        title: read(Part::Title, &matter.title),
        body: summary.unwrap_or_else(|| read(Part::Body, &matter.body)),
        number: matter.number.clone(),
        category_name: prepared.book.name_of("category", &matter.category).to_owned(),
        named: prepared.names_deputy(),
        secret: matter.keep_identity,
        delegation: None,
        closed: matter.closed,
        words_hidden: u32::try_from(hidden).unwrap_or(u32::MAX),
        why: wanted.why.clone(),
        replies: prepared.letters.iter().map(letter).collect(),
    };
    Ok(Made { edition, passages })
}

fn reply(prepared: &Prepared, it: &LetterRow, body: String) -> ReplyKept {
    ReplyKept {
        assignment: it.assignment,
        round: it.round,
        unit: it.unit,
        role: it.role.clone(),
        number: if it.publish { it.number.clone() } else { String::new() },
        class: it.class.clone(),
        class_name: prepared.book.class(&it.class).map_or_else(String::new, |class| class.name.clone()),
        delivered: it.delivered,
        kept: !it.publish,
        body,
        score: None,
    }
}

/// Whether the office's own words, which everybody reads, hold a number or the name of a signer who is not to be known.
fn names_somebody(prepared: &Prepared, text: &str) -> bool {
    let plain = |it: &Passage| !matches!(it.kind, PassageKind::Name | PassageKind::Address | PassageKind::Plate);
    propose(text, &[], &prepared.secret).iter().any(plain)
}

/// What stands in place of the texts.
fn summed_up(prepared: &Prepared, wanted: &DisclosureWanted) -> Result<Option<String>, Errors> {
    let wrong = |key| Errors::one("summary", Wrong::new(key));
    match (wanted.extent, &wanted.summary) {
        (Extent::Whole, _) => Ok(None),
        (Extent::Summary, None) => Err(wrong("kit-form-required")),
        (Extent::Summary, Some(text)) => {
            if names_somebody(prepared, text.as_str()) {
                return Err(wrong("disclosure-wrong-summary"));
            }
            Ok(Some(text.as_str().to_owned()))
        }
    }
}
