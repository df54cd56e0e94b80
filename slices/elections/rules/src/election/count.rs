//! A round of a direct election as it was counted, and what must come next (选举法 42, 44, 45).

use ballots_rules::Tally;
use kernel::Refused;
use law_rules::{Step, Verdict};
use serde::{Deserialize, Serialize};

use super::{Refusal, Why};
use crate::{Outcome, direct_rerun_result, direct_result, direct_turnout, proxy_check, result::check, tie_result};

/// What the tellers of a district report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figures {
    /// 选民数.
    pub registered: u32,
    /// 参加投票的选民数, those represented by proxy too.
    pub voted: u32,
    /// 收回选票数.
    pub ballots: u32,
    /// 废票.
    pub invalid: u32,
    /// 委托投票: how many voted through a proxy.
    pub proxied: u32,
    /// The most commissions one proxy had.
    pub most_for_one: u32,
    /// 流动票箱.
    pub mobile: u32,
}

/// A round that was counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Counted {
    /// Which.
    pub n: u32,
    /// Why it was held.
    pub why: Why,
    /// For how many seats.
    pub seats: u32,
    /// Whether enough took part and no ballot was over.
    pub valid: bool,
    /// What it came to; nothing where it is void.
    pub outcome: Option<Outcome>,
}

/// The round that must come next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// Which.
    pub n: u32,
    /// Why.
    pub why: Why,
    /// For how many seats.
    pub seats: u32,
    /// Among whom; everybody on the formal list where empty.
    pub names: Vec<String>,
}

/// Counts a round.
///
/// # Errors
/// When figures cannot be, or somebody votes for more than three.
pub fn count(due: &Due, figures: &Figures, tallies: Vec<Tally>) -> Result<Verdict<Counted>, Refused> {
    // 选举法 45: among the tied alone.
    if due.why == Why::Tie && !due.names.is_empty() && tallies.iter().any(|one| !due.names.contains(&one.name)) {
        let names = due.names.join("、");
        return Err(Refused::new(kernel::Refusal::Unfit, "elections-refused-not-tied").with("names", names));
    }
    if figures.invalid > figures.ballots || figures.proxied > figures.voted || figures.most_for_one > figures.proxied {
        return Err(Refusal::Figures.into());
    }
    if figures.proxied > 0 && !proxy_check(figures.most_for_one, true, true, true).value.ok {
        return Err(Refusal::Proxies { most: 3 }.into());
    }
    // No name has more votes than ballots that count, nor all names more than these can hold.
    check(due.seats, figures.ballots.saturating_sub(figures.invalid), &tallies)?;
    let turnout = direct_turnout(figures.registered, figures.voted, figures.ballots)?;
    let counted = |valid, outcome| Counted { n: due.n, why: due.why, seats: due.seats, valid, outcome };
    // Whether half of the voters come is asked of every election, the other one too, but not of a vote again among the tied; no ballot may be over
    // in any.
    let short = figures.voted < turnout.value.need && due.why != Why::Tie;
    if short || figures.ballots > figures.voted {
        return Ok(turnout.map(|_| counted(false, None)));
    }
    let found = match due.why {
        Why::First | Why::Again => direct_result(due.seats, figures.voted, tallies)?,
        Why::Rerun => direct_rerun_result(due.seats, figures.ballots, tallies)?,
        Why::Tie => tie_result(due.seats, figures.ballots, tallies)?,
    };
    let Verdict { value, reason, working } = found;
    let all: Vec<Step> = turnout.working.into_iter().chain(working).collect();
    Ok(Verdict::new(counted(true, Some(value)), reason, all))
}

/// The round that must come next after those held; nothing when the district is decided. A rerun has none after it.
#[must_use]
pub fn due(seats: u32, held: &[Counted]) -> Option<Due> {
    let n = u32::try_from(held.len()).unwrap_or(u32::MAX).saturating_add(1);
    let Some(last) = held.last() else { return Some(Due { n, why: Why::First, seats, names: Vec::new() }) };
    let Some(outcome) = &last.outcome else {
        let why = if matches!(last.why, Why::First) { Why::Again } else { last.why };
        // A round that was void is held again among the same.
        let before = held.iter().rev().find_map(|round| round.outcome.as_ref());
        let names = match (why, before) {
            (Why::Tie, Some(before)) => {
                before.revote_tie.as_ref().map(|tie| tie.candidates.clone()).unwrap_or_default()
            }
            (Why::Rerun, Some(before)) => before.rerun_candidates.clone(),
            _ => Vec::new(),
        };
        return Some(Due { n, why, seats: last.seats, names });
    };
    if let Some(tie) = &outcome.revote_tie {
        return Some(Due { n, why: Why::Tie, seats: tie.seats, names: tie.candidates.clone() });
    }
    let rerun = outcome.missing > 0 && matches!(last.why, Why::First | Why::Again);
    rerun.then(|| Due { n, why: Why::Rerun, seats: outcome.missing, names: outcome.rerun_candidates.clone() })
}
