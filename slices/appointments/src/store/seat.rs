//! Offices, and who holds them.

use appointments_rules::{AppointeeId, AppointmentId, HoldingId, How, Office, SeatId};
use elections_rules::election::CertificateId;
use kernel::{BodyId, Day, Text};
use kit::{
    Fault,
    db::{Ask, At, Sql, Tx, Val},
    row,
};
use law_rules::Word as _;
use uuid::Uuid;

/// An office of a congress.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// Its identity.
    pub id: SeatId,
    /// The congress.
    pub congress: BodyId,
    /// What it is called there.
    pub name: Text<60>,
    /// What the law calls it.
    pub office: Office,
    /// Its place in lists.
    pub ordinal: i64,
    /// How many may hold it.
    pub quota: Option<u32>,
    /// Whether it ends with the term of the congress.
    pub by_term: bool,
    /// Whether whoever holds it is a vice head of the organ.
    pub vice: bool,
    /// The day it was done away with.
    pub closed: Option<Day>,
    /// Counts its changes.
    pub version: i64,
}

row! {
    struct Line {
        id: SeatId,
        congress: BodyId,
        name: Text<60>,
        office: String,
        ordinal: i64,
        quota: Option<u32>,
        by_term: bool,
        vice: bool,
        closed: Option<Day>,
        version: i64,
    }
}

const LIST: &str = "id, congress, name, office, ordinal, quota, by_term, vice, closed, version";

fn whole(line: Line) -> Result<Seat, Fault> {
    let office = At { table: "appointment_seat", id: &line.id }.word("office", &line.office, Office::read)?;
    let Line { id, congress, name, ordinal, quota, by_term, vice, closed, version, .. } = line;
    Ok(Seat { id, congress, name, office, ordinal, quota, by_term, vice, closed, version })
}

/// Reads one.
pub(crate) async fn read_seat(ask: &mut impl Ask, id: SeatId) -> Result<Option<Seat>, Fault> {
    let sql = Sql::new("select ").add(LIST).add(" from appointment_seat where id = {}").bind(id);
    ask.one::<Line>(sql).await?.map(whole).transpose()
}

impl Seat {
    /// The offices of a congress, in the order of lists.
    pub async fn of(ask: &mut impl Ask, congress: BodyId) -> Result<Vec<Self>, Fault> {
        let sql = Sql::new("select ").add(LIST).add(" from appointment_seat where congress = {}").bind(congress);
        ask.all::<Line>(sql.add(" order by ordinal, name, id")).await?.into_iter().map(whole).collect()
    }
}

/// Writes a new one.
pub(crate) async fn begin_seat(tx: &mut Tx, it: &Seat) -> Result<(), Fault> {
    let vals: [Val; 10] = [
        it.id.into(),
        it.congress.into(),
        (&it.name).into(),
        it.office.word().into(),
        it.ordinal.into(),
        it.quota.into(),
        it.by_term.into(),
        it.vice.into(),
        it.closed.into(),
        it.version.into(),
    ];
    tx.run(Sql::new("insert into appointment_seat (").add(LIST).add(") values ").list(vals)).await.map(drop)
}

/// Writes what changed, if nobody changed it meanwhile; says whether it did.
pub(crate) async fn save_seat(tx: &mut Tx, it: &Seat) -> Result<bool, Fault> {
    let sql = Sql::new("update appointment_seat set version = version + 1, name = {}, ordinal = {}, quota = {}")
        .bind(&it.name)
        .bind(it.ordinal)
        .bind(it.quota);
    let sql = sql.add(", by_term = {}, vice = {}, closed = {}").bind(it.by_term).bind(it.vice).bind(it.closed);
    let sql = sql.add(" where id = {}").bind(it.id);
    Ok(tx.run(sql.add(" and version = {}").bind(it.version)).await? == 1)
}

/// One time for which an office is held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding {
    /// Its identity.
    pub id: HoldingId,
    /// The office.
    pub seat: SeatId,
    /// The person.
    pub person: AppointeeId,
    /// The first day.
    pub since: Day,
    /// The last day.
    pub until: Option<Day>,
    /// How it came to be.
    pub how: How,
    /// The proposal it came from.
    pub entered: Option<AppointmentId>,
    /// Remarks: the document it rests on.
    pub note: String,
    /// The certificate of the election it came from.
    pub certificate: Option<CertificateId>,
}

/// Enters one.
pub(crate) async fn begin_holding(tx: &mut Tx, it: &Holding) -> Result<(), Fault> {
    let vals: [Val; 10] = [
        it.id.into(),
        it.seat.into(),
        it.person.into(),
        it.since.into(),
        it.until.into(),
        it.how.word().into(),
        it.entered.into(),
        (&it.note).into(),
        it.certificate.into(),
        1i64.into(),
    ];
    let sql = "insert into appointment_holding \
         (id, seat, person, since, until, how, entered, note, certificate, version) values ";
    tx.run(Sql::new(sql).list(vals)).await.map(drop)
}

/// Ends what a person holds of an office; says how many times ended. Whoever only acted stops acting too where `acting`.
pub(crate) async fn end_holding(
    tx: &mut Tx,
    (seat, person): (SeatId, AppointeeId),
    (last, by): (Day, Option<AppointmentId>),
    acting_only: bool,
) -> Result<u64, Fault> {
    let sql =
        Sql::new("update appointment_holding set version = version + 1, until = {}, ended_by = {}").bind(last).bind(by);
    let sql = sql.add(" where until is null and seat = {} and person = {}").bind(seat).bind(person);
    tx.run(if acting_only { sql.add(" and how = 'acting'") } else { sql }).await
}

/// Ends what somebody was recalled from, or resigned from, before the congress; says whether it went on.
pub(crate) async fn end_before_congress(
    tx: &mut Tx,
    id: HoldingId,
    (last, how, by): (Day, &str, Uuid),
) -> Result<bool, Fault> {
    let sql = Sql::new("update appointment_holding set version = version + 1, until = {}").bind(last);
    let sql = sql.add(", left_how = {}, left_by = {}").bind(how).bind(by);
    Ok(tx.run(sql.add(" where until is null and id = {}").bind(id)).await? == 1)
}

/// Of which office and person a holding is, and whether it goes on.
pub(crate) async fn holding(
    ask: &mut impl Ask,
    id: HoldingId,
) -> Result<Option<(SeatId, AppointeeId, Day, Option<Day>)>, Fault> {
    ask.one(Sql::new("select seat, person, since, until from appointment_holding where id = {}").bind(id)).await
}
