//! Whom a day that was counted again concerns.

use accounts_rules::Right;
use kernel::{Day, Id, Moment};
use notices_rules::{Audience, Kind, Matter, Part, told_by};
use suggestions_rules::{Because, Fact, Moved};

fn id<N>(byte: u8) -> Id<N> {
    Id::new(Moment::from_millis(1), [byte; 10])
}

fn matter() -> Matter {
    Matter {
        congress: id(1),
        lead: id(11),
        seconds: vec![id(12)],
        parts: vec![
            Part { id: id(31), unit: id(21), replies: true },
            Part { id: id(32), unit: id(22), replies: false },
        ],
        numbered: true,
        by_another: false,
    }
}

fn told(part: Option<u8>, limit: &str) -> Vec<(Kind, Audience)> {
    let (was, due) = (Day::new(2026, 6, 10).unwrap(), Day::new(2026, 6, 12).unwrap());
    let moved = vec![Moved { assignment: part.map(id), limit: limit.to_owned(), was, due }];
    let all = told_by(&Fact::DaysMoved { because: Because::Calendar, moved }, &matter());
    for one in &all {
        let given = &one.given;
        assert_eq!((given.was, given.day, given.because.as_deref()), (Some(was), Some(due), Some("calendar")));
    }
    all.into_iter().map(|one| (one.kind, one.to)).collect()
}

#[test]
fn who_has_the_matter_is_told_which_day_moved_and_the_deputies_when_the_answer_does() {
    let see = |unit| Audience::Holders(Right::AssignmentSee, id(unit));
    let signers = Audience::People(vec![id(11), id(12)]);
    assert_eq!(told(Some(31), "limit.sign-for"), [(Kind::SignForMoved, see(21))]);
    assert_eq!(told(Some(31), "limit.reply"), [(Kind::DueMoved, see(21)), (Kind::AnswerMoved, signers)]);
    assert_eq!(
        told(Some(32), "limit.co-opinion"),
        [(Kind::DueMoved, see(22))],
        "a co-opinion is no answer to the deputies"
    );
    assert_eq!(told(None, "limit.assign"), [(Kind::AssignMoved, Audience::Holders(Right::SuggestionAssign, id(1)))]);
    assert_eq!(told(Some(31), "limit.ruling"), [(Kind::RulingMoved, Audience::Holders(Right::ObjectionRule, id(1)))]);
    assert_eq!(told(Some(77), "limit.reply"), [], "a part that was passed on meanwhile is nobody's");
}
