//! Entries that may be one person.

use accounts_rules::{Actor, Right};
use kernel::{BodyId, PersonId};
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};

row! {
    /// Two entries and why they may be one.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Pair {
        /// The older entry.
        pub one: PersonId,
        /// Its name.
        pub one_name: String,
        /// The newer entry.
        pub other: PersonId,
        /// Its name.
        pub other_name: String,
        /// `id_number`, `phone` or `name`.
        pub why: String,
    }
}

/// Pairs of which at least one has to do with this congress: same identity number, same name and telephone, or same name in one congress.
pub async fn of_congress(ask: &mut impl Ask, congress: BodyId, limit: i64) -> Result<Vec<Pair>, Fault> {
    let sql = Sql::new(
        "select p.id, p.name, q.id, q.name, f.why from (
             select x.person as one, y.person as other, 'id_number' as why from contact x
             join contact y on y.id_number = x.id_number and y.person <> x.person
             where x.person in (select person from mandate where congress = {})",
    );
    let sql = sql.bind(congress).add(
        " union select x.person, y.person, 'phone' from contact x
             join contact y on y.phone = x.phone and y.person <> x.person
             join person a on a.id = x.person join person b on b.id = y.person and b.name = a.name
             where coalesce(x.id_number, '') = coalesce(y.id_number, '')
             and x.person in (select person from mandate where congress = {})",
    );
    let sql = sql.bind(congress).add(
        " union select m.person, n.person, 'name' from mandate m join person a on a.id = m.person
             join mandate n on n.congress = m.congress and n.person <> m.person
             join person b on b.id = n.person and b.name = a.name where m.congress = {}) f",
    );
    let sql = sql.bind(congress).add(
        " join person p on p.id = f.one join person q on q.id = f.other
         where p.merged_into is null and q.merged_into is null and p.id < q.id order by p.pinyin, p.id, q.id, f.why limit {}",
    );
    ask.all(sql.bind(limit)).await
}

row! {
    /// An entry found by name.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Named {
        /// The entry.
        pub id: PersonId,
        /// The name.
        pub name: String,
        /// 工作单位及职务.
        pub occupation: Option<String>,
    }
}

/// Other entries whose name, pinyin or initials begin with what was typed, where the actor may merge: of the congresses of the own office, or
/// everywhere for the operator.
///
/// # Errors
/// When the database refuses.
pub async fn called(ask: &mut impl Ask, actor: &Actor, not: PersonId, typed: &str) -> Result<Vec<Named>, Fault> {
    let typed = typed.trim().to_lowercase().replace(['%', '_', '\\'], "");
    if typed.is_empty() {
        return Ok(Vec::new());
    }
    let begins = format!("{typed}%");
    let sql = Sql::new("select p.id, p.name, p.occupation from person p where p.merged_into is null and p.id <> {}");
    let sql = sql.bind(not).add(" and (p.name like {} or p.pinyin like {} or p.initials like {})");
    let sql = sql.bind(&begins).bind(&begins).bind(&begins);
    let everywhere = actor.may(Right::PersonMerge, BodyId::from_uuid(uuid::Uuid::nil())).is_ok();
    let sql = if everywhere {
        sql
    } else {
        sql.add(" and p.id in (select m.person from mandate m where m.congress in ")
            .list(actor.bodies(Right::PersonMerge))
            .add(")")
    };
    ask.all(sql.add(" order by p.pinyin, p.id limit 50")).await
}
