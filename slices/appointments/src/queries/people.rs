//! People and bodies, and a person's record of posts.

use accounts_rules::{Actor, Right};
use appointments_rules::{AppointeeId, AppointmentId, SeatId};
use kernel::{BodyId, Day};
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};
use roster_views::Named;

use crate::{
    sight,
    store::{self, Person},
};

row! {
    /// One post a person held or holds.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct RecordLine {
        /// The office.
        pub office: String,
        /// The first day.
        pub since: Day,
        /// The last day.
        pub until: Option<Day>,
        /// The word of how it came to be.
        pub how: String,
        /// Remarks.
        pub note: String,
        /// The word of how it ended before the congress: `recalled`, `resigned`.
        pub left: Option<String>,
    }
}

/// 任职履历: a person's posts and proposals.
#[derive(Clone, Debug)]
pub struct Record {
    /// The person.
    pub person: Person,
    /// The posts, the first first.
    pub posts: Vec<RecordLine>,
    /// The proposals: identity, kind, office, stage, day of the vote.
    pub proposals: Vec<(AppointmentId, String, String, String, Option<Day>)>,
}

/// The congresses whose proposals the actor sees: by a right, or as a member of the standing committee.
pub async fn looked_at(ask: &mut impl Ask, actor: &Actor) -> Result<Vec<Named>, Fault> {
    let sits = sight::sits(ask, actor).await?;
    roster_views::named(ask, actor.bodies(Right::AppointmentSee).chain(sits)).await
}

/// People a congress knows, for a field of choices.
pub async fn known(ask: &mut impl Ask, congress: BodyId) -> Result<Vec<(AppointeeId, String, String)>, Fault> {
    let sql = Sql::new("select id, name, post from appointee where congress = {} order by name, id limit 1000");
    ask.all(sql.bind(congress)).await
}

/// Of whom the page of an office tells.
pub async fn names_of(ask: &mut impl Ask, seat: SeatId) -> Result<Vec<(AppointeeId, String)>, Fault> {
    let sql = Sql::new(
        "select distinct e.id, e.name from appointee e join appointment_holding h on h.person = e.id where h.seat = {}",
    );
    ask.all(sql.bind(seat).add(" order by e.name, e.id")).await
}

/// How many sit in the standing committee now.
pub async fn members(ask: &mut impl Ask, congress: BodyId) -> Result<i64, Fault> {
    let sql = Sql::new("select count(distinct person) from v_committee where ended is null and congress = {}");
    Ok(ask.one::<(i64,)>(sql.bind(congress)).await?.map_or(0, |(count,)| count))
}

/// Everybody of the congress who is the same person of the roster: somebody entered twice has one record.
const SAME: &str = "(select o.id from appointee o join appointee e on e.id = {} \
     where o.id = e.id or (o.person = e.person and o.congress = e.congress))";

/// A person's record; nothing where there is no such person.
pub async fn record(ask: &mut impl Ask, id: AppointeeId) -> Result<Option<Record>, Fault> {
    let Some(person) = store::read_person(ask, id).await? else { return Ok(None) };
    let sql = Sql::new(
        "select s.name, h.since, h.until, h.how, h.note, h.left_how from appointment_holding h join appointment_seat s on s.id = h.seat",
    );
    let posts = ask.all(sql.add(" where h.person in ").add(SAME).bind(id).add(" order by h.since, h.id")).await?;
    let sql = Sql::new(
        "select a.id, a.kind, s.name, a.stage, a.decided from appointment a join appointment_seat s on s.id = a.seat",
    );
    let sql = sql.add(" where a.stage <> 'drafted' and a.person in ").add(SAME).bind(id).add(" order by a.made, a.id");
    let proposals = ask.all(sql).await?;
    Ok(Some(Record { person, posts, proposals }))
}
