//! Progress on standard error, for commands that take more than a second; silent when nobody watches.

use indicatif::{ProgressBar, ProgressStyle};

/// A line that moves.
pub struct Bar(ProgressBar);

impl Bar {
    /// Begins; a length of 0 means that nobody knows how much there is.
    pub fn new(what: &'static str, length: u64) -> Self {
        let bar = if length == 0 { ProgressBar::new_spinner() } else { ProgressBar::new(length) };
        let style = if length == 0 {
            ProgressStyle::with_template("{prefix} {spinner} {msg} {elapsed}")
        } else {
            ProgressStyle::with_template("{prefix} {bar:30} {pos}/{len} {msg} {elapsed}")
        };
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        bar.set_prefix(what);
        Self(bar)
    }

    /// Says what was just finished.
    pub fn note(&self, what: &str, count: u64) {
        self.0.inc(1);
        self.0.set_message(format!("{what}: {count}"));
    }

    /// Says how far it is.
    pub fn reach(&self, done: u64) {
        self.0.set_position(done);
    }

    /// Ends and clears the line.
    pub fn done(&self) {
        self.0.finish_and_clear();
    }
}
