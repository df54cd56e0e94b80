//! The house's own tasks: `cargo xtask architecture`, `words`, `test`.

mod arrow;
mod ceilings;
mod house;
mod listed;
mod rights;
mod sql;
mod table;
mod test;
mod tokens;
mod unused;
mod views;
mod words;

use std::process::ExitCode;

use house::{Breach, House};

const HELP: &str = "\
cargo xtask <task>

  architecture   the arrow between the rooms, who writes which table, ceilings, crates nobody uses, rights nobody asks
  words          the sentences of both languages: none missing, none unused, the same places in both
  test           everything a change must pass; installs what it needs on Debian where it may
                   --list          the stages, in order
                   --only a,b      these stages alone
                   --skip a,b      all but these
                   --full          the slow ones too (they install tools)
                   -- -p kit x     what `cargo test` is told instead of --workspace: one crate, one name
";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let task = arguments.next();
    let rest: Vec<String> = arguments.collect();
    match task.as_deref() {
        Some("architecture") => end(architecture()),
        Some("words") => end(words()),
        Some("test") => end(test::run(&rest)),
        Some("help" | "--help" | "-h") => {
            print!("{HELP}");
            ExitCode::SUCCESS
        }
        _ => {
            eprint!("{HELP}");
            ExitCode::from(2)
        }
    }
}

fn end(outcome: Result<(), String>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

/// Checks the shape of the house and says how it measures.
fn architecture() -> Result<(), String> {
    let house = House::read()?;
    let metadata = arrow::metadata(&house)?;
    let mut breaches = arrow::check(&house, &metadata)?;
    breaches.extend(unused::check(&house, &metadata));
    breaches.extend(sql::check(&house));
    breaches.extend(views::check(&house));
    breaches.extend(listed::check(&house));
    breaches.extend(rights::check(&house));
    let (ceilings, report) = ceilings::check(&house);
    breaches.extend(ceilings);
    println!("{report}");
    verdict("architecture", breaches)
}

/// Checks the sentences of both languages.
fn words() -> Result<(), String> {
    let house = House::read()?;
    let (breaches, report) = words::check(&house);
    println!("{report}");
    verdict("words", breaches)
}

fn verdict(name: &str, mut breaches: Vec<Breach>) -> Result<(), String> {
    if breaches.is_empty() {
        return Ok(());
    }
    breaches.sort();
    let lines: Vec<String> = breaches.iter().map(Breach::to_string).collect();
    Err(format!("{}\n{name}: {} to put right", lines.join("\n"), breaches.len()))
}
