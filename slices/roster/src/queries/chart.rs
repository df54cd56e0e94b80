//! Counts of a term, read from the live rows.

use kernel::AreaCode;
use kit::{
    Fault,
    db::{Ask, Sql},
};
use roster_rules::TermId;

/// How many mandates of a term stand in each standing.
pub async fn standings(ask: &mut impl Ask, term: TermId) -> Result<Vec<(String, i64)>, Fault> {
    ask.all(Sql::new("select state, count(*) from mandate where term = {} group by state order by state").bind(term))
        .await
}

/// How many deputies in office each delegation of a term has; those without one stand last.
pub async fn delegations(ask: &mut impl Ask, term: TermId) -> Result<Vec<(Option<String>, i64)>, Fault> {
    let sql = "select d.name, count(*) from mandate m left join delegation d on d.id = m.delegation
               where m.state = 'in_office' and m.term = {} group by d.name
               order by case when d.name is null then 1 else 0 end, d.name";
    ask.all(Sql::new(sql).bind(term)).await
}

/// How many deputies are in office on each rung inside an area: the sums a higher level may see.
pub async fn rungs(ask: &mut impl Ask, area: &AreaCode) -> Result<Vec<(String, i64)>, Fault> {
    let sql = Sql::new("select b.level, count(*) from mandate m join body b on b.id = m.congress where m.area >= {}");
    let sql = sql.bind(area).add(" and m.area < {}").bind(area.past());
    ask.all(sql.add(" and m.state = 'in_office' group by b.level order by min(m.area), case b.level when 'nation' then 0 else 1 end")).await
}
