//! The working calendar of this installation: what the program ships, with what was imported over it.

use std::time::Duration;

use kernel::{Day, Refusal, Refused, WorkingCalendar};
use serde::{Deserialize, Serialize};

use crate::{
    Fault, Site,
    db::{Db, Sql, Tx, Val},
    jobs::{self, Given},
};

/// The job an import leaves behind: whoever keeps days that were counted counts them again.
pub const LAID: &str = "calendar.laid";

/// How often a program that runs looks whether another one imported days.
const LOOK: Duration = Duration::from_secs(60);

/// What an import leaves for the job: the imported days as they were before it.
#[derive(Serialize, Deserialize)]
struct Before {
    days: String,
}

/// The calendar in force: the State Council's as shipped, with the imported days laid over it.
///
/// # Errors
/// When the database refuses, or a row of `calendar_day` cannot be read.
pub async fn load(db: &Db) -> Result<WorkingCalendar, Fault> {
    with(&lines(&db.all(ROWS).await?))
}

const ROWS: &str = "select day, kind, occasion, source from calendar_day order by day";

/// The imported days as a file.
fn lines(rows: &[(Day, String, String, String)]) -> String {
    let days = rows.iter().map(|(day, kind, occasion, source)| format!("{day},{kind},{occasion},{source}\n"));
    format!("day,kind,occasion,source\n{}", days.collect::<String>())
}

/// The calendar as shipped with imported days laid over it.
fn with(days: &str) -> Result<WorkingCalendar, Fault> {
    let shipped = WorkingCalendar::state_council().map_err(|e| Fault::caused("the calendar shipped is damaged", e))?;
    shipped.extended(days).map_err(|e| Fault::caused("table `calendar_day` holds what is no day", e))
}

/// Puts in force what was imported since; says whether that changed anything.
///
/// # Errors
/// As [`load`].
pub async fn take_up(site: &Site) -> Result<bool, Fault> {
    let (now, kept) = (site.calendar(), load(site.db()).await?);
    let other = !now.exceptions().eq(kept.exceptions());
    if other {
        site.set_calendar(kept);
    }
    Ok(other)
}

/// Takes up what others import, for as long as the program serves: an import by the command line, or in another process, needs no restart.
pub async fn keep_up(site: Site) {
    loop {
        tokio::time::sleep(LOOK).await;
        if let Err(fault) = take_up(&site).await {
            tracing::error!(%fault, "the working calendar cannot be read and is tried again");
        }
    }
}

/// For the job [`LAID`]: puts in force what was imported, and answers the calendar that was in force before.
///
/// # Errors
/// As [`load`].
pub async fn before(site: &Site, given: &Given) -> Result<WorkingCalendar, Fault> {
    take_up(site).await?;
    let Before { days } = serde_json::from_value(given.payload.clone())?;
    with(&days)
}

/// A calendar with the days of a published file laid over it.
///
/// # Errors
/// Names the line that cannot be read.
pub fn read(over: &WorkingCalendar, file: &str) -> Result<WorkingCalendar, Fault> {
    over.clone().extended(file).map_err(|error| {
        let mend = Refused::new(Refusal::Unfit, "kit-mend-calendar").with("line", error.line);
        Fault::caused("the calendar file is not right", error).to_mend(mend)
    })
}

/// Keeps the days of a published calendar and puts it in force; answers how many days it moved. Days that were counted by the one
/// before are counted again by the job [`LAID`]; where one waits already it is told of the calendar before the first import.
///
/// # Errors
/// Names the line that cannot be read; then nothing is kept.
pub async fn import(site: &Site, file: &str) -> Result<usize, Fault> {
    let mut tx = site.db().begin().await?;
    let count = keep(&mut tx, site, file).await?;
    tx.commit().await?;
    site.set_calendar(load(site.db()).await?);
    site.wrote();
    Ok(count)
}

/// As [`import`], in a transaction of the caller's, who puts the days in force with [`take_up`] once it is committed.
///
/// # Errors
/// As [`import`].
pub async fn keep(tx: &mut Tx, site: &Site, file: &str) -> Result<usize, Fault> {
    let read = read(&WorkingCalendar::default(), file)?;
    let days: Vec<_> = read.exceptions().collect();
    let before = Before { days: lines(&tx.all(ROWS).await?) };
    for (day, exception) in &days {
        let kind = if exception.working { "work" } else { "off" };
        let row = [Val::from(*day), kind.into(), (&exception.occasion).into(), (&exception.source).into()];
        let sql = Sql::new("insert into calendar_day (day, kind, occasion, source) values ").list(row);
        tx.run(sql.add(" on conflict (day) do update set kind = excluded.kind, occasion = excluded.occasion, source = excluded.source"))
            .await?;
    }
    jobs::enqueue(tx, site, LAID, Some("calendar"), &before, site.now()).await?;
    Ok(days.len())
}
