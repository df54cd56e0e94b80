//! Elections of new terms, congress by congress: how many are announced, voted, certified. Each election counts once, in the congress of its
//! seats, and of each congress the latest change of term alone.

use elections_rules::Decimal;
use kernel::{AreaCode, BodyId};
use kit::{
    Fault,
    db::{Ask, Sql, Val},
    list::{self, Key, Kind, List, Order, Page, Position},
    row,
};
use roster_rules::CongressLevel;

/// By area, from the province down.
pub const BY_AREA: Order =
    Order { name: "progress", keys: &[Key::up("b.area", Kind::Text), Key::up("b.id", Kind::Id)] };

row! {
    /// How far one congress is.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct ProgressLine {
        /// The congress.
        pub id: BodyId,
        /// Its name.
        pub name: String,
        /// Its area.
        pub area: AreaCode,
        /// Which term is elected: 19; nothing where no election is announced.
        pub term: Option<i64>,
        /// Elections announced, those called off left out.
        pub announced: i64,
        /// Of them with a result entered.
        pub voted: i64,
        /// Of them certified.
        pub certified: i64,
        /// Of them confirmed.
        pub closed: i64,
        /// Seats to be filled.
        pub seats: i64,
        /// Deputies elected, each of them once.
        pub elected: i64,
        /// Seats of certified elections that nobody was elected to: 缺额.
        pub vacant: i64,
        /// Registered voters of the districts that voted.
        pub registered: i64,
        /// Of them, how many took part.
        pub took_part: i64,
    }
}

row! {
    /// How far all congresses of an area are.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct ProgressSum {
        /// Congresses.
        pub congresses: i64,
        /// Of them with an election announced.
        pub begun: i64,
        /// Of them with every announced election certified.
        pub certified: i64,
        /// Of them with every one confirmed.
        pub closed: i64,
        /// Seats to be filled.
        pub seats: i64,
        /// Deputies elected.
        pub elected: i64,
        /// Seats of certified elections that nobody was elected to.
        pub vacant: i64,
        /// Registered voters of the districts that voted.
        pub registered: i64,
        /// Of them, how many took part.
        pub took_part: i64,
    }
}

const LINES: &str = "select b.id, b.name, b.area, s.term, coalesce(s.announced, 0), coalesce(s.voted, 0), \
     coalesce(s.certified, 0), coalesce(s.closed, 0), coalesce(s.seats, 0), coalesce(k.elected, 0), \
     case when coalesce(s.settled, 0) > coalesce(k.elected, 0) then coalesce(s.settled, 0) - coalesce(k.elected, 0) else 0 end, \
     coalesce(p.registered, 0), coalesce(p.took_part, 0)";

const SUMS: &str = "select count(*), cast(coalesce(sum(case when s.announced > 0 then 1 else 0 end), 0) as bigint), \
     cast(coalesce(sum(case when s.announced = s.certified then 1 else 0 end), 0) as bigint), \
     cast(coalesce(sum(case when s.announced = s.closed then 1 else 0 end), 0) as bigint), \
     cast(coalesce(sum(s.seats), 0) as bigint), cast(coalesce(sum(k.elected), 0) as bigint), \
     cast(coalesce(sum(case when coalesce(s.settled, 0) > coalesce(k.elected, 0) then coalesce(s.settled, 0) - coalesce(k.elected, 0) else 0 end), 0) as bigint), \
     cast(coalesce(sum(p.registered), 0) as bigint), cast(coalesce(sum(p.took_part), 0) as bigint)";

