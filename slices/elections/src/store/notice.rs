//! 公告, written once.

use elections_rules::election::{AnnouncementId, NoticeKind};
use kernel::{BodyId, Day};
use kit::{
    Fault,
    db::{Ask, Sql, Tx, Val},
    row,
};
use law_rules::Word as _;
use uuid::Uuid;

row! {
    /// A public notice as it is kept.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Notice {
        /// Its identity.
        pub id: AnnouncementId,
        /// Whose.
        pub congress: BodyId,
        /// The name of that congress.
        pub congress_name: String,
        /// The word of what it tells.
        pub kind: String,
        /// The election or departure.
        pub subject: Uuid,
        /// The year of its number.
        pub year: i64,
        /// The number.
        pub n: i64,
        /// The title.
        pub title: String,
        /// The text, a paragraph a line.
        pub body: String,
        /// Its day.
        pub day: Day,
    }
}

/// One notice.
pub async fn read_notice(ask: &mut impl Ask, id: AnnouncementId) -> Result<Option<Notice>, Fault> {
    let sql = Sql::new("select a.id, a.congress, b.name, a.kind, a.subject, a.year, a.n, a.title, a.body, a.day ")
        .add("from announcement a join v_body b on b.id = a.congress where a.id = {}");
    ask.one(sql.bind(id)).await
}

/// Makes a notice public under the next number of the congress and year.
pub async fn begin_notice(
    tx: &mut Tx,
    (id, kind, subject): (AnnouncementId, NoticeKind, Uuid),
    (congress, day): (BodyId, Day),
    (title, body): (&str, &str),
) -> Result<(), Fault> {
    let year = i64::from(day.parts().0);
    let sql = Sql::new(
        "insert into announcement_numbering (congress, year, last) values ({}, {}, 1) on conflict (congress, year) ",
    );
    let sql = sql.bind(congress).bind(year).add("do update set last = announcement_numbering.last + 1 returning last");
    let last = tx.one::<(i64,)>(sql).await?;
    let n = last.map(|(last,)| last).ok_or_else(|| Fault::new("table `announcement_numbering` gave no number"))?;
    let vals: Vec<Val> = vec![
        id.into(),
        congress.into(),
        kind.word().into(),
        subject.into(),
        year.into(),
        n.into(),
        title.into(),
        body.into(),
        day.into(),
    ];
    let sql = Sql::new("insert into announcement (id, congress, kind, subject, year, n, title, body, day) values ")
        .list(vals);
    tx.run(sql).await.map(drop)
}
