//! Files of the documents, as they come in and go out, for pages and JSON alike.

use axum::{
    body::{Body, Bytes},
    http::header,
    response::{IntoResponse, Response},
};
use kit::{
    Fault, Problem, Site,
    blobs::{Allowed, Blob, MOST_FILE, disposition},
    web::Errors,
};

/// What a document of a proposal is sent as.
pub const FILES: Allowed = Allowed { endings: &["pdf", "ofd", "docx", "xlsx", "jpg", "jpeg", "png"], most: MOST_FILE };

/// Takes the bytes of a file in, durable before any row names them.
///
/// # Errors
/// Beside the field, what is wrong with the file.
pub async fn take_in(site: &Site, field: &str, (name, bytes): (&str, Bytes)) -> Result<Blob, Problem> {
    let piece = futures_util::stream::iter([Ok::<_, Fault>(bytes)]);
    let taken = site.blobs()?.put(site.new_id(), name, &FILES, piece).await?;
    taken.map_err(|rejected| Errors::one(field, rejected.wrong()).into())
}

/// Sends a file to be kept, never to be shown as a page of ours.
///
/// # Errors
/// When the bytes cannot be read.
pub(crate) async fn hand_out(site: &Site, blob: &Blob) -> Result<Response, Problem> {
    let bytes = site.blobs()?.get(blob).await?;
    let headers = [
        (header::CONTENT_TYPE, blob.media.clone()),
        (header::CONTENT_DISPOSITION, disposition(&blob.name)),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    Ok((headers, Body::from_stream(bytes)).into_response())
}
