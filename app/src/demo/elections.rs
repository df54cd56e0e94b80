//! How a seat is filled again: a deputy resigns, a by-election is held and confirmed; an election of leaders that is being prepared; the change of term
//! in congresses below. Each thing through the desk, verb by verb, and the roster follows.

mod basics;
mod change;
mod leaders;
mod left;

use accounts_rules::{Actor, Duty, Post};
use elections::{
    desk::{
        candidates::{FormalListWanted, NominationWanted, NomineeWanted, fix, nominate},
        count::{CountWanted, VotesWanted, enter},
        mobile::{MobileBoxWanted, send},
        objections::{
            VoterObjectionWanted, VoterRulingWanted, VoterSuitWanted, decide as rule, receive as object, sue,
        },
        prepare::{DistrictWanted, ElectionWanted, announce, draw, open},
        primary::{PrimaryVotesWanted, PrimaryWanted, enter as prefer},
        settle::{certify, confirm},
        voters::{self, StrikingWanted, VoterWanted},
    },
    store::{Election, districts},
};
use elections_rules::{
    LeaderClass, Mode,
    election::{Against, Asked, ByBox, DistrictId, Figures, Kind, Origin, PrimaryFigures, Ruling, Struck, Way},
};
use kernel::{AccountId, AreaCode, BodyId, Day, Level, PersonId};
use kit::{Fault, Problem, Site, db::Sql, follow::catch_up, journal, web::api::Once};
use roster_rules::{ConstituencyId, MandateId, TermId};

use self::basics::basics;
use super::{
    ballots::text,
    world::{World, repeatable},
};

/// Who stands on the list.
const VOTERS: [&str; 9] = ["茅竹溪", "虞石桥", "狄秋江", "甘麦田", "卞荷塘", "祁松林", "明月湖", "计晚枫", "伏春雷"];

/// What is needed of the world to tell of it.
pub struct Polls {
    seed: u64,
    congress: BodyId,
    office: BodyId,
    area: AreaCode,
    today: Day,
}

/// Who acts, and whose seat it is.
struct Around {
    clerk: Actor,
    head: Actor,
    mandate: MandateId,
    term: TermId,
    constituency: Option<ConstituencyId>,
}

impl Polls {
    /// Remembers what is needed; nothing where everything is measured.
    pub fn of(world: &World) -> Result<Option<Self>, Fault> {
        let top = world.top()?;
        let (congress, office, area) = (top.body, top.office, top.area.clone());
        let polls = Self { seed: world.seed ^ 0x50_6F_6C_6C, congress, office, area, today: world.today };
        Ok((!world.gathered).then_some(polls))
    }

    /// Tells of it.
    pub async fn fill(self, site: &Site) -> Result<(), Fault> {
        let site = repeatable(site, self.seed, self.day(-70).start().plus_millis(36_000_000))?;
        from_here(&site).await?;
        let Some(around) = self.around(&site).await? else { return Ok(()) };
        self.changed(&site, &around).await.map_err(refused)?;
        self.at(&site, -40);
        self.resigned(&site, &around).await.map_err(refused)?;
        self.declined(&site, &around).await.map_err(refused)?;
        catch_up(&site, &[roster::FROM_ELECTIONS]).await?;
        // The voters elect in counties and towns alone.
        if matches!(self.area.level(), Level::County | Level::Township) {
            self.filled(&site, &around).await.map_err(refused)?;
        }
        self.at(&site, -3);
        if self.area.level() == Level::County {
            self.listed(&site, &around).await.map_err(refused)?;
        }
        self.prepared(&site, &around).await.map_err(refused)?;
        self.let_go(&site, &around).await.map_err(refused)?;
        catch_up(&site, &[roster::FROM_ELECTIONS]).await?;
        Ok(())
    }

    fn day(&self, from_today: i32) -> Day {
        self.today.plus_days(from_today)
    }

    fn at(&self, site: &Site, from_today: i32) {
        site.set_now(self.day(from_today).start().plus_millis(36_000_000));
    }

