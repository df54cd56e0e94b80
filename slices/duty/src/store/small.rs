//! Settings, leaves and swaps.

use duty_rules::{LeaveId, SeatId, Setting, SwapId, SwapStage, TurnId};
use kernel::{BodyId, Day, Moment, PersonId, Text};
use kit::{
    Fault,
    db::{Ask, At, Sql, Tx, Val},
    row,
};

/// What a congress set, with its version; 0 where it set nothing.
pub async fn setting(ask: &mut impl Ask, congress: BodyId) -> Result<(Setting, i64), Fault> {
    let sql = Sql::new("select least, ahead, by_clock, version from duty_setting where congress = {}").bind(congress);
    let Some((least, ahead, by_clock, version)) = ask.one::<(u16, u16, bool, i64)>(sql).await? else {
        return Ok((Setting::default(), 0));
    };
    let at = At { table: "duty_setting", id: &congress };
    let small = u8::try_from(least).ok().zip(u8::try_from(ahead).ok());
    let setting = small.and_then(|(least, ahead)| Setting::new(least, ahead, by_clock));
    Ok((at.need("least", setting)?, version))
}

/// Keeps what a congress sets, if it stood as the caller saw it.
pub async fn save_setting(tx: &mut Tx, congress: BodyId, it: Setting, seen: i64) -> Result<bool, Fault> {
    let (least, ahead) = (u16::from(it.least), u16::from(it.ahead));
    let vals: [Val; 5] = [congress.into(), least.into(), ahead.into(), it.by_clock.into(), 1i64.into()];
    if seen == 0 {
        let sql = Sql::new("insert into duty_setting (congress, least, ahead, by_clock, version) values ").list(vals);
        return Ok(tx.run(sql.add(" on conflict (congress) do nothing")).await? == 1);
    }
    let sql = Sql::new("update duty_setting set least = {}, ahead = {}, by_clock = {}, version = version + 1");
    let sql = sql.bind(least).bind(ahead).bind(it.by_clock);
    let sql = sql.add(" where congress = {} and version = {}").bind(congress).bind(seen);
    Ok(tx.run(sql).await? == 1)
}

row! {
    /// A leave as it is kept.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct LeaveRow {
        /// Who.
        pub person: PersonId,
        /// From this day.
        pub since: Day,
        /// To this day.
        pub until: Day,
    }
}

/// One leave.
pub async fn read_leave(ask: &mut impl Ask, id: LeaveId) -> Result<Option<LeaveRow>, Fault> {
    let sql = Sql::new("select person, since, until from duty_leave where id = {}").bind(id);
    ask.one(sql).await
}

/// Writes a new one.
pub async fn write_leave(
    tx: &mut Tx,
    (id, person): (LeaveId, PersonId),
    (since, until): (Day, Day),
    reason: &Text<200>,
    at: Moment,
) -> Result<(), Fault> {
    let vals: [Val; 6] = [id.into(), person.into(), since.into(), until.into(), reason.into(), at.into()];
    let sql = Sql::new("insert into duty_leave (id, person, since, until, reason, at) values ").list(vals);
    tx.run(sql).await.map(drop)
}

/// Calls one off, once.
pub async fn end_leave(tx: &mut Tx, id: LeaveId, at: Moment) -> Result<bool, Fault> {
    let sql = Sql::new("update duty_leave set ended = {} where id = {} and ended is null").bind(at).bind(id);
    Ok(tx.run(sql).await? == 1)
}

row! {
    struct SwapLine { id: SwapId, seat: SeatId, turn: TurnId, asker: PersonId, asked: PersonId, stage: String }
}

/// A swap as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SwapRow {
    /// Its identity.
    pub id: SwapId,
    /// The seat that is to change hands.
    pub seat: SeatId,
    /// Its turn.
    pub turn: TurnId,
    /// Who asks.
    pub asker: PersonId,
    /// Who is asked.
    pub asked: PersonId,
    /// Where it stands.
    pub stage: SwapStage,
}

const SWAP: &str = "id, seat, turn, asker, asked, stage";

fn swap(line: SwapLine) -> Result<SwapRow, Fault> {
    let stage = At { table: "duty_swap", id: &line.id }.word("stage", &line.stage, SwapStage::read)?;
    let SwapLine { id, seat, turn, asker, asked, .. } = line;
    Ok(SwapRow { id, seat, turn, asker, asked, stage })
}

/// Takes one up: until the transaction ends nobody else can.
pub async fn take_swap(tx: &mut Tx, id: SwapId) -> Result<Option<SwapRow>, Fault> {
    let sql = Sql::new("update duty_swap set stage = stage where id = {} returning ").bind(id).add(SWAP);
    tx.one::<SwapLine>(sql).await?.map(swap).transpose()
}

/// Whether somebody is asked already to take a seat.
pub async fn open_swap_of(ask: &mut impl Ask, seat: SeatId) -> Result<bool, Fault> {
    let sql = Sql::new("select 1 from duty_swap where seat = {} and stage = 'asked' limit 1").bind(seat);
    Ok(ask.one::<(i64,)>(sql).await?.is_some())
}

/// Writes a new one.
pub async fn write_swap(tx: &mut Tx, it: &SwapRow, words: &str, at: Moment) -> Result<(), Fault> {
    let vals: [Val; 8] = [
        it.id.into(),
        it.seat.into(),
        it.turn.into(),
        it.asker.into(),
        it.asked.into(),
        it.stage.word().into(),
        words.into(),
        at.into(),
    ];
    tx.run(Sql::new("insert into duty_swap (").add(SWAP).add(", words, at) values ").list(vals)).await.map(drop)
}

/// Settles one.
pub async fn settle_swap(tx: &mut Tx, id: SwapId, stage: SwapStage, at: Moment) -> Result<(), Fault> {
    let sql = Sql::new("update duty_swap set stage = {}, settled = {} where id = {}").bind(stage.word()).bind(at);
    tx.run(sql.bind(id)).await.map(drop)
}

/// What was asked of a seat that went elsewhere is asked no more.
pub async fn withdraw_swaps(tx: &mut Tx, seat: SeatId, at: Moment) -> Result<(), Fault> {
    let sql = Sql::new("update duty_swap set stage = 'withdrawn', settled = {} where seat = {} and stage = 'asked'");
    tx.run(sql.bind(at).bind(seat)).await.map(drop)
}
