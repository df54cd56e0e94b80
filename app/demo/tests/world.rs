//! The generated world is believable, bounded and the same every time.
#![allow(clippy::unwrap_used, reason = "a test may fail loudly")]

use std::collections::{BTreeMap, HashSet};

use demo::{
    About, CATEGORIES, Chance, Ending, FIELDS, Grammar, Letter, Mark, Paper, Places, RARE, RARE_HITS, SHARED, Score,
    Spot, TITLE_MOST, Tempo, When, phone, profile, story,
};
use kernel::{AreaCode, Day, Level, WorkingCalendar};
use sha2::{Digest, Sha256};

fn places() -> Places {
    let data = concat!(env!("CARGO_MANIFEST_DIR"), "/../../slices/roster/data");
    let read = |name: &str| std::fs::read_to_string(format!("{data}/{name}")).unwrap();
    Places::parse(&read("areas.csv"), &read("villages.csv")).unwrap()
}

fn code(text: &str) -> AreaCode {
    AreaCode::parse(text).unwrap()
}

fn paper(places: &Places, grammar: &Grammar, congress: &str, index: u64, total: u64) -> Paper {
    let mut chance = Chance::of(1, "spot", index);
    let matter = chance.pick(grammar.matters()).unwrap().clone();
    let spot = Spot::in_area(places, &code(congress), &mut chance);
    Paper::write(grammar, &matter, &spot, 1, index, total)
}

#[test]
fn titles_fit_the_sheet_and_bodies_are_as_long_as_real_ones_on_every_level() {
    let (places, grammar) = (places(), Grammar::new());
    for congress in ["43", "4331", "4307", "430725", "430528", "430725114", "433125101"] {
        let mut characters = 0;
        for index in 0..600 {
            let paper = paper(&places, &grammar, congress, index, 600);
            assert!(paper.title.chars().count() <= TITLE_MOST, "{}", paper.title);
            let body = paper.body();
            assert!(!body.contains(['{', '}']) && !paper.title.contains(['{', '}']), "{body}");
            assert!(body.chars().count() < 700, "{body}");
            characters += body.chars().count();
        }
        let mean = characters / 600;
        assert!((380..=480).contains(&mean), "{congress}: {mean}");
    }
}

#[test]
fn the_phrases_of_the_fixed_suite_stand_as_often_as_it_says_and_nowhere_else() {
    let (places, grammar) = (places(), Grammar::new());
    let total = 20_000;
    let mut hits: BTreeMap<&str, u64> = BTreeMap::new();
    for index in 0..total {
        let paper = paper(&places, &grammar, "430725", index, total);
        let body = paper.body();
        for phrase in SHARED.into_iter().chain([RARE]) {
            assert!(!paper.title.contains(phrase));
            *hits.entry(phrase).or_default() += u64::from(body.contains(phrase));
        }
    }
    assert_eq!(hits.remove(RARE), Some(RARE_HITS));
    for (phrase, count) in hits {
        assert!((450..=590).contains(&count), "{phrase}: {count}"); // 2.6 % of 20,000 is 520
        assert!((6..=10).contains(&phrase.chars().count()), "{phrase}");
    }
}

#[test]
fn every_matter_has_a_category_and_known_fields() {
    let grammar = Grammar::new();
    let names: HashSet<&str> = CATEGORIES.iter().map(|(key, _)| *key).collect();
    let used: HashSet<&str> = grammar.matters().iter().map(|matter| matter.category).collect();
    assert_eq!(names, used);
    let fields: HashSet<&str> = FIELDS.iter().map(|field| field.key).collect();
    for matter in grammar.matters() {
        for key in matter.co.iter().chain([&matter.lead]) {
            assert!(fields.contains(key), "{key}");
        }
    }
}

