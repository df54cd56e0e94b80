//! Who keeps contact with whom in the highest congress, each thing through the desk: two kinds with their links and some contacts, a third
//! still a draft, and an indicator of the congress's own.

use ::links::{
    desk::{
        contact::{LinkContactWanted, record},
        draft::{LinkDraftWanted, adopt, make as draft},
        indicator::{IndicatorWanted, make as indicate},
        kind::{LinkKindWanted, make},
    },
    queries::lines::{self, LinkLine, Show},
};
use accounts_rules::{Actor, Duty, Post};
use kernel::{AccountId, AreaCode, BodyId, Day, Level, PersonId, Text};
use kit::{Fault, Problem, Site, journal, web::api::Once};
use links_rules::{Condition, KindId, LinkId, Near, Population, Side, Way};

use super::{
    bills::follow_from,
    world::{World, repeatable},
};

/// What is needed of the world to tell of it.
pub struct Ties {
    seed: u64,
    today: Day,
    congress: BodyId,
    office: BodyId,
    area: AreaCode,
    clerk: AccountId,
    people: Vec<(PersonId, AccountId)>,
}

/// A kind as it is told.
struct Told<'a> {
    name: &'a str,
    one: Side,
    other: Side,
    times: u16,
    basis: &'a str,
}

impl Ties {
    /// Remembers what is needed before the world is handed on; nothing where everything is measured.
    pub fn of(world: &World) -> Result<Option<Self>, Fault> {
        let top = world.top()?;
        let shown = top.deputies.iter().take(2).filter_map(|at| world.people.get(*at));
        let ties = Self {
            seed: world.seed ^ 0x0001_17e5,
            today: world.today,
            congress: top.body,
            office: top.office,
            area: top.area.clone(),
            clerk: top.clerk,
            people: shown.map(|deputy| (deputy.person, deputy.account)).collect(),
        };
        Ok((!world.gathered).then_some(ties))
    }

    /// Tells of it.
    pub async fn fill(self, site: &Site) -> Result<(), Fault> {
        let told = repeatable(site, self.seed, self.today.plus_days(-120).start().plus_millis(9 * 3_600_000))?;
        self.linked(&told).await.map_err(refused)?;
        let (head, _) = journal::head(site.db()).await?;
        follow_from(site, ::links::CLOSING.name, head).await
    }

    fn actor(&self, account: AccountId, person: Option<PersonId>, duty: Duty) -> Actor {
        let body = if duty == Duty::Deputy { self.congress } else { self.office };
        let post = Post { duty, body, congress: self.congress, area: self.area.clone() };
        Actor { account: Some(account), person, posts: vec![post], ..Actor::nobody() }
    }

    fn clerk(&self) -> Actor {
        self.actor(self.clerk, None, Duty::Chief)
    }

    async fn linked(&self, site: &Site) -> Result<(), Problem> {
        let town = self.area.level() == Level::Township;
        let wide = self.area.level() < Level::County;
        let members = if town { Side::Presidium } else { Side::Committee };
        let name = if town { "主席团成员联系代表" } else { "常委会组成人员联系代表" };
        let first = Told { name, one: members, other: Side::Deputies, times: 2, basis: "联系代表工作办法" };
        let first = self.kind(site, &first).await?;
        self.adopted(site, first).await?;
        let (name, other) = if wide {
            ("代表联系下辖区划", Side::Towns)
        } else {
            ("代表联系村（社区）", Side::Villages)
        };
        let second = Told { name, one: Side::Deputies, other, times: 4, basis: "代表联系群众工作办法" };
        let second = self.kind(site, &second).await?;
        self.adopted(site, second).await?;
        self.contacted(site, first).await?;
        self.own(site).await?;
        let third = Told {
            name: "机关联系代表",
            one: Side::Organs,
            other: Side::Deputies,
            times: 1,
            basis: "机关联系代表制度",
        };
        let third = self.kind(site, &third).await?;
        let wanted = LinkDraftWanted { since: site.today() };
        draft(site, &self.clerk(), third, wanted, &Once::default()).await?;
        let wanted = IndicatorWanted {
            name: text("代表有组成人员联系")?,
            population: Population::Deputies,
            condition: Condition::Linked,
            kind: Some(first),
        };
        indicate(site, &self.clerk(), self.congress, wanted, &Once::default()).await.map(drop)
    }

    async fn kind(&self, site: &Site, told: &Told<'_>) -> Result<KindId, Problem> {
        let wanted = LinkKindWanted {
            name: text(told.name)?,
            one: told.one,
            other: told.other,
            need: 1,
            least: 0,
            most: None,
            near: Near::Prefer,
            times: told.times,
            basis: Some(text(told.basis)?),
            since: site.today(),
            until: None,
        };
        Ok(make(site, &self.clerk(), self.congress, wanted, &Once::default()).await?.id)
    }

    async fn adopted(&self, site: &Site, kind: KindId) -> Result<(), Problem> {
        let wanted = LinkDraftWanted { since: site.today() };
        let made = draft(site, &self.clerk(), kind, wanted, &Once::default()).await?;
        adopt(site, &self.clerk(), made.id).await
    }

    fn at(&self, site: &Site, days: i32) -> Day {
        let day = self.today.plus_days(days);
        site.set_now(day.start().plus_millis(9 * 3_600_000));
        day
    }

    /// The office types what some members told it.
    async fn contacted(&self, site: &Site, kind: KindId) -> Result<(), Problem> {
        let lines = lines::of_kind(&mut site.db(), kind, Show::Standing, site.today()).await?;
        let told = [
            (Way::Visit, "到村里走访，了解春耕用水情况。"),
            (Way::Phone, "电话听取对议案建议办理的意见。"),
            (Way::Talk, "座谈，谈了履职学习的需求。"),
            (Way::Activity, "邀请参加农村公路专题调研。"),
        ];
        for (nth, (line, (way, words))) in (0_i32..).zip(lines.iter().zip(told)) {
            let day = self.at(site, -90 + nth * 12);
            self.record(site, &self.clerk(), line.id, (day, way, words)).await?;
        }
        Ok(())
    }

    /// The deputies whose accounts are shown write their own.
    async fn own(&self, site: &Site) -> Result<(), Problem> {
        for (person, account) in &self.people {
            let own = lines::of_person(&mut site.db(), *person, site.today()).await?;
            let mine = |line: &&LinkLine| line.one.person() == Some(*person);
            if let Some(line) = own.iter().find(mine) {
                let day = self.at(site, -20);
                let actor = self.actor(*account, Some(*person), Duty::Deputy);
                self.record(site, &actor, line.id, (day, Way::Visit, "上门走访，听取意见两条，已记下。")).await?;
            }
        }
        Ok(())
    }

    async fn record(
        &self,
        site: &Site,
        actor: &Actor,
        link: LinkId,
        (day, way, words): (Day, Way, &str),
    ) -> Result<(), Problem> {
        let follow_up = if way == Way::Visit { Some(text("下月回访。")?) } else { None };
        let wanted = LinkContactWanted { day, way, words: text(words)?, follow_up };
        record(site, actor, link, wanted, &Once::default()).await.map(drop)
    }
}

fn refused(problem: Problem) -> Fault {
    match problem {
        Problem::Fault(fault) => fault,
        other => Fault::new(format_args!("a link was refused: {other:?}")),
    }
}

fn text<const MAX: usize>(words: &str) -> Result<Text<MAX>, Problem> {
    Text::parse(words).map_err(|error| Fault::new(format_args!("{words}: {error}")).into())
}
