//! What a unit promises where work goes on, and what becomes of it: reports by the quarter, another day, a second reply, its settling.

use demo::{Chance, Mark, Round};
use kernel::{Day, Moment, Text};
use suggestions_rules::{Given, Promise, Promised, Refusal, Score, Stage, Suggestion};

use super::{Teller, handle::Part};

const VOWS: [&str; 6] = [
    "完成勘测设计并列入年度项目计划",
    "完成主体工程并通过验收",
    "落实专项资金并开工建设",
    "出台管理办法并组织实施",
    "完成设施更换并建立日常管护制度",
    "对同类问题逐一排查并整改到位",
];
const PROGRESS: [&str; 5] = [
    "已完成现场踏勘，正在编制方案。",
    "资金已经落实，正在办理招标手续。",
    "已进场施工，完成工程量的一半左右。",
    "主体已完成，正在做收尾工作。",
    "方案已征求代表和群众意见，正在修改。",
];
const MOVED: [&str; 2] = ["雨季施工受阻，完工时间推后。", "招标流标，重新组织招标。"];
const OVER: [&str; 2] = ["上级资金年底前未到位，转入下年度办理。", "与明年的道路改造合并实施，转入下年度办理。"];
const ANSWERED: [&str; 3] = [
    "承诺事项已全部完成，经验收合格。",
    "工程已完工并投入使用，群众反映较好。",
    "办法已印发执行，有关工作已转入日常管理。",
];
const FAILED: [&str; 2] = ["因规划调整，原定项目不再实施。", "经核实没有按期完成，列入明年督办。"];

/// When something happens on a day: at ten in the morning.
fn on(day: Day) -> Moment {
    day.start().plus_millis(10 * 3_600_000)
}

