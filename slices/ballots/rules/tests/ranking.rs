//! Rankings: points from orders, places that are shared, two tellers, figures that cannot be.

use ballots_rules::{
    Tally,
    paper::{Assembly, Kind, standing},
    round::{Broken, Count, Figures, Outcome, Rule, count_orders, differing, of_count, outcome, points, scored},
};
use proptest::prelude::*;

const NAMES: [&str; 4] = ["修路", "引水", "办学", "养老"];

fn figures(total: Count) -> Figures {
    let returned = total.returned;
    Figures {
        members: 100,
        present: 100,
        participants: returned,
        handed_out: returned,
        issued: returned,
        total,
        ..Figures::default()
    }
}

/// What the orders come to: name and points in the order of the outcome, whoever is tied at the last place, places left.
fn ranked(places: u32, heap: &[Vec<usize>]) -> (Vec<Tally>, Vec<Tally>, u32) {
    let found = scored(places, &figures(count_orders(places, &NAMES, heap)));
    match outcome(&Kind::Ranking.usual(Assembly::Congress, places), &found).value {
        Outcome::Decided(decided) => (decided.elected, decided.tied, decided.seats_left),
        Outcome::Void(why) => panic!("{why:?}"),
    }
}

fn named(tallies: &[Tally]) -> Vec<(&str, u32)> {
    tallies.iter().map(|tally| (tally.name.as_str(), tally.votes)).collect()
}

#[test]
fn the_first_gets_as_many_points_as_there_are_places() {
    // Three places: 3, 2, 1. Five ballots.
    let heap = [vec![0, 1, 2], vec![0, 2, 1], vec![1, 0, 2], vec![3, 0, 1], vec![2, 1]];
    let total = count_orders(3, &NAMES, &heap);
    assert_eq!((total.returned, total.valid, total.invalid), (5, 5, 0), "fewer names than places are a valid ballot");
    assert_eq!(total.lines[0].ranks, [2, 2, 0]);
    assert_eq!((total.lines[0].abstain, total.lines[3].abstain), (1, 4));
    assert_eq!(NAMES.map(|name| points(3, total.lines.iter().find(|line| line.name == name).unwrap())), [10, 9, 7, 3]);
    let (order, tied, left) = ranked(3, &heap);
    assert_eq!(named(&order), [("修路", 10), ("引水", 9), ("办学", 7)]);
    assert!(tied.is_empty() && left == 0);
}

#[test]
fn a_ballot_that_ranks_twice_or_too_many_is_void() {
    let heap = [vec![0, 0], vec![0, 1, 2], vec![9], vec![1, 0], vec![]];
    let total = count_orders(2, &NAMES, &heap);
    assert_eq!((total.returned, total.valid, total.invalid), (5, 2, 3));
    assert_eq!(total.lines[1].ranks, [1, 0]);
}

#[test]
fn equal_points_at_the_last_place_are_a_tie() {
    let heap = [vec![0, 1], vec![0, 2], vec![1, 2], vec![2, 1]];
    // 修路 4; 引水 1 + 2 + 1, 办学 1 + 1 + 2: four each.
    let (order, tied, left) = ranked(2, &heap);
    assert_eq!((named(&order), left), (vec![], 2));
    assert_eq!(named(&tied), [("修路", 4), ("引水", 4), ("办学", 4)]);
    let (order, tied, left) = ranked(3, &heap);
    // All three find a place: nothing is left to decide.
    assert_eq!((order.len(), tied.len(), left), (3, 0, 0));
    let outcome = outcome(
        &Kind::Ranking.usual(Assembly::Congress, 2),
        &scored(2, &figures(count_orders(2, &NAMES, &[vec![0, 1], vec![0, 1]]))),
    );
    assert_eq!(
        standing(&outcome.value, "养老").map(|word| format!("{word:?}")),
        Some("Failed".to_owned()),
        "no points"
    );
    assert_eq!(outcome.working.iter().filter(|step| step.key == "ballots-step-points").count(), 4);
}

