//! Districts of an election; a congress that votes itself is one.

use elections_rules::election::{DistrictId, ElectionId};
use kernel::{Day, Text};
use kit::{
    Fault,
    db::{Ask, Sql, Tx, Val},
    row,
};
use roster_rules::ConstituencyId;

row! {
    /// A district as it is kept.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct District {
        /// Its identity.
        pub id: DistrictId,
        /// The election.
        pub election: ElectionId,
        /// Which.
        pub n: u32,
        /// Its name.
        pub name: Text<60>,
        /// The district of the roster.
        pub constituency: Option<ConstituencyId>,
        /// How many it elects.
        pub seats: u32,
        /// How many vote there.
        pub voters: u32,
        /// 投票站.
        pub stations: u32,
        /// The day the list of voters was posted.
        pub voter_list: Option<Day>,
        /// The day the first list of candidates was posted.
        pub first_list: Option<Day>,
        /// The day the formal list was posted.
        pub formal_list: Option<Day>,
    }
}

impl District {
    /// The days of the three lists.
    #[must_use]
    pub const fn posted(&self) -> [Option<Day>; 3] {
        [self.voter_list, self.first_list, self.formal_list]
    }
}

const LIST: &str = "id, election, n, name, constituency, seats, voters, stations, voter_list, first_list, formal_list";

/// The districts of an election, in their order.
pub async fn districts(ask: &mut impl Ask, election: ElectionId) -> Result<Vec<District>, Fault> {
    let sql = Sql::new("select ").add(LIST).add(" from election_district where election = {} order by n");
    ask.all(sql.bind(election)).await
}

/// One district.
pub async fn read_district(ask: &mut impl Ask, id: DistrictId) -> Result<Option<District>, Fault> {
    ask.one(Sql::new("select ").add(LIST).add(" from election_district where id = {}").bind(id)).await
}

/// Writes a new one.
pub async fn begin_district(tx: &mut Tx, it: &District) -> Result<(), Fault> {
    let vals: Vec<Val> = vec![
        it.id.into(),
        it.election.into(),
        it.n.into(),
        (&it.name).into(),
        it.constituency.into(),
        it.seats.into(),
        it.voters.into(),
        it.stations.into(),
        it.voter_list.into(),
        it.first_list.into(),
        it.formal_list.into(),
    ];
    tx.run(Sql::new("insert into election_district (").add(LIST).add(") values ").list(vals)).await.map(drop)
}

/// Writes what was changed.
pub async fn save_district(tx: &mut Tx, it: &District) -> Result<(), Fault> {
    let sql = Sql::new("update election_district set name = {}").bind(&it.name);
    let sql = sql.add(", seats = {}, voters = {}, stations = {}").bind(it.seats).bind(it.voters).bind(it.stations);
    let sql = sql.add(", voter_list = {}, first_list = {}, formal_list = {}");
    let sql = sql.bind(it.voter_list).bind(it.first_list).bind(it.formal_list);
    tx.run(sql.add(" where id = {}").bind(it.id)).await.map(drop)
}
