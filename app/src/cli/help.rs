//! The help and the complaints about a command line, in the language of the run. What a command and its arguments are for stands in the
//! locale files; the reader of command lines (clap) has some words of its own, in English alone, which are put into Chinese here.

use clap::{
    Command, CommandFactory, FromArgMatches,
    error::{ContextKind, ContextValue, ErrorKind},
};
use kit::words::Lang;

use super::{Cli, tongue};

/// What was typed, or the exit code of a help that was asked for and of a line that cannot be read.
pub fn asked(line: impl IntoIterator<Item = std::ffi::OsString>) -> Result<Cli, u8> {
    let lang = tongue::lang();
    let read = command(lang).try_get_matches_from(line).and_then(|matches| Cli::from_arg_matches(&matches));
    read.map_err(|error| {
        let (said, code) = told(&error, lang);
        if error.use_stderr() {
            eprint!("{said}")
        } else {
            print!("{said}")
        }
        code
    })
}

/// The whole command with its help.
fn command(lang: Lang) -> Command {
    let dressed = dress(Cli::command(), "cli-help", lang);
    if lang == Lang::English { dressed } else { dressed.max_term_width(200) }
}

fn dress(command: Command, key: &str, lang: Lang) -> Command {
    let after = command.get_after_help().map(|help| after(&help.to_string(), key, lang));
    let about = lang.t(key).into_owned();
    let command = command.about(about).mut_args(|arg| {
        let shared = ["data", "config"].contains(&arg.get_id().as_str());
        let within = if shared { "cli-help" } else { key };
        let said = lang.t(&format!("{within}-{}", arg.get_id().as_str().replace('_', "-"))).into_owned();
        arg.help(said)
    });
    let command = match after {
        Some(after) => command.after_help(after),
        None => command,
    };
    command.mut_subcommands(|sub| {
        let key = format!("{key}-{}", sub.get_name());
        dress(sub, &key, lang)
    })
}

/// The examples of a command, and what is to be known besides. In Chinese the examples stand without their remarks, which are English.
fn after(help: &str, key: &str, lang: Lang) -> String {
    if lang == Lang::English {
        return help.to_owned();
    }
    let examples = help.lines().filter(|line| line.trim_start().starts_with("lianluo "));
    let bare = examples.map(|line| line.split("   # ").next().unwrap_or(line).trim_end().to_owned());
    let note = key.replacen("cli-help", "cli-note", 1);
    let note = NOTED.contains(&note.as_str()).then(|| format!("\n\n{}", lang.t(&note)));
    format!("{}\n{}{}", lang.t("cli-help-example"), bare.collect::<Vec<_>>().join("\n"), note.unwrap_or_default())
}

/// The commands of which there is more to be known than their examples show.
const NOTED: &[&str] = &[
    "cli-note-demo",
    "cli-note-journal-verify",
    "cli-note-doctor",
    "cli-note-law",
    "cli-note-ballot-verify",
    "cli-note-trustee-key",
    "cli-note-trustee-decrypt",
    "cli-note-import",
    "cli-note-export",
];

/// Words of clap with the keys of their Chinese.
const WORDS: &[(&str, &str)] = &[
    ("Usage:", "cli-clap-usage"),
    ("Options:", "cli-clap-options"),
    ("Commands:", "cli-clap-commands"),
    ("Arguments:", "cli-clap-arguments"),
    ("[OPTIONS]", "cli-clap-some-options"),
    ("<COMMAND>", "cli-clap-command"),
    ("[COMMAND]", "cli-clap-maybe-command"),
    ("[default: ", "cli-clap-default"),
    ("[env: ", "cli-clap-env"),
    ("[possible values: ", "cli-clap-possible"),
    ("Print this message or the help of the given subcommand(s)", "cli-clap-help-command"),
    ("Print help", "cli-clap-help"),
    ("Print version", "cli-clap-version"),
];

/// What is said of a line that is no command, or asks for help; and the exit code.
fn told(error: &clap::Error, lang: Lang) -> (String, u8) {
    let code = if error.use_stderr() { 2 } else { 0 };
    if lang == Lang::English {
        return (error.render().to_string(), code);
    }
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let text = error.render().to_string();
            (WORDS.iter().fold(text, |text, (word, key)| text.replace(word, &lang.t(key))), code)
        }
        kind => (format!("lianluo: {}\n", complaint(error, kind, lang)), code),
    }
}

/// What is wrong with the line, and what would be right.
fn complaint(error: &clap::Error, kind: ErrorKind, lang: Lang) -> String {
    let part = |kind| error.get(kind).map(plain).unwrap_or_default();
    let what =
        [ContextKind::InvalidArg, ContextKind::InvalidSubcommand].map(part).into_iter().find(|it| !it.is_empty());
    let value =
        if kind == ErrorKind::ArgumentConflict { part(ContextKind::PriorArg) } else { part(ContextKind::InvalidValue) };
    let values = [("what", what.unwrap_or_default()), ("value", value)];
    let key = match kind {
        ErrorKind::UnknownArgument | ErrorKind::InvalidSubcommand => "cli-asked-unknown",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation | ErrorKind::NoEquals => "cli-asked-value",
        ErrorKind::MissingRequiredArgument => "cli-asked-missing",
        ErrorKind::ArgumentConflict => "cli-asked-conflict",
        ErrorKind::MissingSubcommand => "cli-asked-command-missing",
        _ => "cli-asked-other",
    };
    let mut said = vec![lang.tf(key, values).into_owned()];
    let known = part(ContextKind::ValidValue);
    if !known.is_empty() {
        said.push(lang.tf("cli-asked-known", [("known", known)]).into_owned());
    }
    let near = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue].map(part);
    if let Some(near) = near.into_iter().find(|near| !near.is_empty()) {
        said.push(lang.tf("cli-asked-similar", [("value", near)]).into_owned());
    }
    let usage = part(ContextKind::Usage);
    let words = usage.trim_start_matches("Usage:").split_whitespace();
    let command: Vec<&str> = words.take_while(|word| word.starts_with(|c: char| c.is_ascii_lowercase())).collect();
    let command = if command.is_empty() { "lianluo".to_owned() } else { command.join(" ") };
    said.push(lang.tf("cli-asked-see", [("command", command)]).into_owned());
    said.join("")
}

fn plain(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(all) => all.join("、"),
        ContextValue::StyledStrs(all) => all.iter().map(ToString::to_string).collect::<Vec<_>>().join("、"),
        other => other.to_string(),
    }
}
