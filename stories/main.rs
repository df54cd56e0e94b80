//! Stories in a real browser, against the real program with the demonstration town.

#![expect(clippy::expect_used, clippy::panic, reason = "a story that cannot go on should stop")]

mod a_bill_becomes_a_suggestion;
mod a_deputy_never_answers;
mod a_promise_is_kept_next_year;
mod a_seat_is_filled_again;
mod a_unit_is_evaluated;
mod a_villager_is_not_named;
mod dissatisfied_twice;
mod house;
mod nobody_knows_who_voted;
mod nobody_wants_the_road;
mod one_bridge_four_units;
mod pages;
mod pictures;
mod refused_once;
mod the_hall_votes;
mod the_keeper_receives_in_the_hills;
mod the_office_spreads_the_links;
mod the_operator_lays_the_holidays;
mod the_town_answers_an_inquiry;
mod the_town_needs_more_time;
mod two_offices_talk_before_they_answer;
mod yang_doubts_the_class;
mod yang_insists;
mod yang_is_not_satisfied;
mod yang_speaks_into_the_phone;
mod yang_writes_on_the_train;
mod yang_wrote_of_two_matters;
mod zhao_scans_the_poster;
