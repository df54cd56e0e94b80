//! Arguments from JSON: strict about types, kind about spelling; whatever is wrong is said with what would be right.

use ballots_rules::Tally;
use elections_rules::Unit;
use kernel::{AreaCode, Text};
use kit::web::{Errors, Wrong};
use serde_json::{Map, Value as Json};

use super::{
    Argument, Given, Kind, MOST_LINES, MOST_MEMBERS, MOST_NAME, MOST_PEOPLE, Need, Words, given::Value, typed,
};

impl Given {
    /// Reads the arguments of a function from a JSON object.
    ///
    /// # Errors
    /// Names every argument that is unknown, missing, of the wrong type or out of bounds.
    pub fn from_json(arguments: &[Argument], body: &Map<String, Json>) -> Result<Self, Errors> {
        let (mut given, mut errors) = (Self::default(), Errors::default());
        let names = || arguments.iter().map(|one| one.name).collect::<Vec<_>>().join(", ");
        for name in body.keys().filter(|name| !arguments.iter().any(|one| one.name.eq_ignore_ascii_case(name))) {
            errors.note(name, Wrong::new("law-wrong-unknown").with("name", name).with("names", names()));
        }
        for argument in arguments {
            let sent = body.iter().find(|(name, value)| argument.name.eq_ignore_ascii_case(name) && !value.is_null());
            match argument.read(sent.map(|(_, value)| value)) {
                Ok(value) => value.into_iter().for_each(|value| given.note(argument.name, value)),
                Err(wrong) => errors.note(argument.name, wrong),
            }
        }
        if errors.0.is_empty() { Ok(given) } else { Err(errors) }
    }
}

impl Argument {
    fn read(&self, sent: Option<&Json>) -> Result<Option<Value>, Wrong> {
        match (sent, self.need) {
            (Some(sent), _) => self.kind.read(sent).map(Some),
            (None, Need::Or(default)) => typed::read(self.kind, &[default]),
            (None, Need::May) => Ok(None),
            (None, Need::Must) => Err(Wrong::new("law-wrong-missing").with("name", self.name)),
        }
    }
}

impl Kind {
    fn read(self, sent: &Json) -> Result<Value, Wrong> {
        match self {
            Self::Number(min, max) => number(sent, min, max).map(Value::Number),
            Self::YesNo => sent.as_bool().map(Value::YesNo).ok_or_else(|| got("law-wrong-yes-no", sent)),
            Self::Day => {
                sent.as_str().and_then(|day| day.parse().ok()).map(Value::Day).ok_or_else(|| got("law-wrong-day", sent))
            }
            Self::Text => sent.as_str().and_then(name).map(Value::Text).ok_or_else(|| got("law-wrong-text", sent)),
            Self::Choice(words) => word(words, sent).map(Value::Word),
            Self::Choices(words) => {
                let list = lines(sent)?.iter().map(|one| word(words, one)).collect::<Result<_, _>>()?;
                Ok(Value::Words(list))
            }
            Self::Units => units(sent).map(Value::Units),
            Self::Tallies => tallies(sent).map(Value::Tallies),
            Self::Areas => {
                let area = |one: &Json| one.as_str().and_then(|code| AreaCode::parse(code).ok());
                let all: Option<Vec<AreaCode>> = lines(sent)?.iter().map(area).collect();
                all.map(Value::Areas).ok_or_else(|| got("law-wrong-areas", sent))
            }
        }
    }
}

/// What was sent, cut short, for the sentence.
fn got(key: &'static str, sent: &Json) -> Wrong {
    let text = sent.to_string();
    let short: String = text.chars().take(40).collect();
    let shown = if short.len() < text.len() { format!("{short}…") } else { short };
    Wrong::new(key).with("got", shown)
}

fn number(sent: &Json, min: u32, max: u32) -> Result<u32, Wrong> {
    let number = sent.as_u64().and_then(|number| u32::try_from(number).ok());
    number
        .filter(|number| (min..=max).contains(number))
        .ok_or_else(|| got("law-wrong-number", sent).with("min", min).with("max", max))
}

fn word(words: Words, sent: &Json) -> Result<&'static str, Wrong> {
    let typed = sent.as_str().map(str::to_owned).or_else(|| sent.as_u64().map(|number| number.to_string()));
    typed.and_then(|typed| words.read(typed.trim())).ok_or_else(|| {
        let known: Vec<&str> = words.all().into_iter().map(|(word, _)| word).collect();
        got("law-wrong-choice", sent).with("words", known.join(", "))
    })
}

fn lines(sent: &Json) -> Result<&Vec<Json>, Wrong> {
    let list = sent.as_array().ok_or_else(|| got("law-wrong-list", sent))?;
    if list.len() > MOST_LINES { Err(Wrong::new("law-wrong-too-many").with("most", MOST_LINES)) } else { Ok(list) }
}

fn name(text: &str) -> Option<String> {
    Text::<MOST_NAME>::parse(text).ok().map(String::from)
}

/// Names with numbers in any of three shapes: `{"A": 1}`, `[["A", 1]]`, `[{"name": "A", <field>: 1}]`.
fn pairs(sent: &Json, field: &str, most: u32) -> Option<Vec<(String, u32)>> {
    let read = |text: &str, count: &Json| Some((name(text)?, number(count, 0, most).ok()?));
    let one = |line: &Json| match line {
        Json::Array(pair) => match pair.as_slice() {
            [text, count] => read(text.as_str()?, count),
            _ => None,
        },
        Json::Object(line) => read(line.get("name")?.as_str()?, line.get(field)?),
        _ => None,
    };
    match sent {
        Json::Object(map) if map.len() <= MOST_LINES => map.iter().map(|(text, count)| read(text, count)).collect(),
        Json::Array(list) if list.len() <= MOST_LINES => list.iter().map(one).collect(),
        _ => None,
    }
}

fn units(sent: &Json) -> Result<Vec<Unit>, Wrong> {
    let plain = || -> Option<Vec<(String, u32)>> {
        let list = sent.as_array().filter(|list| list.len() <= MOST_LINES)?;
        let one = |(at, count): (usize, &Json)| Some(((at + 1).to_string(), number(count, 0, MOST_PEOPLE).ok()?));
        list.iter().enumerate().map(one).collect()
    };
    let found = plain().or_else(|| pairs(sent, "population", MOST_PEOPLE));
    let unit = |(name, population)| Unit { name, population };
    found.map(|all| all.into_iter().map(unit).collect()).ok_or_else(|| got("law-wrong-units", sent))
}

fn tallies(sent: &Json) -> Result<Vec<Tally>, Wrong> {
    let tally = |(name, votes)| Tally { name, votes };
    let found = pairs(sent, "votes", MOST_MEMBERS.max(MOST_PEOPLE));
    found.map(|all| all.into_iter().map(tally).collect()).ok_or_else(|| got("law-wrong-tallies", sent))
}
