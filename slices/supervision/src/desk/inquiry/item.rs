//! 整改清单: what is to be put right is listed; the unit says how, reports; the office sends back or settles.

use accounts_rules::Actor;
use kernel::{BodyId, Day, Text};
use kit::{Problem, Site};
use serde::{Deserialize, Serialize};
use supervision_rules::{EntryId, InquiryId};
use utoipa::ToSchema;

use super::{Over, Sent, act, known, may};
use crate::store::InquiryKept;

/// What a unit is to put right.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ItemWanted {
    /// The unit.
    #[schema(value_type = uuid::Uuid)]
    pub unit: BodyId,
    /// What is wrong, at most 500 characters.
    #[schema(value_type = String)]
    pub problem: Text<500>,
    /// The last day, after today.
    #[schema(value_type = String)]
    pub due: Day,
}

/// What the unit will do.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ItemPlanWanted {
    /// 整改措施, at most 1,000 characters.
    #[schema(value_type = String)]
    pub measure: Text<1000>,
    /// 责任人, at most 60 characters.
    #[schema(value_type = String)]
    pub owner: Text<60>,
}

/// What the unit did.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ItemReportWanted {
    /// At most 2,000 characters.
    #[schema(value_type = String)]
    pub words: Text<2000>,
}

/// Why a report goes back, and until when.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ItemBack {
    /// At most 500 characters.
    #[schema(value_type = String)]
    pub reason: Text<500>,
    /// The new last day, after today.
    #[schema(value_type = String)]
    pub due: Day,
}

/// The office's word on what was put right.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ItemEnd {
    /// At most 500 characters.
    #[schema(value_type = String)]
    pub words: Text<500>,
}

type Done = Result<InquiryKept, Problem>;
type Place = (InquiryId, EntryId);

/// Lists what a unit is to put right.
///
/// # Errors
/// When it was not held, the list is full, the day is not after today, or the unit is none of the congress.
pub async fn list(site: &Site, actor: &Actor, id: InquiryId, wanted: ItemWanted, sent: &Sent) -> Done {
    let congress = may(site, actor, id, Over::Congress).await?.congress;
    known(&mut site.db(), congress, wanted.unit).await?;
    let (entry, asked) = (site.new_id(), wanted.clone());
    act(site, actor, (id, Over::Congress), (sent, &asked), |inquiry, now| {
        inquiry.list(entry, wanted.unit, wanted.problem, wanted.due, now)
    })
    .await
}

/// The unit says what it will do.
///
/// # Errors
/// When there is no such item, or it asks for nothing now.
pub async fn plan(site: &Site, actor: &Actor, (id, entry): Place, wanted: ItemPlanWanted, sent: &Sent) -> Done {
    let asked = (entry, wanted.clone());
    act(site, actor, (id, Over::Item(entry)), (sent, &asked), |inquiry, now| {
        inquiry.plan(entry, wanted.measure, wanted.owner, now)
    })
    .await
}

/// The unit reports what was put right.
///
/// # Errors
/// When there is no such item, it asks for nothing now, or its measure is missing.
pub async fn report(site: &Site, actor: &Actor, (id, entry): Place, wanted: ItemReportWanted, sent: &Sent) -> Done {
    let asked = (entry, wanted.clone());
    act(site, actor, (id, Over::Item(entry)), (sent, &asked), |inquiry, now| inquiry.report(entry, wanted.words, now))
        .await
}

/// The office sends the report back.
///
/// # Errors
/// When there is no report to look at, or the day is not after today.
pub async fn send_back(site: &Site, actor: &Actor, (id, entry): Place, wanted: ItemBack, sent: &Sent) -> Done {
    let asked = (entry, wanted.clone());
    act(site, actor, (id, Over::Congress), (sent, &asked), |inquiry, now| {
        inquiry.send_back(entry, wanted.reason, wanted.due, now)
    })
    .await
}

/// 销号.
///
/// # Errors
/// When there is no report to look at.
pub async fn settle(site: &Site, actor: &Actor, (id, entry): Place, wanted: ItemEnd, sent: &Sent) -> Done {
    let asked = (entry, wanted.clone());
    act(site, actor, (id, Over::Congress), (sent, &asked), |inquiry, now| inquiry.settle(entry, wanted.words, now))
        .await
}
