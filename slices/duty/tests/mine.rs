//! What a deputy does: leave, swaps, and saying that one is there.

use crate::world::*;
use accounts_rules::Actor;
use duty::desk::{
    attend,
    leave::{self, LeaveWanted},
    roster,
    swap::{self, SwapWanted},
};
use duty_rules::{SeatId, SwapId, SwapStage};
use kernel::PersonId;
use kit::{Site, testing::both, web::api::Once};

fn away(since: &str, until: &str) -> LeaveWanted {
    LeaveWanted { since: day(since), until: day(until), reason: text("外出学习") }
}

#[test]
fn nobody_is_planned_on_leave() {
    both(async |site| {
        found(&site).await;
        let once = Once::default();
        let id = leave::take(&site, &deputy(1), &away("2026-07-01", "2026-07-20"), &once).await.unwrap();
        let roster = drafted(&site).await;
        let own = |all: Vec<(String, PersonId, String)>| {
            all.into_iter().filter(|(_, who, _)| *who == person(1)).map(|(day, ..)| day).collect::<Vec<_>>()
        };
        assert_eq!(own(seats(&site).await), ["2026-07-22", "2026-07-29"]);
        assert!(leave::end(&site, &deputy(2), id).await.is_err(), "another's leave is nobody's");
        leave::end(&site, &deputy(1), id).await.unwrap();
        assert_eq!(why(leave::end(&site, &deputy(1), id).await.unwrap_err()), "duty-refused-ended");
        roster::regenerate(&site, &keeper(), roster, 1).await.unwrap();
        assert!(own(seats(&site).await).len() >= 2);
        let past = leave::take(&site, &deputy(1), &away("2026-06-01", "2026-06-20"), &once).await.unwrap_err();
        assert_eq!(why(past), "since: duty-wrong-past");
        assert!(leave::take(&site, &keeper(), &away("2026-07-01", "2026-07-20"), &once).await.is_err());
        sound(&site).await;
    });
}

#[test]
fn a_draft_with_somebody_who_took_leave_since_is_not_published() {
    both(async |site| {
        found(&site).await;
        let roster = drafted(&site).await;
        let (_, _, day) = seat_of(&site, person(1)).await;
        let wanted = LeaveWanted { since: day, until: day, reason: text("外出学习") };
        leave::take(&site, &deputy(1), &wanted, &Once::default()).await.unwrap();
        let refused = roster::publish(&site, &keeper(), roster, 1).await.unwrap_err();
        assert_eq!(why(refused), "duty-refused-on-leave");
        roster::regenerate(&site, &keeper(), roster, 1).await.unwrap();
        roster::publish(&site, &keeper(), roster, 2).await.unwrap();
        sound(&site).await;
    });
}

async fn asked(site: &Site, seat: SeatId, to: PersonId) -> Result<SwapId, String> {
    let wanted = SwapWanted { to, words: Some(text("请代一次班")) };
    swap::ask(site, &deputy(1), seat, &wanted, &Once::default()).await.map_err(why)
}

/// Somebody of the station who is free on the day of the first turn of the first deputy.
async fn free(site: &Site) -> (SeatId, u8) {
    let (seat, _, day) = seat_of(site, person(1)).await;
    let all = seats(site).await;
    let busy = |n: &u8| all.iter().any(|(on, who, _)| *on == day.to_string() && *who == person(*n));
    (seat, (2..=4).find(|n| !busy(n)).unwrap())
}

#[test]
fn a_swap_is_asked_and_the_turn_is_the_others_once_accepted() {
    both(async |site| {
        found(&site).await;
        published(&site).await;
        let (seat, other) = free(&site).await;
        assert_eq!(asked(&site, seat, person(5)).await, Err("to: duty-wrong-not-of-station".to_owned()));
        let id = asked(&site, seat, person(other)).await.unwrap();
        assert_eq!(asked(&site, seat, person(other)).await, Err("duty-refused-swap-asked".to_owned()));
        let answer = async |actor: Actor, stage| swap::answer(&site, &actor, id, stage).await.map_err(why);
        assert_eq!(answer(deputy(1), SwapStage::Accepted).await, Err("duty-refused-not-asked".to_owned()));
        assert!(answer(deputy(5), SwapStage::Accepted).await.is_err());
        assert!(answer(leader(), SwapStage::Accepted).await.is_err());
        assert_eq!(answer(deputy(other), SwapStage::Accepted).await, Ok(()));
        assert_eq!(answer(deputy(other), SwapStage::Declined).await, Err("duty-refused-swap-settled".to_owned()));
        let (_, _, day) = seat_of(&site, person(1)).await;
        let all = seats(&site).await;
        assert!(all.iter().filter(|(_, who, _)| *who == person(1)).all(|(on, ..)| *on >= day.to_string()));
        sound(&site).await;
    });
}

#[test]
fn the_keeper_enters_what_was_said_and_the_asker_takes_it_back() {
    both(async |site| {
        found(&site).await;
        published(&site).await;
        let (seat, other) = free(&site).await;
        let id = asked(&site, seat, person(other)).await.unwrap();
        swap::answer(&site, &deputy(1), id, SwapStage::Withdrawn).await.unwrap();
        let id = asked(&site, seat, person(other)).await.unwrap();
        swap::answer(&site, &keeper(), id, SwapStage::Accepted).await.unwrap();
        assert_eq!(facts(&site, "duty.swap-accepted").await, 1);
        sound(&site).await;
    });
}

#[test]
fn the_code_is_good_on_the_day_for_those_on_the_turn() {
    both(async |site| {
        found(&site).await;
        published(&site).await;
        let (_, turn, day) = seat_of(&site, person(1)).await;
        let old = attend::new_code(&site, &keeper(), turn).await.unwrap();
        let code = attend::new_code(&site, &keeper(), turn).await.unwrap();
        assert!(attend::by_code(&site, &deputy(1), &old).await.is_err(), "a new code ends the one before");
        let early = attend::by_code(&site, &deputy(1), &code).await.unwrap_err();
        assert_eq!(why(early), "duty-refused-other-day");
        site.set_now(day.start().plus_millis(9 * 3_600_000));
        assert!(attend::by_code(&site, &deputy(5), &code).await.is_err());
        assert!(attend::by_code(&site, &keeper(), &code).await.is_err());
        attend::by_code(&site, &deputy(1), &code).await.unwrap();
        let again = attend::by_code(&site, &deputy(1), &code).await.unwrap_err();
        assert_eq!(why(again), "duty-refused-marked");
        let kept = seats(&site).await;
        assert_eq!(kept.iter().filter(|(.., stage)| stage == "attended").count(), 1);
        sound(&site).await;
    });
}
