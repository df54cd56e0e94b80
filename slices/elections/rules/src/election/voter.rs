//! Who stands on the list of voters of a district (选举法 4, 27, 28), and why somebody no longer does.

use kernel::Day;
use law_rules::words;

/// 年满十八周岁, in months.
const OF_AGE: i32 = 18 * 12;

/// More voters than one district has on a list.
pub const MOST_LISTED: u32 = 200_000;

words! {
    /// Why a voter is struck from the list.
    pub enum Struck as "elections-struck-" {
        /// 死亡.
        Died = "died" | "死亡",
        /// 迁出本选区.
        Moved = "moved" | "迁出",
        /// 依法被剥夺政治权利.
        Deprived = "deprived" | "被剥夺政治权利",
        /// 经选举委员会确认, 无法行使选举权利.
        Unfit = "unfit" | "无法行使选举权利",
        /// 重复登记.
        Twice = "twice" | "重复登记",
        /// 登错.
        Mistaken = "mistaken" | "登记错误",
    }
}

/// Whether somebody may vote on election day by age: 年满十八周岁 (宪法 34, 选举法 4). Age is counted to election day, as rules of provinces have it.
#[must_use]
pub fn of_age(born: Day, election: Day) -> bool {
    born.plus_months(OF_AGE) <= election
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_is_eighteen_on_election_day_votes() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        for (born, votes) in [("2008-11-20", true), ("2008-11-21", false), ("1950-01-01", true)] {
            assert_eq!(of_age(day(born), day("2026-11-20")), votes, "{born}");
        }
    }
}
