//! Signing in through an identity provider: a real one, on loopback, that can be made to lie.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, atomic::AtomicU64},
};

use crate::world::{PASSWORD, World, site, story};
use accounts_rules::Duty;
use axum::{
    Form, Json, Router,
    extract::{Query, State},
    http::{Method, StatusCode},
    response::{IntoResponse as _, Redirect, Response},
    routing::{get, post},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use ed25519_dalek::{Signer as _, SigningKey};
use kit::{
    Site,
    config::{Config, Oidc},
    site::{Chance, Clock},
    testing::Visitor,
};
use serde_json::json;
use sha2::Digest as _;

/// What the provider says that is not so.
#[derive(Clone, Copy, PartialEq)]
enum Lie {
    None,
    Key,
    Nonce,
    Audience,
    Issuer,
    Expired,
}

#[derive(Clone)]
struct Provider {
    issuer: String,
    now: i64,
    lie: Arc<Mutex<Lie>>,
    /// By code: nonce and PKCE challenge.
    asked: Arc<Mutex<HashMap<String, (String, String)>>>,
}

impl Provider {
    async fn start(now: i64) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let issuer = format!("http://{}", listener.local_addr().unwrap());
        let provider = Self { issuer, now, lie: Arc::new(Mutex::new(Lie::None)), asked: Arc::default() };
        let app = Router::new()
            .route("/.well-known/openid-configuration", get(discovery))
            .route("/keys", get(keys))
            .route("/authorize", get(authorize))
            .route("/token", post(token))
            .with_state(provider.clone());
        tokio::spawn(async move { axum::serve(listener, app).await });
        provider
    }

    fn says(&self, lie: Lie) {
        *self.lie.lock().unwrap() = lie;
    }

    fn lies(&self, lie: Lie) -> bool {
        *self.lie.lock().unwrap() == lie
    }
}

fn key(byte: u8) -> SigningKey {
    SigningKey::from_bytes(&[byte; 32])
}

