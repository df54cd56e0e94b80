//! 回头看: the office keeps what it found on a matter that was closed.

use accounts_rules::{Actor, Right};
use kit::{Problem, Site, db::Sql};
use suggestions_rules::{Found, SuggestionId};

use super::{Reason, Work};
use crate::store::Kept;

/// The office looks back.
///
/// # Errors
/// When the matter is not closed.
pub async fn look_back(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    found: Found,
    words: Reason,
) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    let congress = work.congress();
    actor.may(Right::SuggestionClose, congress)?;
    let words = work.words("look-back", words);
    work.act(|suggestion, _| suggestion.look_back(found, words).map(|fact| (suggestion, fact)))?;
    let sql = Sql::new("insert into look_back (suggestion, ordinal, congress, at, found, words) select {}, ").bind(id);
    let sql = sql.add("coalesce(max(ordinal), 0) + 1, {}, {}, {}, {} from look_back where suggestion = {}");
    work.tx.run(sql.bind(congress).bind(site.now()).bind(found.word()).bind(words).bind(id)).await?;
    work.finish().await
}
