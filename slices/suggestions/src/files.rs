//! Files as they come in and go out, for pages and JSON alike.

use axum::{
    body::Body,
    http::header,
    response::{IntoResponse, Response},
};
use futures_util::stream;
use kit::{
    Fault, Problem, Site,
    blobs::{Blob, PAPERS, Rejected, disposition},
};

/// Takes the bytes of a file in, durable before any row names them.
pub(crate) async fn take_in(
    site: &Site,
    name: &str,
    bytes: axum::body::Bytes,
) -> Result<Result<Blob, Rejected>, Fault> {
    let piece = stream::iter([Ok::<_, Fault>(bytes)]);
    site.blobs()?.put(site.new_id(), name, &PAPERS, piece).await
}

/// Sends a file to be kept, never to be shown as a page of ours.
pub(crate) async fn hand_out(site: &Site, blob: &Blob) -> Result<Response, Problem> {
    let bytes = site.blobs()?.get(blob).await?;
    let headers = [
        (header::CONTENT_TYPE, blob.media.clone()),
        (header::CONTENT_DISPOSITION, disposition(&blob.name)),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
    ];
    Ok((headers, Body::from_stream(bytes)).into_response())
}
