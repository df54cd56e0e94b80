//! 编组进站: each deputy has exactly one home station.

use accounts_rules::{Actor, Right};
use kernel::PersonId;
use kit::{
    Problem, Site,
    db::{Sql, Val},
    web::{Errors, Wrong},
};
use serde::{Deserialize, Serialize};
use stations_rules::{Fact, HomeId, Refusal, StationId};
use utoipa::ToSchema;

use super::{Work, further, refused};
use crate::{sight, store};

/// Deputies who get a home at once.
pub(super) const MOST: usize = 200;

/// Who gets the station for home.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HomesWanted {
    /// The deputies, at most 200; whoever has a home at another station of the congress moves.
    #[schema(value_type = Vec<uuid::Uuid>)]
    pub people: Vec<PersonId>,
}

/// Gives deputies the station for home, from today.
///
/// # Errors
/// When one holds no mandate, or has a home where the actor keeps no stations.
pub async fn give(site: &Site, actor: &Actor, id: StationId, wanted: &HomesWanted) -> Result<(), Problem> {
    let mut work = Work::living(site, actor, id, Right::StationKeep).await?;
    let mut people = wanted.people.clone();
    people.sort_unstable();
    people.dedup();
    let wrong = |key| Problem::from(Errors::one("people", Wrong::new(key)));
    if people.is_empty() || people.len() > MOST {
        return Err(wrong("stations-wrong-people"));
    }
    in_office(&mut work, &people).await?;
    for person in people {
        one(&mut work, person).await?;
    }
    work.finish().await.map(drop)
}

/// Whether all of them hold a mandate.
pub(super) async fn in_office(work: &mut Work<'_>, people: &[PersonId]) -> Result<(), Problem> {
    let sql =
        Sql::new("select distinct person from v_mandate where in_office = 1 and person in ").list(people.to_vec());
    match work.tx.all::<(PersonId,)>(sql).await?.len() == people.len() {
        true => Ok(()),
        false => Err(Errors::one("people", Wrong::new("stations-wrong-deputy")).into()),
    }
}

async fn one(work: &mut Work<'_>, person: PersonId) -> Result<(), Problem> {
    let (id, today) = (work.station.id, work.site.today());
    let sql = Sql::new("select id, station from station_home where until is null and person = {}").bind(person);
    let before: Option<(HomeId, StationId)> = work.tx.one(sql).await?;
    if let Some((home, from)) = before {
        if from == id {
            return Err(refused(Refusal::HomeAlready));
        }
        let other = store::read(&mut work.tx, from).await?.ok_or_else(Problem::missing)?;
        if !sight::reaches(work.actor, Right::StationKeep, &other) {
            return Err(refused(Refusal::HomeElsewhere));
        }
        work.tx.run(Sql::new("update station_home set until = {} where id = {}").bind(today).bind(home)).await?;
    }
    further::end_at(work, (id, person)).await?;
    let home: HomeId = work.site.new_id();
    let vals: [Val; 4] = [home.into(), id.into(), person.into(), today.into()];
    let sql = Sql::new("insert into station_home (id, station, person, since) values ").list(vals);
    if work.tx.run(sql.add(" on conflict do nothing")).await? != 1 {
        return Err(refused(Refusal::HomeElsewhere));
    }
    work.fact(Fact::HomeGiven { person, from: before.map(|(_, from)| from) }).await
}

/// Ends a home, from today.
///
/// # Errors
/// When the deputy's home is not this station.
pub async fn end(site: &Site, actor: &Actor, id: StationId, person: PersonId) -> Result<(), Problem> {
    let mut work = Work::begin(site, actor, id, Right::StationKeep).await?;
    let sql = Sql::new("update station_home set until = {} where until is null and station = {} and person = {}");
    if work.tx.run(sql.bind(site.today()).bind(id).bind(person)).await? != 1 {
        return Err(refused(Refusal::NoHome));
    }
    work.fact(Fact::HomeEnded { person }).await?;
    work.finish().await.map(drop)
}

/// Deputies of a station that ends go into its successor, or have no home.
pub(super) async fn move_all(work: &mut Work<'_>, into: Option<StationId>) -> Result<(), Problem> {
    let (id, today) = (work.station.id, work.site.today());
    let sql = Sql::new("update station_home set until = {} where until is null and station = {} returning person");
    let people: Vec<(PersonId,)> = work.tx.all(sql.bind(today).bind(id)).await?;
    let Some(into) = into else { return further::move_all(work, None).await };
    let row = |(person,): (PersonId,)| {
        let home: HomeId = work.site.new_id();
        vec![Val::from(home), into.into(), person.into(), today.into()]
    };
    let rows: Vec<Vec<Val>> = people.into_iter().map(row).collect();
    work.tx.bulk("station_home", &["id", "station", "person", "since"], rows).await?;
    further::move_all(work, Some(into)).await
}
