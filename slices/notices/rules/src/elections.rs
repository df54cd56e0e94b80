//! Whom a fact of an election concerns: whoever was elected, and whose mandate ends or rests.

use elections_rules::election::{Fact, Posted};
use kernel::PersonId;

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

#[cfg(test)]
mod tests {
    use elections_rules::{Days, Mode, election::postings};

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
}