#[test]
fn figures_that_no_ballots_can_have_are_refused() {
    let rule = Rule::ranking(2);
    let total = count_orders(2, &NAMES, &[vec![0, 1], vec![1, 0], vec![2]]);
    assert_eq!(of_count(&rule, &total), []);
    let changed = |change: &dyn Fn(&mut Count)| {
        let mut total = total.clone();
        change(&mut total);
        of_count(&rule, &total)
    };
    let more_first = changed(&|total| {
        total.lines[3].ranks[0] = 1;
        total.lines[3].abstain -= 1;
    });
    assert_eq!(more_first, [Broken::Rank(1)], "four first places on three ballots");
    let second_without_first = changed(&|total| {
        for at in [2, 3] {
            total.lines[at].ranks = vec![0, 1];
            total.lines[at].abstain = 2;
        }
    });
    assert_eq!(second_without_first, [Broken::Rank(2)], "more stand second than first");
    assert_eq!(changed(&|total| total.lines[0].ranks.push(0)), [Broken::Line("修路".to_owned())]);
    assert_eq!(changed(&|total| total.lines[0].ranks[0] += 1).first(), Some(&Broken::Line("修路".to_owned())));
    let approvals = Rule::most_votes(2);
    assert!(!of_count(&approvals, &total).is_empty(), "an order is no approval");
}

#[test]
fn two_tellers_are_told_the_line_and_not_the_figures() {
    let one = figures(count_orders(2, &NAMES, &[vec![0, 1], vec![1, 0]]));
    let other = figures(count_orders(2, &NAMES, &[vec![0, 1], vec![1, 2]]));
    let places = differing(&one, &other);
    assert!(
        places.contains(&"total 修路 ranks".to_owned()) && places.contains(&"total 办学 ranks".to_owned()),
        "{places:?}"
    );
}

fn orders() -> impl Strategy<Value = Vec<Vec<usize>>> {
    let order = Just(vec![0_usize, 1, 2, 3])
        .prop_shuffle()
        .prop_flat_map(|all| (0..=all.len()).prop_map(move |many| all.iter().take(many).copied().collect::<Vec<_>>()));
    proptest::collection::vec(order, 0..40)
}

proptest! {
    #[test]
    fn any_heap_gives_figures_that_can_be_and_points_that_add_up(heap in orders()) {
        let total = count_orders(4, &NAMES, &heap);
        prop_assert_eq!(of_count(&Rule::ranking(4), &total), vec![]);
        let given: u32 = heap.iter().map(|order| (0..order.len()).map(|at| 4 - u32::try_from(at).unwrap()).sum::<u32>()).sum();
        prop_assert_eq!(total.lines.iter().map(|line| points(4, line)).sum::<u32>(), given);
    }

    #[test]
    fn bundles_add_up_to_the_heap(heap in orders(), cut in 0..40_usize) {
        let cut = cut.min(heap.len());
        let parts = [&heap[..cut], &heap[cut..]].map(|part| count_orders(4, &NAMES, part));
        prop_assert_eq!(Count::sum(&parts).sorted(), count_orders(4, &NAMES, &heap).sorted());
    }

    #[test]
    fn to_be_put_one_place_higher_never_costs_a_place(heap in orders(), at in 0..40_usize) {
        // P2 of a ranking: swapping 修路 with whoever stands just before it on one ballot gives it no fewer points and nobody else more.
        prop_assume!(!heap.is_empty());
        let at = at % heap.len();
        let mut better = heap.clone();
        let place = better[at].iter().position(|one| *one == 0).filter(|place| *place > 0);
        prop_assume!(place.is_some());
        better[at].swap(place.unwrap(), place.unwrap() - 1);
        let [before, after] = [&heap, &better].map(|heap| count_orders(4, &NAMES, heap));
        prop_assert_eq!(points(4, &after.lines[0]), points(4, &before.lines[0]) + 1);
        for (one, other) in before.lines.iter().zip(&after.lines).skip(1) {
            prop_assert!(points(4, other) <= points(4, one));
        }
    }
}
