//! Editions of standing methods.

use ballots_rules::paper::{Assembly, Kind, Method, MethodId};
use kernel::{AccountId, BodyId, Moment};
use kit::{
    Fault,
    db::{Ask, At, Sql, Tx, Val},
    row,
};
use law_rules::Word as _;

/// An edition as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Its identity.
    pub id: MethodId,
    /// The congress.
    pub congress: BodyId,
    /// Whose votes.
    pub assembly: Assembly,
    /// Which kind of vote.
    pub kind: Kind,
    /// Which of that assembly and kind, from 1.
    pub n: u32,
    /// What was adopted.
    pub method: Method,
    /// When it was entered.
    pub at: Moment,
    /// By whom.
    pub account: Option<AccountId>,
}

row! {
    struct EditionRow {
        id: MethodId,
        congress: BodyId,
        assembly: String,
        kind: String,
        edition: u32,
        method: String,
        at: Moment,
        account: Option<AccountId>,
    }
}

const LIST: &str = "id, congress, assembly, kind, edition, method, at, account";

fn whole(row: EditionRow) -> Result<Edition, Fault> {
    let place = At { table: "ballot_method", id: &row.id };
    let method = serde_json::from_str(&row.method).map_err(|error| place.broken("method", error))?;
    let assembly = place.word("assembly", &row.assembly, Assembly::read)?;
    let kind = place.word("kind", &row.kind, Kind::read)?;
    let EditionRow { id, congress, edition: n, at, account, .. } = row;
    Ok(Edition { id, congress, assembly, kind, n, method, at, account })
}

/// The editions of one assembly and kind, the newest first.
pub(crate) async fn editions(
    ask: &mut impl Ask,
    congress: BodyId,
    (assembly, kind): (Assembly, Kind),
) -> Result<Vec<Edition>, Fault> {
    let sql = Sql::new("select ").add(LIST).add(" from ballot_method where congress = {}").bind(congress);
    let sql = sql.add(" and assembly = {}").bind(assembly.word()).add(" and kind = {}").bind(kind.word());
    let rows: Vec<EditionRow> = ask.all(sql.add(" order by edition desc")).await?;
    rows.into_iter().map(whole).collect()
}

/// The edition that stands; nothing where the congress entered none.
pub(crate) async fn standing(
    ask: &mut impl Ask,
    congress: BodyId,
    of: (Assembly, Kind),
) -> Result<Option<Edition>, Fault> {
    Ok(editions(ask, congress, of).await?.into_iter().next())
}

/// Every edition of a congress, or of all where none is named, the oldest first.
pub(crate) async fn all_editions(ask: &mut impl Ask, congress: Option<BodyId>) -> Result<Vec<Edition>, Fault> {
    let mut sql = Sql::new("select ").add(LIST).add(" from ballot_method");
    if let Some(congress) = congress {
        sql = sql.add(" where congress = {}").bind(congress);
    }
    let rows: Vec<EditionRow> = ask.all(sql.add(" order by congress, assembly, kind, edition")).await?;
    rows.into_iter().map(whole).collect()
}

/// Writes the next edition; says whether it is the next still.
pub(crate) async fn begin_edition(tx: &mut Tx, it: &Edition) -> Result<bool, Fault> {
    let vals: [Val; 8] = [
        it.id.into(),
        it.congress.into(),
        it.assembly.word().into(),
        it.kind.word().into(),
        it.n.into(),
        serde_json::to_string(&it.method)?.into(),
        it.at.into(),
        it.account.into(),
    ];
    let sql = Sql::new("insert into ballot_method (").add(LIST).add(") values ").list(vals);
    Ok(tx.run(sql.add(" on conflict (congress, assembly, kind, edition) do nothing")).await? == 1)
}
