//! A kind of links 联系类别 as the congress laid it down: 双联, 四联, 机关联系代表 are entries, never code (代表法 11, 28, 44; 地方组织法 60).

use kernel::{Day, Text};
use serde::{Deserialize, Serialize};

use crate::{Near, Refusal, Rule, Side};

/// Who links whom, how many, how often, since when and on what basis.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KindSpec {
    /// What it is called: 常委会组成人员联系代表.
    pub name: Text<60>,
    /// Who links.
    pub one: Side,
    /// Who is linked.
    pub other: Side,
    /// How many link each who is to be linked.
    pub need: u16,
    /// How many each who links has at least.
    pub least: u16,
    /// How many each who links has at most.
    pub most: Option<u16>,
    /// What nearness counts for.
    pub near: Near,
    /// Contacts a year; 0: not laid down.
    pub times: u16,
    /// The document.
    pub basis: Option<Text<200>>,
    /// The first day.
    pub since: Day,
    /// The last day.
    pub until: Option<Day>,
}

/// Each who is to be linked has at most so many.
const MOST_NEED: u16 = 5;
/// Each who links has at most so many.
const MOST_EACH: u16 = 1000;
/// At most twice a month.
const MOST_TIMES: u16 = 24;

impl KindSpec {
    /// Whether links can be made so.
    ///
    /// # Errors
    /// Says what cannot be.
    pub fn fit(&self) -> Result<(), Refusal> {
        if !self.one.links() || !self.other.is_linked() {
            return Err(Refusal::Sides);
        }
        if !(1..=MOST_NEED).contains(&self.need) {
            return Err(Refusal::Need { most: MOST_NEED });
        }
        let most = self.most.unwrap_or(MOST_EACH);
        if most == 0 || most > MOST_EACH || self.least > most {
            return Err(Refusal::Quota { most: MOST_EACH });
        }
        if self.times > MOST_TIMES {
            return Err(Refusal::Times { most: MOST_TIMES });
        }
        if self.until.is_some_and(|until| until < self.since) {
            return Err(Refusal::DaysCross);
        }
        Ok(())
    }

    /// Whether the kind is in force on a day.
    #[must_use]
    pub fn in_force(&self, day: Day) -> bool {
        self.since <= day && self.until.is_none_or(|until| day <= until)
    }

    /// How its links are spread.
    #[must_use]
    pub fn rule(&self) -> Rule {
        Rule { need: u32::from(self.need), most: self.most.map(u32::from), near: self.near }
    }
}
