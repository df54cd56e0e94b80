//! A matter is prepared, and its settings changed until its first round opens.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use ballots_rules::paper::{Assembly, BallotId, Kind, Refusal};
use kernel::Refused;
use kit::{
    Problem, Site, View,
    web::{Form, Query, Stale, done, page, page_with},
};
use roster_views::place;
use serde::Deserialize;

use super::fields::{self, Options, words};
use crate::desk::{
    self,
    prepare::{BallotSpecWanted, BallotWanted},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// Of which congress.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    congress: String,
}

#[derive(Template)]
#[template(path = "ballots/new.html")]
struct New<'a> {
    v: &'a View,
    f: &'a Form,
    congress: &'a str,
    assemblies: Options,
    kinds: Options,
}

fn asked(v: &View, f: &Form, congress: &str) -> Response {
    let template = New { v, f, congress, assemblies: words::<Assembly>(v), kinds: words::<Kind>(v) };
    if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) }
}

pub async fn new(State(site): State<Site>, Extension(actor): Who, Query(wanted): Query<Wanted>, v: View) -> Answer {
    let place = place(&site, &actor, Right::BallotPrepare, &wanted.congress).await?;
    let form = Form::blank(&v).with("day", site.today()).with("assembly", "congress").with("kind", "election");
    Ok(asked(&v, &form, &place.id.to_string()))
}

pub async fn create(State(site): State<Site>, Extension(actor): Who, v: View, mut form: Form) -> Answer {
    let congress = form.value("congress").to_owned();
    let place = place(&site, &actor, Right::BallotPrepare, &congress).await?;
    if let Some(wanted) = read(&mut form) {
        let once = form.once("/ballots")?;
        match desk::prepare::draft(&site, &actor, place.id, wanted, &once).await {
            Ok(item) => return Ok(done(&format!("/ballots/{}", item.id), "ballots-flash-drafted")),
            Err(problem) => form.keep("names", problem)?,
        }
    }
    Ok(asked(&v, &form, &place.id.to_string()))
}

fn read(form: &mut Form) -> Option<BallotWanted> {
    let (title, meeting, day) = (form.take("title"), form.take("meeting"), form.take("day"));
    let spec = fields::spec(form, &[], false);
    if form.has_errors() {
        return None;
    }
    Some(BallotWanted { title: title?, meeting: meeting?, day: day?, spec: spec? })
}

#[derive(Template)]
#[template(path = "ballots/settings.html")]
struct Settings<'a> {
    v: &'a View,
    f: &'a Form,
    title: &'a str,
    back: String,
    assemblies: Options,
    kinds: Options,
    settings: Vec<(&'static str, String, Options)>,
}

fn settings(v: &View, f: &Form, id: BallotId, title: &str) -> Response {
    let template = Settings {
        v,
        f,
        title,
        back: format!("/ballots/{id}"),
        assemblies: words::<Assembly>(v),
        kinds: words::<Kind>(v),
        settings: fields::settings(v),
    };
    if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) }
}

pub async fn ask_revise(State(site): State<Site>, Extension(actor): Who, Path(id): Path<BallotId>, v: View) -> Answer {
    let (item, opened) = desk::prepare::may(&site, &actor, id, Right::BallotPrepare).await?;
    if opened {
        return Err(Refused::from(Refusal::SpecFixed).into());
    }
    let form = fields::filled(&v, &item.spec).with("version", item.version);
    Ok(settings(&v, &form, id, item.title.as_str()))
}

pub async fn revise(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<BallotId>,
    v: View,
    mut form: Form,
) -> Answer {
    let (item, _) = desk::prepare::may(&site, &actor, id, Right::BallotPrepare).await?;
    if let Some(wanted) = fields::spec(&mut form, &item.spec.names, true) {
        let seen = Some(form.seen()?);
        match desk::prepare::revise(&site, &actor, id, wanted, seen).await {
            Ok(_) => return Ok(done(&format!("/ballots/{id}"), "ballots-flash-revised")),
            Err(Problem::Stale(_)) => {
                let (now, _) = desk::prepare::may(&site, &actor, id, Right::BallotPrepare).await?;
                let (at, stands) = (format!("/ballots/{id}/settings"), fields::filled(&v, &now.spec));
                let said = |name: &str, value: &str| fields::said(&v, name, value);
                let stale = Stale::of_forms(at, now.version, fields::HELD, (&form, &stands), said);
                return Err(Problem::Stale(Box::new(stale)));
            }
            Err(problem) => form.keep("names", problem)?,
        }
    }
    Ok(settings(&v, &form, id, item.title.as_str()))
}

/// The matter takes over what the standing method says now.
pub async fn take_over(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<BallotId>,
    form: Form,
) -> Answer {
    let (item, _) = desk::prepare::may(&site, &actor, id, Right::BallotPrepare).await?;
    let spec = item.spec;
    let (assembly, kind, names, places) = (spec.assembly, spec.kind, spec.names, Some(spec.rule.places));
    let wanted = BallotSpecWanted { assembly, kind, names, places, method: None, rule: None };
    desk::prepare::revise(&site, &actor, id, wanted, Some(form.seen()?)).await?;
    Ok(done(&format!("/ballots/{id}"), "ballots-flash-taken-over"))
}
