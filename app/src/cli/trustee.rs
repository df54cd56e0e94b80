use std::{
    fs::{File, OpenOptions},
    io::{Read, Seek, SeekFrom, Write},
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

use ballots_seal::{Curve, Secret, Totals};
use ballots_verify::{Check, Old, Report, Wish};
use clap::{Args, Subcommand};
use kit::Fault;
use zeroize::Zeroizing;

use super::{
    Outcome,
    ballot::{self, Found},
    complain, say,
    tongue::{self, misused, t, tf},
};

/// What a trustee of a secret ballot does, on a machine of its own and without any network
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  lianluo trustee key --secret my.key >my-public.json")]
pub struct Trustee {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Draw a part of the key: keeps the secret in a file, prints what is published
    #[command(after_help = "Example:\n  lianluo trustee key --secret my.key >my-public.json\n\n\
                            First hand in the commitment told beside it; only when all have, the printed line.")]
    Key {
        /// The file for the secret; it must not exist yet
        #[arg(long, value_name = "FILE")]
        secret: PathBuf,
    },
    /// Check a whole archive, add its ballots up, and open one's part of the totals; nothing else is ever opened
    #[command(
        after_help = "Example:\n  lianluo trustee decrypt vote.bel --secret my.key --setup HASH >my-part.json\n\n\
                            Exit code 1: the archive does not hold, or is not to be opened; the reason is told."
    )]
    Decrypt(Decrypt),
}

#[derive(Args, Debug)]
struct Decrypt {
    /// The archive after the end of voting, or the folder in which it was published: then who was let in and who confirmed the list
    /// is checked too, as a trustee should
    archive: PathBuf,
    /// The file with the secret
    #[arg(long, value_name = "FILE")]
    secret: PathBuf,
    /// The setup hash that the hall's screen showed when the list was frozen
    #[arg(long, value_name = "HASH")]
    setup: String,
    /// Do not open totals of fewer voters
    #[arg(long, value_name = "N", default_value_t = 7)]
    least: u64,
    /// Voters may change their ballot in this vote: the last one counts
    #[arg(long)]
    changeable: bool,
    /// Wipe and remove the file with the secret afterwards
    #[arg(long)]
    erase: bool,
}

impl Trustee {
    pub fn run(self) -> anyhow::Result<Outcome> {
        match self.command {
            Command::Key { secret } => key(&secret),
            Command::Decrypt(it) => it.run(),
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    reason = "there is no site here, and no secret without chance"
)]
fn chance(bytes: &mut [u8]) {
    getrandom::fill(bytes).expect("the operating system gives chance");
}

fn key(place: &Path) -> anyhow::Result<Outcome> {
    let trustee = ballots_seal::Trustee::<Curve>::draw(&mut chance);
    let unwritable = |error| Fault::place("kit-mend-file-unwritable", place.display(), error);
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(place).map_err(unwritable)?;
    file.write_all(trustee.secret().to_keep().as_slice()).and_then(|()| file.sync_all()).map_err(unwritable)?;
    let public = trustee.public(&mut chance);
    say(public.json());
    eprintln!("{}", tf("ballots-trustee-commitment", [("hash", public.commitment())]));
    Ok(Outcome::Done)
}

/// The refusal of a folder in which what lies beside the archive does not hold.
const BESIDE: &str = "ballots-trustee-beside";

impl Decrypt {
    fn run(self) -> anyhow::Result<Outcome> {
        let trustee = ballots_seal::Trustee::<Curve>::of(secret(&self.secret)?);
        let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let found = Found::at(&self.archive)?;
        // What others opened is not what is opened here; in a folder it is checked with the rest.
        let unchanged = found.unchanged() || !self.changeable;
        let wish = Wish { unfinished: true, unchanged, old: Old::Beside, threads };
        let other = || misused("ballots-verify-no-archive").with("place", self.archive.display());
        let [archive] = found.archives.as_slice() else { return Err(other().into()) };
        let report = ballot::read(archive, &wish)?.ok_or_else(other)?;
        let shown = trustee.shown();
        let opened = match self.why_not(&report, &found, &shown) {
            Some(why) => Err(why),
            None => Totals::<Curve>::read(&report.tally, report.voted).ok_or("ballots-trustee-other-group"),
        };
        let totals = match opened {
            Ok(totals) => totals,
            Err(why) => {
                if !report.is_good() {
                    ballot::told(&report, tongue::lang()).into_iter().for_each(complain);
                } else if why == BESIDE {
                    let beside = ballots_verify::beside(&found.files, &report);
                    ballot::told_beside(&beside, tongue::lang()).into_iter().for_each(complain);
                }
                complain(t(why));
                return Ok(Outcome::No);
            }
        };
        // Two totals of one vote that differ by a ballot would open that ballot.
        let opens = format!("{} {}", report.election, totals.json());
        let fresh = once(&self.secret, &opens)
            .map_err(|error| Fault::place("kit-mend-file-unwritable", self.secret.display(), error))?;
        if !fresh {
            complain(t("ballots-trustee-again"));
            return Ok(Outcome::No);
        }
        say(trustee.decrypt(&report.election, &totals, &mut chance).json);
        let number = report.trustees.iter().position(|one| *one == shown).map_or(0, |place| place + 1);
        eprintln!("{}", tf("ballots-trustee-opened", [("number", number.to_string()), ("head", report.head)]));
        if self.erase {
            erase(&self.secret)
                .map_err(|error| Fault::place("kit-mend-file-unwritable", self.secret.display(), error))?;
        }
        Ok(Outcome::Done)
    }

