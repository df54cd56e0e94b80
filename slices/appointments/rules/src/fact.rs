//! What happened, as the journal keeps it for ever: identities and plain words, never a name.

use kernel::{Day, Verb};
use serde::{Deserialize, Serialize};

use crate::{AppointeeId, Document, Kind, SeatId, Speech};

/// What happened to a proposal, an office or a holding, which is the subject of the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the fields say what they are")]
pub enum Fact {
    /// A proposal was begun.
    Drafted { kind: Kind, seat: SeatId, person: AppointeeId },
    /// What is proposed was changed.
    Revised,
    /// It was handed in.
    Submitted,
    /// It was examined, with so many doubts.
    Examined { doubts: u32 },
    /// It is on the agenda of that day.
    Listed { day: Day },
    /// It was voted on.
    Voted { adopted: bool },
    /// It was announced.
    Announced { year: i64, n: i64 },
    /// The letter was given.
    Lettered { year: i64, n: i64 },
    /// The oath was taken.
    Sworn,
    /// It was filed.
    Filed,
    /// It was withdrawn.
    Withdrawn,
    /// A document came.
    DocumentAdded { document: Document },
    /// A document came as a file, or a new version of it in the place of that number; the hash tells the bytes, nothing what they say.
    FileAdded { document: Document, n: i64, replaced: Option<i64>, sha256: String },
    /// The law examination was sat.
    ExamSat { score: u32 },
    /// Something was said before the vote.
    Spoken { speech: Speech },
    /// An office was set up.
    SeatAdded,
    /// An office was changed.
    SeatChanged,
    /// Somebody was entered as holding it.
    HolderEntered { seat: SeatId, person: AppointeeId },
    /// Which office an election of leaders fills was said; the subject is the election.
    ElectionNamed { seat: SeatId },
    /// Somebody whom the congress elected holds it.
    HolderElected { seat: SeatId, person: AppointeeId },
    /// Whoever was elected took the oath.
    HolderSworn { seat: SeatId, person: AppointeeId },
    /// Somebody no longer holds it.
    HolderLeft { seat: SeatId, person: AppointeeId },
    /// The local rule was set.
    RuleKept,
    /// Present holders came in by spreadsheet.
    HoldersImported { rows: u64 },
}

impl Verb for Fact {
    fn verb(&self) -> &'static str {
        match self {
            Self::Drafted { .. } => "appointment.drafted",
            Self::Revised => "appointment.revised",
            Self::Submitted => "appointment.submitted",
            Self::Examined { .. } => "appointment.examined",
            Self::Listed { .. } => "appointment.listed",
            Self::Voted { .. } => "appointment.voted",
            Self::Announced { .. } => "appointment.announced",
            Self::Lettered { .. } => "appointment.lettered",
            Self::Sworn => "appointment.sworn",
            Self::Filed => "appointment.filed",
            Self::Withdrawn => "appointment.withdrawn",
            Self::DocumentAdded { .. } => "appointment.document-added",
            Self::FileAdded { .. } => "appointment.file-added",
            Self::ExamSat { .. } => "appointment.exam-sat",
            Self::Spoken { .. } => "appointment.spoken",
            Self::SeatAdded => "office.added",
            Self::SeatChanged => "office.changed",
            Self::HolderEntered { .. } => "office.holder-entered",
            Self::ElectionNamed { .. } => "office.election-named",
            Self::HolderElected { .. } => "office.holder-elected",
            Self::HolderSworn { .. } => "office.holder-sworn",
            Self::HolderLeft { .. } => "office.holder-left",
            Self::RuleKept => "appointment.rule-kept",
            Self::HoldersImported { .. } => "office.holders-imported",
        }
    }
}
