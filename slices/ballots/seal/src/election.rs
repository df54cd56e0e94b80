//! What is voted on, and who may vote.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::{
    group::{Group, Secret, base64},
    message,
};

/// A question with a closed list of answers; names cannot be written in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Question {
    answers: Vec<String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    blank: bool,
    min: u32,
    max: u32,
    question: String,
}

/// What cannot be voted on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// No answers, more than 256, or limits that contradict each other.
    Limits,
    /// No questions, or more than 256.
    Questions,
    /// A credential twice, or one that is no key.
    Credential,
    /// No key: no trustees, the same one twice, or keys that cancel each other.
    Key,
    /// An identity of other than 14 to 40 letters and digits, or with 0, O, I or l among them.
    Uuid,
}

impl Question {
    /// A question of which between `min` and `max` answers are chosen, or, where `blank` says so, none by a blank.
    ///
    /// # Errors
    /// When the limits contradict each other.
    pub fn new(question: &str, answers: Vec<String>, min: u32, max: u32, blank: bool) -> Result<Self, Wrong> {
        let count = u32::try_from(answers.len()).map_err(|_| Wrong::Limits)?;
        if !(1..=256).contains(&count) || min > max || max > count {
            return Err(Wrong::Limits);
        }
        Ok(Self { answers, blank, min, max, question: question.to_owned() })
    }

    /// How many choices a ballot encrypts: one for each answer, and before them one for the blank.
    #[must_use]
    pub const fn width(&self) -> usize {
        self.answers.len() + if self.blank { 1 } else { 0 }
    }

    /// Whether a blank is one of the choices.
    #[must_use]
    pub const fn blank(&self) -> bool {
        self.blank
    }

    /// The least and the most answers chosen.
    #[must_use]
    pub const fn limits(&self) -> (u32, u32) {
        (self.min, self.max)
    }
}

#[derive(Serialize)]
struct Written<'a> {
    version: u32,
    description: &'a str,
    name: &'a str,
    group: &'a str,
    public_key: String,
    questions: &'a [Question],
    uuid: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    administrator: Option<&'a str>,
}

/// Who administers a vote of ours, in its description: whoever has the archive alone then knows that proofs of decryption which name
/// what is opened and what it opens to are published beside it, and does not take it without them.
pub const BOUND: &str = "Lianluo, with decrypt.jsonl";

/// What a vote is called and what it is about.
struct Named<'a> {
    uuid: &'a str,
    name: &'a str,
    description: &'a str,
    administrator: Option<&'a str>,
}

/// A vote: its questions and its key, as everybody knows it.
pub struct Election<G: Group> {
    uuid: String,
    json: String,
    hash: String,
    questions: Vec<Question>,
    key: G::Point,
    table: G::Table,
}

impl<G: Group> Election<G> {
    /// A vote under the sum of the trustees' keys.
    ///
    /// # Errors
    /// When there is no question, no key, or the identity is not of 14 to 40 letters and digits that cannot be mistaken.
    pub fn new(
        uuid: &str,
        name: &str,
        description: &str,
        questions: Vec<Question>,
        key: G::Point,
    ) -> Result<Self, Wrong> {
        Self::named(&Named { uuid, name, description, administrator: None }, questions, key)
    }

    /// The same, promising [`BOUND`].
    ///
    /// # Errors
    /// As [`Election::new`].
    pub fn bound(
        uuid: &str,
        name: &str,
        description: &str,
        questions: Vec<Question>,
        key: G::Point,
    ) -> Result<Self, Wrong> {
        Self::named(&Named { uuid, name, description, administrator: Some(BOUND) }, questions, key)
    }

    fn named(called: &Named<'_>, questions: Vec<Question>, key: G::Point) -> Result<Self, Wrong> {
        let Named { uuid, name, description, administrator } = *called;
        if !(1..=256).contains(&questions.len()) {
            return Err(Wrong::Questions);
        }
        if G::same(&key, &G::zero()) {
            return Err(Wrong::Key);
        }
        let fits = |letter: u8| letter.is_ascii_alphanumeric() && !b"0OIl".contains(&letter);
        if !(14..=40).contains(&uuid.len()) || !uuid.bytes().all(fits) {
            return Err(Wrong::Uuid);
        }
        let written = Written {
            version: 1,
            description,
            name,
            group: G::NAME,
            public_key: G::shown(&key),
            questions: &questions,
            uuid,
            administrator,
        };
        let json = message::write(&written);
        let hash = base64(json.as_bytes());
        let table = G::table(&key);
        Ok(Self { uuid: uuid.to_owned(), json, hash, questions, key, table })
    }

    /// Its identity in the archive.
    #[must_use]
    pub fn uuid(&self) -> &str {
        &self.uuid
    }

    /// As it is published.
    #[must_use]
    pub fn json(&self) -> &str {
        &self.json
    }

    /// The hash that every ballot names.
    #[must_use]
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// What is voted on.
    #[must_use]
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// The key under which choices are encrypted.
    #[must_use]
    pub const fn key(&self) -> &G::Point {
        &self.key
    }

    pub(crate) const fn table(&self) -> &G::Table {
        &self.table
    }
}

/// Who may vote: the public halves of the credentials, sorted, so that their order says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Credentials(BTreeSet<String>);

impl Credentials {
    /// The list as it is frozen.
    ///
    /// # Errors
    /// When one is no key of the group, the neutral element, or there twice.
    pub fn freeze<G: Group>(list: impl IntoIterator<Item = String>) -> Result<Self, Wrong> {
        let mut all = BTreeSet::new();
        for one in list {
            let fits = G::point(&one).is_some_and(|point| !G::same(&point, &G::zero()));
            if !fits || !all.insert(one) {
                return Err(Wrong::Credential);
            }
        }
        Ok(Self(all))
    }

    /// Whether it is in the list.
    #[must_use]
    pub fn has(&self, credential: &str) -> bool {
        self.0.contains(credential)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nobody may vote.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// As it is published.
    #[must_use]
    pub fn json(&self) -> String {
        message::write(&self.0)
    }
}

impl<G: Group> Secret<G> {
    /// The public half as it stands in the list of credentials.
    #[must_use]
    pub fn credential(&self) -> String {
        G::shown(&self.public())
    }
}
