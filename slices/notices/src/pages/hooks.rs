//! 数据推送: the systems a congress lets be told.

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use kernel::{AreaCode, BodyId};
use kit::{
    Problem, Site, View,
    outbox::{Call, HookId, SendingId},
    web::{Form, Wrong, done, page},
};
use notices_rules::OFFERED;

use super::unfit;
use crate::hooks::{self, Kept, Wanted};

#[derive(Template)]
#[template(path = "notices/hooks.html")]
struct List<'a> {
    v: &'a View,
    f: &'a Form,
    hooks: Vec<Kept>,
    offered: Vec<(&'static str, String)>,
    operator: bool,
}

#[derive(Template)]
#[template(path = "notices/hook.html")]
struct One<'a> {
    v: &'a View,
    kept: Kept,
    told: Vec<String>,
    calls: Vec<(Call, String, &'static str, String)>,
    secret: Option<String>,
}

fn fact_words(v: &View, verb: &str) -> String {
    match verb.strip_prefix("suggestion.").filter(|_| OFFERED.contains(&verb)) {
        Some(name) => v.t(&format!("notices-fact-{name}")).into_owned(),
        None if verb == "webhook.ping" => v.t("notices-fact-ping").into_owned(),
        None => verb.to_owned(),
    }
}

async fn list_page(site: &Site, v: &View, actor: &Actor, f: &Form) -> Result<Response, Problem> {
    let hooks = hooks::all(site, actor).await?;
    let offered = OFFERED.iter().map(|verb| (*verb, fact_words(v, verb))).collect();
    Ok(page(&List { v, f, hooks, offered, operator: hooks::keeps_all(actor) }))
}

async fn one_page(
    site: &Site,
    v: &View,
    actor: &Actor,
    id: HookId,
    secret: Option<String>,
) -> Result<Response, Problem> {
    let (kept, calls) = hooks::one(site, actor, id).await?;
    let told = kept.hook.verbs.split_whitespace().map(|verb| fact_words(v, verb)).collect();
    let dressed = |call: Call| {
        let tone = match call.state.as_str() {
            "sent" => "good",
            "failed" => "bad",
            _ => "wait",
        };
        let state = v.t(&format!("notices-call-{}", call.state)).into_owned();
        (call.clone(), fact_words(v, &call.verb), tone, state)
    };
    Ok(page(&One { v, kept, told, calls: calls.into_iter().map(dressed).collect(), secret }))
}

/// The webhooks, and the form for another.
///
/// # Errors
/// Refused to whoever keeps none.
pub async fn list(State(site): State<Site>, v: View, Extension(actor): Extension<Actor>) -> Result<Response, Problem> {
    list_page(&site, &v, &actor, &Form::blank(&v)).await
}

/// Adds one and shows its secret, this once.
///
/// # Errors
/// What is wrong is said beside the fields.
pub async fn create(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    mut f: Form,
) -> Result<Response, Problem> {
    let congress = congress(&site, &actor, &mut f).await?;
    let url: Option<String> = f.take("url");
    let verbs: Vec<String> = f.values("verbs").map(str::to_owned).collect();
    if let (Some(congress), Some(url)) = (congress, url) {
        match hooks::add(&site, &actor, &Wanted { congress, url, verbs }, &f.once("/webhooks")?).await {
            Ok((id, Some(secret))) => return one_page(&site, &v, &actor, id, Some(secret)).await,
            // Pressed twice, the browser shows this second answer alone: the secret nobody has read gives way to another.
            Ok((id, None)) => {
                let secret = hooks::replace_secret(&site, &actor, id).await?;
                return one_page(&site, &v, &actor, id, Some(secret)).await;
            }
            Err(problem) => f.accept(problem)?,
        }
    }
    Ok(unfit(list_page(&site, &v, &actor, &f).await?))
}

/// Whose facts: a chief's own congress; for an operator the congress of the code typed, or every one's.
async fn congress(site: &Site, actor: &Actor, f: &mut Form) -> Result<Option<Option<BodyId>>, Problem> {
    if !hooks::keeps_all(actor) {
        return Ok(actor.bodies(Right::HookKeep).next().map(Some));
    }
    if f.value("area").trim().is_empty() {
        return Ok(Some(None));
    }
    let Some(area) = f.take::<AreaCode>("area") else { return Ok(None) };
    let found = hooks::congress_of(site, area.as_str()).await?;
    if found.is_none() {
        f.refuse("area", Wrong::new("notices-wrong-congress"));
    }
    Ok(found.map(Some))
}

/// One webhook with its last calls.
///
/// # Errors
/// When it is not the visitor's to keep.
pub async fn show(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<HookId>,
) -> Result<Response, Problem> {
    one_page(&site, &v, &actor, id, None).await
}

/// A new secret, shown this once.
///
/// # Errors
/// When it is not the visitor's to keep.
pub async fn replace_secret(
    State(site): State<Site>,
    v: View,
    Extension(actor): Extension<Actor>,
    Path(id): Path<HookId>,
    _f: Form,
) -> Result<Response, Problem> {
    let secret = hooks::replace_secret(&site, &actor, id).await?;
    one_page(&site, &v, &actor, id, Some(secret)).await
}

macro_rules! verbs {
    ($($(#[$about:meta])+ $name:ident: $flash:literal => |$site:ident, $actor:ident, $id:ident| $does:expr;)+) => {$(
        $(#[$about])+
        ///
        /// # Errors
        /// When it is not the visitor's to keep.
        pub async fn $name(
            State($site): State<Site>,
            Extension($actor): Extension<Actor>,
            Path($id): Path<HookId>,
            _f: Form,
        ) -> Result<Response, Problem> {
            $does.await?;
            Ok(done(&format!("/webhooks/{}", $id), $flash))
        }
    )+};
}

verbs! {
    /// Lets only the newest secret stand.
    retire: "notices-hook-retired" => |site, actor, id| hooks::retire_old_secrets(&site, &actor, id);
    /// Tells it no more for now.
    pause: "notices-hook-paused" => |site, actor, id| hooks::set_active(&site, &actor, id, false);
    /// Tells it again.
    resume: "notices-hook-resumed" => |site, actor, id| hooks::set_active(&site, &actor, id, true);
    /// Sends a test call.
    ping: "notices-hook-pinged" => |site, actor, id| hooks::ping(&site, &actor, id);
}

/// Removes it.
///
/// # Errors
/// When it is not the visitor's to keep.
pub async fn remove(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path(id): Path<HookId>,
    _f: Form,
) -> Result<Response, Problem> {
    hooks::remove(&site, &actor, id).await?;
    Ok(done("/webhooks", "notices-hook-removed"))
}

/// Sends a call that was given up once more.
///
/// # Errors
/// When there is no such call.
pub async fn resend(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Path((id, call)): Path<(HookId, SendingId)>,
    _f: Form,
) -> Result<Response, Problem> {
    hooks::resend(&site, &actor, id, call).await?;
    Ok(done(&format!("/webhooks/{id}"), "notices-hook-resent"))
}
