//! 回头看: closed matters whose work was still going on, and when each is due to be looked at again.

use kernel::{BodyId, Moment};
use kit::{
    Fault,
    db::{Ask, Sql},
    list::{self, Key, Kind, List, Order, Page, Position},
    row,
};
use suggestions_rules::SuggestionId;

row!(
    /// A closed matter to be looked back on.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct LookLine {
        /// The suggestion.
        pub id: SuggestionId,
        /// Its number as written.
        pub number: Option<String>,
        /// 标题.
        pub title: String,
        /// 领衔代表.
        pub lead: Option<String>,
        /// 主办单位, or the first of several.
        pub unit: Option<String>,
        /// The class of its reply.
        pub class: Option<String>,
        /// When it was closed.
        pub closed: Moment,
        /// When it was last looked back on.
        pub last: Option<Moment>,
        /// What was found then.
        pub found: Option<String>,
        /// Open promises.
        pub open: i64,
        /// From when on it waits: closing, or the last look.
        pub since: Moment,
    }
);

row!(
    /// One look back.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Look {
        /// When.
        pub at: Moment,
        /// What was found.
        pub found: String,
        /// In words.
        pub words: Option<String>,
    }
);

const SINCE: &str = "coalesce((select max(k.at) from look_back k where k.suggestion = s.id), s.closed)";

/// The order of the list: what waits longest first.
pub const LOOKED: Order = Order {
    name: "since",
    keys: &[
        Key::up("coalesce((select max(k.at) from look_back k where k.suggestion = s.id), s.closed)", Kind::Int),
        Key::up("s.id", Kind::Id),
    ],
};

/// Closed matters whose reply counts as in progress or planned, that have waited since `until` or before and were not found done.
pub async fn look_back(
    ask: &mut impl Ask,
    congress: BodyId,
    until: Moment,
    after: Option<Position>,
    size: u16,
) -> Result<Page<LookLine>, Fault> {
    let select = Sql::new(
        "select s.id, s.number, s.title, (select p.name from v_person p where p.id = s.lead), \
         (select b.name from assignment a join v_body b on b.id = a.unit where a.suggestion = s.id and a.role <> 'co' \
          and a.work <> 'passed-on' order by a.ordinal limit 1), \
         (select r.class from reply r join assignment a on a.id = r.assignment where r.suggestion = s.id \
          and a.work <> 'passed-on' order by a.ordinal, r.round desc limit 1), s.closed, \
         (select max(k.at) from look_back k where k.suggestion = s.id), \
         (select k.found from look_back k where k.suggestion = s.id order by k.ordinal desc limit 1), \
         (select count(*) from promise p where p.suggestion = s.id and p.standing in ('open', 'answered')), ",
    )
    .add(SINCE)
    .add(" from suggestion s where ")
    .join(due(congress, until));
    let count = Sql::new("select count(*) from suggestion s where ").join(due(congress, until));
    let list = List { select, count, order: &LOOKED, after, size };
    list::page(ask, list, |line: &LookLine| vec![line.since.into(), line.id.into()]).await
}

fn due(congress: BodyId, until: Moment) -> Sql {
    Sql::new("s.stage = 'closed' and s.congress = {} and s.closed <= {} and ")
        .bind(congress)
        .bind(until)
        .add(SINCE)
        .add(" <= {}")
        .bind(until)
        .add(" and coalesce((select k.found from look_back k where k.suggestion = s.id order by k.ordinal desc limit 1), '')")
        .add(" <> 'done' and exists (select 1 from reply r join assignment a on a.id = r.assignment")
        .add(" where r.suggestion = s.id and a.work <> 'passed-on' and r.counted_as in ('in-progress', 'planned')")
        .add(" and not exists (select 1 from reply n where n.assignment = r.assignment and n.round > r.round)")
        .add(" and not exists (select 1 from promise p where p.assignment = r.assignment and p.round = r.round")
        .add(" and p.standing = 'kept' and p.counted_as = 'solved'))")
}

/// The looks back on one suggestion, oldest first.
pub async fn looked(ask: &mut impl Ask, of: SuggestionId) -> Result<Vec<Look>, Fault> {
    let sql = Sql::new("select k.at, k.found, (select m.words from remark m where m.id = k.words) from look_back k");
    ask.all(sql.add(" where k.suggestion = {} order by k.ordinal").bind(of)).await
}
