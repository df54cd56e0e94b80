//! Who is told that something came before the public, or is there no longer.

use disclosure_rules::{Fact, Ground};
use kernel::Id;
use notices_rules::{Audience, Shown, Tidings, told_by_disclosure};
use uuid::Uuid;

fn id<N>(n: u128) -> Id<N> {
    Id::from_uuid(Uuid::from_u128(n))
}

fn told(fact: &Fact) -> Vec<String> {
    let of = Shown { signers: vec![id(1), id(2)], units: vec![id(3)] };
    let one = |tidings: Tidings| match tidings.to {
        Audience::People(people) => format!("{}: {} deputies", tidings.kind.word(), people.len()),
        Audience::Holders(right, _) => format!("{}: {}", tidings.kind.word(), right.as_str()),
        Audience::Account(_) => "account".to_owned(),
    };
    told_by_disclosure(fact, &of).into_iter().map(one).collect()
}

#[test]
fn signers_and_units_are_told_what_the_public_reads_and_reads_no_longer() {
    let suggestion = id(5);
    let (edition, hidden, summary) = (1, 2, false);
    for (fact, deputies, unit) in [
        (Fact::Disclosed { suggestion, edition, hidden, summary }, "disclosed", "part-disclosed"),
        (Fact::Corrected { suggestion, edition, hidden, summary }, "corrected", "part-corrected"),
        (Fact::TakenDown { suggestion, year: 2026, n: 1, ground: Ground::Error }, "taken-down", "part-taken-down"),
    ] {
        assert_eq!(told(&fact), [format!("{deputies}: 2 deputies"), format!("{unit}: suggestions.assignment.see")]);
    }
    assert!(told(&Fact::Withheld { suggestion, ground: Ground::Secret }).is_empty());
}
