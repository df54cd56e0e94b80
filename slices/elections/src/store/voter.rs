//! Lists of voters.

use elections_rules::election::{DistrictId, Struck, VoterId};
use kernel::{Day, Moment, Text};
use kit::{
    Fault,
    db::{Ask, Sql, Tx, Val},
    row,
};
use law_rules::Word as _;

row! {
    /// A voter as the list has them.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Voter {
        /// The identity.
        pub id: VoterId,
        /// On the list of which district.
        pub district: DistrictId,
        /// The number on it.
        pub n: u32,
        /// The name.
        pub name: Text<40>,
        /// 选民证号.
        pub card: Option<Text<40>>,
        /// The birthday.
        pub born: Option<Day>,
        /// 住址、工作单位.
        pub note: Option<Text<120>>,
        /// The word of why they were struck.
        pub struck: Option<String>,
        /// When.
        pub struck_on: Option<Day>,
    }
}

/// The columns of a voter, for lists.
pub(crate) const LIST: &str = "v.id, v.district, v.n, v.name, v.card, v.born, v.note, v.struck, v.struck_on";

const COLUMNS: [&str; 8] = ["id", "district", "n", "name", "card", "born", "note", "at"];

/// One voter.
pub async fn read_voter(ask: &mut impl Ask, id: VoterId) -> Result<Option<Voter>, Fault> {
    ask.one(Sql::new("select ").add(LIST).add(" from election_voter v where v.id = {}").bind(id)).await
}

/// The number after the last on the list of a district.
pub(crate) async fn next_number(ask: &mut impl Ask, district: DistrictId) -> Result<u32, Fault> {
    let sql = Sql::new("select coalesce(max(n), 0) from election_voter where district = {}").bind(district);
    let last = ask.one::<(i64,)>(sql).await?.map_or(0, |(last,)| last);
    Ok(u32::try_from(last).unwrap_or(0).saturating_add(1))
}

/// Writes new ones.
pub(crate) async fn begin_voters(tx: &mut Tx, all: &[Voter], at: Moment) -> Result<(), Fault> {
    let row = |it: &Voter| -> Vec<Val> {
        vec![
            it.id.into(),
            it.district.into(),
            it.n.into(),
            (&it.name).into(),
            it.card.as_ref().map(Text::as_str).into(),
            it.born.into(),
            it.note.as_ref().map(Text::as_str).into(),
            at.into(),
        ]
    };
    let rows: Vec<Vec<Val>> = all.iter().map(row).collect();
    tx.bulk("election_voter", &COLUMNS, rows).await.map(drop)
}

/// Strikes one; says whether they still stood on the list.
pub(crate) async fn strike_voter(tx: &mut Tx, id: VoterId, why: Struck, on: Day) -> Result<bool, Fault> {
    let sql = Sql::new("update election_voter set struck = {}, struck_on = {}").bind(why.word()).bind(on);
    Ok(tx.run(sql.add(" where struck is null and id = {}").bind(id)).await? == 1)
}

/// Writes what was wrong about one: name, card, birthday, address.
pub(crate) async fn correct_voter(tx: &mut Tx, it: &Voter) -> Result<(), Fault> {
    let sql = Sql::new("update election_voter set name = {}, card = {}").bind(&it.name);
    let sql = sql.bind(it.card.as_ref().map(Text::as_str)).add(", born = {}, note = {}").bind(it.born);
    let sql = sql.bind(it.note.as_ref().map(Text::as_str));
    tx.run(sql.add(" where id = {}").bind(it.id)).await.map(drop)
}

/// The voter of a number who stands on the list of a district.
pub(crate) async fn numbered(ask: &mut impl Ask, district: DistrictId, n: u32) -> Result<Option<Voter>, Fault> {
    let sql = Sql::new("select ").add(LIST).add(" from election_voter v where v.struck is null and v.district = {}");
    ask.one(sql.bind(district).add(" and v.n = {}").bind(n)).await
}

/// How many stand on the list of a district; nothing where it has none.
pub(crate) async fn listed(ask: &mut impl Ask, district: DistrictId) -> Result<Option<u32>, Fault> {
    let sql = Sql::new("select count(*), count(struck) from election_voter where district = {}").bind(district);
    let (all, struck) = ask.one::<(i64, i64)>(sql).await?.unwrap_or((0, 0));
    Ok(if all == 0 { None } else { u32::try_from(all - struck).ok() })
}

/// Counts the voters of a district by its list.
pub(crate) async fn count_voters(tx: &mut Tx, district: DistrictId) -> Result<(), Fault> {
    let Some(voters) = listed(tx, district).await? else { return Ok(()) };
    let sql = Sql::new("update election_district set voters = {} where id = {}").bind(voters).bind(district);
    tx.run(sql).await.map(drop)
}
