//! Jobs that come round: every so many minutes, or daily at an hour of Beijing.

use kernel::Moment;

use super::enqueue;
use crate::{Fault, Site, db::Sql};

/// When a scheduled job comes round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Every {
    /// Each so many minutes, counted from midnight of 1 January 1970.
    Minutes(u32),
    /// Each day at this hour and minute in Beijing.
    Day {
        /// 0 to 23.
        hour: u8,
        /// 0 to 59.
        minute: u8,
    },
}

/// One line of the application's timetable.
#[derive(Clone, Copy, Debug)]
pub struct Schedule {
    /// The kind of job it makes; also its name.
    pub kind: &'static str,
    /// When it comes round.
    pub every: Every,
}

impl Every {
    /// The last occasion at or before `now`.
    #[must_use]
    pub fn last(self, now: Moment) -> Moment {
        match self {
            Self::Minutes(minutes) => {
                let step = i64::from(minutes.max(1)) * 60_000;
                now.plus_millis(-now.millis().rem_euclid(step))
            }
            Self::Day { hour, minute } => {
                let into_day = (i64::from(hour) * 60 + i64::from(minute)) * 60_000;
                let today = now.day().start().plus_millis(into_day);
                if today <= now { today } else { now.day().plus_days(-1).start().plus_millis(into_day) }
            }
        }
    }
}

/// Makes the jobs whose occasion has come, each once for all processes. Occasions missed while nothing ran are made up for by
/// one job.
pub async fn tick(site: &Site, schedules: &[Schedule]) -> Result<usize, Fault> {
    let known: Vec<(String, Moment)> = site.db().all("select name, made_for from schedule").await?;
    let mut made = 0;
    for schedule in schedules {
        let occasion = schedule.every.last(site.now());
        // Read first: most of the time there is nothing to write.
        if known.iter().any(|(name, done)| name == schedule.kind && *done >= occasion) {
            continue;
        }
        let mut tx = site.db().begin().await?;
        let sql = Sql::new("insert into schedule (name, made_for) values ({}, {})").bind(schedule.kind).bind(occasion);
        let sql = sql.add(
            " on conflict (name) do update set made_for = excluded.made_for where schedule.made_for < excluded.made_for",
        );
        if tx.run(sql).await? == 1 {
            enqueue(&mut tx, site, schedule.kind, Some(""), &occasion, site.now()).await?;
            tx.commit().await?;
            made += 1;
        }
    }
    Ok(made)
}
