//! Writes what changed between a suggestion as it was taken up and as a verb left it.

use kernel::Moment;
use kit::{
    Fault,
    db::{Sql, Tx, bind_all},
};
use suggestions_rules::{Answer, Assignment, Cosigner, Delivery, Round, Stage, Suggestion};

use super::{
    asked::save_asked,
    assignment::{Part, Progress},
    counts::Counts,
    points::save_points,
    reply::Reply,
    suggestion::{Head, Standing, Written},
};

/// Writes a new suggestion: a draft, or one made of a bill with its signers.
pub(crate) async fn begin(tx: &mut Tx, suggestion: &Suggestion, begun: Moment) -> Result<(), Fault> {
    let head = Head { id: suggestion.id, congress: suggestion.congress, lead: suggestion.lead.person, begun };
    let mut vals = head.vals();
    vals.extend(Written::of(suggestion).vals());
    vals.extend(Standing::of(suggestion).vals());
    vals.push(1i64.into());
    let sql = Sql::new("insert into suggestion (").add(Head::LIST).add(", ").add(Written::LIST).add(", ");
    tx.run(sql.add(Standing::LIST).add(", version) values ").list(vals)).await?;
    wishes(tx, suggestion).await?;
    for (ordinal, cosigner) in suggestion.cosigners.iter().enumerate() {
        save_cosigner(tx, suggestion, ordinal, cosigner).await?;
    }
    let mut counts = Counts::default();
    counts.enter(suggestion);
    counts.write(tx).await
}

/// Writes what changed. The counts are handed in, so that many suggestions may share one writing of them.
pub(crate) async fn save(tx: &mut Tx, was: &Suggestion, now: &Suggestion, counts: &mut Counts) -> Result<(), Fault> {
    let mut vals = Written::of(now).vals();
    vals.extend(Standing::of(now).vals());
    let sql = Sql::new("update suggestion set ").add(Written::SET).add(", ").add(Standing::SET);
    tx.run(bind_all(sql, vals).add(" where id = {}").bind(now.id)).await?;
    if was.sheet.wishes != now.sheet.wishes {
        tx.run(Sql::new("delete from wish where suggestion = {}").bind(now.id)).await?;
        wishes(tx, now).await?;
    }
    for (ordinal, cosigner) in now.cosigners.iter().enumerate() {
        if was.cosigners.get(ordinal) != Some(cosigner) {
            save_cosigner(tx, now, ordinal, cosigner).await?;
        }
    }
    save_assignments(tx, was, now).await?;
    counts.leave(was);
    counts.enter(now);
    Ok(())
}

/// Takes the rows of a draft away, and the draft out of the counts.
pub(crate) async fn discard(tx: &mut Tx, draft: &Suggestion) -> Result<(), Fault> {
    for sql in [
        "delete from attachment where suggestion = {}",
        "delete from remark where suggestion = {}",
        "delete from wish where suggestion = {}",
        "delete from cosigner where suggestion = {}",
        "delete from suggestion where id = {}",
    ] {
        tx.run(Sql::new(sql).bind(draft.id)).await?;
    }
    let mut counts = Counts::default();
    counts.leave(draft);
    counts.write(tx).await
}

async fn wishes(tx: &mut Tx, suggestion: &Suggestion) -> Result<(), Fault> {
    for (ordinal, unit) in (0i64..).zip(&suggestion.sheet.wishes) {
        let sql = Sql::new("insert into wish (suggestion, ordinal, unit) values ({}, {}, {})");
        tx.run(sql.bind(suggestion.id).bind(ordinal).bind(*unit)).await?;
    }
    Ok(())
}

async fn save_cosigner(tx: &mut Tx, of: &Suggestion, ordinal: usize, cosigner: &Cosigner) -> Result<(), Fault> {
    let (answer, answered) = match cosigner.answer {
        Answer::Asked => ("asked", None),
        Answer::Confirmed(at) => ("confirmed", Some(at)),
        Answer::Declined(at) => ("declined", Some(at)),
    };
    let sql = Sql::new("insert into cosigner (suggestion, person, ordinal, invited, answer, answered) values ")
        .list([
            kit::db::Val::from(of.id),
            cosigner.person.into(),
            i64::try_from(ordinal).unwrap_or(i64::MAX).into(),
            cosigner.invited.into(),
            answer.into(),
            answered.into(),
        ])
        .add(" on conflict (suggestion, person) do update set answer = excluded.answer, answered = excluded.answered");
    tx.run(sql).await?;
    Ok(())
}

