use std::{
    fs::File,
    io::{BufReader, BufWriter, Write},
    path::{Path, PathBuf},
};

use clap::{Args, Subcommand};
use kit::{
    Fault,
    journal::{self, Checkpoint, CheckpointError, SigningKey},
};

use super::{
    Outcome,
    progress::Bar,
    say,
    tongue::{misused, t, tf},
};
use crate::settings::Where;

/// After so many facts it is said how far the export is.
const SHOWN: u64 = 1_000;

/// Export the journal, sign its head, and verify an export without any database
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  lianluo journal export --data /var/lib/lianluo journal.jsonl\n  \
                        lianluo journal verify journal.jsonl --checkpoint 2026-11-01.json")]
pub struct Journal {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Write every fact as one line of JSON
    #[command(after_help = "Example:\n  lianluo journal export --data /var/lib/lianluo journal.jsonl")]
    Export {
        #[command(flatten)]
        place: Where,
        /// The file to write; `-` for standard output
        file: PathBuf,
    },
    /// Recompute the chain of an export; names the first fact that was altered, moved or removed
    #[command(
        after_help = "Example:\n  lianluo journal verify journal.jsonl --checkpoint 2026-11-01.json\nExit code 1 when the chain is broken."
    )]
    Verify {
        /// The export
        file: PathBuf,
        /// A checkpoint kept elsewhere: shows also what was cut off the end
        #[arg(long, value_name = "FILE")]
        checkpoint: Option<PathBuf>,
        /// Print the outcome as JSON
        #[arg(long)]
        json: bool,
    },
    /// Sign the head of the journal, to be kept where the operator cannot reach it
    #[command(
        after_help = "Example:\n  lianluo journal checkpoint --data /var/lib/lianluo --key /root/lianluo.key >2026-11-21.json"
    )]
    Checkpoint {
        #[command(flatten)]
        place: Where,
        /// The key file: 32 bytes; made if there is none
        #[arg(long, value_name = "FILE")]
        key: PathBuf,
    },
}

impl Journal {
    pub async fn run(self) -> anyhow::Result<Outcome> {
        match self.command {
            Command::Export { place, file } => export(&place, &file).await,
            Command::Verify { file, checkpoint, json } => verify(&file, checkpoint.as_deref(), json),
            Command::Checkpoint { place, key } => checkpoint(&place, &key).await,
        }
    }
}

async fn export(place: &Where, file: &Path) -> anyhow::Result<Outcome> {
    let site = place.site().await?;
    let out: Box<dyn Write + Send> = if file == Path::new("-") {
        Box::new(std::io::stdout())
    } else {
        Box::new(File::create(file).map_err(|error| Fault::place("kit-mend-file-unwritable", file.display(), error))?)
    };
    let mut out = BufWriter::new(out);
    let (facts, _) = journal::head(site.db()).await?;
    let bar = Bar::new(t("cli-bar-journal"), u64::try_from(facts)?);
    let mut done = 0;
    let count = journal::export(site.db(), |line| {
        done += 1;
        if done % SHOWN == 0 {
            bar.reach(done);
        }
        writeln!(out, "{line}").map_err(Fault::from)
    })
    .await?;
    out.flush()?;
    bar.done();
    eprintln!("{}", tf("cli-journal-exported", [("count", count.to_string())]));
    Ok(Outcome::Done)
}

fn verify(file: &Path, checkpoint: Option<&Path>, json: bool) -> anyhow::Result<Outcome> {
    let open = || File::open(file).map_err(|error| Fault::place("kit-mend-file-unreadable", file.display(), error));
    if file.is_dir() {
        let folder = std::io::ErrorKind::IsADirectory.into();
        return Err(Fault::place("kit-mend-file-unreadable", file.display(), folder).into());
    }
    let export = open()?;
    let bar = Bar::new(t("cli-bar-journal"), export.metadata()?.len());
    let verified = journal::verify(BufReader::new(bar.reading(export)));
    bar.done();
    let verified = match verified {
        Ok(verified) => verified,
        Err(broken) => {
            if json {
                let seq = broken.seq;
                say(serde_json::json!({"holds": false, "line": broken.line, "seq": seq, "problem": broken.problem}));
            } else {
                let fact = broken.seq.map_or_else(|| "–".to_owned(), |seq| seq.to_string());
                let values = [
                    ("line", broken.line.to_string()),
                    ("fact", fact),
                    ("why", t(&format!("cli-journal-why-{}", broken.why)).into_owned()),
                ];
                say(tf("cli-journal-broken", values));
            }
            return Ok(Outcome::No);
        }
    };
    let against = match checkpoint {
        None => Ok(()),
        Some(path) => {
            let point: Checkpoint = serde_json::from_slice(&bytes(path)?)
                .map_err(|_| misused("cli-no-checkpoint").with("place", path.display()))?;
            let reader = BufReader::new(open()?);
            point.holds(&verified, |seq| journal::hash_at(reader, seq))
        }
    };
    if json {
        let problem = against.as_ref().err().map(ToString::to_string);
        say(
            serde_json::json!({"holds": problem.is_none(), "facts": verified.facts, "head": verified.head, "problem": problem}),
        );
    } else if let Err(problem) = &against {
        say(tf("cli-journal-against", [("why", t(against_key(problem)).into_owned())]));
    } else {
        say(tf("cli-journal-holds", [("facts", verified.facts.to_string()), ("head", verified.head)]));
    }
    Ok(if against.is_ok() { Outcome::Done } else { Outcome::No })
}

/// What a checkpoint that does not hold says.
const fn against_key(problem: &CheckpointError) -> &'static str {
    match problem {
        CheckpointError::Signature => "cli-checkpoint-signature",
        CheckpointError::Cut => "cli-checkpoint-cut",
        CheckpointError::Rewritten => "cli-checkpoint-rewritten",
    }
}

async fn checkpoint(place: &Where, key: &Path) -> anyhow::Result<Outcome> {
    let site = place.site().await?;
    let seed: [u8; 32] = if key.exists() {
        let bytes = bytes(key)?;
        bytes.try_into().map_err(|_| misused("cli-no-key").with("place", key.display()))?
    } else {
        let seed = site.chance();
        keep_secret(key, &seed)?;
        seed
    };
    let (seq, head) = journal::head(site.db()).await?;
    say(serde_json::to_string_pretty(&SigningKey::from_bytes(&seed).sign(site.now(), seq, &head))?);
    Ok(Outcome::Done)
}

fn bytes(file: &Path) -> Result<Vec<u8>, Fault> {
    std::fs::read(file).map_err(|error| Fault::place("kit-mend-file-unreadable", file.display(), error))
}

fn keep_secret(file: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    use std::os::unix::fs::OpenOptionsExt;
    let out = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(file);
    let mut out = out.map_err(|error| Fault::place("kit-mend-file-unwritable", file.display(), error))?;
    out.write_all(bytes)?;
    Ok(out.sync_all()?)
}
