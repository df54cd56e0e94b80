//! The rule book: what differs between places is data, each entry citing its document.
//!
//! A book is laid in three sheets: the Hunan default, the congress's own entries, the entries of one term. An entry of a
//! later sheet replaces the one with the same key.

mod disclosure;
mod excess;
mod opinions;
mod read;
mod sources;

use std::{collections::BTreeMap, fmt};

use kernel::Span;

pub use disclosure::DisclosureRules;
pub use excess::Excess;
pub use opinions::OpinionRules;
use read::{
    after_return, any_named, characters, class, hundredths, listed, minutes, named, one_of, read_line, required,
    rounds, ruled, series, span, words,
};
pub use sources::{DocumentSource, sources};

use crate::{Category, ContactWay, Demand, Hint, Limit, Listed, Mapping, NumberPattern, Question, ResultClass, Series};

const HUNAN: &str = include_str!("../data/hunan-default.csv");

/// How surely an entry's document was read (suggestions.md, “How sure”).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// In an official page or legal text.
    A,
    /// In a press report, an article or a mirror copy.
    B,
    /// From knowledge of the law, not read again.
    C,
    /// Proposed by this system.
    D,
}

/// One entry as it stands in a book.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Entry {
    /// `limit.reply`, `class.A`, `number.pattern`.
    pub key: String,
    /// `3 months`, `solved 已经解决或基本解决`, `第{n}号`.
    pub value: String,
    /// How sure.
    pub grade: Grade,
    /// The document it rests on.
    pub document: String,
}

/// A value read from an entry, together with the entry's document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruled<T> {
    /// The value.
    pub value: T,
    /// How sure.
    pub grade: Grade,
    /// The document.
    pub document: String,
}

/// An entry that cannot be read, or one that is needed and absent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleBookError {
    /// The entry's key.
    pub key: String,
    /// What is wrong.
    pub problem: String,
}

