//! Who hears of an appointment: whoever drafted it of the vote, the person of the announcement.

use appointments_rules::Fact;
use kernel::{AccountId, PersonId};
use notices_rules::{Audience, Kind, Proposed, told_by_appointment};
use uuid::Uuid;

#[test]
fn the_drafter_hears_of_the_vote_and_the_person_of_the_announcement() {
    let (drafter, person) = (AccountId::from_uuid(Uuid::from_u128(1)), PersonId::from_uuid(Uuid::from_u128(2)));
    let of = Proposed { drafter: Some(drafter), person: Some(person) };
    for (fact, told) in [
        (Fact::Submitted, None),
        (Fact::Voted { adopted: true }, Some((Audience::Account(drafter), Kind::AppointmentAdopted))),
        (Fact::Voted { adopted: false }, Some((Audience::Account(drafter), Kind::AppointmentRefused))),
        (Fact::Announced { year: 2026, n: 1 }, Some((Audience::People(vec![person]), Kind::AppointmentAnnounced))),
        (Fact::Withdrawn, None),
    ] {
        let found = told_by_appointment(&fact, &of).into_iter().next().map(|tidings| (tidings.to, tidings.kind));
        assert_eq!(found, told, "{fact:?}");
    }
    let nobody = Proposed { drafter: None, person: None };
    assert!(told_by_appointment(&Fact::Announced { year: 2026, n: 1 }, &nobody).is_empty());
}
