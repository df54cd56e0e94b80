//! Doubts about the class of a reply: the rows of `class_doubt` ⇄ [`Doubt`].

use kernel::{Moment, PersonId};
use kit::{
    Fault,
    db::{Ask, At, Sql, Tx, Val},
    row,
};
use suggestions_rules::{AssignmentId, Doubt, DoubtEnd, DoubtId, RemarkId, SuggestionId};

row!(
    struct DoubtRow {
        id: DoubtId,
        assignment: AssignmentId,
        round: u16,
        signer: Option<PersonId>,
        doubted: Moment,
        class: String,
        reason: RemarkId,
        standing: String,
        answered: Option<Moment>,
        answer: Option<RemarkId>,
        class_now: Option<String>,
    }
);

impl DoubtRow {
    fn read(self) -> Result<Doubt, Fault> {
        let row = At { table: "class_doubt", id: &self.id };
        let end = match (self.standing.as_str(), self.answered, self.answer, self.class_now) {
            ("open", None, None, None) => DoubtEnd::Open,
            ("kept", Some(at), Some(reason), None) => DoubtEnd::Kept { at, reason },
            ("changed", Some(at), Some(reason), Some(class)) => DoubtEnd::Changed { at, class, reason },
            ("withdrawn", Some(at), None, None) => DoubtEnd::Withdrawn { at },
            (word, ..) => {
                let broken = format_args!("holds `{word}`, which does not fit `answered`, `answer`, `class_now`");
                return Err(row.broken("standing", broken));
            }
        };
        let Self { id, assignment, round, signer: by, doubted: at, class, reason, .. } = self;
        Ok(Doubt { id, assignment, round, by, at, class, reason, end })
    }
}

/// All doubts of one suggestion, oldest first.
///
/// # Errors
/// When the database refuses or a row is impossible.
pub(crate) async fn doubts(ask: &mut impl Ask, of: SuggestionId) -> Result<Vec<Doubt>, Fault> {
    let sql = Sql::new(
        "select id, assignment, round, signer, doubted, class, reason, standing, answered, answer, class_now \
         from class_doubt where suggestion = {} order by doubted, id",
    );
    let rows: Vec<DoubtRow> = ask.all(sql.bind(of)).await?;
    rows.into_iter().map(DoubtRow::read).collect()
}

/// Keeps a doubt, or the answer to one. Who has taken the suggestion up is the only one who can change it.
pub(crate) async fn keep_doubt(tx: &mut Tx, of: SuggestionId, doubt: &Doubt) -> Result<(), Fault> {
    let (answered, answer, class_now) = match &doubt.end {
        DoubtEnd::Open => (None, None, None),
        DoubtEnd::Kept { at, reason } => (Some(*at), Some(*reason), None),
        DoubtEnd::Changed { at, class, reason } => (Some(*at), Some(*reason), Some(class.as_str())),
        DoubtEnd::Withdrawn { at } => (Some(*at), None, None),
    };
    let sql = Sql::new(
        "insert into class_doubt (id, suggestion, assignment, round, signer, doubted, class, reason, standing, answered, \
         answer, class_now) values ",
    )
    .list([
        Val::from(doubt.id),
        of.into(),
        doubt.assignment.into(),
        doubt.round.into(),
        doubt.by.into(),
        doubt.at.into(),
        doubt.class.as_str().into(),
        doubt.reason.into(),
        doubt.end.word().into(),
        answered.into(),
        answer.into(),
        class_now.into(),
    ])
    .add(
        " on conflict (id) do update set standing = excluded.standing, answered = excluded.answered, \
         answer = excluded.answer, class_now = excluded.class_now",
    );
    tx.run(sql).await.map(|_rows| ())
}
