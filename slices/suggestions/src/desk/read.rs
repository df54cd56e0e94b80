//! 送参阅.

use accounts_rules::Actor;
use kernel::{BodyId, Refusal as Family, Refused};
use kit::{Problem, Site};
use suggestions_rules::{Handler, SuggestionId};

use super::{Work, route::may_hand_over};
use crate::{queries::not_units, store::Kept};

/// Units get it to read: they see it and owe nothing.
///
/// # Errors
/// When no unit has it to handle yet, when one is unknown or closed, or has a part in it.
pub async fn give_to_read(site: &Site, actor: &Actor, id: SuggestionId, units: &[BodyId]) -> Result<Kept, Problem> {
    let mut work = Work::begin(site, actor, id).await?;
    may_hand_over(actor, work.suggestion())?;
    let unknown = not_units(&mut work.tx, units).await?.len();
    if unknown > 0 {
        return Err(Refused::new(Family::Unfit, "suggestions-refused-not-units").with("count", unknown).into());
    }
    let readers: Vec<Handler> = units.iter().map(|unit| Handler { id: site.new_id(), unit: *unit }).collect();
    work.act(|suggestion, given| suggestion.give_to_read(&readers, given))?;
    work.finish().await
}
