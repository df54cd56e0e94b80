//! Forms: what was typed is never lost, and what is wrong is said beside the field.

use std::{
    str::FromStr,
    sync::{Arc, OnceLock},
};

use axum::{
    body::Bytes,
    extract::{FromRequest, FromRequestParts, Multipart, Request, multipart::MultipartError},
    http::{StatusCode, header},
};
use kernel::{AreaCode, Day, Id, Refusal, Refused, Text, TextError};

use super::{Errors, Kept, Problem, View, Wrong, api::Once, clean};
use crate::{Fault, words::Lang};

/// The greatest form without files, in bytes.
const MOST_BYTES: usize = 1 << 20;

/// A form as it was sent: fields in order, files, and what was found wrong with them.
#[derive(Debug, Default)]
pub struct Form {
    fields: Vec<(String, String)>,
    files: Vec<File>,
    errors: Errors,
    language: Lang,
}

/// A file that came with a form. Its bytes are in memory: the limit on request bodies bounds them.
#[derive(Clone, Debug)]
pub struct File {
    /// The field.
    pub field: String,
    /// The name on the sender's machine; never a path to write to.
    pub name: String,
    /// The content.
    pub bytes: Bytes,
}

/// What came with the form of this request, laid by for the page that says why it was not taken. Every handler can refuse at any line
/// and nothing typed is lost: whatever page answers then shows it.
#[derive(Clone, Debug, Default)]
pub(super) struct Typing(Arc<OnceLock<Kept>>);

impl Typing {
    fn keep(&self, kept: Kept) {
        // A request has one form; a second reading would find its body gone.
        let _first = self.0.set(kept);
    }

    /// What came, if a form did.
    pub(super) fn kept(&self) -> Option<&Kept> {
        self.0.get()
    }
}

/// A type that a field can be read as.
pub trait Typed: Sized {
    /// Reads what was typed, trimmed and not empty.
    ///
    /// # Errors
    /// Says what is wrong with it.
    fn read(raw: &str) -> Result<Self, Wrong>;
}

impl Form {
    /// An empty form, to be filled with what is known.
    #[must_use]
    pub fn blank(view: &View) -> Self {
        Self { language: view.language, ..Self::default() }
    }

