//! B1, B4, B5: what is sealed holds, opens to the sum, and cannot be used again elsewhere.

use ballots_seal::{Curve, Refused, Unfit, admit, seal};
use ballots_verify::{Check, Flaw, Old, Wish};
use proptest::prelude::*;

use crate::world::{Dice, World, chosen, plain, question, small, verified};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_is_sealed_holds_and_opens_to_the_sum(
        shapes in prop::collection::vec((1_usize..6, 0_u32..3, 0_u32..4, any::<bool>()), 1..4),
        voters in 1_usize..6,
        trustees in 1_usize..4,
        seed in any::<u64>(),
    ) {
        let questions: Vec<_> = shapes
            .into_iter()
            .map(|(answers, min, more, blank)| {
                let most = u32::try_from(answers).unwrap();
                question(answers, min.min(most), (min.min(most) + more).min(most), blank)
            })
            .collect();
        let mut world = World::<Curve>::new(questions.clone(), voters, trustees, seed);
        let all: Vec<_> = (0..voters).map(|_| world.any()).collect();
        let ballots: Vec<_> = all.iter().enumerate().map(|(voter, choices)| world.ballot(voter, choices)).collect();
        let (archive, result) = world.archive(&ballots);
        prop_assert_eq!(&result, &plain(&questions, &all));
        let report = verified(&archive);
        prop_assert_eq!(report.failed, None);
        let told: Vec<_> = report.questions.into_iter().map(|one| one.totals).collect();
        prop_assert_eq!(told, result);
    }
}

#[test]
fn a_thousand_ballots_open_to_their_sum() {
    let questions = vec![question(3, 1, 1, false)];
    let mut world = World::<Curve>::new(questions.clone(), 1000, 3, 3);
    let all: Vec<_> = (0..1000).map(|_| world.any()).collect();
    let ballots: Vec<_> = all.iter().enumerate().map(|(voter, choices)| world.ballot(voter, choices)).collect();
    let (archive, result) = world.archive(&ballots);
    assert_eq!(result, plain(&questions, &all));
    let wish = Wish { threads: 2, unchanged: true, old: Old::Strangers, ..Wish::default() };
    let report = ballots_verify::verify(&*archive, &wish).unwrap();
    assert_eq!((report.failed, report.voted, report.held(Check::Ballots)), (None, 1000, Some(1000)));
}

#[test]
fn choices_that_do_not_fit_are_not_sealed() {
    let mut world = World::<Curve>::new(vec![question(3, 1, 2, true)], 1, 1, 5);
    for (choices, unfit) in [
        (vec![vec![0, 0, 0, 0]], Unfit::Limits),
        (vec![vec![0, 1, 1, 1]], Unfit::Limits),
        (vec![vec![1, 1, 0, 0]], Unfit::Limits),
        (vec![vec![0, 2, 0, 0]], Unfit::Shape),
        (vec![vec![1, 0, 0]], Unfit::Shape),
        (vec![], Unfit::Shape),
    ] {
        let sealed = seal(&world.election, &world.voters[0], &choices.into(), &mut world.dice);
        assert_eq!(sealed, Err(unfit));
    }
    for choices in [vec![vec![1, 0, 0, 0]], vec![vec![0, 1, 0, 1]]] {
        assert!(seal(&world.election, &world.voters[0], &choices.into(), &mut world.dice).is_ok());
    }
}

#[test]
fn a_ballot_is_of_no_use_to_anybody_else_or_anywhere_else() {
    let (mut world, ballots) = small();
    let one = &ballots[0];
    let mine = world.voters[0].credential();
    let theirs = world.voters[3].credential();
    let refused = |world: &World<Curve>, text: &str| admit(text, &world.election, &world.credentials).err();
    assert_eq!(refused(&world, one), None);
    assert_eq!(refused(&world, &one.replace(&mine, &theirs)), Some(Refused::Signature));
    let stranger = ballots_seal::Secret::<Curve>::draw(&mut Dice(99));
    let choices = world.any();
    let strange = seal(&world.election, &stranger, &choices, &mut world.dice).unwrap();
    assert_eq!(refused(&world, &strange), Some(Refused::Stranger));
    let other = World::<Curve>::new(vec![question(3, 0, 2, true), question(3, 1, 1, false)], 4, 2, 7);
    assert_eq!(other.credentials, world.credentials, "the same voters, the questions the other way round");
    assert_eq!(refused(&other, one), Some(Refused::Other));
}

#[test]
fn the_last_ballot_counts_where_it_may_be_changed_and_is_refused_elsewhere() {
    let (mut world, mut ballots) = small();
    let mut dice = Dice(11);
    let before = plain(world.election.questions(), &[]);
    assert_eq!(before.len(), 2);
    let choices = chosen(world.election.questions(), &mut dice);
    let again = world.ballot(0, &choices);
    let (mut archive, mut out) = world.setup();
    ballots.push(again.clone());
    for ballot in &ballots {
        out.extend(archive.ballot(ballot));
    }
    out.extend(archive.end());
    let mut totals = ballots_seal::Totals::new(&world.election);
    for ballot in &ballots[1..] {
        totals.add(&world.admitted(ballot));
    }
    out.extend(archive.tally(&totals.json(), 3));
    let wish = Wish { unfinished: true, ..Wish::default() };
    let report = ballots_verify::verify(&*out, &wish).unwrap();
    assert_eq!((report.failed, report.voted, report.held(Check::Ballots)), (None, 3, Some(4)));
    let strict = ballots_verify::verify(&*out, &Wish { unchanged: true, ..wish }).unwrap();
    let failed = strict.failed.unwrap();
    assert_eq!((failed.check, failed.flaw, failed.event), (Check::Ballots, Flaw::Changed, 4));
}

/// Nobody but the voter can make another ballot of theirs; so nobody else may bring an earlier one back either.
#[test]
fn an_earlier_ballot_put_in_once_more_does_not_undo_a_later_one() {
    let failed = verified(&replayed()).failed.unwrap();
    assert_eq!((failed.check, failed.flaw, failed.event), (Check::Ballots, Flaw::Twice, 3));
}

/// A vote in which a voter changed the ballot, and somebody put the first one in again.
pub fn replayed() -> Vec<u8> {
    let mut world = World::<Curve>::new(vec![question(2, 1, 1, false)], 1, 1, 13);
    let first = world.ballot(0, &vec![vec![1, 0]].into());
    let second = world.ballot(0, &vec![vec![0, 1]].into());
    world.archive_counting(&[first.clone(), second, first.clone()], &[first]).0
}
