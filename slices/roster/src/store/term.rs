//! Terms, sessions, delegations, constituencies.

use kernel::{BodyId, Day};
use kit::{
    Fault,
    db::{Ask, Sql, Tx, Val},
};
use roster_rules::{ConstituencyId, ConstituencyKind, DelegationId, Session, SessionId, Term, TermId};

use super::word;

type TermRow = (TermId, BodyId, i64, Day, Option<Day>, i64);
const TERM: &str = "select id, congress, ordinal, began, ended, version from term";

fn term((id, congress, ordinal, began, ended, version): TermRow) -> Term {
    Term { id, congress, ordinal, began, ended, version }
}

/// One term.
pub async fn load(ask: &mut impl Ask, id: TermId) -> Result<Option<Term>, Fault> {
    Ok(ask.one::<TermRow>(Sql::new(TERM).add(" where id = {}").bind(id)).await?.map(term))
}

/// All terms of a congress, the newest first.
pub async fn of_congress(ask: &mut impl Ask, congress: BodyId) -> Result<Vec<Term>, Fault> {
    let sql = Sql::new(TERM).add(" where congress = {} order by ordinal desc").bind(congress);
    Ok(ask.all::<TermRow>(sql).await?.into_iter().map(term).collect())
}

/// The term that runs now; a prepared next one waits behind it.
pub async fn current(ask: &mut impl Ask, congress: BodyId) -> Result<Option<Term>, Fault> {
    let sql = Sql::new(TERM).add(" where congress = {} and ended is null order by ordinal limit 1").bind(congress);
    Ok(ask.one::<TermRow>(sql).await?.map(term))
}

/// Enters a term with its number of seats.
pub async fn insert(tx: &mut Tx, term: &Term, seats: Option<i64>) -> Result<(), Fault> {
    let values: [Val; 7] = [
        term.id.into(),
        term.congress.into(),
        term.ordinal.into(),
        seats.into(),
        term.began.into(),
        term.ended.into(),
        1i64.into(),
    ];
    let sql = Sql::new("insert into term (id, congress, ordinal, seats, began, ended, version) values ");
    tx.run(sql.list(values)).await.map(|_| ())
}

/// Keeps a term whose row still has its version; says whether it had.
pub async fn save(tx: &mut Tx, term: &Term) -> Result<bool, Fault> {
    let sql = Sql::new("update term set began = {}").bind(term.began).add(", ended = {}").bind(term.ended);
    let sql = sql.add(", version = version + 1 where id = {}").bind(term.id);
    Ok(tx.run(sql.add(" and version = {}").bind(term.version)).await? == 1)
}

type SessionRow = (SessionId, TermId, i64, String, Day, Option<Day>, i64);

/// The sessions of a term in their order.
pub async fn sessions(ask: &mut impl Ask, term: TermId) -> Result<Vec<Session>, Fault> {
    let sql = "select id, term, ordinal, name, opened, closed, version from session where term = {} order by ordinal";
    let rows: Vec<SessionRow> = ask.all(Sql::new(sql).bind(term)).await?;
    let read = |(id, term, ordinal, name, opened, closed, version)| Session {
        id,
        term,
        ordinal,
        name,
        opened,
        closed,
        version,
    };
    Ok(rows.into_iter().map(read).collect())
}

/// Enters a session.
pub async fn insert_session(tx: &mut Tx, session: &Session, congress: BodyId) -> Result<(), Fault> {
    let values: [Val; 8] = [
        session.id.into(),
        session.term.into(),
        congress.into(),
        session.ordinal.into(),
        (&session.name).into(),
        session.opened.into(),
        session.closed.into(),
        1i64.into(),
    ];
    let sql = Sql::new("insert into session (id, term, congress, ordinal, name, opened, closed, version) values ");
    tx.run(sql.list(values)).await.map(|_| ())
}

/// Keeps the last day of a session that has none yet; says whether it had none.
pub async fn close_session(tx: &mut Tx, id: SessionId, on: Day) -> Result<bool, Fault> {
    let sql = Sql::new("update session set closed = {}").bind(on).add(", version = version + 1 where id = {}").bind(id);
    Ok(tx.run(sql.add(" and closed is null")).await? == 1)
}

/// Keeps the days of a session whose row still has its version; says whether it had.
pub async fn save_session(tx: &mut Tx, session: &Session) -> Result<bool, Fault> {
    let sql = Sql::new("update session set opened = {}").bind(session.opened).add(", closed = {}").bind(session.closed);
    let sql = sql.add(", version = version + 1 where id = {}").bind(session.id);
    Ok(tx.run(sql.add(" and version = {}").bind(session.version)).await? == 1)
}

/// A delegation of a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delegation {
    /// Its identity.
    pub id: DelegationId,
    /// Its name: 长沙代表团.
    pub name: String,
    /// For writers who meet on the row.
    pub version: i64,
}

/// A constituency of a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Constituency {
    /// Its identity.
    pub id: ConstituencyId,
    /// Who elects there.
    pub kind: ConstituencyKind,
    /// Its name: 第十二选区.
    pub name: String,
    /// How many it elects.
    pub seats: Option<i64>,
    /// For writers who meet on the row.
    pub version: i64,
}

/// The delegations of a term by name.
pub async fn delegations(ask: &mut impl Ask, term: TermId) -> Result<Vec<Delegation>, Fault> {
    let sql = Sql::new("select id, name, version from delegation where term = {} order by name").bind(term);
    let rows: Vec<(DelegationId, String, i64)> = ask.all(sql).await?;
    Ok(rows.into_iter().map(|(id, name, version)| Delegation { id, name, version }).collect())
}

/// The constituencies of a term by name.
///
/// # Errors
/// When the database refuses or a row cannot be.
pub async fn constituencies(ask: &mut impl Ask, term: TermId) -> Result<Vec<Constituency>, Fault> {
    let sql = Sql::new("select id, kind, name, seats, version from constituency where term = {} order by name");
    let rows: Vec<(ConstituencyId, String, String, Option<i64>, i64)> = ask.all(sql.bind(term)).await?;
    let read = |(id, kind, name, seats, version): (_, String, _, _, _)| {
        Ok(Constituency { id, kind: word("constituency", &kind)?, name, seats, version })
    };
    rows.into_iter().map(read).collect()
}

/// Enters a delegation; says whether its name was new in the term.
pub async fn insert_delegation(tx: &mut Tx, of: &Term, new: &Delegation) -> Result<bool, Fault> {
    let values: [Val; 5] = [new.id.into(), of.id.into(), of.congress.into(), (&new.name).into(), 1i64.into()];
    let sql = Sql::new("insert into delegation (id, term, congress, name, version) values ").list(values);
    Ok(tx.run(sql.add(" on conflict (term, name) do nothing")).await? == 1)
}

/// Enters a constituency; says whether its name was new in the term.
pub async fn insert_constituency(tx: &mut Tx, of: &Term, new: &Constituency) -> Result<bool, Fault> {
    let values: [Val; 7] = [
        new.id.into(),
        of.id.into(),
        of.congress.into(),
        new.kind.as_str().into(),
        (&new.name).into(),
        new.seats.into(),
        1i64.into(),
    ];
    let sql =
        Sql::new("insert into constituency (id, term, congress, kind, name, seats, version) values ").list(values);
    Ok(tx.run(sql.add(" on conflict (term, name) do nothing")).await? == 1)
}
