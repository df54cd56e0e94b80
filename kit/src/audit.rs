//! Audits of live data: each says one thing that must hold, and names the rows where it does not.

use uuid::Uuid;

use crate::{
    Fault,
    db::{Db, Sql, Val},
};

/// One thing that must hold, and the query that finds where it does not.
#[derive(Clone, Copy, Debug)]
pub struct Check {
    /// The sentence that says what must hold.
    pub ensure: &'static str,
    /// The query; its one column names the place: an identity, or words.
    pub sql: &'static str,
}

/// A place where something does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breach {
    /// The sentence that says what must hold.
    pub ensure: &'static str,
    /// Where it does not.
    pub place: String,
}

impl Breach {
    /// A row that stands in the database and cannot be.
    pub fn unreadable(fault: &Fault) -> Self {
        Self { ensure: "kit-audit-readable", place: fault.to_string() }
    }
}

/// Runs audits one after the other.
pub async fn run(db: &Db, checks: &[Check]) -> Result<Vec<Breach>, Fault> {
    let mut breaches = Vec::new();
    for Check { ensure, sql } in checks.iter().copied() {
        let found: Vec<(Val,)> = db.all(Sql::new(sql)).await?;
        breaches.extend(found.into_iter().map(|(place,)| Breach { ensure, place: named(place) }));
    }
    Ok(breaches)
}

/// A place in words; engines hand an identity over as one or as its bytes.
fn named(place: Val) -> String {
    match place {
        Val::Id(id) => id.to_string(),
        Val::Bytes(bytes) => Uuid::from_slice(&bytes).map_or_else(|_| "?".to_owned(), |id| id.to_string()),
        Val::Text(text) => text,
        Val::Int(number) => number.to_string(),
        Val::Null => "—".to_owned(),
    }
}