    /// The clerk, the head, and a deputy in office who leads no suggestion; nothing in a congress without one.
    async fn around(&self, site: &Site) -> Result<Option<Around>, Fault> {
        let sql = Sql::new("select m.id, m.term, m.constituency from v_mandate m where m.in_office = 1 and m.congress = {}")
            .bind(self.congress)
            .add(" and not exists (select 1 from v_suggestion s where s.lead = m.person)")
            .add(" and not exists (select 1 from v_cosigner c where c.person = m.person)")
            .add(" and not exists (select 1 from v_bill b where b.lead = m.person)")
            .add(" and not exists (select 1 from v_bill_signer g where g.person = m.person)")
            .add(" and not exists (select 1 from account a where a.person = m.person and a.sign_in in ('deputy', 'deputy2'))")
            .add(" and not exists (select 1 from v_mandate o where o.person = m.person and o.id <> m.id)")
            .add(" order by m.id desc limit 1");
        let found: Option<(MandateId, TermId, Option<ConstituencyId>)> = site.db().one(sql).await?;
        let Some((mandate, term, constituency)) = found else { return Ok(None) };
        let (clerk, head) =
            (self.actor(site, "clerk", Duty::Clerk).await?, self.actor(site, "chief", Duty::Chief).await?);
        Ok(Some(Around { clerk, head, mandate, term, constituency }))
    }

    async fn actor(&self, site: &Site, sign_in: &str, duty: Duty) -> Result<Actor, Fault> {
        let sql = Sql::new("select id, person, name from account where sign_in = {}").bind(sign_in);
        let found: Option<(AccountId, Option<PersonId>, String)> = site.db().one(sql).await?;
        let (account, person, name) = found.ok_or_else(|| Fault::new("the demonstration lacks an account"))?;
        let post = Post { duty, body: self.office, congress: self.congress, area: self.area.clone() };
        Ok(Actor { account: Some(account), person, name, posts: vec![post], acting_for: None })
    }

    fn wanted(&self, title: &str, kind: Kind, (term, day): (TermId, Day)) -> Result<ElectionWanted, Problem> {
        Ok(ElectionWanted {
            title: text(title)?,
            kind,
            mode: Some(Mode::Direct),
            class: None,
            term,
            seats: 1,
            day,
            method: text("选举法和本省选举实施细则")?,
            candidates: None,
            voter_days: None,
            first_days: None,
            formal_days: None,
            vacancies: Vec::new(),
        })
    }

    /// The by-election, from the announcement to the deputy who takes office.
    async fn filled(&self, site: &Site, around: &Around) -> Result<(), Problem> {
        self.at(site, -36);
        let wanted = self.wanted("补选第一选区代表", Kind::By, (around.term, self.day(-9)))?;
        let wanted = ElectionWanted { vacancies: vec![around.mandate], ..wanted };
        let it = announce(site, &around.clerk, self.congress, wanted, &Once::default()).await?;
        let district = DistrictWanted {
            name: text("第一选区")?,
            seats: 1,
            voters: 3_120,
            stations: 3,
            constituency: around.constituency,
            voter_list: Some(self.day(-31)),
            first_list: Some(self.day(-25)),
            formal_list: Some(self.day(-17)),
        };
        let place = draw(site, &around.clerk, it.id, district, &Once::default()).await?.id;
        open(site, &around.clerk, it.id).await?;
        let names = [("邬晓岚", "乡村医生"), ("柏青山", "种粮大户")];
        self.stand(site, around, (&it, place), &names).await?;
        self.carried(site, around, place).await?;
        self.at(site, -9);
        let figures = Figures {
            registered: 3_120,
            voted: 2_655,
            ballots: 2_650,
            invalid: 12,
            proxied: 41,
            most_for_one: 3,
            mobile: 2,
        };
        let votes = |name: &str, votes| Ok::<_, Problem>(VotesWanted { name: text(name)?, votes });
        let votes = vec![votes("邬晓岚", 1_512)?, votes("柏青山", 1_083)?];
        enter(site, &around.clerk, place, CountWanted { figures, votes }).await?;
        self.at(site, -8);
        certify(site, &around.head, it.id).await?;
        self.at(site, -5);
        confirm(site, &around.head, it.id).await.map(drop)
    }

