//! The way of a proposal, verb by verb.

use appointments_rules::{
    Appointment, Document, Filed, Kind, Letter, Matter, Meeting, Number, OathForm, Office, STAGES, Settings, Stage,
    Sworn, Tally, proposal_route,
};
use kernel::{Day, Id, Refused, Text};
use law_rules::Rung;
use proptest::prelude::*;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn text<const MAX: usize>(words: &str) -> Text<MAX> {
    Text::parse(words).unwrap()
}

fn id<N>(n: u128) -> Id<N> {
    format!("00000000-0000-7000-8000-{n:012x}").parse().unwrap()
}

fn drafted(kind: Kind) -> Appointment {
    let matter = Matter { kind, seat: id(2), office: Office::GovernmentMember, person: id(3) };
    Appointment { id: id(1), congress: id(4), matter, stage: Stage::Drafted }
}

fn meeting() -> Meeting {
    Meeting { name: text("第三十次会议"), day: day("2026-05-27") }
}

fn listed(kind: Kind) -> Appointment {
    let (it, _) = drafted(kind).submit(day("2026-05-10")).unwrap();
    let (it, _) = it.examine(0, 1, day("2026-05-12")).unwrap();
    it.put_on(meeting()).unwrap().0
}

fn tally(members: u32, present: u32, yes: u32) -> Tally {
    Tally { members, present, yes, no: present - yes, abstain: 0 }
}

fn announced(kind: Kind) -> Appointment {
    let (it, ..) = listed(kind).vote(tally(23, 20, 12), day("2026-05-27")).unwrap();
    it.announce(Number { year: 2026, n: 3 }, day("2026-05-27")).unwrap().0
}

fn why<T: std::fmt::Debug>(answer: Result<T, Refused>) -> &'static str {
    answer.unwrap_err().key
}

#[test]
fn more_than_half_of_all_members_adopt() {
    // law.md F26
    for (members, present, yes, stage) in [
        (67, 33, 33, "too few"),
        (67, 60, 33, "refused"),
        (67, 60, 34, "adopted"),
        (23, 12, 12, "adopted"),
        (23, 12, 11, "refused"),
    ] {
        let done = listed(Kind::Appoint).vote(tally(members, present, yes), day("2026-05-27"));
        let said = done.map_or("too few", |(it, ..)| it.stage.word());
        assert_eq!(said, stage, "{members} {present} {yes}");
    }
    let more = Tally { members: 23, present: 12, yes: 10, no: 2, abstain: 1 };
    assert_eq!(why(listed(Kind::Appoint).vote(more, day("2026-05-27"))), "appointments-refused-more-marks");
    let early = listed(Kind::Appoint).vote(tally(23, 20, 12), day("2026-05-26"));
    assert_eq!(why(early), "appointments-refused-ahead", "nobody has voted before the meeting");
}

#[test]
fn figures_typed_wrong_are_put_right_until_the_announcement() {
    let number = Number { year: 2026, n: 1 };
    let (it, ..) = listed(Kind::Appoint).vote(tally(23, 20, 11), day("2026-05-27")).unwrap();
    assert_eq!(it.stage.word(), "refused");
    assert_eq!(why(it.clone().announce(number, day("2026-05-27"))), "appointments-refused-not-adopted");
    let (it, ..) = it.vote(tally(23, 20, 12), day("2026-05-27")).unwrap();
    assert_eq!(it.stage.word(), "adopted");
    assert_eq!(why(it.clone().announce(number, day("2026-05-26"))), "appointments-refused-early");
    let (it, _) = it.announce(number, day("2026-05-27")).unwrap();
    assert_eq!(why(it.vote(tally(23, 20, 20), day("2026-05-27"))), "appointments-refused-not-listed");
}

