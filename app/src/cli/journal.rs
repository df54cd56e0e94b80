use std::{
    fs::File,
    io::{BufReader, BufWriter, Write},
    path::{Path, PathBuf},
};

use anyhow::Context;
use clap::{Args, Subcommand};
use kit::{
    Fault,
    journal::{self, Checkpoint, SigningKey},
};

use super::{Outcome, progress::Bar, say};
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
        Box::new(File::create(file).with_context(|| format!("{} cannot be written", file.display()))?)
    };
    let mut out = BufWriter::new(out);
    let (facts, _) = journal::head(site.db()).await?;
    let bar = Bar::new("journal", u64::try_from(facts)?);
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
    eprintln!("{count} facts");
    Ok(Outcome::Done)
}

fn verify(file: &Path, checkpoint: Option<&Path>, json: bool) -> anyhow::Result<Outcome> {
    let open = || File::open(file).with_context(|| format!("{} cannot be opened", file.display()));
    let export = open()?;
    let bar = Bar::new("journal", export.metadata()?.len());
    let verified = journal::verify(BufReader::new(bar.reading(export)));
    bar.done();
    let verified = match verified {
        Ok(verified) => verified,
        Err(broken) => {
            if json {
                let seq = broken.seq;
                say(serde_json::json!({"holds": false, "line": broken.line, "seq": seq, "problem": broken.problem}));
            } else {
                let name = broken.seq.map_or_else(|| "a fact".to_owned(), |seq| format!("fact {seq}"));
                say(format_args!("BROKEN at line {}: {name}: {}", broken.line, broken.problem));
            }
            return Ok(Outcome::No);
        }
    };
    let against = match checkpoint {
        None => Ok(()),
        Some(path) => {
            let point: Checkpoint =
                serde_json::from_slice(&std::fs::read(path)?).context("the checkpoint cannot be read")?;
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
        say(format_args!("BROKEN: {problem}"));
    } else {
        say(format_args!("holds: {} facts, head {}", verified.facts, verified.head));
    }
    Ok(if against.is_ok() { Outcome::Done } else { Outcome::No })
}

async fn checkpoint(place: &Where, key: &Path) -> anyhow::Result<Outcome> {
    let site = place.site().await?;
    let seed: [u8; 32] = if key.exists() {
        let bytes = std::fs::read(key)?;
        bytes.try_into().map_err(|_| anyhow::anyhow!("{} does not hold a key of 32 bytes", key.display()))?
    } else {
        let seed = site.chance();
        keep_secret(key, &seed)?;
        seed
    };
    let (seq, head) = journal::head(site.db()).await?;
    say(serde_json::to_string_pretty(&SigningKey::from_bytes(&seed).sign(site.now(), seq, &head))?);
    Ok(Outcome::Done)
}

fn keep_secret(file: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    use std::os::unix::fs::OpenOptionsExt;
    let mut out = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(file)?;
    out.write_all(bytes)?;
    Ok(out.sync_all()?)
}
