//! Registers and ledgers: shown, taken out as a spreadsheet, printed.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kit::{
    Problem, Site, View,
    sheets::{Cell, Export, Kind as As},
    web::{Query, page},
};
use law_rules::Word as _;
use roster_views::congresses;
use stations_rules::{Stage, Tier};

use super::{
    ask::{Options, words},
    ledger::{Ledger, Loaded, Narrow, Wanted, area, load, narrow},
};
use crate::{queries, sight};

const LINES: u16 = 25;
const ROWS: u16 = 500;
/// So many rows one print holds.
const PRINTED: u16 = 1_000;
/// Years offered.
const YEARS: i64 = 6;

/// A filter: its name, the word now in force, the key of its label, what can be chosen.
struct Pick {
    name: &'static str,
    chosen: String,
    label: &'static str,
    options: Options,
}

/// A way to another list.
pub struct Way {
    pub href: String,
    pub words: String,
    pub current: bool,
}

#[derive(Template)]
#[template(path = "stations/table.html")]
struct Table<'a> {
    v: &'a View,
    title: String,
    ledger: Ledger,
    ways: Vec<Way>,
    picks: Vec<Pick>,
    q: &'a str,
    columns: Vec<String>,
    rows: Vec<(Option<String>, Vec<String>)>,
    total: i64,
    first: Option<String>,
    next: Option<String>,
    same: String,
    exports: bool,
    keeps: Option<String>,
    decides: bool,
}

impl Table<'_> {
    fn at(&self) -> String {
        format!("/stations/ledgers/{}", self.ledger.word())
    }
}

/// A cell as people read it.
fn text(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Int(number) => number.to_string(),
        Cell::Day(day) => day.to_string(),
        Cell::Moment(moment) => moment.day().to_string(),
    }
}

fn shown(loaded: Loaded) -> Vec<(Option<String>, Vec<String>)> {
    loaded.rows.into_iter().map(|row| (row.href, row.cells.iter().map(text).collect())).collect()
}

/// The lists open to the actor.
async fn ways(site: &Site, v: &View, actor: &Actor, here: Ledger) -> Result<Vec<Way>, Problem> {
    let office = area(site, actor).await?.is_some();
    let open = Ledger::ALL.iter().filter(|one| **one != Ledger::Gaps || office);
    let way = |one: &Ledger| Way {
        href: format!("/stations/ledgers/{}", one.word()),
        words: v.t(&one.key()).into_owned(),
        current: *one == here,
    };
    Ok(open.map(way).collect())
}

async fn picks(site: &Site, v: &View, (ledger, by): (Ledger, &Narrow), wanted: &Wanted) -> Result<Vec<Pick>, Problem> {
    let mut all = Vec::new();
    if ledger.by_station() {
        let names = queries::stations::names(&mut site.db(), &by.held).await?;
        let options = names.into_iter().map(|(id, name)| (id.to_string(), name)).collect();
        all.push(Pick { name: "station", chosen: wanted.station.clone(), label: "stations-field-station", options });
    }
    if ledger.yearly() {
        let running = i64::from(site.today().parts().0);
        let options = (running - YEARS..=running + 1).rev().map(|year| (year.to_string(), year.to_string())).collect();
        all.push(Pick { name: "year", chosen: by.year.to_string(), label: "stations-field-year", options });
    }
    if ledger == Ledger::Statistics {
        let option = |word: &str| (word.to_owned(), v.t(&format!("stations-by-{word}")).into_owned());
        let options = ["own", "together"].map(option).into();
        let chosen = if by.together { "together" } else { "own" }.to_owned();
        all.push(Pick { name: "by", chosen, label: "stations-field-by", options });
    }
    if ledger == Ledger::Register {
        let stage = |word: &str| (word.to_owned(), v.t(&format!("stations-stage-{word}")).into_owned());
        let options = Stage::WORDS.map(stage).into();
        all.push(Pick { name: "stage", chosen: wanted.stage.clone(), label: "stations-field-stage", options });
        let options = words::<Tier>(v);
        all.push(Pick { name: "tier", chosen: wanted.tier.clone(), label: "stations-field-tier", options });
    }
    Ok(all)
}

