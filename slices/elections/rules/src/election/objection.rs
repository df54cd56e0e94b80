//! An objection to the list of voters as it is heard (申诉, 选举法 29): received, decided by the election committee, taken to the court.

use kernel::{Day, Refused};
use law_rules::{Verdict, before, words};

use super::Refusal;
use crate::{Objection, voter_list_objection};

/// The court judges before election day.
const JUDGED: u16 = 1;

words! {
    /// What somebody says is wrong with the list.
    pub enum Against as "elections-against-" {
        /// 漏登.
        LeftOut = "left_out" | "漏登",
        /// 错登: somebody stands on it who may not.
        WronglyOn = "wrongly_on" | "错登",
        /// 登记事项有误.
        WrongFacts = "wrong_facts" | "登记事项有误",
    }
}

words! {
    /// What was said to it, by the committee or the court.
    pub enum Ruling as "elections-ruling-" {
        /// 申诉成立.
        Upheld = "upheld" | "成立",
        /// 申诉不成立.
        Rejected = "rejected" | "不成立",
    }
}

words! {
    /// How far it is.
    pub enum Hearing as "elections-hearing-" {
        /// 待处理.
        Received = "received",
        /// 已处理.
        Decided = "decided",
        /// 已起诉.
        Sued = "sued",
        /// 已判决.
        Judged = "judged",
    }
}

/// The days of an objection, and what was said to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heard {
    /// The day the list was posted.
    pub posted: Day,
    /// The day it came in.
    pub received: Day,
    /// Election day.
    pub election: Day,
    /// When the committee decided, and how.
    pub decided: Option<(Day, Ruling)>,
    /// When the court was asked.
    pub sued: Option<Day>,
    /// When the court judged, and how.
    pub judged: Option<(Day, Ruling)>,
}

/// What must come next, or may, by when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// What: `decided` and `judged` must come, `sued` may.
    pub what: Hearing,
    /// The last day.
    pub due: Day,
    /// Whether the day has passed.
    pub over: bool,
}

/// Receives an objection: the list is posted, and whether five days have passed since is told, not refused: the committee says so.
///
/// # Errors
/// When no list is posted, or the days do not follow one another.
pub fn object(
    posted: Option<Day>,
    received: Day,
    (election, today): (Day, Day),
) -> Result<Verdict<Objection>, Refused> {
    let posted = posted.ok_or(Refusal::NotPosted)?;
    if received > today {
        return Err(Refusal::DayAhead { day: received.to_string() }.into());
    }
    if received < posted {
        return Err(Refusal::DayEarly { day: posted.to_string() }.into());
    }
    voter_list_objection(posted, received, election)
}

fn follows(on: Day, last: Day, today: Day) -> Result<(), Refusal> {
    if on < last {
        return Err(Refusal::DayEarly { day: last.to_string() });
    }
    if on > today { Err(Refusal::DayAhead { day: on.to_string() }) } else { Ok(()) }
}

impl Heard {
    /// The days of the law; nothing where they do not follow one another any more, as when election day was moved.
    #[must_use]
    pub fn days(&self) -> Option<Objection> {
        voter_list_objection(self.posted, self.received, self.election).ok().map(|found| found.value)
    }

    /// How far it is.
    #[must_use]
    pub const fn stage(&self) -> Hearing {
        match (self.decided, self.sued, self.judged) {
            (_, _, Some(_)) => Hearing::Judged,
            (_, Some(_), None) => Hearing::Sued,
            (Some(_), None, None) => Hearing::Decided,
            (None, None, None) => Hearing::Received,
        }
    }

    /// The last day of the court.
    #[must_use]
    pub fn judge_by(&self) -> Day {
        before(self.election, JUDGED)
    }

    /// What holds: the judgement, else the decision.
    #[must_use]
    pub fn holds(&self) -> Option<Ruling> {
        self.judged.or(self.decided).map(|(_, ruling)| ruling)
    }

    /// What comes next. An objection that came late has no clock of the committee.
    #[must_use]
    pub fn clock(&self, today: Day) -> Option<Clock> {
        let days = self.days();
        let (what, due) = match self.stage() {
            Hearing::Received => (Hearing::Decided, days?.decide_by?),
            Hearing::Decided if self.holds() == Some(Ruling::Rejected) => (Hearing::Sued, days?.sue_by),
            Hearing::Sued => (Hearing::Judged, self.judge_by()),
            Hearing::Decided | Hearing::Judged => return None,
        };
        Some(Clock { what, due, over: today > due })
    }

    /// Whether the committee decided after its three days, or the court on election day or later.
    #[must_use]
    pub fn late(&self) -> bool {
        let decide_by = self.days().and_then(|days| days.decide_by);
        self.decided.zip(decide_by).is_some_and(|((on, _), due)| on > due)
            || self.judged.is_some_and(|(on, _)| on > self.judge_by())
    }

