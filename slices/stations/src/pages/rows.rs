//! What stands in the columns of each list.

use kernel::{Day, PersonId};
use kit::{sheets::Cell, words::Lang};
use stations_rules::{EventId, Progress};

use super::ledger::Row;
use crate::queries::{
    events::EventLine, gaps::GapLine, grades::GradeLine, opinions::OpinionLine, plans::PlanLine, stations::StationLine,
    statistics::YearLine,
};

pub const REGISTER: &[&str] = &[
    "stations-field-name",
    "stations-field-area",
    "stations-field-tier",
    "stations-field-kind",
    "stations-field-functions",
    "stations-field-host",
    "stations-field-place",
    "stations-field-hours",
    "stations-field-homes",
    "stations-field-stars",
    "stations-field-stage",
];
pub const GAPS: &[&str] = &["stations-field-deputy", "stations-field-congress", "stations-field-delegation"];
pub const RECEPTIONS: &[&str] = &[
    "stations-field-record",
    "stations-field-station",
    "stations-field-clock",
    "stations-field-deputies",
    "stations-field-staff",
    "stations-field-visitors",
    "stations-field-topic",
    "stations-field-said",
    "stations-field-done",
    "stations-field-disposal",
    "stations-field-opinion",
    "stations-field-struck",
];
pub const ACTIVITIES: &[&str] = &[
    "stations-field-record",
    "stations-field-station",
    "stations-field-clock",
    "stations-field-kind-of-event",
    "stations-field-deputies",
    "stations-field-staff",
    "stations-field-visitors",
    "stations-field-content",
    "stations-field-result",
    "stations-field-struck",
];
pub const OPINIONS: &[&str] = &[
    "stations-field-opinion",
    "stations-field-station",
    "stations-field-day",
    "stations-field-topic",
    "stations-field-stage",
    "stations-field-late",
];
pub const PLAN: &[&str] = &[
    "stations-field-plan",
    "stations-field-station",
    "stations-field-words",
    "stations-field-progress",
    "stations-field-dropped",
];
pub const STATISTICS: &[&str] = &[
    "stations-field-name",
    "stations-field-stage",
    "stations-field-homes",
    "stations-field-receptions",
    "stations-field-visitors",
    "stations-field-came",
    "stations-field-on-the-spot",
    "stations-field-opinions",
    "stations-field-activities",
    "stations-field-planned",
    "stations-field-plan-done",
];
pub const GRADES: &[&str] = &[
    "stations-field-grade",
    "stations-field-scheme",
    "stations-field-stage",
    "stations-field-total",
    "stations-field-stars",
    "stations-field-till",
];

/// What people call a word; nothing for none.
pub fn word(lang: Lang, group: &str, word: &str) -> String {
    if word.is_empty() { String::new() } else { lang.t(&format!("stations-{group}-{word}")).into_owned() }
}

/// ★★★; nothing without stars.
pub fn stars(count: Option<u32>) -> String {
    "★".repeat(usize::try_from(count.unwrap_or(0)).unwrap_or(0).min(5))
}

/// Words with commas between, as people call them.
pub fn functions(lang: Lang, words: &str) -> String {
    let all: Vec<String> = words.split(',').map(|one| word(lang, "function", one)).collect();
    all.join(if lang == Lang::Chinese { "、" } else { ", " })
}

pub fn station(lang: Lang, it: StationLine, today: Day) -> Row {
    let good = it.stars_on(today);
    let cells = vec![
        it.name.into(),
        it.area_name.unwrap_or_default().into(),
        word(lang, "tier", &it.tier).into(),
        word(lang, "kind", &it.kind).into(),
        functions(lang, &it.functions).into(),
        it.host.into(),
        it.place.into(),
        it.hours.into(),
        it.homes.into(),
        stars(good).into(),
        word(lang, "stage", &it.stage).into(),
    ];
    Row { href: Some(format!("/stations/{}", it.id)), cells }
}

pub fn gap(it: GapLine) -> Row {
    let cells = vec![it.name.into(), it.congress.into(), it.delegation.unwrap_or_default().into()];
    Row { href: None, cells }
}

