//! What we tell a person who may not do a thing now.

use kernel::{Refusal as Family, Refused};
use law_rules::Word as _;

use super::{MOST_SEATS, MOST_VOTERS, Stage};

/// Why a verb was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are the values of the sentence")]
pub enum Refusal {
    /// The verb does not fit the stage.
    Stage { stage: Stage },
    /// No seats, or more than there can be.
    Seats,
    /// More voters than there can be.
    Voters,
    /// The seats of the districts are not those of the election.
    SeatsApart { districts: u32, seats: u32 },
    /// There is no district.
    NoDistrict,
    /// A direct election is of the own congress, an indirect one of the congress above.
    WrongTerm,
    /// The class of leaders is missing, or there is one where none belongs.
    Class,
    /// Too few signed (选举法 30, 地方组织法 26).
    SignersFew { signers: u32, need: u32 },
    /// A party recommends more than there are seats (选举法 30).
    PartyMore { seats: u32 },
    /// Nobody born then is eighteen on election day (选举法 4).
    UnderAge,
    /// Nobody is nominated whom a first list could name.
    NobodyNominated,
    /// The first list is made public.
    FirstListTold,
    /// No congress in session recalls, or lets resign, who holds that office.
    NotLeader,
    /// Who moved a recall is not told, or cannot move it there.
    NotMover,
    /// Something of that holding waits already, or it is over.
    LeaderGone,
    /// The congress did not come to that: so many said yes, so many are needed.
    VoteFails { yes: u32, need: u32 },
    /// It waits for the committee above.
    ApprovalWaits,
    /// No approval is asked for, or it came.
    ApprovalNone,
    /// The new election day is not later.
    NotLater { day: String },
    /// The presidium nominates more than there are seats (地方组织法 26).
    PresidiumMore { seats: u32 },
    /// Nobody nominates so there.
    Origin,
    /// The name stands on the list.
    NameTwice { name: String },
    /// The formal list is too short or too long.
    Range { district: String, count: u32, min: u32, most: String },
    /// More nominees than may stand: a preliminary election, or among voters a consultation.
    PreliminaryNeeded { district: String },
    /// Nobody who was nominated is left out where no more were than may stand.
    LeftOut { district: String },
    /// No method fixes how many stand there.
    FixedHere,
    /// Somebody with fewer votes in the preliminary election stands before one with more.
    PreliminaryOrder { district: String },
    /// This is an election by the voters, there is no ballot of a congress.
    NoBallot,
    /// The result comes from the ballot of the congress.
    ByBallot,
    /// The ballot has announced nothing.
    BallotSilent,
    /// The ballot is one of the standing committee: it fills single seats of deputies between sessions alone (选举法 57).
    BallotAssembly,
    /// The ballot elects with less, or of others, than more than half of all deputies (选举法 45, 地方组织法 27).
    BallotMajority,
    /// The ballot is for more or fewer than the election.
    BallotPlaces { places: u32, seats: u32 },
    /// A name stands on the ballot alone, or on the formal list alone.
    BallotNames { name: String },
    /// More were elected than there are seats.
    Crowded { elected: u32, seats: u32 },
    /// No round is due in the district.
    NothingDue,
    /// No round of the district was counted, or another one since.
    NothingCounted,
    /// The figures cannot be: more ballots void than came in, more votes by proxy than votes.
    Figures,
    /// Somebody votes for more than three (选举法 42).
    Proxies { most: u32 },
    /// A district was not counted, is void, or tied.
    NotDecided { district: String },
    /// Somebody sits in that term already.
    Seated { name: String },
    /// The election day has not come.
    DayAhead { day: String },
    /// The departure is decided, or not yet.
    DepartureStage,
    /// Too few ask for the recall, or the vote did not carry it.
    RecallFails { yes: u32, need: u32 },
    /// A township's congress accepts a resignation in session alone (选举法 55).
    Recess,
    /// The congress that elected the deputy is the one that decides (选举法 51, 55).
    Electors,
    /// What was decided need not be filed, or is.
    Filing,
    /// How many ask for it, or the vote, is missing.
    RecallFigures,
    /// The mandate is not one that can end so.
    Mandate,
    /// The day comes before what it follows.
    DayEarly { day: String },
    /// No list of voters is posted: nothing can be objected to.
    NotPosted,
    /// The objection is not at this step.
    HearingStage,
    /// The court is asked five days before election day at the latest (选举法 29).
    SuedLate { due: String },
    /// Too few scrutineers go with a mobile box, or too many.
    Scrutineers { least: usize, most: usize },
    /// A scrutineer is a candidate.
    ScrutineerStands { name: String },
    /// More came back in boxes than were handed out, or than came in at all.
    BoxFigures,
    /// A mobile box is on its way: what it carried is not entered.
    BoxOut,
    /// The figures of a preliminary election cannot be.
    PrimaryFigures,
    /// Too few took part in the preliminary election, or ballots were over.
    PrimaryVoid { district: String },
    /// All seats are filled, or another election for them is announced.
    NothingOpen,
}

