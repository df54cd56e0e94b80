//! The bytes.

use std::{borrow::Cow, fmt::Write, path::PathBuf, sync::Arc};

use bytes::Bytes;
use futures_util::{Stream, StreamExt, TryStreamExt, stream::BoxStream};
use object_store::{
    ObjectStore, ObjectStoreExt, aws::AmazonS3Builder, buffered::BufWriter, local::LocalFileSystem, path::Path,
};
use sha2::{Digest, Sha256};
use tokio::io::AsyncWriteExt;

use super::{
    Allowed, Blob, BlobId,
    kinds::{HEAD, media},
    name::clean,
};
use crate::{Fault, config::Config, outbox::install_tls, web::Wrong, words::Lang};

/// The folder or bucket.
pub struct Blobs {
    pub(super) store: Arc<dyn ObjectStore>,
    /// The folder, when it is one.
    pub(super) folder: Option<PathBuf>,
}

/// Why a file is not taken. Nothing of it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rejected {
    /// It has no name that could be kept.
    NoName,
    /// Files of this ending are not taken here.
    Ending(String),
    /// Its bytes are not what its ending says.
    Differs(String),
    /// It holds nothing.
    Empty,
    /// It has more than so many bytes.
    TooLarge(u64),
    /// It did not arrive whole.
    BrokenOff,
}

impl Rejected {
    /// The key of the sentence that says so.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::NoName => "blob-no-name",
            Self::Ending(_) => "blob-ending",
            Self::Differs(_) => "blob-differs",
            Self::Empty => "blob-empty",
            Self::TooLarge(_) => "blob-too-large",
            Self::BrokenOff => "blob-broken-off",
        }
    }

    /// The sentence itself, as it stands beside the field.
    #[must_use]
    pub fn say(&self, lang: Lang) -> Cow<'static, str> {
        match self {
            Self::Ending(ending) | Self::Differs(ending) => lang.tf(self.key(), [("ending", ending.clone())]),
            Self::TooLarge(most) => lang.tf(self.key(), [("most", (most >> 20).to_string())]),
            Self::NoName | Self::Empty | Self::BrokenOff => lang.t(self.key()),
        }
    }
}

impl Rejected {
    /// What is wrong, to be said beside the field of the file.
    #[must_use]
    pub fn wrong(&self) -> Wrong {
        let wrong = Wrong::new(self.key());
        match self {
            Self::Ending(ending) | Self::Differs(ending) => wrong.with("ending", ending),
            Self::TooLarge(most) => wrong.with("most", most >> 20),
            Self::NoName | Self::Empty | Self::BrokenOff => wrong,
        }
    }
}

impl From<object_store::Error> for Fault {
    fn from(cause: object_store::Error) -> Self {
        Self::caused("the folder or bucket of attachments failed", cause)
    }
}

/// Where files lie until their SHA-256 is known.
pub(super) const INCOMING: &str = "incoming";

impl Blobs {
    /// The folder or bucket the settings name.
    ///
    /// # Errors
    /// When the folder cannot be made, or the bucket's settings are not complete.
    pub fn open(config: &Config) -> Result<Self, Fault> {
        let Some(s3) = &config.s3 else {
            let folder = config.files().join("attachments");
            std::fs::create_dir_all(&folder)?;
            return Self::in_folder(&folder);
        };
        install_tls();
        let store = AmazonS3Builder::new()
            .with_endpoint(&s3.endpoint)
            .with_bucket_name(&s3.bucket)
            .with_region(&s3.region)
            .with_access_key_id(&s3.access_key)
            .with_secret_access_key(&s3.secret_key)
            .with_allow_http(s3.endpoint.starts_with("http://"))
            .build()?;
        Ok(Self { store: Arc::new(store), folder: None })
    }

