//! Whom a doubt about the class of a reply concerns.

use accounts_rules::Right;
use kernel::{BodyId, Id, Moment, PersonId};
use notices_rules::{Audience, Kind, Matter, Part, told_by};
use suggestions_rules::{AssignmentId, Canonical, DoubtId, Fact, RemarkId};

fn id<N>(byte: u8) -> Id<N> {
    Id::new(Moment::from_millis(1), [byte; 10])
}

fn matter() -> Matter {
    let part = |n, unit, replies| Part { id: id(n), unit: id(unit), replies };
    Matter {
        congress: id(1),
        lead: id(11),
        seconds: vec![id(12)],
        parts: vec![part(31, 21, true), part(32, 22, false)],
        numbered: true,
        by_another: false,
    }
}

#[test]
fn the_unit_hears_of_a_doubt_who_raised_it_of_the_answer_and_every_signer_of_another_class() {
    let (doubt, assignment, unit): (DoubtId, AssignmentId, BodyId) = (id(50), id(31), id(21));
    let reason: RemarkId = id(40);
    let (second, class): (Option<PersonId>, String) = (Some(id(12)), "B".to_owned());
    let of_unit = |kind| (Audience::Holders(Right::AssignmentSee, unit), kind);
    let office = |kind| (Audience::Holders(Right::SuggestionRedo, id(1)), kind);
    let people = |who: Vec<PersonId>, kind| (Audience::People(who), kind);
    let doubted = Fact::ClassDoubted { doubt, assignment, unit, round: 1, by: second, class: class.clone(), reason };
    let kept = |by| Fact::DoubtKept { doubt, assignment, unit, by, reason };
    let (was, counted_as) = ("A".to_owned(), Canonical::InProgress);
    let changed = Fact::ClassChanged { doubt, assignment, unit, round: 1, by: second, was, class, counted_as, reason };
    for (fact, wanted) in [
        (doubted, vec![of_unit(Kind::ClassDoubted)]),
        (Fact::DoubtWithdrawn { doubt, assignment }, vec![of_unit(Kind::DoubtWithdrawn)]),
        (kept(second), vec![people(vec![id(12)], Kind::ClassKept)]),
        (kept(None), vec![office(Kind::ClassUpheld)]),
        (changed, vec![people(vec![id(11), id(12)], Kind::ClassChanged), office(Kind::ClassCorrected)]),
    ] {
        let told: Vec<_> = told_by(&fact, &matter()).into_iter().map(|one| (one.to, one.kind)).collect();
        assert_eq!(told, wanted, "{fact:?}");
    }
}