impl Teller<'_> {
    /// A reply that says work goes on carries a promise, four times out of five. Chances of its own.
    pub(super) fn promise(&mut self, part: Part<'_>, round: &Round, nth: usize) -> Result<(), Refusal> {
        let n = self.draft.index * 8 + nth as u64;
        let mut chance = Chance::of(self.world.seed, "promise", n);
        if round.mark != Mark::B || chance.hits(1, 5) {
            return Ok(());
        }
        let (at, head) = (round.drafted.plus_millis(60_000), Some(part.unit.head));
        let months = i32::try_from(chance.between(2, 12)).unwrap_or(6);
        let due = at.day().plus_months(months);
        let vow = chance.pick(&VOWS).copied().unwrap_or_default();
        let words = Text::parse(vow).map_err(|_| Refusal::Incomplete)?;
        let id = self.world.id("promise", n, at);
        let mut made = None;
        self.step(at, head, |suggestion, given| {
            let (promise, fact) = suggestion.make_promise(part.id, id, (words, due), given)?;
            made = Some(promise);
            Ok((suggestion, fact))
        })?;
        self.promises.extend(made);
        Ok(())
    }

    /// What became of the promises that bind, up to yesterday.
    pub(super) fn keep_promises(&mut self) -> Result<(), Refusal> {
        for at in 0..self.promises.len() {
            let Some(promise) = self.promises.get(at).cloned() else { continue };
            let alive = matches!(self.suggestion.stage, Stage::Handling(_) | Stage::Closed { .. });
            if alive && self.suggestion.binds(&promise) {
                let kept = self.goes_on(promise)?;
                if let Some(place) = self.promises.get_mut(at) {
                    *place = kept;
                }
            }
        }
        Ok(())
    }

    fn goes_on(&mut self, mut promise: Promise) -> Result<Promise, Refusal> {
        let mut chance = Chance::of(self.world.seed, "kept", self.draft.index * 8 + u64::from(promise.round));
        let (last, unit) = (self.world.today.plus_days(-1), self.unit_of(&promise));
        let Some(begun) = self.delivered(&promise) else { return Ok(promise) };
        let mut day = begun.plus_days(70);
        while day < promise.due.plus_days(-20) && day <= last {
            let said = self.said(on(day), unit, words(&mut chance, &PROGRESS), "promise");
            promise = self.done(on(day), unit, promise, |promise, of, given| promise.report(of, said, given))?;
            day = day.plus_days(i32::try_from(chance.between(75, 95)).unwrap_or(85));
        }
        if chance.hits(1, 7) && promise.due.plus_days(-5) <= last && promise.due.plus_days(-5) > begun {
            let (at, due) = (on(promise.due.plus_days(-5)), promise.due.plus_days(45));
            let said = self.said(at, unit, words(&mut chance, &MOVED), "promise");
            promise = self.done(at, unit, promise, |promise, of, given| promise.move_day(of, due, said, given))?;
        }
        self.ends(promise, &mut chance, last)
    }

    /// Answered and settled, taken over into the next year, not kept, or simply late.
    fn ends(&mut self, mut promise: Promise, chance: &mut Chance, last: Day) -> Result<Promise, Refusal> {
        let (unit, clerk) = (self.unit_of(&promise), Some(self.draft.congress.clerk));
        let lot = chance.below(20);
        let year = promise.due.parts().0;
        if lot < 3 && promise.due.plus_days(3) <= last {
            let (at, due) = (on(promise.due.plus_days(3)), Day::new(year + 1, 6, 30).unwrap_or(promise.due));
            let said = self.said(at, clerk, words(chance, &OVER), "promise");
            return self.done(at, clerk, promise, |promise, of, given| promise.take_over(of, due, said, given));
        }
        if lot < 5 && promise.due.plus_days(20) <= last {
            let at = on(promise.due.plus_days(20));
            let said = Some(self.said(at, clerk, words(chance, &FAILED), "promise"));
            return self.done(at, clerk, promise, |promise, of, given| promise.settle(of, false, said, given));
        }
        let answer = promise.due.plus_days(-2);
        if lot < 7 || answer > last {
            return Ok(promise);
        }
        let said = self.said(on(answer), unit, words(chance, &ANSWERED), "promise");
        let by = unit.ok_or(Refusal::NoAssignment)?;
        promise = self
            .done(on(answer), unit, promise, |promise, of, given| promise.answer(of, by, (true, "A", said), given))?;
        promise = self.judged(promise, chance, answer.plus_days(4), last)?;
        let settled = answer.plus_days(14);
        if settled > last {
            return Ok(promise);
        }
        let unhappy = promise.reply().and_then(|reply| reply.word_of(self.lead.person));
        let unhappy = unhappy.is_some_and(|word| word.result == Score::Dissatisfied);
        let why =
            unhappy.then(|| self.said(on(settled), clerk, "经现场核实，承诺的工程已经完成。".to_owned(), "promise"));
        self.done(on(settled), clerk, promise, |promise, of, given| promise.settle(of, true, why, given))
    }

    /// The lead deputy judges the second reply, mostly.
    fn judged(&mut self, promise: Promise, chance: &mut Chance, day: Day, last: Day) -> Result<Promise, Refusal> {
        if day > last || chance.hits(1, 5) {
            return Ok(promise);
        }
        let (hand, by) = (self.hand(self.lead), Some(self.lead.account));
        let (result, reason) = match chance.below(12) {
            0 => {
                (Score::Dissatisfied, Some(self.said(on(day), by, "只完成了一部分。".to_owned(), "promise-judgement")))
            }
            1..=3 => (Score::Basically, None),
            _ => (Score::Satisfied, None),
        };
        self.done(on(day), by, promise, |promise, of, given| promise.judge(of, hand, (result, reason), given))
    }

    fn done(
        &mut self,
        at: Moment,
        by: Option<kernel::AccountId>,
        promise: Promise,
        verb: impl FnOnce(Promise, &Suggestion, &Given<'_>) -> Promised,
    ) -> Result<Promise, Refusal> {
        let given = Given { now: at, book: &self.world.book, calendar: &self.world.calendar };
        let (promise, fact) = verb(promise, &self.suggestion, &given)?;
        self.keep(at, by, fact);
        Ok(promise)
    }

    /// The head of the unit whose promise it is.
    fn unit_of(&self, promise: &Promise) -> Option<kernel::AccountId> {
        let handling = self.suggestion.stage.handling()?;
        let unit = handling.handlers.find(promise.assignment)?.unit;
        self.draft.congress.units.iter().find(|one| one.id == unit).map(|unit| unit.head)
    }

    /// The day on which its reply reached the deputies.
    fn delivered(&self, promise: &Promise) -> Option<Day> {
        let part = self.suggestion.stage.handling()?.handlers.find(promise.assignment)?;
        let round = part.rounds().find(|round| round.ordinal == promise.round)?;
        match &round.stage {
            suggestions_rules::RoundStage::Delivered { at, .. } => Some(at.day()),
            _ => None,
        }
    }
}

fn words(chance: &mut Chance, of: &[&str]) -> String {
    chance.pick(of).copied().unwrap_or_default().to_owned()
}
