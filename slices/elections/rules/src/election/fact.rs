//! What happened, as the journal keeps it for ever: identities and counts, no names.

use ballots_rules::paper::BallotId;
use kernel::{BodyId, Day, PersonId, Verb};
use roster_rules::{ConstituencyId, MandateId, TermId};
use serde::{Deserialize, Serialize};

use super::{
    Against, BoxId, CandidateId, DistrictId, ElectionId, HeldId, Kind, LeaderLeaving, Leaving, ObjectionId, Ruling,
    Struck, VoterId, Why,
};
use crate::LeaderClass;

/// What happened to an election, a certificate or a departure: that is the subject of the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the fields are the words of the noun")]
pub enum Fact {
    /// The day of an election was announced.
    Announced { kind: Kind, term: TermId, seats: u32, day: Day },
    /// A district was drawn.
    DistrictDrawn { district: DistrictId },
    /// Seats, voters or days of posting of a district were changed.
    DistrictKept { district: DistrictId },
    /// Lists of voters came in by spreadsheet.
    VotersListed { rows: u64 },
    /// A voter was added to a list (补登).
    VoterAdded { district: DistrictId, voter: VoterId },
    /// A voter was struck from a list.
    VoterStruck { voter: VoterId, why: Struck },
    /// A voter's entry was corrected.
    VoterCorrected { voter: VoterId },
    /// Somebody objected to the list of voters (申诉).
    ObjectionReceived { objection: ObjectionId, against: Against, received: Day },
    /// The election committee decided; `applied` says whether the list was changed by it.
    ObjectionDecided { objection: ObjectionId, ruling: Ruling, on: Day, applied: bool },
    /// The court was asked.
    ObjectionSued { objection: ObjectionId, on: Day },
    /// The court judged.
    ObjectionJudged { objection: ObjectionId, ruling: Ruling, on: Day, applied: bool },
    /// A preliminary election was counted in a district.
    PrimaryCounted { district: DistrictId, valid: bool },
    /// A mobile box is sent out in a round of a district.
    BoxSent { district: DistrictId, carrier: BoxId, n: u32 },
    /// What a mobile box is or carried was entered.
    BoxKept { carrier: BoxId },
    /// A mobile box does not go out.
    BoxWithdrawn { carrier: BoxId },
    /// Another election was announced for the seats this one left open (另行选举).
    HeldAgain { election: ElectionId, seats: u32 },
    /// Nominations opened.
    NominationsOpened,
    /// The number of candidates that the method fixes was entered, or taken out.
    NumberFixed { candidates: Option<u32> },
    /// Somebody was nominated.
    Nominated { candidate: CandidateId },
    /// A nomination was taken back.
    NominationWithdrawn { candidate: CandidateId },
    /// The first list of candidates was made public.
    FirstListPosted { count: usize },
    /// The formal list was fixed.
    CandidatesFixed { count: usize },
    /// The vote of the congress was linked.
    BallotLinked { ballot: BallotId },
    /// A round of a district was counted.
    RoundCounted { district: DistrictId, n: u32, why: Why, valid: bool },
    /// The last round of a district was entered again before the result was certified; what stood before is kept.
    RoundRecounted { district: DistrictId, n: u32, attempt: u32, valid: bool },
    /// The result of the congress's vote was taken over.
    ResultTaken { ballot: BallotId, rounds: usize },
    /// The result was certified.
    Certified {
        elected: usize,
        /// Seats nobody reached; earlier facts do not say.
        #[serde(default)]
        open: u32,
    },
    /// Somebody was elected a deputy: the roster makes the mandate of that name. The subject is the certificate.
    Elected {
        election: ElectionId,
        mandate: MandateId,
        person: PersonId,
        congress: BodyId,
        term: TermId,
        on: Day,
        constituency: Option<ConstituencyId>,
    },
    /// The election of a deputy was found valid and announced (选举法 47); in a by-election the deputy takes office at once.
    Confirmed { mandate: MandateId, on: Day, at_once: bool },
    /// Somebody was elected by the congress to lead an organ or into its standing committee. The subject is the certificate; the name stands there.
    LeaderElected {
        election: ElectionId,
        person: PersonId,
        congress: BodyId,
        term: TermId,
        class: LeaderClass,
        on: Day,
    },
    /// All of it was confirmed.
    Closed { on: Day },
    /// It was put off.
    PutOff { was: Day, day: Day },
    /// It was called off.
    Cancelled,
    /// Somebody is to leave, or to stop for a time.
    DepartureReceived { mandate: MandateId, leaving: Leaving },
    /// It was not accepted, or not carried.
    DepartureDeclined { mandate: MandateId },
    /// It was accepted, carried or established: the roster ends, suspends or resumes the mandate.
    DepartureAccepted { mandate: MandateId, leaving: Leaving, on: Day },
    /// It was made public.
    DeparturePublished { mandate: MandateId },
    /// A recall or the resignation of a leader came before the congress; the subject is the matter.
    LeaderLeaveReceived { holding: HeldId, leaving: LeaderLeaving },
    /// The congress decided.
    LeaderLeaveDecided { holding: HeldId, accepted: bool },
    /// The standing committee above approved what the congress decided on its procurator-general.
    LeaderLeaveApproved { holding: HeldId, on: Day },
    /// The leader leaves on that day: the register of appointments ends the holding, the roster the role.
    LeaderLeft { holding: HeldId, leaving: LeaderLeaving, on: Day },
    /// It was made public.
    LeaderLeavePublished { holding: HeldId },
    /// It was filed with the standing committee above (备案).
    DepartureFiled { mandate: MandateId, on: Day },
}

