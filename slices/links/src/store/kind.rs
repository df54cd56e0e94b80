//! Kinds of links.

use kernel::{BodyId, Day, Moment, Text};
use kit::{
    Fault, columns,
    db::{Ask, At, FromRow, Row, Sql, Tx, Val, bind_all},
};
use links_rules::{KindId, KindSpec, Near, Side};

columns!(
    /// The row, but for its identity, congress, moment and version.
    KindHead {
        name: Text<60>,
        one: String,
        other: String,
        need: u16,
        fewest: u16,
        most: Option<u16>,
        near: String,
        times: u16,
        basis: Option<Text<200>>,
        since: Day,
        until: Option<Day>,
    }
);

/// A kind as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kind {
    /// Its identity.
    pub id: KindId,
    /// The congress.
    pub congress: BodyId,
    /// What it is.
    pub spec: KindSpec,
    /// When it was laid down.
    pub made: Moment,
    /// Counts its changes.
    pub version: i64,
}

struct KindRow {
    id: KindId,
    congress: BodyId,
    made: Moment,
    version: i64,
    head: KindHead,
}

impl FromRow for KindRow {
    fn from_row(row: &mut Row<'_>) -> Result<Self, Fault> {
        Ok(Self {
            id: row.take()?,
            congress: row.take()?,
            made: row.take()?,
            version: row.take()?,
            head: KindHead::from_row(row)?,
        })
    }
}

impl KindHead {
    fn of(spec: &KindSpec) -> Self {
        Self {
            name: spec.name.clone(),
            one: spec.one.word().to_owned(),
            other: spec.other.word().to_owned(),
            need: spec.need,
            fewest: spec.least,
            most: spec.most,
            near: spec.near.word().to_owned(),
            times: spec.times,
            basis: spec.basis.clone(),
            since: spec.since,
            until: spec.until,
        }
    }

    fn spec(self, at: At<'_>) -> Result<KindSpec, Fault> {
        let spec = KindSpec {
            one: at.word("one", &self.one, Side::read)?,
            other: at.word("other", &self.other, Side::read)?,
            near: at.word("near", &self.near, Near::read)?,
            name: self.name,
            need: self.need,
            least: self.fewest,
            most: self.most,
            times: self.times,
            basis: self.basis,
            since: self.since,
            until: self.until,
        };
        spec.fit().map_err(|refusal| at.broken("one", format_args!("does not fit: {refusal:?}")))?;
        Ok(spec)
    }
}

fn whole(row: KindRow) -> Result<Kind, Fault> {
    let KindRow { id, congress, made, version, head } = row;
    let spec = head.spec(At { table: "link_kind", id: &id })?;
    Ok(Kind { id, congress, spec, made, version })
}

fn list(sql: Sql) -> Sql {
    sql.add("id, congress, made, version, ").add(KindHead::LIST)
}

/// Reads one, to look at it.
pub(crate) async fn read_kind(ask: &mut impl Ask, id: KindId) -> Result<Option<Kind>, Fault> {
    let sql = list(Sql::new("select ")).add(" from link_kind where id = {}").bind(id);
    ask.one::<KindRow>(sql).await?.map(whole).transpose()
}

/// Takes one up, to change it or to do something with its links.
pub(crate) async fn take_kind(tx: &mut Tx, id: KindId) -> Result<Option<Kind>, Fault> {
    let sql = list(Sql::new("update link_kind set made = made where id = {} returning ").bind(id));
    tx.one::<KindRow>(sql).await?.map(whole).transpose()
}

/// The kinds of a congress, the first laid down first.
pub(crate) async fn kinds_of(ask: &mut impl Ask, congress: BodyId) -> Result<Vec<Kind>, Fault> {
    let sql = list(Sql::new("select ")).add(" from link_kind where congress = {} order by made, id").bind(congress);
    ask.all::<KindRow>(sql).await?.into_iter().map(whole).collect()
}

/// Writes a new one.
pub(crate) async fn begin_kind(tx: &mut Tx, it: &Kind) -> Result<(), Fault> {
    let mut vals: Vec<Val> = vec![it.id.into(), it.congress.into(), it.made.into(), it.version.into()];
    vals.extend(KindHead::of(&it.spec).vals());
    tx.run(list(Sql::new("insert into link_kind (")).add(") values ").list(vals)).await.map(drop)
}

/// Writes what changed.
pub(crate) async fn save_kind(tx: &mut Tx, it: &Kind) -> Result<(), Fault> {
    let sql = Sql::new("update link_kind set version = {}, ").bind(it.version).add(KindHead::SET);
    let sql = bind_all(sql, KindHead::of(&it.spec).vals()).add(" where id = {}").bind(it.id);
    tx.run(sql).await.map(drop)
}
