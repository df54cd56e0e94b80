//! The register of certificates, their papers, and the public check of a code.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
};
use elections_rules::{
    LeaderClass,
    election::{CertificateId, ElectionId, read_code},
};
use kit::{
    Problem, Site, View,
    list::position,
    paper::{Form, Name, Sheaf, give},
    sheets::{Cell, Export, Kind as As},
    web::{Query, go, page},
};
use law_rules::Word as _;
use roster_views::place;
use serde::Deserialize;

use super::show::number;
use crate::{
    desk, papers,
    queries::{self, BY_NUMBER, CertificateLine, Checked},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

const LINES: u16 = 25;

/// Of which congress.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    congress: String,
    after: String,
}

#[derive(Template)]
#[template(path = "elections/register.html")]
struct Register<'a> {
    v: &'a View,
    name: String,
    congress: String,
    lines: Vec<CertificateLine>,
    total: i64,
    papers: bool,
    exports: bool,
    first: Option<String>,
    next: Option<String>,
}

impl Register<'_> {
    fn number(&self, line: &CertificateLine) -> String {
        number(self.v, line.year, line.n)
    }
}

pub async fn register(
    State(site): State<Site>,
    Extension(actor): Who,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Answer {
    let of = place(&site, &actor, Right::ElectionSee, &wanted.congress).await?;
    let found = queries::register(&mut site.db(), of.id, position(&wanted.after, &BY_NUMBER)?, LINES).await?;
    let same = format!("/elections/certificates?congress={}", of.id);
    let template = Register {
        v: &v,
        total: found.total,
        first: (!wanted.after.is_empty()).then(|| same.clone()),
        next: found.next.map(|next| format!("{same}&after={next}")),
        lines: found.items,
        papers: actor.may(Right::ElectionKeep, of.id).is_ok(),
        exports: actor.may(Right::ExportTake, of.id).is_ok(),
        congress: of.id.to_string(),
        name: of.name,
    };
    Ok(page(&template))
}

/// Of which congress, and as what.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct AsWhat {
    congress: String,
    #[serde(rename = "as")]
    kind: String,
}

const COLUMNS: [&str; 9] = [
    "elections-field-number",
    "elections-field-name",
    "elections-field-seated",
    "elections-field-title",
    "elections-field-class",
    "elections-field-day",
    "elections-field-issued",
    "elections-field-confirmed",
    "elections-field-code",
];

/// The register as a table: numbers, names, days and codes.
pub async fn export(State(site): State<Site>, Extension(actor): Who, Query(wanted): Query<AsWhat>, v: View) -> Answer {
    let of = place(&site, &actor, Right::ElectionSee, &wanted.congress).await?;
    actor.may(Right::ExportTake, of.id)?;
    let kind = As::parse(&wanted.kind).unwrap_or(As::Xlsx);
    let mut table = Export::begin(kind, v.language, COLUMNS.iter().map(|key| v.t(key)))?;
    for line in queries::whole_register(&mut site.db(), of.id).await? {
        let class = match line.class.as_deref().and_then(LeaderClass::read) {
            Some(class) => v.t(&class.key()).into_owned(),
            None => v.t("elections-register-deputy").into_owned(),
        };
        let number = number(&v, line.year, line.n);
        let cells: [Cell; 9] = [
            number.into(),
            line.name.into(),
            line.seated.into(),
            line.title.into(),
            class.into(),
            line.day.into(),
            line.issued.into(),
            line.confirmed.into(),
            line.code.into(),
        ];
        table.row(&cells)?;
    }
    Ok(table.finish()?.response(&v.t("elections-register-title"))?)
}

pub async fn give_paper(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, name)): Path<(CertificateId, String)>,
    headers: HeaderMap,
) -> Answer {
    certificate_paper(&site, &actor, (id, &name), (&headers, Form::Pdf)).await
}

/// 当选证书, and once the election is confirmed 代表证, for the office that issues them.
pub(crate) async fn certificate_paper(
    site: &Site,
    actor: &Actor,
    (id, name): (CertificateId, &str),
    (headers, usual): (&HeaderMap, Form),
) -> Answer {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let line = queries::of_register(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    desk::may(site, actor, line.election, Right::ElectionKeep).await?;
    let named = Name::read(name);
    let paper = match named.stem.as_str() {
        "certificate" => papers::certificate(&line),
        "card" if line.class.is_none() && line.confirmed.is_some() => papers::card(&line),
        _ => return Err(Problem::missing()),
    };
    let file = format!("{}-{}", paper.title(), line.name);
    give(site, paper, named.form(headers, usual), &file).await
}

pub async fn give_all(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, name)): Path<(ElectionId, String)>,
    headers: HeaderMap,
) -> Answer {
    all_certificates(&site, &actor, (id, &name), (&headers, Form::Pdf)).await
}

/// All 当选证书 of an election in one file, and once it is confirmed all 代表证.
pub(crate) async fn all_certificates(
    site: &Site,
    actor: &Actor,
    (id, name): (ElectionId, &str),
    (headers, usual): (&HeaderMap, Form),
) -> Answer {
    let it = desk::may(site, actor, id, Right::ElectionKeep).await?;
    let named = Name::read(name);
    let paper = match named.stem.as_str() {
        "certificates" => papers::certificate,
        "cards" if it.of_deputies() && it.confirmed.is_some() => papers::card,
        _ => return Err(Problem::missing()),
    };
    let all: Vec<_> = queries::of_election(&mut site.db(), id).await?.iter().map(paper).collect();
    let title = all.first().ok_or_else(Problem::missing)?.title();
    Sheaf(all).give(site, named.form(headers, usual), &format!("{title}-{}", it.title)).await
}

/// The code asked for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    code: String,
}

#[derive(Template)]
#[template(path = "elections/check.html")]
struct Check<'a> {
    v: &'a View,
    code: &'a str,
    found: Option<Checked>,
    asked: bool,
}

impl Check<'_> {
    fn number(&self, line: &CertificateLine) -> String {
        number(self.v, line.year, line.n)
    }
    /// What stands of the seat, in words and with its colour.
    fn standing(&self, found: &Checked) -> (&'static str, String) {
        let (tone, key) = standing(found);
        (tone, self.v.t(key).into_owned())
    }
}

/// The colour and the key of what stands of the seat.
pub(crate) fn standing(found: &Checked) -> (&'static str, &'static str) {
    match (found.state.as_deref(), found.line.class.is_some()) {
        (_, true) => ("good", "elections-checked-leader"),
        (Some("in_office"), _) => ("good", "elections-checked-in-office"),
        (Some("suspended"), _) => ("warn", "elections-checked-suspended"),
        (Some("ended"), _) => ("bad", "elections-checked-ended"),
        (Some("confirmed"), _) => ("good", "elections-checked-confirmed"),
        _ => ("wait", "elections-checked-elected"),
    }
}

/// The door: a field for the code.
pub async fn door(Query(wanted): Query<Asked>, v: View) -> Answer {
    if let Some(code) = read_code(&wanted.code) {
        return Ok(go(&format!("/certificates/{code}")));
    }
    let asked = !wanted.code.trim().is_empty();
    Ok(page(&Check { v: &v, code: &wanted.code, found: None, asked }))
}

/// What a stranger is told of a code; a code of nothing is told so, not missing.
pub async fn check(State(site): State<Site>, Path(typed): Path<String>, v: View) -> Answer {
    let found = match read_code(&typed) {
        Some(code) => queries::checked(&mut site.db(), &code).await?,
        None => None,
    };
    if found.is_none() {
        return Err(Problem::missing());
    }
    Ok(page(&Check { v: &v, code: "", found, asked: true }))
}
