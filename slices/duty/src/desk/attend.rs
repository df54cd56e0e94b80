//! 到岗登记: by hand, or by the code of the turn.

use accounts_rules::Actor;
use duty_rules::{Fact, How, Mark, Refusal, SeatStage, TurnId, mark_seat};
use kernel::{PersonId, Text};
use kit::{Problem, Site, web::session};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{finish, refused, turn};
use crate::{
    sight::{self, StationRow},
    store::{self, TurnRow},
};

/// Who was there, or was not.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = DutyMarkWanted)]
pub struct MarkWanted {
    /// Who, of those on the turn.
    #[schema(value_type = uuid::Uuid)]
    pub person: PersonId,
    /// `attended` or `missed`.
    #[schema(value_type = String)]
    pub mark: Mark,
}

/// Notes by hand who was there; it can be put right by hand.
///
/// # Errors
/// As if there were no such turn; refused to who does not keep the station, before its day, and on a draft.
pub async fn by_hand(site: &Site, actor: &Actor, id: TurnId, seen: i64, wanted: MarkWanted) -> Result<(), Problem> {
    let (mut tx, turn, kept) = turn::take(site, actor, id, seen).await?;
    let seat = store::seat_of(&mut tx, id, wanted.person).await?.ok_or_else(Problem::missing)?;
    let since = site.today().days_since(turn.day);
    let stage = mark_seat(seat.stage, wanted.mark, How::Hand, since).map_err(refused)?;
    store::mark(&mut tx, seat.id, (stage, How::Hand), site.now()).await?;
    let fact = Fact::Noted { seat: seat.id, turn: id, person: wanted.person, mark: wanted.mark, how: How::Hand };
    finish(site, actor, tx, (Some(kept.congress), id.uuid()), fact).await
}

/// Makes a code for a turn and tells it once; those before lead nowhere from now on.
///
/// # Errors
/// As [`by_hand`]; once the day is over.
pub async fn new_code(site: &Site, actor: &Actor, id: TurnId) -> Result<String, Problem> {
    let mut tx = site.db().begin().await?;
    let turn = store::take_turn(&mut tx, id).await?.ok_or_else(Problem::missing)?;
    let kept = sight::kept(site, &mut tx, actor, turn.station).await?;
    if store::read_roster(&mut tx, turn.roster).await?.is_none_or(|roster| roster.draft()) {
        return Err(refused(Refusal::Draft));
    }
    if turn.day < site.today() {
        return Err(refused(Refusal::Past));
    }
    let token = session::base64(&site.chance::<16>());
    store::give_token(&mut tx, id, &session::kept(&token)).await?;
    finish(site, actor, tx, (Some(kept.congress), id.uuid()), Fact::CodeMade { turn: id }).await?;
    Ok(token)
}

/// A code as it stands in an address.
pub type Token = Text<60>;

/// The turn a code belongs to, with where the deputy stands on it.
///
/// # Errors
/// When nobody is signed in; refused to who is no deputy; as if there were none where the code leads nowhere, or the deputy is not on
/// the turn.
pub async fn of_code(site: &Site, actor: &Actor, token: &str) -> Result<(TurnRow, StationRow, SeatStage), Problem> {
    let person = sight::own(actor)?;
    let mut ask = site.db();
    let turn = store::of_token(&mut ask, &session::kept(token)).await?.ok_or_else(Problem::missing)?;
    let seat = store::seat_of(&mut ask, turn.id, person).await?.ok_or_else(Problem::missing)?;
    let (station, _) = sight::seen(&mut ask, actor, turn.station, site.today()).await?;
    Ok((turn, station, seat.stage))
}

/// Says that one is there, by the code of the turn, on its day. Answers with the turn.
///
/// # Errors
/// As [`of_code`]; on another day; when it is noted already.
pub async fn by_code(site: &Site, actor: &Actor, token: &str) -> Result<TurnId, Problem> {
    let person = sight::own(actor)?;
    let (turn, station, _) = of_code(site, actor, token).await?;
    let mut tx = site.db().begin().await?;
    store::take_turn(&mut tx, turn.id).await?.ok_or_else(Problem::missing)?;
    let seat = store::seat_of(&mut tx, turn.id, person).await?.ok_or_else(Problem::missing)?;
    let since = site.today().days_since(turn.day);
    let stage = mark_seat(seat.stage, Mark::Attended, How::Code, since).map_err(refused)?;
    store::mark(&mut tx, seat.id, (stage, How::Code), site.now()).await?;
    let fact = Fact::Noted { seat: seat.id, turn: turn.id, person, mark: Mark::Attended, how: How::Code };
    finish(site, actor, tx, (Some(station.congress), turn.id.uuid()), fact).await?;
    Ok(turn.id)
}
