//! Plans of whole years.

use kernel::{Day, Id};
use kit::{
    Fault,
    db::{Ask, At, Sql, Tx, Val},
    row,
};
use law_rules::Word as _;
use stations_rules::{Organ, StationId, YearStage};

/// Marks identities of plans of years; nothing else.
pub(crate) enum Year {}

row! {
    struct Row {
        id: Id<Year>,
        stage: String,
        budget: Option<i64>,
        organ: String,
        day: Option<Day>,
        number: String,
        reason: String,
        version: i64,
    }
}

/// The plan of a year as it is kept; a draft nobody touched has no row and version 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct YearKept {
    pub(crate) stage: YearStage,
    /// 分.
    pub(crate) budget: Option<i64>,
    pub(crate) organ: Option<Organ>,
    pub(crate) day: Option<Day>,
    pub(crate) number: String,
    pub(crate) reason: String,
    pub(crate) version: i64,
}

impl Default for YearKept {
    fn default() -> Self {
        let (number, reason) = (String::new(), String::new());
        Self { stage: YearStage::Draft, budget: None, organ: None, day: None, number, reason, version: 0 }
    }
}

/// Reads one.
pub(crate) async fn read_year(ask: &mut impl Ask, station: StationId, year: i64) -> Result<YearKept, Fault> {
    let sql = Sql::new("select id, stage, budget, organ, day, number, reason, version from station_year");
    let found: Option<Row> = ask.one(sql.add(" where station = {} and year = {}").bind(station).bind(year)).await?;
    let Some(row) = found else { return Ok(YearKept::default()) };
    let at = At { table: "station_year", id: &row.id };
    Ok(YearKept {
        stage: YearStage::read(&row.stage).ok_or_else(|| at.broken("stage", &row.stage))?,
        budget: row.budget,
        organ: match row.organ.as_str() {
            "" => None,
            word => Some(Organ::read(word).ok_or_else(|| at.broken("organ", word))?),
        },
        day: row.day,
        number: row.number,
        reason: row.reason,
        version: row.version,
    })
}

/// Writes how it stands now, counting the change; the station is in hand meanwhile, so nobody else writes it.
pub(crate) async fn save_year(
    tx: &mut Tx,
    id: Id<Year>,
    (station, year): (StationId, i64),
    it: &YearKept,
) -> Result<(), Fault> {
    let vals: [Val; 10] = [
        id.into(),
        station.into(),
        year.into(),
        it.stage.word().into(),
        it.budget.into(),
        it.organ.map_or("", |organ| organ.word()).into(),
        it.day.into(),
        (&it.number).into(),
        (&it.reason).into(),
        1i64.into(),
    ];
    let columns =
        "insert into station_year (id, station, year, stage, budget, organ, day, number, reason, version) values ";
    let sql = Sql::new(columns).list(vals).add(" on conflict (station, year) do update set stage = excluded.stage, ");
    let sql =
        sql.add("budget = excluded.budget, organ = excluded.organ, day = excluded.day, number = excluded.number, ");
    tx.run(sql.add("reason = excluded.reason, version = station_year.version + 1")).await.map(drop)
}
