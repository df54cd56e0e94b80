//! The rule book: a congress lays its own entries over the Hunan default.

use std::sync::Arc;

use accounts_rules::{Actor, Right};
use kernel::{BodyId, Moment, Recorded, Verb};
use kit::{
    Problem, Site,
    db::{Sql, Tx},
    journal,
    web::{Errors, Filled, Stale, Wrong, api::edition},
};
use roster_rules::TermId;
use serde::{Deserialize, Serialize};
use suggestions_rules::{Because, DICTIONARIES, Entry, Excess, Limit, RETIRED, RuleBook, SessionId};

use super::recount::{Touched, counted_again, recount, touched};
use crate::{
    queries::{entries, ruled_terms, terms},
    store::{book_of_term, lay_rule, rule_book},
};

/// What happened to a rule book. The subject of the record is the congress.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum RuleFact {
    /// An entry was laid over the default.
    RuleLaid {
        /// The entry's key.
        key: String,
        /// Its value.
        value: String,
        /// The document it rests on.
        document: String,
        /// The term, when it is for one only.
        term: Option<TermId>,
    },
}

impl Verb for RuleFact {
    fn verb(&self) -> &'static str {
        match self {
            Self::RuleLaid { .. } => "suggestion-rules.laid",
        }
    }
}

/// The rule book in force for a congress and session, for pages that explain and forms that choose.
///
/// # Errors
/// When the database refuses, or an entry kept cannot be read.
pub async fn book(site: &Site, congress: BodyId, session: SessionId) -> Result<Arc<RuleBook>, Problem> {
    Ok(rule_book(&mut site.db(), congress, session).await?)
}

/// The rule book of a congress in one term; without one, of those terms for which nothing else was laid.
///
/// # Errors
/// As [`book`].
pub async fn book_in(site: &Site, congress: BodyId, term: Option<TermId>) -> Result<Arc<RuleBook>, Problem> {
    Ok(book_of_term(&mut site.db(), congress, term).await?)
}

/// One entry to be laid.
#[derive(Clone, Debug)]
pub struct Change {
    /// The entry.
    pub entry: Entry,
    /// The term it is for; none for every term. An entry of a term stands over one for every term.
    pub term: Option<TermId>,
    /// The edition that stood when it was decided, as [`version`] tells it.
    pub seen: i64,
    /// Whether days already given are counted again.
    pub recount: bool,
}

/// What laying an entry would touch: the open matters with their old and new days. Nothing is kept.
///
/// # Errors
/// As [`change`].
pub async fn preview(
    site: &Site,
    actor: &Actor,
    congress: BodyId,
    (term, entry): (Option<TermId>, &Entry),
) -> Result<Vec<Touched>, Problem> {
    actor.may(Right::SuggestionRulesEdit, congress)?;
    let mut tx = site.db().begin().await?;
    put(&mut tx, congress, term, entry).await?;
    // Dropped without commit: the transaction has only looked.
    touched(&mut tx, site, congress, &limits(&entry.key)).await
}

/// How many matters of a congress bear an entry of a list: they stay as they are when it is retired.
///
/// # Errors
/// When the actor does not answer for that congress's rules, or the entry is of no list.
pub async fn bearing(site: &Site, actor: &Actor, congress: BodyId, entry: &Entry) -> Result<i64, Problem> {
    actor.may(Right::SuggestionRulesEdit, congress)?;
    let (family, code) = entry.listed().ok_or_else(Problem::missing)?;
    let sql = match family {
        "class" => {
            Sql::new("select count(distinct r.suggestion) from reply r join suggestion s on s.id = r.suggestion")
                .add(" where s.congress = {} and r.class = {}")
        }
        "category" | "mapping" => Sql::new("select count(*) from suggestion where congress = {} and category = {}"),
        "contact-way" => {
            Sql::new("select count(distinct c.suggestion) from talk c join suggestion s on s.id = c.suggestion")
                .add(" where s.congress = {} and c.way = {}")
        }
        // Words told while one writes, and what a form asks, are borne by no matter.
        "hint" | "form" => return Ok(0),
        "ground" => Sql::new("select count(*) from suggestion where congress = {} and ground = {}"),
        _ => Sql::new("select count(*) from suggestion where congress = {} and disposal = {}"),
    };
    Ok(site.db().one::<(i64,)>(sql.bind(congress).bind(code)).await?.map_or(0, |(count,)| count))
}

/// Lays an entry, for one term or for every one, and counts the days given again where that was chosen; says how many matters moved.
///
/// # Errors
/// When the actor does not answer for that congress's rules, somebody laid another value meanwhile, no document is named, the
/// congress has no such term, or the value cannot be read.
pub async fn change(site: &Site, actor: &Actor, congress: BodyId, change: Change) -> Result<usize, Problem> {
    actor.may(Right::SuggestionRulesEdit, congress)?;
    let Change { entry, term, seen, recount: again } = change;
    let mut tx = site.db().begin().await?;
    let stands = book_of_term(&mut tx, congress, term).await?.entry(&entry.key);
    if version(&stands) != seen {
        return Err(Problem::Stale(Box::new(both(congress, &entry, &stands))));
    }
    put(&mut tx, congress, term, &entry).await?;
    let because = Because::Rule(entry.key.clone());
    let touched = if again { limits(&entry.key) } else { vec![] };
    let (at, by, subject) = (site.now(), actor.account, congress.uuid());
    let fact = RuleFact::RuleLaid { key: entry.key, value: entry.value, document: entry.document, term };
    let recorded = Recorded { at, by, acting_for: actor.acting_for, body: Some(congress), subject, fact };
    journal::append(&mut tx, recorded).await?;
    let moved = recount(&mut tx, (site, actor), congress, &touched, &because).await?;
    tx.commit().await?;
    site.wrote();
    Ok(moved)
}