/// Names one after the other.
pub fn names(lang: Lang, all: &[String]) -> String {
    all.join(if lang == Lang::Chinese { "、" } else { ", " })
}

/// What leads to an event: its day and what it was.
fn record(lang: Lang, it: &EventLine) -> String {
    let named = if it.title.is_empty() { word(lang, "event", &it.kind) } else { it.title.clone() };
    let clock = if it.clock.is_empty() { String::new() } else { format!(" {}", it.clock) };
    format!("{}{clock} {named}", it.day)
}

pub fn event(lang: Lang, it: EventLine, people: &[(EventId, PersonId, String)]) -> Row {
    let names: Vec<&str> =
        people.iter().filter(|(event, ..)| *event == it.id).map(|(_, _, name)| name.as_str()).collect();
    let names = names.join(if lang == Lang::Chinese { "、" } else { ", " });
    let mut cells: Vec<Cell> = vec![record(lang, &it).into(), it.station_name.into(), it.clock.into()];
    if it.kind != "reception" {
        cells.push(word(lang, "event", &it.kind).into());
    }
    cells.extend([Cell::from(names), it.staff.into(), it.visitors.into()]);
    if it.kind == "reception" {
        cells.push(word(lang, "topic", it.topic.as_deref().unwrap_or_default()).into());
    }
    cells.extend([Cell::from(it.said), it.done.into()]);
    if it.kind == "reception" {
        cells.push(word(lang, "disposal", it.disposal.as_deref().unwrap_or_default()).into());
        cells.push(number(lang, it.year, it.n).into());
    }
    cells.push(it.struck.unwrap_or_default().into());
    Row { href: Some(format!("/stations/events/{}", it.id)), cells }
}

/// 〔2026〕12号.
pub fn number(lang: Lang, year: Option<i64>, n: Option<i64>) -> String {
    match (year, n) {
        (Some(year), Some(n)) => {
            lang.tf("stations-opinion-number", [("year", year.to_string()), ("n", n.to_string())]).into_owned()
        }
        _ => String::new(),
    }
}

pub fn opinion(lang: Lang, it: &OpinionLine) -> Row {
    let late = if it.late { lang.t("stations-late-yes").into_owned() } else { String::new() };
    let cells = vec![
        number(lang, Some(it.year), Some(it.n)).into(),
        it.station_name.clone().into(),
        it.received.day().into(),
        word(lang, "topic", &it.topic).into(),
        lang.t(&format!("opinions-stage-{}", it.stage)).into_owned().into(),
        late.into(),
    ];
    Row { href: None, cells }
}

/// How far an item of a plan is.
pub fn progress(it: &PlanLine, today: Day) -> Progress {
    Progress::of((it.year, it.month), it.event.is_some(), it.dropped.is_some(), today)
}

pub fn plan(lang: Lang, it: PlanLine, today: Day) -> Row {
    let progress = progress(&it, today);
    let title = format!("{}-{:02} {}", it.year, it.month, it.title);
    let cells = vec![
        title.into(),
        it.station_name.into(),
        it.words.into(),
        word(lang, "progress", progress.word()).into(),
        it.dropped.unwrap_or_default().into(),
    ];
    Row { href: it.event.map(|event| format!("/stations/events/{event}")), cells }
}

pub fn statistics(lang: Lang, it: YearLine) -> Row {
    let counts = [
        it.homes,
        it.receptions,
        it.visitors,
        it.deputies,
        it.answered,
        it.opinions,
        it.activities,
        it.planned,
        it.done,
    ];
    let mut cells: Vec<Cell> = vec![it.name.into(), word(lang, "stage", &it.stage).into()];
    cells.extend(counts.map(Cell::from));
    Row { href: Some(format!("/stations/{}", it.id)), cells }
}

pub fn grade(lang: Lang, it: GradeLine) -> Row {
    let cells = vec![
        format!("{} {}", it.applied.day(), it.station_name).into(),
        it.scheme.into(),
        word(lang, "grade", &it.stage).into(),
        it.total.into(),
        stars(it.stars).into(),
        it.till.into(),
    ];
    Row { href: Some(format!("/stations/grades/{}", it.id)), cells }
}