    /// Two mobile boxes of the by-election, back with their ballots.
    async fn carried(&self, site: &Site, around: &Around, place: DistrictId) -> Result<(), Problem> {
        for (to, reason, ballots) in
            [("沙洲村一组至三组", ByBox::Scattered, 46), ("敬老院、卧床选民家中", ByBox::Infirm, 23)]
        {
            let wanted = MobileBoxWanted {
                place: text(to)?,
                day: self.day(-9),
                hours: text("8:00—11:30")?,
                reason,
                scrutineers: vec![text("路明川")?, text("岑雨田")?],
                handed: Some(ballots),
                returned: Some(ballots),
            };
            send(site, &around.clerk, place, wanted, &Once::default()).await?;
        }
        Ok(())
    }

    async fn nominated(
        &self,
        site: &Site,
        around: &Around,
        place: DistrictId,
        names: &[(&str, &str)],
    ) -> Result<Vec<NomineeWanted>, Problem> {
        self.put_forward(site, (around, place), names, (Origin::Party, "总工会")).await
    }

    /// The first by a party or the presidium, the others jointly.
    async fn put_forward(
        &self,
        site: &Site,
        (around, place): (&Around, DistrictId),
        names: &[(&str, &str)],
        (first, who): (Origin, &str),
    ) -> Result<Vec<NomineeWanted>, Problem> {
        let mut all = Vec::new();
        for (at, (name, note)) in (0_u32..).zip(names) {
            let (origin, by, signers) =
                if at == 0 { (first, who, None) } else { (Origin::Joint, "联名首位推荐人", Some(31)) };
            let wanted = NominationWanted {
                name: text(name)?,
                note: Some(text(note)?),
                person: None,
                origin,
                proposer: text(by)?,
                signers,
                basics: basics(at)?,
            };
            let it = nominate(site, &around.clerk, place, wanted, &Once::default()).await?;
            all.push(NomineeWanted { candidate: it.id, formal: true, votes: None });
        }
        Ok(all)
    }

    async fn stand(
        &self,
        site: &Site,
        around: &Around,
        (it, place): (&Election, DistrictId),
        names: &[(&str, &str)],
    ) -> Result<(), Problem> {
        let nominees = self.nominated(site, around, place, names).await?;
        fix(site, &around.clerk, it.id, FormalListWanted { way: Way::Whole, nominees }).await.map(drop)
    }

    /// Another by-election, whose list of voters is posted: one struck, some objected to, and a preliminary election among four.
    async fn listed(&self, site: &Site, around: &Around) -> Result<(), Problem> {
        let wanted = self.wanted("补选第二选区代表", Kind::By, (around.term, self.day(40)))?;
        let it = announce(site, &around.clerk, self.congress, wanted, &Once::default()).await?;
        let district = DistrictWanted {
            name: text("第二选区")?,
            seats: 1,
            voters: 0,
            stations: 1,
            constituency: None,
            voter_list: Some(self.day(-6)),
            first_list: None,
            formal_list: None,
        };
        let place = draw(site, &around.clerk, it.id, district, &Once::default()).await?.id;
        let mut last = None;
        for (n, name) in (1..).zip(VOTERS) {
            let wanted = VoterWanted {
                name: text(name)?,
                card: Some(text(&format!("02-{n:04}"))?),
                born: Some(self.day(-9_000 - 700 * n)),
                note: Some(text("第二选区第三选民小组")?),
            };
            last = Some(voters::add(site, &around.clerk, place, wanted, &Once::default()).await?);
        }
        if let Some(one) = last {
            voters::strike(site, &around.clerk, one.id, StrikingWanted { why: Struck::Moved }).await?;
        }
        self.objected(site, around, place).await?;
        self.preferred(site, around, (&it, place)).await
    }

