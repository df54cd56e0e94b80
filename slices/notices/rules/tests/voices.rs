//! Who is told of what constituents say.

use kernel::{BodyId, Id};
use notices_rules::{Audience, Tidings, VIA, Voice, told_by_opinion};
use opinions_rules::{By, Closing, Fact, Score, Treatment, Way};
use uuid::Uuid;

fn id<N>(n: u128) -> Id<N> {
    Id::from_uuid(Uuid::from_u128(n))
}

fn told(fact: &Fact, deputy: bool) -> Vec<String> {
    let of = Voice { holder: id(1), deputy: deputy.then(|| id(2)) };
    let one = |tidings: Tidings| match tidings.to {
        Audience::People(_) => format!("{}: deputy", tidings.kind.word()),
        Audience::Holders(right, body) => {
            assert!(VIA.contains(&right), "{}: what is told by it is shown to nobody", right.as_str());
            format!("{}: {} {}", tidings.kind.word(), right.as_str(), place(body))
        }
        Audience::Account(_) => "account".to_owned(),
    };
    told_by_opinion(fact, &of).into_iter().map(one).collect()
}

fn place(body: BodyId) -> u128 {
    body.uuid().as_u128()
}

#[test]
fn deputy_office_and_body_hear_of_it_when_it_is_their_turn_and_not_else() {
    let answered = |by| Fact::Answered { by, round: 1, for_deputy: false };
    let judged = |score, again| Fact::Judged { score, round: 1, again };
    let assigned = Fact::Assigned { unit: id(7), treatment: Treatment::Urge, hard: false, taken: None };
    for (fact, expected) in [
        (
            Fact::Received { way: Way::Page, deputy: None, reception: None },
            vec!["opinion-said: deputy", "opinion-came: opinions.keep 1"],
        ),
        (Fact::HandedOn { from: id(1), to: id(9), taken: None }, vec!["opinion-came: opinions.keep 9"]),
        (
            Fact::HandedOn { from: id(1), to: id(9), taken: Some(id(7)) },
            vec!["opinion-came: opinions.keep 9", "opinion-taken: opinions.answer 7"],
        ),
        (Fact::ToHotline { hard: false, taken: Some(id(7)) }, vec!["opinion-taken: opinions.answer 7"]),
        (assigned, vec!["opinion-given-out: opinions.answer 7"]),
        (
            Fact::Proposed { unit: id(7), treatment: Treatment::Suggest, hard: false, taken: None },
            vec!["opinion-came: opinions.approve 1"],
        ),
        (answered(By::Unit), vec!["opinion-answered: deputy"]),
        (answered(By::Deputy), vec![]),
        (Fact::Answered { by: By::Deputy, round: 1, for_deputy: true }, vec!["opinion-answered-for: deputy"]),
        (
            Fact::Overdue { unit: None, first_word: true },
            vec!["opinion-overdue: deputy", "opinion-overdue: opinions.keep 1", "opinion-overdue: opinions.approve 1"],
        ),
        (
            Fact::Overdue { unit: Some(id(7)), first_word: false },
            vec![
                "opinion-overdue: opinions.answer 7",
                "opinion-overdue: opinions.keep 1",
                "opinion-overdue: opinions.approve 1",
            ],
        ),
        (Fact::GivenBack { unit: id(7) }, vec!["opinion-given-back: opinions.keep 1"]),
        (Fact::SignedFor { unit: id(7) }, vec![]),
        (Fact::FedBack { unit: id(7), treatment: Treatment::Remind }, vec!["opinion-fed-back: opinions.keep 1"]),
        (
            Fact::Assigned { unit: id(7), treatment: Treatment::Own, hard: false, taken: None },
            vec!["opinion-given-out: opinions.answer 7", "opinion-given-out: opinions.keep 1"],
        ),
        (Fact::RaisedReplied { suggestion: id(5) }, vec!["opinion-replied: deputy"]),
        (answered(By::Suggestion), vec!["opinion-answered: deputy"]),
        (Fact::Elsewhere { channel: "petition".into() }, vec!["opinion-elsewhere: deputy"]),
        (judged(Score::Unsatisfied, true), vec!["opinion-back: deputy", "opinion-insisted: opinions.keep 1"]),
        (judged(Score::Satisfied, false), vec![]),
        (Fact::Closed { how: Closing::Silent }, vec![]),
        (Fact::ContactOpened { reason: "回访".into() }, vec![]),
    ] {
        assert_eq!(told(&fact, true), expected, "{fact:?}");
    }
    let office = told(&Fact::Received { way: Way::Visit, deputy: None, reception: None }, false);
    assert_eq!(office, ["opinion-came: opinions.keep 1"]);
}
