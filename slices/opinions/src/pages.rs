//! The pages. Anybody finds a deputy, says something and follows it; deputies, offices and units work on it.

mod act;
mod board;
mod codes;
pub mod find;
pub mod hotline;
pub mod list;
mod new;
mod progress;
pub mod report;
pub mod show;
pub mod things;

use std::num::NonZeroU32;

use axum::{
    Extension, Router,
    extract::{DefaultBodyLimit, FromRequestParts},
    http::request::Parts,
    routing::{get, post},
};
use kit::{
    Problem, Site, sheets,
    sheets::pages::body_limit,
    web::guard::{Caller, Limit},
};

use crate::files::MOST_BYTES;

/// What else a form holds, in bytes.
const FORM: usize = 1 << 20;
/// Opinions one address may hand in within a minute: a village behind one address is not stopped, a flood is.
const HAND_IN: u32 = 20;
/// How often one address may follow an opinion, or judge, within a minute.
const FOLLOW: u32 = 60;

/// How often one address may do what needs no account. Each has its own count, so who floods stops nobody else.
#[derive(Clone)]
pub struct Limits {
    hand_in: Limit,
    follow: Limit,
}

impl Limits {
    /// The usual ones, counted from now.
    pub fn new() -> Self {
        let of = |count| Limit::per_minute(NonZeroU32::new(count).unwrap_or(NonZeroU32::MIN));
        Self { hand_in: of(HAND_IN), follow: of(FOLLOW) }
    }
}

/// Counted before anything of what is handed in is read.
pub struct HandIn;

/// Counted before a tracking code is looked up.
pub struct Follow;

fn counted(parts: &Parts, of: impl FnOnce(&Limits) -> &Limit) -> Result<(), Problem> {
    let caller = parts.extensions.get::<Caller>().copied();
    let caller = caller.unwrap_or(Caller(std::net::IpAddr::from([127, 0, 0, 1])));
    parts.extensions.get::<Limits>().map_or(Ok(()), |limits| of(limits).count(caller))
}

impl<S: Send + Sync> FromRequestParts<S> for HandIn {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        counted(parts, |limits| &limits.hand_in).map(|()| Self)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Follow {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        counted(parts, |limits| &limits.follow).map(|()| Self)
    }
}

/// Every page of the noun.
pub fn pages() -> Router<Site> {
    let upload = DefaultBodyLimit::max(MOST_BYTES + FORM);
    Router::new()
        .route("/find", get(find::show))
        .route("/find/stations/{id}", get(find::station))
        .route("/c/{code}", get(find::scan))
        .route("/stations/{id}/code.svg", get(board::picture))
        .route("/opinions", get(list::show).post(new::create).layer(upload))
        .route("/opinions/list/{kind}", get(list::export))
        .route("/opinions/report", get(report::show))
        .route("/opinions/report/{kind}", get(report::export))
        .route("/opinions/new", get(new::ask))
        .route("/opinions/progress", get(progress::ask).post(progress::show))
        .route("/opinions/progress/judgement", post(progress::judge))
        .route("/opinions/progress/consent", post(progress::agree))
        .route("/opinions/progress/contact/removal", post(progress::forget))
        .route("/opinions/progress/survey", post(progress::survey))
        .route(
            "/opinions/hotline/{congress}/imports",
            get(hotline::list).post(hotline::upload).layer(body_limit(&sheets::Limits::USUAL)),
        )
        .route("/opinions/hotline/{congress}/table/{kind}", get(hotline::table))
        .route("/imports/hotline/template.xlsx", get(hotline::template))
        .route("/imports/hotline/{id}", get(hotline::show))
        .route("/imports/hotline/{id}/commit", post(hotline::commit))
        .route("/imports/hotline/{id}/problems.xlsx", get(hotline::problems))
        .route("/imports/hotline/{id}/removal", post(hotline::drop))
        .route("/opinions/{id}", get(show::show))
        .route("/opinions/{id}/answer", post(act::answer))
        .route("/opinions/{id}/assignment", post(act::assign))
        .route("/opinions/{id}/approval", post(act::approve))
        .route("/opinions/{id}/signing", post(act::sign_for))
        .route("/opinions/{id}/return", post(act::give_back))
        .route("/opinions/{id}/feedback", post(act::feed_back))
        .route("/opinions/{id}/hotline", post(act::to_hotline))
        .route("/opinions/{id}/survey", post(act::survey))
        .route("/opinions/{id}/papers/{name}", get(show::paper))
        .route("/opinions/{id}/handing-on", post(act::hand_on))
        .route("/opinions/{id}/suggestion", post(act::suggest))
        .route("/opinions/{id}/channel", post(act::point_elsewhere))
        .route("/opinions/{id}/closure", post(act::close))
        .route("/opinions/{id}/contact/opening", post(show::open))
        .route("/opinions/{id}/files/{file}", get(show::fetch))
        .route("/people/{id}/codes", get(codes::show).post(codes::issue))
        .route("/codes", get(things::show).post(things::make))
        .route("/codes/{id}/target", post(things::lead))
        .route("/codes/{id}/revocation", post(codes::revoke))
        .route("/codes/{id}/papers/{name}", get(codes::paper))
        .layer(Extension(Limits::new()))
}
