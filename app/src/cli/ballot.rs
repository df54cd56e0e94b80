mod as_json;
use std::{
    fs::File,
    io::{BufReader, Read},
    path::{Path, PathBuf},
};

use ballots_verify::{Beside, Check, Files, Old, Report, Side, Unread, Wish};
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
    /// One line for each check: description, trustees, credentials, ballots, totals, decryptions, result, chain; in a folder also who
    /// was handed a ballot, which credentials were let in, and who confirmed the list
    #[command(after_help = "Examples:\n  lianluo ballot verify vote.bel\n  \
                            lianluo ballot verify /media/usb/published --lang zh   # an archive and what lies beside it\n\
                            lianluo ballot verify theirs.bel   # of a Belenios tool too\n\n\
                            Exit code 0: all holds; 1: something does not; 2: it cannot be read.")]
    Verify(Verify),
}

#[derive(Args, Debug)]
struct Verify {
    /// The archive (.bel), or the folder in which it was published
    file: PathBuf,
    /// The vote is still running: check what is there so far
    #[arg(long)]
    unfinished: bool,
    /// A ballot could not be changed: a second one of the same voter is a fault
    #[arg(long)]
    once: bool,
    /// Refuse an archive whose proofs of decryption have the form of Belenios 1 alone: one trustee and the last voter together could
    /// have shifted a total
    #[arg(long)]
    strict: bool,
    /// Say it in this language
    #[arg(long, value_name = "zh|en", value_parser = ["zh", "en"])]
    lang: Option<String>,
    /// Print a line of JSON for each archive instead of sentences
    #[arg(long)]
    json: bool,
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
        let found = Found::at(&self.file)?;
        let wish = Wish {
            unfinished: self.unfinished,
            unchanged: self.once || found.unchanged(),
            old: found.old(self.strict),
            threads: std::thread::available_parallelism().map_or(1, std::num::NonZero::get),
        };
        let mut outcome = Outcome::Done;
        for archive in &found.archives {
            if found.archives.len() > 1 && !self.json {
                tell(format_args!("{}:", archive.display()));
            }
            match found.told(archive, &wish, lang, self.json)? {
                Some(good) if good || !matches!(outcome, Outcome::Done) => {}
                Some(_) => outcome = Outcome::No,
                None => {
                    complain(lang.tf("ballots-verify-no-archive", [("place", archive.display().to_string())]));
                    outcome = Outcome::Misused;
                }
            }
        }
        if self.json {
            return Ok(outcome);
        }
        if self.file.is_dir() && found.files.is_empty() {
            tell(lang.t("ballots-verify-bare"));
        }
        for other in found.others {
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

/// No file beside an archive is longer, in bytes.
const LONGEST: u64 = 256 << 20;

/// What there is to check: an archive, or those of a folder with what was published beside them, in the order of their names.
pub struct Found {
    pub archives: Vec<PathBuf>,
    /// What was published beside an archive; nothing beside a single file.
    pub files: Files,
    /// What is not looked at.
    pub others: Vec<PathBuf>,
}

impl Found {
    /// What lies there.
    pub fn at(place: &Path) -> anyhow::Result<Self> {
        let mut found = Self { archives: Vec::new(), files: Files::new(), others: Vec::new() };
        if !place.is_dir() {
            found.archives.push(place.to_owned());
            return Ok(found);
        }
        let unreadable = |error| Fault::place("kit-mend-file-unreadable", place.display(), error);
        let mut all = Vec::new();
        for entry in std::fs::read_dir(place).map_err(unreadable)? {
            all.push(entry.map_err(unreadable)?.path());
        }
        all.sort();
        for path in all {
            let side = Side::ALL.into_iter().find(|side| side.file().is_some_and(|name| path.ends_with(name)));
            match side {
                Some(side) => drop(found.files.insert(side, whole(&path)?)),
                None if path.extension().is_some_and(|ending| ending == "bel") => found.archives.push(path),
                None => found.others.push(path),
            }
        }
        // The roll alone says nothing of the vote.
        if found.files.keys().all(|side| *side == Side::Roll) {
            found.others.extend(found.files.keys().filter_map(|side| side.file()).map(|name| place.join(name)));
            found.files.clear();
        }
        if found.archives.is_empty() {
            return Err(misused("ballots-verify-no-archive").with("place", place.display()).into());
        }
        Ok(found)
    }

    /// What is done with proofs of decryption in the form of Belenios 1: what lies beside an archive has better ones; alone they are
    /// taken of strangers, unless it is to be checked strictly.
    pub fn old(&self, strict: bool) -> Old {
        match (self.files.is_empty(), strict) {
            (false, _) => Old::Beside,
            (true, false) => Old::Strangers,
            (true, true) => Old::Refused,
        }
    }

    /// Whether the rule beside the archive forbids a second ballot.
    pub fn unchanged(&self) -> bool {
        !self.files.is_empty() && !ballots_verify::changeable(&self.files)
    }

    /// Tells what an archive and what lies beside it came to: whether all holds; `None` if it is no archive.
    fn told(&self, archive: &Path, wish: &Wish, lang: Lang, json: bool) -> anyhow::Result<Option<bool>> {
        let Some(report) = read(archive, wish)? else { return Ok(None) };
        if json {
            let beside = (!self.files.is_empty()).then(|| ballots_verify::beside(&self.files, &report));
            let good = report.is_good() && beside.is_none_or(|beside| beside.is_good());
            tell(as_json::told(archive, &report, good));
            return Ok(Some(good));
        }
        told(&report, lang).into_iter().for_each(tell);
        if self.files.is_empty() {
            noted(&report, lang).into_iter().for_each(tell);
            return Ok(Some(report.is_good()));
        }
        let beside = ballots_verify::beside(&self.files, &report);
        told_beside(&beside, lang).into_iter().for_each(tell);
        Ok(Some(report.is_good() && beside.is_good()))
    }
}

/// The whole of a file, unless it is longer than any may be.
fn whole(path: &Path) -> anyhow::Result<Vec<u8>> {
    let unreadable = |error| Fault::place("kit-mend-file-unreadable", path.display(), error);
    let mut out = Vec::new();
    let read = File::open(path).and_then(|file| file.take(LONGEST).read_to_end(&mut out));
    read.map_err(unreadable)?;
    Ok(out)
}

/// What the archive in a file came to; `None` if it is none.
pub fn read(path: &Path, wish: &Wish) -> anyhow::Result<Option<Report>> {
    let unreadable = |error| Fault::place("kit-mend-file-unreadable", path.display(), error);
    let file = File::open(path).map_err(unreadable)?;
    let bar = Bar::new(tongue::t("cli-bar-ballots"), file.metadata().map_err(unreadable)?.len());
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

/// What an archive without better proofs beside it does not show.
fn noted(report: &Report, lang: Lang) -> Option<String> {
    let holds = report.is_good() && report.old > 0;
    holds.then(|| lang.tf("ballots-verify-old", [("count", report.old.to_string())]).into_owned())
}

/// The lines about what lies beside an archive.
pub fn told_beside(beside: &Beside, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    for side in Side::ALL {
        let name = lang.t(side.key()).into_owned();
        lines.push(match beside.outcome(side) {
            Some(Ok(count)) => {
                lang.tf("ballots-verify-held", [("check", name), ("count", count.to_string())]).into_owned()
            }
            Some(Err(fault)) => {
                let flaw = lang.t(fault.flaw.key()).into_owned();
                let values = [("check", name), ("flaw", flaw), ("line", fault.line.to_string())];
                let key = if fault.line > 0 { "ballots-verify-failed-line" } else { "ballots-verify-failed-file" };
                lang.tf(key, values).into_owned()
            }
            None => lang.tf("ballots-verify-not-reached", [("check", name)]).into_owned(),
        });
    }
    if let Some(key) = &beside.key {
        lines.push(lang.tf("ballots-verify-key", [("hash", key.clone())]).into_owned());
    }
    let end = if beside.is_good() { "ballots-verify-beside-good" } else { "ballots-verify-beside-bad" };
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
            Verify {
                file: file.to_owned(),
                unfinished,
                once: false,
                strict: false,
                lang: Some("zh".to_owned()),
                json: false,
            }
            .run()
        };
        assert!(run(folder.path(), true).is_err(), "an empty folder");
        assert!(run(&file, true).is_err(), "no file");
        std::fs::write(&file, opened()).unwrap();
        std::fs::write(folder.path().join("roll.json"), "{}").unwrap();
        assert!(matches!(run(&file, true), Ok(Outcome::Done)));
        assert!(matches!(run(folder.path(), true), Ok(Outcome::Done)));
        assert!(matches!(run(&file, false), Ok(Outcome::No)), "there is no result yet");
        std::fs::write(folder.path().join("rule.json"), "{}").unwrap();
        assert!(matches!(run(folder.path(), true), Ok(Outcome::No)), "what lies beside it must hold too");
        assert!(matches!(run(&file, true), Ok(Outcome::Done)));
        std::fs::write(&file, "no archive").unwrap();
        assert!(matches!(run(folder.path(), true), Ok(Outcome::Misused)));
    }

    #[test]
    fn better_proofs_are_asked_of_a_folder_and_of_an_archive_alone_only_strictly() {
        let alone = Found { archives: Vec::new(), files: Files::new(), others: Vec::new() };
        assert_eq!([false, true].map(|strict| alone.old(strict)), [Old::Strangers, Old::Refused]);
        let files = Files::from([(Side::Rule, Vec::new())]);
        let folder = Found { archives: Vec::new(), files, others: Vec::new() };
        assert_eq!([false, true].map(|strict| folder.old(strict)), [Old::Beside, Old::Beside]);
    }

    /// A threshold vote of the stock tool; it is kept beside the repository, and where it is not, there is nothing to check.
    #[test]
    fn a_threshold_vote_of_a_belenios_tool_holds_without_a_flag() {
        let places = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
        let mut files = places.map(|folder| folder.join("shared/data/belenios/e2-threshold-ed25519.bel"));
        let Some(file) = files.find(|file| file.is_file()) else { return };
        let run = |strict| {
            Verify { file: file.clone(), unfinished: false, once: false, strict, lang: None, json: true }.run()
        };
        assert!(matches!(run(false), Ok(Outcome::Done)));
        assert!(matches!(run(true), Ok(Outcome::No)), "its proofs of decryption name nothing of what they open");
        let wish = Wish { unfinished: false, unchanged: false, old: Old::Strangers, threads: 1 };
        assert!(as_json::told(&file, &read(&file, &wish).unwrap().unwrap(), true)["questions"][0]["totals"].is_array());
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
        let lenient = Report { old: 4, ..good.clone() };
        assert!(noted(&lenient, Lang::English).is_some_and(|line| line.contains("4 proofs")));
        assert_eq!(noted(&good, Lang::English), None);
        let fault = ballots_verify::Fault { flaw: Flaw::Signature, line: 7 };
        let beside = Beside { told: vec![(Side::Rule, Ok(1)), (Side::Key, Err(fault))], key: Some("cd".to_owned()) };
        for lang in [Lang::English, Lang::Chinese] {
            let lines = told_beside(&beside, lang);
            assert_eq!(lines.len(), 10);
            assert!(lines[1].contains('7') && lines[8].contains("cd"), "{lines:?}");
            assert!(lines.iter().all(|line| !line.contains('⟦')), "{lines:?}");
        }
        let failed = Some(Failed { check: Check::Ballots, flaw: Flaw::Proof, event: 3 });
        let bad = Report { held: good.held[..3].to_vec(), failed, ..good };
        for lang in [Lang::English, Lang::Chinese] {
            let lines = told(&bad, lang);
            assert_eq!(lines.len(), 10, "no totals are shown where something is wrong");
            assert!(lines[3].contains('3') && lines.iter().all(|line| !line.contains('⟦')), "{lines:?}");
        }
    }
}
