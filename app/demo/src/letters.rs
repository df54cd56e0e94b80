//! Reply letters (答复函) in the form of Hunan's counties, and what deputies and offices write beside their decisions.

use crate::{Chance, Grammar, Matter, Spot};

/// The four classes of results, in the order of the canonical scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, PartialOrd, Ord)]
pub enum Mark {
    /// Solved.
    #[default]
    A,
    /// Being solved, with a date.
    B,
    /// Planned, without a date.
    C,
    /// Not now; for reference.
    D,
}

/// A reply letter without its head and seal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// 文号: 桃交函〔2026〕12号.
    pub number: String,
    /// From the salutation to the thanks.
    pub text: String,
}

impl Mark {
    /// The letter printed at the head.
    #[must_use]
    pub const fn letter(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
            Self::D => "D",
        }
    }

    const fn line(self) -> u8 {
        match self {
            Self::A => b'A',
            Self::B => b'B',
            Self::C => b'C',
            Self::D => b'D',
        }
    }
}

impl Letter {
    /// Writes a reply. `number` is the document's number, `finish` the month in which what is promised will be done: 2026年6月.
    #[must_use]
    pub fn write(grammar: &Grammar, matter: &Matter, spot: &Spot, chance: &mut Chance, about: &About<'_>) -> Self {
        let common = &grammar.common;
        let mut text = format!("{}代表：\n您提出的《{}》收悉。", about.deputy, about.title);
        spot.fill(chance.text(common.of(b'b')), &mut text);
        text.push_str("现答复如下：");
        let points = matter.lines.of(b'p');
        let count = usize::try_from(chance.between(2, 4)).unwrap_or(2);
        for (nth, at) in chance.places(count, points.len()).into_iter().enumerate() {
            text.push_str(&format!("\n{}、", ["一", "二", "三", "四"].get(nth).copied().unwrap_or("五")));
            spot.fill(points.get(at).copied().unwrap_or_default(), &mut text);
        }
        text.push('\n');
        spot.fill(chance.text(common.of(b'm')), &mut text);
        let closing = chance.text(common.of(about.mark.line()));
        text.push_str(&closing.replace("{完成}", about.finish));
        text.push('\n');
        text.push_str(chance.text(common.of(b'e')));
        Self { number: about.number.to_owned(), text }
    }
}

/// What a letter answers.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// The lead deputy's name.
    pub deputy: &'a str,
    /// The suggestion's title.
    pub title: &'a str,
    /// The class of the result.
    pub mark: Mark,
    /// The document number.
    pub number: &'a str,
    /// When promised things will be done: 2026年6月.
    pub finish: &'a str,
}

/// What a person writes beside a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remark {
    /// A deputy who is satisfied.
    Satisfied,
    /// A deputy who is fairly satisfied.
    Fair,
    /// A deputy who is not.
    Dissatisfied,
    /// An office that returns a suggestion for editing.
    Returned,
    /// A co-unit that gives its opinion to the lead unit.
    Opinion,
    /// A deputy who insists on a paper that the office would not take as a suggestion.
    Insisted,
    /// A unit that holds a matter to be another's; `{单位}` is the unit proposed.
    Objected,
    /// An office that passes it on to `{单位}`.
    PassedOn,
    /// An office that does not.
    Kept,
    /// A unit that needs more time.
    Extension,
    /// An office that gives it.
    Granted,
    /// An office that does not.
    NotGranted,
}

/// One remark of that kind.
pub fn remark<'a>(grammar: &'a Grammar, kind: Remark, chance: &mut Chance) -> &'a str {
    let line = match kind {
        Remark::Satisfied => b'y',
        Remark::Fair => b'h',
        Remark::Dissatisfied => b'x',
        Remark::Returned => b'v',
        Remark::Opinion => b'k',
        Remark::Insisted => b'i',
        Remark::Objected => b'j',
        Remark::PassedOn => b'p',
        Remark::Kept => b'q',
        Remark::Extension => b't',
        Remark::Granted => b'g',
        Remark::NotGranted => b'n',
    };
    chance.text(grammar.common.of(line))
}

/// Why a paper is not taken as a suggestion, and what becomes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding<'a> {
    /// The code of the ground in the default rule book.
    pub ground: &'a str,
    /// The code of the disposal.
    pub disposal: &'a str,
    /// What the office wrote.
    pub words: &'a str,
}

/// One such finding.
pub fn finding<'a>(grammar: &'a Grammar, chance: &mut Chance) -> Finding<'a> {
    let mut words = chance.text(grammar.common.of(b'w')).splitn(3, ' ');
    let mut next = || words.next().unwrap_or_default();
    Finding { ground: next(), disposal: next(), words: next() }
}
