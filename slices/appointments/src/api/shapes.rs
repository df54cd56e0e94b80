//! What programs are answered.

use accounts_rules::Actor;
use appointments_rules::{AppointmentId, Fit, Route, Stage};
use kernel::Day;
use kit::{Problem, Site, words::Lang};
use law_rules::{Step, Word as _};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    desk, look,
    queries::{self, DocumentLine, ExamLine, SeatLine, SpeechLine, Taken},
    store::Kept,
};

/// A sentence of the working, with what it rests on.
#[derive(Serialize, ToSchema)]
pub struct AppointmentStepJson {
    said: String,
    rests_on: String,
}

/// A check and what it comes to.
#[derive(Serialize, ToSchema)]
pub struct AppointmentCheckJson {
    /// `fits`, `doubt` or `bars`.
    fit: &'static str,
    said: String,
    rests_on: String,
}

/// A document.
#[derive(Serialize, ToSchema)]
pub struct AppointmentDocumentJson {
    /// Its number with the proposal.
    n: i64,
    document: String,
    title: String,
    mark: Option<String>,
    #[schema(value_type = Option<String>)]
    day: Option<Day>,
    /// The number of the version that took its place.
    replaced: Option<i64>,
    /// The name of its file, where there is one.
    file: Option<String>,
    /// The size of the file in bytes.
    size: Option<i64>,
}

/// A sitting of the law examination.
#[derive(Serialize, ToSchema)]
pub struct AppointmentExamJson {
    #[schema(value_type = String)]
    day: Day,
    score: u32,
}

/// What was said before the vote.
#[derive(Serialize, ToSchema)]
pub struct AppointmentSpeechJson {
    speech: String,
    who: String,
    words: String,
    /// Milliseconds since 1970-01-01 UTC.
    at: i64,
}

/// How a vote was taken.
#[derive(Serialize, ToSchema)]
pub struct AppointmentTakenJson {
    /// `paper`, or `hall`: electronically, without names.
    way: String,
    /// The method the committee adopted.
    method: String,
    /// Of an electronic one: the method that permits it.
    permitted_by: Option<String>,
    /// Of an electronic one: the article of that method.
    article: Option<String>,
}

fn how(it: Taken) -> AppointmentTakenJson {
    let (permitted_by, article) = it.permitted.unzip();
    AppointmentTakenJson { way: it.way, method: it.method, permitted_by, article }
}

/// A proposal.
#[derive(Serialize, ToSchema)]
pub struct AppointmentJson {
    id: Uuid,
    congress: Uuid,
    kind: &'static str,
    seat: Uuid,
    /// What the office is called.
    office: String,
    appointee: Uuid,
    person: String,
    proposer: &'static str,
    reason: String,
    /// How many members of the committee moved it together, where they did.
    signers: Option<u32>,
    /// The word of the stage.
    stage: &'static str,
    /// The stage with its data.
    #[schema(value_type = Object)]
    state: Stage,
    /// The way the law gives: verb, nominator, body, filing, approval, who organises the oath.
    #[schema(value_type = Object)]
    route: Route,
    checks: Vec<AppointmentCheckJson>,
    /// How the vote came out, once there was one.
    working: Vec<AppointmentStepJson>,
    /// The round of ballots.
    round: Option<Uuid>,
    /// How that round was taken.
    taken: Option<AppointmentTakenJson>,
    documents: Vec<AppointmentDocumentJson>,
    exams: Vec<AppointmentExamJson>,
    speeches: Vec<AppointmentSpeechJson>,
    version: i64,
}

fn step(it: &Step, lang: Lang) -> AppointmentStepJson {
    AppointmentStepJson { said: it.said(&lang.says(), lang.close()), rests_on: it.rests_on(&lang.says()) }
}

fn working(kept: &Kept, lang: Lang) -> Vec<AppointmentStepJson> {
    let verdict = kept.it.stage.tally().and_then(|tally| tally.outcome().ok());
    let steps = verdict.map(|verdict| verdict.working.into_iter().chain([verdict.reason]).collect::<Vec<_>>());
    steps.unwrap_or_default().iter().map(|it| step(it, lang)).collect()
}

fn document(it: DocumentLine) -> AppointmentDocumentJson {
    let DocumentLine { n, document, title, mark, day, replaced, file, size } = it;
    AppointmentDocumentJson { n, document, title, mark, day, replaced, file, size }
}

