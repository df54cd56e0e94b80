//! Objections to the list of voters of a district, and how many of an election wait.

use elections_rules::election::{DistrictId, ElectionId, Hearing};
use kernel::Day;
use kit::{
    Fault,
    db::{Ask, Sql, Val},
    list::{self, Key, Kind, List, Order, Page, Position},
};

use crate::store::{Election, OBJECTION, Objection, ObjectionRow};

/// The first that came in first.
pub const BY_ARRIVAL: Order =
    Order { name: "objections", keys: &[Key::up("received", Kind::Text), Key::up("id", Kind::Id)] };

fn narrow(sql: Sql, district: DistrictId) -> Sql {
    sql.add(" from election_objection where district = {}").bind(district)
}

/// One page of the objections of a district.
///
/// # Errors
/// When the database refuses or a row cannot be.
pub async fn objections(
    ask: &mut impl Ask,
    district: DistrictId,
    after: Option<Position>,
    size: u16,
) -> Result<Page<Objection>, Fault> {
    let list = List {
        select: narrow(Sql::new("select ").add(OBJECTION), district),
        count: narrow(Sql::new("select count(*)"), district),
        order: &BY_ARRIVAL,
        after,
        size,
    };
    let page: Page<ObjectionRow> =
        list::page(ask, list, |it: &ObjectionRow| vec![Val::from(it.received), Val::from(it.id)]).await?;
    let items: Result<Vec<Objection>, Fault> = page.items.into_iter().map(ObjectionRow::whole).collect();
    Ok(Page { items: items?, next: page.next, total: page.total })
}

/// How many objections of a district are open, and of how many a day of the law has passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaitingLine {
    /// The district.
    pub district: DistrictId,
    /// Received or before the court.
    pub open: usize,
    /// Of them overdue.
    pub overdue: usize,
}

/// What waits in the districts of an election.
///
/// # Errors
/// When the database refuses or a row cannot be.
pub async fn waiting(ask: &mut impl Ask, it: &Election, today: Day) -> Result<Vec<WaitingLine>, Fault> {
    let all = of_election(ask, it.id).await?;
    let mut lines: Vec<WaitingLine> = Vec::new();
    for one in &all {
        let heard = one.heard(it.day);
        let open = matches!(heard.stage(), Hearing::Received | Hearing::Sued);
        let overdue = open && heard.clock(today).is_some_and(|clock| clock.over);
        let (open, overdue) = (usize::from(open), usize::from(overdue));
        match lines.iter_mut().find(|line| line.district == one.district) {
            Some(line) => (line.open, line.overdue) = (line.open + open, line.overdue + overdue),
            None => lines.push(WaitingLine { district: one.district, open, overdue }),
        }
    }
    Ok(lines)
}

async fn of_election(ask: &mut impl Ask, id: ElectionId) -> Result<Vec<Objection>, Fault> {
    let sql = Sql::new("select ").add(OBJECTION).add(
        " from election_objection where (judged is null and (decided is null or sued is not null)) \
         and district in (select d.id from election_district d where d.election = {}) order by received, id",
    );
    let rows: Vec<ObjectionRow> = ask.all(sql.bind(id)).await?;
    rows.into_iter().map(ObjectionRow::whole).collect()
}
