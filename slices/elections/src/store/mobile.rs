//! Mobile ballot boxes of the rounds of districts.

use elections_rules::election::{BoxId, ByBox, Carried, DistrictId, ElectionId};
use kernel::{Day, Moment, Text};
use kit::{
    Fault,
    db::{Ask, At, Sql, Tx, Val},
    row,
};
use law_rules::Word as _;

/// A box as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MobileBox {
    /// Its identity.
    pub id: BoxId,
    /// Of which district.
    pub district: DistrictId,
    /// In which round.
    pub n: u32,
    /// Where it goes.
    pub place: Text<120>,
    /// On which day.
    pub day: Day,
    /// From when to when.
    pub hours: Text<40>,
    /// Why voters use it.
    pub reason: ByBox,
    /// Who goes with it.
    pub scrutineers: Vec<Text<40>>,
    /// What it carried.
    pub carried: Carried,
    /// When it was entered.
    pub made: Moment,
}

row! {
    struct Line {
        id: BoxId,
        district: DistrictId,
        n: u32,
        place: Text<120>,
        day: Day,
        hours: Text<40>,
        reason: String,
        scrutineers: String,
        handed: Option<u32>,
        returned: Option<u32>,
        made: Moment,
    }
}

const LIST: &str = "id, district, n, place, day, hours, reason, scrutineers, handed, returned, made";

fn whole(row: Line) -> Result<MobileBox, Fault> {
    let at = At { table: "election_box", id: &row.id };
    let reason = at.word("reason", &row.reason, ByBox::read)?;
    let names: Option<Vec<Text<40>>> = row.scrutineers.lines().map(|name| Text::parse(name).ok()).collect();
    let scrutineers = at.word("scrutineers", &row.scrutineers, |_| names)?;
    let Line { id, district, n, place, day, hours, handed, returned, made, .. } = row;
    let carried = Carried { handed, returned };
    Ok(MobileBox { id, district, n, place, day, hours, reason, scrutineers, carried, made })
}

/// The boxes of an election, district by district and round by round.
pub async fn boxes(ask: &mut impl Ask, election: ElectionId) -> Result<Vec<MobileBox>, Fault> {
    let sql = Sql::new("select ")
        .add(LIST)
        .add(" from election_box where district in (select d.id from election_district d where d.election = {})");
    let rows: Vec<Line> = ask.all(sql.bind(election).add(" order by district, n, made, id")).await?;
    rows.into_iter().map(whole).collect()
}

/// One box.
///
/// # Errors
/// When the database refuses or the row cannot be.
pub async fn read_box(ask: &mut impl Ask, id: BoxId) -> Result<Option<MobileBox>, Fault> {
    let sql = Sql::new("select ").add(LIST).add(" from election_box where id = {}").bind(id);
    ask.one::<Line>(sql).await?.map(whole).transpose()
}

fn names(it: &MobileBox) -> String {
    it.scrutineers.iter().map(Text::as_str).collect::<Vec<_>>().join("\n")
}

/// Writes a new one.
pub async fn begin_box(tx: &mut Tx, it: &MobileBox) -> Result<(), Fault> {
    let vals: Vec<Val> = vec![
        it.id.into(),
        it.district.into(),
        it.n.into(),
        (&it.place).into(),
        it.day.into(),
        (&it.hours).into(),
        it.reason.word().into(),
        names(it).into(),
        it.carried.handed.into(),
        it.carried.returned.into(),
        it.made.into(),
    ];
    tx.run(Sql::new("insert into election_box (").add(LIST).add(") values ").list(vals)).await.map(drop)
}

/// Writes what was changed.
pub async fn save_box(tx: &mut Tx, it: &MobileBox) -> Result<(), Fault> {
    let sql = Sql::new("update election_box set place = {}, day = {}").bind(&it.place).bind(it.day);
    let sql = sql.add(", hours = {}, reason = {}").bind(&it.hours).bind(it.reason.word());
    let sql = sql.add(", scrutineers = {}").bind(names(it));
    let sql = sql.add(", handed = {}, returned = {}").bind(it.carried.handed).bind(it.carried.returned);
    tx.run(sql.add(" where id = {}").bind(it.id)).await.map(drop)
}

/// Takes one away.
pub async fn remove_box(tx: &mut Tx, id: BoxId) -> Result<bool, Fault> {
    Ok(tx.run(Sql::new("delete from election_box where id = {}").bind(id)).await? == 1)
}
