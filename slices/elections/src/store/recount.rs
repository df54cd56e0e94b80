//! What stood of a round before it was entered again.

use elections_rules::election::{DistrictId, ElectionId, Figures};
use kernel::{AccountId, Moment, Text};
use kit::{
    Fault,
    db::{Ask, At, Sql, Tx, Val},
    row,
};
use serde::{Deserialize, Serialize};

/// Figures and votes as they stood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Before {
    /// The figures.
    pub figures: Figures,
    /// Votes by name.
    pub votes: Vec<(String, u32)>,
}

/// A round that was entered again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recount {
    /// Of which district.
    pub district: DistrictId,
    /// Which round.
    pub n: u32,
    /// Which time.
    pub attempt: u32,
    /// What stood before.
    pub before: Before,
    /// Why it was entered again.
    pub reason: Text<200>,
    /// By whom.
    pub account: AccountId,
    /// When.
    pub at: Moment,
}

row! {
    struct Line {
        district: DistrictId,
        n: u32,
        attempt: u32,
        count: String,
        reason: Text<200>,
        account: AccountId,
        at: Moment,
    }
}

const LIST: &str = "district, n, attempt, count, reason, account, at";

fn whole(row: Line) -> Result<Recount, Fault> {
    let place = At { table: "election_recount", id: &row.district };
    let before = serde_json::from_str(&row.count).map_err(|error| place.broken("count", error))?;
    let Line { district, n, attempt, reason, account, at, .. } = row;
    Ok(Recount { district, n, attempt, before, reason, account, at })
}

/// The rounds of an election that were entered again, district by district.
pub async fn recounts(ask: &mut impl Ask, election: ElectionId) -> Result<Vec<Recount>, Fault> {
    let sql = Sql::new("select ")
        .add(LIST)
        .add(" from election_recount where district in (select d.id from election_district d where d.election = {})");
    let rows: Vec<Line> = ask.all(sql.bind(election).add(" order by district, n, attempt")).await?;
    rows.into_iter().map(whole).collect()
}

/// Writes what stood before.
pub async fn begin_recount(tx: &mut Tx, it: &Recount) -> Result<(), Fault> {
    let vals: Vec<Val> = vec![
        it.district.into(),
        it.n.into(),
        it.attempt.into(),
        serde_json::to_string(&it.before)?.into(),
        (&it.reason).into(),
        it.account.into(),
        it.at.into(),
    ];
    tx.run(Sql::new("insert into election_recount (").add(LIST).add(") values ").list(vals)).await.map(drop)
}
