//! Heaps of ballots counted under every setting (P7), two tellers' entries compared, and figures that cannot be (P5, I1–I11).

use ballots_rules::{
    Tally,
    round::{
        Ballot, Broken, Count, Figures, Mark, PaperBox, Rule, UnclearPart, WriteInRule, WrittenIn, checks, count,
        differing, tellers_in_the_way,
    },
};
use kernel::{Id, Moment, PersonId};
use proptest::prelude::*;

const NAMES: [&str; 4] = ["甲", "乙", "丙", "丁"];

fn ballot(marks: &str, write_ins: &[(&str, bool)]) -> Ballot {
    let mark = |c| match c {
        '+' => Mark::Approve,
        '-' => Mark::Against,
        'o' => Mark::Abstain,
        '?' => Mark::Unclear,
        _ => Mark::Blank,
    };
    let written = |(name, marked): &(&str, bool)| WrittenIn { name: (*name).to_owned(), marked: *marked };
    Ballot { marks: marks.chars().map(mark).collect(), write_ins: write_ins.iter().map(written).collect() }
}

/// Valid ballots, approvals of the first line, votes written in.
fn told(rule: &Rule, ballot: &Ballot) -> (u32, u32, u32) {
    let found = count(rule, &NAMES, std::slice::from_ref(ballot));
    assert_eq!(found.returned, 1);
    (found.valid, found.lines[0].approve, found.write_ins.iter().map(|tally| tally.votes).sum())
}

#[test]
fn every_setting_of_the_method_counts_as_it_says() {
    let usual = Rule::assembly(3);
    let whole = Rule { unclear: UnclearPart::BallotVoid, ..usual.clone() };
    let free = Rule { write_in: Some(WriteInRule { requires_against: false, unmarked_counts: true }), ..usual.clone() };
    let strict =
        Rule { write_in: Some(WriteInRule { requires_against: true, unmarked_counts: false }), ..usual.clone() };
    let closed = Rule { write_in: None, ..usual.clone() };
    let blank_approves = Rule { blank_approves: true, ..Rule::assembly(4) };
    for (rule, ballot, expected) in [
        // voting.md §3.3 row 10: four names for three seats
        (&usual, ballot("++++", &[]), (0, 0, 0)),
        (&usual, ballot("+++o", &[]), (1, 1, 0)),
        (&usual, ballot("", &[]), (1, 0, 0)),
        (&blank_approves, ballot("", &[]), (1, 1, 0)),
        (&usual, ballot("+?oo", &[]), (1, 1, 0)),
        (&whole, ballot("+?oo", &[]), (0, 0, 0)),
        (&usual, ballot("+-oo", &[("戊", true)]), (1, 1, 1)),
        (&usual, ballot("+ooo", &[("戊", true)]), (1, 1, 0)),
        (&whole, ballot("+ooo", &[("戊", true)]), (0, 0, 0)),
        (&free, ballot("+ooo", &[("戊", false)]), (1, 1, 1)),
        (&strict, ballot("+-oo", &[("戊", false)]), (1, 1, 0)),
        (&closed, ballot("+-oo", &[("戊", true)]), (1, 1, 0)),
        (&usual, ballot("+++-", &[("戊", true)]), (0, 0, 0)),
        (&usual, ballot("+--o", &[("戊", true), ("戊", true)]), (1, 1, 0)),
    ] {
        assert_eq!(told(rule, &ballot), expected, "{ballot:?} under {rule:?}");
    }
}

fn heaps() -> impl Strategy<Value = Vec<Ballot>> {
    let marks = proptest::collection::vec(0_u8..12, 4);
    let one = (marks, 0_u8..8).prop_map(|(marks, written)| {
        let marks = marks.into_iter().map(|n| match n {
            0..=2 => Mark::Approve,
            3..=6 => Mark::Against,
            7..=8 => Mark::Abstain,
            9..=10 => Mark::Blank,
            _ => Mark::Unclear,
        });
        let written = if written == 0 { vec![WrittenIn { name: "戊".to_owned(), marked: true }] } else { Vec::new() };
        Ballot { marks: marks.collect(), write_ins: written }
    });
    proptest::collection::vec(one, 1..160)
}

/// The sheets of a heap: three boxes, bundles of fifty.
fn sheets(rule: &Rule, heap: &[Ballot]) -> Figures {
    let size = heap.len().div_ceil(3);
    let boxes = heap.chunks(size).map(|part| PaperBox {
        returned: u32::try_from(part.len()).unwrap(),
        batches: part.chunks(50).map(|bundle| count(rule, &NAMES, bundle)).collect(),
    });
    let all = u32::try_from(heap.len()).unwrap();
    Figures {
        members: all + 3,
        present: all + 1,
        participants: all,
        handed_out: all + 2,
        spoiled_replaced: 2,
        issued: all,
        boxes: boxes.collect(),
        total: count(rule, &NAMES, heap),
    }
}

/// Another way to count: ballot by ballot, without adding up.
fn oracle(heap: &[Ballot], most: usize) -> (u32, u32) {
    let valid = |ballot: &&Ballot| {
        let many = |mark| ballot.marks.iter().filter(|one| **one == mark).count();
        let names = if many(Mark::Against) >= ballot.write_ins.len() { ballot.write_ins.len() } else { 0 };
        many(Mark::Approve) + names <= most
    };
    let kept: Vec<&Ballot> = heap.iter().filter(valid).collect();
    let first = kept.iter().filter(|ballot| ballot.marks[0] == Mark::Approve).count();
    (u32::try_from(kept.len()).unwrap(), u32::try_from(first).unwrap())
}

