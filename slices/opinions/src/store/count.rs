//! What each office sees, by stage and topic, and how many: kept in the transaction that changes it, and so always exact.

use kernel::BodyId;
use kit::{
    Fault,
    db::{Sql, Tx},
};
use opinions_rules::{OpinionId, Stage};

/// The where keeps SQLite from reading `on conflict` as a join.
const ADDED: &str = " on conflict (office, stage, topic) do update set n = opinion_count.n + excluded.n";

/// An office sees it from now on.
pub(super) async fn enters(tx: &mut Tx, id: OpinionId, office: BodyId) -> Result<(), Fault> {
    let sql = Sql::new("insert into opinion_count (office, stage, topic, n) select {}, stage, topic, 1 from opinion ");
    tx.run(sql.bind(office).add("where id = {}").bind(id).add(ADDED)).await.map(drop)
}

/// It is about to stand at another stage. Every line is written by one statement and in one order, so two transactions do not wait for
/// each other.
pub(super) async fn moves(tx: &mut Tx, id: OpinionId, stage: &str) -> Result<(), Fault> {
    let old: Option<(String,)> = tx.one(Sql::new("select stage from opinion where id = {}").bind(id)).await?;
    let Some((old,)) = old.filter(|(old,)| old != stage) else { return Ok(()) };
    let seen = " as stage, o.topic as topic from opinion_office f join opinion o on o.id = f.opinion where o.id = {}";
    let sql =
        Sql::new("insert into opinion_count (office, stage, topic, n) select c.office, c.stage, c.topic, c.n from (")
            .add("select f.office as office, -1 as n, {}")
            .bind(old)
            .add(seen)
            .bind(id)
            .add(" union all select f.office, 1, {}")
            .bind(stage)
            .add(seen)
            .bind(id)
            .add(") c where c.n <> 0 order by c.office, c.stage");
    tx.run(sql.add(ADDED)).await?;
    let open = Stage::OPEN.contains(&stage);
    let sql = Sql::new("update opinion_office set stage = {}, open = {} where opinion = {}").bind(stage).bind(open);
    tx.run(sql.bind(id)).await.map(drop)
}
