//! What constituents have said to the deputies of the highest congress: one opinion wherever one can stand, each thing through the
//! desk, verb by verb; and the codes of two deputies.

use accounts_rules::{Actor, Duty, Post};
use kernel::{AccountId, AreaCode, BodyId, Day, PersonId, Text};
use kit::{Fault, Problem, Site, db::Sql, web::api::Once};
use opinions::{
    Ticket,
    desk::{
        codes,
        handle::{
            AnswerWanted, AssignmentWanted, ReasonWanted, answer, assign, close, give_back, point_elsewhere, sign_for,
            suggest, to_hotline,
        },
        hotline::{Desk, Known, TicketLine, judge as ticket},
        judge::{agree, judge, survey},
        receive::{Received, Said, receive},
        remind::remind,
        things::{self, ThingCode},
    },
    queries::stations,
};
use opinions_rules::{CodeKind, OpinionId, Score, SuggestionId, Topic, Treatment, Way};

use super::{
    accounts::shown_unit,
    world::{World, repeatable},
};

/// What is needed of the world to tell of it.
pub struct Voices {
    seed: u64,
    today: Day,
    congress: BodyId,
    office: BodyId,
    area: AreaCode,
    clerk: AccountId,
    people: Vec<(PersonId, AccountId)>,
    unit: Option<(BodyId, AccountId)>,
}

impl Voices {
    /// Remembers what is needed before the world is handed on; nothing where everything is measured.
    pub fn of(world: &World) -> Result<Option<Self>, Fault> {
        let top = world.top()?;
        if world.gathered {
            return Ok(None);
        }
        let shown = top.deputies.iter().take(2).filter_map(|at| world.people.get(*at));
        Ok(Some(Self {
            seed: world.seed ^ 0x0B_1C_E5,
            today: world.today,
            congress: top.body,
            office: top.office,
            area: top.area.clone(),
            clerk: top.clerk,
            people: shown.map(|deputy| (deputy.person, deputy.account)).collect(),
            unit: shown_unit(top).map(|unit| (unit.id, unit.head)),
        }))
    }

