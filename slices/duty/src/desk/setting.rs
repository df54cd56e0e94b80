//! 值班规定: what a congress asks of its stations.

use accounts_rules::{Actor, Right};
use duty_rules::{Fact, Setting};
use kernel::BodyId;
use kit::{
    Problem, Site,
    web::{Errors, Wrong},
};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{changed, finish};
use crate::store;

/// What is set.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = DutySettingWanted)]
pub struct SettingWanted {
    /// Turns a deputy owes in a year, at most 52.
    #[schema(maximum = 52)]
    pub least: u8,
    /// Days before its first day by which a roster is published, at most 60.
    #[schema(maximum = 60)]
    pub ahead: u8,
    /// Whether a draft that is not published by its day is published by the clock; left out, it is.
    #[serde(default = "by_itself")]
    pub by_clock: bool,
}

const fn by_itself() -> bool {
    true
}

/// Sets it, if it stood as the caller saw it.
///
/// # Errors
/// Refused to who may not; beside the field, a number out of reach; when somebody else set it meanwhile.
pub async fn set(
    site: &Site,
    actor: &Actor,
    congress: BodyId,
    seen: i64,
    wanted: SettingWanted,
) -> Result<(), Problem> {
    actor.may(Right::DutySet, congress)?;
    let mut errors = Errors::default();
    if wanted.least > Setting::MOST {
        errors.0.push(("least".to_owned(), Wrong::new("duty-wrong-number").with("most", Setting::MOST)));
    }
    if wanted.ahead > Setting::FARTHEST {
        errors.0.push(("ahead".to_owned(), Wrong::new("duty-wrong-number").with("most", Setting::FARTHEST)));
    }
    let Some(setting) = Setting::new(wanted.least, wanted.ahead, wanted.by_clock) else { return Err(errors.into()) };
    let mut tx = site.db().begin().await?;
    if !store::save_setting(&mut tx, congress, setting, seen).await? {
        return Err(changed());
    }
    finish(site, actor, tx, (Some(congress), congress.uuid()), Fact::Set { setting }).await
}
