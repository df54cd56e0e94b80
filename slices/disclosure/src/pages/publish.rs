//! The sheet on which the office decides each passage, looks at what the public would read, and discloses.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use disclosure_rules::{Extent, Part, Stage, SuggestionId};
use kernel::Text;
use kit::{
    Problem, Site, View,
    web::{Form, Wrong, done, page, page_with},
};

use crate::desk::{
    Decision, DisclosureWanted, Made, disclose, make,
    prepare::{Prepared, Source, prepare},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

#[derive(Template)]
#[template(path = "disclosure/publish.html")]
struct Sheet<'a> {
    v: &'a View,
    f: &'a Form,
    p: &'a Prepared,
    refusal: Option<String>,
    texts: Vec<TextShown>,
    extents: Vec<(&'static str, String)>,
    made: Option<Made>,
    due: Option<String>,
    /// Of what whoever sends the form has looked at.
    version: i64,
}

/// One text with what was found in it set apart.
struct TextShown {
    heading: String,
    pieces: Vec<Piece>,
    found: Vec<Found>,
}

/// A stretch of a text; where it was found, the number of the find.
struct Piece {
    text: String,
    found: Option<usize>,
}

/// A find as it is decided about.
struct Found {
    number: usize,
    name: String,
    text: String,
    kind: String,
}

fn heading(v: &View, source: &Source) -> String {
    match (&source.part, &source.unit) {
        (Part::Title, _) => v.t("disclosure-part-title").into_owned(),
        (Part::Body, _) => v.t("disclosure-part-body").into_owned(),
        (Part::Reply(_), unit) => {
            v.tf("disclosure-part-reply", [("unit", unit.clone().unwrap_or_default())]).into_owned()
        }
    }
}

/// The name of the field in which a passage is decided.
fn field(source: &Source, from: usize, to: usize) -> String {
    format!("p.{}.{from}.{to}", source.part)
}

fn texts(v: &View, p: &Prepared) -> Vec<TextShown> {
    let mut number = 0;
    p.sources.iter().map(|source| laid_out(v, source, &mut number)).collect()
}

fn laid_out(v: &View, source: &Source, number: &mut usize) -> TextShown {
    let chars: Vec<char> = source.text.chars().collect();
    let cut = |from: usize, to: usize| chars.get(from..to).unwrap_or_default().iter().collect::<String>();
    let (mut pieces, mut found, mut at) = (Vec::new(), Vec::new(), 0);
    for passage in &source.passages {
        *number += 1;
        pieces.push(Piece { text: cut(at, passage.from), found: None });
        pieces.push(Piece { text: cut(passage.from, passage.to), found: Some(*number) });
        found.push(Found {
            number: *number,
            name: field(source, passage.from, passage.to),
            text: cut(passage.from, passage.to),
            kind: v.t(&format!("disclosure-kind-{}", passage.kind.word())).into_owned(),
        });
        at = passage.to;
    }
    pieces.push(Piece { text: cut(at, chars.len()), found: None });
    TextShown { heading: heading(v, source), pieces, found }
}

fn sheet(v: &View, f: &Form, (p, version): (&Prepared, i64), made: Option<Made>) -> Response {
    let extents = Extent::ALL.map(|it| (it.word(), v.t(&format!("disclosure-extent-{}", it.word())).into_owned()));
    let template = Sheet {
        v,
        f,
        p,
        refusal: p.refusal.map(|refusal| v.t(refusal.key()).into_owned()),
        texts: texts(v, p),
        extents: extents.into(),
        made,
        version,
        due: p.due.as_ref().filter(|_| p.kept.is_none()).map(|due| due.day.to_string()),
    };
    if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) }
}

pub async fn ask(State(site): State<Site>, Extension(actor): Who, Path(id): Path<SuggestionId>, v: View) -> Answer {
    let p = prepare(&site, &mut site.db(), &actor, id).await?;
    let form = Form::blank(&v).with("extent", Extent::Whole.word());
    Ok(sheet(&v, &form, (&p, p.version()), None))
}

/// Reads what was decided; what is wrong stands beside the fields.
fn read(form: &mut Form, p: &Prepared) -> Option<DisclosureWanted> {
    let extent = form.choice("extent", Extent::read);
    let (summary, why) = (form.maybe("summary"), form.maybe("why"));
    let mut decisions = Vec::new();
    for source in &p.sources {
        for passage in &source.passages {
            let hide = match form.value(&field(source, passage.from, passage.to)) {
                "hide" => true,
                "keep" => false,
                _ => continue,
            };
            decisions.push(Decision { part: source.part.to_string(), from: passage.from, to: passage.to, hide });
        }
    }
    let typed: Vec<String> = form.value("words").lines().map(|line| line.trim().to_owned()).collect();
    let mut words = Vec::new();
    for line in typed.iter().filter(|line| !line.is_empty()) {
        match Text::parse(line) {
            Ok(text) => words.push(text),
            Err(error) => form.refuse("words", Wrong::from(error)),
        }
    }
    if form.has_errors() { None } else { Some(DisclosureWanted { extent: extent?, summary, decisions, words, why }) }
}

pub async fn publish(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SuggestionId>,
    v: View,
    mut form: Form,
) -> Answer {
    let p = prepare(&site, &mut site.db(), &actor, id).await?;
    let seen = form.seen()?;
    let looks = form.value("then") == "look";
    let Some(wanted) = read(&mut form, &p) else { return Ok(sheet(&v, &form, (&p, seen), None)) };
    let made = match make(&p, &wanted, site.now()) {
        Ok(made) => Some(made),
        Err(errors) => {
            form.accept(errors.into())?;
            None
        }
    };
    if looks || made.is_none() {
        return Ok(sheet(&v, &form, (&p, seen), made));
    }
    match disclose::disclose(&site, &actor, id, &wanted, seen).await {
        Ok(disclosure) => Ok(done(&format!("/disclosures/{disclosure}"), "disclosure-flash-disclosed")),
        Err(problem) => {
            form.keep("why", problem)?;
            // Whoever was told that it changed has what stands now before them, and looks at it before the form is sent again.
            let p = prepare(&site, &mut site.db(), &actor, id).await?;
            let made = make(&p, &wanted, site.now()).ok();
            Ok(sheet(&v, &form, (&p, p.version()), made))
        }
    }
}
