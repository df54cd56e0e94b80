//! What each deputy raised, co-signed and was asked to judge.

use kernel::{BodyId, PersonId};
use kit::{
    Fault,
    db::{Ask, Sql, Val},
    list::{self, Key, Kind, List, Order, Page, Position},
    row,
};
use supervision_rules::SessionId;

/// By name, as it is spoken: no ranking of people.
pub const NAMED: Order = Order { name: "name", keys: &[Key::up("x.pinyin", Kind::Text), Key::up("x.id", Kind::Id)] };

row!(
    /// A deputy with the own numbers.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Signer {
        /// The person.
        pub id: PersonId,
        /// The name.
        pub name: String,
        /// How it is spoken.
        pub pinyin: String,
        /// Numbered suggestions the deputy leads.
        pub raised: i64,
        /// Numbered suggestions the deputy co-signed, confirmed.
        pub cosigned: i64,
        /// Replies delivered to the deputy.
        pub delivered: i64,
        /// Those of them the deputy has judged.
        pub judged: i64,
    }
);

/// Each row of a signer's, with what it counts for.
const ROWS: &str = "(select p.id, p.name, p.pinyin, cast(sum(r.raised) as bigint) as raised, \
     cast(sum(r.cosigned) as bigint) as cosigned, cast(sum(r.delivered) as bigint) as delivered, \
     cast(sum(r.judged) as bigint) as judged from (\
     select lead as person, 1 as raised, 0 as cosigned, 0 as delivered, 0 as judged from counted \
     union all select c.person, 0, 1, 0, 0 from v_cosigner c join counted on counted.id = c.suggestion where c.answer = 'confirmed' \
     union all select d.signer, 0, 0, 1, case when d.judged is null then 0 else 1 end \
     from v_delivery d join counted on counted.id = d.suggestion where d.delivered is not null\
     ) r join v_person p on p.id = r.person group by p.id, p.name, p.pinyin) x where 1 = 1";

/// One page of the deputies with a part in the numbered suggestions of a congress.
///
/// # Errors
/// When the database refuses.
pub async fn signers(
    ask: &mut impl Ask,
    congress: BodyId,
    session: Option<SessionId>,
    after: Option<Position>,
    size: u16,
) -> Result<Page<Signer>, Fault> {
    let from = |select: &'static str| {
        let sql = Sql::new(
            "with counted as (select id, lead from v_suggestion where stage in ('numbered', 'handling', 'closed') ",
        )
        .add("and number is not null and congress = {}")
        .bind(congress);
        let sql = match session {
            Some(session) => sql.add(" and session = {}").bind(session),
            None => sql,
        };
        sql.add(") ").add(select).add(ROWS)
    };
    let list = List {
        select: from("select x.id, x.name, x.pinyin, x.raised, x.cosigned, x.delivered, x.judged from "),
        count: from("select count(*) from "),
        order: &NAMED,
        after,
        size,
    };
    list::page(ask, list, |row: &Signer| vec![Val::from(row.pinyin.as_str()), Val::from(row.id)]).await
}
