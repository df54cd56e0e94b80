//! An election is announced; its districts are drawn, voters counted, days of posting kept.

use accounts_rules::{Actor, Right};
use elections_rules::{
    Days, LeaderClass, Mode,
    election::{DistrictId, ElectionId, Fact, Kind, MOST_SEATS, MOST_VOTERS, NoticeKind, Refusal, Stage, Verb, fixed},
    election_calendar,
};
use kernel::{BodyId, Day, Text};
use kit::{
    Fault, Problem, Site,
    db::{Ask, Sql, Tx},
    journal,
    paper::written,
    web::{Errors, Wrong, api::Once},
};
use roster_rules::{ConstituencyId, MandateId, TermId};
use roster_views::{body_name, deputies};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    district_seen::unchanged,
    publish::{ZH, publish},
    recorded,
    seated::{MOST_VACANCIES, fill, seated},
    taken::{Taken, refused},
};
use crate::store::{
    District, Election, begin_district, begin_election, districts, listed, read_district, read_election, save_district,
};

/// An election as it is announced.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ElectionWanted {
    /// At most 80 characters.
    #[schema(value_type = String)]
    pub title: Text<80>,
    /// `direct`, `indirect`, `leaders` or `by_election`.
    #[schema(value_type = String)]
    pub kind: Kind,
    /// Who votes in a by-election: `direct` or `indirect`; of other kinds it follows.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub mode: Option<Mode>,
    /// Of leaders: `chief`, `vice` or `member`.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub class: Option<LeaderClass>,
    /// The term of the seats: of the own congress, or of the one above where the congress elects deputies.
    #[schema(value_type = uuid::Uuid)]
    pub term: TermId,
    /// How many are to be elected, at most 1,000.
    pub seats: u32,
    /// Election day.
    #[schema(value_type = String, format = Date)]
    pub day: Day,
    /// The method it follows, at most 200 characters.
    #[schema(value_type = String)]
    pub method: Text<200>,
    /// How many stand, where the method of the congress fixes it (选举办法): for deputies of the congress above, vices and members.
    #[serde(default)]
    pub candidates: Option<u32>,
    /// Days before the election on which the list of voters is posted; fewer than 20 in a by-election alone.
    #[serde(default)]
    pub voter_days: Option<u16>,
    /// The same for the first list of candidates: 15.
    #[serde(default)]
    pub first_days: Option<u16>,
    /// The same for the formal list: 7.
    #[serde(default)]
    pub formal_days: Option<u16>,
    /// The ended mandates a by-election fills.
    #[serde(default)]
    #[schema(value_type = Vec<uuid::Uuid>)]
    pub vacancies: Vec<MandateId>,
}

/// A district.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DistrictWanted {
    /// At most 60 characters.
    #[schema(value_type = String)]
    pub name: Text<60>,
    /// How many it elects.
    pub seats: u32,
    /// Registered voters.
    pub voters: u32,
    /// 投票站.
    #[serde(default)]
    pub stations: u32,
    /// The district of the roster, where it is one.
    #[serde(default)]
    #[schema(value_type = Option<uuid::Uuid>)]
    pub constituency: Option<ConstituencyId>,
    /// The day the list of voters was posted.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub voter_list: Option<Day>,
    /// The day the first list of candidates was posted.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub first_list: Option<Day>,
    /// The day the formal list was posted.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub formal_list: Option<Day>,
}

impl ElectionWanted {
    /// Who votes.
    pub(super) fn mode(&self) -> Mode {
        match self.kind {
            Kind::Direct => Mode::Direct,
            Kind::Indirect | Kind::Leaders => Mode::Indirect,
            Kind::By if self.class.is_some() => Mode::Indirect,
            Kind::By => self.mode.unwrap_or(Mode::Direct),
        }
    }

    fn days(&self) -> Days {
        let law = Days::default();
        Days {
            voter_list: self.voter_days.unwrap_or(law.voter_list).min(365),
            first_list: self.first_days.unwrap_or(law.first_list).min(365),
            formal_list: self.formal_days.unwrap_or(law.formal_list).min(365),
        }
    }

    fn fits(&self) -> Result<(), Refusal> {
        if !(1..=MOST_SEATS).contains(&self.seats) || self.vacancies.len() > MOST_VACANCIES {
            return Err(Refusal::Seats);
        }
        let classed = match self.kind {
            Kind::Leaders => self.class.is_some(),
            Kind::By => true,
            Kind::Direct | Kind::Indirect => self.class.is_none(),
        };
        if classed { Ok(()) } else { Err(Refusal::Class) }
    }
}

