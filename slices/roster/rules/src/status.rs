//! What a row of events makes of a deputy (代表法 61–62, before 2025: 48–49; F21).

use kernel::{Refusal, Refused};

use crate::{EndReason, Ground, Law};

/// Something that happened to a deputy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// Taken into custody in a criminal case.
    Detained,
    /// Out of custody, or the sentence served.
    Released,
    /// Sentenced to 管制, 拘役 or 有期徒刑; `deprived` when political rights were taken too.
    Sentenced {
        /// Whether political rights were taken.
        deprived: bool,
    },
    /// Away from a session of the congress without leave.
    AbsentWithoutLeave,
    /// Handed in a resignation; nothing follows until it is accepted.
    ResignationFiled,
    /// For good, for the reason given.
    Ended(EndReason),
}

/// How a deputy stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Acts as a deputy.
    Active,
    /// Must not act for a time.
    Suspended(Ground),
    /// Is no deputy any more.
    Ended(EndReason),
}

/// Plays the events of one term in order. The two absences need not follow each other (our reading of 代表法 62(3)).
///
/// # Errors
/// When an event names a reason which that text of the law does not know.
pub fn deputy_status(events: &[Event], law: Law) -> Result<Status, Refused> {
    let (mut status, mut absent) = (Status::Active, 0_u8);
    for event in events {
        if let Status::Ended(_) = status {
            break;
        }
        status = match *event {
            Event::Detained => Status::Suspended(Ground::Custody),
            Event::Released => Status::Active,
            Event::Sentenced { deprived: false } => Status::Suspended(Ground::Sentence),
            Event::Sentenced { deprived: true } => Status::Ended(EndReason::RightsDeprived),
            Event::AbsentWithoutLeave => {
                absent += 1;
                if absent >= 2 { Status::Ended(EndReason::Absent) } else { status }
            }
            Event::ResignationFiled => status,
            Event::Ended(reason) if reason.known_to(law) => Status::Ended(reason),
            Event::Ended(_) => return Err(Refused::new(Refusal::Unfit, "roster-refused-reason-unknown-to-law")),
        };
    }
    Ok(status)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Event::{AbsentWithoutLeave, Detained, Ended, Released, ResignationFiled, Sentenced};

    #[test]
    fn events_suspend_restore_and_end_as_the_law_says() {
        for (events, expected) in [
            (&[][..], Status::Active),
            (&[Detained], Status::Suspended(Ground::Custody)),
            (&[Detained, Released], Status::Active),
            (&[Sentenced { deprived: false }], Status::Suspended(Ground::Sentence)),
            (&[Sentenced { deprived: true }], Status::Ended(EndReason::RightsDeprived)),
            (&[AbsentWithoutLeave], Status::Active),
            (&[AbsentWithoutLeave, AbsentWithoutLeave], Status::Ended(EndReason::Absent)),
            (&[AbsentWithoutLeave, Detained, Released, AbsentWithoutLeave], Status::Ended(EndReason::Absent)),
            (&[Ended(EndReason::MovedAway)], Status::Ended(EndReason::MovedAway)),
            (&[ResignationFiled], Status::Active),
            (&[ResignationFiled, Ended(EndReason::Resigned)], Status::Ended(EndReason::Resigned)),
            (&[Ended(EndReason::OrderedToResign)], Status::Ended(EndReason::OrderedToResign)),
            (&[Ended(EndReason::Died), Released], Status::Ended(EndReason::Died)),
        ] {
            assert_eq!(deputy_status(events, Law::Y2025), Ok(expected), "{events:?}");
        }
    }

    #[test]
    fn the_older_text_knows_no_ordered_resignation_but_death_ends_a_mandate_under_every_text() {
        assert!(deputy_status(&[Ended(EndReason::OrderedToResign)], Law::Y2015).is_err());
        assert_eq!(deputy_status(&[Ended(EndReason::Died)], Law::Y2015), Ok(Status::Ended(EndReason::Died)));
        assert_eq!(EndReason::Died.article(Law::Y2015), None);
    }

    #[test]
    fn every_end_names_its_article() {
        let cite = |reason: EndReason, law| reason.article(law).map(|a| (a.article, a.item));
        assert_eq!(cite(EndReason::OrderedToResign, Law::Y2025), Some((62, Some(2))));
        assert_eq!(cite(EndReason::Absent, Law::Y2015), Some((49, Some(3))));
        assert_eq!(Ground::Sentence.article(Law::Y2025).article, 61);
        assert_eq!(Ground::Custody.article(Law::Y2015).article, 48);
    }
}
