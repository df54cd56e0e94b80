//! Objects rated on paper: three grades, the bar and the base of the method, and exactly half both ways.

use ballots_rules::{
    paper::{Assembly, Graded, Kind, graded},
    round::{Bar, Base, Count, Figures, Line, Rule, outcome},
};
use law_rules::Word as _;
use proptest::prelude::*;

/// The figures of one object as they are weighed: who is satisfied and who is fairly satisfied together.
fn rated(rule: &Rule, members: u32, [satisfied, fairly, not]: [u32; 3]) -> Option<Graded> {
    let returned = satisfied + fairly + not;
    let line =
        Line { name: "教育局".to_owned(), approve: satisfied, against: fairly, abstain: not, ..Line::default() };
    let weighed = Line { approve: satisfied + fairly, against: 0, ..line.clone() };
    let total = Count { returned, valid: returned, lines: vec![weighed], ..Count::default() };
    let figures = Figures {
        members,
        present: members,
        participants: returned,
        handed_out: returned,
        issued: returned,
        total,
        ..Figures::default()
    };
    graded(&outcome(rule, &figures).value, &line)
}

#[test]
fn a_rating_takes_its_base_from_the_rule() {
    // voting.md §3.3 row 11: 25 members, 19 valid ballots, three fifths
    let rule = |base| Rule { base, bar: Bar::AtLeast(3, 5), ..Kind::Rating.usual(Assembly::Congress, 1) };
    assert_eq!(rated(&rule(Base::Valid), 25, [12, 5, 2]), Some(Graded::Satisfied));
    assert_eq!(rated(&rule(Base::Members), 25, [12, 5, 2]), Some(Graded::Fairly));
}

#[test]
fn exactly_half_is_a_setting_of_the_method() {
    let usual = Kind::Rating.usual(Assembly::Committee, 1);
    assert_eq!((usual.base, usual.write_in), (Base::Returned, None));
    // Of thirty members: a method that says 过半数, and one that says 半数以上.
    let more = Rule { base: Base::Members, ..usual };
    let half = Rule { bar: Bar::AtLeast(1, 2), ..more.clone() };
    for (grades, strict, inclusive) in [
        ([16, 4, 10], Graded::Satisfied, Graded::Satisfied),
        ([15, 0, 15], Graded::Dissatisfied, Graded::Satisfied),
        ([15, 1, 14], Graded::Fairly, Graded::Satisfied),
        ([14, 2, 14], Graded::Fairly, Graded::Fairly),
        ([14, 1, 15], Graded::Dissatisfied, Graded::Fairly),
        ([10, 4, 16], Graded::Dissatisfied, Graded::Dissatisfied),
    ] {
        assert_eq!(rated(&more, 30, grades), Some(strict), "{grades:?} more than half");
        assert_eq!(rated(&half, 30, grades), Some(inclusive), "{grades:?} half or more");
    }
}

proptest! {
    #[test]
    fn a_better_grade_never_makes_a_rating_worse(grades in proptest::array::uniform3(0_u32..40)) {
        let rule = Rule { base: Base::Members, ..Kind::Rating.usual(Assembly::Congress, 1) };
        let members = grades.iter().sum::<u32>().max(1);
        let place = |grades| rated(&rule, members, grades).map(|grade| ["satisfied", "fairly", "dissatisfied"].iter().position(|word| *word == grade.word()));
        prop_assume!(grades[2] > 0);
        let better = [grades[0], grades[1] + 1, grades[2] - 1];
        prop_assert!(place(better) <= place(grades));
    }
}
