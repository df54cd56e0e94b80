//! Rules of the roster told with their working: a deputy's standing (F21), seats in several congresses (F22), the size of a standing
//! committee (F23), which units have a congress (F33).

use kernel::{AreaCode, Refusal, Refused};
use law_rules::{Act, Article, DeputiesLaw, Rung, Step, Verdict, Word, words};
use serde::Serialize;

use crate::{
    AreaKind, Chain, EndReason, Event, Ground, Law, Status, concurrent_seats, deputy_status, has_congress,
    has_standing_committee,
};

words! {
    /// What happened to a deputy.
    pub enum Happened as "roster-happened-" {
        /// 被羁押.
        Detained = "detained",
        /// 解除羁押、刑满.
        Released = "released",
        /// 被判处管制、拘役、有期徒刑, political rights not taken.
        Sentenced = "sentenced",
        /// The same, with political rights taken.
        SentencedDeprived = "sentenced_deprived" | "sentenced_with_deprivation",
        /// 未经批准缺席一次会议.
        Absent = "absent" | "absent_without_leave" | "absence",
        /// 辞职已提出.
        ResignationFiled = "resignation_filed",
        /// 辞职被接受.
        Resigned = "resigned" | "resignation_accepted",
        /// 责令辞职被接受.
        OrderedToResign = "ordered_to_resign" | "ordered_resignation_accepted",
        /// 迁出或者调离本行政区域.
        MovedAway = "moved_away" | "moved_out",
        /// 被罢免.
        Recalled = "recalled",
        /// 丧失国籍.
        NationalityLost = "nationality_lost",
        /// 被剥夺政治权利.
        RightsDeprived = "rights_deprived",
        /// 丧失行为能力.
        CapacityLost = "capacity_lost",
        /// 去世.
        Died = "died",
    }
}

words! {
    /// How a deputy stands, in a word.
    pub enum State as "roster-stands-" {
        /// 执行代表职务.
        Active = "active",
        /// 暂时停止执行代表职务.
        Suspended = "suspended",
        /// 代表资格终止.
        Ended = "ended",
    }
}

/// How a deputy stands, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Stood {
    /// In a word.
    pub status: State,
    /// Why suspended.
    pub ground: Option<Ground>,
    /// Why ended.
    pub ended: Option<EndReason>,
}

impl Happened {
    const fn event(self) -> Event {
        match self {
            Self::Detained => Event::Detained,
            Self::Released => Event::Released,
            Self::Sentenced => Event::Sentenced { deprived: false },
            Self::SentencedDeprived => Event::Sentenced { deprived: true },
            Self::Absent => Event::AbsentWithoutLeave,
            Self::ResignationFiled => Event::ResignationFiled,
            Self::Resigned => Event::Ended(EndReason::Resigned),
            Self::OrderedToResign => Event::Ended(EndReason::OrderedToResign),
            Self::MovedAway => Event::Ended(EndReason::MovedAway),
            Self::Recalled => Event::Ended(EndReason::Recalled),
            Self::NationalityLost => Event::Ended(EndReason::NationalityLost),
            Self::RightsDeprived => Event::Ended(EndReason::RightsDeprived),
            Self::CapacityLost => Event::Ended(EndReason::CapacityLost),
            Self::Died => Event::Ended(EndReason::Died),
        }
    }
}