fn same(by: &Narrow, wanted: &Wanted) -> String {
    let station = by.station.map(|id| id.to_string()).unwrap_or_default();
    let q: String = form_word(&wanted.q);
    format!(
        "station={station}&year={}&by={}&stage={}&tier={}&q={q}",
        by.year,
        if by.together { "together" } else { "" },
        form_word(&wanted.stage),
        form_word(&wanted.tier)
    )
}

/// What was typed, as it can stand in an address.
pub fn form_word(typed: &str) -> String {
    typed.trim().bytes().fold(String::new(), |mut all, byte| {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' => all.push(char::from(byte)),
            other => all.push_str(&format!("%{other:02X}")),
        }
        all
    })
}

async fn asked(site: &Site, actor: &Actor, name: &str, wanted: &Wanted) -> Result<(Ledger, Narrow), Problem> {
    let ledger = Ledger::read(name).ok_or_else(Problem::missing)?;
    let by = narrow(site, actor, ledger, wanted).await?;
    Ok((ledger, by))
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(name): Path<String>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let (ledger, by) = asked(&site, &actor, &name, &wanted).await?;
    let found = load(&site, v.language, (ledger, &by), &wanted.after, LINES).await?;
    let same = same(&by, &wanted);
    let at = format!("/stations/ledgers/{}?{same}", ledger.word());
    let keeps = congresses(&mut site.db(), &actor, Right::StationKeep).await?;
    let template = Table {
        v: &v,
        title: v.t(&ledger.key()).into_owned(),
        ledger,
        ways: ways(&site, &v, &actor, ledger).await?,
        picks: picks(&site, &v, (ledger, &by), &wanted).await?,
        q: &wanted.q,
        columns: ledger.columns().iter().map(|key| v.t(key).into_owned()).collect(),
        total: found.total,
        first: (!wanted.after.is_empty()).then(|| at.clone()),
        next: found.next.as_ref().map(|next| format!("{at}&after={next}")),
        rows: shown(found),
        same,
        exports: actor.holds(Right::StationExport),
        keeps: keeps.first().map(|congress| congress.id.to_string()),
        decides: actor.holds(Right::StationGradeDecide),
    };
    Ok(page(&template))
}

pub async fn export(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(name): Path<String>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let (ledger, by) = asked(&site, &actor, &name, &wanted).await?;
    sight::held(&actor, Right::StationExport)?;
    let kind = As::parse(&wanted.kind).unwrap_or(As::Xlsx);
    let mut table = Export::begin(kind, v.language, ledger.columns().iter().map(|key| v.t(key)))?;
    let mut after = String::new();
    loop {
        let found = load(&site, v.language, (ledger, &by), &after, ROWS).await?;
        for row in found.rows {
            table.row(&row.cells)?;
        }
        match found.next {
            Some(next) => after = next,
            None => return Ok(table.finish()?.response(&v.t(&ledger.key()))?),
        }
    }
}

#[derive(Template)]
#[template(path = "stations/print-table.html")]
struct Printed<'a> {
    v: &'a View,
    title: String,
    back: String,
    /// Rows that are printed, where there are more.
    cut: Option<usize>,
    columns: Vec<String>,
    rows: Vec<(Option<String>, Vec<String>)>,
}

pub async fn print(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(name): Path<String>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let (ledger, by) = asked(&site, &actor, &name, &wanted).await?;
    let found = load(&site, v.language, (ledger, &by), "", PRINTED).await?;
    let cut = found.next.is_some().then_some(found.rows.len());
    let template = Printed {
        v: &v,
        cut,
        title: v.t(&ledger.key()).into_owned(),
        back: format!("/stations/ledgers/{}?{}", ledger.word(), same(&by, &wanted)),
        columns: ledger.columns().iter().map(|key| v.t(key).into_owned()).collect(),
        rows: shown(found),
    };
    Ok(page(&template))
}
