//! Turns by hand: one more day, and who comes into a turn or goes out of it, with the reason.

use accounts_rules::Actor;
use duty_rules::{Fact, Refusal, RosterId, SeatStage, StationId, TurnId};
use kernel::{Day, PersonId, Text};
use kit::{
    Problem, Site,
    db::{Ask, Sql, Tx},
    web::{Errors, Wrong},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{changed, finish, pattern, refused, stale};
use crate::{
    sight::{self, StationRow},
    store::{self, TurnRow},
};

/// One more turn on a draft.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = DutyTurnWanted)]
pub struct TurnWanted {
    /// Its day, one of the roster's.
    #[schema(value_type = String)]
    pub day: Day,
    /// When it begins: `09:00`.
    pub begins: String,
    /// When it ends: `11:00`.
    pub ends: String,
    /// Deputies, 1 to 20.
    #[schema(minimum = 1, maximum = 20)]
    pub deputies: u8,
}

/// Who goes out, who comes in: one of them at least.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = DutyChangeWanted)]
pub struct ChangeWanted {
    /// Who goes out.
    #[serde(default)]
    #[schema(value_type = Option<uuid::Uuid>)]
    pub gone: Option<PersonId>,
    /// Who comes in.
    #[serde(default)]
    #[schema(value_type = Option<uuid::Uuid>)]
    pub came: Option<PersonId>,
    /// Why, at most 200 characters.
    #[schema(value_type = String)]
    pub reason: Text<200>,
}

/// Adds a turn to a draft; who is there is found by hand, or when the draft is drawn up again.
///
/// # Errors
/// As if there were no such roster; refused to who does not keep the station, and once it is published; beside the fields that cannot be;
/// with both versions, when somebody else changed the roster meanwhile.
pub async fn add(
    site: &Site,
    actor: &Actor,
    roster: RosterId,
    seen: i64,
    wanted: &TurnWanted,
) -> Result<TurnId, Problem> {
    let mut tx = site.db().begin().await?;
    let row = store::take_roster(&mut tx, roster).await?.ok_or_else(Problem::missing)?;
    let kept = sight::kept(site, &mut tx, actor, row.station).await?;
    if !row.draft() {
        return Err(refused(Refusal::Published));
    }
    if row.version != seen {
        return Err(stale::added(&mut tx, (roster, &row), wanted).await?);
    }
    let hours = pattern::hours(&wanted.begins, &wanted.ends);
    let hours = hours.map_err(|(field, key)| Errors::one(field, Wrong::new(key)))?;
    if wanted.day < row.since || wanted.day > row.until {
        return Err(Errors::one("day", Wrong::new("duty-wrong-day")).into());
    }
    if !(1..=pattern::MOST_DEPUTIES).contains(&wanted.deputies) {
        return Err(Errors::one("deputies", Wrong::new("duty-wrong-deputies")).into());
    }
    let turn = TurnRow {
        id: site.new_id(),
        roster,
        station: row.station,
        day: wanted.day,
        meant: wanted.day,
        begins: hours.begins(),
        ends: hours.ends(),
        need: u16::from(wanted.deputies),
        by_hand: true,
        version: 1,
    };
    if !store::write_turn(&mut tx, &turn).await? {
        return Err(Errors::one("begins", Wrong::new("duty-wrong-twice")).into());
    }
    let fact = Fact::Changed { turn: turn.id, day: turn.day, out: None, into: None, told: false };
    finish(site, actor, tx, (Some(kept.congress), turn.id.uuid()), fact).await?;
    Ok(turn.id)
}

/// The turn in hand, for who keeps the station, as the caller saw it.
pub(super) async fn take(
    site: &Site,
    actor: &Actor,
    id: TurnId,
    seen: i64,
) -> Result<(Tx, TurnRow, StationRow), Problem> {
    let taken = take_any(site, actor, id).await?;
    if taken.1.version == seen { Ok(taken) } else { Err(changed()) }
}

/// The same, however it stands.
async fn take_any(site: &Site, actor: &Actor, id: TurnId) -> Result<(Tx, TurnRow, StationRow), Problem> {
    let mut tx = site.db().begin().await?;
    let turn = store::take_turn(&mut tx, id).await?.ok_or_else(Problem::missing)?;
    let kept = sight::kept(site, &mut tx, actor, turn.station).await?;
    Ok((tx, turn, kept))
}

/// Puts somebody on a turn, takes somebody off it, or one for the other; once it is published both are told.
///
/// # Errors
/// As if there were no such turn; refused to who does not keep the station; beside the field, who cannot go or come; with both versions,
/// when somebody else changed it meanwhile.
pub async fn change(site: &Site, actor: &Actor, id: TurnId, seen: i64, wanted: &ChangeWanted) -> Result<(), Problem> {
    let (mut tx, turn, kept) = take_any(site, actor, id).await?;
    if turn.version != seen {
        return Err(stale::changed(&mut tx, &turn, wanted).await?);
    }
    let told = !store::read_roster(&mut tx, turn.roster).await?.ok_or_else(Problem::missing)?.draft();
    let ChangeWanted { gone, came, reason } = wanted;
    if gone.is_none() && came.is_none() {
        return Err(Errors::one("came", Wrong::new("duty-wrong-nobody")).into());
    }
    if let Some(gone) = gone {
        leave(site, &mut tx, &turn, *gone).await?;
    }
    if let Some(came) = came {
        comes(&mut tx, &turn, *came).await?;
        let stage = if told { SeatStage::Published } else { SeatStage::Planned };
        store::write_seat(&mut tx, site.new_id(), (id, *came), (stage, site.now())).await?;
    }
    store::note_change(&mut tx, (site.new_id(), id), (*gone, *came), reason, (actor.account, site.now())).await?;
    let fact = Fact::Changed { turn: id, day: turn.day, out: *gone, into: *came, told };
    finish(site, actor, tx, (Some(kept.congress), id.uuid()), fact).await
}

async fn leave(site: &Site, tx: &mut Tx, turn: &TurnRow, gone: PersonId) -> Result<(), Problem> {
    let seat = store::seat_of(tx, turn.id, gone).await?;
    let seat = seat.ok_or_else(|| Errors::one("gone", Wrong::new("duty-wrong-not-there")))?;
    if seat.stage == SeatStage::Attended {
        return Err(Errors::one("gone", Wrong::new("duty-wrong-was-there")).into());
    }
    store::withdraw_swaps(tx, seat.id, site.now()).await?;
    Ok(store::leave_seat(tx, seat.id).await?)
}

/// Whether somebody can come into a turn.
pub(super) async fn comes(ask: &mut impl Ask, turn: &TurnRow, came: PersonId) -> Result<(), Problem> {
    let wrong = |key| Problem::from(Errors::one("came", Wrong::new(key)));
    if !belongs(ask, turn.station, came, turn.day).await? {
        return Err(wrong("duty-wrong-not-of-station"));
    }
    if store::busy(ask, came, turn.day).await? { Err(wrong("duty-refused-busy")) } else { Ok(()) }
}

/// Whether a deputy in office belongs to a station on a day.
pub(crate) async fn belongs(
    ask: &mut impl Ask,
    station: StationId,
    person: PersonId,
    day: Day,
) -> Result<bool, Problem> {
    let sql = Sql::new("select 1 from v_serves h where h.station = {} and h.person = {}").bind(station).bind(person);
    let sql = sql.add(" and h.since <= {} and (h.until is null or h.until > {})").bind(day).bind(day);
    let sql = sql.add(" and exists (select 1 from v_mandate m where m.person = h.person and m.in_office = 1) limit 1");
    Ok(ask.one::<(i64,)>(sql).await?.is_some())
}

/// The turn for who may see it: one of a draft only for who works on it.
///
/// # Errors
/// As if there were none, for anybody else.
pub async fn seen(
    ask: &mut impl Ask,
    actor: &Actor,
    id: TurnId,
    today: Day,
) -> Result<(TurnRow, StationRow, sight::Sight), Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let turn = store::read_turn(ask, id).await?.ok_or_else(Problem::missing)?;
    let (_, station, sight) = super::roster::seen(ask, actor, turn.roster, today).await?;
    Ok((turn, station, sight))
}

/// Whose it is to change a turn is asked before what was typed is judged.
///
/// # Errors
/// As [`seen`]; refused to who does not keep the station.
pub async fn kept(site: &Site, actor: &Actor, id: TurnId) -> Result<(), Problem> {
    let (turn, ..) = seen(&mut site.db(), actor, id, site.today()).await?;
    sight::kept(site, &mut site.db(), actor, turn.station).await.map(drop)
}