    /// Puts a value in a field.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.fields.push((name.to_owned(), value.to_string()));
        self
    }

    /// What stands in a field; empty where nothing does.
    #[must_use]
    pub fn value(&self, name: &str) -> &str {
        self.fields.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
    }

    /// All values of a field that may stand several times.
    pub fn values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.fields.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// All that was typed, in order, without the token.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        let typed = self.fields.iter().filter(|(field, _)| field != "csrf");
        typed.map(|(field, value)| (field.as_str(), value.as_str()))
    }

    /// Whether a box is ticked or an option chosen.
    #[must_use]
    pub fn checked(&self, name: &str, value: &str) -> bool {
        self.values(name).any(|v| v == value)
    }

    /// The files of a field, without empty ones.
    pub fn files<'a>(&'a self, field: &'a str) -> impl Iterator<Item = &'a File> {
        self.files.iter().filter(move |file| file.field == field && !(file.name.is_empty() && file.bytes.is_empty()))
    }

    /// A field that must be filled.
    pub fn take<T: Typed>(&mut self, name: &str) -> Option<T> {
        if self.value(name).trim().is_empty() {
            self.refuse(name, Wrong::new("kit-form-required"));
            return None;
        }
        self.maybe(name)
    }

    /// A field that may be left empty.
    pub fn maybe<T: Typed>(&mut self, name: &str) -> Option<T> {
        let raw = self.value(name).trim().to_owned();
        if raw.is_empty() {
            return None;
        }
        T::read(&raw).map_err(|wrong| self.refuse(name, wrong)).ok()
    }

    /// One of a set of choices, read by `read`.
    pub fn choice<T>(&mut self, name: &str, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let raw = self.value(name).trim().to_owned();
        let chosen = if raw.is_empty() { None } else { read(&raw) };
        if chosen.is_none() {
            let key = if raw.is_empty() { "kit-form-choose" } else { "kit-form-unknown-choice" };
            self.refuse(name, Wrong::new(key));
        }
        chosen
    }

    /// Whether a single box is ticked.
    #[must_use]
    pub fn yes(&self, name: &str) -> bool {
        matches!(self.value(name), "1" | "on" | "yes" | "true")
    }

    /// Everything that was ticked in a field, read whole or told beside the field: nothing drops out unsaid.
    pub fn ticked<T: FromStr>(&mut self, name: &str) -> Option<Vec<T>> {
        let read: Option<Vec<T>> =
            self.values(name).filter(|raw| !raw.is_empty()).map(|raw| raw.parse().ok()).collect();
        if read.is_none() {
            self.refuse(name, Wrong::new("kit-form-unknown-choice"));
        }
        read
    }

    /// The key of this form as it was filled in: sent twice to `path` it acts once; changed, or sent elsewhere, it is another. No key
    /// where the form carries none.
    ///
    /// # Errors
    /// Never with what a form can hold; the signature is that of [`Once::form`].
    pub fn once(&self, path: &str) -> Result<Once, Fault> {
        let asked: Vec<_> = self.fields.iter().filter(|(name, _)| name != "csrf").collect();
        Once::form(self.value("once"), path, &(path, asked))
    }

    /// Notes that a field is wrong.
    pub fn refuse(&mut self, name: &str, wrong: Wrong) {
        self.errors.note(name, wrong);
    }

    /// Notes what a desk function found wrong; anything else than fields is handed back.
    ///
    /// # Errors
    /// With the problem, when it is not about fields.
    pub fn accept(&mut self, problem: Problem) -> Result<(), Problem> {
        match problem {
            Problem::Invalid(errors) => {
                self.errors.0.extend(errors.0);
                Ok(())
            }
            other => Err(other),
        }
    }

    /// Notes beside a field what a rule refused, so that nothing typed is lost: that it does not fit, cannot be now, or was changed by somebody
    /// else meanwhile. What is wrong with fields stands beside them; anything else is handed back.
    ///
    /// # Errors
    /// With the problem, when it is not about what was typed.
    pub fn keep(&mut self, field: &str, problem: Problem) -> Result<(), Problem> {
        match problem {
            Problem::Refused(Refused { kind: Refusal::Unfit | Refusal::NotNow | Refusal::Stale, key, values }) => {
                self.refuse(field, Wrong { key, values });
                Ok(())
            }
            other => self.accept(other),
        }
    }

    /// The version of the thing as the page of this form showed it, from its field `version`. It is never taken for granted: a page that lost
    /// the field would let whoever sends it overwrite what somebody else saved, and nobody would notice.
    ///
    /// # Errors
    /// When the form carries none.
    pub fn seen(&self) -> Result<i64, Problem> {
        let none = |_| Problem::request(StatusCode::BAD_REQUEST, "kit-form-version");
        self.value("version").trim().parse().map_err(none)
    }

    /// Whether anything was found wrong.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        !self.errors.0.is_empty()
    }

    /// What is wrong with a field, in the visitor's language.
    #[must_use]
    pub fn error(&self, name: &str) -> Option<String> {
        let (_, wrong) = self.errors.0.iter().find(|(field, _)| field == name)?;
        Some(self.language.said(wrong.key, &wrong.values).into_owned())
    }

    /// Everything that is wrong, for the summary at the top.
    #[must_use]
    pub fn errors(&self) -> Vec<(String, String)> {
        let said = |(field, wrong): &(String, Wrong)| {
            (field.clone(), self.language.said(wrong.key, &wrong.values).into_owned())
        };
        self.errors.0.iter().map(said).collect()
    }
}

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let (mut parts, body) = request.into_parts();
        let view = View::from_request_parts(&mut parts, state).await?;
        let typing = parts.extensions.get::<Typing>().cloned();
        let ours = !super::csrf::names_no_origin(&parts.headers);
        let kind = parts.headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or("").to_owned();
        let mut form = Self { language: view.language, ..Self::default() };
        let request = Request::from_parts(parts, body);
        if kind.starts_with("multipart/form-data") {
            form.read_parts(Multipart::from_request(request, state).await.map_err(|_| unreadable())?).await?;
        } else {
            let bytes = axum::body::to_bytes(request.into_body(), MOST_BYTES).await.map_err(|_| unreadable())?;
            form.fields = form_urlencoded::parse(&bytes).into_owned().collect();
        }
        form.without_hidden();
        if !super::csrf::same(form.value("csrf"), &view.csrf) {
            return Err(form.expired(ours));
        }
        if let Some(typing) = typing {
            typing.keep(form.kept(true));
        }
        Ok(form)
    }
}

