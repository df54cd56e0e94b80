//! What a certified election leaves open (选举法 45, 地方组织法 29): the seats nobody reached are voted on again, at this session or a later one.

use ballots_rules::{Tally, ranked};
use law_rules::{Act, Step, Verdict};

use super::{Contesting, Place, range};

/// Seats that are still to be filled after so many were elected.
#[must_use]
pub const fn open_seats(seats: u32, elected: u32) -> u32 {
    seats.saturating_sub(elected)
}

/// Whether the vote of a congress is so far that whoever was elected may be certified: a round was held, the last one counts and nobody is tied.
/// Seats nobody reached do not stand in the way.
#[must_use]
pub fn certifiable(last: Option<(bool, &[Place])>) -> bool {
    last.is_some_and(|(valid, places)| valid && !places.contains(&Place::Tied))
}

/// Who stands in the other election for `open` seats, by the order of the first vote: as many as the ratio of the law lets stand, whoever is equal with
/// the last of them too.
#[must_use]
pub fn again(of: Contesting, open: u32, unelected: Vec<Tally>) -> Verdict<Vec<String>> {
    // The number a method fixed was for the seats of the first vote.
    let found = range(Contesting { fixed: None, ..of }, open).value;
    let most = found.max.unwrap_or(u32::MAX);
    let order = ranked(unelected);
    let places = usize::try_from(most).unwrap_or(usize::MAX);
    let least = places.checked_sub(1).and_then(|at| order.get(at)).map_or(0, |tally| tally.votes);
    let names: Vec<String> =
        order.iter().take_while(|tally| tally.votes >= least).map(|tally| tally.name.clone()).collect();
    let (law, article) = if of.class.is_some() { (Act::Organic, 29) } else { (Act::Electoral, 45) };
    let reason = Step::new("elections-reason-again").with("open", open).with("names", names.clone());
    Verdict::new(names, reason, vec![Step::new("elections-step-again").with("open", open).by(law, article)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{LeaderClass, Mode, election::Kind};

    #[test]
    fn a_round_that_counts_may_be_certified_with_seats_open() {
        for (last, fits) in [
            (None, false),
            (Some((false, &[Place::Failed][..])), false),
            (Some((true, &[Place::Elected, Place::Tied])), false),
            (Some((true, &[Place::Elected, Place::Failed])), true),
            (Some((true, &[])), true),
        ] {
            assert_eq!(certifiable(last), fits, "{last:?}");
        }
        assert_eq!((open_seats(3, 2), open_seats(3, 3), open_seats(3, 4)), (1, 0, 0));
    }

    #[test]
    fn the_other_election_lists_the_first_by_votes() {
        let tally = |name: &str, votes| Tally { name: name.to_owned(), votes };
        let left = || vec![tally("丁", 40), tally("乙", 90), tally("丙", 60), tally("戊", 60)];
        let deputies = Contesting { kind: Kind::Indirect, mode: Mode::Indirect, class: None, fixed: Some(9) };
        let vice = Contesting { kind: Kind::Leaders, class: Some(LeaderClass::Vice), ..deputies };
        for (of, open, names) in [
            // One seat of deputies: two stand, and who is equal with the second.
            (deputies, 1, &["乙", "丙", "戊"][..]),
            // One vice post: one to three more than posts.
            (vice, 1, &["乙", "丙", "戊", "丁"]),
        ] {
            assert_eq!(again(of, open, left()).value, names, "{of:?}");
        }
    }
}
