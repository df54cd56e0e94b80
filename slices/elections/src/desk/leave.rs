//! Resignations, recalls, suspensions and other ends of mandates: received, decided, made public.

use accounts_rules::{Actor, Right};
use elections_rules::election::{
    DepartureId, DepartureStage, Fact, Leaving, NoticeKind, Petition, Refusal, acceptance, petition,
};
use kernel::{BodyId, Day, Text};
use kit::{Problem, Site, db::Tx, journal, paper::written, web::api::Once};
use law_rules::Word as _;
use roster_rules::MandateId;
use roster_views::{body_name, person_name};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    concerned::concerns,
    publish::{ZH, publish},
    recorded,
    taken::{happened, refused, timely},
};
use crate::{
    queries::people::body_level,
    sight,
    store::{Departure, begin_departure, read_departure, save_departure, take_departure},
};

/// A resignation, recall or other end as it comes in.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DepartureWanted {
    /// The mandate.
    #[schema(value_type = uuid::Uuid)]
    pub mandate: MandateId,
    /// `resigned`, `ordered_to_resign`, `recalled`, `custody`, `sentence`, `resumed`, `moved_away`, `absent`, `nationality_lost`,
    /// `rights_deprived`, `capacity_lost` or `died`.
    #[schema(value_type = String)]
    pub leaving: Leaving,
    /// The day it came in, or happened.
    #[schema(value_type = String, format = Date)]
    pub received: Day,
    /// The grounds, at most 500 characters.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub words: Option<Text<500>>,
}

/// What was decided.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DepartureDecision {
    /// Whether it was accepted, carried or established.
    pub accepted: bool,
    /// Which meeting decided, at most 80 characters.
    #[schema(value_type = String)]
    pub meeting: Text<80>,
    /// Its day.
    #[schema(value_type = String, format = Date)]
    pub decided: Day,
    /// Whether a congress in session decided, and not a standing committee; left out, it did not.
    #[serde(default)]
    pub in_session: bool,
    /// Of a recall: how many asked for it (left out where the presidium moves it before a congress, or the chairpersons' meeting before a standing
    /// committee), of how many, and how many said yes (0 where it came to no vote).
    #[serde(default)]
    #[schema(value_type = Option<Object>)]
    pub petition: Option<Petition>,
}

