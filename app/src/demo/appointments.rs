//! Offices of the highest congress and who holds them; several appointed, one refused once and proposed again, one on the coming agenda, one
//! removed, one acting, a draft; each thing through the desk, verb by verb.

use accounts_rules::{Actor, Duty, Post};
use appointments::desk::{
    add::{self, DocumentWanted, ExamWanted, SpeechWanted},
    decide::{self, AgendaWanted, AnnouncementWanted, AppointmentVote},
    draft::{self, AppointeeWanted, AppointmentWanted},
    elected::{self, ElectedOfficeWanted},
    follow::{self, AppointmentLetter, FilingWanted, OathWanted},
    of,
    seats::{self, HolderWanted, SeatWanted},
};
use appointments_rules::{
    AppointeeId, AppointmentId, Document, How, Kind, Nominator, OathForm, Office, SeatId, Speech,
};
use kernel::{AccountId, AreaCode, BodyId, Day, Level, PersonId};
use kit::{
    Fault, Problem, Site,
    db::Sql,
    paper::{Block, Layout, Paper},
    web::api::Once,
};
use uuid::Uuid;

use super::{
    ballots::text,
    world::{World, repeatable},
};

/// What is needed of the world to tell of it.
pub struct Register {
    seed: u64,
    congress: BodyId,
    office: BodyId,
    area: AreaCode,
    today: Day,
}

/// Who acts, and on which site.
struct Desk<'a> {
    site: &'a Site,
    congress: BodyId,
    clerk: Actor,
    head: Actor,
}

const OFFICES: [(&str, Office, u32); 9] = [
    ("人民政府正职", Office::GovernmentHead, 1),
    ("人民政府副职", Office::GovernmentViceHead, 4),
    ("教育局局长", Office::GovernmentMember, 1),
    ("民政局局长", Office::GovernmentMember, 1),
    ("水利局局长", Office::GovernmentMember, 1),
    ("财政局局长", Office::GovernmentMember, 1),
    ("监察委员会委员", Office::SupervisionMember, 3),
    ("人民法院副院长", Office::Judge, 2),
    ("常委会办公室主任", Office::WorkOrganHead, 1),
];

/// Who holds what from the start: office, name.
const HOLDERS: [(&str, &str, How); 6] = [
    ("人民政府副职", "周望城", How::Elected),
    ("人民政府副职", "吴澧水", How::Elected),
    ("财政局局长", "郑沅江", How::Appointed),
    ("监察委员会委员", "孙桃溪", How::Appointed),
    ("人民法院副院长", "钱岳麓", How::Appointed),
    ("常委会办公室主任", "何耒阳", How::Appointed),
];

impl Register {
    /// Remembers what is needed; nothing where everything is measured.
    pub fn of(world: &World) -> Result<Option<Self>, Fault> {
        let top = world.top()?;
        let (congress, office, area) = (top.body, top.office, top.area.clone());
        let register = Self { seed: world.seed ^ 0x0052_656E, congress, office, area, today: world.today };
        // A town has no standing committee that appoints.
        Ok((!world.gathered && register.area.level() != Level::Township).then_some(register))
    }

    /// Tells of it.
    pub async fn fill(&self, site: &Site) -> Result<(), Fault> {
        let site = repeatable(site, self.seed, self.today.plus_days(-30).start().plus_millis(36_000_000))?;
        let clerk = self.actor(&site, "clerk", Duty::Clerk).await?;
        let head = self.actor(&site, "chief", Duty::Chief).await?;
        let desk = Desk { site: &site, congress: self.congress, clerk, head };
        self.told(&desk).await.map_err(|problem| match problem {
            Problem::Fault(fault) => fault,
            other => Fault::new(format_args!("an appointment was refused: {other:?}")),
        })
    }

    /// Says which office the elections of leaders fill, once they are there.
    pub async fn named(self, site: &Site) -> Result<(), Fault> {
        let site = repeatable(site, self.seed ^ 0x0045_6C63, self.today.plus_days(-1).start().plus_millis(36_000_000))?;
        let clerk = self.actor(&site, "clerk", Duty::Clerk).await?;
        let head = self.actor(&site, "chief", Duty::Chief).await?;
        let desk = Desk { site: &site, congress: self.congress, clerk, head };
        desk.elected("人民政府副职").await.map_err(|problem| match problem {
            Problem::Fault(fault) => fault,
            other => Fault::new(format_args!("an office was not named: {other:?}")),
        })
    }

    async fn actor(&self, site: &Site, sign_in: &str, duty: Duty) -> Result<Actor, Fault> {
        let sql = Sql::new("select id, person, name from account where sign_in = {}").bind(sign_in);
        let found: Option<(AccountId, Option<PersonId>, String)> = site.db().one(sql).await?;
        let (account, person, name) = found.ok_or_else(|| Fault::new("the demonstration lacks an account"))?;
        let post = Post { duty, body: self.office, congress: self.congress, area: self.area.clone() };
        Ok(Actor { account: Some(account), person, name, posts: vec![post], acting_for: None })
    }

