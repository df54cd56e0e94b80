//! Elections of leaders: which office each fills, and the oaths of whom they brought into it.

use appointments_rules::{AppointeeId, HoldingId, SeatId, Sworn};
use elections_rules::election::{CertificateId, ElectionId};
use kernel::{AccountId, Day, Moment};
use kit::{
    Fault,
    db::{Ask, At, Sql, Tx},
};

/// The office an election fills, where that was said.
pub(crate) async fn office_of(ask: &mut impl Ask, election: ElectionId) -> Result<Option<SeatId>, Fault> {
    let sql = Sql::new("select seat from appointment_election where election = {}").bind(election);
    Ok(ask.one::<(SeatId,)>(sql).await?.map(|(seat,)| seat))
}

/// Says which office an election fills.
pub(crate) async fn name_office(
    tx: &mut Tx,
    election: ElectionId,
    seat: SeatId,
    (at, account): (Moment, Option<AccountId>),
) -> Result<(), Fault> {
    let sql = Sql::new("insert into appointment_election (election, seat, at, account) values ({}, {}, {}, {})")
        .bind(election)
        .bind(seat)
        .bind(at)
        .bind(account);
    let sql = sql.add(
        " on conflict (election) do update set seat = excluded.seat, at = excluded.at, account = excluded.account",
    );
    tx.run(sql).await.map(drop)
}

/// Whether a holding came from the certificate already.
pub(crate) async fn came_from(ask: &mut impl Ask, certificate: CertificateId) -> Result<bool, Fault> {
    let sql = Sql::new("select 1 from appointment_holding where certificate = {}").bind(certificate);
    Ok(ask.one::<(i64,)>(sql).await?.is_some())
}

/// An oath as a row has it.
pub(crate) fn read_oath(id: HoldingId, text: &str) -> Result<Sworn, Fault> {
    let at = At { table: "appointment_holding", id: &id };
    serde_json::from_str(text).map_err(|error| at.broken("oath", error))
}

/// Enters an oath; says whether none stood there.
pub(crate) async fn swear(tx: &mut Tx, id: HoldingId, oath: &Sworn) -> Result<bool, Fault> {
    let sql = Sql::new("update appointment_holding set version = version + 1, oath = {}")
        .bind(serde_json::to_string(oath)?)
        .add(" where oath is null and id = {}")
        .bind(id);
    Ok(tx.run(sql).await? == 1)
}

/// Whose time in an office ends where somebody is elected into it: of those who act, of the person's own time before, and of an office that ends
/// with the term of whoever held it in the term before.
pub(crate) async fn ended_by_election(
    ask: &mut impl Ask,
    (seat, person): (SeatId, AppointeeId),
    (day, began): (Day, Option<Day>),
) -> Result<Vec<(HoldingId, AppointeeId)>, Fault> {
    let sql = Sql::new("select h.id, h.person from appointment_holding h join appointment_seat s on s.id = h.seat")
        .add(" where h.until is null and h.seat = {} and h.since < {} and (h.how = 'acting' or h.person = {}")
        .bind(seat)
        .bind(day)
        .bind(person);
    let sql = sql.add(" or (s.by_term = 1 and h.since < {})) order by h.id").bind(began);
    ask.all(sql).await
}

/// Says of a time somebody entered by hand from which certificate it came; whether there was one from that day on.
pub(crate) async fn adopt(
    tx: &mut Tx,
    (seat, person): (SeatId, AppointeeId),
    (day, certificate): (Day, CertificateId),
) -> Result<Option<HoldingId>, Fault> {
    let sql =
        Sql::new("select id from appointment_holding where certificate is null and how = 'elected' and seat = {}")
            .bind(seat)
            .add(" and person = {} and since = {} order by id limit 1")
            .bind(person)
            .bind(day);
    let Some((id,)) = tx.one::<(HoldingId,)>(sql).await? else { return Ok(None) };
    let sql = Sql::new("update appointment_holding set version = version + 1, certificate = {}").bind(certificate);
    tx.run(sql.add(" where id = {}").bind(id)).await?;
    Ok(Some(id))
}

/// Ends one time on a day.
pub(crate) async fn end_one(tx: &mut Tx, id: HoldingId, last: Day) -> Result<(), Fault> {
    let sql = Sql::new("update appointment_holding set version = version + 1, until = {}").bind(last);
    tx.run(sql.add(" where until is null and id = {}").bind(id)).await.map(drop)
}
