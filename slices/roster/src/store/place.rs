//! Delegations and constituencies of a term, as they are renamed and taken out again.

use kit::{
    Fault,
    db::{Ask, Sql, Tx},
};
use roster_rules::{ConstituencyId, DelegationId, TermId};

use super::term::{Constituency, Delegation};

/// Keeps a delegation whose row still has its version; says whether it had.
pub async fn save_delegation(tx: &mut Tx, it: &Delegation) -> Result<bool, Fault> {
    let sql = Sql::new("update delegation set name = {}").bind(&it.name).add(", version = version + 1 where id = {}");
    Ok(tx.run(sql.bind(it.id).add(" and version = {}").bind(it.version)).await? == 1)
}

/// Keeps a constituency whose row still has its version; says whether it had.
pub async fn save_constituency(tx: &mut Tx, it: &Constituency) -> Result<bool, Fault> {
    let sql = Sql::new("update constituency set name = {}").bind(&it.name).add(", seats = {}").bind(it.seats);
    let sql = sql.add(", version = version + 1 where id = {}").bind(it.id);
    Ok(tx.run(sql.add(" and version = {}").bind(it.version)).await? == 1)
}

/// Whether a mandate, of whatever standing, names the delegation.
pub async fn delegation_used(ask: &mut impl Ask, id: DelegationId) -> Result<bool, Fault> {
    let sql = Sql::new("select 1 from mandate where delegation = {} limit 1").bind(id);
    Ok(ask.one::<(i64,)>(sql).await?.is_some())
}

/// Whether a mandate names the constituency, or an election of its term may.
pub async fn constituency_used(ask: &mut impl Ask, id: ConstituencyId, term: TermId) -> Result<bool, Fault> {
    let sql = Sql::new("select 1 from mandate where constituency = {}").bind(id);
    let sql = sql.add(" union select 1 from v_election where stage <> 'cancelled' and term = {} limit 1").bind(term);
    Ok(ask.one::<(i64,)>(sql).await?.is_some())
}

/// Takes a delegation out.
pub async fn drop_delegation(tx: &mut Tx, id: DelegationId) -> Result<(), Fault> {
    tx.run(Sql::new("delete from delegation where id = {}").bind(id)).await.map(|_| ())
}

/// Takes a constituency out.
pub async fn drop_constituency(tx: &mut Tx, id: ConstituencyId) -> Result<(), Fault> {
    tx.run(Sql::new("delete from constituency where id = {}").bind(id)).await.map(|_| ())
}
