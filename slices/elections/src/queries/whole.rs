//! Everything one election shows, as of one moment.

use ballots_rules::Tally;
use elections_rules::election::{
    CandidateId, Counted, DistrictId, Due, ElectionId, Origin, Place, Primary, PrimaryVotes, Women, due, open_seats,
    primary,
};
use kit::{Fault, db::Ask};
use law_rules::{Step, Verdict};
use roster_views::body_name;

use crate::store::{
    Candidate, Certificate, DayChange, District, Election, MobileBox, PrimaryRound, Recount, Round, Tallied, boxes,
    candidates, certificates, day_changes, districts, following, primaries, read_election, recounts, rounds, tallies,
};

/// A district with all that belongs to it.
#[derive(Clone, Debug)]
pub struct Part {
    /// The district.
    pub district: District,
    /// Who was nominated or written in.
    pub candidates: Vec<Candidate>,
    /// Its rounds, the first first, each with what candidates came to.
    pub rounds: Vec<(Round, Vec<Tallied>)>,
    /// Its preliminary election, where one was counted.
    pub primary: Option<PrimaryRound>,
    /// Its mobile boxes, round by round.
    pub boxes: Vec<MobileBox>,
    /// Its rounds that were entered again, with what stood before.
    pub recounts: Vec<Recount>,
}

/// An election with all that belongs to it.
#[derive(Clone, Debug)]
pub struct Whole {
    /// The name of the congress that holds it.
    pub congress: String,
    /// The name of the congress of the seats.
    pub seated: String,
    /// Its districts.
    pub parts: Vec<Part>,
    /// Its certificates.
    pub certificates: Vec<Certificate>,
    /// The election whose open seats it fills, with its title.
    pub follows: Option<(ElectionId, String)>,
    /// The election that fills the seats it left open, with its title.
    pub followed: Option<(ElectionId, String)>,
    /// Every time it was put off.
    pub day_changes: Vec<DayChange>,
}

impl Part {
    /// The name of a candidate.
    #[must_use]
    pub fn name(&self, candidate: CandidateId) -> &str {
        self.candidates.iter().find(|one| one.id == candidate).map_or("", |one| one.name.as_str())
    }

    /// The rounds counted again.
    #[must_use]
    pub fn held(&self) -> Vec<Counted> {
        self.rounds.iter().filter_map(|(round, marks)| Some(self.verdict(round, marks)?.value)).collect()
    }

    /// The round of a direct election that must come next; nothing when the district is decided.
    #[must_use]
    pub fn due(&self) -> Option<Due> {
        due(self.district.seats, &self.held())
    }

    /// What a round of a direct election came to, with the working.
    #[must_use]
    pub fn verdict(&self, round: &Round, marks: &[Tallied]) -> Option<Verdict<Counted>> {
        if round.ballot_round.is_some() {
            return None;
        }
        let tally = |mark: &Tallied| Tally { name: self.name(mark.candidate).to_owned(), votes: mark.votes };
        round.counted(marks.iter().map(tally).collect()).ok()
    }

    /// The preliminary election counted again.
    #[must_use]
    pub fn preliminary(&self, it: &Election) -> Option<(PrimaryRound, Verdict<Primary<CandidateId>>)> {
        let round = self.primary?;
        let got = |one: &Candidate| PrimaryVotes { nominee: one.id, votes: one.preliminary.unwrap_or(0) };
        let votes: Vec<PrimaryVotes<CandidateId>> = self.candidates.iter().map(got).collect();
        let found = primary((it.contesting(), self.district.seats), round.asked, &round.figures, &votes).ok()?;
        Some((round, found))
    }

    /// The steps of the working of a round, the deciding sentence last.
    #[must_use]
    pub fn working(&self, round: &Round, marks: &[Tallied]) -> Vec<Step> {
        let found = self.verdict(round, marks);
        found.map(|found| found.working.into_iter().chain([found.reason]).collect()).unwrap_or_default()
    }
}

/// Everything around an election.
pub async fn whole(ask: &mut impl Ask, it: &Election) -> Result<Whole, Fault> {
    Ok(Whole {
        congress: body_name(ask, it.congress).await?,
        seated: body_name(ask, it.seated).await?,
        parts: parts(ask, it.id).await?,
        certificates: certificates(ask, it.id).await?,
        follows: titled(ask, it.follows).await?,
        followed: {
            let next = following(ask, it.id).await?;
            titled(ask, next).await?
        },
        day_changes: day_changes(ask, it.id).await?,
    })
}

async fn titled(ask: &mut impl Ask, id: Option<ElectionId>) -> Result<Option<(ElectionId, String)>, Fault> {
    let Some(id) = id else { return Ok(None) };
    Ok(read_election(ask, id).await?.map(|it| (id, it.title.to_string())))
}

impl Whole {
    /// Women among the candidates: of those who stand, before the list is fixed of those who were nominated.
    #[must_use]
    pub fn women(&self) -> Option<Women> {
        let all = || self.parts.iter().flat_map(|part| &part.candidates).filter(|one| one.origin != Origin::Written);
        let fixed = all().any(|one| one.formal);
        Women::of(all().filter(|one| one.formal || !fixed).map(|one| &one.basics))
    }

    /// Seats nobody was elected to, as far as rounds were held; before the first, none is open.
    #[must_use]
    pub fn open(&self, it: &Election) -> u32 {
        if self.parts.iter().all(|part| part.rounds.is_empty()) {
            return 0;
        }
        let marks = self.parts.iter().flat_map(|part| &part.rounds).flat_map(|(_, marks)| marks);
        let elected = marks.filter(|mark| mark.place == Place::Elected).count();
        open_seats(it.seats, u32::try_from(elected).unwrap_or(u32::MAX))
    }
}

/// The districts of an election with all that belongs to them.
pub async fn parts(ask: &mut impl Ask, id: ElectionId) -> Result<Vec<Part>, Fault> {
    let (all, held, marks) = (candidates(ask, id).await?, rounds(ask, id).await?, tallies(ask, id).await?);
    let (first, carriers) = (primaries(ask, id).await?, boxes(ask, id).await?);
    let again = recounts(ask, id).await?;
    let part = |district: District| {
        let of_round = |round: &Round| {
            let own = marks.iter().filter(|mark| mark.district == round.district && mark.n == round.n);
            (round.clone(), own.copied().collect())
        };
        Part {
            candidates: all.iter().filter(|one| one.district == district.id).cloned().collect(),
            rounds: held.iter().filter(|round| round.district == district.id).map(of_round).collect(),
            primary: first.iter().find(|one| one.district == district.id).copied(),
            boxes: carriers.iter().filter(|one| one.district == district.id).cloned().collect(),
            recounts: again.iter().filter(|one| one.district == district.id).cloned().collect(),
            district,
        }
    };
    Ok(districts(ask, id).await?.into_iter().map(part).collect())
}

/// The rounds held in a district, counted again.
pub async fn held(ask: &mut impl Ask, election: ElectionId, district: DistrictId) -> Result<Vec<Counted>, Fault> {
    let found = parts(ask, election).await?.into_iter().find(|part| part.district.id == district);
    Ok(found.map(|part| part.held()).unwrap_or_default())
}
