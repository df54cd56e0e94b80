//! What is posted by when, and whether it was (选举法 28, 32). An election by a congress has two days of nomination and discussion instead.

use kernel::Day;
use law_rules::{before, words};

use crate::{Days, Mode};

words! {
    /// What is posted.
    pub enum Posting as "elections-posting-" {
        /// 选民名单.
        VoterList = "voter_list",
        /// 候选人名单和基本情况.
        FirstList = "first_list",
        /// 正式候选人名单.
        FormalList = "formal_list",
    }
}

words! {
    /// Whether it was posted in time.
    pub enum Standing as "elections-posted-" {
        /// In time.
        Kept = "kept",
        /// Too late.
        Late = "late",
        /// The day is over and nothing is posted.
        Missed = "missed",
        /// Still to come.
        Ahead = "ahead",
    }
}

/// A latest day and what became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Posted {
    /// What.
    pub what: Posting,
    /// The latest day.
    pub due: Day,
    /// How many days before the election that is.
    pub count: u16,
    /// The article of 选举法.
    pub article: u16,
    /// When it was posted.
    pub on: Option<Day>,
    /// Whether that was in time.
    pub standing: Standing,
}

/// Nomination and discussion in a congress take two days at least (选举法 32).
const DISCUSSED: u16 = 2;

/// What is posted in a district by when; `on` are the days of the three lists, as far as they were posted.
#[must_use]
pub fn postings(mode: Mode, day: Day, days: Days, on: [Option<Day>; 3], today: Day) -> Vec<Posted> {
    let [voters, first, formal] = on;
    let asked: &[(Posting, u16, u16, Option<Day>)] = match mode {
        Mode::Direct => &[
            (Posting::VoterList, days.voter_list, 28, voters),
            (Posting::FirstList, days.first_list, 32, first),
            (Posting::FormalList, days.formal_list, 32, formal),
        ],
        Mode::Indirect => &[(Posting::FirstList, DISCUSSED, 32, first)],
    };
    let told = |&(what, count, article, on): &(Posting, u16, u16, Option<Day>)| {
        let due = before(day, count);
        let standing = match on {
            Some(on) if on <= due => Standing::Kept,
            Some(_) => Standing::Late,
            None if today > due => Standing::Missed,
            None => Standing::Ahead,
        };
        Posted { what, due, count, article, on, standing }
    };
    asked.iter().map(told).collect()
}
