//! The lists of a rule book – classes, categories, grounds, disposals, ways of talking: an entry is added, or given to nothing new any more.
//!
//! Both forms come back to [`super::rules::lay`]: looked at first, laid second.

use accounts_rules::{Actor, Right};
use axum::{
    Extension,
    extract::{Query, State},
    response::Response,
};
use kit::{Problem, Site, View, web::Form};

use suggestions_rules::{Entry, Grade};

use super::{
    rule_kind::words,
    rules::{Wanted, chosen, list, render},
    term_choice,
};
use crate::desk::rules::{book_in, version};

type Answer = Result<Response, Problem>;

/// The form of a new entry.
pub async fn ask_new(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Answer {
    let congress = chosen(&site, &actor, &wanted).await?.id;
    actor.may(Right::SuggestionRulesEdit, congress)?;
    let family = list(&wanted.list).ok_or_else(Problem::missing)?;
    let term = term_choice::word(term_choice::asked(&site, congress, &wanted).await?);
    let form = Form::blank(&v).with("mode", "add").with("list", family).with("version", 0).with("when", "later");
    let form = form.with("term", &term).with("of", &term);
    render((&site, &v), &form, congress, &format!("{family}."), None).await
}

/// The form that retires one.
pub async fn ask_retirement(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Answer {
    let congress = chosen(&site, &actor, &wanted).await?.id;
    actor.may(Right::SuggestionRulesEdit, congress)?;
    let term = term_choice::asked(&site, congress, &wanted).await?;
    let entry = book_in(&site, congress, term).await?.entry(&wanted.key);
    if entry.value.is_empty() || entry.listed().is_none() {
        return Err(Problem::missing());
    }
    let form = Form::blank(&v).with("mode", "retire").with("version", version(&entry));
    let form = form.with("grade", "A").with("when", "later");
    let form = form.with("term", term_choice::word(term)).with("of", term_choice::word(term));
    render((&site, &v), &form, congress, &wanted.key, None).await
}

/// The fields of a form of the rule book, as they are sent again.
const FIELDS: [&str; 13] = [
    "congress",
    "key",
    "mode",
    "list",
    "code",
    "count",
    "unit",
    "counts_as",
    "value",
    "document",
    "grade",
    "term",
    "of",
];

/// An entry that somebody else laid meanwhile: both in words, and a form that lays this one all the same.
pub(super) fn sent_again(v: &View, problem: Problem, key: &str, form: &Form) -> Problem {
    let Problem::Stale(mut stale) = problem else { return problem };
    for field in stale.fields.iter_mut().filter(|field| field.name == "value") {
        for side in [&mut field.yours, &mut field.stands] {
            *side = in_words(v, key, side);
        }
    }
    let values = |name| form.values(name).filter(|value| !value.is_empty()).map(move |value| (name, value));
    let kept = FIELDS.into_iter().flat_map(values).map(|(name, value)| (name.to_owned(), value.to_owned()));
    let again =
        [("when", form.value("when")), ("then", "lay")].map(|(name, value)| (name.to_owned(), value.to_owned()));
    stale.hidden = kept.chain(again).chain([("version".to_owned(), stale.version.to_string())]).collect();
    Problem::Stale(stale)
}

/// `3 months` as 3 个月; nothing as what is not there any more.
pub(super) fn in_words(v: &View, key: &str, value: &str) -> String {
    if value.is_empty() {
        return v.t("suggestions-rules-taken-away").into_owned();
    }
    match value.split_once(' ').filter(|_| key.starts_with("limit.")) {
        Some((count, unit)) => {
            v.tf(&format!("suggestions-span-{}", unit.replace(' ', "-")), [("count", count.to_owned())]).into_owned()
        }
        None => {
            let (key, value) = (key.to_owned(), value.to_owned());
            words(v, &Entry { key, value, grade: Grade::D, document: String::new() })
        }
    }
}
