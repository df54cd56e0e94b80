//! Entries that may be one person.

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
