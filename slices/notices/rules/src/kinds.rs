//! How the kinds of notices are declared.

/// Declares the enum, its words and its topics from one line per kind.
macro_rules! kinds {
    ($($(#[$about:meta])+ $name:ident $word:literal $topic:ident;)+) => {
        /// What a notice tells.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Kind { $($(#[$about])+ $name,)+ }

        impl Kind {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// The word in rows and locale keys.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)+ }
            }

            /// What it is about.
            #[must_use]
            pub const fn topic(self) -> Topic {
                match self { $(Self::$name => Topic::$topic,)+ }
            }

            /// Whether it is never worth a letter of its own: who wants letters at once reads it in the next one, or in the day's.
            #[must_use]
            pub const fn waits(self) -> bool {
                matches!(self, Self::OfficeRoomNoted)
            }

            /// Reads the word.
            #[must_use]
            pub fn read(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|kind| kind.word() == word)
            }
        }
    };
}

pub(crate) use kinds;
