//! The last layer: a problem becomes a page, or `application/problem+json`, in the visitor's language.

use std::sync::Arc;

use askama::Template;
use axum::{
    Json,
    extract::{MatchedPath, Request},
    http::{HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use serde::Serialize;

use super::{Kept, Problem, Stale, View, form::Typing, go, page_with};
use crate::words::Lang;

/// RFC 9457, with the fields that are wrong.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ProblemJson {
    /// A name for programs: the key of the sentence.
    #[serde(rename = "type")]
    pub kind: String,
    /// What is the matter, in the caller's language.
    pub title: String,
    /// The number of the answer.
    pub status: u16,
    /// A number to quote to the operator, for faults.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instance: Option<String>,
    /// What is wrong with which field.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldJson>,
    /// The version that stands now, when yours was stale.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<i64>,
    /// The version your request named in `If-Match`, when it was stale.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seen: Option<String>,
}

/// What is wrong with one field.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct FieldJson {
    /// The field; for a stale edit the key of its label.
    pub field: String,
    /// What is wrong, or what stands there now.
    pub message: String,
    /// What you sent for it, when your version was stale.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub yours: Option<String>,
}

#[derive(Template)]
#[template(path = "problem.html")]
struct ProblemPage<'a> {
    v: &'a View,
    title: String,
    message: String,
    number: Option<String>,
    sign_in: bool,
    texts: Vec<&'a str>,
    files: bool,
}

#[derive(Template)]
#[template(path = "stale.html")]
struct StalePage<'a> {
    v: &'a View,
    rows: Vec<(String, &'a str, &'a str)>,
    texts: Vec<&'a str>,
    action: &'a str,
    hidden: &'a [(String, String)],
    back: &'a str,
}

#[derive(Template)]
#[template(path = "expired.html")]
struct ExpiredPage<'a> {
    v: &'a View,
    kept: &'a Kept,
    texts: Vec<&'a str>,
    signed_in: bool,
}

/// Renders what went wrong below. Faults are logged here, once, with a number the person can quote.
pub async fn dress(mut request: Request, next: Next) -> Response {
    let typing = Typing::default();
    request.extensions_mut().insert(typing.clone());
    let path = request.uri().path().to_owned();
    let api = path.starts_with("/api/");
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let view = request.extensions().get::<View>().cloned();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let method = request.method().clone();
    let seen = request.headers().get(header::IF_MATCH).and_then(|v| v.to_str().ok()).map(str::to_owned);
    let response = next.run(request).await;
    let status = response.status();
    let problem = response.extensions().get::<Arc<Problem>>().cloned();
    // Nothing was sent in that could be unreadable: it is the address that names nothing there could be.
    let nowhere = reads && status == StatusCode::BAD_REQUEST && problem.is_none() && is_text(&response);
    let status = if nowhere { StatusCode::NOT_FOUND } else { status };
    let plain = !response.headers().contains_key(header::CONTENT_TYPE);
    let route = (&method, route.as_ref().map_or("-", MatchedPath::as_str));
    let problem = match problem {
        Some(problem) => problem,
        None if plain && (status.is_client_error() || status.is_server_error()) => Arc::new(bare(status)),
        // The framework's own words for a body or path that cannot be read are in English and of no help to a clerk.
        None if status.is_client_error() && is_text(&response) => Arc::new(bare(status)),
        None => {
            turned_away(status, "-", route);
            return response;
        }
    };
    turned_away(status, key(&problem), route);
    let Some(view) = view else { return response };
    let number = note(&problem, &path);
    let mut dressed = if api {
        json(&view, &problem, (status, seen), number)
    } else {
        html(&view, (&problem, number), status, typing.kept())
    };
    for (name, value) in response.headers() {
        if [header::SET_COOKIE, header::ALLOW, header::RETRY_AFTER].contains(name) {
            dressed.headers_mut().append(name, value.clone());
        }
    }
    dressed
}

fn is_text(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE);
    kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/plain"))
}

