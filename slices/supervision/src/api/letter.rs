//! Urging letters and the register of dissatisfied cases.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use kernel::{BodyId, Day};
use kit::{
    Problem, Site,
    list::position,
    web::{
        ProblemJson, Query,
        api::{Body, Once, Seen, versioned},
        chosen,
    },
};
use serde::{Deserialize, Serialize};
use supervision_rules::{AssignmentId, CaseId, CaseStage, LetterId, LetterStage};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    desk::{
        self,
        case::CaseOwner,
        letter::{AskAgain, LetterAnswerWanted, LetterEnd, LetterWanted},
        read::Named,
    },
    queries::{self, CaseLine, ISSUED, LetterFilter, LetterLine, OPENED},
    store::LetterKept,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

const LINES: u16 = 25;

/// Which letters.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct LettersWanted {
    /// The congress; without it, the letters to your units.
    #[param(value_type = Option<Uuid>)]
    congress: Option<BodyId>,
    /// `issued`, `answered`, `closed` or `withdrawn`.
    stage: String,
    /// Only those whose day to answer has passed.
    overdue: bool,
    /// `next` of the page before.
    after: String,
}

/// One line of the letters.
#[derive(Serialize, ToSchema)]
pub struct UrgingLetterLineJson {
    id: Uuid,
    /// 督办〔2026〕3号.
    number: String,
    kind: String,
    unit: Option<String>,
    /// The number and title of the suggestion.
    suggestion: Option<String>,
    title: String,
    leader: String,
    #[schema(value_type = String)]
    due: Day,
    issued: i64,
    stage: String,
}

/// A page of letters with the exact total.
#[derive(Serialize, ToSchema)]
pub struct UrgingLetterLines {
    items: Vec<UrgingLetterLineJson>,
    next: Option<String>,
    total: i64,
}

/// What the unit answered.
#[derive(Serialize, ToSchema)]
pub struct UrgingLetterAnswerJson {
    at: i64,
    words: String,
    /// Why the office asked again.
    sent_back: Option<String>,
}

/// An urging letter.
#[derive(Serialize, ToSchema)]
pub struct UrgingLetterJson {
    id: Uuid,
    /// For `If-Match`: counts every change of it.
    version: i64,
    number: String,
    kind: &'static str,
    suggestion: Uuid,
    assignment: Uuid,
    unit: Uuid,
    problem: String,
    demand: String,
    leader: String,
    #[schema(value_type = String)]
    due: Day,
    issued: i64,
    answers: Vec<UrgingLetterAnswerJson>,
    stage: &'static str,
    /// How it was closed, or why it was taken back.
    words: Option<String>,
}

impl From<LetterKept> for UrgingLetterJson {
    fn from(kept: LetterKept) -> Self {
        let LetterKept { letter, version } = kept;
        let answer = |it: supervision_rules::LetterAnswer| UrgingLetterAnswerJson {
            at: it.at.millis(),
            words: it.words.into(),
            sent_back: it.back.map(|(_, reason)| reason.into()),
        };
        let stage = letter.stage.word();
        let words = match letter.stage {
            LetterStage::Issued | LetterStage::Answered => None,
            LetterStage::Closed { note: words, .. } | LetterStage::Withdrawn { reason: words, .. } => {
                Some(words.into())
            }
        };
        Self {
            id: letter.id.uuid(),
            version,
            number: letter.number.to_string(),
            kind: letter.words.kind.word(),
            suggestion: letter.to.suggestion.uuid(),
            assignment: letter.to.assignment.uuid(),
            unit: letter.to.unit.uuid(),
            problem: letter.words.problem.into(),
            demand: letter.words.demand.into(),
            leader: letter.words.leader.into(),
            due: letter.words.due,
            issued: letter.issued.millis(),
            answers: letter.answers.into_iter().map(answer).collect(),
            stage,
            words,
        }
    }
}

