//! The working calendar of this installation: what the program ships, with what was imported over it.

use kernel::{Day, Refusal, Refused, WorkingCalendar};

use crate::{
    Fault, Site,
    db::{Db, Sql, Val},
};

/// The calendar in force: the State Council's as shipped, with the imported days laid over it.
///
/// # Errors
/// When the database refuses, or a row of `calendar_day` cannot be read.
pub async fn load(db: &Db) -> Result<WorkingCalendar, Fault> {
    let shipped = WorkingCalendar::state_council().map_err(|e| Fault::caused("the calendar shipped is damaged", e))?;
    let rows: Vec<(Day, String, String, String)> =
        db.all("select day, kind, occasion, source from calendar_day order by day").await?;
    let lines = rows.iter().map(|(day, kind, occasion, source)| format!("{day},{kind},{occasion},{source}\n"));
    let file = format!("day,kind,occasion,source\n{}", lines.collect::<String>());
    shipped.extended(&file).map_err(|e| Fault::caused("table `calendar_day` holds what is no day", e))
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

/// Keeps the days of a published calendar and puts it in force; answers how many days it moved.
///
/// # Errors
/// Names the line that cannot be read; then nothing is kept.
pub async fn import(site: &Site, file: &str) -> Result<usize, Fault> {
    let read = read(&WorkingCalendar::default(), file)?;
    let days: Vec<_> = read.exceptions().collect();
    let mut tx = site.db().begin().await?;
    for (day, exception) in &days {
        let kind = if exception.working { "work" } else { "off" };
        let row = [Val::from(*day), kind.into(), (&exception.occasion).into(), (&exception.source).into()];
        let sql = Sql::new("insert into calendar_day (day, kind, occasion, source) values ").list(row);
        tx.run(sql.add(" on conflict (day) do update set kind = excluded.kind, occasion = excluded.occasion, source = excluded.source"))
            .await?;
    }
    tx.commit().await?;
    site.set_calendar(load(site.db()).await?);
    Ok(days.len())
}
