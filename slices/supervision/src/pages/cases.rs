//! 挂号督办: the register of dissatisfied cases.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kernel::BodyId;
use kit::{
    Problem, Site, View,
    list::position,
    sheets::{Cell, Export, Kind as As},
    web::{Form, Query, chosen, done, page},
};
use roster_views::nowhere;
use serde::Deserialize;
use supervision_rules::{CaseId, CaseStage};

use super::{
    ask::{Asked, Field, Kind, keep, sheet},
    place::place,
    tabs::{Tab, tabs},
};
use crate::{
    desk::{self, case::CaseOwner},
    queries::{self, CaseLine, OPENED},
};

const LINES: u16 = 25;
const ROWS: u16 = 500;

/// What the register is narrowed to.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    congress: String,
    stage: String,
    after: String,
    #[serde(rename = "as")]
    kind: String,
}

#[derive(Template)]
#[template(path = "supervision/cases.html")]
struct List<'a> {
    v: &'a View,
    tabs: Vec<Tab>,
    name: String,
    lines: Vec<(CaseLine, String)>,
    total: i64,
    stages: Vec<(&'static str, String)>,
    asked: &'a Wanted,
    congress: BodyId,
    keeps: bool,
    urges: bool,
    first: Option<String>,
    next: Option<String>,
    export: Option<String>,
}

async fn narrowed(site: &Site, actor: &Actor, wanted: &Wanted) -> Result<(BodyId, String, Option<CaseStage>), Problem> {
    let place = place(site, actor, Right::CaseSee, &wanted.congress).await?;
    let congress = place.congress.ok_or_else(|| nowhere(actor, Right::CaseSee))?;
    Ok((congress, place.name, chosen("stage", &wanted.stage, CaseStage::read)?))
}

fn stage(v: &View, word: &str) -> String {
    v.t(&format!("supervision-case-{word}")).into_owned()
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let (congress, name, narrow) = narrowed(&site, &actor, &wanted).await?;
    let (after, word) = (position(&wanted.after, &OPENED)?, narrow.map(CaseStage::word));
    let found = queries::cases(&mut site.db(), congress, word, after, LINES).await?;
    let same = format!("/supervision/cases?congress={congress}&stage={}", wanted.stage);
    let may = |right| actor.may(right, congress).is_ok();
    let template = List {
        v: &v,
        tabs: tabs(&v, &actor, "/supervision/cases"),
        name,
        total: found.total,
        first: (!wanted.after.is_empty()).then(|| same.clone()),
        next: found.next.map(|next| format!("{same}&after={next}")),
        lines: found.items.into_iter().map(|line| (stage(&v, &line.stage), line)).map(|(s, l)| (l, s)).collect(),
        stages: CaseStage::ALL.map(|it| (it.word(), stage(&v, it.word()))).into(),
        keeps: may(Right::CaseKeep),
        urges: may(Right::SuggestionRemind),
        export: may(Right::ExportTake).then(|| same.replace("/cases?", "/cases/list?")),
        asked: &wanted,
        congress,
    };
    Ok(page(&template))
}

const COLUMNS: [&str; 8] = [
    "supervision-field-case",
    "supervision-field-number",
    "supervision-field-title",
    "supervision-field-unit",
    "supervision-field-owner",
    "supervision-field-opened",
    "supervision-field-stage",
    "supervision-field-ended",
];

pub async fn export(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let (congress, _, narrow) = narrowed(&site, &actor, &wanted).await?;
    actor.may(Right::ExportTake, congress)?;
    let kind = As::parse(&wanted.kind).unwrap_or(As::Xlsx);
    let mut table = Export::begin(kind, v.language, COLUMNS.iter().map(|key| v.t(key)))?;
    let mut after = String::new();
    loop {
        let at = position(&after, &OPENED)?;
        let found = queries::cases(&mut site.db(), congress, narrow.map(CaseStage::word), at, ROWS).await?;
        for line in found.items {
            let number = v.tf("supervision-case-number", [("year", line.year.to_string()), ("n", line.n.to_string())]);
            let cells: [Cell; 8] = [
                number.into_owned().into(),
                line.number.into(),
                line.title.into(),
                line.unit.into(),
                line.owner.into(),
                line.opened.day().into(),
                stage(&v, &line.stage).into(),
                line.ended.map(|at| at.day()).into(),
            ];
            table.row(&cells)?;
        }
        match found.next {
            Some(next) => after = next.to_string(),
            None => return Ok(table.finish()?.response(&v.t("supervision-cases-title"))?),
        }
    }
}

const OWN: Asked = Asked {
    title: "supervision-own-title",
    lead: "supervision-own-lead",
    button: "supervision-own-button",
    flash: "supervision-flash-owned",
    fields: &[
        Field::new("owner", "supervision-field-owner", Kind::Line(60)),
        Field::new("version", "supervision-field-owner", Kind::Hidden),
    ],
};

async fn mine(site: &Site, actor: &Actor, id: CaseId) -> Result<CaseLine, Problem> {
    let case = desk::case::of(site, actor, id).await?;
    actor.may(Right::CaseKeep, case.congress)?;
    Ok(case)
}

fn asked(v: &View, form: &Form, case: &CaseLine) -> Response {
    let back = format!("/supervision/cases?congress={}", case.congress);
    sheet(v, form, &OWN, &case.title, &format!("/supervision/cases/{}/owner", case.id), &back)
}

pub async fn ask_owner(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<CaseId>,
    v: View,
) -> Result<Response, Problem> {
    let case = mine(&site, &actor, id).await?;
    let form = Form::blank(&v).with("owner", case.owner.clone().unwrap_or_default());
    let form = form.with("version", case.owner_version());
    Ok(asked(&v, &form, &case))
}

pub async fn own(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<CaseId>,
    v: View,
    mut form: Form,
) -> Result<Response, Problem> {
    let case = mine(&site, &actor, id).await?;
    if let Some(owner) = form.take("owner") {
        let seen = Some(form.seen()?);
        match desk::case::own(&site, &actor, id, CaseOwner { owner }, seen).await {
            Ok(()) => return Ok(done(&format!("/supervision/cases?congress={}", case.congress), OWN.flash)),
            Err(problem) => keep(&mut form, &OWN, problem)?,
        }
    }
    Ok(asked(&v, &form, &case))
}
