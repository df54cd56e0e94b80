//! What programs are answered.

use accounts_rules::Actor;
use elections_rules::election::{Basics, ElectionId, Figures, PrimaryFigures, due, postings};
use kernel::Day;
use kit::{Problem, Site, words::Lang};
use law_rules::{Step, Word as _};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    desk,
    queries::{self, Part},
    store::{Candidate, DayChange, District, Election, Recount, Round, Tallied},
};

/// A step of a working.
#[derive(Serialize, ToSchema)]
pub struct ElectionStepJson {
    said: String,
    rests_on: String,
}

/// A candidate.
#[derive(Serialize, ToSchema)]
pub struct CandidateJson {
    id: Uuid,
    n: u32,
    name: String,
    person: Option<Uuid>,
    note: Option<String>,
    origin: &'static str,
    proposer: Option<String>,
    signers: Option<u32>,
    formal: bool,
    preliminary: Option<u32>,
    /// 基本情况: `sex`, `ethnicity`, `born`, `party`, `education`, `sector`.
    #[schema(value_type = Object)]
    basics: Basics,
}

/// What is posted by when.
#[derive(Serialize, ToSchema)]
pub struct PostingJson {
    what: &'static str,
    #[schema(value_type = String, format = Date)]
    latest: Day,
    /// 选举法.
    article: u16,
    #[schema(value_type = Option<String>, format = Date)]
    posted: Option<Day>,
    /// `kept`, `late`, `missed` or `ahead`.
    standing: &'static str,
}

/// Votes for a candidate.
#[derive(Serialize, ToSchema)]
pub struct VotesJson {
    candidate: Uuid,
    votes: u32,
    /// `elected`, `tied` or `failed`.
    place: &'static str,
}

/// What stood of a round before it was entered again.
#[derive(Serialize, ToSchema)]
pub struct RecountJson {
    /// Which time.
    attempt: u32,
    reason: String,
    #[schema(value_type = String, format = Date)]
    day: Day,
    #[schema(value_type = Object)]
    figures: Figures,
    votes: Vec<StoodJson>,
}

/// Votes for a name, as they stood.
#[derive(Serialize, ToSchema)]
pub struct StoodJson {
    name: String,
    votes: u32,
}

/// A round of a district.
#[derive(Serialize, ToSchema)]
pub struct ElectionRoundJson {
    n: u32,
    why: &'static str,
    seats: u32,
    valid: bool,
    /// Of a direct election; those of a congress's vote stand with its ballot.
    #[schema(value_type = Option<Object>)]
    figures: Option<Figures>,
    ballot_round: Option<Uuid>,
    votes: Vec<VotesJson>,
    /// What stood before it was entered again.
    before: Vec<RecountJson>,
    working: Vec<ElectionStepJson>,
}

/// The round that must come next.
#[derive(Serialize, ToSchema)]
pub struct DueJson {
    n: u32,
    why: &'static str,
    seats: u32,
    names: Vec<String>,
}

/// A preliminary election; what nominees came to stands with the candidates.
#[derive(Serialize, ToSchema)]
pub struct PreliminaryJson {
    /// For `If-Match` when it is counted again.
    version: i64,
    #[schema(value_type = String, format = Date)]
    day: Day,
    /// `nothing`, `third` or `half`.
    asked: &'static str,
    #[schema(value_type = Object)]
    figures: PrimaryFigures,
    valid: bool,
    /// Whom it leaves, by the order of votes.
    list: Vec<Uuid>,
    working: Vec<ElectionStepJson>,
}

/// One time the election was put off.
#[derive(Serialize, ToSchema)]
pub struct ElectionDayChangeJson {
    /// The day it was to be held.
    #[schema(value_type = String, format = Date)]
    was: Day,
    /// The day it was put off to.
    #[schema(value_type = String, format = Date)]
    day: Day,
    reason: String,
}

/// How many of the candidates are women.
#[derive(Serialize, ToSchema)]
pub struct WomenJson {
    women: u32,
    /// Candidates whose sex is told.
    told: u32,
    all: u32,
    /// Percent of those whose sex is told: `33.3`.
    share: String,
}