    async fn told(&self, desk: &Desk<'_>) -> Result<(), Problem> {
        for (ordinal, (name, office, quota)) in (1..).zip(OFFICES) {
            let (name, quota, vice) = (text(name)?, Some(quota), name.contains('副'));
            let wanted = SeatWanted { name, office, quota, by_term: true, vice, ordinal, closed: None };
            seats::add(desk.site, &desk.clerk, self.congress, wanted, &Once::default()).await?;
        }
        for (office, name, how) in HOLDERS {
            let since = self.today.plus_days(-900);
            let new = Some(person(name, "")?);
            let wanted = HolderWanted { appointee: None, new, since, how, note: None };
            seats::enter(desk.site, &desk.clerk, desk.seat(office).await?, wanted, &Once::default()).await?;
        }
        let first = desk.proposed(Kind::Appoint, "教育局局长", "李春山").await?;
        let second = desk.proposed(Kind::Appoint, "水利局局长", "褚湖光").await?;
        let failed = desk.proposed(Kind::Appoint, "民政局局长", "陈柳叶").await?;
        let removed = desk.proposed(Kind::Remove, "财政局局长", "郑沅江").await?;
        let acting = desk.proposed(Kind::Acting, "人民政府正职", "周望城").await?;
        let meets = self.today.plus_days(-9);
        for id in [first, second, failed, removed, acting] {
            desk.listed(id, "常务委员会第三十次会议", meets).await?;
        }
        desk.site.set_now(meets.start().plus_millis(50_400_000));
        desk.voted(first, 22).await?;
        desk.voted(second, 18).await?;
        desk.voted(failed, 11).await?;
        desk.voted(removed, 21).await?;
        desk.voted(acting, 23).await?;
        for id in [first, second, removed, acting] {
            desk.announced(id).await?;
        }
        desk.sworn(first).await?;
        desk.lettered(second).await?;
        desk.site.set_now(self.today.plus_days(-2).start().plus_millis(36_000_000));
        let again = desk.proposed(Kind::Appoint, "民政局局长", "陈柳叶").await?;
        desk.filed(again, 1, ("关于提请任命的议案", "提请任命陈柳叶为民政局局长，请予审议。")).await?;
        desk.filed(again, 3, ("考察材料（送审稿）", "该同志政治坚定，熟悉民政工作，拟任民政局局长。")).await?;
        desk.filed(again, 3, ("考察材料", "该同志政治坚定，熟悉民政工作，群众基础好，拟任民政局局长。")).await?;
        desk.listed(again, "常务委员会第三十一次会议", self.today.plus_days(12)).await?;
        let dismissed = desk.proposed(Kind::Dismiss, "监察委员会委员", "孙桃溪").await?;
        desk.listed(dismissed, "常务委员会第三十一次会议", self.today.plus_days(12)).await?;
        desk.drafted(Kind::Appoint, "监察委员会委员", "冯晓溪").await?;
        Ok(())
    }
}

fn person(name: &str, post: &str) -> Result<AppointeeWanted, Problem> {
    let post = if post.is_empty() { None } else { Some(text(post)?) };
    Ok(AppointeeWanted { name: text(name)?, post, born: None, person: None })
}

const fn proposer(kind: Kind, office: Office) -> Nominator {
    match (kind, office) {
        (Kind::Acting | Kind::Dismiss | Kind::Resign, _) => Nominator::Chairpersons,
        (_, Office::SupervisionMember) => Nominator::SupervisionDirector,
        (_, Office::Judge) => Nominator::CourtPresident,
        (_, Office::WorkOrganHead) => Nominator::Chairpersons,
        _ => Nominator::GovernmentHead,
    }
}

