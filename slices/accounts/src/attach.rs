//! Puts the actor on every request: from the session, or from a token behind `Authorization: Bearer`.

use accounts_rules::Actor;
use axum::{
    extract::{FromRequestParts, Request, State},
    http::{Method, StatusCode, header, request::Parts},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use kernel::{AccountId, PersonId};
use kit::{
    Fault, Problem, Site,
    db::Sql,
    web::{guard::Caller, session::Visit},
};

use crate::{
    actor,
    device::{self, Client},
    tokens,
};

/// The name of the deputy acted for, for the line at the top of every page.
#[derive(Clone, Debug)]
pub struct ActingFor(pub String);

/// Goes inside the session layer and outside the one that makes views.
///
/// A token that is not good is told so whatever it asks for: taken for a passer-by, a program whose token has run out would be
/// shown what is public as if that were all.
pub async fn layer(State(site): State<Site>, mut request: Request, next: Next) -> Response {
    let claim = Claim::of(&request);
    let token = matches!(claim, Claim::Token(_));
    let actor = match found(&site, claim).await {
        Ok(actor) if token && !actor.signed_in() => {
            request.extensions_mut().insert(BadToken);
            actor
        }
        Ok(actor) => actor,
        Err(fault) => {
            tracing::error!(%fault, "the visitor's posts could not be read");
            Actor::nobody()
        }
    };
    if let Some(name) = acting_name(&site, actor.acting_for).await {
        request.extensions_mut().insert(ActingFor(name));
    }
    request.extensions_mut().insert(actor);
    next.run(request).await
}

/// The mark of a request whose token is not good.
#[derive(Clone, Copy, Debug)]
struct BadToken;

/// Refuses requests whose token is not good. Goes where what is refused is put into the visitor's language.
pub async fn good_token(request: Request, next: Next) -> Response {
    if request.extensions().get::<BadToken>().is_none() {
        return next.run(request).await;
    }
    Problem::request(StatusCode::UNAUTHORIZED, "accounts-token-not-good").into_response()
}

/// What a passer-by may write in JSON: that with which one signs in or out, and what anybody may say to a deputy and follow.
pub const OPEN: [&str; 6] = [
    "/api/session",
    "/api/session/digits",
    "/api/activation",
    "/api/opinions",
    "/api/opinions/progress",
    "/api/opinions/progress/judgement",
];

/// Asks a passer-by who writes in JSON to sign in before anything of the request is read or looked up.
pub async fn signed_in_first(request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    let known = request.extensions().get::<Actor>().is_some_and(Actor::signed_in);
    if reads || known || !path.starts_with("/api/") || OPEN.contains(&path) {
        return next.run(request).await;
    }
    Problem::SignIn.into_response()
}

/// By what a request says whose it is.
enum Claim {
    Token(String),
    Visit(AccountId, Option<PersonId>),
    None,
}

impl Claim {
    /// A token speaks before a cookie; another scheme of authorization is no claim here.
    fn of(request: &Request) -> Self {
        if let Some(value) = request.headers().get(header::AUTHORIZATION) {
            let parts = value.to_str().ok().and_then(|text| text.trim().split_once(' '));
            // RFC 7235: the name of a scheme is the same in any case.
            let token = parts.filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
            return token.map_or(Self::None, |(_, token)| Self::Token(token.trim().to_owned()));
        }
        let visit = request.extensions().get::<Visit>();
        let account = visit.and_then(|visit| Some((visit.account?, visit.acting_for)));
        account.map_or(Self::None, |(account, acting_for)| Self::Visit(account, acting_for))
    }
}

async fn found(site: &Site, claim: Claim) -> Result<Actor, Fault> {
    let (account, acting_for) = match claim {
        Claim::Visit(account, acting_for) => (Some(account), acting_for),
        Claim::Token(token) => (tokens::account_of(site.db(), &token, site.now()).await?, None),
        Claim::None => (None, None),
    };
    match account {
        Some(account) => actor::load(&mut site.db(), account, acting_for, site.today()).await,
        None => Ok(Actor::nobody()),
    }
}

async fn acting_name(site: &Site, deputy: Option<PersonId>) -> Option<String> {
    let sql = Sql::new("select name from v_person where id = {}").bind(deputy?);
    match site.db().one::<(String,)>(sql).await {
        Ok(row) => row.map(|(name,)| name),
        Err(fault) => {
            tracing::error!(%fault, "the name of the deputy acted for could not be read");
            None
        }
    }
}

impl FromRequestParts<Site> for Client {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Problem> {
        let address = parts.extensions.get::<Caller>().map(|caller| caller.0);
        let device = device::of_request(site, &parts.headers);
        Ok(Self { address, device, headers: parts.headers.clone() })
    }
}
