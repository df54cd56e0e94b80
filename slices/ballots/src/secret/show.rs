//! A hall as pages and programs are told of it.

use accounts_rules::Actor;
use ballots_rules::{
    paper::{Round, RoundId},
    secret::{Hall, HallStage, WINDOW},
};
use kit::{Fault, Site, db::Ask};
use law_rules::Word as _;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    chain,
    crypto::Board,
    desk::in_person,
    store::{Counts, OnRoll, counts, list, of_account, read_hall, signer},
};

/// A trustee.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct HallTrusteeJson {
    /// The number in the archive, from 1.
    pub n: u32,
    /// Who.
    pub name: String,
    /// Whether the commitment is handed in.
    pub committed: bool,
    /// Whether the key is.
    pub keyed: bool,
    /// Whether its part of the totals is.
    pub opened: bool,
}

/// Where the asking deputy stands. Nothing of a registration: the named side knows of none.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct HallOwnJson {
    /// The number on the roll.
    pub number: u32,
    /// SHA-256 of the device's key.
    pub key_hash: String,
    /// Whether presence is confirmed.
    pub present: bool,
    /// Whether a ballot was issued.
    pub issued: bool,
    /// Whether the list was confirmed.
    pub confirmed: bool,
}

/// The electronic way of a round.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct HallJson {
    /// The round.
    pub round: Uuid,
    /// `setup`, `collect`, `freezing`, `confirm`, `vote`, `tally`, `done`, `void`.
    pub stage: &'static str,
    /// How often it began.
    pub attempt: u32,
    /// The identity of this attempt in the archive.
    pub vote: String,
    /// The method that permits it.
    pub method: String,
    /// Its article.
    pub article: String,
    /// Fewest voters.
    pub least: u32,
    /// The address of the booth; empty where none is set.
    pub booth: String,
    /// Seconds among which a phone draws when it registers.
    pub window: u32,
    /// SubjectPublicKeyInfo in base64, once the roll is fixed.
    pub rsa_key: Option<String>,
    /// Its SHA-256.
    pub rsa_hash: Option<String>,
    /// The key under which receipts are signed (Ed25519), 64 hexadecimal digits.
    pub board_key: String,
    /// The setup hash, once the list is frozen.
    pub setup: Option<String>,
    /// The last event.
    pub head: Option<String>,
    /// Its height.
    pub height: u64,
    /// 密钥保管人.
    pub trustees: Vec<HallTrusteeJson>,
    /// Devices brought.
    pub brought: u32,
    /// Present by the roll.
    pub present: u32,
    /// 发出.
    pub issued: u32,
    /// In the list.
    pub listed: u32,
    /// Confirmed by name.
    pub confirmed: u32,
    /// 收回.
    pub cast: u32,
    /// Why it began again, or is void.
    pub reason: Option<String>,
    /// Where you stand.
    pub me: Option<HallOwnJson>,
}

impl From<&OnRoll> for HallOwnJson {
    fn from(one: &OnRoll) -> Self {
        let OnRoll { n, key_hash, present, issued, confirmed, .. } = one.clone();
        Self { number: n, key_hash, present, issued, confirmed }
    }
}

/// A hall as this actor is told of it.
pub async fn hall(site: &Site, actor: &Actor, hall: &Hall) -> Result<HallJson, Fault> {
    let mut look = site.db();
    let board = read_hall(&mut look, hall.round).await?.map(|kept| kept.board).unwrap_or_default();
    let signing = signer(&mut look, &hall.vote).await?;
    let frozen = list(&mut look, &hall.vote).await?;
    let end = match &frozen {
        Some(frozen) => Some(chain::end(&mut look, &hall.vote, frozen).await?),
        None => None,
    };
    let own = match in_person(actor) {
        Some(account) => of_account(&mut look, hall.round, &hall.vote, account).await?,
        None => None,
    };
    let Counts { brought, present, issued, confirmed, listed, cast } = counts(&mut look, hall).await?;
    Ok(HallJson {
        round: hall.round.uuid(),
        stage: hall.stage.word(),
        attempt: hall.attempt,
        vote: hall.vote.clone(),
        method: hall.method.to_string(),
        article: hall.article.to_string(),
        least: hall.least,
        booth: site.config().booth.trim_end_matches('/').to_owned(),
        window: WINDOW,
        rsa_key: signing.as_ref().map(|one| one.public.clone()),
        rsa_hash: signing.map(|one| one.hash),
        board_key: Board::of(&board)?.public(),
        setup: frozen.map(|frozen| frozen.setup),
        height: end.as_ref().map_or(0, |end| end.height),
        head: end.map(|end| end.head),
        trustees: trustees(hall),
        brought,
        present,
        issued,
        listed,
        confirmed,
        cast,
        reason: hall.reason.as_ref().map(ToString::to_string),
        me: own.as_ref().map(HallOwnJson::from),
    })
}

fn trustees(hall: &Hall) -> Vec<HallTrusteeJson> {
    let one = |one: &ballots_rules::secret::Trustee| HallTrusteeJson {
        n: one.n,
        name: one.name.to_string(),
        committed: one.commitment.is_some(),
        keyed: one.key.is_some(),
        opened: one.decryption.is_some(),
    };
    hall.trustees.iter().map(one).collect()
}

/// Where the archive of an electronic vote ends that gave the result of a round.
#[derive(Clone, Debug)]
pub struct SealedEnd {
    /// The identity of the vote.
    pub vote: String,
    /// The setup hash.
    pub setup: String,
    /// The last event.
    pub head: String,
    /// 未按: in the list, and no ballot.
    pub silent: u32,
}

/// The end of the electronic vote of a round, once it gave a result.
pub(crate) async fn sealed_end(ask: &mut impl Ask, round: RoundId) -> Result<Option<SealedEnd>, Fault> {
    let Some(kept) = read_hall(ask, round).await?.filter(|kept| kept.hall.stage == HallStage::Done) else {
        return Ok(None);
    };
    let Some(frozen) = list(ask, &kept.hall.vote).await? else { return Ok(None) };
    let all = counts(ask, &kept.hall).await?;
    let silent = all.listed.saturating_sub(all.cast);
    Ok(Some(SealedEnd { vote: kept.hall.vote, setup: frozen.setup, head: frozen.head, silent }))
}

/// The hall of a round, where it has one.
pub async fn of_round(site: &Site, round: &Round) -> Result<Option<Hall>, Fault> {
    Ok(read_hall(&mut site.db(), round.id).await?.map(|kept| kept.hall))
}

impl HallJson {
    /// 未按: in the list, and no ballot; told once voting is over.
    #[must_use]
    pub fn silent(&self) -> Option<u32> {
        let over = [HallStage::Tally.word(), HallStage::Done.word()].contains(&self.stage);
        over.then(|| self.listed.saturating_sub(self.cast))
    }
}
