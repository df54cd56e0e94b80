//! How far an election is: announced → nominating → fixed → voted → certified → closed; cancelled from any before the last two.

use kernel::Day;
use law_rules::words;

use super::Refusal;

/// More seats than any congress has are a slip of the hand.
pub const MOST_SEATS: u32 = 1_000;
/// More voters than a district can have are too.
pub const MOST_VOTERS: u32 = 5_000_000;

words! {
    /// How far an election is.
    pub enum Stage as "elections-stage-" {
        /// 已公告选举日.
        Announced = "announced",
        /// 提名推荐候选人.
        Nominating = "nominating",
        /// 正式候选人已确定.
        Fixed = "fixed",
        /// 已投票, the first result is entered.
        Voted = "voted",
        /// 结果已确定公布, certificates issued.
        Certified = "certified",
        /// 代表资格已确认.
        Closed = "closed",
        /// 已取消.
        Cancelled = "cancelled",
    }
}

/// What is done to an election.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// Districts, days of posting, counts of voters are kept.
    Arrange,
    /// Nominations open.
    Open,
    /// The number of candidates that the method fixes is entered.
    Number,
    /// Somebody is nominated, or a nomination is taken back.
    Nominate,
    /// The first list of candidates is made public.
    Post,
    /// The formal list is fixed.
    Fix,
    /// An objection to the list of voters is received, decided or taken to the court.
    Hear,
    /// A preliminary election is counted.
    Primary,
    /// A mobile box is sent out, or what it carried is entered.
    Carry,
    /// The vote of the congress is linked.
    Link,
    /// A round is counted.
    Count,
    /// The last round of a district is entered again.
    Recount,
    /// The result is certified.
    Certify,
    /// The elections of deputies are confirmed.
    Confirm,
    /// It is put off to a later day.
    Postpone,
    /// It is called off.
    Cancel,
    /// Another election is announced for the seats it left open.
    Again,
}

impl Stage {
    /// The stage after a verb.
    ///
    /// # Errors
    /// When the verb does not fit the stage.
    pub const fn after(self, verb: Verb) -> Result<Self, Refusal> {
        use Stage::{Announced, Cancelled, Certified, Closed, Fixed, Nominating, Voted};
        Ok(match (verb, self) {
            (Verb::Arrange | Verb::Postpone, Announced | Nominating | Fixed)
            | (Verb::Number, Announced | Nominating)
            | (Verb::Nominate | Verb::Post | Verb::Primary, Nominating)
            | (Verb::Hear, Announced | Nominating | Fixed | Voted)
            | (Verb::Carry, Fixed | Voted)
            | (Verb::Again, Certified | Closed)
            | (Verb::Recount, Voted)
            | (Verb::Link, Nominating | Fixed) => self,
            (Verb::Open, Announced) => Nominating,
            (Verb::Fix, Nominating) => Fixed,
            (Verb::Count, Fixed | Voted) => Voted,
            (Verb::Certify, Voted) => Certified,
            (Verb::Confirm, Certified) => Closed,
            (Verb::Cancel, Announced | Nominating | Fixed | Voted) => Cancelled,
            _ => return Err(Refusal::Stage { stage: self }),
        })
    }

    /// Whether the verb fits now.
    #[must_use]
    pub fn allows(self, verb: Verb) -> bool {
        self.after(verb).is_ok()
    }
}

/// Whether an election can be put off from one day to another: to a later one, which has not passed.
///
/// # Errors
/// When the day is not later, or has passed.
pub fn put_off((was, day): (Day, Day), today: Day) -> Result<(), Refusal> {
    if day > was && day >= today { Ok(()) } else { Err(Refusal::NotLater { day: was.max(today).to_string() }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_election_is_put_off_to_a_later_day_that_is_not_over() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        for (was, new, today, fits) in [
            ("2026-12-20", "2026-12-21", "2026-11-01", true),
            ("2026-12-20", "2026-12-20", "2026-11-01", false),
            ("2026-12-20", "2026-12-01", "2026-11-01", false),
            ("2026-12-20", "2026-12-22", "2026-12-23", false),
            ("2026-12-20", "2026-12-23", "2026-12-23", true),
        ] {
            assert_eq!(put_off((day(was), day(new)), day(today)).is_ok(), fits, "{was} {new} {today}");
        }
        for stage in [Stage::Announced, Stage::Nominating, Stage::Fixed] {
            assert_eq!(stage.after(Verb::Postpone), Ok(stage));
        }
        assert!(!Stage::Voted.allows(Verb::Postpone) && !Stage::Cancelled.allows(Verb::Postpone));
    }
}
