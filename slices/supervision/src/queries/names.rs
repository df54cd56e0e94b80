//! Names of bodies and sessions, from the roster's views.

use kernel::{BodyId, Day};
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};
use supervision_rules::SessionId;

row!(
    /// A session of a congress.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Session {
        /// The session.
        pub id: SessionId,
        /// The congress.
        pub congress: BodyId,
        /// 第十八届第五次会议.
        pub name: String,
        /// The day it opened.
        pub opened: Day,
    }
);

const SESSIONS: &str = "select s.id, s.congress, s.name, s.opened from v_session s where ";

/// The sessions of a congress, the latest first.
pub async fn sessions(ask: &mut impl Ask, congress: BodyId) -> Result<Vec<Session>, Fault> {
    let sql = Sql::new(SESSIONS).add("s.congress = {} order by s.opened desc, s.id desc");
    ask.all(sql.bind(congress)).await
}

/// One session; nothing when there is none.
pub async fn session(ask: &mut impl Ask, id: SessionId) -> Result<Option<Session>, Fault> {
    ask.one(Sql::new(SESSIONS).add("s.id = {}").bind(id)).await
}

/// The units that have handled suggestions of a congress, by name, with their identities as addresses have them.
pub async fn handlers(ask: &mut impl Ask, congress: BodyId) -> Result<Vec<(String, String)>, Fault> {
    let sql = Sql::new(
        "select distinct b.id, b.name from handling_sum h join v_body b on b.id = h.about where h.congress = {}",
    )
    .bind(congress)
    .add(" and h.about <> {} and h.dimension = 'role' and h.n <> 0 order by b.name, b.id");
    let rows: Vec<(BodyId, String)> = ask.all(sql.bind(congress)).await?;
    Ok(rows.into_iter().map(|(id, name)| (id.to_string(), name)).collect())
}

/// The delegations of the term of a session, by name, with their identities as addresses have them.
pub async fn delegations(ask: &mut impl Ask, session: SessionId) -> Result<Vec<(String, String)>, Fault> {
    let sql = Sql::new("select d.id, d.name from v_delegation d join v_session s on s.term = d.term where s.id = {}");
    let rows: Vec<(BodyId, String)> = ask.all(sql.bind(session).add(" order by d.name, d.id")).await?;
    Ok(rows.into_iter().map(|(id, name)| (id.to_string(), name)).collect())
}
