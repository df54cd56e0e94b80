//! Papers somebody is checking.

use kernel::{AccountId, Moment};
use kit::{
    Fault,
    db::{Ask, Sql, Tx},
};
use suggestions_rules::{Hold, SuggestionId};

/// Who has a paper, or had it until it lapsed.
pub(crate) async fn hold(ask: &mut impl Ask, id: SuggestionId) -> Result<Option<Hold>, Fault> {
    let sql = Sql::new("select account, since, until from hold where suggestion = {}").bind(id);
    let row: Option<(AccountId, Moment, Moment)> = ask.one(sql).await?;
    Ok(row.map(|(by, since, until)| Hold { by, since, until }))
}

/// Keeps who has it.
pub(crate) async fn keep_hold(tx: &mut Tx, id: SuggestionId, hold: &Hold) -> Result<(), Fault> {
    let sql = Sql::new("insert into hold (suggestion, account, since, until) values ({}, {}, {}, {})");
    let sql = sql.bind(id).bind(hold.by).bind(hold.since).bind(hold.until);
    let again = " on conflict (suggestion) do update set account = excluded.account, since = excluded.since, \
                 until = excluded.until";
    tx.run(sql.add(again)).await?;
    Ok(())
}

/// Forgets who had it: it was decided on, or laid down.
pub(crate) async fn forget_hold(tx: &mut Tx, id: SuggestionId) -> Result<(), Fault> {
    tx.run(Sql::new("delete from hold where suggestion = {}").bind(id)).await?;
    Ok(())
}
