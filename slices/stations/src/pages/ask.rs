//! Forms: one template for all of them, what was typed kept until it is taken.

use askama::Template;
use axum::{http::StatusCode, response::Response};
use kit::{
    View,
    web::{Form, Wrong, page, page_with},
};
use law_rules::Word;

/// A value, and what people call it.
pub type Options = Vec<(String, String)>;

/// How a field is typed.
pub enum Kind {
    /// One line of at most so many characters.
    Line(u32),
    /// Several lines.
    Long(u32),
    /// A day.
    Day,
    /// A whole number.
    Number,
    /// One of these, from a list.
    One(Options),
    /// One of these, all in sight.
    Few(Options),
    /// Any of these.
    Many(Options),
    /// Carried along.
    Hidden,
}

/// A field of such a form.
pub struct Field {
    pub name: &'static str,
    pub label: &'static str,
    pub hint: &'static str,
    pub kind: Kind,
    pub optional: bool,
}

impl Field {
    /// A field that must be filled and needs no hint.
    pub const fn new(name: &'static str, label: &'static str, kind: Kind) -> Self {
        Self { name, label, hint: "", kind, optional: false }
    }

    /// With a hint.
    pub fn hint(self, hint: &'static str) -> Self {
        Self { hint, ..self }
    }

    /// May stay empty.
    pub fn maybe(self) -> Self {
        Self { optional: true, ..self }
    }
}

/// Such a form.
pub struct Asked {
    pub title: &'static str,
    pub lead: &'static str,
    pub button: &'static str,
    pub matter: String,
    pub action: String,
    pub back: String,
    pub fields: Vec<Field>,
}

impl Asked {
    /// Whether it is filled in again and again where there is no network: then several wait on the device.
    fn waits(&self) -> bool {
        self.action.ends_with("/receptions")
    }
}

#[derive(Template)]
#[template(path = "stations/ask.html")]
struct Sheet<'a> {
    v: &'a View,
    f: &'a Form,
    asked: &'a Asked,
}

/// Shows the form, with 422 where something is wrong with it.
pub fn sheet(v: &View, f: &Form, asked: &Asked) -> Response {
    let template = Sheet { v, f, asked };
    if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) }
}

/// The words of a closed list in the reader's language.
pub fn words<W: Word>(v: &View) -> Options {
    W::ALL.iter().map(|one| (one.word().to_owned(), v.t(&one.key()).into_owned())).collect()
}

/// A choice that may stay empty.
pub fn maybe_word<W: Word>(form: &mut Form, name: &str) -> Option<W> {
    if form.value(name).trim().is_empty() { None } else { form.choice(name, W::read) }
}

/// A whole number that may stay empty; one that is too great or below nothing is said beside the field.
pub fn maybe_number(form: &mut Form, name: &str) -> Option<u32> {
    let typed: i64 = form.maybe(name)?;
    let read = u32::try_from(typed).ok();
    if read.is_none() {
        form.refuse(name, Wrong::new("kit-form-number"));
    }
    read
}
