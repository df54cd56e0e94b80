//! Candidates.

use elections_rules::election::{Basics, CandidateId, DistrictId, ElectionId, Origin, Sector, Sex};
use kernel::{PersonId, Text};
use kit::{
    Fault,
    db::{Ask, At, Sql, Tx, Val},
    row,
};
use law_rules::Word as _;

/// A candidate as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The identity.
    pub id: CandidateId,
    /// In which district.
    pub district: DistrictId,
    /// In which order.
    pub n: u32,
    /// The name.
    pub name: Text<60>,
    /// The entry of the roster.
    pub person: Option<PersonId>,
    /// Post, place of work.
    pub note: Option<Text<120>>,
    /// How it came to the nomination.
    pub origin: Origin,
    /// Who recommended.
    pub proposer: Option<Text<60>>,
    /// How many signed.
    pub signers: Option<u32>,
    /// Whether the name stands on the formal list.
    pub formal: bool,
    /// Votes in the preliminary election.
    pub preliminary: Option<u32>,
    /// 基本情况.
    pub basics: Basics,
}

row! {
    struct Line {
        id: CandidateId,
        district: DistrictId,
        n: u32,
        name: Text<60>,
        person: Option<PersonId>,
        note: Option<Text<120>>,
        origin: String,
        proposer: Option<Text<60>>,
        signers: Option<u32>,
        formal: bool,
        preliminary: Option<u32>,
        sex: Option<String>,
        ethnicity: Option<Text<20>>,
        born: Option<String>,
        party: Option<Text<20>>,
        education: Option<Text<20>>,
        sector: Option<String>,
    }
}

const LIST: &str = "id, district, n, name, person, note, origin, proposer, signers, formal, preliminary, \
                    sex, ethnicity, born, party, education, sector";

fn whole(row: Line) -> Result<Candidate, Fault> {
    let at = At { table: "election_candidate", id: &row.id };
    let origin = at.word("origin", &row.origin, Origin::read)?;
    let basics = Basics {
        sex: row.sex.as_deref().map(|word| at.word("sex", word, Sex::read)).transpose()?,
        ethnicity: row.ethnicity,
        born: row.born.as_deref().map(|word| at.word("born", word, |word| word.parse().ok())).transpose()?,
        party: row.party,
        education: row.education,
        sector: row.sector.as_deref().map(|word| at.word("sector", word, Sector::read)).transpose()?,
    };
    let Line { id, district, n, name, person, note, proposer, signers, formal, preliminary, .. } = row;
    Ok(Candidate { id, district, n, name, person, note, origin, proposer, signers, formal, preliminary, basics })
}

/// The candidates of an election, district by district.
pub async fn candidates(ask: &mut impl Ask, election: ElectionId) -> Result<Vec<Candidate>, Fault> {
    let sql = Sql::new("select ")
        .add(LIST)
        .add(" from election_candidate where district in (select d.id from election_district d where d.election = {})");
    let rows: Vec<Line> = ask.all(sql.bind(election).add(" order by district, n, id")).await?;
    rows.into_iter().map(whole).collect()
}

/// One candidate.
pub async fn read_candidate(ask: &mut impl Ask, id: CandidateId) -> Result<Option<Candidate>, Fault> {
    let sql = Sql::new("select ").add(LIST).add(" from election_candidate where id = {}").bind(id);
    ask.one::<Line>(sql).await?.map(whole).transpose()
}

/// Writes a new one.
pub async fn begin_candidate(tx: &mut Tx, it: &Candidate) -> Result<(), Fault> {
    let vals: Vec<Val> = vec![
        it.id.into(),
        it.district.into(),
        it.n.into(),
        (&it.name).into(),
        it.person.into(),
        it.note.as_ref().map(Text::as_str).into(),
        it.origin.word().into(),
        it.proposer.as_ref().map(Text::as_str).into(),
        it.signers.into(),
        it.formal.into(),
        it.preliminary.into(),
        it.basics.sex.map(Sex::word).into(),
        it.basics.ethnicity.as_ref().map(Text::as_str).into(),
        it.basics.born.map(|born| born.to_string()).into(),
        it.basics.party.as_ref().map(Text::as_str).into(),
        it.basics.education.as_ref().map(Text::as_str).into(),
        it.basics.sector.map(Sector::word).into(),
    ];
    tx.run(Sql::new("insert into election_candidate (").add(LIST).add(") values ").list(vals)).await.map(drop)
}

/// Writes whether somebody stands, with how many votes of the preliminary election, and as whom of the roster.
pub async fn save_candidate(tx: &mut Tx, it: &Candidate) -> Result<(), Fault> {
    let sql = Sql::new("update election_candidate set formal = {}, preliminary = {}, person = {} where id = {}");
    tx.run(sql.bind(it.formal).bind(it.preliminary).bind(it.person).bind(it.id)).await.map(drop)
}

/// Takes a nomination back.
pub async fn remove_candidate(tx: &mut Tx, id: CandidateId) -> Result<bool, Fault> {
    Ok(tx.run(Sql::new("delete from election_candidate where id = {}").bind(id)).await? == 1)
}
