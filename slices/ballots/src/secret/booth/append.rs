//! A ballot comes in: looked at, appended with all that wait, answered when it is in the database.

use std::sync::Arc;

use axum::{
    Json,
    body::Bytes,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use ballots_rules::secret::{HallStage, receipt_words};
use ballots_seal::{Admitted, Curve, admit, archive::Archive};
use kit::{
    Fault, Site,
    db::{Sql, Tx},
};
use serde::Serialize;
use tokio::sync::{mpsc, oneshot};

use super::{Booth, No};
use crate::secret::{
    chain::{self, End},
    crypto::Board,
    store::{Sealed, append_sealed, hall_of_vote, sealed, sealed_of, take_hall, top},
    vote::Vote,
};

/// How many are written at once at most.
const BATCH: usize = 200;

/// A ballot that was looked at.
pub(super) struct Given {
    vote: Arc<Vote>,
    credential: String,
    tracker: String,
    ballot: String,
    answer: oneshot::Sender<Result<Put, No>>,
}

/// Where it stands.
struct Put {
    sealed: Sealed,
    head: String,
}

/// What a voter is given for a ballot.
#[derive(Clone, Debug, Serialize)]
pub struct Receipt {
    /// By which the voter finds the ballot.
    pub tracker: String,
    /// The height of its event.
    pub height: u64,
    /// The hash of its event.
    pub event: String,
    /// The board's signature.
    pub receipt: String,
    /// The last event now.
    pub head: String,
}

pub async fn cast(
    State(booth): State<Booth>,
    Path(vote): Path<String>,
    body: Result<Bytes, axum::extract::rejection::BytesRejection>,
) -> Result<Response, No> {
    let body = body.map_err(|_| No::Unreadable)?;
    let ballot = String::from_utf8(body.to_vec()).map_err(|_| No::Unreadable)?;
    Ok(Json(booth.cast(&vote, ballot).await?).into_response())
}

impl Booth {
    /// Takes a ballot; the same again has the same receipt.
    ///
    /// # Errors
    /// When nobody votes now, the ballot does not hold, or another one of its credential is in.
    pub async fn cast(&self, vote: &str, ballot: String) -> Result<Receipt, No> {
        let kept = hall_of_vote(&mut self.0.site.db(), vote).await?.ok_or(No::Vote)?;
        if !matches!(kept.hall.stage, HallStage::Vote | HallStage::Tally | HallStage::Done) {
            return Err(No::Stage);
        }
        let vote = self.vote(vote).await?;
        let (admitted, ballot) = looked_at(self, &vote, ballot).await?;
        let (answer, answered) = oneshot::channel();
        let Admitted { credential, tracker, .. } = admitted;
        let given = Given { vote, credential, tracker, ballot, answer };
        self.0.queue.try_send(given).map_err(|_| No::Later)?;
        let Put { sealed, head } = answered.await.map_err(|_| No::Later)??;
        let Sealed { height, tracker, event, .. } = sealed;
        let words = receipt_words(&kept.hall.vote, &tracker, height, &event);
        let receipt = Board::of(&kept.board)?.sign(&words);
        Ok(Receipt { tracker, height, event, receipt, head })
    }
}

/// Looks at everything a ballot claims, by as many at once as there are cores.
async fn looked_at(booth: &Booth, vote: &Arc<Vote>, ballot: String) -> Result<(Admitted<Curve>, String), No> {
    let _turn = booth.0.looks.acquire().await.map_err(|_| No::Later)?;
    let own = Arc::clone(vote);
    let look = move || admit(&ballot, &own.election, &own.credentials).ok().map(|admitted| (admitted, ballot));
    tokio::task::spawn_blocking(look).await.map_err(|_| No::Later)?.ok_or(No::Ballot)
}

/// The chain as it stood when this process last wrote to it.
struct Known {
    vote: String,
    archive: Archive,
}

/// Writes what is given until the booth is gone.
pub(super) async fn write(site: Site, mut given: mpsc::Receiver<Given>) {
    let mut known = None;
    loop {
        let mut batch = Vec::new();
        if given.recv_many(&mut batch, BATCH).await == 0 {
            return;
        }
        while !batch.is_empty() {
            // Votes run one after another: the batch of one, then that of the next.
            let first = batch.first().map(|one| one.vote.id.clone()).unwrap_or_default();
            let (own, rest) = batch.into_iter().partition::<Vec<_>, _>(|one| one.vote.id == first);
            batch = rest;
            put_all(&site, &mut known, own).await;
        }
    }
}

async fn put_all(site: &Site, known: &mut Option<Known>, batch: Vec<Given>) {
    match put(site, known, &batch).await {
        Ok(answers) => {
            for (one, answer) in batch.into_iter().zip(answers) {
                // Who asked may be gone; the ballot is in all the same.
                let _gone = one.answer.send(answer);
            }
        }
        Err(fault) => {
            *known = None;
            tracing::error!(%fault, "ballots could not be written");
            for one in batch {
                let _gone = one.answer.send(Err(No::Later));
            }
        }
    }
}

/// Appends all of them in one transaction.
async fn put(site: &Site, known: &mut Option<Known>, batch: &[Given]) -> Result<Vec<Result<Put, No>>, Fault> {
    let Some(vote) = batch.first().map(|one| Arc::clone(&one.vote)) else { return Ok(Vec::new()) };
    let mut tx = site.db().begin().await?;
    let sql = Sql::new("select round from ballot_hall where vote = {}").bind(&vote.id);
    let round: Option<(ballots_rules::paper::RoundId,)> = tx.one(sql).await?;
    let hall = match round {
        Some((round,)) => take_hall(&mut tx, round).await?,
        None => None,
    };
    let open = hall.is_some_and(|kept| kept.hall.stage == HallStage::Vote && kept.hall.vote == vote.id);
    let mut archive = if open { Some(at_top(&mut tx, known.take(), &vote).await?) } else { None };
    let mut answers = Vec::with_capacity(batch.len());
    for one in batch {
        answers.push(put_one(&mut tx, archive.as_mut(), one).await?);
    }
    tx.commit().await?;
    if let Some(archive) = archive {
        let head = End::of(&archive).head;
        answers.iter_mut().flatten().for_each(|put| put.head.clone_from(&head));
        *known = Some(Known { vote: vote.id.clone(), archive });
    }
    Ok(answers)
}

/// The chain up to the last ballot, by memory where nobody else wrote.
async fn at_top(tx: &mut Tx, known: Option<Known>, vote: &Vote) -> Result<Archive, Fault> {
    let last = top(tx, &vote.id).await?.map_or_else(|| vote.frozen.setup.clone(), |(_, event)| event);
    match known.filter(|known| known.vote == vote.id && known.archive.head() == Some(last.as_str())) {
        Some(known) => Ok(known.archive),
        None => Ok(chain::with_ballots(vote, &sealed(tx, &vote.id, 0).await?)?.0),
    }
}

/// One ballot: the same again is where it was; another of its credential is refused.
async fn put_one(tx: &mut Tx, archive: Option<&mut Archive>, one: &Given) -> Result<Result<Put, No>, Fault> {
    if let Some(before) = sealed_of(tx, &one.vote.id, &one.credential).await? {
        let same = before.tracker == one.tracker;
        let head = before.event.clone();
        return Ok(if same { Ok(Put { sealed: before, head }) } else { Err(No::Second) });
    }
    let Some(archive) = archive else { return Ok(Err(No::Stage)) };
    archive.ballot(&one.ballot);
    let End { head, height } = End::of(archive);
    let (credential, tracker, ballot) = (one.credential.clone(), one.tracker.clone(), one.ballot.clone());
    let sealed = Sealed { height, credential, tracker, event: head.clone(), ballot };
    append_sealed(tx, &one.vote.id, &sealed).await?;
    Ok(Ok(Put { sealed, head }))
}
