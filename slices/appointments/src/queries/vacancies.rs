//! 空缺和任期总览: congress by congress over an area, how many offices are vacant, who acts, whose term ends; and office by office, since when.

use appointments_rules::{acting_days, ends_within, term_ends};
use kernel::{AreaCode, BodyId, Day};
use kit::{
    Fault,
    db::{Ask, Sql, Val},
    list::{self, Key, Kind, List, Order, Page, Position},
    row,
};
use roster_views::Named;

use super::{SeatLine, overview};

/// By area, from the province down.
pub const BY_AREA: Order =
    Order { name: "vacancies", keys: &[Key::up("b.area", Kind::Text), Key::up("b.id", Kind::Id)] };

row! {
    /// How the offices of one congress stand.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct VacancyLine {
        /// The congress.
        pub id: BodyId,
        /// Its name.
        pub name: String,
        /// Its area.
        pub area: AreaCode,
        /// Offices that are kept here.
        pub offices: i64,
        /// Places of them that nobody holds.
        pub vacant: i64,
        /// People who act.
        pub acting: i64,
        /// The first day of its term.
        began: Option<Day>,
        /// The first day of the next one, where it is known.
        ended: Option<Day>,
    }
}

impl VacancyLine {
    /// The last day of its term, where that is known.
    #[must_use]
    pub fn ends(&self) -> Option<Day> {
        self.began.map(|began| term_ends(began, self.ended))
    }

    /// Whether that day is past, or comes within so many months.
    #[must_use]
    pub fn ends_soon(&self, today: Day, months: u32) -> bool {
        self.ends().is_some_and(|ends| ends_within(ends, today, months))
    }
}

/// How the offices of all congresses of an area stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VacancySum {
    /// Congresses.
    pub congresses: i64,
    /// Of them with offices that are kept here.
    pub kept: i64,
    /// Offices.
    pub offices: i64,
    /// Places that nobody holds.
    pub vacant: i64,
    /// People who act.
    pub acting: i64,
    /// Congresses whose term is over or ends within the months asked for.
    pub ending: i64,
}

const LINES: &str = "select b.id, b.name, b.area, coalesce(s.offices, 0), coalesce(s.vacant, 0), coalesce(s.acting, 0), t.began, t.ended";

const SUMS: &str = "select count(*), count(s.offices), cast(coalesce(sum(s.offices), 0) as bigint), \
     cast(coalesce(sum(s.vacant), 0) as bigint), cast(coalesce(sum(s.acting), 0) as bigint)";

/// Congresses of an area with their open offices and their running term. A place is vacant while nobody but somebody acting holds it.
const FROM: &str = " from v_body b left join (select o.congress, count(*) as offices, \
     cast(sum(case when o.quota > o.held then o.quota - o.held else 0 end) as bigint) as vacant, cast(sum(o.acting) as bigint) as acting \
     from (select s.congress, s.quota, \
     (select count(*) from appointment_holding h where h.seat = s.id and h.how <> 'acting' and h.since <= {} and (h.until is null or h.until >= {})) as held, \
     (select count(*) from appointment_holding h where h.seat = s.id and h.how = 'acting' and h.since <= {} and (h.until is null or h.until >= {})) as acting \
     from appointment_seat s join v_body c on c.id = s.congress where s.closed is null and c.area >= {} and c.area < {}) o group by o.congress) s \
     on s.congress = b.id \
     left join v_term t on t.congress = b.id and t.ordinal = (select max(x.ordinal) from v_term x where x.congress = b.id and x.began <= {}) \
     where b.kind = 'congress' and b.closed is null and b.area >= {} and b.area < {}";

fn over(sql: Sql, area: &AreaCode, today: Day) -> Sql {
    let sql = sql.add(FROM).bind(today).bind(today).bind(today).bind(today).bind(area).bind(area.past());
    sql.bind(today).bind(area).bind(area.past())
}

