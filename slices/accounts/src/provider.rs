//! Signing in through an identity provider (OpenID Connect): code flow with PKCE, state and nonce.
//!
//! The provider vouches for an identity of its own; which account that is, the owner said once, signed in, by linking the
//! two. Nothing the provider says about names or telephone numbers is believed. Only signature verification of `rsa` is
//! used (RUSTSEC-2023-0071 concerns private keys).

use std::{sync::OnceLock, time::Duration};

use accounts_rules::{Actor, SignInRefusal};
use axum::http::HeaderValue;
use kernel::{AccountId, Moment};
use kit::{
    Fault, Problem, Site,
    config::Oidc,
    db::{Ask, Sql, Tx},
};
use openidconnect::{
    AuthorizationCode, ClientId, ClientSecret, CsrfToken, EndpointMaybeSet, EndpointNotSet, EndpointSet, HttpRequest,
    HttpResponse, IssuerUrl, Nonce, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, TokenResponse as _,
    core::{CoreAuthenticationFlow, CoreClient, CoreProviderMetadata},
};

use crate::{
    activation::base,
    answer::refused,
    authority,
    device::Client,
    fact::{Fact, Way},
    secret,
    sign_in::{self, STEP_MILLIS, SignedIn},
    store::{self, By},
};

/// Where the provider sends the browser back to.
pub const RETURN_PATH: &str = "/session/provider/return";
/// How long the provider may take to answer us.
const PATIENCE: Duration = Duration::from_secs(10);

type Known =
    CoreClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointMaybeSet, EndpointMaybeSet>;

/// The way to the provider.
#[derive(Debug)]
pub struct Begun {
    /// Where to send the browser.
    pub address: String,
    /// The cookie that ties the answer to this browser.
    pub cookie: HeaderValue,
}

/// What came of it.
#[derive(Debug)]
pub enum Ended {
    /// Signed in; go on there.
    In(SignedIn, String),
    /// Linked with the account that asked for it.
    Linked,
}

/// What the button says, if a provider is set up.
#[must_use]
pub fn label(site: &Site) -> Option<String> {
    site.config().oidc.as_ref().map(|oidc| oidc.label.clone())
}

/// The name of the cookie that ties the provider's answer to the browser that asked.
#[must_use]
pub fn cookie_name(site: &Site) -> &'static str {
    if site.config().is_secure() { "__Host-provider" } else { "provider" }
}

/// Begins: to sign in, or to link the account of whoever is signed in.
///
/// # Errors
/// When no provider is set up or it cannot be reached.
pub async fn begin(site: &Site, link: Option<AccountId>, next: &str) -> Result<Begun, Problem> {
    let client = client(site).await?;
    let [state, nonce, verifier, held] = [(); 4].map(|()| secret::token(site));
    let challenge = PkceCodeChallenge::from_code_verifier_sha256(&PkceCodeVerifier::new(verifier.clone()));
    let (sent, once) = (CsrfToken::new(state.clone()), Nonce::new(nonce.clone()));
    let (address, ..) = client
        .authorize_url(CoreAuthenticationFlow::AuthorizationCode, move || sent, move || once)
        .set_pkce_challenge(challenge)
        .url();
    let sql =
        Sql::new("insert into sign_in_step (hash, kind, account, nonce, verifier, next, expires) values ").list([
            step_hash(&state, &held).into(),
            "provider".into(),
            link.into(),
            nonce.into(),
            verifier.into(),
            next.into(),
            site.now().plus_millis(STEP_MILLIS).into(),
        ]
            as [kit::db::Val; 7]);
    let mut tx = site.db().begin().await?;
    tx.run(sql).await?;
    tx.commit().await?;
    Ok(Begun { address: address.to_string(), cookie: cookie(site, &held)? })
}

