//! More candidates than seats (F6, F7; 选举法 31, 57; 地方组织法 27, 30). The lower bound is rounded up, the upper down.

use law_rules::{Act, Step, Verdict, words};
use serde::Serialize;

words! {
    /// Who elects the deputies.
    pub enum Mode as "elections-mode-" {
        /// 直接选举: by the voters; county and township.
        Direct = "direct" | "直接选举" | "直接",
        /// 间接选举: by the congress below.
        Indirect = "indirect" | "间接选举" | "间接",
    }
}

words! {
    /// Which leaders are elected.
    pub enum LeaderClass as "elections-class-" {
        /// 正职: chair, secretary-general, head of government, director, president, procurator-general.
        Chief = "chief" | "head" | "正职",
        /// 副职: vice chairs and vice heads.
        Vice = "vice" | "deputy" | "副职",
        /// 委员: members of the standing committee.
        Member = "member" | "委员",
    }
}

/// How many candidates there must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Range {
    /// The least number.
    pub min: u32,
    /// The greatest number; nothing where the law names none.
    pub max: Option<u32>,
    /// Whether the ratio gives no whole number here and another way was taken, to be confirmed.
    pub special: bool,
}

impl Range {
    const fn of(min: u32, max: u32) -> Self {
        Self { min, max: Some(max), special: false }
    }
}

/// The range for deputies, without its working.
#[must_use]
pub const fn deputy_range(mode: Mode, seats: u32) -> Range {
    match mode {
        Mode::Direct => Range::of(seats + seats.div_ceil(3), seats * 2),
        Mode::Indirect if seats == 1 => Range { min: 2, max: Some(2), special: true },
        Mode::Indirect => Range::of(seats + seats.div_ceil(5), seats + seats / 2),
    }
}

/// The range for leaders, without its working.
#[must_use]
pub const fn leader_range(class: LeaderClass, seats: u32) -> Range {
    match class {
        LeaderClass::Chief => Range::of(seats, seats + 1),
        LeaderClass::Vice => Range::of(seats + 1, seats + 3),
        LeaderClass::Member if seats < 5 => Range { min: seats + 1, max: Some(seats + 1), special: true },
        LeaderClass::Member => Range::of(seats + seats.div_ceil(10), seats + seats / 5),
    }
}

const fn by_election_range(seats: u32) -> Range {
    Range { min: seats, max: None, special: false }
}

/// F6: how many candidates for seats of deputies. In a by-election there may be as many as seats (选举法 57).
#[must_use]
pub fn deputy_candidate_range(mode: Mode, seats: u32, by_election: bool) -> Verdict<Range> {
    if by_election {
        return by_election_told(seats, Act::Electoral, 57);
    }
    let range = deputy_range(mode, seats);
    let ratio = match mode {
        Mode::Direct => Step::new("elections-step-ratio-direct"),
        Mode::Indirect => Step::new("elections-step-ratio-indirect"),
    };
    let one = range.special.then(|| Step::new("elections-step-one-seat-two").reading());
    told(seats, range, ratio.by(Act::Electoral, 31), one)
}

/// F7: how many candidates for leaders and members. In a by-election there may be as many as seats (地方组织法 30).
#[must_use]
pub fn leader_candidate_range(class: LeaderClass, seats: u32, by_election: bool) -> Verdict<Range> {
    if by_election {
        return by_election_told(seats, Act::Organic, 30);
    }
    let ratio = match class {
        LeaderClass::Chief => Step::new("elections-step-ratio-chief"),
        LeaderClass::Vice => Step::new("elections-step-ratio-vice"),
        LeaderClass::Member => Step::new("elections-step-ratio-member"),
    };
    let range = leader_range(class, seats);
    let few = range.special.then(|| Step::new("elections-step-few-members").reading());
    told(seats, range, ratio.by(Act::Organic, 27), few)
}

fn told(seats: u32, range: Range, ratio: Step, special: Option<Step>) -> Verdict<Range> {
    let max = range.max.unwrap_or(range.min);
    let rounded = Step::new("elections-step-rounded")
        .with("seats", seats)
        .with("least", range.min.saturating_sub(seats))
        .with("most", max.saturating_sub(seats))
        .reading();
    let reason = Step::new("elections-reason-range").with("seats", seats).with("min", range.min).with("max", max);
    Verdict::new(range, reason, [ratio].into_iter().chain(special).chain([rounded]).collect())
}

fn by_election_told(seats: u32, law: Act, article: u16) -> Verdict<Range> {
    let rule = Step::new("elections-step-by-election").by(law, article);
    let reason = Step::new("elections-reason-by-election").with("seats", seats);
    Verdict::new(by_election_range(seats), reason, vec![rule])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn candidates_for_deputies_follow_the_ratio_of_the_electoral_law() {
        // law.md F6
        for (mode, seats, min, max, special) in [
            (Mode::Direct, 1, 2, 2, false),
            (Mode::Direct, 2, 3, 4, false),
            (Mode::Direct, 3, 4, 6, false),
            (Mode::Indirect, 1, 2, 2, true),
            (Mode::Indirect, 2, 3, 3, false),
            (Mode::Indirect, 3, 4, 4, false),
            (Mode::Indirect, 4, 5, 6, false),
            (Mode::Indirect, 10, 12, 15, false),
            (Mode::Indirect, 69, 83, 103, false),
            (Mode::Indirect, 109, 131, 163, false),
        ] {
            let expected = Range { min, max: Some(max), special };
            assert_eq!(deputy_candidate_range(mode, seats, false).value, expected, "{mode:?} {seats}");
        }
        assert_eq!(deputy_candidate_range(Mode::Direct, 1, true).value, by_election_range(1));
    }

    #[test]
    fn candidates_for_leaders_follow_the_organic_law() {
        // law.md F7
        for (class, seats, min, max, special) in [
            (LeaderClass::Chief, 1, 1, 2, false),
            (LeaderClass::Vice, 1, 2, 4, false),
            (LeaderClass::Vice, 5, 6, 8, false),
            (LeaderClass::Member, 4, 5, 5, true),
            (LeaderClass::Member, 5, 6, 6, false),
            (LeaderClass::Member, 9, 10, 10, false),
            (LeaderClass::Member, 10, 11, 12, false),
            (LeaderClass::Member, 20, 22, 24, false),
            (LeaderClass::Member, 29, 32, 34, false),
            (LeaderClass::Member, 57, 63, 68, false),
        ] {
            let expected = Range { min, max: Some(max), special };
            assert_eq!(leader_candidate_range(class, seats, false).value, expected, "{class:?} {seats}");
        }
        assert_eq!(leader_candidate_range(LeaderClass::Vice, 2, true).value, by_election_range(2));
    }

    proptest! {
        #[test]
        fn there_is_always_a_lawful_number_of_candidates_and_always_a_choice(seats in 1_u32..5_000) {
            for range in [Mode::Direct, Mode::Indirect].map(|mode| deputy_range(mode, seats)) {
                prop_assert!(seats < range.min && Some(range.min) <= range.max);
            }
            for range in [LeaderClass::Vice, LeaderClass::Member].map(|class| leader_range(class, seats)) {
                prop_assert!(seats < range.min && Some(range.min) <= range.max);
            }
        }
    }
}