/// Announces an election.
///
/// # Errors
/// When it cannot be held so.
pub async fn announce(
    site: &Site,
    actor: &Actor,
    congress: BodyId,
    wanted: ElectionWanted,
    once: &Once,
) -> Result<Election, Problem> {
    actor.may(Right::ElectionKeep, congress)?;
    let account = actor.account.ok_or(Problem::SignIn)?;
    let id = site.new_id();
    let mut tx = site.db().begin().await?;
    if let Some(before) = once.claim(&mut tx, site, account, &wanted, id).await? {
        drop(tx);
        return read_election(&mut site.db(), before).await?.ok_or_else(Problem::missing);
    }
    wanted.fits().map_err(refused)?;
    let (mode, days) = (wanted.mode(), wanted.days());
    election_calendar(&site.calendar(), Some(wanted.day), None, wanted.kind == Kind::By, days)?;
    let seated = seated(&mut tx, congress, &wanted).await?;
    let it = Election {
        id,
        congress,
        seated,
        term: wanted.term,
        kind: wanted.kind,
        mode,
        class: wanted.class,
        title: wanted.title,
        seats: wanted.seats,
        day: wanted.day,
        days,
        method: wanted.method,
        ballot: None,
        stage: Stage::Announced,
        reason: None,
        certified: None,
        confirmed: None,
        made: site.now(),
        version: 1,
        follows: None,
        candidates: wanted.candidates,
    };
    if let Some(number) = it.candidates {
        fixed(it.contesting(), it.seats, number)?;
    }
    begin_election(&mut tx, &it).await?;
    if mode == Mode::Indirect {
        whole_congress(&mut tx, site, &it).await?;
    }
    fill(&mut tx, &it, &wanted.vacancies).await?;
    told(&mut tx, site, &it).await?;
    let fact = Fact::Announced { kind: it.kind, term: it.term, seats: it.seats, day: it.day };
    journal::append(&mut tx, recorded(site, actor, congress, id.uuid(), fact)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(it)
}

/// The one district of a congress that votes itself.
pub(super) async fn whole_congress(tx: &mut Tx, site: &Site, it: &Election) -> Result<(), Problem> {
    let all = deputies(tx, it.congress).await?;
    let district = District {
        id: site.new_id(),
        election: it.id,
        n: 1,
        name: Text::parse(&ZH.t("elections-all-deputies"))
            .map_err(|error| Fault::caused("a word of ours is no name", error))?,
        constituency: None,
        seats: it.seats,
        voters: u32::try_from(all).unwrap_or(0),
        stations: 1,
        voter_list: None,
        first_list: None,
        formal_list: None,
    };
    Ok(begin_district(tx, &district).await?)
}

pub(super) async fn told(tx: &mut Tx, site: &Site, it: &Election) -> Result<(), Problem> {
    let congress = body_name(tx, it.congress).await?;
    let values = [
        ("title", it.title.to_string()),
        ("congress", congress),
        ("day", written(it.day)),
        ("seats", it.seats.to_string()),
        ("method", it.method.to_string()),
    ];
    let title = ZH.tf("elections-notice-announced-title", &values);
    let body = ZH.tf(
        if it.mode == Mode::Direct {
            "elections-notice-announced-direct"
        } else {
            "elections-notice-announced-indirect"
        },
        &values,
    );
    Ok(publish(tx, site, (NoticeKind::Announced, it.id.uuid(), it.congress), (&title, &body)).await?)
}

fn check(wanted: &DistrictWanted) -> Result<(), Refusal> {
    if !(1..=MOST_SEATS).contains(&wanted.seats) {
        return Err(Refusal::Seats);
    }
    if wanted.voters > MOST_VOTERS || wanted.stations > MOST_VOTERS { Err(Refusal::Voters) } else { Ok(()) }
}

async fn free_name(
    ask: &mut impl Ask,
    election: ElectionId,
    own: Option<DistrictId>,
    name: &Text<60>,
) -> Result<(), Problem> {
    let found = districts(ask, election).await?;
    if found.iter().any(|one| one.name == *name && Some(one.id) != own) {
        return Err(Errors::one("name", Wrong::new("elections-wrong-district-name")).into());
    }
    Ok(())
}

/// Draws a district.
///
/// # Errors
/// When the election is one of a congress that votes itself, or is past its candidates.
pub async fn draw(
    site: &Site,
    actor: &Actor,
    id: ElectionId,
    wanted: DistrictWanted,
    once: &Once,
) -> Result<District, Problem> {
    let mut taken = Taken::begin(site, actor, id, (Right::ElectionKeep, Verb::Arrange)).await?;
    let account = actor.account.ok_or(Problem::SignIn)?;
    let district: DistrictId = site.new_id();
    if let Some(before) = once.claim(&mut taken.tx, site, account, &wanted, district).await? {
        drop(taken);
        return read_district(&mut site.db(), before).await?.ok_or_else(Problem::missing);
    }
    if taken.it.mode == Mode::Indirect {
        return Err(refused(Refusal::ByBallot));
    }
    if taken.it.stage == Stage::Fixed {
        return Err(refused(Refusal::Stage { stage: taken.it.stage }));
    }
    check(&wanted).map_err(refused)?;
    free_name(&mut taken.tx, id, None, &wanted.name).await?;
    if let Some(constituency) = wanted.constituency {
        let sql = Sql::new("select 1 from v_constituency where id = {} and term = {}");
        let sql = sql.bind(constituency).bind(taken.it.term);
        if taken.tx.one::<(i64,)>(sql).await?.is_none() {
            return Err(Errors::one("constituency", Wrong::new("elections-wrong-constituency")).into());
        }
    }
    let n = districts(&mut taken.tx, id).await?.last().map_or(1, |last| last.n + 1);
    let DistrictWanted { name, seats, voters, stations, constituency, voter_list, first_list, formal_list } = wanted;
    let it = District {
        id: district,
        election: id,
        n,
        name,
        constituency,
        seats,
        voters,
        stations,
        voter_list,
        first_list,
        formal_list,
    };
    begin_district(&mut taken.tx, &it).await?;
    taken.finish(Fact::DistrictDrawn { district }).await?;
    Ok(it)
}

/// Keeps seats, voters and days of posting of a district.
///
/// # Errors
/// When the election is past it. With both, when the district was kept otherwise since the caller had `seen` it.
pub async fn keep(
    site: &Site,
    actor: &Actor,
    id: DistrictId,
    wanted: DistrictWanted,
    seen: Option<i64>,
) -> Result<District, Problem> {
    let election = district(site, actor, id, Some(Right::ElectionKeep)).await?.0.election;
    let mut taken = Taken::begin(site, actor, election, (Right::ElectionKeep, Verb::Arrange)).await?;
    let was = read_district(&mut taken.tx, id).await?.ok_or_else(Problem::missing)?;
    check(&wanted).map_err(refused)?;
    free_name(&mut taken.tx, was.election, Some(id), &wanted.name).await?;
    let DistrictWanted { name, seats, voters, stations, voter_list, first_list, formal_list, .. } = wanted;
    // A list of voters counts them.
    let voters = listed(&mut taken.tx, id).await?.unwrap_or(voters);
    // A formal list that is fixed was fixed for so many seats.
    let seats = if taken.it.stage == Stage::Fixed || taken.it.mode == Mode::Indirect { was.seats } else { seats };
    let it = District { name, seats, voters, stations, voter_list, first_list, formal_list, ..was.clone() };
    unchanged(&was, &it, seen)?;
    save_district(&mut taken.tx, &it).await?;
    taken.finish(Fact::DistrictKept { district: id }).await?;
    Ok(it)
}

/// A district with its election, for who may see it, or hold a right over it.
///
/// # Errors
/// As if there were none, for anybody else.
pub async fn district(
    site: &Site,
    actor: &Actor,
    id: DistrictId,
    right: Option<Right>,
) -> Result<(District, Election), Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let district = read_district(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    let election = super::of(site, actor, district.election).await?;
    if let Some(right) = right {
        actor.may(right, election.congress)?;
    }
    Ok((district, election))
}

/// Opens the nominations: the districts have all seats.
///
/// # Errors
/// When they have not, or nominations are open.
pub async fn open(site: &Site, actor: &Actor, id: ElectionId) -> Result<Election, Problem> {
    let mut taken = Taken::begin(site, actor, id, (Right::ElectionKeep, Verb::Open)).await?;
    let found = districts(&mut taken.tx, id).await?;
    if found.is_empty() {
        return Err(refused(Refusal::NoDistrict));
    }
    let districts: u32 = found.iter().map(|one| one.seats).sum();
    if districts != taken.it.seats {
        return Err(refused(Refusal::SeatsApart { districts, seats: taken.it.seats }));
    }
    taken.finish(Fact::NominationsOpened).await
}
