//! Reads a suggestion with all that hangs on it.

use kernel::{BodyId, Moment, PersonId};
use kit::{
    Fault,
    db::{Ask, At, FromRow, Row, Sql, Tx},
};
use suggestions_rules::{
    Answer, Assignment, AssignmentId, Cosigner, Handlers, Round, Stage, Suggestion, SuggestionId, Unsound,
};

use super::{
    asked::Asked,
    assignment::{AssignmentRow, Hanging, Part, Progress},
    points::{PointRow, points},
    reply::{DeliveryRow, Reply, ReplyRow},
    suggestion::{Head, Standing, Written},
};

/// A suggestion as it is kept, with the version its next editor must have seen.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The suggestion.
    pub suggestion: Suggestion,
    /// Counts its changes.
    pub version: i64,
    /// When its draft was begun.
    pub begun: Moment,
}

impl Kept {
    /// The version an editor must name, while the deputy can edit; afterwards nobody does, and counting on would tell a unit that
    /// somebody has judged before scores are open to it.
    #[must_use]
    pub fn edition(&self) -> Option<i64> {
        edition(&self.suggestion, self.version)
    }
}

/// As [`Kept::edition`].
pub(crate) const fn edition(of: &Suggestion, version: i64) -> Option<i64> {
    match of.stage {
        Stage::Draft | Stage::Cosigning { .. } | Stage::Returned { .. } => Some(version),
        Stage::Submitted(_)
        | Stage::Refusing(_)
        | Stage::Refused { .. }
        | Stage::Accepted(_)
        | Stage::Numbered(_)
        | Stage::Handling(_)
        | Stage::Closed { .. }
        | Stage::Withdrawn { .. } => None,
    }
}

struct SuggestionRow {
    version: i64,
    head: Head,
    written: Written,
    standing: Standing,
}

impl FromRow for SuggestionRow {
    fn from_row(row: &mut Row<'_>) -> Result<Self, Fault> {
        Ok(Self {
            version: row.take()?,
            head: Head::from_row(row)?,
            written: Written::from_row(row)?,
            standing: Standing::from_row(row)?,
        })
    }
}

fn list(sql: Sql) -> Sql {
    sql.add("version, ").add(Head::LIST).add(", ").add(Written::LIST).add(", ").add(Standing::LIST)
}

/// Reads a suggestion, to look at it.
///
/// # Errors
/// When the database refuses or a row is impossible.
pub(crate) async fn read(ask: &mut impl Ask, id: SuggestionId) -> Result<Option<Kept>, Fault> {
    let sql = list(Sql::new("select ")).add(" from suggestion where id = {}").bind(id);
    match ask.one::<SuggestionRow>(sql).await? {
        Some(row) => whole(ask, row).await.map(Some),
        None => Ok(None),
    }
}

/// Takes a suggestion up, to change it: until the transaction ends nobody else can.
///
/// Counting the version first is the lock, on both engines; a transaction that is dropped leaves the count as it was. The
/// version answered is the one before.
///
/// # Errors
/// As [`read`].
pub(crate) async fn take(tx: &mut Tx, id: SuggestionId) -> Result<Option<Kept>, Fault> {
    let sql = Sql::new("update suggestion set version = version + 1 where id = {} returning ").bind(id);
    match tx.one::<SuggestionRow>(list(sql)).await? {
        Some(row) => {
            let kept = whole(tx, row).await?;
            Ok(Some(Kept { version: kept.version - 1, ..kept }))
        }
        None => Ok(None),
    }
}

async fn whole(ask: &mut impl Ask, row: SuggestionRow) -> Result<Kept, Fault> {
    let SuggestionRow { version, head, written, standing } = row;
    let id = head.id;
    let at = At { table: "suggestion", id: &id };
    let handlers = if standing.has_handlers() {
        let at_rest = matches!(standing.stage.as_str(), "refused" | "closed" | "withdrawn");
        Some(handlers(ask, at, id, at_rest).await?)
    } else {
        None
    };
    let wishes: Vec<(BodyId,)> =
        ask.all(Sql::new("select unit from wish where suggestion = {} order by ordinal").bind(id)).await?;
    let suggestion = Suggestion {
        id,
        congress: head.congress,
        session: standing.session,
        lead: written.lead(at, head.lead)?,
        cosigners: cosigners(ask, id).await?,
        sheet: written.sheet(at, wishes.into_iter().map(|(unit,)| unit).collect())?,
        stage: standing.stage(at, handlers)?,
        merged: standing.merged(at)?,
        routed: standing.routed(at)?,
        open_when_closed: false,
    };
    if let Some(column) = standing.differs(&Standing::of(&suggestion)) {
        return Err(at.broken(column, format_args!("does not fit the stage `{}`", standing.stage)));
    }
    // Only of what some may read already and others perhaps not yet does the rule book say anything.
    let open_when_closed = suggestion.open() && !matches!(suggestion.stage, Stage::Closed { .. }) && {
        let book = super::rules::rule_book(ask, suggestion.congress, suggestion.session).await?;
        book.published_when_closed.value
    };
    let suggestion = Suggestion { open_when_closed, ..suggestion };
    Ok(Kept { suggestion, version, begun: head.begun })
}

