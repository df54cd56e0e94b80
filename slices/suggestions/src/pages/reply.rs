//! The unit's letter: drafted, kept as typed, signed with a class.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, Query, State},
    http::StatusCode,
    response::Response,
};
use kit::{
    Problem, Site, View,
    web::{Form, Wrong, api::Saw, done, page_with},
};
use serde::Deserialize;
use suggestions_rules::{AssignmentId, Demand, Given, Letter, Refusal, SuggestionId};

use super::{
    hold::keep_fitting,
    look::{Part, parts},
    points,
    show::{at, offered},
    similar::{Like, copied, repeats},
};
use crate::{
    desk,
    queries::{self, Detail, LetterBeside},
};

type At = Path<(SuggestionId, AssignmentId)>;

#[derive(Template)]
#[template(path = "suggestions/reply.html")]
struct Draft<'a> {
    v: &'a View,
    f: &'a Form,
    d: &'a Detail,
    action: String,
    attach: String,
    id: SuggestionId,
    unit: String,
    round: u16,
    sent_back: Option<String>,
    answers: Vec<(&'static str, String)>,
    /// A group of fields for each request; none where the congress asks for no answer to each.
    rows: Vec<points::Row>,
    lacks: Vec<String>,
    /// What the unit wrote to suggestions that go together with this one.
    beside: Vec<LetterBeside>,
    /// What the same deputy raised in years before on the same matter (连续提出).
    repeats: Vec<Like>,
}

/// Whose letter the form begins with.
#[derive(Deserialize)]
pub struct Begun {
    /// A suggestion that goes together with this one (并案).
    from: Option<SuggestionId>,
}

#[derive(Template)]
#[template(path = "suggestions/signature.html")]
struct Sign<'a> {
    v: &'a View,
    f: &'a Form,
    d: &'a Detail,
    action: String,
    id: SuggestionId,
    body: String,
    answered: Vec<points::Shown>,
    lacks: Vec<String>,
    classes: Vec<(String, String)>,
    /// The version of the letter that is signed.
    words: i64,
}

pub async fn edit(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path((id, part)): At,
    Query(begun): Query<Begun>,
    v: View,
) -> Result<Response, Problem> {
    let d = queries::detail(&site, &actor, id).await?;
    offered(&site, &actor, &d, &at(id, &format!("assignments/{part}/reply"))).await?;
    let handling = d.suggestion.stage.handling();
    let letter = handling.and_then(|h| h.handlers.find(part)).and_then(|p| p.round()).and_then(|r| r.letter());
    let form = Form::blank(&v).with("version", desk::reply::edition(letter));
    let form = match letter {
        None => form.with("responsible", responsible(&site, &d, part).await?),
        Some(letter) => form
            .with("number", letter.number.as_ref().map(ToString::to_string).unwrap_or_default())
            .with("body", &letter.body)
            .with("contact", &letter.contact)
            .with("responsible", letter.responsible.as_ref().map_or("", |name| name.as_str()))
            .with("publish", if letter.publish { "1" } else { "0" })
            .with("not_public_because", letter.kept_because.as_ref().map_or("", |words| words.as_str())),
    };
    let beside = beside(&site, &actor, &d, part).await?;
    let taken = beside.iter().find(|one| Some(one.of) == begun.from).map(|one| one.letter.clone());
    let answered = match (&taken, letter) {
        (Some(taken), _) => points::taken(&taken.points),
        (None, letter) => letter.map(|letter| letter.points.clone()).unwrap_or_default(),
    };
    // Where the congress asks for no answer to each, the requests are not put into the form; points written before stay.
    let book = desk::rules::book(&site, d.suggestion.congress, d.suggestion.session).await?;
    let asked = if book.reply_points.value == Demand::None { "" } else { d.suggestion.sheet.body.as_str() };
    let form = points::begin(form, &answered, asked);
    // Its own number it gets itself, and whether it may be published is said for each.
    let form = match &taken {
        Some(letter) => form.with("body", &letter.body).with("contact", &letter.contact),
        None => form,
    };
    draft_page(&site, &v, &form, (&actor, &d), part, beside).await
}

