//! The rule book of a congress and term: its own entries laid over the Hunan default.

use std::{
    collections::HashMap,
    sync::{Arc, LazyLock, Mutex},
};

use kernel::BodyId;
use kit::{
    Fault,
    db::{Ask, Sql, Tx},
};
use roster_rules::{SessionId, TermId};
use suggestions_rules::{Entry, Grade, RuleBook, RuleBookError};

/// Books already laid, by what was laid over the default. A book follows from its entries alone, so one laid before is as good as new;
/// the entries themselves are read each time.
static LAID: LazyLock<Mutex<HashMap<Vec<Entry>, Arc<RuleBook>>>> = LazyLock::new(Mutex::default);
/// Books kept at most; a province has some two thousand congresses, most of which lay nothing of their own.
const KEPT: usize = 500;

/// The term of zeros: entries for every term.
fn every_term() -> TermId {
    TermId::from_uuid(uuid::Uuid::nil())
}

/// The rule book in force for suggestions of that congress and session.
///
/// # Errors
/// When the database refuses, or an entry kept cannot be read.
pub(crate) async fn rule_book(
    ask: &mut impl Ask,
    congress: BodyId,
    session: SessionId,
) -> Result<Arc<RuleBook>, Fault> {
    // Entries of every term sort before those of one: the nil identity is the least.
    let sql = Sql::new("select r.key, r.value, r.grade, r.document from suggestion_rules r where r.congress = {}")
        .bind(congress)
        .add(" and (r.term = {}")
        .bind(every_term())
        .add(" or r.term = (select s.term from v_session s where s.id = {})) order by r.term, r.key")
        .bind(session);
    let rows: Vec<(String, String, String, String)> = ask.all(sql).await?;
    let mut over = Vec::with_capacity(rows.len());
    for (key, value, grade, document) in rows {
        let grade = Grade::read(&grade).ok_or_else(|| {
            Fault::new(format_args!("table `suggestion_rules`, row {congress} {key}, column `grade`: `{grade}`"))
        })?;
        over.push(Entry { key, value, grade, document });
    }
    laid(over).map_err(|e| Fault::caused(format_args!("table `suggestion_rules`, congress {congress}"), e))
}

fn laid(over: Vec<Entry>) -> Result<Arc<RuleBook>, RuleBookError> {
    if let Some(book) = LAID.lock().ok().and_then(|kept| kept.get(&over).cloned()) {
        return Ok(book);
    }
    let book = Arc::new(RuleBook::lay(over.clone())?);
    if let Ok(mut kept) = LAID.lock() {
        if kept.len() >= KEPT {
            kept.clear();
        }
        kept.insert(over, Arc::clone(&book));
    }
    Ok(book)
}

/// The rule book of a congress in one term; without one, of those terms for which nothing else was laid.
///
/// # Errors
/// As [`rule_book`].
pub(crate) async fn book_of_term(
    ask: &mut impl Ask,
    congress: BodyId,
    term: Option<TermId>,
) -> Result<Arc<RuleBook>, Fault> {
    let over = crate::queries::entries(ask, congress, term).await?;
    laid(over).map_err(|e| Fault::caused(format_args!("table `suggestion_rules`, congress {congress}"), e))
}

/// The default alone, for a congress that has held no session yet.
///
/// # Errors
/// When the default that the program carries is damaged.
pub(crate) fn default_book() -> Result<Arc<RuleBook>, Fault> {
    laid(vec![]).map_err(|e| Fault::caused("the default rule book is damaged", e))
}

/// Lays one entry of a congress's own over the default, for one term or for every term.
pub(crate) async fn lay_rule(tx: &mut Tx, congress: BodyId, term: Option<TermId>, entry: &Entry) -> Result<(), Fault> {
    let sql = Sql::new("insert into suggestion_rules (congress, term, key, value, grade, document, version) values ")
        .list([
            kit::db::Val::from(congress),
            term.unwrap_or_else(every_term).into(),
            (&entry.key).into(),
            (&entry.value).into(),
            entry.grade.letter().into(),
            (&entry.document).into(),
            1i64.into(),
        ])
        .add(
            " on conflict (congress, term, key) do update set value = excluded.value, grade = excluded.grade, \
             document = excluded.document, version = suggestion_rules.version + 1",
        );
    tx.run(sql).await?;
    Ok(())
}
