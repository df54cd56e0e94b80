//! A key suggestion with its file.

use kernel::{BodyId, Day, Moment, Text};
use kit::{
    Fault, columns,
    db::{Ask, At, FromRow, Row, Sql, Tx, Val, bind_all},
};
use supervision_rules::{
    EntryId, Key, KeyId, KeyStage, KeyTerms, Policy, Report, ReportKind, SessionId, Step, SuggestionId, Visit,
};

columns!(
    /// The row, but for its identity and version.
    Head {
        congress: BodyId,
        session: SessionId,
        suggestion: SuggestionId,
        leader: Text<60>,
        committee: Text<60>,
        basis: Text<200>,
        marked: Moment,
        stage: String,
        ended: Option<Moment>,
        words: Option<String>,
    }
);

/// A key suggestion as it is kept, with the version of its row.
#[derive(Clone, Debug)]
pub struct KeyKept {
    /// The key suggestion.
    pub key: Key,
    /// Counts its changes.
    pub version: i64,
}

struct KeyRow {
    id: KeyId,
    version: i64,
    head: Head,
}

impl FromRow for KeyRow {
    fn from_row(row: &mut Row<'_>) -> Result<Self, Fault> {
        Ok(Self { id: row.take()?, version: row.take()?, head: Head::from_row(row)? })
    }
}

impl Head {
    fn of(key: &Key) -> Self {
        let KeyTerms { leader, committee, basis } = key.terms.clone();
        let (ended, words) = match &key.stage {
            KeyStage::Running => (None, None),
            KeyStage::Concluded { at, result } => (Some(*at), Some(result.to_string())),
            KeyStage::Lifted { at, reason } => (Some(*at), Some(reason.to_string())),
        };
        Self {
            congress: key.congress,
            session: key.session,
            suggestion: key.suggestion,
            leader,
            committee,
            basis,
            marked: key.marked,
            stage: key.stage.word().to_owned(),
            ended,
            words,
        }
    }

    fn stage(&self, at: At<'_>) -> Result<KeyStage, Fault> {
        let ended = || at.need("ended", self.ended);
        let words = || at.need("words", self.words.as_deref());
        Ok(match self.stage.as_str() {
            "running" => KeyStage::Running,
            "concluded" => KeyStage::Concluded { at: ended()?, result: text(at, words()?)? },
            "lifted" => KeyStage::Lifted { at: ended()?, reason: text(at, words()?)? },
            other => return Err(at.broken("stage", format_args!("holds `{other}`, which is no stage"))),
        })
    }
}

fn text<const MAX: usize>(at: At<'_>, raw: &str) -> Result<Text<MAX>, Fault> {
    Text::parse(raw).map_err(|error| at.broken("words", error))
}

fn list(sql: Sql) -> Sql {
    sql.add("id, version, ").add(Head::LIST)
}

/// Reads one, to look at it.
pub(crate) async fn read_key(ask: &mut impl Ask, id: KeyId) -> Result<Option<KeyKept>, Fault> {
    let sql = list(Sql::new("select ")).add(" from key_suggestion where id = {}").bind(id);
    match ask.one::<KeyRow>(sql).await? {
        Some(row) => whole(ask, row).await.map(Some),
        None => Ok(None),
    }
}

/// Takes one up, to change it: until the transaction ends nobody else can.
pub(crate) async fn take_key(tx: &mut Tx, id: KeyId) -> Result<Option<KeyKept>, Fault> {
    let sql = Sql::new("update key_suggestion set version = version + 1 where id = {} returning ").bind(id);
    match tx.one::<KeyRow>(list(sql)).await? {
        Some(row) => whole(tx, row).await.map(Some),
        None => Ok(None),
    }
}

async fn whole(ask: &mut impl Ask, row: KeyRow) -> Result<KeyKept, Fault> {
    let KeyRow { id, version, head } = row;
    let at = At { table: "key_suggestion", id: &id };
    let stage = head.stage(at)?;
    let Head { congress, session, suggestion, leader, committee, basis, marked, .. } = head.clone();
    let key = Key {
        id,
        congress,
        suggestion,
        session,
        terms: KeyTerms { leader, committee, basis },
        marked,
        steps: steps(ask, id).await?,
        visits: visits(ask, id).await?,
        reports: reports(ask, id).await?,
        policies: policies(ask, id).await?,
        stage,
    };
    match head.differs(&Head::of(&key)) {
        Some(column) => Err(at.broken(column, "does not fit the stage")),
        None => Ok(KeyKept { key, version }),
    }
}

async fn steps(ask: &mut impl Ask, key: KeyId) -> Result<Vec<Step>, Fault> {
    type Read = (EntryId, Text<200>, Day, Option<Moment>, Option<Text<500>>);
    let sql = Sql::new("select id, what, day, done, note from key_step where key = {} order by ordinal").bind(key);
    let read = |(id, what, by, done, note): Read| match (done, note) {
        (None, None) => Ok(Step { id, what, by, done: None }),
        (Some(at), Some(note)) => Ok(Step { id, what, by, done: Some((at, note)) }),
        _ => Err(At { table: "key_step", id: &id }.broken("note", "does not fit `done`")),
    };
    ask.all::<Read>(sql).await?.into_iter().map(read).collect()
}