#[test]
fn every_story_runs_forward_and_lies_in_the_past() {
    let (grammar, calendar) = (Grammar::new(), WorkingCalendar::state_council().unwrap());
    let today = Day::new(2026, 3, 10).unwrap();
    let sessions = [Day::new(2024, 1, 8).unwrap(), Day::new(2025, 1, 7).unwrap(), Day::new(2026, 1, 12).unwrap()];
    let when = When { today, since: today.plus_days(-1_500), sessions: &sessions, calendar: &calendar };
    let mut seen: BTreeMap<Ending, u32> = BTreeMap::new();
    let (mut tempos, mut in_session) = (HashSet::new(), 0);
    for index in 0..10_000 {
        let matter = &grammar.matters()[usize::try_from(index).unwrap() % grammar.matters().len()];
        let told = story(5, index, matter, Level::County, &when);
        *seen.entry(told.ending).or_default() += 1;
        tempos.insert(format!("{:?}", told.tempo));
        in_session += u32::from(
            told.submitted.is_some_and(|at| sessions.iter().any(|day| (0..3).contains(&at.day().days_since(*day)))),
        );
        let mut steps = vec![Some(told.drafted), told.asked, told.submitted, told.returned];
        if let Some(refusal) = told.refusal {
            steps.extend([Some(refusal.again), Some(refusal.at), refusal.word.map(|(at, _)| at)]);
        }
        steps.extend([told.accepted, told.assigned]);
        steps.extend(told.parts.iter().map(|part| part.signed));
        for objection in &told.objections {
            let (ruled, signed) = objection.ruled.unzip();
            steps.extend([Some(objection.at), ruled, signed.flatten()]);
        }
        let opined = told.parts.iter().filter_map(|part| part.opined);
        steps.extend(opined.map(Some));
        if let Some(extension) = told.extension {
            steps.extend([Some(extension.asked), extension.answered.map(|(at, _)| at)]);
        }
        for round in &told.rounds {
            steps.extend([Some(round.drafted), round.delivered, round.judged.map(|(at, ..)| at)]);
        }
        steps.push(told.closed);
        let steps: Vec<_> = steps.into_iter().flatten().collect();
        assert!(steps.is_sorted() && steps.iter().all(|step| *step < today.start()), "{told:?}");
        assert_eq!(told.closed.is_some(), told.ending == Ending::Closed);
        assert_eq!(
            told.tempo == Tempo::Redo,
            told.rounds.last().is_some_and(|round| {
                told.closed.is_none() && round.judged.is_some_and(|(.., result)| result == Score::Dissatisfied)
            })
        );
    }
    let share = |ending| seen[&ending];
    assert!((3_800..4_200).contains(&share(Ending::Closed)) && (150..250).contains(&share(Ending::Draft)), "{seen:?}");
    assert_eq!((seen.len(), tempos.len()), (8, 5));
    assert!(in_session > 2_500, "{in_session}");
}

/// Which turn a story took, read off its steps.
fn turn(told: &demo::Story) -> &'static str {
    let passed = told.objections.iter().filter(|one| one.ruled.is_some_and(|(_, signed)| signed.is_some())).count();
    let lies = told.objections.iter().any(|one| one.ruled.is_none());
    match (told.objections.len(), passed) {
        (0, _) => {}
        (1, 0) if lies => return "objecting",
        (1, 0) => return "objection refused",
        (1, 1) => return "passed on",
        (2, 1) => return "ruled twice",
        _ => return "passed on twice",
    }
    match (told.refusal.map(|refusal| refusal.word), told.extension.map(|extension| extension.answered)) {
        (Some(None), _) => "refusing",
        (Some(Some((_, true))), _) => "insisted",
        (Some(Some(_)), _) => "refused",
        (_, Some(None)) => "extension asked",
        (_, Some(Some((_, true)))) => "extension granted",
        (_, Some(Some(_))) => "extension refused",
        (None, None) => "straight",
    }
}

#[test]
fn some_stories_take_a_turn_and_the_first_of_a_world_show_each_kind() {
    let (grammar, calendar) = (Grammar::new(), WorkingCalendar::state_council().unwrap());
    let today = Day::new(2026, 3, 10).unwrap();
    let when = When { today, since: today.plus_days(-1_500), sessions: &[], calendar: &calendar };
    for level in [Level::County, Level::Township] {
        let of = |range: std::ops::Range<u64>| {
            let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
            for index in range {
                let matter = &grammar.matters()[usize::try_from(index).unwrap() % grammar.matters().len()];
                *seen.entry(turn(&story(5, index, matter, level, &when))).or_default() += 1;
            }
            seen
        };
        let first = of(0..demo::SHOWN);
        assert_eq!(first.len(), 11, "{first:?}");
        let many = of(demo::SHOWN..10_000);
        assert_eq!(many.len(), 12, "{many:?}");
        assert!((8_500..9_300).contains(&many["straight"]), "{many:?}");
        assert!((200..600).contains(&many["passed on"]), "{many:?}");
        assert!((10..150).contains(&(many["refusing"] + many["refused"])), "{many:?}");
    }
}

