//! Forms of a few fields: one template for all of them, what was typed kept until it is taken.

use askama::Template;
use axum::{http::StatusCode, response::Response};
use kit::{
    Problem, View,
    web::{Form, page, page_with},
};

/// How a field is typed.
#[derive(Clone, Copy)]
pub enum Kind {
    /// One line of at most so many characters.
    Line(u32),
    /// Several lines.
    Long(u32),
    /// A day.
    Day,
    /// A whole number.
    Number,
    /// One of these: the word and the key of its name.
    One(&'static [(&'static str, &'static str)]),
    /// One of the units that the form is given.
    Unit,
    /// Carried along.
    Hidden,
}

/// A field of such a form.
#[derive(Clone, Copy)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// The key of its label.
    pub label: &'static str,
    /// The key of its hint, or nothing.
    pub hint: &'static str,
    /// How it is typed.
    pub kind: Kind,
    /// Whether it may stay empty.
    pub optional: bool,
}

impl Field {
    /// A field that must be filled and needs no hint.
    pub const fn new(name: &'static str, label: &'static str, kind: Kind) -> Self {
        Self { name, label, hint: "", kind, optional: false }
    }

    /// With a hint.
    pub const fn hint(self, hint: &'static str) -> Self {
        Self { hint, ..self }
    }

    /// May stay empty.
    pub const fn maybe(self) -> Self {
        Self { optional: true, ..self }
    }

    /// Its options in the visitor's language.
    fn options(&self, v: &View) -> Vec<(&'static str, String)> {
        match self.kind {
            Kind::One(options) => options.iter().map(|(word, key)| (*word, v.t(key).into_owned())).collect(),
            _ => vec![],
        }
    }
}

/// The words of such a form.
pub struct Asked {
    /// Its title.
    pub title: &'static str,
    /// What is to be known before filling it in.
    pub lead: &'static str,
    /// What the button says.
    pub button: &'static str,
    /// What is said when it is done.
    pub flash: &'static str,
    /// The fields.
    pub fields: &'static [Field],
}

#[derive(Template)]
#[template(path = "supervision/ask.html")]
struct Sheet<'a> {
    v: &'a View,
    f: &'a Form,
    asked: &'a Asked,
    matter: &'a str,
    action: &'a str,
    back: &'a str,
    units: Vec<(String, String)>,
}

/// Shows the form, with 422 where something is wrong with it.
pub fn sheet(v: &View, f: &Form, asked: &Asked, matter: &str, action: &str, back: &str) -> Response {
    sheet_of((v, f), asked, matter, (action, back), vec![])
}

/// The same, with the units to choose from.
pub fn sheet_of(
    (v, f): (&View, &Form),
    asked: &Asked,
    matter: &str,
    (action, back): (&str, &str),
    units: Vec<(String, String)>,
) -> Response {
    let template = Sheet { v, f, asked, matter, action, back, units };
    if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) }
}

/// What the rule said against what was typed stands beside the first field, so that nothing typed is lost; anything else is handed back.
pub fn keep(form: &mut Form, asked: &Asked, problem: Problem) -> Result<(), Problem> {
    form.keep(asked.fields.first().map_or("", |field| field.name), problem)
}
