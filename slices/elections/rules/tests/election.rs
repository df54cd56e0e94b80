//! An election as it is held: stages, candidates, counts, codes.

use ballots_rules::Tally;
use elections_rules::{
    Days, LeaderClass, Mode,
    election::{
        Contesting, Figures, Kind, Leaving, Nominee, Petition, PostingStanding, Refusal, Stage, Verb, Way, Why,
        acceptance, code, count, due, fix, fixed, petition, postings, read_code, signatures,
    },
};
use law_rules::Word as _;
use proptest::prelude::*;

fn tally(all: &[(&str, u32)]) -> Vec<Tally> {
    all.iter().map(|(name, votes)| Tally { name: (*name).to_owned(), votes: *votes }).collect()
}

const DIRECT: Contesting = Contesting { kind: Kind::Direct, mode: Mode::Direct, class: None, fixed: None };
/// What a congress elects.
const INDIRECT: Contesting = Contesting { kind: Kind::Leaders, mode: Mode::Indirect, class: None, fixed: None };

#[test]
fn each_verb_fits_its_stages_and_no_other() {
    let way = [Verb::Open, Verb::Fix, Verb::Count, Verb::Certify, Verb::Confirm];
    let mut stage = Stage::Announced;
    for verb in way {
        for other in way.into_iter().filter(|other| *other != verb) {
            let counts_again = stage == Stage::Voted && other == Verb::Count;
            assert!(counts_again || !stage.allows(other), "{} {other:?}", stage.word());
        }
        stage = stage.after(verb).unwrap();
    }
    assert_eq!(stage, Stage::Closed);
    assert_eq!(Stage::Certified.after(Verb::Cancel), Err(Refusal::Stage { stage: Stage::Certified }));
    assert_eq!(Stage::Voted.after(Verb::Cancel), Ok(Stage::Cancelled));
    assert!(Stage::Voted.allows(Verb::Recount) && !Stage::Certified.allows(Verb::Recount));
    assert!(!Stage::Fixed.allows(Verb::Recount) && !Stage::Fixed.allows(Verb::Number));
}

#[test]
fn a_formal_list_fits_the_range_and_comes_down_by_a_vote() {
    let nominee = |formal, votes| Nominee { formal, votes };
    let all = |n| vec![nominee(true, None); n];
    let fits = |way, list: &[Nominee]| fix(DIRECT, ("一", 3), way, list);
    // law.md F6: three seats, four to six candidates; F8: seven are too many without consultation
    assert!(fits(Way::Whole, &all(4)).is_ok() && fits(Way::Whole, &all(6)).is_ok());
    assert!(matches!(fits(Way::Whole, &all(3)), Err(Refusal::Range { min: 4, .. })));
    let mut seven = all(6);
    seven.push(nominee(false, None));
    assert!(matches!(fits(Way::Whole, &seven), Err(Refusal::PreliminaryNeeded { .. })));
    assert!(fits(Way::Discussed, &seven).is_ok());
    assert!(matches!(fits(Way::Preliminary, &seven), Err(Refusal::PreliminaryOrder { .. })));
    let voted: Vec<Nominee> = (0..7).map(|n| nominee(n < 6, Some(100 - n))).collect();
    assert!(fits(Way::Preliminary, &voted).is_ok());
    let by = Contesting { kind: Kind::By, ..DIRECT };
    assert!(fix(by, ("一", 1), Way::Whole, &all(1)).is_ok(), "as many as seats in a by-election");
}

#[test]
fn a_head_stands_alone_where_one_was_nominated_and_only_then() {
    // 地方组织法 27: with several nominated, a preliminary election leaves two, never one.
    let chief = Contesting { class: Some(LeaderClass::Chief), ..INDIRECT };
    let list = |stand: usize, all: usize| -> Vec<Nominee> {
        (0..all).map(|n| Nominee { formal: n < stand, votes: Some(10) }).collect()
    };
    for (of, stand, all, fits) in [
        (chief, 1, 1, true),
        (chief, 1, 2, false),
        (chief, 2, 2, true),
        (chief, 1, 3, false),
        (chief, 2, 3, true),
        (Contesting { kind: Kind::By, ..chief }, 1, 2, true),
    ] {
        let found = fix(of, ("一", 1), Way::Preliminary, &list(stand, all));
        assert_eq!(found.is_ok(), fits, "{stand} of {all}: {found:?}");
    }
    let one = fix(chief, ("一", 1), Way::Preliminary, &list(1, 3));
    assert!(matches!(one, Err(Refusal::Range { count: 1, min: 2, .. })), "{one:?}");
}

#[test]
fn leaders_of_a_city_are_nominated_by_twenty_deputies() {
    let leaders = Contesting { class: Some(LeaderClass::Vice), ..INDIRECT };
    for (level, need) in [("province", 30), ("prefecture", 20), ("county", 10), ("township", 10)] {
        assert_eq!(signatures(leaders, level).unwrap().value.need, need, "{level}");
        assert_eq!(signatures(DIRECT, level).unwrap().value.need, 10);
    }
}

