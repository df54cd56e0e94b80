//! The follower that keeps the counts of the handling: a row for each part, and the sums of them.

use std::collections::BTreeMap;

use kernel::{AreaCode, BodyId, Day};
use kit::{
    Fault, Site,
    db::{Ask, Sql, Tx},
    follow::Follower,
    journal::Entry,
    row,
};
use serde::Deserialize;
use supervision_rules::{SessionId, SuggestionId};
use uuid::Uuid;

use crate::{
    dated::{read, settle, settled},
    mapped,
};

/// Counts what each fact of a suggestion changed.
pub const TALLY: Follower =
    Follower { name: "supervision.tally", effect: |site, tx, entry| Box::pin(take_in(site, tx, entry)) };

row! {
    /// A word something is counted under.
    #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
    struct Word {
        congress: BodyId,
        session: SessionId,
        about: Uuid,
        dimension: String,
        word: String,
    }
}

async fn take_in(site: &Site, tx: &mut Tx, entry: &Entry) -> Result<(), Fault> {
    if entry.verb.starts_with("suggestion.") {
        settle(tx, site.today()).await?;
        count_anew(tx, SuggestionId::from_uuid(entry.subject)).await?;
    }
    if entry.verb == "suggestion-rules.laid" {
        let Ok(Laid { key }) = serde_json::from_value(entry.fact.clone()) else { return Ok(()) };
        if let Some(category) = key.strip_prefix("mapping.") {
            map_anew(tx, BodyId::from_uuid(entry.subject), category).await?;
        }
    }
    Ok(())
}

/// Of an entry that was laid, its key.
#[derive(Deserialize)]
struct Laid {
    key: String,
}

/// A congress counts a category under another code of the list above: what was summed moves over.
async fn map_anew(tx: &mut Tx, congress: BodyId, category: &str) -> Result<(), Fault> {
    let Some((was, now)) = mapped::again(tx, congress, category).await?.filter(|(was, now)| was != now) else {
        return Ok(());
    };
    let sql =
        Sql::new("select session, n from handling_sum where dimension = 'category' and congress = {} and about = {}");
    let sql = sql.bind(congress).bind(congress).add(" and word = {}").bind(category);
    for (session, n) in tx.all::<(SessionId, i64)>(sql).await? {
        let Some(Place { area, year, .. }) = place(tx, congress, session).await? else { continue };
        for around in std::iter::successors(Some(area), AreaCode::parent) {
            below(tx, (&around, &year), ("mapping", &was), -n).await?;
            below(tx, (&around, &year), ("mapping", &now), n).await?;
        }
    }
    Ok(())
}

async fn words(ask: &mut impl Ask, id: SuggestionId) -> Result<Vec<Word>, Fault> {
    let sql = Sql::new("select congress, session, about, dimension, word from handling_word where suggestion = {}");
    ask.all(sql.bind(id)).await
}

/// Counts one suggestion anew, and moves the sums by what that changed.
async fn count_anew(tx: &mut Tx, id: SuggestionId) -> Result<(), Fault> {
    let was = words(tx, id).await?;
    tx.run(Sql::new("delete from handling_cell where suggestion = {}").bind(id)).await?;
    tx.run(Sql::new(FILL).add(" where suggestion = {}").bind(id)).await?;
    let mut moved: BTreeMap<Word, i64> = BTreeMap::new();
    was.into_iter().for_each(|word| *moved.entry(word).or_default() -= 1);
    words(tx, id).await?.into_iter().for_each(|word| *moved.entry(word).or_default() += 1);
    moved.retain(|_, by| *by != 0);
    for (word, by) in &moved {
        shift(tx, word, *by).await?;
    }
    rise(tx, &moved).await
}

async fn shift(tx: &mut Tx, word: &Word, by: i64) -> Result<(), Fault> {
    let sql = Sql::new(
        "insert into handling_sum (congress, session, about, dimension, word, n) values ({}, {}, {}, {}, {}, {})",
    )
    .add(" on conflict (congress, session, about, dimension, word) do update set n = handling_sum.n + excluded.n")
    .bind(word.congress)
    .bind(word.session)
    .bind(word.about);
    tx.run(sql.bind(&word.dimension).bind(&word.word).bind(by)).await?;
    if by > 0 {
        return Ok(());
    }
    // Words that begin with a day are many.
    let sql = Sql::new("delete from handling_sum where n = 0 and congress = {} and session = {} and about = {}")
        .bind(word.congress)
        .bind(word.session)
        .bind(word.about);
    tx.run(sql.add(" and dimension = {} and word = {}").bind(&word.dimension).bind(&word.word)).await.map(drop)
}

row! {
    /// Where a congress is, and the year of one of its sessions.
    struct Place {
        area: AreaCode,
        level: String,
        year: String,
    }
}

async fn place(ask: &mut impl Ask, congress: BodyId, session: SessionId) -> Result<Option<Place>, Fault> {
    let sql = Sql::new("select b.area, b.level, substr(t.opened, 1, 4) from v_body b, v_session t where b.id = {}");
    ask.one(sql.bind(congress).add(" and t.id = {}").bind(session)).await
}

