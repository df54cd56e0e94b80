//! Who was there, and who takes whose turn.

use duty_rules::{Answerer, How, Mark, Refusal, SeatStage, SwapStage, answer_swap, mark_seat};

#[test]
fn nobody_is_marked_before_the_day_or_on_a_draft() {
    assert_eq!(mark_seat(SeatStage::Planned, Mark::Attended, How::Hand, 0), Err(Refusal::Draft));
    assert_eq!(mark_seat(SeatStage::Published, Mark::Missed, How::Hand, -1), Err(Refusal::NotYet));
    assert_eq!(mark_seat(SeatStage::Published, Mark::Attended, How::Code, -1), Err(Refusal::OtherDay));
    assert_eq!(mark_seat(SeatStage::Published, Mark::Attended, How::Code, 1), Err(Refusal::OtherDay));
}

#[test]
fn a_mark_by_hand_can_be_put_right_and_a_code_only_says_who_is_there() {
    assert_eq!(mark_seat(SeatStage::Published, Mark::Attended, How::Code, 0), Ok(SeatStage::Attended));
    assert_eq!(mark_seat(SeatStage::Missed, Mark::Attended, How::Hand, 3), Ok(SeatStage::Attended));
    assert_eq!(mark_seat(SeatStage::Attended, Mark::Missed, How::Hand, 3), Ok(SeatStage::Missed));
    assert_eq!(mark_seat(SeatStage::Attended, Mark::Attended, How::Hand, 3), Err(Refusal::Marked));
    assert_eq!(mark_seat(SeatStage::Attended, Mark::Attended, How::Code, 0), Err(Refusal::Marked));
}

#[test]
fn a_swap_is_answered_once_by_those_it_concerns() {
    let now = SwapStage::Asked;
    assert_eq!(answer_swap(now, SwapStage::Accepted, Answerer::Asked, false), Ok(SwapStage::Accepted));
    assert_eq!(answer_swap(now, SwapStage::Accepted, Answerer::Keeper, false), Ok(SwapStage::Accepted));
    assert_eq!(answer_swap(now, SwapStage::Accepted, Answerer::Asker, false), Err(Refusal::NotAsked));
    assert_eq!(answer_swap(now, SwapStage::Accepted, Answerer::Asked, true), Err(Refusal::Past));
    assert_eq!(answer_swap(now, SwapStage::Withdrawn, Answerer::Asker, true), Ok(SwapStage::Withdrawn));
    assert_eq!(answer_swap(now, SwapStage::Withdrawn, Answerer::Asked, false), Err(Refusal::NotAsked));
    for over in [SwapStage::Accepted, SwapStage::Declined, SwapStage::Withdrawn] {
        assert_eq!(answer_swap(over, SwapStage::Declined, Answerer::Asked, false), Err(Refusal::SwapSettled));
    }
}

#[test]
fn words_are_read_back() {
    assert!(SeatStage::ALL.iter().all(|one| SeatStage::read(one.word()) == Some(*one)));
    assert!(SwapStage::ALL.iter().all(|one| SwapStage::read(one.word()) == Some(*one)));
    assert_eq!(Mark::read("planned"), None);
    assert_eq!(Mark::read("missed"), Some(Mark::Missed));
}
