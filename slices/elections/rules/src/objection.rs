//! Objections to the list of voters (F10; 选举法 29) and votes by proxy (F11; 选举法 42).

use kernel::{Day, Refusal, Refused};
use law_rules::{Act, Step, Verdict, before};
use serde::Serialize;

const TO_OBJECT: u16 = 5;
const TO_DECIDE: u16 = 3;
const TO_SUE: u16 = 5;
const COMMISSIONS: u32 = 3;

/// An objection to the list of voters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Objection {
    /// Whether it came within five days of the posting.
    pub in_time: bool,
    /// The last day to object.
    pub object_by: Day,
    /// The last day for the committee to decide; nothing when the objection came late.
    pub decide_by: Option<Day>,
    /// The last day to go to the court.
    pub sue_by: Day,
}

/// F10: whether an objection came in time, and what follows.
///
/// # Errors
/// When the days do not follow one another.
pub fn voter_list_objection(posted: Day, received: Day, election: Day) -> Result<Verdict<Objection>, Refused> {
    if received < posted || election <= posted {
        return Err(Refused::new(Refusal::Unfit, "elections-refused-order-of-days"));
    }
    let object_by = posted.plus_days(i32::from(TO_OBJECT));
    let in_time = received <= object_by;
    let decide_by = in_time.then(|| received.plus_days(i32::from(TO_DECIDE)));
    let sue_by = before(election, TO_SUE);
    let value = Objection { in_time, object_by, decide_by, sue_by };
    let mut working = vec![
        Step::new("elections-step-object-by").with("posted", posted).with("due", object_by).by(Act::Electoral, 29),
    ];
    working.extend(decide_by.map(|due| {
        Step::new("elections-step-decide-by").with("received", received).with("due", due).by(Act::Electoral, 29)
    }));
    working.push(Step::new("elections-step-sue-by").with("due", sue_by).by(Act::Electoral, 29));
    let reason = match decide_by {
        Some(decide) => Step::new("elections-reason-objection").with("decide", decide).with("sue", sue_by),
        None => Step::new("elections-reason-objection-late").with("due", object_by),
    };
    Ok(Verdict::new(value, reason, working))
}

/// Whether somebody may vote for others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Proxy {
    /// Whether the commissions stand.
    pub ok: bool,
    /// The most ballots one person may cast: the own one and three more.
    pub max_ballots: u32,
}

/// F11: a proxy is another voter, commissioned in writing, approved by the committee, by three people at most.
#[must_use]
pub fn proxy_check(commissions: u32, written: bool, approved: bool, proxy_is_voter: bool) -> Verdict<Proxy> {
    let rule = Step::new("elections-step-proxy").with("most", COMMISSIONS).by(Act::Electoral, 42);
    let ballots = Step::new("elections-step-proxy-ballots").with("ballots", COMMISSIONS + 1);
    let reason = if commissions > COMMISSIONS {
        Step::new("elections-reason-proxy-too-many").with("commissions", commissions).with("most", COMMISSIONS)
    } else if !written {
        Step::new("elections-reason-proxy-oral")
    } else if !approved {
        Step::new("elections-reason-proxy-not-approved")
    } else if proxy_is_voter {
        let ballots = commissions.saturating_add(1);
        let reason = Step::new("elections-reason-proxy-ok").with("ballots", ballots);
        return Verdict::new(Proxy { ok: true, max_ballots: COMMISSIONS + 1 }, reason, vec![rule]);
    } else {
        Step::new("elections-reason-proxy-no-voter")
    };
    Verdict::new(Proxy { ok: false, max_ballots: COMMISSIONS + 1 }, reason, vec![rule, ballots])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn objections_are_heard_for_five_days_and_decided_in_three() {
        // law.md F10
        for (received, in_time, decide) in [
            ("2026-11-05", true, Some("2026-11-08")),
            ("2026-11-06", false, None),
            ("2026-11-02", true, Some("2026-11-05")),
        ] {
            let value = voter_list_objection(day("2026-10-31"), day(received), day("2026-11-20")).unwrap().value;
            assert_eq!((value.in_time, value.decide_by), (in_time, decide.map(day)), "{received}");
            assert_eq!((value.object_by, value.sue_by), (day("2026-11-05"), day("2026-11-15")));
        }
        assert!(voter_list_objection(day("2026-10-31"), day("2026-10-30"), day("2026-11-20")).is_err());
    }

    #[test]
    fn a_proxy_is_a_voter_commissioned_in_writing_by_three_at_most() {
        // law.md F11
        for (commissions, written, approved, voter, ok) in [
            (3, true, true, true, true),
            (4, true, true, true, false),
            (3, false, true, true, false),
            (3, true, false, true, false),
            (3, true, true, false, false),
        ] {
            let value = proxy_check(commissions, written, approved, voter).value;
            assert_eq!(value, Proxy { ok, max_ballots: 4 }, "{commissions} {written} {approved} {voter}");
        }
    }
}
