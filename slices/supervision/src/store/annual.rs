//! What the office writes beside the numbers of a session's report.

use kernel::{BodyId, Moment, Text};
use kit::{
    Fault,
    db::{Ask, Sql, Tx},
};
use supervision_rules::{AnnualId, AnnualWords, Example, SessionId, SuggestionId};

/// The words of a report as they are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnnualKept {
    /// Their identity.
    pub id: AnnualId,
    /// The words.
    pub words: AnnualWords,
    /// How often they were written.
    pub version: i64,
}

/// The words of a session's report; nothing where none were written.
///
/// # Errors
/// When the database refuses, or a row cannot be.
pub(crate) async fn read_annual(
    ask: &mut impl Ask,
    congress: BodyId,
    session: SessionId,
) -> Result<Option<AnnualKept>, Fault> {
    let sql = Sql::new("select id, problems, plan, version from annual_report where congress = {} and session = {}");
    type Row = (AnnualId, Option<Text<4000>>, Option<Text<4000>>, i64);
    let Some((id, problems, plan, version)) = ask.one::<Row>(sql.bind(congress).bind(session)).await? else {
        return Ok(None);
    };
    let sql = Sql::new("select suggestion, words from annual_example where report = {} order by ordinal").bind(id);
    let rows: Vec<(SuggestionId, Text<500>)> = ask.all(sql).await?;
    let examples = rows.into_iter().map(|(suggestion, words)| Example { suggestion, words }).collect();
    Ok(Some(AnnualKept { id, words: AnnualWords { examples, problems, plan }, version }))
}

/// Keeps the words, where those before are of that version (0: there were none); whether they were.
pub(crate) async fn save_annual(
    tx: &mut Tx,
    (id, congress, session): (AnnualId, BodyId, SessionId),
    words: &AnnualWords,
    (at, seen): (Moment, i64),
) -> Result<bool, Fault> {
    let sql = if seen == 0 {
        Sql::new("insert into annual_report (version, at, problems, plan, id, congress, session) values (1, {}, {}, {}, {}, {}, {})")
            .bind(at)
            .bind(words.problems.clone())
            .bind(words.plan.clone())
            .bind(id)
            .bind(congress)
            .bind(session)
            .add(" on conflict (congress, session) do nothing")
    } else {
        Sql::new("update annual_report set version = version + 1, at = {}, problems = {}, plan = {} where id = {} and version = {}")
            .bind(at)
            .bind(words.problems.clone())
            .bind(words.plan.clone())
            .bind(id)
            .bind(seen)
    };
    if tx.run(sql).await? == 0 {
        return Ok(false);
    }
    tx.run(Sql::new("delete from annual_example where report = {}").bind(id)).await?;
    for (ordinal, example) in (0i64..).zip(&words.examples) {
        let sql = Sql::new("insert into annual_example (report, ordinal, suggestion, words) values ({}, {}, {}, {})");
        tx.run(sql.bind(id).bind(ordinal).bind(example.suggestion).bind(&example.words)).await?;
    }
    Ok(true)
}
