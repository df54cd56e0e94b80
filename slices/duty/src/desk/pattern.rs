//! 接待日: patterns of a station, made and ended.

use accounts_rules::Actor;
use duty_rules::{Fact, Hours, Meets, Pattern, PatternId, Refusal, Shift, StationId};
use kernel::Day;
use kit::{
    Problem, Site,
    web::{Errors, Wrong, api::Once},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{finish, refused};
use crate::{sight, store};

/// The most deputies a turn takes.
pub const MOST_DEPUTIES: u8 = 20;

/// A pattern as it is typed.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = DutyPatternWanted)]
pub struct PatternWanted {
    /// `weekday`, `monthday`, `market` or `lunar`.
    pub meets: String,
    /// Weekdays 1 (Monday) to 7, days of the month 1 to 31, or last figures 0 to 9.
    #[schema(max_items = 31)]
    pub numbers: Vec<u8>,
    /// Of weekdays: which of the month, 1 to 5; empty: every one.
    #[serde(default)]
    #[schema(max_items = 5)]
    pub weeks: Vec<u8>,
    /// Months, 1 to 12; empty: every one.
    #[serde(default)]
    #[schema(max_items = 12)]
    pub months: Vec<u8>,
    /// When it begins: `09:00`.
    pub begins: String,
    /// When it ends: `11:00`.
    pub ends: String,
    /// Deputies a turn, 1 to 20.
    #[schema(minimum = 1, maximum = 20)]
    pub deputies: u8,
    /// What a day off does: `next`, `previous`, `skip` or `keep`.
    #[schema(value_type = String)]
    pub shift: Shift,
    /// Its first day.
    #[schema(value_type = String)]
    pub since: Day,
}

impl PatternWanted {
    /// Reads it.
    ///
    /// # Errors
    /// Beside each field that cannot be.
    fn pattern(&self, id: PatternId) -> Result<Pattern, Errors> {
        let mut errors = Errors::default();
        let mut wrong = |field: &str, key| errors.0.push((field.to_owned(), Wrong::new(key)));
        let meets = Meets::of(&self.meets, &self.numbers, &self.weeks);
        if !Meets::KINDS.contains(&self.meets.as_str()) {
            wrong("meets", "kit-form-unknown-choice");
        } else if meets.is_none() {
            wrong("numbers", "duty-wrong-numbers");
        }
        let mut months = self.months.clone();
        months.sort_unstable();
        months.dedup();
        if months.iter().any(|month| !(1..=12).contains(month)) {
            wrong("months", "duty-wrong-months");
        }
        let hours = hours(&self.begins, &self.ends).map_err(|(field, key)| wrong(field, key)).ok();
        if !(1..=MOST_DEPUTIES).contains(&self.deputies) {
            wrong("deputies", "duty-wrong-deputies");
        }
        if !sensible(self.since) {
            wrong("since", "duty-wrong-range");
        }
        let (since, shift, deputies) = (self.since, self.shift, self.deputies);
        match (meets, hours) {
            (Some(meets), Some(hours)) if errors.0.is_empty() => {
                Ok(Pattern { id, meets, months, hours, deputies, shift, since, until: None })
            }
            _ => Err(errors),
        }
    }
}

/// Whether a day is one that people plan for.
fn sensible(day: Day) -> bool {
    (2000..=2199).contains(&day.parts().0)
}

/// Reads from when to when.
pub(super) fn hours(begins: &str, ends: &str) -> Result<Hours, (&'static str, &'static str)> {
    let from = Hours::minute(begins).ok_or(("begins", "duty-wrong-hour"))?;
    let to = Hours::minute(ends).ok_or(("ends", "duty-wrong-hour"))?;
    Hours::new(from, to).ok_or(("ends", "duty-wrong-hours"))
}

/// Gives a station a pattern, once for one key.
///
/// # Errors
/// As if there were no such station; refused to who does not keep it; beside the fields that cannot be.
pub async fn make(
    site: &Site,
    actor: &Actor,
    station: StationId,
    wanted: &PatternWanted,
    once: &Once,
) -> Result<PatternId, Problem> {
    let mut tx = site.db().begin().await?;
    let kept = sight::kept(site, &mut tx, actor, station).await?;
    let by = actor.account.ok_or(Problem::SignIn)?;
    let pattern = wanted.pattern(site.new_id())?;
    if let Some(before) = once.claim(&mut tx, site, by, &(station, wanted), pattern.id).await? {
        return Ok(before);
    }
    store::write_pattern(&mut tx, station, &pattern, site.now()).await?;
    let fact = Fact::PatternMade { pattern: pattern.id, station };
    finish(site, actor, tx, (Some(kept.congress), pattern.id.uuid()), fact).await?;
    Ok(pattern.id)
}

/// Ends a pattern: its last day is the one named; what is on rosters stays. Answers with the station.
///
/// # Errors
/// As [`make`]; refused where it ends earlier already.
pub async fn end(site: &Site, actor: &Actor, id: PatternId, until: Day) -> Result<StationId, Problem> {
    let mut tx = site.db().begin().await?;
    let (station, _) = store::read_pattern(&mut tx, id).await?.ok_or_else(Problem::missing)?;
    let kept = sight::kept(site, &mut tx, actor, station).await?;
    if !sensible(until) {
        return Err(Errors::one("until", Wrong::new("duty-wrong-range")).into());
    }
    if !store::end_pattern(&mut tx, id, until).await? {
        return Err(refused(Refusal::Ended));
    }
    let fact = Fact::PatternEnded { pattern: id, station, until };
    finish(site, actor, tx, (Some(kept.congress), id.uuid()), fact).await?;
    Ok(station)
}

/// The station of a pattern, for who keeps it: asked before what was typed is judged.
///
/// # Errors
/// As [`end`].
pub async fn station_of(site: &Site, actor: &Actor, id: PatternId) -> Result<StationId, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let (station, _) = store::read_pattern(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    sight::kept(site, &mut site.db(), actor, station).await?;
    Ok(station)
}
