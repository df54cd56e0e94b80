//! What units of a matter disagree on, and what came of it.

use demo::Chance;
use kernel::{AccountId, Moment};
use suggestions_rules::{Difference, DifferenceId, DifferenceRefusal, Refusal};

use super::{Teller, handle::Part};

const HELD: [&str; 2] = [
    "经费由谁列支意见不一致：主办单位认为属于部门预算，会办单位认为应列入年度项目资金。",
    "对由谁组织现场核实意见不一致，主办单位和会办单位都认为不属于本单位职责。",
];
const SETTLED: &str =
    "经协调，由主办单位牵头组织现场核实，会办单位一周内提供资料；所需经费由主办单位列入年度项目资金。";

impl Teller<'_> {
    /// In one matter of six the lead unit and a co-unit disagree; the office settles it on the same day in half of those that are over,
    /// and in one of two that are not. Chances of its own: the rest of the story stays as it is.
    pub(super) fn disagreed(&mut self, lead: &Part<'_>, co: &Part<'_>, at: Moment) -> Result<(), Refusal> {
        let mut chance = Chance::of(self.world.seed, "difference", self.draft.index);
        if !chance.hits(1, 6) {
            return Ok(());
        }
        let over = self.draft.story.closed.is_some();
        let about = self.said(
            at,
            Some(lead.unit.head),
            chance.pick(&HELD).copied().unwrap_or_default().to_owned(),
            "difference",
        );
        let id: DifferenceId = self.world.id("difference", self.draft.index, at);
        let between = vec![lead.unit.id, co.unit.id];
        let mut kept = None;
        self.step(at, Some(lead.unit.head), |suggestion, given| {
            let (difference, fact) = suggestion.differ(id, lead.unit.id, between, about, given)?;
            kept = Some(difference);
            Ok((suggestion, fact))
        })?;
        let Some(mut difference) = kept else { return Ok(()) };
        if over || chance.hits(1, 2) {
            difference = self.coordinated(difference, at.plus_millis(7_200_000))?;
        }
        self.differences.push((difference, lead.unit.head));
        Ok(())
    }

    fn coordinated(&mut self, open: Difference, at: Moment) -> Result<Difference, Refusal> {
        let (clerk, congress) = (self.draft.congress.clerk, self.suggestion.congress);
        let outcome = self.said(at, Some(clerk), SETTLED.to_owned(), "difference");
        let mut kept = None;
        self.step(at, Some(clerk), |suggestion, given| {
            let (difference, fact) = open.settle(congress, given.today(), outcome, given)?;
            kept = Some(difference);
            Ok((suggestion, fact))
        })?;
        kept.ok_or(DifferenceRefusal::Settled.into())
    }
}

/// A difference and who wrote it.
pub type Differed = (Difference, AccountId);
