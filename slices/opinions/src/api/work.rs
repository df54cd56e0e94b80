//! What deputies, offices and units do.

use accounts_rules::{Actor, Right};
use axum::{
    Extension, Json,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use kernel::{BodyId, Text};
use kit::{
    Problem, Site,
    blobs::BlobId,
    web::{
        ProblemJson, Query,
        api::{Body, Seen, versioned},
    },
};
use opinions_rules::{OpinionId, SuggestionId, Waits};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use super::shape::{ConstituentOpinionJson, OpinionContactJson, OpinionLineJson, OpinionLines, shape};
use crate::{
    desk::{
        contact,
        handle::{self, AnswerWanted, AssignmentWanted, ReasonWanted},
    },
    pages::list::{dues, filter, whose},
    queries::{
        detail,
        list::{self as listed, OpinionLine},
    },
    sight,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;
type Asked<T> = Result<Body<T>, Problem>;

const LINES: u16 = 25;

/// Which opinions.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct OpinionsWanted {
    /// Words in what was said.
    q: String,
    /// `open`, `received`, `proposed`, `assigned`, `hotline`, `suggested`, `answered`, `elsewhere` or `closed`.
    stage: String,
    /// What it is about.
    topic: String,
    /// `yes`: those alone whose clock ran out. `survey`, for an office: those over long enough to ask the person again.
    late: String,
    /// The identity of the body they are with.
    unit: String,
    /// The code of a place: those of all that lies in it.
    area: String,
    /// `next` of the page before.
    after: String,
}

/// Where it goes, and why.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HandingOnWanted {
    /// The congress.
    #[schema(value_type = Uuid)]
    congress: BodyId,
    /// The reason; the person reads it.
    #[schema(value_type = String)]
    words: Text<500>,
}

/// The suggestion it is taken up in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RaisingWanted {
    /// Once there is one.
    #[serde(default)]
    #[schema(value_type = Option<Uuid>)]
    suggestion: Option<SuggestionId>,
}

/// Where it belongs, and why.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChannelWanted {
    /// The code of a channel in the congress's rule book.
    channel: String,
    /// The reason; the person reads it.
    #[schema(value_type = String)]
    words: Text<500>,
}

/// Why contact data is opened.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpinionOpeningWanted {
    /// At most 200 characters; it stands in the journal.
    #[schema(value_type = String)]
    reason: Text<200>,
}

/// The opinion as it stands now.
pub(super) async fn now(site: &Site, actor: &Actor, id: OpinionId) -> Answer {
    let (kept, sight) = sight::seen(&mut site.db(), actor, id).await?;
    Ok(versioned(kept.version, shape(site, &sight, detail::read(&mut site.db(), id).await?)))
}

/// Whose it is to do a thing at the office is asked before what was sent is judged.
pub(super) async fn office(site: &Site, actor: &Actor, id: OpinionId) -> Result<(), Problem> {
    let (kept, _) = sight::seen(&mut site.db(), actor, id).await?;
    Ok(actor.may(Right::OpinionKeep, kept.opinion.holder)?)
}

/// Who answers for the body it was given to is asked before what was sent is judged.
pub(super) async fn body(site: &Site, actor: &Actor, id: OpinionId) -> Result<(), Problem> {
    let (kept, sight) = sight::seen(&mut site.db(), actor, id).await?;
    sight::of_body(&kept, &sight).map(drop)
}

