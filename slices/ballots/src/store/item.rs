//! A matter that is voted on.

use ballots_rules::paper::{BallotId, Spec};
use kernel::{BodyId, Day, Moment, Text};
use kit::{
    Fault,
    db::{Ask, At, Sql, Tx, Val},
    row,
};
use law_rules::Word as _;

use super::spec_text;

/// A matter as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its identity.
    pub id: BallotId,
    /// The congress.
    pub congress: BodyId,
    /// What it is called on paper.
    pub title: Text<80>,
    /// The meeting: 第十八届第六次会议第三次全体会议.
    pub meeting: Text<80>,
    /// Its day.
    pub day: Day,
    /// What its first round is opened with.
    pub spec: Spec,
    /// When it was prepared.
    pub made: Moment,
    /// Counts its changes.
    pub version: i64,
}

row! {
    struct ItemRow {
        id: BallotId,
        congress: BodyId,
        title: Text<80>,
        meeting: Text<80>,
        day: Day,
        kind: String,
        spec: String,
        made: Moment,
        version: i64,
    }
}

const LIST: &str = "id, congress, title, meeting, day, kind, spec, made, version";

fn whole(row: ItemRow) -> Result<Item, Fault> {
    let at = At { table: "ballot", id: &row.id };
    let spec: Spec = serde_json::from_str(&row.spec).map_err(|error| at.broken("spec", error))?;
    if spec.kind.word() != row.kind {
        return Err(at.broken("kind", "is not that of its settings"));
    }
    let ItemRow { id, congress, title, meeting, day, made, version, .. } = row;
    Ok(Item { id, congress, title, meeting, day, spec, made, version })
}

/// Reads one, to look at it.
pub(crate) async fn read_item(ask: &mut impl Ask, id: BallotId) -> Result<Option<Item>, Fault> {
    let sql = Sql::new("select ").add(LIST).add(" from ballot where id = {}").bind(id);
    ask.one::<ItemRow>(sql).await?.map(whole).transpose()
}

/// Takes one up, to change it or to open a round of it.
pub(crate) async fn take_item(tx: &mut Tx, id: BallotId) -> Result<Option<Item>, Fault> {
    let sql = Sql::new("update ballot set version = version + 1 where id = {} returning ").bind(id).add(LIST);
    tx.one::<ItemRow>(sql).await?.map(whole).transpose()
}

/// Writes a new one.
pub(crate) async fn begin_item(tx: &mut Tx, it: &Item) -> Result<(), Fault> {
    let vals: [Val; 9] = [
        it.id.into(),
        it.congress.into(),
        (&it.title).into(),
        (&it.meeting).into(),
        it.day.into(),
        it.spec.kind.word().into(),
        spec_text(&it.spec)?.into(),
        it.made.into(),
        it.version.into(),
    ];
    let sql = Sql::new("insert into ballot (").add(LIST).add(") values ").list(vals);
    tx.run(sql).await.map(drop)
}

/// Writes what it is about and how it counts.
pub(crate) async fn save_spec(tx: &mut Tx, id: BallotId, spec: &Spec) -> Result<(), Fault> {
    let sql = Sql::new("update ballot set kind = {}, spec = {}").bind(spec.kind.word()).bind(spec_text(spec)?);
    tx.run(sql.add(" where id = {}").bind(id)).await.map(drop)
}