/// The rules of one congress and term, read and whole.
#[derive(Clone, Debug)]
pub struct RuleBook {
    entries: BTreeMap<String, Entry>,
    retired: BTreeMap<String, Entry>,
    limits: BTreeMap<Limit, Span>,
    /// How numbers are written.
    pub number_pattern: Ruled<NumberPattern>,
    /// What shares one run of numbers.
    pub number_series: Ruled<Series>,
    /// Whether the assigning body checks a reply before it is signed (审核).
    pub reply_is_checked: Ruled<bool>,
    /// Whether a reply answers each request of the suggestion with a measure or a reason (逐项答复).
    pub reply_points: Ruled<Demand>,
    /// How many rulings on objections a part may go through; after the last the unit keeps it (退办次数).
    pub objection_rounds: Ruled<u16>,
    /// How often a unit may be given more time for one part (延期次数).
    pub extension_rounds: Ruled<u16>,
    /// How many replies must have been rejected before it may be closed all the same (不满意办结).
    pub close_rounds: Ruled<u16>,
    /// Whether 不满意 with the work alone rejects a reply too, not only with the result.
    pub redo_either_score: Ruled<bool>,
    /// Whether the word of every signer rejects a reply, not only the lead deputy's.
    pub redo_every_signer: Ruled<bool>,
    /// Whether the office waits for the end of the window before a unit handles it again, so that every signer has been heard; else it
    /// may order it at the first 不满意.
    pub redo_after_window: Ruled<bool>,
    /// How often one signer, or the office, may doubt the class of one reply (结果类别异议次数).
    pub class_doubts: Ruled<u16>,
    /// How often a unit may move the day of one promise (承诺期限调整次数).
    pub promise_changes: Ruled<u16>,
    /// Whether a reply whose class says that work is going on must carry a promise.
    pub promise_before_signing: Ruled<Demand>,
    /// The congress's own classes of results, by code.
    pub classes: Vec<ResultClass>,
    /// The congress's own categories, in the order of the book's lines.
    pub categories: Vec<Category>,
    /// To what of the list of the level above each category is mapped, so that exports can be summed (汇总分类); may be empty.
    pub mappings: Vec<Mapping>,
    /// For how many minutes a clerk who opens a paper to check it has it (审查占用).
    pub check_hold: Ruled<u16>,
    /// Whether a paper must have been returned for editing before it may be refused.
    pub refusal_after_return: Ruled<bool>,
    /// Whether a refusal needs the lead deputy's word.
    pub refusal_acknowledged: Ruled<bool>,
    /// Grounds on which a paper is not taken as a suggestion.
    pub grounds: Vec<Listed>,
    /// What becomes of such a paper.
    pub disposals: Vec<Listed>,
    /// What the form of judgement asks beside the scores (征询意见表的选答项); a congress may ask nothing more.
    pub questions: Vec<Question>,
    /// Words that point to a ground, told to who writes (负面清单提示).
    pub hints: Vec<Hint>,
    /// Words that point to a second matter in one paper.
    pub several_words: Ruled<Vec<String>>,
    /// Words with which something is asked for.
    pub request_words: Ruled<Vec<String>>,
    /// From so many characters on a text can be expected to ask for something.
    pub request_from: Ruled<u16>,
    /// A title of more characters is called long.
    pub title_length: Ruled<u16>,
    /// Words with which a reply says that another unit is to be asked.
    pub elsewhere_words: Ruled<Vec<String>>,
    /// Words of courtesy: what a reply says with them answers nothing.
    pub courtesy_words: Ruled<Vec<String>>,
    /// So many characters must be left of a reply that names another unit, courtesies aside.
    pub substance: Ruled<u16>,
    /// From so many hundredths word for word on a reply is told to repeat the last one (照抄); 0 looks at none.
    pub copied: Ruled<u16>,
    /// Ways in which a unit talks with a deputy.
    pub contact_ways: Vec<ContactWay>,
    /// Whether a unit must have talked with a signer before its reply is signed.
    pub contact_before_signing: Ruled<Demand>,
    /// Whether it must have met the lead deputy, where the deputy asked for it.
    pub contact_meeting: Ruled<Demand>,
    /// Whether a meeting face to face is kept before a matter is closed as dissatisfied (当面协商).
    pub close_meeting: Ruled<Demand>,
    /// Whether those without a part in it read what the deputy wants published only once it is closed, and not from its number on.
    pub published_when_closed: Ruled<bool>,
    /// What of it comes before the public (公开).
    pub disclosure: DisclosureRules,
    /// How soon an opinion of a constituent is answered (群众意见).
    pub opinions: OpinionRules,
    /// Where matters belong that a congress does not handle (告知渠道).
    pub channels: Vec<Listed>,
}

impl RuleBook {
    /// The default of Hunan, from `data/hunan-default.csv`.
    ///
    /// # Errors
    /// Never with the data shipped; the signature is that of [`RuleBook::lay`].
    pub fn hunan() -> Result<Self, RuleBookError> {
        Self::lay(Vec::new())
    }

    /// The Hunan default with a congress's and then a term's entries laid over it.
    ///
    /// An entry without a value retires the one below it: that is how a congress with three classes drops the fourth. What is
    /// retired is given to nothing new and stays readable where it was given; [`RETIRED`] keeps its words.
    ///
    /// # Errors
    /// Names the first entry that cannot be read.
    pub fn lay(over: Vec<Entry>) -> Result<Self, RuleBookError> {
        let mut entries: BTreeMap<String, Entry> = BTreeMap::new();
        let mut retired = BTreeMap::new();
        let mut order = Vec::new();
        let lines = HUNAN.lines().skip(1).map(read_line);
        for entry in lines.chain(over.into_iter().map(Ok)) {
            let entry = entry?;
            if let Some(words) = entry.retires() {
                let below = entries.remove(&entry.key).map(|below| below.value);
                let value = if words.is_empty() { below.unwrap_or_default() } else { words.to_owned() };
                retired.insert(entry.key.clone(), Entry { value, ..entry });
                continue;
            }
            retired.remove(&entry.key);
            if !order.contains(&entry.key) {
                order.push(entry.key.clone());
            }
            entries.insert(entry.key.clone(), entry);
        }
        Self::read(entries, retired, &order)
    }

