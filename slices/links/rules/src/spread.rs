//! Spreading: who is not linked yet is shared out among those who link.
//!
//! First as many as can be are linked; then, of all ways to do that, one in which the numbers are as even as can be (the sum of their squares is
//! least: where nothing stands in the way they differ by one at most); then, of those, one with the most links to somebody near. Links that stand
//! are kept and count. It is a flow of least cost, found path by path, so it is exact. Where each needs several, it is done round by round: nobody
//! gets a second before everybody has a first.

use std::collections::BTreeMap;

use kernel::AreaCode;
use uuid::Uuid;

use crate::{End, Near};

/// More work than this is not done while somebody waits: paths times the ways of each.
pub const MOST_WORK: u64 = 300_000_000;

/// Somebody who links.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct One {
    /// Who.
    pub end: End,
    /// The place they are of, where it is known.
    pub area: Option<AreaCode>,
    /// The delegation.
    pub group: Option<Uuid>,
    /// How many they link already.
    pub has: u32,
}

/// Somebody or something to be linked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
    /// Who.
    pub end: End,
    /// The place they are of, where it is known.
    pub area: Option<AreaCode>,
    /// The delegation.
    pub group: Option<Uuid>,
    /// Who links them already: places in the list of those who link.
    pub by: Vec<usize>,
}

/// How it is spread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// How many link each.
    pub need: u32,
    /// How many each links at most.
    pub most: Option<u32>,
    /// What nearness counts for.
    pub near: Near,
}

/// Why somebody stays uncovered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Nobody links.
    NoOnes,
    /// Nobody near links.
    NoneNear,
    /// Everybody who could links them already, or is themselves.
    NoneLeft,
    /// Everybody who could has as many as they may.
    Full,
}

impl Why {
    /// The word in JSON and locale keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::NoOnes => "no-ones",
            Self::NoneNear => "none-near",
            Self::NoneLeft => "none-left",
            Self::Full => "full",
        }
    }
}

/// What spreading comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spread {
    /// New links: places in the lists of those who link and of those who are linked.
    pub new: Vec<(usize, usize)>,
    /// Who has fewer than needed, and why.
    pub uncovered: Vec<(usize, Why)>,
}

/// Spreads; nothing when it is too much to do while somebody waits.
#[must_use]
pub fn spread(ones: &[One], others: &[Other], rule: Rule) -> Option<Spread> {
    let mut done = Spread::default();
    let mut counts: Vec<u32> = ones.iter().map(|one| one.has).collect();
    let mut by: Vec<Vec<usize>> = others.iter().map(|other| other.by.clone()).collect();
    for round in 1..=rule.need {
        let wanting: Vec<usize> = (0..others.len()).filter(|at| links(&by, *at) < round as usize).collect();
        let mut flow = Flow::of((ones, others), &by, wanting, rule, counts)?;
        while let Some(path) = flow.path() {
            flow.push(&path);
        }
        for (one, other) in flow.pairs() {
            done.new.push((one, other));
            if let Some(all) = by.get_mut(other) {
                all.push(one);
            }
        }
        counts = flow.counts;
    }
    done.new.sort_unstable();
    let wanting = others.iter().enumerate().filter(|(at, _)| links(&by, *at) < rule.need as usize);
    let why = |(at, other): (usize, &Other)| (at, why(ones, other, by.get(at).map_or(&[], Vec::as_slice), rule));
    done.uncovered = wanting.map(why).collect();
    Some(done)
}

fn links(by: &[Vec<usize>], at: usize) -> usize {
    by.get(at).map_or(0, Vec::len)
}

fn near(one: &One, other: &Other) -> bool {
    let group = one.group.is_some() && one.group == other.group;
    group || matches!((&one.area, &other.area), (Some(one), Some(other)) if one.on_one_chain(other))
}

fn why(ones: &[One], other: &Other, by: &[usize], rule: Rule) -> Why {
    let others = |(at, one): &(usize, &One)| one.end != other.end && !by.contains(at);
    let mut left = ones.iter().enumerate().filter(others).map(|(_, one)| one);
    if ones.is_empty() {
        Why::NoOnes
    } else if rule.near == Near::Only && !ones.iter().any(|one| one.end != other.end && near(one, other)) {
        Why::NoneNear
    } else if left.any(|one| rule.near != Near::Only || near(one, other)) {
        Why::Full
    } else {
        Why::NoneLeft
    }
}

/// Those who are alike for spreading: near to the same, barred from the same.
struct Class {
    members: Vec<usize>,
    /// How many of them are not linked yet in this round.
    left: usize,
}

/// A table of small numbers.
struct Table {
    width: usize,
    cells: Vec<u32>,
}

impl Table {
    fn new(rows: usize, width: usize) -> Self {
        Self { width, cells: vec![0; rows * width] }
    }

    fn at(&self, row: usize, column: usize) -> u32 {
        self.cells.get(row * self.width + column).copied().unwrap_or(0)
    }

    fn set(&mut self, row: usize, column: usize, value: u32) {
        if let Some(cell) = self.cells.get_mut(row * self.width + column) {
            *cell = value;
        }
    }
}

struct Flow {
    classes: Vec<Class>,
    /// 1 where the class may be linked by the one.
    open: Table,
    /// 1 where they are near.
    near: Table,
    /// How many of the class the one links.
    flow: Table,
    counts: Vec<u32>,
    most: u32,
    /// What one step of unevenness costs: more than all nearness together.
    step: i64,
}

/// What makes some alike: to whom they are near, and from whom they are barred.
type Likeness = (Vec<bool>, Vec<usize>);

