//! A kind of links is laid down, and changed.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use kit::{
    Problem, Site, View,
    web::{Form, Query, done, page, page_with},
};
use links_rules::{KindId, Near};
use roster_views::place;

use super::{
    fields::{self, Options},
    list::Wanted,
};
use crate::{desk, store::Kind};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

#[derive(Template)]
#[template(path = "links/settings.html")]
struct Settings<'a> {
    v: &'a View,
    f: &'a Form,
    /// The kind that is changed; nothing where one is laid down.
    kind: Option<&'a Kind>,
    congress: String,
    action: String,
    back: String,
    ones: Options,
    others: Options,
    nears: Options,
}

impl Settings<'_> {
    fn title(&self) -> &'static str {
        if self.kind.is_some() { "links-settings-title" } else { "links-new-title" }
    }
}

fn shown(v: &View, f: &Form, kind: Option<&Kind>, congress: String) -> Response {
    let (ones, others) = fields::sides(v);
    let (action, back) = match kind {
        Some(kind) => (format!("/links/kinds/{}/settings", kind.id), format!("/links/kinds/{}", kind.id)),
        None => ("/links/kinds".to_owned(), format!("/links?congress={congress}")),
    };
    let nears = fields::options(v, "near", Near::ALL.iter().map(|near| near.word()));
    let template = Settings { v, f, kind, congress, action, back, ones, others, nears };
    if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) }
}

pub async fn new(State(site): State<Site>, Extension(actor): Who, Query(wanted): Query<Wanted>, v: View) -> Answer {
    let place = place(&site, &actor, Right::LinkKindKeep, &wanted.congress).await?;
    let form = Form::blank(&v).with("need", 1).with("near", "prefer").with("times", 2).with("since", site.today());
    Ok(shown(&v, &form, None, place.id.to_string()))
}

pub async fn create(State(site): State<Site>, Extension(actor): Who, v: View, mut form: Form) -> Answer {
    let congress = form.value("congress").to_owned();
    let place = place(&site, &actor, Right::LinkKindKeep, &congress).await?;
    if let Some(wanted) = fields::kind(&mut form) {
        let once = form.once("/links/kinds")?;
        match desk::kind::make(&site, &actor, place.id, wanted, &once).await {
            Ok(kind) => return Ok(done(&format!("/links/kinds/{}", kind.id), "links-flash-made")),
            Err(problem) => form.keep("name", problem)?,
        }
    }
    Ok(shown(&v, &form, None, place.id.to_string()))
}

pub async fn ask_revise(State(site): State<Site>, Extension(actor): Who, Path(id): Path<KindId>, v: View) -> Answer {
    let kind = desk::kind::may(&site, &actor, id, Right::LinkKindKeep).await?;
    Ok(shown(&v, &fields::filled(&v, &kind.spec).with("version", kind.version), Some(&kind), kind.congress.to_string()))
}

pub async fn revise(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<KindId>,
    v: View,
    mut form: Form,
) -> Answer {
    let kind = desk::kind::may(&site, &actor, id, Right::LinkKindKeep).await?;
    let version = form.seen()?;
    if let Some(wanted) = fields::kind(&mut form) {
        match desk::kind::revise(&site, &actor, id, version, wanted).await {
            Ok(kind) => return Ok(done(&format!("/links/kinds/{}", kind.id), "links-flash-revised")),
            Err(problem) => form.keep("name", problem)?,
        }
    }
    Ok(shown(&v, &form, Some(&kind), kind.congress.to_string()))
}
