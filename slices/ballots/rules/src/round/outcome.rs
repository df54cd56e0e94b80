//! The outcome of a round: one pure function, whole numbers, with its whole working (voting.md §3.3).

use law_rules::{Act, Step, Value, Verdict};
use serde::Serialize;

use super::{Bar, Base, Count, Figures, Rule, TieNext};
use crate::{Cut, Tally, cut, ranked};

/// Why a round counts for nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum VoidRound {
    /// I2: more ballots came back than were issued (选举法 44).
    MoreReturnedThanIssued,
    /// Too few members are present.
    NoQuorum,
    /// I12: too few voters took part (选举法 45).
    TooFewTookPart,
}

/// Who is elected, who is not, what follows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Decided {
    /// The least number of votes that sufficed.
    pub need: u32,
    /// Elected, chosen or passed, most votes first.
    pub elected: Vec<Tally>,
    /// Who did not reach the bar, or found the places filled.
    pub failed: Vec<Tally>,
    /// As many votes as one another at the last place.
    pub tied: Vec<Tally>,
    /// The places they are to be decided for.
    pub seats_left: u32,
    /// The places nobody passed for (另行选举).
    pub shortfall: u32,
}

/// What a round comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Nothing: it must be held again.
    Void(VoidRound),
    /// A result.
    Decided(Decided),
}

/// The outcome of a round. The figures must have passed [`super::checks()`].
#[must_use]
pub fn outcome(rule: &Rule, figures: &Figures) -> Verdict<Outcome> {
    if let Some((why, step)) = void(rule, figures) {
        return Verdict::new(Outcome::Void(why), Step::new("ballots-reason-round-void"), vec![step]);
    }
    let base = base(rule.base, figures);
    let need = rule.bar.least(base);
    let total = &figures.total;
    let lines = total.lines.iter().map(|line| Tally { name: line.name.clone(), votes: line.approve });
    let order = ranked(lines.chain(total.write_ins.iter().cloned()).collect());
    let mut working = vec![told_bar(rule, base, need)];
    let told = |tally: &Tally| if rule.ranked { told_points(tally, total) } else { told_votes(tally, need) };
    working.extend(order.iter().map(told));
    let (passing, out): (Vec<Tally>, Vec<Tally>) = order.into_iter().partition(|tally| tally.votes >= need);
    let decided = decide(rule, need, passing, out);
    let reason = reason(&decided);
    Verdict::new(Outcome::Decided(decided), reason, working)
}

fn decide(rule: &Rule, need: u32, passing: Vec<Tally>, out: Vec<Tally>) -> Decided {
    let shortfall = rule.places.saturating_sub(u32::try_from(passing.len()).unwrap_or(u32::MAX));
    let Cut { mut elected, mut tied, left } = cut(rule.places, passing.clone());
    let mut seats_left = left;
    if rule.tie == TieNext::AllTaken {
        elected.append(&mut tied);
        seats_left = 0;
    }
    let beaten = passing.into_iter().filter(|tally| !elected.contains(tally) && !tied.contains(tally));
    let failed = beaten.chain(out).collect();
    Decided { need, elected, failed, tied, seats_left, shortfall }
}

/// The same with the presidium's decision on the tied (主席团决定): who is named takes a place that was left, the others do not. Nothing
/// changes where nothing is tied.
#[must_use]
pub fn presided(mut verdict: Verdict<Outcome>, taken: &[String]) -> Verdict<Outcome> {
    let Outcome::Decided(decided) = &mut verdict.value else { return verdict };
    if taken.is_empty() || decided.seats_left == 0 {
        return verdict;
    }
    let (chosen, others): (Vec<Tally>, Vec<Tally>) =
        std::mem::take(&mut decided.tied).into_iter().partition(|tally| taken.contains(&tally.name));
    decided.elected.extend(chosen);
    decided.failed = others.into_iter().chain(std::mem::take(&mut decided.failed)).collect();
    decided.seats_left = 0;
    verdict.reason = reason(decided);
    let names = Value::Texts(taken.to_vec());
    verdict.working.push(Step::new("ballots-step-presidium").with("names", names).local());
    verdict
}

fn base(base: Base, figures: &Figures) -> u32 {
    match base {
        Base::Members => figures.members,
        Base::Participants => figures.participants,
        Base::Returned => figures.total.returned,
        Base::Valid => figures.total.valid,
    }
}

fn void(rule: &Rule, figures: &Figures) -> Option<(VoidRound, Step)> {
    let Figures { members, present, participants, issued, .. } = *figures;
    if let Some(need) = rule.quorum.map(|bar| bar.least(members)).filter(|need| present < *need) {
        let step = Step::new("ballots-step-no-quorum").with("present", present).with("need", need);
        return Some((VoidRound::NoQuorum, step.by(Act::Organic, 14)));
    }
    if let Some(need) = rule.turnout.map(|bar| bar.least(members)).filter(|need| participants < *need) {
        let step = Step::new("ballots-step-few-took-part").with("participants", participants).with("need", need);
        return Some((VoidRound::TooFewTookPart, step.by(Act::Electoral, 45)));
    }
    let returned = figures.total.returned;
    (returned > issued).then(|| {
        let step = Step::new("ballots-step-more-returned").with("returned", returned).with("issued", issued);
        (VoidRound::MoreReturnedThanIssued, step.by(Act::Electoral, 44))
    })
}

fn told_bar(rule: &Rule, base: u32, need: u32) -> Step {
    let of = match rule.base {
        Base::Members => "ballots-base-members",
        Base::Participants => "ballots-base-participants",
        Base::Returned => "ballots-base-returned",
        Base::Valid => "ballots-base-valid",
    };
    let of = Value::Word(of.to_owned());
    match rule.bar {
        _ if rule.ranked => Step::new("ballots-step-ranked").with("places", rule.places).local(),
        Bar::MostVotes => Step::new("ballots-step-most-votes"),
        Bar::MoreThanHalf => Step::new("ballots-step-bar-half").with("of", of).with("base", base).with("need", need),
        Bar::AtLeast(a, b) => Step::new("ballots-step-bar-share")
            .with("of", of)
            .with("base", base)
            .with("a", a)
            .with("b", b)
            .with("need", need),
    }
}

fn told_points(tally: &Tally, total: &Count) -> Step {
    let line = total.lines.iter().find(|line| line.name == tally.name);
    let ranks = line.map(|line| line.ranks.iter().map(ToString::to_string).collect()).unwrap_or_default();
    let step = Step::new("ballots-step-points").with("name", tally.name.as_str());
    step.with("ranks", Value::Texts(ranks)).with("points", tally.votes)
}

fn told_votes(tally: &Tally, need: u32) -> Step {
    let key = if tally.votes >= need { "ballots-step-votes-reach" } else { "ballots-step-votes-fail" };
    Step::new(key).with("name", tally.name.as_str()).with("votes", tally.votes).with("need", need)
}

fn reason(decided: &Decided) -> Step {
    let names = |tallies: &[Tally]| match tallies {
        [] => Value::Word("ballots-nobody".to_owned()),
        some => Value::Texts(some.iter().map(|tally| tally.name.clone()).collect()),
    };
    let elected = names(&decided.elected);
    if decided.seats_left > 0 {
        let step = Step::new("ballots-reason-tied").with("elected", elected);
        return step.with("tied", names(&decided.tied)).with("left", decided.seats_left);
    }
    if decided.shortfall > 0 {
        return Step::new("ballots-reason-shortfall").with("elected", elected).with("missing", decided.shortfall);
    }
    Step::new("ballots-reason-elected").with("elected", elected)
}
