//! The register of certificates, and what a stranger is told of one.

use elections_rules::election::{CertificateId, ElectionId};
use kernel::{BodyId, Day};
use kit::{
    Fault,
    db::{Ask, Sql, Val},
    list::{self, Key, Kind, List, Order, Page, Position},
    row,
};

/// The highest number first.
pub const BY_NUMBER: Order = Order {
    name: "certificates",
    keys: &[Key::down("c.year", Kind::Int), Key::down("c.n", Kind::Int), Key::down("c.id", Kind::Id)],
};

row! {
    /// One line of the register.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct CertificateLine {
        /// The certificate.
        pub id: CertificateId,
        /// The election.
        pub election: ElectionId,
        /// What it is called.
        pub title: String,
        /// The congress of the seat.
        pub seated: String,
        /// The year of its number.
        pub year: i64,
        /// The number.
        pub n: i64,
        /// The code.
        pub code: String,
        /// Who was elected.
        pub name: String,
        /// The day of issue.
        pub issued: Day,
        /// The day of confirmation.
        pub confirmed: Option<Day>,
        /// The class of leaders; nothing of deputies.
        pub class: Option<String>,
        /// Election day.
        pub day: Day,
    }
}

const LINES: &str = "select c.id, c.election, e.title, b.name, c.year, c.n, c.code, k.name, c.issued, c.confirmed, e.class, e.day \
     from certificate c join election e on e.id = c.election join election_candidate k on k.id = c.candidate \
     join v_body b on b.id = c.congress where ";

/// One page of the register of a congress that held elections.
pub async fn register(
    ask: &mut impl Ask,
    congress: BodyId,
    after: Option<Position>,
    size: u16,
) -> Result<Page<CertificateLine>, Fault> {
    let count = "select count(*) from certificate c join election e on e.id = c.election where e.congress = {}";
    let list = List {
        select: Sql::new(LINES).add("e.congress = {}").bind(congress),
        count: Sql::new(count).bind(congress),
        order: &BY_NUMBER,
        after,
        size,
    };
    list::page(ask, list, |it: &CertificateLine| vec![Val::from(it.year), Val::from(it.n), Val::from(it.id)]).await
}

/// The whole register of a congress that held elections, as it is handed over: the lowest number first.
pub async fn whole_register(ask: &mut impl Ask, congress: BodyId) -> Result<Vec<CertificateLine>, Fault> {
    ask.all(Sql::new(LINES).add("e.congress = {} order by c.year, c.n, c.id").bind(congress)).await
}

/// One line of the register.
pub async fn of_register(ask: &mut impl Ask, id: CertificateId) -> Result<Option<CertificateLine>, Fault> {
    ask.one(Sql::new(LINES).add("c.id = {}").bind(id)).await
}

/// The certificates of an election, the lowest number first.
pub async fn of_election(ask: &mut impl Ask, election: ElectionId) -> Result<Vec<CertificateLine>, Fault> {
    ask.all(Sql::new(LINES).add("c.election = {} order by c.year, c.n, c.id").bind(election)).await
}

/// What a stranger is told of a certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The certificate.
    pub line: CertificateLine,
    /// The word of the mandate's standing; nothing where there is none yet, or of leaders.
    pub state: Option<String>,
}

/// The certificate of a code.
pub async fn checked(ask: &mut impl Ask, code: &str) -> Result<Option<Checked>, Fault> {
    let Some(line) = ask.one::<CertificateLine>(Sql::new(LINES).add("c.code = {}").bind(code)).await? else {
        return Ok(None);
    };
    let sql = Sql::new("select m.state from v_mandate m join certificate c on c.mandate = m.id where c.id = {}");
    let state: Option<(String,)> = ask.one(sql.bind(line.id)).await?;
    Ok(Some(Checked { line, state: state.map(|(state,)| state) }))
}
