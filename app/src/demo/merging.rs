//! On the way to the units, in the demonstration: of those that wait to be assigned one goes with another (并案), one with a matter that
//! is with its units, one to the transfer office (转办); and one that is handled is read by a further unit (参阅).

use accounts_rules::{Actor, Duty, Post};
use kernel::{BodyId, Moment, Text};
use kit::{Fault, Problem, Site, db::Sql};
use suggestions::desk::{merge::merge, read::give_to_read, route::route};
use suggestions_rules::SuggestionId;

use super::world::{World, repeatable};

/// What is needed of the world to merge suggestions of its highest congress.
pub struct Pairs {
    seed: u64,
    congress: BodyId,
    clerk: Actor,
    /// The transfer office of the demonstration's account.
    office: Option<BodyId>,
    units: Vec<BodyId>,
}

impl Pairs {
    /// Remembers what is needed before the world is handed on; nothing where everything is measured.
    pub fn of(world: &World) -> Result<Option<Self>, Fault> {
        let top = world.top()?;
        let post = Post { duty: Duty::Clerk, body: top.office, congress: top.body, area: top.area.clone() };
        let (account, name) = (Some(top.clerk), String::new());
        let clerk = Actor { account, person: None, name, posts: vec![post], acting_for: None };
        let office = super::accounts::transfer(top).map(|unit| unit.id);
        let units = top.units.iter().map(|unit| unit.id).collect();
        let pairs = Self { seed: world.seed ^ 0x0b1a_9a00, congress: top.body, clerk, office, units };
        Ok((!world.gathered).then_some(pairs))
    }

    /// Merges them, after everything else that happened.
    pub async fn fill(self, site: &Site) -> Result<(), Fault> {
        let waiting = self.of_stage(site, "numbered").await?;
        let handled = self.of_stage(site, "handling").await?;
        let (Some(last_waits), Some(at)) = (waiting.get(3).or(waiting.last()), last(site).await?) else {
            return Ok(());
        };
        let site = repeatable(site, self.seed, at.plus_millis(60_000))?;
        if let Some([master, other, late, _]) = waiting.first_chunk::<4>() {
            self.merge(&site, *other, *master, "两件建议反映同一事项，宜一并交办。").await?;
            site.set_now(at.plus_millis(120_000));
            if let Some(master) = handled.last() {
                self.merge(&site, *late, *master, "与正在办理的建议内容相同，交同一承办单位。").await?;
            }
        }
        site.set_now(at.plus_millis(180_000));
        self.hand_on(&site, *last_waits, handled.first().copied()).await
    }

    /// One goes to the transfer office; one that is handled goes to be read by the first unit that has no part in it.
    async fn hand_on(&self, site: &Site, waiting: SuggestionId, handled: Option<SuggestionId>) -> Result<(), Fault> {
        if let Some(office) = self.office {
            // In a town the government itself divides, and is marked as the office that does.
            let mut tx = site.db().begin().await?;
            tx.run(Sql::new("update body set transfer = 1 where id = {}").bind(office)).await?;
            tx.commit().await?;
            told(route(site, &self.clerk, waiting, office).await, waiting)?;
        }
        let Some(handled) = handled else { return Ok(()) };
        let sql = Sql::new("select unit from assignment where suggestion = {}").bind(handled);
        let parts: Vec<(BodyId,)> = site.db().all(sql).await?;
        match self.units.iter().find(|unit| !parts.iter().any(|(part,)| part == *unit)) {
            Some(reader) => told(give_to_read(site, &self.clerk, handled, &[*reader]).await, handled),
            None => Ok(()),
        }
    }

    async fn of_stage(&self, site: &Site, stage: &str) -> Result<Vec<SuggestionId>, Fault> {
        let sql = Sql::new("select id from suggestion where congress = {} and stage = {} order by numbered, id");
        let rows: Vec<(SuggestionId,)> = site.db().all(sql.bind(self.congress).bind(stage)).await?;
        Ok(rows.into_iter().map(|(id,)| id).collect())
    }

    async fn merge(&self, site: &Site, id: SuggestionId, into: SuggestionId, why: &str) -> Result<(), Fault> {
        let reason = Text::parse(why).map_err(|error| Fault::new(format_args!("{why}: {error}")))?;
        told(merge(site, &self.clerk, id, into, reason).await, id)
    }
}

fn told<T>(done: Result<T, Problem>, id: SuggestionId) -> Result<(), Fault> {
    done.map(drop).map_err(|problem| Fault::new(format_args!("{id} does not go on: {problem:?}")))
}

/// The last moment at which anything happened.
async fn last(site: &Site) -> Result<Option<Moment>, Fault> {
    let (at,) = site.db().one::<(Option<Moment>,)>("select max(at) from journal").await?.unwrap_or_default();
    Ok(at)
}
