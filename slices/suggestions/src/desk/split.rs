//! 拆成两件: a draft that speaks of two matters becomes two drafts (一事一议, suggestions.md §4).

use accounts_rules::Actor;
use kit::{Problem, Site, web::api::Once};
use suggestions_rules::{Sheet, SuggestionId};

use super::{Work, account, draft, submit::beside};

/// The title and the text of one of the two.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Piece {
    /// 标题.
    pub title: String,
    /// 正文.
    pub body: String,
}

impl From<Piece> for suggestions_rules::Piece {
    fn from(piece: Piece) -> Self {
        Self { title: piece.title, body: piece.body }
    }
}

/// Leaves the first piece on the sheet and begins a draft of its own with the second, which takes over source, consent and wishes.
/// Answers the second. Sent twice, it splits once.
///
/// # Errors
/// As editing the sheet; when the congress has held no session yet.
pub async fn split(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    seen: i64,
    [first, second]: [Piece; 2],
    once: &Once,
) -> Result<SuggestionId, Problem> {
    let account = account(actor)?;
    let mut work = Work::begin(site, actor, id).await?;
    let new = site.new_id();
    if let Some(before) = once.claim(&mut work.tx, site, account, &(id, &first, &second), new).await? {
        return Ok(before);
    }
    let common = work.suggestion().sheet.clone();
    let of = |piece: Piece| Sheet { title: piece.title, body: piece.body, ..common.clone() };
    let second = of(second).as_draft().map_err(beside)?;
    draft::change(&mut work, actor, seen, of(first)).await?;
    let congress = work.congress();
    draft::put(&mut work.tx, (site, actor), congress, new, second).await?;
    work.finish().await?;
    Ok(new)
}
