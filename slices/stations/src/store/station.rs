//! A station and its history.

use kernel::{AreaCode, BodyId, Day, Moment, Text};
use kit::{
    Fault,
    db::{Ask, At, Sql, Tx, Val},
    row,
};
use law_rules::Word as _;
use stations_rules::{Function, Kind, Stage, StationId, Tier};
use uuid::Uuid;

use super::words;
use crate::desk::station::StationWanted;

/// A station as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Station {
    /// Its identity.
    pub id: StationId,
    /// The congress whose office keeps it.
    pub congress: BodyId,
    /// What stands of it in the register.
    pub card: StationWanted,
    /// Where it stands.
    pub stage: Stage,
    /// Its stars, where they were published.
    pub stars: Option<u8>,
    /// The last day on which they are good.
    pub stars_till: Option<Day>,
    /// Counts its changes.
    pub version: i64,
}

impl Station {
    /// Its stars as they are good on a day; none where they ran out.
    #[must_use]
    pub fn stars_on(&self, day: Day) -> Option<u8> {
        self.stars.filter(|_| self.stars_till.is_none_or(|till| day <= till))
    }
}

row! {
    struct Row {
        id: StationId,
        congress: BodyId,
        area: AreaCode,
        name: Text<60>,
        tier: String,
        kind: String,
        functions: String,
        host: String,
        head: String,
        place: Text<100>,
        size: Option<u32>,
        hours: String,
        phone: String,
        about: String,
        rules: String,
        stage: String,
        merged: Option<StationId>,
        stars: Option<u32>,
        stars_till: Option<Day>,
        version: i64,
    }
}

const LIST: &str = "id, congress, area, name, tier, kind, functions, host, head, place, size, hours, phone, about, rules, stage, merged, stars, stars_till, version";

fn maybe<const MAX: usize>(at: &At<'_>, column: &'static str, text: &str) -> Result<Option<Text<MAX>>, Fault> {
    match text {
        "" => Ok(None),
        text => Text::parse(text).map(Some).map_err(|error| at.broken(column, error)),
    }
}

fn whole(row: Row) -> Result<Station, Fault> {
    let at = At { table: "station", id: &row.id };
    let functions = row.functions.split(',').filter(|word| !word.is_empty());
    let functions: Option<Vec<Function>> = functions.map(Function::read).collect();
    let stage = Stage::read(&row.stage, row.merged).ok_or_else(|| at.broken("stage", &row.stage))?;
    let card = StationWanted {
        name: row.name,
        area: row.area,
        tier: Tier::read(&row.tier).ok_or_else(|| at.broken("tier", &row.tier))?,
        kind: Kind::read(&row.kind).ok_or_else(|| at.broken("kind", &row.kind))?,
        functions: functions.ok_or_else(|| at.broken("functions", &row.functions))?,
        host: maybe(&at, "host", &row.host)?,
        head: maybe(&at, "head", &row.head)?,
        place: row.place,
        size: row.size,
        hours: maybe(&at, "hours", &row.hours)?,
        phone: maybe(&at, "phone", &row.phone)?,
        about: maybe(&at, "about", &row.about)?,
        rules: maybe(&at, "rules", &row.rules)?,
    };
    let stars = row.stars.map(u8::try_from).transpose().map_err(|error| at.broken("stars", error))?;
    let Row { id, congress, stars_till, version, .. } = row;
    Ok(Station { id, congress, card, stage, stars, stars_till, version })
}

/// Reads one, to look at it.
pub(crate) async fn read(ask: &mut impl Ask, id: StationId) -> Result<Option<Station>, Fault> {
    let sql = Sql::new("select ").add(LIST).add(" from station where id = {}").bind(id);
    ask.one::<Row>(sql).await?.map(whole).transpose()
}

/// Takes one up; nobody else changes it until then.
pub(crate) async fn take(tx: &mut Tx, id: StationId) -> Result<Option<Station>, Fault> {
    let sql = Sql::new("update station set version = version where id = {} returning ").bind(id).add(LIST);
    tx.one::<Row>(sql).await?.map(whole).transpose()
}

fn functions(card: &StationWanted) -> String {
    card.functions.iter().map(|one| one.word()).collect::<Vec<_>>().join(",")
}

/// Writes a new one; whether no other of the congress has its name.
pub(crate) async fn begin(tx: &mut Tx, it: &Station, made: Moment) -> Result<bool, Fault> {
    let vals: [Val; 18] = [
        it.id.into(),
        it.congress.into(),
        (&it.card.area).into(),
        (&it.card.name).into(),
        it.card.tier.word().into(),
        it.card.kind.word().into(),
        functions(&it.card).into(),
        words(&it.card.host).into(),
        words(&it.card.head).into(),
        (&it.card.place).into(),
        it.card.size.into(),
        words(&it.card.hours).into(),
        words(&it.card.phone).into(),
        words(&it.card.about).into(),
        words(&it.card.rules).into(),
        it.stage.word().into(),
        made.into(),
        it.version.into(),
    ];
    let sql = Sql::new(
        "insert into station (id, congress, area, name, tier, kind, functions, host, head, place, size, hours, phone, about, rules, stage, made, version) values ",
    );
    Ok(tx.run(sql.list(vals).add(" on conflict (congress, name) do nothing")).await? == 1)
}

/// Writes card and stage; the version goes on.
pub(crate) async fn save(tx: &mut Tx, it: &Station) -> Result<(), Fault> {
    let merged = match it.stage {
        Stage::Merged(into) => Some(into),
        _ => None,
    };
    let sql = Sql::new("update station set version = version + 1, area = {}, name = {}, tier = {}, kind = {}, functions = {}, host = {}, head = {}, place = {}, size = {}, hours = {}, phone = {}, about = {}, rules = {}, stage = {}, merged = {}, stars = {}, stars_till = {} where id = {}")
        .bind(&it.card.area)
        .bind(&it.card.name)
        .bind(it.card.tier.word())
        .bind(it.card.kind.word())
        .bind(functions(&it.card))
        .bind(words(&it.card.host))
        .bind(words(&it.card.head))
        .bind(&it.card.place)
        .bind(it.card.size)
        .bind(words(&it.card.hours))
        .bind(words(&it.card.phone))
        .bind(words(&it.card.about))
        .bind(words(&it.card.rules))
        .bind(it.stage.word())
        .bind(merged)
        .bind(it.stars.map(u32::from))
        .bind(it.stars_till)
        .bind(it.id);
    tx.run(sql).await.map(drop)
}

/// It lives on in another, and so does all that lived on in it.
pub(crate) async fn bequeath(tx: &mut Tx, id: StationId, into: StationId) -> Result<(), Fault> {
    let sql = Sql::new("update station set heir = {} where id = {} or heir = {}").bind(into).bind(id).bind(id);
    tx.run(sql).await.map(drop)
}

/// Adds a line to its history.
pub(crate) async fn note(
    tx: &mut Tx,
    (station, at): (StationId, Moment),
    step: &'static str,
    other: Option<Uuid>,
    words: &str,
) -> Result<(), Fault> {
    let sql = Sql::new("select coalesce(max(n), 0) from station_history where station = {}").bind(station);
    let (last,) = tx.one::<(i64,)>(sql).await?.unwrap_or_default();
    let vals: [Val; 6] = [station.into(), (last + 1).into(), at.into(), step.into(), other.into(), words.into()];
    let sql = Sql::new("insert into station_history (station, n, at, step, other, words) values ");
    tx.run(sql.list(vals)).await.map(drop)
}
