//! What anybody may read of evaluations: those that were published, with points and grades and nothing of how units appealed.

use std::collections::BTreeMap;

use kernel::{BodyId, Day, Moment};
use kit::{
    Fault,
    db::{Ask, Sql},
    list::{self, Key, Kind, List, Order, Page, Position},
    row,
};
use supervision_rules::{Evaluation, EvaluationId, EvaluationStage};

use crate::store::read_evaluation;

row!(
    /// One published evaluation.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct PublishedLine {
        /// The evaluation.
        pub id: EvaluationId,
        /// Its title.
        pub title: String,
        /// The congress.
        pub congress: String,
        /// Its days.
        pub since: Day,
        /// Its days.
        pub until: Day,
        /// When it was published.
        pub published: Moment,
        /// Units judged.
        pub units: i64,
    }
);

/// The last published first.
pub const PUBLISHED: Order =
    Order { name: "published", keys: &[Key::down("e.published", Kind::Int), Key::down("e.id", Kind::Id)] };

/// What was published, of one congress or of all.
pub async fn published(
    ask: &mut impl Ask,
    congress: Option<BodyId>,
    after: Option<Position>,
    size: u16,
) -> Result<Page<PublishedLine>, Fault> {
    let narrow = |sql: Sql| match congress {
        Some(congress) => sql.add(" and e.congress = {}").bind(congress),
        None => sql,
    };
    let list = List {
        select: narrow(Sql::new(
            "select e.id, e.title, b.name, e.since, e.until, e.published, \
             (select count(*) from evaluation_unit u where u.evaluation = e.id) \
             from evaluation e join v_body b on b.id = e.congress where e.stage = 'published' and e.published is not null",
        )),
        count: narrow(Sql::new(
            "select count(*) from evaluation e where e.stage = 'published' and e.published is not null",
        )),
        order: &PUBLISHED,
        after,
        size,
    };
    list::page(ask, list, |line: &PublishedLine| vec![line.published.into(), line.id.into()]).await
}

/// One, once it was published, with the names of its congress and its units.
pub async fn published_one(
    ask: &mut impl Ask,
    id: EvaluationId,
) -> Result<Option<(Evaluation, BTreeMap<BodyId, String>)>, Fault> {
    let kept = read_evaluation(ask, id).await?.map(|kept| kept.evaluation);
    let Some(e) = kept.filter(|e| matches!(e.stage, EvaluationStage::Published { .. })) else { return Ok(None) };
    let ids = e.units.iter().map(|judged| judged.unit).chain([e.congress]);
    let names: Vec<(BodyId, String)> = ask.all(Sql::new("select id, name from v_body where id in ").list(ids)).await?;
    Ok(Some((e, names.into_iter().collect())))
}
