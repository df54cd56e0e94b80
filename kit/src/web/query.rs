//! Filters of an address: one that means nothing is said beside its name, never passed over so that everything is shown.

use axum::{extract::FromRequestParts, http::request::Parts};
use serde::de::DeserializeOwned;

use super::{Errors, Problem, Wrong, clean, read};

/// The fields of an address as a type; blank ones as if they were not there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let query = parts.uri.query().unwrap_or_default();
        Ok(Self(read::read_pairs(form_urlencoded::parse(query.as_bytes()).into_owned())?))
    }
}

/// What a filter chose: nothing where it is blank.
///
/// # Errors
/// Names the filter when it holds no word it knows.
pub fn chosen<T>(filter: &str, text: &str, read: impl FnOnce(&str) -> Option<T>) -> Result<Option<T>, Problem> {
    let text = clean::seen(text);
    match text.trim() {
        "" => Ok(None),
        text => read(text).map(Some).ok_or_else(|| Errors::one(filter, Wrong::new("kit-filter-unknown")).into()),
    }
}
