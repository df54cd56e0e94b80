//! 哪些期限会重算: what becomes of days already given, told on 期限核对 and on the page of a limit; and how many matters an entry meets.

use kit::View;
use suggestions_rules::{Limit, Recounting};

use super::rules::title;
use crate::desk::open_under::Open;

/// Limits of which the same becomes.
pub struct Group {
    pub called: String,
    pub why: String,
    pub limits: Vec<String>,
}

/// All limits, by what becomes of their days.
pub fn groups(v: &View) -> Vec<Group> {
    let group = |how: Recounting| Group {
        called: v.t(&format!("suggestions-counting-{}", how.word())).into_owned(),
        why: v.t(&format!("suggestions-counting-{}-why", how.word())).into_owned(),
        limits: Limit::recounted(how).map(|limit| title(v, limit.key())).collect(),
    };
    Recounting::ALL.map(group).into()
}

/// What becomes of days given by an entry, where it gives any.
pub fn of_entry(v: &View, key: &str) -> Option<String> {
    let limit = Limit::ALL.into_iter().find(|limit| limit.key() == key)?;
    Some(v.t(&format!("suggestions-rules-counting-{}", limit.recounting().word())).into_owned())
}

/// How many matters a change meets, in words; nothing where the days themselves are shown.
pub fn met(v: &View, key: &str, open: Option<(Open, i64)>) -> Option<String> {
    let again = Limit::ALL.into_iter().any(|limit| limit.key() == key && limit.recounting() == Recounting::Again);
    match open {
        Some((open, count)) => {
            let key = format!("suggestions-rules-open-{}", open.word());
            Some(v.tf(&key, [("count", count.to_string())]).into_owned())
        }
        None if again => None,
        None => Some(v.t("suggestions-rules-open-none").into_owned()),
    }
}
