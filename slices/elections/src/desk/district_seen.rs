//! A district is kept by several hands: what each typed, and the version that follows from it alone.

use kit::{
    Problem,
    web::{Filled, Stale, api::edition},
};

use crate::store::District;

/// A district as its form has it.
fn held(it: &District) -> [Filled; 7] {
    let [voter_list, first_list, formal_list] =
        it.posted().map(|day| day.map(|day| day.to_string()).unwrap_or_default());
    [
        ("name", "elections-field-district", it.name.to_string()),
        ("seats", "elections-field-seats", it.seats.to_string()),
        ("voters", "elections-field-voters", it.voters.to_string()),
        ("stations", "elections-field-stations", it.stations.to_string()),
        ("voter_list", "elections-posting-voter-list", voter_list),
        ("first_list", "elections-posting-first-list", first_list),
        ("formal_list", "elections-posting-formal-list", formal_list),
    ]
}

/// The version of what can be kept of a district: what happens to its candidates makes nobody's edit stale.
#[must_use]
pub fn version(it: &District) -> i64 {
    edition(&held(it).each_ref().map(|(_, _, value)| value.as_str()))
}

/// That nobody kept it otherwise since it was `seen`.
///
/// # Errors
/// With both, when somebody did.
pub(super) fn unchanged(was: &District, now: &District, seen: Option<i64>) -> Result<(), Problem> {
    if seen.is_none_or(|seen| seen == version(was)) || held(was) == held(now) {
        return Ok(());
    }
    let action = format!("/elections/districts/{}", was.id);
    Err(Problem::Stale(Box::new(Stale::between(action, version(was), held(now).into(), held(was).into()))))
}
