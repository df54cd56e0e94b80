//! What we tell a person who may not do a thing now.

use kernel::{Refusal as Family, Refused};

use super::MOST_NAMES;
use crate::round::Broken;

/// Why a verb was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are the values of the sentence")]
pub enum Refusal {
    /// There are no names, or too many.
    Names,
    /// A name stands twice.
    NameTwice { name: String },
    /// Places, marks and names do not fit the kind.
    Places { count: u32 },
    /// A share is none.
    Share,
    /// A round was opened: what is voted on is fixed.
    SpecFixed,
    /// A round of this matter runs.
    RoundRuns,
    /// The matter is decided, or its last round is not announced.
    NothingFollows,
    /// More are present than there are members, or there are none.
    PresentMore { present: u32, members: u32 },
    /// Too few deputies are present (地方组织法 14).
    QuorumOfCongress { present: u32, need: u32 },
    /// Too few members of the committee are present (地方组织法 51).
    QuorumOfCommittee { present: u32, need: u32 },
    /// There are fewer than two tellers, or not one chief.
    TellersFew,
    /// An account is named twice.
    TellerTwice,
    /// I11: a teller stands on the ballot (选举法 43).
    TellerInTheWay { name: String },
    /// This account does not do that in this round.
    NoTeller,
    /// The teller has not declared to be near to nobody.
    Undeclared,
    /// The teller has declared.
    Declared,
    /// I1: more were spoiled than handed out.
    SpoiledMore,
    /// I1: more were issued than people are present.
    IssuedMore { issued: u32, present: u32 },
    /// There is no box, or too many, or one holds more than a box can.
    Boxes,
    /// The boxes are not emptied.
    BoxesClosed,
    /// I2: the round is void for its ballots, nothing is counted.
    VoidRound,
    /// There is a result, or the round was called off.
    Over,
    /// There is no such bundle.
    NoBundle,
    /// Both entries of the bundle are the same.
    BundleAgreed,
    /// This teller has entered the bundle.
    Entered,
    /// The entry is for other names than those of the ballot.
    OtherBallot,
    /// Somebody on the ballot was written in.
    WrittenIsListed { name: String },
    /// Nobody has counted the bundle.
    NotCounted,
    /// Not all bundles agree.
    BundlesOpen,
    /// Not all spellings are resolved.
    Unread,
    /// A figure cannot be.
    Broken(Broken),
    /// Nothing is reported.
    NotReported,
    /// A later round rests on this result.
    LaterRound,
    /// No tie waits for the presidium.
    NoTie,
    /// Not as many of the tied as places are left.
    TieNames { left: u32 },
    /// A tie waits for the presidium's decision.
    TieOpen { left: u32 },
    /// A ranking goes by points, anything else by votes.
    Points,
    /// A setting of a standing method stands twice, or has a word that is none.
    Setting,
    /// Others are written in at elections only.
    WriteInKind,
    /// An electronic secret ballot is for closed lists.
    SecretKind,
    /// The method says so already.
    MethodSame,
    /// No more files of a signed report.
    SignedMany { most: u32 },
}

impl Refusal {
    /// The family and the key of the sentence.
    const fn told(&self) -> (Family, &'static str) {
        use Family::{Missing, NotNow, NotYours, Unfit};
        match self {
            Self::Names => (Unfit, "ballots-refused-names"),
            Self::NameTwice { .. } => (Unfit, "ballots-refused-name-twice"),
            Self::Places { .. } => (Unfit, "ballots-refused-places"),
            Self::Share => (Unfit, "ballots-refused-share"),
            Self::SpecFixed => (NotNow, "ballots-refused-spec-fixed"),
            Self::RoundRuns => (NotNow, "ballots-refused-round-runs"),
            Self::NothingFollows => (NotNow, "ballots-refused-nothing-follows"),
            Self::PresentMore { .. } => (Unfit, "ballots-refused-more-present"),
            Self::QuorumOfCongress { .. } => (Unfit, "ballots-refused-quorum-congress"),
            Self::QuorumOfCommittee { .. } => (Unfit, "ballots-refused-quorum-committee"),
            Self::TellersFew => (Unfit, "ballots-refused-tellers-few"),
            Self::TellerTwice => (Unfit, "ballots-refused-teller-twice"),
            Self::TellerInTheWay { .. } => (Unfit, "ballots-refused-teller-in-the-way"),
            Self::NoTeller => (NotYours, "ballots-refused-no-teller"),
            Self::Undeclared => (NotNow, "ballots-refused-undeclared"),
            Self::Declared => (NotNow, "ballots-refused-declared"),
            Self::SpoiledMore => (Unfit, "ballots-refused-spoiled-more"),
            Self::IssuedMore { .. } => (Unfit, "ballots-refused-issued-more"),
            Self::Boxes => (Unfit, "ballots-refused-boxes"),
            Self::BoxesClosed => (NotNow, "ballots-refused-boxes-closed"),
            Self::VoidRound => (NotNow, "ballots-refused-void-round"),
            Self::Over => (NotNow, "ballots-refused-over"),
            Self::NoBundle => (Missing, "ballots-refused-no-bundle"),
            Self::BundleAgreed => (NotNow, "ballots-refused-bundle-agreed"),
            Self::Entered => (NotNow, "ballots-refused-entered"),
            Self::OtherBallot => (Unfit, "ballots-refused-other-ballot"),
            Self::WrittenIsListed { .. } => (Unfit, "ballots-refused-written-is-listed"),
            Self::NotCounted => (NotNow, "ballots-refused-not-counted"),
            Self::BundlesOpen => (NotNow, "ballots-refused-bundles-open"),
            Self::Unread => (NotNow, "ballots-refused-unread"),
            // Which figure it is, the sentence of the figure says.
            Self::Broken(_) => (Unfit, "ballots-broken-valid"),
            Self::NotReported => (NotNow, "ballots-refused-not-reported"),
            Self::LaterRound => (NotNow, "ballots-refused-later-round"),
            Self::NoTie => (NotNow, "ballots-refused-no-tie"),
            Self::TieNames { .. } => (Unfit, "ballots-refused-tie-names"),
            Self::TieOpen { .. } => (NotNow, "ballots-refused-tie-open"),
            Self::Points => (Unfit, "ballots-refused-points"),
            Self::Setting => (Unfit, "ballots-refused-setting"),
            Self::WriteInKind => (Unfit, "ballots-refused-write-in-kind"),
            Self::SecretKind => (Unfit, "ballots-refused-secret-kind"),
            Self::MethodSame => (NotNow, "ballots-refused-method-same"),
            Self::SignedMany { .. } => (NotNow, "ballots-refused-signed-many"),
        }
    }
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        let (family, key) = refusal.told();
        let refused = Self::new(family, key);
        match refusal {
            Refusal::Names => refused.with("most", MOST_NAMES),
            Refusal::NameTwice { name } | Refusal::TellerInTheWay { name } | Refusal::WrittenIsListed { name } => {
                refused.with("name", name)
            }
            Refusal::Places { count } => refused.with("count", count),
            Refusal::PresentMore { present, members } => refused.with("present", present).with("members", members),
            Refusal::QuorumOfCongress { present, need } | Refusal::QuorumOfCommittee { present, need } => {
                refused.with("present", present).with("need", need)
            }
            Refusal::IssuedMore { issued, present } => refused.with("issued", issued).with("present", present),
            Refusal::SignedMany { most } => refused.with("most", most),
            Refusal::TieNames { left } | Refusal::TieOpen { left } => refused.with("left", left),
            Refusal::Broken(broken) => broken.refused(),
            _ => refused,
        }
    }
}
