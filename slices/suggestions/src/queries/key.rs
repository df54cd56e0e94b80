//! Whether the congress supervises the handling of a suggestion as a key one (重点督办).

use kit::{
    Fault,
    db::{Ask, Sql},
};
use suggestions_rules::SuggestionId;

/// Whether it is a key suggestion now.
pub async fn is_key(ask: &mut impl Ask, id: SuggestionId) -> Result<bool, Fault> {
    let sql = Sql::new("select 1 from v_key_suggestion where suggestion = {} limit 1").bind(id);
    Ok(ask.one::<(i64,)>(sql).await?.is_some())
}
