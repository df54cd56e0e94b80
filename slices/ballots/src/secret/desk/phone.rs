//! What a deputy's phone does by name: it is brought, collects, confirms.

use accounts_rules::Actor;
use ballots_rules::{
    paper::RoundId,
    secret::{Fact, Hall, HallStage, Refusal, collect_words, confirm_words},
};
use kernel::{AccountId, PersonId};
use kit::{
    Fault, Problem, Site,
    db::{Ask, Sql},
};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{Held, in_person, refused};
use crate::{
    secret::{
        crypto::{self, BYTES, Signer},
        show::HallOwnJson,
        store::{
            Confirmation, Counts, Issue, OnRoll, bring, confirm as note_confirmation, counts, issue, issued_to, list,
            of_account, roll, signer,
        },
    },
    store::Item,
};

/// A device.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeviceWanted {
    /// The 65 bytes of the point of P-256, in base64.
    pub key: String,
}

/// A ballot asked for.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CollectWanted {
    /// 384 bytes in base64.
    pub blinded: String,
    /// ECDSA over `vote|collect|blinded`, 64 bytes in base64.
    pub signature: String,
}

/// The list confirmed.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConfirmWanted {
    /// The setup hash.
    pub setup: String,
    /// ECDSA over `vote|confirm|setup`, 64 bytes in base64.
    pub signature: String,
}

/// Who votes: a person whose mandate in this congress is in office, in person.
///
/// # Errors
/// When the database refuses, or it is somebody else.
pub async fn deputy(ask: &mut impl Ask, actor: &Actor, item: &Item) -> Result<(AccountId, PersonId), Problem> {
    let none = || refused(Refusal::NoDeputy);
    let (account, person) = in_person(actor).zip(actor.person).ok_or_else(none)?;
    let sql = Sql::new("select count(*) from v_mandate where in_office = 1 and congress = {} and person = {}");
    let found: Option<(i64,)> = ask.one(sql.bind(item.congress).bind(person)).await?;
    found.filter(|(count,)| *count > 0).map(|_| (account, person)).ok_or_else(none)
}

/// Looks whether somebody votes in this round.
///
/// # Errors
/// As [`deputy`], and as if there were none for who does not see the round.
pub async fn may(site: &Site, actor: &Actor, id: RoundId) -> Result<(Item, Hall), Problem> {
    let (item, _, hall) = super::of(site, actor, id).await?;
    deputy(&mut site.db(), actor, &item).await?;
    Ok((item, hall))
}

/// Brings a device. It takes the place of the one before until presence is confirmed.
///
/// # Errors
/// When the roll is fixed, presence is confirmed, or the device is another deputy's.
pub async fn bring_device(
    site: &Site,
    actor: &Actor,
    id: RoundId,
    wanted: DeviceWanted,
) -> Result<HallOwnJson, Problem> {
    let mut held = Held::begin(site, actor, id).await?;
    let (account, person) = deputy(&mut held.tx, actor, &held.item).await?;
    let before = of_account(&mut held.tx, id, &held.was.vote, account).await?;
    if let Some(before) = before.as_ref().filter(|before| before.device == wanted.key) {
        return Ok(before.into());
    }
    held.was.at(HallStage::Setup).map_err(refused)?;
    if before.as_ref().is_some_and(|before| before.present) {
        return Err(refused(Refusal::DeviceFixed));
    }
    let point = crypto::read(&wanted.key, 65).filter(|_| crypto::is_device(&wanted.key));
    let point = point.ok_or_else(|| refused(Refusal::BadDevice))?;
    let last = roll(&mut held.tx, id, &held.was.vote).await?.last().map_or(0, |one| one.n);
    let n = before.map_or(last + 1, |before| before.n);
    let (key_hash, name) = (crypto::hex_hash(&point), actor.name.clone());
    let it = OnRoll {
        n,
        account,
        person,
        name,
        device: wanted.key,
        key_hash,
        present: false,
        issued: false,
        confirmed: false,
    };
    if !bring(&mut held.tx, id, &it).await? {
        return Err(refused(Refusal::BadDevice));
    }
    held.note(Fact::DeviceBrought { number: n, account, key_hash: it.key_hash.clone() }).await?;
    held.commit().await?;
    Ok((&it).into())
}

