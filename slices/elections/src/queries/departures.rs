//! Departures, and the seats they leave empty.

use elections_rules::election::{DepartureId, ElectionId};
use kernel::{BodyId, Day};
use kit::{
    Fault,
    db::{Ask, Sql, Val},
    list::{self, Key, Kind, List, Order, Page, Position},
    row,
};
use roster_rules::MandateId;

/// The latest first.
pub const BY_RECEIVED: Order =
    Order { name: "departures", keys: &[Key::down("d.received", Kind::Text), Key::down("d.id", Kind::Id)] };

row! {
    /// One departure in the list.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct DepartureLine {
        /// The departure.
        pub id: DepartureId,
        /// Whose.
        pub name: String,
        /// The congress of the seat.
        pub congress: BodyId,
        /// Its name.
        pub seated: String,
        /// The word of how.
        pub leaving: String,
        /// When it came in.
        pub received: Day,
        /// The word of how far it is.
        pub stage: String,
        /// When it was decided.
        pub decided: Option<Day>,
    }
}

row! {
    /// A seat whose mandate ended in a running term.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct VacancyLine {
        /// The mandate.
        pub mandate: MandateId,
        /// Who held it.
        pub name: String,
        /// The district.
        pub district: Option<String>,
        /// When it ended.
        pub ended: Day,
        /// The word of the reason.
        pub reason: String,
        /// The by-election that fills it.
        pub election: Option<ElectionId>,
        /// Whether it did.
        pub filled: bool,
    }
}

/// Most vacancies shown: no congress has more open.
const MOST: &str = " order by v.ended desc, v.mandate limit 200";

/// One page of departures: of seats of the congress, and of whom it elected into the one above.
pub async fn departures(
    ask: &mut impl Ask,
    congress: BodyId,
    after: Option<Position>,
    size: u16,
) -> Result<Page<DepartureLine>, Fault> {
    let select = Sql::new("select d.id, p.name, d.congress, b.name, d.leaving, d.received, d.stage, d.decided from departure d ")
        .add("join v_person p on p.id = d.person join v_body b on b.id = d.congress where (d.congress = {} or d.elector = {})")
        .bind(congress)
        .bind(congress);
    let count = Sql::new("select count(*) from departure d where (d.congress = {} or d.elector = {})");
    let count = count.bind(congress).bind(congress);
    let list = List { select, count, order: &BY_RECEIVED, after, size };
    list::page(ask, list, |line: &DepartureLine| vec![Val::from(line.received), Val::from(line.id)]).await
}

/// The vacancies of a congress, the latest first.
pub async fn vacancies(ask: &mut impl Ask, congress: BodyId) -> Result<Vec<VacancyLine>, Fault> {
    let sql = Sql::new("select v.mandate, p.name, c.name, v.ended, v.reason, v.election, v.filled from v_vacancy v ")
        .add("join v_person p on p.id = v.person left join v_constituency c on c.id = v.constituency where v.congress = {}");
    ask.all(sql.bind(congress).add(MOST)).await
}
