//! 征求意见稿: the unit chooses to whom it shows its draft, the deputy reads it and answers.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use kernel::{Day, PersonId, Refusal as Family, Refused};
use kit::{
    Problem, Site, View,
    web::{Form, Wrong, done, page_with},
};
use suggestions_rules::{Assignment, AssignmentId, Refusal, RoundStage, ShownEnd, ShownId, Stage, SuggestionId};

use super::{
    points,
    show::{Does, at, offered},
};
use crate::{
    desk::{self, Reason, show::Said},
    queries::{self, Detail, Shown},
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;
type OfPart = Path<(SuggestionId, AssignmentId)>;
type One = Path<(SuggestionId, ShownId)>;

/// A shown draft on the page of the suggestion.
pub struct ShownLine {
    pub id: String,
    pub part: String,
    pub to: String,
    pub day: Day,
    pub tone: &'static str,
    pub end: String,
    pub words: String,
    /// Whether the letter was changed after the answer.
    pub changed: bool,
    /// Whether this visitor reads the draft now.
    pub reads: bool,
    /// Whether this visitor may answer it.
    pub answers: bool,
    /// Whether this visitor may take it back.
    pub takes_back: bool,
}

#[derive(Template)]
#[template(path = "suggestions/showing.html")]
struct Ask<'a> {
    v: &'a View,
    f: &'a Form,
    matter: String,
    unit: String,
    signers: Vec<(String, String)>,
    action: String,
    back: String,
}

#[derive(Template)]
#[template(path = "suggestions/shown.html")]
struct Read<'a> {
    v: &'a View,
    f: &'a Form,
    matter: String,
    unit: String,
    body: String,
    points: Vec<points::Shown>,
    contact: String,
    /// The version of the letter that stands on the page.
    draft: i64,
    answers: bool,
    action: String,
    back: String,
}

/// The drafts shown of a suggestion, as this visitor may see them.
pub fn lines(v: &View, d: &Detail, actor: &Actor) -> Vec<ShownLine> {
    d.shown.iter().map(|one| line(v, d, actor, one)).collect()
}

fn line(v: &View, d: &Detail, actor: &Actor, one: &Shown) -> ShownLine {
    let draft = &one.draft;
    let (tone, key, words) = match draft.end {
        ShownEnd::Waiting if one.waits => ("wait", "suggestions-shown-waiting", None),
        ShownEnd::Waiting => ("quiet", "suggestions-shown-unanswered", None),
        ShownEnd::Answered { words: None, .. } => ("good", "suggestions-shown-content", None),
        ShownEnd::Answered { words, .. } => ("good", "suggestions-shown-answered", words),
        ShownEnd::TakenBack { .. } => ("quiet", "suggestions-shown-taken-back", None),
    };
    let unit = part(d, draft.assignment).map(|part| part.unit);
    ShownLine {
        id: draft.id.to_string(),
        part: draft.assignment.to_string(),
        to: d.person(draft.to).to_owned(),
        day: draft.at.day(),
        tone,
        end: v.t(key).into_owned(),
        words: words.map(|id| d.words(id).to_owned()).unwrap_or_default(),
        changed: one.changed,
        reads: one.letter.is_some(),
        answers: one.waits && one.letter.is_some(),
        takes_back: one.waits && unit.is_some_and(|unit| actor.may(Right::ReplyDraft, unit).is_ok()),
    }
}

/// How many deputies have not answered on the draft of a part, said to who checks and signs: silence is no consent.
pub fn silent(v: &View, d: &Detail, part: &Assignment) -> Option<String> {
    let waiting = d.shown.iter().filter(|one| one.waits && one.draft.assignment == part.id);
    let names: Vec<&str> = waiting.map(|one| d.person(one.draft.to)).collect();
    let said = || v.tf("suggestions-shown-silent", [("names", names.join("、"))]).into_owned();
    (!names.is_empty()).then(said)
}

fn part(d: &Detail, id: AssignmentId) -> Option<&Assignment> {
    d.suggestion.stage.handling()?.handlers.find(id)
}

/// The signers to whom the draft of a part could be shown now.
fn free(d: &Detail, part: AssignmentId) -> Vec<PersonId> {
    let waits =
        |who: &PersonId| d.shown.iter().any(|one| one.waits && one.draft.assignment == part && one.draft.to == *who);
    d.suggestion.signers().into_iter().filter(|who| !waits(who)).collect()
}

/// What the page offers on a part: to show its draft.
pub fn offers(actor: &Actor, d: &Detail, part: &Assignment) -> Option<Does> {
    let writing = part.round().is_some_and(|round| {
        round.letter().is_some() && !matches!(round.stage, RoundStage::Signed { .. } | RoundStage::Delivered { .. })
    });
    let open = matches!(d.suggestion.stage, Stage::Handling(_)) && writing && part.live();
    let own = open && actor.may(Right::ReplyDraft, part.unit).is_ok();
    let to = at(d.suggestion.id, &format!("assignments/{}/showing", part.id));
    let about = d.body(part.unit).to_owned();
    let does = Does { to, key: "suggestions-do-show-draft", about, acts: None, first: false };
    (own && !free(d, part.id).is_empty()).then_some(does)
}

