//! How many seats a congress has by its population (选举法 12; F1). Advice: seats once fixed do not change by themselves (选举法 14).

use kernel::{Level, Refusal, Refused};
use law_rules::{Act, Rung, Step, Verdict, Word as _};
use serde::Serialize;

/// What the formula of 选举法 12 gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quota {
    /// Base plus one for every full step of population, before the cap.
    pub formula: u32,
    /// The number within the cap; with five per cent more where a standing committee has decided so.
    pub seats: u32,
    /// Whether so few people live there that the number may be lower.
    pub may_be_lower: bool,
}

/// The same in the words of the table of the law's functions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Seats {
    /// Base plus one for every full step of population.
    pub formula: u32,
    /// Within the cap, and with the five per cent where they were decided.
    pub capped_total: u32,
    /// Whether the number may be lower.
    pub may_be_lower: bool,
}

struct Scale {
    base: u32,
    step: u32,
    cap: u32,
    few: u32,
}

const fn scale(rung: Rung) -> Scale {
    match rung {
        Rung::Province => Scale { base: 350, step: 150_000, cap: 1_000, few: 0 },
        Rung::Municipality => Scale { base: 350, step: 25_000, cap: 1_000, few: 0 },
        Rung::City | Rung::AutonomousPrefecture => Scale { base: 240, step: 25_000, cap: 650, few: 0 },
        Rung::County => Scale { base: 140, step: 5_000, cap: 450, few: 50_000 },
        Rung::Township => Scale { base: 45, step: 1_500, cap: 160, few: 2_000 },
    }
}

const fn rung(level: Level) -> Option<Rung> {
    match level {
        Level::Province => Some(Rung::Province),
        Level::Prefecture => Some(Rung::City),
        Level::County => Some(Rung::County),
        Level::Township => Some(Rung::Township),
        Level::Village => None,
    }
}

/// Seats by population; `plus5` when five per cent more were decided (minority areas, scattered population). A village has none.
///
/// The five per cent are rounded down and not cut by the cap again: they rest on a decision of their own (our reading).
#[must_use]
pub fn deputy_quota(level: Level, population: u32, plus5: bool) -> Option<Quota> {
    rung(level).map(|rung| quota(rung, population, plus5))
}

fn quota(rung: Rung, population: u32, plus5: bool) -> Quota {
    let Scale { base, step, cap, few } = scale(rung);
    let formula = base + population / step;
    let capped = formula.min(cap);
    let seats = if plus5 { capped * 105 / 100 } else { capped };
    Quota { formula, seats, may_be_lower: population < few }
}

/// F1: the seats of a congress with the working.
///
/// # Errors
/// When five per cent more are asked for where the law names none: cities and autonomous prefectures.
pub fn seats_told(level: Rung, population: u32, plus5: bool) -> Result<Verdict<Seats>, Refused> {
    if plus5 && matches!(level, Rung::City | Rung::AutonomousPrefecture | Rung::Municipality) {
        return Err(Refused::new(Refusal::Unfit, "roster-refused-no-five-per-cent"));
    }
    let Scale { base, step, cap, few } = scale(level);
    let Quota { formula, seats, may_be_lower } = quota(level, population, plus5);
    let mut working = vec![
        Step::new("roster-step-quota-rule")
            .with("level", level.said())
            .with("base", base)
            .with("step", step)
            .with("cap", cap)
            .by(Act::Electoral, 12),
        Step::new("roster-step-quota-formula")
            .with("base", base)
            .with("population", population)
            .with("step", step)
            .with("more", population / step)
            .with("formula", formula)
            .reading(),
    ];
    if formula > cap {
        let step = Step::new("roster-step-quota-cap").with("formula", formula).with("cap", cap);
        working.push(step.by(Act::Electoral, 12));
    }
    if plus5 {
        let capped = formula.min(cap);
        let more = Step::new("roster-step-quota-plus5").with("capped", capped).with("seats", seats);
        working.push(more.reading());
    }
    if may_be_lower {
        working.push(Step::new("roster-step-quota-lower").with("few", few).by(Act::Electoral, 12));
    }
    working.push(Step::new("roster-step-quota-fixed").by(Act::Electoral, 14));
    let reason = if may_be_lower {
        Step::new("roster-reason-quota-lower").with("seats", seats)
    } else {
        Step::new("roster-reason-quota").with("seats", seats)
    };
    Ok(Verdict::new(Seats { formula, capped_total: seats, may_be_lower }, reason, working))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seats_follow_the_table_of_the_electoral_law() {
        for (level, population, formula, seats, may_be_lower) in [
            (Level::Province, 66_444_864, 792, 792, false),
            (Level::Province, 97_499_999, 999, 999, false),
            (Level::Province, 97_500_000, 1000, 1000, false),
            (Level::Province, 101_527_453, 1026, 1000, false),
            (Level::Prefecture, 10_000_000, 640, 640, false),
            (Level::Prefecture, 10_250_000, 650, 650, false),
            (Level::Prefecture, 10_275_000, 651, 650, false),
            (Level::Prefecture, 2_488_105, 339, 339, false),
            (Level::County, 857_000, 311, 311, false),
            (Level::County, 1_550_000, 450, 450, false),
            (Level::County, 1_600_000, 460, 450, false),
            (Level::County, 49_999, 149, 149, true),
            (Level::County, 50_000, 150, 150, false),
            (Level::Township, 32_500, 66, 66, false),
            (Level::Township, 172_499, 159, 159, false),
            (Level::Township, 172_500, 160, 160, false),
            (Level::Township, 200_000, 178, 160, false),
            (Level::Township, 1_999, 46, 46, true),
            (Level::Township, 2_000, 46, 46, false),
        ] {
            assert_eq!(deputy_quota(level, population, false), Some(Quota { formula, seats, may_be_lower }));
        }
    }

    #[test]
    fn five_per_cent_more_are_rounded_down() {
        assert_eq!(deputy_quota(Level::County, 260_000, true).unwrap().seats, 201);
        assert_eq!(deputy_quota(Level::Village, 260_000, true), None);
    }

    #[test]
    fn the_working_comes_to_the_same_and_names_its_article() {
        for (level, population, plus5, formula, capped_total) in [
            (Rung::County, 857_000, false, 311, 311),
            (Rung::Municipality, 24_870_000, false, 1_344, 1_000),
            (Rung::AutonomousPrefecture, 2_488_105, false, 339, 339),
            (Rung::County, 260_000, true, 192, 201),
        ] {
            let verdict = seats_told(level, population, plus5).unwrap();
            assert_eq!(verdict.value, Seats { formula, capped_total, may_be_lower: false });
            assert_eq!(verdict.articles()[0], law_rules::Article::of(Act::Electoral, 12));
        }
        assert!(seats_told(Rung::City, 5_000_000, true).is_err());
    }

    proptest::proptest! {
        #[test]
        fn more_people_never_have_fewer_seats(population in 0_u32..200_000_000) {
            for rung in Rung::ALL {
                proptest::prop_assert!(quota(*rung, population, false).seats <= quota(*rung, population + 1, false).seats);
                proptest::prop_assert!(quota(*rung, population, false).seats <= scale(*rung).cap);
            }
        }
    }
}
