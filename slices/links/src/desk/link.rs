//! One link is made by hand, or ended with its reason.

use accounts_rules::{Actor, Right};
use kernel::{Day, Text};
use kit::{Problem, Site, journal, web::api::Once};
use links_rules::{End, EndReason, Fact, KindId, LinkId, Refusal};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{draft::allowed, kind, refused};
use crate::{
    queries::plan,
    sight::{self, Seen},
    store::{Link, begin_link, end_link, read_link, take_kind, take_link},
};

/// A link to be made.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkWanted {
    /// Who links: the identity of a person or a body.
    pub one: String,
    /// Who is linked: an identity, or the code of a place.
    pub other: String,
    /// The first day.
    #[schema(value_type = String)]
    pub since: Day,
}

/// How a link ends.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkEndWanted {
    /// The day: not before the first, not in days to come.
    #[schema(value_type = String)]
    pub day: Day,
    /// `changed`, `left` or `other`.
    #[schema(value_type = String)]
    pub reason: EndReason,
    /// At most 200 characters.
    #[schema(value_type = Option<String>)]
    pub remark: Option<Text<200>>,
}

/// Links one to another.
///
/// # Errors
/// When one of the two is not on its side, they are linked, or who links has as many as they may.
pub async fn make(site: &Site, actor: &Actor, id: KindId, wanted: LinkWanted, once: &Once) -> Result<Link, Problem> {
    kind::may(site, actor, id, Right::LinkKeep).await?;
    let account = actor.account.ok_or(Problem::SignIn)?;
    let new = site.new_id();
    let mut tx = site.db().begin().await?;
    let kind = take_kind(&mut tx, id).await?.ok_or_else(Problem::missing)?;
    if let Some(before) = once.claim(&mut tx, site, account, &wanted, new).await? {
        drop(tx);
        return read_link(&mut site.db(), before).await?.ok_or_else(Problem::missing);
    }
    if !kind.spec.in_force(wanted.since) {
        return Err(refused(Refusal::NotInForce));
    }
    let plan = plan::of(&mut tx, &kind, site.today()).await?;
    let unknown = |text: &str| refused(Refusal::NotOnSide { name: text.chars().take(40).collect() });
    let one = End::read(kind.spec.one.sort(), &wanted.one);
    let one = plan.ones.iter().find(|known| Some(&known.end) == one.as_ref()).ok_or_else(|| unknown(&wanted.one))?;
    let other = End::read(kind.spec.other.sort(), &wanted.other);
    let other =
        plan.others.iter().find(|known| Some(&known.end) == other.as_ref()).ok_or_else(|| unknown(&wanted.other))?;
    allowed(&kind, &plan.pairs(), (&one.end, &one.name), &other.end).map_err(refused)?;
    let link = Link {
        id: new,
        kind: id,
        congress: kind.congress,
        one: one.end.clone(),
        other: other.end.clone(),
        since: wanted.since,
        ended: None,
        version: 1,
    };
    begin_link(&mut tx, &link).await?;
    let (one, other) = (link.one.clone(), link.other.clone());
    let fact = Fact::Linked { kind: id, one, other, since: link.since, draft: None };
    journal::append(&mut tx, actor.records(site.now(), kind.congress, new.uuid(), fact)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(link)
}

/// One link, for the office and its two ends.
///
/// # Errors
/// As if there were none, for anybody else.
pub async fn of(site: &Site, actor: &Actor, id: LinkId) -> Result<(Link, bool, bool), Problem> {
    let (link, seen) = seen(site, actor, id).await?;
    let stands = link.ended.is_none();
    Ok((link, stands && seen.keeps, stands && (seen.own || seen.keeps)))
}

pub(crate) async fn seen(site: &Site, actor: &Actor, id: LinkId) -> Result<(Link, Seen), Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let link = read_link(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    let seen = sight::link(actor, &link)?;
    Ok((link, seen))
}

/// One link, for who may end it.
///
/// # Errors
/// As [`of`]; and when the right is not held.
pub async fn may_end(site: &Site, actor: &Actor, id: LinkId) -> Result<Link, Problem> {
    let (link, _) = seen(site, actor, id).await?;
    actor.may(Right::LinkKeep, link.congress)?;
    Ok(link)
}

/// Ends a link.
///
/// # Errors
/// When it is over, or the day or the reason cannot be.
pub async fn end(site: &Site, actor: &Actor, id: LinkId, wanted: LinkEndWanted) -> Result<Link, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let mut tx = site.db().begin().await?;
    let link = take_link(&mut tx, id).await?.ok_or_else(Problem::missing)?;
    sight::link(actor, &link)?;
    actor.may(Right::LinkKeep, link.congress)?;
    let LinkEndWanted { day, reason, remark } = wanted;
    if link.ended.is_some() {
        return Err(refused(Refusal::LinkOver));
    }
    if !reason.by_hand() {
        return Err(refused(Refusal::Reason));
    }
    let (first, last) = (link.since, site.today().max(link.since));
    if day < first || day > last {
        return Err(refused(Refusal::DayOutside { first, last }));
    }
    end_link(&mut tx, id, day, reason, remark.as_ref()).await?;
    let (one, other) = (link.one.clone(), link.other.clone());
    let fact = Fact::Ended { kind: link.kind, one, other, until: day, reason };
    journal::append(&mut tx, actor.records(site.now(), link.congress, id.uuid(), fact)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(Link { ended: Some((day, reason, remark)), ..link })
}
