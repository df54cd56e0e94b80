//! How many seats a congress has by its population (选举法 12; F1). Advice: seats once fixed do not change by themselves (选举法 14).

use kernel::Level;

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

struct Scale {
    base: u32,
    step: u32,
    cap: u32,
    few: u32,
}

const fn scale(level: Level) -> Option<Scale> {
    match level {
        Level::Province => Some(Scale { base: 350, step: 150_000, cap: 1_000, few: 0 }),
        Level::Prefecture => Some(Scale { base: 240, step: 25_000, cap: 650, few: 0 }),
        Level::County => Some(Scale { base: 140, step: 5_000, cap: 450, few: 50_000 }),
        Level::Township => Some(Scale { base: 45, step: 1_500, cap: 160, few: 2_000 }),
        Level::Village => None,
    }
}

/// Seats by population; `plus5` when five per cent more were decided (minority areas, scattered population). A village has none.
///
/// The five per cent are rounded down and not cut by the cap again: they rest on a decision of their own (our reading).
#[must_use]
pub fn deputy_quota(level: Level, population: u32, plus5: bool) -> Option<Quota> {
    let Scale { base, step, cap, few } = scale(level)?;
    let formula = base + population / step;
    let capped = formula.min(cap);
    let seats = if plus5 { capped * 105 / 100 } else { capped };
    Some(Quota { formula, seats, may_be_lower: population < few })
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
}
