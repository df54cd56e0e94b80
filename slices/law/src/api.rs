//! JSON: the functions as they are listed, and their answers. Open to everybody: the law is.

use axum::{
    Json,
    extract::{Path, State},
    response::{IntoResponse as _, Response},
    routing::get,
};
use kit::{Problem, Site, View, web::api::Body, words::Lang};
use serde_json::{Map, Value, json};
use utoipa_axum::router::OpenApiRouter;

use crate::{Argument, Function, Kind, Need, TOPICS, Topic, document::document, find};

/// The JSON API of the law with its part of the document.
pub fn routes() -> OpenApiRouter<Site> {
    OpenApiRouter::with_openapi(document())
        .route("/api/law", get(list))
        .route("/api/law/{name}", get(show).post(answer))
}

async fn list(v: View) -> Response {
    let all = TOPICS.iter().flat_map(|topic| topic.functions.iter().map(move |function| (topic, function)));
    Json(all.map(|(topic, function)| described(topic, function, v.language)).collect::<Vec<_>>()).into_response()
}

async fn show(v: View, Path(name): Path<String>) -> Result<Response, Problem> {
    let found = TOPICS.iter().find_map(|topic| Some((topic, topic.functions.iter().find(|one| one.name == name)?)));
    let (topic, function) = found.ok_or_else(Problem::missing)?;
    Ok(Json(described(topic, function, v.language)).into_response())
}

async fn answer(
    State(site): State<Site>,
    v: View,
    Path(name): Path<String>,
    Body(body): Body<Map<String, Value>>,
) -> Result<Response, Problem> {
    let function = find(&name).ok_or_else(Problem::missing)?;
    let answer = function.ask(&body, &site.calendar())?;
    Ok(Json(answer.json(Some(v.language))).into_response())
}

/// A function for programs that list them, in the words of a language.
#[must_use]
pub fn described(topic: &Topic, function: &Function, lang: Lang) -> Value {
    let example: Value = serde_json::from_str(function.example).unwrap_or_default();
    let arguments: Vec<Value> = function.arguments.iter().map(|one| argument(one, lang)).collect();
    json!({
        "name": function.name,
        "number": format!("F{}", function.number),
        "topic": lang.t(&topic.title()),
        "title": lang.t(&function.title()),
        "about": lang.t(&function.about()),
        "arguments": arguments,
        "example": example,
    })
}

fn argument(one: &Argument, lang: Lang) -> Value {
    let (kind, more) = match one.kind {
        Kind::Number(min, max) => ("number", json!({ "min": min, "max": max })),
        Kind::YesNo => ("boolean", json!({})),
        Kind::Day => ("day", json!({})),
        Kind::Text => ("text", json!({})),
        Kind::Choice(words) => ("word", json!({ "words": listed(&words.all(), lang) })),
        Kind::Choices(words) => ("words", json!({ "words": listed(&words.all(), lang) })),
        Kind::Units => ("units", json!({})),
        Kind::Tallies => ("tallies", json!({})),
        Kind::Areas => ("area_codes", json!({})),
    };
    let mut told = json!({
        "name": one.name,
        "kind": kind,
        "required": one.need == Need::Must,
        "label": lang.t(&one.label()),
        "hint": lang.t(&one.hint()),
    });
    if let Some(told) = told.as_object_mut() {
        if let Need::Or(default) = one.need {
            told.insert("default".to_owned(), serde_json::from_str(default).unwrap_or_else(|_| default.into()));
        }
        told.extend(more.as_object().cloned().unwrap_or_default());
    }
    told
}

fn listed(words: &[(&'static str, String)], lang: Lang) -> Map<String, Value> {
    words.iter().map(|(word, key)| ((*word).to_owned(), lang.t(key).into())).collect()
}
