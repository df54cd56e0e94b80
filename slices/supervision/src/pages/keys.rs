//! 重点督办建议: the list, and setting one.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{Extension, extract::State, response::Response};
use kernel::{BodyId, Text};
use kit::{
    Problem, Site, View,
    sheets::{Cell, Export, Kind as As},
    web::{Form, Query, Wrong, chosen, done, page},
};
use roster_views::congresses;
use serde::Deserialize;
use supervision_rules::{SessionId, SuggestionId};

use super::{
    ask::{Asked, Field, Kind, keep, sheet},
    tabs::{Tab, tabs},
};
use crate::{
    desk::{self, key::KeyTermsJson},
    queries::{self, KeyLine, Session},
};

/// What the list is narrowed to.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wanted {
    congress: String,
    session: String,
    suggestion: String,
    #[serde(rename = "as")]
    kind: String,
}

#[derive(Template)]
#[template(path = "supervision/keys.html")]
struct List<'a> {
    v: &'a View,
    tabs: Vec<Tab>,
    name: String,
    lines: Vec<(KeyLine, String)>,
    sessions: Vec<(String, String)>,
    session: &'a str,
    congress: String,
    marks: bool,
    export: Option<String>,
}

/// The congress whose list is asked for, with its name: one that the actor follows, or none for somebody of a unit.
async fn place(site: &Site, actor: &Actor, wanted: &Wanted) -> Result<Option<(BodyId, String)>, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let followed = congresses(&mut site.db(), actor, Right::SupervisionSee).await?;
    let asked: Option<BodyId> = chosen("congress", &wanted.congress, |raw| raw.parse().ok())?;
    if let Some(congress) = asked {
        actor.may(Right::SupervisionSee, congress)?;
    }
    let found = followed.into_iter().find(|one| asked.is_none_or(|congress| congress == one.id));
    if found.is_none() {
        // Somebody of a unit sees the key suggestions it has a part in; anybody else is told why not.
        let units = actor.holds(Right::AssignmentSee);
        units.then_some(()).ok_or_else(|| no_part(actor))?;
    }
    Ok(found.map(|one| (one.id, one.name)))
}

fn no_part(actor: &Actor) -> Problem {
    let nowhere = BodyId::from_uuid(uuid::Uuid::nil());
    actor.may(Right::SupervisionSee, nowhere).err().map_or_else(Problem::missing, Problem::from)
}

async fn lines(site: &Site, actor: &Actor, wanted: &Wanted, congress: Option<BodyId>) -> Result<Vec<KeyLine>, Problem> {
    let session: Option<SessionId> = chosen("session", &wanted.session, |raw| raw.parse().ok())?;
    Ok(queries::keys(&mut site.db(), actor, congress, session, site.today()).await?)
}

fn stage(v: &View, line: &KeyLine) -> String {
    v.t(&format!("supervision-key-{}", line.stage)).into_owned()
}

pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let place = place(&site, &actor, &wanted).await?;
    let congress = place.as_ref().map(|(id, _)| *id);
    let found = lines(&site, &actor, &wanted, congress).await?;
    let sessions = match congress {
        Some(congress) => queries::sessions(&mut site.db(), congress).await?,
        None => vec![],
    };
    let may = |right| congress.is_some_and(|congress| actor.may(right, congress).is_ok());
    let export = congress.filter(|_| may(Right::ExportTake));
    let template = List {
        v: &v,
        tabs: tabs(&v, &actor, "/supervision"),
        name: place.map(|(_, name)| name).unwrap_or_default(),
        lines: found.into_iter().map(|line| (stage(&v, &line), line)).map(|(words, line)| (line, words)).collect(),
        sessions: sessions.iter().map(|one| (one.id.to_string(), one.name.clone())).collect(),
        session: &wanted.session,
        congress: congress.map(|id| id.to_string()).unwrap_or_default(),
        marks: may(Right::KeyMark),
        export: export.map(|id| format!("/supervision/keys/list?congress={id}&session={}", wanted.session)),
    };
    Ok(page(&template))
}

const COLUMNS: [&str; 10] = [
    "supervision-field-number",
    "supervision-field-title",
    "supervision-field-leader",
    "supervision-field-committee",
    "supervision-field-unit",
    "supervision-field-marked",
    "supervision-field-stage",
    "supervision-field-steps",
    "supervision-field-done",
    "supervision-field-overdue",
];

