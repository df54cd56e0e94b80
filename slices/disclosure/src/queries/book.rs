//! The rule book of a congress, laid over the default.

use disclosure_rules::SessionId;
use kernel::BodyId;
use kit::{
    Fault,
    db::{Ask, Sql},
};
use suggestions_rules::{Entry, Grade, RuleBook};
use uuid::Uuid;

/// The rules that hold in a session: the congress's own entries, then those of the term.
///
/// # Errors
/// When the database refuses, or an entry kept cannot be read.
pub async fn of_session(ask: &mut impl Ask, congress: BodyId, session: SessionId) -> Result<RuleBook, Fault> {
    let sql = Sql::new("select key, value, grade, document from v_suggestion_rule where congress = {} and (term = {}")
        .bind(congress)
        .bind(Uuid::nil())
        .add(" or term = (select term from v_session where id = {})) order by term, key")
        .bind(session);
    laid(ask, sql).await
}

/// The rules of a congress whatever the term: for what is said of all of its data.
///
/// # Errors
/// As [`of_session`].
pub async fn of_congress(ask: &mut impl Ask, congress: BodyId) -> Result<RuleBook, Fault> {
    let sql = Sql::new("select key, value, grade, document from v_suggestion_rule where congress = {}").bind(congress);
    laid(ask, sql.add(" order by term, key")).await
}

async fn laid(ask: &mut impl Ask, sql: Sql) -> Result<RuleBook, Fault> {
    let rows: Vec<(String, String, String, String)> = ask.all(sql).await?;
    let entry = |(key, value, grade, document): (_, _, String, _)| Entry {
        key,
        value,
        grade: Grade::read(&grade).unwrap_or(Grade::D),
        document,
    };
    RuleBook::lay(rows.into_iter().map(entry).collect()).map_err(|error| Fault::caused("a rule book", error))
}
