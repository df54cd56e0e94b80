//! What a handler or desk function answers when it cannot do what was asked.

use std::sync::Arc;

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use kernel::{Refusal, Refused};

use super::Form;
use crate::Fault;

/// Why a request was not carried out. Turned into a page or into `application/problem+json` by [`super::dress()`].
#[derive(Debug)]
pub enum Problem {
    /// A rule says no, and says why.
    Refused(Refused),
    /// Fields hold what cannot be taken.
    Invalid(Errors),
    /// Nobody is signed in, and somebody must be.
    SignIn,
    /// Asked too often: the same can be tried again after so many seconds.
    Wait {
        /// The sentence that says so.
        why: Refused,
        /// Whole seconds, at least one.
        seconds: u64,
    },
    /// The request itself cannot be taken, whatever it is about: too large, of a wrong kind, without its version.
    Request(StatusCode, Wrong),
    /// The page a form stood on is too old, most often because its session has ended. What was typed is shown again.
    Expired(Box<Kept>),
    /// Somebody else changed the thing meanwhile; both versions are shown.
    Stale(Box<Stale>),
    /// Something that should not happen.
    Fault(Fault),
}

/// What is wrong with the fields of a form or of a JSON body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Errors(pub Vec<(String, Wrong)>);

/// What is wrong with one field: a key of the locale files with its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The key of the sentence.
    pub key: &'static str,
    /// Values for its places.
    pub values: Vec<(&'static str, String)>,
}

/// What was sent with a form, for the person to have back when it could not be taken: its page is too old, or the thing has moved on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// What was typed, without passwords and codes.
    pub fields: Vec<(String, String)>,
    /// Whether files came with it: nobody can give those back.
    pub files: bool,
    /// Whether the browser says that it came from a page of ours: then it can be sent again at one press.
    pub ours: bool,
}

/// An edit that came too late.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stale {
    /// The fields in which they differ.
    pub fields: Vec<Compared>,
    /// The version that stands now.
    pub version: i64,
    /// Where the form goes when this person saves all the same.
    pub action: String,
    /// What was sent, with the present version in place of the old, so that it can be sent again.
    pub hidden: Vec<(String, String)>,
    /// Where the thing can be seen as it stands.
    pub back: String,
}

/// One field of an edit that came too late.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// Its name in the form and in JSON.
    pub name: &'static str,
    /// The key of its label.
    pub label: &'static str,
    /// What this person typed.
    pub yours: String,
    /// What stands there now.
    pub stands: String,
}

/// A field as a form holds it: its name, the key of its label, its value.
pub type Filled = (&'static str, &'static str, String);

impl Stale {
    /// An edit of a thing that is shown and edited at `action`, with all its fields as they were typed and as they stand.
    #[must_use]
    pub fn between(action: String, version: i64, mine: Vec<Filled>, stands: Vec<Filled>) -> Self {
        let value = |(name, _, value): &Filled| ((*name).to_owned(), value.clone());
        let version_too = ("version".to_owned(), version.to_string());
        let hidden = mine.iter().map(value).chain([version_too]).collect();
        let compared = mine.into_iter().zip(stands).filter(|(mine, stands)| mine.2 != stands.2);
        let compared =
            compared.map(|((name, label, yours), (_, _, stands))| Compared { name, label, yours, stands }).collect();
        Self { fields: compared, version, back: action.clone(), action, hidden }
    }

    /// A form as it was sent, and as it would be filled now. `fields` are names with the keys of their labels; `said` makes of a value what
    /// the page shows for it. All that was sent goes along, so that it can be sent again.
    #[must_use]
    pub fn of_forms(
        action: String,
        version: i64,
        fields: impl IntoIterator<Item = (&'static str, &'static str)>,
        (mine, stands): (&Form, &Form),
        said: impl Fn(&str, &str) -> String,
    ) -> Self {
        let shown = |form: &Form, name| form.values(name).map(|value| said(name, value)).collect::<Vec<_>>().join("；");
        let both = |(name, label)| Compared { name, label, yours: shown(mine, name), stands: shown(stands, name) };
        let fields = fields.into_iter().map(both).filter(|one| one.yours != one.stands).collect();
        let sent = mine.pairs().filter(|(name, _)| !["csrf", "version"].contains(name));
        let sent = sent.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let hidden = sent.chain([("version".to_owned(), version.to_string())]).collect();
        Self { fields, version, back: action.clone(), action, hidden }
    }
}

impl Wrong {
    /// A sentence without places.
    #[must_use]
    pub const fn new(key: &'static str) -> Self {
        Self { key, values: Vec::new() }
    }

    /// Fills one place.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl std::fmt::Display) -> Self {
        self.values.push((name, value.to_string()));
        self
    }
}

impl From<Refused> for Wrong {
    fn from(refused: Refused) -> Self {
        Self { key: refused.key, values: refused.values }
    }
}

impl Errors {
    /// One field is wrong.
    #[must_use]
    pub fn one(field: &str, wrong: Wrong) -> Self {
        Self(vec![(field.to_owned(), wrong)])
    }

    /// Notes another.
    pub fn note(&mut self, field: &str, wrong: Wrong) {
        self.0.push((field.to_owned(), wrong));
    }

    /// Nothing was wrong.
    ///
    /// # Errors
    /// With everything noted so far.
    pub fn check(self) -> Result<(), Problem> {
        if self.0.is_empty() { Ok(()) } else { Err(Problem::Invalid(self)) }
    }
}

impl Problem {
    /// The request itself cannot be taken; the sentence has no places.
    #[must_use]
    pub const fn request(status: StatusCode, key: &'static str) -> Self {
        Self::Request(status, Wrong::new(key))
    }

    /// There is no such thing, or it is not for this person to know of.
    #[must_use]
    pub const fn missing() -> Self {
        Self::Refused(Refused::new(Refusal::Missing, "kit-problem-missing"))
    }

    /// The number of the answer.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::Refused(refused) => match refused.kind {
                Refusal::NotYours => StatusCode::FORBIDDEN,
                Refusal::NotNow => StatusCode::CONFLICT,
                Refusal::Unfit => StatusCode::UNPROCESSABLE_ENTITY,
                Refusal::Stale => StatusCode::PRECONDITION_FAILED,
                Refusal::Missing => StatusCode::NOT_FOUND,
            },
            Self::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::SignIn => StatusCode::UNAUTHORIZED,
            Self::Wait { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Request(status, _) => *status,
            Self::Expired(_) => StatusCode::FORBIDDEN,
            Self::Stale(_) => StatusCode::PRECONDITION_FAILED,
            Self::Fault(fault) if fault.passing => StatusCode::SERVICE_UNAVAILABLE,
            Self::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl From<Fault> for Problem {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}
impl From<Refused> for Problem {
    fn from(refused: Refused) -> Self {
        Self::Refused(refused)
    }
}
impl From<Errors> for Problem {
    fn from(errors: Errors) -> Self {
        Self::Invalid(errors)
    }
}

/// Makes an answer one that says how long to wait: 429 with `Retry-After`.
pub fn later(seconds: u64, mut response: Response) -> Response {
    *response.status_mut() = StatusCode::TOO_MANY_REQUESTS;
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    response
}

/// Carries the problem to [`super::dress()`], which knows the visitor's language.
impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        if let Self::Wait { seconds, .. } = self {
            response = later(seconds, response);
        }
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}
