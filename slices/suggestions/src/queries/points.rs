//! 逐项答复 of replies that are out, one line for each request.

use kernel::{Day, Moment};
use kit::{
    Fault,
    db::{Ask, Sql},
    list::{self, Key, Kind, List, Order, Page, Position},
    row,
};
use suggestions_rules::{AssignmentId, SuggestionId};

use super::Whose;

row!(
    /// What a delivered reply answers to one request.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct PointLine {
        /// The suggestion.
        pub suggestion: SuggestionId,
        /// The unit's part.
        pub assignment: AssignmentId,
        /// The round of its reply.
        pub round: i64,
        /// Its place in the letter, from 0.
        pub ordinal: i64,
        /// The number as written.
        pub number: Option<String>,
        /// 标题.
        pub title: String,
        /// The unit.
        pub unit: Option<String>,
        /// The class of the reply.
        pub class: Option<String>,
        /// When it was delivered.
        pub delivered: Option<Moment>,
        /// What was asked for.
        pub request: String,
        /// What is done.
        pub measure: Option<String>,
        /// Who answers for it.
        pub owner: Option<String>,
        /// By when.
        pub due: Option<Day>,
        /// With what money.
        pub money: Option<String>,
        /// Whether it became a promise.
        pub promised: bool,
        /// Why it cannot be done.
        pub reason: Option<String>,
    }
);

/// Suggestion by suggestion, in the order of the letters.
pub const POINTS: Order = Order {
    name: "letter",
    keys: &[
        Key::up("p.suggestion", Kind::Id),
        Key::up("p.assignment", Kind::Id),
        Key::up("p.round", Kind::Int),
        Key::up("p.ordinal", Kind::Int),
    ],
};

/// Lines after `after`.
pub async fn points(
    ask: &mut impl Ask,
    whose: Whose,
    after: Option<Position>,
    size: u16,
) -> Result<Page<PointLine>, Fault> {
    let select = Sql::new(
        "select p.suggestion, p.assignment, p.round, p.ordinal, s.number, s.title, \
         (select b.name from v_body b where b.id = a.unit), r.class, r.delivered, p.request, p.measure, p.owner, p.due, \
         p.money, p.promised, p.reason ",
    );
    let (select, count) = (select.join(out(whose)), Sql::new("select count(*) ").join(out(whose)));
    let list = List { select, count, order: &POINTS, after, size };
    let key =
        |line: &PointLine| vec![line.suggestion.into(), line.assignment.into(), line.round.into(), line.ordinal.into()];
    list::page(ask, list, key).await
}

/// Where they stand: below letters that are out, of parts that were not passed on.
fn out(whose: Whose) -> Sql {
    let sql = Sql::new(
        "from reply_point p join reply r on r.assignment = p.assignment and r.round = p.round \
         join assignment a on a.id = p.assignment join suggestion s on s.id = p.suggestion \
         where r.stage = 'delivered' and a.work <> 'passed-on' and ",
    );
    match whose {
        Whose::Congress(congress) | Whose::Government(congress) => sql.add("a.congress = {}").bind(congress),
        Whose::Unit(unit) => sql.add("a.unit = {}").bind(unit),
    }
}