/// One page of the congresses of an area, the area's own first.
pub async fn vacancies(
    ask: &mut impl Ask,
    (area, today): (&AreaCode, Day),
    after: Option<Position>,
    size: u16,
) -> Result<Page<VacancyLine>, Fault> {
    let count = Sql::new("select count(*) from v_body b where b.kind = 'congress' and b.closed is null")
        .add(" and b.area >= {} and b.area < {}")
        .bind(area)
        .bind(area.past());
    let list = List { select: over(Sql::new(LINES), area, today), count, order: &BY_AREA, after, size };
    list::page(ask, list, |line: &VacancyLine| vec![Val::from(&line.area), Val::from(line.id)]).await
}

/// How all congresses of an area stand.
pub async fn vacancy_sum(
    ask: &mut impl Ask,
    (area, today): (&AreaCode, Day),
    months: u32,
) -> Result<VacancySum, Fault> {
    let found: Option<(i64, i64, i64, i64, i64)> = ask.one(over(Sql::new(SUMS), area, today)).await?;
    let (congresses, kept, offices, vacant, acting) = found.ok_or_else(|| Fault::new("a sum gave no row"))?;
    let sql = Sql::new("select t.began, t.ended from v_term t join v_body b on b.id = t.congress where t.began <= {}")
        .bind(today)
        .add(" and b.kind = 'congress' and b.closed is null and b.area >= {} and b.area < {}")
        .bind(area)
        .bind(area.past());
    let latest = " and not exists (select 1 from v_term x where x.congress = t.congress and x.began <= {} and x.ordinal > t.ordinal)";
    let terms: Vec<(Day, Option<Day>)> = ask.all(sql.add(latest).bind(today)).await?;
    let soon = terms.into_iter().filter(|(began, ended)| ends_within(term_ends(*began, *ended), today, months));
    let ending = i64::try_from(soon.count()).unwrap_or(i64::MAX);
    Ok(VacancySum { congresses, kept, offices, vacant, acting, ending })
}

/// One office that wants looking after.
#[derive(Clone, Debug)]
pub struct VacantOffice {
    /// How it stands.
    pub line: SeatLine,
    /// Who acts: the name, since when, and for how many days.
    pub acting: Vec<(String, Day, u32)>,
    /// Whether it ends with the term, and that is over or ends within the months asked for.
    pub ends_soon: bool,
}

/// The offices of a congress that are vacant, that somebody acts in, or whose term ends.
pub async fn vacant_offices(
    ask: &mut impl Ask,
    congress: BodyId,
    (today, months): (Day, u32),
) -> Result<Vec<VacantOffice>, Fault> {
    let lines = overview(ask, congress, today).await?;
    let open = lines.into_iter().filter(|line| line.seat.closed.is_none());
    let one = |line: SeatLine| {
        let acts = line.holders.iter().filter(|one| one.how == "acting" && one.since <= today);
        let acting = acts.map(|one| (one.name.clone(), one.since, acting_days(one.since, today))).collect();
        let ends_soon = line.ends.is_some_and(|ends| ends_within(ends, today, months));
        VacantOffice { line, acting, ends_soon }
    };
    let wanting =
        |it: &VacantOffice| it.ends_soon || !it.acting.is_empty() || it.line.standing.vacant.is_some_and(|n| n > 0);
    Ok(open.map(one).filter(wanting).collect())
}

/// The congresses of an area that keep offices here, by area.
pub async fn keeping(ask: &mut impl Ask, area: &AreaCode) -> Result<Vec<Named>, Fault> {
    let sql = Sql::new("select b.id, b.name from v_body b where b.kind = 'congress' and b.closed is null")
        .add(" and b.area >= {} and b.area < {}")
        .bind(area)
        .bind(area.past());
    let kept = " and exists (select 1 from appointment_seat s where s.congress = b.id) order by b.area, b.id";
    ask.all(sql.add(kept)).await
}
