//! Every list of the noun as one kind of table: on a page, as a spreadsheet, on paper.

use accounts_rules::{Actor, Right};
use kernel::{AreaCode, BodyId, Day};
use kit::{
    Fault, Problem, Site,
    list::position,
    sheets::Cell,
    web::{Errors, Wrong, chosen},
    words::Lang,
};
use law_rules::{Word as _, words};
use roster_views::congresses;
use serde::Deserialize;
use stations_rules::{Stage, StationId, Tier};

use super::rows;
use crate::{
    queries::{
        events::{self, EventFilter},
        gaps, grades, opinions, place, plans,
        stations::{self, StationFilter},
        statistics,
    },
    sight,
};

words! {
    /// What is listed.
    pub enum Ledger as "stations-ledger-" {
        /// 联络站名录.
        Register = "register",
        /// 未进站代表.
        Gaps = "gaps",
        /// 接待台账.
        Receptions = "receptions",
        /// 活动台账.
        Activities = "activities",
        /// 群众意见台账.
        Opinions = "opinions",
        /// 年度计划台账.
        Plan = "plan",
        /// 工作统计.
        Statistics = "statistics",
        /// 星级评定.
        Grades = "grades",
    }
}

/// What a list is narrowed to, as it stands in an address.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    pub station: String,
    pub year: String,
    pub stage: String,
    pub tier: String,
    pub by: String,
    pub q: String,
    pub after: String,
    #[serde(rename = "as")]
    pub kind: String,
}

/// The same, read.
pub struct Narrow {
    pub held: Vec<BodyId>,
    pub station: Option<StationId>,
    pub year: i64,
    pub days: (Day, Day),
    pub together: bool,
    stage: Option<String>,
    tier: Option<String>,
    q: String,
    area: Option<AreaCode>,
}

/// A row: where it leads, and its cells; the first names it.
pub struct Row {
    pub href: Option<String>,
    pub cells: Vec<Cell>,
}

/// One page of rows.
pub struct Loaded {
    pub rows: Vec<Row>,
    pub total: i64,
    pub next: Option<String>,
}

/// First and last day of a year.
pub fn days_of(year: i64) -> Option<(Day, Day)> {
    let year = i16::try_from(year).ok().filter(|year| (2000..=2100).contains(year))?;
    Some((Day::new(year, 1, 1)?, Day::new(year, 12, 31)?))
}

/// The year an address names, or the one that runs.
pub fn year(site: &Site, asked: &str) -> Result<(i64, (Day, Day)), Problem> {
    let running = i64::from(site.today().parts().0);
    let year = chosen("year", asked, |raw| raw.parse().ok())?.unwrap_or(running);
    let days = days_of(year).ok_or_else(|| Errors::one("year", Wrong::new("kit-filter-unknown")))?;
    Ok((year, days))
}

impl Ledger {
    /// The keys of its columns.
    pub const fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Register => rows::REGISTER,
            Self::Gaps => rows::GAPS,
            Self::Receptions => rows::RECEPTIONS,
            Self::Activities => rows::ACTIVITIES,
            Self::Opinions => rows::OPINIONS,
            Self::Plan => rows::PLAN,
            Self::Statistics => rows::STATISTICS,
            Self::Grades => rows::GRADES,
        }
    }

    /// Whether it is of one year.
    pub const fn yearly(self) -> bool {
        matches!(self, Self::Receptions | Self::Activities | Self::Opinions | Self::Plan | Self::Statistics)
    }

    /// Whether it can be narrowed to one station.
    pub const fn by_station(self) -> bool {
        matches!(self, Self::Receptions | Self::Activities | Self::Opinions | Self::Plan | Self::Grades)
    }
}