/// A district.
#[derive(Serialize, ToSchema)]
pub struct DistrictJson {
    id: Uuid,
    /// For `If-Match` when the district is kept.
    version: i64,
    n: u32,
    name: String,
    constituency: Option<Uuid>,
    seats: u32,
    voters: u32,
    stations: u32,
    /// The least and greatest number of candidates.
    least: u32,
    most: Option<u32>,
    postings: Vec<PostingJson>,
    candidates: Vec<CandidateJson>,
    preliminary: Option<PreliminaryJson>,
    rounds: Vec<ElectionRoundJson>,
    due: Option<DueJson>,
}

/// A certificate of an election.
#[derive(Serialize, ToSchema)]
pub struct IssuedJson {
    id: Uuid,
    candidate: Uuid,
    person: Uuid,
    mandate: Option<Uuid>,
    year: i64,
    n: i64,
    code: String,
}

/// An election.
#[derive(Serialize, ToSchema)]
pub struct ElectionJson {
    id: Uuid,
    congress: Uuid,
    seated: Uuid,
    term: Uuid,
    kind: &'static str,
    mode: &'static str,
    class: Option<&'static str>,
    title: String,
    seats: u32,
    #[schema(value_type = String, format = Date)]
    day: Day,
    method: String,
    /// Every time it was put off, the first first.
    day_changes: Vec<ElectionDayChangeJson>,
    /// How many stand, where the method fixes it.
    candidates: Option<u32>,
    ballot: Option<Uuid>,
    stage: &'static str,
    reason: Option<String>,
    #[schema(value_type = Option<String>, format = Date)]
    certified: Option<Day>,
    #[schema(value_type = Option<String>, format = Date)]
    confirmed: Option<Day>,
    /// Seats nobody was elected to, as far as rounds were held.
    open_seats: u32,
    /// The election whose open seats this one fills.
    follows: Option<Uuid>,
    /// The election that fills the seats this one left open.
    followed_by: Option<Uuid>,
    /// Women among the candidates; nothing where nobody's sex is told.
    women: Option<WomenJson>,
    districts: Vec<DistrictJson>,
    certificates: Vec<IssuedJson>,
}

/// The steps of a working in the caller's language.
pub fn steps(all: &[Step], lang: Lang) -> Vec<ElectionStepJson> {
    let step = |step: &Step| ElectionStepJson {
        said: step.said(&lang.says(), lang.close()),
        rests_on: step.rests_on(&lang.says()),
    };
    all.iter().map(step).collect()
}

pub fn candidate(it: &Candidate) -> CandidateJson {
    CandidateJson {
        id: it.id.uuid(),
        n: it.n,
        name: it.name.to_string(),
        person: it.person.map(kernel::Id::uuid),
        note: it.note.as_ref().map(ToString::to_string),
        origin: it.origin.word(),
        proposer: it.proposer.as_ref().map(ToString::to_string),
        signers: it.signers,
        formal: it.formal,
        preliminary: it.preliminary,
        basics: it.basics.clone(),
    }
}

fn stood(it: &Recount) -> RecountJson {
    let votes = |(name, votes): &(String, u32)| StoodJson { name: name.clone(), votes: *votes };
    RecountJson {
        attempt: it.attempt,
        reason: it.reason.to_string(),
        day: it.at.day(),
        figures: it.before.figures,
        votes: it.before.votes.iter().map(votes).collect(),
    }
}

fn round(part: &Part, (it, marks): &(Round, Vec<Tallied>), lang: Lang) -> ElectionRoundJson {
    let votes =
        |mark: &Tallied| VotesJson { candidate: mark.candidate.uuid(), votes: mark.votes, place: mark.place.word() };
    ElectionRoundJson {
        n: it.n,
        why: it.why.word(),
        seats: it.seats,
        valid: it.valid,
        figures: it.ballot_round.is_none().then_some(it.figures),
        ballot_round: it.ballot_round.map(kernel::Id::uuid),
        votes: marks.iter().map(votes).collect(),
        before: part.recounts.iter().filter(|one| one.n == it.n).map(stood).collect(),
        working: steps(&part.working(it, marks), lang),
    }
}

