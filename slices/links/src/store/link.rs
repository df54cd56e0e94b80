//! Links.

use kernel::{AreaCode, BodyId, Day, Text};
use kit::{
    Fault,
    db::{Ask, At, Sql, Tx, Val},
    row,
};
use links_rules::{End, EndReason, KindId, LinkId, Side, Sort};
use uuid::Uuid;

/// A link as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its identity.
    pub id: LinkId,
    /// Of which kind.
    pub kind: KindId,
    /// The congress.
    pub congress: BodyId,
    /// Who links.
    pub one: End,
    /// Who is linked.
    pub other: End,
    /// The first day.
    pub since: Day,
    /// The last day, and why.
    pub ended: Option<(Day, EndReason, Option<Text<200>>)>,
    /// Counts its changes.
    pub version: i64,
}

row! {
    struct LinkRow {
        id: LinkId,
        kind: KindId,
        congress: BodyId,
        one: Uuid,
        target: String,
        since: Day,
        until: Option<Day>,
        reason: Option<String>,
        remark: Option<Text<200>>,
        version: i64,
        side: String,
        other_side: String,
    }
}

const LIST: &str = "select l.id, l.kind, l.congress, l.one, l.target, l.since, l.until, l.reason, l.remark, l.version, k.one, k.other \
     from link l join link_kind k on k.id = l.kind where ";

/// The ends of a row.
pub(crate) fn ends(at: At<'_>, (one, side): (Uuid, Side), (target, other): (&str, Side)) -> Result<(End, End), Fault> {
    let one = match side.sort() {
        Sort::Body => End::Body(BodyId::from_uuid(one)),
        Sort::Person | Sort::Place => End::Person(kernel::PersonId::from_uuid(one)),
    };
    Ok((one, at.word("target", target, |text| End::read(other.sort(), text))?))
}

fn whole(row: LinkRow) -> Result<Link, Fault> {
    let at = At { table: "link", id: &row.id };
    let sides = (at.word("one", &row.side, Side::read)?, at.word("other", &row.other_side, Side::read)?);
    let (one, other) = ends(at, (row.one, sides.0), (&row.target, sides.1))?;
    let ended = match row.until {
        None => None,
        Some(day) => {
            let reason = at.need("reason", row.reason.as_deref())?;
            Some((day, at.word("reason", reason, EndReason::read)?, row.remark))
        }
    };
    let LinkRow { id, kind, congress, since, version, .. } = row;
    Ok(Link { id, kind, congress, one, other, since, ended, version })
}

/// Reads one, to look at it.
pub(crate) async fn read_link(ask: &mut impl Ask, id: LinkId) -> Result<Option<Link>, Fault> {
    ask.one::<LinkRow>(Sql::new(LIST).add("l.id = {}").bind(id)).await?.map(whole).transpose()
}

/// Takes one up, to end it or to write of it.
pub(crate) async fn take_link(tx: &mut Tx, id: LinkId) -> Result<Option<Link>, Fault> {
    if tx.run(Sql::new("update link set version = version + 1 where id = {}").bind(id)).await? == 0 {
        return Ok(None);
    }
    read_link(tx, id).await
}

/// The links of a kind that stand.
pub(crate) async fn open_links(ask: &mut impl Ask, kind: KindId) -> Result<Vec<Link>, Fault> {
    let sql = Sql::new(LIST).add("l.until is null and l.kind = {} order by l.since, l.id").bind(kind);
    ask.all::<LinkRow>(sql).await?.into_iter().map(whole).collect()
}

/// Writes a new one.
pub(crate) async fn begin_link(tx: &mut Tx, it: &Link) -> Result<(), Fault> {
    let one = match &it.one {
        End::Person(id) => id.uuid(),
        End::Body(id) => id.uuid(),
        End::Place(code) => return Err(Fault::new(format_args!("the place {code} links nobody"))),
    };
    let (other, place): (Option<Uuid>, Option<&AreaCode>) = match &it.other {
        End::Person(id) => (Some(id.uuid()), None),
        End::Body(id) => (Some(id.uuid()), None),
        End::Place(code) => (None, Some(code)),
    };
    let vals: [Val; 9] = [
        it.id.into(),
        it.kind.into(),
        it.congress.into(),
        one.into(),
        other.into(),
        place.into(),
        it.other.to_string().into(),
        it.since.into(),
        it.version.into(),
    ];
    let sql = Sql::new("insert into link (id, kind, congress, one, other, place, target, since, version) values ");
    tx.run(sql.list(vals)).await.map(drop)
}

/// Writes that it ended.
pub(crate) async fn end_link(
    tx: &mut Tx,
    id: LinkId,
    until: Day,
    reason: EndReason,
    remark: Option<&Text<200>>,
) -> Result<(), Fault> {
    let sql = Sql::new("update link set until = {}, reason = {}, remark = {} where id = {}");
    tx.run(sql.bind(until).bind(reason.word()).bind(remark).bind(id)).await.map(drop)
}