/// The version of an entry: it follows from its words, inherited or the congress's own; 0 where there is none, or none any more.
#[must_use]
pub fn version(entry: &Entry) -> i64 {
    if entry.value.is_empty() { 0 } else { edition(&[&entry.value, entry.grade.letter(), &entry.document]) }
}

/// What somebody would lay beside what stands there now.
fn both(congress: BodyId, mine: &Entry, stands: &Entry) -> Stale {
    let fields = |it: &Entry| -> Vec<Filled> {
        let grade = if it.value.is_empty() { "" } else { it.grade.letter() };
        vec![
            ("value", "suggestions-rules-value", it.value.clone()),
            ("document", "suggestions-rules-document", it.document.clone()),
            ("grade", "suggestions-rules-grade", grade.to_owned()),
        ]
    };
    let back = format!("/suggestions/rules?congress={congress}");
    let action = "/suggestions/rules/entry".to_owned();
    Stale { back, ..Stale::between(action, version(stands), fields(mine), fields(stands)) }
}

/// Lays it, when the whole book can then be read.
async fn put(tx: &mut Tx, congress: BodyId, term: Option<TermId>, entry: &Entry) -> Result<(), Problem> {
    let unknown = |field| Problem::from(Errors::one(field, Wrong::new("kit-form-unknown-choice")));
    if !known(&entry.key) {
        return Err(unknown("key"));
    }
    if let Some(term) = term
        && !terms(tx, congress).await?.iter().any(|one| one.id == term)
    {
        return Err(unknown("term"));
    }
    if entry.document.trim().is_empty() {
        return Err(Errors::one("document", Wrong::new("kit-form-required")).into());
    }
    if let Some(excess) = entry.excess() {
        let wrong = match excess {
            Excess::Law => "suggestions-wrong-rule-above-law",
            Excess::Long => "suggestions-wrong-rule-too-long",
            Excess::Wordy => "suggestions-wrong-rule-wordy",
        };
        return Err(Errors::one("value", Wrong::new(wrong)).into());
    }
    let retires = entry.value.is_empty() && entry.listed().is_some();
    let wrong = if retires { "suggestions-wrong-rule-last" } else { "suggestions-wrong-rule-value" };
    let wrong = || Problem::from(Errors::one("value", Wrong::new(wrong)));
    if retires {
        let stands = entries(tx, congress, term).await?;
        let stands = RuleBook::lay(stands).map_err(|_| wrong())?.entry(&entry.key).value;
        if stands.is_empty() {
            return Err(unknown("key"));
        }
        let value = format!("{RETIRED}{stands}");
        lay_rule(tx, congress, term, &Entry { value, ..entry.clone() }).await?;
    } else if entry.listed().is_some() && entry.value.starts_with(RETIRED) {
        return Err(wrong());
    } else {
        lay_rule(tx, congress, term, entry).await?;
    }
    // What is laid for every term must hold together with what any one term has of its own.
    let mut held = vec![term];
    if term.is_none() {
        held.extend(ruled_terms(tx, congress).await?.into_iter().map(Some));
    }
    for term in held {
        RuleBook::lay(entries(tx, congress, term).await?).map_err(|_| wrong())?;
    }
    Ok(())
}

/// Whether there is such an entry in any book: those of the default, and entries of its lists that a congress adds.
fn known(key: &str) -> bool {
    let listed = key.split_once('.').filter(|(family, _)| DICTIONARIES.contains(family));
    let default = || RuleBook::hunan().is_ok_and(|book| !book.entry(key).value.is_empty());
    listed.map_or_else(default, |(_, code)| is_code(code))
}

/// Whether an entry of a list can have that code: plain letters, digits and hyphens, at most thirty.
#[must_use]
pub fn is_code(code: &str) -> bool {
    (1..=30).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

/// The limits whose clocks an entry governs.
fn limits(key: &str) -> Vec<Limit> {
    counted_again().into_iter().filter(|limit| limit.key() == key).collect()
}

/// One version of an entry: what was laid, when, by whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// When.
    pub at: Moment,
    /// The name on the account.
    pub by: Option<String>,
    /// The entry's key.
    pub key: String,
    /// Its value.
    pub value: String,
    /// The document it rests on.
    pub document: String,
    /// The term it is for; none for every term.
    pub term: Option<TermId>,
}

/// Everything that was ever laid in a congress, the latest first.
///
/// # Errors
/// When the actor does not see the congress's sums.
pub async fn versions(site: &Site, actor: &Actor, congress: BodyId) -> Result<Vec<Version>, Problem> {
    actor.may(Right::SuggestionSums, congress)?;
    let mut all = Vec::new();
    for entry in journal::of_subject(&mut site.db(), congress.uuid()).await? {
        let Ok(RuleFact::RuleLaid { key, value, document, term }) = serde_json::from_value(entry.fact) else {
            continue;
        };
        let name = Sql::new("select name from v_account where id = {}");
        let by: Option<(String,)> = site.db().one(name.bind(entry.by)).await?;
        all.push(Version { at: entry.at, by: by.map(|(name,)| name), key, value, document, term });
    }
    all.reverse();
    Ok(all)
}
