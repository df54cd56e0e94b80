//! What is added to a proposal: documents, sittings of the examination, words.

use appointments_rules::{AppointeeId, AppointmentId, Document, Exam, Speech};
use kernel::{AccountId, Day, Moment};
use kit::{
    Fault,
    db::{Ask, Sql, Tx},
};
use law_rules::Word as _;

/// Adds a document.
pub(crate) async fn add_document(
    tx: &mut Tx,
    id: AppointmentId,
    (document, title, mark, day): (Document, &str, Option<&str>, Option<Day>),
    (at, account): (Moment, Option<AccountId>),
) -> Result<(), Fault> {
    let sql = Sql::new(
        "insert into appointment_document (appointment, n, document, title, mark, day, at, account) values ({}, ",
    )
    .bind(id)
    .add("(select coalesce(max(d.n), 0) + 1 from appointment_document d where d.appointment = {}), ")
    .bind(id);
    let sql = sql.add("{}, {}, {}, {}, {}, {})").bind(document.word()).bind(title).bind(mark).bind(day);
    tx.run(sql.bind(at).bind(account)).await.map(drop)
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
