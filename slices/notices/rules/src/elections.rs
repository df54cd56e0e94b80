//! Whom a fact of an election concerns: whoever was elected, and whose mandate ends or rests.

use elections_rules::election::{Fact, Heard, Hearing, Posted};
use kernel::{Day, PersonId};

use crate::{Audience, Kind, Particulars, Tidings, Window};

/// What a fact of an election or a departure gives to tell to `whom` it is about.
#[must_use]
pub fn told_by_election(fact: &Fact, whom: PersonId) -> Vec<Tidings> {
    let kind = match fact {
        Fact::Elected { .. } => Kind::Elected,
        Fact::Confirmed { .. } => Kind::SeatConfirmed,
        Fact::DepartureAccepted { .. } => Kind::SeatChanged,
        _ => return vec![],
    };
    vec![Tidings { to: Audience::People(vec![whom]), kind, given: Particulars::default() }]
}

/// How many days before its latest day a list is reminded of.
const AHEAD: i32 = 3;

/// Whether a list that is not posted is to be reminded of in this window: some days ahead, or (true) because the day has passed.
#[must_use]
pub fn posting_due(window: Window, posted: &Posted) -> Option<bool> {
    let comes = |day: kernel::Day| day > window.after && day <= window.today;
    let open = posted.on.is_none();
    if open && comes(posted.due.plus_days(1)) {
        return Some(true);
    }
    (open && comes(posted.due.plus_days(-AHEAD))).then_some(false)
}

/// Whether an objection to a list of voters is to be reminded of in this window, with its day: on the day before, or (true) because the day has passed.
/// Whether somebody goes to the court is theirs to decide: nobody is reminded of that.
#[must_use]
pub fn objection_due(window: Window, heard: &Heard) -> Option<(Day, bool)> {
    let clock = heard.clock(window.today).filter(|clock| clock.what != Hearing::Sued)?;
    let comes = |day: Day| day > window.after && day <= window.today;
    if comes(clock.due.plus_days(1)) {
        return Some((clock.due, true));
    }
    comes(clock.due.plus_days(-1)).then_some((clock.due, false))
}

#[cfg(test)]
mod tests {
    use elections_rules::{
        Days, Mode,
        election::{Ruling, postings},
    };

    use super::*;

    #[test]
    fn a_list_is_reminded_of_three_days_ahead_and_once_it_is_late() {
        let day = |text: &str| text.parse::<kernel::Day>().unwrap();
        // law.md F9: voters by 10-31, the first list by 11-05, the formal one by 11-13.
        for (today, posted, told) in [
            ("2026-10-27", None, [None, None, None]),
            ("2026-10-28", None, [Some(false), None, None]),
            ("2026-10-28", Some("2026-10-27"), [None, None, None]),
            ("2026-11-01", None, [Some(true), None, None]),
            ("2026-11-02", None, [None, Some(false), None]),
            ("2026-11-14", Some("2026-10-30"), [None, None, Some(true)]),
        ] {
            let window = Window { after: day(today).plus_days(-1), today: day(today) };
            let on = [posted.map(day), None, None];
            let all = postings(Mode::Direct, day("2026-11-20"), Days::default(), on, window.today);
            let found: Vec<_> = all.iter().map(|one| posting_due(window, one)).collect();
            assert_eq!(found, told, "{today} {posted:?}");
        }
    }
    #[test]
    fn an_objection_is_reminded_of_the_day_before_and_once_it_is_late() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let heard = Heard {
            posted: day("2026-10-31"),
            received: day("2026-11-05"),
            election: day("2026-11-20"),
            decided: None,
            sued: None,
            judged: None,
        };
        let rejected = Heard { decided: Some((day("2026-11-08"), Ruling::Rejected)), ..heard };
        let sued = Heard { sued: Some(day("2026-11-15")), ..rejected };
        let upheld = Heard { decided: Some((day("2026-11-06"), Ruling::Upheld)), ..heard };
        for (one, today, told) in [
            (heard, "2026-11-06", None),
            (heard, "2026-11-07", Some(("2026-11-08", false))),
            (heard, "2026-11-08", None),
            (heard, "2026-11-09", Some(("2026-11-08", true))),
            (rejected, "2026-11-14", None),
            (sued, "2026-11-18", Some(("2026-11-19", false))),
            (sued, "2026-11-20", Some(("2026-11-19", true))),
            (upheld, "2026-11-07", None),
        ] {
            let window = Window { after: day(today).plus_days(-1), today: day(today) };
            assert_eq!(objection_due(window, &one), told.map(|(due, late)| (day(due), late)), "{today}");
        }
    }
}
