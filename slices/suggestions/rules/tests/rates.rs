//! Shares of those who are satisfied and of those who answered.

use suggestions_rules::{Outcome, Tally};

fn tally(satisfied: u64, basically: u64, dissatisfied: u64, unanswered: u64) -> Tally {
    Tally { satisfied, basically, dissatisfied, unanswered }
}

#[test]
fn silence_counts_against_the_response_and_never_as_satisfaction() {
    for (tally, satisfaction, response) in [
        (tally(0, 0, 0, 0), None, None),
        (tally(0, 0, 0, 5), None, Some(0)),
        (tally(1, 0, 0, 9), Some(1000), Some(100)),
        (tally(37, 3, 0, 0), Some(925), Some(1000)),
        (tally(2, 1, 0, 0), Some(667), Some(1000)),
        (tally(1, 1, 1, 1), Some(333), Some(750)),
        (tally(0, 0, 4, 0), Some(0), Some(1000)),
        (tally(1, 7, 0, 0), Some(125), Some(1000)),
    ] {
        assert_eq!((tally.satisfaction(), tally.response()), (satisfaction, response), "{tally:?}");
    }
}

#[test]
fn the_four_columns_add_up() {
    let both = tally(1, 2, 3, 4).and(tally(10, 20, 30, 40));
    assert_eq!(both, tally(11, 22, 33, 44));
    let sum: u64 = Outcome::ALL.into_iter().map(|outcome| both.of(outcome)).sum();
    assert_eq!((sum, both.answered()), (both.all(), 66));
}
