//! Rosters of a year for every deputy of a province, by the rules alone: what a solver would have to beat.

use std::{
    collections::HashMap,
    time::{Duration, Instant},
};

use anyhow::{Context, ensure};
use demo::Chance;
use duty_rules::{Member, Plan, Slot, plan};
use kernel::{Day, Id, PersonId};
use uuid::Uuid;

use crate::report::Report;

const DEPUTIES: u64 = 145_000;
const STATIONS: u64 = 4_400;
/// Weekly, all year.
const TURNS: i32 = 52;
/// Deputies a turn.
const NEED: u8 = 2;
/// Turns a deputy owes.
const LEAST: u32 = 2;
const ROUNDS: usize = 3;

/// Plans all stations three times, looks over each plan once, and tells the median.
pub fn measure(report: &mut Report) -> anyhow::Result<()> {
    let first = Day::new(2026, 1, 5).context("a day")?;
    let slots: Vec<Slot> = (0..TURNS).map(|week| Slot { day: first.plus_days(week * 7), need: NEED }).collect();
    let stations: Vec<Vec<Member>> = (0..STATIONS).map(|station| members(station, first)).collect();
    let mut took: Vec<Duration> = Vec::new();
    let mut plans: Vec<Plan> = Vec::new();
    for _ in 0..ROUNDS {
        let begun = Instant::now();
        plans = stations.iter().map(|members| plan(&slots, members, LEAST)).collect();
        took.push(begun.elapsed());
    }
    took.sort();
    let (mut seats, mut short) = (0, 0);
    for (members, made) in stations.iter().zip(&plans) {
        right(&slots, members, made)?;
        seats += made.seats.iter().map(Vec::len).sum::<usize>();
        short += made.short.len();
    }
    let seconds = |at: usize| took.get(at).map_or(0.0, Duration::as_secs_f64);
    let median = seconds(ROUNDS / 2);
    let figure =
        format!("{median:.3} s ({:.3}–{:.3}); {seats} seats, {short} deputies short", seconds(0), seconds(ROUNDS - 1));
    report.note("rosters of a year, 145,000 deputies in 4,400 stations", &figure);
    Ok(())
}

/// The deputies of one station: as many as come to it when all are spread over all.
fn members(station: u64, first: Day) -> Vec<Member> {
    let (from, to) = (DEPUTIES * station / STATIONS, DEPUTIES * (station + 1) / STATIONS);
    (from..to).map(|n| member(n, first)).collect()
}

fn member(n: u64, first: Day) -> Member {
    let mut chance = Chance::of(7, "duty", n);
    let person: PersonId = Id::from_uuid(Uuid::from_u128(u128::from(n) + 1));
    let since = first.plus_days(i32::try_from(chance.below(330)).unwrap_or(0));
    let weeks = i32::try_from(chance.between(1, 6)).unwrap_or(1);
    let away = match (chance.hits(1, 50), chance.hits(1, 5)) {
        (true, _) => vec![(first, first.plus_days(400))],
        (false, true) => vec![(since, since.plus_days(weeks * 7))],
        (false, false) => vec![],
    };
    Member { person, had: 0, last: None, away }
}

/// Whether a plan is one.
fn right(slots: &[Slot], members: &[Member], made: &Plan) -> anyhow::Result<()> {
    let of: HashMap<PersonId, &Member> = members.iter().map(|it| (it.person, it)).collect();
    let mut counts: HashMap<PersonId, u32> = HashMap::new();
    for (slot, there) in slots.iter().zip(&made.seats) {
        let can = |it: &&Member| it.away.iter().all(|(since, until)| slot.day < *since || slot.day > *until);
        let could = members.iter().filter(can).count();
        ensure!(
            there.len() == could.min(usize::from(slot.need)),
            "a place that could be filled is empty on {}",
            slot.day
        );
        for (at, person) in there.iter().enumerate() {
            let member = of.get(person).context("somebody of another station")?;
            ensure!(can(member), "somebody on leave is there on {}", slot.day);
            ensure!(there.iter().skip(at + 1).all(|other| other != person), "somebody is twice there on {}", slot.day);
            *counts.entry(*person).or_default() += 1;
        }
    }
    let always = members.iter().filter(|it| it.away.is_empty()).map(|it| counts.get(&it.person).copied().unwrap_or(0));
    let (most, fewest) = always.fold((0, u32::MAX), |(most, fewest), n| (most.max(n), fewest.min(n)));
    ensure!(most <= fewest.saturating_add(1), "the turns of a station are not even: {fewest} to {most}");
    Ok(())
}