    fn read(
        entries: BTreeMap<String, Entry>,
        retired: BTreeMap<String, Entry>,
        order: &[String],
    ) -> Result<Self, RuleBookError> {
        let mut limits = BTreeMap::new();
        for limit in Limit::ALL {
            limits.insert(limit, ruled(&entries, limit.key(), span)?.value);
        }
        let present: Vec<&Entry> = order.iter().filter_map(|key| entries.get(key)).collect();
        let classes = named(&present, "class.", class)?;
        let categories = named(&present, "category.", |code, name| Ok(Category { code, name: name.to_owned() }))?;
        Ok(Self {
            check_hold: ruled(&entries, "check.hold", minutes)?,
            refusal_after_return: ruled(&entries, "check.refusal", after_return)?,
            refusal_acknowledged: ruled(&entries, "check.acknowledge", required)?,
            grounds: named(&present, "ground.", listed)?,
            disposals: named(&present, "disposal.", listed)?,
            questions: any_named(&present, "form.", Question::read)?,
            hints: named(&present, "hint.", |code, text| Ok(Hint { code, words: words(text)? }))?,
            several_words: ruled(&entries, "advice.several", words)?,
            request_words: ruled(&entries, "advice.request", words)?,
            request_from: ruled(&entries, "advice.request-from", characters)?,
            title_length: ruled(&entries, "advice.title-length", characters)?,
            elsewhere_words: ruled(&entries, "reply.elsewhere", words)?,
            courtesy_words: ruled(&entries, "reply.courtesy", words)?,
            substance: ruled(&entries, "reply.substance", characters)?,
            copied: ruled(&entries, "reply.copied", hundredths)?,
            contact_ways: named(&present, "contact-way.", ContactWay::read)?,
            contact_before_signing: ruled(&entries, "contact.before-signing", Demand::read)?,
            contact_meeting: ruled(&entries, "contact.meeting", Demand::read)?,
            close_meeting: ruled(&entries, "close.meeting", Demand::read)?,
            published_when_closed: ruled(&entries, "published.see", |word| one_of(word, "closed", "numbered"))?,
            disclosure: DisclosureRules::read(&entries)?,
            opinions: OpinionRules::read(&entries)?,
            channels: named(&present, "channel.", listed)?,
            mappings: any_named(&present, "mapping.", Mapping::read)?,
            limits,
            number_pattern: ruled(&entries, "number.pattern", NumberPattern::parse)?,
            number_series: ruled(&entries, "number.series", series)?,
            reply_is_checked: ruled(&entries, "reply.check", required)?,
            reply_points: ruled(&entries, "reply.points", Demand::read)?,
            objection_rounds: ruled(&entries, "objection.rounds", rounds)?,
            extension_rounds: ruled(&entries, "extension.rounds", rounds)?,
            close_rounds: ruled(&entries, "close.rounds", rounds)?,
            redo_either_score: ruled(&entries, "redo.scores", |word| one_of(word, "either", "result"))?,
            redo_every_signer: ruled(&entries, "redo.signers", |word| one_of(word, "every", "lead-only"))?,
            redo_after_window: ruled(&entries, "redo.order", |word| one_of(word, "after-window", "at-once"))?,
            class_doubts: ruled(&entries, "class-doubt.rounds", rounds)?,
            promise_changes: ruled(&entries, "promise.changes", rounds)?,
            promise_before_signing: ruled(&entries, "promise.before-signing", Demand::read)?,
            classes,
            categories,
            entries,
            retired,
        })
    }

    /// The choices of an entry that has two.
    #[must_use]
    pub fn choices(key: &str) -> Option<[&'static str; 2]> {
        match key {
            "redo.scores" => Some(["either", "result"]),
            "redo.signers" => Some(["lead-only", "every"]),
            "redo.order" => Some(["at-once", "after-window"]),
            "published.see" => Some(["numbered", "closed"]),
            _ => DisclosureRules::choices(key),
        }
    }