/// F21: plays the events of one term in order (代表法 61, 62; before 2025: 48, 49).
///
/// # Errors
/// When an event names a reason which that text of the law does not know.
pub fn status_told(events: &[Happened], law_version: DeputiesLaw) -> Result<Verdict<Stood>, Refused> {
    let law = match law_version {
        DeputiesLaw::Y2025 => Law::Y2025,
        DeputiesLaw::Y2015 => Law::Y2015,
    };
    let mut played = Vec::new();
    let mut working: Vec<Step> = Vec::new();
    let mut value = Stood { status: State::Active, ground: None, ended: None };
    for event in events {
        if value.status == State::Ended {
            working.push(Step::new("roster-step-after-the-end").with("event", event.said()));
            continue;
        }
        played.push(event.event());
        let (now, article) = stood(deputy_status(&played, law)?, law);
        value = now;
        let step = Step::new("roster-step-event").with("event", event.said()).with("status", now.status.said());
        working.push(step.citing(article));
    }
    if working.iter().all(|step| step.basis.is_none()) {
        let rule = Step::new("roster-step-status-rule").citing(Some(whole(Ground::Custody.article(law))));
        working.insert(0, rule);
    }
    let absent = events.iter().filter(|event| **event == Happened::Absent).count();
    if absent > 1 {
        working.push(Step::new("roster-step-two-absences").with("count", absent).reading());
    }
    let reason = Step::new("roster-reason-status").with("status", value.status.said());
    Ok(Verdict::new(value, reason, working))
}

/// The article without its item.
const fn whole(article: Article) -> Article {
    Article { item: None, ..article }
}

fn stood(status: Status, law: Law) -> (Stood, Option<Article>) {
    match status {
        Status::Active => (Stood { status: State::Active, ground: None, ended: None }, None),
        Status::Suspended(ground) => {
            (Stood { status: State::Suspended, ground: Some(ground), ended: None }, Some(ground.article(law)))
        }
        Status::Ended(why) => (Stood { status: State::Ended, ground: None, ended: Some(why) }, why.article(law)),
    }
}

/// Whether seats in several congresses go together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Concurrent {
    /// Whether they do; nothing where a person must look.
    pub ok: Option<bool>,
    /// The two areas that have no relation of superior and inferior.
    pub apart: Option<(AreaCode, AreaCode)>,
}

/// F22: seats go together along one chain of areas alone (选举法 48). `zones` are county-rung zones, whose towns may lie in another county in law.
#[must_use]
pub fn concurrent_seats_ok(areas: &[AreaCode], zones: &[AreaCode]) -> Verdict<Concurrent> {
    let rule = Step::new("roster-step-chain").by(Act::Electoral, 48);
    let apart =
        |one: &AreaCode, other: &AreaCode, key| Step::new(key).with("one", one.as_str()).with("other", other.as_str());
    match concurrent_seats(areas, zones) {
        Chain::One => {
            let value = Concurrent { ok: Some(true), apart: None };
            Verdict::new(value, Step::new("roster-reason-chain"), vec![rule])
        }
        Chain::Broken(one, other) => {
            let working = vec![rule, apart(&one, &other, "roster-step-apart")];
            let value = Concurrent { ok: Some(false), apart: Some((one, other)) };
            Verdict::new(value, Step::new("roster-reason-no-chain"), working)
        }
        Chain::Unsure(one, other) => {
            let working = vec![rule, apart(&one, &other, "roster-step-zone").reading()];
            let value = Concurrent { ok: None, apart: Some((one, other)) };
            Verdict::new(value, Step::new("roster-reason-chain-unsure"), working)
        }
    }
}

/// The size of a standing committee.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Sizes {
    /// The least number of members.
    pub min: u32,
    /// The greatest number of members.
    pub max: u32,
}

/// F23: how many members a standing committee has (地方组织法 47). The text names cities alone for the greater number, not prefectures.
///
/// # Errors
/// When the level has no standing committee.
pub fn committee_size_range(level: Rung, population: u32) -> Result<Verdict<Sizes>, Refused> {
    let (min, max, many, more) = match level {
        Rung::Province | Rung::Municipality => (45, 75, 80_000_000, 95),
        Rung::City => (29, 51, 8_000_000, 61),
        Rung::AutonomousPrefecture => (29, 51, u32::MAX, 51),
        Rung::County => (15, 35, 1_000_000, 45),
        Rung::Township => return Err(Refused::new(Refusal::Unfit, "roster-refused-no-standing-committee")),
    };
    let large = population > many;
    let value = Sizes { min, max: if large { more } else { max } };
    let mut working = vec![
        Step::new("roster-step-size")
            .with("level", level.said())
            .with("min", min)
            .with("max", max)
            .by(Act::Organic, 47),
    ];
    if large {
        let step = Step::new("roster-step-size-many").with("many", many).with("max", more);
        working.push(step.by(Act::Organic, 47));
    }
    working.push(Step::new("roster-step-size-fixed").by(Act::Organic, 47));
    let reason = Step::new("roster-reason-size").with("min", value.min).with("max", value.max);
    Ok(Verdict::new(value, reason, working))
}

