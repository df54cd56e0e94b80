//! Liaison stations of the highest congress, each thing through the desk: eight in its towns, one merged, one not yet open, one graded; homes,
//! receptions, activities and the plan of the year.

use accounts_rules::{Actor, Duty, Post};
use kernel::{AccountId, AreaCode, BodyId, Day, PersonId, Text};
use kit::{Fault, Problem, Site, db::Sql, web::api::Once};
use opinions::{
    Ticket,
    desk::{
        handle::{AnswerWanted, answer},
        judge::judge,
        receive::{Said, receive},
    },
};
use opinions_rules::{Score, Way};
use roster_rules::{Body, BodyKind};
use stations::desk::{
    event::{self, EventWanted},
    further,
    grade::{self, StationClaim, StationClaims, StationReviewWanted, StationSchemeWanted},
    home::{HomesWanted, give},
    objection::{self, StationObjectionWanted, StationRulingWanted},
    plan::{self, StationPlanWanted},
    station::{StationStepWanted, StationWanted, change, found_as},
    year::{self, StationBudgetWanted, StationYearDecision},
};
use stations_rules::{Disposal, EventKind, Function, Kind, Organ, PlanId, StationId, Step, Tier, Topic, body_of};

use super::world::{World, repeatable};

/// Stations of the demonstration.
const COUNT: u64 = 8;
/// Deputies at each.
const HOMES: usize = 9;

/// What hangs on the wall of some of them.
const RULES: &str = "一、每月15日为代表接待日，遇节假日顺延。\n二、来访群众先登记，代表当面听取，能答复的当场答复。\n三、需要办理的，由联络员登记为群众意见，\
按期转办，结果告诉反映人。\n四、来访人的姓名和电话密封保存，不公开。";

/// What is needed of the world to tell of it.
pub struct Stations {
    seed: u64,
    today: Day,
    congress: BodyId,
    office: BodyId,
    area: AreaCode,
    clerk: AccountId,
    people: Vec<PersonId>,
    ids: Vec<StationId>,
}

/// The identity of the first station: the keeper of the demonstration has a post there.
pub fn first(world: &World) -> StationId {
    id(world, 0)
}

fn id(world: &World, n: u64) -> StationId {
    world.id("station", n, world.now)
}

impl Stations {
    /// Remembers what is needed; nothing where everything is measured.
    pub fn of(world: &World) -> Result<Option<Self>, Fault> {
        let top = world.top()?;
        if world.gathered {
            return Ok(None);
        }
        let people = world.congresses.iter().take(9).flat_map(|congress| congress.deputies.iter().copied());
        let people = people.filter_map(|at| world.people.get(at)).map(|deputy| deputy.person);
        let mut people: Vec<PersonId> = people.collect();
        // Deputies of every level are at home somewhere: one of the national congress at the first station.
        let national = world.above.iter().find(|congress| congress.national).and_then(|it| it.deputies.last());
        if let Some(deputy) = national.and_then(|at| world.people.get(*at))
            && people.len() >= HOMES
            && !people.contains(&deputy.person)
        {
            people.insert(HOMES - 1, deputy.person);
        }
        Ok(Some(Self {
            seed: world.seed ^ 0x57_A7,
            today: world.today,
            congress: top.body,
            office: top.office,
            area: top.area.clone(),
            clerk: top.clerk,
            people,
            ids: (0..COUNT).map(|n| id(world, n)).collect(),
        }))
    }

