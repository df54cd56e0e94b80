//! 任免公告: what anybody may read. Names, offices and days; nothing of how it came about.

use kernel::{BodyId, Day};
use kit::{
    Fault,
    db::{Ask, Sql, Val},
    list::{self, Key, Kind, List, Order, Page, Position},
    row,
};
use roster_views::{Named, body_name};

/// The latest announced first.
pub const ANNOUNCEMENTS: Order = Order {
    name: "announcements",
    keys: &[Key::down("a.notice_year", Kind::Int), Key::down("a.notice_n", Kind::Int), Key::down("a.id", Kind::Id)],
};

row! {
    /// One line of an announcement.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct NoticeLine {
        /// The proposal.
        pub id: appointments_rules::AppointmentId,
        /// The year of the announcement.
        pub year: i64,
        /// Which in that year.
        pub n: i64,
        /// The word of the kind.
        pub kind: String,
        /// The person.
        pub person: String,
        /// The office.
        pub office: String,
        /// What the law calls it: the word of an `Office`.
        pub law: String,
        /// The day of the vote, from which it holds.
        pub decided: Day,
    }
}

/// An announcement.
#[derive(Clone, Debug)]
pub struct Announced {
    /// The congress.
    pub congress: String,
    /// Its lines.
    pub lines: Vec<NoticeLine>,
}

const LINES: &str = "select a.id, a.notice_year, a.notice_n, a.kind, e.name, s.name, a.office, a.decided from appointment a \
     join appointment_seat s on s.id = a.seat join appointee e on e.id = a.person where a.notice_n is not null and a.congress = {}";

/// The congresses that announced something.
pub async fn announcing(ask: &mut impl Ask) -> Result<Vec<Named>, Fault> {
    let sql = "select b.id, b.name from v_body b where exists (select 1 from appointment a where a.congress = b.id \
         and a.notice_n is not null) order by b.level, b.name, b.id";
    ask.all(Sql::new(sql)).await
}

/// One page of what a congress announced.
pub async fn announced(
    ask: &mut impl Ask,
    congress: BodyId,
    after: Option<Position>,
    size: u16,
) -> Result<Page<NoticeLine>, Fault> {
    let count =
        Sql::new("select count(*) from appointment a where a.notice_n is not null and a.congress = {}").bind(congress);
    let list = List { select: Sql::new(LINES).bind(congress), count, order: &ANNOUNCEMENTS, after, size };
    let key = |line: &NoticeLine| vec![Val::from(line.year), Val::from(line.n), Val::from(line.id)];
    list::page(ask, list, key).await
}

/// All lines of one announcement, as they are read out: appointments first.
pub async fn notice(ask: &mut impl Ask, congress: BodyId, (year, n): (i64, i64)) -> Result<Announced, Fault> {
    let sql = Sql::new(LINES).bind(congress).add(" and a.notice_year = {} and a.notice_n = {}").bind(year).bind(n);
    let lines = ask.all(sql.add(" order by a.kind, s.ordinal, a.made, a.id")).await?;
    Ok(Announced { congress: body_name(ask, congress).await?, lines })
}
