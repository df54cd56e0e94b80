//! Bills of the last session of the highest congress, one in every stage. They are few: each goes through the desk, verb by verb, with
//! the clock set to its day, as a congress would have it.

mod texts;

use accounts_rules::{Actor, Duty, Post};
use bills::desk::{self, check::Opinion, decide::Decision, receive::FromOrgan};
use bills_rules::{BillId, Disposal, OnPaper, Organ, Sheet, Vote, needed};
use kernel::{AreaCode, BodyId, Day, Level, Moment, PersonId, Text};
use kit::{Fault, Problem, Site, db::Sql, journal, outbox::HOOKS, web::api::Once};

use self::texts::{PAPER, TEXTS};
use super::world::{World, repeatable};

/// How far a bill has come when the demonstration begins.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Far {
    Draft,
    Submitted,
    Returned,
    Numbered,
    Reviewed,
    Agenda,
    Asked,
    Referred,
    Reported,
    Adopted,
    NotListed,
    Suggestion,
    Withdrawn,
}

/// In the order in which they were drafted.
const BILLS: [Far; 13] = [
    Far::Suggestion,
    Far::Adopted,
    Far::Reviewed,
    Far::Draft,
    Far::NotListed,
    Far::Referred,
    Far::Agenda,
    Far::Numbered,
    Far::Submitted,
    Far::Reported,
    Far::Withdrawn,
    Far::Returned,
    Far::Asked,
];

/// Tells of bills, if anybody could sign one. What happened in the generated past before them makes no suggestion, and concerns no other
/// system.
pub async fn fill(site: &Site, cast: Option<Cast>) -> Result<(), Fault> {
    let (before, _) = journal::head(site.db()).await?;
    follow_from(site, ::suggestions::FROM_BILLS.name, before).await?;
    if let Some(cast) = cast {
        cast.fill(site).await?;
    }
    let (after, _) = journal::head(site.db()).await?;
    follow_from(site, HOOKS.name, after).await
}

/// What is needed of the world to tell of bills.
pub struct Cast {
    seed: u64,
    congress: BodyId,
    area: AreaCode,
    opened: Day,
    all: u32,
    deputies: Vec<Actor>,
    chief: Actor,
    government: String,
}

impl Cast {
    /// Remembers what is needed before the world is handed on; nothing where nobody could sign, or where everything is measured.
    pub fn of(world: &World) -> Result<Option<Self>, Fault> {
        let top = world.top()?;
        let need = needed(top.area.level()).map_err(|refusal| Fault::new(format_args!("{refusal:?}")))?;
        let Some(session) = top.term.sessions.last() else { return Ok(None) };
        let cast = usize::try_from(need).unwrap_or(usize::MAX).saturating_add(2);
        if world.gathered || top.deputies.len() < cast {
            return Ok(None);
        }
        let actor = |account, person, name: &str, duty, body| {
            let post = Post { duty, body, congress: top.body, area: top.area.clone() };
            Actor { account: Some(account), person, name: name.to_owned(), posts: vec![post], acting_for: None }
        };
        let known = top.deputies.iter().take(cast).filter_map(|at| world.people.get(*at));
        let deputy = |it: &super::world::Deputy| actor(it.account, Some(it.person), &it.name, Duty::Deputy, top.body);
        Ok(Some(Self {
            seed: world.seed ^ 0x00b1_1500,
            congress: top.body,
            area: top.area.clone(),
            opened: session.opened,
            all: u32::try_from(top.deputies.len()).unwrap_or(u32::MAX),
            deputies: known.map(deputy).collect(),
            chief: actor(top.clerk, None, "", Duty::Chief, top.office),
            government: format!("{}人民政府", top.name),
        }))
    }

    /// Tells of them, and lets the bill that became a suggestion become one.
    async fn fill(self, site: &Site) -> Result<(), Fault> {
        let site = repeatable(site, self.seed, self.opened.start())?;
        for (nth, far) in BILLS.into_iter().enumerate() {
            let told = self.tell(&site, nth, far).await;
            told.map_err(|problem| Fault::new(format_args!("bill {nth} was refused: {problem:?}")))?;
        }
        let told = self.organ(&site).await;
        told.map_err(|problem| Fault::new(format_args!("the government's bill was refused: {problem:?}")))?;
        let told = self.paper(&site).await;
        told.map_err(|problem| Fault::new(format_args!("the signed sheet was refused: {problem:?}")))?;
        ::suggestions::FROM_BILLS.catch_up(&site).await.map(drop)
    }

