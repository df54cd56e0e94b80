//! How many suggestions there are of each kind, kept in the transaction that changes it and so always exact.

use std::collections::BTreeMap;

use kernel::BodyId;
use kit::{
    Fault,
    db::{Sql, Tx, Val},
};
use roster_rules::SessionId;
use suggestions_rules::{Stage, Suggestion};

type Key = (BodyId, String, String, SessionId, String);

/// Changes to the counts, gathered and written together, in one order: so two transactions never wait for each other.
#[derive(Debug, Default)]
pub(crate) struct Counts(BTreeMap<Key, i64>);

impl Counts {
    pub(super) fn enter(&mut self, suggestion: &Suggestion) {
        self.note(suggestion, 1);
    }

    pub(super) fn leave(&mut self, suggestion: &Suggestion) {
        self.note(suggestion, -1);
    }

    fn note(&mut self, suggestion: &Suggestion, by: i64) {
        let category = suggestion.stage.accepted().map_or_else(String::new, |accepted| accepted.category.clone());
        let outcome = match &suggestion.stage {
            Stage::Closed { handling, .. } => handling.outcome(suggestion.lead.person).word(),
            _ => "",
        };
        let stage = suggestion.stage.word().to_owned();
        let key = (suggestion.congress, stage, category, suggestion.session, outcome.to_owned());
        *self.0.entry(key).or_default() += by;
    }

    /// Writes the changes.
    pub(crate) async fn write(self, tx: &mut Tx) -> Result<(), Fault> {
        for ((congress, stage, category, session, outcome), by) in self.0 {
            if by != 0 {
                let sql =
                    Sql::new("insert into suggestion_count (congress, stage, category, session, outcome, n) values ")
                        .list([
                            Val::from(congress),
                            stage.into(),
                            category.into(),
                            session.into(),
                            outcome.into(),
                            by.into(),
                        ])
                        .add(" on conflict (congress, stage, category, session, outcome)")
                        .add(" do update set n = suggestion_count.n + excluded.n");
                tx.run(sql).await?;
            }
        }
        Ok(())
    }
}