async fn visits(ask: &mut impl Ask, key: KeyId) -> Result<Vec<Visit>, Fault> {
    let sql = Sql::new("select id, day, place, people, minutes from key_visit where key = {} order by ordinal");
    let rows: Vec<(EntryId, Day, Text<100>, Text<300>, Text<4000>)> = ask.all(sql.bind(key)).await?;
    Ok(rows.into_iter().map(|(id, day, place, people, minutes)| Visit { id, day, place, people, minutes }).collect())
}

async fn reports(ask: &mut impl Ask, key: KeyId) -> Result<Vec<Report>, Fault> {
    let sql = Sql::new("select id, kind, at, words from key_report where key = {} order by ordinal").bind(key);
    let rows: Vec<(EntryId, String, Moment, Text<4000>)> = ask.all(sql).await?;
    let read = |(id, kind, at, words): (EntryId, String, Moment, Text<4000>)| {
        let kind = At { table: "key_report", id: &id }.word("kind", &kind, ReportKind::read)?;
        Ok(Report { id, kind, at, words })
    };
    rows.into_iter().map(read).collect()
}

async fn policies(ask: &mut impl Ask, key: KeyId) -> Result<Vec<Policy>, Fault> {
    let sql = Sql::new("select id, name, day from key_policy where key = {} order by ordinal").bind(key);
    let rows: Vec<(EntryId, Text<200>, Day)> = ask.all(sql).await?;
    Ok(rows.into_iter().map(|(id, name, day)| Policy { id, name, day }).collect())
}

/// Writes a new one; answers whether the suggestion was none yet.
pub(crate) async fn begin_key(tx: &mut Tx, key: &Key) -> Result<bool, Fault> {
    let mut vals = vec![Val::from(key.id), 1i64.into()];
    vals.extend(Head::of(key).vals());
    let sql = list(Sql::new("insert into key_suggestion (")).add(") values ").list(vals);
    Ok(tx.run(sql.add(" on conflict do nothing")).await? == 1)
}

/// Writes what changed: the row, entries that were added, and steps that were done.
pub(crate) async fn save_key(tx: &mut Tx, was: &Key, now: &Key) -> Result<(), Fault> {
    let sql = Sql::new("update key_suggestion set ").add(Head::SET);
    tx.run(bind_all(sql, Head::of(now).vals()).add(" where id = {}").bind(now.id)).await?;
    for (ordinal, step) in now.steps.iter().enumerate().filter(|(at, step)| was.steps.get(*at) != Some(step)) {
        let (done, note) = step.done.clone().unzip();
        let vals = [Val::from(&step.what), step.by.into(), done.into(), note.into()];
        let sql =
            entry("insert into key_step (id, key, ordinal, what, day, done, note) values ", step.id, now, ordinal);
        let sql = sql.list_on(vals).add(" on conflict (id) do update set done = excluded.done, note = excluded.note");
        tx.run(sql).await?;
    }
    for (ordinal, it) in now.visits.iter().enumerate().skip(was.visits.len()) {
        let vals = [Val::from(it.day), (&it.place).into(), (&it.people).into(), (&it.minutes).into()];
        let sql =
            entry("insert into key_visit (id, key, ordinal, day, place, people, minutes) values ", it.id, now, ordinal);
        tx.run(sql.list_on(vals)).await?;
    }
    for (ordinal, it) in now.reports.iter().enumerate().skip(was.reports.len()) {
        let vals = [Val::from(it.kind.word()), it.at.into(), (&it.words).into()];
        let sql = entry("insert into key_report (id, key, ordinal, kind, at, words) values ", it.id, now, ordinal);
        tx.run(sql.list_on(vals)).await?;
    }
    for (ordinal, it) in now.policies.iter().enumerate().skip(was.policies.len()) {
        let sql = entry("insert into key_policy (id, key, ordinal, name, day) values ", it.id, now, ordinal);
        tx.run(sql.list_on([Val::from(&it.name), it.day.into()])).await?;
    }
    Ok(())
}

/// The statement that adds an entry, with what every entry has.
struct Entry {
    sql: &'static str,
    vals: Vec<Val>,
}

fn entry(sql: &'static str, id: EntryId, of: &Key, ordinal: usize) -> Entry {
    let ordinal = i64::try_from(ordinal).unwrap_or(i64::MAX);
    Entry { sql, vals: vec![id.into(), of.id.into(), ordinal.into()] }
}

impl Entry {
    fn list_on(self, own: impl IntoIterator<Item = Val>) -> Sql {
        Sql::new(self.sql).list(self.vals.into_iter().chain(own))
    }
}
