//! Closed lists of words that the law tells apart, each with the other spellings under which people know it.

use crate::Value;

/// A word of a closed list.
pub trait Word: Copy + Eq + 'static {
    /// What the keys of the words' sentences begin with.
    const GROUP: &'static str;
    /// All of them, in the order of the list.
    const ALL: &'static [Self];

    /// The word in JSON, forms and addresses.
    fn word(self) -> &'static str;

    /// Other spellings that are taken for it: the Chinese word, the short form.
    fn also(self) -> &'static [&'static str];

    /// Reads the word or another spelling of it.
    #[must_use]
    fn read(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|word| word.word() == text || word.also().contains(&text))
    }

    /// The key of the word's own sentence.
    #[must_use]
    fn key(self) -> String {
        let plain = self.word().replace('_', "-").replace('>', "over-").replace('/', "-");
        format!("{}{plain}", Self::GROUP)
    }

    /// The word as a value of a step, to be said in the reader's language.
    #[must_use]
    fn said(self) -> Value {
        Value::Word(self.key())
    }
}

/// Declares an enum of words: `Variant = "word" | "other spelling"`; `as` names what the keys of their sentences begin with.
#[macro_export]
macro_rules! words {
    ($(#[$meta:meta])* pub enum $name:ident as $group:literal {
        $($(#[$doc:meta])* $variant:ident = $text:literal $(| $other:literal)*),+ $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* $variant),+ }

        impl $crate::Word for $name {
            const GROUP: &'static str = $group;
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            fn word(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }
            fn also(self) -> &'static [&'static str] {
                match self { $(Self::$variant => &[$($other),*]),+ }
            }
        }
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str($crate::Word::word(*self))
            }
        }
    };
}
