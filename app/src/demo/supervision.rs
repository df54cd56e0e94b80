//! What the highest congress follows of the handling of its suggestions, each thing through the desk, verb by verb.

mod disclosures;
mod evaluations;
mod inquiries;
mod keys;
mod letters;
mod words;

use accounts_rules::{Actor, Duty, Post};
use kernel::{AccountId, AreaCode, BodyId, Day, Text};
use kit::{Fault, Problem, Site};

use super::{
    accounts::shown_unit,
    bills::follow_from,
    world::{World, repeatable},
};

/// What is needed of the world to tell of it.
pub struct Office {
    seed: u64,
    congress: BodyId,
    area: AreaCode,
    today: Day,
    clerk: AccountId,
    office: BodyId,
    name: String,
    heads: Vec<(BodyId, AccountId, AreaCode)>,
    /// The unit whose clerk and head have accounts to look with.
    shown: Option<BodyId>,
}

impl Office {
    /// Remembers what is needed before the world is handed on; nothing where everything is measured.
    pub fn of(world: &World) -> Result<Option<Self>, Fault> {
        let top = world.top()?;
        if world.gathered {
            return Ok(None);
        }
        Ok(Some(Self {
            seed: world.seed ^ 0x0050_7045,
            congress: top.body,
            area: top.area.clone(),
            today: world.today,
            clerk: top.clerk,
            office: top.office,
            name: top.name.clone(),
            shown: shown_unit(top).map(|unit| unit.id),
            heads: top.units.iter().map(|unit| (unit.id, unit.head, unit.area.clone())).collect(),
        }))
    }

    fn chief(&self) -> Actor {
        let post = Post { duty: Duty::Chief, body: self.office, congress: self.congress, area: self.area.clone() };
        Actor { account: Some(self.clerk), posts: vec![post], ..Actor::nobody() }
    }

    /// The head of a unit.
    fn head(&self, unit: BodyId) -> Option<Actor> {
        let (body, account, area) = self.heads.iter().find(|(body, ..)| *body == unit)?;
        let post = Post { duty: Duty::UnitHead, body: *body, congress: self.congress, area: area.clone() };
        Some(Actor { account: Some(*account), posts: vec![post], ..Actor::nobody() })
    }

    /// So many days from today.
    fn day(&self, days: i32) -> Day {
        self.today.plus_days(days)
    }

    /// Counts everything, whatever the world.
    pub async fn count(site: &Site) -> Result<(), Fault> {
        let (head, _) = kit::journal::head(site.db()).await?;
        let mut tx = site.db().begin().await?;
        supervision::rebuild(&mut tx, site.today()).await?;
        tx.commit().await?;
        follow_from(site, supervision::TALLY.name, head).await
    }

    /// Tells of it.
    pub async fn fill(self, site: &Site) -> Result<(), Fault> {
        let site = repeatable(site, self.seed, self.today.plus_days(-1).start())?;
        self.cases(&site).await.map_err(refused)?;
        self.keys(&site).await.map_err(refused)?;
        self.letters(&site).await.map_err(refused)?;
        self.evaluations(&site).await.map_err(refused)?;
        self.inquiries(&site).await.map_err(refused)?;
        self.disclosures(&site).await.map_err(refused)?;
        site.set_now(self.today.plus_days(-1).start().plus_millis(57_600_000));
        self.annual(&site).await.map_err(refused)?;
        self.calls(&site).await.map_err(refused)?;
        self.two_of_one(&site).await.map_err(refused)
    }
}

fn refused(problem: Problem) -> Fault {
    match problem {
        Problem::Fault(fault) => fault,
        other => Fault::new(format_args!("supervision was refused: {other:?}")),
    }
}

/// Words of the demonstration.
fn text<const MAX: usize>(words: &str) -> Result<Text<MAX>, Problem> {
    Text::parse(words).map_err(|error| Fault::new(format_args!("{words}: {error}")).into())
}
