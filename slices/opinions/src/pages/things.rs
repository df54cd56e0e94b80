//! 站码、接待码、活动码: of one congress, made, printed, led on.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use kernel::{BodyId, Refusal, Refused};
use kit::{
    Problem, Site, View,
    web::{Form, api::Once, done, page, page_with},
};
use opinions_rules::{CodeId, CodeKind, TargetId};

use super::codes::PAPERS;
use crate::{
    desk::{
        codes,
        things::{self, ThingCode},
    },
    queries::{
        codes::{ThingLine, of_things},
        stations,
    },
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

#[derive(Template)]
#[template(path = "opinions/things.html")]
struct Things<'a> {
    v: &'a View,
    f: &'a Form,
    lines: Vec<ThingLine>,
    papers: Vec<(&'static str, String)>,
    stations: Vec<(String, String)>,
    receptions: Vec<(String, String)>,
}

impl Things<'_> {
    fn name(&self, it: &ThingLine) -> String {
        it.name.clone().or_else(|| it.station.clone()).unwrap_or_default()
    }

    fn kind(&self, it: &ThingLine) -> String {
        self.v.t(&format!("opinions-kind-{}", it.kind)).into_owned()
    }

    /// Whether what hangs leads to a station that is no more, and is to be led on.
    fn stray(&self, it: &ThingLine) -> bool {
        it.kind == "station" && it.revoked.is_none() && it.stage.as_deref() == Some("closed")
    }
}

/// The congress whose codes the actor keeps.
///
/// # Errors
/// When nobody is signed in, or the actor keeps none.
pub fn congress(actor: &Actor) -> Result<BodyId, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let first = actor.bodies(Right::CodeKeep).next();
    first.ok_or_else(|| Refused::new(Refusal::NotYours, "opinions-refused-no-codes").into())
}

async fn sheet(site: &Site, v: &View, f: &Form, congress: BodyId) -> Answer {
    let mut look = site.db().look().await?;
    let lines = of_things(&mut look, congress, site.today().plus_days(-30)).await?;
    let stations = stations::kept_by(&mut look, congress).await?;
    let receptions = stations::receptions(&mut look, congress).await?;
    let paper = |(name, _): (&'static str, _)| {
        let key = name.split_once('.').map_or(name, |(stem, _)| stem);
        (name, v.t(&format!("opinions-paper-{key}")).into_owned())
    };
    let template = Things {
        v,
        f,
        lines,
        papers: PAPERS.map(paper).into(),
        stations: stations.into_iter().map(|it| (it.id.to_string(), it.name)).collect(),
        receptions: receptions.into_iter().map(|(id, day, name)| (id.to_string(), format!("{day} {name}"))).collect(),
    };
    Ok(if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) })
}

pub async fn show(State(site): State<Site>, Extension(actor): Who, v: View) -> Answer {
    let congress = congress(&actor)?;
    sheet(&site, &v, &Form::blank(&v), congress).await
}

/// What is wanted, by the one of the three forms that was sent.
fn read(form: &mut Form) -> Option<ThingCode> {
    let kind = form.choice("kind", |raw| CodeKind::read(raw).filter(|kind| *kind != CodeKind::Deputy))?;
    let target = match kind {
        CodeKind::Station => form.choice("station", target),
        CodeKind::Reception => form.choice("reception", target),
        _ => None,
    };
    let activity = kind == CodeKind::Activity;
    let (name, day, area) =
        if activity { (form.take("name"), form.take("day"), form.take("area")) } else { (None, None, None) };
    let place = form.take("place");
    if form.has_errors() {
        return None;
    }
    Some(ThingCode { kind, target, name, day, area, place: place? })
}

fn target(raw: &str) -> Option<TargetId> {
    raw.parse().ok()
}

pub async fn make(State(site): State<Site>, Extension(actor): Who, v: View, mut form: Form) -> Answer {
    let congress = congress(&actor)?;
    let Some(wanted) = read(&mut form) else { return sheet(&site, &v, &form, congress).await };
    let once = Once::form(form.value("once"), "/codes", &wanted)?;
    if let Err(problem) = things::make(&site, &actor, congress, &wanted, &once).await {
        form.accept(problem)?;
        return sheet(&site, &v, &form, congress).await;
    }
    Ok(done("/codes", "opinions-flash-issued"))
}

pub async fn lead(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<CodeId>,
    v: View,
    mut form: Form,
) -> Answer {
    let code = codes::of(&site, &actor, id).await?;
    let Some(to) = form.choice("target", target) else { return sheet(&site, &v, &form, code.congress).await };
    if let Err(problem) = things::lead(&site, &actor, id, to).await {
        form.accept(problem)?;
        return sheet(&site, &v, &form, code.congress).await;
    }
    Ok(done("/codes", "opinions-flash-led"))
}
