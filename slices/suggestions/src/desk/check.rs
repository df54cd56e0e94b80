//! 审查、定类、编号.

use accounts_rules::{Actor, Right};
use kit::{Problem, Site};
use suggestions_rules::{Number, Series, SuggestionId};

use super::{Reason, Saw, Work, hold::decide, lacking};
use crate::{
    queries::session_year,
    store::{Kept, next_number},
};

/// The office returns it for editing, with advice.
///
/// # Errors
/// When it is not lying to be checked, or the actor checks nothing in that congress.
pub async fn return_for_editing(site: &Site, actor: &Actor, id: SuggestionId, reason: Reason) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::SuggestionCheck, work.congress())?;
    decide(&mut work.tx, site, actor, id).await?;
    let reason = work.words("return", reason);
    work.act(|suggestion, given| suggestion.return_for_editing(reason, given))?;
    work.finish().await
}

/// The office accepts it with a category of the congress's list and, when asked to, numbers it at once.
///
/// # Errors
/// When it is not lying to be checked, when the list has no such category, or when its words were changed since they were read.
pub async fn accept(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    category: &str,
    number_at_once: bool,
    saw: Saw,
) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::SuggestionCheck, work.congress())?;
    actor.may(Right::SuggestionClass, work.congress())?;
    decide(&mut work.tx, site, actor, id).await?;
    work.act(|suggestion, given| suggestion.accept(category, given))?;
    work.is_as(saw)?;
    if number_at_once {
        give_number(site, actor, &mut work).await?;
    }
    work.finish().await
}

/// The office gives it another category of the congress's list.
///
/// # Errors
/// When it is not accepted, or closed; when the list has no such category, or it has that one.
pub async fn reclass(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    category: &str,
    reason: Reason,
) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::SuggestionClass, work.congress())?;
    let reason = work.words("reclass", reason);
    work.act(|suggestion, given| suggestion.reclass(category, reason, given))?;
    work.finish().await
}

/// It gets the next number of its series.
///
/// # Errors
/// When it is not accepted, or numbered already.
pub async fn number(site: &Site, actor: &Actor, id: SuggestionId) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    give_number(site, actor, &mut work).await?;
    work.finish().await
}

async fn give_number(site: &Site, actor: &Actor, work: &mut Work<'_>) -> Result<(), Problem> {
    let (congress, session) = (work.congress(), work.suggestion().session);
    actor.may(Right::SuggestionNumber, congress)?;
    let year = match work.book().number_series.value {
        Series::Year => Some(site.today().parts().0),
        Series::Session => None,
    };
    let series = year.map_or_else(|| session.to_string(), |year| year.to_string());
    let year = match year {
        Some(year) => year,
        None => session_year(&mut work.tx, session).await?.ok_or_else(|| lacking("the session", session))?,
    };
    // A refusal after this drops the transaction, and with it the number: none is lost.
    let n = next_number(&mut work.tx, congress, &series).await?;
    let text = work.book().number_pattern.value.write(year, n);
    work.act(|suggestion, given| suggestion.number(Number { series, n, text }, given))?;
    Ok(())
}
