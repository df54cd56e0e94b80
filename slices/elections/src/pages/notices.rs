//! Public notices, for everybody.

use askama::Template;
use axum::{
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
};
use elections_rules::election::AnnouncementId;
use kernel::BodyId;
use kit::{
    Problem, Site, View,
    list::position,
    paper::{Form, Name, give},
    web::{Query, chosen, page},
};
use serde::Deserialize;

use super::show::number;
use crate::{
    papers,
    queries::{self, LATEST, NoticeLine},
    store::{Notice, read_notice},
};

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
#[template(path = "elections/announcements.html")]
struct List<'a> {
    v: &'a View,
    lines: Vec<NoticeLine>,
    total: i64,
    first: Option<String>,
    next: Option<String>,
}

impl List<'_> {
    fn kind(&self, line: &NoticeLine) -> String {
        self.v.t(&format!("elections-notice-{}", line.kind)).into_owned()
    }
}

pub async fn list(State(site): State<Site>, Query(wanted): Query<Wanted>, v: View) -> Answer {
    let congress: Option<BodyId> = chosen("congress", &wanted.congress, |raw| raw.parse().ok())?;
    let found = queries::notices(&mut site.db(), congress, position(&wanted.after, &LATEST)?, LINES).await?;
    let same = match congress {
        Some(congress) => format!("/announcements?congress={congress}&"),
        None => "/announcements?".to_owned(),
    };
    let template = List {
        v: &v,
        total: found.total,
        first: (!wanted.after.is_empty()).then(|| same.trim_end_matches(['&', '?']).to_owned()),
        next: found.next.map(|next| format!("{same}after={next}")),
        lines: found.items,
    };
    Ok(page(&template))
}

#[derive(Template)]
#[template(path = "elections/announcement.html")]
struct Show<'a> {
    v: &'a View,
    it: Notice,
    number: String,
}

pub async fn show(State(site): State<Site>, Path(id): Path<AnnouncementId>, v: View) -> Answer {
    let it = read_notice(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    Ok(page(&Show { v: &v, number: number(&v, it.year, it.n), it }))
}

pub async fn give_paper(
    State(site): State<Site>,
    Path((id, name)): Path<(AnnouncementId, String)>,
    headers: HeaderMap,
) -> Answer {
    notice_paper(&site, (id, &name), (&headers, Form::Pdf)).await
}

/// A notice as a document.
pub(crate) async fn notice_paper(
    site: &Site,
    (id, name): (AnnouncementId, &str),
    (headers, usual): (&HeaderMap, Form),
) -> Answer {
    let it = read_notice(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    let named = Name::read(name);
    if named.stem != "announcement" {
        return Err(Problem::missing());
    }
    let file = it.title.clone();
    give(site, papers::announcement(&it), named.form(headers, usual), &file).await
}