#[test]
fn letter_and_oath_come_in_the_order_of_the_place() {
    let route = proposal_route(Kind::Appoint, Office::GovernmentMember, Rung::County).unwrap().value;
    let letter = || Letter { number: Number { year: 2026, n: 1 }, day: day("2026-05-27"), signed: text("周正") };
    let place = || text("常委会会议厅");
    let sworn = || Sworn { day: day("2026-05-27"), form: OathForm::Alone, place: place(), led: None, witness: None };
    for oath_first in [false, true] {
        let settings = Settings { oath_first, ..Settings::default() };
        let swear = |it: Appointment| it.swear(sworn(), route, &settings);
        let give = |it: Appointment| it.give_letter(letter(), route, &settings);
        let it = announced(Kind::Appoint);
        let it = if oath_first {
            assert_eq!(why(give(it.clone())), "appointments-refused-oath-first");
            give(swear(it).unwrap().0).unwrap().0
        } else {
            assert_eq!(why(swear(it.clone())), "appointments-refused-letter-first");
            swear(give(it).unwrap().0).unwrap().0
        };
        assert_eq!(it.stage.word(), "sworn");
        let filed = || Filed { day: day("2026-05-28"), with: text("市人民政府") };
        let (it, _) = it.file(filed()).unwrap();
        assert_eq!(it.stage.word(), "filed");
        assert_eq!(why(it.file(filed())), "appointments-refused-done");
    }
}

#[test]
fn a_removal_has_neither_letter_nor_oath() {
    let route = proposal_route(Kind::Remove, Office::GovernmentMember, Rung::County).unwrap().value;
    let letter = Letter { number: Number { year: 2026, n: 1 }, day: day("2026-05-27"), signed: text("周正") };
    let done = announced(Kind::Remove).give_letter(letter, route, &Settings::default());
    assert_eq!(why(done), "appointments-refused-no-letter");
}

#[test]
fn a_motion_to_dismiss_is_no_electronic_vote() {
    assert_eq!(why(listed(Kind::Dismiss).counted(true)), "appointments-refused-on-paper");
    assert!(listed(Kind::Dismiss).counted(false).is_ok() && listed(Kind::Appoint).counted(true).is_ok());
}

#[test]
fn the_approval_from_above_alone_is_added_after_the_vote() {
    let (it, ..) = listed(Kind::Remove).vote(tally(23, 20, 12), day("2026-05-27")).unwrap();
    assert!(it.may_add(Document::Approval).is_ok());
    assert_eq!(why(it.may_add(Document::Reasons)), "appointments-refused-over");
    let (it, ..) = listed(Kind::Remove).vote(tally(23, 20, 11), day("2026-05-27")).unwrap();
    assert_eq!(why(it.may_add(Document::Approval)), "appointments-refused-over", "nothing was adopted");
}

#[test]
fn what_bars_the_way_stops_the_examination() {
    let (it, _) = drafted(Kind::Appoint).submit(day("2026-05-10")).unwrap();
    assert_eq!(why(it.clone().examine(2, 0, day("2026-05-12"))), "appointments-refused-barred");
    assert_eq!(why(it.put_on(meeting())), "appointments-refused-not-examined");
    assert_eq!(why(drafted(Kind::Appoint).examine(0, 0, day("2026-05-12"))), "appointments-refused-not-handed-in");
}

proptest! {
    /// No sequence of verbs reaches a stage without a word, or takes a withdrawn proposal further.
    #[test]
    fn no_sequence_of_verbs_leads_astray(verbs in proptest::collection::vec(0_u8..7, 0..24), yes in 0_u32..=23) {
        let mut it = drafted(Kind::Appoint);
        for verb in verbs {
            let before = it.stage.word();
            let now = match verb {
                0 => it.clone().submit(day("2026-05-10")).map(|done| done.0),
                1 => it.clone().examine(0, 0, day("2026-05-12")).map(|done| done.0),
                2 => it.clone().put_on(meeting()).map(|done| done.0),
                3 => it.clone().vote(tally(23, 23, yes), day("2026-05-27")).map(|done| done.0),
                4 => it.clone().announce(Number { year: 2026, n: 1 }, day("2026-05-27")).map(|done| done.0),
                5 => it.clone().file(Filed { day: day("2026-05-28"), with: text("市人民政府") }).map(|done| done.0),
                _ => it.clone().withdraw(text("缓议"), day("2026-05-20")).map(|done| done.0),
            };
            if let Ok(now) = now {
                prop_assert!(before != "withdrawn" && before != "filed");
                it = now;
            }
            prop_assert!(STAGES.contains(&it.stage.word()));
            prop_assert!(it.stage.after().is_none() || yes >= 12);
        }
    }
}