/// Congresses, with the elections of their latest change of term, whom these elected and how many voters took part: in the first valid round of each
/// district. An election that follows another fills seats counted there.
const FROM: &str = " from v_body b left join (select e.seated, max(t.ordinal) as term, count(*) as announced, \
     cast(sum(case when e.stage in ('voted', 'certified', 'closed') then 1 else 0 end) as bigint) as voted, \
     cast(sum(case when e.stage in ('certified', 'closed') then 1 else 0 end) as bigint) as certified, \
     cast(sum(case when e.stage = 'closed' then 1 else 0 end) as bigint) as closed, \
     cast(sum(case when e.follows is null then e.seats else 0 end) as bigint) as seats, \
     cast(sum(case when e.follows is null and e.stage in ('certified', 'closed') then e.seats else 0 end) as bigint) as settled \
     from election e join v_term t on t.id = e.term where e.kind in ('direct', 'indirect') and e.stage <> 'cancelled' \
     and not exists (select 1 from election l join v_term lt on lt.id = l.term where l.seated = e.seated \
     and l.kind in ('direct', 'indirect') and l.stage <> 'cancelled' and lt.ordinal > t.ordinal) group by e.seated) s on s.seated = b.id \
     left join (select e.seated, t.ordinal as term, count(distinct c.person) as elected \
     from certificate c join election e on e.id = c.election join v_term t on t.id = e.term \
     where e.kind in ('direct', 'indirect') group by e.seated, t.ordinal) k on k.seated = b.id and k.term = s.term \
     left join (select e.seated, t.ordinal as term, cast(sum(r.registered) as bigint) as registered, cast(sum(r.voted) as bigint) as took_part \
     from election_round r join election_district d on d.id = r.district join election e on e.id = d.election join v_term t on t.id = e.term \
     where e.kind = 'direct' and e.stage <> 'cancelled' and r.valid = 1 and r.ballot_round is null \
     and not exists (select 1 from election_round f where f.district = r.district and f.valid = 1 and f.n < r.n) \
     group by e.seated, t.ordinal) p on p.seated = b.id and p.term = s.term where ";

/// Which congresses: those of an area, and of one level where it says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgressOf {
    /// From this area down.
    pub area: AreaCode,
    /// On this level alone.
    pub level: Option<CongressLevel>,
}

/// 参选率: how many of a hundred registered voters took part, with one digit; nothing where nobody voted yet.
#[must_use]
pub fn participation(registered: i64, took_part: i64) -> Option<String> {
    let share = Decimal::<1>::of(i128::from(took_part) * 100, i128::from(registered));
    share.map(|share| share.to_string())
}

fn narrow(sql: Sql, of: &ProgressOf) -> Sql {
    let sql = sql.add("b.kind = 'congress' and b.closed is null and b.area >= {} and b.area < {}");
    let sql = sql.bind(&of.area).bind(of.area.past());
    match of.level {
        Some(level) => sql.add(" and b.level = {}").bind(level.as_str()),
        None => sql,
    }
}

/// One page of congresses in an area, the area's own first.
pub async fn progress(
    ask: &mut impl Ask,
    of: &ProgressOf,
    after: Option<Position>,
    size: u16,
) -> Result<Page<ProgressLine>, Fault> {
    let list = List {
        select: narrow(Sql::new(LINES).add(FROM), of),
        count: narrow(Sql::new("select count(*) from v_body b where "), of),
        order: &BY_AREA,
        after,
        size,
    };
    list::page(ask, list, |line: &ProgressLine| vec![Val::from(&line.area), Val::from(line.id)]).await
}

/// All congresses of an area, as they are handed over.
pub async fn whole_progress(ask: &mut impl Ask, of: &ProgressOf) -> Result<Vec<ProgressLine>, Fault> {
    ask.all(narrow(Sql::new(LINES).add(FROM), of).add(" order by b.area, b.id")).await
}

/// How far all congresses of an area are.
pub async fn progress_sum(ask: &mut impl Ask, of: &ProgressOf) -> Result<ProgressSum, Fault> {
    let found: Option<ProgressSum> = ask.one(narrow(Sql::new(SUMS).add(FROM), of)).await?;
    found.ok_or_else(|| Fault::new("a sum gave no row"))
}
