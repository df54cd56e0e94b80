//! Drafts shown to signers: the rows of `shown_draft` ⇄ [`ShownDraft`].

use kernel::{Moment, PersonId};
use kit::{
    Fault,
    db::{Ask, At, Sql, Tx, Val},
    row,
};
use suggestions_rules::{AssignmentId, RemarkId, ShownDraft, ShownEnd, ShownId, SuggestionId};

row!(
    struct ShownRow {
        id: ShownId,
        assignment: AssignmentId,
        round: u16,
        person: PersonId,
        shown: Moment,
        standing: String,
        answered: Option<Moment>,
        letter: Option<i64>,
        words: Option<RemarkId>,
    }
);

impl ShownRow {
    fn read(self) -> Result<ShownDraft, Fault> {
        let row = At { table: "shown_draft", id: &self.id };
        let end = match (self.standing.as_str(), self.answered, self.letter, self.words) {
            ("waiting", None, None, None) => ShownEnd::Waiting,
            ("answered", Some(at), Some(letter), words) => ShownEnd::Answered { at, letter, words },
            ("taken-back", Some(at), None, None) => ShownEnd::TakenBack { at },
            (word, ..) => {
                let broken = format_args!("holds `{word}`, which does not fit `answered`, `letter`, `words`");
                return Err(row.broken("standing", broken));
            }
        };
        let Self { id, assignment, round, person: to, shown: at, .. } = self;
        Ok(ShownDraft { id, assignment, round, to, at, end })
    }
}

/// All drafts shown of one suggestion, oldest first.
///
/// # Errors
/// When the database refuses or a row is impossible.
pub(crate) async fn shown_drafts(ask: &mut impl Ask, of: SuggestionId) -> Result<Vec<ShownDraft>, Fault> {
    let sql = Sql::new(
        "select id, assignment, round, person, shown, standing, answered, letter, words from shown_draft \
         where suggestion = {} order by shown, id",
    );
    let rows: Vec<ShownRow> = ask.all(sql.bind(of)).await?;
    rows.into_iter().map(ShownRow::read).collect()
}

/// Keeps one, or what became of it. Who has taken the suggestion up is the only one who can change it.
pub(crate) async fn keep_shown(tx: &mut Tx, of: SuggestionId, shown: &ShownDraft) -> Result<(), Fault> {
    let (answered, letter, words) = match shown.end {
        ShownEnd::Waiting => (None, None, None),
        ShownEnd::Answered { at, letter, words } => (Some(at), Some(letter), words),
        ShownEnd::TakenBack { at } => (Some(at), None, None),
    };
    let sql = Sql::new(
        "insert into shown_draft (id, suggestion, assignment, round, person, shown, standing, answered, letter, words) values ",
    )
    .list([
        Val::from(shown.id),
        of.into(),
        shown.assignment.into(),
        shown.round.into(),
        shown.to.into(),
        shown.at.into(),
        shown.end.word().into(),
        answered.into(),
        letter.into(),
        words.into(),
    ])
    .add(
        " on conflict (id) do update set standing = excluded.standing, answered = excluded.answered, \
         letter = excluded.letter, words = excluded.words",
    );
    tx.run(sql).await.map(|_rows| ())
}
