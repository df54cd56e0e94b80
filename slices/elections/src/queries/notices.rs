//! Public notices.

use elections_rules::election::AnnouncementId;
use kernel::{BodyId, Day};
use kit::{
    Fault,
    db::{Ask, Sql, Val},
    list::{self, Key, Kind, List, Order, Page, Position},
    row,
};
use uuid::Uuid;

/// The latest first.
pub const LATEST: Order =
    Order { name: "announcements", keys: &[Key::down("a.day", Kind::Text), Key::down("a.id", Kind::Id)] };

row! {
    /// One notice in the list.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct NoticeLine {
        /// The notice.
        pub id: AnnouncementId,
        /// The congress.
        pub congress: String,
        /// The word of what it tells.
        pub kind: String,
        /// The title.
        pub title: String,
        /// Its day.
        pub day: Day,
    }
}

const LINES: &str =
    "select a.id, b.name, a.kind, a.title, a.day from announcement a join v_body b on b.id = a.congress where ";

fn narrow(sql: &'static str, congress: Option<BodyId>) -> Sql {
    match congress {
        Some(congress) => Sql::new(sql).add("a.congress = {}").bind(congress),
        None => Sql::new(sql).add("1 = 1"),
    }
}

/// One page of notices, of one congress or of all.
pub async fn notices(
    ask: &mut impl Ask,
    congress: Option<BodyId>,
    after: Option<Position>,
    size: u16,
) -> Result<Page<NoticeLine>, Fault> {
    let list = List {
        select: narrow(LINES, congress),
        count: narrow("select count(*) from announcement a where ", congress),
        order: &LATEST,
        after,
        size,
    };
    list::page(ask, list, |line: &NoticeLine| vec![Val::from(line.day), Val::from(line.id)]).await
}

/// The notices of one election or departure, in their order.
pub async fn of_subject(ask: &mut impl Ask, subject: Uuid) -> Result<Vec<NoticeLine>, Fault> {
    ask.all(Sql::new(LINES).add("a.subject = {} order by a.year, a.n").bind(subject)).await
}
