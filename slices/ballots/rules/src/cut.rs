//! Who of those that pass is elected: most votes first; a tie at the last seat is left to another vote (选举法 45, 地方组织法 29).

use serde::{Deserialize, Serialize};

/// A name with its votes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Whose.
    pub name: String,
    /// How many.
    pub votes: u32,
}

/// What a cut at the last seat comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// Elected, most votes first.
    pub elected: Vec<Tally>,
    /// As many votes as one another, and more of them than seats left; empty where nothing is tied.
    pub tied: Vec<Tally>,
    /// The seats that the tied ones are to be voted on again for.
    pub left: u32,
}

/// Most votes first; equal votes stay in the order of the ballot.
#[must_use]
pub fn ranked(mut tallies: Vec<Tally>) -> Vec<Tally> {
    tallies.sort_by_key(|tally| std::cmp::Reverse(tally.votes));
    tallies
}

/// Fills `seats` from those who pass.
#[must_use]
pub fn cut(seats: u32, passing: Vec<Tally>) -> Cut {
    let passing = ranked(passing);
    let places = usize::try_from(seats).unwrap_or(usize::MAX);
    let at_the_cut = |at: usize| passing.get(at).map(|tally| tally.votes);
    let last = places.checked_sub(1).and_then(at_the_cut);
    match (last, at_the_cut(places)) {
        (Some(last), Some(next)) if last == next => {
            let (elected, rest): (Vec<_>, Vec<_>) = passing.into_iter().partition(|tally| tally.votes > last);
            let tied: Vec<_> = rest.into_iter().filter(|tally| tally.votes == last).collect();
            let left = seats.saturating_sub(u32::try_from(elected.len()).unwrap_or(u32::MAX));
            Cut { elected, tied, left }
        }
        _ => Cut { elected: passing.into_iter().take(places).collect(), tied: Vec::new(), left: 0 },
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn tallies(votes: &[u32]) -> Vec<Tally> {
        votes.iter().enumerate().map(|(at, votes)| Tally { name: at.to_string(), votes: *votes }).collect()
    }

    proptest! {
        #[test]
        fn seats_are_filled_or_tied_and_nobody_is_elected_over_somebody_with_more(
            seats in 1_u32..8, votes in proptest::collection::vec(0_u32..6, 0..12),
        ) {
            let all = tallies(&votes);
            let Cut { elected, tied, left } = cut(seats, all.clone());
            let filled = u32::try_from(elected.len()).unwrap() + left;
            prop_assert_eq!(filled, seats.min(u32::try_from(all.len()).unwrap()));
            prop_assert_eq!(tied.is_empty(), left == 0);
            prop_assert!(tied.is_empty() || tied.len() > usize::try_from(left).unwrap());
            prop_assert!(tied.windows(2).all(|pair| pair[0].votes == pair[1].votes));
            let least = elected.iter().map(|tally| tally.votes).min().unwrap_or(u32::MAX);
            for out in all.iter().filter(|tally| !elected.contains(tally)) {
                prop_assert!(out.votes < least, "{:?} stays out though {} suffice", out, least);
            }
        }
    }
}
