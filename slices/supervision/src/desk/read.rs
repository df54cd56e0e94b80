//! What a verb is done to, with the version of it that was read.

use axum::{extract::FromRequestParts, http::request::Parts};
use kernel::{Refusal, Refused};
use kit::{
    Problem,
    web::api::{Saw, Seen},
};

/// A thing by its identity, and the version of it that was before the person who acts; an identity alone says nothing of that.
#[derive(Clone, Copy, Debug)]
pub struct Read<I> {
    /// Which.
    pub id: I,
    /// What was read of it.
    pub saw: Saw,
}

impl<I> From<I> for Read<I> {
    fn from(id: I) -> Self {
        Self { id, saw: Saw::Unsaid }
    }
}

/// The version in `If-Match`, where the caller names one; asked for after the right to the verb.
#[derive(Clone, Copy, Debug)]
pub struct Named(Saw);

impl<S: Send + Sync> FromRequestParts<S> for Named {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        Ok(Self(Seen::said(&parts.headers)?.map_or(Saw::Unsaid, |Seen(version)| Saw::Version(version))))
    }
}

impl Named {
    /// That of this thing.
    pub const fn of<I>(self, id: I) -> Read<I> {
        Read { id, saw: self.0 }
    }
}

/// Taking a thing up has counted its version one on: that before is the one that must have been read.
///
/// # Errors
/// When another was.
pub(crate) fn still(saw: Saw, counted: i64) -> Result<(), Refused> {
    match saw {
        Saw::Version(seen) if seen != counted - 1 => Err(Refused::new(Refusal::Stale, "kit-problem-stale")),
        _ => Ok(()),
    }
}