    /// The files that lie in a folder there is, as in that of a backup.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn in_folder(folder: &std::path::Path) -> Result<Self, Fault> {
        let store = LocalFileSystem::new_with_prefix(folder)?.with_fsync(true);
        Ok(Self { store: Arc::new(store), folder: Some(folder.to_owned()) })
    }

    /// Takes a file in, piece by piece. When this returns a [`Blob`], its bytes are durable; write its row with
    /// [`super::record`] in the transaction that refers to it.
    ///
    /// # Errors
    /// The inner error says why the file is not taken; the outer is a fault of the folder or bucket.
    pub async fn put<E>(
        &self,
        id: BlobId,
        name: &str,
        allowed: &Allowed,
        pieces: impl Stream<Item = Result<Bytes, E>> + Send,
    ) -> Result<Result<Blob, Rejected>, Fault> {
        let Some(name) = clean(name) else { return Ok(Err(Rejected::NoName)) };
        if !allowed.takes(&name) {
            return Ok(Err(Rejected::Ending(super::kinds::ending(&name))));
        }
        let incoming = Path::from(format!("{INCOMING}/{id}"));
        let mut writer = BufWriter::new(Arc::clone(&self.store), incoming.clone());
        let Taken { sha256, size, media } = match take(&mut writer, &name, allowed, pieces).await {
            Ok(Ok(taken)) => taken,
            Ok(Err(rejected)) => {
                writer.abort().await?;
                return Ok(Err(rejected));
            }
            Err(fault) => {
                writer.abort().await?;
                return Err(fault);
            }
        };
        writer.shutdown().await?;
        let blob = Blob { id, sha256, size, media: media.to_owned(), name };
        self.store.rename(&incoming, &path_of(&blob)).await?;
        Ok(Ok(blob))
    }

    /// The bytes of a file, piece by piece.
    ///
    /// # Errors
    /// When the file is not there: the folder or bucket is not the one that belongs to this database.
    pub async fn get(&self, blob: &Blob) -> Result<BoxStream<'static, Result<Bytes, Fault>>, Fault> {
        let found = self.store.get(&path_of(blob)).await;
        let found =
            found.map_err(|e| Fault::caused(format_args!("the file of attachment {} is missing", blob.id), e))?;
        Ok(found.into_stream().map_err(Fault::from).boxed())
    }

    /// Whether the bytes of a file are there and still have the SHA-256 of its row.
    ///
    /// # Errors
    /// When the folder or bucket cannot be read.
    pub async fn is_intact(&self, blob: &Blob) -> Result<bool, Fault> {
        let mut pieces = match self.store.get(&path_of(blob)).await {
            Ok(found) => found.into_stream(),
            Err(object_store::Error::NotFound { .. }) => return Ok(false),
            Err(error) => return Err(error.into()),
        };
        let mut hash = Sha256::new();
        while let Some(piece) = pieces.try_next().await? {
            hash.update(&piece);
        }
        Ok(hex(&hash.finalize()) == blob.sha256)
    }
}

struct Taken {
    sha256: String,
    size: u64,
    media: &'static str,
}

async fn take<E>(
    writer: &mut BufWriter,
    name: &str,
    allowed: &Allowed,
    pieces: impl Stream<Item = Result<Bytes, E>> + Send,
) -> Result<Result<Taken, Rejected>, Fault> {
    let mut pieces = std::pin::pin!(pieces);
    let (mut hash, mut size, mut head) = (Sha256::new(), 0u64, Vec::with_capacity(HEAD));
    let mut known = None;
    while let Some(piece) = pieces.next().await {
        let Ok(piece) = piece else { return Ok(Err(Rejected::BrokenOff)) };
        size += piece.len() as u64;
        if size > allowed.most {
            return Ok(Err(Rejected::TooLarge(allowed.most)));
        }
        if known.is_none() {
            head.extend(piece.iter().take(HEAD - head.len()));
            if head.len() == HEAD {
                let Some(media) = media(name, &head) else { return Ok(Err(differs(name))) };
                known = Some(media);
            }
        }
        hash.update(&piece);
        writer.put(piece).await?;
    }
    if size == 0 {
        return Ok(Err(Rejected::Empty));
    }
    let Some(media) = known.or_else(|| media(name, &head)) else { return Ok(Err(differs(name))) };
    Ok(Ok(Taken { sha256: hex(&hash.finalize()), size, media }))
}

fn differs(name: &str) -> Rejected {
    Rejected::Differs(super::kinds::ending(name))
}

/// Where a file lies: two digits of its SHA-256 make the folder.
pub(super) fn path_of(blob: &Blob) -> Path {
    let folder = blob.sha256.get(..2).unwrap_or("00");
    Path::from(format!("{folder}/{}-{}", blob.sha256, blob.id))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing into a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
