//! Everything one round shows, as of one moment.

use ballots_rules::{
    Tally,
    paper::{Bundle, Reading, Round, spellings},
    round::{Decided, Outcome},
};
use kit::{Fault, db::Ask};
use law_rules::Verdict;
use roster_views::body_name;

use crate::{
    secret::show::{SealedEnd, sealed_end},
    store::{Item, Published, bundles, readings, results},
};

/// A round with all that belongs to it.
#[derive(Clone, Debug)]
pub struct Around {
    /// The name of the congress.
    pub congress: String,
    /// Its bundles.
    pub bundles: Vec<Bundle>,
    /// What the chief teller said of spellings.
    pub readings: Vec<Reading>,
    /// Its results, the first first.
    pub results: Vec<Published>,
    /// Where the archive of an electronic vote ends that gave the result.
    pub sealed: Option<SealedEnd>,
}

/// Everything around a round.
pub async fn around(ask: &mut impl Ask, item: &Item, round: &Round) -> Result<Around, Fault> {
    Ok(Around {
        congress: body_name(ask, item.congress).await?,
        bundles: bundles(ask, round).await?,
        readings: readings(ask, round.id).await?,
        results: results(ask, round.id).await?,
        sealed: sealed_end(ask, round.id).await?,
    })
}

impl Around {
    /// The newest result that was announced.
    #[must_use]
    pub fn announced(&self) -> Option<&Published> {
        self.results.iter().rev().find(|result| result.announced.is_some())
    }

    /// The result of the edition at work, once it is reported.
    #[must_use]
    pub fn reported(&self, round: &Round) -> Option<&Published> {
        self.results.iter().find(|result| result.edition == round.edition)
    }

    /// What a result comes to.
    #[must_use]
    pub fn outcome(round: &Round, result: &Published) -> Verdict<Outcome> {
        round.outcome(&result.figures, &result.presidium)
    }

    /// The tie of a result that is the presidium's to decide, whatever it said so far.
    #[must_use]
    pub fn tie(round: &Round, result: &Published) -> Option<Decided> {
        round.tie_to_decide(&round.outcome(&result.figures, &[]).value)
    }

    /// Bundles whose entries are the same.
    #[must_use]
    pub fn agreed(&self) -> usize {
        self.bundles.iter().filter(|bundle| bundle.agreed().is_some()).count()
    }

    /// Whether every bundle agrees.
    #[must_use]
    pub fn all_agree(&self) -> bool {
        self.agreed() == self.bundles.len()
    }

    /// Spellings the chief teller has yet to resolve; told once all bundles agree.
    #[must_use]
    pub fn unread(&self) -> Vec<Tally> {
        let known = |tally: &Tally| self.readings.iter().any(|reading| reading.written == tally.name);
        let mut found = if self.all_agree() { spellings(&self.bundles) } else { Vec::new() };
        found.retain(|tally| !known(tally));
        found
    }
}
