//! What happened, as the journal keeps it for ever: identities and days, no names and no words of a contact.

use kernel::{BodyId, Day, Verb};
use serde::{Deserialize, Serialize};

use crate::{ContactId, DraftId, End, EndReason, KindId, Way};

/// What happened to kinds, drafts, links and indicators. The subject of the record is the thing the name begins with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the fields are the words of links")]
pub enum Fact {
    /// A kind of links was laid down.
    KindMade,
    /// It was changed.
    KindRevised,
    /// Links were drafted; so many, and so many stayed uncovered.
    Drafted { kind: KindId, links: u64, uncovered: u64 },
    /// The office changed a draft.
    DraftChanged,
    /// A draft was adopted: so many links began, so many ended.
    Adopted { kind: KindId, links: u64, ended: u64 },
    /// A draft was given up.
    DraftDropped,
    /// A link began.
    Linked { kind: KindId, one: End, other: End, since: Day, draft: Option<DraftId> },
    /// A link ended.
    Ended { kind: KindId, one: End, other: End, until: Day, reason: EndReason },
    /// Contact was made; `typed` by staff for who made it.
    Contacted { contact: ContactId, day: Day, way: Way, typed: bool },
    /// Contact is due; so many of the year were made, so many are owed.
    ContactDue { year: i16, done: u32, owed: u32 },
    /// Links came in from a sheet.
    Imported { links: u64 },
    /// An indicator was added.
    IndicatorMade { congress: BodyId },
    /// An indicator was removed.
    IndicatorRemoved { congress: BodyId },
}

impl Verb for Fact {
    fn verb(&self) -> &'static str {
        match self {
            Self::KindMade => "link.kind-made",
            Self::KindRevised => "link.kind-revised",
            Self::Drafted { .. } => "link.drafted",
            Self::DraftChanged => "link.draft-changed",
            Self::Adopted { .. } => "link.adopted",
            Self::DraftDropped => "link.draft-dropped",
            Self::Linked { .. } => "link.linked",
            Self::Ended { .. } => "link.ended",
            Self::Contacted { .. } => "link.contacted",
            Self::ContactDue { .. } => "link.contact-due",
            Self::Imported { .. } => "link.imported",
            Self::IndicatorMade { .. } => "link.indicator-made",
            Self::IndicatorRemoved { .. } => "link.indicator-removed",
        }
    }
}