async fn cosigners(ask: &mut impl Ask, id: SuggestionId) -> Result<Vec<Cosigner>, Fault> {
    let sql = Sql::new("select person, invited, answer, answered from cosigner where suggestion = {} order by ordinal");
    let rows: Vec<(PersonId, Moment, String, Option<Moment>)> = ask.all(sql.bind(id)).await?;
    let at = At { table: "cosigner", id: &id };
    let read = |(person, invited, answer, answered): (PersonId, Moment, String, Option<Moment>)| {
        let answer = match (answer.as_str(), answered) {
            ("asked", None) => Answer::Asked,
            ("confirmed", Some(at)) => Answer::Confirmed(at),
            ("declined", Some(at)) => Answer::Declined(at),
            _ => return Err(at.broken("answer", format_args!("holds `{answer}`, which does not fit `answered`"))),
        };
        Ok(Cosigner { person, invited, answer })
    };
    rows.into_iter().map(read).collect()
}

async fn handlers(ask: &mut impl Ask, at: At<'_>, id: SuggestionId, at_rest: bool) -> Result<Handlers, Fault> {
    let sql = Sql::new("select ").add(Part::LIST).add(", ").add(Progress::LIST);
    let parts: Vec<AssignmentRow> =
        ask.all(sql.add(" from assignment where suggestion = {} order by ordinal").bind(id)).await?;
    let mut rounds = if parts.iter().any(AssignmentRow::has_rounds) { rounds(ask, id).await? } else { vec![] };
    let asked = if parts.iter().any(AssignmentRow::has_asked) { Asked::read(ask, id).await? } else { Asked::NONE };
    let mut read: Vec<Assignment> = Vec::with_capacity(parts.len());
    for row in parts {
        let (own, others) = rounds.into_iter().partition(|(assignment, _)| *assignment == row.part.id);
        rounds = others;
        let own: Vec<(AssignmentId, Round)> = own;
        let rounds = own.into_iter().map(|(_, round)| round).collect();
        let mut hanging = Hanging { rounds, ..Hanging::default() };
        asked.hang(row.part.id, &mut hanging)?;
        read.push(row.read(hanging, at_rest)?);
    }
    Handlers::read(read)
        .map_err(|Unsound| at.broken("assigned", "its rows in `assignment` add up to no form of handling"))
}

async fn rounds(ask: &mut impl Ask, id: SuggestionId) -> Result<Vec<(AssignmentId, Round)>, Fault> {
    let sql = Sql::new("select assignment, round, ").add(Reply::LIST);
    let rows: Vec<ReplyRow> = ask.all(sql.add(" from reply where suggestion = {} order by round").bind(id)).await?;
    let mut deliveries =
        if rows.iter().any(|row| row.reply.stage == "delivered") { deliveries(ask, id).await? } else { vec![] };
    let mut answers = if rows.iter().any(|row| row.reply.points > 0) { points(ask, id).await? } else { vec![] };
    let mut rounds = Vec::with_capacity(rows.len());
    for row in rows {
        let (points, others): (Vec<PointRow>, _) =
            answers.into_iter().partition(|p| p.assignment == row.assignment && p.round == row.round);
        answers = others;
        let points = points.into_iter().map(PointRow::read).collect::<Result<Vec<_>, _>>()?;
        let (own, others) =
            deliveries.into_iter().partition(|d: &DeliveryRow| d.assignment == row.assignment && d.round == row.round);
        deliveries = others;
        let own: Vec<DeliveryRow> = own;
        let own = own.into_iter().map(DeliveryRow::read).collect::<Result<Vec<_>, _>>()?;
        rounds.push((row.assignment, row.read(points, own)?));
    }
    Ok(rounds)
}

async fn deliveries(ask: &mut impl Ask, id: SuggestionId) -> Result<Vec<DeliveryRow>, Fault> {
    ask.all(
        Sql::new(
            "select d.assignment, d.round, d.signer, j.process, j.result, j.reason, j.at from delivery d \
             left join judgement j on j.assignment = d.assignment and j.round = d.round and j.signer = d.signer \
             where d.suggestion = {} order by d.assignment, d.round, d.ordinal",
        )
        .bind(id),
    )
    .await
}
