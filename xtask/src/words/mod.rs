//! The sentences of both languages: none missing, none unused, the same places in both.

mod locale;
mod uses;

use std::collections::{BTreeMap, BTreeSet};

use locale::Locale;
use uses::{Given, Use};

use crate::house::{Breach, File, House};

const LANGUAGES: [&str; 2] = ["zh-CN", "en"];

/// Lists what is wrong with the sentences, and says how many there are.
pub fn check(house: &House) -> (Vec<Breach>, String) {
    let mut breaches = Vec::new();
    let [chinese, english] = LANGUAGES.map(|language| Locale::read(house, language, &mut breaches));
    compare(&chinese, &english, &mut breaches);
    compare(&english, &chinese, &mut breaches);
    let slices = house.files.iter().filter_map(|file| file.path.strip_prefix("slices/")?.split('/').next());
    let mut nouns: BTreeSet<String> = slices.map(str::to_owned).collect();
    nouns.extend(chinese.nouns.union(&english.nouns).cloned());
    let uses = uses::find(house, &nouns, &mut breaches);
    missing(&uses, &chinese, &mut breaches);
    unused(&uses, &chinese, &mut breaches);
    lacking(&uses, &chinese, &mut breaches);
    breaches.extend(house.ending(".html").filter(|file| file.path.contains("/templates/")).flat_map(bare));
    let report = format!(
        "{} sentences in each of {} languages, used in {} places",
        chinese.keys.len(),
        LANGUAGES.len(),
        uses.len()
    );
    (breaches, report)
}

/// What stands in one language and not, or otherwise, in the other.
fn compare(here: &Locale, there: &Locale, breaches: &mut Vec<Breach>) {
    for (key, sentence) in &here.keys {
        let Some(other) = there.keys.get(key) else {
            let what = format!("`{key}` is missing from locales/{}: say it there too", there.language);
            breaches.push(Breach::new(&sentence.path, sentence.line, what));
            continue;
        };
        for place in sentence.places.difference(&other.places) {
            let what =
                format!("`{key}` says {{ ${place} }} here and not in locales/{}: both say the same", there.language);
            breaches.push(Breach::new(&sentence.path, sentence.line, what));
        }
    }
}

fn missing(uses: &[Use], locale: &Locale, breaches: &mut Vec<Breach>) {
    for used in uses.iter().filter(|used| !locale.free.contains(&used.key)) {
        if !locale.keys.keys().any(|key| matches(&used.key, key)) {
            let noun = used.key.split('-').next().unwrap_or_default();
            let key = &used.key;
            let what = format!(
                "`{key}` stands in no locale file: add it to {noun}.ftl in both languages (`# no key: {key}` if it is none)"
            );
            breaches.push(Breach::new(&used.path, used.line, what));
        }
    }
}

fn unused(uses: &[Use], locale: &Locale, breaches: &mut Vec<Breach>) {
    let exact: BTreeSet<&str> = uses.iter().map(|used| used.key.as_str()).filter(|key| !key.contains('*')).collect();
    let patterns: Vec<&str> = uses.iter().map(|used| used.key.as_str()).filter(|key| key.contains('*')).collect();
    for (key, sentence) in &locale.keys {
        let said = exact.contains(key.as_str())
            || patterns.iter().any(|pattern| matches(pattern, key))
            || locale.used.iter().any(|pattern| matches(pattern, key));
        if !said {
            let what = format!(
                "`{key}` is used nowhere: take it out of both languages, or, where its name is put together, write `# used: …*` above its group"
            );
            breaches.push(Breach::new(&sentence.path, sentence.line, what));
        }
    }
    for pattern in locale.used.iter().filter(|pattern| !locale.keys.keys().any(|key| matches(pattern, key))) {
        let what = format!("`# used: {pattern}` fits no key: take it out");
        breaches.push(Breach::new(&format!("locales/{}", locale.language), 0, what));
    }
}

/// Sentences that are asked for without the values they say.
fn lacking(uses: &[Use], locale: &Locale, breaches: &mut Vec<Breach>) {
    for used in uses {
        let (Some(sentence), Given::Names(names)) = (locale.keys.get(&used.key), &used.given) else { continue };
        for place in sentence.places.iter().filter(|place| !names.contains(*place)) {
            let what = format!("`{}` says {{ ${place} }}, which is not handed over here", used.key);
            breaches.push(Breach::new(&used.path, used.line, what));
        }
    }
}

/// Chinese that stands in a page itself, where no other language can be. What says its language (`lang=`) may.
fn bare(page: &File) -> Vec<Breach> {
    let is_chinese = |line: &str| line.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let text = uses::plain(&page.text);
    let lines = text.lines().enumerate().filter(|(_, line)| is_chinese(line) && !line.contains("lang="));
    let told = lines.map(|(at, _)| {
        Breach::new(&page.path, at + 1, "a sentence stands in the page: give it a key in both languages")
    });
    if page.path.contains("/samples/") { Vec::new() } else { told.collect() }
}

/// Whether a key fits a pattern; each `*` stands for one or more letters.
fn matches(pattern: &str, key: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == key,
        Some((head, tail)) => key.strip_prefix(head).is_some_and(|rest| {
            rest.char_indices().any(|(at, c)| rest.get(at + c.len_utf8()..).is_some_and(|rest| matches(tail, rest)))
        }),
    }
}

/// Sentences by key.
type Keys = BTreeMap<String, locale::Sentence>;

#[cfg(test)]
mod tests;
