//! What a failed stage is remembered by: the few lines worth reading again after the summary, for whoever sees only the end of a long record.

use std::{
    io::{BufRead as _, BufReader},
    process::{Command, Stdio},
};

/// Lines kept of what one failed test said.
const MOST_LINES: usize = 14;
/// Characters kept of one line.
const MOST_WIDTH: usize = 240;
/// Characters kept of one stage.
const MOST_TEXT: usize = 4_500;

/// Runs `cargo test` to its end, shows what it says as it says it, and keeps what its failed tests said.
///
/// # Errors
/// When it cannot be started or a test fails: with what the failed ones said, shortened.
pub fn tests(command: &mut Command) -> Result<(), String> {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|e| format!("cargo test: {e}"))?;
    let mut failures = Failures::default();
    for line in child.stdout.take().map(BufReader::new).into_iter().flat_map(|out| out.lines().map_while(Result::ok)) {
        println!("{line}");
        failures.read(&line);
    }
    match child.wait() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("cargo test: {status}\n{}", failures.kept)),
        Err(problem) => Err(format!("cargo test: {problem}")),
    }
}

/// The beginning of what a stage failed with, fit for the end of a record.
pub fn short(text: &str) -> String {
    match text.char_indices().nth(MOST_TEXT) {
        Some((at, _)) => format!("{}\n… more stands above", &text[..at]),
        None => text.trim_end().to_owned(),
    }
}

/// Reads the output of test programs: after `failures:` comes what the failed ones said, then their names, then the result.
#[derive(Default)]
struct Failures {
    kept: String,
    within: bool,
    lines: usize,
}

impl Failures {
    fn read(&mut self, line: &str) {
        if line == "failures:" {
            (self.within, self.lines) = (true, 0);
        } else if line.starts_with("test result:") {
            self.within = false;
        } else if self.within && !line.trim().is_empty() {
            self.lines = if line.starts_with("---- ") { 0 } else { self.lines + 1 };
            if self.lines <= MOST_LINES {
                self.kept.extend(line.chars().take(MOST_WIDTH).chain(['\n']));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_failed_tests_said_is_kept_and_nothing_else() {
        let long = "said\n".repeat(40);
        let output = format!(
            "test a ... ok\n\nfailures:\n\n---- b stdout ----\n{long}\nfailures:\n    b\n\ntest result: FAILED.\nok"
        );
        let mut failures = Failures::default();
        output.lines().for_each(|line| failures.read(line));
        assert!(failures.kept.starts_with("---- b stdout ----\nsaid\n"), "{}", failures.kept);
        assert_eq!(failures.kept.matches("said").count(), MOST_LINES);
        assert!(!failures.kept.contains("ok"));
    }

    #[test]
    fn a_long_problem_is_cut_between_characters() {
        assert_eq!(short("中\n"), "中");
        assert!(short(&"中".repeat(MOST_TEXT + 1)).ends_with("above"));
    }
}
