//! The list of proposals.

use appointments_rules::AppointmentId;
use kernel::{BodyId, Day, Moment};
use kit::{
    Fault,
    db::{Ask, Sql, Val},
    list::{self, Key, Kind, List, Order, Page, Position},
    row,
};

use crate::sight::Sight;

/// The last begun first.
pub const LATEST: Order =
    Order { name: "appointments", keys: &[Key::down("a.made", Kind::Int), Key::down("a.id", Kind::Id)] };

/// What the list is narrowed to.
#[derive(Clone, Debug)]
pub struct Narrow {
    /// The congress.
    pub congress: BodyId,
    /// As whom it is read.
    pub sight: Sight,
    /// The word of a stage; `open`: still under way.
    pub stage: Option<&'static str>,
    /// The word of a kind.
    pub kind: Option<&'static str>,
}

row! {
    /// One line of the list.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Line {
        /// The proposal.
        pub id: AppointmentId,
        /// The word of its kind.
        pub kind: String,
        /// The office.
        pub office: String,
        /// The person.
        pub person: String,
        /// The word of the proposer.
        pub proposer: String,
        /// The word of its stage.
        pub stage: String,
        /// The day of the meeting.
        pub meets: Option<Day>,
        /// The day of the vote.
        pub decided: Option<Day>,
        /// The announcement.
        pub notice_year: Option<i64>,
        /// Which in that year.
        pub notice_n: Option<i64>,
        /// The letter.
        pub letter_year: Option<i64>,
        /// Which in that year.
        pub letter_n: Option<i64>,
        /// When it was begun.
        pub made: Moment,
    }
}

const LINES: &str = "select a.id, a.kind, s.name, e.name, a.proposer, a.stage, a.meets, a.decided, a.notice_year, a.notice_n, \
     a.letter_year, a.letter_n, a.made from appointment a join appointment_seat s on s.id = a.seat join appointee e on e.id = a.person where ";

impl Narrow {
    fn narrow(&self, sql: &'static str) -> Sql {
        let mut sql = self.sight.narrow(Sql::new(sql).add("a.congress = {}").bind(self.congress));
        sql = match self.stage {
            Some("open") => sql.add(" and a.stage in ('drafted', 'submitted', 'examined', 'listed', 'adopted')"),
            Some(stage) => sql.add(" and a.stage = {}").bind(stage),
            None => sql,
        };
        match self.kind {
            Some(kind) => sql.add(" and a.kind = {}").bind(kind),
            None => sql,
        }
    }
}

/// One page of the list.
pub async fn lines(
    ask: &mut impl Ask,
    narrow: &Narrow,
    after: Option<Position>,
    size: u16,
) -> Result<Page<Line>, Fault> {
    let count = narrow.narrow("select count(*) from appointment a where ");
    let list = List { select: narrow.narrow(LINES), count, order: &LATEST, after, size };
    list::page(ask, list, |line: &Line| vec![Val::from(line.made), Val::from(line.id)]).await
}

/// All of them, for the register: at most ten thousand, the first begun first.
pub async fn register(ask: &mut impl Ask, narrow: &Narrow) -> Result<Vec<Line>, Fault> {
    ask.all(narrow.narrow(LINES).add(" order by a.made, a.id limit 10000")).await
}
