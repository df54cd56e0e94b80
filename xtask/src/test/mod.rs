//! `cargo xtask test`: everything a change must pass, in order, with one summary.

mod api;
mod needs;
mod pages;
mod postgres;
mod stages;
mod told;

use std::{
    fmt::Write as _,
    process::Command,
    time::{Duration, Instant},
};

use stages::{STAGES, Stage};

/// What a stage may use.
pub struct Ground {
    /// The folder of the workspace.
    pub root: std::path::PathBuf,
    /// The throw-away PostgreSQL, once it runs.
    pub postgres: Option<String>,
    /// What `cargo test` is told instead of `--workspace`.
    pub tests: Vec<String>,
}

impl Ground {
    /// A command in the folder of the workspace that knows the PostgreSQL of this run.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        if let Some(address) = &self.postgres {
            command.env("LIANLUO_TEST_POSTGRES", address);
        }
        command
    }

    /// The same for cargo. Nothing is built piecemeal on a machine that will not build again.
    pub fn cargo(&self) -> Command {
        let mut command = self.command(&std::env::var("CARGO").unwrap_or_else(|_| "cargo".into()));
        if std::env::var_os("CI").is_some() {
            command.env("CARGO_INCREMENTAL", "0");
            // Nobody looks at lines there with a debugger; a panic tells its line without them.
            command.env("CARGO_PROFILE_DEV_DEBUG", "0");
        }
        command
    }
}

/// Runs a command to its end.
///
/// # Errors
/// When it cannot be started or fails.
pub fn must(command: &mut Command) -> Result<(), String> {
    // Without its environment: that holds the password of this run's PostgreSQL.
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let said = words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ");
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{said}: {status}")),
        Err(problem) => Err(format!("{said}: {problem}")),
    }
}

/// Runs the stages the arguments choose.
///
/// # Errors
/// When the arguments are wrong, something needed is missing, or a stage fails.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let mut halves = arguments.splitn(2, |word| word == "--");
    let chosen = choose(halves.next().unwrap_or_default())?;
    let tests = halves.next().unwrap_or_default().to_vec();
    if chosen.is_empty() {
        return Ok(());
    }
    needs::meet(&chosen)?;
    postgres::stop_when_told();
    let mut ground = Ground { root: crate::house::root(), postgres: None, tests };
    let began = Instant::now();
    let mut ends = Vec::new();
    for stage in &chosen {
        println!("\n━━ {} ━━ {}", stage.name, stage.what);
        let began = Instant::now();
        let outcome = if stage.postgres { with_postgres(&mut ground) } else { Ok(()) };
        let outcome = outcome.and_then(|()| (stage.run)(&ground));
        ends.push((stage.name, began.elapsed(), outcome));
    }
    postgres::stop();
    for (name, _, outcome) in &ends {
        if let Err(problem) = outcome {
            eprintln!("\n━━ {name} failed ━━\n{}", told::short(problem));
        }
    }
    println!("{}", summary(&ends, began.elapsed()));
    match ends.iter().filter(|(.., outcome)| outcome.is_err()).map(|(name, ..)| *name).collect::<Vec<_>>() {
        failed if failed.is_empty() => Ok(()),
        failed => Err(format!("failed: {}; what each says stands before the summary", failed.join(", "))),
    }
}

fn with_postgres(ground: &mut Ground) -> Result<(), String> {
    if ground.postgres.is_none() {
        ground.postgres = Some(postgres::start()?);
    }
    Ok(())
}

fn choose(arguments: &[String]) -> Result<Vec<&'static Stage>, String> {
    let mut chosen: Vec<&Stage> = STAGES.iter().filter(|stage| !stage.slow).collect();
    let mut words = arguments.iter();
    while let Some(word) = words.next() {
        let mut names = || words.next().map(|names| names.split(',').collect()).unwrap_or_default();
        match word.as_str() {
            "--full" => chosen = STAGES.iter().collect(),
            "--only" => {
                let names = known(names())?;
                chosen = STAGES.iter().filter(|stage| names.contains(&stage.name)).collect();
            }
            "--skip" => {
                let names = known(names())?;
                chosen.retain(|stage| !names.contains(&stage.name));
            }
            "--list" => {
                for stage in &STAGES {
                    let slow = if stage.slow { " (with --full)" } else { "" };
                    println!("{:<14} {}{slow}", stage.name, stage.what);
                }
                return Ok(Vec::new());
            }
            other => return Err(format!("`{other}` is no option of `cargo xtask test`: see `cargo xtask help`")),
        }
    }
    Ok(chosen)
}

fn known(names: Vec<&str>) -> Result<Vec<&str>, String> {
    match names.iter().find(|name| !STAGES.iter().any(|stage| stage.name == **name)) {
        Some(name) => Err(format!("there is no stage `{name}`: see `cargo xtask test --list`")),
        None if names.is_empty() => Err("name the stages: `--only clippy,tests`".into()),
        None => Ok(names),
    }
}

/// A stage's name, how long it took and how it ended.
type End<'a> = (&'a str, Duration, Result<(), String>);

fn summary(ends: &[End<'_>], all: Duration) -> String {
    let mut text = String::from("\n━━ all ━━");
    for (name, took, outcome) in ends {
        let word = if outcome.is_ok() { "right" } else { "FAILED" };
        let _ = write!(text, "\n{name:<14} {:>9}  {word}", span(*took));
    }
    let _ = write!(text, "\n{:<14} {:>9}", "together", span(all));
    text
}

fn span(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds >= 60 { format!("{} m {:02} s", seconds / 60, seconds % 60) } else { format!("{seconds} s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(arguments: &[&str]) -> Result<Vec<&'static str>, String> {
        let arguments: Vec<String> = arguments.iter().map(|word| (*word).to_owned()).collect();
        choose(&arguments).map(|chosen| chosen.iter().map(|stage| stage.name).collect())
    }

    #[test]
    fn stages_are_chosen_by_name() {
        assert_eq!(names(&["--only", "words,fmt"]).unwrap(), ["fmt", "words"]);
        assert!(!names(&["--skip", "tests"]).unwrap().contains(&"tests"));
        assert!(names(&["--full"]).unwrap().len() >= names(&[]).unwrap().len());
    }

    #[test]
    fn a_wrong_name_is_told() {
        assert!(names(&["--only", "nothing"]).unwrap_err().contains("--list"));
        assert!(names(&["--only"]).is_err());
        assert!(names(&["quickly"]).unwrap_err().contains("quickly"));
    }

    #[test]
    fn the_summary_names_every_stage_with_its_time() {
        let ends = [("fmt", Duration::from_secs(2), Ok(())), ("tests", Duration::from_secs(75), Err("no".into()))];
        let text = summary(&ends, Duration::from_secs(77));
        assert!(text.contains("fmt                  2 s  right"), "{text}");
        assert!(text.contains("tests           1 m 15 s  FAILED"), "{text}");
    }
}
