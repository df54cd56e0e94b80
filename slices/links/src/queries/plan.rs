//! What spreading starts from: who links, who is to be linked, which links stand and which no longer fit.

use std::collections::{HashMap, HashSet};

use kernel::Day;
use kit::{Fault, db::Ask};
use links_rules::{End, One, Other, Side, Spread, Why, spread};

use super::candidates::{self, Candidate};
use crate::store::{Kind, Link, open_links};

/// All that spreading starts from.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Who links.
    pub ones: Vec<Candidate>,
    /// Who is to be linked.
    pub others: Vec<Candidate>,
    /// Links that stand and go on.
    pub kept: Vec<Link>,
    /// Links of which an end is no longer on its side.
    pub gone: Vec<Link>,
}

/// One line of who is not covered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uncovered {
    /// Who.
    pub who: Candidate,
    /// By how many they are linked.
    pub has: usize,
    /// Why there are not more; nothing where somebody could still be found.
    pub why: Option<Why>,
}

/// Everything of a kind as it stands today; sides are those of a day.
pub async fn of(ask: &mut impl Ask, kind: &Kind, day: Day) -> Result<Plan, Fault> {
    let side = |side: Side| (kind.congress, side, day);
    let (congress, one, day) = side(kind.spec.one);
    let ones = candidates::of(ask, congress, one, day).await?;
    let others = candidates::of(ask, congress, kind.spec.other, day).await?;
    let known = |all: &[Candidate]| all.iter().map(|one| one.end.clone()).collect::<HashSet<End>>();
    let (known_ones, known_others) = (known(&ones), known(&others));
    let fits = |link: &Link| known_ones.contains(&link.one) && known_others.contains(&link.other);
    let (kept, gone) = open_links(ask, kind.id).await?.into_iter().partition(fits);
    Ok(Plan { ones, others, kept, gone })
}

impl Plan {
    /// The pairs that stand.
    #[must_use]
    pub fn pairs(&self) -> Vec<(End, End)> {
        self.kept.iter().map(|link| (link.one.clone(), link.other.clone())).collect()
    }

    /// Spreads, with these pairs as they stand; nothing where it is too much to do while somebody waits.
    #[must_use]
    pub fn spread(&self, kind: &Kind, pairs: &[(End, End)]) -> Option<Spread> {
        let place: HashMap<&End, usize> = self.ones.iter().enumerate().map(|(at, one)| (&one.end, at)).collect();
        let mut has = vec![0_u32; self.ones.len()];
        let mut by: HashMap<&End, Vec<usize>> = HashMap::new();
        for (one, other) in pairs {
            if let Some(at) = place.get(one) {
                if let Some(count) = has.get_mut(*at) {
                    *count += 1;
                }
                by.entry(other).or_default().push(*at);
            }
        }
        let one =
            |(one, has): (&Candidate, u32)| One { end: one.end.clone(), area: one.area.clone(), group: one.group, has };
        let other = |other: &Candidate| Other {
            end: other.end.clone(),
            area: other.area.clone(),
            group: other.group,
            by: by.get(&other.end).cloned().unwrap_or_default(),
        };
        let ones: Vec<One> = self.ones.iter().zip(has).map(one).collect();
        let others: Vec<Other> = self.others.iter().map(other).collect();
        spread(&ones, &others, kind.spec.rule())
    }

    /// Who has fewer than needed with these pairs, and why.
    #[must_use]
    pub fn uncovered(&self, kind: &Kind, pairs: &[(End, End)]) -> Vec<Uncovered> {
        let mut has: HashMap<&End, usize> = HashMap::new();
        for (_, other) in pairs {
            *has.entry(other).or_default() += 1;
        }
        let whys: HashMap<usize, Why> =
            self.spread(kind, pairs).map(|found| found.uncovered.into_iter().collect()).unwrap_or_default();
        let line = |(at, who): (usize, &Candidate)| {
            let has = has.get(&who.end).copied().unwrap_or(0);
            let short = has < usize::from(kind.spec.need);
            short.then(|| Uncovered { who: who.clone(), has, why: whys.get(&at).copied() })
        };
        self.others.iter().enumerate().filter_map(line).collect()
    }

    /// Who links fewer than the least with these pairs, and how many.
    #[must_use]
    pub fn short(&self, kind: &Kind, pairs: &[(End, End)]) -> Vec<(Candidate, usize)> {
        let mut counts: HashMap<&End, usize> = HashMap::new();
        for (one, _) in pairs {
            *counts.entry(one).or_default() += 1;
        }
        let all = self.ones.iter().map(|one| (one.clone(), counts.get(&one.end).copied().unwrap_or(0)));
        all.filter(|(_, count)| *count < usize::from(kind.spec.least)).collect()
    }
}
