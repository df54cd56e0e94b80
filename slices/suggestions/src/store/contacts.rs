//! Talks with deputies: the rows of `talk` ⇄ [`Contact`].

use kernel::{Day, Moment, PersonId, Text};
use kit::{
    Fault,
    db::{Ask, At, Sql, Tx, Val},
    row,
};
use suggestions_rules::{AssignmentId, Contact, ContactId, RemarkId, SuggestionId, Talk, Word};

row!(
    struct ContactRow {
        id: ContactId,
        assignment: AssignmentId,
        day: Day,
        way: String,
        face: bool,
        person: PersonId,
        spoke: String,
        place: Option<String>,
        said: RemarkId,
        draft_shown: bool,
        recorded: Moment,
        word: String,
        answered: Option<Moment>,
        reason: Option<RemarkId>,
    }
);

const ROWS: &str = "select id, assignment, day, way, face, person, spoke, place, said, draft_shown, recorded, word, \
     answered, reason from talk";

impl ContactRow {
    fn read(self) -> Result<Contact, Fault> {
        let at = At { table: "talk", id: &self.id };
        let text = |column: &str, raw: &str| {
            Text::<120>::parse(raw).map_err(|_| at.broken(column, "holds a text that no form takes"))
        };
        let word = match (self.word.as_str(), self.answered, self.reason) {
            ("waiting", None, None) => Word::Waiting,
            ("confirmed", Some(at), None) => Word::Confirmed { at },
            ("disputed", Some(at), Some(reason)) => Word::Disputed { at, reason },
            ("withdrawn", Some(at), _) => Word::Withdrawn { at },
            (word, ..) => {
                return Err(at.broken("word", format_args!("holds `{word}`, which does not fit `answered`, `reason`")));
            }
        };
        let talk = Talk {
            day: self.day,
            with: self.person,
            by: text("spoke", &self.spoke)?,
            place: self.place.as_deref().map(|place| text("place", place)).transpose()?,
            way: self.way,
            said: self.said,
            draft_shown: self.draft_shown,
        };
        let (id, assignment, face, recorded) = (self.id, self.assignment, self.face, self.recorded);
        Ok(Contact { id, assignment, talk, face, recorded, word })
    }
}

/// All records of one suggestion, by the day of the talk.
///
/// # Errors
/// When the database refuses or a row is impossible.
pub(crate) async fn contacts(ask: &mut impl Ask, of: SuggestionId) -> Result<Vec<Contact>, Fault> {
    let sql = Sql::new(ROWS).add(" where suggestion = {} order by day, recorded, id").bind(of);
    let rows: Vec<ContactRow> = ask.all(sql).await?;
    rows.into_iter().map(ContactRow::read).collect()
}

/// One record of a suggestion. Who has taken the suggestion up is the only one who can change it.
///
/// # Errors
/// As [`contacts`].
pub(crate) async fn contact(tx: &mut Tx, of: SuggestionId, id: ContactId) -> Result<Option<Contact>, Fault> {
    let sql = Sql::new(ROWS).add(" where suggestion = {} and id = {}").bind(of).bind(id);
    tx.one::<ContactRow>(sql).await?.map(ContactRow::read).transpose()
}

/// Keeps a record, or the word on one there is.
pub(crate) async fn keep_contact(tx: &mut Tx, of: SuggestionId, contact: &Contact) -> Result<(), Fault> {
    let (answered, reason): (Option<Moment>, Option<RemarkId>) = match contact.word {
        Word::Waiting => (None, None),
        Word::Confirmed { at } | Word::Withdrawn { at } => (Some(at), None),
        Word::Disputed { at, reason } => (Some(at), Some(reason)),
    };
    let talk = &contact.talk;
    let sql = Sql::new(
        "insert into talk (id, assignment, suggestion, day, way, face, person, spoke, place, said, draft_shown, \
         recorded, word, answered, reason) values ",
    )
    .list([
        Val::from(contact.id),
        contact.assignment.into(),
        of.into(),
        talk.day.into(),
        (&talk.way).into(),
        contact.face.into(),
        talk.with.into(),
        (&talk.by).into(),
        talk.place.as_ref().into(),
        talk.said.into(),
        talk.draft_shown.into(),
        contact.recorded.into(),
        contact.word.word().into(),
        answered.into(),
        reason.into(),
    ])
    // A reason once given stays beside a record that is withdrawn after it was disputed.
    .add(
        " on conflict (id) do update set word = excluded.word, answered = excluded.answered, \
         reason = coalesce(excluded.reason, talk.reason)",
    );
    tx.run(sql).await.map(|_rows| ())
}
