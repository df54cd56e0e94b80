//! 值班安排 of one station: its turns month by month, and what its keeper does about them.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::Response,
};
use duty_rules::{Pattern, Setting, StationId};
use kernel::Day;
use kit::{
    Problem, Site, View,
    paper::{Form as Printed, Name, give},
    sheets::{Export, Kind},
    web::{Form, Query, chosen, page, page_with},
};
use serde::Deserialize;

use crate::{
    ics, papers,
    queries::{
        mine::{self, LeaveLine, SwapLine},
        roster::{self, RosterLine},
        turns::{self, Turn},
    },
    sight::{self, Sight, StationRow},
    store,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// Rosters shown on the page.
const ROSTERS: i64 = 12;

/// Which month.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    month: String,
}

#[derive(Template)]
#[template(path = "duty/station.html")]
struct Sheet<'a> {
    v: &'a View,
    f: &'a Form,
    station: StationRow,
    sight: Sight,
    month: String,
    before: String,
    after: String,
    turns: Vec<Turn>,
    patterns: Vec<Pattern>,
    rosters: Vec<RosterLine>,
    swaps: Vec<SwapLine>,
    leaves: Vec<LeaveLine>,
    setting: Setting,
}

/// The first and the last day of a month.
#[derive(Clone, Copy)]
pub struct Month(Day, Day);

impl Month {
    /// Reads `2026-07`.
    fn read(text: &str) -> Option<Self> {
        let first: Day = format!("{text}-01").parse().ok()?;
        (1..=9998).contains(&first.parts().0).then(|| Self::of(first))
    }

    fn of(day: Day) -> Self {
        let first = day.plus_days(1 - i32::from(day.parts().2));
        Self(first, first.plus_months(1).plus_days(-1))
    }

    fn word(day: Day) -> String {
        day.to_string().chars().take(7).collect()
    }
}

/// The month that is asked for, or this one.
pub fn month(asked: &str, today: Day) -> Result<Month, Problem> {
    Ok(chosen("month", asked, Month::read)?.unwrap_or_else(|| Month::of(today)))
}

/// The page, with a form for a roster as it was typed.
pub async fn sheet(site: &Site, actor: &Actor, (v, f): (&View, &Form), id: StationId, month: Month) -> Answer {
    let today = site.today();
    let mut look = site.db().look().await?;
    let (station, sight) = sight::seen(&mut look, actor, id, today).await?;
    let Month(first, last) = month;
    let (swaps, leaves) = if sight.works {
        (mine::swaps_of(&mut look, id).await?, mine::leaves_of(&mut look, id, today).await?)
    } else {
        (vec![], vec![])
    };
    let template = Sheet {
        v,
        f,
        sight,
        month: Month::word(first),
        before: Month::word(first.plus_days(-1)),
        after: Month::word(last.plus_days(1)),
        turns: turns::of_station(&mut look, id, (first, last), sight.works).await?,
        patterns: store::patterns(&mut look, id, today).await?,
        rosters: roster::of_station(&mut look, id, sight.works, ROSTERS).await?,
        swaps,
        leaves,
        setting: store::setting(&mut look, station.congress).await?.0,
        station,
    };
    Ok(if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) })
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<StationId>,
    asked: Result<Query<Wanted>, Problem>,
    v: View,
) -> Answer {
    sight::seen(&mut site.db(), &actor, id, site.today()).await?;
    let Query(asked) = asked?;
    let month = month(&asked.month, site.today())?;
    sheet(&site, &actor, (&v, &Form::blank(&v)), id, month).await
}

