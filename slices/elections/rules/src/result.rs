//! Who is elected, who is voted on again, for which seats there is another election (F14–F16; 选举法 45).

use ballots_rules::{Cut, Tally, cut, ranked};
use kernel::{Refusal, Refused};
use law_rules::{Act, Share, Step, Value, Verdict, counted, more_than_half, need};
use serde::Serialize;

use crate::{Mode, Range, deputy_range};

/// A vote again among those who are tied, for the seats left: most votes win.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Revote {
    /// Among whom.
    pub candidates: Vec<String>,
    /// For how many seats.
    pub seats: u32,
}

/// What a round comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// How many votes were needed.
    pub need: u32,
    /// Elected, most votes first.
    pub elected: Vec<String>,
    /// Who is tied at the last seat, if anybody.
    pub revote_tie: Option<Revote>,
    /// The seats for which there must be another election (另行选举), or which stay empty.
    pub missing: u32,
    /// Who stands in it, by the order of this round; the last of them with equal votes are all listed.
    pub rerun_candidates: Vec<String>,
    /// How many may stand in it.
    pub rerun_range: Option<Range>,
}

/// The round as it was counted.
struct Round {
    seats: u32,
    need: u32,
    tallies: Vec<Tally>,
    /// Who may stand in another election; nothing where there is none.
    again: Option<Mode>,
}

/// F14: the first round of a direct election. `voted` are all who took part, with blank and void ballots.
///
/// # Errors
/// When somebody has more votes than people voted, a name stands twice, or there are more votes than ballots can hold.
pub fn direct_result(seats: u32, voted: u32, tallies: Vec<Tally>) -> Result<Verdict<Outcome>, Refused> {
    check(seats, voted, &tallies)?;
    let (need, step) = more_than_half(voted, Act::Electoral, 45);
    let base = Step::new("elections-step-base-voted").with("voted", voted).by(Act::Electoral, 45);
    Ok(Round { seats, need, tallies, again: Some(Mode::Direct) }.tell(vec![base, step]))
}

/// F15: the other election of a direct one: most votes, but no fewer than a third of the ballots.
///
/// # Errors
/// As [`direct_result`].
pub fn direct_rerun_result(seats: u32, ballots: u32, tallies: Vec<Tally>) -> Result<Verdict<Outcome>, Refused> {
    check(seats, ballots, &tallies)?;
    let need = need(ballots, Share::OneThird);
    let rule = Step::new("elections-step-rerun-third").by(Act::Electoral, 45);
    let step = counted(ballots, Share::OneThird).by(Act::Electoral, 45);
    Ok(Round { seats, need, tallies, again: None }.tell(vec![rule, step]))
}

/// F16: an election by a congress: more than half of all deputies, in the first round and (`rerun`) in the other election.
///
/// # Errors
/// As [`direct_result`].
pub fn indirect_result(
    seats: u32,
    all_deputies: u32,
    tallies: Vec<Tally>,
    rerun: bool,
) -> Result<Verdict<Outcome>, Refused> {
    check(seats, all_deputies, &tallies)?;
    let (need, step) = more_than_half(all_deputies, Act::Electoral, 45);
    let base = Step::new("elections-step-base-deputies").with("deputies", all_deputies).reading();
    let again = (!rerun).then_some(Mode::Indirect);
    Ok(Round { seats, need, tallies, again }.tell(vec![base, step]))
}

/// A vote again among those who are tied, for the seats left: most votes win (选举法 45).
///
/// # Errors
/// As [`direct_result`].
pub fn tie_result(seats: u32, ballots: u32, tallies: Vec<Tally>) -> Result<Verdict<Outcome>, Refused> {
    check(seats, ballots, &tallies)?;
    let rule = Step::new("elections-step-tie-most").by(Act::Electoral, 45);
    Ok(Round { seats, need: 1, tallies, again: None }.tell(vec![rule]))
}

