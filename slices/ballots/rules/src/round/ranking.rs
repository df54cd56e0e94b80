//! A ranking (排序, 名次): a ballot puts names in an order, as many as there are places. Whoever stands first gets as many points as there are
//! places, whoever follows one fewer each, whoever is not ranked none (Borda). No law of the state speaks of it; which way to count is the
//! method's. Adding up places and letting the least sum come first gives the same order where everybody not ranked counts as one place more
//! than the last.

use super::{Count, Figures, Line};

/// The points of a line: for places 3, three for each first, two for each second, one for each third.
#[must_use]
pub fn points(places: u32, line: &Line) -> u32 {
    let worth = (1..=places).rev().zip(&line.ranks).map(|(worth, many)| u64::from(worth) * u64::from(*many));
    u32::try_from(worth.sum::<u64>()).unwrap_or(u32::MAX)
}

/// The figures of a ranking as a result tells them: points, ballots that put it first, ballots that put it further down, ballots that did not
/// rank it, in the order of the four marks of any other vote.
#[must_use]
pub fn scored(places: u32, figures: &Figures) -> Figures {
    let mut figures = figures.clone();
    for line in &mut figures.total.lines {
        let further = line.ranks.iter().skip(1).fold(0_u32, |sum, many| sum.saturating_add(*many));
        let unranked = line.abstain.saturating_add(line.unclear);
        line.approve = points(places, line);
        line.against = line.ranks.first().copied().unwrap_or(0);
        (line.abstain, line.unclear) = (further, unranked);
    }
    figures
}

/// Counts a heap of ballots, each the names in its order, counted from 0. One that ranks a name twice, a name that is not there, or more
/// names than places is void; one that ranks fewer is valid.
#[must_use]
pub fn count_orders(places: u32, names: &[&str], heap: &[Vec<usize>]) -> Count {
    let most = usize::try_from(places).unwrap_or(usize::MAX);
    let line = |name: &&str| Line { name: (*name).to_owned(), ranks: vec![0; most], ..Line::default() };
    let mut total = Count { lines: names.iter().map(line).collect(), ..Count::default() };
    for order in heap {
        total.returned += 1;
        let mut once = order.clone();
        once.sort_unstable();
        once.dedup();
        if once.len() != order.len() || order.len() > most || order.iter().any(|at| *at >= names.len()) {
            total.invalid += 1;
            continue;
        }
        total.valid += 1;
        for (at, line) in total.lines.iter_mut().enumerate() {
            let place = order.iter().position(|one| *one == at);
            match place.and_then(|place| line.ranks.get_mut(place)) {
                Some(many) => *many += 1,
                None => line.abstain += 1,
            }
        }
    }
    total
}
