//! 均衡: makes a plan the most even there is.
//!
//! Who is where can be changed along a way: A leaves a day to C, who leaves another to D, who leaves a third to B. Nobody in between has
//! more or fewer turns than before; A has one fewer and B one more. While there is such a way from somebody to somebody with at least two
//! turns fewer, taking it makes the sum of the squares smaller, and there are only so many sums. Where there is none the plan is the most
//! even of all: the counts that can be reached are the bases of a matroid, and a sum of convex functions over those is least where no
//! single exchange lowers it. The most even counts are least for every such sum at once, that of what is missing from the least among them.

use std::collections::VecDeque;

use crate::plan::Table;

/// Takes such ways until there is none.
pub(crate) fn even(table: &mut Table) {
    // Who can on no day is never reached.
    let able = |at: &usize| table.can.iter().any(|can| can.get(*at) == Some(&true));
    let able: Vec<usize> = (0..table.load.len()).filter(able).collect();
    loop {
        let least = able.iter().map(|at| load(table, *at)).min().unwrap_or(0);
        let mut heavy: Vec<usize> = able.iter().copied().filter(|at| load(table, *at) >= least + 2).collect();
        heavy.sort_by_key(|at| (std::cmp::Reverse(load(table, *at)), *at));
        let found = heavy.into_iter().find_map(|from| way(table, from).map(|way| (from, way)));
        let Some((from, way)) = found else { return };
        take(table, from, &way);
    }
}

fn load(table: &Table, at: usize) -> u32 {
    table.load.get(at).copied().unwrap_or(0)
}

/// One step: on this day somebody else is there.
#[derive(Clone, Copy)]
struct Change {
    day: usize,
    leaves: usize,
    comes: usize,
}

/// The shortest way from somebody to the one with the fewest turns that can be reached, if those are two fewer at least.
fn way(table: &Table, from: usize) -> Option<Vec<Change>> {
    let mut by: Vec<Option<Change>> = vec![None; table.load.len()];
    let mut queue = VecDeque::from([from]);
    let mut best: Option<usize> = None;
    while let Some(leaves) = queue.pop_front() {
        for (day, (there, can)) in table.there.iter().zip(&table.can).enumerate() {
            if !there.contains(&leaves) {
                continue;
            }
            for comes in (0..can.len()).filter(|at| can.get(*at) == Some(&true) && !there.contains(at)) {
                let Some(seen) = by.get_mut(comes).filter(|seen| seen.is_none() && comes != from) else { continue };
                *seen = Some(Change { day, leaves, comes });
                queue.push_back(comes);
                let lighter = best.is_none_or(|best| load(table, comes) < load(table, best));
                if lighter && load(table, comes) + 2 <= load(table, from) {
                    best = Some(comes);
                }
            }
        }
    }
    let mut way = Vec::new();
    let mut at = best?;
    while at != from {
        let change = by.get(at).copied().flatten()?;
        way.push(change);
        at = change.leaves;
    }
    Some(way)
}

/// Takes it, from its far end: who comes is never there yet.
fn take(table: &mut Table, from: usize, way: &[Change]) {
    for Change { day, leaves, comes } in way {
        if let Some(there) = table.there.get_mut(*day) {
            there.retain(|at| at != leaves);
            there.push(*comes);
        }
    }
    let to = way.first().map_or(from, |change| change.comes);
    if let Some(load) = table.load.get_mut(from) {
        *load -= 1;
    }
    if let Some(load) = table.load.get_mut(to) {
        *load += 1;
    }
}
