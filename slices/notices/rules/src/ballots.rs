//! Whom a round of paper ballots concerns: those who count, whoever announces, whoever prepared it. No figure is told, nor who stands where.

use accounts_rules::Right;
use ballots_rules::paper::{Fact, Role};
use kernel::{AccountId, BodyId};

use crate::{Audience, Kind, Particulars, Tidings};

/// Who stands around a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counting {
    /// The congress.
    pub congress: BodyId,
    /// Who counts in it now.
    pub tellers: Vec<(AccountId, Role)>,
}

/// The verbs of rounds that are news to somebody.
pub const ROUND_VERBS: [&str; 8] = [
    "ballots.round-opened",
    "ballots.teller-named",
    "ballots.teller-stood-aside",
    "ballots.bundle-entered",
    "ballots.round-reported",
    "ballots.result-announced",
    "ballots.correction-begun",
    "ballots.round-called-off",
];

/// What a fact of a round gives to tell, and to whom.
#[must_use]
pub fn told_by_round(fact: &Fact, of: &Counting) -> Vec<Tidings> {
    match fact {
        Fact::RoundOpened { .. } => of.tellers(Kind::BallotCounts),
        Fact::TellerNamed { account, .. } => vec![told(Audience::Account(*account), Kind::BallotCounts)],
        Fact::TellerStoodAside { .. } => of.keepers(Right::BallotPrepare, Kind::BallotTellerAside),
        // Both count the bundle again: every teller may have been one of the two.
        Fact::BundleEntered { agrees: Some(false), .. } => {
            let counters = of.tellers.iter().filter(|(_, role)| *role == Role::Counter);
            counters.map(|(account, _)| told(Audience::Account(*account), Kind::BallotDiffers)).collect()
        }
        Fact::RoundReported { .. } => of.keepers(Right::BallotAnnounce, Kind::BallotToAnnounce),
        Fact::ResultAnnounced { .. } => of.keepers(Right::BallotPrepare, Kind::BallotAnnounced),
        Fact::CorrectionBegun { .. } => of.tellers(Kind::BallotReopened),
        Fact::RoundCalledOff => of.tellers(Kind::BallotOff),
        _ => vec![],
    }
}

fn told(to: Audience, kind: Kind) -> Tidings {
    Tidings { to, kind, given: Particulars::default() }
}

impl Counting {
    fn tellers(&self, kind: Kind) -> Vec<Tidings> {
        self.tellers.iter().map(|(account, _)| told(Audience::Account(*account), kind)).collect()
    }

    fn keepers(&self, right: Right, kind: Kind) -> Vec<Tidings> {
        vec![told(Audience::Holders(right, self.congress), kind)]
    }
}
