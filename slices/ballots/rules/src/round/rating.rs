//! A rating (满意度测评): one grade per ballot and object. No law of the state speaks of it; everything is a setting (voting.md L21).

use kernel::{Refusal, Refused};
use law_rules::{Step, Verdict};
use serde::{Deserialize, Serialize};

use super::Base;

/// What the shares of the grades come to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RatingMap {
    /// The figures alone.
    Figures,
    /// A weight per grade; the score is the sum over the base.
    Weighted(Vec<u32>),
    /// For each grade the share, in per cent, that it and the better ones must reach together; the first that does is the result.
    Cumulative(Vec<u32>),
}

/// The rule of a rating.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RatingRule {
    /// The grades, best first: 满意、基本满意、不满意.
    pub grades: Vec<String>,
    /// Whether a ballot without a grade is an abstention and stays in the base; otherwise it is void and outside.
    pub blank_abstains: bool,
    /// Of what the shares are taken.
    pub base: Base,
    /// What the figures come to.
    pub map: RatingMap,
}

/// The figures of one object.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Grade {
    /// All members.
    pub members: u32,
    /// Ballots returned.
    pub returned: u32,
    /// Ballots that count.
    pub valid: u32,
    /// Ballots with no grade that count.
    pub blank: u32,
    /// Ballots per grade, in the order of the rule.
    pub counts: Vec<u32>,
}

/// What a rating comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rated {
    /// The base the shares are taken of.
    pub base: u32,
    /// The result, counted from 0 for the best grade; nothing where the rule draws none.
    pub grade: Option<usize>,
    /// The weighted sum, to be divided by the base; nothing where the rule weighs nothing.
    pub score: Option<u64>,
}

/// Rates one object.
///
/// # Errors
/// I9: when the grades, and the blank ones where they count, are not as many as valid ballots, or the rule and the figures name other grades.
pub fn rate(rule: &RatingRule, figures: &Grade) -> Result<Verdict<Rated>, Refused> {
    let blank = if rule.blank_abstains { figures.blank } else { 0 };
    let counted: u64 = figures.counts.iter().chain([&blank]).map(|count| u64::from(*count)).sum();
    let settings = match &rule.map {
        RatingMap::Figures => rule.grades.len(),
        RatingMap::Weighted(list) | RatingMap::Cumulative(list) => list.len(),
    };
    let fits = figures.counts.len() == rule.grades.len() && settings == rule.grades.len();
    if !fits || counted != u64::from(figures.valid) || figures.valid > figures.returned {
        return Err(Refused::new(Refusal::Unfit, "ballots-broken-grades"));
    }
    let base = match rule.base {
        Base::Members => figures.members,
        Base::Participants | Base::Returned => figures.returned,
        Base::Valid => figures.valid,
    };
    let mut working = vec![Step::new("ballots-step-rating-base").with("base", base).local()];
    working.extend(rule.grades.iter().zip(&figures.counts).map(|(grade, count)| {
        Step::new("ballots-step-rating-grade").with("grade", grade.as_str()).with("count", *count)
    }));
    let (grade, score) = match &rule.map {
        RatingMap::Figures => (None, None),
        RatingMap::Weighted(weights) => (None, Some(weighted(weights, &figures.counts))),
        RatingMap::Cumulative(shares) => (reached(shares, &figures.counts, base), None),
    };
    let reason = match (grade.and_then(|at| rule.grades.get(at)), score) {
        (Some(grade), _) => Step::new("ballots-reason-graded").with("grade", grade.as_str()),
        (None, Some(score)) => Step::new("ballots-reason-scored").with("score", score).with("base", base),
        (None, None) => Step::new("ballots-reason-figures"),
    };
    Ok(Verdict::new(Rated { base, grade, score }, reason, working))
}

fn weighted(weights: &[u32], counts: &[u32]) -> u64 {
    weights.iter().zip(counts).map(|(weight, count)| u64::from(*weight) * u64::from(*count)).sum()
}

/// The first grade that, with the better ones, reaches its share of the base.
fn reached(shares: &[u32], counts: &[u32], base: u32) -> Option<usize> {
    let mut together = 0_u64;
    shares.iter().zip(counts).position(|(share, count)| {
        together += u64::from(*count);
        base > 0 && together * 100 >= u64::from(*share) * u64::from(base)
    })
}
