//! What is known of a proposal when it is looked at: its way, and every check with what it comes to.

use appointments_rules::{
    AppointeeId, Appointment, Asked, Checked, Document, Exam, Kind, Nominator, Office, Post, Route, SeatId, Settings,
    Stage, Vote, checks, moves_to_dismiss, post_of, proposal_route,
};
use kernel::{BodyId, Day, PersonId, Refusal, Refused};
use kit::{
    Fault, Problem,
    db::{Ask, Sql},
};
use law_rules::{Rung, Verdict, Word as _};

use crate::{
    queries,
    store::{self, Kept},
};

/// A proposal as the rules see it.
#[derive(Clone, Debug)]
pub struct Looked {
    /// The way the law gives.
    pub route: Verdict<Route>,
    /// The checks.
    pub checks: Vec<Checked>,
    /// The rule of the place.
    pub settings: Settings,
}

/// On which level the congress stands, as the law tells them apart.
pub(crate) async fn rung(ask: &mut impl Ask, congress: BodyId) -> Result<Rung, Problem> {
    let sql = Sql::new("select level from v_body where id = {} and kind = 'congress'").bind(congress);
    let (level,) = ask.one::<(String,)>(sql).await?.ok_or_else(Problem::missing)?;
    let none = || Refused::new(Refusal::Unfit, "appointments-refused-no-committee");
    Ok(Rung::read(&level).ok_or_else(none)?)
}

/// The way of a proposal of this kind for this office.
pub(crate) async fn route(
    ask: &mut impl Ask,
    congress: BodyId,
    (kind, office): (Kind, Office),
) -> Result<Verdict<Route>, Problem> {
    Ok(proposal_route(kind, office, rung(ask, congress).await?)?)
}

/// Looks at a proposal on a day.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn look(ask: &mut impl Ask, kept: &Kept, today: Day) -> Result<Looked, Problem> {
    let it = &kept.it;
    let matter = &it.matter;
    let route = route(ask, it.congress, (matter.kind, matter.office)).await?;
    let (settings, _) = store::rule_of(ask, it.congress).await?;
    let term = term_began(ask, it.congress, today).await?;
    let (documents, filed) = documents(ask, it).await?;
    let held = held(ask, matter.person, today).await?;
    let committee = committee(ask, it.congress, matter.person).await?;
    let history = history(ask, it, &term).await?;
    let exams = exams(ask, matter.person, &term).await?;
    let seat = store::read_seat(ask, matter.seat).await?.ok_or_else(Problem::missing)?;
    let asked = Asked {
        kind: matter.kind,
        office: matter.office,
        route: route.value,
        proposer: kept.proposer,
        submitted: it.stage.submitted().unwrap_or(today),
        meets: it.stage.meeting().map(|meeting| meeting.day),
        documents: &documents,
        filed: &filed,
        posts: &posts(&held, matter.seat, committee.is_some()),
        history: &history,
        exams: &exams,
        quota: seat.quota,
        held: holders(ask, matter.seat, today).await?,
        holds: held.iter().any(|(seat, .., acting)| *seat == matter.seat && !acting),
        vice: is_vice(matter.office, &held, committee.as_deref()),
        spoke: spoke(ask, it, "statement").await?,
        defended: documents.contains(&Document::Defence) || spoke(ask, it, "defence").await?,
        level: rung(ask, it.congress).await?,
        members: u32::try_from(queries::members(ask, it.congress).await?).unwrap_or(0),
        signers: kept.signers,
        deputy: deputy(ask, it.congress, matter.person).await?,
        member: known(ask, matter.person).await?.map(|_| committee.is_some()),
        settings: &settings,
    };
    let checks = checks(&asked);
    Ok(Looked { route, checks, settings })
}

/// Whether the law knows this proposer at all for a draft: the chairpersons may propose in place of a missing head.
pub(crate) fn proposes((kind, route): (Kind, &Route), proposer: Nominator) -> bool {
    if kind == Kind::Dismiss {
        return moves_to_dismiss(proposer);
    }
    proposer == route.nominator || proposer == Nominator::Chairpersons
}

/// The day on which the running term began; one that is prepared for later is not yet it.
async fn term_began(ask: &mut impl Ask, congress: BodyId, today: Day) -> Result<String, Fault> {
    let sql = Sql::new("select began from v_term where congress = {} and began <= {}").bind(congress).bind(today);
    let found: Option<(String,)> = ask.one(sql.add(" order by began desc limit 1")).await?;
    Ok(found.map_or_else(String::new, |(began,)| began))
}

/// What came, and what of it is there as a file.
pub(crate) async fn documents(ask: &mut impl Ask, it: &Appointment) -> Result<(Vec<Document>, Vec<Document>), Fault> {
    let sql = Sql::new("select document, max(case when blob is null then 0 else 1 end) from appointment_document");
    let sql = sql.add(" where appointment = {} and replaced is null group by document order by document").bind(it.id);
    let found: Vec<(String, i64)> = ask.all(sql).await?;
    let read = |filed: bool| {
        let some = found.iter().filter(|(_, file)| !filed || *file == 1);
        some.filter_map(|(word, _)| Document::read(word)).collect()
    };
    Ok((read(false), read(true)))
}