    fn township(&self) -> bool {
        matches!(self.area.level(), Level::Township | Level::Village)
    }

    fn at(&self, minutes: i64) -> Moment {
        self.opened.start().plus_millis((9 * 60 + minutes) * 60_000)
    }

    async fn tell(&self, site: &Site, nth: usize, far: Far) -> Result<(), Problem> {
        let (Some(lead), Some(text)) = (self.deputies.get(nth % 3), TEXTS.get(nth)) else { return Ok(()) };
        // A township has no committee to refer a bill to.
        let far = if self.township() && matches!(far, Far::Referred | Far::Reported) { Far::NotListed } else { far };
        site.set_now(self.at(20 * i64::try_from(nth).unwrap_or(0)));
        let [title, grounds, proposal] = text.map(str::to_owned);
        let sheet = Sheet { title, grounds, proposal, publish: Some(true), not_public_because: String::new() };
        let id = desk::draft::begin(site, lead, self.congress, sheet, &Once::default()).await?;
        self.signed(site, id, lead, far).await?;
        if far == Far::Draft {
            return Ok(());
        }
        step(site);
        desk::submit::submit(site, lead, id).await?;
        match far {
            Far::Submitted => return Ok(()),
            Far::Returned => {
                let words = words("方案须写明请大会作出什么决定，请补正后重新提交。");
                return desk::check::give_back(site, &self.chief, id, words?).await.map(drop);
            }
            _ => {}
        }
        step(site);
        desk::check::number(site, &self.chief, id).await?;
        if far == Far::Numbered {
            return Ok(());
        }
        self.decided(site, id, lead, far).await
    }

    /// As many as the law asks; of a draft three, and one has not answered.
    async fn signed(&self, site: &Site, id: BillId, lead: &Actor, far: Far) -> Result<(), Problem> {
        let need = self.deputies.len() - 2;
        let others = self.deputies.iter().filter(|other| other.person != lead.person);
        let others: Vec<&Actor> = others.take(if far == Far::Draft { 4 } else { need }).collect();
        let people: Vec<PersonId> = others.iter().filter_map(|other| other.person).collect();
        step(site);
        desk::sign::ask(site, lead, id, &people).await?;
        let sign = if far == Far::Draft { 3 } else { others.len() };
        for other in others.into_iter().rev().take(sign) {
            desk::sign::sign(site, other, id, desk::Saw::Unsaid).await?;
        }
        Ok(())
    }

    async fn decided(&self, site: &Site, id: BillId, lead: &Actor, far: Far) -> Result<(), Problem> {
        let chief = &self.chief;
        let disposal = match far {
            Far::Referred | Far::Reported => Disposal::Refer { to: text("法制委员会")? },
            Far::NotListed => Disposal::NotListed,
            Far::Agenda | Far::Asked | Far::Adopted => Disposal::Agenda,
            _ => Disposal::Suggestion,
        };
        let reason = words(match disposal {
            Disposal::Agenda => "事关全局，条件成熟，建议列入本次会议议程。",
            Disposal::Refer { .. } => "需要进一步调研论证，建议闭会后审议。",
            Disposal::NotListed => "上级已有明确规定，不需要再作决定。",
            Disposal::Suggestion => "所提事项属于政府日常工作，宜作建议、批评和意见办理。",
        })?;
        step(site);
        let opinion = Opinion { by: text("议案审查委员会")?, proposal: disposal.clone(), reason, seen: None };
        desk::check::review(site, chief, id, opinion).await?;
        if matches!(far, Far::Reviewed | Far::Suggestion) {
            self.consulted(site, id, lead, far).await?;
        }
        if far == Far::Reviewed {
            return Ok(());
        }
        step(site);
        if far == Far::Withdrawn {
            return desk::submit::withdraw(site, lead, id, words("有关部门已经着手解决。")?).await.map(drop);
        }
        desk::decide::decide(site, chief, id, Decision { disposal, reason: None, report_by: None, seen: None }).await?;
        step(site);
        match far {
            Far::Asked => {
                desk::submit::withdraw(site, lead, id, words("方案还要再作论证。")?).await?;
            }
            Far::Adopted => {
                let vote = Vote { yes: self.all - self.all / 10, all: self.all, ..Vote::default() };
                desk::decide::vote(site, chief, id, vote).await?;
            }
            Far::Reported => {
                let words = words("委员会已经调研，建议列入明年工作要点，常委会同意。");
                desk::decide::report(site, chief, id, words?).await?;
            }
            _ => {}
        }
        Ok(())
    }

