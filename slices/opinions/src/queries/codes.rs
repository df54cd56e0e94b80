//! The codes of a deputy, and how often each was scanned.

use kernel::{BodyId, Day, Moment, PersonId};
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};
use opinions_rules::{CodeId, TargetId};

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

row! {
    /// A code of a station, a reception, an activity.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct ThingLine {
        /// The code.
        pub id: CodeId,
        /// The word of what it leads to.
        pub kind: String,
        /// What it leads to.
        pub target: TargetId,
        /// What an activity is called.
        pub name: Option<String>,
        /// When it is.
        pub day: Option<Day>,
        /// The station's name, or that of a reception.
        pub station: Option<String>,
        /// The word of the station's stage.
        pub stage: Option<String>,
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
        /// Opinions that came by it.
        pub said: i64,
    }
}

/// So many codes are shown at once.
const MOST: i64 = 200;

/// The codes of stations, receptions and activities of a congress, the newest first.
pub async fn of_things(ask: &mut impl Ask, congress: BodyId, since: Day) -> Result<Vec<ThingLine>, Fault> {
    let sql = Sql::new(
        "select c.id, c.kind, c.target, c.name, c.day, s.name, s.stage, c.place, c.made, c.revoked, \
        cast((select coalesce(sum(n.count), 0) from code_scan n where n.code = c.id) as bigint), \
        cast((select coalesce(sum(n.count), 0) from code_scan n where n.code = c.id and n.day >= {}) as bigint), \
        (select count(*) from opinion o where o.code = c.id) \
        from code c left join v_reception r on r.id = c.target left join v_station s on s.id = coalesce(r.station, c.target) \
        where c.kind <> 'deputy' and c.congress = {} order by c.made desc, c.id desc limit {}",
    );
    ask.all(sql.bind(since).bind(congress).bind(MOST)).await
}
