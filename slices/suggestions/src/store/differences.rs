//! What units disagree on: the rows of `unit_difference` ⇄ [`Difference`].

use kernel::{AccountId, BodyId, Day, Moment};
use kit::{
    Fault,
    db::{Ask, At, Sql, Tx, Val},
    row,
};
use suggestions_rules::{Coordination, Difference, DifferenceId, RemarkId, SuggestionId};

row!(
    struct Row {
        id: DifferenceId,
        by: BodyId,
        about: RemarkId,
        at: Moment,
        settled: Option<Moment>,
        settled_by: Option<BodyId>,
        settled_on: Option<Day>,
        outcome: Option<RemarkId>,
    }
);

impl Row {
    fn read(self, between: Vec<BodyId>) -> Result<Difference, Fault> {
        let row = At { table: "unit_difference", id: &self.id };
        let settled = match (self.settled, self.settled_by, self.settled_on, self.outcome) {
            (None, None, None, None) => None,
            (Some(at), Some(by), Some(day), Some(outcome)) => Some(Coordination { by, day, outcome, at }),
            _ => return Err(row.broken("settled", "does not fit `settled_by`, `settled_on` and `outcome`")),
        };
        Ok(Difference { id: self.id, by: self.by, between, about: self.about, at: self.at, settled })
    }
}

/// One of a suggestion; nothing when it has no such.
///
/// # Errors
/// When the database refuses or the row is impossible.
pub(crate) async fn difference(
    ask: &mut impl Ask,
    of: SuggestionId,
    id: DifferenceId,
) -> Result<Option<Difference>, Fault> {
    let sql =
        Sql::new("select id, raised_by, about, at, settled, settled_by, settled_on, outcome from unit_difference");
    let sql = sql.add(" where suggestion = {} and id = {}").bind(of).bind(id);
    let Some(row) = ask.one::<Row>(sql).await? else { return Ok(None) };
    let sql = Sql::new("select unit from unit_difference_party where difference = {} order by unit").bind(id);
    let between: Vec<(BodyId,)> = ask.all(sql).await?;
    row.read(between.into_iter().map(|(unit,)| unit).collect()).map(Some)
}

/// Keeps what was raised. Who has taken the suggestion up is the only one who can.
pub(crate) async fn keep_difference(
    tx: &mut Tx,
    of: SuggestionId,
    new: &Difference,
    account: AccountId,
) -> Result<(), Fault> {
    let row = [Val::from(new.id), of.into(), new.by.into(), account.into(), new.about.into(), new.at.into()];
    let sql = Sql::new("insert into unit_difference (id, suggestion, raised_by, written_by, about, at) values ");
    tx.run(sql.list(row)).await?;
    for unit in &new.between {
        let sql = Sql::new("insert into unit_difference_party (difference, unit) values ");
        tx.run(sql.list([Val::from(new.id), (*unit).into()])).await?;
    }
    Ok(())
}

/// Keeps how it was settled.
pub(crate) async fn settle_difference(tx: &mut Tx, id: DifferenceId, how: &Coordination) -> Result<(), Fault> {
    let sql = Sql::new(
        "update unit_difference set settled = {}, settled_by = {}, settled_on = {}, outcome = {} where id = {}",
    );
    let sql = sql.bind(how.at).bind(how.by).bind(how.day).bind(how.outcome).bind(id);
    tx.run(sql).await.map(|_rows| ())
}