fn exam(it: ExamLine) -> AppointmentExamJson {
    AppointmentExamJson { day: it.day, score: it.score }
}

fn speech(it: SpeechLine) -> AppointmentSpeechJson {
    AppointmentSpeechJson { speech: it.speech, who: it.who, words: it.words, at: it.at.millis() }
}

/// A proposal with its version.
pub async fn shown(
    site: &Site,
    actor: &Actor,
    id: AppointmentId,
    lang: Lang,
) -> Result<(i64, AppointmentJson), Problem> {
    let (kept, _) = desk::of(site, actor, id).await?;
    let mut db = site.db();
    let looked = look::look(&mut db, &kept, site.today()).await?;
    let around = queries::around(&mut db, &kept).await?;
    let taken = match kept.ballot {
        Some(round) => queries::taken(&mut db, round).await?,
        None => None,
    };
    let check = |it: &appointments_rules::Checked| {
        let AppointmentStepJson { said, rests_on } = step(&it.step, lang);
        AppointmentCheckJson { fit: Fit::word(it.fit), said, rests_on }
    };
    let matter = &kept.it.matter;
    let json = AppointmentJson {
        id: kept.it.id.uuid(),
        congress: kept.it.congress.uuid(),
        kind: matter.kind.word(),
        seat: matter.seat.uuid(),
        office: around.office,
        appointee: matter.person.uuid(),
        person: around.person,
        proposer: kept.proposer.word(),
        signers: kept.signers,
        stage: kept.it.stage.word(),
        state: kept.it.stage.clone(),
        route: looked.route.value,
        checks: looked.checks.iter().map(check).collect(),
        working: working(&kept, lang),
        round: kept.ballot,
        taken: taken.map(how),
        documents: around.documents.into_iter().map(document).collect(),
        exams: around.exams.into_iter().map(exam).collect(),
        speeches: around.speeches.into_iter().map(speech).collect(),
        version: kept.version,
        reason: kept.reason.into(),
    };
    Ok((kept.version, json))
}

/// Somebody who holds an office.
#[derive(Serialize, ToSchema)]
pub struct OfficeHolderJson {
    id: Uuid,
    appointee: Uuid,
    name: String,
    #[schema(value_type = String)]
    since: Day,
    #[schema(value_type = Option<String>)]
    until: Option<Day>,
    how: String,
    /// Of whom the congress elected: the day of the oath, where it is entered.
    #[schema(value_type = Option<String>)]
    sworn: Option<Day>,
    /// How it ended before the congress: `recalled` or `resigned`.
    left: Option<String>,
}

/// An office and how it stands.
#[derive(Serialize, ToSchema)]
pub struct OfficeJson {
    id: Uuid,
    name: String,
    office: &'static str,
    ordinal: i64,
    quota: Option<u32>,
    by_term: bool,
    /// Whether whoever holds it is a vice head of the organ.
    vice: bool,
    #[schema(value_type = Option<String>)]
    closed: Option<Day>,
    held: u32,
    acting: u32,
    vacant: Option<u32>,
    #[schema(value_type = Option<String>)]
    vacant_since: Option<Day>,
    /// When it ends with the term.
    #[schema(value_type = Option<String>)]
    ends: Option<Day>,
    holders: Vec<OfficeHolderJson>,
    version: i64,
}

pub fn office(it: SeatLine) -> OfficeJson {
    let SeatLine { seat, standing, holders, ends, .. } = it;
    let holder = |it: queries::HolderLine| OfficeHolderJson {
        sworn: it.sworn().map(|sworn| sworn.day),
        id: it.id.uuid(),
        appointee: it.person.uuid(),
        name: it.name,
        since: it.since,
        until: it.until,
        how: it.how,
        left: it.left,
    };
    OfficeJson {
        id: seat.id.uuid(),
        name: seat.name.into(),
        office: seat.office.word(),
        ordinal: seat.ordinal,
        quota: seat.quota,
        by_term: seat.by_term,
        vice: seat.vice,
        closed: seat.closed,
        held: standing.held,
        acting: standing.acting,
        vacant: standing.vacant,
        vacant_since: standing.since,
        ends,
        holders: holders.into_iter().map(holder).collect(),
        version: seat.version,
    }
}
