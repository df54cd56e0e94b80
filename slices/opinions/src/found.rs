//! What the search index is told of opinions: what was said, and who may find it. Never who said it.

use std::collections::BTreeMap;

use futures_util::future::BoxFuture;
use kernel::{AreaCode, BodyId, Moment, PersonId};
use kit::{
    Fault,
    db::{Db, Sql},
    row,
    search::{Document, Source},
};
use opinions_rules::{OpinionId, Stage, chain};
use uuid::Uuid;

/// Opinions as the index reads them.
pub const SOURCE: Source = Source {
    concerns: |fact| fact.verb.starts_with("opinion.").then_some(fact.subject),
    load: |db, ids| Box::pin(load(db, ids)) as BoxFuture<'_, _>,
    pages: |db, after, limit| Box::pin(pages(db, after, limit)) as BoxFuture<'_, _>,
};

/// What lists are narrowed by, as the index keeps it.
pub(crate) enum Label<'a> {
    /// The word of its stage; `open`: somebody has to do something about it.
    Stage(&'a str),
    /// The word of what it is about.
    Topic(&'a str),
    /// Its clock ran out.
    Late,
    /// The body it is with.
    Unit(BodyId),
    /// The place, or one it lies in.
    Area(&'a AreaCode),
}

impl Label<'_> {
    /// As the index writes it.
    pub(crate) fn word(&self) -> String {
        match self {
            Self::Stage(word) => format!("stage:{word}"),
            Self::Topic(word) => format!("topic:{word}"),
            Self::Late => "late".to_owned(),
            Self::Unit(unit) => format!("unit:{unit}"),
            Self::Area(area) => format!("area:{area}"),
        }
    }
}

row! {
    struct Row {
        id: OpinionId,
        area: AreaCode,
        deputy: Option<PersonId>,
        topic: String,
        stage: String,
        unit: Option<BodyId>,
        late: bool,
        body: String,
        received: Moment,
    }
}

const ROWS: &str = "select o.id, o.area, o.deputy, o.topic, o.stage, o.unit, case when exists \
     (select 1 from opinion_step s where s.opinion = o.id and s.step = 'overdue' and s.at > o.at) \
     then 1 else 0 end, o.body, o.received from opinion o where ";

async fn load(db: &Db, ids: Vec<Uuid>) -> Result<Vec<Document>, Fault> {
    dress(db, db.all(Sql::new(ROWS).add("o.id in ").list(ids)).await?).await
}

async fn pages(db: &Db, after: Option<Uuid>, limit: i64) -> Result<Vec<Document>, Fault> {
    let mut sql = Sql::new(ROWS).add("1 = 1");
    if let Some(id) = after {
        sql = sql.add(" and o.id > {}").bind(id);
    }
    dress(db, db.all(sql.add(" order by o.id limit {}").bind(limit)).await?).await
}

/// Adds who may find them: the offices that see them, the bodies they were given to, the deputy.
async fn dress(db: &Db, rows: Vec<Row>) -> Result<Vec<Document>, Fault> {
    let ids = || rows.iter().map(|row| row.id);
    let sql = Sql::new("select opinion, office from opinion_office where opinion in ").list(ids());
    let sql = sql.add(
        " union select opinion, body from opinion_step where step = 'assigned' and body is not null and opinion in ",
    );
    let mut readers: BTreeMap<OpinionId, Vec<Uuid>> = BTreeMap::new();
    if !rows.is_empty() {
        let found: Vec<(OpinionId, Uuid)> = db.all(sql.list(ids())).await?;
        for (opinion, reader) in found {
            readers.entry(opinion).or_default().push(reader);
        }
    }
    let own = |row: Row| {
        let mut readers = readers.remove(&row.id).unwrap_or_default();
        readers.extend(row.deputy.map(|deputy| deputy.uuid()));
        document(row, readers)
    };
    Ok(rows.into_iter().map(own).collect())
}

fn document(row: Row, readers: Vec<Uuid>) -> Document {
    let open = Stage::OPEN.contains(&row.stage.as_str()).then_some(Label::Stage("open"));
    let labels = [Label::Stage(&row.stage), Label::Topic(&row.topic)].into_iter().chain(open);
    let labels = labels.chain(row.late.then_some(Label::Late)).chain(row.unit.map(Label::Unit));
    let mut labels: Vec<String> = labels.map(|label| label.word()).collect();
    labels.extend(chain(&row.area).iter().map(|area| Label::Area(area).word()));
    Document {
        id: row.id.uuid(),
        kind: "opinion",
        area: row.area,
        readers,
        labels,
        day: row.received.day(),
        title: String::new(),
        body: row.body,
    }
}
