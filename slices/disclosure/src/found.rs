//! What the search index is told: the editions the public reads, and nothing of the originals.

use disclosure_rules::{DisclosureId, SessionId};
use futures_util::future::BoxFuture;
use kernel::{AreaCode, BodyId, Day, Moment, PersonId};
use kit::{
    Fault,
    db::{Db, Sql},
    row,
    search::{Document, Source, Within},
};
use uuid::Uuid;

/// Disclosed suggestions as the index reads them; what is taken down leaves it.
pub const SOURCE: Source = Source {
    concerns: |fact| fact.verb.starts_with("disclosure.").then_some(fact.subject),
    load: |db, ids| Box::pin(load(db, ids)) as BoxFuture<'_, _>,
    pages: |db, after, limit| Box::pin(pages(db, after, limit)) as BoxFuture<'_, _>,
};

/// What the list is narrowed by, as the index keeps it.
pub(crate) enum Label<'a> {
    /// Before the public, without end.
    Public,
    /// Before the public to the end of a year, a month or a day, as written: `2031`, `2031-06`, `2031-06-12`.
    Until(&'a str),
    /// The congress.
    Congress(BodyId),
    /// The session.
    Session(SessionId),
    /// The year in which it was handed in.
    Year(i16),
    /// A unit that answered.
    Unit(BodyId),
    /// The code of its category.
    Category(&'a str),
    /// The deputy, where named.
    Deputy(PersonId),
}

impl Label<'_> {
    /// As the index writes it.
    pub(crate) fn word(&self) -> String {
        match self {
            Self::Public => "disclosed".to_owned(),
            Self::Until(end) => format!("disclosed-until:{end}"),
            Self::Congress(congress) => format!("disclosed-by:{congress}"),
            Self::Session(session) => format!("session:{session}"),
            Self::Year(year) => format!("year:{year}"),
            Self::Unit(unit) => format!("unit:{unit}"),
            Self::Category(code) => format!("category:{code}"),
            Self::Deputy(person) => format!("deputy:{person}"),
        }
    }
}

/// The farthest a disclosure can end, in years from now (`disclosure.years`).
const FARTHEST: i16 = 100;

/// What the public may find on a day: what stays without end, and what ends in a later year, a later month of this one, or on a later
/// day of this month. What is over is not even counted.
pub(crate) fn open_on(today: Day) -> Vec<Within> {
    let (year, month, _) = today.parts();
    let years = (year + 1..=year + FARTHEST + 1).map(|year| format!("{year:04}"));
    let months = (month + 1..=12).map(|month| format!("{year:04}-{month:02}"));
    let days = (0..31).map(|days| today.plus_days(days)).take_while(|day| day.parts().1 == month);
    let days = days.map(|day| day.to_string());
    let ends = years.chain(months).chain(days).map(|end| Label::Until(&end).word());
    std::iter::once(Label::Public.word()).chain(ends).map(Within::Label).collect()
}

/// That it is before the public, for each way in which [`open_on`] asks.
fn open(until: Option<Day>) -> Vec<String> {
    let Some(until) = until.map(|day| day.to_string()) else { return vec![Label::Public.word()] };
    let ends = [until.get(..4), until.get(..7), Some(until.as_str())];
    ends.into_iter().flatten().map(|end| Label::Until(end).word()).collect()
}

row! {
    struct Row {
        id: DisclosureId,
        congress: BodyId,
        area: AreaCode,
        session: SessionId,
        year: i64,
        category: String,
        lead: Option<PersonId>,
        since: Moment,
        until: Option<Day>,
        editions: u32,
        title: String,
        body: String,
    }
}

const ROWS: &str = "select d.id, d.congress, (select b.area from v_body b where b.id = d.congress), d.session, d.year, \
     d.category, d.lead, d.since, d.until, d.editions, e.title, e.body from disclosure d \
     join disclosure_edition e on e.disclosure = d.id and e.edition = d.editions where d.stage = 'disclosed'";

async fn load(db: &Db, ids: Vec<Uuid>) -> Result<Vec<Document>, Fault> {
    let rows: Vec<Row> = db.all(Sql::new(ROWS).add(" and d.id in ").list(ids)).await?;
    dress(db, rows).await
}

async fn pages(db: &Db, after: Option<Uuid>, limit: i64) -> Result<Vec<Document>, Fault> {
    let mut sql = Sql::new(ROWS);
    if let Some(id) = after {
        sql = sql.add(" and d.id > {}").bind(id);
    }
    dress(db, db.all(sql.add(" order by d.id limit {}").bind(limit)).await?).await
}

/// Adds the letters and their units.
async fn dress(db: &Db, rows: Vec<Row>) -> Result<Vec<Document>, Fault> {
    let mut documents = Vec::with_capacity(rows.len());
    for row in rows {
        let sql =
            Sql::new("select unit, body from disclosure_reply where disclosure = {} and edition = {} order by ordinal");
        let replies: Vec<(BodyId, String)> = db.all(sql.bind(row.id).bind(row.editions)).await?;
        documents.push(document(row, &replies));
    }
    Ok(documents)
}

fn document(row: Row, replies: &[(BodyId, String)]) -> Document {
    let year = i16::try_from(row.year).unwrap_or(i16::MAX);
    let own =
        [Label::Congress(row.congress), Label::Session(row.session), Label::Year(year), Label::Category(&row.category)];
    let units = replies.iter().map(|(unit, _)| Label::Unit(*unit));
    let labels = own.into_iter().chain(units).chain(row.lead.map(Label::Deputy)).map(|label| label.word());
    let labels = open(row.until).into_iter().chain(labels).collect();
    let texts = std::iter::once(row.body.as_str()).chain(replies.iter().map(|(_, body)| body.as_str()));
    Document {
        id: row.id.uuid(),
        kind: "disclosure",
        area: row.area,
        readers: Vec::new(),
        labels,
        day: row.since.day(),
        title: row.title,
        body: texts.collect::<Vec<_>>().join("\n"),
    }
}
