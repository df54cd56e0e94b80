//! The list of what is voted on.

use ballots_rules::paper::{BallotId, RoundId};
use kernel::{BodyId, Day};
use kit::{
    Fault,
    db::{Ask, Sql, Val},
    list::{self, Key, Kind, List, Order, Page, Position},
    row,
};

/// The latest day first.
pub const BY_DAY: Order =
    Order { name: "ballots", keys: &[Key::down("b.day", Kind::Text), Key::down("b.id", Kind::Id)] };

/// What the list is narrowed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemFilter {
    /// The congress.
    pub congress: BodyId,
    /// The word of a kind.
    pub kind: Option<&'static str>,
    /// Whether what is only prepared is shown too.
    pub drafts: bool,
}

row! {
    /// One line of the list.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct ItemLine {
        /// The matter.
        pub id: BallotId,
        /// What it is called.
        pub title: String,
        /// The meeting.
        pub meeting: String,
        /// Its day.
        pub day: Day,
        /// The word of its kind.
        pub kind: String,
        /// Its last round.
        pub round: Option<RoundId>,
        /// Which that is.
        pub n: Option<u32>,
        /// The word of that round's stage.
        pub stage: Option<String>,
    }
}

const ITEMS: &str = "select b.id, b.title, b.meeting, b.day, b.kind, r.id, r.n, r.stage from ballot b left join ballot_round r \
     on r.ballot = b.id and not exists (select 1 from ballot_round l where l.ballot = r.ballot and l.n > r.n) where ";

impl ItemFilter {
    fn narrow(&self, sql: &'static str) -> Sql {
        let mut sql = Sql::new(sql).add("b.congress = {}").bind(self.congress);
        if let Some(kind) = self.kind {
            sql = sql.add(" and b.kind = {}").bind(kind);
        }
        if self.drafts { sql } else { sql.add(" and exists (select 1 from ballot_round o where o.ballot = b.id)") }
    }
}

/// One page of the list.
pub async fn items(
    ask: &mut impl Ask,
    filter: &ItemFilter,
    after: Option<Position>,
    size: u16,
) -> Result<Page<ItemLine>, Fault> {
    let list = List {
        select: filter.narrow(ITEMS),
        count: filter.narrow("select count(*) from ballot b where "),
        order: &BY_DAY,
        after,
        size,
    };
    list::page(ask, list, |line: &ItemLine| vec![Val::from(line.day), Val::from(line.id)]).await
}