/// The number with which an account is present.
async fn present(held: &mut Held<'_>) -> Result<OnRoll, Problem> {
    let (account, _) = deputy(&mut held.tx, held.actor, &held.item).await?;
    let found = of_account(&mut held.tx, held.was.round, &held.was.vote, account).await?;
    found.filter(|one| one.present).ok_or_else(|| refused(Refusal::NotOnRoll))
}

/// Issues a ballot: signs a blinded value, one for each number. The same value again has the same answer.
///
/// # Errors
/// When none are issued now, the device did not sign, or another value was signed.
pub async fn collect(site: &Site, actor: &Actor, id: RoundId, wanted: CollectWanted) -> Result<String, Problem> {
    let (_, _, hall) = super::of(site, actor, id).await?;
    let CollectWanted { blinded, signature } = wanted;
    // Signing takes milliseconds: nobody waits for the database meanwhile.
    let signed = match hall.stage {
        HallStage::Collect => sign(site, &hall.vote, &blinded).await?,
        _ => None,
    };
    let mut held = Held::begin(site, actor, id).await?;
    let own = present(&mut held).await?;
    if let Some(before) = issued_to(&mut held.tx, &held.was.vote, own.n).await? {
        return if before.blinded == blinded { Ok(before.signed) } else { Err(refused(Refusal::Issued)) };
    }
    held.was.at(HallStage::Collect).map_err(refused)?;
    if !crypto::device_signed(&own.device, &collect_words(&held.was.vote, &blinded), &signature) {
        return Err(refused(Refusal::BadSignature));
    }
    let signed = signed.filter(|_| held.was.vote == hall.vote).ok_or_else(|| refused(Refusal::BadBlinded))?;
    let it = Issue { number: own.n, key: own.device, blinded, signature, signed };
    issue(&mut held.tx, &hall.vote, &it).await?;
    held.note(Fact::BallotIssued { number: it.number }).await?;
    held.commit().await?;
    Ok(it.signed)
}

async fn sign(site: &Site, vote: &str, blinded: &str) -> Result<Option<String>, Fault> {
    let Some(value) = crypto::read(blinded, BYTES) else { return Ok(None) };
    let secret = signer(&mut site.db(), vote).await?.and_then(|signing| signing.secret);
    let Some(secret) = secret else { return Ok(None) };
    let signed = tokio::task::block_in_place(|| Ok::<_, Fault>(Signer::kept(&secret)?.sign(site, &value)))?;
    Ok(signed.map(|signed| crypto::written(&signed)))
}

/// Confirms the list by name; answers how many have, and how many are in it.
///
/// # Errors
/// When it is not the time, the list is another, nothing was issued, or the device did not sign.
pub async fn confirm(site: &Site, actor: &Actor, id: RoundId, wanted: ConfirmWanted) -> Result<(u32, u32), Problem> {
    let mut held = Held::begin(site, actor, id).await?;
    let own = present(&mut held).await?;
    let frozen = list(&mut held.tx, &held.was.vote).await?.ok_or_else(|| refused(Refusal::Stage))?;
    if frozen.setup != wanted.setup {
        return Err(refused(Refusal::OtherSetup));
    }
    if !own.issued {
        return Err(refused(Refusal::NotIssued));
    }
    if !crypto::device_signed(&own.device, &confirm_words(&held.was.vote, &wanted.setup), &wanted.signature) {
        return Err(refused(Refusal::BadSignature));
    }
    if !own.confirmed {
        held.was.at(HallStage::Confirm).map_err(refused)?;
        let ConfirmWanted { setup, signature } = wanted;
        let it = Confirmation { number: own.n, key: own.device, setup, signature };
        if note_confirmation(&mut held.tx, &held.was.vote, &it).await? {
            held.note(Fact::ListConfirmed { number: own.n }).await?;
        }
    }
    let Counts { confirmed, listed, .. } = counts(&mut held.tx, &held.was).await?;
    held.commit().await?;
    Ok((confirmed, listed))
}
