//! The first page of bills: a deputy's own, or the congress's list, by who asks.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Query, State},
    response::Response,
};
use bills_rules::{Ending, Stage};
use kernel::{BodyId, Day};
use kit::{
    Problem, Site, View,
    list::{Page, position},
    web::page,
};
use roster_views::congresses;
use serde::Deserialize;

use super::names;
use crate::{
    queries::{self, LATEST, Line, NEWEST, Own, ToAnswer, ToSign},
    wanted::{OVERDUE, Wanted},
};

/// Lines on one page.
const LINES: u16 = 25;

/// Where the pages of a deputy's two lists begin.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct After {
    own: String,
    signed: String,
}

/// One of a deputy's lists.
struct Part {
    lines: Vec<(Own, &'static str, String)>,
    total: i64,
    first: Option<String>,
    next: Option<String>,
}

#[derive(Template)]
#[template(path = "bills/own.html")]
struct OwnPage<'a> {
    v: &'a View,
    own: Part,
    signed: Part,
    to_sign: Vec<ToSign>,
    to_answer: Vec<ToAnswer>,
}

#[derive(Template)]
#[template(path = "bills/index.html")]
struct ListPage<'a> {
    v: &'a View,
    congress: BodyId,
    name: String,
    lines: Vec<(Line, &'static str, String)>,
    total: i64,
    first: Option<String>,
    next: Option<String>,
    export: String,
    asked: &'a Wanted,
    stages: Vec<(&'static str, String)>,
    endings: Vec<(&'static str, String)>,
    sessions: Vec<(String, String)>,
    dues: Vec<(&'static str, String)>,
    today: Day,
    awaited: bool,
    latest: String,
    receives: bool,
    exports: bool,
}

impl ListPage<'_> {
    fn left(&self, day: &Day) -> i64 {
        i64::from(day.days_since(self.today))
    }
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    Query(after): Query<After>,
    v: View,
) -> Result<Response, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let offices = congresses(&mut site.db(), &actor, Right::BillSeeFiled).await?;
    let chosen = wanted.congress()?.or_else(|| offices.first().map(|congress| congress.id));
    if let Some(congress) = chosen {
        actor.may(Right::BillSeeFiled, congress)?;
        let name = offices.into_iter().find(|office| office.id == congress).map(|office| office.name);
        return list(&site, &actor, (congress, name.unwrap_or_default()), &wanted, &v).await;
    }
    own(&site, &actor, &after, &v).await
}

async fn own(site: &Site, actor: &Actor, after: &After, v: &View) -> Result<Response, Problem> {
    let person = actor.stands_for().ok_or_else(Problem::missing)?;
    let mut db = site.db();
    let led = queries::own(&mut db, person, position(&after.own, &LATEST)?, LINES).await?;
    let signed = queries::signed(&mut db, person, position(&after.signed, &LATEST)?, LINES).await?;
    let template = OwnPage {
        v,
        own: Part::of(v, led, "own", &after.own),
        signed: Part::of(v, signed, "signed", &after.signed),
        to_sign: queries::to_sign(&mut db, person).await?,
        to_answer: queries::to_answer(&mut db, person, site.today()).await?,
    };
    Ok(page(&template))
}

impl Part {
    fn of(v: &View, found: Page<Own>, field: &str, after: &str) -> Self {
        let dress = |line: Own| {
            let (tone, words) = names::stage(v, &line.stage, line.ending.as_deref());
            (line, tone, words)
        };
        Self {
            total: found.total,
            first: (!after.is_empty()).then(|| "/bills".to_owned()),
            next: found.next.map(|next| format!("/bills?{field}={next}")),
            lines: found.items.into_iter().map(dress).collect(),
        }
    }
}

async fn list(
    site: &Site,
    actor: &Actor,
    (congress, name): (BodyId, String),
    asked: &Wanted,
    v: &View,
) -> Result<Response, Problem> {
    let filter = asked.filter(site, congress).await?;
    let mut db = site.db();
    let found = queries::list(&mut db, &filter, position(&asked.after, &NEWEST)?, LINES).await?;
    let sessions = queries::sessions(&mut db, congress).await?;
    let dress = |line: Line| {
        let (tone, words) = names::stage(v, &line.stage, line.ending.as_deref());
        (line, tone, words)
    };
    let template = ListPage {
        v,
        congress,
        name,
        total: found.total,
        first: (!asked.after.is_empty()).then(|| asked.address("/bills", congress, "")),
        next: found.next.map(|next| asked.address("/bills", congress, &next.to_string())),
        awaited: found.items.iter().any(|line| line.report_by.is_some()),
        lines: found.items.into_iter().map(dress).collect(),
        export: asked.address("/bills/list", congress, ""),
        stages: Stage::WORDS.into_iter().map(|word| (word, names::stage(v, word, None).1)).collect(),
        endings: Ending::WORDS.into_iter().map(|word| (word, names::ending(v, word))).collect(),
        latest: sessions.first().map(|session| session.id.to_string()).unwrap_or_default(),
        sessions: sessions.iter().map(|one| (one.id.to_string(), one.name.clone())).collect(),
        dues: vec![(OVERDUE, v.t("bills-due-overdue").into_owned())],
        today: site.today(),
        asked,
        receives: actor.may(Right::BillReceive, congress).is_ok(),
        exports: actor.may(Right::ExportTake, congress).is_ok(),
    };
    Ok(page(&template))
}
