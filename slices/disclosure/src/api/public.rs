//! What anybody reads: the list, one, the log, the numbers.

use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use disclosure_rules::{DisclosureId, SessionId};
use kernel::{BodyId, Day, PersonId};
use kit::{
    Problem, Site,
    list::position,
    web::{ProblemJson, Query, Wrong, api::versioned},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::queries::{
    held, list as listed,
    removals::{self as log, LATEST},
    show::{self, Open, OpenReply, Shown},
};

type Answer = Result<Response, Problem>;

const LINES: u16 = 25;

/// Which disclosed suggestions.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct DisclosuresWanted {
    /// Words to be found in title, suggestion and replies.
    q: String,
    /// The congress.
    #[param(value_type = Option<Uuid>)]
    congress: Option<BodyId>,
    /// The session.
    #[param(value_type = Option<Uuid>)]
    session: Option<SessionId>,
    /// The year in which it was handed in.
    year: Option<i16>,
    /// A unit that answered.
    #[param(value_type = Option<Uuid>)]
    unit: Option<BodyId>,
    /// The code of a category.
    category: Option<String>,
    /// The deputy, where named.
    #[param(value_type = Option<Uuid>)]
    deputy: Option<PersonId>,
    /// `next` of the page before.
    after: String,
}

/// One line of the list.
#[derive(Serialize, ToSchema)]
pub struct DisclosedLineJson {
    id: Uuid,
    number: String,
    title: String,
    congress: Option<String>,
    session: Option<String>,
    unit: Option<String>,
    class: Option<String>,
    #[schema(value_type = String)]
    disclosed: Day,
}

/// A page of disclosed suggestions.
#[derive(Serialize, ToSchema)]
pub struct DisclosedLines {
    items: Vec<DisclosedLineJson>,
    next: Option<String>,
    total: i64,
}

/// A letter as the public reads it.
#[derive(Serialize, ToSchema)]
pub struct DisclosedReplyJson {
    unit: String,
    /// `sole`, `lead` or `separate`.
    role: String,
    number: String,
    class: String,
    #[schema(value_type = String)]
    delivered: Day,
    /// Whether the unit keeps its letter back; then `text` is empty.
    kept_back: bool,
    text: String,
    /// The lead deputy's judgement, where the rule book of the congress shows it.
    score: Option<String>,
}

/// How many passages of a kind are hidden.
#[derive(Serialize, ToSchema)]
pub struct HiddenPassagesJson {
    kind: String,
    count: i64,
}

/// A disclosed suggestion with its replies.
#[derive(Serialize, ToSchema)]
pub struct DisclosedJson {
    id: Uuid,
    number: String,
    title: String,
    congress: String,
    session: String,
    category: String,
    /// The deputy, where named.
    deputy: Option<String>,
    delegation: Option<String>,
    /// `whole` or `summary`.
    extent: &'static str,
    text: String,
    replies: Vec<DisclosedReplyJson>,
    #[schema(value_type = Option<String>)]
    closed: Option<Day>,
    /// Whether the matter was taken up again since it was closed.
    handled_again: bool,
    #[schema(value_type = String)]
    disclosed: Day,
    edition: u32,
    /// Since when this edition stands.
    #[schema(value_type = String)]
    edited: Day,
    /// Why there is this edition.
    corrected_because: Option<String>,
    hidden: Vec<HiddenPassagesJson>,
}

impl From<OpenReply> for DisclosedReplyJson {
    fn from(reply: OpenReply) -> Self {
        let OpenReply { unit, role, number, class, delivered, kept, body, score } = reply;
        Self { unit, role, number, class, delivered: delivered.day(), kept_back: kept, text: body, score }
    }
}

impl From<Open> for DisclosedJson {
    fn from(d: Open) -> Self {
        Self {
            id: d.id.uuid(),
            number: d.number,
            title: d.title,
            congress: d.congress_name,
            session: d.session,
            category: d.category,
            deputy: d.lead.map(|(_, name)| name),
            delegation: d.delegation,
            extent: d.extent.word(),
            text: d.body,
            replies: d.replies.into_iter().map(DisclosedReplyJson::from).collect(),
            closed: d.closed.map(kernel::Moment::day),
            handled_again: d.handled_again,
            disclosed: d.since.day(),
            edition: d.edition,
            edited: d.at.day(),
            corrected_because: d.why,
            hidden: d.hidden.into_iter().map(|it| HiddenPassagesJson { kind: it.kind, count: it.count }).collect(),
        }
    }
}