/// Reads what is asked, for who sees ledgers anywhere. Of gaps an office alone asks.
pub async fn narrow(site: &Site, actor: &Actor, ledger: Ledger, wanted: &Wanted) -> Result<Narrow, Problem> {
    let held = sight::held(actor, Right::StationSee)?;
    let (year, days) = year(site, &wanted.year)?;
    let stage = |raw: &str| Stage::WORDS.into_iter().find(|word| *word == raw);
    let area = match ledger {
        Ledger::Gaps => Some(area(site, actor).await?.ok_or_else(Problem::missing)?),
        _ => None,
    };
    Ok(Narrow {
        held,
        station: chosen("station", &wanted.station, |raw| raw.parse().ok())?,
        year,
        days,
        together: together(&wanted.by)?,
        stage: chosen("stage", &wanted.stage, stage)?.map(str::to_owned),
        tier: chosen("tier", &wanted.tier, Tier::read)?.map(|one| one.word().to_owned()),
        q: wanted.q.trim().chars().filter(|c| !c.is_control()).take(40).collect(),
        area,
    })
}

/// 合并口径: whether what was merged stands with the station in which it lives on.
pub fn together(asked: &str) -> Result<bool, Problem> {
    let read = |raw: &str| match raw {
        "own" => Some(false),
        "together" => Some(true),
        _ => None,
    };
    Ok(chosen("by", asked, read)?.unwrap_or(false))
}

/// The area of the first congress whose stations the actor sees; none for keepers.
pub async fn area(site: &Site, actor: &Actor) -> Result<Option<AreaCode>, Fault> {
    let all = congresses(&mut site.db(), actor, Right::StationSee).await?;
    match all.first() {
        Some(first) => place::congress_area(&mut site.db(), first.id).await,
        None => Ok(None),
    }
}

fn loaded<T>(page: kit::list::Page<T>, row: impl Fn(T) -> Row) -> Loaded {
    let next = page.next.map(|next| next.to_string());
    Loaded { rows: page.items.into_iter().map(row).collect(), total: page.total, next }
}

/// One page of a list.
pub async fn load(
    site: &Site,
    lang: Lang,
    (ledger, by): (Ledger, &Narrow),
    after: &str,
    size: u16,
) -> Result<Loaded, Problem> {
    let mut db = site.db();
    let (held, station) = (&by.held, by.station);
    Ok(match ledger {
        Ledger::Register => {
            let (stage, tier, q) = (by.stage.clone(), by.tier.clone(), by.q.clone());
            let filter = StationFilter { held: Some(held.clone()), stage, tier, q };
            let page = stations::stations(&mut db, &filter, position(after, &stations::BY_AREA)?, size).await?;
            loaded(page, |line| rows::station(lang, line, site.today()))
        }
        Ledger::Gaps => {
            let area = by.area.as_ref().ok_or_else(Problem::missing)?;
            loaded(gaps::gaps(&mut db, area, position(after, &gaps::BY_PERSON)?, size).await?, rows::gap)
        }
        Ledger::Receptions | Ledger::Activities => {
            let receptions = ledger == Ledger::Receptions;
            let filter = EventFilter { held: held.clone(), station, receptions, days: by.days };
            let page = events::events(&mut db, &filter, position(after, &events::BY_DAY)?, size).await?;
            let ids: Vec<_> = page.items.iter().map(|line| line.id).collect();
            let people = events::deputies(&mut db, &ids).await?;
            loaded(page, |line| rows::event(lang, line, &people))
        }
        Ledger::Opinions => {
            let after = position(after, &opinions::LATEST)?;
            let page = opinions::opinions(&mut db, held, (station, by.days), after, size).await?;
            loaded(page, |line| rows::opinion(lang, &line))
        }
        Ledger::Plan => {
            let after = position(after, &plans::BY_MONTH)?;
            let page = plans::plans(&mut db, held, (station, by.year), after, size).await?;
            loaded(page, |line| rows::plan(lang, line, site.today()))
        }
        Ledger::Statistics => {
            let (first, last) = by.days;
            let after = position(after, &stations::BY_AREA)?;
            let page = statistics::of_year(&mut db, held, ((by.year, first, last), by.together), after, size).await?;
            loaded(page, |line| rows::statistics(lang, line))
        }
        Ledger::Grades => {
            let page = grades::grades(&mut db, held, station, position(after, &grades::BY_APPLIED)?, size).await?;
            loaded(page, |line| rows::grade(lang, line))
        }
    })
}
