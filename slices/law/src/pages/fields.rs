//! The fields of a function's form.

use kit::words::Lang;

use crate::{Argument, Function, Kind, Need};

/// How many lines a list of words has.
const ROWS: usize = 6;

/// A field of a form.
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// The key of its label.
    pub label: String,
    /// The key of its hint.
    pub hint: String,
    /// Which macro draws it.
    pub kind: &'static str,
    /// Whether it may stay empty.
    pub optional: bool,
    /// Whether it is a local setting that few change.
    pub setting: bool,
    /// Words to choose from.
    pub options: Vec<(&'static str, String)>,
    /// What was chosen in each line of a list.
    pub rows: Vec<String>,
}

/// The fields of a function, filled with what was asked.
pub fn fields(function: &Function, asked: &[(String, String)], lang: Lang) -> Vec<Field> {
    function.arguments.iter().map(|argument| field(argument, asked, lang)).collect()
}

fn field(argument: &Argument, asked: &[(String, String)], lang: Lang) -> Field {
    let words = |words: crate::argument::Words| {
        words.all().into_iter().map(|(word, key)| (word, lang.t(&key).into_owned())).collect()
    };
    let (kind, options) = match argument.kind {
        Kind::Number(..) => ("number", Vec::new()),
        Kind::YesNo => ("tick", Vec::new()),
        Kind::Day => ("date", Vec::new()),
        Kind::Text | Kind::Areas => ("text", Vec::new()),
        Kind::Units | Kind::Tallies => ("lines", Vec::new()),
        Kind::Choice(list) => ("choice", words(list)),
        Kind::Choices(list) => ("choices", words(list)),
    };
    let mut rows: Vec<String> = asked
        .iter()
        .filter(|(name, value)| name == argument.name && !value.is_empty())
        .map(|(_, value)| value.clone())
        .collect();
    rows.resize(rows.len().max(ROWS - 1) + 1, String::new());
    Field {
        name: argument.name,
        label: argument.label(),
        hint: argument.hint(),
        kind,
        optional: argument.need != Need::Must,
        setting: argument.name.ends_with("_days"),
        options,
        rows,
    }
}
