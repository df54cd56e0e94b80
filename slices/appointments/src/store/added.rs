//! What is added to a proposal: documents, sittings of the examination, words.

use appointments_rules::{AppointeeId, AppointmentId, Document, Exam, Speech};
use kernel::{AccountId, Day, Moment};
use kit::{
    Fault,
    blobs::BlobId,
    db::{Ask, At, Sql, Tx},
    row,
};
use law_rules::Word as _;

/// Adds a document. Answers with its number.
pub(crate) async fn add_document(
    tx: &mut Tx,
    id: AppointmentId,
    (document, title, mark, day): (Document, &str, Option<&str>, Option<Day>),
    (at, account): (Moment, Option<AccountId>),
) -> Result<i64, Fault> {
    let sql = Sql::new(
        "insert into appointment_document (appointment, n, document, title, mark, day, at, account) values ({}, ",
    )
    .bind(id)
    .add("(select coalesce(max(d.n), 0) + 1 from appointment_document d where d.appointment = {}), ")
    .bind(id);
    let sql = sql.add("{}, {}, {}, {}, {}, {}) returning n").bind(document.word()).bind(title).bind(mark).bind(day);
    let given: Option<(i64,)> = tx.one(sql.bind(at).bind(account)).await?;
    given.map(|(n,)| n).ok_or_else(|| Fault::new("table `appointment_document` gave no number"))
}

row! {
    struct Line { document: String, title: String, mark: Option<String>, day: Option<Day>, blob: Option<BlobId> }
}

/// A document as it stands.
pub(crate) struct Standing {
    pub document: Document,
    pub title: String,
    pub mark: Option<String>,
    pub day: Option<Day>,
    pub has_file: bool,
}

/// The document of that number, if nothing took its place.
pub(crate) async fn standing_document(
    ask: &mut impl Ask,
    id: AppointmentId,
    n: i64,
) -> Result<Option<Standing>, Fault> {
    let sql = Sql::new("select document, title, mark, day, blob from appointment_document where replaced is null");
    let Some(line) = ask.one::<Line>(sql.add(" and appointment = {} and n = {}").bind(id).bind(n)).await? else {
        return Ok(None);
    };
    let at = At { table: "appointment_document", id: &id };
    let document = at.word("document", &line.document, Document::read)?;
    let Line { title, mark, day, blob, .. } = line;
    Ok(Some(Standing { document, title, mark, day, has_file: blob.is_some() }))
}

/// Gives a document its file.
pub(crate) async fn give_file(tx: &mut Tx, id: AppointmentId, n: i64, blob: BlobId) -> Result<(), Fault> {
    let sql = Sql::new("update appointment_document set blob = {} where appointment = {} and n = {}").bind(blob);
    tx.run(sql.bind(id).bind(n)).await.map(drop)
}

/// Another version took its place.
pub(crate) async fn replace_document(tx: &mut Tx, id: AppointmentId, n: i64, by: i64) -> Result<(), Fault> {
    let sql = Sql::new("update appointment_document set replaced = {} where appointment = {} and n = {}").bind(by);
    tx.run(sql.bind(id).bind(n)).await.map(drop)
}

/// How many documents came with it.
pub(crate) async fn document_count(ask: &mut impl Ask, id: AppointmentId) -> Result<i64, Fault> {
    let sql = Sql::new("select count(*) from appointment_document where appointment = {}").bind(id);
    Ok(ask.one::<(i64,)>(sql).await?.map_or(0, |(count,)| count))
}

/// Enters a sitting of the examination; says whether that day had none before.
pub(crate) async fn add_exam(
    tx: &mut Tx,
    person: AppointeeId,
    exam: Exam,
    (at, account): (Moment, Option<AccountId>),
) -> Result<bool, Fault> {
    let sql = Sql::new("insert into appointment_exam (person, day, score, at, account) values ({}, {}, {}, {}, {})")
        .bind(person)
        .bind(exam.day)
        .bind(exam.score)
        .bind(at)
        .bind(account);
    Ok(tx.run(sql.add(" on conflict (person, day) do nothing")).await? == 1)
}

/// Writes down what was said.
pub(crate) async fn add_speech(
    tx: &mut Tx,
    id: AppointmentId,
    (speech, who, words): (Speech, &str, &str),
    (at, account): (Moment, Option<AccountId>),
) -> Result<(), Fault> {
    let sql = Sql::new("insert into appointment_speech (appointment, n, speech, who, words, at, account) values ({}, ")
        .bind(id)
        .add("(select coalesce(max(s.n), 0) + 1 from appointment_speech s where s.appointment = {}), ")
        .bind(id);
    let sql = sql.add("{}, {}, {}, {}, {})").bind(speech.word()).bind(who).bind(words).bind(at).bind(account);
    tx.run(sql).await.map(drop)
}
