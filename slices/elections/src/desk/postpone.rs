//! An announced election is put off: another day, with the reason, before the public; every latest day counts from the new one.

use accounts_rules::{Actor, Right};
use elections_rules::election::{ElectionId, Fact, NoticeKind, Verb, put_off};
use kernel::{Day, Text};
use kit::{Problem, Site, paper::written};
use roster_views::body_name;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    publish::{ZH, publish},
    taken::{Taken, refused},
};
use crate::store::{DayChange, Election, begin_day_change, day_changes};

/// To which day, and why.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ElectionDayWanted {
    /// The new election day, later than the one announced.
    #[schema(value_type = String, format = Date)]
    pub day: Day,
    /// At most 500 characters.
    #[schema(value_type = String)]
    pub reason: Text<500>,
}

/// Puts it off.
///
/// # Errors
/// When votes were counted, or the day is not later.
pub async fn postpone(
    site: &Site,
    actor: &Actor,
    id: ElectionId,
    wanted: ElectionDayWanted,
) -> Result<Election, Problem> {
    let mut taken = Taken::begin(site, actor, id, (Right::ElectionCertify, Verb::Postpone)).await?;
    let account = actor.account.ok_or(Problem::SignIn)?;
    let was = taken.it.day;
    put_off((was, wanted.day), site.today()).map_err(refused)?;
    taken.it.day = wanted.day;
    let n = day_changes(&mut taken.tx, id).await?.len() + 1;
    let change = DayChange { was, day: wanted.day, reason: wanted.reason, at: site.now() };
    begin_day_change(&mut taken.tx, (id, n), &change, account).await?;
    let values = [
        ("title", taken.it.title.to_string()),
        ("congress", body_name(&mut taken.tx, taken.it.congress).await?),
        ("was", written(was)),
        ("day", written(change.day)),
        ("reason", change.reason.to_string()),
    ];
    let title = ZH.tf("elections-notice-postponed-title", &values);
    let body = ZH.tf("elections-notice-postponed-text", &values);
    let subject = (NoticeKind::Postponed, id.uuid(), taken.it.congress);
    publish(&mut taken.tx, site, subject, (&title, &body)).await?;
    taken.finish(Fact::PutOff { was, day: change.day }).await
}
