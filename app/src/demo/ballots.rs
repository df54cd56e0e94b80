//! What the highest congress voted on, each thing through the desk, verb by verb: an election with a tie voted on again and a name written in,
//! an appointment that failed, a choice of three projects being counted, a by-election to be reported, one still being prepared.

mod hall;
mod heap;
mod ranked;

use accounts_rules::{Actor, Duty, Post};
use ballots::desk::{
    count::{ReadingsWanted, enter, read},
    prepare::{BallotSpecWanted, BallotWanted, draft},
    round::{BoxesWanted, DeclarationWanted, RoundWanted, declare, empty_boxes, open},
    settle::{announce, report},
};
use ballots_rules::{
    paper::{Assembly, BallotId, Kind, Name, Place, Reading, RoundId},
    round::{Ballot, Rule},
};
use kernel::{AccountId, AreaCode, BodyId, Day, Level, PersonId, Text};
use kit::{Fault, Problem, Site, db::Sql, web::api::Once};

use super::world::{World, repeatable};

/// What is needed of the world to tell of it.
pub struct Hall {
    seed: u64,
    congress: BodyId,
    office: BodyId,
    area: AreaCode,
    today: Day,
}

/// Who acts in the hall.
struct People {
    clerk: Actor,
    head: Actor,
    deputy: Actor,
    second: Actor,
    leader: Actor,
    deputies: u32,
}

/// A matter as it is told: title, meeting, kind, places, names.
struct Matter<'a> {
    title: &'a str,
    meeting: &'a str,
    assembly: Assembly,
    kind: Kind,
    places: u32,
    names: &'a [(&'a str, &'a str)],
    method: &'a str,
}

impl Hall {
    /// Remembers what is needed; nothing where everything is measured.
    pub fn of(world: &World) -> Result<Option<Self>, Fault> {
        let top = world.top()?;
        let (congress, office, area) = (top.body, top.office, top.area.clone());
        let hall = Self { seed: world.seed ^ 0x0056_6f74, congress, office, area, today: world.today };
        Ok((!world.gathered).then_some(hall))
    }

    /// Tells of it.
    pub async fn fill(self, site: &Site) -> Result<(), Fault> {
        let site = repeatable(site, self.seed, self.today.plus_days(-9).start().plus_millis(36_000_000))?;
        let people = self.people(&site).await?;
        self.methods(&site, &people).await.map_err(refused)?;
        self.elected(&site, &people).await.map_err(refused)?;
        // A town has no standing committee that appoints.
        if self.area.level() != Level::Township {
            self.refused(&site, &people).await.map_err(refused)?;
        }
        self.picked(&site, &people).await.map_err(refused)?;
        self.resolved(&site, &people).await.map_err(refused)?;
        self.electronic(&site, &people).await.map_err(refused)?;
        self.ranked(&site, &people).await.map_err(refused)?;
        self.prepared(&site, &people).await.map_err(refused).map(drop)
    }

    async fn people(&self, site: &Site) -> Result<People, Fault> {
        let deputies = roster_views::deputies(&mut site.db(), self.congress).await?;
        Ok(People {
            clerk: self.actor(site, "clerk", Duty::Clerk).await?,
            head: self.actor(site, "chief", Duty::Chief).await?,
            deputy: self.actor(site, "deputy", Duty::Deputy).await?,
            second: self.actor(site, "deputy2", Duty::Deputy).await?,
            leader: self.actor(site, "leader", Duty::Leader).await?,
            deputies: u32::try_from(deputies).unwrap_or(0),
        })
    }

    async fn actor(&self, site: &Site, sign_in: &str, duty: Duty) -> Result<Actor, Fault> {
        let sql = Sql::new("select id, person, name from account where sign_in = {}").bind(sign_in);
        let found: Option<(AccountId, Option<PersonId>, String)> = site.db().one(sql).await?;
        let (account, person, name) = found.ok_or_else(|| Fault::new("the demonstration lacks an account"))?;
        let body = if duty == Duty::Deputy { self.congress } else { self.office };
        let post = Post { duty, body, congress: self.congress, area: self.area.clone() };
        Ok(Actor { account: Some(account), person, name, posts: vec![post], acting_for: None })
    }