/// The urging letters of a congress, or those to your units, newest first
#[utoipa::path(get, path = "/api/urging-letters", tag = "supervision", operation_id = "letter_list", params(LettersWanted),
    responses((status = 200, body = UrgingLetterLines), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn list(State(site): State<Site>, Extension(actor): Who, Query(wanted): Query<LettersWanted>) -> Answer {
    match wanted.congress {
        _ if !actor.signed_in() => return Err(Problem::SignIn),
        Some(congress) => actor.may(Right::SuggestionSeeAssigned, congress)?,
        None if actor.holds(Right::AssignmentSee) => {}
        None => return Err(kit::web::Errors::one("congress", kit::web::Wrong::new("kit-form-required")).into()),
    }
    let known = |raw: &str| LetterStage::WORDS.contains(&raw).then(|| raw.to_owned());
    let stage = chosen("stage", &wanted.stage, known)?;
    let filter = LetterFilter { congress: wanted.congress, stage, overdue: wanted.overdue };
    let after = position(&wanted.after, &ISSUED)?;
    let page = queries::letters(&mut site.db(), &actor, &filter, site.today(), after, LINES).await?;
    let line = |it: LetterLine| UrgingLetterLineJson {
        id: it.id.uuid(),
        number: format!("{}〔{}〕{}号", it.series, it.year, it.n),
        kind: it.kind,
        unit: it.unit,
        suggestion: it.number,
        title: it.title,
        leader: it.leader,
        due: it.due,
        issued: it.issued.millis(),
        stage: it.stage,
    };
    let next = page.next.map(|next| next.to_string());
    let items = page.items.into_iter().map(line).collect();
    Ok(Json(UrgingLetterLines { items, next, total: page.total }).into_response())
}

/// A letter as it is now, its version as the entity tag too.
fn now(kept: LetterKept) -> Response {
    versioned(kept.version, UrgingLetterJson::from(kept))
}

/// One urging letter with its answers
#[utoipa::path(get, path = "/api/urging-letters/{id}", tag = "supervision", operation_id = "letter_one",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = UrgingLetterJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn one(State(site): State<Site>, Extension(actor): Who, Path(id): Path<LetterId>) -> Answer {
    Ok(now(desk::letter::of(&site, &actor, id).await?))
}

