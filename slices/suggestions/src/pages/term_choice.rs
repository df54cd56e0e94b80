//! 适用届次: for which term an entry of the rule book is laid.

use kernel::BodyId;
use kit::{
    Problem, Site, View,
    web::{Form, Wrong},
};
use roster_rules::TermId;

use super::rules::Wanted;
use crate::{
    desk::rules,
    queries::{self, Holding, Term},
};

/// The word of a term in addresses and forms.
pub fn word(term: Option<TermId>) -> String {
    term.map_or_else(|| Holding::EVERY.to_owned(), |term| term.to_string())
}

/// What a term is called: 第18届, or 各届通用.
pub fn named(v: &View, terms: &[Term], term: Option<TermId>) -> String {
    match terms.iter().find(|one| Some(one.id) == term) {
        Some(one) => v.tf("suggestions-rules-term-name", [("number", one.ordinal.to_string())]).into_owned(),
        None => v.t("suggestions-rules-every-term").into_owned(),
    }
}

/// What is chosen from: every term, then each, the latest first.
pub fn options(v: &View, terms: &[Term]) -> Vec<(String, String)> {
    let all = std::iter::once(None).chain(terms.iter().map(|one| Some(one.id)));
    all.map(|term| (word(term), named(v, terms, term))).collect()
}

/// The term a form is for; for every term where it names none.
///
/// # Errors
/// When the database refuses.
pub async fn read(site: &Site, congress: BodyId, form: &mut Form) -> Result<Option<TermId>, Problem> {
    let typed = form.value("term").to_owned();
    if typed.is_empty() || typed == Holding::EVERY {
        return Ok(None);
    }
    let known = queries::terms(&mut site.db(), congress).await?;
    let term = known.iter().map(|one| one.id).find(|id| id.to_string() == typed);
    if term.is_none() {
        form.refuse("term", Wrong::new("kit-form-unknown-choice"));
    }
    Ok(term)
}

/// The term whose entry a form is opened on: the one asked for, else the one for which the entry that holds today was laid.
///
/// # Errors
/// As if there were nothing, when the congress has no such term.
pub async fn asked(site: &Site, congress: BodyId, wanted: &Wanted) -> Result<Option<TermId>, Problem> {
    let holding = Holding::read(&wanted.term)?;
    let term = holding.term(site, congress).await?;
    if holding != Holding::Now {
        return Ok(term);
    }
    let own = queries::own_entries(&mut site.db(), congress, term).await?;
    Ok(own.get(&wanted.key).copied().flatten())
}

/// The version of an entry that a form is sent with: the one it was made on, or, where the term was changed meanwhile, the one
/// that stands there.
///
/// # Errors
/// When the database refuses.
pub async fn version(
    site: &Site,
    congress: BodyId,
    form: &Form,
    (term, key): (Option<TermId>, &str),
) -> Result<String, Problem> {
    if changed(form) {
        let stands = rules::book_in(site, congress, term).await?.entry(key);
        return Ok(rules::version(&stands).to_string());
    }
    Ok(form.value("version").to_owned())
}

/// Whether another term was chosen than the one whose entry was seen.
pub fn changed(form: &Form) -> bool {
    let or_every = |name| Some(form.value(name)).filter(|word| !word.is_empty()).unwrap_or(Holding::EVERY);
    or_every("of") != or_every("term")
}