#[test]
fn the_round_that_follows_is_counted_from_those_held() {
    let figures = Figures { registered: 4_001, voted: 2_001, ballots: 2_001, ..Figures::default() };
    let first = due(2, &[]).unwrap();
    let held = count(&first, &figures, tally(&[("A", 1_100), ("B", 900), ("C", 800)])).unwrap().value;
    let next = due(2, std::slice::from_ref(&held)).unwrap();
    assert_eq!((next.why, next.seats, next.names.as_slice()), (Why::Rerun, 1, &["B".to_owned(), "C".to_owned()][..]));
    let over = count(&next, &figures, tally(&[("B", 660), ("C", 600)])).unwrap().value;
    assert_eq!(due(2, &[held, over]), None, "a seat nobody reaches stays empty");
    let few = Figures { voted: 2_000, ballots: 2_000, ..figures };
    let void = count(&first, &few, tally(&[])).unwrap().value;
    assert_eq!(due(2, &[void]).unwrap().why, Why::Again);
    let four = Figures { proxied: 8, most_for_one: 4, ..figures };
    assert!(count(&first, &four, tally(&[])).is_err());
}

#[test]
fn postings_are_told_of_the_day_they_are_asked() {
    // law.md F9
    let day = |text: &str| text.parse().unwrap();
    let on = [Some(day("2026-10-31")), Some(day("2026-11-06")), None];
    let told = postings(Mode::Direct, day("2026-11-20"), Days::default(), on, day("2026-11-14"));
    let standing: Vec<_> = told.iter().map(|one| one.standing).collect();
    assert_eq!(standing, [PostingStanding::Kept, PostingStanding::Late, PostingStanding::Missed]);
    let told = postings(Mode::Direct, day("2026-11-20"), Days::default(), [None; 3], day("2026-10-31"));
    assert!(told.iter().all(|one| one.standing == PostingStanding::Ahead));
}

#[test]
fn a_recall_is_carried_by_more_than_half_of_the_voters() {
    let asked = |petitioners, yes| Petition { petitioners: Some(petitioners), electorate: 4_000, yes };
    let passed = |level, asked| petition(level, false, &asked).unwrap().value.passed;
    assert_eq!(passed("county", asked(50, 2_001)), Some(true));
    assert_eq!(passed("county", asked(50, 2_000)), Some(false));
    assert_eq!(passed("county", asked(49, 3_000)), Some(false), "too few ask for it: it can be declined");
    assert_eq!(passed("township", asked(30, 2_001)), Some(true));
    // 选举法 51: a chairpersons' meeting moves it before the committee without signatures; voters cannot.
    let moved = |yes| Petition { petitioners: None, electorate: 41, yes };
    assert_eq!((passed("prefecture", moved(21)), passed("province", moved(20))), (Some(true), Some(false)));
    assert!(petition("county", false, &moved(41)).is_err());
}

#[test]
fn a_congress_in_session_recalls_by_a_tenth_and_its_committee_by_a_fifth() {
    // 选举法 51, F19: 311 deputies, 32 ask, 156 say yes.
    let asked = |petitioners, yes| Petition { petitioners, electorate: 311, yes };
    for (level, in_session, asked, need, passed) in [
        ("province", true, asked(Some(32), 200), Some(32), Some(true)),
        ("prefecture", true, asked(Some(31), 200), Some(32), Some(false)),
        ("nation", true, asked(None, 156), Some(32), Some(true)),
        ("province", true, asked(None, 155), Some(32), Some(false)),
        ("province", false, asked(Some(32), 200), Some(63), Some(false)),
        // The voters of a district know no session.
        ("county", true, asked(Some(50), 156), Some(50), Some(true)),
    ] {
        let found = petition(level, in_session, &asked).unwrap().value;
        assert_eq!((found.petition, found.passed), (need, passed), "{level} {in_session} {asked:?}");
    }
}

#[test]
fn whom_a_congress_elected_it_lets_go_and_files_it_above() {
    let filed = |leaving: Leaving, level| leaving.filed_with(level).map(|organ| organ.to_string());
    for (level, possible, session, above) in [
        ("township", false, true, None),
        ("county", true, false, None),
        ("prefecture", true, false, Some("city_standing_committee")),
        ("province", true, false, Some("province_standing_committee")),
        ("nation", true, false, Some("national_standing_committee")),
    ] {
        assert_eq!(acceptance(level, false).unwrap().value.possible, possible, "{level}");
        assert!(acceptance(level, true).unwrap().value.possible, "{level}");
        assert_eq!(Leaving::Resigned.by_session(level), session, "{level}");
        for leaving in [Leaving::Resigned, Leaving::OrderedToResign, Leaving::Recalled] {
            assert_eq!(filed(leaving, level).as_deref(), above, "{level}");
            assert_eq!(leaving.by_electors(level), above.is_some(), "{level}");
        }
        // Nobody decides that somebody died: the congress of the seat states it.
        assert_eq!((filed(Leaving::Died, level), Leaving::Died.by_electors(level)), (None, false), "{level}");
    }
}