    /// Those who signed are asked whether it may become a suggestion: one objects; of the bill that waits for the presidium two are silent.
    async fn consulted(&self, site: &Site, id: BillId, lead: &Actor, far: Far) -> Result<(), Problem> {
        step(site);
        desk::consult::consult(site, &self.chief, id, None).await?;
        let others = self.deputies.iter().filter(|other| other.person != lead.person);
        let speak: Vec<&Actor> = std::iter::once(lead).chain(others.take(self.deputies.len() - 2)).collect();
        let silent = if far == Far::Reviewed { 2 } else { 0 };
        for (nth, deputy) in speak.iter().take(speak.len().saturating_sub(silent)).enumerate() {
            let objects = nth == 2;
            let reason = objects.then(|| words("事关长远，建议由大会作出决定。")).transpose()?;
            desk::consult::speak(site, deputy, id, !objects, reason).await?;
        }
        Ok(())
    }

    /// The government's own bill, on the agenda.
    async fn organ(&self, site: &Site) -> Result<(), Problem> {
        let Some(texts) = TEXTS.last() else { return Ok(()) };
        site.set_now(self.at(10 * 60));
        let [title, grounds, proposal] = texts.map(str::to_owned);
        let sheet = Sheet { title, grounds, proposal, publish: Some(true), not_public_because: String::new() };
        let letter = FromOrgan { organ: Organ::Government, name: text(&self.government)?, sheet };
        let id = desk::receive::receive(site, &self.chief, self.congress, letter, &Once::default()).await?;
        step(site);
        desk::check::number(site, &self.chief, id).await?;
        step(site);
        let decision = Decision { disposal: Disposal::Agenda, reason: None, report_by: None, seen: None };
        desk::decide::decide(site, &self.chief, id, decision).await.map(drop)
    }
}

impl Cast {
    /// A sheet that deputies signed and handed to the secretariat, entered half an hour later.
    async fn paper(&self, site: &Site) -> Result<(), Problem> {
        let mut people = self.deputies.iter().filter_map(|deputy| deputy.person);
        let Some(lead) = people.next() else { return Ok(()) };
        site.set_now(self.at(11 * 60));
        let [title, grounds, proposal] = PAPER.map(str::to_owned);
        let sheet = Sheet { title, grounds, proposal, publish: Some(true), not_public_because: String::new() };
        let received = self.at(10 * 60 + 30);
        let sheet = OnPaper { lead, signers: people.collect(), received, sheet };
        desk::paper::receive(site, &self.chief, self.congress, sheet, &Once::default()).await.map(drop)
    }
}

/// Three minutes pass.
fn step(site: &Site) {
    site.set_now(site.now().plus_millis(180_000));
}

fn words(text: &str) -> Result<desk::Reason, Problem> {
    Text::parse(text).map_err(|error| Fault::new(format_args!("{text}: {error}")).into())
}

fn text(text: &str) -> Result<Text<60>, Problem> {
    Text::parse(text).map_err(|error| Fault::new(format_args!("{text}: {error}")).into())
}

/// A follower begins after that fact.
pub async fn follow_from(site: &Site, name: &str, seq: i64) -> Result<(), Fault> {
    let mut tx = site.db().begin().await?;
    let sql = Sql::new("insert into follower (name, seq, at) values ({}, {}, 0)").bind(name).bind(seq);
    tx.run(sql.add(" on conflict (name) do update set seq = excluded.seq, at = excluded.at")).await?;
    tx.commit().await
}
