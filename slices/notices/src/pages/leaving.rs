//! The end of letters, by the link in one of them: for people a page with one button, for mail programs one post (RFC 8058).

use askama::Template;
use axum::{
    extract::{Query, State},
    response::Response,
};
use kit::{Problem, Site, View, web::page};
use serde::Deserialize;

use crate::choices;

/// What stands in the link.
#[derive(Debug, Deserialize)]
pub struct Link {
    #[serde(default)]
    key: String,
}

#[derive(Template)]
#[template(path = "notices/leaving.html")]
struct Leaving<'a> {
    v: &'a View,
    key: &'a str,
    done: bool,
}

/// Asks first: programs that look into links before people do must not end anything.
pub async fn ask(v: View, Query(link): Query<Link>) -> Response {
    page(&Leaving { v: &v, key: &link.key, done: false })
}

/// Ends them. What stands in the link is the authority: whoever reads mail need not be signed in, and a mail program carries no
/// token of ours.
///
/// # Errors
/// When the link is of no use.
pub async fn leave(State(site): State<Site>, v: View, Query(link): Query<Link>) -> Result<Response, Problem> {
    if !choices::leave(&site, &link.key).await? {
        return Err(Problem::missing());
    }
    Ok(page(&Leaving { v: &v, key: "", done: true }))
}
