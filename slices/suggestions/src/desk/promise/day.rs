//! Another day for a promise: the unit promises a later one, the office carries it into a later year.

use accounts_rules::{Actor, Right};
use kernel::Day;
use kit::{
    Problem, Site,
    web::{Stale, api::edition},
};
use suggestions_rules::{Promise, PromiseId, SuggestionId};

use super::{Reason, change, of_congress, of_unit};
use crate::store::Kept;

/// A later day as the unit or the office types it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherDay {
    /// The day.
    pub due: Day,
    /// Why.
    pub reason: Reason,
    /// The version of the day ([`version`]) that was before them, where it was said.
    pub seen: Option<i64>,
}

/// The version of a promise's day: another day is another.
#[must_use]
pub fn version(promise: &Promise) -> i64 {
    edition(&[&promise.due.to_string()])
}

/// The unit promises a later day.
///
/// # Errors
/// When the day has passed, was moved as often as the congress allows, or the new one does not fit. With both days when it was moved
/// since it was read.
pub async fn move_day(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    which: PromiseId,
    other: OtherDay,
) -> Result<Kept, Problem> {
    let (mut work, was) = of_unit(site, actor, id, which, Right::PromiseKeep).await?;
    as_read(id, &was, &other, ("day", "new_due", "move_reason"))?;
    let reason = work.words("promise", other.reason);
    change(work, was, |promise, of, given| promise.move_day(of, other.due, reason, given)).await
}

/// The office carries it into a later year.
///
/// # Errors
/// When it is not open, or the day is in no later year. With both days when it was moved since it was read.
pub async fn take_over(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    which: PromiseId,
    other: OtherDay,
) -> Result<Kept, Problem> {
    let (mut work, was) = of_congress(site, actor, id, which, Right::PromiseSettle).await?;
    as_read(id, &was, &other, ("takeover", "next_due", "over_reason"))?;
    let reason = work.words("promise", other.reason);
    change(work, was, |promise, of, given| promise.take_over(of, other.due, reason, given)).await
}

/// Whether the day is still the one that was before whoever types another; with the end of the form's address and its fields.
fn as_read(
    id: SuggestionId,
    was: &Promise,
    other: &OtherDay,
    (end, due, reason): (&str, &'static str, &'static str),
) -> Result<(), Problem> {
    if other.seen.is_none_or(|seen| seen == version(was)) {
        return Ok(());
    }
    let back = format!("/suggestions/{id}/promises/{}", was.id);
    let filled = |day: Day| vec![(due, "suggestions-promise-due", day.to_string())];
    let mut stale = Stale::between(format!("{back}/{end}"), version(was), filled(other.due), filled(was.due));
    stale.hidden.push((reason.to_owned(), other.reason.to_string()));
    Err(Problem::Stale(Box::new(Stale { back, ..stale })))
}