    async fn drafted(&self, site: &Site, people: &People, matter: &Matter<'_>) -> Result<BallotId, Problem> {
        let name = |(name, note): &(&str, &str)| {
            let note = if note.is_empty() { None } else { Some(text(note)?) };
            Ok::<_, Problem>(Name { name: text(name)?, note, person: None })
        };
        let spec = BallotSpecWanted {
            assembly: matter.assembly,
            kind: matter.kind,
            names: matter.names.iter().map(name).collect::<Result<_, _>>()?,
            places: Some(matter.places),
            method: Some(text(matter.method)?),
            rule: None,
        };
        let day = site.today();
        let wanted = BallotWanted { title: text(matter.title)?, meeting: text(matter.meeting)?, day, spec };
        Ok(draft(site, &people.clerk, self.congress, wanted, &Once::default()).await?.id)
    }

    /// Opens the round that is due: the clerk and a deputy count, a member of the chairpersons' meeting leads.
    async fn opened(&self, site: &Site, people: &People, ballot: BallotId, members: u32) -> Result<RoundId, Problem> {
        let account = |actor: &Actor| actor.account.ok_or(Problem::SignIn);
        let wanted = RoundWanted {
            members,
            present: members,
            counters: vec![account(&people.clerk)?, account(&people.second)?, account(&people.deputy)?],
            chief: account(&people.leader)?,
            names: None,
        };
        let round = open(site, &people.clerk, ballot, wanted, &Once::default()).await?.id;
        for teller in [&people.clerk, &people.second, &people.leader] {
            declare(site, teller, round, DeclarationWanted { near: false }).await?;
        }
        Ok(round)
    }

    /// Empties one box with these ballots and lets the tellers enter its bundles.
    async fn counted(
        &self,
        site: &Site,
        (people, tellers): (&People, &[&Actor]),
        round: RoundId,
        (rule, names, heap): (&Rule, &[&str], &[Ballot]),
    ) -> Result<(), Problem> {
        let all = u32::try_from(heap.len()).unwrap_or(0);
        let boxes = BoxesWanted { handed_out: all, spoiled: 0, returned: vec![all] };
        empty_boxes(site, &people.clerk, round, boxes).await?;
        for (n, bundle) in (1..).zip(heap.chunks(50)) {
            for teller in tellers {
                let sheet = heap::sheet(rule, names, bundle)?;
                enter(site, teller, round, Place { box_no: 1, n }, sheet).await?;
            }
        }
        Ok(())
    }

    async fn settled(&self, site: &Site, people: &People, round: RoundId) -> Result<(), Problem> {
        report(site, &people.leader, round).await?;
        announce(site, &people.head, round).await.map(drop)
    }

    /// Two seats, three candidates: one elected, two tied, voted on again.
    async fn elected(&self, site: &Site, people: &People) -> Result<(), Problem> {
        let names = [("周望城", ""), ("吴澧水", ""), ("郑沅江", "")];
        let matter = Matter {
            title: "选举人民政府副职领导人员",
            meeting: "第六次会议第三次全体会议",
            assembly: Assembly::Congress,
            kind: Kind::Election,
            places: 2,
            names: &names,
            method: "第六次会议选举办法",
        };
        let ballot = self.drafted(site, people, &matter).await?;
        let first = self.opened(site, people, ballot, people.deputies).await?;
        let tellers = [&people.clerk, &people.second];
        let listed = names.map(|(name, _)| name);
        let heap = heap::tied(people.deputies);
        self.counted(site, (people, &tellers), first, (&Rule::assembly(2), &listed, &heap)).await?;
        let meant = |written: &str| Reading { written: written.to_owned(), meant: Some("冯晓溪".to_owned()) };
        let readings = vec![meant("冯小溪"), meant("冯晓溪")];
        read(site, &people.leader, first, ReadingsWanted { readings }).await?;
        self.settled(site, people, first).await?;
        let second = self.opened(site, people, ballot, people.deputies).await?;
        let heap = heap::of_two(people.deputies);
        let [_, one, other] = listed;
        self.counted(site, (people, &tellers), second, (&Rule::most_votes(1), &[one, other], &heap)).await?;
        self.settled(site, people, second).await
    }

