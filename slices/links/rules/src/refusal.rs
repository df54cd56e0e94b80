//! What we tell a person who may not do a thing now.

use kernel::{Day, Refusal as Family, Refused};

/// Why a verb was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are the values of the sentence")]
pub enum Refusal {
    /// Who stands on a side cannot link, or be linked.
    Sides,
    /// The sides of a kind are fixed once it has links or a draft.
    SidesFixed,
    /// Nobody is linked by none or by so many.
    Need { most: u16 },
    /// The least is more than the most, or the most too much.
    Quota { most: u16 },
    /// Nobody makes contact so often.
    Times { most: u16 },
    /// The last day comes before the first.
    DaysCross,
    /// The kind is not in force.
    NotInForce,
    /// There are too many to spread at once.
    TooMany,
    /// There is an open draft of the kind.
    DraftOpen,
    /// The draft was adopted or given up.
    DraftOver,
    /// Somebody in the draft is no longer to be linked, or is linked already.
    DraftStale { name: String },
    /// The draft has no line.
    DraftEmpty,
    /// Who is named is not on that side.
    NotOnSide { name: String },
    /// The two are linked.
    LinkedTwice,
    /// Nobody links themselves.
    Oneself,
    /// Who links has as many as the kind lets.
    Full { name: String, most: u16 },
    /// The link is over.
    LinkOver,
    /// The day is not within the link, or has not come.
    DayOutside { first: Day, last: Day },
    /// The reason is not given by hand.
    Reason,
    /// Two lists that speak of different things.
    Indicator,
    /// There are enough indicators.
    IndicatorsMany { most: u32 },
}

impl Refusal {
    /// The family and the key of the sentence.
    const fn told(&self) -> (Family, &'static str) {
        use Family::{NotNow, Unfit};
        match self {
            Self::Sides => (Unfit, "links-refused-sides"),
            Self::SidesFixed => (NotNow, "links-refused-sides-fixed"),
            Self::Need { .. } => (Unfit, "links-refused-need"),
            Self::Quota { .. } => (Unfit, "links-refused-quota"),
            Self::Times { .. } => (Unfit, "links-refused-times"),
            Self::DaysCross => (Unfit, "links-refused-days-cross"),
            Self::NotInForce => (NotNow, "links-refused-not-in-force"),
            Self::TooMany => (Unfit, "links-refused-too-many"),
            Self::DraftOpen => (NotNow, "links-refused-draft-open"),
            Self::DraftOver => (NotNow, "links-refused-draft-over"),
            Self::DraftStale { .. } => (NotNow, "links-refused-draft-stale"),
            Self::DraftEmpty => (Unfit, "links-refused-draft-empty"),
            Self::NotOnSide { .. } => (Unfit, "links-refused-not-on-side"),
            Self::LinkedTwice => (Unfit, "links-refused-linked-twice"),
            Self::Oneself => (Unfit, "links-refused-oneself"),
            Self::Full { .. } => (Unfit, "links-refused-full"),
            Self::LinkOver => (NotNow, "links-refused-link-over"),
            Self::DayOutside { .. } => (Unfit, "links-refused-day-outside"),
            Self::Reason => (Unfit, "links-refused-reason"),
            Self::Indicator => (Unfit, "links-refused-indicator"),
            Self::IndicatorsMany { .. } => (NotNow, "links-refused-indicators-many"),
        }
    }
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        let (family, key) = refusal.told();
        let refused = Self::new(family, key);
        match refusal {
            Refusal::Need { most } | Refusal::Quota { most } | Refusal::Times { most } => refused.with("most", most),
            Refusal::IndicatorsMany { most } => refused.with("most", most),
            Refusal::DraftStale { name } | Refusal::NotOnSide { name } => refused.with("name", name),
            Refusal::Full { name, most } => refused.with("name", name).with("most", most),
            Refusal::DayOutside { first, last } => refused.with("first", first).with("last", last),
            _ => refused,
        }
    }
}
