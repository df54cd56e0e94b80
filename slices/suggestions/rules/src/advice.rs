//! What a deputy is told while writing: advice, never a refusal. Checking a paper stays with people (suggestions.md §4, §5, §16).

use crate::RuleBook;

/// Digits of a mobile number, and of an identity number without its check character.
const NUMBERS: [usize; 3] = [11, 17, 18];

/// Something the writer may want to know before handing it in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Advice {
    /// The office might find that it is no suggestion: the code of the ground, and the word that points to it.
    Ground {
        /// `litigation`.
        code: String,
        /// As it stands in the text.
        word: String,
    },
    /// It may speak of more than one matter (一事一议): the word that points to it.
    Several(String),
    /// It asks for nothing yet.
    NoRequest,
    /// The title has so many characters.
    LongTitle(usize),
    /// A telephone or identity number stands in it, which everybody would read once it is published.
    Personal,
}

impl Advice {
    /// The word in JSON and in locale keys.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Ground { .. } => "ground",
            Self::Several(_) => "several",
            Self::NoRequest => "no-request",
            Self::LongTitle(_) => "long-title",
            Self::Personal => "personal",
        }
    }
}

/// What may be said of a title and text under these rules, the weightiest first; one line for each ground.
#[must_use]
pub fn advice(title: &str, body: &str, book: &RuleBook) -> Vec<Advice> {
    let found = |words: &[String]| words.iter().find(|word| title.contains(*word) || body.contains(*word)).cloned();
    let grounds = book.hints.iter().filter(|hint| book.ground(&hint.code).is_some());
    let grounds =
        grounds.filter_map(|hint| Some(Advice::Ground { code: hint.code.clone(), word: found(&hint.words)? }));
    let several = found(&book.several_words.value).map(Advice::Several);
    let most = usize::from(book.title_length.value);
    let silent =
        body.chars().count() >= usize::from(book.request_from.value) && found(&book.request_words.value).is_none();
    let long = Some(title.chars().count()).filter(|count| *count > most).map(Advice::LongTitle);
    let all = grounds.chain(several).chain(silent.then_some(Advice::NoRequest)).chain(long);
    all.chain(names_somebody(body).then_some(Advice::Personal)).collect()
}

/// Whether a run of digits is as long as a mobile or an identity number.
fn names_somebody(text: &str) -> bool {
    let mut runs = text.split(|c: char| !c.is_ascii_digit());
    runs.any(|run| NUMBERS.contains(&run.len()))
}