/// The days of a pattern in words.
fn meets(v: &View, pattern: &Pattern) -> String {
    let between = v.t("duty-between");
    let all = |family: &str, numbers: &[u8]| {
        let word = |n: &u8| match family {
            "" => n.to_string(),
            family => v.t(&format!("duty-{family}-{n}")).into_owned(),
        };
        numbers.iter().map(word).collect::<Vec<_>>().join(&between)
    };
    let family = if pattern.meets.kind() == "weekday" { "weekday" } else { "" };
    let values = [
        ("numbers", all(family, pattern.meets.numbers())),
        ("weeks", all("", pattern.meets.weeks())),
        ("nth", i32::from(!pattern.meets.weeks().is_empty()).to_string()),
    ];
    let days = v.tf(&format!("duty-meets-{}", pattern.meets.kind()), values).into_owned();
    if pattern.months.is_empty() {
        return days;
    }
    v.tf("duty-meets-months", [("months", all("", &pattern.months)), ("days", days)]).into_owned()
}

impl Sheet<'_> {
    fn weekday(&self, turn: &Turn) -> String {
        self.v.t(&format!("duty-weekday-{}", turn.line.day.weekday())).into_owned()
    }

    fn days(&self, pattern: &Pattern) -> String {
        meets(self.v, pattern)
    }

    fn publish_by(&self, roster: &RosterLine) -> Day {
        duty_rules::publish_by(self.setting, roster.since)
    }
}

pub async fn calendar(State(site): State<Site>, Extension(actor): Who, Path(id): Path<StationId>, v: View) -> Answer {
    let (station, _) = sight::seen(&mut site.db(), &actor, id, site.today()).await?;
    let (from, to) = (site.today().plus_days(-31), site.today().plus_days(366));
    let turns = turns::of_station(&mut site.db(), id, (from, to), false).await?;
    let entry = |turn: &Turn| ics::Entry {
        uid: format!("{}@lianluo", turn.line.id),
        day: turn.line.day,
        begins: turn.line.begins,
        ends: turn.line.ends,
        title: v.tf("duty-calendar-names", [("names", turn.names())]).into_owned(),
        place: format!("{} {}", station.name, station.place),
    };
    Ok(ics::response(&turns.iter().map(entry).collect::<Vec<_>>(), site.now()))
}

const COLUMNS: [&str; 6] = [
    "duty-field-day",
    "duty-field-weekday",
    "duty-field-hours",
    "duty-field-deputy",
    "duty-field-stage",
    "duty-field-how",
];

pub async fn export(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, kind)): Path<(StationId, String)>,
    asked: Result<Query<Wanted>, Problem>,
    v: View,
) -> Answer {
    let (station, sight) = sight::seen(&mut site.db(), &actor, id, site.today()).await?;
    let kind = Kind::parse(&kind).ok_or_else(Problem::missing)?;
    let Query(asked) = asked?;
    let Month(first, last) = month(&asked.month, site.today())?;
    let mut sheet = Export::begin(kind, v.language, COLUMNS.iter().map(|key| v.t(key)))?;
    for turn in turns::of_station(&mut site.db(), id, (first, last), sight.works).await? {
        let weekday = v.t(&format!("duty-weekday-{}", turn.line.day.weekday())).into_owned();
        for seat in &turn.seats {
            let word = |family: &str, word: &str| v.t(&format!("duty-{family}-{word}")).into_owned();
            sheet.row(&[
                turn.line.day.into(),
                weekday.clone().into(),
                turn.hours().into(),
                seat.name.clone().into(),
                word("stage", &seat.stage).into(),
                seat.how.as_deref().map(|how| word("how", how)).into(),
            ])?;
        }
    }
    Ok(sheet.finish()?.response(&v.tf("duty-station-title", [("station", station.name)]))?)
}

/// 值班表 of a month, as Word file or PDF: `2026-07.pdf`.
pub async fn paper(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, name)): Path<(StationId, String)>,
    headers: HeaderMap,
) -> Answer {
    let (station, _) = sight::seen(&mut site.db(), &actor, id, site.today()).await?;
    let named = Name::read(&name);
    let Month(first, last) = Month::read(&named.stem).ok_or_else(Problem::missing)?;
    let turns = turns::of_station(&mut site.db(), id, (first, last), false).await?;
    let paper = papers::schedule(&station.name, &station.place, first, &turns);
    let file = paper.title();
    give(&site, paper, named.form(&headers, Printed::Pdf), &file).await
}