async fn discovery(State(provider): State<Provider>) -> Json<serde_json::Value> {
    let at = |path: &str| format!("{}{path}", provider.issuer);
    Json(json!({
        "issuer": provider.issuer,
        "authorization_endpoint": at("/authorize"),
        "token_endpoint": at("/token"),
        "jwks_uri": at("/keys"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["EdDSA"],
    }))
}

async fn keys() -> Json<serde_json::Value> {
    let x = URL_SAFE_NO_PAD.encode(key(1).verifying_key().as_bytes());
    Json(json!({"keys": [{"kty": "OKP", "crv": "Ed25519", "use": "sig", "alg": "EdDSA", "kid": "1", "x": x}]}))
}

/// The person at the provider says yes at once.
async fn authorize(State(provider): State<Provider>, Query(asked): Query<HashMap<String, String>>) -> Redirect {
    let mut held = provider.asked.lock().unwrap();
    let code = format!("code-{}", held.len());
    held.insert(code.clone(), (asked["nonce"].clone(), asked["code_challenge"].clone()));
    Redirect::to(&format!("{}?code={code}&state={}", asked["redirect_uri"], asked["state"]))
}

async fn token(State(provider): State<Provider>, Form(form): Form<HashMap<String, String>>) -> Response {
    let Some((nonce, challenge)) = provider.asked.lock().unwrap().remove(&form["code"]) else {
        return (StatusCode::BAD_REQUEST, Json(json!({"error": "invalid_grant"}))).into_response();
    };
    let proved = URL_SAFE_NO_PAD.encode(sha2::Sha256::digest(form["code_verifier"].as_bytes()));
    assert_eq!(proved, challenge, "PKCE");
    let seconds = provider.now / 1000;
    let claims = json!({
        "iss": if provider.lies(Lie::Issuer) { "http://elsewhere.example" } else { &provider.issuer },
        "sub": "tan-xuemei",
        "aud": if provider.lies(Lie::Audience) { "another" } else { "lianluo" },
        "exp": if provider.lies(Lie::Expired) { seconds - 1 } else { seconds + 300 },
        "iat": seconds,
        "nonce": if provider.lies(Lie::Nonce) { "another" } else { &nonce },
        "name": "系统管理员",
    });
    let part = |value: &serde_json::Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let signed = format!("{}.{}", part(&json!({"alg": "EdDSA", "kid": "1"})), part(&claims));
    let with = if provider.lies(Lie::Key) { key(2) } else { key(1) };
    let signature = URL_SAFE_NO_PAD.encode(with.sign(signed.as_bytes()).to_bytes());
    let id_token = format!("{signed}.{signature}");
    Json(json!({"access_token": "x", "token_type": "Bearer", "id_token": id_token})).into_response()
}

/// The same database behind a site that knows the provider.
fn with_provider(world: &World, provider: &Provider) -> Site {
    // Whichever test comes first sets it; the others find it set.
    let _set = rustls::crypto::ring::default_provider().install_default();
    let oidc = Oidc {
        issuer: provider.issuer.clone(),
        client_id: "lianluo".to_owned(),
        client_secret: "between us".to_owned(),
        label: "湘政通".to_owned(),
    };
    let config = Config { oidc: Some(oidc), ..world.site.config().clone() };
    let clock = Clock::Standing(world.site.now().millis().into());
    Site::new(world.site.db().clone(), clock, Chance::Seeded(AtomicU64::new(99)), config).unwrap()
}

/// Goes to the provider and comes back with its answer's path.
async fn at_the_provider(address: &str) -> String {
    let http = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
    let answer = http.get(address).send().await.unwrap();
    let back = answer.headers()["location"].to_str().unwrap().to_owned();
    back.split_once("127.0.0.1:8080").unwrap().1.to_owned()
}

async fn through(visitor: &mut Visitor, begin: &str) -> kit::testing::Answer {
    let away = visitor.get(begin).await;
    let back = at_the_provider(away.location()).await;
    visitor.get(&back).await
}

#[test]
fn an_account_is_linked_once_and_then_signs_in_from_the_provider() {
    story(|world| async move {
        world.staff("谭雪梅", Duty::Clerk, world.office).await;
        let provider = Provider::start(world.site.now().millis()).await;
        let with = with_provider(&world, &provider);

        let mut stranger = site::visitor(&with);
        let page = stranger.get("/session/new").await;
        assert!(page.text.contains("湘政通"));
        let answer = through(&mut stranger, "/session/provider").await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
        assert!(answer.text.contains("还没有绑定账号"), "whatever name the provider tells: {}", answer.text);

        let mut clerk = site::visitor(&with);
        clerk.get("/session/new").await;
        clerk.fill("/session", &[("name", "谭雪梅"), ("password", PASSWORD)]).await;
        let linked = through(&mut clerk, "/account/identity/new").await;
        assert_eq!(linked.location(), "/account");

        let answer = through(&mut stranger, "/session/provider?next=/account").await;
        assert_eq!(answer.location(), "/account");
        assert!(stranger.get("/account").await.text.contains("已绑定"));
        let known = stranger.get("/api/account/identity").await.json();
        assert_eq!(known, json!({ "provider": "湘政通", "linked": true }));
        stranger.get("/account").await;
        stranger.fill("/account/identity/removal", &[]).await;
        let mut again = site::visitor(&with);
        assert_eq!(through(&mut again, "/session/provider").await.status, StatusCode::FORBIDDEN);
    });
}

#[test]
fn a_program_unlinks_an_account_as_the_page_does() {
    story(|world| async move {
        world.staff("谭雪梅", Duty::Clerk, world.office).await;
        let provider = Provider::start(world.site.now().millis()).await;
        let with = with_provider(&world, &provider);
        let mut clerk = site::visitor(&with);
        let nobody = clerk.json(Method::DELETE, "/api/account/identity", &[], json!({})).await;
        assert_eq!(nobody.status, StatusCode::UNAUTHORIZED);
        clerk.get("/session/new").await;
        clerk.fill("/session", &[("name", "谭雪梅"), ("password", PASSWORD)]).await;
        through(&mut clerk, "/account/identity/new").await;
        for _ in 0..2 {
            let gone = clerk.json(Method::DELETE, "/api/account/identity", &[], json!({})).await;
            assert_eq!(gone.status, StatusCode::NO_CONTENT, "twice does no harm: {}", gone.text);
            assert_eq!(clerk.get("/api/account/identity").await.json()["linked"], false);
        }
        let mut again = site::visitor(&with);
        assert_eq!(through(&mut again, "/session/provider").await.status, StatusCode::FORBIDDEN);
    });
}

#[test]
fn what_the_provider_cannot_prove_lets_nobody_in() {
    story(|world| async move {
        world.staff("谭雪梅", Duty::Clerk, world.office).await;
        let provider = Provider::start(world.site.now().millis()).await;
        let with = with_provider(&world, &provider);
        let mut clerk = site::visitor(&with);
        clerk.get("/session/new").await;
        clerk.fill("/session", &[("name", "谭雪梅"), ("password", PASSWORD)]).await;
        through(&mut clerk, "/account/identity/new").await;

        for lie in [Lie::Key, Lie::Nonce, Lie::Audience, Lie::Issuer, Lie::Expired] {
            provider.says(lie);
            let mut visitor = site::visitor(&with);
            let answer = through(&mut visitor, "/session/provider").await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(answer.text.contains("没有通过"), "{}", answer.text);
            assert_eq!(visitor.get("/").await.text, "nobody");
        }
        provider.says(Lie::None);
        let mut visitor = site::visitor(&with);
        let away = visitor.get("/session/provider").await;
        let back = at_the_provider(away.location()).await;
        let mut another = site::visitor(&with);
        assert_eq!(another.get(&back).await.status, StatusCode::CONFLICT, "an answer is good in one browser only");
        assert_eq!(visitor.get(&back).await.status, StatusCode::SEE_OTHER);
        assert_eq!(visitor.get(&back).await.status, StatusCode::CONFLICT, "and once");
    });
}
