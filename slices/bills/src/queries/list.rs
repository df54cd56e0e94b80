//! The list of a congress's bills: narrowed, newest first, with the exact total.

use bills_rules::{BillId, SessionId};
use kernel::{BodyId, Day, Moment};
use kit::{
    Fault,
    db::{Ask, Sql},
    list::{self, Key, Kind, List, Order, Page, Position, containing},
    row,
};

/// What the list is narrowed to. Drafts are never in it: they are not yet the congress's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// The congress.
    pub congress: BodyId,
    /// Words the title must hold.
    pub words: String,
    /// A stage, by its word.
    pub stage: Option<String>,
    /// An end, by its word.
    pub ending: Option<String>,
    /// A session.
    pub session: Option<SessionId>,
    /// Those with a committee that should have reported before that day.
    pub overdue_on: Option<Day>,
}

impl Filter {
    /// Everything of a congress.
    #[must_use]
    pub const fn of(congress: BodyId) -> Self {
        Self { congress, words: String::new(), stage: None, ending: None, session: None, overdue_on: None }
    }

    fn narrow(&self, sql: Sql) -> Sql {
        let mut sql = sql.add("b.filed is not null and b.congress = {}").bind(self.congress);
        for word in self.words.split_whitespace() {
            sql = sql.add(" and lower(b.title) like {} escape '!'").bind(containing(&word.to_lowercase()));
        }
        if let Some(stage) = &self.stage {
            sql = sql.add(" and b.stage = {}").bind(stage);
        }
        if let Some(ending) = &self.ending {
            sql = sql.add(" and b.ending = {}").bind(ending);
        }
        if let Some(session) = self.session {
            sql = sql.add(" and b.session = {}").bind(session);
        }
        if let Some(day) = self.overdue_on {
            sql = sql.add(" and b.stage = 'referred' and b.report_by < {}").bind(day);
        }
        sql
    }
}

row!(
    /// One line of the list.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Line {
        /// The bill.
        pub id: BillId,
        /// Its number as written, once it has one.
        pub number: Option<String>,
        /// 案由.
        pub title: String,
        /// The word of its stage.
        pub stage: String,
        /// The word of its end, once it has one.
        pub ending: Option<String>,
        /// When it was handed in.
        pub filed: Moment,
        /// Whether after the deadline.
        pub late: bool,
        /// 领衔代表.
        pub lead: Option<String>,
        /// 代表团.
        pub delegation: Option<String>,
        /// The organ that put it, as it signs.
        pub organ: Option<String>,
        /// Deputies who have signed beside the lead one.
        pub seconds: i64,
        /// By when a committee reports, while it is with one.
        pub report_by: Option<Day>,
    }
);

const LINES: &str = "select b.id, b.number, b.title, b.stage, b.ending, b.filed, b.late, \
      (select p.name from v_person p where p.id = b.lead), \
      (select d.name from v_mandate m join v_delegation d on d.id = m.delegation \
       where m.person = b.lead and d.congress = b.congress \
       and d.term = (select v.term from v_session v where v.id = b.session) limit 1), b.organ_name, \
      (select count(*) from bill_signer s where s.bill = b.id and s.answer = 'confirmed'), \
      case when b.stage = 'referred' then b.report_by end from bill b where ";

impl Line {
    /// Whether the committee should have reported before today.
    #[must_use]
    pub fn overdue(&self, today: Day) -> bool {
        self.report_by.is_some_and(|day| day < today)
    }
}

/// Newest first, as it was handed in.
pub const NEWEST: Order =
    Order { name: "newest", keys: &[Key::down("b.filed", Kind::Int), Key::down("b.id", Kind::Id)] };

/// Lines after `after`, newest first.
pub async fn list(
    ask: &mut impl Ask,
    filter: &Filter,
    after: Option<Position>,
    size: u16,
) -> Result<Page<Line>, Fault> {
    let select = filter.narrow(Sql::new(LINES));
    let count = filter.narrow(Sql::new("select count(*) from bill b where "));
    let list = List { select, count, order: &NEWEST, after, size };
    list::page(ask, list, |line: &Line| vec![line.filed.into(), line.id.into()]).await
}
