//! 提出意见: by somebody without an account, or typed for somebody who telephoned, came, or told a deputy.

use accounts_rules::{Actor, Right};
use kernel::{AreaCode, BodyId, Day, PersonId, Text};
use kit::{
    Fault, Problem, Site,
    blobs::Blob,
    db::{Ask, Sql, Tx},
    journal,
    web::{Errors, Wrong, session::kept},
};
use opinions_rules::{CodeId, Fact, Opinion, OpinionId, TargetId, Topic, Tracking, Way, ticketed};
use serde::Deserialize;
use utoipa::ToSchema;

use super::recorded;
use crate::{
    Ticket,
    queries::{
        book,
        place::{self, Serving},
        stations,
    },
    store::{self, NewOpinion, Sealed, StepKept},
};

/// What somebody says.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Said {
    /// The deputy it is said to; without one, the office of the place.
    #[serde(default)]
    #[schema(value_type = Option<uuid::Uuid>)]
    pub deputy: Option<PersonId>,
    /// The code of the place, down to the village.
    #[schema(value_type = String)]
    pub area: AreaCode,
    /// The place in words, at most 100 characters.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub place: Option<Text<100>>,
    /// What it is about: `roads`, `water`, `schools`, `health`, `welfare`, `housing`, `farming`, `safety`, `other`.
    #[schema(value_type = String)]
    pub topic: Topic,
    /// `page`, or `phone`, `visit`, `deputy` where it is typed for another.
    #[schema(value_type = String)]
    pub way: Way,
    /// What is said, at most 4,000 characters.
    #[schema(value_type = String)]
    pub body: Text<4000>,
    /// The name; sealed.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub name: Option<Text<40>>,
    /// The telephone; sealed.
    #[serde(default)]
    pub phone: Option<String>,
    /// Whether the deputy may see name and telephone.
    #[serde(default)]
    pub to_deputy: bool,
    /// Whether the body that handles it may.
    #[serde(default)]
    pub to_unit: bool,
    /// The number of 12345, where it came from there.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub hotline: Option<Text<40>>,
    /// The code that was scanned, as it stands in its address.
    #[serde(default)]
    pub code: Option<String>,
    /// The channel where the person knows it belongs, by its code in the rule book: it is kept as a word to the deputy.
    #[serde(default)]
    pub channel: Option<String>,
    /// The reception of a station at which it was said, for who keeps the ledgers there. One reception becomes one opinion.
    #[serde(default)]
    #[schema(value_type = Option<uuid::Uuid>)]
    pub reception: Option<TargetId>,
}

/// What the person is told.
#[derive(Clone, Debug)]
pub struct Received {
    /// The opinion.
    pub id: OpinionId,
    /// The year of its number.
    pub year: i64,
    /// Its number.
    pub n: i64,
    /// The tracking code, told once.
    pub tracking: Tracking,
}

/// Takes an opinion in. The same form sent twice makes one, and is told the same tracking code.
///
/// # Errors
/// Beside the fields, when the place or the deputy is none of the roster's or the telephone cannot be one; refused to those who type
/// for another and have no office there.
pub async fn receive(
    site: &Site,
    actor: &Actor,
    said: &Said,
    files: &[Blob],
    ticket: &Ticket,
) -> Result<Received, Problem> {
    let sealed = sealed(said)?;
    let code = code(site, said).await?;
    let mut tx = site.db().begin().await?;
    let congress = lands(&mut tx, (&said.area, site.today()), said.deputy).await?;
    channel(&mut tx, congress, said).await?;
    may_type(&mut tx, actor, said, congress).await?;
    let tracking = ticket.tracking().clone();
    if let Some(before) = before(&mut tx, ticket, said).await? {
        let (id, year, n) = before;
        return Ok(Received { id, year, n, tracking });
    }
    at_reception(&mut tx, actor, said).await?;
    let now = site.now();
    let opinion = Opinion::received(site.new_id(), congress, said.deputy, now);
    let hotline = ticket_of_12345(&mut tx, actor, said, &opinion).await?;
    let year = site.today().parts().0;
    let new = NewOpinion {
        opinion: &opinion,
        congress,
        year,
        area: &said.area,
        place: said.place.as_ref().map_or("", Text::as_str),
        topic: said.topic,
        way: said.way,
        typed_by: actor.account.filter(|_| said.way != Way::Page),
        body: &said.body,
        to_deputy: said.to_deputy,
        to_unit: said.to_unit,
        hotline: hotline.as_ref(),
        tracking: &kept(&tracking.shown()),
        code,
        reception: said.reception,
        ticket: Some(ticket.text()),
    };
    let n = store::begin(&mut tx, &new, (&sealed, files), now).await?;
    let step = StepKept { at: now, step: "received", body: Some(congress), words: "", open: true };
    store::step(&mut tx, opinion.id, &step).await?;
    let fact = Fact::Received { way: said.way, deputy: said.deputy, reception: said.reception };
    journal::append(&mut tx, recorded(site, actor, &opinion, fact)).await?;
    if let Some(channel) = &said.channel {
        kept_as_word(&mut tx, (site, actor), &opinion, channel).await?;
    }
    tx.commit().await?;
    site.wrote();
    Ok(Received { id: opinion.id, year: year.into(), n, tracking })
}

