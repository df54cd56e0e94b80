//! 统计项: the figures by which counted indicators of a sheet bring points, each of the twelve months up to a day and with those of stations
//! that live on in this one.

use kernel::Day;
use kit::{
    Fault,
    db::{Ask, Sql},
};
use stations_rules::{Measure, Sheet, StationId};

/// The station, and those that were merged into it.
const OWN: &str = " in (select x.id from station x where x.id = {} or x.heir = {})";

/// The figure of each indicator of a sheet, in order; nothing where it is judged, or where there was nothing to count.
pub(crate) async fn of(
    ask: &mut impl Ask,
    station: StationId,
    sheet: &Sheet,
    today: Day,
) -> Result<Vec<Option<u32>>, Fault> {
    let days = (today.plus_months(-12).plus_days(1), today);
    let mut all = Vec::with_capacity(sheet.indicators.len());
    for it in &sheet.indicators {
        all.push(match it.counted {
            Some(by) => figure(ask, station, by.measure, days).await?,
            None => None,
        });
    }
    Ok(all)
}

async fn figure(
    ask: &mut impl Ask,
    station: StationId,
    measure: Measure,
    days: (Day, Day),
) -> Result<Option<u32>, Fault> {
    Ok(match measure {
        Measure::Receptions => events(ask, station, "e.kind = 'reception'", days).await?,
        Measure::Activities => events(ask, station, "e.kind <> 'reception'", days).await?,
        Measure::Came => percent(ask.one(came(station, days)).await?),
        Measure::Planned => percent(ask.one(planned(station, days)).await?),
        Measure::InTime => {
            let counts = "count(*), cast(coalesce(sum(1 - v.late), 0) as bigint) from v_opinion_handled v where (v.waits = 0 or v.late = 1)";
            percent(ask.one(opinions(counts, station, days)).await?)
        }
        Measure::Satisfied => {
            let counts = "count(*), cast(coalesce(sum(case when v.ending = 'unsatisfied' then 0 else 1 end), 0) as bigint) \
                 from v_opinion_handled v where v.ending in ('satisfied', 'basically', 'unsatisfied')";
            percent(ask.one(opinions(counts, station, days)).await?)
        }
    })
}

/// How many of a hundred, rounded down, so that a hundred is said of all alone; nothing of nothing.
fn percent(found: Option<(i64, i64)>) -> Option<u32> {
    let (all, of_them) = found?;
    u32::try_from((of_them * 100).checked_div(all)?).ok()
}

fn own(sql: Sql, station: StationId) -> Sql {
    sql.add(OWN).bind(station).bind(station)
}

async fn events(
    ask: &mut impl Ask,
    station: StationId,
    which: &'static str,
    (first, last): (Day, Day),
) -> Result<Option<u32>, Fault> {
    let sql = own(Sql::new("select count(*) from station_event e where e.station"), station).add(" and ").add(which);
    let sql = sql.add(" and e.struck is null and e.day >= {} and e.day <= {}").bind(first).bind(last);
    let found: Option<(i64,)> = ask.one(sql).await?;
    Ok(found.and_then(|(count,)| u32::try_from(count).ok()))
}

/// The deputies at home there on the last day, and those of them who took part in a reception there.
fn came(station: StationId, (first, last): (Day, Day)) -> Sql {
    let sql = Sql::new("select count(*), cast(coalesce(sum(case when exists (select 1 from station_event_deputy d ");
    let sql = own(sql.add("join station_event e on e.id = d.event where d.person = h.person and e.station"), station);
    let sql = sql
        .add(" and e.kind = 'reception' and e.struck is null and e.day >= {} and e.day <= {}")
        .bind(first)
        .bind(last);
    let sql = sql.add(") then 1 else 0 end), 0) as bigint) from station_home h where h.station = {}").bind(station);
    sql.add(" and h.since <= {} and (h.until is null or h.until > {})").bind(last).bind(last)
}

/// Items of the plan of those months that were not given up, and those of them that were done.
fn planned(station: StationId, (first, last): (Day, Day)) -> Sql {
    let month = |day: Day| {
        let (year, month, _) = day.parts();
        i64::from(year) * 12 + i64::from(month)
    };
    let sql =
        Sql::new("select count(*), cast(coalesce(sum(case when p.event is null then 0 else 1 end), 0) as bigint) ");
    let sql = own(sql.add("from station_plan p where p.dropped is null and p.station"), station);
    sql.add(" and p.year * 12 + p.month >= {} and p.year * 12 + p.month <= {}").bind(month(first)).bind(month(last))
}

/// Counts opinions that came by the code of the station or of one of its receptions, or that a reception was entered with.
fn opinions(counts: &'static str, station: StationId, (first, last): (Day, Day)) -> Sql {
    let sql = Sql::new("select ").add(counts);
    let sql = sql.add(" and v.received >= {} and v.received < {}").bind(first.start()).bind(last.plus_days(1).start());
    let sql =
        own(sql.add(" and v.id in (select c.id from v_opinion_code c where c.kind = 'station' and c.target"), station);
    let sql = sql.add(" union select c.id from v_opinion_code c join station_event e on e.id = c.target where c.kind = 'reception' and e.station");
    let sql = own(sql, station).add(
        " union select e.opinion from station_event e where e.opinion is not null and e.struck is null and e.station",
    );
    own(sql, station).add(")")
}
