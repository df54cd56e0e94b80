//! 12345: tickets come in and answers come back, by the number that both sides keep. The same line twice does nothing the second time.

use std::collections::{BTreeMap, BTreeSet};

use accounts_rules::{Actor, Right};
use kernel::{AreaCode, BodyId, Moment, Recorded, Refused, Text};
use kit::{
    Fault, Problem, Site,
    db::{Ask, Sql, Tx},
    journal,
    web::session::kept,
};
use opinions_rules::{By, Fact, Opinion, OpinionId, Ticketed, Topic, Tracking, Way, ticketed};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::store::{self, NewOpinion, Sealed, StepKept};

/// A line of 12345: a ticket it hands over, or what came of one of ours.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct TicketLine {
    /// The number of the ticket at 12345.
    pub ticket: String,
    /// Our number, `2026-12`, where it is one of ours.
    pub number: String,
    /// The place: its code, or its name within the congress.
    pub area: String,
    /// What it is about, by its word.
    pub topic: String,
    /// What was said, at most 4,000 characters.
    pub body: String,
    /// What came of it, at most 2,000 characters; the person reads it.
    pub answer: String,
    /// The name; sealed.
    pub name: String,
    /// The telephone; sealed.
    pub phone: String,
}

/// What is to be done with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// It is taken in.
    New(Box<Taken>),
    /// One of ours gets its number there, and its answer where there is one.
    Ours {
        /// Which.
        id: OpinionId,
        /// The number at 12345.
        ticket: Ticketed,
        /// What came of it.
        answer: Option<Text<2000>>,
    },
    /// Nothing: it is known and nothing came of it yet.
    Known,
}

/// What is taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    ticket: Ticketed,
    area: AreaCode,
    topic: Topic,
    body: Text<4000>,
    answer: Option<Text<2000>>,
    sealed: Sealed,
}

/// What must be known to judge lines.
pub struct Known {
    ours: BTreeMap<(i64, i64), Option<Ours>>,
    tickets: BTreeMap<String, Ours>,
    places: BTreeMap<String, Option<AreaCode>>,
    seen: BTreeSet<String>,
}

#[derive(Clone, Copy)]
struct Ours {
    id: OpinionId,
    over: bool,
    tied: bool,
    /// Whether the congress has it now, not only had it.
    here: bool,
}

/// What is wrong with a line: the column and the key of the sentence.
pub type Wrongly = (&'static str, &'static str);

impl Known {
    /// Loads what lies with a congress, and the names of the places in it.
    pub async fn load(ask: &mut impl Ask, congress: BodyId) -> Result<Self, Fault> {
        let sql =
            Sql::new("select id, holder, year, n, stage, hotline from opinion where (congress = {} or holder = {})");
        let sql = sql.bind(congress).bind(congress).add(" and (stage <> 'closed' or hotline is not null) order by id");
        let rows: Vec<(OpinionId, BodyId, i64, i64, String, Option<String>)> = ask.all(sql).await?;
        let (mut ours, mut tickets) = (BTreeMap::new(), BTreeMap::new());
        for (id, holder, year, n, stage, ticket) in rows {
            let over = matches!(stage.as_str(), "answered" | "closed");
            let it = Ours { id, over, tied: ticket.is_some(), here: holder == congress };
            if it.here {
                // Two congresses count alike: a number that two have here leads to neither.
                ours.entry((year, n)).and_modify(|known| *known = None).or_insert(Some(it));
            }
            if let Some(ticket) = ticket.as_deref().and_then(ticketed) {
                tickets.entry(ticket.as_str().to_owned()).or_insert(it);
            }
        }
        Ok(Self { ours, tickets, places: places(ask, congress).await?, seen: BTreeSet::new() })
    }
}