/// Receives one: the congress of the seat, or where a congress elected the deputy, that one.
///
/// # Errors
/// When the mandate cannot end so, something waits for it already, or it is for another congress.
pub async fn receive(
    site: &Site,
    actor: &Actor,
    congress: BodyId,
    wanted: DepartureWanted,
    once: &Once,
) -> Result<Departure, Problem> {
    actor.may(Right::ElectionKeep, congress)?;
    let account = actor.account.ok_or(Problem::SignIn)?;
    let id: DepartureId = site.new_id();
    let mut tx = site.db().begin().await?;
    if let Some(before) = once.claim(&mut tx, site, account, &wanted, id).await? {
        drop(tx);
        return read_departure(&mut site.db(), before).await?.ok_or_else(Problem::missing);
    }
    happened(site, wanted.received)?;
    let (seated, person) = concerns(&mut tx, congress, &wanted).await?;
    let DepartureWanted { mandate, leaving, received, words } = wanted;
    let it = Departure {
        id,
        congress: seated,
        elector: congress,
        mandate,
        person,
        leaving,
        received,
        words,
        petition: None,
        in_session: false,
        stage: DepartureStage::Received,
        meeting: None,
        decided: None,
        filed: None,
        filing: None,
        made: site.now(),
        version: 1,
    };
    if !begin_departure(&mut tx, &it).await? {
        return Err(refused(Refusal::Mandate));
    }
    let fact = Fact::DepartureReceived { mandate, leaving };
    journal::append(&mut tx, recorded(site, actor, congress, id.uuid(), fact)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(it)
}

/// One departure, for who may see it, or hold a right over it.
///
/// # Errors
/// As if there were none, for anybody else.
pub async fn of(site: &Site, actor: &Actor, id: DepartureId, right: Option<Right>) -> Result<Departure, Problem> {
    if !actor.signed_in() {
        return Err(Problem::SignIn);
    }
    let it = read_departure(&mut site.db(), id).await?.ok_or_else(Problem::missing)?;
    looks(actor, &it)?;
    if let Some(right) = right {
        actor.may(right, it.elector)?;
    }
    Ok(it)
}

/// Whoever sees the elections of the congress of the seat, or of the one that elected, sees it.
fn looks(actor: &Actor, it: &Departure) -> Result<(), Problem> {
    sight::looks(actor, it.congress).or_else(|_| sight::looks(actor, it.elector))
}

/// One taken up by whoever holds the right in the congress that decides.
pub(super) async fn taken(tx: &mut Tx, actor: &Actor, id: DepartureId, right: Right) -> Result<Departure, Problem> {
    let it = take_departure(tx, id).await?.ok_or_else(Problem::missing)?;
    looks(actor, &it)?;
    actor.may(right, it.elector)?;
    Ok(it)
}

/// One at this stage, taken up to be decided or made public.
async fn staged(tx: &mut Tx, actor: &Actor, id: DepartureId, stage: DepartureStage) -> Result<Departure, Problem> {
    let it = taken(tx, actor, id, Right::ElectionCertify).await?;
    if it.stage == stage { Ok(it) } else { Err(refused(Refusal::DepartureStage)) }
}

/// Enters what was decided: the mandate ends, is suspended or goes on.
///
/// # Errors
/// When it is decided, or a recall lacks figures or votes.
pub async fn decide(
    site: &Site,
    actor: &Actor,
    id: DepartureId,
    wanted: DepartureDecision,
) -> Result<Departure, Problem> {
    of(site, actor, id, Some(Right::ElectionCertify)).await?;
    let mut tx = site.db().begin().await?;
    let mut it = staged(&mut tx, actor, id, DepartureStage::Received).await?;
    timely(site, (it.received, wanted.decided))?;
    let level = body_level(&mut tx, it.congress).await?;
    it.in_session = wanted.in_session && it.leaving.by_session(&level);
    if it.leaving == Leaving::Recalled {
        let asked = wanted.petition.ok_or_else(|| refused(Refusal::RecallFigures))?;
        let found = petition(&level, it.in_session, &asked)?.value;
        if wanted.accepted != (found.passed == Some(true)) {
            let (yes, need) = if found.accepted == Some(false) {
                (asked.petitioners.unwrap_or(0), found.petition)
            } else {
                (asked.yes, found.pass)
            };
            return Err(refused(Refusal::RecallFails { yes, need: need.unwrap_or(0) }));
        }
        it.petition = Some(asked);
    } else if it.leaving.is_decided() && wanted.accepted && !acceptance(&level, it.in_session)?.value.possible {
        return Err(refused(Refusal::Recess));
    }
    it.stage = if wanted.accepted { DepartureStage::Accepted } else { DepartureStage::Declined };
    (it.meeting, it.decided) = (Some(wanted.meeting), Some(wanted.decided));
    save_departure(&mut tx, &it).await?;
    let mandate = it.mandate;
    let fact = if wanted.accepted {
        Fact::DepartureAccepted { mandate, leaving: it.leaving, on: wanted.decided }
    } else {
        Fact::DepartureDeclined { mandate }
    };
    journal::append(&mut tx, recorded(site, actor, it.elector, id.uuid(), fact)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(it)
}

/// Makes it public.
///
/// # Errors
/// When nothing was accepted, or it is public.
pub async fn announce(site: &Site, actor: &Actor, id: DepartureId) -> Result<Departure, Problem> {
    of(site, actor, id, Some(Right::ElectionCertify)).await?;
    let mut tx = site.db().begin().await?;
    let mut it = staged(&mut tx, actor, id, DepartureStage::Accepted).await?;
    let values = [
        ("congress", body_name(&mut tx, it.congress).await?),
        ("name", person_name(&mut tx, it.person).await?),
        ("meeting", it.meeting.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("decided", it.decided.map(written).unwrap_or_default()),
    ];
    let key = format!("elections-notice-departure-{}", it.leaving.word().replace('_', "-"));
    let title = ZH.tf("elections-notice-departure-title", &values);
    let body = ZH.tf(&key, &values);
    publish(&mut tx, site, (NoticeKind::Departure, id.uuid(), it.elector), (&title, &body)).await?;
    it.stage = DepartureStage::Published;
    save_departure(&mut tx, &it).await?;
    let fact = Fact::DeparturePublished { mandate: it.mandate };
    journal::append(&mut tx, recorded(site, actor, it.elector, id.uuid(), fact)).await?;
    tx.commit().await?;
    site.wrote();
    Ok(it)
}
