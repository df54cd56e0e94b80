//! What is published of a vote, for everybody.

use askama::Template;
use axum::{
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Response},
};
use kit::{Problem, Site, View, blobs::disposition, web::page};
use law_rules::Word as _;

use super::parted;
use crate::secret::{
    chain, published,
    store::{KeptHall, hall_of_vote},
    vote,
};

#[derive(Template)]
#[template(path = "ballots/published.html")]
struct Published<'a> {
    v: &'a View,
    vote: String,
    title: String,
    method: String,
    stage: String,
    setup: String,
    head: String,
    /// Names and what is in them.
    files: Vec<(String, String)>,
    archive: String,
}

/// A vote of which there is something to publish.
async fn known(site: &Site, vote: &str) -> Result<KeptHall, Problem> {
    let kept = hall_of_vote(&mut site.db(), vote).await?;
    kept.filter(|kept| kept.hall.stage.listed()).ok_or_else(Problem::missing)
}

pub async fn show(State(site): State<Site>, Path(id): Path<String>, v: View) -> Result<Response, Problem> {
    let KeptHall { hall, .. } = known(&site, &id).await?;
    let mut look = site.db();
    let (item, _) = vote::place(&mut look, &hall).await?;
    let vote = vote::of(&mut look, &hall).await?.ok_or_else(Problem::missing)?;
    let end = chain::end(&mut look, &id, &vote.frozen).await?;
    let archive = format!("{id}.bel");
    let file = |name: &str| {
        let stem = name.split_once('.').map_or(name, |(stem, _)| stem);
        (name.to_owned(), v.t(&format!("ballots-hall-file-{stem}")).into_owned())
    };
    let mut files = vec![(archive.clone(), v.t("ballots-hall-file-archive").into_owned())];
    files.extend(published::FILES.map(file));
    Ok(page(&Published {
        v: &v,
        title: item.title.to_string(),
        method: format!("{} {}", hall.method, hall.article),
        stage: v.t(&hall.stage.key()).into_owned(),
        setup: parted(&vote.frozen.setup),
        head: parted(&end.head),
        vote: id,
        files,
        archive,
    }))
}

pub async fn file(State(site): State<Site>, Path((id, name)): Path<(String, String)>) -> Result<Response, Problem> {
    let kept = known(&site, &id).await?;
    let body = published::file(&mut site.db(), &kept, &name).await?.ok_or_else(Problem::missing)?;
    let kind = match name.rsplit_once('.').map(|(_, end)| end) {
        Some("json") => "application/json",
        Some("bel") => "application/x-tar",
        _ => "text/plain; charset=utf-8",
    };
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, disposition(&name)),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, body).into_response())
}
