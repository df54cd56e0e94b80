//! What the person agreed to at each hand-over, and what was said when they were asked again.

use kernel::{AccountId, BodyId, Day, Moment};
use kit::{
    Fault,
    blobs::{self, BlobId},
    db::{Ask, Sql, Tx, Val},
};
use opinions_rules::{OpinionId, Score};

/// Keeps what the person said of one body.
pub async fn agree(tx: &mut Tx, id: OpinionId, (body, given): (BodyId, bool), now: Moment) -> Result<(), Fault> {
    let sql = Sql::new("insert into opinion_consent (opinion, body, given, at) values ")
        .list([id.into(), body.into(), given.into(), Val::from(now)])
        .add(" on conflict (opinion, body) do update set given = excluded.given, at = excluded.at");
    tx.run(sql).await?;
    Ok(())
}

/// Keeps what the person said of the deputy.
pub async fn agree_deputy(tx: &mut Tx, id: OpinionId, given: bool) -> Result<(), Fault> {
    let sql = Sql::new("update opinion set to_deputy = {} where id = {}").bind(given).bind(id);
    tx.run(sql).await.map(drop)
}

/// Keeps what was said when the person was asked again; whether it is the first time.
pub async fn survey(
    tx: &mut Tx,
    id: OpinionId,
    (score, words): (Score, &str),
    (asked_by, now): (Option<AccountId>, Moment),
) -> Result<bool, Fault> {
    let sql = Sql::new("insert into opinion_survey (opinion, at, score, words, asked_by) values ")
        .list([id.into(), now.into(), score.word().into(), words.into(), Val::from(asked_by)])
        .add(" on conflict (opinion) do nothing");
    Ok(tx.run(sql).await? == 1)
}

/// What was said when the person was asked again, by its word.
pub async fn surveyed(ask: &mut impl Ask, id: OpinionId) -> Result<Option<String>, Fault> {
    let sql = Sql::new("select score from opinion_survey where opinion = {}").bind(id);
    Ok(ask.one::<(String,)>(sql).await?.map(|(score,)| score))
}

/// Counts one opening of contact data; how many it makes on that day.
pub async fn opened(tx: &mut Tx, account: AccountId, day: Day) -> Result<i64, Fault> {
    let sql =
        Sql::new("insert into opinion_opening (account, day, count) values ({}, {}, 1) on conflict (account, day) ");
    let sql = sql.bind(account).bind(day).add("do update set count = opinion_opening.count + 1 returning count");
    Ok(tx.one::<(i64,)>(sql).await?.map_or(0, |(count,)| count))
}

/// Erases name, telephone and recording; whether there were any.
pub async fn forget(tx: &mut Tx, id: OpinionId) -> Result<bool, Fault> {
    let named = tx.run(Sql::new("delete from opinion_contact where opinion = {}").bind(id)).await? == 1;
    let voices = Sql::new("select blob from opinion_file where voice = 1 and opinion = {}").bind(id);
    let voices: Vec<(BlobId,)> = tx.all(voices).await?;
    for (voice,) in &voices {
        tx.run(Sql::new("delete from opinion_file where opinion = {} and blob = {}").bind(id).bind(*voice)).await?;
        blobs::forget(tx, *voice).await?;
    }
    Ok(named || !voices.is_empty())
}
