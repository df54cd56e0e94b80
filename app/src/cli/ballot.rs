use std::{
    fs::File,
    io::BufReader,
    path::{Path, PathBuf},
};

use ballots_verify::{Check, Report, Unread, Wish};
use clap::{Args, Subcommand};
use kit::{Fault, words::Lang};

use super::{
    Outcome, complain,
    progress::Bar,
    tongue::{self, misused},
};

/// Check the archive of a secret ballot, offline and without any database
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  lianluo ballot verify vote.bel --lang zh")]
pub struct Ballot {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// One line for each check: description, trustees, credentials, ballots, totals, decryptions, result, chain
    #[command(after_help = "Examples:\n  lianluo ballot verify vote.bel\n  \
                            lianluo ballot verify /media/usb/published --lang zh   # every archive in a folder\n\n\
                            Exit code 0: all holds; 1: something does not; 2: it cannot be read.")]
    Verify(Verify),
}

#[derive(Args, Debug)]
struct Verify {
    /// The archive (.bel), or a folder with archives
    file: PathBuf,
    /// The vote is still running: check what is there so far
    #[arg(long)]
    unfinished: bool,
    /// A ballot could not be changed: a second one of the same voter is a fault
    #[arg(long)]
    once: bool,
    /// Say it in this language
    #[arg(long, value_name = "zh|en", value_parser = ["zh", "en"])]
    lang: Option<String>,
}

impl Ballot {
    pub fn run(self) -> anyhow::Result<Outcome> {
        let Command::Verify(verify) = self.command;
        verify.run()
    }
}

impl Verify {
    fn run(self) -> anyhow::Result<Outcome> {
        let lang = self.lang.as_deref().and_then(Lang::parse).unwrap_or_else(tongue::lang);
        let wish = Wish {
            unfinished: self.unfinished,
            unchanged: self.once,
            threads: std::thread::available_parallelism().map_or(1, std::num::NonZero::get),
        };
        let (archives, others) = if self.file.is_dir() { inside(&self.file)? } else { (vec![self.file], Vec::new()) };
        let mut outcome = Outcome::Done;
        for archive in &archives {
            if archives.len() > 1 {
                tell(format_args!("{}:", archive.display()));
            }
            match read(archive, &wish)? {
                Some(report) => {
                    told(&report, lang).into_iter().for_each(tell);
                    if !report.is_good() && matches!(outcome, Outcome::Done) {
                        outcome = Outcome::No;
                    }
                }
                None => {
                    complain(lang.tf("ballots-verify-no-archive", [("place", archive.display().to_string())]));
                    outcome = Outcome::Misused;
                }
            }
        }
        for other in others {
            tell(lang.tf("ballots-verify-unchecked", [("place", other.display().to_string())]));
        }
        Ok(outcome)
    }
}

/// Prints a line; the verdict is the exit code even where nobody reads the lines.
fn tell(line: impl std::fmt::Display) {
    use std::io::Write;
    let _unread = writeln!(std::io::stdout(), "{line}");
}

/// The archives of a folder, and what else lies there, in the order of their names.
fn inside(folder: &Path) -> anyhow::Result<(Vec<PathBuf>, Vec<PathBuf>)> {
    let unreadable = |error| Fault::place("kit-mend-file-unreadable", folder.display(), error);
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        all.push(entry.map_err(unreadable)?.path());
    }
    all.sort();
    let (archives, others): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|path| path.extension().is_some_and(|ending| ending == "bel"));
    if archives.is_empty() {
        return Err(misused("ballots-verify-no-archive").with("place", folder.display()).into());
    }
    Ok((archives, others))
}

/// What the archive in a file came to; `None` if it is none.
pub fn read(path: &Path, wish: &Wish) -> anyhow::Result<Option<Report>> {
    let unreadable = |error| Fault::place("kit-mend-file-unreadable", path.display(), error);
    let file = File::open(path).map_err(unreadable)?;
    let bar = Bar::new(tongue::t("cli-bar-check"), file.metadata().map_err(unreadable)?.len());
    let report = ballots_verify::verify(BufReader::new(bar.reading(file)), wish);
    bar.done();
    match report {
        Ok(report) => Ok(Some(report)),
        Err(Unread::Other) => Ok(None),
        Err(Unread::Io(error)) => Err(unreadable(error).into()),
    }
}

