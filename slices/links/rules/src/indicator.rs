//! Indicators of coverage 覆盖指标: who is counted, and what makes one covered. Each is a ratio of two lists, as of a day.

use law_rules::words;

use crate::Sort;

words! {
    /// Who is counted.
    Population {
        /// 在任代表.
        Deputies = "deputies",
        /// 常委会组成人员.
        Committee = "committee",
        /// 乡镇、街道、园区.
        Towns = "towns",
        /// 村、社区.
        Villages = "villages",
    }

    /// What makes one covered.
    Condition {
        /// 编入联络站: has a home station.
        Home = "home",
        /// 进站接待: received people at a station within a year.
        Received = "received",
        /// 有开放的联络站.
        Station = "station",
        /// 有人联系.
        Linked = "linked",
        /// 联系到位: was contacted within a year.
        Contacted = "contacted",
        /// 联系他人.
        Links = "links",
        /// 开展联系: recorded a contact within a year.
        Visits = "visits",
    }
}

impl Population {
    /// What sort of thing is counted.
    #[must_use]
    pub const fn sort(self) -> Sort {
        match self {
            Self::Deputies | Self::Committee => Sort::Person,
            Self::Towns | Self::Villages => Sort::Place,
        }
    }
}

impl Condition {
    /// Whether it can be narrowed to one kind of links.
    #[must_use]
    pub const fn of_links(self) -> bool {
        matches!(self, Self::Linked | Self::Contacted | Self::Links | Self::Visits)
    }
}

/// Whether the two lists speak of the same things.
#[must_use]
pub const fn fits(population: Population, condition: Condition) -> bool {
    match condition {
        Condition::Linked | Condition::Contacted => true,
        Condition::Home | Condition::Received | Condition::Links | Condition::Visits => {
            matches!(population.sort(), Sort::Person)
        }
        Condition::Station => matches!(population, Population::Towns),
    }
}

/// The indicators every congress has, under the words of their addresses.
pub const BUILT_IN: [(&str, Population, Condition); 10] = [
    ("deputies-home", Population::Deputies, Condition::Home),
    ("deputies-received", Population::Deputies, Condition::Received),
    ("deputies-linked", Population::Deputies, Condition::Linked),
    ("deputies-contacted", Population::Deputies, Condition::Contacted),
    ("deputies-links", Population::Deputies, Condition::Links),
    ("deputies-visits", Population::Deputies, Condition::Visits),
    ("committee-links", Population::Committee, Condition::Links),
    ("committee-visits", Population::Committee, Condition::Visits),
    ("towns-station", Population::Towns, Condition::Station),
    ("villages-linked", Population::Villages, Condition::Linked),
];