    /// Tells of it.
    pub async fn fill(self, site: &Site) -> Result<(), Fault> {
        let told = repeatable(site, self.seed, self.day(-300).start())?;
        let places = self.places(&told).await?;
        for (n, (id, place)) in self.ids.iter().zip(&places).enumerate() {
            self.at(&told, -300);
            self.built(&told, n, (*id, place)).await.map_err(refused)?;
        }
        let built = self.ids.get(..places.len().min(self.ids.len())).unwrap_or_default();
        let Some((shown, others)) = built.split_first() else { return Ok(()) };
        self.year(&told, *shown).await.map_err(refused)?;
        if let Some(near) = others.first() {
            self.beside(&told, *shown, *near).await.map_err(refused)?;
        }
        self.graded(&told, *shown).await.map_err(refused)?;
        for (n, id) in (0i32..).zip(others.iter().take(5)) {
            self.received(&told, *id, -20 - 9 * n).await.map_err(refused)?;
        }
        for (n, id) in (0i32..).zip(others.iter().take(2)) {
            self.became(&told, *id, -12 - 3 * n).await.map_err(refused)?;
        }
        if let (Some(last), true) = (others.last(), others.len() > 5) {
            self.at(&told, -15);
            self.step(&told, *last, Step::Merge, Some(*shown)).await.map_err(refused)?;
        }
        // What stands here stands in the roster too, and is no news for its follower.
        let (head, _) = kit::journal::head(site.db()).await?;
        let mut tx = site.db().begin().await?;
        tx.run(Sql::new("update follower set seq = {} where name = {}").bind(head).bind(roster::STATIONS.name)).await?;
        tx.commit().await
    }

    fn day(&self, days: i32) -> Day {
        self.today.plus_days(days)
    }

    /// Nine in the morning, so many days from today.
    fn at(&self, site: &Site, days: i32) {
        site.set_now(self.day(days).start().plus_millis(9 * 3_600_000));
    }

    fn chief(&self) -> Actor {
        let post = Post { duty: Duty::Chief, body: self.office, congress: self.congress, area: self.area.clone() };
        Actor { account: Some(self.clerk), posts: vec![post], ..Actor::nobody() }
    }

    /// Towns and streets of the county; of a town its villages.
    async fn places(&self, site: &Site) -> Result<Vec<(AreaCode, String)>, Fault> {
        let sql = Sql::new("select code, name from v_area where parent = {}").bind(&self.area);
        let sql = sql.add(" union all select code, name from v_village where parent = {} order by 1 limit 8");
        site.db().all(sql.bind(&self.area)).await
    }

    async fn step(&self, site: &Site, id: StationId, step: Step, into: Option<StationId>) -> Result<(), Problem> {
        let sql = Sql::new("select version from station where id = {}").bind(id);
        let (seen,) = site.db().one::<(i64,)>(sql).await?.ok_or_else(Problem::missing)?;
        let reason = text(if step == Step::Open { "验收合格" } else { "优化布局，就近整合" })?;
        change(site, &self.chief(), id, seen, &StationStepWanted { step, into, reason }).await.map(drop)
    }

    /// Entered, with its body in the roster, and, but for the seventh, opened with deputies.
    async fn built(
        &self,
        site: &Site,
        n: usize,
        (id, (area, name)): (StationId, &(AreaCode, String)),
    ) -> Result<(), Problem> {
        let village = area.level() == kernel::Level::Village;
        let called = format!("{name}人大代表联络站");
        let wanted = StationWanted {
            name: text(&called)?,
            area: area.clone(),
            tier: if n == 0 { Tier::Center } else { Tier::Station },
            kind: if village { Kind::Village } else { Kind::Town },
            functions: if n == 0 { vec![Function::Home, Function::Law] } else { vec![Function::Home] },
            host: Some(text("便民服务中心")?),
            head: Some(text("人大主席")?),
            place: text(&format!("{name}便民服务中心一楼"))?,
            size: Some(120),
            hours: Some(text("周一至周五 8:30—17:30，每月15日为代表接待日")?),
            phone: Some(text("0736-6000000")?),
            about: None,
            rules: (n < 3).then(|| text(RULES)).transpose()?,
        };
        found_as(site, &self.chief(), (self.congress, id), wanted, &Once::default()).await?;
        let mut tx = site.db().begin().await?;
        let town = if village { area.parent().unwrap_or_else(|| area.clone()) } else { area.clone() };
        let body = Body {
            id: body_of(id),
            area: town,
            kind: BodyKind::Station,
            name: called,
            parent: Some(self.congress),
            congress: self.congress,
            powers: vec![],
            transfer: false,
        };
        roster::store::body::insert(&mut tx, &body).await?;
        tx.commit().await?;
        if n == 6 {
            return Ok(());
        }
        self.step(site, id, Step::Open, None).await?;
        let people: Vec<PersonId> = self.people.iter().skip(n * HOMES).take(HOMES).copied().collect();
        if people.is_empty() {
            return Ok(());
        }
        give(site, &self.chief(), id, &HomesWanted { people }).await
    }

