//! The log of what was taken down, which anybody reads.

use disclosure_rules::DisclosureId;
use kernel::{BodyId, Moment};
use kit::{
    Fault,
    db::{Ask, Sql, Val},
    list::{self, Key, Kind, List, Order, Page, Position},
    row,
};

row! {
    /// One line of the log.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct RemovalLine {
        /// The disclosure.
        pub disclosure: DisclosureId,
        /// When it was taken down.
        pub at: Moment,
        /// The year of its number.
        pub year: i64,
        /// Its number in that year.
        pub n: i64,
        /// The number of the suggestion.
        pub number: String,
        /// The congress.
        pub congress: Option<String>,
        /// Since when it had been before the public.
        pub since: Moment,
        /// The word of the reason's category.
        pub ground: String,
        /// Whether a later edition is before the public now.
        pub again: bool,
    }
}

/// The last taken down first.
pub const LATEST: Order =
    Order { name: "removals", keys: &[Key::down("r.at", Kind::Int), Key::down("r.disclosure", Kind::Id)] };

/// One page of the log, of one congress or of all.
pub async fn removals(
    ask: &mut impl Ask,
    congress: Option<BodyId>,
    after: Option<Position>,
    size: u16,
) -> Result<Page<RemovalLine>, Fault> {
    let narrow = |sql: &'static str| match congress {
        Some(congress) => Sql::new(sql).add("r.congress = {}").bind(congress),
        None => Sql::new(sql).add("1 = 1"),
    };
    let select = "select r.disclosure, r.at, r.year, r.n, r.number, (select b.name from v_body b where b.id = r.congress), \
                  r.since, r.ground, case when exists (select 1 from disclosure d where d.id = r.disclosure \
                  and d.stage = 'disclosed') then 1 else 0 end from disclosure_removal r where ";
    let list = List {
        select: narrow(select),
        count: narrow("select count(*) from disclosure_removal r where "),
        order: &LATEST,
        after,
        size,
    };
    list::page(ask, list, |line: &RemovalLine| vec![line.at.into(), Val::from(line.disclosure)]).await
}