words! {
    /// What a unit is.
    pub enum UnitType as "roster-unit-" {
        /// 省、自治区、直辖市.
        Province = "province" | "省" | "自治区" | "直辖市",
        /// 设区的市.
        City = "city" | "市" | "设区的市",
        /// 自治州.
        Prefecture = "autonomous_prefecture" | "州" | "自治州",
        /// 县、自治县、不设区的市.
        County = "county" | "县" | "自治县" | "不设区的市" | "县级市",
        /// 市辖区.
        District = "district" | "市辖区" | "区",
        /// 乡.
        Township = "township" | "乡",
        /// 民族乡.
        EthnicTownship = "ethnic_township" | "民族乡",
        /// 镇.
        Town = "town" | "镇",
        /// 街道.
        Street = "street" | "subdistrict" | "街道",
        /// 开发区.
        DevelopmentZone = "development_zone" | "开发区" | "高新区" | "经开区",
        /// 管理区.
        ManagementZone = "management_zone" | "管理区",
        /// 农场、林场.
        Farm = "farm" | "农场" | "林场",
        /// 村、社区.
        Village = "village" | "村" | "社区",
    }
}

/// Which organs of state power a unit has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Organs {
    /// 人民代表大会.
    pub congress: bool,
    /// 常务委员会.
    pub standing_committee: bool,
}

impl UnitType {
    const fn place(self) -> (kernel::Level, AreaKind) {
        use kernel::Level;
        match self {
            Self::Province => (Level::Province, AreaKind::Administrative),
            Self::City | Self::Prefecture => (Level::Prefecture, AreaKind::Administrative),
            Self::County | Self::District => (Level::County, AreaKind::Administrative),
            Self::Township | Self::EthnicTownship | Self::Town => (Level::Township, AreaKind::Administrative),
            Self::Street => (Level::Township, AreaKind::Subdistrict),
            Self::DevelopmentZone | Self::ManagementZone => (Level::County, AreaKind::Functional),
            Self::Farm => (Level::Township, AreaKind::Functional),
            Self::Village => (Level::Village, AreaKind::Village),
        }
    }
}

