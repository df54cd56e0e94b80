//! The totals are opened; with the last part there is a result.

use accounts_rules::Actor;
use ballots_rules::{
    paper::{Refusal as PaperRefusal, RoundId},
    secret::{Hall, HallStage, Refusal, figures},
};
use ballots_seal::{Curve, Decryption, Totals};
use kernel::Refused;
use kit::{Fault, Problem, Site, journal};

use super::{Held, refused, steps, trustee::hands};
use crate::{
    secret::{
        chain,
        store::{counts, keep_end, save_hall},
        vote::{self, Vote},
    },
    store::{begin_result, save_round, take_round},
};

/// A trustee opens its part.
pub(super) async fn open(site: &Site, actor: &Actor, (id, n): (RoundId, u32), given: &str) -> Result<Hall, Problem> {
    let (item, _, hall) = super::of(site, actor, id).await?;
    hands(actor, &item, &hall, n)?;
    hall.at(HallStage::Tally).map_err(refused)?;
    // Closing keeps the totals; where the machine stopped in between it is done now.
    steps::total(site, &hall).await?;
    let mut held = Held::begin(site, actor, id).await?;
    hands(actor, &held.item, &held.was, n)?;
    held.was.at(HallStage::Tally).map_err(refused)?;
    let mut vote = vote::of(&mut held.tx, &held.was).await?.ok_or_else(|| refused(Refusal::Stage))?;
    let cast = counts(&mut held.tx, &held.was).await?.cast;
    let totals = vote.totals(cast.into())?.ok_or_else(|| refused(Refusal::Stage))?;
    read(&vote, &totals, n, given).ok_or_else(|| refused(Refusal::BadDecryption))?;
    let done = held.was.clone().open_totals(n, given.to_owned());
    let mut now = held.save(done).await?;
    if now.all_open() {
        now = result(&mut held, now, &mut vote, &totals).await?;
    }
    let end = chain::End::of(&chain::whole(&mut held.tx, &vote, &now).await?.0);
    (vote.frozen.head, vote.frozen.height) = (end.head, end.height);
    keep_end(&mut held.tx, &vote.id, &vote.frozen).await?;
    held.commit().await?;
    Ok(now)
}

/// Holds what a trustee handed in to its key and these totals.
fn read(vote: &Vote, totals: &Totals<Curve>, n: u32, given: &str) -> Option<Decryption<Curve>> {
    let at = usize::try_from(n).ok()?.checked_sub(1)?;
    Decryption::read(given, vote.election.hash(), vote.trustees.get(at)?, totals)
}

/// All parts are there: the numbers are the figures of the round.
async fn result(held: &mut Held<'_>, now: Hall, vote: &mut Vote, totals: &Totals<Curve>) -> Result<Hall, Problem> {
    let parts = now.trustees.iter().map(|one| read(vote, totals, one.n, one.decryption.as_deref().unwrap_or_default()));
    let parts: Vec<Decryption<Curve>> = parts.collect::<Option<_>>().ok_or_else(|| refused(Refusal::BadDecryption))?;
    let numbers = totals.open(&parts).map_err(|_| refused(Refusal::BadTotals))?;
    let all = counts(&mut held.tx, &now).await?;
    let round = take_round(&mut held.tx, now.round).await?.ok_or_else(Problem::missing)?.round;
    let figures = figures(&round, all.issued, all.cast, &numbers).map_err(refused)?;
    let told = |refusal: PaperRefusal| Problem::from(Refused::from(refusal));
    let (reported, fact) = round.clone().report_sealed(&figures, held.site.now()).map_err(told)?;
    save_round(&mut held.tx, &round, &reported).await?;
    begin_result(&mut held.tx, &reported, &figures, 0, held.site.now()).await?;
    let record = held.actor.records(held.site.now(), held.item.congress, round.id.uuid(), fact);
    journal::append(&mut held.tx, record).await?;
    vote.frozen.result = Some(serde_json::to_string(&numbers).map_err(Fault::from)?);
    let head = chain::End::of(&chain::whole(&mut held.tx, vote, &now).await?.0).head;
    let (done, fact) = now.clone().finish(head).map_err(refused)?;
    save_hall(&mut held.tx, &now, &done).await?;
    held.note(fact).await?;
    Ok(done)
}
