//! Progress on standard error, for commands that take more than a second; silent when nobody watches.

use std::{borrow::Cow, io::Read, time::Duration};

use indicatif::{ProgressBar, ProgressStyle};

/// How often the line is drawn anew: it is seen to live even where a step takes long.
const TICK: Duration = Duration::from_millis(200);

/// A line that moves.
pub struct Bar(ProgressBar);

impl Bar {
    /// Begins; a length of 0 means that nobody knows how much there is.
    pub fn new(what: Cow<'static, str>, length: u64) -> Self {
        let bar = if length == 0 { ProgressBar::new_spinner() } else { ProgressBar::new(length) };
        let style = if length == 0 {
            ProgressStyle::with_template("{prefix} {spinner} {msg} {elapsed}")
        } else {
            ProgressStyle::with_template("{prefix} {bar:30} {pos}/{len} {msg} {elapsed}")
        };
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        bar.set_prefix(what);
        bar.enable_steady_tick(TICK);
        Self(bar)
    }

    /// Says what was just finished.
    pub fn note(&self, what: &str, count: u64) {
        self.0.inc(1);
        self.0.set_message(format!("{what}: {count}"));
    }

    /// Says how many of something are done, where nobody knows of how many.
    pub fn count(&self, what: &str, count: u64) {
        self.0.set_message(format!("{what}: {count}"));
    }

    /// Says how far it is.
    pub fn reach(&self, done: u64) {
        self.0.set_position(done);
    }

    /// Says how far it is by what is read, of as many bytes as its length.
    pub fn reading(&self, from: impl Read) -> impl Read {
        self.0.wrap_read(from)
    }

    /// Waits for work that says elsewhere how far it is.
    pub async fn watch<T>(&self, work: impl Future<Output = T>, done: impl Fn() -> Option<u64>) -> T {
        let mut work = std::pin::pin!(work);
        loop {
            tokio::select! {
                outcome = &mut work => return outcome,
                () = tokio::time::sleep(TICK) => done().into_iter().for_each(|done| self.reach(done)),
            }
        }
    }

    /// Ends and clears the line; so does dropping it.
    pub fn done(&self) {
        self.0.finish_and_clear();
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.done();
    }
}
