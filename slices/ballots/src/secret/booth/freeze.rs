//! The list is frozen: all credentials at once, sorted, in one transaction.

use std::collections::BTreeMap;

use ballots_rules::{paper::RoundId, secret::HallStage};
use ballots_seal::{Credentials, Curve, archive::Archive, trustees_json};
use kernel::Recorded;
use kit::{Fault, journal};
use serde::Serialize;

use super::{Booth, GRACE};
use crate::secret::{
    store::{Frozen, begin_list, save_hall, take_hall, waiting, wipe_signer},
    vote,
};

#[derive(Serialize)]
struct Line<'a> {
    credential: &'a str,
    token: &'a str,
}

/// Every list that waits for it.
pub(super) async fn all(booth: &Booth) -> Result<(), Fault> {
    for round in waiting(&mut booth.0.site.db()).await? {
        one(booth, round).await?;
    }
    Ok(())
}

/// Every list that has waited long enough for phones to register; counts how often each was seen.
pub(super) async fn due(booth: &Booth, seen: &mut BTreeMap<RoundId, u32>) -> Result<(), Fault> {
    let rounds = waiting(&mut booth.0.site.db()).await?;
    seen.retain(|round, _| rounds.contains(round));
    for round in rounds {
        let times = seen.entry(round).or_default();
        *times += 1;
        if *times >= GRACE {
            one(booth, round).await?;
        }
    }
    Ok(())
}

/// The form of what is published from now on.
const FORM: u32 = 1;

async fn one(booth: &Booth, round: RoundId) -> Result<(), Fault> {
    let _shut = booth.0.gate.write().await;
    let site = &booth.0.site;
    let mut tx = site.db().begin().await?;
    let Some(kept) = take_hall(&mut tx, round).await? else { return Ok(()) };
    let was = kept.hall;
    if was.stage != HallStage::Freezing {
        return Ok(());
    }
    let registered = booth.registered(|all| all.get(&was.vote).cloned()).unwrap_or_default();
    let (item, it) = vote::place(&mut tx, &was).await?;
    let (election, trustees) = vote::election(&item, &it, &was, FORM)?;
    let listed = Credentials::freeze::<Curve>(registered.keys().cloned());
    let listed = listed.map_err(|wrong| Fault::new(format_args!("the list of vote {}: {wrong:?}", was.vote)))?;
    let mut tokens = String::new();
    for (credential, token) in &registered {
        tokens.push_str(&serde_json::to_string(&Line { credential, token })?);
        tokens.push('\n');
    }
    let opened = u64::try_from(site.now().millis() / 1000).unwrap_or_default();
    let (mut archive, _) = Archive::begin(opened);
    archive.setup(election.json(), &trustees_json(&trustees), &listed.json());
    let setup = archive.head().unwrap_or_default().to_owned();
    let frozen = Frozen {
        form: FORM,
        opened,
        listed: u32::try_from(listed.len()).unwrap_or(u32::MAX),
        credentials: listed.json(),
        tokens,
        setup: setup.clone(),
        head: setup.clone(),
        height: 0,
        totals: None,
        result: None,
    };
    begin_list(&mut tx, &was.vote, &frozen).await?;
    wipe_signer(&mut tx, &was.vote).await?;
    let refused = |refusal| Fault::new(format_args!("a list that was asked for is refused: {refusal:?}"));
    let (now, fact) = was.clone().freeze(frozen.listed, setup).map_err(refused)?;
    save_hall(&mut tx, &was, &now).await?;
    let (at, body, subject) = (site.now(), Some(item.congress), round.uuid());
    journal::append(&mut tx, Recorded { at, by: None, acting_for: None, body, subject, fact }).await?;
    tx.commit().await?;
    booth.registered(|all| all.remove(&was.vote));
    site.wrote();
    Ok(())
}
