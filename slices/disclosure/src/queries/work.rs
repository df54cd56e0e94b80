//! The office's list: what waits to be disclosed, and what was decided.

use disclosure_rules::{DisclosureId, SuggestionId};
use kernel::{BodyId, Moment};
use kit::{
    Fault,
    db::{Ask, Sql, Val},
    list::{self, Key, Kind, List, Order, Page, Position},
    row,
};

row! {
    /// One line of the office's list.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct WorkLine {
        /// The suggestion.
        pub suggestion: SuggestionId,
        /// When it was handed in.
        pub filed: Moment,
        /// 第12号.
        pub number: String,
        /// The title as it was written.
        pub title: String,
        /// When it was closed.
        pub closed: Option<Moment>,
        /// When the first unit replied.
        pub replied: Option<Moment>,
        /// The disclosure; nothing while nobody has decided.
        pub disclosure: Option<DisclosureId>,
        /// When it was decided, or when the present edition was made.
        pub at: Option<Moment>,
        /// The word of the reason's category.
        pub ground: Option<String>,
        /// Whether a unit replied again, or the class of a reply was changed, since the present edition was made.
        pub newer: bool,
    }
}

/// The oldest first: they have waited longest.
pub const OLDEST: Order =
    Order { name: "to-disclose", keys: &[Key::up("s.filed", Kind::Int), Key::up("s.suggestion", Kind::Id)] };

/// What the list can be narrowed to.
pub const WORDS: [&str; 4] = ["waiting", "disclosed", "withheld", "taken-down"];

const LINES: &str = "select s.suggestion, s.filed, s.number, s.title, s.closed, \
     (select min(l.delivered) from v_letter l where l.suggestion = s.suggestion), d.id, d.at, d.ground, \
     case when exists (select 1 from v_letter l where l.suggestion = s.suggestion and (l.delivered > d.at or exists \
     (select 1 from disclosure_reply r where r.disclosure = d.id and r.edition = d.editions and r.assignment = l.assignment \
     and r.round = l.round and r.class <> l.class))) then 1 else 0 end \
     from v_disclosable s left join disclosure d on d.suggestion = s.suggestion where s.congress = {}";
const COUNT: &str =
    "select count(*) from v_disclosable s left join disclosure d on d.suggestion = s.suggestion where s.congress = {}";

/// One page of the list: what stands in that stage, `waiting` where nobody has decided.
pub async fn work(
    ask: &mut impl Ask,
    congress: BodyId,
    stage: &str,
    after_closing: bool,
    (after, size): (Option<Position>, u16),
) -> Result<Page<WorkLine>, Fault> {
    let narrow = |sql: &'static str| {
        let sql = Sql::new(sql).bind(congress);
        match stage {
            "waiting" => {
                let sql = if after_closing {
                    sql.add(" and s.stage = 'closed'")
                } else {
                    sql.add(" and s.stage in ('handling', 'closed')")
                };
                sql.add(" and d.id is null and s.publish = 1 and exists (select 1 from v_letter l where l.suggestion = s.suggestion)")
            }
            stage => sql.add(" and d.stage = {}").bind(stage),
        }
    };
    let list = List { select: narrow(LINES), count: narrow(COUNT), order: &OLDEST, after, size };
    list::page(ask, list, |line: &WorkLine| vec![line.filed.into(), Val::from(line.suggestion)]).await
}
