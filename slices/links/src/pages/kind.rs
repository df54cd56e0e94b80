//! One kind of links: its links, who is behind, who is not covered.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kernel::Day;
use kit::{
    Problem, Site, View,
    list::position,
    sheets::Kind as As,
    web::{Query, chosen, page},
};
use links_rules::KindId;
use serde::Deserialize;

use super::{
    fields::{Options, options},
    list::sides,
    place::day,
};
use crate::{
    desk,
    queries::{
        BY_PLACE,
        kinds::{self, KindLine},
        lines::{self, LinkLine, Show},
        paged,
        plan::{self, Uncovered},
    },
    sheet,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// Lines on one page.
const LINES: u16 = 50;

/// What the list is narrowed to.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    show: String,
    day: String,
    after: String,
    #[serde(rename = "as")]
    kind: String,
}

#[derive(Template)]
#[template(path = "links/kind.html")]
struct One<'a> {
    v: &'a View,
    line: &'a KindLine,
    sides: String,
    quota: String,
    lines: Vec<LinkLine>,
    total: i64,
    shows: Options,
    asked: &'a Wanted,
    day: Day,
    today: Day,
    keeps: bool,
    shapes: bool,
    exports: bool,
    same: String,
    first: Option<String>,
    next: Option<String>,
}

impl One<'_> {
    fn tone(&self, line: &LinkLine) -> &'static str {
        if line.until.is_some() {
            "quiet"
        } else if line.behind() {
            "warn"
        } else {
            "good"
        }
    }

    fn progress(&self, line: &LinkLine) -> String {
        progress(self.v, line)
    }
}

/// 本年 1 次，应 2 次; or why it ended.
pub fn progress(v: &View, line: &LinkLine) -> String {
    if let Some(reason) = line.reason {
        return v.t(&format!("links-reason-{}", reason.word())).into_owned();
    }
    let done = line.done.to_string();
    match line.times {
        0 => v.tf("links-progress-free", [("done", done)]).into_owned(),
        times => v.tf("links-progress", [("done", done), ("times", times.to_string())]).into_owned(),
    }
}

fn quota(v: &View, line: &KindLine) -> String {
    let spec = &line.kind.spec;
    let most = spec.most.map_or_else(|| v.t("links-no-most").into_owned(), |most| most.to_string());
    let values = [("need", spec.need.to_string()), ("least", spec.least.to_string()), ("most", most)];
    v.tf("links-quota", values).into_owned()
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<KindId>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Answer {
    let kind = desk::kind::of(&site, &actor, id).await?;
    let (show, day) = (chosen("show", &wanted.show, Show::read)?.unwrap_or_default(), day(&site, &wanted.day)?);
    let after = position(&wanted.after, &BY_PLACE)?;
    let mut look = site.db().look().await?;
    let found = paged(lines::of_kind(&mut look, id, show, day).await?, after.as_ref(), LINES)?;
    let congress = kind.congress;
    let line = kinds::line(&mut look, kind, site.today()).await?;
    let same = format!("show={}&day={}", wanted.show, wanted.day);
    let here = format!("/links/kinds/{id}?{same}");
    let template = One {
        v: &v,
        sides: sides(&v, line.kind.spec.one.word(), line.kind.spec.other.word()),
        quota: quota(&v, &line),
        line: &line,
        total: found.total,
        lines: found.items,
        shows: options(&v, "show", ["behind", "none", "ended"]),
        asked: &wanted,
        day,
        today: site.today(),
        keeps: actor.may(Right::LinkKeep, congress).is_ok(),
        shapes: actor.may(Right::LinkKindKeep, congress).is_ok(),
        exports: actor.may(Right::ExportTake, congress).is_ok(),
        first: (!wanted.after.is_empty()).then(|| here.clone()),
        next: found.next.map(|next| format!("{here}&after={next}")),
        same,
    };
    Ok(page(&template))
}

pub async fn export(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<KindId>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Answer {
    let kind = desk::kind::may(&site, &actor, id, Right::ExportTake).await?;
    let (show, day) = (chosen("show", &wanted.show, Show::read)?.unwrap_or_default(), day(&site, &wanted.day)?);
    let lines = lines::of_kind(&mut site.db(), id, show, day).await?;
    let table = sheet::export(As::parse(&wanted.kind).unwrap_or(As::Xlsx), v.language, &lines)?;
    Ok(table.response(kind.spec.name.as_str())?)
}

#[derive(Template)]
#[template(path = "links/uncovered.html")]
struct NotCovered<'a> {
    v: &'a View,
    id: KindId,
    name: &'a str,
    lines: Vec<Uncovered>,
    total: i64,
    keeps: bool,
    first: Option<String>,
    next: Option<String>,
}

impl NotCovered<'_> {
    fn why(&self, line: &Uncovered) -> String {
        why(self.v, line)
    }
}

/// Why somebody is not covered.
pub fn why(v: &View, line: &Uncovered) -> String {
    v.t(&format!("links-why-{}", line.why.map_or("open", links_rules::Why::word))).into_owned()
}

pub async fn uncovered(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<KindId>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Answer {
    let kind = desk::kind::of(&site, &actor, id).await?;
    let after = position(&wanted.after, &BY_PLACE)?;
    let plan = plan::of(&mut site.db(), &kind, site.today()).await?;
    let found = paged(plan.uncovered(&kind, &plan.pairs()), after.as_ref(), LINES)?;
    let here = format!("/links/kinds/{id}/uncovered");
    let template = NotCovered {
        v: &v,
        id,
        name: kind.spec.name.as_str(),
        lines: found.items,
        total: found.total,
        keeps: actor.may(Right::LinkKeep, kind.congress).is_ok(),
        next: found.next.map(|next| format!("{here}?after={next}")),
        first: (!wanted.after.is_empty()).then_some(here),
    };
    Ok(page(&template))
}