/// Fields that are never shown again.
const SECRET: [&str; 6] = ["password", "again", "old", "code", "digits", "step"];

impl Form {
    /// The page this came from is too old: what was typed is kept for the person, all but what is secret.
    fn expired(&self, ours: bool) -> Problem {
        let kept = self.kept(ours);
        if kept.fields.is_empty() && self.fields.iter().any(|(name, _)| SECRET.contains(&name.as_str())) {
            return super::csrf::forged();
        }
        Problem::Expired(Box::new(kept))
    }

    /// What was typed, all but what is secret.
    fn kept(&self, ours: bool) -> Kept {
        let shown = |(name, _): &&(String, String)| name != "csrf" && !SECRET.contains(&name.as_str());
        Kept { fields: self.fields.iter().filter(shown).cloned().collect(), files: !self.files.is_empty(), ours }
    }

    /// Takes away what nobody sees; a control character is said beside its field.
    fn without_hidden(&mut self) {
        for (name, value) in &mut self.fields {
            let control = clean::has_control(value);
            *value = clean::seen(value);
            if control {
                value.retain(|c| !c.is_control() || matches!(c, '\n' | '\r' | '\t'));
                self.errors.note(name, Wrong::new("kit-form-control"));
            }
        }
        for file in &mut self.files {
            file.name = clean::seen(&file.name).replace(char::is_control, "");
        }
    }

    async fn read_parts(&mut self, mut parts: Multipart) -> Result<(), Problem> {
        while let Some(part) = parts.next_field().await.map_err(|error| cut(&error))? {
            let field = part.name().unwrap_or("").to_owned();
            let name = part.file_name().map(str::to_owned);
            let bytes = part.bytes().await.map_err(|error| cut(&error))?;
            match name {
                Some(name) => self.files.push(File { field, name, bytes }),
                None => self.fields.push((field, String::from_utf8_lossy(&bytes).into_owned())),
            }
        }
        Ok(())
    }
}

fn unreadable() -> Problem {
    Problem::request(StatusCode::BAD_REQUEST, "kit-form-unreadable")
}
/// What ended the reading of a form's parts: more than is let in, or something that is no form.
fn cut(error: &MultipartError) -> Problem {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::request(StatusCode::PAYLOAD_TOO_LARGE, "kit-form-too-large"),
        _ => unreadable(),
    }
}

impl<const MAX: usize> Typed for Text<MAX> {
    fn read(raw: &str) -> Result<Self, Wrong> {
        Self::parse(raw).map_err(Wrong::from)
    }
}
impl From<TextError> for Wrong {
    fn from(error: TextError) -> Self {
        match error {
            TextError::Empty => Self::new("kit-form-required"),
            TextError::Long { most, has } => Self::new("kit-form-too-long").with("most", most).with("has", has),
            TextError::Control => Self::new("kit-form-control"),
        }
    }
}
impl Typed for String {
    fn read(raw: &str) -> Result<Self, Wrong> {
        Text::<10_000>::parse(raw).map(Self::from).map_err(Wrong::from)
    }
}
impl Typed for Day {
    fn read(raw: &str) -> Result<Self, Wrong> {
        raw.parse().map_err(|_| Wrong::new("kit-form-day"))
    }
}
impl Typed for i64 {
    fn read(raw: &str) -> Result<Self, Wrong> {
        raw.parse().map_err(|_| Wrong::new("kit-form-number"))
    }
}
impl Typed for AreaCode {
    fn read(raw: &str) -> Result<Self, Wrong> {
        Self::parse(raw).map_err(|_| Wrong::new("kit-form-area"))
    }
}
impl<N> Typed for Id<N> {
    fn read(raw: &str) -> Result<Self, Wrong> {
        raw.parse().map_err(|_| Wrong::new("kit-form-unknown-choice"))
    }
}
