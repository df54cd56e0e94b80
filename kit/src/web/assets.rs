//! Style sheets, scripts and pictures: in the binary, cached for ever under an address that changes with their bytes.

use std::{collections::HashMap, sync::OnceLock};

use axum::{
    extract::Path,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

#[derive(RustEmbed)]
#[folder = "assets"]
struct Files;

/// The address of an asset with the first digits of its hash.
#[must_use]
pub fn address(name: &str) -> String {
    static MARKS: OnceLock<HashMap<String, String>> = OnceLock::new();
    let marks = MARKS.get_or_init(|| Files::iter().filter_map(|name| mark(&name)).collect());
    match marks.get(name) {
        Some(mark) => format!("/assets/{name}?v={mark}"),
        None => format!("/assets/{name}"),
    }
}

fn mark(name: &str) -> Option<(String, String)> {
    let digest = Sha256::digest(Files::get(name)?.data);
    let mark = super::session::base64(&digest);
    Some((name.to_owned(), mark.chars().take(10).collect()))
}

/// Serves one asset.
pub async fn serve(Path(name): Path<String>) -> Response {
    answer(&name, "public, max-age=31536000, immutable")
}

/// Serves the service worker, which must lie at the root of what it watches over.
pub async fn worker() -> Response {
    answer("worker.js", "no-cache")
}

fn answer(name: &str, keep: &'static str) -> Response {
    let Some(file) = Files::get(name) else { return StatusCode::NOT_FOUND.into_response() };
    let kind = match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    };
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, keep)], file.data).into_response()
}
