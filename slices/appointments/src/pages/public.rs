//! 任免公告, for anybody.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{Extension, extract::State, response::Response};
use kernel::BodyId;
use kit::{
    Problem, Site, View,
    list::position,
    web::{Query, chosen, page},
};
use serde::Deserialize;

use super::fields::Options;
use crate::{
    queries::{self, ANNOUNCEMENTS, NoticeLine},
    sight,
};

/// Lines on one page.
const LINES: u16 = 25;

/// Of which congress.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    congress: String,
    after: String,
}

#[derive(Template)]
#[template(path = "appointments/announcements.html")]
struct List<'a> {
    v: &'a View,
    name: String,
    congress: String,
    congresses: Options,
    lines: Vec<NoticeLine>,
    total: i64,
    first: Option<String>,
    next: Option<String>,
    works: bool,
}

impl List<'_> {
    fn kind(&self, line: &NoticeLine) -> String {
        self.v.t(&format!("appointments-kind-{}", line.kind)).into_owned()
    }

    fn number(&self, line: &NoticeLine) -> String {
        crate::papers::numbered(appointments_rules::Number { year: line.year, n: line.n }, self.v.language)
    }
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let mut db = site.db();
    let asked: Option<BodyId> = chosen("congress", &wanted.congress, |raw| raw.parse().ok())?;
    let all = queries::announcing(&mut db).await?;
    let place = all.iter().find(|one| asked.is_none_or(|congress| congress == one.id)).cloned();
    let after = position(&wanted.after, &ANNOUNCEMENTS)?;
    let found = match &place {
        Some(place) => Some(queries::announced(&mut db, place.id, after, LINES).await?),
        None => None,
    };
    let works = actor.holds(Right::AppointmentSee) || !sight::sits(&mut db, &actor).await?.is_empty();
    let congress = place.as_ref().map(|place| place.id.to_string()).unwrap_or_default();
    let same = format!("/appointments/announcements?congress={congress}");
    let (lines, next, total) = found.map_or((Vec::new(), None, 0), |page| (page.items, page.next, page.total));
    let template = List {
        v: &v,
        name: place.map(|place| place.name).unwrap_or_default(),
        congress,
        congresses: all.into_iter().map(|one| (one.id.to_string(), one.name)).collect(),
        lines,
        total,
        first: (!wanted.after.is_empty()).then(|| same.clone()),
        next: next.map(|next| format!("{same}&after={next}")),
        works,
    };
    Ok(page(&template))
}
