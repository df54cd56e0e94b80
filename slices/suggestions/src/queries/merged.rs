//! With which suggestions one goes together (并案), as far as this reader may know of them; and the letters a unit wrote to those.

use accounts_rules::Actor;
use kernel::BodyId;
use kit::{
    Fault, Site,
    db::{Ask, Sql},
    row,
};
use suggestions_rules::{Letter, Suggestion, SuggestionId};

use super::Detail;
use crate::{Sight, store};

/// A suggestion that goes together with the one that is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linked {
    /// The suggestion.
    pub id: SuggestionId,
    /// Its number as written, which is no secret.
    pub number: String,
    /// 标题, where this reader may look at it.
    pub title: Option<String>,
}

/// The letter of the same unit to one that goes together with this.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterBeside {
    /// The suggestion it answers.
    pub of: SuggestionId,
    /// Its number as written.
    pub number: String,
    /// The letter.
    pub letter: Letter,
}

row!(
    struct Member {
        id: SuggestionId,
    }
);

/// The one it goes with, and, where it is `followed` by any, those that go with it, by number.
pub(super) async fn linked(
    ask: &mut impl Ask,
    actor: &Actor,
    of: &Suggestion,
    followed: bool,
) -> Result<(Option<Linked>, Vec<Linked>), Fault> {
    if of.stage.numbered().is_none() {
        return Ok((None, vec![]));
    }
    let master = match of.merged {
        Some(merged) => link(ask, actor, merged.into).await?,
        None => None,
    };
    if !followed {
        return Ok((master, vec![]));
    }
    let sql = Sql::new("select id from suggestion where merged_into = {} and stage <> 'withdrawn' order by n, id");
    let members: Vec<Member> = ask.all(sql.bind(of.id)).await?;
    let mut along = Vec::with_capacity(members.len());
    for member in members {
        along.extend(link(ask, actor, member.id).await?);
    }
    Ok((master, along))
}

async fn link(ask: &mut impl Ask, actor: &Actor, id: SuggestionId) -> Result<Option<Linked>, Fault> {
    let Some(kept) = store::read(ask, id).await? else { return Ok(None) };
    let seen = Sight::of(actor, &kept.suggestion).is_ok();
    let number = kept.suggestion.stage.numbered().map(|numbered| numbered.number.to_string()).unwrap_or_default();
    Ok(Some(Linked { id, number, title: seen.then_some(kept.suggestion.sheet.title) }))
}

/// What the unit wrote to the suggestions that go together with this one: one text may answer several (suggestions.md §5).
pub async fn letters_beside(site: &Site, actor: &Actor, d: &Detail, unit: BodyId) -> Result<Vec<LetterBeside>, Fault> {
    let mut ask = site.db();
    let mut ids: Vec<SuggestionId> = d.along.iter().map(|one| one.id).collect();
    if let Some(master) = &d.goes_with {
        ids.push(master.id);
        let sql = Sql::new("select id from suggestion where merged_into = {} and id <> {} and stage <> 'withdrawn'");
        let members: Vec<Member> = ask.all(sql.bind(master.id).bind(d.suggestion.id)).await?;
        ids.extend(members.into_iter().map(|member| member.id));
    }
    let mut letters = Vec::new();
    for of in ids {
        let Some(kept) = store::read(&mut ask, of).await? else { continue };
        let Ok(sight) = Sight::of(actor, &kept.suggestion) else { continue };
        let suggestion = sight.show(actor, kept.suggestion, site.today());
        let number = suggestion.stage.numbered().map(|numbered| numbered.number.to_string()).unwrap_or_default();
        let parts = suggestion.stage.handling().into_iter().flat_map(|handling| handling.handlers.live());
        let own = parts.filter(|part| part.unit == unit).filter_map(|part| part.round());
        let letter = own.filter_map(|round| round.letter()).next().cloned();
        letters.extend(letter.map(|letter| LetterBeside { of, number, letter }));
    }
    Ok(letters)
}

/// The suggestion that a clerk names by its number.
pub(crate) async fn named(site: &Site, beside: &Suggestion, written: &str) -> Result<Option<SuggestionId>, Fault> {
    store::of_number(&mut site.db(), beside.congress, beside.id, written.trim()).await
}
