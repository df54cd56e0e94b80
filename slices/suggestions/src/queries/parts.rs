//! Work lists: the assignments of a congress or of a unit by what they wait for, the nearest day first.

use accounts_rules::{Actor, Right};
use kernel::{BodyId, Day, Moment};
use kit::{
    Fault, Problem,
    db::{Ask, Sql, Val},
    list::{self, Key, Kind, List, Order, Page, Position},
    row,
};
use suggestions_rules::{AssignmentId, Awaited, SuggestionId};

use super::veiled;

/// Whose work list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The office's: all of a congress.
    Congress(BodyId),
    /// The government office's: all of a congress, without scores that are not open.
    Government(BodyId),
    /// A unit's own.
    Unit(BodyId),
}

/// What the work list is narrowed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartFilter {
    /// Whose.
    pub whose: Whose,
    /// What they wait for; without it, everything that has a day.
    pub awaits: Option<Awaited>,
    /// Only those whose day is before this one: with today, the overdue.
    pub before: Option<Day>,
    /// The day on which it is asked: windows in which deputies may judge are open until they end.
    pub today: Day,
}

row!(
    /// One line of a work list.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct PartLine {
        /// The assignment.
        pub id: AssignmentId,
        /// The suggestion.
        pub suggestion: SuggestionId,
        /// Its number as written.
        pub number: Option<String>,
        /// 标题.
        pub title: String,
        /// 领衔代表.
        pub lead: Option<String>,
        /// The unit.
        pub unit: BodyId,
        /// Its name.
        pub unit_name: Option<String>,
        /// The word of its part.
        pub role: String,
        /// When it was assigned.
        pub assigned: Moment,
        /// The word of what is awaited.
        pub awaits: String,
        /// The last day for it.
        pub by: Option<Day>,
        /// Whether the deputy wants to be met.
        pub wants_meeting: bool,
    }
);

/// The nearest day first, where every row has one: what indexes are made for.
const BY_DAY: Order = Order { name: "day", keys: &[Key::up("a.awaits_by", Kind::Text), Key::up("a.id", Kind::Id)] };
/// The nearest day first, then what has none.
const DAYS_FIRST: Order = Order {
    name: "days-first",
    keys: &[Key::up("coalesce(a.awaits_by, '9999-12-31')", Kind::Text), Key::up("a.id", Kind::Id)],
};

/// In which order a work list stands.
#[must_use]
pub const fn order(filter: PartFilter) -> &'static Order {
    match filter.awaits {
        None | Some(Awaited::SignFor | Awaited::Opinion | Awaited::Reply | Awaited::Check | Awaited::Signature) => {
            &BY_DAY
        }
        Some(_) => &DAYS_FIRST,
    }
}

/// Lines after `after`, the nearest day first.
pub async fn parts(
    ask: &mut impl Ask,
    filter: PartFilter,
    after: Option<Position>,
    size: u16,
) -> Result<Page<PartLine>, Fault> {
    let select = Sql::new(
        "select a.id, a.suggestion, s.number, s.title, (select p.name from v_person p where p.id = s.lead), \
         a.unit, (select b.name from v_body b where b.id = a.unit), a.role, a.assigned, a.awaits, a.awaits_by, s.wants_meeting",
    )
    .join(filter.source())
    .add(" join suggestion s on s.id = a.suggestion where ")
    .join(narrowed(filter));
    let count = Sql::new("select count(*)").join(filter.source()).add(" where ").join(narrowed(filter));
    let list = List { select, count, order: order(filter), after, size };
    let key = |line: &PartLine| {
        let by = line.by.map_or_else(|| "9999-12-31".to_owned(), |day| day.to_string());
        vec![Val::Text(by), line.id.into()]
    };
    list::page(ask, list, key).await
}

impl PartFilter {
    /// Where the lines are read from.
    fn source(&self) -> Sql {
        veiled::parts(self.whose.veiled(), self.today)
    }
}

impl Whose {
    /// All of a congress, as this actor may see it: its own office with every score, the government's without.
    #[must_use]
    pub fn of_congress(actor: &Actor, congress: BodyId) -> Self {
        let office = actor.may(Right::SuggestionSeeFiled, congress).is_ok();
        if office { Self::Congress(congress) } else { Self::Government(congress) }
    }

    /// What the actor may look over: that body, or without one the first there is.
    ///
    /// # Errors
    /// When the actor is not signed in or looks over no such body.
    pub fn seen_by(actor: &Actor, body: Option<BodyId>) -> Result<Self, Problem> {
        if !actor.signed_in() {
            return Err(Problem::SignIn);
        }
        let mut own = actor.bodies(Right::SuggestionSeeAssigned).chain(actor.bodies(Right::AssignmentSee));
        let body = body.or_else(|| own.next()).ok_or_else(Problem::missing)?;
        if actor.may(Right::AssignmentSee, body).is_ok() {
            return Ok(Self::Unit(body));
        }
        actor.may(Right::SuggestionSeeAssigned, body)?;
        Ok(Self::of_congress(actor, body))
    }

    /// The congress or the unit.
    #[must_use]
    pub const fn body(self) -> BodyId {
        match self {
            Self::Congress(body) | Self::Government(body) | Self::Unit(body) => body,
        }
    }

    /// Whether the reader does not learn before the window closes what a deputy said.
    pub(crate) const fn veiled(self) -> bool {
        match self {
            Self::Congress(_) => false,
            Self::Government(_) | Self::Unit(_) => true,
        }
    }
}

fn narrowed(filter: PartFilter) -> Sql {
    let sql = match filter.whose {
        Whose::Congress(congress) | Whose::Government(congress) => Sql::new("a.congress = {}").bind(congress),
        Whose::Unit(unit) => Sql::new("a.unit = {}").bind(unit),
    };
    let sql = match filter.awaits {
        Some(awaits) => sql.add(" and a.awaits = {}").bind(awaits.word()),
        None => sql.add(" and a.awaits_by is not null"),
    };
    match filter.before {
        Some(day) => sql.add(" and a.awaits_by < {}").bind(day),
        None => sql,
    }
}