pub async fn export(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let (congress, _) = place(&site, &actor, &wanted).await?.ok_or_else(Problem::missing)?;
    actor.may(Right::ExportTake, congress)?;
    let kind = As::parse(&wanted.kind).unwrap_or(As::Xlsx);
    let mut table = Export::begin(kind, v.language, COLUMNS.iter().map(|key| v.t(key)))?;
    for line in lines(&site, &actor, &wanted, Some(congress)).await? {
        let words = stage(&v, &line);
        let cells: [Cell; 10] = [
            line.number.into(),
            line.title.into(),
            line.leader.into(),
            line.committee.into(),
            line.unit.into(),
            line.marked.day().into(),
            words.into(),
            line.steps.into(),
            line.done.into(),
            line.overdue.into(),
        ];
        table.row(&cells)?;
    }
    Ok(table.finish()?.response(&v.t("supervision-keys-title"))?)
}

const MARK: Asked = Asked {
    title: "supervision-mark-title",
    lead: "supervision-mark-lead",
    button: "supervision-mark-button",
    flash: "supervision-flash-marked",
    fields: &[
        Field::new("number", "supervision-field-number", Kind::Line(40)).hint("supervision-hint-number"),
        Field::new("leader", "supervision-field-leader", Kind::Line(60)),
        Field::new("committee", "supervision-field-committee", Kind::Line(60)),
        Field::new("basis", "supervision-field-basis", Kind::Line(200)).hint("supervision-hint-basis"),
        Field::new("session", "supervision-field-session", Kind::Hidden),
    ],
};

/// The session in which one is set: of the suggestion that was chosen, else the one asked for, else the latest.
async fn sitting(site: &Site, actor: &Actor, wanted: &Wanted) -> Result<(Session, Option<String>), Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let mut db = site.db();
    let asked: Option<SuggestionId> = chosen("suggestion", &wanted.suggestion, |raw| raw.parse().ok())?;
    let of = match asked {
        Some(id) => Some(queries::numbered_as(&mut db, id).await?.ok_or_else(Problem::missing)?),
        None => None,
    };
    let (named, number) = of.map_or((None, None), |(session, number)| (Some(session), number));
    let asked: Option<SessionId> = chosen("session", &wanted.session, |raw| raw.parse().ok())?;
    let session = match named.or(asked) {
        Some(id) => queries::session(&mut db, id).await?,
        None => {
            let first = congresses(&mut db, actor, Right::KeyMark).await?.into_iter().next();
            let congress = first.ok_or_else(|| no_mark(actor))?.id;
            queries::sessions(&mut db, congress).await?.into_iter().next()
        }
    };
    let session = session.ok_or_else(Problem::missing)?;
    actor.may(Right::KeyMark, session.congress)?;
    Ok((session, number))
}

fn no_mark(actor: &Actor) -> Problem {
    let nowhere = BodyId::from_uuid(uuid::Uuid::nil());
    actor.may(Right::KeyMark, nowhere).err().map_or_else(Problem::missing, Problem::from)
}

pub async fn new(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let (session, number) = sitting(&site, &actor, &wanted).await?;
    let form = Form::blank(&v).with("session", session.id).with("number", number.unwrap_or_default());
    Ok(sheet(&v, &form, &MARK, &session.name, "/supervision/keys", "/supervision"))
}

pub async fn create(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    v: View,
    mut form: Form,
) -> Result<Response, Problem> {
    let wanted = Wanted { session: form.value("session").to_owned(), ..Wanted::default() };
    let (session, _) = sitting(&site, &actor, &wanted).await?;
    let again = |form: &Form| Ok(sheet(&v, form, &MARK, &session.name, "/supervision/keys", "/supervision"));
    let number: Option<Text<40>> = form.take("number");
    let terms = (form.take("leader"), form.take("committee"), form.take("basis"));
    let found = match &number {
        Some(number) => queries::numbered(&mut site.db(), session.id, number.as_str()).await?,
        None => None,
    };
    if number.is_some() && found.is_none() {
        form.refuse("number", Wrong::new("supervision-wrong-number"));
    }
    let (Some(of), (Some(leader), Some(committee), Some(basis))) = (found, terms) else { return again(&form) };
    let terms = KeyTermsJson { leader, committee, basis };
    match desk::key::mark(&site, &actor, of, terms.into()).await {
        Ok(kept) => Ok(done(&format!("/supervision/keys/{}", kept.key.id), MARK.flash)),
        Err(problem) => {
            keep(&mut form, &MARK, problem)?;
            again(&form)
        }
    }
}
