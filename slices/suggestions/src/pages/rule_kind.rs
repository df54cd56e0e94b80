//! How the value of an entry of a rule book is typed, and how it reads in words.

use kit::{View, web::Form};
use suggestions_rules::{Canonical, ContactWay, Entry, Limit, OpinionRules, RuleBook};

use super::why::span;

/// How an entry's value is typed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// So many months, days or working days.
    Span,
    /// One of a few words.
    Choice,
    /// Any of a few words.
    Several,
    /// A class: what it counts as, and its name.
    Class,
    /// Words parted by blanks.
    Words,
    /// Anything.
    Text,
}

impl Kind {
    pub(super) fn of(key: &str) -> Self {
        match key {
            "reply.check" | "number.series" | "check.refusal" | "check.acknowledge" => Self::Choice,
            "promise.before-signing" | "close.meeting" | "reply.points" => Self::Choice,
            "opinion.approve" => Self::Several,
            "advice.several" | "advice.request" | "reply.elsewhere" | "reply.courtesy" => Self::Words,
            _ if key.starts_with("hint.") || key.starts_with("form.") => Self::Words,
            _ if key.starts_with("contact.") || RuleBook::choices(key).is_some() => Self::Choice,
            _ if key.starts_with("limit.") => Self::Span,
            _ if key.starts_with("class.") || key.starts_with("contact-way.") => Self::Class,
            _ => Self::Text,
        }
    }
}

/// What is said below the field, where the value has a form of its own.
pub(super) fn hint(key: &str) -> &'static str {
    match key {
        "number.pattern" => "suggestions-hint-rule-number",
        _ if key.starts_with("mapping.") => "suggestions-hint-rule-mapping",
        _ if key.starts_with("form.") => "suggestions-hint-rule-question",
        _ if Kind::of(key) == Kind::Words => "suggestions-hint-rule-words",
        _ => "",
    }
}

/// What an entry of a list can count as.
pub(super) fn counts_as(key: &str) -> Vec<&'static str> {
    if key.starts_with("contact-way.") {
        ContactWay::WORDS.to_vec()
    } else {
        Canonical::ALL.map(Canonical::word).to_vec()
    }
}

/// Where the words of an entry's choices stand.
pub(super) fn family(key: &str) -> &'static str {
    match key {
        "check.refusal" | "check.acknowledge" => "suggestions-rules-refusal",
        "promise.before-signing" | "close.meeting" | "reply.points" => "suggestions-rules-contact",
        "opinion.approve" => "suggestions-rules-approve",
        _ if key.starts_with("contact.") => "suggestions-rules-contact",
        _ if key.starts_with("disclosure.") => "suggestions-rules-disclosure",
        _ if key.starts_with("contact-way.") => "suggestions-way",
        _ if key.starts_with("class.") => "suggestions-canonical",
        _ => "suggestions-rules",
    }
}

/// The value in words.
pub(super) fn value(v: &View, book: &RuleBook, entry: &Entry) -> String {
    match Limit::ALL.into_iter().find(|limit| limit.key() == entry.key) {
        Some(limit) => span(v.language, book.span(limit)),
        None => words(v, entry),
    }
}

pub(super) fn words(v: &View, entry: &Entry) -> String {
    let named = |word: &str| v.t(&format!("{}-{word}", family(&entry.key))).into_owned();
    match (Kind::of(&entry.key), entry.value.split_once(' ')) {
        (Kind::Choice, _) => named(&entry.value),
        (Kind::Several, _) => entry.value.split_whitespace().map(named).collect::<Vec<_>>().join("、"),
        (Kind::Class, Some((word, name))) => format!("{name}（{}）", named(word)),
        _ => entry.value.clone(),
    }
}

/// The form of an entry as it stands.
pub(super) fn filled(form: Form, entry: &Entry) -> Form {
    let (first, rest) = entry.value.split_once(' ').unwrap_or((&entry.value, ""));
    match Kind::of(&entry.key) {
        Kind::Span => form.with("count", first).with("unit", rest),
        Kind::Class => form.with("counts_as", first).with("value", rest),
        Kind::Several => entry.value.split_whitespace().fold(form, |form, word| form.with("value", word)),
        Kind::Choice | Kind::Words | Kind::Text => form.with("value", &entry.value),
    }
}

/// The value as typed; nothing where it cannot be read.
pub(super) fn typed(form: &mut Form, key: &str) -> Option<String> {
    match Kind::of(key) {
        Kind::Span => {
            let (count, unit) = (form.take::<i64>("count"), form.choice("unit", |raw| Some(raw.to_owned())));
            count.zip(unit).map(|(count, unit)| format!("{count} {unit}"))
        }
        Kind::Class => {
            let counts_as = form.choice("counts_as", |raw| counts_as(key).contains(&raw).then(|| raw.to_owned()));
            counts_as.zip(form.take::<String>("value")).map(|(word, name)| format!("{word} {name}"))
        }
        Kind::Several => {
            let ticked: Vec<String> = form.ticked("value")?;
            Some(if ticked.is_empty() { OpinionRules::NONE.to_owned() } else { ticked.join(" ") })
        }
        Kind::Words => {
            let typed: String = form.take("value")?;
            Some(typed.split_whitespace().collect::<Vec<_>>().join(" "))
        }
        Kind::Choice | Kind::Text => form.take("value"),
    }
}