impl Refusal {
    /// The family and the key of the sentence.
    const fn told(&self) -> (Family, &'static str) {
        use Family::{NotNow, Unfit};
        match self {
            Self::Stage { .. } => (NotNow, "elections-refused-stage"),
            Self::Seats => (Unfit, "elections-refused-seats"),
            Self::Voters => (Unfit, "elections-refused-voters"),
            Self::SeatsApart { .. } => (NotNow, "elections-refused-seats-apart"),
            Self::NoDistrict => (NotNow, "elections-refused-no-district"),
            Self::WrongTerm => (Unfit, "elections-refused-wrong-term"),
            Self::Class => (Unfit, "elections-refused-class"),
            Self::SignersFew { .. } => (Unfit, "elections-refused-signers-few"),
            Self::PartyMore { .. } => (Unfit, "elections-refused-party-more"),
            Self::NameTwice { .. } => (Unfit, "elections-refused-name-twice"),
            Self::UnderAge => (Unfit, "elections-refused-under-age"),
            Self::NobodyNominated => (NotNow, "elections-refused-nobody-nominated"),
            Self::FirstListTold => (NotNow, "elections-refused-first-list-told"),
            Self::NotLeader => (Unfit, "elections-refused-not-leader"),
            Self::NotMover => (Unfit, "elections-refused-not-mover"),
            Self::LeaderGone => (NotNow, "elections-refused-leader-gone"),
            Self::VoteFails { .. } => (Unfit, "elections-refused-vote-fails"),
            Self::ApprovalWaits => (NotNow, "elections-refused-approval-waits"),
            Self::ApprovalNone => (NotNow, "elections-refused-approval-none"),
            Self::NotLater { .. } => (Unfit, "elections-refused-not-later"),
            Self::PresidiumMore { .. } => (Unfit, "elections-refused-presidium-more"),
            Self::Origin => (Unfit, "elections-refused-origin"),
            Self::Range { .. } => (Unfit, "elections-refused-range"),
            Self::PreliminaryNeeded { .. } => (Unfit, "elections-refused-preliminary-needed"),
            Self::LeftOut { .. } => (Unfit, "elections-refused-left-out"),
            Self::FixedHere => (NotNow, "elections-refused-fixed-here"),
            Self::PreliminaryOrder { .. } => (Unfit, "elections-refused-preliminary-order"),
            Self::NoBallot => (NotNow, "elections-refused-no-ballot"),
            Self::ByBallot => (NotNow, "elections-refused-by-ballot"),
            Self::BallotSilent => (NotNow, "elections-refused-ballot-silent"),
            Self::BallotAssembly => (Unfit, "elections-refused-ballot-assembly"),
            Self::BallotMajority => (Unfit, "elections-refused-ballot-majority"),
            Self::BallotPlaces { .. } => (Unfit, "elections-refused-ballot-places"),
            Self::BallotNames { .. } => (Unfit, "elections-refused-ballot-names"),
            Self::Crowded { .. } => (NotNow, "elections-refused-crowded"),
            Self::NothingDue => (NotNow, "elections-refused-nothing-due"),
            Self::NothingCounted => (NotNow, "elections-refused-nothing-counted"),
            Self::Figures => (Unfit, "elections-refused-figures"),
            Self::Proxies { .. } => (Unfit, "elections-refused-proxies"),
            Self::NotDecided { .. } => (NotNow, "elections-refused-not-decided"),
            Self::Seated { .. } => (NotNow, "elections-refused-seated"),
            Self::DayAhead { .. } => (NotNow, "elections-refused-day-ahead"),
            Self::DepartureStage => (NotNow, "elections-refused-departure-stage"),
            Self::RecallFails { .. } => (Unfit, "elections-refused-recall-fails"),
            Self::Recess => (NotNow, "elections-refused-recess"),
            Self::Electors => (NotNow, "elections-refused-electors"),
            Self::Filing => (NotNow, "elections-refused-filing"),
            Self::RecallFigures => (Unfit, "elections-refused-recall-figures"),
            Self::Mandate => (NotNow, "elections-refused-mandate"),
            Self::DayEarly { .. } => (Unfit, "elections-refused-day-early"),
            Self::NotPosted => (NotNow, "elections-refused-not-posted"),
            Self::HearingStage => (NotNow, "elections-refused-hearing-stage"),
            Self::SuedLate { .. } => (Unfit, "elections-refused-sued-late"),
            Self::Scrutineers { .. } => (Unfit, "elections-refused-scrutineers"),
            Self::ScrutineerStands { .. } => (Unfit, "elections-refused-scrutineer-stands"),
            Self::BoxFigures => (Unfit, "elections-refused-box-figures"),
            Self::BoxOut => (NotNow, "elections-refused-box-out"),
            Self::PrimaryFigures => (Unfit, "elections-refused-primary-figures"),
            Self::PrimaryVoid { .. } => (Unfit, "elections-refused-primary-void"),
            Self::NothingOpen => (NotNow, "elections-refused-nothing-open"),
        }
    }
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        let (family, key) = refusal.told();
        let refused = Self::new(family, key);
        match refusal {
            Refusal::Stage { stage } => refused.with("stage", stage.word()),
            Refusal::Seats => refused.with("most", MOST_SEATS),
            Refusal::Voters => refused.with("most", MOST_VOTERS),
            Refusal::SeatsApart { districts, seats } => refused.with("districts", districts).with("seats", seats),
            Refusal::SignersFew { signers, need } => refused.with("signers", signers).with("need", need),
            Refusal::PresidiumMore { seats } | Refusal::PartyMore { seats } => refused.with("seats", seats),
            Refusal::NameTwice { name }
            | Refusal::Seated { name }
            | Refusal::ScrutineerStands { name }
            | Refusal::BallotNames { name } => refused.with("name", name),
            Refusal::BallotPlaces { places, seats } => refused.with("places", places).with("seats", seats),
            Refusal::Crowded { elected, seats } => refused.with("elected", elected).with("seats", seats),
            Refusal::SuedLate { due } => refused.with("due", due),
            Refusal::Scrutineers { least, most } => refused.with("least", least).with("most", most),
            Refusal::Range { district, count, min, most } => {
                refused.with("district", district).with("count", count).with("min", min).with("most", most)
            }
            Refusal::PreliminaryNeeded { district }
            | Refusal::LeftOut { district }
            | Refusal::PreliminaryOrder { district }
            | Refusal::PrimaryVoid { district }
            | Refusal::NotDecided { district } => refused.with("district", district),
            Refusal::Proxies { most } => refused.with("most", most),
            Refusal::NotLater { day } | Refusal::DayAhead { day } | Refusal::DayEarly { day } => {
                refused.with("day", day)
            }
            Refusal::VoteFails { yes, need } | Refusal::RecallFails { yes, need } => {
                refused.with("yes", yes).with("need", need)
            }
            _ => refused,
        }
    }
}
