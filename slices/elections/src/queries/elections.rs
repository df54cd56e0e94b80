//! The list of elections.

use elections_rules::election::ElectionId;
use kernel::{BodyId, Day};
use kit::{
    Fault,
    db::{Ask, Sql, Val},
    list::{self, Key, Kind, List, Order, Page, Position},
    row,
};

/// The latest day first.
pub const BY_DAY: Order =
    Order { name: "elections", keys: &[Key::down("e.day", Kind::Text), Key::down("e.id", Kind::Id)] };

/// What the list is narrowed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ElectionFilter {
    /// The congress.
    pub congress: BodyId,
    /// The word of a kind.
    pub kind: Option<&'static str>,
    /// The word of a stage.
    pub stage: Option<&'static str>,
}

row! {
    /// One line of the list.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct ElectionLine {
        /// The election.
        pub id: ElectionId,
        /// What it is called.
        pub title: String,
        /// The word of its kind.
        pub kind: String,
        /// How many are elected.
        pub seats: i64,
        /// Election day.
        pub day: Day,
        /// The word of its stage.
        pub stage: String,
        /// How many stand or were nominated.
        pub candidates: i64,
    }
}

const LINES: &str = "select e.id, e.title, e.kind, e.seats, e.day, e.stage, (select count(*) from election_candidate k \
     join election_district d on d.id = k.district where d.election = e.id and k.origin <> 'written') from election e where ";

impl ElectionFilter {
    fn narrow(&self, sql: &'static str) -> Sql {
        let mut sql = Sql::new(sql).add("e.congress = {}").bind(self.congress);
        if let Some(kind) = self.kind {
            sql = sql.add(" and e.kind = {}").bind(kind);
        }
        match self.stage {
            Some(stage) => sql.add(" and e.stage = {}").bind(stage),
            None => sql,
        }
    }
}

/// One page of the list.
pub async fn elections(
    ask: &mut impl Ask,
    filter: &ElectionFilter,
    after: Option<Position>,
    size: u16,
) -> Result<Page<ElectionLine>, Fault> {
    let list = List {
        select: filter.narrow(LINES),
        count: filter.narrow("select count(*) from election e where "),
        order: &BY_DAY,
        after,
        size,
    };
    list::page(ask, list, |line: &ElectionLine| vec![Val::from(line.day), Val::from(line.id)]).await
}