    /// Of two to be appointed one lacks a vote.
    async fn refused(&self, site: &Site, people: &People) -> Result<(), Problem> {
        let names = [("陈柳叶", "任民政局局长"), ("褚湖光", "任水利局局长")];
        let matter = Matter {
            title: "任命人民政府组成人员",
            meeting: "常务委员会第三十次会议",
            assembly: Assembly::Committee,
            kind: Kind::Decision,
            places: 2,
            names: &names,
            method: "常务委员会人事任免表决办法",
        };
        let ballot = self.drafted(site, people, &matter).await?;
        let round = self.opened(site, people, ballot, 23).await?;
        let rule = Kind::Decision.usual(Assembly::Committee, 2);
        let listed = names.map(|(name, _)| name);
        let tellers = [&people.clerk, &people.second];
        self.counted(site, (people, &tellers), round, (&rule, &listed, &heap::short())).await?;
        self.settled(site, people, round).await
    }

    /// Three of five projects: one teller has entered the first bundle, another has not declared.
    async fn picked(&self, site: &Site, people: &People) -> Result<(), Problem> {
        let names = [
            ("新建公办幼儿园一所", ""),
            ("改造农村公路二十公里", ""),
            ("老旧小区加装电梯", ""),
            ("建设村级互助养老点", ""),
            ("安全饮水提质改造", ""),
        ];
        let matter = Matter {
            title: "票决民生实事项目",
            meeting: "第六次会议第四次全体会议",
            assembly: Assembly::Congress,
            kind: Kind::Pick,
            places: 3,
            names: &names,
            method: "民生实事项目票决办法",
        };
        let ballot = self.drafted(site, people, &matter).await?;
        let round = self.opened(site, people, ballot, people.deputies).await?;
        let rule = Kind::Pick.usual(Assembly::Congress, 3);
        let listed = names.map(|(name, _)| name);
        let heap = heap::three_of_five(people.deputies);
        self.counted(site, (people, &[]), round, (&rule, &listed, &heap)).await?;
        let sheet = heap::sheet(&rule, &listed, heap.chunks(50).next().unwrap_or_default())?;
        enter(site, &people.second, round, Place { box_no: 1, n: 1 }, sheet).await.map(drop)
    }

    /// All bundles agree; the chief teller has two spellings to resolve.
    async fn resolved(&self, site: &Site, people: &People) -> Result<(), Problem> {
        let names = [("蒋洞庭", "现任代理正职")];
        let matter = Matter {
            title: "补选人民政府正职领导人员",
            meeting: "第六次会议第五次全体会议",
            assembly: Assembly::Congress,
            kind: Kind::Election,
            places: 1,
            names: &names,
            method: "第六次会议补选办法",
        };
        let ballot = self.drafted(site, people, &matter).await?;
        let round = self.opened(site, people, ballot, people.deputies).await?;
        let heap = heap::by_election(people.deputies);
        let tellers = [&people.clerk, &people.second];
        self.counted(site, (people, &tellers), round, (&Rule::assembly(1), &["蒋洞庭"], &heap)).await
    }

    async fn prepared(&self, site: &Site, people: &People) -> Result<BallotId, Problem> {
        let matter = Matter {
            title: "通过代表大会议事规则",
            meeting: "第七次会议第一次全体会议",
            assembly: Assembly::Congress,
            kind: Kind::Decision,
            places: 1,
            names: &[("代表大会议事规则（草案）", "")],
            method: "第七次会议表决办法",
        };
        self.drafted(site, people, &matter).await
    }
}

fn refused(problem: Problem) -> Fault {
    match problem {
        Problem::Fault(fault) => fault,
        other => Fault::new(format_args!("a ballot was refused: {other:?}")),
    }
}

/// Words of the demonstration.
pub(super) fn text<const MAX: usize>(words: &str) -> Result<Text<MAX>, Problem> {
    Text::parse(words).map_err(|error| Fault::new(format_args!("{words}: {error}")).into())
}