async fn save_assignments(tx: &mut Tx, was: &Suggestion, now: &Suggestion) -> Result<(), Fault> {
    let Some(handling) = now.stage.handling() else { return Ok(()) };
    let at_rest = |stage: &Stage| matches!(stage, Stage::Closed { .. } | Stage::Withdrawn { .. });
    let before = was.stage.handling();
    for (ordinal, part) in (0i64..).zip(handling.handlers.all()) {
        let old = before.and_then(|handling| handling.handlers.find(part.id));
        let rest = at_rest(&now.stage);
        match old {
            None => insert_assignment(tx, now, ordinal, part).await?,
            Some(old) if old != part || rest != at_rest(&was.stage) => {
                let sql =
                    bind_all(Sql::new("update assignment set ").add(Progress::SET), Progress::of(part, rest).vals());
                tx.run(sql.add(" where id = {}").bind(part.id)).await?;
                if old.role != part.role {
                    let sql = Sql::new("update assignment set role = {} where id = {}");
                    tx.run(sql.bind(part.role.word()).bind(part.id)).await?;
                }
            }
            Some(_) => {}
        }
        save_asked(tx, now, old, part).await?;
        for round in part.rounds() {
            let old = old.and_then(|old| old.rounds().find(|old| old.ordinal == round.ordinal));
            save_round(tx, now, part, old, round).await?;
        }
    }
    Ok(())
}

async fn insert_assignment(tx: &mut Tx, of: &Suggestion, ordinal: i64, part: &Assignment) -> Result<(), Fault> {
    let mut vals = Part::of(part).vals();
    vals.extend(Progress::of(part, false).vals());
    vals.extend([of.id.into(), of.congress.into(), ordinal.into()]);
    let sql = Sql::new("insert into assignment (").add(Part::LIST).add(", ").add(Progress::LIST);
    tx.run(sql.add(", suggestion, congress, ordinal) values ").list(vals)).await?;
    Ok(())
}

async fn save_round(
    tx: &mut Tx,
    of: &Suggestion,
    part: &Assignment,
    old: Option<&Round>,
    round: &Round,
) -> Result<(), Fault> {
    match old {
        Some(old) if old == round => return Ok(()),
        Some(_) => {
            let sql = bind_all(Sql::new("update reply set ").add(Reply::SET), Reply::of(round).vals());
            let sql = sql.add(" where assignment = {} and round = {}");
            tx.run(sql.bind(part.id).bind(round.ordinal)).await?;
        }
        None => {
            let mut vals = vec![part.id.into(), round.ordinal.into(), of.id.into()];
            vals.extend(Reply::of(round).vals());
            let sql = Sql::new("insert into reply (assignment, round, suggestion, ").add(Reply::LIST);
            tx.run(sql.add(") values ").list(vals)).await?;
        }
    }
    save_points(tx, of.id, part.id, (old, round)).await?;
    let before = old.map_or(&[][..], Round::deliveries);
    for (ordinal, delivery) in (0i64..).zip(round.deliveries()) {
        let old = before.iter().find(|old| old.signer == delivery.signer);
        save_delivery(tx, of, part, round, (ordinal, old, delivery)).await?;
    }
    Ok(())
}

async fn save_delivery(
    tx: &mut Tx,
    of: &Suggestion,
    part: &Assignment,
    round: &Round,
    (ordinal, old, delivery): (i64, Option<&Delivery>, &Delivery),
) -> Result<(), Fault> {
    if old.is_none() {
        let sql = Sql::new(
            "insert into delivery (assignment, round, signer, ordinal, suggestion) values ({}, {}, {}, {}, {})",
        );
        let sql = sql.bind(part.id).bind(round.ordinal).bind(delivery.signer);
        tx.run(sql.bind(ordinal).bind(of.id)).await?;
    }
    let Some(word) = delivery.judgement.filter(|_| old.is_none_or(|old| old.judgement.is_none())) else {
        return Ok(());
    };
    let sql =
        Sql::new("insert into judgement (assignment, round, signer, process, result, reason, at) values ").list([
            kit::db::Val::from(part.id),
            round.ordinal.into(),
            delivery.signer.into(),
            word.process.word().into(),
            word.result.word().into(),
            word.reason.into(),
            word.at.into(),
        ]);
    tx.run(sql).await?;
    Ok(())
}
