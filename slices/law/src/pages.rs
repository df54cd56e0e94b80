//! Pages: the list by topic, and one page per function with its form, the answer and the working.

mod fields;

use askama::Template;
use axum::{
    Router,
    extract::{Path, Query, State},
    response::Response,
    routing::get,
};
use fields::{Field, fields};
use kernel::Refused;
use kit::{
    Problem, Site, View,
    web::{Form, Wrong, page},
};
use law_rules::Word as _;

use crate::{
    Answer, Function, TOPICS,
    answer::Said,
    find,
    places::{self, Place},
};

/// The pages of the law.
pub fn routes() -> Router<Site> {
    Router::new().route("/law", get(list)).route("/law/{name}", get(show))
}

#[derive(Template)]
#[template(path = "law_list.html")]
struct List<'a> {
    v: &'a View,
    q: String,
    topics: Vec<(String, Vec<Line>)>,
}

/// A function in the list.
struct Line {
    name: &'static str,
    title: String,
    about: String,
}

#[derive(Template)]
#[template(path = "law_function.html")]
struct Show<'a> {
    v: &'a View,
    f: Form,
    function: &'static Function,
    title: String,
    about: String,
    fields: Vec<Field>,
    settings: Vec<Field>,
    changed: bool,
    labels: Vec<(&'static str, String)>,
    asks_level: bool,
    place: Option<Place>,
    namesakes: Vec<(Place, String)>,
    answer: Option<(String, Vec<Said>)>,
    refused: Option<String>,
}

type Asked = Query<Vec<(String, String)>>;

async fn list(v: View, Query(asked): Asked) -> Response {
    let q = value(&asked, "q").to_owned();
    let lang = v.language;
    let wanted = q.trim().to_lowercase();
    let lines = |functions: &'static [Function]| {
        functions
            .iter()
            .map(|one| Line {
                name: one.name,
                title: lang.t(&one.title()).into_owned(),
                about: lang.t(&one.about()).into_owned(),
            })
            .filter(|line| {
                [line.title.as_str(), line.about.as_str(), line.name]
                    .iter()
                    .any(|text| text.to_lowercase().contains(&wanted))
            })
            .collect::<Vec<_>>()
    };
    let topics = TOPICS.iter().map(|topic| (lang.t(&topic.title()).into_owned(), lines(topic.functions)));
    let topics = topics.filter(|(_, lines)| !lines.is_empty()).collect();
    page(&List { v: &v, q, topics })
}

async fn show(
    State(site): State<Site>,
    v: View,
    Path(name): Path<String>,
    Query(mut asked): Asked,
) -> Result<Response, Problem> {
    let function = find(&name).ok_or_else(Problem::missing)?;
    let lang = v.language;
    let asks_level = function.arguments.iter().any(|one| one.name == "level");
    let (mut place, mut namesakes, mut missed) = (None, Vec::new(), false);
    let typed = value(&asked, "place").trim().to_owned();
    if asks_level && !typed.is_empty() && value(&asked, "level").is_empty() {
        let mut found = places::find(&mut site.db(), &typed).await?;
        missed = found.is_empty();
        if found.len() == 1 {
            place = found.pop();
            let rung = place.as_ref().and_then(Place::rung);
            asked.extend(rung.map(|rung| ("level".to_owned(), rung.word().to_owned())));
        }
        namesakes = found.into_iter().map(|one| (one.clone(), at(function, &asked, &one))).collect();
    }
    let (settings, plain): (Vec<_>, Vec<_>) = fields(function, &asked, lang).into_iter().partition(|one| one.setting);
    let mut f = asked.iter().fold(Form::blank(&v), |f, (name, value)| f.with(name, value));
    if missed {
        f.refuse("place", Wrong::new("law-place-unknown"));
    }
    let looked_up = value(&asked, "ask") == "place";
    let (answer, refused) = if value(&asked, "ask").is_empty() || looked_up || !namesakes.is_empty() {
        (None, None)
    } else {
        told(function, &asked, &site, &v, &mut f)?
    };
    Ok(page(&Show {
        v: &v,
        function,
        title: lang.t(&function.title()).into_owned(),
        about: lang.t(&function.about()).into_owned(),
        changed: settings.iter().any(|one| !f.value(one.name).is_empty()),
        fields: plain,
        settings,
        labels: function.arguments.iter().map(|one| (one.name, one.label())).collect(),
        f,
        asks_level,
        place,
        namesakes,
        answer,
        refused,
    }))
}

type Told = (Option<(String, Vec<Said>)>, Option<String>);

/// The answer, or what is wrong: beside the fields, or as the refusal of the rule.
fn told(function: &Function, asked: &[(String, String)], site: &Site, v: &View, f: &mut Form) -> Result<Told, Problem> {
    match function.ask_fields(asked, &site.calendar()) {
        Ok(answer) => Ok((Some(spoken(&answer, v)), None)),
        Err(Problem::Refused(refused)) => Ok((None, Some(said(&refused, v)))),
        Err(other) => {
            f.accept(other)?;
            Ok((None, None))
        }
    }
}

fn spoken(answer: &Answer, v: &View) -> (String, Vec<Said>) {
    (answer.said(v.language), answer.steps(v.language))
}

fn said(refused: &Refused, v: &View) -> String {
    v.language.refusal(refused).into_owned()
}

fn value<'a>(asked: &'a [(String, String)], name: &str) -> &'a str {
    asked.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
}

/// The address of the same question about one of several places of that name.
fn at(function: &Function, asked: &[(String, String)], place: &Place) -> String {
    let kept = asked.iter().filter(|(name, _)| name != "place" && name != "ask");
    let query = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(kept)
        .append_pair("place", place.code.as_str())
        .append_pair("ask", "place")
        .finish();
    format!("/law/{}?{query}", function.name)
}
