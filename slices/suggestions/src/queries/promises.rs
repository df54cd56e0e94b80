//! Promises: those of a suggestion as far as they may be seen, the ledger, and the second replies that wait for a deputy's word.

use kernel::{BodyId, Day, Moment, PersonId};
use kit::{
    Fault,
    db::{Ask, Sql},
    list::{self, Key, Kind, List, Order, Page, Position},
    row,
};
use suggestions_rules::{Fact, Promise, PromiseId, RemarkId, Suggestion, SuggestionId};

use super::Whose;
use crate::{Sight, store};

row!(
    /// A second reply that waits for a deputy's word.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct ToAnswer {
        /// The promise.
        pub id: PromiseId,
        /// The suggestion.
        pub suggestion: SuggestionId,
        /// 标题.
        pub title: String,
        /// The unit.
        pub unit: Option<String>,
        /// The last day to judge in time.
        pub judge_by: Option<Day>,
    }
);

/// The second replies a deputy has not judged, the nearest day first.
pub async fn second_replies(ask: &mut impl Ask, person: PersonId) -> Result<Vec<ToAnswer>, Fault> {
    let sql = Sql::new(
        "select p.id, p.suggestion, s.title, (select b.name from v_body b where b.id = p.unit), p.judge_by \
         from promise_word w join promise p on p.id = w.promise join suggestion s on s.id = p.suggestion \
         where w.signer = {} and w.result is null and p.standing = 'answered' and s.stage in ('handling', 'closed') \
         and w.nth = (select max(l.nth) from promise_word l where l.promise = w.promise) order by p.judge_by, p.id",
    );
    ask.all(sql.bind(person)).await
}

/// The promises of a suggestion that may be known of with it as it may be seen.
pub(super) async fn promises(
    ask: &mut impl Ask,
    seen: &Suggestion,
    sight: &Sight,
    today: Day,
) -> Result<Vec<Promise>, Fault> {
    if *sight == Sight::Public {
        return Ok(vec![]);
    }
    let all = store::promises(ask, seen.id).await?.into_iter().filter(|one| seen.shows(one));
    Ok(if sight.veils() { all.map(|one| one.veiled(today)).collect() } else { all.collect() })
}

/// Whether a fact of a promise may be told with the promises that may be known of.
pub(super) fn told(known: &[Promise], fact: &Fact) -> bool {
    let (Fact::PromiseMade { promise, .. }
    | Fact::PromiseStruck { promise, .. }
    | Fact::PromiseReported { promise, .. }
    | Fact::PromiseMoved { promise, .. }
    | Fact::PromiseAnswered { promise, .. }
    | Fact::PromiseJudged { promise, .. }
    | Fact::PromiseSentBack { promise, .. }
    | Fact::PromiseSettled { promise, .. }
    | Fact::PromiseTakenOver { promise, .. }) = fact
    else {
        return true;
    };
    let Some(promise) = known.iter().find(|one| one.id == *promise) else { return false };
    match fact {
        Fact::PromiseJudged { signer, .. } => promise.reply().is_some_and(|reply| reply.word_of(*signer).is_some()),
        _ => true,
    }
}

/// The words a fact of a promise leads to.
pub(super) fn words(fact: &Fact) -> Option<RemarkId> {
    match fact {
        Fact::PromiseReported { words, .. } | Fact::PromiseAnswered { words, .. } => Some(*words),
        Fact::PromiseMoved { reason, .. }
        | Fact::PromiseSentBack { reason, .. }
        | Fact::PromiseTakenOver { reason, .. } => Some(*reason),
        Fact::PromiseJudged { reason, .. } | Fact::PromiseSettled { reason, .. } => *reason,
        _ => None,
    }
}

/// What the ledger is narrowed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PromiseFilter {
    /// Whose: of a congress or of a unit.
    pub whose: Whose,
    /// The word of its standing.
    pub standing: Option<String>,
    /// Only the open ones whose day is before this one: with today, the overdue.
    pub before: Option<Day>,
    /// One unit of the congress.
    pub unit: Option<BodyId>,
    /// The class of the reply, in the congress's own dictionary.
    pub class: Option<String>,
    /// The year for which it is promised.
    pub year: Option<i16>,
    /// Only those taken over from an earlier year.
    pub taken_over: bool,
}

