//! The worked examples of law.md F14–F16, and what holds of every round.

use ballots_rules::Tally;
use elections_rules::{Outcome, Revote, direct_rerun_result, direct_result, indirect_result};
use proptest::prelude::*;

fn tallies(text: &str) -> Vec<Tally> {
    let read = |(name, votes): (&str, &str)| Tally { name: name.to_owned(), votes: votes.parse().unwrap() };
    text.split(' ').filter_map(|one| one.split_once(':')).map(read).collect()
}

fn list(text: &str) -> Vec<String> {
    text.chars().map(String::from).collect()
}

/// Elected, tied, seats left for them, missing, who stands again.
type Told = (&'static str, &'static str, u32, u32, &'static str);

fn assert_told(outcome: &Outcome, (elected, tied, left, missing, rerun): Told) {
    assert_eq!(outcome.elected, list(elected));
    let revote = (left > 0).then(|| Revote { candidates: list(tied), seats: left });
    assert_eq!(outcome.revote_tie, revote);
    assert_eq!((outcome.missing, &outcome.rerun_candidates), (missing, &list(rerun)));
}

#[test]
fn a_direct_election_is_decided_by_those_who_took_part() {
    // law.md F14
    for (seats, voted, need, votes, told) in [
        (1, 2_655, 1_328, "A:1400 B:1200", ("A", "", 0, 0, "")),
        (1, 2_655, 1_328, "A:1327 B:1250", ("", "", 0, 1, "AB")),
        (2, 2_001, 1_001, "A:1500 B:1200 C:1100", ("AB", "", 0, 0, "")),
        (2, 2_001, 1_001, "A:1500 B:1200 C:1200", ("A", "BC", 1, 0, "")),
        (2, 2_001, 1_001, "A:1100 B:900 C:800", ("A", "", 0, 1, "BC")),
        (3, 2_001, 1_001, "A:1200 B:1000 C:990 D:980", ("A", "", 0, 2, "BCD")),
    ] {
        let outcome = direct_result(seats, voted, tallies(votes)).unwrap().value;
        assert_eq!(outcome.need, need);
        assert_told(&outcome, told);
    }
    let range = direct_result(3, 2_001, tallies("A:1200 B:1000 C:990 D:980")).unwrap().value.rerun_range.unwrap();
    assert_eq!((range.min, range.max), (3, Some(4)));
}

#[test]
fn the_other_election_of_a_direct_one_needs_a_third_of_the_ballots() {
    // law.md F15, voting.md §3.3 row 9
    for (ballots, need, votes, told) in [
        (2_000, 667, "B:700 C:650", ("B", "", 0, 0, "")),
        (2_000, 667, "B:666 C:640", ("", "", 0, 1, "")),
        (2_000, 667, "B:700 C:700", ("", "BC", 1, 0, "")),
        (1_800, 600, "B:600 C:590", ("B", "", 0, 0, "")),
        (2_001, 667, "X:667", ("X", "", 0, 0, "")),
        (2_001, 667, "X:666", ("", "", 0, 1, "")),
    ] {
        let outcome = direct_rerun_result(1, ballots, tallies(votes)).unwrap().value;
        assert_eq!(outcome.need, need);
        assert_told(&outcome, told);
    }
}

#[test]
fn a_congress_elects_by_more_than_half_of_all_deputies_in_both_rounds() {
    // law.md F16
    for (seats, votes, rerun, told) in [
        (4, "A:300 B:280 C:160 D:156 E:155 F:100", false, ("ABCD", "", 0, 0, "")),
        (4, "A:300 B:280 C:157 D:150 E:149 F:90", false, ("ABC", "", 0, 1, "DE")),
        (1, "D:155 E:150", true, ("", "", 0, 1, "")),
        (1, "D:156 E:150", true, ("D", "", 0, 0, "")),
    ] {
        let outcome = indirect_result(seats, 311, tallies(votes), rerun).unwrap().value;
        assert_eq!(outcome.need, 156);
        assert_told(&outcome, told);
    }
}

#[test]
fn counts_that_cannot_be_are_refused() {
    for (seats, voted, votes) in [(1, 100, "A:101"), (1, 100, "A:60 A:30"), (2, 100, "A:90 B:80 C:40")] {
        assert!(direct_result(seats, voted, tallies(votes)).is_err(), "{votes}");
    }
}

proptest! {
    #[test]
    fn seats_are_elected_tied_or_missing_and_one_vote_more_unseats_nobody(
        seats in 1_u32..6, deputies in 1_u32..400, shares in proptest::collection::vec(0_u32..=100, 1..9), lucky in 0_usize..9,
    ) {
        let votes: Vec<u32> = shares.iter().map(|share| deputies * share / 100).collect();
        prop_assume!(votes.iter().sum::<u32>() < seats * deputies);
        let round = |votes: &[u32]| {
            let tallies = votes.iter().enumerate().map(|(at, votes)| Tally { name: at.to_string(), votes: *votes }).collect();
            indirect_result(seats, deputies, tallies, false).unwrap().value
        };
        let before = round(&votes);
        let left = before.revote_tie.as_ref().map_or(0, |revote| revote.seats);
        prop_assert_eq!(u32::try_from(before.elected.len()).unwrap() + left + before.missing, seats);
        for name in &before.elected {
            prop_assert!(2 * votes[name.parse::<usize>().unwrap()] > deputies);
        }
        let lucky = lucky % votes.len();
        prop_assume!(votes[lucky] < deputies);
        let mut more = votes.clone();
        more[lucky] += 1;
        let name = lucky.to_string();
        prop_assert!(!before.elected.contains(&name) || round(&more).elected.contains(&name));
    }
}
