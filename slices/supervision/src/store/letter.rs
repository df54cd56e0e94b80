//! An urging letter with the unit's answers.

use kernel::{BodyId, Day, Moment, Text};
use kit::{
    Fault, columns,
    db::{Ask, At, FromRow, Row, Sql, Tx, Val, bind_all},
};
use supervision_rules::{
    AssignmentId, Letter, LetterAnswer, LetterId, LetterKind, LetterNumber, LetterStage, LetterTo, LetterWords,
    SuggestionId,
};

columns!(
    /// The row, but for its identity and version.
    LetterHead {
        congress: BodyId,
        suggestion: SuggestionId,
        assignment: AssignmentId,
        unit: BodyId,
        series: Text<20>,
        year: i64,
        n: u32,
        kind: String,
        problem: Text<2000>,
        demand: Text<2000>,
        leader: Text<60>,
        due: Day,
        issued: Moment,
        stage: String,
        ended: Option<Moment>,
        words: Option<Text<500>>,
    }
);

/// A letter as it is kept.
#[derive(Clone, Debug)]
pub struct LetterKept {
    /// The letter.
    pub letter: Letter,
    /// Counts its changes.
    pub version: i64,
}

struct LetterRow {
    id: LetterId,
    version: i64,
    head: LetterHead,
}

impl FromRow for LetterRow {
    fn from_row(row: &mut Row<'_>) -> Result<Self, Fault> {
        Ok(Self { id: row.take()?, version: row.take()?, head: LetterHead::from_row(row)? })
    }
}

impl LetterHead {
    fn of(letter: &Letter) -> Self {
        let LetterTo { congress, suggestion, assignment, unit } = letter.to;
        let LetterWords { kind, problem, demand, leader, due } = letter.words.clone();
        let (ended, words) = match &letter.stage {
            LetterStage::Issued | LetterStage::Answered => (None, None),
            LetterStage::Closed { at, note } => (Some(*at), Some(note.clone())),
            LetterStage::Withdrawn { at, reason } => (Some(*at), Some(reason.clone())),
        };
        Self {
            congress,
            suggestion,
            assignment,
            unit,
            series: letter.number.series.clone(),
            year: letter.number.year.into(),
            n: letter.number.n,
            kind: kind.word().to_owned(),
            problem,
            demand,
            leader,
            due,
            issued: letter.issued,
            stage: letter.stage.word().to_owned(),
            ended,
            words,
        }
    }

    fn stage(&self, at: At<'_>) -> Result<LetterStage, Fault> {
        let ended = || Ok::<_, Fault>((at.need("ended", self.ended)?, at.need("words", self.words.clone())?));
        Ok(match self.stage.as_str() {
            "issued" => LetterStage::Issued,
            "answered" => LetterStage::Answered,
            "closed" => ended().map(|(at, note)| LetterStage::Closed { at, note })?,
            "withdrawn" => ended().map(|(at, reason)| LetterStage::Withdrawn { at, reason })?,
            other => return Err(at.broken("stage", format_args!("holds `{other}`, which is no stage"))),
        })
    }
}

fn list(sql: Sql) -> Sql {
    sql.add("id, version, ").add(LetterHead::LIST)
}

/// Reads one, to look at it.
pub(crate) async fn read_letter(ask: &mut impl Ask, id: LetterId) -> Result<Option<LetterKept>, Fault> {
    let sql = list(Sql::new("select ")).add(" from urging_letter where id = {}").bind(id);
    match ask.one::<LetterRow>(sql).await? {
        Some(row) => whole(ask, row).await.map(Some),
        None => Ok(None),
    }
}

/// Takes one up, to change it: until the transaction ends nobody else can.
pub(crate) async fn take_letter(tx: &mut Tx, id: LetterId) -> Result<Option<LetterKept>, Fault> {
    let sql = Sql::new("update urging_letter set version = version + 1 where id = {} returning ").bind(id);
    match tx.one::<LetterRow>(list(sql)).await? {
        Some(row) => whole(tx, row).await.map(Some),
        None => Ok(None),
    }
}

async fn whole(ask: &mut impl Ask, row: LetterRow) -> Result<LetterKept, Fault> {
    let LetterRow { id, version, head } = row;
    let at = At { table: "urging_letter", id: &id };
    let stage = head.stage(at)?;
    let kind = at.word("kind", &head.kind, LetterKind::read)?;
    let year = i16::try_from(head.year).map_err(|error| at.broken("year", error))?;
    let LetterHead { congress, suggestion, assignment, unit, series, n, problem, demand, leader, due, issued, .. } =
        head.clone();
    let letter = Letter {
        id,
        to: LetterTo { congress, suggestion, assignment, unit },
        number: LetterNumber { series, year, n },
        words: LetterWords { kind, problem, demand, leader, due },
        issued,
        answers: answers(ask, id).await?,
        stage,
    };
    match head.differs(&LetterHead::of(&letter)) {
        Some(column) => Err(at.broken(column, "does not fit the stage")),
        None => Ok(LetterKept { letter, version }),
    }
}

async fn answers(ask: &mut impl Ask, letter: LetterId) -> Result<Vec<LetterAnswer>, Fault> {
    type Read = (Moment, Text<4000>, Option<Moment>, Option<Text<500>>);
    let sql = Sql::new("select at, words, back, reason from urging_answer where letter = {} order by ordinal");
    let read = |(at, words, back, reason): Read| LetterAnswer { at, words, back: back.zip(reason) };
    Ok(ask.all::<Read>(sql.bind(letter)).await?.into_iter().map(read).collect())
}

/// Writes a new one.
pub(crate) async fn begin_letter(tx: &mut Tx, letter: &Letter) -> Result<(), Fault> {
    let mut vals = vec![Val::from(letter.id), 1i64.into()];
    vals.extend(LetterHead::of(letter).vals());
    tx.run(list(Sql::new("insert into urging_letter (")).add(") values ").list(vals)).await?;
    Ok(())
}

/// Writes what changed.
pub(crate) async fn save_letter(tx: &mut Tx, was: &Letter, now: &Letter) -> Result<(), Fault> {
    let sql = Sql::new("update urging_letter set ").add(LetterHead::SET);
    tx.run(bind_all(sql, LetterHead::of(now).vals()).add(" where id = {}").bind(now.id)).await?;
    for (ordinal, answer) in now.answers.iter().enumerate().filter(|(at, it)| was.answers.get(*at) != Some(it)) {
        let (back, reason) = answer.back.clone().unzip();
        let ordinal = i64::try_from(ordinal).unwrap_or(i64::MAX);
        let vals =
            [now.id.into(), ordinal.into(), answer.at.into(), Val::from(&answer.words), back.into(), reason.into()];
        let sql = Sql::new("insert into urging_answer (letter, ordinal, at, words, back, reason) values ").list(vals);
        tx.run(sql.add(" on conflict (letter, ordinal) do update set back = excluded.back, reason = excluded.reason"))
            .await?;
    }
    Ok(())
}
