//! The register, and the list everybody reads.

use kernel::{AreaCode, BodyId, Day, Moment};
use kit::{
    Fault,
    db::{Ask, Sql, Val},
    list::{self, Key, Kind, List, Order, Page, Position},
    row,
};
use stations_rules::StationId;
use uuid::Uuid;

/// By place, then by identity.
pub const BY_AREA: Order =
    Order { name: "stations", keys: &[Key::up("s.area", Kind::Text), Key::up("s.id", Kind::Id)] };

/// What the register is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StationFilter {
    /// Congresses and stations; without any, those that are open, for everybody.
    pub held: Option<Vec<BodyId>>,
    /// The word of a stage.
    pub stage: Option<String>,
    /// The word of a tier.
    pub tier: Option<String>,
    /// Words of the name or of the address.
    pub q: String,
}

row! {
    /// One line of the register.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct StationLine {
        pub id: StationId,
        pub name: String,
        pub area: AreaCode,
        pub area_name: Option<String>,
        pub tier: String,
        pub kind: String,
        pub functions: String,
        pub host: String,
        pub place: String,
        pub size: Option<u32>,
        pub hours: String,
        pub phone: String,
        pub stage: String,
        pub stars: Option<u32>,
        pub stars_till: Option<Day>,
        pub homes: i64,
    }
}

impl StationLine {
    /// Its stars as they are good on a day; none where they ran out.
    #[must_use]
    pub fn stars_on(&self, day: Day) -> Option<u32> {
        self.stars.filter(|_| self.stars_till.is_none_or(|till| day <= till))
    }
}

const SELECT: &str = "select s.id, s.name, s.area, coalesce(a.name, w.name), s.tier, s.kind, s.functions, s.host, s.place, s.size, s.hours, s.phone, s.stage, s.stars, s.stars_till, \
     (select count(*) from station_home h where h.station = s.id and h.until is null) \
     from station s left join v_area a on a.code = s.area left join v_village w on w.code = s.area where ";

impl StationFilter {
    fn narrow(&self, sql: &'static str) -> Sql {
        let sql = Sql::new(sql);
        let mut sql = match &self.held {
            Some(held) => super::held(sql, held),
            None => sql.add("s.stage = 'open'"),
        };
        if let Some(stage) = &self.stage {
            sql = sql.add(" and s.stage = {}").bind(stage);
        }
        if let Some(tier) = &self.tier {
            sql = sql.add(" and s.tier = {}").bind(tier);
        }
        if self.q.is_empty() {
            return sql;
        }
        let like = format!("%{}%", self.q.replace(['%', '_', '\\'], ""));
        sql.add(" and (s.name like {} or s.place like {})").bind(&like).bind(&like)
    }
}

/// One page of the register.
pub async fn stations(
    ask: &mut impl Ask,
    filter: &StationFilter,
    after: Option<Position>,
    size: u16,
) -> Result<Page<StationLine>, Fault> {
    let list = List {
        select: filter.narrow(SELECT),
        count: filter.narrow("select count(*) from station s where "),
        order: &BY_AREA,
        after,
        size,
    };
    list::page(ask, list, |line: &StationLine| vec![Val::from(&line.area), Val::from(line.id)]).await
}

row! {
    /// One thing that became of a station.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct HistoryLine {
        pub at: Moment,
        pub step: String,
        pub other: Option<Uuid>,
        pub other_name: Option<String>,
        pub words: String,
    }
}

/// What became of a station, the latest last.
pub async fn history(ask: &mut impl Ask, id: StationId) -> Result<Vec<HistoryLine>, Fault> {
    let sql = Sql::new("select h.at, h.step, h.other, o.name, h.words from station_history h");
    ask.all(sql.add(" left join station o on o.id = h.other where h.station = {} order by h.n").bind(id)).await
}

/// Open stations of a congress into which another can go.
pub async fn successors(
    ask: &mut impl Ask,
    congress: BodyId,
    but: StationId,
) -> Result<Vec<(StationId, String)>, Fault> {
    let sql = Sql::new("select id, name from station where stage = 'open' and congress = {}").bind(congress);
    ask.all(sql.add(" and id <> {} order by name, id").bind(but)).await
}

/// The stations of which ledgers can be asked: for filters.
pub async fn names(ask: &mut impl Ask, held: &[BodyId]) -> Result<Vec<(StationId, String)>, Fault> {
    let sql = super::held(Sql::new("select s.id, s.name from station s where "), held);
    ask.all(sql.add(" order by s.area, s.id limit 300")).await
}