    /// Four objections to that list: one upheld, one rejected, one brought to the court, one that waits longer than three days.
    async fn objected(&self, site: &Site, around: &Around, place: DistrictId) -> Result<(), Problem> {
        let said = [
            (Against::WronglyOn, "虞石桥", Some(2), "已迁往外县，户口同时迁出。", Some(Ruling::Upheld)),
            (Against::WrongFacts, "狄秋江", Some(3), "住址应当登记为第四选民小组。", Some(Ruling::Rejected)),
            (Against::LeftOut, "桑榆晚", None, "一直居住在本选区，名单上没有。", None),
            (Against::LeftOut, "倪渡口", None, "户口在外，在本选区居住一年以上。", Some(Ruling::Rejected)),
        ];
        let mut last = None;
        for (against, about, number, words, ruling) in said {
            let wanted = VoterObjectionWanted {
                against,
                objector: text("车水流")?,
                about: text(about)?,
                number,
                words: text(words)?,
                received: self.day(-5),
            };
            let it = object(site, &around.clerk, place, wanted, &Once::default()).await?;
            if let Some(ruling) = ruling {
                let reason = text("经选举委员会核对户籍和居住情况后决定。")?;
                let wanted = VoterRulingWanted { ruling, on: self.day(-3), reason, change: None };
                rule(site, &around.clerk, it.id, wanted).await?;
            }
            last = Some(it.id);
        }
        let Some(last) = last else { return Ok(()) };
        let wanted = VoterSuitWanted { on: self.day(-3), court: text("县人民法院")? };
        sue(site, &around.clerk, last, wanted).await.map(drop)
    }

    /// Four are nominated for its seat, a preliminary election puts them in order, the first two stand; a box is to go to an island.
    async fn preferred(
        &self,
        site: &Site,
        around: &Around,
        (it, place): (&Election, DistrictId),
    ) -> Result<(), Problem> {
        open(site, &around.clerk, it.id).await?;
        let names = [("郝春山", "村医"), ("蔺秋实", "教师"), ("阳小满", "合作社社员"), ("屠长林", "护林员")];
        let nominees = self.nominated(site, around, place, &names).await?;
        let votes = nominees.iter().zip([2, 5, 1, 3]);
        let wanted = PrimaryWanted {
            day: self.day(-3),
            asked: Asked::Third,
            figures: PrimaryFigures { entitled: 7, took_part: 6, handed: 6, returned: 6, invalid: 0, marks: 2 },
            votes: votes.map(|(one, votes)| PrimaryVotesWanted { candidate: one.candidate, votes }).collect(),
        };
        prefer(site, &around.clerk, place, wanted, None).await?;
        let two = nominees.into_iter().zip([false, true, false, true]);
        let nominees = two.map(|(one, formal)| NomineeWanted { formal, ..one }).collect();
        fix(site, &around.clerk, it.id, FormalListWanted { way: Way::Preliminary, nominees }).await?;
        let wanted = MobileBoxWanted {
            place: text("江心洲，接送点在渡口")?,
            day: self.day(40),
            hours: text("9:00—11:00")?,
            reason: ByBox::Scattered,
            scrutineers: vec![text("路明川")?, text("岑雨田")?],
            handed: None,
            returned: None,
        };
        send(site, &around.clerk, place, wanted, &Once::default()).await.map(drop)
    }

    /// Leaders are to be elected at the next session: two are nominated.
    async fn prepared(&self, site: &Site, around: &Around) -> Result<(), Problem> {
        let wanted = self.wanted("选举人民政府副职领导人员", Kind::Leaders, (around.term, self.day(25)))?;
        let wanted =
            ElectionWanted { class: Some(LeaderClass::Vice), method: text("第七次会议选举办法")?, ..wanted };
        let it = announce(site, &around.clerk, self.congress, wanted, &Once::default()).await?;
        open(site, &around.clerk, it.id).await?;
        let Some(place) = districts(&mut site.db(), it.id).await?.first().map(|place| place.id) else { return Ok(()) };
        let names = [("尹云溪", "拟任副职"), ("詹石泉", "现任局长")];
        self.put_forward(site, (around, place), &names, (Origin::Presidium, "大会主席团")).await.map(drop)
    }
}

/// The roster's follower begins with the facts that are told here; nothing before concerns it.
async fn from_here(site: &Site) -> Result<(), Fault> {
    let (head, _) = journal::head(site.db()).await?;
    let mut tx = site.db().begin().await?;
    let sql = Sql::new(
        "insert into follower (name, seq, at) values ({}, {}, {}) on conflict (name) do update set seq = excluded.seq",
    );
    tx.run(sql.bind(roster::FROM_ELECTIONS.name).bind(head).bind(site.now())).await?;
    tx.commit().await
}

fn refused(problem: Problem) -> Fault {
    match problem {
        Problem::Fault(fault) => fault,
        other => Fault::new(format_args!("an election was refused: {other:?}")),
    }
}
