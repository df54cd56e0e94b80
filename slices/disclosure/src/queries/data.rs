//! Open data: the disclosed suggestions of a congress, whole, page by page.

use kernel::Day;
use kit::{
    Fault,
    db::{Ask, Sql, Val},
    list::{Cursor, List, Page, Position, page},
};

use super::{
    list::{Filter, NEWEST},
    show::{Open, open},
};
use crate::store;

/// So many suggestions after a place, with their texts.
pub async fn rows(
    ask: &mut impl Ask,
    filter: &Filter,
    today: Day,
    after: Option<Position>,
    size: u16,
) -> Result<(Vec<Open>, Option<Cursor>), Fault> {
    let list = List {
        select: filter.narrow(Sql::new("select d.id, d.since from disclosure d where d.stage = 'disclosed'"), today),
        count: Sql::new("select 0"),
        order: &NEWEST,
        after,
        size,
    };
    let found: Page<(disclosure_rules::DisclosureId, kernel::Moment)> =
        page(ask, list, |(id, since)| vec![Val::from(*since), Val::from(*id)]).await?;
    let mut all = Vec::with_capacity(found.items.len());
    for (id, since) in found.items {
        // What was taken down between the two looks is not handed out.
        if let Some(kept) = store::read(ask, id).await?.filter(|kept| kept.disclosure.open(today)) {
            all.push(open(ask, &kept.disclosure, since).await?);
        }
    }
    Ok((all, found.next))
}

/// How many there are.
pub async fn count(ask: &mut impl Ask, filter: &Filter, today: Day) -> Result<i64, Fault> {
    let sql = filter.narrow(Sql::new("select count(*) from disclosure d where d.stage = 'disclosed'"), today);
    Ok(ask.one::<(i64,)>(sql).await?.map_or(0, |(count,)| count))
}