/// Places of a congress by code and by name; a name that two have leads to neither.
async fn places(ask: &mut impl Ask, congress: BodyId) -> Result<BTreeMap<String, Option<AreaCode>>, Fault> {
    let found: Option<(AreaCode,)> = ask.one(Sql::new("select area from v_body where id = {}").bind(congress)).await?;
    let Some((area,)) = found else { return Ok(BTreeMap::new()) };
    let sql = Sql::new("select code, name from v_area where code >= {} and code < {}").bind(&area).bind(area.past());
    let sql = sql.add(" union all select code, name from v_village where code >= {} and code < {} order by 1");
    let rows: Vec<(AreaCode, String)> = ask.all(sql.bind(&area).bind(area.past())).await?;
    let mut all = BTreeMap::new();
    for (code, name) in rows {
        all.insert(code.as_str().to_owned(), Some(code.clone()));
        all.entry(name).and_modify(|place| *place = None).or_insert(Some(code));
    }
    Ok(all)
}

/// Our number as it is written: 〔2026〕12号, 2026-12.
fn number(text: &str) -> Option<(i64, i64)> {
    let plain = kernel::plain(text.get(..100).unwrap_or(text));
    let mut parts = plain.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let (year, n) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    parts.next().is_none().then_some((year, n))
}

/// What is to be done with a line.
///
/// # Errors
/// Names the column that cannot be taken.
pub fn judge(known: &mut Known, line: &TicketLine) -> Result<Deed, Wrongly> {
    let ticket = ticketed(&line.ticket).ok_or(("ticket", "opinions-sheet-ticket"))?;
    if known.seen.contains(ticket.as_str()) {
        return Err(("ticket", "opinions-sheet-twice"));
    }
    let answer = match line.answer.trim() {
        "" => None,
        words => Some(Text::parse(words).map_err(|_| ("answer", "opinions-sheet-long"))?),
    };
    let before = known.tickets.get(ticket.as_str()).copied();
    let ours = match line.number.trim() {
        "" => before,
        text => {
            let found = number(text).and_then(|number| known.ours.get(&number)).copied().flatten();
            Some(found.ok_or(("number", "opinions-sheet-not-ours"))?)
        }
    };
    let deed = match ours {
        Some(it) if before.is_some_and(|before| before.id != it.id) || (it.tied && before.is_none()) => {
            return Err(("number", "opinions-sheet-other-ticket"));
        }
        Some(it) if (it.over && it.tied) || !it.here => Deed::Known,
        Some(it) if it.over && answer.is_some() => return Err(("answer", "opinions-sheet-over")),
        Some(it) if it.tied && answer.is_none() => Deed::Known,
        Some(it) => Deed::Ours { id: it.id, ticket: ticket.clone(), answer },
        None => Deed::New(Box::new(taken(known, line, ticket.clone(), answer)?)),
    };
    known.seen.insert(ticket.as_str().to_owned());
    Ok(deed)
}

fn taken(known: &Known, line: &TicketLine, ticket: Ticketed, answer: Option<Text<2000>>) -> Result<Taken, Wrongly> {
    let area = known.places.get(line.area.trim()).cloned().flatten().ok_or(("area", "opinions-sheet-area"))?;
    let topic = match line.topic.trim() {
        "" => Topic::Other,
        word => Topic::read(word).ok_or(("topic", "opinions-sheet-topic"))?,
    };
    let body = Text::parse(&line.body).map_err(|_| ("body", "opinions-sheet-body"))?;
    let name = Text::<40>::parse(&line.name).ok().map(|name| name.to_string());
    let phone = match line.phone.trim() {
        "" => None,
        typed => Some(roster_rules::phone(typed).ok_or(("phone", "opinions-wrong-phone"))?),
    };
    Ok(Taken { ticket, area, topic, body, answer, sealed: Sealed { name, phone } })
}

/// Who takes lines in, for which congress, and when.
#[derive(Clone)]
pub struct Desk {
    /// The site.
    pub site: Site,
    /// Who.
    pub actor: Actor,
    /// The congress.
    pub congress: BodyId,
}

impl Desk {
    /// The desk of a congress, for who keeps its opinions.
    ///
    /// # Errors
    /// Refused to others.
    pub fn of(site: &Site, actor: &Actor, congress: BodyId) -> Result<Self, Problem> {
        actor.may(Right::OpinionKeep, congress)?;
        Ok(Self { site: site.clone(), actor: actor.clone(), congress })
    }

