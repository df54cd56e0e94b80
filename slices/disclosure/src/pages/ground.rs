//! 不予公开 and 撤下: a category, and the office's own words.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use disclosure_rules::{DisclosureId, Ground, SuggestionId};
use kit::{
    Problem, Site, View,
    web::{Form, done, page, page_with},
};

use crate::{
    desk::{prepare::prepare, take_down, withhold},
    queries::show,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// The words of such a form.
struct Asked {
    title: &'static str,
    lead: &'static str,
    button: &'static str,
}

const WITHHOLD: Asked = Asked {
    title: "disclosure-withhold-title",
    lead: "disclosure-withhold-lead",
    button: "disclosure-withhold-button",
};
const TAKE_DOWN: Asked = Asked {
    title: "disclosure-take-down-title",
    lead: "disclosure-take-down-lead",
    button: "disclosure-take-down-button",
};

#[derive(Template)]
#[template(path = "disclosure/ground.html")]
struct Sheet<'a> {
    v: &'a View,
    f: &'a Form,
    asked: &'a Asked,
    matter: String,
    grounds: Vec<(&'static str, String)>,
    action: String,
    back: String,
    /// The version of what is taken down, as it stands now; nothing where nothing stands yet.
    version: Option<i64>,
}

fn sheet(
    (v, f): (&View, &Form),
    asked: &Asked,
    grounds: &[Ground],
    matter: String,
    places: (String, String),
    version: Option<i64>,
) -> Response {
    let named = |it: &Ground| (it.word(), v.t(&format!("disclosure-ground-{}", it.word())).into_owned());
    let (action, back) = places;
    let grounds = grounds.iter().map(named).collect();
    let template = Sheet { v, f, asked, matter, grounds, action, back, version };
    if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) }
}

fn read(form: &mut Form, grounds: &[Ground]) -> Option<withhold::GroundWanted> {
    let known = |raw: &str| Ground::read(raw).filter(|ground| grounds.contains(ground));
    let (ground, words) = (form.choice("ground", known), form.take("words"));
    Some(withhold::GroundWanted { ground: ground?, words: words? })
}

/// Where the form goes, and the way back.
fn withholding(id: SuggestionId) -> (String, String) {
    let matter = format!("/disclosures/matters/{id}");
    (format!("{matter}/withholding"), format!("{matter}/publication"))
}

pub async fn ask_withhold(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SuggestionId>,
    v: View,
) -> Answer {
    let p = prepare(&site, &mut site.db(), &actor, id).await?;
    let matter = format!("{} {}", p.matter.number, p.matter.title);
    Ok(sheet((&v, &Form::blank(&v)), &WITHHOLD, &Ground::WITHHOLDING, matter, withholding(id), None))
}

pub async fn withhold(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SuggestionId>,
    v: View,
    mut form: Form,
) -> Answer {
    let p = prepare(&site, &mut site.db(), &actor, id).await?;
    if let Some(wanted) = read(&mut form, &Ground::WITHHOLDING) {
        match withhold::withhold(&site, &actor, id, wanted).await {
            Ok(_) => {
                let list = format!("/disclosures/matters?congress={}", p.congress());
                return Ok(done(&list, "disclosure-flash-withheld"));
            }
            Err(problem) => form.keep("ground", problem)?,
        }
    }
    let matter = format!("{} {}", p.matter.number, p.matter.title);
    Ok(sheet((&v, &form), &WITHHOLD, &Ground::WITHHOLDING, matter, withholding(id), None))
}

fn removal(id: DisclosureId) -> (String, String) {
    (format!("/disclosures/{id}/removal"), format!("/disclosures/{id}"))
}

/// The number and title of what is before the public.
async fn named(site: &Site, id: DisclosureId) -> Result<String, Problem> {
    Ok(match show::show(site, id).await {
        Ok(show::Shown::Open(open)) => format!("{} {}", open.number, open.title),
        Ok(_) | Err(Problem::Refused(_)) => String::new(),
        Err(other) => return Err(other),
    })
}

pub async fn ask_take_down(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<DisclosureId>,
    v: View,
) -> Answer {
    let version = take_down::of(&site, &actor, id).await?.version;
    let matter = named(&site, id).await?;
    Ok(sheet((&v, &Form::blank(&v)), &TAKE_DOWN, &Ground::ALL, matter, removal(id), Some(version)))
}

pub async fn take_down(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<DisclosureId>,
    v: View,
    mut form: Form,
) -> Answer {
    // Who may not is told so before anything is read.
    take_down::of(&site, &actor, id).await?;
    if let Some(wanted) = read(&mut form, &Ground::ALL) {
        let seen = Some(form.seen()?);
        match take_down::take_down(&site, &actor, id, wanted, seen).await {
            Ok(_) => return Ok(done("/disclosures/removals", "disclosure-flash-taken-down")),
            Err(problem) => form.keep("ground", problem)?,
        }
    }
    // Whoever was told that it changed has looked when this form is sent.
    let version = take_down::of(&site, &actor, id).await?.version;
    let matter = named(&site, id).await?;
    Ok(sheet((&v, &form), &TAKE_DOWN, &Ground::ALL, matter, removal(id), Some(version)))
}
