//! 放假安排: an operator lays the days of a year, after seeing which open days would move; the job [`super::calendar`] moves them.

use std::{collections::BTreeMap, sync::Arc};

use accounts_rules::{Actor, Right};
use kernel::{BodyId, Day, Recorded, Refusal as Family, Refused, Verb};
use kit::{
    Problem, Site, calendar,
    db::{Ask, Sql},
    journal,
};
use serde::{Deserialize, Serialize};
use suggestions_rules::{Given, Published, RuleBook, SessionId};
use uuid::Uuid;

use super::calendar::open;
use crate::store::{read, rule_book};

/// What happened to the working calendar, which is one for all congresses: the subject of the record is nobody's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum CalendarFact {
    /// Days were laid.
    CalendarLaid {
        /// How many.
        days: usize,
        /// The first of them.
        first: Option<Day>,
        /// The last.
        last: Option<Day>,
    },
}

impl Verb for CalendarFact {
    fn verb(&self) -> &'static str {
        match self {
            Self::CalendarLaid { .. } => "calendar.laid",
        }
    }
}

/// Due days of one congress that move alike. Whoever keeps the calendar sees no matter, only how many there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// The congress.
    pub congress: BodyId,
    /// Its name.
    pub name: String,
    /// The key of the limit.
    pub limit: String,
    /// The day as it stands.
    pub was: Day,
    /// The day it would have.
    pub due: Day,
    /// How many due days.
    pub count: i64,
}

/// What laying days would move.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moves {
    /// The due days, by congress, limit and day.
    pub moves: Vec<Move>,
    /// How many open matters were looked at.
    pub looked_at: usize,
    /// Whether that was every one.
    pub whole: bool,
}

/// Open matters looked at before it is made: a page must answer. When it is made, all are.
const MOST: usize = 5_000;

/// Whether the actor keeps the calendar.
///
/// # Errors
/// When not.
pub fn keeps(actor: &Actor) -> Result<(), Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    if actor.holds(Right::CalendarKeep) {
        return Ok(());
    }
    Err(Refused::new(Family::NotYours, "suggestions-refused-calendar").into())
}

/// Which open due days would move. Nothing is kept.
///
/// # Errors
/// When the actor does not keep the calendar.
pub async fn preview(site: &Site, actor: &Actor, days: &[Published]) -> Result<Moves, Problem> {
    keeps(actor)?;
    let before = site.calendar();
    let after = calendar::read(&before, &Published::file(days))?;
    let mut look = site.db().look().await?;
    let mut books: BTreeMap<(BodyId, SessionId), Arc<RuleBook>> = BTreeMap::new();
    let mut sums: BTreeMap<(BodyId, String, Day, Day), i64> = BTreeMap::new();
    let (mut last, mut looked_at, now) = (None, 0, site.now());
    let whole = loop {
        let page = open(&mut look, last).await?;
        let Some(end) = page.last().copied() else { break true };
        if looked_at >= MOST {
            break false;
        }
        for id in page {
            let Some(kept) = read(&mut look, id).await? else { continue };
            let s = kept.suggestion;
            let of = (s.congress, s.session);
            let book = match books.remove(&of) {
                Some(book) => book,
                None => rule_book(&mut look, s.congress, s.session).await?,
            };
            looked_at += 1;
            let moved = s.drift_from(&before, &Given { now, book: &book, calendar: &after });
            books.insert(of, book);
            for moved in moved {
                *sums.entry((s.congress, moved.limit, moved.was, moved.due)).or_default() += 1;
            }
        }
        last = Some(end);
    };
    let moves = named(&mut look, sums).await?;
    Ok(Moves { moves, looked_at, whole })
}

async fn named(ask: &mut impl Ask, sums: BTreeMap<(BodyId, String, Day, Day), i64>) -> Result<Vec<Move>, Problem> {
    let ids: Vec<BodyId> = sums.keys().map(|key| key.0).collect();
    let names: Vec<(BodyId, String)> = ask.all(Sql::new("select id, name from v_body where id in ").list(ids)).await?;
    let names: BTreeMap<BodyId, String> = names.into_iter().collect();
    let one = |((congress, limit, was, due), count)| {
        let name = names.get(&congress).cloned().unwrap_or_default();
        Move { congress, name, limit, was, due, count }
    };
    Ok(sums.into_iter().map(one).collect())
}

/// Lays the days, puts them in force and leaves the job that counts open days again; says how many were laid.
///
/// # Errors
/// When the actor does not keep the calendar.
pub async fn lay(site: &Site, actor: &Actor, days: &[Published]) -> Result<usize, Problem> {
    keeps(actor)?;
    let mut tx = site.db().begin().await?;
    let count = calendar::keep(&mut tx, site, &Published::file(days)).await?;
    let all = || days.iter().map(|day| day.day);
    let fact = CalendarFact::CalendarLaid { days: count, first: all().min(), last: all().max() };
    let (at, by, acting_for) = (site.now(), actor.account, actor.acting_for);
    journal::append(&mut tx, Recorded { at, by, acting_for, body: None, subject: Uuid::nil(), fact }).await?;
    tx.commit().await?;
    calendar::take_up(site).await?;
    site.wrote();
    Ok(count)
}
