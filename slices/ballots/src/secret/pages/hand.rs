//! A trustee hands in what is due: the commitment, the key, a part of the totals.

use accounts_rules::Actor;
use askama::Template;
use axum::{
    Extension,
    extract::{Path, State},
    http::StatusCode,
    response::Response,
};
use ballots_rules::{
    paper::RoundId,
    secret::{Hall, HallStage, Trustee},
};
use kit::{
    Problem, Site, View,
    web::{Form, done, page, page_with},
};

use crate::{
    secret::desk::trustee::{self, CommitmentWanted, DecryptionWanted, TrusteeKeyWanted},
    store::Item,
};

type Who = Extension<Actor>;
type Answer = Result<Response, Problem>;

/// What a trustee hands in next.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Next {
    Commitment,
    Key,
    Decryption,
}

/// What is due of a trustee now.
pub fn next(hall: &Hall, one: &Trustee) -> Option<Next> {
    let all_committed = hall.trustees.iter().all(|one| one.commitment.is_some());
    match hall.stage {
        HallStage::Setup if one.commitment.is_none() => Some(Next::Commitment),
        HallStage::Setup if one.key.is_none() && all_committed => Some(Next::Key),
        HallStage::Tally if one.decryption.is_none() => Some(Next::Decryption),
        _ => None,
    }
}

#[derive(Template)]
#[template(path = "ballots/hall-hand.html")]
struct Hand<'a> {
    v: &'a View,
    f: &'a Form,
    item: &'a Item,
    hall: &'a Hall,
    one: &'a Trustee,
    next: Option<Next>,
}

impl Hand<'_> {
    fn label(&self) -> &'static str {
        match self.next {
            Some(Next::Commitment) => "ballots-hall-field-commitment",
            Some(Next::Key) => "ballots-hall-field-key",
            Some(Next::Decryption) | None => "ballots-hall-field-decryption",
        }
    }

    fn command(&self) -> &'static str {
        match self.next {
            Some(Next::Commitment | Next::Key) => "lianluo trustee key --secret my.key",
            Some(Next::Decryption) | None => "lianluo trustee decrypt vote.bel --secret my.key --setup HASH",
        }
    }
}

fn shown(v: &View, f: &Form, (item, hall): (&Item, &Hall), n: u32) -> Answer {
    let Ok(one) = hall.trustee(n) else { return Err(Problem::missing()) };
    let template = Hand { v, f, item, hall, one, next: next(hall, one) };
    Ok(if f.has_errors() { page_with(StatusCode::UNPROCESSABLE_ENTITY, &template) } else { page(&template) })
}

pub async fn ask(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, n)): Path<(RoundId, u32)>,
    v: View,
) -> Answer {
    let (item, hall) = trustee::may(&site, &actor, id, n).await?;
    shown(&v, &Form::blank(&v), (&item, &hall), n)
}

pub async fn hand(
    State(site): State<Site>,
    Extension(actor): Who,
    Path((id, n)): Path<(RoundId, u32)>,
    v: View,
    mut form: Form,
) -> Answer {
    let (item, hall) = trustee::may(&site, &actor, id, n).await?;
    let due = hall.trustee(n).ok().and_then(|one| next(&hall, one));
    if let Some(line) = form.take::<String>("line") {
        let (at, line) = ((id, n), line.trim().to_owned());
        let handed = match due {
            Some(Next::Commitment) => trustee::commit(&site, &actor, at, CommitmentWanted { commitment: line }).await,
            Some(Next::Key) => trustee::show(&site, &actor, at, TrusteeKeyWanted { key: line }).await,
            Some(Next::Decryption) | None => {
                trustee::open(&site, &actor, at, DecryptionWanted { decryption: line }).await
            }
        };
        match handed {
            Ok(_) => return Ok(done(&format!("/ballots/rounds/{id}/hall"), "ballots-hall-flash-handed")),
            Err(problem) => form.keep("line", problem)?,
        }
    }
    shown(&v, &form, (&item, &hall), n)
}
