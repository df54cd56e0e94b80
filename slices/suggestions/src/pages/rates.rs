//! 满意率: four columns, the rate and the response beside it; each figure opens its cases.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Query, State},
    response::Response,
};
use kernel::BodyId;
use kit::{
    Problem, Site, View,
    list::position,
    sheets::{Cell, Export, Kind},
    web::page,
};
use suggestions_rules::{Outcome, Tally};

use super::{names, promises::bodies};
use crate::{
    queries::{self, By, CASES, Case, Measure, RateLine, Which, Whose},
    rated::Rated,
};

const LINES: u16 = 50;

/// One line as it is shown: its name, its figures with the addresses of their cases, and the two shares.
struct Shown {
    name: String,
    figures: Vec<(String, u64, String)>,
    satisfaction: String,
    response: String,
}

#[derive(Template)]
#[template(path = "suggestions/rates.html")]
struct Rates<'a> {
    v: &'a View,
    asked: &'a Rated,
    name: String,
    body: BodyId,
    bodies: Vec<(String, String)>,
    by: &'static str,
    by_name: String,
    lines: Vec<Shown>,
    all: Shown,
    export: String,
    exports: bool,
    ways: Vec<(&'static str, String)>,
    measures: Vec<(&'static str, String)>,
    replies: Vec<(&'static str, String)>,
    sessions: Vec<(String, String)>,
}

/// A tone with its word.
type Toned = (&'static str, String);

#[derive(Template)]
#[template(path = "suggestions/cases.html")]
struct Cases<'a> {
    v: &'a View,
    back: String,
    what: String,
    lines: Vec<(Case, Toned, Toned)>,
    total: i64,
    first: Option<String>,
    next: Option<String>,
}

/// What the lines of a table are called.
struct Names {
    units: Vec<(String, String)>,
    categories: Vec<(String, String)>,
    sessions: Vec<(String, String)>,
}

/// 92.5%, or that nobody answered.
fn share(v: &View, thousandths: Option<u64>) -> String {
    match thousandths {
        Some(n) => kit::words::percent(n),
        None => v.t("suggestions-rate-none").into_owned(),
    }
}

impl Names {
    async fn read(site: &Site, whose: Whose, lines: &[RateLine]) -> Result<Self, Problem> {
        let congress = match whose {
            Whose::Congress(congress) | Whose::Government(congress) => Some(congress),
            Whose::Unit(unit) => queries::congress_of(&mut site.db(), unit).await?,
        };
        let units = lines.iter().filter_map(|line| line.key.parse().ok());
        let units = queries::names_of(&mut site.db(), units.collect()).await?;
        let (mut categories, mut sessions) = (vec![], vec![]);
        if let Some(congress) = congress {
            let book = queries::book_of(site, congress).await?;
            categories = book.every_category().map(|(code, name)| (code.to_owned(), name.to_owned())).collect();
            let all = queries::sessions(&mut site.db(), congress).await?;
            sessions = all.into_iter().map(|one| (one.id.to_string(), one.name)).collect();
        }
        Ok(Self { units, categories, sessions })
    }

    fn of(&self, by: By, key: &str) -> String {
        let known = match by {
            By::Unit => &self.units,
            By::Category => &self.categories,
            By::Session => &self.sessions,
        };
        known.iter().find(|(id, _)| id == key).map_or_else(|| key.to_owned(), |(_, name)| name.clone())
    }
}

fn dressed(v: &View, asked: &Rated, body: BodyId, (name, tally): (String, Tally), of: Option<(By, &str)>) -> Shown {
    let narrowed = of.map(|(by, key)| (by.word(), key));
    let figure = |outcome: Outcome| {
        let more = [Some(("outcome", outcome.word())), narrowed].into_iter().flatten().collect::<Vec<_>>();
        (
            names::score(v, Some(outcome.word())).1,
            tally.of(outcome),
            asked.address("/suggestions/rates/cases", body, &more),
        )
    };
    Shown {
        name,
        figures: Outcome::ALL.map(figure).into(),
        satisfaction: share(v, tally.satisfaction()),
        response: share(v, tally.response()),
    }
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(asked): Query<Rated>,
    v: View,
) -> Result<Response, Problem> {
    let (counted, by) = (asked.counted(&site, &actor)?, asked.by()?);
    let body = counted.whose.body();
    let found = queries::rates(&mut site.db(), &counted, by).await?;
    let own = bodies(&site, &actor).await?;
    let called = Names::read(&site, counted.whose, &found).await?;
    let all = found.iter().fold(Tally::default(), |all, line| all.and(line.tally));
    let line = |line: &RateLine| {
        dressed(&v, &asked, body, (called.of(by, &line.key), line.tally), Some((by, line.key.as_str())))
    };
    let words = |word: &'static str| (word, v.t(&format!("suggestions-rates-{word}")).into_owned());
    let template = Rates {
        name: own.iter().find(|one| one.id == body).map(|one| one.name.clone()).unwrap_or_default(),
        body,
        bodies: own.into_iter().map(|one| (one.id.to_string(), one.name)).collect(),
        by: by.word(),
        by_name: words(by.word()).1,
        lines: found.iter().map(line).collect(),
        all: dressed(&v, &asked, body, (v.t("suggestions-rates-all").into_owned(), all), None),
        export: asked.address("/suggestions/rates/list", body, &[]),
        exports: actor.may(Right::ExportTake, body).is_ok(),
        ways: By::ALL.map(|by| words(by.word())).into(),
        measures: Measure::ALL.map(|measure| words(measure.word())).into(),
        replies: Which::ALL.map(|which| words(which.word())).into(),
        sessions: called.sessions,
        asked: &asked,
        v: &v,
    };
    Ok(page(&template))
}

pub async fn export(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(asked): Query<Rated>,
    v: View,
) -> Result<Response, Problem> {
    let (counted, by) = (asked.counted(&site, &actor)?, asked.by()?);
    actor.may(Right::ExportTake, counted.whose.body())?;
    let found = queries::rates(&mut site.db(), &counted, by).await?;
    let called = Names::read(&site, counted.whose, &found).await?;
    let heads = Outcome::ALL.map(|outcome| names::score(&v, Some(outcome.word())).1);
    let shares = ["suggestions-rate-satisfaction", "suggestions-rate-response"].map(|key| v.t(key).into_owned());
    let first = v.t(&format!("suggestions-rates-{}", by.word())).into_owned();
    let kind = Kind::parse(&asked.kind).unwrap_or(Kind::Xlsx);
    let mut sheet = Export::begin(kind, v.language, std::iter::once(first).chain(heads).chain(shares))?;
    for line in found {
        let figure = |outcome| Cell::from(i64::try_from(line.tally.of(outcome)).unwrap_or(i64::MAX));
        let shares = [line.tally.satisfaction(), line.tally.response()].map(|part| Cell::from(share(&v, part)));
        let name = Cell::from(called.of(by, &line.key));
        let row: Vec<Cell> = std::iter::once(name).chain(Outcome::ALL.map(figure)).chain(shares).collect();
        sheet.row(&row)?;
    }
    Ok(sheet.finish()?.response(&v.t("suggestions-rates"))?)
}

pub async fn cases(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(asked): Query<Rated>,
    v: View,
) -> Result<Response, Problem> {
    let behind = asked.behind(&site, &actor)?;
    let body = behind.counted.whose.body();
    let found = queries::cases(&mut site.db(), &behind, position(&asked.after, &CASES)?, LINES).await?;
    let address = |after: &str| asked.address("/suggestions/rates/cases", body, &[("after", after)]);
    let score = |word: Option<&str>| names::score(&v, word);
    let what = behind
        .outcome
        .map_or_else(|| v.t("suggestions-rates-all").into_owned(), |outcome| names::score(&v, Some(outcome.word())).1);
    let template = Cases {
        back: asked.address("/suggestions/rates", body, &[("outcome", ""), ("unit", ""), ("category", "")]),
        what: format!("{} {what}", v.t(&format!("suggestions-rates-{}", behind.counted.measure.word()))),
        total: found.total,
        first: (!asked.after.is_empty()).then(|| address("")),
        next: found.next.map(|next| address(&next.to_string())),
        lines: found
            .items
            .into_iter()
            .map(|case| {
                let (process, result) = (score(case.process.as_deref()), score(case.result.as_deref()));
                (case, process, result)
            })
            .collect(),
        v: &v,
    };
    Ok(page(&template))
}