impl Desk<'_> {
    /// The elections of vice heads fill this office.
    async fn elected(&self, office: &str) -> Result<(), Problem> {
        let seat = self.seat(office).await?;
        for it in appointments::queries::leader_elections(&mut self.site.db(), self.congress).await? {
            if it.title.contains(office) {
                elected::name_office(self.site, &self.clerk, it.id, ElectedOfficeWanted { seat }).await?;
            }
        }
        Ok(())
    }

    async fn seat(&self, name: &str) -> Result<SeatId, Problem> {
        let sql = Sql::new("select id from appointment_seat where congress = {} and name = {}").bind(self.congress);
        let found: Option<(SeatId,)> = self.site.db().one(sql.bind(name)).await?;
        Ok(found.ok_or_else(|| Fault::new("the demonstration lacks an office"))?.0)
    }

    async fn known(&self, name: &str) -> Result<Option<AppointeeId>, Fault> {
        let sql = Sql::new("select id from appointee where congress = {} and name = {}").bind(self.congress).bind(name);
        Ok(self.site.db().one::<(AppointeeId,)>(sql).await?.map(|(id,)| id))
    }

    async fn at(&self, id: AppointmentId) -> Result<(AppointmentId, i64), Problem> {
        Ok((id, of(self.site, &self.clerk, id).await?.0.version))
    }

    async fn drafted(&self, kind: Kind, office: &str, name: &str) -> Result<AppointmentId, Problem> {
        let appointee = self.known(name).await?;
        let new = if appointee.is_some() { None } else { Some(person(name, &format!("副职（拟任{office}）"))?) };
        let law = OFFICES.iter().find(|(known, ..)| *known == office).map_or(Office::GovernmentMember, |it| it.1);
        let wanted = AppointmentWanted {
            kind,
            seat: self.seat(office).await?,
            appointee,
            new,
            proposer: proposer(kind, law),
            reason: text("根据工作需要提请。")?,
            signers: None,
        };
        Ok(draft::draft(self.site, &self.clerk, self.congress, wanted, &Once::default()).await?.it.id)
    }

    /// Drafted, with its documents and a mark, and handed in.
    async fn proposed(&self, kind: Kind, office: &str, name: &str) -> Result<AppointmentId, Problem> {
        let id = self.drafted(kind, office, name).await?;
        let documents: &[(Document, &str)] = match kind {
            Kind::Remove => &[(Document::Proposal, "关于提请免职的议案"), (Document::Reasons, "免职理由")],
            Kind::Appoint => &[
                (Document::Proposal, "关于提请任命的议案"),
                (Document::Form, "干部任免审批表"),
                (Document::Background, "拟任职人员基本情况和考察材料"),
            ],
            Kind::Dismiss => &[(Document::Dismissal, "关于撤销监察委员会委员职务的撤职案")],
            _ => &[(Document::Proposal, "关于提请决定代理的议案")],
        };
        for (document, title) in documents {
            let wanted = DocumentWanted { document: *document, title: text(title)?, mark: None, day: None };
            add::document(self.site, &self.clerk, self.at(id).await?, wanted).await?;
        }
        if kind == Kind::Appoint {
            let exam = ExamWanted { day: self.site.today(), score: 86 };
            add::exam(self.site, &self.clerk, self.at(id).await?, exam).await?;
        }
        draft::submit(self.site, &self.clerk, self.at(id).await?).await?;
        Ok(id)
    }

    /// Sends the file of a document, or the next version of it.
    async fn filed(&self, id: AppointmentId, n: i64, (name, words): (&str, &str)) -> Result<(), Problem> {
        let paper = Paper { blocks: vec![Block::text(words)], ..Paper::new(Layout::Form, name) };
        let bytes = axum::body::Bytes::from(paper.docx()?);
        let file = appointments::files::take_in(self.site, "file", (&format!("{name}.docx"), bytes)).await?;
        add::file(self.site, &self.clerk, self.at(id).await?, (n, file)).await
    }

    async fn listed(&self, id: AppointmentId, meeting: &str, day: Day) -> Result<(), Problem> {
        draft::examine(self.site, &self.clerk, self.at(id).await?).await?;
        decide::put_on(self.site, &self.head, self.at(id).await?, AgendaWanted { meeting: text(meeting)?, day }).await
    }

    /// What was said before it, and the vote: as the paper ballots have it where the person stands on them, else by figures.
    async fn voted(&self, id: AppointmentId, yes: u32) -> Result<(), Problem> {
        let (kept, _) = of(self.site, &self.clerk, id).await?;
        if kept.it.matter.kind == Kind::Appoint {
            let words = text("如获任命，将依法履职，接受人大及其常委会监督。")?;
            let said = SpeechWanted { speech: Speech::Statement, who: text("拟任职人员")?, words };
            add::speech(self.site, &self.clerk, self.at(id).await?, said).await?;
        }
        let sql = Sql::new("select r.round from v_ballot_result r join appointee e on e.name = r.name where e.id = {}")
            .bind(kept.it.matter.person)
            .add(" and r.congress = {} and r.kind = 'decision' order by r.round limit 1")
            .bind(self.congress);
        let round: Option<(Uuid,)> = self.site.db().one(sql).await?;
        let vote = match round {
            Some((round,)) => AppointmentVote { round: Some(round), ..AppointmentVote::default() },
            None => AppointmentVote {
                round: None,
                members: Some(23),
                present: Some(23),
                yes: Some(yes),
                no: Some(23 - yes),
                abstain: Some(0),
            },
        };
        decide::vote(self.site, &self.head, self.at(id).await?, vote).await
    }

    async fn announced(&self, id: AppointmentId) -> Result<(), Problem> {
        let wanted = AnnouncementWanted { day: self.site.today() };
        decide::announce(self.site, &self.head, self.at(id).await?, wanted).await
    }

    async fn lettered(&self, id: AppointmentId) -> Result<(), Problem> {
        let wanted = AppointmentLetter { day: self.site.today(), signed: text("魏资水")? };
        follow::letter(self.site, &self.clerk, self.at(id).await?, wanted).await
    }

    async fn sworn(&self, id: AppointmentId) -> Result<(), Problem> {
        self.lettered(id).await?;
        let day = self.site.today();
        let (place, witness) = (text("常委会会议厅")?, Some(text("魏资水")?));
        let oath = OathWanted { day, form: OathForm::Alone, place, led: None, witness };
        follow::oath(self.site, &self.clerk, self.at(id).await?, oath).await?;
        let filing = FilingWanted { day, with: text("上一级人民政府")? };
        follow::file(self.site, &self.clerk, self.at(id).await?, filing).await
    }
}
