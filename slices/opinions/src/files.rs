//! Photographs and a recording that come with an opinion.

use bytes::Bytes;
use futures_util::stream;
use kit::{
    Fault, Problem, Site,
    blobs::{Allowed, Blob},
    picture,
    web::{Errors, File, Wrong},
};

use crate::voice;

/// Photographs: at most nine, of eight megabytes each.
pub const PHOTOS: Allowed = Allowed { endings: &["jpg", "jpeg", "png", "webp"], most: 8 << 20 };
/// How many there may be.
pub const MOST_PHOTOS: usize = 9;
/// A recording, for who would rather speak.
pub const VOICE: Allowed = Allowed { endings: &["mp3", "m4a", "amr"], most: 8 << 20 };
/// Whether it is a recording: the voice of whoever said it.
pub fn is_voice(file: &Blob) -> bool {
    file.media.as_str().starts_with("audio/")
}

/// What one opinion may bring along altogether.
pub const MOST_BYTES: usize = 24 << 20;

/// Takes the files of one field in, durable before any row names them; photographs bare of what they tell.
pub async fn take_in(site: &Site, field: &str, files: Vec<File>) -> Result<Vec<Blob>, Problem> {
    let photos = field == "photos";
    let most = if photos { MOST_PHOTOS } else { 1 };
    let mut errors = Errors::default();
    if files.len() > most {
        return Err(Errors::one(field, Wrong::new("opinions-wrong-many-files").with("most", most)).into());
    }
    let mut blobs = Vec::new();
    for file in files {
        let bytes = if photos { picture::bare(&file.bytes) } else { voice::bare(&file.bytes) };
        let Some(bytes) = bytes else {
            errors.note(field, Wrong::new(if photos { "opinions-wrong-picture" } else { "opinions-wrong-voice" }));
            continue;
        };
        match put(site, &file.name, if photos { &PHOTOS } else { &VOICE }, bytes).await? {
            Ok(blob) => blobs.push(blob),
            Err(rejected) => errors.note(field, rejected.wrong()),
        }
    }
    errors.check()?;
    Ok(blobs)
}

async fn put(
    site: &Site,
    name: &str,
    allowed: &Allowed,
    bytes: Bytes,
) -> Result<Result<Blob, kit::blobs::Rejected>, Fault> {
    site.blobs()?.put(site.new_id(), name, allowed, stream::iter([Ok::<_, Fault>(bytes)])).await
}
