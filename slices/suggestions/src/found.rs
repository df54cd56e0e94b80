//! What the search index is told of suggestions: whose text, and who may find it.

use futures_util::future::BoxFuture;
use kernel::{AreaCode, BodyId, Moment, PersonId};
use kit::{
    Fault,
    db::{Db, Sql},
    row,
    search::{Document, Source},
};
use roster_rules::SessionId;
use suggestions_rules::SuggestionId;
use uuid::Uuid;

/// Suggestions as the index reads them. Drafts are nobody's but their deputy's and stay out.
pub const SOURCE: Source = Source {
    concerns: |fact| fact.verb.starts_with("suggestion.").then_some(fact.subject),
    load: |db, ids| Box::pin(load(db, ids)) as BoxFuture<'_, _>,
    pages: |db, after, limit| Box::pin(pages(db, after, limit)) as BoxFuture<'_, _>,
};

/// What lists are narrowed by, as the index keeps it.
pub(crate) enum Label<'a> {
    /// The word of its stage.
    Stage(&'a str),
    /// The code of its category.
    Category(&'a str),
    /// Its session.
    Session(SessionId),
    /// A unit with a part in it.
    Unit(BodyId),
    /// The year in which it was handed in.
    Year(i16),
    /// Open to whoever may read what that congress has published.
    Open(BodyId),
}

impl Label<'_> {
    /// As the index writes it.
    pub(crate) fn word(&self) -> String {
        match self {
            Self::Stage(word) => format!("stage:{word}"),
            Self::Category(code) => format!("category:{code}"),
            Self::Session(session) => format!("session:{session}"),
            Self::Unit(unit) => format!("unit:{unit}"),
            Self::Year(year) => format!("year:{year}"),
            Self::Open(congress) => format!("open:{congress}"),
        }
    }
}

row! {
    struct Row {
        id: SuggestionId,
        congress: BodyId,
        area: AreaCode,
        lead: PersonId,
        title: String,
        body: String,
        filed: Moment,
        stage: String,
        category: String,
        session: SessionId,
        open: bool,
    }
}

const ROWS: &str = "select s.id, s.congress, (select b.area from v_body b where b.id = s.congress), s.lead, s.title, s.body, s.filed, \
     s.stage, s.category, s.session, case when s.publish = 1 and s.number is not null then 1 else 0 end from suggestion s where s.filed is not null";

async fn load(db: &Db, ids: Vec<Uuid>) -> Result<Vec<Document>, Fault> {
    let rows: Vec<Row> = db.all(Sql::new(ROWS).add(" and s.id in ").list(ids)).await?;
    dress(db, rows).await
}

async fn pages(db: &Db, after: Option<Uuid>, limit: i64) -> Result<Vec<Document>, Fault> {
    let mut sql = Sql::new(ROWS);
    if let Some(id) = after {
        sql = sql.add(" and s.id > {}").bind(id);
    }
    dress(db, db.all(sql.add(" order by s.id limit {}").bind(limit)).await?).await
}

/// Adds the readers: the congress, the signers, the units that have a part.
async fn dress(db: &Db, rows: Vec<Row>) -> Result<Vec<Document>, Fault> {
    let ids = || rows.iter().map(|row| row.id);
    let units = Sql::new("select suggestion, unit from assignment where suggestion in ").list(ids());
    let signers = Sql::new("select suggestion, person from cosigner where answer = 'confirmed' and suggestion in ");
    let units = ordered(db.all(units).await?);
    let signers = ordered(db.all(signers.list(ids())).await?);
    Ok(rows
        .into_iter()
        .map(|row| {
            let (units, signers) = (of(&units, row.id), of(&signers, row.id));
            document(row, &units, signers)
        })
        .collect())
}

type Pairs = Vec<(SuggestionId, Uuid)>;

fn ordered(mut pairs: Pairs) -> Pairs {
    pairs.sort_unstable();
    pairs
}

fn of(pairs: &Pairs, id: SuggestionId) -> Vec<Uuid> {
    let at = pairs.partition_point(|(other, _)| *other < id);
    pairs.iter().skip(at).take_while(|(other, _)| *other == id).map(|(_, one)| *one).collect()
}

fn document(row: Row, units: &[Uuid], signers: Vec<Uuid>) -> Document {
    let own = [row.congress.uuid(), row.lead.uuid()];
    let readers = own.into_iter().chain(units.iter().copied()).chain(signers).collect();
    let day = row.filed.day();
    let mut labels = vec![
        Label::Stage(&row.stage).word(),
        Label::Category(&row.category).word(),
        Label::Session(row.session).word(),
        Label::Year(day.parts().0).word(),
    ];
    labels.extend(units.iter().map(|unit| Label::Unit(BodyId::from_uuid(*unit)).word()));
    labels.extend(row.open.then(|| Label::Open(row.congress).word()));
    Document {
        id: row.id.uuid(),
        kind: "suggestion",
        area: row.area,
        readers,
        labels,
        day,
        title: row.title,
        body: row.body,
    }
}
