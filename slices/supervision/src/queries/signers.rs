//! What each deputy raised, co-signed and was asked to judge.

use kernel::{BodyId, Day, PersonId};
use kit::{
    Fault,
    db::{Ask, Sql, Val},
    list::{self, Key, Kind, List, Order, Page, Position},
    row,
};
use supervision_rules::SessionId;
use uuid::Uuid;

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
        /// Those of them the deputy has judged, or whose window is over.
        pub asked: i64,
        /// Those the deputy has judged.
        pub judged: i64,
    }
);

row!(
    /// A delegation with the numbers of its deputies.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Delegation {
        /// Its identity; nothing for deputies of none.
        pub id: Option<Uuid>,
        /// Its name.
        pub name: Option<String>,
        /// Numbered suggestions its deputies lead.
        pub raised: i64,
        /// Confirmed seconding of numbered suggestions.
        pub cosigned: i64,
        /// Replies delivered to its deputies.
        pub delivered: i64,
        /// Those of them that were judged, or whose window is over.
        pub asked: i64,
        /// Those judged.
        pub judged: i64,
    }
);

/// The numbered suggestions of a congress, of one session or all, with the term they belong to.
fn counted(congress: BodyId, session: Option<SessionId>) -> Sql {
    let sql = Sql::new("with counted as (select g.id, g.lead, g.stage, t.term from v_suggestion g join v_session t on t.id = g.session ")
        .add("where g.stage in ('numbered', 'handling', 'closed') and g.number is not null and g.congress = {}")
        .bind(congress);
    let sql = match session {
        Some(session) => sql.add(" and g.session = {}").bind(session),
        None => sql,
    };
    sql.add(") ")
}

/// Each thing that counts for a signer, as it stands on a day.
fn things(sql: Sql, today: Day) -> Sql {
    sql.add("(select lead as person, term, 1 as raised, 0 as cosigned, 0 as delivered, 0 as asked, 0 as judged from counted ")
        .add("union all select c.person, counted.term, 0, 1, 0, 0, 0 from v_cosigner c join counted on counted.id = c.suggestion ")
        .add("where c.answer = 'confirmed' union all select d.signer, counted.term, 0, 0, 1, ")
        .add("case when d.judged is not null or d.judge_by < {} or counted.stage = 'closed' then 1 else 0 end, ")
        .bind(today)
        .add("case when d.judged is null then 0 else 1 end ")
        .add("from v_delivery d join counted on counted.id = d.suggestion where d.delivered is not null) r ")
}

const SUMS: &str = "cast(sum(r.raised) as bigint) as raised, cast(sum(r.cosigned) as bigint) as cosigned, \
     cast(sum(r.delivered) as bigint) as delivered, cast(sum(r.asked) as bigint) as asked, cast(sum(r.judged) as bigint) as judged ";

/// One page of the deputies with a part in the numbered suggestions of a congress.
pub async fn signers(
    ask: &mut impl Ask,
    (congress, session): (BodyId, Option<SessionId>),
    today: Day,
    after: Option<Position>,
    size: u16,
) -> Result<Page<Signer>, Fault> {
    let from = |select: &'static str| {
        let sql = counted(congress, session).add(select).add("(select p.id, p.name, p.pinyin, ").add(SUMS).add("from ");
        things(sql, today).add("join v_person p on p.id = r.person group by p.id, p.name, p.pinyin) x where 1 = 1")
    };
    let list = List {
        select: from("select x.id, x.name, x.pinyin, x.raised, x.cosigned, x.delivered, x.asked, x.judged from "),
        count: from("select count(*) from "),
        order: &NAMED,
        after,
        size,
    };
    list::page(ask, list, |row: &Signer| vec![Val::from(row.pinyin.as_str()), Val::from(row.id)]).await
}

/// The same by delegation, by name; deputies of none come last.
pub async fn by_delegation(
    ask: &mut impl Ask,
    (congress, session): (BodyId, Option<SessionId>),
    today: Day,
) -> Result<Vec<Delegation>, Fault> {
    let sql = counted(congress, session).add("select d.id, d.name, ").add(SUMS).add("from ");
    let sql = things(sql, today)
        .add("left join v_delegation d on d.id = (select m.delegation from v_mandate m where m.person = r.person ")
        .add("and m.term = r.term and m.delegation is not null order by m.id limit 1) ")
        .add("group by d.id, d.name order by case when d.id is null then 1 else 0 end, d.name, d.id");
    ask.all(sql).await
}
