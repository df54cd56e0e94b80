//! How much of what a congress closed is not before the public, and why: numbers alone.

use kernel::BodyId;
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};

row! {
    /// How many closed suggestions stand so.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Held {
        /// `disclosed`, `waiting`, `no-consent`, `replies-kept`, `withheld` or `taken-down`.
        pub how: String,
        /// The word of the reason's category; empty where there is none.
        pub ground: String,
        /// How many.
        pub count: i64,
    }
}

/// Every way in which a closed suggestion can stand, in the order of the page.
pub const HOW: [&str; 6] = ["disclosed", "waiting", "no-consent", "replies-kept", "withheld", "taken-down"];

/// The closed suggestions of a congress by how they stand before the public.
pub async fn held(ask: &mut impl Ask, congress: BodyId) -> Result<Vec<Held>, Fault> {
    let sql = "select w.how, w.ground, count(*) from (select case when d.stage is not null then d.stage \
               when coalesce(s.publish, 0) = 0 then 'no-consent' \
               when not exists (select 1 from v_letter l where l.suggestion = s.suggestion and l.publish = 1 \
                and l.round = (select max(o.round) from v_letter o where o.assignment = l.assignment)) then 'replies-kept' \
               else 'waiting' end as how, coalesce(d.ground, '') as ground \
               from v_disclosable s left join disclosure d on d.suggestion = s.suggestion \
               where s.stage = 'closed' and s.congress = {}) w group by w.how, w.ground order by w.how, w.ground";
    let mut found: Vec<Held> = ask.all(Sql::new(sql).bind(congress)).await?;
    found.sort_by_key(|one| HOW.iter().position(|how| *how == one.how));
    Ok(found)
}
