//! 兼联站点: beside the one home a deputy may serve at further stations; there they are planned and receive like those at home.

use accounts_rules::{Actor, Right};
use kernel::PersonId;
use kit::{
    Problem, Site,
    db::{Sql, Val},
    web::{Errors, Wrong},
};
use stations_rules::{Fact, HomeId, Refusal, StationId};

use super::{
    Work,
    home::{HomesWanted, MOST, in_office},
    refused,
};

/// Lets deputies serve at a station that is not their home, from today.
///
/// # Errors
/// When one holds no mandate, or is at the station already.
pub async fn give(site: &Site, actor: &Actor, id: StationId, wanted: &HomesWanted) -> Result<(), Problem> {
    let mut work = Work::living(site, actor, id, Right::StationKeep).await?;
    let mut people = wanted.people.clone();
    people.sort_unstable();
    people.dedup();
    if people.is_empty() || people.len() > MOST {
        return Err(Errors::one("people", Wrong::new("stations-wrong-people")).into());
    }
    in_office(&mut work, &people).await?;
    let there = there(&mut work, id).await?;
    for person in people {
        if there.contains(&person) {
            return Err(refused(Refusal::FurtherAlready));
        }
        if !write(&mut work, (id, person)).await? {
            return Err(refused(Refusal::FurtherAlready));
        }
        work.fact(Fact::FurtherGiven { person }).await?;
    }
    work.finish().await.map(drop)
}

/// Who is at a station now, at home or beside.
async fn there(work: &mut Work<'_>, id: StationId) -> Result<Vec<PersonId>, Problem> {
    let sql = Sql::new("select person from v_serves where until is null and station = {}").bind(id);
    Ok(work.tx.all::<(PersonId,)>(sql).await?.into_iter().map(|(person,)| person).collect())
}

async fn write(work: &mut Work<'_>, (id, person): (StationId, PersonId)) -> Result<bool, Problem> {
    let further: HomeId = work.site.new_id();
    let vals: [Val; 4] = [further.into(), id.into(), person.into(), work.site.today().into()];
    let sql = Sql::new("insert into station_further (id, station, person, since) values ").list(vals);
    Ok(work.tx.run(sql.add(" on conflict do nothing")).await? == 1)
}

/// Ends it, from today; whether it stood.
pub(super) async fn end_at(work: &mut Work<'_>, (id, person): (StationId, PersonId)) -> Result<bool, Problem> {
    let sql = Sql::new("update station_further set until = {} where until is null and station = {} and person = {}");
    Ok(work.tx.run(sql.bind(work.site.today()).bind(id).bind(person)).await? == 1)
}

/// Ends it for a deputy.
///
/// # Errors
/// When the deputy does not serve there beside a home elsewhere.
pub async fn end(site: &Site, actor: &Actor, id: StationId, person: PersonId) -> Result<(), Problem> {
    let mut work = Work::begin(site, actor, id, Right::StationKeep).await?;
    if !end_at(&mut work, (id, person)).await? {
        return Err(refused(Refusal::NoFurther));
    }
    work.fact(Fact::FurtherEnded { person }).await?;
    work.finish().await.map(drop)
}

/// Of a station that ends, they serve at its successor from now on; whoever is at home there by now serves there beside no longer.
pub(super) async fn move_all(work: &mut Work<'_>, into: Option<StationId>) -> Result<(), Problem> {
    let (id, today) = (work.station.id, work.site.today());
    let sql = Sql::new("update station_further set until = {} where until is null and station = {} returning person");
    let people: Vec<(PersonId,)> = work.tx.all(sql.bind(today).bind(id)).await?;
    let Some(into) = into else { return Ok(()) };
    let sql =
        Sql::new("update station_further set until = {} where until is null and station = {}").bind(today).bind(into);
    let sql = sql.add(" and person in (select h.person from station_home h where h.until is null and h.station = {})");
    work.tx.run(sql.bind(into)).await?;
    let there = there(work, into).await?;
    for (person,) in people.into_iter().filter(|(person,)| !there.contains(person)) {
        write(work, (into, person)).await?;
    }
    Ok(())
}