/// Ends: trades the code for the provider's word, checks it, and signs in or links.
///
/// # Errors
/// Refused when the answer is not to a question of this browser, cannot be trusted, or vouches for nobody known.
pub async fn end(site: &Site, held: Option<&str>, state: &str, code: &str, at: &Client) -> Result<Ended, Problem> {
    let mut tx = site.db().begin().await?;
    let step = spend(&mut tx, &step_hash(state, held.unwrap_or_default()), site.now()).await?;
    tx.commit().await?;
    let (link, nonce, verifier, next) = step.ok_or(SignInRefusal::StepExpired).map_err(refused)?;
    let (issuer, subject) = vouched(site, code, nonce, verifier).await?;

    let mut tx = site.db().begin().await?;
    let sql = Sql::new("select account from identity where issuer = {} and subject = {}");
    let known: Option<(AccountId,)> = tx.one(sql.bind(issuer.as_str()).bind(subject.as_str())).await?;
    let ended = match (link, known) {
        (Some(account), None) => {
            linked_now(&mut tx, site.now(), account, &issuer, &subject).await?;
            Ended::Linked
        }
        (Some(account), Some((owner,))) if account == owner => Ended::Linked,
        (Some(_), Some(_)) => return Err(refused(SignInRefusal::ProviderTaken)),
        (None, None) => return Err(refused(SignInRefusal::ProviderUnlinked)),
        (None, Some((owner,))) => {
            let account = store::by_id(&mut tx, owner).await?.filter(|account| account.closed.is_none());
            let account = account.ok_or(SignInRefusal::Closed).map_err(refused)?;
            Ended::In(sign_in::admit(&mut tx, site, &account, at, Way::Provider).await?, next)
        }
    };
    tx.commit().await?;
    site.wrote();
    Ok(ended)
}

/// Unlinks the actor's account from the provider.
///
/// # Errors
/// When nobody is signed in.
pub async fn unlink(site: &Site, actor: &Actor) -> Result<(), Problem> {
    let id = authority::own(actor)?;
    let mut tx = site.db().begin().await?;
    let sql = Sql::new("delete from identity where account = {} returning issuer").bind(id);
    let gone: Vec<(String,)> = tx.all(sql).await?;
    for (issuer,) in gone {
        store::record(&mut tx, site.now(), By(Some(id)), None, id.uuid(), Fact::IdentityUnlinked { issuer }).await?;
    }
    tx.commit().await?;
    site.wrote();
    Ok(())
}

/// Whether the account is linked with an identity.
pub async fn linked(ask: &mut impl Ask, account: AccountId) -> Result<bool, Fault> {
    let row: Option<(i64,)> =
        ask.one(Sql::new("select 1 from identity where account = {} limit 1").bind(account)).await?;
    Ok(row.is_some())
}

async fn linked_now(tx: &mut Tx, now: Moment, account: AccountId, issuer: &str, subject: &str) -> Result<(), Fault> {
    let sql = Sql::new("insert into identity (issuer, subject, account, linked) values ({}, {}, {}, {})");
    tx.run(sql.bind(issuer).bind(subject).bind(account).bind(now)).await?;
    let fact = Fact::IdentityLinked { issuer: issuer.to_owned() };
    store::record(tx, now, By(Some(account)), None, account.uuid(), fact).await
}

type Step = (Option<AccountId>, String, String, String);

/// Takes the step out, so that an answer is good once.
async fn spend(tx: &mut Tx, hash: &str, now: Moment) -> Result<Option<Step>, Fault> {
    let sql = Sql::new(
        "delete from sign_in_step where kind = 'provider' and hash = {} and expires > {} \
         returning account, nonce, verifier, next",
    );
    tx.one(sql.bind(hash).bind(now)).await
}

/// The answer must come back with the state we sent, to the browser we sent it with.
fn step_hash(state: &str, held: &str) -> String {
    secret::hash(&format!("provider:{state}:{held}"))
}

