//! What the office writes beside the numbers of a year.

use kernel::{Id, Moment, Text};
use supervision_rules::{AnnualWords, Example, MOST_EXAMPLES, Refusal, example_line};

fn example(n: u8) -> Example {
    Example {
        suggestion: Id::new(Moment::from_millis(1), [n; 10]), words: Text::parse("三个月修好了路").unwrap()
    }
}

fn told(examples: impl IntoIterator<Item = Example>) -> Result<(), Refusal> {
    AnnualWords { examples: examples.into_iter().collect(), ..AnnualWords::default() }.fit()
}

#[test]
fn each_example_is_told_once_and_there_are_not_too_many() {
    let most = u8::try_from(MOST_EXAMPLES).unwrap();
    assert_eq!(told([]), Ok(()), "what is still missing can be written later");
    assert_eq!(told((0..most).map(example)), Ok(()));
    assert_eq!(told((0..=most).map(example)), Err(Refusal::TooManyExamples));
    assert_eq!(told([1, 2, 1].map(example)), Err(Refusal::ExampleTwice));
}

#[test]
fn an_example_is_typed_as_number_blank_and_words() {
    let read = |line| example_line(line).map(|(number, words)| (number.to_owned(), words.to_string()));
    for (line, number, words) in
        [("第12号 三个月修好了路", "第12号", "三个月修好了路"), ("  12\u{3000}修好了 路 ", "12", "修好了 路")]
    {
        assert_eq!(read(line), Some((number.to_owned(), words.to_owned())), "{line}");
    }
    for wrong in ["", "第12号", "第12号   ", &format!("12 {}", "长".repeat(501))] {
        assert_eq!(read(wrong), None, "{wrong}");
    }
}
