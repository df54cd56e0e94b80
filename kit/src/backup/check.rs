//! A backup looked through before anything is made of it: every table, and every file people attached.

use std::{
    fs::File,
    io::{BufRead, BufReader},
    path::Path,
};

use flate2::read::GzDecoder;
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::{ATTACHMENTS, Manifest, Table, damaged, file_of, hex, of_this_version, tables};
use crate::{
    Fault,
    blobs::{Blob, BlobId, Blobs},
};

/// A backup whose tables are whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// What it holds.
    pub manifest: Manifest,
    /// The attachments whose bytes are missing, or are not those that were attached.
    pub damaged: Vec<Blob>,
}

/// Looks a backup through and changes nothing; `progress` hears of each table found whole.
///
/// # Errors
/// When the folder is no backup, was taken under other migrations, or a table's bytes are not what the manifest says.
pub async fn check(folder: &Path, mut progress: impl FnMut(&str, u64)) -> Result<Checked, Fault> {
    let manifest = of_this_version(folder)?;
    let mut attached = Vec::new();
    for name in tables() {
        let wanted = manifest.tables.get(name).ok_or_else(|| damaged(name))?;
        let keep = |line: &str| {
            if name == "blob" {
                attached.push(line.to_owned())
            }
        };
        let found = sum(&file_of(folder, name), keep).map_err(|_| damaged(name))?;
        if found != *wanted {
            return Err(damaged(name));
        }
        progress(name, found.rows);
    }
    let attached = attached.iter().map(|line| blob(line)).collect::<Result<Vec<_>, _>>()?;
    let damaged = broken(&folder.join(ATTACHMENTS), attached).await?;
    Ok(Checked { manifest, damaged })
}

/// Rows and SHA-256 of a table, each line shown to `keep`.
fn sum(file: &Path, mut keep: impl FnMut(&str)) -> Result<Table, Fault> {
    let mut lines = BufReader::new(GzDecoder::new(BufReader::new(File::open(file)?)));
    let (mut sum, mut rows, mut line) = (Sha256::new(), 0, String::new());
    while lines.read_line(&mut line)? > 0 {
        sum.update(&line);
        rows += 1;
        keep(&line);
        line.clear();
    }
    Ok(Table { rows, sha256: hex(&sum.finalize()) })
}

/// A row of the table `blob` as a backup holds it.
#[derive(Deserialize)]
struct Attached {
    id: Named,
    sha256: String,
    size: u64,
    media: String,
    name: String,
}

#[derive(Deserialize)]
struct Named {
    id: uuid::Uuid,
}

fn blob(line: &str) -> Result<Blob, Fault> {
    let Attached { id, sha256, size, media, name } = serde_json::from_str(line).map_err(|_| damaged("blob"))?;
    Ok(Blob { id: BlobId::from_uuid(id.id), sha256, size, media, name })
}

async fn broken(folder: &Path, attached: Vec<Blob>) -> Result<Vec<Blob>, Fault> {
    if !folder.exists() {
        return Ok(attached);
    }
    let files = Blobs::in_folder(folder)?;
    let mut broken = Vec::new();
    for blob in attached {
        if !files.is_intact(&blob).await? {
            broken.push(blob);
        }
    }
    Ok(broken)
}
