//! Urging letters, and when a part stands in the register of dissatisfied cases.

use kernel::{Day, Id, Moment, Text};
use suggestions_rules::Score;
use supervision_rules::{
    Fact, Letter, LetterKind, LetterNumber, LetterStage, LetterTo, LetterWords, Refusal, Word, dissatisfied,
};

fn id<N>(byte: u8) -> Id<N> {
    Id::new(Moment::from_millis(1), [byte; 10])
}

fn text<const MAX: usize>(words: &str) -> Text<MAX> {
    Text::parse(words).unwrap()
}

fn day(month: i8, day: i8) -> Day {
    Day::new(2026, month, day).unwrap()
}

fn on(day: Day) -> Moment {
    day.start().plus_millis(36_000_000)
}

fn words(due: Day) -> LetterWords {
    LetterWords {
        kind: LetterKind::Urge,
        problem: text("逾期未答复"),
        demand: text("五日内答复"),
        leader: text("李副主任"),
        due,
    }
}

fn number() -> LetterNumber {
    LetterNumber { series: text("督办"), year: 2026, n: 3 }
}

fn issued() -> Letter {
    let to = LetterTo { congress: id(1), suggestion: id(2), assignment: id(3), unit: id(4) };
    Letter::issue(id(9), to, number(), words(day(6, 10)), on(day(6, 1))).unwrap().0
}

#[test]
fn its_number_is_written_as_offices_write_it() {
    assert_eq!(number().to_string(), "督办〔2026〕3号");
}

#[test]
fn the_day_to_answer_lies_ahead() {
    let to = issued().to;
    let of = |due| Letter::issue(id(9), to, number(), words(due), on(day(6, 1)));
    assert_eq!(of(day(6, 1)).unwrap_err(), Refusal::DayNotAhead);
    assert!(of(day(6, 2)).is_ok());
}

#[test]
fn a_late_answer_is_taken_and_marked_late_and_the_last_day_is_in_time() {
    for (answered, late) in [(day(6, 10), false), (day(6, 11), true)] {
        let letter = issued();
        assert_eq!(letter.overdue(answered), late);
        let (letter, fact) = letter.answer(text("已派员"), on(answered)).unwrap();
        assert_eq!(fact, Fact::LetterAnswered { late });
        assert!(!letter.overdue(day(12, 31)), "what is answered is not overdue");
    }
}

#[test]
fn each_verb_is_taken_in_its_stage_alone() {
    let now = on(day(6, 2));
    let issued = issued();
    let answered = issued.clone().answer(text("已办"), now).unwrap().0;
    let closed = answered.clone().close(text("同意销号"), now).unwrap().0;
    let withdrawn = issued.clone().withdraw(text("有误"), now).unwrap().0;
    let table = [
        (&issued, [true, false, false, true]),
        (&answered, [false, true, true, true]),
        (&closed, [false; 4]),
        (&withdrawn, [false; 4]),
    ];
    for (letter, may) in table {
        let of = || letter.clone();
        let tried = [
            of().answer(text("一"), now).is_ok(),
            of().ask_again(text("一"), day(6, 20), now).is_ok(),
            of().close(text("一"), now).is_ok(),
            of().withdraw(text("一"), now).is_ok(),
        ];
        assert_eq!(tried, may, "{}", letter.stage.word());
    }
}

#[test]
fn asked_again_it_runs_until_the_new_day_and_keeps_every_answer() {
    let now = on(day(6, 12));
    let letter = issued().answer(text("正在研究"), now).unwrap().0;
    assert_eq!(letter.clone().ask_again(text("空泛"), day(6, 12), now).unwrap_err(), Refusal::DayNotAhead);
    let letter = letter.ask_again(text("请写明措施和期限"), day(6, 20), now).unwrap().0;
    assert_eq!((letter.stage.clone(), letter.words.due), (LetterStage::Issued, day(6, 20)));
    let letter = letter.answer(text("七月底完工"), now).unwrap().0;
    assert_eq!(letter.answers.len(), 2);
    assert!(letter.answers[0].back.is_some() && letter.answers[1].back.is_none());
}

#[test]
fn a_case_stands_while_the_latest_word_of_anybody_is_dissatisfied() {
    use Score::{Basically, Dissatisfied, Satisfied};
    let said = |signer, round, process, result| Word { signer: id(signer), round, process, result };
    let table: [(&[Word], bool); 7] = [
        (&[], false),
        (&[said(1, 1, Satisfied, Basically)], false),
        (&[said(1, 1, Satisfied, Dissatisfied)], true),
        (&[said(1, 1, Dissatisfied, Satisfied)], true),
        (&[said(1, 1, Satisfied, Dissatisfied), said(1, 2, Satisfied, Basically)], false),
        (&[said(1, 1, Satisfied, Dissatisfied), said(2, 2, Satisfied, Satisfied)], true),
        (&[said(1, 2, Satisfied, Dissatisfied), said(1, 1, Satisfied, Satisfied)], true),
    ];
    for (judged, stands) in table {
        assert_eq!(dissatisfied(judged), stands, "{judged:?}");
    }
}

#[test]
fn files_are_laid_to_it_until_it_is_over_and_not_without_end() {
    let letter = issued();
    let hash = || "ab".repeat(32);
    assert_eq!(letter.lay(19, hash()).unwrap(), Fact::EvidenceLaid { entry: None, sha256: hash() });
    assert_eq!(letter.lay(20, hash()).unwrap_err(), Refusal::TooManyFiles);
    let answered = letter.clone().answer(text("已修"), on(day(6, 2))).unwrap().0;
    assert!(answered.lay(0, hash()).is_ok());
    let closed = answered.close(text("属实"), on(day(6, 3))).unwrap().0;
    assert_eq!(closed.lay(0, hash()).unwrap_err(), Refusal::LetterOver);
    let withdrawn = letter.withdraw(text("不再催办"), on(day(6, 2))).unwrap().0;
    assert_eq!(withdrawn.takes_files().unwrap_err(), Refusal::LetterOver);
}