impl Fact {
    /// The verb of an election of a deputy.
    pub const ELECTED: &'static str = "election.elected";
    /// The verb of the confirmation of one.
    pub const CONFIRMED: &'static str = "election.confirmed";
    /// The verb of an election of a leader, or of a member of the committee.
    pub const FILLED: &'static str = "election.leader-elected";
    /// The verb of a leader who leaves.
    pub const LEADER_LEFT: &'static str = "departure.leader-left";
    /// The verb of an accepted departure.
    pub const LEFT: &'static str = "departure.accepted";
}

impl Verb for Fact {
    fn verb(&self) -> &'static str {
        match self {
            Self::Announced { .. } => "election.announced",
            Self::DistrictDrawn { .. } => "election.district-drawn",
            Self::DistrictKept { .. } => "election.district-kept",
            Self::VotersListed { .. } => "election.voters-listed",
            Self::VoterAdded { .. } => "election.voter-added",
            Self::VoterStruck { .. } => "election.voter-struck",
            Self::VoterCorrected { .. } => "election.voter-corrected",
            Self::ObjectionReceived { .. } => "election.objection-received",
            Self::ObjectionDecided { .. } => "election.objection-decided",
            Self::ObjectionSued { .. } => "election.objection-sued",
            Self::ObjectionJudged { .. } => "election.objection-judged",
            Self::PrimaryCounted { .. } => "election.primary-counted",
            Self::BoxSent { .. } => "election.box-sent",
            Self::BoxKept { .. } => "election.box-kept",
            Self::BoxWithdrawn { .. } => "election.box-withdrawn",
            Self::HeldAgain { .. } => "election.held-again",
            Self::NominationsOpened => "election.nominations-opened",
            Self::NumberFixed { .. } => "election.number-fixed",
            Self::Nominated { .. } => "election.nominated",
            Self::NominationWithdrawn { .. } => "election.nomination-withdrawn",
            Self::FirstListPosted { .. } => "election.first-list-posted",
            Self::CandidatesFixed { .. } => "election.candidates-fixed",
            Self::BallotLinked { .. } => "election.ballot-linked",
            Self::RoundCounted { .. } => "election.round-counted",
            Self::RoundRecounted { .. } => "election.round-recounted",
            Self::ResultTaken { .. } => "election.result-taken",
            Self::Certified { .. } => "election.certified",
            Self::Elected { .. } => Self::ELECTED,
            Self::Confirmed { .. } => Self::CONFIRMED,
            Self::LeaderElected { .. } => Self::FILLED,
            Self::Closed { .. } => "election.closed",
            Self::PutOff { .. } => "election.put-off",
            Self::Cancelled => "election.cancelled",
            Self::DepartureReceived { .. } => "departure.received",
            Self::DepartureDeclined { .. } => "departure.declined",
            Self::DepartureAccepted { .. } => Self::LEFT,
            Self::DeparturePublished { .. } => "departure.published",
            Self::LeaderLeaveReceived { .. } => "departure.leader-received",
            Self::LeaderLeaveDecided { .. } => "departure.leader-decided",
            Self::LeaderLeaveApproved { .. } => "departure.leader-approved",
            Self::LeaderLeft { .. } => Self::LEADER_LEFT,
            Self::LeaderLeavePublished { .. } => "departure.leader-published",
            Self::DepartureFiled { .. } => "departure.filed",
        }
    }
}
