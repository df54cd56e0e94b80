//! Whoever is appointed.

use appointments_rules::AppointeeId;
use kernel::{BodyId, Day, PersonId};
use kit::{
    Fault,
    db::{Ask, Sql, Tx, Val},
    row,
};

row! {
    /// Somebody who holds an office, held one, or is to hold one.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Person {
        /// The identity.
        pub id: AppointeeId,
        /// The congress.
        pub congress: BodyId,
        /// The name.
        pub name: String,
        /// The birthday, where it is known.
        pub born: Option<Day>,
        /// 现任职务; may be empty.
        pub post: String,
        /// The entry of the roster.
        pub person: Option<PersonId>,
    }
}

const LIST: &str = "id, congress, name, born, post, person";

/// Reads one.
pub(crate) async fn read_person(ask: &mut impl Ask, id: AppointeeId) -> Result<Option<Person>, Fault> {
    ask.one(Sql::new("select ").add(LIST).add(" from appointee where id = {}").bind(id)).await
}

/// Writes a new one.
pub(crate) async fn begin_person(tx: &mut Tx, it: &Person) -> Result<(), Fault> {
    let vals: [Val; 7] = [
        it.id.into(),
        it.congress.into(),
        (&it.name).into(),
        it.born.into(),
        (&it.post).into(),
        it.person.into(),
        1i64.into(),
    ];
    tx.run(Sql::new("insert into appointee (").add(LIST).add(", version) values ").list(vals)).await.map(drop)
}
