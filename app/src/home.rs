//! The first page, and what an operator's watch asks.

use std::any::Any;

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use kit::{Fault, Problem, Site, View, web::page};

#[derive(Template)]
#[template(path = "home.html")]
struct Home<'a> {
    v: &'a View,
    signed_in: bool,
}

#[derive(Template)]
#[template(path = "about.html")]
struct About<'a> {
    v: &'a View,
    version: &'static str,
}

/// The first page: what one can do here, by who one is.
pub async fn show(v: View, Extension(actor): Extension<Actor>) -> Response {
    page(&Home { v: &v, signed_in: actor.signed_in() })
}

/// What this program is, and where its API is described.
pub async fn about(v: View) -> Response {
    page(&About { v: &v, version: env!("CARGO_PKG_VERSION") })
}

/// Says `ok` when the database answers.
pub async fn health(State(site): State<Site>) -> Result<Response, Problem> {
    let answer: Option<(i64,)> = site.db().one("select 1").await?;
    match answer {
        Some(_) => Ok((StatusCode::OK, [("content-type", "text/plain")], "ok\n").into_response()),
        None => Err(Fault::new("the database answered nothing").into()),
    }
}

/// A panic is a fault like any other: logged once, with a number.
pub fn panicked(what: Box<dyn Any + Send>) -> Response {
    let words = what.downcast_ref::<&str>().map(|s| (*s).to_owned()).or_else(|| what.downcast_ref::<String>().cloned());
    Problem::Fault(Fault::new(format_args!("panic: {}", words.unwrap_or_default()))).into_response()
}