    async fn plan(&self, site: &Site, id: StationId, days: i32, title: &str) -> Result<PlanId, Problem> {
        let (year, month, _) = self.day(days).parts();
        let wanted = StationPlanWanted { year: year.into(), month: month.into(), title: text(title)?, words: None };
        plan::plan(site, &self.chief(), id, &wanted, &Once::default()).await
    }

    fn reception(&self, days: i32, deputies: Vec<PersonId>) -> Result<EventWanted, Problem> {
        Ok(EventWanted {
            kind: EventKind::Reception,
            day: self.day(days),
            clock: Some(text("9:00—11:00")?),
            title: None,
            deputies,
            staff: Some(text("站点联络员")?),
            visitors: 2,
            names: Some(text("群众甲、群众乙")?),
            phone: Some(text("13900000000")?),
            address: None,
            topic: Some(Topic::Roads),
            said: Some(text("通组公路会车难，雨天路面积水，请求增设会车道和排水沟。")?),
            evidence: Some(text("现场照片两张，存本站接待档案")?),
            done: Some(text("代表当场联系镇里有关负责人，一周内到现场查看。")?),
            disposal: Some(Disposal::Township),
            opinion: None,
            plan: None,
        })
    }

    async fn homes(&self, site: &Site, id: StationId) -> Result<Vec<PersonId>, Problem> {
        let sql = Sql::new("select person from v_home where until is null and station = {} order by person limit 2");
        let found: Vec<(PersonId,)> = site.db().all(sql.bind(id)).await?;
        Ok(found.into_iter().map(|(person,)| person).collect())
    }

    /// A deputy of the station near by serves at the shown one too.
    async fn beside(&self, site: &Site, shown: StationId, near: StationId) -> Result<(), Problem> {
        self.at(site, -200);
        let people: Vec<PersonId> = self.homes(site, near).await?.into_iter().take(1).collect();
        if people.is_empty() {
            return Ok(());
        }
        further::give(site, &self.chief(), shown, &HomesWanted { people }).await
    }

    async fn received(&self, site: &Site, id: StationId, days: i32) -> Result<(), Problem> {
        self.at(site, days);
        let people = self.homes(site, id).await?;
        if people.is_empty() {
            return Ok(());
        }
        let wanted = self.reception(days, people)?;
        event::record(site, &self.chief(), id, wanted, &Once::default()).await.map(drop)
    }

    /// A reception that became an opinion of the congress, which its office answered.
    async fn became(&self, site: &Site, id: StationId, days: i32) -> Result<(), Problem> {
        self.at(site, days);
        let people = self.homes(site, id).await?;
        if people.is_empty() {
            return Ok(());
        }
        let said = Said {
            deputy: None,
            area: self.area.clone(),
            place: Some(text("通组公路")?),
            topic: opinions_rules::Topic::Roads,
            way: Way::Visit,
            body: text("通组公路会车难，雨天路面积水，请求增设会车道和排水沟。")?,
            name: None,
            phone: None,
            to_deputy: false,
            to_unit: false,
            hotline: None,
            code: None,
            channel: None,
            reception: None,
        };
        let it = receive(site, &self.chief(), &said, &[], &Ticket::open(site).await?).await?;
        let opinion = Some(text(&format!("{}-{}", it.year, it.n))?);
        let wanted = EventWanted { opinion, disposal: Some(Disposal::Upward), ..self.reception(days, people)? };
        event::record(site, &self.chief(), id, wanted, &Once::default()).await?;
        self.at(site, days + 2);
        let words =
            AnswerWanted { words: text("已列入农村公路养护计划，下月动工。")?, for_deputy: false };
        answer(site, &self.chief(), it.id, 1, &words).await?;
        judge(site, &it.tracking.shown(), Score::Satisfied, None).await
    }