/// Who answers for the handling by the unit's card.
async fn responsible(site: &Site, d: &Detail, part: AssignmentId) -> Result<String, Problem> {
    let unit = d.suggestion.stage.handling().and_then(|handling| handling.handlers.find(part)).map(|part| part.unit);
    match unit {
        Some(unit) => Ok(queries::responsible(&mut site.db(), unit).await?),
        None => Ok(String::new()),
    }
}

async fn beside(site: &Site, actor: &Actor, d: &Detail, part: AssignmentId) -> Result<Vec<LetterBeside>, Problem> {
    let unit = d.suggestion.stage.handling().and_then(|handling| handling.handlers.find(part)).map(|part| part.unit);
    Ok(match unit {
        Some(unit) => queries::letters_beside(site, actor, d, unit).await?,
        None => vec![],
    })
}

pub async fn save(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path((id, part)): At,
    v: View,
    mut form: Form,
) -> Result<Response, Problem> {
    let seen = form.maybe("version").unwrap_or(0);
    let more = form.value("then") == "more";
    let letter = if more { None } else { read(&site, &actor, &mut form, id).await? };
    let Some(letter) = letter else { return again(&site, &actor, &v, &form, (id, part)).await };
    match desk::reply::draft(&site, &actor, id, part, seen, letter.clone()).await {
        Err(Problem::Refused(refused)) if refused.key == Refusal::PromiseDayUnfit.key() => {
            let place = unfit(&site, &actor, id, &letter).await?;
            points::unfit(&mut form, &letter, place, refused.key);
            return again(&site, &actor, &v, &form, (id, part)).await;
        }
        done => done?,
    };
    if form.value("then") == "check" {
        desk::reply::send_to_check(&site, &actor, id, part, Saw::Unsaid).await?;
        return Ok(done(&format!("/suggestions/{id}"), "suggestions-flash-sent-to-check"));
    }
    Ok(done(&format!("/suggestions/{id}"), "suggestions-flash-reply-saved"))
}

/// The letter as typed; nothing where something is wrong, which is noted beside its field.
async fn read(site: &Site, actor: &Actor, form: &mut Form, id: SuggestionId) -> Result<Option<Letter>, Problem> {
    let number = form.maybe("number");
    let (body, contact, responsible) = (form.take("body"), form.take("contact"), form.maybe("responsible"));
    let publish = form.choice("publish", |raw| match raw {
        "1" => Some(true),
        "0" => Some(false),
        _ => None,
    });
    let because = form.maybe("not_public_because").filter(|_| publish == Some(false));
    if publish == Some(false) && because.is_none() && form.error("not_public_because").is_none() {
        form.refuse("not_public_because", Wrong::new("suggestions-wrong-letter-kept"));
    }
    let points = if form.value("points").is_empty() {
        vec![]
    } else {
        let asked = queries::detail(site, actor, id).await?.suggestion.sheet.body;
        points::read(form, &asked)
    };
    let (Some(body), Some(contact), Some(publish), false) = (body, contact, publish, form.has_errors()) else {
        return Ok(None);
    };
    Ok(Some(Letter { number, body, points, responsible, contact, publish, kept_because: because }))
}

/// Which point promises a day that does not fit.
async fn unfit(site: &Site, actor: &Actor, id: SuggestionId, letter: &Letter) -> Result<usize, Problem> {
    let d = queries::detail(site, actor, id).await?;
    let book = desk::rules::book(site, d.suggestion.congress, d.suggestion.session).await?;
    let calendar = site.calendar();
    let given = Given { now: site.now(), book: &book, calendar: &calendar };
    Ok(letter.unfit_vow(&given).unwrap_or_default())
}

/// The form once more, with everything that was typed.
async fn again(
    site: &Site,
    actor: &Actor,
    v: &View,
    form: &Form,
    (id, part): (SuggestionId, AssignmentId),
) -> Result<Response, Problem> {
    let d = queries::detail(site, actor, id).await?;
    offered(site, actor, &d, &at(id, &format!("assignments/{part}/reply"))).await?;
    let beside = beside(site, actor, &d, part).await?;
    draft_page(site, v, form, (actor, &d), part, beside).await
}