/// The lines of a report.
pub fn told(report: &Report, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    for check in Check::ALL {
        let name = lang.t(check.key()).into_owned();
        let failed = report.failed.filter(|failed| failed.check == check);
        lines.push(match (failed, report.held(check)) {
            (Some(failed), _) => {
                let flaw = lang.t(failed.flaw.key()).into_owned();
                let values = [("check", name), ("flaw", flaw), ("event", failed.event.to_string())];
                lang.tf("ballots-verify-failed", values).into_owned()
            }
            (None, Some(count)) => {
                lang.tf("ballots-verify-held", [("check", name), ("count", count.to_string())]).into_owned()
            }
            (None, None) => lang.tf("ballots-verify-not-reached", [("check", name)]).into_owned(),
        });
    }
    lines.extend(totals(report, lang));
    let hashes = [("uuid", &report.uuid), ("setup", &report.setup), ("head", &report.head)];
    lines.push(lang.tf("ballots-verify-heads", hashes.map(|(name, hash)| (name, hash.clone()))).into_owned());
    let end = if report.is_good() { "ballots-verify-good" } else { "ballots-verify-bad" };
    lines.push(lang.t(end).into_owned());
    lines
}

/// The result, a line for each question; nothing before there is one.
fn totals(report: &Report, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    for shown in report.questions.iter().filter(|shown| report.is_good() && !shown.totals.is_empty()) {
        let blank = shown.blank.then(|| lang.t("ballots-verify-blank").into_owned());
        let answers = blank.iter().chain(&shown.answers).map(|answer| plain(answer));
        let each: Vec<String> = answers.zip(&shown.totals).map(|(answer, total)| format!("{answer} {total}")).collect();
        lines.push(format!("{}: {}", plain(&shown.question), each.join(", ")));
    }
    lines
}

/// A text out of a stranger's file, without what would move a terminal.
fn plain(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}

#[cfg(test)]
mod tests {
    use ballots_seal::{
        Credentials, Curve, Election, Question, Secret, Trustee, archive::Archive, sum_of_keys, trustees_json,
    };
    use ballots_verify::{Failed, Flaw, Shown};

    use super::*;

    /// An archive in which nobody has voted yet.
    fn opened() -> Vec<u8> {
        let mut chance = |bytes: &mut [u8]| bytes.fill(7);
        let public = [Trustee::<Curve>::draw(&mut chance).public(&mut chance)];
        let question = Question::new("甲", vec!["赞成".to_owned()], 0, 1, false).unwrap();
        let key = sum_of_keys(&public);
        let election = Election::<Curve>::new("LianLuoSecretVote", "表决", "", vec![question], key).unwrap();
        let voter = Secret::<Curve>::draw(&mut chance).credential();
        let credentials = Credentials::freeze::<Curve>([voter]).unwrap();
        let (mut archive, mut out) = Archive::begin(1);
        out.extend(archive.setup(election.json(), &trustees_json(&public), &credentials.json()));
        out
    }

    #[test]
    fn a_file_or_a_folder_is_good_bad_or_no_archive() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("vote.bel");
        let run = |file: &Path, unfinished| {
            Verify { file: file.to_owned(), unfinished, once: false, lang: Some("zh".to_owned()) }.run()
        };
        assert!(run(folder.path(), true).is_err(), "an empty folder");
        assert!(run(&file, true).is_err(), "no file");
        std::fs::write(&file, opened()).unwrap();
        std::fs::write(folder.path().join("roll.json"), "{}").unwrap();
        assert!(matches!(run(&file, true), Ok(Outcome::Done)));
        assert!(matches!(run(folder.path(), true), Ok(Outcome::Done)));
        assert!(matches!(run(&file, false), Ok(Outcome::No)), "there is no result yet");
        std::fs::write(&file, "no archive").unwrap();
        assert!(matches!(run(folder.path(), true), Ok(Outcome::Misused)));
    }

    #[test]
    fn every_check_has_its_line_in_both_languages() {
        let shown = Shown {
            question: "甲\u{1b}[2J".to_owned(),
            answers: vec!["赞成".to_owned(), "反对".to_owned()],
            blank: true,
            totals: vec![1, 5, 2],
        };
        let good = Report {
            held: Check::ALL.map(|check| (check, 8)).to_vec(),
            questions: vec![shown],
            setup: "ab".to_owned(),
            ..Report::default()
        };
        let english = told(&good, Lang::English);
        assert_eq!(english.len(), 11);
        assert!(english[3].starts_with("ok") && english[3].contains('8'), "{}", english[3]);
        assert_eq!(english[8], "甲 [2J: blank 1, 赞成 5, 反对 2");
        let failed = Some(Failed { check: Check::Ballots, flaw: Flaw::Proof, event: 3 });
        let bad = Report { held: good.held[..3].to_vec(), failed, ..good };
        for lang in [Lang::English, Lang::Chinese] {
            let lines = told(&bad, lang);
            assert_eq!(lines.len(), 10, "no totals are shown where something is wrong");
            assert!(lines[3].contains('3') && lines.iter().all(|line| !line.contains('⟦')), "{lines:?}");
        }
    }
}