/// Opinions: those said to you, those of your office, those your body was given
#[utoipa::path(get, path = "/api/opinions", tag = "opinions", operation_id = "opinions_list", params(OpinionsWanted),
    responses((status = 200, body = OpinionLines), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn list(
    State(site): State<Site>,
    Extension(actor): Who,
    wanted: Result<Query<OpinionsWanted>, Problem>,
) -> Answer {
    let whose = whose(&actor)?;
    let Query(wanted) = wanted?;
    let filter = filter((&wanted.stage, &wanted.topic), (&wanted.late, &wanted.unit, &wanted.area))?;
    let found = listed::look(&site, &whose, (&filter, &wanted.q), &wanted.after, LINES).await?;
    let next = found.next.map(|next| next.to_string());
    let dues = dues(&mut site.db(), &site, &found.items).await?;
    let line = |(it, due): (OpinionLine, Option<Waits>)| OpinionLineJson::of(it, due.as_ref(), site.now());
    let items = found.items.into_iter().zip(dues).map(line).collect();
    Ok(Json(OpinionLines { items, next, total: found.total }).into_response())
}

/// One opinion
#[utoipa::path(get, path = "/api/opinions/{id}", tag = "opinions", operation_id = "opinions_one", params(("id" = Uuid, Path)),
    responses((status = 200, body = ConstituentOpinionJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn one(State(site): State<Site>, Extension(actor): Who, Path(id): Path<OpinionId>) -> Answer {
    now(&site, &actor, id).await
}

/// Answer it
#[utoipa::path(post, path = "/api/opinions/{id}/answer", tag = "opinions", operation_id = "opinions_answer",
    params(("id" = Uuid, Path), ("If-Match" = String, Header, description = "the tag of the opinion as it was seen")), request_body = AnswerWanted,
    responses((status = 200, body = ConstituentOpinionJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn answer(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<OpinionId>,
    seen: Result<Seen, Problem>,
    body: Asked<AnswerWanted>,
) -> Answer {
    let (kept, sight) = sight::seen(&mut site.db(), &actor, id).await?;
    if sight.answers(&kept).is_none() {
        office(&site, &actor, id).await?;
    }
    let (Seen(seen), Body(wanted)) = (seen?, body?);
    handle::answer(&site, &actor, id, seen, &wanted).await?;
    now(&site, &actor, id).await
}

/// Give it to a body
#[utoipa::path(post, path = "/api/opinions/{id}/assignment", tag = "opinions", operation_id = "opinions_assign",
    params(("id" = Uuid, Path), ("If-Match" = String, Header, description = "the tag of the opinion as it was seen")), request_body = AssignmentWanted,
    responses((status = 200, body = ConstituentOpinionJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn assign(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<OpinionId>,
    seen: Result<Seen, Problem>,
    body: Asked<AssignmentWanted>,
) -> Answer {
    office(&site, &actor, id).await?;
    let (Seen(seen), Body(wanted)) = (seen?, body?);
    handle::assign(&site, &actor, id, seen, &wanted).await?;
    now(&site, &actor, id).await
}

/// Hand it to another congress of the place
#[utoipa::path(post, path = "/api/opinions/{id}/handing-on", tag = "opinions", operation_id = "opinions_hand_on",
    params(("id" = Uuid, Path), ("If-Match" = String, Header, description = "the tag of the opinion as it was seen")), request_body = HandingOnWanted,
    responses((status = 200, body = ConstituentOpinionJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn hand_on(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<OpinionId>,
    seen: Result<Seen, Problem>,
    body: Asked<HandingOnWanted>,
) -> Answer {
    office(&site, &actor, id).await?;
    let (Seen(seen), Body(wanted)) = (seen?, body?);
    let words = ReasonWanted { words: wanted.words };
    handle::hand_on(&site, &actor, id, seen, (wanted.congress, &words)).await?;
    now(&site, &actor, id).await
}

/// Take it up in a suggestion
#[utoipa::path(post, path = "/api/opinions/{id}/suggestion", tag = "opinions", operation_id = "opinions_suggest",
    params(("id" = Uuid, Path), ("If-Match" = String, Header, description = "the tag of the opinion as it was seen")), request_body = RaisingWanted,
    responses((status = 200, body = ConstituentOpinionJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn suggest(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<OpinionId>,
    seen: Result<Seen, Problem>,
    body: Asked<RaisingWanted>,
) -> Answer {
    if !sight::seen(&mut site.db(), &actor, id).await?.1.deputy {
        office(&site, &actor, id).await?;
    }
    let (Seen(seen), Body(wanted)) = (seen?, body?);
    handle::suggest(&site, &actor, id, seen, wanted.suggestion).await?;
    now(&site, &actor, id).await
}

/// Tell the person where it belongs
#[utoipa::path(post, path = "/api/opinions/{id}/channel", tag = "opinions", operation_id = "opinions_point_elsewhere",
    params(("id" = Uuid, Path), ("If-Match" = String, Header, description = "the tag of the opinion as it was seen")), request_body = ChannelWanted,
    responses((status = 200, body = ConstituentOpinionJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn point_elsewhere(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<OpinionId>,
    seen: Result<Seen, Problem>,
    body: Asked<ChannelWanted>,
) -> Answer {
    office(&site, &actor, id).await?;
    let (Seen(seen), Body(wanted)) = (seen?, body?);
    handle::point_elsewhere(&site, &actor, id, seen, (&wanted.channel, &wanted.words)).await?;
    now(&site, &actor, id).await
}

/// Close it
#[utoipa::path(post, path = "/api/opinions/{id}/closure", tag = "opinions", operation_id = "opinions_close",
    params(("id" = Uuid, Path), ("If-Match" = String, Header, description = "the tag of the opinion as it was seen")), request_body = ReasonWanted,
    responses((status = 200, body = ConstituentOpinionJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn close(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<OpinionId>,
    seen: Result<Seen, Problem>,
    body: Asked<ReasonWanted>,
) -> Answer {
    office(&site, &actor, id).await?;
    let (Seen(seen), Body(wanted)) = (seen?, body?);
    handle::close(&site, &actor, id, seen, &wanted).await?;
    now(&site, &actor, id).await
}

/// Open the contact data, with a reason
#[utoipa::path(post, path = "/api/opinions/{id}/contact/opening", tag = "opinions", operation_id = "opinions_open",
    params(("id" = Uuid, Path)), request_body = OpinionOpeningWanted,
    responses((status = 200, body = OpinionContactJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn open(
    State(site): State<Site>,
    Extension(actor): Who,
    Path(id): Path<OpinionId>,
    body: Asked<OpinionOpeningWanted>,
) -> Answer {
    let (kept, _) = sight::seen(&mut site.db(), &actor, id).await?;
    sight::may_open(&actor, &kept)?;
    let Body(wanted) = body?;
    let sealed = contact::open(&site, &actor, id, &wanted.reason).await?;
    Ok(Json(OpinionContactJson { name: sealed.name, phone: sealed.phone }).into_response())
}

/// Fetch a photograph or the recording that came with one
#[utoipa::path(get, path = "/api/opinions/{id}/files/{file}", tag = "opinions", operation_id = "opinions_file",
    params(("id" = Uuid, Path), ("file" = Uuid, Path)),
    responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream"), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn file(site: State<Site>, actor: Who, at: Path<(OpinionId, BlobId)>) -> Answer {
    crate::pages::show::fetch(site, actor, at).await
}
