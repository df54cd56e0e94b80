//! What the office does: prepares, discloses, withholds, takes down.

use accounts_rules::Actor;
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::HeaderMap,
    response::{IntoResponse, Response},
};
use disclosure_rules::{DisclosureId, Passage, Stage, SuggestionId};
use kernel::Day;
use kit::{
    Problem, Site,
    list::position,
    web::{
        ProblemJson, Query,
        api::{Body, Seen, versioned},
        chosen,
    },
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{
    desk::{
        DisclosureWanted, disclose as verb,
        prepare::{Prepared, Source, prepare},
        take_down as removal,
        withhold::{self as keeping, GroundWanted},
    },
    pages::work::{congress, due},
    queries::{
        book,
        work::{OLDEST, WORDS, WorkLine, work},
    },
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

const LINES: u16 = 25;

/// Which matters.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct DisclosureMattersWanted {
    /// The congress; without it, the first for which you disclose.
    #[param(value_type = Option<Uuid>)]
    congress: String,
    /// `waiting` (as usual), `disclosed`, `withheld` or `taken-down`.
    stage: String,
    /// `next` of the page before.
    after: String,
}

/// One line of the office's list.
#[derive(Serialize, ToSchema)]
pub struct DisclosureMatterLineJson {
    suggestion: Uuid,
    number: String,
    title: String,
    disclosure: Option<Uuid>,
    /// By when it should be disclosed.
    #[schema(value_type = Option<String>)]
    due: Option<Day>,
    /// The category of the reason.
    ground: Option<String>,
    /// Whether a unit replied again, or the class of a reply was changed, since the present edition was made.
    newer_reply: bool,
}

/// A page of the office's list.
#[derive(Serialize, ToSchema)]
pub struct DisclosureMatterLines {
    items: Vec<DisclosureMatterLineJson>,
    next: Option<String>,
    total: i64,
}

/// A passage that may name somebody: characters from the beginning of the text.
#[derive(Serialize, ToSchema)]
pub struct FoundPassageJson {
    from: usize,
    to: usize,
    /// What it seems to be.
    kind: &'static str,
    text: String,
}

/// One text of the original with what was found in it.
#[derive(Serialize, ToSchema)]
pub struct DisclosureSourceJson {
    /// `title`, `body`, or the identity of the unit's part.
    part: String,
    unit: Option<String>,
    text: String,
    passages: Vec<FoundPassageJson>,
}

/// A suggestion as the office prepares it for the public.
#[derive(Serialize, ToSchema)]
pub struct DisclosureMatterJson {
    suggestion: Uuid,
    disclosure: Option<Uuid>,
    /// `waiting`, `disclosed`, `withheld` or `taken-down`.
    stage: &'static str,
    /// Whether it may be disclosed.
    open: bool,
    /// By when it should be.
    #[schema(value_type = Option<String>)]
    due: Option<Day>,
    sources: Vec<DisclosureSourceJson>,
}

impl From<WorkLine> for DisclosureMatterLineJson {
    fn from(it: WorkLine) -> Self {
        Self {
            suggestion: it.suggestion.uuid(),
            number: it.number,
            title: it.title,
            disclosure: it.disclosure.map(DisclosureId::uuid),
            due: None,
            ground: it.ground,
            newer_reply: it.newer,
        }
    }
}

impl From<&Source> for DisclosureSourceJson {
    fn from(source: &Source) -> Self {
        let chars: Vec<char> = source.text.chars().collect();
        let passage = |it: &Passage| FoundPassageJson {
            from: it.from,
            to: it.to,
            kind: it.kind.word(),
            text: chars.get(it.from..it.to).unwrap_or_default().iter().collect(),
        };
        let passages = source.passages.iter().map(passage).collect();
        Self { part: source.part.to_string(), unit: source.unit.clone(), text: source.text.clone(), passages }
    }
}

impl From<&Prepared> for DisclosureMatterJson {
    fn from(p: &Prepared) -> Self {
        let kept = p.kept.as_ref().map(|kept| &kept.disclosure);
        Self {
            suggestion: p.matter.suggestion.uuid(),
            disclosure: kept.map(|it| it.id.uuid()),
            stage: kept.map_or(Stage::Waiting.word(), |it| it.stage.word()),
            open: p.refusal.is_none(),
            due: p.due.as_ref().map(|due| due.day),
            sources: p.sources.iter().map(DisclosureSourceJson::from).collect(),
        }
    }
}

/// What waits to be disclosed in a congress, or what was decided
#[utoipa::path(get, path = "/api/disclosures/matters", tag = "disclosure", operation_id = "disclosure_matters",
    params(DisclosureMattersWanted),
    responses((status = 200, body = DisclosureMatterLines), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn matters(
    State(site): State<Site>,
    Extension(actor): Who,
    Query(wanted): Query<DisclosureMattersWanted>,
) -> Answer {
    let congress = congress(&actor, &wanted.congress)?;
    let known = |raw: &str| WORDS.into_iter().find(|word| *word == raw);
    let stage = chosen("stage", &wanted.stage, known)?.unwrap_or("waiting");
    let after = position(&wanted.after, &OLDEST)?;
    let mut look = site.db().look().await?;
    let book = book::of_congress(&mut look, congress).await?;
    let found = work(&mut look, congress, stage, book.disclosure.after_closing.value, (after, LINES)).await?;
    let line = |it: WorkLine| {
        let due = due(&site, &book, &it).map(|due| due.day);
        DisclosureMatterLineJson { due, ..it.into() }
    };
    let next = found.next.map(|next| next.to_string());
    let items = found.items.into_iter().map(line).collect();
    Ok(Json(DisclosureMatterLines { items, next, total: found.total }).into_response())
}

/// A suggestion with what was found in it that may name somebody
#[utoipa::path(get, path = "/api/suggestions/{id}/disclosure", tag = "disclosure", operation_id = "disclosure_matter",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = DisclosureMatterJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn matter(State(site): State<Site>, Extension(actor): Who, Path(id): Path<SuggestionId>) -> Answer {
    let p = prepare(&site, &mut site.db(), &actor, id).await?;
    Ok(versioned(p.version(), DisclosureMatterJson::from(&p)))
}

/// Disclose a suggestion with its replies, or replace the edition that stands
#[utoipa::path(post, path = "/api/suggestions/{id}/disclosure", tag = "disclosure", operation_id = "disclosure_disclose",
    params(("id" = Uuid, Path), ("If-Match" = String, Header, description = "the tag of the matter as it was looked at")),
    request_body = DisclosureWanted,
    responses((status = 200, body = DisclosureMatterJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn disclose(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SuggestionId>,
    seen: Result<Seen, Problem>,
    body: Result<Body<DisclosureWanted>, Problem>,
) -> Answer {
    prepare(&site, &mut site.db(), &actor, id).await?;
    let (Seen(seen), Body(wanted)) = (seen?, body?);
    verb::disclose(&site, &actor, id, &wanted, seen).await?;
    let p = prepare(&site, &mut site.db(), &actor, id).await?;
    Ok(versioned(p.version(), DisclosureMatterJson::from(&p)))
}

/// Decide not to disclose a suggestion
#[utoipa::path(post, path = "/api/suggestions/{id}/disclosure/withholding", tag = "disclosure",
    operation_id = "disclosure_withhold", params(("id" = Uuid, Path)), request_body = GroundWanted,
    responses((status = 200, body = DisclosureMatterJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn withhold(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<SuggestionId>,
    body: Result<Body<GroundWanted>, Problem>,
) -> Answer {
    prepare(&site, &mut site.db(), &actor, id).await?;
    let Body(wanted) = body?;
    keeping::withhold(&site, &actor, id, wanted).await?;
    let p = prepare(&site, &mut site.db(), &actor, id).await?;
    Ok(versioned(p.version(), DisclosureMatterJson::from(&p)))
}

/// The number under which something was taken down.
#[derive(Serialize, ToSchema)]
pub struct TakenDownJson {
    year: i16,
    n: u32,
}

/// Take a disclosed suggestion down; with `If-Match`, only as it was read
#[utoipa::path(post, path = "/api/disclosures/{id}/removal", tag = "disclosure", operation_id = "disclosure_take_down",
    params(("id" = Uuid, Path), ("If-Match" = Option<String>, Header, description = "The version that was read")), request_body = GroundWanted,
    responses((status = 200, body = TakenDownJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn take_down(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<DisclosureId>,
    headers: HeaderMap,
    body: Result<Body<GroundWanted>, Problem>,
) -> Answer {
    removal::of(&site, &actor, id).await?;
    let (seen, Body(wanted)) = (Seen::said(&headers)?, body?);
    let number = removal::take_down(&site, &actor, id, wanted, seen.map(|Seen(seen)| seen)).await?;
    Ok(Json(TakenDownJson { year: number.year, n: number.n }).into_response())
}
