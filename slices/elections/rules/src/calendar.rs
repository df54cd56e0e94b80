//! The calendar of an election, counted back from election day (F9; 选举法 28, 29, 32, 34). Election day itself is not counted.

use kernel::{Day, Refusal, Refused, WorkingCalendar};
use law_rules::{Act, Step, Verdict, before, rest_day};
use serde::Serialize;

/// How many days before the election the lists are posted. A province may set fewer for by-elections (选举法 57).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// The list of voters: 20.
    pub voter_list: u16,
    /// The first list of candidates: 15.
    pub first_list: u16,
    /// The formal list of candidates: 7.
    pub formal_list: u16,
}

impl Default for Days {
    fn default() -> Self {
        Self { voter_list: 20, first_list: 15, formal_list: 7 }
    }
}

/// The latest days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Calendar {
    /// The list of voters is posted.
    pub voter_list: Day,
    /// The first list of candidates and their basic data are posted.
    pub first_list: Day,
    /// The formal list of candidates is posted.
    pub formal_list: Day,
    /// Whoever disagrees with the committee goes to the court.
    pub lawsuit: Day,
    /// The court has judged, and its judgment is final.
    pub judgment: Day,
    /// No candidate is introduced any more: election day.
    pub introduction_stops: Day,
}

/// What follows from the day the list of voters was posted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Posted {
    /// The latest days; nothing where election day is not fixed.
    #[serde(flatten)]
    pub calendar: Option<Calendar>,
    /// Whether the list was posted early enough; nothing where one of the two days is not known.
    pub ok: Option<bool>,
    /// How many days lie between posting and election.
    pub days: Option<i32>,
    /// The earliest day of election after the list was posted.
    pub earliest_election: Option<Day>,
}

/// F9: the latest days before an election on `election`, and whether a list of voters posted on `posted` was early enough.
///
/// # Errors
/// When neither day is given, or fewer days than the law's are asked for outside a by-election.
pub fn election_calendar(
    calendar: &WorkingCalendar,
    election: Option<Day>,
    posted: Option<Day>,
    by_election: bool,
    days: Days,
) -> Result<Verdict<Posted>, Refused> {
    if election.is_none() && posted.is_none() {
        return Err(Refused::new(Refusal::Unfit, "elections-refused-no-day"));
    }
    let law = Days::default();
    let fewer =
        days.voter_list < law.voter_list || days.first_list < law.first_list || days.formal_list < law.formal_list;
    if fewer && !by_election {
        return Err(Refused::new(Refusal::Unfit, "elections-refused-fewer-days"));
    }
    let dates = election.map(|election| Calendar {
        voter_list: before(election, days.voter_list),
        first_list: before(election, days.first_list),
        formal_list: before(election, days.formal_list),
        lawsuit: before(election, 5),
        judgment: before(election, 1),
        introduction_stops: election,
    });
    let gone = election.zip(posted).map(|(election, posted)| election.days_since(posted));
    let value = Posted {
        calendar: dates,
        ok: gone.map(|gone| gone >= i32::from(days.voter_list)),
        days: gone,
        earliest_election: posted.map(|posted| posted.plus_days(i32::from(days.voter_list))),
    };
    let mut working = vec![Step::new("elections-step-day-not-counted").reading()];
    match dates {
        Some(dates) => working.extend(steps(calendar, &dates, days)),
        None => {
            let rule = Step::new("elections-step-posted-before").with("count", u32::from(days.voter_list));
            working.push(rule.by(Act::Electoral, 28));
        }
    }
    working.extend(by_election.then(|| Step::new("elections-step-by-election-days").local()));
    Ok(Verdict::new(value, reason(&value, days), working))
}

fn steps(calendar: &WorkingCalendar, dates: &Calendar, days: Days) -> Vec<Step> {
    let mut steps = Vec::new();
    for (key, due, count, article) in [
        ("elections-step-voter-list", dates.voter_list, days.voter_list, 28),
        ("elections-step-first-list", dates.first_list, days.first_list, 32),
        ("elections-step-formal-list", dates.formal_list, days.formal_list, 32),
        ("elections-step-lawsuit", dates.lawsuit, 5, 29),
        ("elections-step-judgment", dates.judgment, 1, 29),
    ] {
        steps.push(Step::new(key).with("due", due).with("count", u32::from(count)).by(Act::Electoral, article));
        steps.extend(rest_day(calendar, due));
    }
    steps.push(Step::new("elections-step-objection").by(Act::Electoral, 29));
    steps.push(Step::new("elections-step-introduction").with("due", dates.introduction_stops).by(Act::Electoral, 34));
    steps
}