fn bare(status: StatusCode) -> Problem {
    match status {
        StatusCode::NOT_FOUND => Problem::missing(),
        StatusCode::METHOD_NOT_ALLOWED => Problem::request(status, "kit-problem-method"),
        StatusCode::PAYLOAD_TOO_LARGE => Problem::request(status, "kit-form-too-large"),
        StatusCode::REQUEST_TIMEOUT => Problem::request(status, "kit-problem-timeout"),
        StatusCode::UNSUPPORTED_MEDIA_TYPE => Problem::request(status, "kit-problem-media"),
        status if status.is_client_error() => Problem::request(status, "kit-form-unreadable"),
        _ => Problem::Fault(crate::Fault::new("an answer without words")),
    }
}

/// Logs a fault under a number. No personal data: the path without its query, and the chain of causes.
fn note(problem: &Problem, path: &str) -> Option<String> {
    let Problem::Fault(fault) = problem else { return None };
    let mut number = [0u8; 4];
    #[expect(clippy::disallowed_methods, reason = "the number of a fault only has to be hard to mistake for another")]
    let given = getrandom::fill(&mut number);
    let number = if given.is_ok() { format!("{:08X}", u32::from_be_bytes(number)) } else { "00000000".to_owned() };
    tracing::error!(%number, path, %fault, "fault");
    Some(number)
}

/// Logs that something was not taken: the number of the answer, the route as it is mounted, and the key of the sentence. Nothing of
/// what was sent is in any of them, and whoever only has to sign in first is no news.
fn turned_away(status: StatusCode, key: &'static str, (method, route): (&Method, &str)) {
    if status.is_client_error() && status != StatusCode::UNAUTHORIZED {
        tracing::info!(status = status.as_u16(), %method, route, key, "turned away");
    }
}

/// The key of the sentence that says what is the matter.
fn key(problem: &Problem) -> &'static str {
    match problem {
        Problem::Refused(refused) | Problem::Wait { why: refused, .. } => refused.key,
        Problem::Invalid(_) => "kit-problem-invalid",
        Problem::SignIn => "kit-problem-sign-in",
        Problem::Request(_, wrong) => wrong.key,
        Problem::Expired(_) => "kit-form-forged",
        Problem::Stale(_) => "kit-problem-stale",
        Problem::Fault(fault) if fault.passing => "kit-problem-busy",
        Problem::Fault(_) => "kit-problem-fault",
    }
}

fn said(lang: Lang, problem: &Problem) -> (String, String) {
    let words = match problem {
        Problem::Refused(refused) | Problem::Wait { why: refused, .. } => lang.refusal(refused),
        Problem::Request(_, wrong) => lang.tf(wrong.key, &wrong.values),
        other => lang.t(key(other)),
    };
    (key(problem).to_owned(), words.into_owned())
}

fn fields(lang: Lang, problem: &Problem) -> Vec<FieldJson> {
    match problem {
        Problem::Invalid(errors) => {
            let one = |(field, wrong): &(String, super::Wrong)| FieldJson {
                field: field.clone(),
                message: lang.said(wrong.key, &wrong.values).into_owned(),
                yours: None,
            };
            errors.0.iter().map(one).collect()
        }
        Problem::Stale(stale) => {
            let changed = stale.fields.iter().filter(|field| field.yours != field.stands);
            let one = |field: &super::Compared| FieldJson {
                field: field.name.to_owned(),
                message: field.stands.clone(),
                yours: Some(field.yours.clone()),
            };
            changed.map(one).collect()
        }
        _ => Vec::new(),
    }
}

