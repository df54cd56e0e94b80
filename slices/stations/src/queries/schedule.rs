//! 近期接待: what the published rosters say of a station, for its page and its board.

use kernel::Day;
use kit::{
    Fault,
    db::{Ask, Sql},
    row,
};
use stations_rules::StationId;

row! {
    struct Seat {
        day: Day,
        begins: u16,
        ends: u16,
        name: String,
    }
}

/// One reception to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coming {
    /// Its day.
    pub day: Day,
    /// The minutes of the day from which and to which.
    pub hours: (u16, u16),
    /// Who receives.
    pub names: Vec<String>,
}

impl Coming {
    /// 09:00—11:00.
    #[must_use]
    pub fn clock(&self) -> String {
        let (from, to) = self.hours;
        format!("{:02}:{:02}—{:02}:{:02}", from / 60, from % 60, to / 60, to % 60)
    }
}

/// The receptions of a station in these days, as they were published.
pub async fn coming(ask: &mut impl Ask, id: StationId, (first, last): (Day, Day)) -> Result<Vec<Coming>, Fault> {
    let sql = Sql::new("select d.day, d.begins, d.ends, p.name from v_duty d join v_person p on p.id = d.person");
    let sql = sql.add(" where d.stage in ('published', 'attended') and d.station = {}").bind(id);
    let sql = sql.add(" and d.day >= {} and d.day <= {}").bind(first).bind(last);
    let seats: Vec<Seat> = ask.all(sql.add(" order by d.day, d.begins, p.pinyin, p.id limit 300")).await?;
    let mut all: Vec<Coming> = Vec::new();
    for Seat { day, begins, ends, name } in seats {
        match all.last_mut() {
            Some(one) if (one.day, one.hours) == (day, (begins, ends)) => one.names.push(name),
            _ => all.push(Coming { day, hours: (begins, ends), names: vec![name] }),
        }
    }
    Ok(all)
}

/// Whether a signed code of the station is in force.
pub async fn has_code(ask: &mut impl Ask, id: StationId) -> Result<bool, Fault> {
    let sql = Sql::new("select 1 from v_code where kind = 'station' and target = {} limit 1").bind(id);
    Ok(ask.one::<(i64,)>(sql).await?.is_some())
}
