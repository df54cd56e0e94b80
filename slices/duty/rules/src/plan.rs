//! 排班: which deputy is at the station on which turn.
//!
//! A day has so many places; a deputy fills at most one of them and none on leave. As nobody has a most, a day gets as many as it has
//! places or as there are people for it, whatever the other days get: what is left empty is left empty by leave alone. Among all plans
//! with the fewest empty places the one kept is the most even: no other has a smaller sum of the squares of the counts of the year, and
//! so none leaves fewer turns missing from the least either (see `fair`). Equal people are taken by who was there longest ago, then by
//! the order in which they are named: the same question has always the same answer.

use std::collections::BTreeMap;

use kernel::{Day, PersonId};

use crate::fair;

/// A deputy of the station.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub person: PersonId,
    /// Turns of the year that stand already, attended or published, outside what is planned now.
    pub had: u32,
    /// Their last turn before, anywhere in the past.
    pub last: Option<Day>,
    /// Days they cannot: leave, and turns that stand already; from one to another, both within.
    pub away: Vec<(Day, Day)>,
}

/// One turn to be filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// Its day.
    pub day: Day,
    /// How many deputies.
    pub need: u8,
}

/// What was found: for each slot, in the order given, who is there; and what could not be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Per slot, in the order in which they are named.
    pub seats: Vec<Vec<PersonId>>,
    /// Places nobody could take.
    pub empty: Vec<Empty>,
    /// Who stays below the least, and why.
    pub short: Vec<Short>,
}

/// Places of a slot that nobody could take: all who belong to the station are on leave or have another turn that day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Empty {
    /// The slot, counted from 0 as given.
    pub slot: usize,
    /// Its day.
    pub day: Day,
    /// How many places.
    pub missing: u32,
    /// How many deputies could on that day at all.
    pub could: u32,
}

/// A deputy below the least of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Short {
    /// Who.
    pub person: PersonId,
    /// Turns of the year with those planned now.
    pub has: u32,
    /// Why there are no more.
    pub why: Why,
}

/// Why a deputy stays below the least.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The deputy could on too few of the days.
    Away,
    /// The days have too few places for all.
    FewPlaces,
}

impl Why {
    /// The word in locale keys and JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Away => "away",
            Self::FewPlaces => "few-places",
        }
    }
}

impl Member {
    fn can(&self, day: Day) -> bool {
        self.away.iter().all(|(since, until)| day < *since || day > *until)
    }
}

/// The whole question, by days: slots of one day share their people.
pub(crate) struct Table {
    /// Distinct days, in order, with the places of each.
    pub days: Vec<(Day, usize)>,
    /// Per day, per member: whether they could.
    pub can: Vec<Vec<bool>>,
    /// Per day: the members there, by their place in the list.
    pub there: Vec<Vec<usize>>,
    /// Per member: turns of the year.
    pub load: Vec<u32>,
}

/// Fills the slots. `least`: turns a deputy owes in the year, for telling who stays short.
#[must_use]
pub fn plan(slots: &[Slot], members: &[Member], least: u32) -> Plan {
    let mut table = lay(slots, members);
    take_turns(&mut table, members);
    fair::even(&mut table);
    tell(slots, members, &table, least)
}

fn lay(slots: &[Slot], members: &[Member]) -> Table {
    let mut places: BTreeMap<Day, usize> = BTreeMap::new();
    for slot in slots {
        *places.entry(slot.day).or_default() += usize::from(slot.need);
    }
    let days: Vec<(Day, usize)> = places.into_iter().collect();
    let can = days.iter().map(|(day, _)| members.iter().map(|member| member.can(*day)).collect()).collect();
    let there = vec![Vec::new(); days.len()];
    Table { days, can, there, load: members.iter().map(|member| member.had).collect() }
}

/// Day by day, those with the fewest turns.
fn take_turns(table: &mut Table, members: &[Member]) {
    let mut last: Vec<Option<Day>> = members.iter().map(|member| member.last).collect();
    for ((day, places), (can, there)) in table.days.iter().zip(table.can.iter().zip(&mut table.there)) {
        let mut able: Vec<usize> = can.iter().enumerate().filter(|(_, can)| **can).map(|(at, _)| at).collect();
        able.sort_by_key(|at| (table.load.get(*at).copied(), last.get(*at).copied().flatten(), *at));
        able.truncate(*places);
        for at in &able {
            if let Some(load) = table.load.get_mut(*at) {
                *load += 1;
            }
            if let Some(seen) = last.get_mut(*at) {
                *seen = Some(*day);
            }
        }
        *there = able;
    }
}

fn tell(slots: &[Slot], members: &[Member], table: &Table, least: u32) -> Plan {
    let mut left: BTreeMap<Day, (Vec<usize>, u32)> = BTreeMap::new();
    for ((day, _), (there, can)) in table.days.iter().zip(table.there.iter().zip(&table.can)) {
        let could = can.iter().filter(|can| **can).count();
        let mut there = there.clone();
        // Taken from the end: the first slot of the day gets the first of the list.
        there.sort_unstable_by(|a, b| b.cmp(a));
        left.insert(*day, (there, u32::try_from(could).unwrap_or(u32::MAX)));
    }
    let mut plan = Plan::default();
    for (slot, Slot { day, need }) in slots.iter().enumerate() {
        let Some((there, could)) = left.get_mut(day) else { continue };
        let seated: Vec<PersonId> =
            (0..*need).filter_map(|_| there.pop()).filter_map(|at| members.get(at)).map(|it| it.person).collect();
        let missing = u32::from(*need).saturating_sub(u32::try_from(seated.len()).unwrap_or(u32::MAX));
        if missing > 0 {
            plan.empty.push(Empty { slot, day: *day, missing, could: *could });
        }
        plan.seats.push(seated);
    }
    plan.short = short(members, table, least);
    plan
}

fn short(members: &[Member], table: &Table, least: u32) -> Vec<Short> {
    let days_of = |at: usize| table.can.iter().filter(|can| can.get(at) == Some(&true)).count();
    let below = members.iter().zip(&table.load).enumerate().filter(|(_, (_, load))| **load < least);
    let why = |at: usize, had: u32| {
        let could = u32::try_from(days_of(at)).unwrap_or(u32::MAX);
        if had.saturating_add(could) < least && days_of(at) < table.days.len() { Why::Away } else { Why::FewPlaces }
    };
    below.map(|(at, (member, load))| Short { person: member.person, has: *load, why: why(at, member.had) }).collect()
}
