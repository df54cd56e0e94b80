//! Deputies and keepers of a station.

use kernel::{AccountId, Day, PersonId};
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};
use stations_rules::{EventId, StationId};

row! {
    /// A deputy whose home it is.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct HomeLine {
        pub person: PersonId,
        pub name: String,
        pub since: Day,
        pub level: Option<String>,
        pub congress: Option<String>,
        pub receptions: i64,
    }
}

/// The deputies whose home it is, the highest congress first, each with the receptions of the year; of several seats the highest is named.
pub async fn homes(ask: &mut impl Ask, id: StationId, days: (Day, Day)) -> Result<Vec<HomeLine>, Fault> {
    of(ask, "station_home", id, days).await
}

/// The deputies who serve there beside a home elsewhere; the same is told of them.
pub async fn further(ask: &mut impl Ask, id: StationId, days: (Day, Day)) -> Result<Vec<HomeLine>, Fault> {
    of(ask, "station_further", id, days).await
}

async fn of(
    ask: &mut impl Ask,
    table: &'static str,
    id: StationId,
    (first, last): (Day, Day),
) -> Result<Vec<HomeLine>, Fault> {
    let sql = Sql::new(
        "select h.person, p.name, h.since, b.level, b.name, \
         (select count(*) from station_event_deputy d join station_event e on e.id = d.event where d.person = h.person and e.kind = 'reception' and e.struck is null and e.day >= {} and e.day <= {}) \
         from ",
    );
    let sql = sql.bind(first).bind(last).add(table).add(
        " h join v_person p on p.id = h.person \
         left join v_mandate m on m.person = h.person and m.in_office = 1 and not exists (select 1 from v_mandate o join v_body ob on ob.id = o.congress \
         join v_body mb on mb.id = m.congress where o.person = m.person and o.in_office = 1 and ((case ob.level when 'nation' then 0 else length(ob.area) end) < (case mb.level when 'nation' then 0 else length(mb.area) end) \
         or (ob.level = mb.level and length(ob.area) = length(mb.area) and o.id < m.id))) \
         left join v_body b on b.id = m.congress where h.until is null and h.station = {} order by case b.level when 'nation' then 0 else coalesce(length(b.area), 99) end, p.pinyin, p.id",
    );
    ask.all(sql.bind(id)).await
}

row! {
    /// Somebody who keeps the station.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct KeeperLine {
        pub account: AccountId,
        pub name: String,
    }
}

/// The keepers of a station.
pub async fn keepers(ask: &mut impl Ask, id: StationId) -> Result<Vec<KeeperLine>, Fault> {
    let sql = Sql::new("select distinct a.id, a.name from v_keeper k join v_account a on a.id = k.account");
    ask.all(sql.add(" where a.closed is null and k.station = {} order by a.name, a.id").bind(id)).await
}

/// The deputies who were at an event.
pub async fn at_event(ask: &mut impl Ask, id: EventId) -> Result<Vec<(PersonId, String)>, Fault> {
    let sql = Sql::new("select p.id, p.name from station_event_deputy d join v_person p on p.id = d.person");
    ask.all(sql.add(" where d.event = {} order by p.pinyin, p.id").bind(id)).await
}

row! {
    /// A deputy who can be given a home.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct FoundDeputy {
        pub person: PersonId,
        pub name: String,
        pub congress: String,
        pub home: Option<String>,
    }
}

/// Deputies in office of a name, at most fifty.
pub async fn named(ask: &mut impl Ask, name: &str) -> Result<Vec<FoundDeputy>, Fault> {
    let sql = Sql::new(
        "select p.id, p.name, min(b.name), min(s.name) from v_mandate m join v_person p on p.id = m.person join v_body b on b.id = m.congress \
         left join station_home h on h.person = p.id and h.until is null left join station s on s.id = h.station \
         where m.in_office = 1 and p.name = {} group by p.id, p.name order by p.id limit 50",
    );
    ask.all(sql.bind(name)).await
}
