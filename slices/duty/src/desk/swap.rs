//! 换班: asked by one deputy, accepted by the other, or by who keeps the station where the other said yes by word of mouth.

use accounts_rules::Actor;
use duty_rules::{Answerer, Fact, Refusal, SeatId, SeatStage, SwapId, SwapStage, answer_swap};
use kernel::{PersonId, Text};
use kit::{
    Problem, Site,
    db::Ask,
    web::{Errors, Wrong, api::Once},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{finish, refused, turn};
use crate::{
    sight,
    store::{self, SwapRow},
};

/// Whom one asks.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = DutySwapWanted)]
pub struct SwapWanted {
    /// Another deputy of the station.
    #[schema(value_type = uuid::Uuid)]
    pub to: PersonId,
    /// What is said to them, at most 200 characters.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub words: Option<Text<200>>,
}

/// Asks another deputy of the station to take one's turn, once for one key.
///
/// # Errors
/// As if there were no such seat, where it is another's; beside `to`, who cannot come; when the day is over or somebody is asked already.
pub async fn ask(
    site: &Site,
    actor: &Actor,
    seat: SeatId,
    wanted: &SwapWanted,
    once: &Once,
) -> Result<SwapId, Problem> {
    let person = sight::own(actor)?;
    let by = actor.account.ok_or(Problem::SignIn)?;
    let mut tx = site.db().begin().await?;
    let row = store::read_seat(&mut tx, seat).await?.filter(|row| row.person == person);
    let row = row.filter(|row| row.stage != SeatStage::Planned).ok_or_else(Problem::missing)?;
    let turn = store::take_turn(&mut tx, row.turn).await?.ok_or_else(Problem::missing)?;
    let id = site.new_id();
    if let Some(before) = once.claim(&mut tx, site, by, &(seat, wanted), id).await? {
        return Ok(before);
    }
    if turn.day < site.today() || row.stage != SeatStage::Published {
        return Err(refused(Refusal::Past));
    }
    if store::open_swap_of(&mut tx, seat).await? {
        return Err(refused(Refusal::SwapAsked));
    }
    let other = turn::comes(&mut tx, &turn, wanted.to).await;
    other.map_err(beside_to)?;
    let swap = SwapRow { id, seat, turn: turn.id, asker: person, asked: wanted.to, stage: SwapStage::Asked };
    store::write_swap(&mut tx, &swap, wanted.words.as_ref().map_or("", Text::as_str), site.now()).await?;
    let (station, _) = sight::seen(&mut tx, actor, turn.station, site.today()).await?;
    let fact = Fact::SwapAsked { swap: id, seat, day: turn.day, from: person, to: wanted.to };
    finish(site, actor, tx, (Some(station.congress), id.uuid()), fact).await?;
    Ok(id)
}

/// What is wrong with who comes stands beside whom one asks.
fn beside_to(problem: Problem) -> Problem {
    match problem {
        Problem::Invalid(errors) => {
            let wrong = errors.0.into_iter().next().map_or(Wrong::new("duty-refused-busy"), |(_, wrong)| wrong);
            Errors::one("to", wrong).into()
        }
        other => other,
    }
}

/// As whom the actor answers a swap.
///
/// # Errors
/// As if there were none, for anybody it does not concern.
pub async fn answerer(site: &Site, ask: &mut impl Ask, actor: &Actor, swap: &SwapRow) -> Result<Answerer, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    match sight::own(actor) {
        Ok(person) if person == swap.asked => return Ok(Answerer::Asked),
        Ok(person) if person == swap.asker => return Ok(Answerer::Asker),
        _ => {}
    }
    let turn = store::read_turn(ask, swap.turn).await?.ok_or_else(Problem::missing)?;
    let (_, seen) = sight::seen(ask, actor, turn.station, site.today()).await?;
    if !seen.works {
        return Err(Problem::missing());
    }
    sight::kept(site, ask, actor, turn.station).await?;
    Ok(Answerer::Keeper)
}

/// Answers a swap; accepted, the turn is the other's.
///
/// # Errors
/// As [`answerer`]; refused once it is settled, where it is not theirs to say so, and where the other cannot any more.
pub async fn answer(site: &Site, actor: &Actor, id: SwapId, stage: SwapStage) -> Result<(), Problem> {
    let mut tx = site.db().begin().await?;
    let swap = store::take_swap(&mut tx, id).await?.ok_or_else(Problem::missing)?;
    let by = answerer(site, &mut tx, actor, &swap).await?;
    let turn = store::take_turn(&mut tx, swap.turn).await?.ok_or_else(Problem::missing)?;
    let stage = answer_swap(swap.stage, stage, by, turn.day < site.today()).map_err(refused)?;
    let (from, to, day) = (swap.asker, swap.asked, turn.day);
    let fact = match stage {
        SwapStage::Accepted => {
            let seat = store::read_seat(&mut tx, swap.seat).await?.filter(|seat| seat.person == from);
            seat.filter(|seat| seat.stage == SeatStage::Published).ok_or_else(|| refused(Refusal::SwapSettled))?;
            turn::comes(&mut tx, &turn, to).await.map_err(|_| refused(Refusal::Busy))?;
            store::yield_seat(&mut tx, swap.seat, to, site.now()).await?;
            Fact::SwapAccepted { swap: id, seat: swap.seat, day, from, to }
        }
        SwapStage::Declined => Fact::SwapDeclined { swap: id, day, from, to },
        SwapStage::Withdrawn | SwapStage::Asked => Fact::SwapWithdrawn { swap: id, day, from, to },
    };
    store::settle_swap(&mut tx, id, stage, site.now()).await?;
    let sql = kit::db::Sql::new("select congress from v_station where id = {}").bind(turn.station);
    let congress: Option<(kernel::BodyId,)> = tx.one(sql).await?;
    finish(site, actor, tx, (congress.map(|(congress,)| congress), id.uuid()), fact).await
}
