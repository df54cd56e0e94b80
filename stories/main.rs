//! Stories in a real browser, against the real program with the demonstration town.

mod house;
mod yang_is_not_satisfied;