/// F33: whether a unit has a congress, and a standing committee (地方组织法 2, 46; for streets 59).
#[must_use]
pub fn unit_has_congress(of: UnitType) -> Verdict<Organs> {
    let (level, kind) = of.place();
    let value = Organs { congress: has_congress(level, kind), standing_committee: has_standing_committee(level, kind) };
    let rule = Step::new("roster-step-has-congress").by(Act::Organic, 2);
    let (reason, second) = match (value.congress, value.standing_committee, kind) {
        (true, true, _) => ("roster-reason-committee", Step::new("roster-step-committee").by(Act::Organic, 46)),
        (true, false, _) => ("roster-reason-presidium", Step::new("roster-step-presidium").by(Act::Organic, 18)),
        (false, _, AreaKind::Subdistrict) => {
            ("roster-reason-no-congress", Step::new("roster-step-street").by(Act::Organic, 59))
        }
        (false, _, AreaKind::Functional) => {
            ("roster-reason-no-congress", Step::new("roster-step-zone-organ").by(Act::Organic, 59))
        }
        (false, ..) => ("roster-reason-no-congress", Step::new("roster-step-village")),
    };
    Verdict::new(value, Step::new(reason).with("unit", of.said()), vec![rule, second])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_make_and_unmake_a_deputy() {
        // law.md F21
        for (events, law, status, ended) in [
            (&[Happened::Detained][..], DeputiesLaw::Y2025, State::Suspended, None),
            (&[Happened::Detained, Happened::Released], DeputiesLaw::Y2025, State::Active, None),
            (&[Happened::Sentenced], DeputiesLaw::Y2025, State::Suspended, None),
            (&[Happened::SentencedDeprived], DeputiesLaw::Y2025, State::Ended, Some(EndReason::RightsDeprived)),
            (&[Happened::Absent], DeputiesLaw::Y2025, State::Active, None),
            (&[Happened::Absent, Happened::Absent], DeputiesLaw::Y2025, State::Ended, Some(EndReason::Absent)),
            (&[Happened::MovedAway], DeputiesLaw::Y2025, State::Ended, Some(EndReason::MovedAway)),
            (&[Happened::ResignationFiled], DeputiesLaw::Y2025, State::Active, None),
            (
                &[Happened::ResignationFiled, Happened::Resigned],
                DeputiesLaw::Y2025,
                State::Ended,
                Some(EndReason::Resigned),
            ),
            (&[Happened::OrderedToResign], DeputiesLaw::Y2025, State::Ended, Some(EndReason::OrderedToResign)),
            (&[Happened::Died, Happened::Released], DeputiesLaw::Y2025, State::Ended, Some(EndReason::Died)),
        ] {
            let value = status_told(events, law).unwrap().value;
            assert_eq!((value.status, value.ended), (status, ended), "{events:?}");
        }
        assert!(status_told(&[Happened::OrderedToResign], DeputiesLaw::Y2015).is_err());
        let article = status_told(&[Happened::OrderedToResign], DeputiesLaw::Y2025).unwrap().articles();
        assert_eq!(article, [Article::item(Act::Deputies, 62, 2)]);
    }

    #[test]
    fn seats_go_together_along_one_chain() {
        // law.md F22
        for (codes, ok) in [
            (&["43", "4301", "430102"][..], true),
            (&["430102", "430103"], false),
            (&["4301", "4302"], false),
            (&["43", "430321"], true),
            (&["430321"], true),
        ] {
            let codes: Vec<AreaCode> = codes.iter().map(|code| AreaCode::parse(code).unwrap()).collect();
            assert_eq!(concurrent_seats_ok(&codes, &[]).value.ok, Some(ok), "{codes:?}");
        }
        let code = |code| AreaCode::parse(code).unwrap();
        assert_eq!(concurrent_seats_ok(&[code("430671100"), code("430681")], &[code("430671")]).value.ok, None);
    }

    #[test]
    fn the_size_of_a_standing_committee_follows_level_and_population() {
        // law.md F23
        for (level, population, min, max) in [
            (Rung::Province, 65_000_000, 45, 75),
            (Rung::Province, 80_000_000, 45, 75),
            (Rung::Province, 80_000_001, 45, 95),
            (Rung::City, 8_000_000, 29, 51),
            (Rung::City, 10_047_914, 29, 61),
            (Rung::AutonomousPrefecture, 10_047_914, 29, 51),
            (Rung::County, 857_000, 15, 35),
            (Rung::County, 1_000_000, 15, 35),
            (Rung::County, 1_000_001, 15, 45),
        ] {
            assert_eq!(committee_size_range(level, population).unwrap().value, Sizes { min, max }, "{level:?}");
        }
        assert!(committee_size_range(Rung::Township, 30_000).is_err());
    }

    #[test]
    fn streets_zones_farms_and_villages_have_no_congress() {
        // law.md F33
        for (units, congress, standing_committee) in [
            (&["省", "市", "州", "县", "市辖区"][..], true, true),
            (&["乡", "民族乡", "镇"], true, false),
            (&["街道", "开发区", "管理区", "农场", "村"], false, false),
        ] {
            for unit in units {
                let value = unit_has_congress(UnitType::read(unit).unwrap()).value;
                assert_eq!(value, Organs { congress, standing_committee }, "{unit}");
            }
        }
    }
}
