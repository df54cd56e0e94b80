//! Preliminary elections of districts.

use elections_rules::election::{Asked, DistrictId, ElectionId, PrimaryFigures};
use kernel::{Day, Moment};
use kit::{
    Fault,
    db::{Ask, At, Sql, Tx, Val},
    row,
};
use law_rules::Word as _;

/// A preliminary election as it is kept; what nominees came to stands with the candidates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PrimaryRound {
    /// Of which district.
    pub district: DistrictId,
    /// When it was held.
    pub day: Day,
    /// How many had to take part.
    pub asked: Asked,
    /// The figures.
    pub figures: PrimaryFigures,
    /// Whether it counts.
    pub valid: bool,
    /// When it was entered.
    pub at: Moment,
}

row! {
    struct Line {
        district: DistrictId,
        day: Day,
        asked: String,
        entitled: u32,
        took_part: u32,
        handed: u32,
        returned: u32,
        invalid: u32,
        marks: u32,
        valid: bool,
        at: Moment,
    }
}

const LIST: &str = "district, day, asked, entitled, took_part, handed, returned, invalid, marks, valid, at";

fn whole(row: Line) -> Result<PrimaryRound, Fault> {
    let asked = At { table: "election_primary", id: &row.district }.word("asked", &row.asked, Asked::read)?;
    let Line { district, day, entitled, took_part, handed, returned, invalid, marks, valid, at, .. } = row;
    let figures = PrimaryFigures { entitled, took_part, handed, returned, invalid, marks };
    Ok(PrimaryRound { district, day, asked, figures, valid, at })
}

/// The preliminary elections of an election.
pub async fn primaries(ask: &mut impl Ask, election: ElectionId) -> Result<Vec<PrimaryRound>, Fault> {
    let sql = Sql::new("select ")
        .add(LIST)
        .add(" from election_primary where district in (select d.id from election_district d where d.election = {})");
    let rows: Vec<Line> = ask.all(sql.bind(election).add(" order by district")).await?;
    rows.into_iter().map(whole).collect()
}

/// Writes it; a count before is replaced.
pub async fn save_primary(tx: &mut Tx, it: &PrimaryRound) -> Result<(), Fault> {
    tx.run(Sql::new("delete from election_primary where district = {}").bind(it.district)).await?;
    let figures = it.figures;
    let vals: Vec<Val> = vec![
        it.district.into(),
        it.day.into(),
        it.asked.word().into(),
        figures.entitled.into(),
        figures.took_part.into(),
        figures.handed.into(),
        figures.returned.into(),
        figures.invalid.into(),
        figures.marks.into(),
        it.valid.into(),
        it.at.into(),
    ];
    tx.run(Sql::new("insert into election_primary (").add(LIST).add(") values ").list(vals)).await.map(drop)
}
