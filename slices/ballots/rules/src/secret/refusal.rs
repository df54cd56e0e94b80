//! What we tell a person who may not do a thing in a hall now.

use kernel::{Refusal as Family, Refused};

/// Why a verb was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are the values of the sentence")]
pub enum Refusal {
    /// It is an election: names written in are on paper.
    Election,
    /// It is a ranking: orders are counted on paper.
    Ranking,
    /// No adopted method permits it.
    NotPermitted,
    /// The round is counted, has a result, or is corrected.
    RoundBegun,
    /// The round is held electronically: its boxes stay closed until that is void.
    HallRuns,
    /// The round is or was held electronically.
    HallThere,
    /// Fewer than two voters are no secret.
    Least,
    /// Fewer are there than the method asks for.
    TooFew { count: u32, least: u32 },
    /// Fewer than two trustees, more than nine, or a name twice.
    Trustees,
    /// Not at this stage.
    Stage,
    /// There is no such trustee.
    NoTrustee,
    /// That trustee has handed it in.
    Handed,
    /// Not all trustees have committed.
    Uncommitted,
    /// It is not what the trustee committed to, or its proof does not hold.
    BadKey,
    /// The commitment is no hash.
    BadCommitment,
    /// Two trustees show the same key.
    SameKey,
    /// Not all trustees have shown their keys.
    KeysMissing,
    /// The decryption does not hold for these totals and this trustee.
    BadDecryption,
    /// Only deputies in office vote here.
    NoDeputy,
    /// The device key is none, or another deputy's.
    BadDevice,
    /// Presence is confirmed: the desk must take that back first.
    DeviceFixed,
    /// This account brought no device, or is not told present.
    NotOnRoll,
    /// There is no such number.
    NoNumber,
    /// The key on the phone is not the one that was compared.
    OtherKey,
    /// More are present by the roll than were counted.
    MorePresent { count: u32, present: u32 },
    /// The signature does not hold under the device's key.
    BadSignature,
    /// The blinded value is none.
    BadBlinded,
    /// Another ballot was issued for this number.
    Issued,
    /// Another list than the one that stands.
    OtherSetup,
    /// Nothing was issued for this number.
    NotIssued,
    /// Not everybody in the list has confirmed, or there are more credentials than ballots issued.
    Unconfirmed { confirmed: u32, listed: u32 },
    /// Totals and list do not fit.
    BadTotals,
}

impl Refusal {
    const fn told(&self) -> (Family, &'static str) {
        use Family::{Missing, NotNow, NotYours, Unfit};
        match self {
            Self::Election => (Unfit, "ballots-hall-refused-election"),
            Self::Ranking => (Unfit, "ballots-hall-refused-ranking"),
            Self::NotPermitted => (NotNow, "ballots-hall-refused-not-permitted"),
            Self::RoundBegun => (NotNow, "ballots-hall-refused-round-begun"),
            Self::HallRuns => (NotNow, "ballots-hall-refused-runs"),
            Self::HallThere => (NotNow, "ballots-hall-refused-there"),
            Self::Least => (Unfit, "ballots-hall-refused-least"),
            Self::TooFew { .. } => (NotNow, "ballots-hall-refused-too-few"),
            Self::Trustees => (Unfit, "ballots-hall-refused-trustees"),
            Self::Stage => (NotNow, "ballots-hall-refused-stage"),
            Self::NoTrustee => (Missing, "ballots-hall-refused-no-trustee"),
            Self::Handed => (NotNow, "ballots-hall-refused-handed"),
            Self::Uncommitted => (NotNow, "ballots-hall-refused-uncommitted"),
            Self::BadKey => (Unfit, "ballots-hall-refused-key"),
            Self::BadCommitment => (Unfit, "ballots-hall-refused-commitment"),
            Self::SameKey => (Unfit, "ballots-hall-refused-same-key"),
            Self::KeysMissing => (NotNow, "ballots-hall-refused-keys-missing"),
            Self::BadDecryption => (Unfit, "ballots-hall-refused-decryption"),
            Self::NoDeputy => (NotYours, "ballots-hall-refused-no-deputy"),
            Self::BadDevice => (Unfit, "ballots-hall-refused-device"),
            Self::DeviceFixed => (NotNow, "ballots-hall-refused-device-fixed"),
            Self::NotOnRoll => (NotYours, "ballots-hall-refused-not-on-roll"),
            Self::NoNumber => (Unfit, "ballots-hall-refused-no-number"),
            Self::OtherKey => (Unfit, "ballots-hall-refused-other-key"),
            Self::MorePresent { .. } => (NotNow, "ballots-hall-refused-more-present"),
            Self::BadSignature => (Unfit, "ballots-hall-refused-signature"),
            Self::BadBlinded => (Unfit, "ballots-hall-refused-blinded"),
            Self::Issued => (NotNow, "ballots-hall-refused-issued"),
            Self::OtherSetup => (NotNow, "ballots-hall-refused-setup"),
            Self::NotIssued => (NotYours, "ballots-hall-refused-not-issued"),
            Self::Unconfirmed { .. } => (NotNow, "ballots-hall-refused-unconfirmed"),
            Self::BadTotals => (Unfit, "ballots-hall-refused-totals"),
        }
    }
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        let (family, key) = refusal.told();
        let refused = Self::new(family, key);
        match refusal {
            Refusal::TooFew { count, least } => refused.with("count", count).with("least", least),
            Refusal::MorePresent { count, present } => refused.with("count", count).with("present", present),
            Refusal::Unconfirmed { confirmed, listed } => refused.with("confirmed", confirmed).with("listed", listed),
            _ => refused,
        }
    }
}
