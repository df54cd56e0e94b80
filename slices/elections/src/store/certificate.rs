//! Certificates: the register, and the numbers that run on in each congress and year.

use elections_rules::election::{CandidateId, CertificateId, ElectionId};
use kernel::{BodyId, Day, PersonId};
use kit::{
    Fault,
    db::{Ask, Sql, Tx, Val},
    row,
};
use roster_rules::MandateId;

row! {
    /// A certificate as it is kept.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Certificate {
        /// Its identity.
        pub id: CertificateId,
        /// Of which election.
        pub election: ElectionId,
        /// Who was elected.
        pub candidate: CandidateId,
        /// The congress of the seat.
        pub congress: BodyId,
        /// The year of its number.
        pub year: i64,
        /// The number.
        pub n: i64,
        /// With which a stranger checks it.
        pub code: String,
        /// The person.
        pub person: PersonId,
        /// The mandate, of deputies.
        pub mandate: Option<MandateId>,
        /// When it was issued.
        pub issued: Day,
        /// When the election was confirmed.
        pub confirmed: Option<Day>,
    }
}

const LIST: &str = "id, election, candidate, congress, year, n, code, person, mandate, issued, confirmed";

/// The certificates of an election, by number.
pub async fn certificates(ask: &mut impl Ask, election: ElectionId) -> Result<Vec<Certificate>, Fault> {
    let sql = Sql::new("select ").add(LIST).add(" from certificate where election = {} order by year, n");
    ask.all(sql.bind(election)).await
}

/// One certificate.
pub async fn read_certificate(ask: &mut impl Ask, id: CertificateId) -> Result<Option<Certificate>, Fault> {
    ask.one(Sql::new("select ").add(LIST).add(" from certificate where id = {}").bind(id)).await
}

/// Writes a new one.
pub async fn begin_certificate(tx: &mut Tx, it: &Certificate) -> Result<(), Fault> {
    let vals: Vec<Val> = vec![
        it.id.into(),
        it.election.into(),
        it.candidate.into(),
        it.congress.into(),
        it.year.into(),
        it.n.into(),
        (&it.code).into(),
        it.person.into(),
        it.mandate.into(),
        it.issued.into(),
        it.confirmed.into(),
    ];
    tx.run(Sql::new("insert into certificate (").add(LIST).add(") values ").list(vals)).await.map(drop)
}

/// Notes the day on which all elections of one were confirmed.
pub async fn confirm_certificates(tx: &mut Tx, election: ElectionId, on: Day) -> Result<(), Fault> {
    tx.run(Sql::new("update certificate set confirmed = {} where election = {}").bind(on).bind(election))
        .await
        .map(drop)
}

/// The next number of certificates of a congress in a year.
pub async fn serial(tx: &mut Tx, congress: BodyId, year: i64) -> Result<i64, Fault> {
    let sql = Sql::new(
        "insert into certificate_numbering (congress, year, last) values ({}, {}, 1) on conflict (congress, year) ",
    );
    let sql = sql.bind(congress).bind(year).add("do update set last = certificate_numbering.last + 1 returning last");
    let last = tx.one::<(i64,)>(sql).await?;
    last.map(|(last,)| last).ok_or_else(|| Fault::new("table `certificate_numbering` gave no number"))
}
