//! What happened, as the journal keeps it for ever: identities, counts of paper, no names and no votes. Who was elected stands in the rows.

use kernel::{AccountId, Verb};
use serde::{Deserialize, Serialize};

use super::{Assembly, BallotId, Kind, Role, Why};

/// What happened to a ballot or a round. The subject of the record is the ballot for the first two, the round for the others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the fields are the words of `Round` and `Bundle`")]
pub enum Fact {
    /// A matter was prepared.
    BallotDrafted,
    /// What is voted on, or how it counts, was changed before the first round.
    SpecRevised,
    /// A round was opened; what is voted on is fixed under its SHA-256.
    RoundOpened { ballot: BallotId, n: u32, why: Why, hash: String, members: u32, present: u32 },
    /// Somebody was named to count.
    TellerNamed { account: AccountId, role: Role },
    /// A teller declared to be near to nobody on the ballot.
    TellerDeclared { account: AccountId },
    /// A teller stood aside.
    TellerStoodAside { account: AccountId },
    /// The boxes were emptied.
    BoxesEmptied { handed_out: u32, spoiled: u32, returned: u32 },
    /// A bundle was entered; with the second entry, whether both are the same.
    BundleEntered { box_no: u32, n: u32, attempt: u32, agrees: Option<bool> },
    /// A bundle is counted again.
    BundleRecounted { box_no: u32, n: u32 },
    /// The chief teller said who is meant by so many spellings.
    WriteInsRead { spellings: usize },
    /// The chief teller reported.
    RoundReported { edition: u32 },
    /// The presidium's decision on a tie was written down.
    TieDecided { edition: u32 },
    /// The result was announced.
    ResultAnnounced { edition: u32 },
    /// A result was taken up again for a new edition.
    CorrectionBegun { edition: u32 },
    /// The round was called off.
    RoundCalledOff,
    /// A standing method was adopted or changed; the subject is its edition.
    MethodAdopted { assembly: Assembly, kind: Kind, edition: u32 },
    /// A photograph or scan of the signed report was laid to the round, with the SHA-256 of its bytes.
    ReportSigned { edition: u32, sha256: String },
}

impl Verb for Fact {
    fn verb(&self) -> &'static str {
        match self {
            Self::BallotDrafted => "ballots.drafted",
            Self::SpecRevised => "ballots.spec-revised",
            Self::RoundOpened { .. } => "ballots.round-opened",
            Self::TellerNamed { .. } => "ballots.teller-named",
            Self::TellerDeclared { .. } => "ballots.teller-declared",
            Self::TellerStoodAside { .. } => "ballots.teller-stood-aside",
            Self::BoxesEmptied { .. } => "ballots.boxes-emptied",
            Self::BundleEntered { .. } => "ballots.bundle-entered",
            Self::BundleRecounted { .. } => "ballots.bundle-recounted",
            Self::WriteInsRead { .. } => "ballots.write-ins-read",
            Self::RoundReported { .. } => "ballots.round-reported",
            Self::TieDecided { .. } => "ballots.tie-decided",
            Self::ResultAnnounced { .. } => "ballots.result-announced",
            Self::CorrectionBegun { .. } => "ballots.correction-begun",
            Self::RoundCalledOff => "ballots.round-called-off",
            Self::MethodAdopted { .. } => "ballots.method-adopted",
            Self::ReportSigned { .. } => "ballots.report-signed",
        }
    }
}
