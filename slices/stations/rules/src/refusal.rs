//! What we tell a person who may not do a thing now.

use kernel::{Refusal as Family, Refused};

/// Why a verb was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The station was merged or closed.
    Over,
    /// It stands there already, or cannot go there from where it stands.
    NotThatStep,
    /// It is to go into itself, or into one that is not open.
    IntoNothing,
    /// The deputy's home is this station already.
    HomeAlready,
    /// The deputy's home is a station of another congress.
    HomeElsewhere,
    /// The deputy's home is not this station.
    NoHome,
    /// The deputy serves at this station already.
    FurtherAlready,
    /// The deputy does not serve there beside a home elsewhere.
    NoFurther,
    /// The day has not come.
    NotYet,
    /// It was struck out.
    Struck,
    /// The item of the plan is done or given up.
    PlanOver,
    /// A sheet without indicators, with too many, or with two of one name.
    Indicators,
    /// More points than the indicator has, or none.
    Points,
    /// Bands that do not fall, or years that cannot be.
    Bands,
    /// The congress has adopted no sheet.
    NoScheme,
    /// A grading of the station is not finished.
    GradeRuns,
    /// The grading does not stand where that can be done.
    GradeStage,
    /// The plan of the year does not stand where that can be done.
    YearStage,
    /// Nothing is planned for the year.
    YearEmpty,
    /// The plan of the year waits for the meeting.
    YearWaits,
    /// A figure from which on all points are given that cannot be.
    Full,
    /// The station may still object.
    ObjectionRuns,
    /// The station may object no more.
    ObjectionOver,
    /// The station objected, and nobody ruled on it yet.
    ObjectionWaits,
}

impl Refusal {
    /// The family and the key of the sentence.
    const fn told(self) -> (Family, &'static str) {
        use Family::{NotNow, Unfit};
        match self {
            Self::Over => (NotNow, "stations-refused-over"),
            Self::NotThatStep => (NotNow, "stations-refused-step"),
            Self::IntoNothing => (Unfit, "stations-refused-into"),
            Self::HomeAlready => (NotNow, "stations-refused-home-already"),
            Self::HomeElsewhere => (NotNow, "stations-refused-home-elsewhere"),
            Self::NoHome => (NotNow, "stations-refused-no-home"),
            Self::FurtherAlready => (NotNow, "stations-refused-further-already"),
            Self::NoFurther => (NotNow, "stations-refused-no-further"),
            Self::NotYet => (Unfit, "stations-refused-not-yet"),
            Self::Struck => (NotNow, "stations-refused-struck"),
            Self::PlanOver => (NotNow, "stations-refused-plan-over"),
            Self::Indicators => (Unfit, "stations-refused-indicators"),
            Self::Points => (Unfit, "stations-refused-points"),
            Self::Bands => (Unfit, "stations-refused-bands"),
            Self::NoScheme => (NotNow, "stations-refused-no-scheme"),
            Self::GradeRuns => (NotNow, "stations-refused-grade-runs"),
            Self::GradeStage => (NotNow, "stations-refused-grade-stage"),
            Self::YearStage => (NotNow, "stations-refused-year-stage"),
            Self::YearEmpty => (NotNow, "stations-refused-year-empty"),
            Self::YearWaits => (NotNow, "stations-refused-year-waits"),
            Self::Full => (Unfit, "stations-refused-full"),
            Self::ObjectionRuns => (NotNow, "stations-refused-objection-runs"),
            Self::ObjectionOver => (NotNow, "stations-refused-objection-over"),
            Self::ObjectionWaits => (NotNow, "stations-refused-objection-waits"),
        }
    }
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        let (family, key) = refusal.told();
        Self::new(family, key)
    }
}
