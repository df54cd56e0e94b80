//! Turns and the deputies in them.

use duty_rules::{How, RosterId, SeatId, SeatStage, StationId, TurnId};
use kernel::{AccountId, Day, Id, Moment, PersonId, Text};
use kit::{
    Fault,
    db::{Ask, At, Sql, Tx, Val},
    row,
};

row! {
    /// A turn as it is kept.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct TurnRow {
        /// Its identity.
        pub id: TurnId,
        /// The roster it stands on.
        pub roster: RosterId,
        /// The station.
        pub station: StationId,
        /// Its day.
        pub day: Day,
        /// The day it would have been but for a holiday.
        pub meant: Day,
        /// The minute it begins.
        pub begins: u16,
        /// The minute it ends.
        pub ends: u16,
        /// How many deputies.
        pub need: u16,
        /// Whether somebody added it.
        pub by_hand: bool,
        /// Counts its changes.
        pub version: i64,
    }
}

row! {
    struct SeatLine { id: SeatId, turn: TurnId, person: PersonId, stage: String }
}

/// One deputy in one turn, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeatRow {
    /// Its identity.
    pub id: SeatId,
    /// The turn.
    pub turn: TurnId,
    /// The deputy.
    pub person: PersonId,
    /// Where it stands.
    pub stage: SeatStage,
}

const TURN: &str = "id, roster, station, day, meant, begins, ends, need, by_hand, version";
const SEAT: &str = "id, turn, person, stage";

/// One turn.
pub async fn read_turn(ask: &mut impl Ask, id: TurnId) -> Result<Option<TurnRow>, Fault> {
    ask.one(Sql::new("select ").add(TURN).add(" from duty_turn where id = {}").bind(id)).await
}

/// The turn whose code has this hash.
pub async fn of_token(ask: &mut impl Ask, hash: &str) -> Result<Option<TurnRow>, Fault> {
    ask.one(Sql::new("select ").add(TURN).add(" from duty_turn where token = {}").bind(hash)).await
}

/// Takes one up, to change it. The version is that before.
pub async fn take_turn(tx: &mut Tx, id: TurnId) -> Result<Option<TurnRow>, Fault> {
    let sql = Sql::new("update duty_turn set version = version + 1 where id = {} returning ").bind(id).add(TURN);
    let kept: Option<TurnRow> = tx.one(sql).await?;
    Ok(kept.map(|kept| TurnRow { version: kept.version - 1, ..kept }))
}

/// The turns of a roster, in order.
pub async fn turns_of(ask: &mut impl Ask, roster: RosterId) -> Result<Vec<TurnRow>, Fault> {
    let sql = Sql::new("select ").add(TURN).add(" from duty_turn where roster = {} order by day, begins, id");
    ask.all(sql.bind(roster)).await
}

/// Writes a new one; nothing where the station has one that begins then.
pub async fn write_turn(tx: &mut Tx, it: &TurnRow) -> Result<bool, Fault> {
    let vals: [Val; 10] = [
        it.id.into(),
        it.roster.into(),
        it.station.into(),
        it.day.into(),
        it.meant.into(),
        it.begins.into(),
        it.ends.into(),
        it.need.into(),
        it.by_hand.into(),
        it.version.into(),
    ];
    let sql = Sql::new("insert into duty_turn (").add(TURN).add(") values ").list(vals);
    Ok(tx.run(sql.add(" on conflict (station, day, begins) do nothing")).await? == 1)
}

/// Gives it a new code; the one before leads nowhere.
pub async fn give_token(tx: &mut Tx, id: TurnId, hash: &str) -> Result<(), Fault> {
    tx.run(Sql::new("update duty_turn set token = {} where id = {}").bind(hash).bind(id)).await.map(drop)
}

fn seat(line: SeatLine) -> Result<SeatRow, Fault> {
    let stage = At { table: "duty_seat", id: &line.id }.word("stage", &line.stage, SeatStage::read)?;
    let SeatLine { id, turn, person, .. } = line;
    Ok(SeatRow { id, turn, person, stage })
}

