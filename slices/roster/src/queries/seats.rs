//! The seats of people, with the names a page needs.

use kernel::{AreaCode, BodyId, Day, PersonId};
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};
use roster_rules::{MandateId, RoleId, TermId};

row! {
    /// One mandate as a person's page shows it.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct SeatLine {
        /// The mandate.
        pub id: MandateId,
        /// Whose.
        pub person: PersonId,
        /// In which congress.
        pub congress: BodyId,
        /// Its name.
        pub congress_name: String,
        /// The word of its level.
        pub level: String,
        /// Its area.
        pub area: AreaCode,
        /// In which term.
        pub term: TermId,
        /// 第十四届: 14.
        pub ordinal: i64,
        /// By whom elected.
        pub constituency: Option<String>,
        /// In which delegation.
        pub delegation: Option<String>,
        /// The word for its standing.
        pub state: String,
        /// The day of the election.
        pub elected: Day,
        /// The first day in office.
        pub began: Option<Day>,
        /// The day of the end.
        pub ended: Option<Day>,
        /// The word for the reason of the end.
        pub reason: Option<String>,
        /// For writers who meet on the row.
        pub version: i64,
    }
}

const SEATS: &str = "select m.id, m.person, m.congress, b.name, b.level, m.area, m.term, t.ordinal, c.name, d.name, m.state, \
                     m.elected, m.began, m.ended, m.reason, m.version from mandate m \
                     join body b on b.id = m.congress join term t on t.id = m.term \
                     left join constituency c on c.id = m.constituency left join delegation d on d.id = m.delegation";

/// The seats of these people, highest congress first, the newest first.
pub async fn of_people(ask: &mut impl Ask, people: Vec<PersonId>) -> Result<Vec<SeatLine>, Fault> {
    let sql = Sql::new(SEATS).add(" where m.person in ").list(people);
    ask.all(sql.add(" order by m.area, case b.level when 'nation' then 0 else 1 end, m.elected desc, m.id")).await
}

/// One seat.
pub async fn one(ask: &mut impl Ask, id: MandateId) -> Result<Option<SeatLine>, Fault> {
    ask.one(Sql::new(SEATS).add(" where m.id = {}").bind(id)).await
}

row! {
    /// A role as pages show it.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct RoleLine {
        /// Its identity.
        pub id: RoleId,
        /// The mandate it is held with.
        pub mandate: MandateId,
        /// The word for it.
        pub role: String,
        /// The first day.
        pub began: Day,
        /// The last day.
        pub ended: Option<Day>,
        /// The document.
        pub basis: Option<String>,
    }
}

/// The roles held with these mandates, open ones first.
pub async fn roles(ask: &mut impl Ask, mandates: Vec<MandateId>) -> Result<Vec<RoleLine>, Fault> {
    let sql = Sql::new("select id, mandate, role, began, ended, basis from mandate_role where mandate in ");
    ask.all(sql.list(mandates).add(" order by case when ended is null then 0 else 1 end, began desc, id")).await
}
