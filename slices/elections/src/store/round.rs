//! Rounds of a district, and what each candidate came to.

use ballots_rules::{Tally, paper::RoundId};
use elections_rules::election::{CandidateId, Counted, DistrictId, Due, ElectionId, Figures, Place, Why, count};
use kernel::{Moment, Refused};
use kit::{
    Fault,
    db::{Ask, At, Sql, Tx, Val},
    row,
};
use law_rules::{Verdict, Word as _};

/// A round as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Round {
    /// Of which district.
    pub district: DistrictId,
    /// Which.
    pub n: u32,
    /// Why.
    pub why: Why,
    /// For how many seats.
    pub seats: u32,
    /// The figures; of a congress's vote they stand with its ballot.
    pub figures: Figures,
    /// The round of the congress's vote.
    pub ballot_round: Option<RoundId>,
    /// Whether it counts.
    pub valid: bool,
    /// When it was entered.
    pub at: Moment,
}

/// What a candidate came to in a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tallied {
    /// Of which district.
    pub district: DistrictId,
    /// In which round.
    pub n: u32,
    /// Who.
    pub candidate: CandidateId,
    /// With how many votes.
    pub votes: u32,
    /// Where that leaves the candidate.
    pub place: Place,
}

row! {
    struct Line {
        district: DistrictId,
        n: u32,
        why: String,
        seats: u32,
        registered: u32,
        voted: u32,
        ballots: u32,
        invalid: u32,
        proxied: u32,
        most_for_one: u32,
        mobile: u32,
        ballot_round: Option<RoundId>,
        valid: bool,
        at: Moment,
    }
}

const LIST: &str = "district, n, why, seats, registered, voted, ballots, invalid, proxied, most_for_one, mobile, \
                    ballot_round, valid, at";

fn whole(row: Line) -> Result<Round, Fault> {
    let why = At { table: "election_round", id: &row.district }.word("why", &row.why, Why::read)?;
    let Line { district, n, seats, registered, voted, ballots, invalid, proxied, most_for_one, mobile, .. } = row;
    let figures = Figures { registered, voted, ballots, invalid, proxied, most_for_one, mobile };
    let Line { ballot_round, valid, at, .. } = row;
    Ok(Round { district, n, why, seats, figures, ballot_round, valid, at })
}

impl Round {
    /// What it came to, counted again from figures and votes; `tallies` are those of this round.
    ///
    /// # Errors
    /// When the figures cannot be.
    pub fn counted(&self, tallies: Vec<Tally>) -> Result<Verdict<Counted>, Refused> {
        let due = Due { n: self.n, why: self.why, seats: self.seats, names: Vec::new() };
        count(&due, &self.figures, tallies)
    }
}

/// The rounds of an election, district by district.
pub async fn rounds(ask: &mut impl Ask, election: ElectionId) -> Result<Vec<Round>, Fault> {
    let sql = Sql::new("select ")
        .add(LIST)
        .add(" from election_round where district in (select d.id from election_district d where d.election = {})");
    let rows: Vec<Line> = ask.all(sql.bind(election).add(" order by district, n")).await?;
    rows.into_iter().map(whole).collect()
}

/// What candidates of an election came to, round by round, the most votes first.
pub async fn tallies(ask: &mut impl Ask, election: ElectionId) -> Result<Vec<Tallied>, Fault> {
    let sql = Sql::new("select t.district, t.n, t.candidate, t.votes, t.place from election_tally t ")
        .add("join election_district d on d.id = t.district where d.election = {} ")
        .bind(election)
        .add("order by t.district, t.n, t.votes desc, t.candidate");
    let rows: Vec<(DistrictId, u32, CandidateId, u32, String)> = ask.all(sql).await?;
    let read = |(district, n, candidate, votes, place): (DistrictId, u32, CandidateId, u32, String)| {
        let place = At { table: "election_tally", id: &candidate }.word("place", &place, Place::read)?;
        Ok(Tallied { district, n, candidate, votes, place })
    };
    rows.into_iter().map(read).collect()
}

/// Writes a round with what everybody came to.
pub async fn begin_round(tx: &mut Tx, it: &Round, tallies: &[Tallied]) -> Result<(), Fault> {
    let figures = it.figures;
    let vals: Vec<Val> = vec![
        it.district.into(),
        it.n.into(),
        it.why.word().into(),
        it.seats.into(),
        figures.registered.into(),
        figures.voted.into(),
        figures.ballots.into(),
        figures.invalid.into(),
        figures.proxied.into(),
        figures.most_for_one.into(),
        figures.mobile.into(),
        it.ballot_round.into(),
        it.valid.into(),
        it.at.into(),
    ];
    tx.run(Sql::new("insert into election_round (").add(LIST).add(") values ").list(vals)).await?;
    for one in tallies {
        let vals: [Val; 5] =
            [one.district.into(), one.n.into(), one.candidate.into(), one.votes.into(), one.place.word().into()];
        tx.run(Sql::new("insert into election_tally (district, n, candidate, votes, place) values ").list(vals))
            .await?;
    }
    Ok(())
}