    /// The committee decides.
    ///
    /// # Errors
    /// When it did, or on a day that cannot be.
    pub fn decide(self, on: Day, ruling: Ruling, today: Day) -> Result<Self, Refusal> {
        if self.stage() != Hearing::Received {
            return Err(Refusal::HearingStage);
        }
        follows(on, self.received, today)?;
        Ok(Self { decided: Some((on, ruling)), ..self })
    }

    /// The court is asked, five days before election day at the latest.
    ///
    /// # Errors
    /// When nothing was rejected, or later.
    pub fn sue(self, on: Day, today: Day) -> Result<Self, Refusal> {
        let Some((decided, Ruling::Rejected)) = self.decided.filter(|_| self.stage() == Hearing::Decided) else {
            return Err(Refusal::HearingStage);
        };
        follows(on, decided, today)?;
        match self.days() {
            Some(days) if on > days.sue_by => Err(Refusal::SuedLate { due: days.sue_by.to_string() }),
            _ => Ok(Self { sued: Some(on), ..self }),
        }
    }

    /// The court judges; its judgement is final.
    ///
    /// # Errors
    /// When it was not asked, or on a day that cannot be.
    pub fn judge(self, on: Day, ruling: Ruling, today: Day) -> Result<Self, Refusal> {
        let Some(sued) = self.sued.filter(|_| self.stage() == Hearing::Sued) else {
            return Err(Refusal::HearingStage);
        };
        follows(on, sued, today)?;
        Ok(Self { judged: Some((on, ruling)), ..self })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn heard() -> Heard {
        let (posted, received) = (day("2026-10-31"), day("2026-11-05"));
        Heard { posted, received, election: day("2026-11-20"), decided: None, sued: None, judged: None }
    }

    #[test]
    fn an_objection_is_decided_in_three_days_and_judged_before_election_day() {
        let (at, today) = (heard(), day("2026-11-30"));
        let no = Ruling::Rejected;
        let rejected = at.decide(day("2026-11-08"), no, today).unwrap();
        let sued = rejected.sue(day("2026-11-15"), today).unwrap();
        let judged = sued.judge(day("2026-11-19"), Ruling::Upheld, today).unwrap();
        // law.md §1.6, F10: decided by 11-08, the court asked by 11-15, its judgement by 11-19.
        for (one, on, clock) in [
            (at, "2026-11-08", Some((Hearing::Decided, "2026-11-08", false))),
            (at, "2026-11-09", Some((Hearing::Decided, "2026-11-08", true))),
            (rejected, "2026-11-15", Some((Hearing::Sued, "2026-11-15", false))),
            (rejected, "2026-11-16", Some((Hearing::Sued, "2026-11-15", true))),
            (sued, "2026-11-20", Some((Hearing::Judged, "2026-11-19", true))),
            (judged, "2026-11-20", None),
        ] {
            let told = clock.map(|(what, due, over)| Clock { what, due: day(due), over });
            assert_eq!(one.clock(day(on)), told, "{on}");
            assert!(!one.late());
        }
        assert_eq!((rejected.holds(), judged.holds()), (Some(no), Some(Ruling::Upheld)));
        assert!(at.decide(day("2026-11-09"), no, today).unwrap().late());
        assert!(sued.judge(day("2026-11-20"), no, today).unwrap().late());
        let late = Heard { received: day("2026-11-06"), ..at };
        assert_eq!(late.clock(today), None, "nobody must decide on what came too late");
    }

    #[test]
    fn steps_follow_one_another() {
        let (at, today) = (heard(), day("2026-11-30"));
        let upheld = at.decide(day("2026-11-07"), Ruling::Upheld, today).unwrap();
        let rejected = at.decide(day("2026-11-07"), Ruling::Rejected, today).unwrap();
        for refused in [
            at.decide(day("2026-11-04"), Ruling::Upheld, today),
            at.decide(day("2026-12-01"), Ruling::Upheld, today),
            upheld.decide(day("2026-11-08"), Ruling::Rejected, today),
            upheld.sue(day("2026-11-08"), today),
            at.sue(day("2026-11-08"), today),
            rejected.sue(day("2026-11-06"), today),
            rejected.sue(day("2026-11-16"), today),
            rejected.judge(day("2026-11-18"), Ruling::Upheld, today),
        ] {
            assert!(refused.is_err(), "{refused:?}");
        }
        assert!(object(None, day("2026-11-05"), (day("2026-11-20"), today)).is_err());
        assert!(object(Some(day("2026-10-31")), day("2026-10-30"), (day("2026-11-20"), today)).is_err());
        let late = object(Some(day("2026-10-31")), day("2026-11-06"), (day("2026-11-20"), today)).unwrap();
        assert!(!late.value.in_time);
    }
}
