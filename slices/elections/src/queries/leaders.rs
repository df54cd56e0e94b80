//! Recalls and resignations of leaders; what the register of appointments says of who holds an office.

use elections_rules::election::{HeldId, LeaderLeaving, LeaderLeavingId, may_leave};
use kernel::{BodyId, Day};
use kit::{
    Fault,
    db::{Ask, Sql, Val},
    list::{self, Key, Kind, List, Order, Page, Position},
    row,
};
use law_rules::Rung;

/// The latest first.
pub const LEADERS: Order =
    Order { name: "leaders", keys: &[Key::down("l.received", Kind::Text), Key::down("l.id", Kind::Id)] };

row! {
    /// One of them in the list.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct LeaderLine {
        /// The matter.
        pub id: LeaderLeavingId,
        /// Whose.
        pub name: String,
        /// What the office is called.
        pub office: String,
        /// The word of how.
        pub leaving: String,
        /// When it came in.
        pub received: Day,
        /// The word of how far it is.
        pub stage: String,
        /// When it was decided.
        pub decided: Option<Day>,
    }
}

row! {
    /// Somebody who holds or held an office.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Holder {
        /// The holding.
        pub id: HeldId,
        /// The congress.
        pub congress: BodyId,
        /// What the office is called.
        pub title: String,
        /// The word of what the law calls it.
        pub office: String,
        /// The name.
        pub name: String,
        /// The first day.
        pub since: Day,
        /// The last day.
        pub until: Option<Day>,
        /// The word of how it came to be.
        pub how: String,
    }
}

const HOLDER: &str =
    "select h.id, h.congress, h.title, h.office, h.name, h.since, h.until, h.how from v_leader_holding h where ";

impl Holder {
    /// Whether it goes on, and not only somebody acts.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.until.is_none() && self.how != "acting"
    }
}

/// One page of recalls and resignations of a congress's leaders.
pub async fn leaders(
    ask: &mut impl Ask,
    congress: BodyId,
    after: Option<Position>,
    size: u16,
) -> Result<Page<LeaderLine>, Fault> {
    let select =
        Sql::new("select l.id, h.name, h.title, l.leaving, l.received, l.stage, l.decided from leader_leaving l ")
            .add("join v_leader_holding h on h.id = l.holding where l.congress = {}")
            .bind(congress);
    let count = Sql::new("select count(*) from leader_leaving l where l.congress = {}").bind(congress);
    let list = List { select, count, order: &LEADERS, after, size };
    list::page(ask, list, |line: &LeaderLine| vec![Val::from(line.received), Val::from(line.id)]).await
}

/// One holding.
pub async fn holder(ask: &mut impl Ask, id: HeldId) -> Result<Option<Holder>, Fault> {
    ask.one(Sql::new(HOLDER).add("h.id = {}").bind(id)).await
}

/// Who may be recalled or resign before a congress of that level.
pub async fn may_be_gone(ask: &mut impl Ask, congress: BodyId, level: Rung) -> Result<Vec<Holder>, Fault> {
    let sql = Sql::new(HOLDER).add("h.congress = {} and h.until is null order by h.title, h.name, h.id limit 500");
    let mut all: Vec<Holder> = ask.all(sql.bind(congress)).await?;
    let leaves = |one: &Holder, leaving| may_leave(leaving, &one.office, level).is_ok();
    all.retain(|one| one.holds() && (leaves(one, LeaderLeaving::Recalled) || leaves(one, LeaderLeaving::Resigned)));
    Ok(all)
}
