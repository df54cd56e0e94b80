//! A heap of ballots counted by two tellers who slip now and then: whatever they slip in, what is reported is what the heap holds (P5, P7).
#![allow(clippy::unreachable, reason = "a test may fail loudly")]

use ballots_rules::{
    paper::{
        Assembly, Boxes, Bundle, Entry, Kind, MOST_SHEETS, Name, Opening, Reading, Refusal, Role, Round, Spec, Teller,
        Why, laid_out, spellings,
    },
    round::{Ballot, Count, Mark, WrittenIn, count},
};
use kernel::{Id, Moment, Text};
use proptest::prelude::*;

const NAMES: [&str; 4] = ["甲", "乙", "丙", "丁"];

fn id<N>(n: u8) -> Id<N> {
    Id::new(Moment::from_millis(0), [n; 10])
}

fn spec() -> Spec {
    let name = |one: &str| Name { name: Text::parse(one).unwrap(), note: None, person: None };
    Spec {
        assembly: Assembly::Congress,
        kind: Kind::Election,
        names: NAMES.map(name).into(),
        rule: Kind::Election.usual(Assembly::Congress, 2),
        method: Text::parse("选举办法").unwrap(),
        adopted: None,
    }
}

fn opened(spec: &Spec, boxes: &[u32]) -> Round {
    let all: u32 = boxes.iter().sum();
    let teller = |n, role| Teller {
        account: id(n),
        person: None,
        name: format!("{n}"),
        role,
        declared: Some(Moment::from_millis(0)),
        aside: None,
    };
    let opening = Opening {
        n: 1,
        why: Why::First,
        after: None,
        spec: spec.clone(),
        hash: "h".to_owned(),
        members: all,
        present: all,
        tellers: vec![teller(1, Role::Counter), teller(2, Role::Counter), teller(3, Role::Chief)],
    };
    let (round, _) = Round::open(id(8), id(9), opening, Moment::from_millis(1)).unwrap();
    round.empty_boxes(Boxes { handed_out: all, spoiled: 0, returned: boxes.to_vec() }).unwrap().0
}

fn heaps() -> impl Strategy<Value = Vec<Ballot>> {
    let marks = proptest::collection::vec(0_u8..12, 4);
    let one = (marks, 0_u8..9).prop_map(|(marks, written)| {
        let marks = marks.into_iter().map(|n| match n {
            0..=2 => Mark::Approve,
            3..=7 => Mark::Against,
            8..=10 => Mark::Blank,
            _ => Mark::Unclear,
        });
        let name = ["戊己", "戊已"].get(usize::from(written)).map(|name| (*name).to_owned());
        Ballot {
            marks: marks.collect(),
            write_ins: name.map(|name| WrittenIn { name, marked: true }).into_iter().collect(),
        }
    });
    proptest::collection::vec(one, 3..260)
}

/// The sheet as a hand that slips writes it: one ballot taken from one column to the next, on this teller's own line.
fn written(right: &Count, teller: usize, slips: bool) -> Count {
    let mut sheet = right.clone();
    let line = &mut sheet.lines[teller];
    match (slips, line.against) {
        (false, _) | (true, 0) => {}
        (true, _) => {
            line.against -= 1;
            line.abstain += 1;
        }
    }
    sheet
}

/// Both enter until they agree; answers how often they had to.
fn agreed(spec: &Spec, mut bundle: Bundle, right: &Count, slips: &mut impl Iterator<Item = bool>) -> (Bundle, u32) {
    while bundle.agreed().is_none() {
        for teller in 0..2_u8 {
            let count = written(right, usize::from(teller), slips.next().unwrap_or(false));
            let entry = Entry { account: id(teller + 1), at: Moment::from_millis(2), count };
            match bundle.clone().enter((&spec.rule, &spec.listed()), entry) {
                Ok((now, _)) => bundle = now,
                // A slip that breaks what hangs together is told at once, and the sheet read again.
                Err(Refusal::Broken(_)) => {
                    let entry = Entry { account: id(teller + 1), at: Moment::from_millis(2), count: right.clone() };
                    bundle = bundle.enter((&spec.rule, &spec.listed()), entry).unwrap().0;
                }
                Err(other) => unreachable!("{other:?}"),
            }
        }
    }
    let attempt = bundle.attempt;
    (bundle, attempt)
}

proptest! {
    #[test]
    fn what_two_who_slip_report_is_what_the_heap_holds(heap in heaps(), slips in proptest::collection::vec(any::<bool>(), 0..40)) {
        let spec = spec();
        let half = heap.len() / 2;
        let parts = [&heap[..half], &heap[half..]];
        let boxes = parts.map(|part| u32::try_from(part.len()).unwrap());
        let round = opened(&spec, &boxes);
        let size = usize::try_from(MOST_SHEETS).unwrap();
        let counts: Vec<Count> =
            parts.iter().flat_map(|part| part.chunks(size)).map(|part| count(&spec.rule, &NAMES, part)).collect();
        let mut slips = slips.into_iter();
        let mut attempts = 0;
        let mut bundles = Vec::new();
        for ((place, sheets), right) in laid_out(&boxes).into_iter().zip(&counts) {
            let (bundle, attempt) = agreed(&spec, Bundle::new(place, sheets), right, &mut slips);
            attempts += attempt;
            bundles.push(bundle);
        }
        prop_assert!(attempts >= u32::try_from(bundles.len()).unwrap());
        let readings: Vec<Reading> = spellings(&bundles)
            .into_iter()
            .map(|tally| Reading { written: tally.name, meant: Some("戊己".to_owned()) })
            .collect();
        let (_, figures, _) = round.report(id(3), &bundles, &readings, Moment::from_millis(3)).unwrap();
        let mut whole = count(&spec.rule, &NAMES, &heap);
        let votes: u32 = whole.write_ins.drain(..).map(|tally| tally.votes).sum();
        let told: u32 = figures.total.write_ins.iter().map(|tally| tally.votes).sum();
        prop_assert_eq!(votes, told);
        prop_assert_eq!(Count { write_ins: Vec::new(), ..figures.total.sorted() }, whole.sorted());
    }
}