/// Trades the code and checks the signed word: issuer, audience, signature, time and nonce.
async fn vouched(site: &Site, code: &str, nonce: String, verifier: String) -> Result<(String, String), Problem> {
    let client = client(site).await?;
    let trade = client
        .exchange_code(AuthorizationCode::new(code.to_owned()))
        .map_err(|error| Fault::caused("the identity provider names no token address", error))?
        .set_pkce_verifier(PkceCodeVerifier::new(verifier));
    let answer = match trade.request_async(&ask).await {
        Ok(answer) => answer,
        Err(error) => return Err(distrust(&error)),
    };
    let token = answer.id_token().ok_or_else(|| refused(SignInRefusal::ProviderRefused))?;
    let now = site.now();
    let verifier = client.id_token_verifier().set_time_fn(move || instant(now));
    match token.claims(&verifier, &Nonce::new(nonce)) {
        Ok(claims) => Ok((claims.issuer().to_string(), claims.subject().to_string())),
        Err(error) => Err(distrust(&error)),
    }
}

fn instant(now: Moment) -> chrono::DateTime<chrono::Utc> {
    chrono::DateTime::from_timestamp_millis(now.millis()).unwrap_or_default()
}

/// What was wrong with the provider's answer is for the operator's log; the person is told what to do.
fn distrust(error: &dyn std::error::Error) -> Problem {
    tracing::warn!(%error, "the identity provider's answer is not trusted");
    refused(SignInRefusal::ProviderRefused)
}

async fn client(site: &Site) -> Result<Known, Problem> {
    let oidc = site.config().oidc.as_ref().ok_or_else(Problem::missing)?;
    let issuer = IssuerUrl::new(oidc.issuer.clone()).map_err(|error| wrong_setting("issuer", error))?;
    let metadata = match CoreProviderMetadata::discover_async(issuer, &ask).await {
        Ok(metadata) => metadata,
        Err(error) => return Err(distrust(&error)),
    };
    let id = ClientId::new(oidc.client_id.clone());
    let back = RedirectUrl::new(return_address(site)).map_err(|error| wrong_setting("public_url", error))?;
    Ok(CoreClient::from_provider_metadata(metadata, id, Some(secret_of(oidc))).set_redirect_uri(back))
}

fn secret_of(oidc: &Oidc) -> ClientSecret {
    ClientSecret::new(oidc.client_secret.clone())
}

fn wrong_setting(name: &str, error: impl std::error::Error + Send + Sync + 'static) -> Fault {
    Fault::caused(format_args!("the setting `{name}` is no address"), error)
}

fn return_address(site: &Site) -> String {
    format!("{}{RETURN_PATH}", base(site))
}

fn cookie(site: &Site, held: &str) -> Result<HeaderValue, Fault> {
    let secure = if site.config().is_secure() { "; Secure" } else { "" };
    let seconds = STEP_MILLIS / 1000;
    let text = format!("{}={held}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}", cookie_name(site));
    HeaderValue::from_str(&text).map_err(|error| Fault::caused("a cookie could not be written", error))
}

/// Asks the provider. Never follows a redirect: an address is asked because it stands in the settings or in discovery.
async fn ask(request: HttpRequest) -> Result<HttpResponse, Unreachable> {
    static HTTP: OnceLock<Result<reqwest::Client, reqwest::Error>> = OnceLock::new();
    let build = || reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).timeout(PATIENCE).build();
    let http = HTTP.get_or_init(build).as_ref().map_err(|error| Unreachable(error.to_string()))?;
    let answer = http.execute(request.try_into()?).await?;
    let (status, headers) = (answer.status(), answer.headers().clone());
    let mut response = HttpResponse::new(answer.bytes().await?.to_vec());
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    Ok(response)
}

/// The provider could not be asked.
#[derive(Debug)]
struct Unreachable(String);

impl std::fmt::Display for Unreachable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the identity provider could not be asked: {}", self.0)
    }
}
impl std::error::Error for Unreachable {}
impl From<reqwest::Error> for Unreachable {
    fn from(error: reqwest::Error) -> Self {
        Self(error.to_string())
    }
}
