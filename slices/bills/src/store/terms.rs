//! What a session sets for its bills ⇄ [`Terms`].

use bills_rules::{Late, NumberPattern, SessionId, Terms};
use kernel::{BodyId, Moment};
use kit::{
    Fault,
    db::{Ask, At, Sql, Tx, Val},
    row,
};

row! {
    struct TermsRow {
        deadline: Option<Moment>,
        late: String,
        delegations: bool,
        report_months: u16,
        consult_first: bool,
        consult_days: u16,
        pattern: String,
        basis: String,
        version: i64,
    }
}

/// The terms of a session as they were laid down, or the usual ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Laid {
    /// The terms.
    pub terms: Terms,
    /// The pattern as it was typed.
    pub pattern: String,
    /// The document they rest on; empty for the usual ones.
    pub basis: String,
    /// Counts their changes; nought for the usual ones.
    pub version: i64,
}

/// The terms of a session; the usual ones where it set none.
///
/// # Errors
/// When the database refuses or the row is impossible.
pub(crate) async fn terms(ask: &mut impl Ask, session: SessionId) -> Result<Laid, Fault> {
    let sql = Sql::new(
        "select deadline, late, delegations, report_months, consult_first, consult_days, pattern, basis, version from bill_terms",
    );
    let row: Option<TermsRow> = ask.one(sql.add(" where session = {}").bind(session)).await?;
    let Some(row) = row else {
        let pattern = Terms::USUAL_PATTERN.to_owned();
        return Ok(Laid { terms: Terms::usual().map_err(Fault::new)?, pattern, basis: String::new(), version: 0 });
    };
    let at = At { table: "bill_terms", id: &session };
    let TermsRow { deadline, late, delegations, report_months, consult_first, consult_days, pattern, basis, version } =
        row;
    let late = at.word("late", &late, Late::read)?;
    let read = NumberPattern::parse(&pattern).map_err(|problem| at.broken("pattern", problem))?;
    let terms = Terms { deadline, late, delegations, report_months, consult_first, consult_days, pattern: read };
    Ok(Laid { terms, pattern, basis, version })
}

/// Lays down the terms of a session in place of version `seen`; answers whether nobody had done so meanwhile.
pub(crate) async fn lay_terms(
    tx: &mut Tx,
    congress: BodyId,
    session: SessionId,
    laid: &Laid,
    seen: i64,
) -> Result<bool, Fault> {
    let terms = &laid.terms;
    let sql = Sql::new(
        "insert into bill_terms (session, congress, deadline, late, delegations, report_months, \
         consult_first, consult_days, pattern, basis, version) values ",
    )
    .list([
        Val::from(session),
        congress.into(),
        terms.deadline.into(),
        terms.late.word().into(),
        terms.delegations.into(),
        terms.report_months.into(),
        terms.consult_first.into(),
        terms.consult_days.into(),
        (&laid.pattern).into(),
        (&laid.basis).into(),
        1i64.into(),
    ])
    .add(" on conflict (session) do update set deadline = excluded.deadline, late = excluded.late,")
    .add(" delegations = excluded.delegations, report_months = excluded.report_months, pattern = excluded.pattern,")
    .add(" consult_first = excluded.consult_first, consult_days = excluded.consult_days,")
    .add(" basis = excluded.basis, version = bill_terms.version + 1 where bill_terms.version = {}")
    .bind(seen);
    Ok(tx.run(sql).await? == 1)
}
