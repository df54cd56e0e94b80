//! What happened in a hall, as the journal keeps it for ever. A record names a number or nobody, and never a credential.

use kernel::{AccountId, Verb};
use serde::{Deserialize, Serialize};

/// What happened to the electronic way of a round. The subject of the record is the round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the fields are the words of `Hall`")]
pub enum Fact {
    /// The round is held electronically.
    HallBegun { vote: String, trustees: usize, least: u32 },
    /// A trustee committed to a key.
    TrusteeCommitted { n: u32 },
    /// A trustee showed the key.
    TrusteeKeyed { n: u32 },
    /// A deputy brought a device.
    DeviceBrought { number: u32, account: AccountId, key_hash: String },
    /// The desk compared the key of a device, or took that back.
    PresenceTold { number: u32, present: bool },
    /// Who is present is fixed; the key that signs blindly is there.
    RollFrozen { present: u32, rsa_hash: String },
    /// A ballot was issued for a number.
    BallotIssued { number: u32 },
    /// No more ballots are issued.
    FreezeAsked { issued: u32 },
    /// The list is written.
    ListFrozen { listed: u32, setup: String },
    /// A number confirmed the list.
    ListConfirmed { number: u32 },
    /// Voting began.
    VoteOpened { listed: u32, head: String },
    /// Voting ended.
    VoteClosed { cast: u32 },
    /// A trustee opened its part of the totals.
    TotalsOpened { n: u32 },
    /// There is a result.
    HallDone { head: String },
    /// It begins again with the roll.
    HallAgain { attempt: u32, vote: String },
    /// Paper takes its place.
    HallVoid,
}

impl Verb for Fact {
    fn verb(&self) -> &'static str {
        match self {
            Self::HallBegun { .. } => "ballots.hall-begun",
            Self::TrusteeCommitted { .. } => "ballots.trustee-committed",
            Self::TrusteeKeyed { .. } => "ballots.trustee-keyed",
            Self::DeviceBrought { .. } => "ballots.device-brought",
            Self::PresenceTold { .. } => "ballots.presence-told",
            Self::RollFrozen { .. } => "ballots.roll-frozen",
            Self::BallotIssued { .. } => "ballots.ballot-issued",
            Self::FreezeAsked { .. } => "ballots.freeze-asked",
            Self::ListFrozen { .. } => "ballots.list-frozen",
            Self::ListConfirmed { .. } => "ballots.list-confirmed",
            Self::VoteOpened { .. } => "ballots.vote-opened",
            Self::VoteClosed { .. } => "ballots.vote-closed",
            Self::TotalsOpened { .. } => "ballots.totals-opened",
            Self::HallDone { .. } => "ballots.hall-done",
            Self::HallAgain { .. } => "ballots.hall-again",
            Self::HallVoid => "ballots.hall-void",
        }
    }
}