    /// Tells of it. The key that signs codes comes of the machine's own chance, unless somebody `named` a seed.
    pub async fn fill(self, site: &Site, named: bool) -> Result<(), Fault> {
        let told = repeatable(site, self.seed, self.day(-50).start())?;
        codes::prepare(if named { &told } else { site }).await?;
        self.long_over(&told).await.map_err(refused)?;
        let code = self.codes(&told).await.map_err(refused)?;
        self.scanned(&told, code).await.map_err(refused)?;
        self.things(&told).await.map_err(refused)?;
        self.handled(&told).await.map_err(refused)?;
        self.waiting(&told).await.map_err(refused)?;
        self.given_back(&told).await.map_err(refused)?;
        self.handed_over(&told).await.map_err(refused)
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

    fn deputy(&self) -> Actor {
        let (person, account) = self.people.first().copied().unzip();
        let post = Post { duty: Duty::Deputy, body: self.congress, congress: self.congress, area: self.area.clone() };
        Actor { account, person, posts: vec![post], ..Actor::nobody() }
    }

    /// The codes of two deputies; as it is printed, that of the first which still leads somewhere.
    async fn codes(&self, site: &Site) -> Result<Option<String>, Problem> {
        self.at(site, -30);
        let mut hangs = None;
        for (nth, (person, _)) in self.people.iter().enumerate() {
            let old =
                codes::issue(site, &self.chief(), (*person, &text("政务服务中心大厅")?), &Once::default()).await?;
            if nth == 0 {
                let new =
                    codes::issue(site, &self.chief(), (*person, &text("人大代表联络站")?), &Once::default()).await?;
                hangs = Some(codes::printed(site, &codes::of(site, &self.chief(), new).await?).await?.to_string());
                codes::revoke(site, &self.chief(), old).await?;
            }
        }
        Ok(hangs)
    }

    /// The poster is scanned, and something is said by its code that nobody answers in time.
    async fn scanned(&self, site: &Site, code: Option<String>) -> Result<(), Problem> {
        let Some(code) = code else { return Ok(()) };
        for days in [-20, -19, -10, -5] {
            self.at(site, days);
            codes::scan(site, &code).await?;
        }
        self.said_by(site, -5, (Topic::Water, "联络站门口的水龙头一直滴水。"), Some(code)).await?;
        self.at(site, -3);
        Ok(remind(site).await?)
    }

    /// What was over long ago, and whose person was asked again.
    async fn long_over(&self, site: &Site) -> Result<(), Problem> {
        let held = self.said(site, -45, Topic::Farming, "机耕路断了，收割机进不了田。").await?;
        self.answered(site, (held.id, -44), "已铺好便道，收割机可以通行。").await?;
        judge(site, &held.tracking.shown(), Score::Satisfied, None).await?;
        self.at(site, -6);
        survey(site, &held.tracking.shown(), Score::Basically, Some(&text("能通行，下雨天还有点陷。")?)).await
    }

    async fn said(&self, site: &Site, days: i32, topic: Topic, body: &str) -> Result<Received, Problem> {
        self.said_by(site, days, (topic, body), None).await
    }

    async fn said_by(
        &self,
        site: &Site,
        days: i32,
        (topic, body): (Topic, &str),
        code: Option<String>,
    ) -> Result<Received, Problem> {
        self.at(site, days);
        let said = Said {
            deputy: self.people.first().map(|(person, _)| *person),
            area: self.area.clone(),
            place: Some(text("集镇东头")?),
            topic,
            way: Way::Page,
            body: text(body)?,
            name: Some(text("群众甲")?),
            phone: Some("13900000000".to_owned()),
            to_deputy: topic == Topic::Roads,
            to_unit: topic == Topic::Roads,
            hotline: None,
            code,
            reception: None,
            channel: (topic == Topic::Other && body.contains("调解")).then(|| "private".to_owned()),
        };
        let ticket = Ticket::open(site).await?;
        receive(site, &Actor::nobody(), &said, &[], &ticket).await
    }

    /// What is over, or nearly.
    async fn handled(&self, site: &Site) -> Result<(), Problem> {
        let happy = self.said(site, -25, Topic::Water, "集镇东头的自来水浑浊，请派人看看。").await?;
        self.answered(site, (happy.id, -25), "已联系水厂冲洗管道，水质已恢复正常。").await?;
        judge(site, &happy.tracking.shown(), Score::Satisfied, None).await?;
        let silent = self.said(site, -24, Topic::Schools, "校门口上下学时车多人多，请安排人员疏导。").await?;
        self.answered(site, (silent.id, -23), "学校已会同交警在上下学时段疏导。").await?;
        self.at(site, -13);
        let reason = ReasonWanted { words: text("答复满十日，反映人没有评价。")? };
        close(site, &self.chief(), silent.id, self.version(site, silent.id).await?, &reason).await?;
        let twice = self.said(site, -22, Topic::Housing, "小区楼道灯坏了半年，物业一直不修。").await?;
        for days in [-21, -12] {
            self.answered(site, (twice.id, days), "已督促物业更换。").await?;
            judge(site, &twice.tracking.shown(), Score::Unsatisfied, Some(&text("还是不亮。")?)).await?;
        }
        let away = self.said(site, -9, Topic::Other, "我和邻居的宅基地官司，法院什么时候判？").await?;
        self.at(site, -8);
        let (seen, because) = (self.version(site, away.id).await?, text("案件正在法院审理，代表不能过问。")?);
        point_elsewhere(site, &self.chief(), away.id, seen, ("litigation", &because)).await
    }

    /// What somebody waits for.
    async fn waiting(&self, site: &Site) -> Result<(), Problem> {
        let raised = self.said(site, -7, Topic::Welfare, "村里老人吃饭难，能不能办个老年食堂？").await?;
        suggest(site, &self.deputy(), raised.id, self.version(site, raised.id).await?, None).await?;
        self.tied(site).await?;
        let heard = self.said(site, -6, Topic::Health, "卫生室周末没有人值班。").await?;
        self.answered(site, (heard.id, -5), "已与卫生院商定，周末轮流值班。").await?;
        if let Some((unit, head)) = self.unit {
            let road = self.said(site, -4, Topic::Roads, "通村公路塌方一处，雨天不敢走。").await?;
            let words = Some(text("请到现场看后答复反映人。")?);
            let wanted = AssignmentWanted { unit, treatment: Treatment::Urge, hard: true, words };
            assign(site, &self.chief(), road.id, self.version(site, road.id).await?, &wanted).await?;
            self.at(site, -3);
            sign_for(site, &self.unit_head(unit, head), road.id, self.version(site, road.id).await?).await?;
        }
        self.said(site, -1, Topic::Safety, "十字路口的路灯不亮，晚上容易出事。").await.map(drop)
    }

    /// What a deputy took up in a suggestion that was handed in.
    async fn tied(&self, site: &Site) -> Result<(), Problem> {
        let sql = Sql::new(
            "select id from v_suggestion where number is not null and congress = {} order by number, id limit 1",
        );
        let found: Option<(SuggestionId,)> = site.db().one(sql.bind(self.congress)).await?;
        let Some((suggestion,)) = found else { return Ok(()) };
        let raised = self.said(site, -8, Topic::Roads, "建议把这条路一并修好，已经跟代表说过。").await?;
        let seen = self.version(site, raised.id).await?;
        suggest(site, &self.deputy(), raised.id, seen, Some(suggestion)).await
    }

    /// Whoever heads a unit.
    fn unit_head(&self, unit: BodyId, head: AccountId) -> Actor {
        let post = Post { duty: Duty::UnitHead, body: unit, congress: self.congress, area: self.area.clone() };
        Actor { account: Some(head), posts: vec![post], ..Actor::nobody() }
    }

    /// What a unit says is not its matter.
    async fn given_back(&self, site: &Site) -> Result<(), Problem> {
        let Some((unit, head)) = self.unit else { return Ok(()) };
        let tree = self.said(site, -2, Topic::Farming, "河堤上一棵大树倒了，压在水渠上。").await?;
        let wanted = AssignmentWanted { unit, treatment: Treatment::Urge, hard: false, words: None };
        assign(site, &self.chief(), tree.id, self.version(site, tree.id).await?, &wanted).await?;
        self.at(site, -1);
        let seen = self.version(site, tree.id).await?;
        let words = text("水渠由所在乡镇管护，建议交乡镇人民政府办理。")?;
        give_back(site, &self.unit_head(unit, head), tree.id, seen, &words).await?;
        // Who said it is to be asked on the spot: the person agrees afterwards.
        agree(site, &tree.tracking.shown(), unit, true).await
    }

    /// What waits for approval, lies at 12345, came from there, or is left as a word to the deputy.
    async fn handed_over(&self, site: &Site) -> Result<(), Problem> {
        if let Some((unit, _)) = self.unit {
            let shade = self.said(site, -3, Topic::Schools, "学校门口没有候车棚，下雨天孩子淋雨。").await?;
            let words = Some(text("建议纳入明年计划。")?);
            let wanted = AssignmentWanted { unit, treatment: Treatment::Suggest, hard: true, words };
            assign(site, &self.clerk_alone(), shade.id, self.version(site, shade.id).await?, &wanted).await?;
        }
        let dark = self.said(site, -2, Topic::Water, "下水道堵了，污水流到路上。").await?;
        to_hotline(site, &self.chief(), dark.id, self.version(site, dark.id).await?, false).await?;
        self.said(site, -2, Topic::Other, "邻居的空调外机太吵，正在请村里调解，说给代表听听。").await?;
        let desk = Desk::of(site, &self.chief(), self.congress)?;
        let line = TicketLine {
            ticket: format!("GD{}0001", self.day(-2).to_string().replace('-', "")),
            area: self.area.as_str().to_owned(),
            topic: Topic::Roads.word().to_owned(),
            body: "公交站牌倒了，看不到班次。".to_owned(),
            ..TicketLine::default()
        };
        let mut tx = site.db().begin().await?;
        let mut known = Known::load(&mut tx, self.congress).await?;
        if let Ok(deed) = ticket(&mut known, &line) {
            desk.perform(&mut tx, deed).await?;
        }
        tx.commit().await?;
        Ok(())
    }

    /// Somebody of the office who may not approve.
    fn clerk_alone(&self) -> Actor {
        let post = Post { duty: Duty::Clerk, body: self.office, congress: self.congress, area: self.area.clone() };
        Actor { account: Some(self.clerk), posts: vec![post], ..Actor::nobody() }
    }

    /// Codes of an activity, and of the first stations the congress keeps.
    async fn things(&self, site: &Site) -> Result<(), Problem> {
        let fair = ThingCode {
            kind: CodeKind::Activity,
            target: None,
            name: Some(text("代表主题接待日")?),
            day: Some(self.day(7)),
            area: Some(self.area.clone()),
            place: text("政务服务中心门前")?,
        };
        things::make(site, &self.chief(), self.congress, &fair, &Once::default()).await?;
        for station in stations::kept_by(&mut site.db(), self.congress).await?.into_iter().take(2) {
            let place = text("站门口")?;
            let code = ThingCode {
                kind: CodeKind::Station,
                target: Some(station.id),
                name: None,
                day: None,
                area: None,
                place,
            };
            things::make(site, &self.chief(), self.congress, &code, &Once::default()).await?;
        }
        Ok(())
    }

    async fn answered(&self, site: &Site, (id, days): (OpinionId, i32), words: &str) -> Result<(), Problem> {
        self.at(site, days);
        site.set_now(site.now().plus_millis(3 * 3_600_000));
        let wanted = AnswerWanted { words: text(words)?, for_deputy: false };
        answer(site, &self.deputy(), id, self.version(site, id).await?, &wanted).await
    }

    async fn version(&self, site: &Site, id: OpinionId) -> Result<i64, Problem> {
        let sql = Sql::new("select version from opinion where id = {}").bind(id);
        let found: Option<(i64,)> = site.db().one(sql).await?;
        found.map(|(version,)| version).ok_or_else(Problem::missing)
    }
}

fn refused(problem: Problem) -> Fault {
    match problem {
        Problem::Fault(fault) => fault,
        other => Fault::new(format_args!("an opinion was refused: {other:?}")),
    }
}

/// Words of the demonstration.
fn text<const MAX: usize>(words: &str) -> Result<Text<MAX>, Problem> {
    Text::parse(words).map_err(|error| Fault::new(format_args!("{words}: {error}")).into())
}