row!(
    /// One line of the ledger.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct PromiseLine {
        /// The promise.
        pub id: PromiseId,
        /// The suggestion.
        pub suggestion: SuggestionId,
        /// Its number as written.
        pub number: Option<String>,
        /// 标题.
        pub title: String,
        /// 领衔代表.
        pub lead: Option<String>,
        /// The unit.
        pub unit: Option<String>,
        /// What is promised.
        pub words: String,
        /// The class of the reply.
        pub class: Option<String>,
        /// The day it was first promised for.
        pub first_due: Day,
        /// The day it is promised for.
        pub due: Day,
        /// The word of its standing.
        pub standing: String,
        /// Whether it was taken over into a later year.
        pub taken_over: bool,
        /// When it was last reported on.
        pub reported: Option<Moment>,
        /// When the second reply was given.
        pub answered: Option<Moment>,
        /// The class of the second reply.
        pub class_now: Option<String>,
        /// When it was settled.
        pub settled: Option<Moment>,
    }
);

/// The order of the ledger: the nearest day first.
pub const LEDGER: Order = Order { name: "day", keys: &[Key::up("p.due", Kind::Text), Key::up("p.id", Kind::Id)] };

/// Lines of the ledger after `after`, the nearest day first.
pub async fn ledger(
    ask: &mut impl Ask,
    filter: &PromiseFilter,
    after: Option<Position>,
    size: u16,
) -> Result<Page<PromiseLine>, Fault> {
    let select = Sql::new(
        "select p.id, p.suggestion, s.number, s.title, (select l.name from v_person l where l.id = s.lead), \
         (select b.name from v_body b where b.id = p.unit), p.words, r.class, p.first_due, p.due, p.standing, p.taken_over, \
         (select max(t.at) from promise_step t where t.promise = p.id and t.kind = 'reported'), p.answered, p.class, \
         p.settled from promise p join suggestion s on s.id = p.suggestion \
         join reply r on r.assignment = p.assignment and r.round = p.round where ",
    );
    let count = Sql::new(
        "select count(*) from promise p join suggestion s on s.id = p.suggestion \
         join reply r on r.assignment = p.assignment and r.round = p.round where ",
    );
    let (select, count) = (select.join(filter.narrowed()), count.join(filter.narrowed()));
    let list = List { select, count, order: &LEDGER, after, size };
    list::page(ask, list, |line: &PromiseLine| vec![line.due.into(), line.id.into()]).await
}

impl PromiseFilter {
    /// All of somebody's.
    #[must_use]
    pub const fn of(whose: Whose) -> Self {
        Self { whose, standing: None, before: None, unit: None, class: None, year: None, taken_over: false }
    }

    fn narrowed(&self) -> Sql {
        let mut sql = match self.whose {
            Whose::Congress(congress) | Whose::Government(congress) => Sql::new("p.congress = {}").bind(congress),
            Whose::Unit(unit) => Sql::new("p.unit = {}").bind(unit),
        };
        // What does not bind yet is no promise to anybody.
        sql = sql.add(" and r.stage = 'delivered' and s.stage in ('handling', 'closed') and p.standing <> 'struck'");
        if let Some(standing) = &self.standing {
            sql = sql.add(" and p.standing = {}").bind(standing);
        }
        if let Some(day) = self.before {
            sql = sql.add(" and p.standing = 'open' and p.due < {}").bind(day);
        }
        if let Some(unit) = self.unit {
            sql = sql.add(" and p.unit = {}").bind(unit);
        }
        if let Some(class) = &self.class {
            sql = sql.add(" and r.class = {}").bind(class);
        }
        if let Some((from, until)) = self.year.and_then(|year| Day::new(year, 1, 1).zip(Day::new(year, 12, 31))) {
            sql = sql.add(" and p.due between {} and {}").bind(from).bind(until);
        }
        if self.taken_over { sql.add(" and p.taken_over = 1") } else { sql }
    }
}

row!(
    /// One report on a promise, for the ledger on paper.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Report {
        /// The promise.
        pub promise: PromiseId,
        /// When.
        pub at: Moment,
        /// What was reported.
        pub words: Option<String>,
        /// How many files came with its promise.
        pub files: i64,
    }
);

/// The reports on some promises, oldest first.
pub async fn reports(ask: &mut impl Ask, of: &[PromiseLine]) -> Result<Vec<Report>, Fault> {
    let sql = Sql::new(
        "select t.promise, t.at, (select k.words from remark k where k.id = t.words), \
         (select count(*) from attachment f where f.promise = t.promise and f.removed is null) \
         from promise_step t where t.kind = 'reported' and t.promise in ",
    );
    ask.all(sql.list(of.iter().map(|line| line.id)).add(" order by t.promise, t.ordinal")).await
}

/// How many open promises of a congress or a unit have passed their day.
pub async fn overdue_promises(ask: &mut impl Ask, whose: Whose, today: Day) -> Result<i64, Fault> {
    let filter = PromiseFilter { before: Some(today), ..PromiseFilter::of(whose) };
    Ok(ledger(ask, &filter, None, 1).await?.total)
}
