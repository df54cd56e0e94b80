//! 起草: begin, edit, confirm what somebody typed.

use accounts_rules::{Actor, Right};
use kernel::{BodyId, Refusal as Family, Refused};
use kit::{
    Problem, Site,
    db::{Ask, Tx},
    journal,
    web::{
        Errors, Stale, Wrong,
        api::{Once, Saw},
    },
};
use suggestions_rules::{Sheet, Suggestion, SuggestionId};

use super::{Work, account, hand, recorded, submit::beside};
use crate::{
    queries::{Sitting, not_units, sitting},
    store::{self, Kept},
};

/// A deputy, or somebody for the deputy, begins a draft. The sheet is kept as typed, complete or not.
///
/// # Errors
/// When the actor files nothing in that congress, or the congress has held no session yet.
pub async fn begin(
    site: &Site,
    actor: &Actor,
    congress: BodyId,
    sheet: Sheet,
    once: &Once,
) -> Result<SuggestionId, Problem> {
    actor.may(Right::SuggestionFile, congress)?;
    let account = account(actor)?;
    let sheet = sheet.as_draft().map_err(beside)?;
    let id = site.new_id();
    let mut tx = site.db().begin().await?;
    wishes_are_units(&mut tx, &sheet).await?;
    if let Some(before) = once.claim(&mut tx, site, account, &sheet, id).await? {
        return Ok(before);
    }
    put(&mut tx, (site, actor), congress, id, sheet).await?;
    tx.commit().await?;
    site.wrote();
    Ok(id)
}

/// Lays a new draft down on the papers of the session of today, with its fact.
pub(super) async fn put(
    tx: &mut Tx,
    (site, actor): (&Site, &Actor),
    congress: BodyId,
    id: SuggestionId,
    sheet: Sheet,
) -> Result<(), Problem> {
    let sitting = in_session(tx, site, congress).await?;
    let (draft, fact) = Suggestion::draft(id, congress, sitting.session, hand(actor)?, sheet);
    store::begin(tx, &draft, site.now()).await?;
    journal::append(tx, recorded(site, actor, congress, id, fact)).await?;
    Ok(())
}

/// The sheet is changed by who has seen it as it stands.
///
/// # Errors
/// With both versions when somebody changed it meanwhile; when it lies with the congress; when it is not the actor's.
pub async fn edit(site: &Site, actor: &Actor, id: SuggestionId, seen: i64, sheet: Sheet) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    change(&mut work, actor, seen, sheet).await?;
    work.finish().await
}

/// Changes the sheet of what is taken up.
pub(super) async fn change(work: &mut Work<'_>, actor: &Actor, seen: i64, sheet: Sheet) -> Result<(), Problem> {
    actor.may(Right::SuggestionFile, work.congress())?;
    let hand = hand(actor)?;
    if work.suggestion().lead.person == hand.person && work.version() != seen {
        let id = work.suggestion().id;
        return Err(Problem::Stale(Box::new(both(id, work.version(), &sheet, &work.suggestion().sheet))));
    }
    let sheet = sheet.as_draft().map_err(beside)?;
    if sheet.wishes != work.suggestion().sheet.wishes {
        wishes_are_units(&mut work.tx, &sheet).await?;
    }
    Ok(work.act(|suggestion, given| suggestion.edit(hand, sheet, given))?)
}

/// The deputy confirms what somebody typed in the deputy's name (代录确认).
///
/// # Errors
/// When it is not the deputy in person, when nothing waits to be confirmed, or when it was changed since it was read.
pub async fn confirm_entry(site: &Site, actor: &Actor, id: SuggestionId, saw: Saw) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::SuggestionFile, work.congress())?;
    let hand = hand(actor)?;
    work.act(|suggestion, given| suggestion.confirm_entry(hand, given))?;
    work.is_as(saw)?;
    work.finish().await
}

/// A wish names a unit there is.
async fn wishes_are_units(ask: &mut impl Ask, sheet: &Sheet) -> Result<(), Problem> {
    if not_units(ask, &sheet.wishes).await?.is_empty() {
        return Ok(());
    }
    Err(Errors::one("wish", Wrong::new("kit-form-unknown-choice")).into())
}

/// The session on whose papers a suggestion of today stands.
pub(super) async fn in_session(ask: &mut impl Ask, site: &Site, congress: BodyId) -> Result<Sitting, Problem> {
    let found = sitting(ask, congress, site.today()).await?;
    found.ok_or_else(|| Refused::new(Family::NotNow, "suggestions-refused-no-session").into())
}

fn both(id: SuggestionId, version: i64, mine: &Sheet, stands: &Sheet) -> Stale {
    let yes = |answer: bool| if answer { "1" } else { "0" }.to_owned();
    let fields = |sheet: &Sheet| {
        vec![
            ("title", "suggestions-field-title", sheet.title.clone()),
            ("body", "suggestions-field-body", sheet.body.clone()),
            ("source", "suggestions-field-source", sheet.source.map_or("", |source| source.word()).to_owned()),
            ("publish", "suggestions-field-publish", sheet.publish.map(yes).unwrap_or_default()),
            ("not_public_because", "suggestions-field-not-public-because", sheet.not_public_because.clone()),
            ("wants_meeting", "suggestions-field-wants-meeting", yes(sheet.wants_meeting)),
            ("keep_identity", "suggestions-field-keep-identity", yes(sheet.keep_identity)),
        ]
    };
    let mut stale = Stale::between(format!("/suggestions/{id}"), version, fields(mine), fields(stands));
    stale.hidden.extend(mine.wishes.iter().map(|unit| ("wish".to_owned(), unit.to_string())));
    stale
}