/// Costs to each one, the class each is reached from, the one each class is reached from.
type Distances = (Vec<Option<i64>>, Vec<Option<usize>>, Vec<Option<usize>>);

/// A step of a path: a class moves to a one, or away.
type Move = (usize, usize, bool);

impl Flow {
    fn of(
        (ones, others): (&[One], &[Other]),
        by: &[Vec<usize>],
        wanting: Vec<usize>,
        rule: Rule,
        counts: Vec<u32>,
    ) -> Option<Self> {
        let units = wanting.len();
        let mut alike: BTreeMap<Likeness, Vec<usize>> = BTreeMap::new();
        for at in wanting {
            let Some(other) = others.get(at) else { continue };
            let close = ones.iter().map(|one| rule.near != Near::Any && near(one, other)).collect();
            let mut barred = by.get(at).cloned().unwrap_or_default();
            barred.extend(ones.iter().position(|one| one.end == other.end));
            barred.sort_unstable();
            alike.entry((close, barred)).or_default().push(at);
        }
        let work = (alike.len() as u64).saturating_mul(ones.len() as u64).saturating_mul(units as u64);
        if work > MOST_WORK {
            return None;
        }
        let (mut open, mut nearness) = (Table::new(alike.len(), ones.len()), Table::new(alike.len(), ones.len()));
        let mut classes = Vec::with_capacity(alike.len());
        for (row, ((close, barred), members)) in alike.into_iter().enumerate() {
            for (column, close) in close.into_iter().enumerate() {
                let lets = !barred.contains(&column) && (close || rule.near != Near::Only);
                open.set(row, column, lets.into());
                nearness.set(row, column, close.into());
            }
            classes.push(Class { left: members.len(), members });
        }
        let flow = Table::new(classes.len(), ones.len());
        let step = i64::try_from(units).unwrap_or(i64::MAX / 4).saturating_add(1);
        Some(Self { classes, open, near: nearness, flow, counts, most: rule.most.unwrap_or(u32::MAX), step })
    }

    /// The cheapest way to link one more: the moves, the last first.
    fn path(&self) -> Option<Vec<Move>> {
        let (to_one, from_class, from_one) = self.distances();
        let end = |(at, cost): (usize, &Option<i64>)| {
            let count = self.counts.get(at).copied().unwrap_or(u32::MAX);
            let cost = (*cost)?;
            (count < self.most).then(|| (cost + (2 * i64::from(count) + 1) * self.step, at))
        };
        let (_, mut one) = to_one.iter().enumerate().filter_map(end).min()?;
        let mut moves = Vec::new();
        loop {
            let class = from_class.get(one).copied().flatten()?;
            moves.push((class, one, true));
            match from_one.get(class).copied().flatten() {
                None => return Some(moves),
                Some(before) => {
                    moves.push((class, before, false));
                    one = before;
                }
            }
        }
    }

    /// Costs to each one and where they come from, over classes not yet linked whole (Bellman and Ford).
    fn distances(&self) -> Distances {
        let ones = self.counts.len();
        let mut to_class: Vec<Option<i64>> = self.classes.iter().map(|class| (class.left > 0).then_some(0)).collect();
        let mut from_one = vec![None; self.classes.len()];
        let (mut to_one, mut from_class) = (vec![None; ones], vec![None; ones]);
        let mut changed = true;
        while changed {
            changed = false;
            for class in 0..self.classes.len() {
                let Some(cost) = to_class.get(class).copied().flatten() else { continue };
                for one in (0..ones).filter(|one| self.open.at(class, *one) == 1) {
                    let cost = cost - i64::from(self.near.at(class, one));
                    changed |= nearer(&mut to_one, &mut from_class, one, (cost, class));
                }
            }
            for one in 0..ones {
                let Some(cost) = to_one.get(one).copied().flatten() else { continue };
                for class in (0..self.classes.len()).filter(|class| self.flow.at(*class, one) > 0) {
                    let cost = cost + i64::from(self.near.at(class, one));
                    changed |= nearer(&mut to_class, &mut from_one, class, (cost, one));
                }
            }
        }
        (to_one, from_class, from_one)
    }

    fn push(&mut self, path: &[Move]) {
        for (class, one, there) in path {
            let flow = self.flow.at(*class, *one);
            self.flow.set(*class, *one, if *there { flow + 1 } else { flow.saturating_sub(1) });
        }
        if let Some(count) = path.first().and_then(|(_, one, _)| self.counts.get_mut(*one)) {
            *count += 1;
        }
        if let Some(class) = path.last().and_then(|(class, _, _)| self.classes.get_mut(*class)) {
            class.left = class.left.saturating_sub(1);
        }
    }

    /// Who links whom: within a class anybody does.
    fn pairs(&self) -> Vec<(usize, usize)> {
        let of_class = |(row, class): (usize, &Class)| {
            let ones = (0..self.counts.len()).flat_map(move |one| (0..self.flow.at(row, one)).map(move |_| one));
            ones.zip(class.members.clone()).collect::<Vec<_>>()
        };
        self.classes.iter().enumerate().flat_map(of_class).collect()
    }
}

/// Notes a cheaper way; says whether it is one.
fn nearer(costs: &mut [Option<i64>], from: &mut [Option<usize>], at: usize, (cost, before): (i64, usize)) -> bool {
    match (costs.get_mut(at), from.get_mut(at)) {
        (Some(known), Some(from)) if known.is_none_or(|known| cost < known) => {
            *known = Some(cost);
            *from = Some(before);
            true
        }
        _ => false,
    }
}