    /// How long a step may take.
    #[must_use]
    pub fn span(&self, limit: Limit) -> Span {
        // INVARIANT: `read` has put every limit in.
        self.limits.get(&limit).copied().unwrap_or(Span::Days(0))
    }

    /// The entry as it stands, with its document. An unknown key gives an entry without value.
    #[must_use]
    pub fn entry(&self, key: &str) -> Entry {
        self.entries.get(key).cloned().unwrap_or_else(|| Entry {
            key: key.to_owned(),
            value: String::new(),
            grade: Grade::D,
            document: String::new(),
        })
    }

    /// All entries by key.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.values()
    }

    /// The classes, categories, grounds, disposals and ways of talking that are given to nothing new any more, as they last read.
    pub fn retired(&self) -> impl Iterator<Item = &Entry> {
        self.retired.values()
    }

    /// The name of a category, a ground or a disposal, in force or retired: old matters stay readable. Empty where there was none.
    #[must_use]
    pub fn name_of(&self, family: &str, code: &str) -> &str {
        let key = format!("{family}.{code}");
        self.entries.get(&key).or_else(|| self.retired.get(&key)).map_or("", |entry| entry.value.as_str())
    }

    /// The codes and names of all categories, those in force first.
    pub fn every_category(&self) -> impl Iterator<Item = (&str, &str)> {
        let retired = self.retired.values();
        let retired = retired.filter_map(|entry| Some((entry.key.strip_prefix("category.")?, entry.value.as_str())));
        self.categories.iter().map(|one| (one.code.as_str(), one.name.as_str())).chain(retired)
    }

    /// The class of that code in this congress's dictionary.
    #[must_use]
    pub fn class(&self, code: &str) -> Option<&ResultClass> {
        self.classes.iter().find(|class| class.code == code)
    }

    /// The ground of that code in this congress's list.
    #[must_use]
    pub fn ground(&self, code: &str) -> Option<&Listed> {
        self.grounds.iter().find(|ground| ground.code == code)
    }

    /// The disposal of that code in this congress's list.
    #[must_use]
    pub fn disposal(&self, code: &str) -> Option<&Listed> {
        self.disposals.iter().find(|disposal| disposal.code == code)
    }

    /// To what of the list above a category is mapped; nothing where the congress says nothing of it.
    #[must_use]
    pub fn mapping(&self, category: &str) -> Option<&Mapping> {
        self.mappings.iter().find(|mapping| mapping.category == category)
    }

    /// The category of that code in this congress's dictionary.
    #[must_use]
    pub fn category(&self, code: &str) -> Option<&Category> {
        self.categories.iter().find(|category| category.code == code)
    }
}

/// The lists of a book to which a congress adds entries of its own and which it retires entries of.
pub const DICTIONARIES: [&str; 9] =
    ["class", "category", "ground", "disposal", "contact-way", "hint", "form", "channel", "mapping"];

/// What stands before the last value of a retired entry of a list.
pub const RETIRED: char = '-';

impl Entry {
    /// The list and the code, where the entry is one of a list.
    #[must_use]
    pub fn listed(&self) -> Option<(&str, &str)> {
        self.key.split_once('.').filter(|(family, _)| DICTIONARIES.contains(family))
    }

    /// The last words of what it retires; nothing where it retires nothing.
    fn retires(&self) -> Option<&str> {
        match self.listed() {
            Some(_) if self.value.starts_with(RETIRED) => self.value.strip_prefix(RETIRED),
            _ => self.value.is_empty().then_some(""),
        }
    }
}

impl Grade {
    /// The letter.
    #[must_use]
    pub const fn letter(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
            Self::D => "D",
        }
    }

    /// Reads the letter.
    #[must_use]
    pub fn read(letter: &str) -> Option<Self> {
        [Self::A, Self::B, Self::C, Self::D].into_iter().find(|grade| grade.letter() == letter)
    }
}

impl fmt::Display for RuleBookError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "rule `{}` {}", self.key, self.problem)
    }
}
impl std::error::Error for RuleBookError {}
