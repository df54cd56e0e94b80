//! Handing a file out.

use axum::{
    body::Body,
    http::header,
    response::{IntoResponse, Response},
};

use super::{Blob, disposition};
use crate::{Problem, Site};

/// Sends a file to be kept, never to be shown as a page of ours.
///
/// # Errors
/// When its bytes are not there.
pub async fn hand_out(site: &Site, blob: &Blob) -> Result<Response, Problem> {
    let bytes = site.blobs()?.get(blob).await?;
    let headers = [
        (header::CONTENT_TYPE, blob.media.clone()),
        (header::CONTENT_DISPOSITION, disposition(&blob.name)),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    Ok((headers, Body::from_stream(bytes)).into_response())
}
