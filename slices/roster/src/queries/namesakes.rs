//! People of one name who may be the one who was elected: shown before somebody new is made.

use kernel::{BodyId, PersonId};
use kit::{
    Fault, Problem,
    db::{Ask, Sql},
    row,
};
use roster_rules::{Chain, concurrent_seats, written};

use super::seats::{self, SeatLine};
use crate::{desk::mandates, store::body};

row! {
    /// Somebody of that name.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Namesake {
        /// The entry.
        pub id: PersonId,
        /// The name.
        pub name: String,
        /// 工作单位及职务.
        pub occupation: Option<String>,
        /// Whether this congress made the entry, or had the person sit in it.
        pub own: bool,
    }
}

/// How many of one name are looked at.
const MOST: i64 = 200;

/// Those of that name whom the office of the congress may see and who could sit there: its own entries, and deputies in office on one chain
/// of areas with it (选举法 48).
///
/// # Errors
/// When the database refuses.
pub async fn of(ask: &mut impl Ask, congress: BodyId, name: &str) -> Result<Vec<(Namesake, Vec<SeatLine>)>, Problem> {
    let Some(here) = body::load(ask, congress).await? else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    let people = named(ask, congress, &written(name)).await?;
    if people.is_empty() {
        return Ok(found);
    }
    let zones = mandates::zones(ask).await?;
    let mut seats = seats::of_people(ask, people.iter().map(|one| one.id).collect()).await?;
    seats.retain(|seat| seat.congress == congress || seat.state == "in_office");
    for one in people {
        let held: Vec<SeatLine> = seats.iter().filter(|seat| seat.person == one.id).cloned().collect();
        let fits = |seat: &SeatLine| {
            let both = [seat.area.clone(), here.body.area.clone()];
            !matches!(concurrent_seats(&both, &zones), Chain::Broken(..))
        };
        if one.own || held.iter().any(fits) {
            found.push((one, held));
        }
    }
    Ok(found)
}

async fn named(ask: &mut impl Ask, congress: BodyId, name: &str) -> Result<Vec<Namesake>, Fault> {
    let sql = Sql::new("select p.id, p.name, p.occupation, case when p.kept_by = {}").bind(congress);
    let sql = sql.add(" or exists (select 1 from mandate m where m.person = p.id and m.congress = {})").bind(congress);
    let sql = sql.add(" then 1 else 0 end from person p where p.merged_into is null and p.name = {}").bind(name);
    ask.all(sql.add(" order by p.id limit {}").bind(MOST)).await
}
