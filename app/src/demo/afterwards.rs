//! What comes after, in the demonstration: a deputy takes a paper back (撤回), the office looks back on a closed matter (回头看) and takes
//! another up again (恢复办理), and puts an assignment right (改派).

use accounts_rules::{Actor, Duty, Post};
use kernel::{AccountId, AreaCode, BodyId, Moment, PersonId, Text};
use kit::{Fault, Problem, Site, db::Sql, web::api::Once};
use suggestions::desk::{Reason, Saw, draft, look_back, reassign, reopen, submit};
use suggestions_rules::{AssignmentId, Found, Sheet, Source, SuggestionId};

use super::world::{World, repeatable};

/// What is needed of the world for it, of its highest congress.
pub struct Afterwards {
    seed: u64,
    congress: BodyId,
    area: AreaCode,
    clerk: Actor,
    units: Vec<BodyId>,
}

impl Afterwards {
    /// Remembers what is needed before the world is handed on; nothing where everything is measured.
    pub fn of(world: &World) -> Result<Option<Self>, Fault> {
        let top = world.top()?;
        let post = Post { duty: Duty::Clerk, body: top.office, congress: top.body, area: top.area.clone() };
        let clerk = Actor { account: Some(top.clerk), posts: vec![post], ..Actor::nobody() };
        let units = top.units.iter().map(|unit| unit.id).collect();
        let (seed, area) = (world.seed ^ 0x0af7_e400, top.area.clone());
        Ok((!world.gathered).then_some(Self { seed, congress: top.body, area, clerk, units }))
    }

    /// Does it all, after everything else that happened to suggestions.
    pub async fn fill(self, site: &Site) -> Result<(), Fault> {
        let (at,) = site.db().one::<(Option<Moment>,)>("select max(at) from journal").await?.unwrap_or_default();
        let Some(at) = at else { return Ok(()) };
        let site = repeatable(site, self.seed, at.plus_millis(60_000))?;
        let done = self.all(&site, at).await;
        done.map_err(|problem| Fault::new(format_args!("what comes after does not go on: {problem:?}")))
    }

    async fn all(&self, site: &Site, at: Moment) -> Result<(), Problem> {
        self.taken_back(site).await?;
        site.set_now(at.plus_millis(120_000));
        self.again(site).await?;
        site.set_now(at.plus_millis(180_000));
        self.put_right(site).await
    }

    /// A deputy hands a paper in and takes it back.
    async fn taken_back(&self, site: &Site) -> Result<(), Problem> {
        let sql = Sql::new("select a.id, a.person from v_account a join v_mandate m on m.person = a.person")
            .add(" where m.in_office = 1 and m.congress = {} and a.closed is null order by a.id desc limit 1")
            .bind(self.congress);
        let Some((account, person)) = site.db().one::<(AccountId, PersonId)>(sql).await? else { return Ok(()) };
        let (congress, area) = (self.congress, self.area.clone());
        let post = Post { duty: Duty::Deputy, body: congress, congress, area };
        let deputy = Actor { account: Some(account), person: Some(person), posts: vec![post], ..Actor::nobody() };
        let sheet = Sheet {
            title: "关于在镇区增设公共停车位的建议".to_owned(),
            body: "情况：赶集日镇区停车难。\n分析：可用空地没有划线。\n建议：在老粮站空坪划设停车位。".to_owned(),
            source: Some(Source::Citizens),
            publish: Some(true),
            ..Sheet::default()
        };
        let id = draft::begin(site, &deputy, congress, sheet, &Once::default()).await?;
        submit::submit(site, &deputy, id, Saw::Unsaid).await?;
        submit::withdraw(site, &deputy, id, text("镇政府已经划线，问题解决，撤回本件。")?).await?;
        Ok(())
    }

    /// The matter that was closed first is looked back on; one that was only planned, where there is one, is taken up again.
    async fn again(&self, site: &Site) -> Result<(), Problem> {
        let sql =
            Sql::new("select id from suggestion where stage = 'closed' and congress = {} order by closed, id limit 1");
        let first: Option<(SuggestionId,)> = site.db().one(sql.bind(self.congress)).await?;
        if let Some((first,)) = first {
            let words = text("已完成选址，资金列入下一年度预算，继续跟踪。")?;
            look_back::look_back(site, &self.clerk, first, Found::GoingOn, words).await?;
        }
        let sql = Sql::new("select r.suggestion, r.assignment from reply r join assignment a on a.id = r.assignment")
            .add(" join suggestion s on s.id = r.suggestion where s.stage = 'closed' and s.congress = {}")
            .bind(self.congress)
            .add(" and a.work = 'handling' and r.counted_as = 'planned' and r.stage = 'delivered' and not exists")
            .add(" (select 1 from reply l where l.assignment = r.assignment and l.round > r.round)")
            .add(" order by s.closed desc, s.id desc, a.id limit 1");
        let planned: Option<(SuggestionId, AssignmentId)> = site.db().one(sql).await?;
        if let Some((id, part)) = planned {
            let reason = text("项目资金已经落实，具备办理条件，恢复办理。")?;
            reopen::reopen(site, &self.clerk, id, part, reason).await?;
        }
        Ok(())
    }

    /// A unit that has not signed for a matter loses it to one that has no part in it.
    async fn put_right(&self, site: &Site) -> Result<(), Problem> {
        let sql = Sql::new("select a.suggestion, a.id from assignment a join suggestion s on s.id = a.suggestion")
            .add(" where a.congress = {} and s.stage = 'handling' and a.work = 'waiting' and a.role = 'co'")
            .bind(self.congress)
            .add(" order by a.assigned desc, a.id desc limit 1");
        let Some((id, part)) = site.db().one::<(SuggestionId, AssignmentId)>(sql).await? else { return Ok(()) };
        let sql = Sql::new("select unit from assignment where suggestion = {}").bind(id);
        let parts: Vec<(BodyId,)> = site.db().all(sql).await?;
        let Some(to) = self.units.iter().find(|unit| !parts.iter().any(|(part,)| part == *unit)) else {
            return Ok(());
        };
        let reason = text("原会办单位职能已经划出，改由现职能单位会办。")?;
        reassign::reassign(site, &self.clerk, id, part, *to, reason).await?;
        Ok(())
    }
}

fn text(words: &str) -> Result<Reason, Fault> {
    Text::parse(words).map_err(|error| Fault::new(format_args!("{words}: {error}")))
}
