//! The worked examples of law.md §8, asked as programs ask them; and what holds of every function.

use std::collections::BTreeSet;

use kernel::WorkingCalendar;
use kit::{Problem, words::Lang};
use law::{Function, all, find};
use serde_json::{Map, Value};

fn calendar() -> WorkingCalendar {
    WorkingCalendar::state_council().unwrap()
}

fn object(text: &str) -> Map<String, Value> {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn rows() -> Vec<(&'static str, &'static Function, Map<String, Value>, &'static str)> {
    let lines = include_str!("worked.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let (asked, expected) = line.split_once(" => ").unwrap();
            let [number, name, arguments] = asked.splitn(3, ' ').collect::<Vec<_>>().try_into().unwrap();
            (number, find(name).unwrap_or_else(|| panic!("no {name}")), object(arguments), expected)
        })
        .collect()
}

#[test]
fn every_worked_example_comes_out_as_the_spec_says() {
    for (number, function, arguments, expected) in rows() {
        assert_eq!(number, format!("F{}", function.number), "{}", function.name);
        let answer = function.ask(&arguments, &calendar());
        if expected == "refused" {
            assert!(matches!(answer, Err(Problem::Refused(_))), "{} {arguments:?}: {answer:?}", function.name);
            continue;
        }
        let told = answer.unwrap_or_else(|problem| panic!("{} {arguments:?}: {problem:?}", function.name)).json(None);
        for (field, value) in object(expected) {
            assert_eq!(told[&field], value, "{} {arguments:?}: {field} of {told}", function.name);
        }
    }
}

#[test]
fn every_function_of_the_spec_is_named_once_and_has_a_worked_example() {
    let numbers: Vec<u8> = all().map(|function| function.number).collect();
    assert_eq!(numbers.iter().copied().collect::<BTreeSet<_>>(), (1..=35).collect());
    assert_eq!(numbers.len(), 35);
    let worked: BTreeSet<u8> = rows().iter().map(|(_, function, ..)| function.number).collect();
    assert_eq!(worked.len(), 35);
}

#[test]
fn every_answer_has_its_reason_its_working_and_its_article_in_both_languages() {
    for (_, function, arguments, expected) in rows() {
        if expected == "refused" {
            continue;
        }
        let answer = function.ask(&arguments, &calendar()).unwrap();
        for lang in Lang::ALL {
            let told = answer.json(Some(lang)).to_string();
            assert!(!told.contains('⟦') && !told.contains("{$"), "{}: {told}", function.name);
            let steps = answer.steps(lang);
            assert!(!steps.is_empty() && steps.iter().all(|step| !step.words.is_empty()), "{}", function.name);
        }
        // How often somebody may be proposed no law of the state says.
        assert!(function.number == 27 || !answer.articles.is_empty(), "{} cites nothing", function.name);
    }
}

#[test]
fn refusals_and_wrong_arguments_are_said_in_both_languages() {
    for (_, function, arguments, _) in rows() {
        for lang in Lang::ALL {
            if let Err(Problem::Refused(refused)) = function.ask(&arguments, &calendar()) {
                let said = lang.refusal(&refused);
                assert!(!said.contains('⟦') && !said.contains("{$"), "{}: {said}", function.name);
            }
        }
    }
    for function in all() {
        for argument in function.arguments {
            let mut wrong = object(function.example);
            wrong.insert(argument.name.to_owned(), Value::from(vec![Value::from(vec![Value::from(-1.5)])]));
            let Err(Problem::Invalid(errors)) = function.ask(&wrong, &calendar()) else {
                panic!("{} takes nonsense for {}", function.name, argument.name);
            };
            assert_eq!(errors.0[0].0, argument.name);
            for lang in Lang::ALL {
                let said = lang.tf(errors.0[0].1.key, &errors.0[0].1.values);
                assert!(!said.contains('⟦') && !said.contains("{$"), "{}: {said}", function.name);
            }
        }
    }
}

#[test]
fn every_example_of_the_table_is_answered() {
    for function in all() {
        let answer = function.ask(&object(function.example), &calendar());
        assert!(answer.is_ok(), "{}: {answer:?}", function.name);
    }
}

proptest::proptest! {
    #[test]
    fn no_arguments_whatever_make_a_function_fail(seed in proptest::num::u32::ANY, kind in 0_usize..6, which in 0_usize..35) {
        let function = all().nth(which).unwrap();
        let mut arguments = object(function.example);
        let values = [Value::from(seed), Value::from(u64::from(seed) << 32), Value::Null, Value::from("x"), Value::from(true), Value::from(Vec::<u8>::new())];
        for argument in function.arguments.iter().skip(seed as usize % 3) {
            arguments.insert(argument.name.to_owned(), values[kind].clone());
        }
        let answer = function.ask(&arguments, &calendar());
        proptest::prop_assert!(!matches!(answer, Err(Problem::Fault(_))), "{}: {answer:?}", function.name);
    }

    #[test]
    fn great_numbers_are_answered_or_refused_and_never_overflow(numbers in proptest::collection::vec(0_u32..2_000_000_000, 6), which in 0_usize..35) {
        let function = all().nth(which).unwrap();
        let mut arguments = object(function.example);
        for (argument, number) in function.arguments.iter().zip(numbers) {
            if let law::Kind::Number(min, max) = argument.kind {
                let number = if number % 3 == 0 { max } else { min + number % (max - min + 1).max(1) };
                arguments.insert(argument.name.to_owned(), Value::from(number));
            }
        }
        let answer = function.ask(&arguments, &calendar());
        proptest::prop_assert!(!matches!(answer, Err(Problem::Fault(_) | Problem::Invalid(_))), "{}: {answer:?}", function.name);
    }
}
