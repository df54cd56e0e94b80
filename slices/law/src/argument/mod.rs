//! What a function of the law is asked with: named, typed, with bounds and defaults.

mod given;
mod json;
mod typed;

pub use given::Given;
use law_rules::Word;

/// The most people who may be counted.
pub const MOST_PEOPLE: u32 = 2_000_000_000;
/// The most seats, members, votes of a body.
pub const MOST_MEMBERS: u32 = 1_000_000;
/// The most lines of a list.
const MOST_LINES: usize = 1_000;
/// The most characters of a name.
const MOST_NAME: usize = 60;

/// One argument of a function.
#[derive(Clone, Copy, Debug)]
pub struct Argument {
    /// Its name in JSON, forms and addresses, as law.md §8 names it.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Whether it must be given.
    pub need: Need,
}

/// Whether an argument must be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// It must.
    Must,
    /// It may be left out.
    May,
    /// It may be left out and is then this, as it would be typed.
    Or(&'static str),
}

/// What an argument holds.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// A whole number within bounds, both included.
    Number(u32, u32),
    /// Yes or no.
    YesNo,
    /// A day, `YYYY-MM-DD`.
    Day,
    /// A short text.
    Text,
    /// One word of a list.
    Choice(Words),
    /// Several words of a list, in order, each as often as it happened.
    Choices(Words),
    /// Units with their population.
    Units,
    /// Names with their votes.
    Tallies,
    /// Area codes.
    Areas,
}

/// A list of words, whatever their type.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    list: fn() -> Vec<(&'static str, String)>,
    read: fn(&str) -> Option<&'static str>,
}

impl Words {
    /// The words of a type.
    #[must_use]
    pub const fn of<T: Word>() -> Self {
        Self { list: list::<T>, read: read::<T> }
    }

    /// Each word with the key of its sentence.
    #[must_use]
    pub fn all(self) -> Vec<(&'static str, String)> {
        (self.list)()
    }

    /// The word for what was typed: itself or another spelling.
    #[must_use]
    pub fn read(self, text: &str) -> Option<&'static str> {
        (self.read)(text)
    }
}

fn list<T: Word>() -> Vec<(&'static str, String)> {
    T::ALL.iter().map(|word| (word.word(), word.key())).collect()
}

fn read<T: Word>(text: &str) -> Option<&'static str> {
    T::read(text).map(Word::word)
}

/// An argument that must be given.
#[must_use]
pub const fn must(name: &'static str, kind: Kind) -> Argument {
    Argument { name, kind, need: Need::Must }
}

/// An argument that may be left out.
#[must_use]
pub const fn may(name: &'static str, kind: Kind) -> Argument {
    Argument { name, kind, need: Need::May }
}

/// An argument with a default.
#[must_use]
pub const fn or(name: &'static str, kind: Kind, default: &'static str) -> Argument {
    Argument { name, kind, need: Need::Or(default) }
}

/// One word of a type.
#[must_use]
pub const fn one<T: Word>() -> Kind {
    Kind::Choice(Words::of::<T>())
}

/// Several words of a type.
#[must_use]
pub const fn several<T: Word>() -> Kind {
    Kind::Choices(Words::of::<T>())
}

impl Argument {
    /// The end of the keys of its label and its hint.
    #[must_use]
    pub fn slug(&self) -> String {
        self.name.to_ascii_lowercase().replace('_', "-")
    }

    /// The key of its label.
    #[must_use]
    pub fn label(&self) -> String {
        format!("law-arg-{}", self.slug())
    }

    /// The key of its hint.
    #[must_use]
    pub fn hint(&self) -> String {
        format!("law-hint-{}", self.slug())
    }
}
