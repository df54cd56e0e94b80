//! 任免公告 and 任命书 as Word file or PDF.

use accounts_rules::Actor;
use appointments_rules::{AppointmentId, Stage};
use axum::{
    Extension,
    extract::{Path, State},
    http::HeaderMap,
    response::Response,
};
use kit::{
    Problem, Site,
    paper::{Form, Name, give},
};

use crate::{desk, papers, queries};

pub async fn give_paper(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path((id, name)): Path<(AppointmentId, String)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    given_paper(&site, &actor, (id, &name), (&headers, Form::Pdf)).await
}

/// The announcement of the meeting once it is made, the letter once it is given: for everybody who sees the proposal.
pub(crate) async fn given_paper(
    site: &Site,
    actor: &Actor,
    (id, name): (AppointmentId, &str),
    (headers, usual): (&HeaderMap, Form),
) -> Result<Response, Problem> {
    let (kept, _) = desk::of(site, actor, id).await?;
    let named = Name::read(name);
    let Stage::Announced { meeting, after, .. } = &kept.it.stage else { return Err(Problem::missing()) };
    let mut db = site.db();
    let paper = match (named.stem.as_str(), &after.letter) {
        ("announcement", _) => {
            let all = queries::notice(&mut db, kept.it.congress, (after.number.year, after.number.n)).await?;
            papers::announcement(&all, meeting.name.as_str(), after)
        }
        ("letter", Some(letter)) => papers::letter(&queries::around(&mut db, &kept).await?, meeting.day, letter),
        _ => return Err(Problem::missing()),
    };
    let file = paper.title();
    give(site, paper, named.form(headers, usual), &file).await
}
