//! Sheets of indicators, and gradings by them.

use kernel::{BodyId, Day, Moment, Text};
use kit::{
    Fault,
    db::{Ask, At, Sql, Tx, Val},
    row,
};
use law_rules::Word as _;
use stations_rules::{Given, GradeId, GradeStage, Objection, Scheme, SchemeId, StationId};

/// A grading as it is kept, with the sheet it is by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct GradeKept {
    pub(crate) id: GradeId,
    pub(crate) station: StationId,
    pub(crate) scheme: Scheme,
    pub(crate) stage: GradeStage,
    pub(crate) given: Vec<Given>,
    pub(crate) words: String,
    pub(crate) total: Option<u32>,
    pub(crate) stars: Option<u32>,
    pub(crate) till: Option<Day>,
    pub(crate) applied: Moment,
    pub(crate) version: i64,
    /// The last day on which the station may object.
    pub(crate) until: Option<Day>,
    /// What it said against it.
    pub(crate) objection: String,
    /// How that was ruled, in words.
    pub(crate) ruling: String,
    /// Whether the station was right.
    pub(crate) upheld: Option<bool>,
}

impl GradeKept {
    /// Where the proposed stars stand.
    pub(crate) fn stands(&self) -> Objection {
        Objection { stage: self.stage, until: self.until }
    }
}

row! {
    struct Row {
        id: GradeId,
        station: StationId,
        stage: String,
        given: String,
        words: String,
        total: Option<u32>,
        stars: Option<u32>,
        till: Option<Day>,
        applied: Moment,
        version: i64,
        until: Option<Day>,
        objection: String,
        ruling: String,
        upheld: Option<bool>,
        name: Text<60>,
        sheet: String,
    }
}

const SELECT: &str = "select g.id, g.station, g.stage, g.given, g.words, g.total, g.stars, g.till, g.applied, g.version, \
     g.until, g.objection, g.ruling, g.upheld, c.name, c.sheet \
     from station_grade g join station_scheme c on c.id = g.scheme where g.id = {}";

/// Reads one.
pub(crate) async fn read_grade(ask: &mut impl Ask, id: GradeId) -> Result<Option<GradeKept>, Fault> {
    let Some(row) = ask.one::<Row>(Sql::new(SELECT).bind(id)).await? else { return Ok(None) };
    let at = At { table: "station_grade", id: &row.id };
    let sheet = serde_json::from_str(&row.sheet).map_err(|error| at.broken("scheme", error))?;
    Ok(Some(GradeKept {
        id: row.id,
        station: row.station,
        scheme: Scheme { name: row.name, sheet },
        stage: GradeStage::read(&row.stage).ok_or_else(|| at.broken("stage", &row.stage))?,
        given: serde_json::from_str(&row.given).map_err(|error| at.broken("given", error))?,
        words: row.words,
        total: row.total,
        stars: row.stars,
        till: row.till,
        applied: row.applied,
        version: row.version,
        until: row.until,
        objection: row.objection,
        ruling: row.ruling,
        upheld: row.upheld,
    }))
}

/// Takes one up.
pub(crate) async fn take_grade(tx: &mut Tx, id: GradeId) -> Result<Option<GradeKept>, Fault> {
    tx.run(Sql::new("update station_grade set version = version + 1 where id = {}").bind(id)).await?;
    read_grade(tx, id).await
}

/// Writes a new one.
pub(crate) async fn begin_grade(
    tx: &mut Tx,
    (id, station, scheme): (GradeId, StationId, SchemeId),
    given: &[Given],
    at: Moment,
) -> Result<(), Fault> {
    let vals: [Val; 8] = [
        id.into(),
        station.into(),
        scheme.into(),
        GradeStage::Applied.word().into(),
        serde_json::to_string(given)?.into(),
        "".into(),
        at.into(),
        1i64.into(),
    ];
    let sql =
        Sql::new("insert into station_grade (id, station, scheme, stage, given, words, applied, version) values ");
    tx.run(sql.list(vals)).await.map(drop)
}

/// Writes how far it is.
pub(crate) async fn save_grade(tx: &mut Tx, it: &GradeKept) -> Result<(), Fault> {
    let sql = Sql::new("update station_grade set stage = {}, given = {}, words = {}").bind(it.stage.word());
    let sql = sql.bind(serde_json::to_string(&it.given)?).bind(&it.words);
    let sql = sql.add(", total = {}, stars = {}, till = {}").bind(it.total).bind(it.stars).bind(it.till);
    let sql = sql.add(", until = {}, objection = {}, ruling = {}, upheld = {} where id = {}").bind(it.until);
    tx.run(sql.bind(&it.objection).bind(&it.ruling).bind(it.upheld).bind(it.id)).await.map(drop)
}

/// The sheet a congress adopted last.
pub(crate) async fn scheme_of(ask: &mut impl Ask, congress: BodyId) -> Result<Option<(SchemeId, Scheme)>, Fault> {
    let sql = Sql::new("select id, name, sheet from station_scheme where congress = {}").bind(congress);
    let found: Option<(SchemeId, Text<60>, String)> =
        ask.one(sql.add(" order by adopted desc, id desc limit 1")).await?;
    let Some((id, name, sheet)) = found else { return Ok(None) };
    let sheet =
        serde_json::from_str(&sheet).map_err(|error| At { table: "station_scheme", id: &id }.broken("sheet", error))?;
    Ok(Some((id, Scheme { name, sheet })))
}