/// What is disclosed to the public, the last first
#[utoipa::path(get, path = "/api/disclosures", tag = "disclosure", operation_id = "disclosure_list", params(DisclosuresWanted),
    responses((status = 200, body = DisclosedLines), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn list(State(site): State<Site>, Query(wanted): Query<DisclosuresWanted>) -> Answer {
    let DisclosuresWanted { q, congress, session, year, unit, category, deputy, after } = wanted;
    let filter = listed::Filter { congress, session, year, unit, category, deputy };
    let found = listed::look(&site, &filter, &q, &after, LINES).await?;
    let line = |it: listed::Line| DisclosedLineJson {
        id: it.id.uuid(),
        number: it.number,
        title: it.title,
        congress: it.congress,
        session: it.session,
        unit: it.unit,
        class: it.class,
        disclosed: it.since.day(),
    };
    let next = found.next.map(|next| next.to_string());
    Ok(Json(DisclosedLines { items: found.items.into_iter().map(line).collect(), next, total: found.total })
        .into_response())
}

/// One disclosed suggestion with its replies; 410 once it was taken down
#[utoipa::path(get, path = "/api/disclosures/{id}", tag = "disclosure", operation_id = "disclosure_one",
    params(("id" = Uuid, Path)),
    responses((status = 200, body = DisclosedJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn one(State(site): State<Site>, Path(id): Path<DisclosureId>) -> Answer {
    match show::show(&site, id).await? {
        Shown::Open(open) => Ok(versioned(open.version, DisclosedJson::from(*open))),
        Shown::TakenDown(removed) => {
            let wrong = Wrong::new("disclosure-problem-taken-down").with("number", removed.number);
            Err(Problem::Request(StatusCode::GONE, wrong.with("day", removed.at.day())))
        }
        Shown::Over => Err(Problem::request(StatusCode::GONE, "disclosure-problem-over")),
    }
}

/// Whose log.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct DisclosureRemovalsWanted {
    /// The congress; without it, all of them.
    #[param(value_type = Option<Uuid>)]
    congress: Option<BodyId>,
    /// `next` of the page before.
    after: String,
}

/// One line of the log of what was taken down.
#[derive(Serialize, ToSchema)]
pub struct DisclosureRemovalJson {
    disclosure: Uuid,
    year: i64,
    n: i64,
    /// The number of the suggestion.
    number: String,
    congress: Option<String>,
    #[schema(value_type = String)]
    disclosed: Day,
    #[schema(value_type = String)]
    taken_down: Day,
    /// The category of the reason.
    ground: String,
    /// Whether a later edition is before the public now.
    disclosed_again: bool,
}

/// A page of the log.
#[derive(Serialize, ToSchema)]
pub struct DisclosureRemovals {
    items: Vec<DisclosureRemovalJson>,
    next: Option<String>,
    total: i64,
}

/// The log of what was taken down, the last first
#[utoipa::path(get, path = "/api/disclosures/removals", tag = "disclosure", operation_id = "disclosure_removals",
    params(DisclosureRemovalsWanted),
    responses((status = 200, body = DisclosureRemovals), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn removals(State(site): State<Site>, Query(wanted): Query<DisclosureRemovalsWanted>) -> Answer {
    let after = position(&wanted.after, &LATEST)?;
    let found = log::removals(&mut site.db(), wanted.congress, after, LINES).await?;
    let line = |it: log::RemovalLine| DisclosureRemovalJson {
        disclosure: it.disclosure.uuid(),
        year: it.year,
        n: it.n,
        number: it.number,
        congress: it.congress,
        disclosed: it.since.day(),
        taken_down: it.at.day(),
        ground: it.ground,
        disclosed_again: it.again,
    };
    let next = found.next.map(|next| next.to_string());
    Ok(Json(DisclosureRemovals { items: found.items.into_iter().map(line).collect(), next, total: found.total })
        .into_response())
}

/// Whose numbers.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct DisclosureHeldWanted {
    /// The congress.
    #[param(value_type = Uuid)]
    congress: BodyId,
}

/// How many closed suggestions stand so before the public.
#[derive(Serialize, ToSchema)]
pub struct DisclosureHeldJson {
    /// `disclosed`, `waiting`, `no-consent`, `replies-kept`, `withheld` or `taken-down`.
    how: String,
    /// The category of the reason.
    ground: Option<String>,
    count: i64,
}

/// How many closed suggestions of a congress are before the public, how many are not, and why
#[utoipa::path(get, path = "/api/disclosures/held", tag = "disclosure", operation_id = "disclosure_held",
    params(DisclosureHeldWanted),
    responses((status = 200, body = Vec<DisclosureHeldJson>), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn held(State(site): State<Site>, Query(wanted): Query<DisclosureHeldWanted>) -> Answer {
    let mut look = site.db().look().await?;
    listed::body_name(&mut look, wanted.congress).await?.ok_or_else(Problem::missing)?;
    let found = held::held(&mut look, wanted.congress).await?;
    let line = |it: held::Held| DisclosureHeldJson {
        how: it.how,
        ground: (!it.ground.is_empty()).then_some(it.ground),
        count: it.count,
    };
    Ok(Json(found.into_iter().map(line).collect::<Vec<_>>()).into_response())
}
