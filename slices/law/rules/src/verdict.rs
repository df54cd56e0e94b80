//! A verdict: what came out, the sentence that decides, and the working step by step.

use kernel::Day;
use serde::Serialize;

use crate::{Act, Article, Word as _};

/// What a step rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The text of a law.
    Article(Article),
    /// Our reading where the text is silent; another reading is possible.
    Reading,
    /// The rule of a province, a county or a method adopted by the body; it differs from place to place.
    Local,
}

/// A value in the sentence of a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// A count.
    Number(i64),
    /// A day.
    Day(Day),
    /// The key of a word, to be said in the reader's language.
    Word(String),
    /// Several such words.
    Words(Vec<String>),
    /// What somebody typed: a name.
    Text(String),
    /// Several names.
    Texts(Vec<String>),
}

/// One step of the working: the key of its sentence with the values, and what it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The key of the sentence in the locale files.
    pub key: &'static str,
    /// Values for the sentence's places, each with its name.
    pub values: Vec<(&'static str, Value)>,
    /// What it rests on; nothing for plain arithmetic.
    pub basis: Option<Basis>,
}

/// Says the sentence of a key of the locale files, with the values of its places, in the reader's language.
pub type Say<'a> = &'a dyn Fn(&str, &[(&str, String)]) -> String;

impl Step {
    /// A step whose sentence has no places yet.
    #[must_use]
    pub const fn new(key: &'static str) -> Self {
        Self { key, values: Vec::new(), basis: None }
    }

    /// Fills one place of the sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.values.push((name, value.into()));
        self
    }

    /// The step rests on an article.
    #[must_use]
    pub const fn by(mut self, law: Act, article: u16) -> Self {
        self.basis = Some(Basis::Article(Article::of(law, article)));
        self
    }

    /// The step rests on an article chosen elsewhere, or on nothing.
    #[must_use]
    pub fn citing(mut self, article: Option<Article>) -> Self {
        self.basis = article.map(Basis::Article);
        self
    }

    /// The step is our reading.
    #[must_use]
    pub const fn reading(mut self) -> Self {
        self.basis = Some(Basis::Reading);
        self
    }

    /// The step is a local rule.
    #[must_use]
    pub const fn local(mut self) -> Self {
        self.basis = Some(Basis::Local);
        self
    }

    /// The sentence of the step; `close` writes as Chinese does.
    #[must_use]
    pub fn said(&self, say: Say<'_>, close: bool) -> String {
        let word = |key: &str| say(key, &[]);
        let values: Vec<_> = self.values.iter().map(|(name, value)| (*name, value.said(&word, close))).collect();
        say(self.key, &values)
    }

    /// 选举法第四十五条 and the like; empty for plain arithmetic.
    #[must_use]
    pub fn rests_on(&self, say: Say<'_>) -> String {
        match self.basis {
            Some(Basis::Article(article)) => {
                let law = say(&article.law.key(), &[]);
                say("law-article", &[("law", law), ("article", article.article.to_string())])
            }
            Some(Basis::Reading) => say("law-basis-reading", &[]),
            Some(Basis::Local) => say("law-basis-local", &[]),
            None => String::new(),
        }
    }
}

/// What a function of the law answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict<T> {
    /// What came out.
    pub value: T,
    /// The sentence that decides; its key is the code of the reason.
    pub reason: Step,
    /// How it came out, in order.
    pub working: Vec<Step>,
}

impl<T> Verdict<T> {
    /// A verdict with its working.
    #[must_use]
    pub const fn new(value: T, reason: Step, working: Vec<Step>) -> Self {
        Self { value, reason, working }
    }

    /// The articles it rests on, each once, in the order of the working.
    pub fn articles(&self) -> Vec<Article> {
        let mut articles = Vec::new();
        for step in self.working.iter().chain([&self.reason]) {
            if let Some(Basis::Article(article)) = step.basis
                && !articles.contains(&article)
            {
                articles.push(article);
            }
        }
        articles
    }

    /// The same verdict about something made of its value.
    pub fn map<U>(self, of: impl FnOnce(T) -> U) -> Verdict<U> {
        Verdict { value: of(self.value), reason: self.reason, working: self.working }
    }
}

impl Value {
    /// The value in a sentence: `word` says keys in the reader's language, `close` writes as Chinese does.
    #[must_use]
    pub fn said(&self, word: &dyn Fn(&str) -> String, close: bool) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Day(day) => day.to_string(),
            Self::Word(key) => word(key),
            Self::Words(keys) => {
                let words: Vec<_> = keys.iter().map(|key| word(key)).collect();
                words.join(if close { "" } else { " " })
            }
            Self::Text(text) => text.clone(),
            Self::Texts(texts) => texts.join(if close { "、" } else { ", " }),
        }
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Number(i64::from(number))
    }
}
impl From<u64> for Value {
    fn from(number: u64) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}
impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}
impl From<i32> for Value {
    fn from(number: i32) -> Self {
        Self::Number(i64::from(number))
    }
}
impl From<Day> for Value {
    fn from(day: Day) -> Self {
        Self::Day(day)
    }
}
impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<Vec<String>> for Value {
    fn from(texts: Vec<String>) -> Self {
        Self::Texts(texts)
    }
}
