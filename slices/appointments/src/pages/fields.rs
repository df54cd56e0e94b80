//! Fields that several forms share.

use appointments_rules::{Document, Office};
use kit::{
    Problem, View,
    web::{Errors, Form, Wrong},
};
use law_rules::Word;

/// Choices of a field: value and words.
pub type Options = Vec<(String, String)>;

/// All words of a list as choices.
pub fn words<W: Word>(v: &View) -> Options {
    W::ALL.iter().map(|word| (word.word().to_owned(), v.t(&word.key()).into_owned())).collect()
}

/// A whole number that must be there.
pub fn number(form: &mut Form, name: &str) -> Option<u32> {
    let raw: i64 = form.take(name)?;
    let read = u32::try_from(raw).ok();
    if read.is_none() {
        form.refuse(name, Wrong::new("kit-form-number"));
    }
    read
}

/// A whole number; nothing typed is none.
pub fn maybe_number(form: &mut Form, name: &str) -> Option<u32> {
    if form.value(name).trim().is_empty() { None } else { number(form, name) }
}

/// Offices ticked in a field; what is none is told beside it.
pub fn offices(form: &mut Form, name: &str) -> Vec<Office> {
    let raw: Vec<String> = form.values(name).map(str::to_owned).collect();
    let read: Vec<Office> = raw.iter().filter_map(|word| Office::read(word)).collect();
    if read.len() != raw.len() {
        form.refuse(name, Wrong::new("kit-form-unknown-choice"));
    }
    read
}

/// Documents ticked in a field; what is none is told beside it.
pub fn documents(form: &mut Form, name: &str) -> Vec<Document> {
    let raw: Vec<String> = form.values(name).map(str::to_owned).collect();
    let read: Vec<Document> = raw.iter().filter_map(|word| Document::read(word)).collect();
    if read.len() != raw.len() {
        form.refuse(name, Wrong::new("kit-form-unknown-choice"));
    }
    read
}

/// What the rule said against what was typed stands beside a field, so that nothing typed is lost; anything else is handed back. The fields
/// of the form begin with `prefix`.
///
/// # Errors
/// With the problem, when it is not about what was typed.
pub fn keep_at(form: &mut Form, (prefix, name): (&str, &str), problem: Problem) -> Result<(), Problem> {
    let problem = match problem {
        Problem::Invalid(errors) => {
            let placed = errors.0.into_iter().map(|(field, wrong)| (format!("{prefix}{field}"), wrong));
            Errors(placed.collect()).into()
        }
        other => other,
    };
    form.keep(name, problem)
}
