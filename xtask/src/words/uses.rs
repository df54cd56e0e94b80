//! Where the programs and the pages ask for a sentence.

use std::collections::BTreeSet;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::{
    house::{Breach, File, House},
    tokens::{self, Call, Found},
};

/// A key that is asked for.
#[derive(Debug)]
pub struct Use {
    /// The file.
    pub path: String,
    /// The line.
    pub line: usize,
    /// The key; `*` where a part of its name is put together.
    pub key: String,
    /// What is handed over for its places.
    pub given: Given,
}

/// What is handed over for the places of a sentence.
#[derive(Debug, PartialEq, Eq)]
pub enum Given {
    /// It cannot be seen here.
    Unknown,
    /// Values of these names.
    Names(BTreeSet<String>),
}

/// Finds every string that looks like a key: its first part is the name of a locale file.
///
/// Tests are left out: what only a test asks for is used nowhere.
pub fn find(house: &House, nouns: &BTreeSet<String>, breaches: &mut Vec<Breach>) -> Vec<Use> {
    let mut uses = Vec::new();
    let programs = house.ending(".rs").filter(|file| !file.is_test() && !file.path.starts_with("xtask/"));
    for file in programs {
        match tokens::find(&file.text) {
            Ok(found) => take(file, 0, &found, nouns, &mut uses),
            Err(problem) => breaches.push(Breach::new(&file.path, 0, problem)),
        }
    }
    for file in house.ending(".html").filter(|file| file.path.contains("/templates/")) {
        for (line, code) in code_of(&file.text) {
            match tokens::find(&code) {
                Ok(found) => take(file, line, &found, nouns, &mut uses),
                Err(_) => uses.extend(bare(file, line, &code, nouns)),
            }
        }
    }
    uses
}

fn take(file: &File, above: usize, found: &Found, nouns: &BTreeSet<String>, uses: &mut Vec<Use>) {
    let told: Vec<Use> = found.calls.iter().filter_map(|call| told(file, above, call, nouns)).collect();
    for text in &found.texts {
        let line = above + text.line;
        let Some(key) = key(&text.says, nouns) else { continue };
        if !told.iter().any(|used| used.key == key && used.line == line) {
            uses.push(Use { path: file.path.clone(), line, key, given: Given::Unknown });
        }
    }
    uses.extend(told);
}

/// The use in a call that shows what is handed over: `t`, `tf`, `Refused::new`, `Wrong::new`.
fn told(file: &File, above: usize, call: &Call, nouns: &BTreeSet<String>) -> Option<Use> {
    let parts = parts(call.with.clone());
    let names = match (call.name.as_str(), parts.as_slice()) {
        ("t", [_]) => BTreeSet::new(),
        ("tf", [_, values]) => names(values)?,
        ("new", [_] | [_, _]) => call.then.clone()?.into_iter().collect(),
        _ => return None,
    };
    let place = if call.name == "new" { parts.last()? } else { parts.first()? };
    let [token] = place.as_slice() else { return None };
    let key = key(&tokens::string(token)?, nouns)?;
    let line = above + token.span().start().line;
    Some(Use { path: file.path.clone(), line, key, given: Given::Names(names) })
}

/// What stands between the commas; nothing stands behind the last.
fn parts(tokens: TokenStream) -> Vec<Vec<TokenTree>> {
    let mut parts = vec![Vec::new()];
    for token in tokens {
        match (&token, parts.last_mut()) {
            (TokenTree::Punct(mark), _) if mark.as_char() == ',' => parts.push(Vec::new()),
            (_, Some(last)) => last.push(token),
            (_, None) => {}
        }
    }
    if parts.last().is_some_and(Vec::is_empty) {
        parts.pop();
    }
    parts
}

/// The names of `&[("name", …), …]`; nothing where it is something else.
fn names(values: &[TokenTree]) -> Option<BTreeSet<String>> {
    let list = values.iter().find_map(|token| match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket => Some(group.stream()),
        _ => None,
    })?;
    let pairs = parts(list);
    pairs
        .iter()
        .map(|pair| match pair.as_slice() {
            [TokenTree::Group(pair)] => pair.stream().into_iter().next().as_ref().and_then(tokens::string),
            _ => None,
        })
        .collect()
}

/// The key a string is, if it looks like one; `*` where a part is put together.
pub fn key(says: &str, nouns: &BTreeSet<String>) -> Option<String> {
    let (noun, rest) = says.split_once('-')?;
    if !nouns.contains(noun) {
        return None;
    }
    let mut key = format!("{noun}-");
    let mut rest = rest.chars();
    while let Some(c) = rest.next() {
        match c {
            'a'..='z' | '0'..='9' | '-' => key.push(c),
            '{' => {
                rest.by_ref().find(|c| *c == '}')?;
                key.push('*');
            }
            _ => return None,
        }
    }
    if key.ends_with('-') {
        key.push('*');
    }
    Some(key)
}

/// The expressions of a page with the lines that stand above each: `{{ … }}` and `{% … %}`, comments left out.
pub fn code_of(page: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut rest = page;
    let mut above = 0;
    while let Some(at) = rest.find('{') {
        let (before, from) = rest.split_at(at);
        above += before.matches('\n').count();
        let end = match from.get(..2) {
            Some("{{") => "}}",
            Some("{%") => "%}",
            Some("{#") => "#}",
            _ => {
                rest = from.get(1..).unwrap_or_default();
                continue;
            }
        };
        let inner = from.get(2..).unwrap_or_default();
        let length = inner.find(end).unwrap_or(inner.len());
        let code = inner.get(..length).unwrap_or_default();
        if end != "#}" {
            found.push((above, code.trim_matches(['-', '+', '~']).to_owned()));
        }
        above += code.matches('\n').count();
        rest = inner.get(length + 2..).unwrap_or_default();
    }
    found
}

/// What a page says by itself, comments and expressions left out; the lines stay where they are.
pub fn plain(page: &str) -> String {
    let mut text = String::with_capacity(page.len());
    let mut rest = page;
    let next = |rest: &str| {
        [("{#", "#}"), ("{{", "}}"), ("{%", "%}")].iter().filter_map(|(from, to)| Some((rest.find(from)?, *to))).min()
    };
    while let Some((at, end)) = next(rest) {
        let (before, inner) = rest.split_at(at);
        text.push_str(before);
        let length = inner.find(end).map_or(inner.len(), |length| length + end.len());
        let (inner, after) = inner.split_at(length);
        text.extend(inner.chars().filter(|c| *c == '\n'));
        rest = after;
    }
    text.push_str(rest);
    text
}

/// Keys between quotes of an expression that cannot be read as tokens.
fn bare(file: &File, above: usize, code: &str, nouns: &BTreeSet<String>) -> Vec<Use> {
    let texts = code.split('"').skip(1).step_by(2);
    let keys = texts.filter_map(|text| key(text, nouns));
    keys.map(|key| Use { path: file.path.clone(), line: above + 1, key, given: Given::Unknown }).collect()
}
