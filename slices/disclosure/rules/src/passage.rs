//! Passages that may name somebody: found by simple patterns, hidden or kept by a person.

use suggestions_rules::AssignmentId;

use crate::finders;

/// A passage of a text, in characters from its beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Passage {
    /// Its first character.
    pub from: usize,
    /// The character after its last.
    pub to: usize,
    /// What it seems to be.
    pub kind: PassageKind,
}

/// What a passage seems to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PassageKind {
    /// 身份证号码.
    Identity,
    /// 银行账号.
    Account,
    /// 电话号码.
    Phone,
    /// 电子邮箱.
    Email,
    /// 车牌号码.
    Plate,
    /// 住址.
    Address,
    /// 姓名 of somebody who is no part of it.
    Name,
    /// Words the office named itself.
    Words,
}

/// What of a matter a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The title.
    Title,
    /// The suggestion.
    Body,
    /// The letter of a unit.
    Reply(AssignmentId),
}

impl PassageKind {
    /// All of them.
    pub const ALL: [Self; 8] =
        [Self::Identity, Self::Account, Self::Phone, Self::Email, Self::Plate, Self::Address, Self::Name, Self::Words];

    /// The word in rows, JSON and locale keys.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Account => "account",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Plate => "plate",
            Self::Address => "address",
            Self::Name => "name",
            Self::Words => "words",
        }
    }

    /// Reads the word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

impl std::fmt::Display for Part {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Title => f.write_str("title"),
            Self::Body => f.write_str("body"),
            Self::Reply(part) => part.fmt(f),
        }
    }
}

impl std::str::FromStr for Part {
    type Err = uuid::Error;
    fn from_str(word: &str) -> Result<Self, Self::Err> {
        match word {
            "title" => Ok(Self::Title),
            "body" => Ok(Self::Body),
            part => part.parse().map(Self::Reply),
        }
    }
}

/// The passages of a text that may name somebody, in its order, none across another. `names` are those that are to be found
/// wherever they stand; of `secret` ones, of signers who are not to be known, nothing stays, not even the family name, and
/// what crosses them goes with them.
#[must_use]
pub fn propose(text: &str, names: &[String], secret: &[String]) -> Vec<Passage> {
    let chars: Vec<char> = text.chars().map(narrow).collect();
    let mut found = finders::numbers(&chars);
    found.extend(finders::emails(&chars));
    found.extend(finders::plates(&chars));
    found.extend(finders::addresses(&chars));
    found.extend(finders::people(&chars));
    let named = names.iter().flat_map(|name| spelled(text, name, PassageKind::Name));
    found.extend(named);
    for mut hidden in secret.iter().flat_map(|name| spelled(text, name, PassageKind::Words)) {
        let crosses = |it: &Passage| it.from < hidden.to && hidden.from < it.to;
        let (crossing, rest): (Vec<Passage>, Vec<Passage>) = found.into_iter().partition(crosses);
        for it in crossing {
            (hidden.from, hidden.to) = (hidden.from.min(it.from), hidden.to.max(it.to));
        }
        found = rest;
        found.push(hidden);
    }
    apart(found)
}

/// Every place where a name stands, with blanks between its characters or without: 王明, 王　明.
fn spelled(text: &str, name: &str, kind: PassageKind) -> Vec<Passage> {
    let chars: Vec<char> = text.chars().collect();
    let name: Vec<char> = name.chars().filter(|c| !finders::blank(*c)).collect();
    let mut found: Vec<Passage> = Vec::new();
    for from in 0..chars.len() {
        let free = found.last().is_none_or(|last| last.to <= from);
        let to = if free { spelled_to(&chars, from, &name) } else { None };
        found.extend(to.map(|to| Passage { from, to, kind }));
    }
    found
}

/// Where a name ends that begins here.
fn spelled_to(chars: &[char], from: usize, name: &[char]) -> Option<usize> {
    let mut at = from;
    for (nth, letter) in name.iter().enumerate() {
        if nth > 0 {
            let rest = chars.get(at..)?.iter().take(finders::MOST_BLANKS);
            at += rest.take_while(|c| finders::blank(**c)).count();
        }
        if chars.get(at) != Some(letter) {
            return None;
        }
        at += 1;
    }
    (at > from).then_some(at)
}

/// Every place where these words stand.
#[must_use]
pub fn occurrences(text: &str, words: &str, kind: PassageKind) -> Vec<Passage> {
    let length = words.chars().count();
    if length == 0 {
        return Vec::new();
    }
    let at = |(byte, _): (usize, &str)| {
        let from = text.get(..byte).map_or(0, |before| before.chars().count());
        Passage { from, to: from + length, kind }
    };
    text.match_indices(words).map(at).collect()
}

/// The text with these passages hidden; of a name the family name stays, as offices write it.
#[must_use]
pub fn redact(text: &str, hidden: &[Passage]) -> String {
    let mut hidden = hidden.to_vec();
    let whole: Vec<Passage> = hidden.iter().copied().filter(|it| it.kind != PassageKind::Name).collect();
    for name in hidden.iter_mut().filter(|it| it.kind == PassageKind::Name) {
        // What hides the family name with other words leaves none of it.
        if whole.iter().any(|it| it.from <= name.from && name.from < it.to) {
            name.kind = PassageKind::Words;
        }
    }
    hidden.sort_unstable();
    let chars: Vec<char> = text.chars().collect();
    let mut shown = String::with_capacity(text.len());
    let mut at = 0;
    for passage in hidden {
        let Some(piece) = chars.get(passage.from.max(at)..passage.to).filter(|piece| !piece.is_empty()) else {
            continue;
        };
        shown.extend(chars.get(at..passage.from.max(at)).unwrap_or_default());
        match passage.kind {
            PassageKind::Name if passage.from >= at => {
                shown.extend(piece.first());
                shown.push_str("××");
            }
            _ => shown.push_str("×××"),
        }
        at = passage.to;
    }
    shown.extend(chars.get(at..).unwrap_or_default());
    shown
}

/// Of passages that cross one another the one that begins first stays, and of those the longest.
fn apart(mut found: Vec<Passage>) -> Vec<Passage> {
    found.sort_by_key(|passage| (passage.from, std::cmp::Reverse(passage.to), passage.kind));
    let mut end = 0;
    found.retain(|passage| {
        let stays = passage.from >= end;
        end = if stays { passage.to } else { end };
        stays
    });
    found
}

/// Digits, letters and signs of full width as those of half width: one character for one.
fn narrow(c: char) -> char {
    match u32::from(c) {
        code @ 0xFF01..=0xFF5E => char::from_u32(code - 0xFEE0).unwrap_or(c),
        0x2010..=0x2015 => '-',
        _ => c,
    }
}
