//! The rule book of a congress, laid over the default.

use kernel::BodyId;
use kit::{
    Fault,
    db::{Ask, Sql},
};
use suggestions_rules::{Entry, Grade, RuleBook};

/// The rules of a congress: opinions belong to no session, so those of the latest term come last.
///
/// # Errors
/// When the database refuses, or an entry kept cannot be read.
pub async fn of_congress(ask: &mut impl Ask, congress: BodyId) -> Result<RuleBook, Fault> {
    let sql = Sql::new("select key, value, grade, document from v_suggestion_rule where congress = {}").bind(congress);
    let rows: Vec<(String, String, String, String)> = ask.all(sql.add(" order by term, key")).await?;
    let entry = |(key, value, grade, document): (_, _, String, _)| Entry {
        key,
        value,
        grade: Grade::read(&grade).unwrap_or(Grade::D),
        document,
    };
    RuleBook::lay(rows.into_iter().map(entry).collect()).map_err(|error| Fault::caused("a rule book", error))
}
