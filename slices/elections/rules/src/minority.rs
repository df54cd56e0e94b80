//! How many seats a minority living together has (F5; 选举法 18).

use kernel::{Refusal, Refused};
use law_rules::{Act, Step, Verdict};
use serde::Serialize;

use crate::Decimal;

/// The bands of the share of the population.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Band {
    /// 30 per cent and more: the same people per deputy as everybody.
    Equal,
    /// 15 per cent and more, under 30: fewer people per deputy are allowed, up to 30 per cent of all seats.
    Middle,
    /// Under 15 per cent: fewer people per deputy are allowed, down to half of the average.
    Low,
}

/// The seats of a minority.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Minority {
    /// The band.
    pub band: Band,
    /// Seats by the same people per deputy as everybody.
    pub proportional: Option<Decimal<2>>,
    /// The greatest number.
    pub max_seats: u32,
    /// The least number.
    pub min_seats: u32,
}

/// F5: the seats of a minority living together, of `group_pop` people among `total_pop`.
///
/// # Errors
/// When the minority is greater than the population, or one of them is nobody.
pub fn minority_rule(total_pop: u32, group_pop: u32, total_seats: u32) -> Result<Verdict<Minority>, Refused> {
    if group_pop > total_pop {
        let refused = Refused::new(Refusal::Unfit, "elections-refused-group-greater");
        return Err(refused.with("group", group_pop).with("total", total_pop));
    }
    if group_pop == 0 || total_seats == 0 {
        return Err(Refused::new(Refusal::Unfit, "elections-refused-nobody-lives-there"));
    }
    let [people, group, seats] = [total_pop, group_pop, total_seats].map(u64::from);
    let claim = group * seats;
    let narrow = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
    let (band, max, article_step) = if group * 100 >= people * 30 {
        (Band::Equal, claim.div_ceil(people), Step::new("elections-step-band-equal"))
    } else if group * 100 >= people * 15 {
        (Band::Middle, seats * 30 / 100, Step::new("elections-step-band-middle").with("max", narrow(seats * 30 / 100)))
    } else {
        (Band::Low, 2 * claim / people, Step::new("elections-step-band-low").with("max", narrow(2 * claim / people)))
    };
    let min_seats = narrow((claim / people).max(1));
    let proportional = Decimal::of(i128::from(claim), i128::from(people));
    let value = Minority { band, proportional, max_seats: narrow(max).max(min_seats), min_seats };
    let share = Decimal::<1>::of(i128::from(group) * 100, i128::from(people));
    let shown = |text: Option<String>| text.unwrap_or_default();
    let working = vec![
        Step::new("elections-step-minority-share")
            .with("group", group_pop)
            .with("people", total_pop)
            .with("share", shown(share.map(|share| share.to_string()))),
        Step::new("elections-step-proportional").with("seats", shown(proportional.map(|told| told.to_string()))),
        article_step.by(Act::Electoral, 18),
        Step::new("elections-step-at-least-one").with("min", min_seats).by(Act::Electoral, 18),
    ];
    let reason = Step::new("elections-reason-minority").with("min", min_seats).with("max", value.max_seats);
    Ok(Verdict::new(value, reason, working))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_share_of_the_population_decides_the_band() {
        // law.md F5: 300,000 people, 200 seats
        for (group, band, proportional, min, max) in [
            (105_000, Band::Equal, "70.00", 70, 70),
            (90_000, Band::Equal, "60.00", 60, 60),
            (60_000, Band::Middle, "40.00", 40, 60),
            (45_000, Band::Middle, "30.00", 30, 60),
            (30_000, Band::Low, "20.00", 20, 40),
            (1_000, Band::Low, "0.67", 1, 1),
        ] {
            let value = minority_rule(300_000, group, 200).unwrap().value;
            assert_eq!((value.band, value.min_seats, value.max_seats), (band, min, max), "{group}");
            assert_eq!(value.proportional.unwrap().to_string(), proportional);
        }
        assert!(minority_rule(100, 101, 20).is_err() && minority_rule(100, 0, 20).is_err());
    }
}