/// Send an urging letter to the unit that has a part
#[utoipa::path(post, path = "/api/suggestions/{id}/assignments/{part}/urging-letters", tag = "supervision",
    operation_id = "letter_issue", request_body = LetterWanted,
    params(("id" = Uuid, Path), ("part" = Uuid, Path), ("Idempotency-Key" = Option<String>, Header)),
    responses((status = 201, body = UrgingLetterJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn issue(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((suggestion, part)): Path<(Uuid, AssignmentId)>,
    once: Once,
    body: Result<Body<LetterWanted>, Problem>,
) -> Answer {
    let to = desk::letter::part(&mut site.db(), &actor, part).await?;
    if to.suggestion.uuid() != suggestion {
        return Err(Problem::missing());
    }
    let Body(wanted) = body?;
    let kept = desk::letter::issue(&site, &actor, part, wanted, &once).await?;
    let mut answer = now(kept);
    *answer.status_mut() = StatusCode::CREATED;
    Ok(answer)
}

macro_rules! verb {
    ($($(#[doc = $doc:literal])+ $path:literal $name:ident $right:ident $wanted:ident;)+) => {$(
        $(#[doc = $doc])+
        #[utoipa::path(post, path = $path, tag = "supervision", operation_id = concat!("letter_", stringify!($name)),
            params(("id" = Uuid, Path), ("If-Match" = Option<String>, Header, description = "The version you have read; another is refused with 412")),
            request_body = $wanted,
            responses((status = 200, body = UrgingLetterJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
        pub async fn $name(
            State(site): State<Site>,
            Extension(actor): Who,
            Path(id): Path<LetterId>,
            named: Result<Named, Problem>,
            body: Result<Body<$wanted>, Problem>,
        ) -> Answer {
            desk::letter::may(&site, &actor, id, Right::$right).await?;
            let (read, Body(wanted)) = (named?.of(id), body?);
            Ok(now(desk::letter::$name(&site, &actor, read, wanted).await?))
        }
    )+};
}

verb! {
    /// Answer an urging letter
    "/api/urging-letters/{id}/answer" answer UrgingAnswer LetterAnswerWanted;
    /// Ask again, until a new day
    "/api/urging-letters/{id}/return" ask_again SuggestionRemind AskAgain;
    /// Close an urging letter
    "/api/urging-letters/{id}/closure" close SuggestionRemind LetterEnd;
    /// Take an urging letter back
    "/api/urging-letters/{id}/removal" withdraw SuggestionRemind LetterEnd;
}

/// Which cases.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct CasesWanted {
    /// `open`, `turned` or `ended`.
    stage: String,
    /// `next` of the page before.
    after: String,
}

/// One case of the register.
#[derive(Serialize, ToSchema)]
pub struct RegisteredCaseJson {
    id: Uuid,
    year: i64,
    n: i64,
    suggestion: Uuid,
    assignment: Uuid,
    number: Option<String>,
    title: String,
    unit: Option<String>,
    owner: Option<String>,
    /// For `If-Match` when its owner is named; 0 while nobody is.
    owner_version: i64,
    opened: i64,
    stage: String,
    ended: Option<i64>,
}

/// A page of the register with the exact total.
#[derive(Serialize, ToSchema)]
pub struct RegisteredCaseLines {
    items: Vec<RegisteredCaseJson>,
    next: Option<String>,
    total: i64,
}

impl From<CaseLine> for RegisteredCaseJson {
    fn from(line: CaseLine) -> Self {
        Self {
            owner_version: line.owner_version(),
            id: line.id.uuid(),
            year: line.year,
            n: line.n,
            suggestion: line.suggestion.uuid(),
            assignment: line.assignment.uuid(),
            number: line.number,
            title: line.title,
            unit: line.unit,
            owner: line.owner,
            opened: line.opened.millis(),
            stage: line.stage,
            ended: line.ended.map(kernel::Moment::millis),
        }
    }
}

/// The register of dissatisfied cases of a congress, newest first
#[utoipa::path(get, path = "/api/congresses/{id}/dissatisfied-cases", tag = "supervision", operation_id = "case_list",
    params(("id" = Uuid, Path), CasesWanted),
    responses((status = 200, body = RegisteredCaseLines), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn cases(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(congress): Path<BodyId>,
    Query(wanted): Query<CasesWanted>,
) -> Answer {
    actor.may(Right::CaseSee, congress)?;
    let stage = chosen("stage", &wanted.stage, CaseStage::read)?.map(CaseStage::word);
    let page = queries::cases(&mut site.db(), congress, stage, position(&wanted.after, &OPENED)?, LINES).await?;
    let next = page.next.map(|next| next.to_string());
    let items = page.items.into_iter().map(RegisteredCaseJson::from).collect();
    Ok(Json(RegisteredCaseLines { items, next, total: page.total }).into_response())
}

/// Name who sees to a case
#[utoipa::path(put, path = "/api/dissatisfied-cases/{id}/owner", tag = "supervision", operation_id = "case_own",
    params(("id" = Uuid, Path),
    ("If-Match" = String, Header, description = "The `owner_version` you have read; another is refused with 412, none with 428")),
    request_body = CaseOwner,
    responses((status = 200, body = RegisteredCaseJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn own(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<CaseId>,
    seen: Result<Seen, Problem>,
    body: Result<Body<CaseOwner>, Problem>,
) -> Answer {
    actor.may(Right::CaseKeep, desk::case::of(&site, &actor, id).await?.congress)?;
    let (Seen(seen), Body(wanted)) = (seen?, body?);
    desk::case::own(&site, &actor, id, wanted, Some(seen)).await?;
    let case = desk::case::of(&site, &actor, id).await?;
    Ok(versioned(case.owner_version(), RegisteredCaseJson::from(case)))
}