pub(crate) fn check(seats: u32, voters: u32, tallies: &[Tally]) -> Result<(), Refused> {
    let unfit = |key| Refused::new(Refusal::Unfit, key);
    let mut names: Vec<&str> = tallies.iter().map(|tally| tally.name.as_str()).collect();
    names.sort_unstable();
    if let Some([name, _]) = names.windows(2).find(|pair| matches!(pair, [one, other] if one == other)) {
        return Err(unfit("elections-refused-name-twice").with("name", name));
    }
    if let Some(over) = tallies.iter().find(|tally| tally.votes > voters) {
        let refused = unfit("elections-refused-more-votes").with("name", &over.name);
        return Err(refused.with("votes", over.votes).with("voters", voters));
    }
    let all: u64 = tallies.iter().map(|tally| u64::from(tally.votes)).sum();
    let most = u64::from(seats) * u64::from(voters);
    if all > most {
        return Err(unfit("elections-refused-votes-in-all").with("votes", all).with("most", most));
    }
    Ok(())
}

fn names(tallies: &[Tally]) -> Vec<String> {
    tallies.iter().map(|tally| tally.name.clone()).collect()
}

impl Round {
    fn tell(self, mut working: Vec<Step>) -> Verdict<Outcome> {
        let Self { seats, need, tallies, again } = self;
        let order = ranked(tallies);
        working.extend(order.iter().map(|tally| tell_votes(tally, need)));
        let (passing, out): (Vec<_>, Vec<_>) = order.into_iter().partition(|tally| tally.votes >= need);
        let count = u32::try_from(passing.len()).unwrap_or(u32::MAX);
        working.push(Step::new("elections-step-passing").with("count", count).with("seats", seats));
        let Cut { elected, tied, left } = cut(seats, passing);
        let missing = seats.saturating_sub(count);
        let range = again.filter(|_| missing > 0).map(|mode| deputy_range(mode, missing));
        let rerun_candidates = range.map(|range| first(&out, range.max.unwrap_or(range.min))).unwrap_or_default();
        let revote_tie = (left > 0).then(|| Revote { candidates: names(&tied), seats: left });
        working.extend(revote_tie.as_ref().map(|revote| {
            let step = Step::new("elections-step-tie").with("names", revote.candidates.clone());
            step.with("left", revote.seats).by(Act::Electoral, 45)
        }));
        working.extend(range.map(|range| {
            let most = range.max.unwrap_or(range.min);
            let step = Step::new("elections-step-rerun").with("missing", missing).with("min", range.min);
            step.with("max", most).with("names", rerun_candidates.clone()).by(Act::Electoral, 45)
        }));
        if missing > 0 && again.is_none() {
            working.push(Step::new("elections-step-stays-empty").with("missing", missing).reading());
        }
        let value =
            Outcome { need, elected: names(&elected), revote_tie, missing, rerun_candidates, rerun_range: range };
        let reason = reason(&value, again);
        Verdict::new(value, reason, working)
    }
}

fn tell_votes(tally: &Tally, need: u32) -> Step {
    let key = if tally.votes >= need { "elections-step-votes-pass" } else { "elections-step-votes-fail" };
    Step::new(key).with("name", tally.name.as_str()).with("votes", tally.votes).with("need", need)
}

/// The first `most` of those not elected, and whoever has as many votes as the last of them.
fn first(out: &[Tally], most: u32) -> Vec<String> {
    let places = usize::try_from(most).unwrap_or(usize::MAX);
    let least = places.checked_sub(1).and_then(|at| out.get(at)).map_or(0, |tally| tally.votes);
    out.iter().take_while(|tally| tally.votes >= least).map(|tally| tally.name.clone()).collect()
}

fn reason(outcome: &Outcome, again: Option<Mode>) -> Step {
    let elected = if outcome.elected.is_empty() {
        Value::Word("elections-nobody".to_owned())
    } else {
        Value::Texts(outcome.elected.clone())
    };
    match (&outcome.revote_tie, outcome.missing, again) {
        (Some(revote), _, _) => Step::new("elections-reason-tie")
            .with("elected", elected)
            .with("names", revote.candidates.clone())
            .with("left", revote.seats),
        (None, 0, _) => Step::new("elections-reason-all-elected").with("elected", elected),
        (None, missing, Some(_)) => {
            Step::new("elections-reason-rerun").with("elected", elected).with("missing", missing)
        }
        (None, missing, None) => {
            Step::new("elections-reason-seats-empty").with("elected", elected).with("missing", missing)
        }
    }
}
