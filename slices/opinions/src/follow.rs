//! 建议答复回流: what came of the suggestion an opinion was taken up in comes back to whoever said it. A letter belongs to the deputies it was
//! delivered to: the person hears that it is there, and from the deputy in the deputy's own words. Once the public reads the reply, so does the
//! person: what stands there is looked up each time, so that what is taken down is gone here too.

use accounts_rules::Actor;
use kernel::{BodyId, PersonId};
use kit::{
    Fault, Site,
    db::{Ask, Sql, Tx},
    follow::Follower,
    journal::{self, Entry},
    words::Lang,
};
use opinions_rules::{By, Done, Opinion, OpinionId, Stage, SuggestionId};
use serde::Deserialize;
use uuid::Uuid;

use crate::{
    desk::recorded,
    queries::detail::names_it,
    store::{self, StepKept},
};

/// Brings what came of suggestions back to the opinions that were taken up in them.
pub const FROM_SUGGESTIONS: Follower =
    Follower { name: "opinions.from-suggestions", effect: |site, tx, entry| Box::pin(take_in(site, tx, entry)) };

#[derive(Deserialize)]
struct Disclosed {
    suggestion: SuggestionId,
}

#[derive(Deserialize)]
struct Merged {
    into: SuggestionId,
}

async fn take_in(site: &Site, tx: &mut Tx, entry: &Entry) -> Result<(), Fault> {
    match entry.verb.as_str() {
        "suggestion.reply-delivered" => replied(site, tx, SuggestionId::from_uuid(entry.subject)).await,
        "suggestion.numbered" => drafted(site, tx, SuggestionId::from_uuid(entry.subject)).await,
        "suggestion.withdrawn" => dropped(site, tx, SuggestionId::from_uuid(entry.subject)).await,
        "suggestion.merged" => {
            let Merged { into } = serde_json::from_value(entry.fact.clone())?;
            merged(site, tx, SuggestionId::from_uuid(entry.subject), into).await
        }
        "disclosure.disclosed" | "disclosure.corrected" => {
            let Disclosed { suggestion } = serde_json::from_value(entry.fact.clone())?;
            published(site, tx, suggestion).await
        }
        _ => Ok(()),
    }
}

/// Those that wait for what comes of a suggestion.
async fn waiting(ask: &mut impl Ask, suggestion: SuggestionId) -> Result<Vec<OpinionId>, Fault> {
    let sql = Sql::new("select o.id from opinion_raised r join opinion o on o.id = r.opinion where r.suggestion = {}");
    let sql = sql.bind(suggestion).add(" and o.stage = 'suggested' and o.suggestion = {} order by o.id");
    let all: Vec<(OpinionId,)> = ask.all(sql.bind(suggestion)).await?;
    Ok(all.into_iter().map(|(id,)| id).collect())
}

/// The deputies have a letter: the person reads that there is one, and the deputy is asked to tell what it says.
pub async fn replied(site: &Site, tx: &mut Tx, suggestion: SuggestionId) -> Result<(), Fault> {
    let waiting = waiting(tx, suggestion).await?;
    let letters = Sql::new("select 1 from v_letter where suggestion = {} limit 1").bind(suggestion);
    if waiting.is_empty() || tx.one::<(i64,)>(letters).await?.is_none() {
        return Ok(());
    }
    for id in waiting {
        // Several units reply to one suggestion; the person is told once.
        let sql = Sql::new("select 1 from opinion_step where opinion = {} and step = 'raised-replied' and at >= ");
        let sql = sql.bind(id).add("(select at from opinion where id = {})").bind(id);
        if tx.one::<(i64,)>(sql).await?.is_none() {
            note(site, tx, id, ("raised-replied", |opinion: Opinion| opinion.replied(suggestion))).await?;
        }
    }
    Ok(())
}

/// The public reads what came of it: that is the answer, and the person judges it.
pub async fn published(site: &Site, tx: &mut Tx, suggestion: SuggestionId) -> Result<(), Fault> {
    let waiting = waiting(tx, suggestion).await?;
    let words = Sql::new("select id from v_disclosed_text where suggestion = {} and (until is null or until >= {})");
    let words = words.bind(suggestion).bind(site.today()).add(" limit 1");
    if waiting.is_empty() || tx.one::<(Uuid,)>(words).await?.is_none() {
        return Ok(());
    }
    let now = site.now();
    for id in waiting {
        note(site, tx, id, ("answered-suggestion", |opinion: Opinion| opinion.answer(By::Suggestion, now))).await?;
    }
    Ok(())
}

/// What was taken up in a suggestion that goes with another now waits for that one.
async fn merged(site: &Site, tx: &mut Tx, from: SuggestionId, into: SuggestionId) -> Result<(), Fault> {
    let now = site.now();
    for id in waiting(tx, from).await? {
        note(site, tx, id, ("raised-merged", |opinion: Opinion| opinion.goes_with(from, into, now))).await?;
        store::raise(tx, id, into, now).await?;
    }
    replied(site, tx, into).await?;
    published(site, tx, into).await
}

/// A suggestion that names an opinion said to its deputy, as the draft made of it does, is what that one was taken up in.
async fn drafted(site: &Site, tx: &mut Tx, suggestion: SuggestionId) -> Result<(), Fault> {
    let sql = Sql::new("select congress, lead, body from v_disclosable where suggestion = {}").bind(suggestion);
    let Some((congress, lead, body)) = tx.one::<(BodyId, PersonId, String)>(sql).await? else { return Ok(()) };
    let sql =
        Sql::new("select o.id, o.year, o.n from opinion o where o.holder = {} and o.suggestion is null").bind(congress);
    let sql = sql.add(" and (o.stage = 'suggested' or o.stage in ").list(Stage::OPEN).add(") and o.deputy in");
    let sql = sql.add(" (select p.id from v_person p where p.id = {} or p.merged_into = {}) order by o.id");
    let open: Vec<(OpinionId, i64, i64)> = tx.all(sql.bind(lead).bind(lead)).await?;
    let now = site.now();
    for (id, year, n) in open {
        if Lang::ALL.into_iter().any(|lang| body.contains(&names_it(lang, (year, n)))) {
            note(site, tx, id, ("suggested", |opinion: Opinion| opinion.suggest(Some(suggestion), now))).await?;
            store::raise(tx, id, suggestion, now).await?;
        }
    }
    Ok(())
}

/// A suggestion that was withdrawn answers nobody: the opinion is to be handled again.
async fn dropped(site: &Site, tx: &mut Tx, suggestion: SuggestionId) -> Result<(), Fault> {
    let now = site.now();
    for id in waiting(tx, suggestion).await? {
        note(site, tx, id, ("raised-dropped", |opinion: Opinion| opinion.dropped(suggestion, now))).await?;
    }
    Ok(())
}

async fn note(
    site: &Site,
    tx: &mut Tx,
    id: OpinionId,
    (step, rule): (&str, impl FnOnce(Opinion) -> Done),
) -> Result<(), Fault> {
    let Some(kept) = store::take(tx, id).await? else { return Ok(()) };
    // Whoever answered it meanwhile was quicker, and nothing is written over.
    let Ok((now, fact)) = rule(kept.opinion) else { return Ok(()) };
    store::save(tx, &now).await?;
    store::step(tx, id, &StepKept { at: site.now(), step, body: None, words: "", open: true }).await?;
    journal::append(tx, recorded(site, &Actor::nobody(), &now, fact)).await?;
    Ok(())
}
