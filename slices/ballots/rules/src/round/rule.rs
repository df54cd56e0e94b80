//! How a round is decided. Fixed when it opens; every setting is an entry of a rule book that cites the body's adopted method (voting.md §2.2).

use serde::{Deserialize, Serialize};

/// Of whom a share is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Base {
    /// 全体代表、全体组成人员, or the voters of a district.
    Members,
    /// Who took part.
    Participants,
    /// Ballots returned, void ones included.
    Returned,
    /// Valid ballots.
    Valid,
}

/// What must be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bar {
    /// Nothing but votes: most of them win.
    MostVotes,
    /// 过半数: more than half; exactly half fails.
    MoreThanHalf,
    /// 以上: this many of so many, the number itself included.
    AtLeast(u32, u32),
}

impl Bar {
    /// The least number of votes that reaches it; at least one, for nobody is elected by nobody.
    #[must_use]
    pub fn least(self, base: u32) -> u32 {
        match self {
            Self::MostVotes => 1,
            Self::MoreThanHalf => base / 2 + 1,
            Self::AtLeast(a, b) => {
                let least = (u64::from(base) * u64::from(a)).div_ceil(u64::from(b.max(1)));
                u32::try_from(least).unwrap_or(u32::MAX).max(1)
            }
        }
    }
}

/// What is done about a tie at the last place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TieNext {
    /// Vote again among the tied (选举法 45).
    VoteAgain,
    /// The presidium decides.
    PresidiumDecides,
    /// All of them are taken, though they are more than the places.
    AllTaken,
}

/// When another person may be written in, and how it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WriteInRule {
    /// Whether it takes a vote against somebody (代表法 17): as many names as votes against.
    pub requires_against: bool,
    /// Whether a name without a mark beside it counts as approved; otherwise it counts for nothing.
    pub unmarked_counts: bool,
}

/// What an unclear part of a ballot does to the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnclearPart {
    /// Only that part is void.
    PartVoid,
    /// The whole ballot is void.
    BallotVoid,
}

/// The rule of a round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// Places to fill: seats, projects, 1 for a decision.
    pub places: u32,
    /// The most approvals on one ballot; one with more is void (选举法 44).
    pub most_marks: u32,
    /// Of whom the share is taken.
    pub base: Base,
    /// What must be reached.
    pub bar: Bar,
    /// How many of the members must be present.
    pub quorum: Option<Bar>,
    /// How many of the members must take part (选举法 45).
    pub turnout: Option<Bar>,
    /// Whether and how others may be written in.
    pub write_in: Option<WriteInRule>,
    /// Whether no mark at all means approval; otherwise it is an abstention.
    pub blank_approves: bool,
    /// What an unclear part does.
    pub unclear: UnclearPart,
    /// What is done about a tie.
    pub tie: TieNext,
    /// Whether ballots put names in an order (排序), of which points follow; otherwise they approve of them.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ranked: bool,
}

impl Rule {
    /// The usual rule of an assembly: more than half of all members, write-ins in place of somebody opposed, no mark is an abstention.
    #[must_use]
    pub const fn assembly(places: u32) -> Self {
        Self {
            places,
            most_marks: places,
            base: Base::Members,
            bar: Bar::MoreThanHalf,
            quorum: Some(Bar::AtLeast(2, 3)),
            turnout: None,
            write_in: Some(WriteInRule { requires_against: true, unmarked_counts: true }),
            blank_approves: false,
            unclear: UnclearPart::PartVoid,
            tie: TieNext::VoteAgain,
            ranked: false,
        }
    }

    /// A vote of a standing committee on a matter or an appointment: no write-ins, more than half of all members, and as many present.
    #[must_use]
    pub const fn committee() -> Self {
        Self { quorum: Some(Bar::MoreThanHalf), write_in: None, ..Self::assembly(1) }
    }

    /// A direct election: more than half of all voters take part, more than half of those elect.
    #[must_use]
    pub const fn direct(places: u32) -> Self {
        Self {
            base: Base::Participants,
            quorum: None,
            turnout: Some(Bar::MoreThanHalf),
            write_in: Some(WriteInRule { requires_against: false, unmarked_counts: true }),
            ..Self::assembly(places)
        }
    }

    /// The other election of a direct one: most votes, no fewer than a third of the ballots returned.
    #[must_use]
    pub const fn direct_rerun(places: u32) -> Self {
        Self { base: Base::Returned, bar: Bar::AtLeast(1, 3), ..Self::direct(places) }
    }

    /// A ranking: as many names as places are put in an order, and most points come first.
    #[must_use]
    pub const fn ranking(places: u32) -> Self {
        Self { ranked: true, ..Self::most_votes(places) }
    }

    /// A vote again among the tied, a preliminary election: most votes and nothing else.
    #[must_use]
    pub const fn most_votes(places: u32) -> Self {
        Self { bar: Bar::MostVotes, write_in: None, ..Self::assembly(places) }
    }
}
