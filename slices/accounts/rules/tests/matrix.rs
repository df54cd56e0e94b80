//! Every right × every duty × own, below, above, beside, nobody, as a table people can read and review.
use std::{env, fmt::Write as _, fs, path::Path};

use accounts_rules::{Actor, Duty, Post, Right};
use kernel::{AccountId, AreaCode, BodyId, Id, Moment, PersonId};

/// One congress, or one body of it, somewhere relative to the post.
struct Place {
    congress: BodyId,
    unit: BodyId,
    area: AreaCode,
}

fn id<N>(byte: u8) -> Id<N> {
    Id::new(Moment::from_millis(1), [byte; 10])
}

fn place(byte: u8, area: &str) -> Place {
    Place { congress: id(byte), unit: id(byte + 100), area: AreaCode::parse(area).unwrap() }
}

fn holder(duty: Duty, own: &Place) -> Actor {
    let body = if duty.seated() { own.congress } else { own.unit };
    let post = Post { duty, body, congress: own.congress, area: own.area.clone() };
    let account: AccountId = id(200);
    Actor { account: Some(account), name: "罗湘君".to_owned(), posts: vec![post], ..Actor::nobody() }
}

/// Six marks: own congress, own body, below, above, beside — and whether sums are seen in own, below, above, beside areas.
fn cell(actor: &Actor, right: Right) -> String {
    let own = place(1, "430104");
    let below = place(2, "430104001");
    let above = place(3, "4301");
    let beside = place(4, "430105");
    let mark = |yes: bool, letter: char| if yes { letter } else { '·' };
    let may = |body: BodyId| actor.may(right, body).is_ok();
    let sums = |area: &AreaCode| actor.may_see_below(right, area).is_ok();
    let either = |at: &Place| may(at.congress) || may(at.unit);
    [
        mark(may(own.congress), 'C'),
        mark(may(own.unit), 'U'),
        mark(either(&below), 'B'),
        mark(either(&above), 'A'),
        mark(either(&beside), 'S'),
        mark(sums(&own.area), 'o'),
        mark(sums(&below.area), 'b'),
        mark(sums(&above.area), 'a'),
        mark(sums(&beside.area), 's'),
    ]
    .iter()
    .collect()
}

fn matrix() -> String {
    let own = place(1, "430104");
    let mut text = String::from(
        "# Who may do what. Written by tests/matrix.rs; UPDATE_SNAPSHOTS=1 rewrites it.\n\
         # Does: C own congress, U own body, B body below, A body above, S body beside.\n\
         # Sees sums: o own area, b area below, a area above, s area beside.   · no\n\n",
    );
    write!(text, "{:<32}", "").unwrap();
    for duty in Duty::ALL {
        write!(text, "{:<11}", duty.as_str()).unwrap();
    }
    text.push_str("nobody\n");
    for right in Right::ALL {
        write!(text, "{:<32}", right.as_str()).unwrap();
        for duty in Duty::ALL {
            write!(text, "{:<11}", cell(&holder(duty, &own), *right)).unwrap();
        }
        writeln!(text, "{}", cell(&Actor::nobody(), *right)).unwrap();
    }
    text
}

#[test]
fn the_matrix_of_rights_is_the_one_that_was_reviewed() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/matrix.txt");
    let now = matrix();
    if env::var_os("UPDATE_SNAPSHOTS").is_some() {
        fs::write(&file, &now).unwrap();
    }
    let reviewed = fs::read_to_string(&file).unwrap();
    assert!(
        now == reviewed,
        "rights changed: run with UPDATE_SNAPSHOTS=1 and read the difference of {}",
        file.display()
    );
}

#[test]
fn nobody_acts_on_a_level_above_below_or_beside_but_the_operator() {
    let own = place(1, "430104");
    for duty in Duty::ALL.into_iter().filter(|duty| *duty != Duty::Operator) {
        for right in Right::ALL {
            let cell = cell(&holder(duty, &own), *right);
            assert!(!cell.contains(['B', 'A', 'S', 'a', 's']), "{duty} {}: {cell}", right.as_str());
        }
    }
}

#[test]
fn an_operator_does_nothing_in_a_matter() {
    let own = place(1, "430104");
    for right in Right::ALL.iter().filter(|right| right.as_str().starts_with("suggestions.")) {
        assert_eq!(cell(&holder(Duty::Operator, &own), *right), "·········", "{}", right.as_str());
    }
}

#[test]
fn a_passer_by_may_do_nothing() {
    for right in Right::ALL {
        assert_eq!(cell(&Actor::nobody(), *right), "·········", "{}", right.as_str());
    }
}

#[test]
fn while_acting_for_a_deputy_only_the_deputys_matters_can_be_done() {
    let own = place(1, "430104");
    let deputy: PersonId = id(9);
    let posts = holder(Duty::Deputy, &own).posts;
    let clerk = holder(Duty::Clerk, &own).switched_to(deputy, posts);
    assert_eq!(clerk.stands_for(), Some(deputy));
    assert!(clerk.may(Right::SuggestionFile, own.congress).is_ok());
    let refused = clerk.may(Right::SuggestionCheck, own.congress).unwrap_err();
    assert_eq!(refused.key, "accounts-refused-not-for-another");
    for right in Right::ALL.iter().filter(|right| clerk.may(**right, own.congress).is_ok()) {
        assert!(right.duties().contains(&Duty::Deputy), "{}", right.as_str());
    }
}

#[test]
fn a_refusal_tells_a_missing_post_from_one_held_elsewhere() {
    let own = place(1, "430104");
    let below = place(2, "430104001");
    let clerk = holder(Duty::Clerk, &own);
    assert_eq!(clerk.may(Right::SuggestionCheck, below.congress).unwrap_err().key, "accounts-refused-elsewhere");
    assert_eq!(clerk.may(Right::ReplySign, own.congress).unwrap_err().key, "accounts-refused-no-post");
    assert_eq!(Actor::nobody().may(Right::ReplySign, own.unit).unwrap_err().key, "accounts-refused-nobody");
}

#[test]
fn every_duty_reads_back_from_its_text() {
    for duty in Duty::ALL {
        assert_eq!(duty.as_str().parse(), Ok(duty));
    }
    assert!("root".parse::<Duty>().is_err());
}

#[test]
fn a_national_deputy_hands_nothing_in_here_and_may_no_more_than_a_deputy() {
    let own = place(1, "43");
    let (national, deputy) = (holder(Duty::NationalDeputy, &own), holder(Duty::Deputy, &own));
    for right in [Right::SuggestionFile, Right::SuggestionCosign, Right::BillFile, Right::BillSign] {
        assert_eq!(
            national.may(right, own.congress).unwrap_err().key,
            "accounts-refused-no-post",
            "{}",
            right.as_str()
        );
    }
    assert!(national.may(Right::DutyTake, own.congress).is_ok());
    for right in Right::ALL.iter().filter(|right| national.may(**right, own.congress).is_ok()) {
        assert!(deputy.may(*right, own.congress).is_ok(), "{}", right.as_str());
    }
    assert_eq!(Duty::of_mandate("nation"), Duty::NationalDeputy);
    assert_eq!(Duty::of_mandate("province"), Duty::Deputy);
}
