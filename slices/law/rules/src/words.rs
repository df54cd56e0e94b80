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

/// Declares an enum of words: `Variant = "word" | "other spelling"`; `as` names what the keys of their sentences begin with. It is written
/// as its word and read by any spelling, from JSON as from a form.
///
/// Without `pub enum … as`, several at once: words of rows, JSON and keys that people never spell another way.
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
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = <String as serde::Deserialize>::deserialize(from)?;
                let unknown = || serde::de::Error::custom(format_args!("`{text}` is not one of the words"));
                <Self as $crate::Word>::read(&text).ok_or_else(unknown)
            }
        }
    };
    ($($(#[$about:meta])* $name:ident { $($(#[$one:meta])* $variant:ident = $word:literal,)+ })+) => {$(
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name { $($(#[$one])* $variant,)+ }

        impl $name {
            /// All of them, in the order in which they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The word in rows, JSON and locale keys.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// Reads the word.
            #[must_use]
            pub fn read(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.word() == word)
            }
        }
    )+};
}
