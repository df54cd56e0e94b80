//! What was given for the arguments of a function, read and within its bounds.

use ballots_rules::Tally;
use elections_rules::Unit;
use kernel::{AreaCode, Day};
use kit::Fault;
use law_rules::Word;

/// A value of an argument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number.
    Number(u32),
    /// Yes or no.
    YesNo(bool),
    /// A day.
    Day(Day),
    /// A text.
    Text(String),
    /// A word, in its first spelling.
    Word(&'static str),
    /// Several words.
    Words(Vec<&'static str>),
    /// Units with their population.
    Units(Vec<Unit>),
    /// Names with their votes.
    Tallies(Vec<Tally>),
    /// Area codes.
    Areas(Vec<AreaCode>),
}

/// Everything that was given, by name.
#[derive(Clone, Debug, Default)]
pub struct Given(Vec<(&'static str, Value)>);

/// A type that a value of an argument can be taken as.
pub trait Taken: Sized {
    /// The value, if it is of this type.
    fn take(value: Option<&Value>) -> Option<Self>;
}

impl Given {
    /// Notes a value.
    pub fn note(&mut self, name: &'static str, value: Value) {
        self.0.push((name, value));
    }

    fn value(&self, name: &str) -> Option<&Value> {
        self.0.iter().find(|(given, _)| *given == name).map(|(_, value)| value)
    }

    /// The value of an argument.
    ///
    /// # Errors
    /// A fault when the table names the argument with another kind: the examples of every function are tested.
    pub fn get<T: Taken>(&self, name: &str) -> Result<T, Fault> {
        T::take(self.value(name)).ok_or_else(|| Fault::new(format_args!("the table of the law misnames `{name}`")))
    }

    /// A word.
    ///
    /// # Errors
    /// As [`Self::get`].
    pub fn word<T: Word>(&self, name: &str) -> Result<T, Fault> {
        self.maybe(name)?.ok_or_else(|| Fault::new(format_args!("the table of the law lacks `{name}`")))
    }

    /// A word that may have been left out.
    ///
    /// # Errors
    /// As [`Self::get`].
    pub fn maybe<T: Word>(&self, name: &str) -> Result<Option<T>, Fault> {
        match self.value(name) {
            None => Ok(None),
            Some(Value::Word(word)) => Ok(T::read(word)),
            Some(_) => Err(Fault::new(format_args!("the table of the law misnames `{name}`"))),
        }
    }

    /// Several words.
    ///
    /// # Errors
    /// As [`Self::get`].
    pub fn words<T: Word>(&self, name: &str) -> Result<Vec<T>, Fault> {
        match self.value(name) {
            Some(Value::Words(words)) => Ok(words.iter().filter_map(|word| T::read(word)).collect()),
            _ => Err(Fault::new(format_args!("the table of the law misnames `{name}`"))),
        }
    }
}

macro_rules! taken {
    ($($type:ty = $variant:ident),+ $(,)?) => {$(
        impl Taken for $type {
            fn take(value: Option<&Value>) -> Option<Self> {
                if let Some(Value::$variant(it)) = value { Some(it.clone()) } else { None }
            }
        }
    )+};
}
taken!(u32 = Number, bool = YesNo, Day = Day, String = Text, Vec<Unit> = Units, Vec<Tally> = Tallies, Vec<AreaCode> = Areas);

impl Taken for u16 {
    fn take(value: Option<&Value>) -> Option<Self> {
        u32::take(value).and_then(|number| Self::try_from(number).ok())
    }
}

impl<T: Taken> Taken for Option<T> {
    fn take(value: Option<&Value>) -> Option<Self> {
        if value.is_none() { Some(None) } else { T::take(value).map(Some) }
    }
}
