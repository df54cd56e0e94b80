//! 拆件: the clerk who checks a paper with two matters makes two of it; the deputies are told and find the paper they signed beside both.

use accounts_rules::{Actor, Right};
use kernel::{Refusal as Family, Refused};
use kit::{Problem, Site, db::Sql, journal, web::api::Once};
use serde::Serialize;
use suggestions_rules::{Piece, SuggestionId};

use super::{Reason, Work, account, hold::decide, recorded};
use crate::store::{self, Words, keep_words};

/// What the two papers are to say, and why.
#[derive(Clone, Debug)]
pub struct Cut {
    /// What stays on the paper, and what goes on another.
    pub pieces: [Piece; 2],
    /// Why; the deputies read it.
    pub reason: Reason,
}

#[derive(Serialize)]
struct Sent<'a> {
    id: SuggestionId,
    seen: i64,
    words: [&'a str; 5],
}

/// Leaves the first matter on the paper, makes a paper of the second, and answers that. Sent twice, it is done once.
///
/// # Errors
/// When the actor checks nothing in that congress, somebody else is checking it or changed it meanwhile, it is not lying to be checked,
/// or words would be added or lost.
pub async fn sever(
    site: &Site,
    actor: &Actor,
    id: SuggestionId,
    seen: i64,
    Cut { pieces, reason }: Cut,
    once: &Once,
) -> Result<SuggestionId, Problem> {
    let account = account(actor)?;
    let mut work = Work::begin(site, actor, id).await?;
    actor.may(Right::SuggestionCheck, work.congress())?;
    let new = site.new_id();
    let [first, second] = &pieces;
    let words = [&*first.title, &first.body, &second.title, &second.body, reason.as_str()];
    if let Some(before) = once.claim(&mut work.tx, site, account, &Sent { id, seen, words }, new).await? {
        return Ok(before);
    }
    decide(&mut work.tx, site, actor, id).await?;
    if work.version() != seen {
        return Err(Refused::new(Family::Stale, "suggestions-refused-reworded").into());
    }
    let was = work.suggestion().clone();
    let told = Words { id: site.new_id(), kind: "severance", words: reason };
    let [(first, fact), (made, of)] = was.clone().sever(new, pieces, told.id).map_err(Refused::from)?;
    work.act(|_, _| Ok((first, fact)))?;
    store::begin(&mut work.tx, &made, site.now()).await?;
    let sql =
        Sql::new("insert into severance (paper, original, title, body, at, reason) values ({}, {}, {}, {}, {}, {})");
    let sql = sql.bind(new).bind(id).bind(was.sheet.title).bind(was.sheet.body).bind(site.now()).bind(told.id);
    work.tx.run(sql).await?;
    keep_words(&mut work.tx, id, &told, actor.account, site.now()).await?;
    journal::append(&mut work.tx, recorded(site, actor, was.congress, new, of)).await?;
    work.finish().await?;
    Ok(new)
}
