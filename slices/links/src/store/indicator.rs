//! Indicators that a congress added to those every congress has.

use kernel::{BodyId, Moment, Text};
use kit::{
    Fault,
    db::{Ask, At, Sql, Tx, Val},
    row,
};
use links_rules::{Condition, IndicatorId, KindId, Population};

/// An indicator as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// Its identity.
    pub id: IndicatorId,
    /// The congress.
    pub congress: BodyId,
    /// What it is called.
    pub name: Text<60>,
    /// Who is counted.
    pub population: Population,
    /// What makes one covered.
    pub condition: Condition,
    /// Links of which kind alone.
    pub kind: Option<KindId>,
    /// When it was added.
    pub made: Moment,
}

row! {
    struct IndicatorRow {
        id: IndicatorId,
        congress: BodyId,
        name: Text<60>,
        population: String,
        condition: String,
        kind: Option<KindId>,
        made: Moment,
    }
}

const LIST: &str = "id, congress, name, population, condition, kind, made";

fn whole(row: IndicatorRow) -> Result<Indicator, Fault> {
    let at = At { table: "coverage_indicator", id: &row.id };
    let population = at.word("population", &row.population, Population::read)?;
    let condition = at.word("condition", &row.condition, Condition::read)?;
    let IndicatorRow { id, congress, name, kind, made, .. } = row;
    Ok(Indicator { id, congress, name, population, condition, kind, made })
}

/// Reads one.
pub(crate) async fn read_indicator(ask: &mut impl Ask, id: IndicatorId) -> Result<Option<Indicator>, Fault> {
    let sql = Sql::new("select ").add(LIST).add(" from coverage_indicator where id = {}").bind(id);
    ask.one::<IndicatorRow>(sql).await?.map(whole).transpose()
}

/// Those of a congress, the first added first.
pub(crate) async fn indicators_of(ask: &mut impl Ask, congress: BodyId) -> Result<Vec<Indicator>, Fault> {
    let sql = Sql::new("select ").add(LIST).add(" from coverage_indicator where congress = {} order by made, id");
    ask.all::<IndicatorRow>(sql.bind(congress)).await?.into_iter().map(whole).collect()
}

/// Writes a new one.
pub(crate) async fn begin_indicator(tx: &mut Tx, it: &Indicator) -> Result<(), Fault> {
    let vals: [Val; 7] = [
        it.id.into(),
        it.congress.into(),
        (&it.name).into(),
        it.population.word().into(),
        it.condition.word().into(),
        it.kind.into(),
        it.made.into(),
    ];
    tx.run(Sql::new("insert into coverage_indicator (").add(LIST).add(") values ").list(vals)).await.map(drop)
}

/// Removes one.
pub(crate) async fn remove_indicator(tx: &mut Tx, id: IndicatorId) -> Result<(), Fault> {
    tx.run(Sql::new("delete from coverage_indicator where id = {}").bind(id)).await.map(drop)
}
