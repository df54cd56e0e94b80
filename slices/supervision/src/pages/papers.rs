//! The papers of supervision as Word file or PDF: of a letter the letter, of a key suggestion its plan and its report, of an evaluation its
//! forms for the spot, of an inquiry its two lists.

use accounts_rules::Actor;
use axum::{
    Extension,
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
};
use kit::{
    Problem, Site,
    paper::{Form, Name, give},
    words::Lang,
};
use roster_views::body_name;
use supervision_rules::{EvaluationId, InquiryId, KeyId, LetterId};

use crate::{desk, papers, queries, sight::Judging};

pub async fn of_letter(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path((id, name)): Path<(LetterId, String)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    letter_paper(&site, &actor, (id, &name), (&headers, Form::Pdf)).await
}

pub async fn of_key(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path((id, name)): Path<(KeyId, String)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    key_paper(&site, &actor, (id, &name), (&headers, Form::Pdf)).await
}

pub async fn of_evaluation(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path((id, name)): Path<(EvaluationId, String)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    evaluation_paper(&site, &actor, (id, &name), (&headers, Form::Pdf)).await
}

pub async fn of_inquiry(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path((id, name)): Path<(InquiryId, String)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    inquiry_paper(&site, &actor, (id, &name), (&headers, Form::Pdf)).await
}

/// The letter in the form the address or the caller says, for who reads its page.
pub(crate) async fn letter_paper(
    site: &Site,
    actor: &Actor,
    (id, name): (LetterId, &str),
    (headers, usual): (&HeaderMap, Form),
) -> Result<Response, Problem> {
    let letter = desk::letter::of(site, actor, id).await?.letter;
    let named = Name::read(name);
    if named.stem != "letter" {
        return Err(Problem::missing());
    }
    let mut ask = site.db();
    let setting = queries::setting(&mut ask, letter.to.congress, letter.to.suggestion).await?;
    let unit = body_name(&mut ask, letter.to.unit).await?;
    let file = format!("{}-{}", papers::title(&letter), letter.number);
    give(site, papers::letter(&letter, &setting, &unit), named.form(headers, usual), &file).await
}

/// The plan or the report of a key suggestion, for who reads its page.
pub(crate) async fn key_paper(
    site: &Site,
    actor: &Actor,
    (id, name): (KeyId, &str),
    (headers, usual): (&HeaderMap, Form),
) -> Result<Response, Problem> {
    let key = desk::key::of(site, actor, id).await?.key;
    let mut ask = site.db();
    let setting = queries::setting(&mut ask, key.congress, key.suggestion).await?;
    let role = |word: &str| Lang::Chinese.t(&format!("supervision-role-{word}")).into_owned();
    let about = queries::about(&mut ask, key.suggestion).await?;
    let units: Vec<(String, String)> = about.units.into_iter().map(|(unit, word)| (unit.name, role(&word))).collect();
    let named = Name::read(name);
    let paper = match named.stem.as_str() {
        "plan" => papers::plan(&key, &setting, &units),
        "report" => papers::report(&key, &setting, &units, site.today()),
        _ => return Err(Problem::missing()),
    };
    let file = format!("{}-{}", paper.title(), setting.matter.number.unwrap_or_default());
    give(site, paper, named.form(headers, usual), &file).await
}

/// An empty form of an evaluation, for the office: ballot, sheet by the scheme, totals. A draft's units are those it would judge.
pub(crate) async fn evaluation_paper(
    site: &Site,
    actor: &Actor,
    (id, name): (EvaluationId, &str),
    (headers, usual): (&HeaderMap, Form),
) -> Result<Response, Problem> {
    let (e, sight) = desk::evaluation::of(site, actor, id).await?;
    if sight != Judging::Office {
        return Err(Problem::missing());
    }
    let mut ask = site.db();
    let mut units: Vec<_> = e.units.iter().map(|judged| judged.unit).collect();
    if units.is_empty() {
        units = queries::handled::units(&mut ask, &e).await?;
    }
    let mut names = Vec::with_capacity(units.len());
    for unit in units {
        names.push(body_name(&mut ask, unit).await?);
    }
    let named = Name::read(name);
    let paper = match named.stem.as_str() {
        "ballot" => papers::ballot(&e, &names),
        "sheet" => papers::sheet(&e, &names),
        "totals" => papers::totals(&e, &names),
        _ => return Err(Problem::missing()),
    };
    let file = paper.title();
    give(site, paper, named.form(headers, usual), &file).await
}

/// 询问问题清单 or 整改清单 of an inquiry, for who reads its page.
pub(crate) async fn inquiry_paper(
    site: &Site,
    actor: &Actor,
    (id, name): (InquiryId, &str),
    (headers, usual): (&HeaderMap, Form),
) -> Result<Response, Problem> {
    let inquiry = desk::inquiry::of(site, actor, id).await?.inquiry;
    let mut ask = site.db();
    let names = queries::unit_names(&mut ask, inquiry.units()).await?;
    let issuer = queries::issuer(&mut ask, inquiry.congress).await?;
    let issuer = match issuer {
        Some(name) => name,
        None => body_name(&mut ask, inquiry.congress).await?,
    };
    let named = Name::read(name);
    let paper = match named.stem.as_str() {
        "questions" => papers::questions(&inquiry, &names, &issuer),
        "items" => papers::items(&inquiry, &names, &issuer, site.today()),
        _ => return Err(Problem::missing()),
    };
    let file = format!("{}-{}", paper.title(), inquiry.terms.topic);
    give(site, paper, named.form(headers, usual), &file).await
}
