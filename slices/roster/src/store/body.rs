//! Bodies.

use kernel::{AreaCode, BodyId, Day};
use kit::{
    Fault,
    db::{Ask, Sql, Tx, Val},
};
use roster_rules::{Body, BodyKind, Power, level_text};

use super::word;
use crate::generate::powers_text;

/// A body with what the row keeps beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The body.
    pub body: Body,
    /// The word of the rung on which it stands.
    pub level: String,
    /// The day it was closed.
    pub closed: Option<Day>,
    /// For writers who meet on the row.
    pub version: i64,
}

type BodyRow = (BodyId, AreaCode, String, String, Option<BodyId>, BodyId, String, String, bool, Option<Day>, i64);
const SELECT: &str =
    "select id, area, kind, name, parent, congress, level, powers, transfer, closed, version from body";

fn parse(row: BodyRow) -> Result<Kept, Fault> {
    let (id, area, kind, name, parent, congress, level, powers, transfer, closed, version) = row;
    let powers: Vec<Power> = serde_json::from_str(&powers)?;
    let body = Body { id, area, kind: word("body", &kind)?, name, parent, congress, powers, transfer };
    Ok(Kept { body, level, closed, version })
}

/// One body.
///
/// # Errors
/// When the database refuses or the row cannot be.
pub async fn load(ask: &mut impl Ask, id: BodyId) -> Result<Option<Kept>, Fault> {
    ask.one::<BodyRow>(Sql::new(SELECT).add(" where id = {}").bind(id)).await?.map(parse).transpose()
}

/// One congress; none where the identity is another body's.
///
/// # Errors
/// As [`load`].
pub async fn congress(ask: &mut impl Ask, id: BodyId) -> Result<Option<Kept>, Fault> {
    Ok(load(ask, id).await?.filter(|kept| kept.body.kind == BodyKind::Congress))
}

/// The congress of an area: its own, never the national one that is kept there too.
///
/// # Errors
/// As [`load`].
pub async fn congress_of(ask: &mut impl Ask, area: &AreaCode) -> Result<Option<Kept>, Fault> {
    let sql = Sql::new(SELECT).add(" where area = {} and kind = 'congress' and level <> 'nation' and closed is null");
    let sql = sql.bind(area);
    ask.one::<BodyRow>(sql).await?.map(parse).transpose()
}

/// The bodies that serve a congress, of one kind.
///
/// # Errors
/// As [`load`].
pub async fn of_congress(ask: &mut impl Ask, congress: BodyId, kind: BodyKind) -> Result<Vec<Kept>, Fault> {
    let sql = Sql::new(SELECT).add(" where congress = {}").bind(congress);
    let sql = sql.add(" and kind = {} order by name, id").bind(kind.as_str());
    ask.all::<BodyRow>(sql).await?.into_iter().map(parse).collect()
}

/// Enters a body.
pub async fn insert(tx: &mut Tx, body: &Body) -> Result<(), Fault> {
    let values: [Val; 11] = [
        body.id.into(),
        (&body.area).into(),
        body.kind.as_str().into(),
        (&body.name).into(),
        body.parent.into(),
        body.congress.into(),
        level_text(body.area.level()).into(),
        powers_text(&body.powers).into(),
        body.transfer.into(),
        Val::Null,
        1i64.into(),
    ];
    let sql =
        "insert into body (id, area, kind, name, parent, congress, level, powers, transfer, closed, version) values ";
    tx.run(Sql::new(sql).list(values)).await.map(|_| ())
}

/// Keeps a body whose row still has its version; says whether it had.
pub async fn save(tx: &mut Tx, kept: &Kept) -> Result<bool, Fault> {
    let sql = Sql::new("update body set name = {}").bind(&kept.body.name).add(", parent = {}").bind(kept.body.parent);
    let sql = sql.add(", powers = {}").bind(powers_text(&kept.body.powers));
    let sql = sql.add(", transfer = {}").bind(kept.body.transfer).add(", closed = {}").bind(kept.closed);
    let sql = sql.add(", version = version + 1 where id = {}").bind(kept.body.id);
    Ok(tx.run(sql.add(" and version = {}").bind(kept.version)).await? == 1)
}