    /// Months of the shown station: what was planned, done, received, and struck out.
    async fn year(&self, site: &Site, id: StationId) -> Result<(), Problem> {
        self.at(site, -120);
        let study = self.plan(site, id, -90, "学习代表法").await?;
        self.plan(site, id, -60, "养老服务专题议事").await?;
        self.plan(site, id, 5, "代表向选民述职").await?;
        self.approved(site, id).await?;
        for days in [-110, -80, -50, -20] {
            self.received(site, id, days).await?;
        }
        self.at(site, -85);
        let people = self.homes(site, id).await?;
        let lesson = EventWanted {
            kind: EventKind::Study,
            title: Some(text("集中学习代表法")?),
            visitors: 0,
            names: None,
            phone: None,
            topic: None,
            disposal: None,
            said: Some(text("学习代表法修改的主要内容，交流履职体会。")?),
            evidence: None,
            done: Some(text("进站代表统一了联系群众的时间和方式。")?),
            plan: Some(study),
            ..self.reception(-85, people.clone())?
        };
        event::record(site, &self.chief(), id, lesson, &Once::default()).await?;
        let twice = event::record(site, &self.chief(), id, self.reception(-85, people)?, &Once::default()).await?;
        event::strike(site, &self.chief(), twice, &text("重复登记")?).await
    }

    /// The plan of the year, with its budget, as the presidium approved it.
    async fn approved(&self, site: &Site, id: StationId) -> Result<(), Problem> {
        let of = (id, i64::from(self.day(5).parts().0));
        year::budget(site, &self.chief(), of, 0, StationBudgetWanted { budget: Some(1_200_000) }).await?;
        year::submit(site, &self.chief(), of, 1).await?;
        let (number, day) = (Some(text("主席团会议纪要第2号")?), self.day(-120));
        let decision = StationYearDecision { approved: true, organ: Organ::Presidium, day, number, reason: None };
        year::decide(site, &self.chief(), of, 2, &decision).await
    }

    async fn graded(&self, site: &Site, id: StationId) -> Result<(), Problem> {
        self.at(site, -40);
        let sheet = grade::usual()?;
        let most: Vec<u16> = sheet.indicators.iter().map(|it| it.points).collect();
        let scheme = StationSchemeWanted { name: text("代表联络站星级评分表")?, sheet };
        grade::adopt(site, &self.chief(), self.congress, &scheme, &Once::default()).await?;
        let claim = |points: &u16| Ok(StationClaim { points: *points, evidence: Some(text("见站点台账")?) });
        let lines = most.iter().map(claim).collect::<Result<_, Problem>>()?;
        let applied = grade::apply(site, &self.chief(), id, &StationClaims { lines }, &Once::default()).await?;
        self.at(site, -30);
        let points = most.iter().map(|points| points.saturating_sub(1)).collect();
        let words = Some(text("台账齐全，代表进站率较高。")?);
        grade::review(site, &self.chief(), applied, &StationReviewWanted { points, words }).await?;
        objection::propose(site, &self.chief(), applied).await?;
        self.at(site, -28);
        let words = text("主题活动还有两次未及时登记，现已补录，请复核。")?;
        objection::object(site, &self.chief(), applied, &StationObjectionWanted { words }).await?;
        self.at(site, -26);
        let words = text("补录材料经核实属实，按系统重新统计的结果计分。")?;
        let ruling = StationRulingWanted { upheld: true, words, points: None };
        objection::rule(site, &self.chief(), applied, &ruling).await?;
        grade::publish(site, &self.chief(), applied).await
    }
}

fn refused(problem: Problem) -> Fault {
    match problem {
        Problem::Fault(fault) => fault,
        other => Fault::new(format_args!("a station was refused: {other:?}")),
    }
}

/// Words of the demonstration.
fn text<const MAX: usize>(words: &str) -> Result<Text<MAX>, Problem> {
    Text::parse(words).map_err(|error| Fault::new(format_args!("{words}: {error}")).into())
}
