//! 规则册: every entry of a congress's rule book in a term, where each comes from, and who laid what when.

#![expect(clippy::cmp_owned, reason = "a comparison in the page, as askama writes it")]

use accounts_rules::{Actor, Right};
use askama::Template;
use axum::{
    Extension,
    extract::{Query, State},
    response::Response,
};
use kernel::BodyId;
use kit::{Problem, Site, View, web::page};
use roster_views::Named;
use suggestions_rules::{DocumentSource, Entry, sources};

use super::{
    rule_kind::value,
    rules::{Wanted, chosen, lists, title},
    term_choice::{self, named, options},
};
use crate::{
    desk::rules::{self, Version},
    queries::{self, Holding},
};

/// One entry as shown.
struct Line {
    entry: Entry,
    title: String,
    value: String,
    /// Where it comes from, where it is the congress's own: 本级规定, or 第十八届规定.
    own: Option<String>,
}

#[derive(Template)]
#[template(path = "suggestions/rules.html")]
struct All<'a> {
    v: &'a View,
    congress: BodyId,
    name: String,
    lines: Vec<Line>,
    versions: Vec<(Version, String)>,
    retired: Vec<Line>,
    /// The lists to which entries are added, for who edits.
    lists: Vec<(&'static str, String)>,
    edits: bool,
    /// Where the documents named can be read.
    sources: Vec<DocumentSource>,
    /// The terms whose rules can be looked at, the word of the one that is, and what it is called.
    terms: Vec<(String, String)>,
    term: String,
    called: String,
    /// The word that was asked for: forms opened from here are for that term too.
    sent: String,
}

pub async fn all(
    State(site): State<Site>,
    Extension(actor): Extension<Actor>,
    Query(wanted): Query<Wanted>,
    v: View,
) -> Result<Response, Problem> {
    let Named { id: congress, name } = chosen(&site, &actor, &wanted).await?;
    let term = Holding::read(&wanted.term)?.term(&site, congress).await?;
    let terms = queries::terms(&mut site.db(), congress).await?;
    let book = rules::book_in(&site, congress, term).await?;
    let own = queries::own_entries(&mut site.db(), congress, term).await?;
    let versions = rules::versions(&site, &actor, congress).await?;
    let origin = |of: Option<_>| match of {
        Some(_) => v.tf("suggestions-rules-own-term", [("term", named(&v, &terms, of))]).into_owned(),
        None => v.t("suggestions-rules-own").into_owned(),
    };
    let line = |entry: &Entry| Line {
        title: title(&v, &entry.key),
        value: value(&v, &book, entry),
        own: own.get(&entry.key).copied().map(origin),
        entry: entry.clone(),
    };
    let edits = actor.may(Right::SuggestionRulesEdit, congress).is_ok();
    let said = |it: &Version| match it.term {
        Some(_) => format!("{}（{}）", title(&v, &it.key), named(&v, &terms, it.term)),
        None => title(&v, &it.key),
    };
    let template = All {
        sources: sources().filter(|one| book.entries().any(|entry| entry.source() == Some(*one))).collect(),
        retired: book.retired().map(line).collect(),
        lists: if edits { lists(&v) } else { vec![] },
        lines: book.entries().map(line).collect(),
        versions: versions.into_iter().map(|it| (said(&it), it)).map(|(title, it)| (it, title)).collect(),
        edits,
        terms: options(&v, &terms),
        term: term_choice::word(term),
        called: named(&v, &terms, term),
        sent: wanted.term.clone(),
        v: &v,
        congress,
        name,
    };
    Ok(page(&template))
}