#[test]
fn the_units_of_a_matter_passed_on_are_each_another_and_the_last_is_the_one_whose_it_is() {
    let (grammar, calendar) = (Grammar::new(), WorkingCalendar::state_council().unwrap());
    let today = Day::new(2026, 3, 10).unwrap();
    let when = When { today, since: today.plus_days(-1_500), sessions: &[], calendar: &calendar };
    let mut seen = 0;
    for (index, level) in (0..20_000).zip([Level::County, Level::Township].into_iter().cycle()) {
        let matter = &grammar.matters()[usize::try_from(index).unwrap() % grammar.matters().len()];
        let told = story(5, index, matter, level, &when);
        let aims = told.objections.iter().map(|objection| objection.proposed);
        let units: Vec<_> = told.parts.iter().map(|part| part.unit).chain(aims).collect();
        assert_eq!(units.iter().collect::<HashSet<_>>().len(), units.len(), "{told:?}");
        let passed = |objection: &&demo::Objection| objection.ruled.is_some_and(|(_, signed)| signed.is_some());
        if let Some(last) = told.objections.iter().rfind(passed) {
            assert_eq!(last.proposed, matter.lead, "{told:?}");
            seen += 1;
        }
    }
    assert!(seen > 500, "{seen}");
}

#[test]
fn what_a_paper_is_refused_for_is_on_the_lists_and_every_turn_has_its_words() {
    let grammar = Grammar::new();
    let mut chance = Chance::new(1);
    for _ in 0..100 {
        let found = demo::finding(&grammar, &mut chance);
        assert!(["powers", "letters", "empty", "other"].contains(&found.ground), "{found:?}");
        assert!(["upward", "letter", "reference", "opinion"].contains(&found.disposal), "{found:?}");
        assert!(found.words.chars().count() > 20, "{found:?}");
    }
    use demo::Remark::{Extension, Granted, Insisted, Kept, NotGranted, Objected, PassedOn};
    for kind in [Insisted, Objected, PassedOn, Kept, Extension, Granted, NotGranted] {
        assert!(demo::remark(&grammar, kind, &mut chance).chars().count() > 15, "{kind:?}");
    }
}

#[test]
fn telephone_numbers_belong_to_no_operator_and_differ() {
    let all: HashSet<String> = (0..200_000).map(phone).collect();
    assert_eq!(all.len(), 200_000);
    assert!(all.iter().all(|number| number.len() == 11 && number.starts_with("154")));
}

#[test]
fn people_of_autonomous_areas_bear_the_names_of_their_groups() {
    let today = Day::new(2026, 3, 10).unwrap();
    let of = |index, home: &[&str]| profile(1, index, today, Level::County, home).ethnic_group;
    let here = (0..1_000).filter(|index| of(*index, &["湘西土家族苗族自治州", "凤凰县"]) != "汉族").count();
    let there = (0..1_000).filter(|index| of(*index, &["常德市", "桃源县"]) != "汉族").count();
    assert!(here > 550 && there < 90, "{here} {there}");
    let ages = (0..1_000).map(|index| today.days_since(profile(1, index, today, Level::County, &[]).born) / 365);
    assert!(ages.into_iter().all(|age| (18..=70).contains(&age)));
}

#[test]
fn the_same_seed_gives_the_same_world_byte_for_byte() {
    let (places, grammar) = (places(), Grammar::new());
    let world = |seed: u64| {
        let mut hash = Sha256::new();
        let today = Day::new(2026, 3, 10).unwrap();
        for index in 0..300 {
            let mut chance = Chance::of(seed, "spot", index);
            let matter = chance.pick(grammar.matters()).unwrap();
            let spot = Spot::in_area(&places, &code("430725"), &mut chance);
            let person = profile(seed, index, today, Level::County, &["桃源县"]);
            let paper = Paper::write(&grammar, matter, &spot, seed, index, 300);
            let about = About {
                deputy: &person.name,
                title: &paper.title,
                mark: Mark::B,
                number: "桃交函〔2026〕1号",
                finish: "2026年9月",
            };
            let letter = Letter::write(&grammar, matter, &spot, &mut chance, &about);
            hash.update(format!("{person:?}{paper:?}{letter:?}"));
        }
        hash.finalize()
    };
    assert_eq!(world(1), world(1));
    assert_ne!(world(1), world(2));
}

#[test]
fn the_province_has_145_000_people_in_office() {
    let places = places();
    let seats = demo::seats(&places);
    assert_eq!(seats.len(), 1_659);
    assert_eq!(seats.values().map(|seats| seats.all - seats.shared).sum::<u64>(), demo::PROVINCE_PEOPLE);
    assert_eq!(seats[&code("43")].all, 774);
    let towns: Vec<u64> =
        seats.iter().filter(|(code, _)| code.level() == Level::Township).map(|(_, s)| s.all).collect();
    assert!(towns.iter().all(|all| (25..=160).contains(all)), "{:?} {:?}", towns.iter().min(), towns.iter().max());
}
