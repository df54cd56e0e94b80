//! What lies to be assigned: with the office, or with a transfer office that divides it. What goes with another waits for that one.

use kernel::BodyId;
use kit::{
    Fault,
    db::{Ask, Sql},
};
use suggestions_rules::SuggestionId;

use super::{Line, list::lines_of};

/// The suggestions that the office of a congress, or one of its transfer offices, has to assign, in the order of their numbers.
pub async fn to_assign(
    ask: &mut impl Ask,
    congress: BodyId,
    office: Option<BodyId>,
    most: u16,
) -> Result<Vec<Line>, Fault> {
    let sql = Sql::new("select id from suggestion where congress = {} and stage = 'numbered' and merged_into is null");
    let sql = sql.bind(congress);
    let sql = match office {
        Some(office) => sql.add(" and routed_to = {}").bind(office),
        None => sql.add(" and routed_to is null"),
    };
    let rows: Vec<(SuggestionId,)> = ask.all(sql.add(" order by series, n limit {}").bind(most)).await?;
    let ids: Vec<SuggestionId> = rows.into_iter().map(|(id,)| id).collect();
    lines_of(ask, congress, &ids).await
}
