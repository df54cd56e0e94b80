//! Open data as one JSON document, written while it is read.

use std::collections::VecDeque;

use axum::{
    body::Body,
    http::{HeaderValue, header},
    response::Response,
};
use kit::{
    Fault, Problem, Site,
    list::{Position, position},
    sheets::ROW_COUNT,
};
use serde::Serialize;

use crate::{
    api::DisclosedJson,
    queries::{
        book, data,
        list::{Filter, NEWEST, body_name},
        show::Open,
    },
};

/// Suggestions read at a time.
const ROWS: u16 = 200;

/// What comes before the first of the items.
#[derive(Serialize)]
struct Head {
    congress: String,
    year: Option<i16>,
    licence: String,
}

/// How far the writing is.
struct Writing {
    site: Site,
    filter: Filter,
    after: Option<Position>,
    pieces: VecDeque<String>,
    count: i64,
    last: bool,
}

/// The disclosed suggestions of the congress the filter names, with terms of use and count.
///
/// # Errors
/// Missing, when there is no such congress.
pub async fn document(site: Site, filter: Filter) -> Result<Response, Problem> {
    let congress = filter.congress.ok_or_else(Problem::missing)?;
    let mut look = site.db().look().await?;
    let name = body_name(&mut look, congress).await?.ok_or_else(Problem::missing)?;
    let licence = book::of_congress(&mut look, congress).await?.disclosure.licence.value;
    let count = data::count(&mut look, &filter, site.today()).await?;
    let head = serde_json::to_string(&Head { congress: name, year: filter.year, licence }).map_err(Fault::from)?;
    drop(look);
    let opened = format!("{},\"items\":[", head.trim_end_matches('}'));
    let writing = Writing { site, filter, after: None, pieces: VecDeque::from([opened]), count: 0, last: false };
    let mut response = Response::new(Body::from_stream(futures_util::stream::try_unfold(writing, next)));
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response.headers_mut().insert(ROW_COUNT, HeaderValue::from(count));
    Ok(response)
}

/// The suggestions of one page and where the next begins.
///
/// # Errors
/// When the database refuses.
pub async fn rows(
    site: &Site,
    filter: &Filter,
    after: Option<Position>,
) -> Result<(Vec<Open>, Option<Position>), Problem> {
    let mut look = site.db().look().await?;
    let (rows, next) = data::rows(&mut look, filter, site.today(), after, ROWS).await?;
    let next = next.map(|next| position(next.as_str(), &NEWEST)).transpose()?.flatten();
    Ok((rows, next))
}

/// The next piece; a fault in the middle breaks the answer off, so that nobody takes a part for the whole.
async fn next(mut writing: Writing) -> Result<Option<(String, Writing)>, Fault> {
    if let Some(piece) = writing.pieces.pop_front() {
        return Ok(Some((piece, writing)));
    }
    if writing.last {
        return Ok(None);
    }
    let (found, after) = rows(&writing.site, &writing.filter, writing.after.take()).await.map_err(fault)?;
    let mut piece = String::new();
    for row in found {
        if writing.count > 0 {
            piece.push(',');
        }
        writing.count += 1;
        piece.push_str(&serde_json::to_string(&DisclosedJson::from(row))?);
    }
    writing.last = after.is_none();
    writing.after = after;
    if writing.last {
        piece.push_str(&format!("],\"count\":{}}}", writing.count));
    }
    Ok(Some((piece, writing)))
}

fn fault(problem: Problem) -> Fault {
    match problem {
        Problem::Fault(fault) => fault,
        other => Fault::new(format_args!("open data could not be read on: {other:?}")),
    }
}
