//! Stories in a real browser, against the real program with the demonstration town.
//!
//! `LIANLUO_STORIES=1` (set by `cargo xtask test`) says that Chromium and its driver are there; without it the stories fail
//! with a sentence rather than pass unseen.

#[expect(dead_code, unused_imports, reason = "the first story comes with the first pages")]
mod house;