/// Every figure of the sheets, one after another, so that a slip of the pen can fall on any.
fn places(figures: &mut Figures) -> Vec<&mut u32> {
    let Figures { members, present, participants, handed_out, spoiled_replaced, issued, boxes, total } = figures;
    let mut all = vec![members, present, participants, handed_out, spoiled_replaced, issued];
    for one in boxes {
        all.push(&mut one.returned);
        one.batches.iter_mut().for_each(|batch| all.extend(of_count(batch)));
    }
    all.extend(of_count(total));
    all
}

fn of_count(count: &mut Count) -> Vec<&mut u32> {
    let mut all = vec![&mut count.returned, &mut count.valid, &mut count.invalid];
    for line in &mut count.lines {
        all.extend([&mut line.approve, &mut line.against, &mut line.abstain, &mut line.unclear]);
    }
    all.extend(count.write_ins.iter_mut().map(|tally| &mut tally.votes));
    all
}

proptest! {
    #[test]
    fn p7_the_heap_and_the_sheets_say_the_same(heap in heaps()) {
        let rule = Rule::assembly(2);
        let figures = sheets(&rule, &heap);
        prop_assert_eq!(checks(&rule, &figures), vec![]);
        prop_assert_eq!((figures.total.valid, figures.total.lines[0].approve), oracle(&heap, 2));
        let bundles = figures.boxes.iter().flat_map(|one| &one.batches);
        prop_assert_eq!(Count::sum(bundles).sorted(), figures.total.sorted());
    }

    #[test]
    fn p1_the_order_of_ballots_changes_nothing(heap in heaps(), turn in 0_usize..160) {
        let rule = Rule::assembly(2);
        let mut turned = heap.clone();
        turned.rotate_left(turn % heap.len());
        prop_assert_eq!(count(&rule, &NAMES, &heap).sorted(), count(&rule, &NAMES, &turned).sorted());
    }

    #[test]
    fn p5_a_slip_in_one_entry_is_seen_and_its_place_named(heap in heaps(), at in 0_usize..400, slip in 1_u32..9) {
        let rule = Rule::assembly(2);
        let right = sheets(&rule, &heap);
        let mut wrong = right.clone();
        let mut places = places(&mut wrong);
        let at = at % places.len();
        *places[at] += slip;
        prop_assert_eq!(differing(&right, &wrong).len(), 1);
        prop_assert!(differing(&right, &right.clone()).is_empty());
    }

    #[test]
    fn p5_the_same_slip_in_both_entries_is_caught_where_figures_hang_together(heap in heaps(), at in 0_usize..400, slip in 1_u32..9) {
        let rule = Rule::assembly(2);
        let mut wrong = sheets(&rule, &heap);
        let mut places = places(&mut wrong);
        // Members, presence and who took part stand alone: nothing on the sheets is made of them.
        let at = 3 + at % (places.len() - 3);
        *places[at] += slip;
        prop_assert!(!checks(&rule, &wrong).is_empty());
    }
}

#[test]
fn figures_that_cannot_be_are_named() {
    let rule = Rule::assembly(2);
    let heap = vec![ballot("+-oo", &[("戊", true)]), ballot("++oo", &[]), ballot("+++o", &[])];
    let right = sheets(&rule, &heap);
    assert_eq!(checks(&rule, &right), []);
    let broken = |change: &dyn Fn(&mut Figures)| {
        let mut figures = Figures { boxes: Vec::new(), ..right.clone() };
        change(&mut figures);
        checks(&rule, &figures)
    };
    for (found, expected) in [
        (broken(&|it| it.issued += 1), Broken::Issued),
        (broken(&|it| it.present = 1), Broken::MoreIssuedThanPresent),
        (broken(&|it| it.total.invalid += 1), Broken::ValidAndInvalid),
        (broken(&|it| it.total.lines[0].approve -= 1), Broken::Line("甲".to_owned())),
        (broken(&|it| it.total.write_ins[0].votes = 2), Broken::WriteIns),
        (broken(&|it| it.total.write_ins[0].votes = 9), Broken::WrittenIn("戊".to_owned())),
        (broken(&|it| it.total.lines[0].abstain = 99), Broken::Above("甲".to_owned())),
    ] {
        assert!(found.contains(&expected), "{found:?} lacks {expected:?}");
        assert!(found.iter().all(|one| one.refused().key.starts_with("ballots-broken-")));
    }
    let mut boxes = right.clone();
    boxes.boxes[0].batches[0].lines[0].against += 1;
    assert!(checks(&rule, &boxes).contains(&Broken::Box(1)) && checks(&rule, &boxes).contains(&Broken::Boxes));
    let closed = Rule { write_in: None, ..rule };
    assert!(checks(&closed, &right).contains(&Broken::WriteIns));
}

#[test]
fn a_candidate_and_a_near_relative_of_one_cannot_be_tellers() {
    let person = |n: u8| -> PersonId { Id::new(Moment::from_millis(0), [n; 10]) };
    let [teller, relative, candidate, stranger] = [1, 2, 3, 4].map(person);
    let found =
        tellers_in_the_way(&[teller, relative, candidate], &[candidate], &[(candidate, relative), (stranger, teller)]);
    assert_eq!(found, [relative, candidate]);
}

#[test]
fn counts_of_boxes_are_added_by_name() {
    let one = count(&Rule::assembly(2), &NAMES, &[ballot("+-oo", &[("戊", true)])]);
    let sum = Count::sum([&one, &one]);
    assert_eq!((sum.returned, sum.lines[0].approve), (2, 2));
    assert_eq!(sum.write_ins, [Tally { name: "戊".to_owned(), votes: 2 }]);
}
