//! The conditions of coverage that rest on stations 联络站.

use std::collections::HashSet;

use kernel::{AreaCode, Day, PersonId};
use kit::{
    Fault,
    db::{Ask, Sql},
};
use links_rules::End;

/// Who has a home station on a day.
pub(super) async fn home(ask: &mut impl Ask, day: Day) -> Result<HashSet<End>, Fault> {
    let sql =
        Sql::new("select distinct coalesce(p.merged_into, p.id) from v_home h join v_person p on p.id = h.person")
            .add(" where h.since <= {} and (h.until is null or h.until > {})")
            .bind(day)
            .bind(day);
    people(ask, sql).await
}

/// Who received people at a station after a day and up to another.
pub(super) async fn received(ask: &mut impl Ask, after: Day, day: Day) -> Result<HashSet<End>, Fault> {
    let sql = Sql::new("select distinct coalesce(p.merged_into, p.id) from v_reception_deputy d")
        .add(" join v_reception r on r.id = d.reception join v_person p on p.id = d.person")
        .add(" where r.day > {} and r.day <= {}")
        .bind(after)
        .bind(day);
    people(ask, sql).await
}

/// The towns that had an open station in them at the end of a day: its last step before was to open. Places are those of today.
pub(super) async fn open(ask: &mut impl Ask, day: Day) -> Result<HashSet<End>, Fault> {
    let over = day.plus_days(1).start();
    let sql = Sql::new("select distinct s.area from v_station s join v_station_step o on o.station = s.id")
        .add(" where o.step = 'open' and o.at < {} and not exists (select 1 from v_station_step l")
        .bind(over)
        .add(" where l.station = o.station and l.n > o.n and l.at < {})")
        .bind(over);
    let rows: Vec<(AreaCode,)> = ask.all(sql).await?;
    // A station of a village stands in its town.
    let town = |code: AreaCode| match code.level() {
        kernel::Level::Village => code.parent().unwrap_or(code),
        _ => code,
    };
    Ok(rows.into_iter().map(|(code,)| End::Place(town(code))).collect())
}

async fn people(ask: &mut impl Ask, sql: Sql) -> Result<HashSet<End>, Fault> {
    Ok(ask.all::<(PersonId,)>(sql).await?.into_iter().map(|(person,)| End::Person(person)).collect())
}