async fn form(site: &Site, actor: &Actor, v: &View, f: &Form, (d, id): (&Detail, AssignmentId)) -> Answer {
    let action = at(d.suggestion.id, &format!("assignments/{id}/showing"));
    offered(site, actor, d, &action).await?;
    let unit = part(d, id).ok_or_else(Problem::missing)?.unit;
    let named = |person: PersonId| (person.to_string(), d.person(person).to_owned());
    let template = Ask {
        v,
        f,
        matter: d.suggestion.sheet.title.clone(),
        unit: d.body(unit).to_owned(),
        signers: free(d, id).into_iter().map(named).collect(),
        action,
        back: format!("/suggestions/{}", d.suggestion.id),
    };
    Ok(page_with(status(f), &template))
}

fn status(f: &Form) -> StatusCode {
    if f.has_errors() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }
}

pub async fn ask(State(site): State<Site>, Extension(actor): Who, Path((id, part)): OfPart, v: View) -> Answer {
    let d = queries::detail(&site, &actor, id).await?;
    // The lead deputy is mostly whom one asks.
    let lead = d.suggestion.lead.person;
    let f = if free(&d, part).contains(&lead) { Form::blank(&v).with("to", lead) } else { Form::blank(&v) };
    form(&site, &actor, &v, &f, (&d, part)).await
}

pub async fn show(State(site): State<Site>, Extension(actor): Who, Path(of): OfPart, v: View, mut f: Form) -> Answer {
    let read: Result<Vec<PersonId>, _> = f.values("to").filter(|raw| !raw.is_empty()).map(str::parse).collect();
    let to = match read {
        Ok(to) if !to.is_empty() => to,
        read => {
            let key = if read.is_ok() { "suggestions-wrong-nobody" } else { "kit-form-unknown-choice" };
            f.refuse("to", Wrong::new(key));
            let d = queries::detail(&site, &actor, of.0).await?;
            return form(&site, &actor, &v, &f, (&d, of.1)).await;
        }
    };
    let once = f.once(&at(of.0, &format!("assignments/{}/showing", of.1)))?;
    desk::show::show(&site, &actor, of.0, of.1, &to, &once).await?;
    Ok(done(&format!("/suggestions/{}", of.0), "suggestions-flash-draft-shown"))
}

async fn read(site: &Site, actor: &Actor, v: &View, f: &Form, (id, which): (SuggestionId, ShownId)) -> Answer {
    let d = queries::detail(site, actor, id).await?;
    let one = d.shown.iter().find(|one| one.draft.id == which).ok_or_else(Problem::missing)?;
    if Some(one.draft.to) != actor.stands_for() {
        return Err(Refused::from(Refusal::NotShown).into());
    }
    let letter = one.letter.as_ref().ok_or_else(|| Refused::new(Family::NotNow, "suggestions-refused-shown-over"))?;
    let template = Read {
        v,
        f,
        matter: d.suggestion.sheet.title.clone(),
        unit: part(&d, one.draft.assignment).map(|part| d.body(part.unit).to_owned()).unwrap_or_default(),
        body: letter.body.to_string(),
        points: points::shown(&letter.points),
        contact: letter.contact.to_string(),
        draft: desk::reply::edition(Some(letter)),
        answers: one.waits,
        action: format!("/suggestions/{id}/shown/{which}/answer"),
        back: format!("/suggestions/{id}"),
    };
    Ok(page_with(status(f), &template))
}

pub async fn look(State(site): State<Site>, Extension(actor): Who, Path(one): One, v: View) -> Answer {
    read(&site, &actor, &v, &Form::blank(&v), one).await
}

pub async fn answer(State(site): State<Site>, Extension(actor): Who, Path(one): One, v: View, mut f: Form) -> Answer {
    let content = f.value("then") == "content";
    let words: Option<Reason> = if content { f.maybe("words") } else { f.take("words") };
    if content && words.is_some() {
        f.refuse("words", Wrong::new("suggestions-wrong-content-with-words"));
    }
    let of: Option<i64> = f.maybe("draft");
    if f.has_errors() {
        return read(&site, &actor, &v, &f, one).await;
    }
    match desk::show::answer(&site, &actor, one.0, one.1, Said { of, words }).await {
        // The unit went on writing: what was typed stands below the letter as it is now.
        Err(Problem::Refused(refused)) if refused.kind == Family::Stale => {
            f.refuse("words", refused.into());
            read(&site, &actor, &v, &f, one).await
        }
        said => {
            said?;
            Ok(done(&format!("/suggestions/{}", one.0), "suggestions-flash-draft-answered"))
        }
    }
}

pub async fn take_back(State(site): State<Site>, Extension(actor): Who, Path(one): One, _form: Form) -> Answer {
    desk::show::take_back(&site, &actor, one.0, one.1).await?;
    Ok(done(&format!("/suggestions/{}", one.0), "suggestions-flash-draft-taken-back"))
}
