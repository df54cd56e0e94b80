//! 督办通知单: sent, answered, sent back, closed, taken back.

use accounts_rules::{Actor, Right};
use kernel::{BodyId, Day, Moment, Refused, Text};
use kit::{
    Problem, Site,
    db::{Sql, Tx},
    journal,
    web::{Errors, Wrong, api::Once},
};
use serde::{Deserialize, Serialize};
use supervision_rules::{
    AssignmentId, Fact, Letter, LetterId, LetterKind, LetterNumber, LetterTo, LetterWords, Refusal, SuggestionId,
};
use utoipa::ToSchema;

use super::read::{Read, still};
use crate::{
    sight,
    store::{LetterKept, begin_letter, next_number, read_letter, save_letter, take_letter},
};

/// A letter as the office writes it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LetterWanted {
    /// `urge`, `supervise` or `listed`.
    #[schema(value_type = String)]
    pub kind: LetterKind,
    /// The word before its number: 督办; at most 20 characters.
    #[schema(value_type = String)]
    pub series: Text<20>,
    /// What is wrong, at most 2,000 characters.
    #[schema(value_type = String)]
    pub problem: Text<2000>,
    /// What is demanded, at most 2,000 characters.
    #[schema(value_type = String)]
    pub demand: Text<2000>,
    /// 督办领导, at most 60 characters.
    #[schema(value_type = String)]
    pub leader: Text<60>,
    /// The last day to answer, after today.
    #[schema(value_type = String)]
    pub due: Day,
}

/// What the unit answers.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LetterAnswerWanted {
    /// At most 4,000 characters.
    #[schema(value_type = String)]
    pub words: Text<4000>,
}

/// Why the office asks again, and until when.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AskAgain {
    /// At most 500 characters.
    #[schema(value_type = String)]
    pub reason: Text<500>,
    /// The new last day, after today.
    #[schema(value_type = String)]
    pub due: Day,
}

/// A word on how a letter ended.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LetterEnd {
    /// At most 500 characters.
    #[schema(value_type = String)]
    pub words: Text<500>,
}

/// The part of a unit to which a letter goes.
///
/// # Errors
/// As if there were none, for who does not urge.
pub(crate) async fn part(tx: &mut impl kit::db::Ask, actor: &Actor, id: AssignmentId) -> Result<LetterTo, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let sql = Sql::new("select congress, suggestion, unit, work from v_assignment where id = {}").bind(id);
    let found: Option<(BodyId, SuggestionId, BodyId, String)> = tx.one(sql).await?;
    let (congress, suggestion, unit, work) = found.ok_or_else(Problem::missing)?;
    actor.may(Right::SuggestionRemind, congress).map_err(|_| Problem::missing())?;
    if work == "passed-on" {
        return Err(Errors::one("unit", Wrong::new("supervision-wrong-passed-on")).into());
    }
    Ok(LetterTo { congress, suggestion, assignment: id, unit })
}

/// Sends a letter to the unit that has the part.
///
/// # Errors
/// When another unit has the part now, or the day is not after today.
pub async fn issue(
    site: &Site,
    actor: &Actor,
    to: AssignmentId,
    wanted: LetterWanted,
    once: &Once,
) -> Result<LetterKept, Problem> {
    let account = actor.account.ok_or(Problem::SignIn)?;
    let mut tx = site.db().begin().await?;
    let letter = issued(site, actor, &mut tx, to, wanted.clone()).await?;
    if let Some(before) = once.claim(&mut tx, site, account, &wanted, letter.id).await? {
        drop(tx); // and with it the second letter and its number
        return of(site, actor, before).await;
    }
    tx.commit().await?;
    site.wrote();
    Ok(LetterKept { letter, version: 1 })
}