/// The code it came by. One that is not ours is said: nobody counts for a station what did not come from it.
async fn code(site: &Site, said: &Said) -> Result<Option<CodeId>, Problem> {
    let Some(text) = said.code.as_deref().filter(|text| !text.trim().is_empty()) else { return Ok(None) };
    match super::codes::known(site, text).await? {
        Some(code) => Ok(Some(code.id)),
        None => Err(Errors::one("code", Wrong::new("opinions-wrong-code")).into()),
    }
}

/// A channel is one of the congress's rule book.
async fn channel(ask: &mut impl Ask, congress: BodyId, said: &Said) -> Result<(), Problem> {
    let Some(channel) = &said.channel else { return Ok(()) };
    let book = book::of_congress(ask, congress).await?;
    let known = book.channels.iter().any(|it| it.code == *channel);
    if known { Ok(()) } else { Err(Errors::one("channel", Wrong::new("opinions-wrong-channel")).into()) }
}

/// What the person knows to belong elsewhere stays as a word to the deputy, and no clock runs.
async fn kept_as_word(tx: &mut Tx, (site, actor): (&Site, &Actor), of: &Opinion, channel: &str) -> Result<(), Problem> {
    let (now, fact) = of.clone().point_elsewhere(channel.to_owned(), site.now()).map_err(kernel::Refused::from)?;
    store::save(tx, &now).await?;
    let step = StepKept { at: site.now(), step: "kept-as-word", body: None, words: "", open: true };
    store::step(tx, now.id, &step).await?;
    journal::append(tx, recorded(site, actor, &now, fact)).await?;
    Ok(())
}

fn sealed(said: &Said) -> Result<Sealed, Problem> {
    let typed = said.phone.as_deref().map(str::trim).filter(|phone| !phone.is_empty());
    let phone = typed.and_then(roster_rules::phone);
    if typed.is_some() && phone.is_none() {
        return Err(Errors::one("phone", Wrong::new("opinions-wrong-phone")).into());
    }
    Ok(Sealed { name: said.name.as_ref().map(Text::to_string), phone })
}

/// The congress whose office has it first: of the deputy's seats the one nearest to the place, else the lowest that has the place in it.
/// Where nobody takes up opinions there, the nearest where somebody does; an opinion lands with nobody only where there is nobody at all.
///
/// # Errors
/// Beside the field, when there is no such place, or the deputy is in office nowhere.
pub async fn lands(
    ask: &mut impl Ask,
    (area, today): (&AreaCode, Day),
    deputy: Option<PersonId>,
) -> Result<BodyId, Problem> {
    let wrong = |field: &'static str, key| Problem::from(Errors::one(field, Wrong::new(key)));
    if !place::known(ask, area).await? {
        return Err(wrong("area", "opinions-wrong-area"));
    }
    let mut serving = place::congresses(ask, area).await?;
    serving.reverse();
    let here = serving.iter().filter(|congress| congress.level != "nation").map(|congress| congress.id);
    let mut wanted = match deputy {
        Some(deputy) => seats(ask, deputy, &serving).await?,
        None => Vec::new(),
    };
    if deputy.is_some() && wanted.is_empty() {
        return Err(wrong("deputy", "opinions-wrong-deputy"));
    }
    wanted.extend(here);
    let staffed = place::staffed(ask, &wanted, today).await?;
    let near = wanted.iter().find(|congress| staffed.contains(congress)).or(wanted.first());
    let any = near.copied().or_else(|| serving.first().map(|congress| congress.id));
    any.ok_or_else(|| wrong("area", "opinions-wrong-area"))
}