fn reason(value: &Posted, days: Days) -> Step {
    let count = u32::from(days.voter_list);
    match (value.ok, value.days, value.calendar, value.earliest_election) {
        (Some(true), Some(gone), _, _) => {
            Step::new("elections-reason-posted-in-time").with("days", gone).with("count", count)
        }
        (Some(false), Some(gone), _, Some(earliest)) => {
            Step::new("elections-reason-posted-late").with("days", gone).with("count", count).with("earliest", earliest)
        }
        (_, _, Some(dates), _) => Step::new("elections-reason-calendar")
            .with("voters", dates.voter_list)
            .with("first", dates.first_list)
            .with("formal", dates.formal_list),
        (_, _, None, Some(earliest)) => {
            Step::new("elections-reason-earliest").with("earliest", earliest).with("count", count)
        }
        _ => Step::new("elections-step-day-not-counted"),
    }
    .by(Act::Electoral, 28)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn ask(election: Option<&str>, posted: Option<&str>, by_election: bool, days: Days) -> Result<Posted, Refused> {
        let given = WorkingCalendar::state_council().unwrap();
        election_calendar(&given, election.map(day), posted.map(day), by_election, days).map(|verdict| verdict.value)
    }

    #[test]
    fn the_latest_days_are_counted_back_from_election_day() {
        // law.md F9
        for (election, [voters, first, formal, lawsuit, judgment]) in [
            ("2026-11-20", ["2026-10-31", "2026-11-05", "2026-11-13", "2026-11-15", "2026-11-19"]),
            ("2027-03-05", ["2027-02-13", "2027-02-18", "2027-02-26", "2027-02-28", "2027-03-04"]),
        ] {
            let expected = Calendar {
                voter_list: day(voters),
                first_list: day(first),
                formal_list: day(formal),
                lawsuit: day(lawsuit),
                judgment: day(judgment),
                introduction_stops: day(election),
            };
            assert_eq!(ask(Some(election), None, false, Days::default()).unwrap().calendar, Some(expected));
        }
    }

    #[test]
    fn a_list_posted_late_moves_the_election() {
        // law.md F9
        for (posted, ok, days, earliest) in
            [("2026-11-01", false, 19, "2026-11-21"), ("2026-10-31", true, 20, "2026-11-20")]
        {
            let value = ask(Some("2026-11-20"), Some(posted), false, Days::default()).unwrap();
            assert_eq!((value.ok, value.days, value.earliest_election), (Some(ok), Some(days), Some(day(earliest))));
        }
        let alone = ask(None, Some("2026-10-31"), false, Days::default()).unwrap();
        assert_eq!((alone.ok, alone.earliest_election), (None, Some(day("2026-11-20"))));
    }

    #[test]
    fn fewer_days_are_for_by_elections_alone() {
        let fewer = Days { voter_list: 12, ..Days::default() };
        assert!(ask(Some("2026-11-20"), None, false, fewer).is_err());
        assert_eq!(ask(Some("2026-11-20"), None, true, fewer).unwrap().calendar.unwrap().voter_list, day("2026-11-08"));
        assert!(ask(None, None, false, Days::default()).is_err());
    }

    proptest! {
        #[test]
        fn the_days_stand_in_order(after in 0_i32..20_000) {
            let election = day("1990-01-01").plus_days(after);
            let given = WorkingCalendar::default();
            let dates = election_calendar(&given, Some(election), None, false, Days::default()).unwrap().value.calendar.unwrap();
            let order = [dates.voter_list, dates.first_list, dates.formal_list, dates.lawsuit, dates.judgment, election];
            prop_assert!(order.windows(2).all(|pair| pair[0] < pair[1]));
        }
    }
}
