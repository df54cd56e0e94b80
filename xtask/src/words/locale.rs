//! The locale files of one language.

use std::collections::BTreeSet;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

use super::Keys;
use crate::house::{Breach, File, House};

/// One language.
pub struct Locale {
    /// `zh-CN`, `en`.
    pub language: &'static str,
    /// The names of its files.
    pub nouns: BTreeSet<String>,
    /// Its sentences.
    pub keys: Keys,
    /// Patterns of keys whose names are put together: `# used: suggestions-stage-*`.
    pub used: BTreeSet<String>,
    /// What looks like a key and is none: `# no key: roster-rules`.
    pub free: BTreeSet<String>,
}

/// One sentence.
pub struct Sentence {
    /// Its file.
    pub path: String,
    /// Its line.
    pub line: usize,
    /// The names of its places, `$` left out.
    pub places: BTreeSet<String>,
}

impl Locale {
    /// Reads the files of a language.
    pub fn read(house: &House, language: &'static str, breaches: &mut Vec<Breach>) -> Self {
        let (nouns, keys, used, free) = Default::default();
        let mut locale = Self { language, nouns, keys, used, free };
        let folder = format!("locales/{language}/");
        for file in house.ending(".ftl").filter(|file| file.path.starts_with(&folder)) {
            locale.take(file, breaches);
        }
        locale
    }

    fn take(&mut self, file: &File, breaches: &mut Vec<Breach>) {
        let noun = file.path.rsplit('/').next().unwrap_or_default().trim_end_matches(".ftl");
        self.nouns.insert(noun.to_owned());
        self.directives(&file.text);
        let resource = match fluent_syntax::parser::parse(file.text.as_str()) {
            Ok(resource) => resource,
            Err((resource, problems)) => {
                for problem in problems {
                    let line = file.text.get(..problem.pos.start).map_or(0, |before| before.lines().count());
                    breaches.push(Breach::new(&file.path, line, format!("cannot be read: {}", problem.kind)));
                }
                resource
            }
        };
        for entry in &resource.body {
            let Entry::Message(message) = entry else { continue };
            let key = message.id.name;
            let line = line_of(&file.text, key);
            let mut tell = |what: String| breaches.push(Breach::new(&file.path, line, what));
            let mut places = BTreeSet::new();
            match &message.value {
                Some(pattern) => in_pattern(pattern, &mut places),
                None => tell(format!("`{key}` says nothing: give it a sentence")),
            }
            if key.strip_prefix(noun).is_none_or(|rest| !rest.starts_with('-')) {
                tell(format!("`{key}` stands in {noun}.ftl: its name begins with `{noun}-`"));
            }
            let sentence = Sentence { path: file.path.clone(), line, places };
            if let Some(first) = self.keys.insert(key.to_owned(), sentence) {
                tell(format!("`{key}` stands at {}:{} too: keep one", first.path, first.line));
            }
        }
    }

    fn directives(&mut self, text: &str) {
        for line in text.lines().filter_map(|line| line.trim_start_matches('#').strip_prefix(' ')) {
            for (head, set) in [("used:", &mut self.used), ("no key:", &mut self.free)] {
                let names = line.strip_prefix(head).into_iter().flat_map(|names| names.split([',', ' ']));
                set.extend(names.filter(|name| !name.is_empty()).map(str::to_owned));
            }
        }
    }
}

fn line_of(text: &str, key: &str) -> usize {
    let begins = |line: &str| line.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='));
    text.lines().position(begins).map_or(0, |at| at + 1)
}

fn in_pattern(pattern: &Pattern<&str>, places: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, places);
        }
    }
}

fn in_expression(expression: &Expression<&str>, places: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, places),
        Expression::Select { selector, variants } => {
            in_inline(selector, places);
            variants.iter().for_each(|variant| in_pattern(&variant.value, places));
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>, places: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            places.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| in_inline(argument, places));
            arguments.named.iter().for_each(|argument| in_inline(&argument.value, places));
        }
        InlineExpression::Placeable { expression } => in_expression(expression, places),
        _ => {}
    }
}
