//! One line of a 整改清单: what is wrong, the unit's measure and who answers for it there, until when, and what came of it.

use kernel::{BodyId, Day, Moment, Text};

use crate::{EntryId, Fact, Inquiry, Refusal};

/// One thing a unit is to put right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its identity.
    pub id: EntryId,
    /// The unit.
    pub unit: BodyId,
    /// 存在问题.
    pub problem: Text<500>,
    /// 完成时限; moves when the office sends a report back.
    pub due: Day,
    /// 整改措施 and 责任人.
    pub plan: Option<ItemPlan>,
    /// What the unit reported, oldest first.
    pub reports: Vec<ItemReport>,
    /// 销号: when, and the office's word.
    pub settled: Option<(Moment, Text<500>)>,
}

/// What the unit will do, and who sees to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemPlan {
    /// When it was written.
    pub at: Moment,
    /// 整改措施.
    pub measure: Text<1000>,
    /// 责任人.
    pub owner: Text<60>,
}

/// What the unit did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemReport {
    /// When.
    pub at: Moment,
    /// What it says.
    pub words: Text<2000>,
    /// When and why the office sent it back.
    pub back: Option<(Moment, Text<500>)>,
}

/// How far an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemStanding {
    /// 待报措施.
    Listed,
    /// 整改中.
    Working,
    /// 已报整改情况, for the office to look at.
    Reported,
    /// 已销号.
    Settled,
}

impl ItemStanding {
    /// The word in locale keys and JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Listed => "listed",
            Self::Working => "working",
            Self::Reported => "reported",
            Self::Settled => "settled",
        }
    }
}

impl Item {
    /// How far it is: follows from what was done.
    #[must_use]
    pub fn standing(&self) -> ItemStanding {
        match (&self.settled, self.reports.last(), &self.plan) {
            (Some(_), ..) => ItemStanding::Settled,
            (None, Some(report), _) if report.back.is_none() => ItemStanding::Reported,
            (None, _, Some(_)) => ItemStanding::Working,
            (None, _, None) => ItemStanding::Listed,
        }
    }

    /// Whether the unit owes something whose day has passed.
    #[must_use]
    pub fn overdue(&self, today: Day) -> bool {
        matches!(self.standing(), ItemStanding::Listed | ItemStanding::Working) && self.due < today
    }

    fn owed(&self) -> Result<(), Refusal> {
        match self.standing() {
            ItemStanding::Settled => Err(Refusal::ItemSettled),
            ItemStanding::Reported => Err(Refusal::NothingAsked),
            ItemStanding::Listed | ItemStanding::Working => Ok(()),
        }
    }

    fn reported(&self) -> Result<(), Refusal> {
        match self.standing() {
            ItemStanding::Settled => Err(Refusal::ItemSettled),
            ItemStanding::Reported => Ok(()),
            ItemStanding::Listed | ItemStanding::Working => Err(Refusal::NoAnswer),
        }
    }
}

/// What a verb answers.
type Done = Result<(Inquiry, Fact), Refusal>;

impl Inquiry {
    /// The unit says what it will do and who sees to it; a later word takes the place of the one before.
    ///
    /// # Errors
    /// When there is no such item, or it asks for nothing now.
    pub fn plan(self, id: EntryId, measure: Text<1000>, owner: Text<60>, now: Moment) -> Done {
        self.of_item(id, |item| {
            item.owed()?;
            item.plan = Some(ItemPlan { at: now, measure, owner });
            Ok(Fact::ItemPlanned { entry: id, unit: item.unit })
        })
    }

    /// The unit reports what was put right; late is taken and marked late.
    ///
    /// # Errors
    /// When there is no such item, it asks for nothing now, or its measure is missing.
    pub fn report(self, id: EntryId, words: Text<2000>, now: Moment) -> Done {
        self.of_item(id, |item| {
            item.owed()?;
            if item.plan.is_none() {
                return Err(Refusal::PlanFirst);
            }
            let late = now.day() > item.due;
            item.reports.push(ItemReport { at: now, words, back: None });
            Ok(Fact::ItemReported { entry: id, unit: item.unit, late })
        })
    }

    /// The office sends the report back, with a new day.
    ///
    /// # Errors
    /// When there is no report to look at, or the day is not after today.
    pub fn send_back(self, id: EntryId, reason: Text<500>, due: Day, now: Moment) -> Done {
        self.of_item(id, |item| {
            item.reported()?;
            if due <= now.day() {
                return Err(Refusal::DayNotAhead);
            }
            if let Some(report) = item.reports.last_mut() {
                report.back = Some((now, reason));
            }
            item.due = due;
            Ok(Fact::ItemSentBack { entry: id, unit: item.unit, due })
        })
    }

    /// 销号: the office finds it put right.
    ///
    /// # Errors
    /// When there is no report to look at.
    pub fn settle(self, id: EntryId, words: Text<500>, now: Moment) -> Done {
        self.of_item(id, |item| {
            item.reported()?;
            item.settled = Some((now, words));
            Ok(Fact::ItemSettled { entry: id, unit: item.unit })
        })
    }
}
