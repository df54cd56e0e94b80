//! One disclosed suggestion, as anybody reads it.

use disclosure_rules::{Disclosure, DisclosureId, Extent, Ground, RemovalNumber, Stage};
use kernel::{BodyId, Moment, PersonId};
use kit::{
    Fault, Problem, Site,
    db::{Ask, Sql},
};
use uuid::Uuid;

use super::list::{body_name, person_name};
use crate::store::{self, EditionKept, HiddenKind, ReplyKept};

/// What stands at the address of a disclosure.
#[derive(Clone, Debug)]
pub enum Shown {
    /// It can be read.
    Open(Box<Open>),
    /// It was taken down: the line of the log, and nothing of the text.
    TakenDown(Removed),
    /// Its time before the public is over.
    Over,
}

/// A line of the log.
#[derive(Clone, Debug)]
pub struct Removed {
    /// The congress.
    pub congress: BodyId,
    /// The congress's name.
    pub congress_name: String,
    /// Its number.
    pub number: RemovalNumber,
    /// The category of the reason.
    pub ground: Ground,
    /// When.
    pub at: Moment,
}

/// A disclosed suggestion.
#[derive(Clone, Debug)]
pub struct Open {
    /// The disclosure.
    pub id: DisclosureId,
    /// Counts its changes.
    pub version: i64,
    /// The congress.
    pub congress: BodyId,
    /// The congress's name.
    pub congress_name: String,
    /// The session.
    pub session: String,
    /// Since when.
    pub since: Moment,
    /// Which edition.
    pub edition: u32,
    /// Since when this edition stands.
    pub at: Moment,
    /// How much is read.
    pub extent: Extent,
    /// 第12号.
    pub number: String,
    /// The title.
    pub title: String,
    /// The suggestion, or the summary.
    pub body: String,
    /// The category.
    pub category: String,
    /// When it was closed.
    pub closed: Option<Moment>,
    /// Whether the matter was taken up again since it was closed.
    pub handled_again: bool,
    /// The deputy, where named.
    pub lead: Option<(PersonId, String)>,
    /// The deputy's delegation.
    pub delegation: Option<String>,
    /// Whether the deputy asked that the identity be kept.
    pub secret: bool,
    /// The letters.
    pub replies: Vec<OpenReply>,
    /// What is hidden.
    pub hidden: Vec<HiddenKind>,
    /// Why there is this edition.
    pub why: Option<String>,
}

/// A letter as the public reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenReply {
    /// The unit.
    pub unit: String,
    /// The word of its part.
    pub role: String,
    /// 岳县教体字〔2025〕12号.
    pub number: String,
    /// The name of its class.
    pub class: String,
    /// When it was delivered.
    pub delivered: Moment,
    /// Whether the unit keeps it back.
    pub kept: bool,
    /// The letter, with passages hidden.
    pub body: String,
    /// The word of the lead deputy's judgement, where the rule book shows it.
    pub score: Option<String>,
}

/// What anybody reads at that address.
///
/// # Errors
/// As if there were none, while nobody has disclosed it.
pub async fn show(site: &Site, id: DisclosureId) -> Result<Shown, Problem> {
    let mut look = site.db().look().await?;
    let kept = store::read(&mut look, id).await?.ok_or_else(Problem::missing)?;
    let Disclosure { congress, ref stage, .. } = kept.disclosure;
    match stage {
        Stage::Waiting | Stage::Withheld { .. } => Err(Problem::missing()),
        Stage::TakenDown { at, number, ground, .. } => {
            let congress_name = body_name(&mut look, congress).await?.unwrap_or_default();
            Ok(Shown::TakenDown(Removed { congress, congress_name, number: *number, ground: *ground, at: *at }))
        }
        Stage::Disclosed { .. } if !kept.disclosure.open(site.today()) => Ok(Shown::Over),
        Stage::Disclosed { since, .. } => {
            let open = open(&mut look, &kept.disclosure, *since).await?;
            Ok(Shown::Open(Box::new(Open { version: kept.version, ..open })))
        }
    }
}

/// An edition with the names it needs.
pub(crate) async fn open(ask: &mut impl Ask, of: &Disclosure, since: Moment) -> Result<Open, Fault> {
    let (id, edition) = (of.id, of.editions);
    let kept = store::read_edition(ask, id, edition).await?;
    let kept =
        kept.ok_or_else(|| Fault::new(format_args!("table `disclosure`, row {id}: edition {edition} is missing")))?;
    let sql = "select d.lead, (select s.name from v_session s where s.id = d.session), \
               (select s.stage from v_suggestion s where s.id = d.suggestion) from disclosure d where d.id = {}";
    type Around = (Option<PersonId>, Option<String>, Option<String>);
    let (lead, session, stage) = ask.one::<Around>(Sql::new(sql).bind(id)).await?.unwrap_or_default();
    let lead = lead.filter(|_| kept.named);
    let name = match lead {
        Some(person) => person_name(ask, person).await?,
        None => None,
    };
    let delegation = delegation(ask, kept.delegation).await?;
    let congress_name = body_name(ask, of.congress).await?.unwrap_or_default();
    let hidden = store::hidden(ask, id, edition).await?;
    let EditionKept { at, extent, title, body, number, category_name, secret, closed, why, replies, .. } = kept;
    let mut letters = Vec::with_capacity(replies.len());
    for reply in replies {
        letters.push(letter(ask, reply).await?);
    }
    Ok(Open {
        id,
        version: 0,
        congress: of.congress,
        congress_name,
        session: session.unwrap_or_default(),
        since,
        edition,
        at,
        extent,
        number,
        title,
        body,
        category: category_name,
        handled_again: closed.is_some() && stage.as_deref() == Some("handling"),
        closed,
        lead: lead.zip(name),
        delegation,
        secret,
        replies: letters,
        hidden,
        why: why.map(Into::into),
    })
}

async fn letter(ask: &mut impl Ask, reply: ReplyKept) -> Result<OpenReply, Fault> {
    let unit = body_name(ask, reply.unit).await?.unwrap_or_default();
    let ReplyKept { role, number, class_name: class, delivered, kept, body, score, .. } = reply;
    Ok(OpenReply { unit, role, number, class, delivered, kept, body, score })
}

async fn delegation(ask: &mut impl Ask, id: Option<Uuid>) -> Result<Option<String>, Fault> {
    let Some(id) = id else { return Ok(None) };
    let found: Option<(String,)> = ask.one(Sql::new("select name from v_delegation where id = {}").bind(id)).await?;
    Ok(found.map(|(name,)| name))
}
