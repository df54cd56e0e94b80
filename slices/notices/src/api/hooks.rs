//! Webhooks as JSON.

use accounts_rules::Actor;
use axum::{
    Extension, Json,
    extract::{Path, State},
    http::StatusCode,
};
use kernel::{BodyId, Moment};
use kit::{
    Problem, Site,
    outbox::{Call, HookId, SendingId},
    web::{
        ProblemJson,
        api::{Body, Once},
    },
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::hooks::{self, Kept, Wanted};

/// A system that is told of facts. Its secret is not shown again.
#[derive(Serialize, ToSchema)]
pub struct WebhookJson {
    id: Uuid,
    /// Whose facts; absent for every congress's.
    congress: Option<Uuid>,
    url: String,
    /// Facts by name.
    facts: Vec<String>,
    /// Whether it is told now.
    active: bool,
}

/// One call.
#[derive(Serialize, ToSchema)]
pub struct CallJson {
    /// Its `webhook-id`.
    id: Uuid,
    fact: String,
    /// `waiting`, `sent` or `failed`.
    state: String,
    attempts: i64,
    /// The number the receiver answered last.
    status: Option<i64>,
    problem: Option<String>,
    made: i64,
    sent: Option<i64>,
}

/// A webhook with its last calls, newest first.
#[derive(Serialize, ToSchema)]
pub struct WebhookWithCalls {
    webhook: WebhookJson,
    calls: Vec<CallJson>,
}

/// Who is to be told of what.
#[derive(Deserialize, ToSchema)]
pub struct NewWebhook {
    /// Whose facts; absent for every congress's, which only an operator may ask for.
    congress: Option<Uuid>,
    /// Where to call, beginning with https://
    url: String,
    /// Facts by name, such as `suggestion.closed`.
    facts: Vec<String>,
}

/// A secret, this once.
#[derive(Serialize, ToSchema)]
pub struct SecretJson {
    id: Uuid,
    /// `whsec_…`, as Standard Webhooks has it; absent when an earlier request with the same key was answered with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    secret: Option<String>,
}

fn webhook(kept: Kept) -> WebhookJson {
    WebhookJson {
        id: kept.hook.id.uuid(),
        congress: kept.hook.body.map(BodyId::uuid),
        facts: kept.hook.verbs.split_whitespace().map(str::to_owned).collect(),
        url: kept.hook.url,
        active: kept.hook.active,
    }
}

fn call(call: Call) -> CallJson {
    let Call { id, verb, state, attempts, status, problem, made, sent } = call;
    let (made, sent) = (made.millis(), sent.map(Moment::millis));
    CallJson { id: id.uuid(), fact: verb, state, attempts, status, problem, made, sent }
}

/// The webhooks one keeps
#[utoipa::path(get, path = "/api/webhooks", tag = "webhooks", responses((status = 200, body = Vec<WebhookJson>),
    (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn list(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
) -> Result<Json<Vec<WebhookJson>>, Problem> {
    Ok(Json(hooks::all(&site, &actor).await?.into_iter().map(webhook).collect()))
}

/// Add a webhook; its secret is answered this once
#[utoipa::path(post, path = "/api/webhooks", tag = "webhooks", request_body = NewWebhook,
    params(("Idempotency-Key" = Option<String>, Header)), responses(
    (status = 201, body = SecretJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn create(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    once: Once,
    Body(asked): Body<NewWebhook>,
) -> Result<(StatusCode, Json<SecretJson>), Problem> {
    let congress = asked.congress.map(BodyId::from_uuid);
    let wanted = Wanted { congress, url: asked.url, verbs: asked.facts };
    let (id, secret) = hooks::add(&site, &actor, &wanted, &once).await?;
    Ok((StatusCode::CREATED, Json(SecretJson { id: id.uuid(), secret })))
}

/// One webhook and its last calls
#[utoipa::path(get, path = "/api/webhooks/{id}", tag = "webhooks", params(("id" = Uuid, Path)), responses(
    (status = 200, body = WebhookWithCalls), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn show(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<HookId>,
) -> Result<Json<WebhookWithCalls>, Problem> {
    let (kept, calls) = hooks::one(&site, &actor, id).await?;
    Ok(Json(WebhookWithCalls { webhook: webhook(kept), calls: calls.into_iter().map(call).collect() }))
}

/// Give a webhook a new secret, answered this once
#[utoipa::path(post, path = "/api/webhooks/{id}/secret", tag = "webhooks", params(("id" = Uuid, Path)), responses(
    (status = 200, body = SecretJson), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn replace_secret(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<HookId>,
) -> Result<Json<SecretJson>, Problem> {
    let secret = hooks::replace_secret(&site, &actor, id).await?;
    Ok(Json(SecretJson { id: id.uuid(), secret: Some(secret) }))
}

/// Send a call that was given up once more
#[utoipa::path(post, path = "/api/webhooks/{id}/calls/{call}/repetition", tag = "webhooks",
    params(("id" = Uuid, Path), ("call" = Uuid, Path)), responses(
    (status = 202), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
pub async fn resend(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path((id, call)): Path<(HookId, SendingId)>,
) -> Result<StatusCode, Problem> {
    hooks::resend(&site, &actor, id, call).await?;
    Ok(StatusCode::ACCEPTED)
}

macro_rules! verbs {
    ($($(#[doc = $doc:literal])+ $method:ident $path:literal $name:ident => |$site:ident, $actor:ident, $id:ident| $does:expr;)+) => {$(
        $(#[doc = $doc])+
        #[utoipa::path($method, path = $path, tag = "webhooks", params(("id" = Uuid, Path)), responses(
            (status = 204), (status = "4XX", body = ProblemJson, content_type = "application/problem+json")))]
        pub async fn $name(
            State($site): State<Site>,
            Extension($actor): Extension<Actor>,
            Path($id): Path<HookId>,
        ) -> Result<StatusCode, Problem> {
            $does.await?;
            Ok(StatusCode::NO_CONTENT)
        }
    )+};
}

verbs! {
    /// Remove a webhook
    delete "/api/webhooks/{id}" remove => |site, actor, id| hooks::remove(&site, &actor, id);
    /// Let only its newest secret stand
    delete "/api/webhooks/{id}/old-secrets" retire => |site, actor, id| hooks::retire_old_secrets(&site, &actor, id);
    /// Tell it no more for now
    post "/api/webhooks/{id}/pause" pause => |site, actor, id| hooks::set_active(&site, &actor, id, false);
    /// Tell it again
    delete "/api/webhooks/{id}/pause" resume => |site, actor, id| hooks::set_active(&site, &actor, id, true);
    /// Send it a test call
    post "/api/webhooks/{id}/ping" ping => |site, actor, id| hooks::ping(&site, &actor, id);
}
