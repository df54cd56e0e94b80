//! The codes of a deputy, and how often each was scanned.

use kernel::{Moment, PersonId};
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};
use opinions_rules::CodeId;

row! {
    /// A code as its office sees it.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct CodeLine {
        /// The code.
        pub id: CodeId,
        /// Where it hangs.
        pub place: String,
        /// When it was made.
        pub made: Moment,
        /// When it was revoked.
        pub revoked: Option<Moment>,
        /// Scans altogether.
        pub scans: i64,
        /// Scans of the last thirty days.
        pub lately: i64,
    }
}

/// The codes of a deputy, the newest first.
///
/// # Errors
/// When the database refuses.
pub async fn of_deputy(ask: &mut impl Ask, person: PersonId, since: kernel::Day) -> Result<Vec<CodeLine>, Fault> {
    // Sums of whole numbers are of another type on PostgreSQL.
    let sql = Sql::new(
        "select c.id, c.place, c.made, c.revoked, \
        cast((select coalesce(sum(s.count), 0) from code_scan s where s.code = c.id) as bigint), \
        cast((select coalesce(sum(s.count), 0) from code_scan s where s.code = c.id and s.day >= {}) as bigint) \
        from code c where c.kind = 'deputy' and c.target = {} order by c.made desc, c.id desc",
    );
    ask.all(sql.bind(since).bind(person)).await
}
