//! 交办通知的发文字号.

use kernel::{BodyId, Day};
use kit::{
    Fault,
    db::{Ask, Sql, Tx},
    row,
};
use suggestions_rules::SessionId;

row!(
    /// The number under which what was assigned up to a day goes out.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct NoticeNumber {
        /// The day: what was assigned up to it, and after the one before it.
        pub day: Day,
        /// 发文字号.
        pub number: String,
        /// Whom the units ask, and how; may be empty.
        pub contact: String,
    }
);

/// The numbers of a session, the earliest first.
pub async fn notice_numbers(ask: &mut impl Ask, session: SessionId) -> Result<Vec<NoticeNumber>, Fault> {
    let sql = Sql::new("select day, number, contact from notice_number where session = {} order by day");
    ask.all(sql.bind(session)).await
}

/// Keeps a number, in place of the one of that day.
pub(crate) async fn keep_notice_number(
    tx: &mut Tx,
    (congress, session): (BodyId, SessionId),
    it: &NoticeNumber,
) -> Result<(), Fault> {
    let sql =
        Sql::new("insert into notice_number (session, day, congress, number, contact) values ({}, {}, {}, {}, {})");
    let sql = sql.bind(session).bind(it.day).bind(congress).bind(&it.number).bind(&it.contact);
    let sql = sql.add(" on conflict (session, day) do update set number = excluded.number, contact = excluded.contact");
    tx.run(sql).await.map(drop)
}
