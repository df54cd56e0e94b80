//! What every JSON handler shares: bodies, versions, and keys that make a create happen once.

use axum::{
    extract::{FromRequest, FromRequestParts, Request},
    http::{HeaderMap, HeaderValue, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use kernel::{AccountId, Id, Refusal, Refused};
use serde::{Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{Form, Problem, Wrong, session::Visit};
use crate::{
    Fault, Site,
    db::{Sql, Tx},
};

/// A JSON body; one that cannot be read is refused with a sentence and the place.
pub struct Body<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = Problem;
    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or("");
        if !kind.starts_with("application/json") {
            return Err(Problem::request(StatusCode::UNSUPPORTED_MEDIA_TYPE, "kit-api-not-json"));
        }
        let bytes = axum::body::to_bytes(request.into_body(), 1 << 20).await;
        let bytes = bytes.map_err(|_| Problem::request(StatusCode::PAYLOAD_TOO_LARGE, "kit-form-too-large"))?;
        let value = serde_json::from_slice(&bytes).map_err(|error| {
            let place = format!("{}:{}", error.line(), error.column());
            Problem::Request(StatusCode::BAD_REQUEST, Wrong::new("kit-api-unreadable").with("place", place))
        })?;
        Ok(Self(super::read::read(value)?))
    }
}

/// The version the caller has seen, from `If-Match: "7"`. Writes on an existing thing must carry it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen(pub i64);

impl<S: Send + Sync> FromRequestParts<S> for Seen {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        Self::said(&parts.headers)?.ok_or(Problem::request(StatusCode::PRECONDITION_REQUIRED, "kit-api-if-match"))
    }
}

impl Seen {
    /// The version the caller has seen, where one is named: for verbs that do not need it and honour it.
    ///
    /// # Errors
    /// When what is named is no version.
    pub fn said(headers: &HeaderMap) -> Result<Option<Self>, Problem> {
        let Some(value) = headers.get(header::IF_MATCH) else { return Ok(None) };
        let version = value.to_str().ok().and_then(|v| v.trim().trim_matches('"').parse().ok());
        let unreadable = Problem::request(StatusCode::BAD_REQUEST, "kit-api-if-match-unreadable");
        version.map(|version| Some(Self(version))).ok_or(unreadable)
    }
}

/// What somebody had before them who acts on what they have read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saw {
    /// It was not said.
    Unsaid,
    /// These words: an [`edition`], which the page they stood on carries in its form.
    Words(i64),
    /// The thing in this version.
    Version(i64),
}

impl Saw {
    /// What the form of a page carries in the field `words`.
    #[must_use]
    pub fn on_page(form: &Form) -> Self {
        form.value("words").parse().map_or(Self::Unsaid, Self::Words)
    }

    /// Whether that is what stands now.
    #[must_use]
    pub const fn stands(self, words: i64, version: i64) -> bool {
        match self {
            Self::Unsaid => true,
            Self::Words(seen) => seen == words,
            Self::Version(seen) => seen == version,
        }
    }
}

/// `If-Match`, where the caller names a version: for verbs that do not need one and honour it.
impl<S: Send + Sync> FromRequestParts<S> for Saw {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        Ok(Seen::said(&parts.headers)?.map_or(Self::Unsaid, |Seen(version)| Self::Version(version)))
    }
}

/// A version that follows from the words alone, for a part of a thing that is edited by itself: what happens to the rest makes
/// nobody's edit of this part stale. Never 0, which stands for no words yet; exact as a number of any JSON reader.
#[must_use]
pub fn edition(words: &[&str]) -> i64 {
    let mut hash = Sha256::new();
    for word in words {
        hash.update(word.len().to_be_bytes());
        hash.update(word);
    }
    hash.finalize().iter().take(6).fold(0, |number, byte| number << 8 | i64::from(*byte)).max(1)
}

/// A JSON answer with its version as the entity tag.
pub fn versioned(version: i64, body: impl Serialize) -> Response {
    let mut response = axum::Json(body).into_response();
    if let Ok(tag) = HeaderValue::from_str(&format!("\"{version}\"")) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    response
}

/// The caller's `Idempotency-Key`, if any, with a digest of what was asked: a create with the same key happens once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Once(Option<(String, String)>);

impl<S: Send + Sync> FromRequestParts<S> for Once {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let Some(value) = parts.headers.get("idempotency-key") else { return Ok(Self(None)) };
        let key = value.to_str().ok().map(str::trim).filter(|k| (1..=200).contains(&k.len()));
        let key = key.ok_or_else(|| Refused::new(Refusal::Unfit, "kit-api-key"))?;
        // Whoever acts for a deputy asks in another name: the same key is then another request.
        let deputy = parts.extensions.get::<Visit>().and_then(|visit| visit.acting_for);
        let place = deputy.map_or_else(String::new, |deputy| format!(" for {deputy}"));
        Ok(Self(Some((key.to_owned(), format!("{}{place}", parts.uri.path())))))
    }
}

impl Once {
    /// The key of a form that carries a token of its own: sent twice as it was it acts once, changed it is another.
    ///
    /// # Errors
    /// When what was asked cannot be written down.
    pub fn form(token: &str, path: &str, asked: &impl Serialize) -> Result<Self, Fault> {
        if !(1..=100).contains(&token.len()) {
            return Ok(Self(None));
        }
        let digest = super::session::base64(&Sha256::digest(serde_json::to_vec(asked)?));
        Ok(Self(Some((format!("{token} {digest}"), path.to_owned()))))
    }

    /// The same key for one part of what is made: another part under it is another thing.
    #[must_use]
    pub fn part(&self, name: &str) -> Self {
        Self(self.0.as_ref().map(|(key, path)| (format!("{key} {name}"), path.clone())))
    }

    /// Claims the key for a new thing inside the transaction that makes it. Answers with the thing an earlier request made,
    /// if there was one: then nothing is to be done again.
    ///
    /// # Errors
    /// When the same key came before with other words.
    pub async fn claim<N>(
        &self,
        tx: &mut Tx,
        site: &Site,
        account: AccountId,
        asked: &impl Serialize,
        new: Id<N>,
    ) -> Result<Option<Id<N>>, Problem> {
        let Some((key, path)) = &self.0 else { return Ok(None) };
        let asked = serde_json::to_vec(asked).map_err(Fault::from)?;
        let digest = super::session::base64(&Sha256::new().chain_update(path).chain_update(asked).finalize());
        let claim = Sql::new("insert into request_key (account, key, digest, subject, at) values ")
            .list([account.into(), key.into(), crate::db::Val::from(&digest), new.into(), site.now().into()])
            .add(" on conflict (account, key) do nothing");
        if tx.run(claim).await? == 1 {
            return Ok(None);
        }
        let sql = Sql::new("select digest, subject from request_key where account = {}").bind(account);
        let before: Option<(String, Uuid)> = tx.one(sql.add(" and key = {}").bind(key)).await?;
        match before {
            Some((same, subject)) if same == digest => Ok(Some(Id::from_uuid(subject))),
            _ => Err(Refused::new(Refusal::Unfit, "kit-api-key-reused").into()),
        }
    }
}