/// Moves the sums of the area of a congress, and of every area around it, in the year of the session.
async fn rise(tx: &mut Tx, moved: &BTreeMap<Word, i64>) -> Result<(), Fault> {
    for (word, by) in moved.iter().filter(|(word, _)| word.about == word.congress.uuid()) {
        let Some(Place { area, level, year }) = place(tx, word.congress, word.session).await? else { continue };
        let above = match word.dimension.as_str() {
            "category" => Some(mapped::counted(tx, word.congress, &word.word).await?),
            _ => None,
        };
        for around in std::iter::successors(Some(area), AreaCode::parent) {
            below(tx, (&around, &year), (&word.dimension, &word.word), *by).await?;
            if word.dimension == "all" {
                below(tx, (&around, &year), ("level", &level), *by).await?;
            }
            if let Some(code) = &above {
                below(tx, (&around, &year), ("mapping", code), *by).await?;
            }
        }
    }
    Ok(())
}

async fn below(
    tx: &mut Tx,
    (area, year): (&AreaCode, &str),
    (dimension, word): (&str, &str),
    by: i64,
) -> Result<(), Fault> {
    let sql = Sql::new("insert into handling_year (area, year, dimension, word, n) values ({}, {}, {}, {}, {})")
        .add(" on conflict (area, year, dimension, word) do update set n = handling_year.n + excluded.n");
    tx.run(sql.bind(area.as_str()).bind(year).bind(dimension).bind(word).bind(by)).await?;
    if by > 0 {
        return Ok(());
    }
    let sql =
        Sql::new("delete from handling_year where n = 0 and area = {} and year = {} and dimension = {} and word = {}");
    tx.run(sql.bind(area.as_str()).bind(year).bind(dimension).bind(word)).await.map(drop)
}

const FILL: &str = "insert into handling_cell (id, suggestion, congress, session, category, unit, role, class, outcome, \
     process, judge_by, timely, due, rounds, source, hops, contact, main) select id, suggestion, congress, session, category, \
     unit, role, class, outcome, process, judge_by, timely, due, rounds, source, hops, contact, main from handling_counted";

/// Every area around a congress, itself too: the lengths of area codes.
const AROUND: &str = "from handling_rising r join (select 2 as size union all select 4 union all select 6 union all select 9 \
     union all select 12) l on l.size <= length(r.area) group by substr(r.area, 1, l.size), r.year, r.dimension, r.word";

/// Counts everything anew, for a world that was laid in bulk.
pub async fn rebuild(tx: &mut Tx, today: Day) -> Result<(), Fault> {
    for table in ["delete from handling_cell", "delete from handling_sum", "delete from handling_year"] {
        tx.run(table).await?;
    }
    tx.run(FILL).await?;
    tx.run(
        "insert into handling_sum (congress, session, about, dimension, word, n) select congress, session, about, dimension, \
         word, count(*) from handling_word group by congress, session, about, dimension, word",
    )
    .await?;
    mapped::rebuild(tx).await?;
    let sql = "insert into handling_year (area, year, dimension, word, n) \
         select substr(r.area, 1, l.size), r.year, r.dimension, r.word, cast(sum(r.n) as bigint) ";
    tx.run(Sql::new(sql).add(AROUND)).await?;
    tx.run("update handling_settled set day = ''").await?;
    settle(tx, today).await
}

/// Suggestions whose rows are not what they are to be, and sums that are not those of the rows.
pub(crate) async fn drift(ask: &mut impl Ask) -> Result<Vec<String>, Fault> {
    let rows = "select suggestion from (select * from (select id, suggestion, congress, session, category, unit, role, class, \
         outcome, process, judge_by, timely, due, rounds, source, hops, contact, main from handling_counted) a except select id, \
         suggestion, congress, session, category, unit, role, class, outcome, process, judge_by, timely, due, rounds, source, \
         hops, contact, main from handling_cell) x limit 10";
    let found: Vec<(SuggestionId,)> = ask.all(rows).await?;
    let mut found: Vec<String> = found.into_iter().map(|(id,)| id.to_string()).collect();
    let surplus = "select suggestion from handling_cell where id not in (select id from handling_counted) limit 10";
    found.extend(ask.all::<(SuggestionId,)>(surplus).await?.into_iter().map(|(id,)| id.to_string()));
    // What is kept less what is counted, as both read on one day: nothing must be left.
    let day = settled(ask).await?;
    let sums = read("select h.congress, h.session, h.about, ", day.as_str())
        .add("from (select congress, session, about, dimension, word, n from handling_sum union all ")
        .add("select congress, session, about, dimension, word, -1 from handling_word) h ")
        .add("group by 1, 2, 3, 4, 5 having sum(h.n) <> 0 limit 10");
    let found_sums: Vec<(BodyId, SessionId, Uuid, String, String, i64)> = ask.all(sums).await?;
    found.extend(
        found_sums.into_iter().map(|(_, _, about, of, word, by)| format!("the sum of {of} {word} of {about}: {by}")),
    );
    let years = read("select h.area, h.year, ", day.as_str())
        .add("from (select area, year, dimension, word, n from handling_year union all ")
        .add("select substr(r.area, 1, l.size), r.year, r.dimension, r.word, cast(-sum(r.n) as bigint) ")
        .add(AROUND)
        .add(") h group by 1, 2, 3, 4 having sum(h.n) <> 0 limit 10");
    let found_years: Vec<(String, String, String, String, i64)> = ask.all(years).await?;
    found.extend(
        found_years
            .into_iter()
            .map(|(area, year, of, word, by)| format!("the sum of {of} {word} of {area}, {year}: {by}")),
    );
    found.extend(mapped::drift(ask).await?);
    Ok(found)
}
