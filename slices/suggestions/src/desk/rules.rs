//! The rule book: a congress lays its own entries over the Hunan default.

use accounts_rules::{Actor, Right};
use kernel::{BodyId, Recorded, Refusal as Family, Refused, Verb};
use kit::{Problem, Site, journal};
use roster_rules::TermId;
use serde::{Deserialize, Serialize};
use suggestions_rules::{Entry, RuleBook, SessionId};

use crate::store::{lay_rule, rule_book};

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

/// Lays one entry of a congress's own. Open matters keep the due days they have.
///
/// # Errors
/// When the actor does not answer for that congress's rules, no document is named, or the entry cannot be read.
pub async fn lay(
    site: &Site,
    actor: &Actor,
    congress: BodyId,
    term: Option<TermId>,
    entry: Entry,
) -> Result<(), Problem> {
    actor.may(Right::SuggestionRulesEdit, congress)?;
    if entry.document.trim().is_empty() {
        return Err(Refused::new(Family::Unfit, "suggestions-refused-rule-without-document").into());
    }
    let mut tx = site.db().begin().await?;
    lay_rule(&mut tx, congress, term, &entry).await?;
    let whole = crate::queries::entries(&mut tx, congress, term).await?;
    if let Err(wrong) = RuleBook::lay(whole) {
        let refused = Refused::new(Family::Unfit, "suggestions-refused-rule-unreadable");
        return Err(refused.with("key", wrong.key).with("problem", wrong.problem).into());
    }
    let fact = RuleFact::RuleLaid { key: entry.key, value: entry.value, document: entry.document, term };
    let (at, by, subject) = (site.now(), actor.account, congress.uuid());
    let recorded = Recorded { at, by, acting_for: actor.acting_for, body: Some(congress), subject, fact };
    journal::append(&mut tx, recorded).await?;
    tx.commit().await?;
    site.wrote();
    Ok(())
}

/// The rule book in force for a congress and session, for pages that explain and forms that choose.
///
/// # Errors
/// When the database refuses, or an entry kept cannot be read.
pub async fn book(site: &Site, congress: BodyId, session: SessionId) -> Result<RuleBook, Problem> {
    Ok(rule_book(&mut site.db(), congress, session).await?)
}
