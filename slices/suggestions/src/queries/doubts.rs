//! Doubts about classes, as far as they may be known of.

use kit::{Fault, db::Ask};
use suggestions_rules::{Doubt, DoubtEnd, Fact, RemarkId, Suggestion};

use crate::{Sight, store};

/// The doubts of a suggestion that may be known of. Where no reply is out there are none, and nothing is asked.
pub(super) async fn doubts(ask: &mut impl Ask, seen: &Suggestion, sight: &Sight) -> Result<Vec<Doubt>, Fault> {
    let parts = seen.stage.handling().into_iter().flat_map(|handling| handling.handlers.all());
    let out = parts.flat_map(|part| part.rounds()).any(|round| !round.deliveries().is_empty());
    if !out || *sight == Sight::Public {
        return Ok(vec![]);
    }
    let all = store::doubts(ask, seen.id).await?;
    Ok(all.into_iter().filter(|one| knows(sight, one)).collect())
}

/// Whether a doubt may be known of: signers, the office and the unit itself, and no other unit.
pub(crate) fn knows(sight: &Sight, doubt: &Doubt) -> bool {
    match sight {
        Sight::Unit(own) => own.contains(&doubt.assignment),
        Sight::Lead | Sight::Cosigner | Sight::Office | Sight::Transfer => true,
        Sight::Public => false,
    }
}

/// Whether a fact of a doubt may be told with the doubts that may be known of.
pub(super) fn told(known: &[Doubt], fact: &Fact) -> bool {
    match fact {
        Fact::ClassDoubted { doubt, .. }
        | Fact::DoubtKept { doubt, .. }
        | Fact::ClassChanged { doubt, .. }
        | Fact::DoubtWithdrawn { doubt, .. } => known.iter().any(|one| one.id == *doubt),
        _ => true,
    }
}

/// Why it is doubted, and why it was answered so.
pub(super) fn remarks(doubt: &Doubt) -> impl Iterator<Item = RemarkId> {
    let answer = match &doubt.end {
        DoubtEnd::Kept { reason, .. } | DoubtEnd::Changed { reason, .. } => Some(*reason),
        DoubtEnd::Open | DoubtEnd::Withdrawn { .. } => None,
    };
    std::iter::once(doubt.reason).chain(answer)
}