#[test]
fn the_method_fixes_how_many_stand_within_the_law() {
    let vice = Contesting { class: Some(LeaderClass::Vice), ..INDIRECT };
    let chief = Contesting { class: Some(LeaderClass::Chief), ..INDIRECT };
    let above = Contesting { kind: Kind::Indirect, ..INDIRECT };
    for (of, seats, number, fits) in [
        (vice, 5, 6, true),
        (vice, 5, 5, false),
        (vice, 5, 9, false),
        (above, 10, 12, true),
        (above, 10, 16, false),
        (chief, 1, 2, false),
        (DIRECT, 3, 5, false),
        (Contesting { kind: Kind::By, ..vice }, 1, 1, true),
        (Contesting { kind: Kind::By, ..vice }, 1, 0, false),
    ] {
        assert_eq!(fixed(of, seats, number).is_ok(), fits, "{of:?} {seats} {number}");
    }
    // F8: five vices, the method fixes six; eight are nominated, so the preliminary election leaves six, not eight.
    let six = Contesting { fixed: Some(6), ..vice };
    let list =
        |stand: usize| -> Vec<Nominee> { (0..8).map(|n| Nominee { formal: n < stand, votes: Some(1) }).collect() };
    assert!(fix(vice, ("一", 5), Way::Whole, &list(8)).is_ok());
    assert!(matches!(fix(six, ("一", 5), Way::Whole, &list(8)), Err(Refusal::Range { count: 8, min: 6, .. })));
    assert!(matches!(fix(six, ("一", 5), Way::Whole, &list(6)), Err(Refusal::PreliminaryNeeded { .. })));
    assert!(fix(six, ("一", 5), Way::Preliminary, &list(6)).is_ok());
}

#[test]
fn nobody_who_was_nominated_is_left_out_while_the_number_fits() {
    let list = |stand: usize, all: usize| -> Vec<Nominee> {
        (0..all).map(|n| Nominee { formal: n < stand, votes: Some(1) }).collect()
    };
    let left_out = |of, seats, way, (stand, all)| {
        matches!(fix(of, ("一", seats), way, &list(stand, all)), Err(Refusal::LeftOut { .. }))
    };
    let indirect = Contesting { kind: Kind::Indirect, ..INDIRECT };
    // 选举法 32: a congress votes on all of them; the voters' groups alone may agree on fewer.
    for (of, seats, way, refused) in [
        (DIRECT, 3, Way::Whole, true),
        (DIRECT, 3, Way::Preliminary, true),
        (DIRECT, 3, Way::Discussed, false),
        (indirect, 4, Way::Whole, true),
        (indirect, 4, Way::Discussed, true),
        (indirect, 4, Way::Preliminary, true),
    ] {
        assert_eq!(left_out(of, seats, way, (5, 6)), refused, "{seats} {}", way.word());
        assert!(!left_out(of, seats, way, (6, 6)), "{seats} {}", way.word());
    }
}

#[test]
fn votes_are_held_against_the_ballots_that_count_and_the_other_election_needs_its_voters_too() {
    let figures = Figures { registered: 4_001, voted: 2_001, ballots: 2_001, invalid: 101, ..Figures::default() };
    let first = due(2, &[]).unwrap();
    // 1,900 ballots count: no name has 1,901, and two seats no more than 3,800 in all.
    assert!(count(&first, &figures, tally(&[("A", 1_901)])).is_err());
    assert!(count(&first, &figures, tally(&[("A", 1_800), ("B", 1_500), ("C", 501)])).is_err());
    let held = count(&first, &figures, tally(&[("A", 1_800), ("B", 900), ("C", 800)])).unwrap().value;
    let next = due(2, std::slice::from_ref(&held)).unwrap();
    assert_eq!(next.why, Why::Rerun);
    let few = Figures { voted: 2_000, ballots: 2_000, invalid: 0, ..figures };
    let void = count(&next, &few, tally(&[("B", 1_500)])).unwrap().value;
    assert!(!void.valid, "half of the voters are not enough in the other election either");
    let again = due(2, &[held, void]).unwrap();
    assert_eq!((again.why, again.n, again.names.as_slice()), (Why::Rerun, 3, next.names.as_slice()));
    let tied = count(&first, &figures, tally(&[("A", 1_300), ("B", 1_200), ("C", 1_200)])).unwrap().value;
    let last = due(2, &[tied]).unwrap();
    assert!(count(&last, &few, tally(&[("B", 1_000), ("C", 900)])).unwrap().value.valid, "the tied alone: no turnout");
}

proptest! {
    #[test]
    fn a_code_is_read_as_people_type_it(chance in any::<[u8; 16]>()) {
        let made = code(chance);
        let typed = made.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
        prop_assert_eq!(read_code(&typed), Some(made));
    }

    #[test]
    fn whatever_is_typed_breaks_nothing(typed in ".{0,200}") {
        let _read = read_code(&typed);
    }
}
