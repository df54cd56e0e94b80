//! 接待次数: who has reached the least of the year, and who is short.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use duty_rules::{Setting, Standing};
use kernel::BodyId;
use kit::{
    Problem, Site, View,
    list::position,
    sheets::{Cell, Export, Kind},
    web::{Query, chosen, page},
};
use serde::Deserialize;

use crate::{
    queries::coverage::{self, CoverageLine, FEWEST},
    store,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

const LINES: u16 = 25;
/// Rows read at a time for a table that goes out whole.
const ROWS: u16 = 500;

/// What the list is narrowed to.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    standing: String,
    after: String,
}

#[derive(Template)]
#[template(path = "duty/coverage.html")]
struct Coverage<'a> {
    v: &'a View,
    asked: &'a Wanted,
    standings: Vec<(&'static str, String)>,
    setting: Setting,
    lines: Vec<CoverageLine>,
    total: i64,
    first: Option<String>,
    next: Option<String>,
    exports: (String, String),
}

impl Coverage<'_> {
    fn standing(&self, line: &CoverageLine) -> String {
        self.v.t(&format!("duty-standing-{}", line.standing(self.setting).word())).into_owned()
    }
}

/// The congress whose deputies the actor may look over.
///
/// # Errors
/// When nobody is signed in; refused to who may not.
pub fn congress(actor: &Actor) -> Result<BodyId, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let first = actor.bodies(Right::DutySee).next();
    first.ok_or_else(|| kernel::Refused::new(kernel::Refusal::NotYours, "duty-refused-see").into())
}

fn address(path: &str, wanted: Option<Standing>) -> String {
    wanted.map_or_else(|| format!("{path}?"), |it| format!("{path}?standing={}", it.word()))
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Who,
    asked: Result<Query<Wanted>, Problem>,
    v: View,
) -> Answer {
    let congress = congress(&actor)?;
    let Query(asked) = asked?;
    let wanted = chosen("standing", &asked.standing, Standing::read)?;
    let after = position(&asked.after, &FEWEST)?;
    let mut look = site.db().look().await?;
    let (setting, _) = store::setting(&mut look, congress).await?;
    let found = coverage::page(&mut look, (congress, setting), site.today(), wanted, (after, LINES)).await?;
    let same = address("/duty/coverage", wanted);
    let word = |it: Standing| (it.word(), v.t(&format!("duty-standing-{}", it.word())).into_owned());
    let template = Coverage {
        v: &v,
        standings: Standing::ALL.map(word).into(),
        setting,
        lines: found.items,
        total: found.total,
        first: (!asked.after.is_empty()).then(|| same.clone()),
        next: found.next.map(|next| format!("{same}&after={next}")),
        exports: (address("/duty/coverage/xlsx", wanted), address("/duty/coverage/csv", wanted)),
        asked: &asked,
    };
    Ok(page(&template))
}

const COLUMNS: [&str; 6] = [
    "duty-field-deputy",
    "duty-field-station",
    "duty-field-attended",
    "duty-field-ahead",
    "duty-field-missed",
    "duty-field-standing",
];

pub async fn export(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(kind): Path<String>,
    asked: Result<Query<Wanted>, Problem>,
    v: View,
) -> Answer {
    let congress = congress(&actor)?;
    let kind = Kind::parse(&kind).ok_or_else(Problem::missing)?;
    let Query(asked) = asked?;
    let wanted = chosen("standing", &asked.standing, Standing::read)?;
    let (setting, _) = store::setting(&mut site.db(), congress).await?;
    let mut sheet = Export::begin(kind, v.language, COLUMNS.iter().map(|key| v.t(key)))?;
    let mut after = String::new();
    loop {
        let place = position(&after, &FEWEST)?;
        let all = (congress, setting);
        let found = coverage::page(&mut site.db(), all, site.today(), wanted, (place, ROWS)).await?;
        for it in &found.items {
            let standing = v.t(&format!("duty-standing-{}", it.standing(setting).word())).into_owned();
            let count = |n: u32| Cell::from(i64::from(n));
            let (name, station) = (it.name.clone(), it.station_name.clone());
            sheet.row(&[
                name.into(),
                station.into(),
                count(it.attended),
                count(it.ahead),
                count(it.missed),
                standing.into(),
            ])?;
        }
        match found.next {
            Some(next) => after = next.to_string(),
            None => return Ok(sheet.finish()?.response(&v.t("duty-coverage-title"))?),
        }
    }
}
