//! A file on its way in, kept outside memory.

use std::{io::Write as _, path::Path};

use tempfile::{NamedTempFile, TempPath};

use super::{Limits, Unreadable};
use crate::Fault;

/// The uploaded bytes in a file that goes away with this value.
#[derive(Debug)]
pub struct Upload {
    path: TempPath,
}

impl Upload {
    /// Takes bytes that are in memory already.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Fault> {
        let mut file = NamedTempFile::new()?;
        file.write_all(bytes)?;
        Ok(Self { path: file.into_temp_path() })
    }

    /// Takes a copy of a file on this machine, for the command line.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn from_path(path: &Path) -> Result<Self, Fault> {
        let file = NamedTempFile::new()?;
        std::fs::copy(path, file.path())?;
        Ok(Self { path: file.into_temp_path() })
    }

    /// Takes a field of a form piece by piece; stops as soon as it is too big.
    ///
    /// # Errors
    /// The inner error says that the file is too big or that it broke off; the outer one that the disk refused.
    pub async fn receive(
        field: &mut axum::extract::multipart::Field<'_>,
        limits: &Limits,
    ) -> Result<Result<Self, Unreadable>, Fault> {
        let mut file = NamedTempFile::new()?;
        let mut size = 0;
        loop {
            match field.chunk().await {
                Ok(Some(piece)) => {
                    size += piece.len() as u64;
                    if size > limits.bytes {
                        return Ok(Err(Unreadable::TooBig { most: limits.bytes >> 20 }));
                    }
                    file.write_all(&piece)?;
                }
                Ok(None) => return Ok(Ok(Self { path: file.into_temp_path() })),
                Err(broken) => return Ok(Err(Unreadable::Damaged { what: broken.to_string() })),
            }
        }
    }

    /// Where it lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}