    /// Why the totals are not opened; nothing if they are.
    fn why_not(&self, report: &Report, found: &Found, own: &str) -> Option<&'static str> {
        let place = report.trustees.iter().position(|one| one == own);
        let number = place.and_then(|place| u64::try_from(place + 1).ok());
        let refusals = [
            (!report.is_good(), "ballots-trustee-broken"),
            (self.archive.is_dir() && !ballots_verify::beside(&found.files, report).is_good(), BESIDE),
            (self.setup != report.setup, "ballots-trustee-other-setup"),
            (number.is_none(), "ballots-trustee-not-mine"),
            (report.held(Check::Tally).is_none(), "ballots-trustee-too-early"),
            (report.held(Check::Result).is_some(), "ballots-trustee-too-late"),
            (number.is_some_and(|number| report.decrypted.contains(&number)), "ballots-trustee-again"),
            (report.voted < self.least, "ballots-trustee-too-few"),
        ];
        refusals.into_iter().find(|(holds, _)| *holds).map(|(_, why)| why)
    }
}

/// Notes beside the secret what it opens; false where it has opened something else before.
fn once(secret: &Path, opens: &str) -> std::io::Result<bool> {
    let mut place = secret.as_os_str().to_owned();
    place.push(".opened");
    match OpenOptions::new().write(true).create_new(true).mode(0o600).open(&place) {
        Ok(mut file) => file.write_all(opens.as_bytes()).and_then(|()| file.sync_all()).map(|()| true),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            Ok(std::fs::read(&place)? == opens.as_bytes())
        }
        Err(error) => Err(error),
    }
}

fn secret(place: &Path) -> anyhow::Result<Secret<Curve>> {
    let unreadable = |error| Fault::place("kit-mend-file-unreadable", place.display(), error);
    let mut bytes = Zeroizing::new([0; 32]);
    let mut file = File::open(place).map_err(unreadable)?;
    let whole = file.read_exact(bytes.as_mut_slice()).is_ok() && file.read(&mut [0]).map_err(unreadable)? == 0;
    let secret = Secret::kept(&bytes).filter(|_| whole);
    Ok(secret.ok_or_else(|| misused("ballots-trustee-no-secret").with("place", place.display()))?)
}

/// Writes zeros over the file and removes it. On a disk that writes elsewhere the old bytes may remain: keep secrets in memory.
fn erase(place: &Path) -> std::io::Result<()> {
    let mut file = OpenOptions::new().write(true).open(place)?;
    file.seek(SeekFrom::Start(0))?;
    file.write_all(&[0; 32])?;
    file.sync_all()?;
    std::fs::remove_file(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decrypt() -> Decrypt {
        let (archive, secret) = (PathBuf::new(), PathBuf::new());
        Decrypt { archive, secret, setup: "s".to_owned(), least: 7, changeable: false, erase: false }
    }

    #[test]
    fn nothing_but_the_totals_of_a_vote_of_ones_own_is_opened() {
        let good = Report {
            held: vec![(Check::Ballots, 9), (Check::Tally, 3)],
            trustees: vec!["a".to_owned(), "b".to_owned()],
            setup: "s".to_owned(),
            voted: 9,
            ..Report::default()
        };
        let found = Found { archives: Vec::new(), files: ballots_verify::Files::new(), others: Vec::new() };
        let why = |report: &Report| decrypt().why_not(report, &found, "b");
        assert_eq!(why(&good), None);
        assert_eq!(why(&Report { voted: 6, ..good.clone() }), Some("ballots-trustee-too-few"));
        assert_eq!(why(&Report { held: Vec::new(), ..good.clone() }), Some("ballots-trustee-too-early"));
        assert_eq!(why(&Report { decrypted: vec![2], ..good.clone() }), Some("ballots-trustee-again"));
        assert_eq!(why(&Report { decrypted: vec![1], ..good.clone() }), None, "another trustee was quicker");
        assert_eq!(why(&Report { trustees: vec!["a".to_owned()], ..good.clone() }), Some("ballots-trustee-not-mine"));
        let screen = Decrypt { setup: "t".to_owned(), ..decrypt() };
        assert_eq!(screen.why_not(&good, &found, "b"), Some("ballots-trustee-other-setup"));
        let folder = Decrypt { archive: std::env::temp_dir(), ..decrypt() };
        assert_eq!(folder.why_not(&good, &found, "b"), Some(BESIDE), "nothing beside it says who was let in");
    }

    #[test]
    fn a_secret_is_kept_for_its_owner_alone_and_wiped() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("my.key");
        assert!(matches!(key(&place), Ok(Outcome::Done)));
        assert_eq!(std::fs::metadata(&place).unwrap().permissions().mode() & 0o777, 0o600);
        assert!(secret(&place).is_ok());
        assert!(key(&place).is_err(), "a secret is never written over");
        erase(&place).unwrap();
        assert!(!place.exists());
    }
}