/// As [`issue`], within a transaction that sends several.
pub(crate) async fn issued(
    site: &Site,
    actor: &Actor,
    tx: &mut Tx,
    to: AssignmentId,
    wanted: LetterWanted,
) -> Result<Letter, Problem> {
    let to = part(tx, actor, to).await?;
    let year = site.today().parts().0;
    let LetterWanted { kind, series, problem, demand, leader, due } = wanted;
    let n = next_number(tx, to.congress, series.as_str(), year).await?;
    let words = LetterWords { kind, problem, demand, leader, due };
    let number = LetterNumber { series, year, n };
    let (letter, fact) = Letter::issue(site.new_id(), to, number, words, site.now()).map_err(Refused::from)?;
    begin_letter(tx, &letter).await?;
    journal::append(tx, actor.records(site.now(), to.congress, letter.id.uuid(), fact)).await?;
    Ok(letter)
}

/// Over whom the right to a verb is asked.
#[derive(Clone, Copy)]
enum Whose {
    Congress,
    Unit,
}

async fn act(
    site: &Site,
    actor: &Actor,
    of: impl Into<Read<LetterId>>,
    (right, whose): (Right, Whose),
    rule: impl FnOnce(Letter, Moment) -> Result<(Letter, Fact), Refusal>,
) -> Result<LetterKept, Problem> {
    let mut tx = site.db().begin().await?;
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let Read { id, saw } = of.into();
    let was = take_letter(&mut tx, id).await?.ok_or_else(Problem::missing)?;
    sight::reads(&mut tx, actor, &was.letter.to).await?;
    let to = was.letter.to;
    actor.may(right, if matches!(whose, Whose::Unit) { to.unit } else { to.congress })?;
    still(saw, was.version)?;
    let (letter, fact) = rule(was.letter.clone(), site.now()).map_err(Refused::from)?;
    save_letter(&mut tx, &was.letter, &letter).await?;
    journal::append(&mut tx, actor.records(site.now(), to.congress, id.uuid(), fact)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(LetterKept { letter, version: was.version })
}

const OFFICE: (Right, Whose) = (Right::SuggestionRemind, Whose::Congress);

/// The unit answers.
///
/// # Errors
/// When the letter asks for nothing now.
pub async fn answer(
    site: &Site,
    actor: &Actor,
    id: impl Into<Read<LetterId>>,
    wanted: LetterAnswerWanted,
) -> Result<LetterKept, Problem> {
    let unit = (Right::UrgingAnswer, Whose::Unit);
    act(site, actor, id, unit, |letter, now| letter.answer(wanted.words, now)).await
}

/// The office asks again.
///
/// # Errors
/// When there is no answer to look at, or the day is not after today.
pub async fn ask_again(
    site: &Site,
    actor: &Actor,
    id: impl Into<Read<LetterId>>,
    wanted: AskAgain,
) -> Result<LetterKept, Problem> {
    act(site, actor, id, OFFICE, |letter, now| letter.ask_again(wanted.reason, wanted.due, now)).await
}

/// The office closes it.
///
/// # Errors
/// When there is no answer to look at.
pub async fn close(
    site: &Site,
    actor: &Actor,
    id: impl Into<Read<LetterId>>,
    wanted: LetterEnd,
) -> Result<LetterKept, Problem> {
    act(site, actor, id, OFFICE, |letter, now| letter.close(wanted.words, now)).await
}

/// The office takes it back.
///
/// # Errors
/// When it is closed or was taken back.
pub async fn withdraw(
    site: &Site,
    actor: &Actor,
    id: impl Into<Read<LetterId>>,
    wanted: LetterEnd,
) -> Result<LetterKept, Problem> {
    act(site, actor, id, OFFICE, |letter, now| letter.withdraw(wanted.words, now)).await
}

/// One, for who may read it.
///
/// # Errors
/// When there is none for this actor.
pub async fn of(site: &Site, actor: &Actor, id: LetterId) -> Result<LetterKept, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let kept = read_letter(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    sight::reads(&mut site.db(), actor, &kept.letter.to).await?;
    Ok(kept)
}

/// One, for who may do this with it; what the unit does is asked of the unit.
///
/// # Errors
/// As [`of`]; and when the right is not held.
pub async fn may(site: &Site, actor: &Actor, id: LetterId, right: Right) -> Result<Letter, Problem> {
    let letter = of(site, actor, id).await?.letter;
    actor.may(right, if right == Right::UrgingAnswer { letter.to.unit } else { letter.to.congress })?;
    Ok(letter)
}
