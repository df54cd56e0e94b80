//! Contact is written down: by who made it, or by staff for them, marked so.

use accounts_rules::{Actor, Right};
use kernel::{Day, Refused, Text};
use kit::{Problem, Site, journal, web::api::Once};
use links_rules::{Fact, LinkId, Refusal, Way};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{link, refused};
use crate::{
    sight::{self, Seen},
    store::{Contact, Link, begin_contact, contacts_of, take_link},
};

/// A contact record to be written.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkContactWanted {
    /// The day: within the link, not in days to come.
    #[schema(value_type = String)]
    pub day: Day,
    /// `visit`, `phone`, `talk`, `online`, `station`, `activity` or `other`.
    #[schema(value_type = String)]
    pub way: Way,
    /// What was said and seen, at most 1000 characters.
    #[schema(value_type = String)]
    pub words: Text<1000>,
    /// What is to follow, at most 500 characters.
    #[schema(value_type = Option<String>)]
    pub follow_up: Option<Text<500>>,
}

/// Lets those write who link, in person, and who keeps links.
fn writes(actor: &Actor, seen: Seen, link: &Link) -> Result<(), Refused> {
    if seen.own { Ok(()) } else { actor.may(Right::LinkKeep, link.congress) }
}

/// One link, for who may write contacts of it.
///
/// # Errors
/// As [`link::of`]; and for who is linked and does not link.
pub async fn may(site: &Site, actor: &Actor, id: LinkId) -> Result<(Link, bool), Problem> {
    let (link, seen) = link::seen(site, actor, id).await?;
    writes(actor, seen, &link)?;
    Ok((link, seen.own))
}

/// Writes a contact down.
///
/// # Errors
/// When the link is over or the day is not within it.
pub async fn record(
    site: &Site,
    actor: &Actor,
    id: LinkId,
    wanted: LinkContactWanted,
    once: &Once,
) -> Result<Contact, Problem> {
    let account = actor.account.ok_or(Problem::SignIn)?;
    let new = site.new_id();
    let mut tx = site.db().begin().await?;
    let link = take_link(&mut tx, id).await?.ok_or_else(Problem::missing)?;
    let seen = sight::link(actor, &link)?;
    writes(actor, seen, &link)?;
    if let Some(before) = once.claim(&mut tx, site, account, &wanted, new).await? {
        drop(tx);
        let found = contacts_of(&mut site.db(), id).await?.into_iter().find(|contact| contact.id == before);
        return found.ok_or_else(Problem::missing);
    }
    if link.ended.is_some() {
        return Err(refused(Refusal::LinkOver));
    }
    let (first, last) = (link.since, site.today());
    if wanted.day < first || wanted.day > last {
        return Err(refused(Refusal::DayOutside { first, last }));
    }
    let LinkContactWanted { day, way, words, follow_up } = wanted;
    let typed = !seen.own;
    let contact = Contact { id: new, link: id, day, way, words, follow_up, account, typed, made: site.now() };
    begin_contact(&mut tx, link.congress, &contact).await?;
    let fact = Fact::Contacted { contact: new, day, way, typed };
    journal::append(&mut tx, actor.records(site.now(), link.congress, id.uuid(), fact)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(contact)
}
