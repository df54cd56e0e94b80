//! Counting due days again, of all matters of a congress at once: looked at first, then done in one transaction.

use std::{collections::BTreeMap, sync::Arc};

use accounts_rules::{Actor, Right};
use kernel::BodyId;
use kit::{
    Problem, Site,
    db::{Sql, Tx},
    journal,
};
use suggestions_rules::{Because, Given, Limit, Moved, Recounting, RuleBook, SessionId, SuggestionId};

use super::recorded;
use crate::store::{Counts, read, rule_book, save, take};

/// The limits whose clocks are counted again.
#[must_use]
pub fn counted_again() -> Vec<Limit> {
    Limit::recounted(Recounting::Again).collect()
}

/// A matter whose days would move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Touched {
    /// The suggestion.
    pub id: SuggestionId,
    /// Its number as written, once it has one.
    pub number: Option<String>,
    /// 标题.
    pub title: String,
    /// Its clocks that would move.
    pub moved: Vec<Moved>,
}

/// Every open matter of a congress whose days differ from what the present rules and calendar come to (期限核对).
///
/// # Errors
/// When the actor does not see the congress's sums.
pub async fn differing(site: &Site, actor: &Actor, congress: BodyId) -> Result<Vec<Touched>, Problem> {
    actor.may(Right::SuggestionSums, congress)?;
    let mut tx = site.db().begin().await?;
    touched(&mut tx, site, congress, &counted_again()).await
}

/// Brings them in line, and says how many matters that touched.
///
/// # Errors
/// When the actor does not answer for that congress's rules.
pub async fn bring_in_line(site: &Site, actor: &Actor, congress: BodyId) -> Result<usize, Problem> {
    actor.may(Right::SuggestionRulesEdit, congress)?;
    let mut tx = site.db().begin().await?;
    let count = recount(&mut tx, (site, actor), congress, &counted_again(), &Because::Present).await?;
    tx.commit().await?;
    site.wrote();
    Ok(count)
}

/// The matters whose clocks of these limits would move under the rules as this transaction sees them.
pub(super) async fn touched(
    tx: &mut Tx,
    site: &Site,
    congress: BodyId,
    limits: &[Limit],
) -> Result<Vec<Touched>, Problem> {
    let (calendar, now) = (site.calendar(), site.now());
    let mut books: BTreeMap<SessionId, Arc<RuleBook>> = BTreeMap::new();
    let mut all = Vec::new();
    for id in open(tx, congress, limits).await? {
        let Some(kept) = read(tx, id).await? else { continue };
        let s = kept.suggestion;
        let book = match books.remove(&s.session) {
            Some(book) => book,
            None => rule_book(tx, congress, s.session).await?,
        };
        let moved = s.drift(limits, &Given { now, book: &book, calendar: &calendar });
        books.insert(s.session, book);
        if !moved.is_empty() {
            let number = s.stage.numbered().map(|numbered| numbered.number.to_string());
            all.push(Touched { id, number, title: s.sheet.title, moved });
        }
    }
    Ok(all)
}

/// Moves them, each with its fact.
pub(super) async fn recount(
    tx: &mut Tx,
    (site, actor): (&Site, &Actor),
    congress: BodyId,
    limits: &[Limit],
    because: &Because,
) -> Result<usize, Problem> {
    let (calendar, now) = (site.calendar(), site.now());
    let all = touched(tx, site, congress, limits).await?;
    let (mut counts, mut facts) = (Counts::default(), Vec::new());
    for touched in &all {
        let Some(was) = take(tx, touched.id).await? else { continue };
        let book = rule_book(tx, congress, was.suggestion.session).await?;
        let given = Given { now, book: &book, calendar: &calendar };
        // Somebody may have moved on between the look and the lock.
        let Ok((moved, fact)) = was.suggestion.clone().recount(limits, because.clone(), &given) else { continue };
        save(tx, &was.suggestion, &moved, &mut counts).await?;
        facts.push(recorded(site, actor, congress, touched.id, fact));
    }
    counts.write(tx).await?;
    let count = facts.len();
    journal::append_all(tx, facts).await?;
    Ok(count)
}

async fn open(tx: &mut Tx, congress: BodyId, limits: &[Limit]) -> Result<Vec<SuggestionId>, Problem> {
    let mut stages = Vec::new();
    if limits.contains(&Limit::Assign) {
        stages.extend(["submitted", "accepted", "numbered"]);
    }
    if limits.iter().any(|limit| *limit != Limit::Assign) {
        stages.push("handling");
    }
    let sql = Sql::new("select id from suggestion where congress = {}").bind(congress).add(" and stage in ");
    let rows: Vec<(SuggestionId,)> = tx.all(sql.list(stages).add(" order by id")).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}
