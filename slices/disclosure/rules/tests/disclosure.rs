//! Which suggestions may come before the public, and where a disclosure can go from each stage.

use disclosure_rules::{
    Disclosure, DisclosureId, Edition, Extent, Fact, Ground, Letter, Matter, Refusal, RemovalNumber, Stage,
};
use kernel::{Day, Id, Moment, Text};
use suggestions_rules::{Entry, Grade, RuleBook};
use uuid::Uuid;

fn id<N>(n: u128) -> Id<N> {
    Id::from_uuid(Uuid::from_u128(n))
}

fn on(text: &str) -> Moment {
    text.parse::<Day>().unwrap().start()
}

fn words() -> Text<500> {
    Text::parse("说明").unwrap()
}

fn book(over: &[(&str, &str)]) -> RuleBook {
    let entry = |(key, value): &(&str, &str)| Entry {
        key: (*key).to_owned(),
        value: (*value).to_owned(),
        grade: Grade::D,
        document: "试验".to_owned(),
    };
    RuleBook::lay(over.iter().map(entry).collect()).unwrap()
}

fn matter(consented: bool, closed: bool, letters: &[bool]) -> Matter {
    let letters = letters.iter().map(|publish| Letter { assignment: id(7), publish: *publish }).collect();
    Matter { consented, closed, ended: false, letters }
}

#[test]
fn consent_an_end_and_a_reply_that_may_be_read_are_needed() {
    let rules = book(&[]).disclosure;
    let table = [
        (matter(true, true, &[true]), Ok(())),
        (matter(true, true, &[true, false]), Ok(())),
        (matter(false, true, &[true]), Err(Refusal::NoConsent)),
        (matter(true, false, &[true]), Err(Refusal::NotClosed)),
        (Matter { ended: true, ..matter(true, false, &[true]) }, Err(Refusal::Ended)),
        (matter(true, true, &[]), Err(Refusal::NoReply)),
        (matter(true, true, &[false, false]), Err(Refusal::RepliesKept)),
    ];
    for (matter, expected) in table {
        assert_eq!(matter.may_be_disclosed(&rules), expected, "{matter:?}");
    }
    let early = book(&[("disclosure.when", "delivered")]).disclosure;
    assert_eq!(matter(true, false, &[true]).may_be_disclosed(&early), Ok(()));
    assert_eq!(matter(false, false, &[true]).may_be_disclosed(&early), Err(Refusal::NoConsent));
}

#[test]
fn the_rule_book_says_how_long_and_what_and_refuses_nonsense() {
    let rules = book(&[]).disclosure;
    assert!(rules.names_deputy.value && !rules.shows_scores.value && rules.after_closing.value);
    assert_eq!(rules.stays(), None);
    assert_eq!(book(&[("disclosure.years", "3")]).disclosure.stays(), Some(3));
    for (key, value) in [("disclosure.years", "200"), ("disclosure.scores", "maybe"), ("disclosure.licence", " ")] {
        let entry = Entry { key: key.into(), value: value.into(), grade: Grade::D, document: "试验".into() };
        assert_eq!(RuleBook::lay(vec![entry]).unwrap_err().key, key);
    }
}

fn waiting() -> Disclosure {
    Disclosure::waiting(id(1), id(2), id(3))
}

const WHOLE: Edition<'_> = Edition { extent: Extent::Whole, hidden: 2, years: None, why: None };
const NUMBER: RemovalNumber = RemovalNumber { year: 2026, n: 1 };

fn disclosed() -> Disclosure {
    waiting().disclose(&WHOLE, on("2026-03-02")).unwrap().0
}
fn withheld() -> Disclosure {
    waiting().withhold(Ground::Secret, words(), on("2026-03-02")).unwrap().0
}
fn taken_down() -> Disclosure {
    disclosed().take_down(NUMBER, Ground::Privacy, words(), on("2026-03-05")).unwrap().0
}

#[test]
fn each_verb_is_allowed_where_it_makes_sense_and_refused_elsewhere() {
    let now = on("2026-03-09");
    let stages = [waiting(), withheld(), disclosed(), taken_down()];
    let disclose = |it: Disclosure| it.disclose(&WHOLE, now).map(|(it, _)| it.stage.word());
    let yes = Ok("disclosed");
    assert_eq!(stages.clone().map(disclose), [yes, yes, Err(Refusal::NoReason), yes]);
    let withhold = |it: Disclosure| it.withhold(Ground::Secret, words(), now).map(|(it, _)| it.stage.word());
    let no = Err(Refusal::NotWaiting);
    assert_eq!(stages.clone().map(withhold), [Ok("withheld"), no, no, no]);
    let down = |it: Disclosure| it.take_down(NUMBER, Ground::Error, words(), now).map(|(it, _)| it.stage.word());
    let no = Err(Refusal::NotDisclosed);
    assert_eq!(stages.map(down), [no, no, Ok("taken-down"), no]);
}

#[test]
fn a_correction_says_why_and_keeps_the_day_it_was_first_disclosed() {
    let why = words();
    let edition = Edition { why: Some(&why), extent: Extent::Summary, ..WHOLE };
    let (now, fact) = disclosed().disclose(&edition, on("2026-04-01")).unwrap();
    assert_eq!(now.stage, Stage::Disclosed { since: on("2026-03-02"), at: on("2026-04-01"), until: None });
    assert_eq!(fact, Fact::Corrected { suggestion: id(3), edition: 2, hidden: 2, summary: true });
    let (again, fact) = taken_down().disclose(&WHOLE, on("2026-05-01")).unwrap();
    assert_eq!(again.stage, Stage::Disclosed { since: on("2026-05-01"), at: on("2026-05-01"), until: None });
    assert!(matches!(fact, Fact::Disclosed { edition: 2, .. }), "{fact:?}");
}

#[test]
fn it_is_open_to_the_last_day_of_its_years_and_not_after() {
    let edition = Edition { years: Some(2), ..WHOLE };
    let it = waiting().disclose(&edition, on("2026-03-02")).unwrap().0;
    let open = |day: &str| it.open(day.parse().unwrap());
    assert_eq!(["2026-03-02", "2028-03-02", "2028-03-03"].map(open), [true, true, false]);
    assert!(!taken_down().open("2026-03-05".parse().unwrap()));
}

#[test]
fn reasons_for_taking_down_only_are_none_for_withholding() {
    for ground in Ground::ALL {
        let done = waiting().withhold(ground, words(), on("2026-03-02"));
        let only_down = matches!(ground, Ground::Consent | Ground::Error);
        assert_eq!(done.is_err(), only_down, "{ground:?}");
        assert_eq!(Ground::read(ground.word()), Some(ground));
    }
}

#[test]
fn facts_hold_no_words() {
    let (_, fact) = disclosed().take_down(NUMBER, Ground::Privacy, words(), on("2026-03-05")).unwrap();
    let line = serde_json::to_string(&fact).unwrap();
    assert!(line.contains("\"ground\":\"privacy\"") && !line.contains("说明"), "{line}");
    let _: DisclosureId = id(1);
}
