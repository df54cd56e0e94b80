//! Patterns.

use duty_rules::{Hours, Meets, Pattern, PatternId, Shift, StationId};
use kernel::{Day, Moment};
use kit::{
    Fault,
    db::{Ask, At, Sql, Tx, Val},
    row,
};

row! {
    struct PatternRow {
        id: PatternId,
        station: StationId,
        meets: String,
        numbers: String,
        weeks: String,
        months: String,
        begins: u16,
        ends: u16,
        deputies: u16,
        shift: String,
        since: Day,
        until: Option<Day>,
    }
}

const LIST: &str = "id, station, meets, numbers, weeks, months, begins, ends, deputies, shift, since, until";

fn numbers(at: At<'_>, column: &str, text: &str) -> Result<Vec<u8>, Fault> {
    let read = |one: &str| one.parse().map_err(|_| at.broken(column, format_args!("holds `{text}`")));
    text.split(',').filter(|one| !one.is_empty()).map(read).collect()
}

fn joined(numbers: &[u8]) -> String {
    numbers.iter().map(u8::to_string).collect::<Vec<_>>().join(",")
}

fn whole(row: PatternRow) -> Result<(StationId, Pattern), Fault> {
    let at = At { table: "duty_pattern", id: &row.id };
    let (days, weeks) = (numbers(at, "numbers", &row.numbers)?, numbers(at, "weeks", &row.weeks)?);
    let pattern = Pattern {
        id: row.id,
        meets: at.need("meets", Meets::of(&row.meets, &days, &weeks))?,
        months: numbers(at, "months", &row.months)?,
        hours: at.need("ends", Hours::new(row.begins, row.ends))?,
        deputies: u8::try_from(row.deputies).map_err(|error| at.broken("deputies", error))?,
        shift: at.word("shift", &row.shift, Shift::read)?,
        since: row.since,
        until: row.until,
    };
    Ok((row.station, pattern))
}

/// The patterns of a station that hold on some day on or after one, the oldest first.
pub async fn patterns(ask: &mut impl Ask, station: StationId, from: Day) -> Result<Vec<Pattern>, Fault> {
    let sql = Sql::new("select ").add(LIST).add(" from duty_pattern where station = {}").bind(station);
    let sql = sql.add(" and (until is null or until >= {}) order by since, id").bind(from);
    let rows: Vec<PatternRow> = ask.all(sql).await?;
    rows.into_iter().map(|row| whole(row).map(|(_, pattern)| pattern)).collect()
}

/// One pattern, with its station.
pub async fn read_pattern(ask: &mut impl Ask, id: PatternId) -> Result<Option<(StationId, Pattern)>, Fault> {
    let sql = Sql::new("select ").add(LIST).add(" from duty_pattern where id = {}").bind(id);
    ask.one::<PatternRow>(sql).await?.map(whole).transpose()
}

/// Writes a new one.
pub async fn write_pattern(tx: &mut Tx, station: StationId, it: &Pattern, at: Moment) -> Result<(), Fault> {
    let vals: [Val; 13] = [
        it.id.into(),
        station.into(),
        it.meets.kind().into(),
        joined(it.meets.numbers()).into(),
        joined(it.meets.weeks()).into(),
        joined(&it.months).into(),
        it.hours.begins().into(),
        it.hours.ends().into(),
        u16::from(it.deputies).into(),
        it.shift.word().into(),
        it.since.into(),
        it.until.into(),
        at.into(),
    ];
    let sql = Sql::new("insert into duty_pattern (").add(LIST).add(", made) values ").list(vals);
    tx.run(sql).await.map(drop)
}

/// Ends one; nothing happens where it ends earlier already.
pub async fn end_pattern(tx: &mut Tx, id: PatternId, until: Day) -> Result<bool, Fault> {
    let sql = Sql::new("update duty_pattern set until = {} where id = {}").bind(until).bind(id);
    let sql = sql.add(" and (until is null or until > {})").bind(until);
    Ok(tx.run(sql).await? == 1)
}
