//! Drafts of links.

use kernel::{BodyId, Day, Moment};
use kit::{
    Fault,
    db::{Ask, At, Sql, Tx, Val},
    row,
};
use links_rules::{DraftId, DraftStage, End, KindId, Side};
use uuid::Uuid;

use super::link::ends;

/// A draft as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Its identity.
    pub id: DraftId,
    /// Of which kind.
    pub kind: KindId,
    /// The congress.
    pub congress: BodyId,
    /// The day on which its links begin.
    pub since: Day,
    /// Where it stands.
    pub stage: DraftStage,
    /// When it was made.
    pub made: Moment,
    /// Counts its changes.
    pub version: i64,
}

row! {
    struct DraftRow {
        id: DraftId,
        kind: KindId,
        congress: BodyId,
        since: Day,
        stage: String,
        made: Moment,
        version: i64,
    }
}

const LIST: &str = "id, kind, congress, since, stage, made, version";

fn whole(row: DraftRow) -> Result<Draft, Fault> {
    let stage = At { table: "link_draft", id: &row.id }.word("stage", &row.stage, DraftStage::read)?;
    let DraftRow { id, kind, congress, since, made, version, .. } = row;
    Ok(Draft { id, kind, congress, since, stage, made, version })
}

/// Reads one, to look at it.
pub(crate) async fn read_draft(ask: &mut impl Ask, id: DraftId) -> Result<Option<Draft>, Fault> {
    let sql = Sql::new("select ").add(LIST).add(" from link_draft where id = {}").bind(id);
    ask.one::<DraftRow>(sql).await?.map(whole).transpose()
}

/// The open draft of a kind.
pub(crate) async fn open_draft(ask: &mut impl Ask, kind: KindId) -> Result<Option<DraftId>, Fault> {
    let sql = Sql::new("select id from link_draft where stage = 'open' and kind = {}").bind(kind);
    Ok(ask.one::<(DraftId,)>(sql).await?.map(|(id,)| id))
}

/// Takes one up, to change it.
pub(crate) async fn take_draft(tx: &mut Tx, id: DraftId) -> Result<Option<Draft>, Fault> {
    let sql = Sql::new("update link_draft set version = version + 1 where id = {} returning ").bind(id).add(LIST);
    tx.one::<DraftRow>(sql).await?.map(whole).transpose()
}

/// Writes a new one with its lines.
pub(crate) async fn begin_draft(tx: &mut Tx, it: &Draft, lines: &[(End, End)]) -> Result<(), Fault> {
    let vals: [Val; 7] = [
        it.id.into(),
        it.kind.into(),
        it.congress.into(),
        it.since.into(),
        it.stage.word().into(),
        it.made.into(),
        it.version.into(),
    ];
    tx.run(Sql::new("insert into link_draft (").add(LIST).add(") values ").list(vals)).await?;
    let mut rows = Vec::with_capacity(lines.len());
    for (n, (one, other)) in (1_i64..).zip(lines) {
        rows.push(vec![it.id.into(), n.into(), identity(one)?.into(), other.to_string().into()]);
    }
    tx.bulk("link_draft_line", &["draft", "n", "one", "target"], rows).await.map(drop)
}

fn identity(end: &End) -> Result<Uuid, Fault> {
    match end {
        End::Person(id) => Ok(id.uuid()),
        End::Body(id) => Ok(id.uuid()),
        End::Place(code) => Err(Fault::new(format_args!("the place {code} links nobody"))),
    }
}

/// The lines of a draft, under their numbers.
pub(crate) async fn lines(
    ask: &mut impl Ask,
    draft: DraftId,
    (one, other): (Side, Side),
) -> Result<Vec<(u32, End, End)>, Fault> {
    let sql = Sql::new("select n, one, target from link_draft_line where draft = {} order by n").bind(draft);
    let rows: Vec<(u32, Uuid, String)> = ask.all(sql).await?;
    let at = At { table: "link_draft_line", id: &draft };
    let read = |(n, by, target): (u32, Uuid, String)| {
        let (one, other) = ends(at, (by, one), (&target, other))?;
        Ok((n, one, other))
    };
    rows.into_iter().map(read).collect()
}

/// Adds a line.
pub(crate) async fn add_line(tx: &mut Tx, draft: DraftId, one: &End, other: &End) -> Result<(), Fault> {
    let sql = Sql::new("select coalesce(max(n), 0) from link_draft_line where draft = {}").bind(draft);
    let last = tx.one::<(i64,)>(sql).await?.map_or(0, |(n,)| n);
    let vals: [Val; 4] = [draft.into(), (last + 1).into(), identity(one)?.into(), other.to_string().into()];
    tx.run(Sql::new("insert into link_draft_line (draft, n, one, target) values ").list(vals)).await.map(drop)
}

/// Gives a line to somebody else; says whether there is such a line.
pub(crate) async fn move_line(tx: &mut Tx, draft: DraftId, n: u32, one: &End) -> Result<bool, Fault> {
    let sql = Sql::new("update link_draft_line set one = {} where draft = {} and n = {}").bind(identity(one)?);
    Ok(tx.run(sql.bind(draft).bind(n)).await? == 1)
}

/// Takes a line out; says whether there was one.
pub(crate) async fn remove_line(tx: &mut Tx, draft: DraftId, n: u32) -> Result<bool, Fault> {
    let sql = Sql::new("delete from link_draft_line where draft = {} and n = {}").bind(draft).bind(n);
    Ok(tx.run(sql).await? == 1)
}

/// Writes that it was adopted or given up.
pub(crate) async fn end_draft(tx: &mut Tx, id: DraftId, stage: DraftStage) -> Result<(), Fault> {
    let sql = Sql::new("update link_draft set stage = {} where id = {}").bind(stage.word()).bind(id);
    tx.run(sql).await.map(drop)
}
