//! Bodies, and which of them an area has by law (law.md §7, F33).

use kernel::{AreaCode, BodyId, Level};

use crate::{Area, AreaKind};

names! {
    /// What a body is.
    pub enum BodyKind {
        /// 人民代表大会.
        Congress = "congress",
        /// 常务委员会: county and above only (地方组织法 46).
        StandingCommittee = "standing_committee",
        /// 主席团 of a township, which has no standing committee.
        Presidium = "presidium",
        /// 街道人大工委 and zone committees: offices of a standing committee with delegated powers (地方组织法 59).
        WorkCommittee = "work_committee",
        /// The committee or office that does the congress's daily work: 联工委, 人大办.
        Office = "office",
        /// 承办单位.
        Unit = "unit",
        /// 代表联络站、代表之家.
        Station = "station",
        /// 代表小组.
        Group = "group",
        /// 代表团.
        Delegation = "delegation",
    }
}

names! {
    /// What a standing committee may entrust to a body that is not a congress (地方组织法 59; liaison.md §10).
    pub enum Power {
        /// Keep in touch with deputies and residents.
        ContactDeputies = "contact_deputies",
        /// Organise deputies' activities.
        OrganiseActivities = "organise_activities",
        /// Organise inspections and enforcement checks.
        Inspect = "inspect",
        /// Hear reports of the street or zone.
        HearReports = "hear_reports",
        /// Look through the draft of the budget of the street or zone.
        ReviewBudgetDraft = "review_budget_draft",
        /// Take up opinions and pass on suggestions.
        HandleOpinions = "handle_opinions",
    }
}

/// The powers every street and zone committee starts with; the standing committee may change its list.
pub const DELEGATED: &[Power] = Power::ALL;

/// A body of the roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// Its identity.
    pub id: BodyId,
    /// The area it is for.
    pub area: AreaCode,
    /// What it is.
    pub kind: BodyKind,
    /// Its official name.
    pub name: String,
    /// Whose organ it is; a congress has none.
    pub parent: Option<BodyId>,
    /// The congress it serves; a congress serves itself.
    pub congress: BodyId,
    /// Delegated powers; of work committees only.
    pub powers: Vec<Power>,
    /// Whether it splits the government's share of suggestions among units (政府办).
    pub transfer: bool,
}

/// A body that an area has by law or by the usual set-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proposed {
    /// What it is.
    pub kind: BodyKind,
    /// The powers delegated to it; empty when its powers are its own.
    pub powers: &'static [Power],
}

const fn own(kind: BodyKind) -> Proposed {
    Proposed { kind, powers: &[] }
}

/// Whether the area has a congress: 省、市、州、县、市辖区、乡、民族乡、镇 do; streets, zones, farms and villages do not (地方组织法 2; F33).
#[must_use]
pub const fn has_congress(level: Level, kind: AreaKind) -> bool {
    matches!(
        (kind, level),
        (AreaKind::Administrative, Level::Province | Level::Prefecture | Level::County | Level::Township)
    )
}

/// Whether the area's congress has a standing committee: county and above (地方组织法 46; F33).
#[must_use]
pub const fn has_standing_committee(level: Level, kind: AreaKind) -> bool {
    has_congress(level, kind) && !matches!(level, Level::Township)
}

/// Whether the area's congress has a presidium between sessions: townships (地方组织法 18).
#[must_use]
pub const fn has_presidium(level: Level, kind: AreaKind) -> bool {
    has_congress(level, kind) && matches!(level, Level::Township)
}

/// What a province has for the deputies it elects into the national congress (选举法 16–18): that congress as far as it is kept here, and the office
/// of the province's standing committee that keeps in touch with them. Neither is above anything of the province's.
#[must_use]
pub fn of_the_nation(area: &Area) -> Vec<Proposed> {
    let province = has_congress(area.level(), area.kind) && area.level() == Level::Province;
    if province { [BodyKind::Congress, BodyKind::Office].map(own).to_vec() } else { Vec::new() }
}

/// The bodies an area has, without its units.
///
/// Streets and county-rung zones have a work committee of the nearest standing committee above them. Farms, forest stations and parks on the
/// township rung have nothing of their own: whoever sets up a committee there does so by decision, and it is entered by hand.
#[must_use]
pub fn bodies_of(area: &Area) -> Vec<Proposed> {
    let (level, kind) = (area.level(), area.kind);
    if has_standing_committee(level, kind) {
        return [BodyKind::Congress, BodyKind::StandingCommittee, BodyKind::Office].map(own).to_vec();
    }
    if has_presidium(level, kind) {
        return [BodyKind::Congress, BodyKind::Presidium, BodyKind::Office].map(own).to_vec();
    }
    let street = kind == AreaKind::Subdistrict;
    let zone = kind == AreaKind::Functional && level == Level::County;
    if street || zone {
        return vec![Proposed { kind: BodyKind::WorkCommittee, powers: DELEGATED }];
    }
    Vec::new()
}