/// One seat.
pub async fn read_seat(ask: &mut impl Ask, id: SeatId) -> Result<Option<SeatRow>, Fault> {
    let sql = Sql::new("select ").add(SEAT).add(" from duty_seat where id = {}").bind(id);
    ask.one::<SeatLine>(sql).await?.map(seat).transpose()
}

/// The seat of a deputy in a turn.
pub async fn seat_of(ask: &mut impl Ask, turn: TurnId, person: PersonId) -> Result<Option<SeatRow>, Fault> {
    let sql = Sql::new("select ").add(SEAT).add(" from duty_seat where turn = {} and person = {}");
    ask.one::<SeatLine>(sql.bind(turn).bind(person)).await?.map(seat).transpose()
}

/// Who is on a turn.
pub async fn seats_of(ask: &mut impl Ask, turn: TurnId) -> Result<Vec<SeatRow>, Fault> {
    let sql = Sql::new("select ").add(SEAT).add(" from duty_seat where turn = {} order by person").bind(turn);
    ask.all::<SeatLine>(sql).await?.into_iter().map(seat).collect()
}

/// Puts a deputy on a turn.
pub async fn write_seat(
    tx: &mut Tx,
    id: SeatId,
    (turn, person): (TurnId, PersonId),
    (stage, at): (SeatStage, Moment),
) -> Result<(), Fault> {
    let vals: [Val; 5] = [id.into(), turn.into(), person.into(), stage.word().into(), at.into()];
    tx.run(Sql::new("insert into duty_seat (id, turn, person, stage, at) values ").list(vals)).await.map(drop)
}

/// Gives a seat to another deputy.
pub async fn yield_seat(tx: &mut Tx, id: SeatId, to: PersonId, at: Moment) -> Result<(), Fault> {
    let sql = Sql::new("update duty_seat set person = {}, at = {} where id = {}").bind(to).bind(at).bind(id);
    tx.run(sql).await.map(drop)
}

/// Takes a seat away.
pub async fn leave_seat(tx: &mut Tx, id: SeatId) -> Result<(), Fault> {
    tx.run(Sql::new("delete from duty_seat where id = {}").bind(id)).await.map(drop)
}

/// Notes who was there.
pub async fn mark(tx: &mut Tx, id: SeatId, (stage, how): (SeatStage, How), at: Moment) -> Result<(), Fault> {
    let sql = Sql::new("update duty_seat set stage = {}, how = {}, at = {}").bind(stage.word()).bind(how.word());
    tx.run(sql.bind(at).add(" where id = {}").bind(id)).await.map(drop)
}

/// Whether a deputy has a turn that day, or is on leave.
pub async fn busy(ask: &mut impl Ask, person: PersonId, day: Day) -> Result<bool, Fault> {
    let sql =
        Sql::new("select 1 from duty_seat s join duty_turn t on t.id = s.turn where s.person = {} and t.day = {}");
    let sql = sql.bind(person).bind(day).add(" union all select 1 from duty_leave where person = {}").bind(person);
    let sql = sql.add(" and ended is null and since <= {} and until >= {} limit 1").bind(day).bind(day);
    Ok(ask.one::<(i64,)>(sql).await?.is_some())
}

/// Keeps a change by hand.
pub async fn note_change(
    tx: &mut Tx,
    (id, turn): (Id<()>, TurnId),
    (gone, came): (Option<PersonId>, Option<PersonId>),
    reason: &Text<200>,
    (by, at): (Option<AccountId>, Moment),
) -> Result<(), Fault> {
    let vals: [Val; 7] = [id.into(), turn.into(), gone.into(), came.into(), reason.into(), by.into(), at.into()];
    let sql = Sql::new("insert into duty_change (id, turn, gone, came, reason, account, at) values ");
    tx.run(sql.list(vals)).await.map(drop)
}
