//! Papers that were made of one, as far as this reader may know of them (拆件).

use accounts_rules::Actor;
use kit::{
    Fault,
    db::{Ask, Sql},
};
use suggestions_rules::{Suggestion, SuggestionId};

use crate::{Sight, store};

/// The other of two papers that were one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeveredPaper {
    /// The other paper.
    pub id: SuggestionId,
    /// Its title.
    pub title: String,
    /// Whether the other was made of this one; else this one was made of the other.
    pub made: bool,
    /// The title of the paper as the deputies signed it.
    pub signed_title: String,
    /// Its text.
    pub signed_body: String,
    /// Why it was divided; nothing where the words were erased.
    pub reason: Option<String>,
}

/// The papers made of this one, and the one it was made of; each only for who may look at both.
pub(super) async fn severed(ask: &mut impl Ask, actor: &Actor, of: &Suggestion) -> Result<Vec<SeveredPaper>, Fault> {
    let sql = Sql::new(
        "select v.paper, v.original, v.title, v.body, (select m.words from remark m where m.id = v.reason) \
         from severance v where v.paper = {} or v.original = {}",
    );
    let sql = sql.bind(of.id).bind(of.id).add(" order by v.at, v.paper");
    let rows: Vec<(SuggestionId, SuggestionId, String, String, Option<String>)> = ask.all(sql).await?;
    let mut all = Vec::new();
    for (paper, original, signed_title, signed_body, reason) in rows {
        let made = original == of.id;
        let Some(other) = store::read(ask, if made { paper } else { original }).await? else { continue };
        if matches!(Sight::of(actor, &other.suggestion), Ok(sight) if sight != Sight::Public) {
            let (id, title) = (other.suggestion.id, other.suggestion.sheet.title);
            all.push(SeveredPaper { id, title, made, signed_title, signed_body, reason });
        }
    }
    Ok(all)
}