fn posted(it: &Election, district: &District, today: Day) -> Vec<PostingJson> {
    let told = |it: elections_rules::election::Posted| PostingJson {
        what: it.what.word(),
        latest: it.due,
        article: it.article,
        posted: it.on,
        standing: it.standing.word(),
    };
    postings(it.mode, it.day, it.days, district.posted(), today).into_iter().map(told).collect()
}

fn preliminary(it: &Election, part: &Part, lang: Lang) -> Option<PreliminaryJson> {
    let (round, found) = part.preliminary(it)?;
    let (day, asked, figures) = (round.day, round.asked.word(), round.figures);
    let list = found.value.list.iter().map(|one| one.uuid()).collect();
    let all: Vec<Step> = found.working.into_iter().chain([found.reason]).collect();
    let version = crate::desk::primary::version(&round, &part.candidates);
    Some(PreliminaryJson { version, day, asked, figures, valid: round.valid, list, working: steps(&all, lang) })
}

fn district(it: &Election, part: &Part, (today, lang): (Day, Lang)) -> DistrictJson {
    let own = &part.district;
    let range = elections_rules::election::range(it.contesting(), own.seats).value;
    let next = due(own.seats, &part.held()).filter(|_| it.mode == elections_rules::Mode::Direct);
    DistrictJson {
        id: own.id.uuid(),
        version: crate::desk::district_seen::version(own),
        n: own.n,
        name: own.name.to_string(),
        constituency: own.constituency.map(kernel::Id::uuid),
        seats: own.seats,
        voters: own.voters,
        stations: own.stations,
        least: range.min,
        most: range.max,
        postings: posted(it, own, today),
        candidates: part.candidates.iter().map(candidate).collect(),
        preliminary: preliminary(it, part, lang),
        rounds: part.rounds.iter().map(|held| round(part, held, lang)).collect(),
        due: next.map(|due| DueJson { n: due.n, why: due.why.word(), seats: due.seats, names: due.names }),
    }
}

fn changed(it: &DayChange) -> ElectionDayChangeJson {
    ElectionDayChangeJson { was: it.was, day: it.day, reason: it.reason.to_string() }
}

/// An election with all that belongs to it.
pub async fn election(site: &Site, it: Election, lang: Lang) -> Result<ElectionJson, Problem> {
    let around = queries::whole(&mut site.db(), &it).await?;
    let issued = |one: &crate::store::Certificate| IssuedJson {
        id: one.id.uuid(),
        candidate: one.candidate.uuid(),
        person: one.person.uuid(),
        mandate: one.mandate.map(kernel::Id::uuid),
        year: one.year,
        n: one.n,
        code: one.code.clone(),
    };
    Ok(ElectionJson {
        id: it.id.uuid(),
        congress: it.congress.uuid(),
        seated: it.seated.uuid(),
        term: it.term.uuid(),
        kind: it.kind.word(),
        mode: it.mode.word(),
        class: it.class.map(law_rules::Word::word),
        title: it.title.to_string(),
        seats: it.seats,
        day: it.day,
        method: it.method.to_string(),
        day_changes: around.day_changes.iter().map(changed).collect(),
        candidates: it.candidates,
        ballot: it.ballot.map(kernel::Id::uuid),
        stage: it.stage.word(),
        reason: it.reason.as_ref().map(ToString::to_string),
        certified: it.certified,
        confirmed: it.confirmed,
        open_seats: around.open(&it),
        follows: it.follows.map(kernel::Id::uuid),
        followed_by: around.followed.as_ref().map(|(id, _)| id.uuid()),
        women: around.women().map(|it| WomenJson { women: it.women, told: it.told, all: it.all, share: it.share() }),
        districts: around.parts.iter().map(|part| district(&it, part, (site.today(), lang))).collect(),
        certificates: around.certificates.iter().map(issued).collect(),
    })
}

/// As [`election`], read afresh.
pub async fn fresh(site: &Site, actor: &Actor, id: ElectionId, lang: Lang) -> Result<ElectionJson, Problem> {
    election(site, desk::of(site, actor, id).await?, lang).await
}
