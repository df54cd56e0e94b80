//! Stories in a real browser, against the real program with the demonstration town.

#![expect(clippy::expect_used, clippy::panic, reason = "a story that cannot go on should stop")]

mod house;
mod pages;
mod pictures;
mod yang_is_not_satisfied;
mod yang_writes_on_the_train;
