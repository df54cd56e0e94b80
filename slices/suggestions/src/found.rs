//! What the search index is told of suggestions: whose text, and who may find it.

use futures_util::future::BoxFuture;
use kernel::{AreaCode, BodyId, Moment, PersonId};
use kit::{
    Fault,
    db::{Db, Sql},
    row,
    search::{Document, Source},
};
use suggestions_rules::SuggestionId;
use uuid::Uuid;

/// Suggestions as the index reads them. Drafts are nobody's but their deputy's and stay out.
pub const SOURCE: Source = Source {
    concerns: |fact| fact.verb.starts_with("suggestion.").then_some(fact.subject),
    load: |db, ids| Box::pin(load(db, ids)) as BoxFuture<'_, _>,
    pages: |db, after, limit| Box::pin(pages(db, after, limit)) as BoxFuture<'_, _>,
};

row! {
    struct Row {
        id: SuggestionId,
        congress: BodyId,
        area: AreaCode,
        lead: PersonId,
        title: String,
        body: String,
        filed: Moment,
    }
}

const ROWS: &str = "select s.id, s.congress, (select b.area from v_body b where b.id = s.congress), s.lead, s.title, s.body, s.filed \
     from suggestion s where s.filed is not null";

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
    let signers =
        Sql::new("select suggestion, person from cosigner where answer = 'confirmed' and suggestion in ").list(ids());
    let mut readers: Vec<(SuggestionId, Uuid)> = db.all(units).await?;
    readers.extend(db.all::<(SuggestionId, Uuid)>(signers).await?);
    readers.sort_unstable();
    let one = |row: Row| {
        let at = readers.partition_point(|(id, _)| *id < row.id);
        let others = readers.iter().skip(at).take_while(|(id, _)| *id == row.id).map(|(_, reader)| *reader);
        let readers = [row.congress.uuid(), row.lead.uuid()].into_iter().chain(others).collect();
        document(row, readers)
    };
    Ok(rows.into_iter().map(one).collect())
}

fn document(row: Row, readers: Vec<Uuid>) -> Document {
    Document {
        id: row.id.uuid(),
        kind: "suggestion",
        area: row.area,
        readers,
        labels: vec![],
        day: row.filed.day(),
        title: row.title,
        body: row.body,
    }
}