    /// Does what is to be done with a line.
    ///
    /// # Errors
    /// When somebody was quicker, or the database refuses.
    pub async fn perform(&self, tx: &mut Tx, deed: Deed) -> Result<(), Problem> {
        match deed {
            Deed::Known => Ok(()),
            Deed::New(taken) => self.take_in(tx, *taken).await,
            Deed::Ours { id, ticket, answer } => {
                if store::claim_ticket(tx, (self.congress, ticket.as_str()), id).await? != id {
                    // Another sheet that came in at the same time tied the number to another of ours.
                    return Err(Refused::new(kernel::Refusal::NotNow, "opinions-sheet-other-ticket").into());
                }
                let sql = Sql::new("update opinion set hotline = {} where id = {}").bind(ticket.as_str()).bind(id);
                tx.run(sql).await?;
                let Some(words) = answer else { return Ok(()) };
                let kept = store::take(tx, id).await?.ok_or_else(Problem::missing)?;
                self.answered(tx, kept.opinion, &words).await
            }
        }
    }

    async fn answered(&self, tx: &mut Tx, opinion: Opinion, words: &Text<2000>) -> Result<(), Problem> {
        let now = self.site.now();
        let (opinion, fact) = opinion.answer(By::Hotline, now).map_err(Refused::from)?;
        store::save(tx, &opinion).await?;
        self.noted(tx, &opinion, ("answered-hotline", words.as_str()), fact).await
    }

    async fn noted(&self, tx: &mut Tx, of: &Opinion, (step, words): (&str, &str), fact: Fact) -> Result<(), Problem> {
        let at: Moment = self.site.now();
        store::step(tx, of.id, &StepKept { at, step, body: None, words, open: true }).await?;
        let (by, acting_for) = (self.actor.account, self.actor.acting_for);
        let (body, subject) = (Some(of.holder), of.id.uuid());
        journal::append(tx, Recorded { at, by, acting_for, body, subject, fact }).await?;
        Ok(())
    }

    /// Another sheet that came in at the same time brought the ticket: only an answer is new.
    async fn known_meanwhile(&self, tx: &mut Tx, id: OpinionId, answer: Option<&Text<2000>>) -> Result<(), Problem> {
        let Some(words) = answer else { return Ok(()) };
        let kept = store::take(tx, id).await?.ok_or_else(Problem::missing)?;
        match self.answered(tx, kept.opinion, words).await {
            Err(Problem::Refused(_)) => Ok(()),
            done => done,
        }
    }

    async fn take_in(&self, tx: &mut Tx, it: Taken) -> Result<(), Problem> {
        let now = self.site.now();
        let opinion = Opinion::received(self.site.new_id(), self.congress, None, now);
        let first = store::claim_ticket(tx, (self.congress, it.ticket.as_str()), opinion.id).await?;
        if first != opinion.id {
            return self.known_meanwhile(tx, first, it.answer.as_ref()).await;
        }
        let tracking = Tracking::new(self.site.chance());
        let ticket = Text::<40>::parse(it.ticket.as_str()).ok();
        let new = NewOpinion {
            opinion: &opinion,
            congress: self.congress,
            year: self.site.today().parts().0,
            area: &it.area,
            place: "",
            topic: it.topic,
            way: Way::Hotline,
            typed_by: self.actor.account,
            body: &it.body,
            to_deputy: false,
            to_unit: false,
            hotline: ticket.as_ref(),
            code: None,
            reception: None,
            tracking: &kept(&tracking.shown()),
            ticket: None,
        };
        store::begin(tx, &new, (&it.sealed, &[]), now).await?;
        let fact = Fact::Received { way: Way::Hotline, deputy: None, reception: None };
        self.noted(tx, &opinion, ("received", ""), fact).await?;
        match &it.answer {
            Some(words) => self.answered(tx, opinion, words).await,
            None => Ok(()),
        }
    }
}
