//! From nominees to the formal list: whether a preliminary election is needed (F8; 选举法 32, 地方组织法 27).

use kernel::{Refusal, Refused};
use law_rules::{Act, Step, Verdict, words};
use serde::Serialize;

use crate::{LeaderClass, Mode, Range, deputy_range, leader_range};

words! {
    /// What is elected, and by whom.
    pub enum Contest as "elections-contest-" {
        /// Deputies, by the voters.
        Direct = "direct" | "直接选举" | "直接",
        /// Deputies, by the congress below.
        Indirect = "indirect" | "间接选举" | "间接",
        /// 正职.
        Chief = "chief" | "head" | "正职",
        /// 副职.
        Vice = "vice" | "deputy" | "副职",
        /// 委员.
        Member = "member" | "委员",
    }
}

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Next {
    /// Too few were nominated.
    TooFew,
    /// The voter groups discuss and agree on the formal list.
    Discuss,
    /// The nominees are voted on at once.
    Vote,
    /// The voter groups discuss; without a fairly common view there is a preliminary election.
    ConsultThenPreliminary,
    /// There must be a preliminary election.
    Preliminary,
}

/// What becomes of the nominees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Preliminary {
    /// What comes next.
    pub verdict: Next,
    /// The least number of candidates.
    pub min: u32,
    /// The greatest number of candidates.
    pub max: u32,
    /// How many the preliminary election leaves; nothing where there is none, or its method has not fixed the number.
    pub to: Option<u32>,
}

fn range(mode: Contest, seats: u32) -> Range {
    match mode {
        Contest::Direct => deputy_range(Mode::Direct, seats),
        Contest::Indirect => deputy_range(Mode::Indirect, seats),
        Contest::Chief => leader_range(LeaderClass::Chief, seats),
        Contest::Vice => leader_range(LeaderClass::Vice, seats),
        Contest::Member => leader_range(LeaderClass::Member, seats),
    }
}

/// F8: what becomes of `nominees` for `seats`. `fixed_number` is how many candidates the method of the election (选举办法) asks for.
///
/// # Errors
/// When the fixed number lies outside what the law allows.
pub fn preliminary_needed(
    mode: Contest,
    seats: u32,
    nominees: u32,
    fixed_number: Option<u32>,
) -> Result<Verdict<Preliminary>, Refused> {
    let lawful = range(mode, seats);
    let most = lawful.max.unwrap_or(lawful.min);
    if let Some(fixed) = fixed_number.filter(|fixed| !(lawful.min..=most).contains(fixed)) {
        let refused = Refused::new(Refusal::Unfit, "elections-refused-fixed-number").with("fixed", fixed);
        return Err(refused.with("min", lawful.min).with("max", most));
    }
    let (min, max) = fixed_number.map_or((lawful.min, most), |fixed| (fixed, fixed));
    let direct = mode == Contest::Direct;
    let verdict = if nominees < min {
        Next::TooFew
    } else if nominees <= max {
        if direct { Next::Discuss } else { Next::Vote }
    } else if direct {
        Next::ConsultThenPreliminary
    } else {
        Next::Preliminary
    };
    let over = matches!(verdict, Next::Preliminary | Next::ConsultThenPreliminary);
    let to = if over { fixed_number } else { None };
    let (law, article) =
        if matches!(mode, Contest::Direct | Contest::Indirect) { (Act::Electoral, 32) } else { (Act::Organic, 27) };
    let mut working =
        vec![Step::new("elections-step-lawful-range").with("seats", seats).with("min", lawful.min).with("max", most)];
    working.extend(fixed_number.map(|fixed| Step::new("elections-step-fixed-number").with("fixed", fixed).local()));
    let rule = match verdict {
        Next::TooFew => Step::new("elections-step-too-few").with("nominees", nominees).with("min", min),
        Next::Discuss => Step::new("elections-step-discuss").with("nominees", nominees),
        Next::Vote => Step::new("elections-step-vote-at-once").with("nominees", nominees),
        Next::ConsultThenPreliminary => Step::new("elections-step-consult").with("nominees", nominees).with("max", max),
        Next::Preliminary => Step::new("elections-step-preliminary").with("nominees", nominees).with("max", max),
    };
    working.push(rule.by(law, article));
    Ok(Verdict::new(Preliminary { verdict, min, max, to }, reason(verdict, to, min, nominees), working))
}

fn reason(verdict: Next, to: Option<u32>, min: u32, nominees: u32) -> Step {
    match (verdict, to) {
        (Next::TooFew, _) => Step::new("elections-reason-too-few").with("missing", min.saturating_sub(nominees)),
        (Next::Discuss, _) => Step::new("elections-reason-discuss"),
        (Next::Vote, _) => Step::new("elections-reason-vote"),
        (Next::ConsultThenPreliminary, _) => Step::new("elections-reason-consult"),
        (Next::Preliminary, Some(to)) => Step::new("elections-reason-preliminary-to").with("to", to),
        (Next::Preliminary, None) => Step::new("elections-reason-preliminary"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nominees_over_the_greatest_number_need_a_preliminary_election() {
        // law.md F8
        for (mode, seats, nominees, fixed, verdict, to) in [
            (Contest::Direct, 3, 3, None, Next::TooFew, None),
            (Contest::Direct, 3, 5, None, Next::Discuss, None),
            (Contest::Direct, 3, 6, None, Next::Discuss, None),
            (Contest::Direct, 3, 7, None, Next::ConsultThenPreliminary, None),
            (Contest::Indirect, 10, 11, None, Next::TooFew, None),
            (Contest::Indirect, 10, 14, None, Next::Vote, None),
            (Contest::Indirect, 10, 16, None, Next::Preliminary, None),
            (Contest::Vice, 5, 6, Some(6), Next::Vote, None),
            (Contest::Vice, 5, 8, Some(6), Next::Preliminary, Some(6)),
            (Contest::Chief, 1, 1, None, Next::Vote, None),
        ] {
            let value = preliminary_needed(mode, seats, nominees, fixed).unwrap().value;
            assert_eq!((value.verdict, value.to), (verdict, to), "{mode:?} {seats} {nominees}");
        }
        assert!(preliminary_needed(Contest::Vice, 5, 8, Some(9)).is_err());
    }
}
