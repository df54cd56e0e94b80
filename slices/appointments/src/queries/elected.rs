//! 选举产生的领导人员: elections of leaders as the noun of elections publishes them, the office each fills, and who holds it by them.

use appointments_rules::{HoldingId, SeatId};
use elections_rules::election::{CertificateId, ElectionId};
use kernel::{BodyId, Day, PersonId};
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};
use uuid::Uuid;

row! {
    /// An election of leaders.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct LeaderElection {
        /// The election.
        pub id: ElectionId,
        /// The congress.
        pub congress: BodyId,
        /// What it is called.
        pub title: String,
        /// Its day.
        pub day: Day,
        /// `chief`, `vice` or `member`.
        pub class: String,
        /// The word of its stage.
        pub stage: String,
        /// The term of the seats.
        pub term: Uuid,
        /// The office it fills, where that was said.
        pub seat: Option<SeatId>,
        /// What that is called.
        pub office: Option<String>,
    }
}

row! {
    /// Somebody who was elected.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct ElectedLine {
        /// The certificate.
        pub certificate: CertificateId,
        /// The election.
        pub election: ElectionId,
        /// The name on it.
        pub name: String,
        /// The entry of the roster, where there is one.
        pub person: Option<PersonId>,
        /// What that person holds by it.
        pub holding: Option<HoldingId>,
    }
}

const ELECTIONS: &str = "select l.id, l.congress, l.title, l.day, l.class, l.stage, l.term, n.seat, s.name from v_leader_election l \
     left join appointment_election n on n.election = l.id left join appointment_seat s on s.id = n.seat where l.stage <> 'cancelled'";

const ELECTED: &str = "select l.certificate, l.election, l.name, coalesce(p.merged_into, p.id), h.id from v_elected_leader l \
     left join v_person p on p.id = l.person left join appointment_holding h on h.certificate = l.certificate where ";

/// One election of leaders; nothing where it is called off, or elects deputies.
pub async fn leader_election(ask: &mut impl Ask, id: ElectionId) -> Result<Option<LeaderElection>, Fault> {
    ask.one(Sql::new(ELECTIONS).add(" and l.id = {}").bind(id)).await
}

/// The elections of leaders of a congress, the latest first: at most a hundred.
pub async fn leader_elections(ask: &mut impl Ask, congress: BodyId) -> Result<Vec<LeaderElection>, Fault> {
    let sql = Sql::new(ELECTIONS).add(" and l.congress = {}").bind(congress);
    ask.all(sql.add(" order by l.day desc, l.id limit 100")).await
}

/// Who was elected, by name.
pub async fn elected(ask: &mut impl Ask, election: ElectionId) -> Result<Vec<ElectedLine>, Fault> {
    ask.all(Sql::new(ELECTED).add("l.election = {} order by l.name, l.certificate").bind(election)).await
}

/// Whom one certificate is of.
pub async fn elected_by(ask: &mut impl Ask, certificate: CertificateId) -> Result<Option<ElectedLine>, Fault> {
    ask.one(Sql::new(ELECTED).add("l.certificate = {}").bind(certificate)).await
}
