//! The deputies of a station with all that planning asks of them.

use std::collections::HashMap;

use duty_rules::{Member, RosterId, StationId};
use kernel::{Day, PersonId};
use kit::{
    Fault,
    db::{Ask, Sql},
};

/// Those whose home the station is on some day of the range, deputies in office, in the order of their identities. `but`: the roster that
/// is being drawn up, whose own turns count for nothing.
pub async fn of(
    ask: &mut impl Ask,
    station: StationId,
    (since, until): (Day, Day),
    but: RosterId,
) -> Result<Vec<Member>, Fault> {
    let sql = Sql::new("select h.person, h.since, h.until from v_serves h where h.station = {}").bind(station);
    let sql = sql.add(" and h.since <= {} and (h.until is null or h.until > {})").bind(until).bind(since);
    let sql = sql.add(" and exists (select 1 from v_mandate m where m.person = h.person and m.in_office = 1)");
    let homes: Vec<(PersonId, Day, Option<Day>)> = ask.all(sql.add(" order by h.person, h.since")).await?;
    let mut all: Vec<Member> = Vec::with_capacity(homes.len());
    for (person, from, to) in homes {
        if all.last().is_some_and(|last| last.person == person) {
            continue;
        }
        let before = (from > since).then(|| (since, from.plus_days(-1)));
        let after = to.filter(|to| *to <= until).map(|to| (to, until));
        all.push(Member { person, had: 0, last: None, away: before.into_iter().chain(after).collect() });
    }
    let places: HashMap<PersonId, usize> = all.iter().enumerate().map(|(at, it)| (it.person, at)).collect();
    let people: Vec<PersonId> = all.iter().map(|it| it.person).collect();
    if people.is_empty() {
        return Ok(all);
    }
    let mut of = |person: PersonId, change: &dyn Fn(&mut Member)| {
        if let Some(member) = places.get(&person).and_then(|at| all.get_mut(*at)) {
            change(member);
        }
    };
    for (person, from, to) in leaves(ask, &people, (since, until)).await? {
        of(person, &|member| member.away.push((from, to)));
    }
    for (person, day) in taken(ask, &people, (since, until), but).await? {
        of(person, &|member| member.away.push((day, day)));
    }
    for (person, had) in had(ask, &people, since, but).await? {
        of(person, &|member| member.had = had);
    }
    for (person, last) in last(ask, &people, since).await? {
        of(person, &|member| member.last = last);
    }
    Ok(all)
}

async fn leaves(
    ask: &mut impl Ask,
    people: &[PersonId],
    (since, until): (Day, Day),
) -> Result<Vec<(PersonId, Day, Day)>, Fault> {
    let sql =
        Sql::new("select person, since, until from duty_leave where ended is null and since <= {} and until >= {}");
    ask.all(sql.bind(until).bind(since).add(" and person in ").list(people.iter().copied())).await
}

/// Days of the range on which one of them has a turn on another roster, of whatever station.
async fn taken(
    ask: &mut impl Ask,
    people: &[PersonId],
    (since, until): (Day, Day),
    but: RosterId,
) -> Result<Vec<(PersonId, Day)>, Fault> {
    let sql =
        Sql::new("select s.person, t.day from duty_seat s join duty_turn t on t.id = s.turn where t.roster <> {}");
    let sql = sql.bind(but).add(" and t.day >= {} and t.day <= {} and s.person in ").bind(since).bind(until);
    ask.all(sql.list(people.iter().copied())).await
}

/// Turns of the year that stand, attended or to come.
async fn had(ask: &mut impl Ask, people: &[PersonId], day: Day, but: RosterId) -> Result<Vec<(PersonId, u32)>, Fault> {
    let (first, last) = year_of(day);
    let sql =
        Sql::new("select s.person, count(*) from duty_seat s join duty_turn t on t.id = s.turn where t.roster <> {}");
    let sql = sql.bind(but).add(" and s.stage <> 'missed' and t.day >= {} and t.day <= {}").bind(first).bind(last);
    ask.all(sql.add(" and s.person in ").list(people.iter().copied()).add(" group by s.person")).await
}

async fn last(ask: &mut impl Ask, people: &[PersonId], day: Day) -> Result<Vec<(PersonId, Option<Day>)>, Fault> {
    let sql =
        Sql::new("select s.person, max(t.day) from duty_seat s join duty_turn t on t.id = s.turn where t.day < {}");
    let sql = sql.bind(day).add(" and s.person in ").list(people.iter().copied());
    ask.all(sql.add(" group by s.person")).await
}

/// The first and the last day of a day's year.
#[must_use]
pub fn year_of(day: Day) -> (Day, Day) {
    let year = day.parts().0;
    (Day::new(year, 1, 1).unwrap_or(day), Day::new(year, 12, 31).unwrap_or(day))
}