/// The congresses a deputy sits in, those that have the place in them first, the nearest before the others.
async fn seats(ask: &mut impl Ask, deputy: PersonId, serving: &[Serving]) -> Result<Vec<BodyId>, Fault> {
    let sql = Sql::new("select m.congress from v_mandate m join v_body b on b.id = m.congress where m.person = {}");
    let sql = sql
        .bind(deputy)
        .add(" and m.in_office = 1 order by b.area desc, case b.level when 'nation' then 1 else 0 end, m.id");
    let all: Vec<(BodyId,)> = ask.all(sql).await?;
    let place = |seat: &BodyId| serving.iter().position(|congress| congress.id == *seat).unwrap_or(usize::MAX);
    let mut seats: Vec<BodyId> = all.into_iter().map(|(congress,)| congress).collect();
    seats.sort_by_key(place);
    Ok(seats)
}

/// Whoever types for another is of the office there, keeps a station that stands there, or is the deputy to whom it was said.
async fn may_type(ask: &mut impl Ask, actor: &Actor, said: &Said, congress: BodyId) -> Result<(), Problem> {
    let own = actor.signed_in() && said.deputy.is_some() && said.deputy == actor.stands_for();
    let office = actor.may(Right::OpinionType, congress);
    match said.way {
        Way::Page => Ok(()),
        Way::Deputy if own => Ok(()),
        // Whose reception it was is asked beside this.
        Way::Deputy | Way::Phone | Way::Visit if said.reception.is_some() => Ok(()),
        Way::Deputy | Way::Phone | Way::Visit if office.is_err() => {
            let kept: Vec<BodyId> = actor.bodies(Right::OpinionType).collect();
            if stations::stand_in(ask, kept, congress).await? { Ok(()) } else { Ok(office?) }
        }
        Way::Deputy | Way::Phone | Way::Visit | Way::Hotline => Ok(office?),
    }
}

/// The number of 12345 as its sheets write it, claimed for this opinion: what another has already is said, so that no sheet doubles a case.
/// A number from nobody in the office would draw another's answer to whoever typed it, and is left out.
async fn ticket_of_12345(tx: &mut Tx, actor: &Actor, said: &Said, of: &Opinion) -> Result<Option<Text<40>>, Problem> {
    let Some(typed) = said.hotline.as_ref().filter(|_| actor.may(Right::OpinionType, of.holder).is_ok()) else {
        return Ok(None);
    };
    let wrong = |key| Problem::from(Errors::one("hotline", Wrong::new(key)));
    let number = ticketed(typed.as_str()).ok_or_else(|| wrong("opinions-sheet-ticket"))?;
    if store::claim_ticket(tx, (of.holder, number.as_str()), of.id).await? != of.id {
        return Err(wrong("opinions-wrong-ticket-known"));
    }
    Ok(Text::parse(number.as_str()).ok())
}

/// The reception it was said at is one whose ledger the actor keeps, and became no opinion yet.
async fn at_reception(ask: &mut impl Ask, actor: &Actor, said: &Said) -> Result<(), Problem> {
    let Some(reception) = said.reception else { return Ok(()) };
    let there = stations::said_at(ask, actor, reception).await?;
    let sql = Sql::new("select 1 from opinion where reception = {}").bind(reception);
    if there.opinion.is_some() || ask.one::<(i64,)>(sql).await?.is_some() {
        return Err(Errors::one("reception", Wrong::new("opinions-wrong-reception-known")).into());
    }
    Ok(())
}

/// What an earlier sending of the same form made.
async fn before(tx: &mut Tx, ticket: &Ticket, said: &Said) -> Result<Option<(OpinionId, i64, i64)>, Problem> {
    let sql = Sql::new("select id, year, n, body from opinion where ticket = {}").bind(ticket.text());
    let found: Option<(OpinionId, i64, i64, String)> = tx.one(sql).await?;
    match found {
        None => Ok(None),
        Some((id, year, n, body)) if body == said.body.as_str() => Ok(Some((id, year, n))),
        Some(_) => Err(Errors::one("ticket", Wrong::new("opinions-wrong-sent")).into()),
    }
}
