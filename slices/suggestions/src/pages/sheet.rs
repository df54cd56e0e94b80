//! The sheet a deputy fills in: new, edit, save, submit.

use accounts_rules::{Actor, Duty, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, Query, State},
    http::StatusCode,
    response::Response,
};
use kernel::{BodyId, Refusal, Refused};
use kit::{
    Problem, Site, View,
    web::{Form, Wrong, api::Once, done, page, page_with},
};
use roster_views::{Named, congresses};
use serde::Deserialize;
use suggestions_rules::{MOST_WISHES, Sheet, Source, SuggestionId};

use super::{
    advice, names, parts,
    scan::{self, Leaf},
    show::{at, offered},
    similar::{Like, likes},
    units::units,
};
use crate::{
    desk,
    queries::{self, About},
};

#[derive(Template)]
#[template(path = "suggestions/sheet.html")]
struct Page<'a> {
    v: &'a View,
    f: &'a Form,
    action: String,
    back: String,
    is_new: bool,
    congresses: Vec<(String, String)>,
    sources: Vec<(&'static str, String)>,
    answers: Vec<(&'static str, String)>,
    units: Vec<(String, String)>,
    /// A field for each unit wished for, and empty ones beside them.
    wishes: Vec<String>,
    /// The congress it is for, as far as that is known.
    congress: BodyId,
    /// Whether the text is written in three parts.
    in_parts: bool,
    advice: Vec<String>,
    /// Whether it was asked for what is like it.
    looked: bool,
    alike: Vec<Like>,
    /// The sheet as it was written by hand, where it was.
    leaves: Vec<Leaf>,
}

/// For which congress a new one is.
#[derive(Deserialize)]
pub struct Wanted {
    congress: Option<BodyId>,
    /// `parts`: situation, analysis and request in fields of their own.
    #[serde(default)]
    shape: String,
    /// With what it begins: what a constituent said.
    #[serde(default)]
    body: String,
}

/// Characters with which a draft may begin.
const BEGINS: usize = 1_000;

pub async fn new(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let form = Form::blank(&v)
        .with("once", site.new_id::<()>())
        .with("congress", wanted.congress.map(|id| id.to_string()).unwrap_or_default())
        .with("body", wanted.body.chars().take(BEGINS).collect::<String>())
        .with("shape", wanted.shape);
    render(&site, &actor, &v, &form, None).await
}

pub async fn create(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    v: View,
    mut form: Form,
) -> Result<Response, Problem> {
    let own = congresses(&mut site.db(), &actor, Right::SuggestionFile).await?;
    let congress = match own.as_slice() {
        [only] => Some(only.id),
        _ => form.choice("congress", |raw| raw.parse().ok()),
    };
    let sheet = read(&mut form, None);
    if form.value("then") == "similar" {
        return render(&site, &actor, &v, &form, None).await;
    }
    let (Some(congress), false) = (congress, refuse_unfinished(&mut form, &sheet)) else {
        return render(&site, &actor, &v, &form, None).await;
    };
    let once = Once::form(form.value("once"), "/suggestions", &(congress, &sheet))?;
    let id = match desk::draft::begin(&site, &actor, congress, sheet, &once).await {
        Ok(id) => id,
        Err(problem) => {
            form.accept(problem)?;
            return render(&site, &actor, &v, &form, None).await;
        }
    };
    // The same form came twice, as when a tired hand presses twice: it is handed in already.
    if !queries::detail(&site, &actor, id).await?.suggestion.stage.private() {
        return Ok(done(&format!("/suggestions/{id}"), "suggestions-flash-submitted"));
    }
    after_save(&site, &actor, id, &form).await
}

pub async fn edit(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<SuggestionId>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let detail = queries::detail(&site, &actor, id).await?;
    offered(&site, &actor, &detail, &at(id, "edit")).await?;
    let sheet = &detail.suggestion.sheet;
    let form = fill(Form::blank(&v), sheet).with("version", detail.version);
    let form = if wanted.shape == "whole" { form } else { parts::filled(form, &sheet.body) };
    render(&site, &actor, &v, &form, Some((id, detail.suggestion.congress))).await
}

pub async fn update(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<SuggestionId>,
    v: View,
    mut form: Form,
) -> Result<Response, Problem> {
    let stands = queries::detail(&site, &actor, id).await?.suggestion;
    let (sheet, congress) = (read(&mut form, stands.sheet.source), stands.congress);
    let seen: Option<i64> = form.take("version");
    if form.value("then") == "similar" {
        return render(&site, &actor, &v, &form, Some((id, congress))).await;
    }
    let (Some(seen), false) = (seen, refuse_unfinished(&mut form, &sheet)) else {
        return render(&site, &actor, &v, &form, Some((id, congress))).await;
    };
    if let Err(problem) = desk::draft::edit(&site, &actor, id, seen, sheet).await {
        form.accept(problem)?;
        return render(&site, &actor, &v, &form, Some((id, congress))).await;
    }
    after_save(&site, &actor, id, &form).await
}

/// The button decides: a draft is kept as it is, however unfinished; what is handed in must be complete.
async fn after_save(site: &Site, actor: &Actor, id: SuggestionId, form: &Form) -> Result<Response, Problem> {
    match form.value("then") {
        "submit" => {
            desk::submit::submit(site, actor, id, desk::Saw::Unsaid).await?;
            Ok(done(&format!("/suggestions/{id}"), "suggestions-flash-submitted"))
        }
        "invite" => Ok(done(&format!("/suggestions/{id}/cosigners"), "suggestions-flash-saved")),
        _ => Ok(done(&format!("/suggestions/{id}"), "suggestions-flash-saved")),
    }
}

/// Notes what is missing, when the sheet is to be handed in at once.
fn refuse_unfinished(form: &mut Form, sheet: &Sheet) -> bool {
    if form.value("then") == "submit" {
        for (field, wrong) in desk::submit::defects(sheet).0 {
            form.refuse(if field == "body" { parts::place(form) } else { &field }, wrong);
        }
    }
    form.has_errors()
}

/// The sheet as typed. A choice that nobody was offered is said beside its field; that it comes from a bill is only kept.
fn read(form: &mut Form, was: Option<Source>) -> Sheet {
    let forged = || Wrong::new("kit-form-unknown-choice");
    let source = Source::read(form.value("source")).filter(|source| *source != Source::Bill || was == Some(*source));
    if source.is_none() && !form.value("source").is_empty() {
        form.refuse("source", forged());
    }
    let publish = match form.value("publish") {
        "1" => Some(true),
        "0" => Some(false),
        _ => None,
    };
    if publish.is_none() && !form.value("publish").is_empty() {
        form.refuse("publish", forged());
    }
    let wishes: Result<Vec<BodyId>, _> = form.values("wish").filter(|raw| !raw.is_empty()).map(str::parse).collect();
    if wishes.is_err() {
        form.refuse("wish", forged());
    }
    Sheet {
        title: parts::heard(form.value("title")),
        body: parts::body(form),
        source,
        publish,
        not_public_because: form.value("not_public_because").trim().to_owned(),
        wants_meeting: form.yes("wants_meeting"),
        keep_identity: form.yes("keep_identity"),
        wishes: wishes.unwrap_or_default(),
    }
}

fn fill(form: Form, sheet: &Sheet) -> Form {
    let yes = |answer: bool| if answer { "1" } else { "0" };
    let form = form
        .with("title", &sheet.title)
        .with("body", &sheet.body)
        .with("source", sheet.source.map_or("", Source::word))
        .with("publish", sheet.publish.map_or("", yes))
        .with("not_public_because", &sheet.not_public_because)
        .with("wants_meeting", yes(sheet.wants_meeting))
        .with("keep_identity", yes(sheet.keep_identity));
    sheet.wishes.iter().fold(form, |form, unit| form.with("wish", unit))
}

/// Why there is no congress to file to; a deputy of the national one hands in there.
pub(super) fn nowhere(actor: &Actor) -> Refused {
    let national = actor.posts.iter().any(|post| post.duty == Duty::NationalDeputy);
    let key = if national { "suggestions-refused-national" } else { "suggestions-refused-no-congress" };
    Refused::new(Refusal::NotYours, key)
}

async fn render(
    site: &Site,
    actor: &Actor,
    v: &View,
    f: &Form,
    about: Option<(SuggestionId, BodyId)>,
) -> Result<Response, Problem> {
    let own = congresses(&mut site.db(), actor, Right::SuggestionFile).await?;
    let first = about.map(|(_, congress)| congress).or_else(|| own.first().map(|congress| congress.id));
    let Some(congress) = first else {
        return Err(nowhere(actor).into());
    };
    let pair = |unit: Named| (unit.id.to_string(), unit.name);
    let written = About::writing(site, actor, about.map(|(id, _)| id));
    let template = Page {
        v,
        f,
        action: about.map_or_else(|| "/suggestions".to_owned(), |(id, _)| format!("/suggestions/{id}")),
        back: about.map_or_else(|| "/suggestions".to_owned(), |(id, _)| format!("/suggestions/{id}")),
        is_new: about.is_none(),
        congresses: if about.is_none() && own.len() > 1 { own.into_iter().map(pair).collect() } else { vec![] },
        sources: sources(v, f),
        answers: vec![
            ("1", v.t("suggestions-publish-yes").into_owned()),
            ("0", v.t("suggestions-publish-no").into_owned()),
        ],
        congress,
        in_parts: parts::wanted(f),
        advice: match f.value("then") {
            "similar" => advice::of(site, v, congress, f.value("title"), &parts::body(f)).await?,
            _ => vec![],
        },
        looked: f.value("then") == "similar",
        alike: likes(site, actor, v, (f.value("title"), &parts::body(f)), written).await?,
        units: units(site.db(), congress).await?.into_iter().map(pair).collect(),
        wishes: wishes(f),
        leaves: match about {
            Some((id, _)) => scan::leaves(site, actor, id).await?,
            None => vec![],
        },
    };
    Ok(if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) })
}

/// A field for each unit wished for and one to spare, three at least: no script is needed to wish for as many as there may be.
fn wishes(f: &Form) -> Vec<String> {
    let mut all: Vec<String> = f.values("wish").filter(|chosen| !chosen.is_empty()).map(str::to_owned).collect();
    let fields = (all.len() + 1).clamp(3, MOST_WISHES.max(all.len()));
    all.resize(fields, String::new());
    all
}

/// What a deputy chooses from; that it comes from a bill is only kept.
fn sources(v: &View, f: &Form) -> Vec<(&'static str, String)> {
    let kept = Some(Source::Bill).filter(|bill| f.value("source") == bill.word());
    let all = Source::CHOICES.into_iter().chain(kept);
    all.map(|source| (source.word(), names::source(v, source.word()))).collect()
}