async fn draft_page(
    site: &Site,
    v: &View,
    f: &Form,
    (actor, d): (&Actor, &Detail),
    part: AssignmentId,
    beside: Vec<LetterBeside>,
) -> Result<Response, Problem> {
    let mut shown = find(v, d, site, part).await?;
    let id = d.suggestion.id;
    shown.lacks.extend(repeated(site, actor, v, d, (part, f.value("body"))).await?);
    let book = desk::rules::book(site, d.suggestion.congress, d.suggestion.session).await?;
    let asks = book.reply_points.value != Demand::None || !f.value("request1").is_empty();
    let template = Draft {
        v,
        f,
        d,
        action: format!("/suggestions/{id}/assignments/{part}/reply"),
        attach: format!("/suggestions/{id}/assignments/{part}/attachments"),
        id,
        round: shown.rounds.last().map_or(1, |round| round.ordinal),
        sent_back: shown.rounds.last().and_then(|round| round.sent_back.clone()),
        unit: shown.unit,
        rows: if asks { points::rows(f) } else { vec![] },
        lacks: shown.lacks,
        beside,
        repeats: repeats(site, actor, v, &d.suggestion).await?,
        answers: vec![
            ("1", v.t("suggestions-publish-yes").into_owned()),
            ("0", v.t("suggestions-publish-no").into_owned()),
        ],
    };
    Ok(page_with(status(f), &template))
}

/// That the letter says again what the unit answered before.
async fn repeated(
    site: &Site,
    actor: &Actor,
    v: &View,
    d: &Detail,
    (part, body): (AssignmentId, &str),
) -> Result<Option<String>, Problem> {
    let unit = d.suggestion.stage.handling().and_then(|handling| handling.handlers.find(part)).map(|part| part.unit);
    let Some(unit) = unit else { return Ok(None) };
    copied(site, actor, v, &d.suggestion, (unit, body)).await
}

pub(super) async fn find(v: &View, d: &Detail, site: &Site, part: AssignmentId) -> Result<Part, Problem> {
    let book = desk::rules::book(site, d.suggestion.congress, d.suggestion.session).await?;
    let calendar = site.calendar();
    let given = Given { now: site.now(), book: &book, calendar: &calendar };
    let id = part.to_string();
    parts(v, d, &given).into_iter().find(|one| one.id == id).ok_or_else(Problem::missing)
}

fn status(f: &Form) -> StatusCode {
    if f.has_errors() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }
}

pub async fn ask_signature(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path((id, part)): At,
    v: View,
) -> Result<Response, Problem> {
    sign_page(&site, &actor, &v, &Form::blank(&v), id, part).await
}

pub async fn sign(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path((id, part)): At,
    v: View,
    mut form: Form,
) -> Result<Response, Problem> {
    let Some(class) = form.choice("class", |raw| Some(raw.to_owned())) else {
        return sign_page(&site, &actor, &v, &form, id, part).await;
    };
    match desk::reply::sign(&site, &actor, id, part, &class, Saw::on_page(&form)).await {
        Ok(_) => return Ok(done(&format!("/suggestions/{id}"), "suggestions-flash-reply-signed")),
        Err(problem) => keep_fitting(&mut form, problem, "class")?,
    }
    sign_page(&site, &actor, &v, &form, id, part).await
}

async fn sign_page(
    site: &Site,
    actor: &Actor,
    v: &View,
    f: &Form,
    id: SuggestionId,
    part: AssignmentId,
) -> Result<Response, Problem> {
    let d = queries::detail(site, actor, id).await?;
    offered(site, actor, &d, &at(id, &format!("assignments/{part}/signature"))).await?;
    let book = desk::rules::book(site, d.suggestion.congress, d.suggestion.session).await?;
    let mut shown = find(v, &d, site, part).await?;
    let last = shown.rounds.pop();
    let body = last.as_ref().map(|round| round.body.as_str()).unwrap_or_default();
    shown.lacks.extend(repeated(site, actor, v, &d, (part, body)).await?);
    let template = Sign {
        words: desk::reply::edition(d.letter(part)),
        v,
        f,
        action: format!("/suggestions/{id}/assignments/{part}/signature"),
        id,
        body: last.as_ref().map(|round| round.body.clone()).unwrap_or_default(),
        answered: last.map(|round| round.points).unwrap_or_default(),
        lacks: shown.lacks,
        classes: book.classes.iter().map(|c| (c.code.clone(), format!("{} {}", c.code, c.name))).collect(),
        d: &d,
    };
    Ok(page_with(status(f), &template))
}
