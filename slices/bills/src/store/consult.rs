//! Who was asked whether a bill may be treated as a suggestion, and what they say.

use bills_rules::{Bill, BillId, Consult, Consulted, RemarkId, Voice};
use kernel::{Day, Moment, PersonId};
use kit::{
    Fault,
    db::{Ask, At, Sql, Tx, Val},
    row,
};

row! {
    struct Row { person: PersonId, answer: String, answered: Option<Moment>, reason: Option<RemarkId> }
}

/// What those who signed were asked; nothing where nobody was.
///
/// # Errors
/// When the database refuses or a row is impossible.
pub(super) async fn consult(
    ask: &mut impl Ask,
    id: BillId,
    (at, until): (Option<Moment>, Option<Day>),
) -> Result<Option<Consult>, Fault> {
    let place = At { table: "bill", id: &id };
    let (at, until) = match (at, until) {
        (None, None) => return Ok(None),
        (Some(at), Some(until)) => (at, until),
        _ => return Err(place.broken("consulted", "stands without `consult_until`, or the other way round")),
    };
    let sql = Sql::new("select person, answer, answered, reason from bill_consult where bill = {} order by ordinal");
    let rows: Vec<Row> = ask.all(sql.bind(id)).await?;
    let asked = rows.into_iter().map(|row| read(At { table: "bill_consult", id: &id }, &row));
    Ok(Some(Consult { at, until, asked: asked.collect::<Result<_, _>>()? }))
}

fn read(at: At<'_>, row: &Row) -> Result<Consulted, Fault> {
    let voice = match (row.answer.as_str(), row.answered, row.reason) {
        ("silent", None, None) => Voice::Silent,
        ("agrees", Some(at), None) => Voice::Agrees(at),
        ("objects", Some(at), reason) => Voice::Objects(at, reason),
        (other, ..) => return Err(at.broken("answer", format_args!("holds `{other}`, which does not fit the rest"))),
    };
    Ok(Consulted { person: row.person, voice })
}

/// Writes what somebody was asked or says now.
pub(super) async fn save_consult(tx: &mut Tx, was: &Bill, now: &Bill) -> Result<(), Fault> {
    let before = was.consult.as_ref();
    let asked = now.consult.iter().flat_map(|consult| consult.asked.iter().enumerate());
    for (ordinal, one) in asked {
        if before.and_then(|consult| consult.voice(one.person)) != Some(one.voice) {
            save_one(tx, now.id, ordinal, one).await?;
        }
    }
    Ok(())
}

async fn save_one(tx: &mut Tx, of: BillId, ordinal: usize, one: &Consulted) -> Result<(), Fault> {
    let (answered, reason) = match one.voice {
        Voice::Silent => (None, None),
        Voice::Agrees(at) => (Some(at), None),
        Voice::Objects(at, reason) => (Some(at), reason),
    };
    let sql = Sql::new("insert into bill_consult (bill, person, ordinal, answer, answered, reason) values ")
        .list([
            Val::from(of),
            one.person.into(),
            i64::try_from(ordinal).unwrap_or(i64::MAX).into(),
            one.voice.word().into(),
            answered.into(),
            reason.into(),
        ])
        .add(" on conflict (bill, person) do update set answer = excluded.answer, answered = excluded.answered,")
        .add(" reason = excluded.reason");
    tx.run(sql).await?;
    Ok(())
}
