//! A form as a list of fields: what most verbs of an election ask for.

use askama::Template;
use axum::{http::StatusCode, response::Response};
use kit::{
    Problem, View,
    web::{Form, Wrong, page, page_with},
};

/// What is typed or chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// A line.
    Line,
    /// Several lines.
    Lines,
    /// A whole number.
    Number,
    /// A day.
    Day,
    /// One of many.
    Select,
    /// One of a few.
    Radios,
    /// Any of them.
    Boxes,
}

/// Words to choose from: value and sentence.
pub type Options = Vec<(String, String)>;

/// A field.
pub struct Field {
    /// Its name.
    pub name: String,
    /// The key of its label.
    pub label: &'static str,
    /// The key of its hint; empty for none.
    pub hint: &'static str,
    /// What is typed.
    pub input: Input,
    /// The most characters; 0 for no count.
    pub max: u32,
    /// Whether it may be left empty.
    pub optional: bool,
    /// What is chosen from.
    pub options: Options,
}

impl Field {
    /// A field that must be filled.
    pub fn new(input: Input, name: &str, label: &'static str) -> Self {
        Self { name: name.to_owned(), label, hint: "", input, max: 0, optional: false, options: Vec::new() }
    }

    /// With a hint.
    pub const fn hint(mut self, key: &'static str) -> Self {
        self.hint = key;
        self
    }

    /// With a most number of characters.
    pub const fn most(mut self, max: u32) -> Self {
        self.max = max;
        self
    }

    /// That may be left empty.
    pub const fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// To choose from.
    pub fn from(mut self, options: Options) -> Self {
        self.options = options;
        self
    }

    const fn is(&self, input: Input) -> bool {
        matches!(
            (self.input, input),
            (Input::Line, Input::Line)
                | (Input::Lines, Input::Lines)
                | (Input::Number, Input::Number)
                | (Input::Day, Input::Day)
                | (Input::Select, Input::Select)
                | (Input::Radios, Input::Radios)
                | (Input::Boxes, Input::Boxes)
        )
    }

    const fn line(&self) -> bool {
        self.is(Input::Line)
    }
    const fn lines(&self) -> bool {
        self.is(Input::Lines)
    }
    const fn number(&self) -> bool {
        self.is(Input::Number)
    }
    const fn day(&self) -> bool {
        self.is(Input::Day)
    }
    const fn select(&self) -> bool {
        self.is(Input::Select)
    }
    const fn radios(&self) -> bool {
        self.is(Input::Radios)
    }
}

/// A page with one form.
#[derive(Template)]
#[template(path = "elections/ask.html")]
pub struct Ask<'a> {
    /// The view.
    pub v: &'a View,
    /// What was typed.
    pub f: &'a Form,
    /// The key of the title.
    pub title: &'static str,
    /// What it is about.
    pub under: String,
    /// The key of what is said above the fields; empty for nothing.
    pub lead: &'static str,
    /// Where it goes.
    pub action: String,
    /// The key of the button.
    pub button: &'static str,
    /// The way back, and the key of its words.
    pub back: (String, &'static str),
    /// Names and values that travel along.
    pub hidden: Vec<(&'static str, String)>,
    /// The fields.
    pub fields: Vec<Field>,
}

impl Ask<'_> {
    /// The page, 422 where something is wrong.
    pub fn shown(&self) -> Response {
        if self.f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, self) } else { page(self) }
    }
}

/// The words of a closed list with their sentences.
pub fn words<W: law_rules::Word>(v: &View) -> Options {
    W::ALL.iter().map(|word| (word.word().to_owned(), v.t(&word.key()).into_owned())).collect()
}

/// A whole number that must be there.
pub fn number(form: &mut Form, name: &str) -> Option<u32> {
    let raw: i64 = form.take(name)?;
    whole(form, name, raw)
}

/// A whole number; nothing typed is none.
pub fn count(form: &mut Form, name: &str) -> Option<u32> {
    let raw: i64 = form.maybe(name)?;
    whole(form, name, raw)
}

fn whole(form: &mut Form, name: &str, raw: i64) -> Option<u32> {
    let read = u32::try_from(raw).ok();
    if read.is_none() {
        form.refuse(name, Wrong::new("kit-form-number"));
    }
    read
}

/// What the rule said against what was typed stands beside a field, so that nothing typed is lost; anything else is handed back.
///
/// # Errors
/// With the problem, when it is not about what was typed.
pub fn keep_at(form: &mut Form, name: &str, problem: Problem) -> Result<(), Problem> {
    form.keep(name, problem)
}
