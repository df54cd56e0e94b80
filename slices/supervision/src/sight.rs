//! Who may look at what is supervised.

use accounts_rules::{Actor, Right};
use kernel::BodyId;
use kit::{
    Problem,
    db::{Ask, Sql},
};
use supervision_rules::{LetterTo, SuggestionId};

/// Lets those look who follow the congress's supervision, and the units that have a part in the suggestion.
///
/// # Errors
/// As if there were no such thing, for anybody else; who is not signed in is asked to sign in.
pub(crate) async fn looks(
    ask: &mut impl Ask,
    actor: &Actor,
    congress: BodyId,
    suggestion: SuggestionId,
) -> Result<(), Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    if actor.may(Right::SupervisionSee, congress).is_ok() {
        return Ok(());
    }
    let units: Vec<BodyId> = actor.bodies(Right::AssignmentSee).collect();
    let sql = Sql::new("select 1 from v_assignment where work <> 'passed-on' and suggestion = {}").bind(suggestion);
    let part: Option<(i64,)> = ask.one(sql.add(" and unit in ").list(units).add(" limit 1")).await?;
    part.map(drop).ok_or_else(Problem::missing)
}

/// Lets those read a letter who see what was assigned, the unit it went to, and the signers of the suggestion.
///
/// # Errors
/// As [`looks`].
pub(crate) async fn reads(ask: &mut impl Ask, actor: &Actor, to: &LetterTo) -> Result<(), Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    if actor.may(Right::SuggestionSeeAssigned, to.congress).is_ok() || actor.may(Right::AssignmentSee, to.unit).is_ok()
    {
        return Ok(());
    }
    let Some(person) = actor.stands_for() else { return Err(Problem::missing()) };
    let sql = Sql::new("select 1 from v_suggestion where id = {} and lead = {} union all select 1 from v_cosigner")
        .bind(to.suggestion)
        .bind(person)
        .add(" where suggestion = {} and answer = 'confirmed' and person = {}")
        .bind(to.suggestion)
        .bind(person);
    let signed: Option<(i64,)> = ask.one(sql).await?;
    signed.map(drop).ok_or_else(Problem::missing)
}