fn json(
    view: &View,
    problem: &Problem,
    (status, seen): (StatusCode, Option<String>),
    number: Option<String>,
) -> Response {
    let (kind, title) = said(view.language, problem);
    let version = if let Problem::Stale(stale) = problem { Some(stale.version) } else { None };
    let seen = seen.filter(|_| version.is_some());
    let errors = fields(view.language, problem);
    let body = ProblemJson { kind, title, status: status.as_u16(), instance: number, errors, version, seen };
    let mut response = (status, Json(body)).into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    if status == StatusCode::UNAUTHORIZED {
        response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    response
}

fn html(
    view: &View,
    (problem, number): (&Problem, Option<String>),
    status: StatusCode,
    typed: Option<&Kept>,
) -> Response {
    match problem {
        Problem::SignIn => {
            let back: String = form_urlencoded::byte_serialize(view.path.as_bytes()).collect();
            go(&format!("/session/new?next={back}"))
        }
        Problem::Stale(stale) => stale_page(view, stale, status, typed),
        Problem::Expired(kept) => expired_page(view, kept, status),
        other => {
            let title = view.t(family(other)).into_owned();
            let (_, mut message) = said(view.language, other);
            for field in fields(view.language, other) {
                message = format!("{message} {}", field.message);
            }
            let sign_in = view.name.is_none() && status == StatusCode::FORBIDDEN;
            let texts = typed.map(texts).unwrap_or_default();
            let files = typed.is_some_and(|kept| kept.files);
            page_with(status, &ProblemPage { v: view, title, message, number, sign_in, texts, files })
        }
    }
}

fn stale_page(view: &View, stale: &Stale, status: StatusCode, typed: Option<&Kept>) -> Response {
    let row =
        |field: &'_ super::Compared| (view.t(field.label).into_owned(), field.yours.clone(), field.stands.clone());
    let rows: Vec<_> = stale.fields.iter().map(row).collect();
    let rows = rows.iter().map(|(label, mine, theirs)| (label.clone(), mine.as_str(), theirs.as_str())).collect();
    // Where no field can be set beside another, what was typed stands whole.
    let texts = typed.filter(|_| stale.fields.is_empty()).map(texts).unwrap_or_default();
    let (action, hidden, back) = (&stale.action, &stale.hidden, &stale.back);
    page_with(status, &StalePage { v: view, rows, texts, action, hidden, back })
}

/// Nothing that was typed is lost with the session: it stands here to be sent again, or at least to be copied.
fn expired_page(view: &View, kept: &Kept, status: StatusCode) -> Response {
    page_with(status, &ExpiredPage { v: view, kept, texts: texts(kept), signed_in: view.name.is_some() })
}

/// The longer things that were typed, to be read and copied; not a number, an identity or a choice.
fn texts(kept: &Kept) -> Vec<&str> {
    let long = |(name, text): &&(String, String)| name != "once" && (!text.is_ascii() || text.chars().count() > 40);
    kept.fields.iter().filter(long).map(|(_, text)| text.as_str()).collect()
}

/// The title of a problem's page.
fn family(problem: &Problem) -> &'static str {
    use kernel::Refusal;
    match problem {
        Problem::Refused(refused) => match refused.kind {
            Refusal::NotYours => "kit-problem-title-not-yours",
            Refusal::NotNow => "kit-problem-title-not-now",
            Refusal::Missing => "kit-problem-title-missing",
            Refusal::Unfit | Refusal::Stale => "kit-problem-title-unfit",
        },
        Problem::Wait { .. } => "kit-problem-title-wait",
        Problem::Request(status, _) => match *status {
            StatusCode::FORBIDDEN => "kit-problem-title-expired",
            StatusCode::METHOD_NOT_ALLOWED => "kit-problem-title-method",
            StatusCode::PAYLOAD_TOO_LARGE => "kit-problem-title-too-large",
            StatusCode::REQUEST_TIMEOUT => "kit-problem-title-timeout",
            StatusCode::UNSUPPORTED_MEDIA_TYPE => "kit-problem-title-media",
            _ => "kit-problem-title-unreadable",
        },
        Problem::Expired(_) => "kit-problem-title-expired",
        Problem::Invalid(_) | Problem::Stale(_) | Problem::SignIn => "kit-problem-title-unfit",
        Problem::Fault(_) => "kit-problem-title-fault",
    }
}