/// What somebody holds: the office, what the law calls it, whether that makes a vice head of the organ, and whether they only act.
type Held = (SeatId, Option<Office>, bool, bool);

async fn held(ask: &mut impl Ask, person: AppointeeId, today: Day) -> Result<Vec<Held>, Fault> {
    let sql = Sql::new(
        "select h.seat, s.office, s.vice, h.how from appointment_holding h join appointment_seat s on s.id = h.seat",
    )
    .add(" where h.person = {} and h.since <= {}")
    .bind(person)
    .bind(today);
    let rows: Vec<(SeatId, String, bool, String)> = ask.all(sql.add(" and h.until is null order by h.id")).await?;
    Ok(rows.into_iter().map(|(seat, office, vice, how)| (seat, Office::read(&office), vice, how == "acting")).collect())
}

/// The role in the standing committee of whoever stands in the roster.
async fn committee(ask: &mut impl Ask, congress: BodyId, id: AppointeeId) -> Result<Option<String>, Fault> {
    let Some(person) = known(ask, id).await? else { return Ok(None) };
    let sql = Sql::new("select role from v_committee where congress = {} and person = {}").bind(congress).bind(person);
    let found: Option<(String,)> = ask.one(sql.add(" and ended is null order by began desc limit 1")).await?;
    Ok(found.map(|(role,)| role))
}

/// The entry of the roster, where there is one.
async fn known(ask: &mut impl Ask, id: AppointeeId) -> Result<Option<PersonId>, Fault> {
    Ok(store::read_person(ask, id).await?.and_then(|it| it.person))
}

/// Whether somebody the roster knows is a deputy of the congress in office.
async fn deputy(ask: &mut impl Ask, congress: BodyId, id: AppointeeId) -> Result<Option<bool>, Fault> {
    let Some(person) = known(ask, id).await? else { return Ok(None) };
    let sql = Sql::new("select 1 from v_mandate where in_office = 1 and congress = {} and person = {} limit 1");
    Ok(Some(ask.one::<(i64,)>(sql.bind(congress).bind(person)).await?.is_some()))
}

fn posts(held: &[Held], seat: SeatId, committee: bool) -> Vec<Post> {
    let others = held.iter().filter(|(other, ..)| *other != seat);
    let mut posts: Vec<Post> = others.filter_map(|(_, office, ..)| office.and_then(post_of)).collect();
    if committee {
        posts.push(Post::CommitteeMember);
    }
    posts.sort_unstable();
    posts.dedup();
    posts
}

fn is_vice(office: Office, held: &[Held], committee: Option<&str>) -> bool {
    let of = match office {
        Office::GovernmentHead => Office::GovernmentViceHead,
        Office::SupervisionDirector => Office::SupervisionMember,
        Office::CourtPresident => Office::Judge,
        Office::ProcuratorGeneral => Office::Procurator,
        _ => return committee == Some("vice_chair"),
    };
    // A vice governor is one by the office; of judges, procurators and members of the supervision commission only who holds such a seat.
    let is = |vice: bool| vice || of == Office::GovernmentViceHead;
    held.iter().any(|(_, office, vice, acting)| *office == Some(of) && is(*vice) && !acting)
}

/// What became of the other proposals of this person for this office in this term.
async fn history(ask: &mut impl Ask, it: &Appointment, term: &str) -> Result<Vec<Vote>, Fault> {
    let sql = Sql::new("select state from appointment where kind = 'appoint' and decided is not null and seat = {}")
        .bind(it.matter.seat)
        .add(" and person = {} and id <> {} and decided >= {} order by decided, made, id")
        .bind(it.matter.person)
        .bind(it.id)
        .bind(term);
    let states: Vec<(String,)> = ask.all(sql).await?;
    let mut votes = Vec::new();
    for (state,) in states {
        let stage: Stage = serde_json::from_str(&state)?;
        votes.push(if stage.word() == "refused" { Vote::Fail } else { Vote::Pass });
    }
    Ok(votes)
}

async fn spoke(ask: &mut impl Ask, it: &Appointment, speech: &str) -> Result<bool, Fault> {
    let sql = Sql::new("select 1 from appointment_speech where speech = {} and appointment = {} limit 1").bind(speech);
    Ok(ask.one::<(i64,)>(sql.bind(it.id)).await?.is_some())
}

async fn exams(ask: &mut impl Ask, person: AppointeeId, term: &str) -> Result<Vec<Exam>, Fault> {
    let sql = Sql::new("select day, score from appointment_exam where person = {} and day >= {} order by day");
    let rows: Vec<(Day, u32)> = ask.all(sql.bind(person).bind(term)).await?;
    Ok(rows.into_iter().map(|(day, score)| Exam { day, score }).collect())
}

async fn holders(ask: &mut impl Ask, seat: SeatId, today: Day) -> Result<u32, Fault> {
    let sql =
        Sql::new("select count(*) from appointment_holding where seat = {} and since <= {}").bind(seat).bind(today);
    let found: Option<(i64,)> = ask.one(sql.add(" and how <> 'acting' and until is null")).await?;
    Ok(found.and_then(|(count,)| u32::try_from(count).ok()).unwrap_or(0))
}
