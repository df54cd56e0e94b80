//! 专题询问: the list, and beginning one.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{Extension, extract::State, response::Response};
use kernel::BodyId;
use kit::{
    Problem, Site, View,
    sheets::{Cell, Export, Kind as As},
    web::{Form, Query, chosen, done, page},
};
use roster_views::{congresses, nowhere};
use serde::Deserialize;
use supervision_rules::InquiryKind;

use super::{
    ask::{Asked, Field, Kind, keep, sheet},
    place::place,
    tabs::{Tab, tabs},
};
use crate::{
    desk::{self, inquiry::InquiryWanted},
    queries::{self, InquiryLine},
};

/// Which congress.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    congress: String,
    #[serde(rename = "as")]
    kind: String,
}

#[derive(Template)]
#[template(path = "supervision/inquiries.html")]
struct List<'a> {
    v: &'a View,
    tabs: Vec<Tab>,
    name: String,
    lines: Vec<(InquiryLine, String, String)>,
    congress: String,
    keeps: bool,
    export: Option<String>,
}

/// The words of its kind and of its stage.
fn said(v: &View, line: &InquiryLine) -> (String, String) {
    let said = |key: String| v.t(&key).into_owned();
    (said(format!("supervision-inquiry-kind-{}", line.kind)), said(format!("supervision-inquiry-{}", line.stage)))
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let place = place(&site, &actor, Right::SupervisionSee, &wanted.congress).await?;
    let found = queries::inquiries(&mut site.db(), &actor, place.congress, site.today()).await?;
    let dress = |line: InquiryLine| {
        let (kind, stage) = said(&v, &line);
        (line, kind, stage)
    };
    let takes = place.congress.filter(|congress| actor.may(Right::ExportTake, *congress).is_ok());
    let template = List {
        tabs: tabs(&v, &actor, "/supervision/inquiries"),
        keeps: place.congress.is_some_and(|congress| actor.may(Right::InquiryKeep, congress).is_ok()),
        congress: place.congress.map(|id| id.to_string()).unwrap_or_default(),
        export: takes.map(|congress| format!("/supervision/inquiries/list?congress={congress}")),
        name: place.name,
        lines: found.into_iter().map(dress).collect(),
        v: &v,
    };
    Ok(page(&template))
}

const COLUMNS: [&str; 8] = [
    "supervision-field-topic",
    "supervision-field-inquiry-kind",
    "supervision-field-inquiry-day",
    "supervision-field-stage",
    "supervision-questions",
    "supervision-items",
    "supervision-field-items-settled",
    "supervision-field-items-overdue",
];

/// The list as a table.
pub async fn export(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let place = place(&site, &actor, Right::SupervisionSee, &wanted.congress).await?;
    actor.may(Right::ExportTake, place.congress.ok_or_else(Problem::missing)?)?;
    let kind = As::parse(&wanted.kind).unwrap_or(As::Xlsx);
    let mut table = Export::begin(kind, v.language, COLUMNS.iter().map(|key| v.t(key)))?;
    for line in queries::inquiries(&mut site.db(), &actor, place.congress, site.today()).await? {
        let (form, stage) = said(&v, &line);
        let cells: [Cell; 8] = [
            line.topic.into(),
            form.into(),
            line.day.into(),
            stage.into(),
            line.questions.into(),
            line.items.into(),
            line.settled.into(),
            line.overdue.into(),
        ];
        table.row(&cells)?;
    }
    Ok(table.finish()?.response(&v.t("supervision-inquiries-title"))?)
}

const KINDS: [(&str, &str); 3] = [
    ("report", "supervision-inquiry-kind-report"),
    ("enforcement", "supervision-inquiry-kind-enforcement"),
    ("handling", "supervision-inquiry-kind-handling"),
];
const NEW: Asked = Asked {
    title: "supervision-inquiry-new",
    lead: "supervision-inquiry-new-lead",
    button: "supervision-inquiry-new-button",
    flash: "supervision-flash-inquiry",
    fields: &[
        Field::new("topic", "supervision-field-topic", Kind::Line(60)),
        Field::new("kind", "supervision-field-inquiry-kind", Kind::One(&KINDS)),
        Field::new("day", "supervision-field-inquiry-day", Kind::Day),
        Field::new("place", "supervision-field-place", Kind::Line(100)),
        Field::new("leader", "supervision-field-presides", Kind::Line(60)),
        Field::new("basis", "supervision-field-basis", Kind::Line(200)).hint("supervision-hint-basis"),
        Field::new("congress", "supervision-field-topic", Kind::Hidden),
    ],
};

/// The congress in which one is begun: the one asked for, or the first the actor keeps inquiries of.
async fn sitting(site: &Site, actor: &Actor, asked: &str) -> Result<(BodyId, String), Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let asked: Option<BodyId> = chosen("congress", asked, |raw| raw.parse().ok())?;
    if let Some(congress) = asked {
        actor.may(Right::InquiryKeep, congress)?;
    }
    let held = congresses(&mut site.db(), actor, Right::InquiryKeep).await?;
    let found = held.into_iter().find(|one| asked.is_none_or(|congress| congress == one.id));
    found.map(|one| (one.id, one.name)).ok_or_else(|| nowhere(actor, Right::InquiryKeep))
}

pub async fn new(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let (congress, name) = sitting(&site, &actor, &wanted.congress).await?;
    let form = Form::blank(&v).with("congress", congress);
    Ok(sheet(&v, &form, &NEW, &name, "/supervision/inquiries", "/supervision/inquiries"))
}

pub async fn create(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    v: View,
    mut form: Form,
) -> Result<Response, Problem> {
    // Who may not is told so before anything is read.
    let (congress, name) = sitting(&site, &actor, form.value("congress")).await?;
    if let Some(wanted) = read(&mut form) {
        let once = form.once("/supervision/inquiries")?;
        match desk::inquiry::begin(&site, &actor, congress, wanted, &once).await {
            Ok(kept) => return Ok(done(&format!("/supervision/inquiries/{}", kept.inquiry.id), NEW.flash)),
            Err(problem) => keep(&mut form, &NEW, problem)?,
        }
    }
    Ok(sheet(&v, &form, &NEW, &name, "/supervision/inquiries", "/supervision/inquiries"))
}

fn read(form: &mut Form) -> Option<InquiryWanted> {
    let (topic, kind) = (form.take("topic"), form.choice("kind", InquiryKind::read));
    let (day, place) = (form.take("day"), form.take("place"));
    let (leader, basis) = (form.take("leader"), form.take("basis"));
    Some(InquiryWanted { topic: topic?, kind: kind?, day: day?, place: place?, leader: leader?, basis: basis? })
}
