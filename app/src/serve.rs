//! Serving: the listener, the work behind the pages, and a quiet end.

use std::net::SocketAddr;

use anyhow::Context;
use kit::{Fault, Site};
use tokio::net::TcpListener;

use crate::routes;

/// Serves until the operator ends it; requests under way are finished first.
pub async fn run(site: Site, listener: TcpListener) -> anyhow::Result<()> {
    crate::behind::start(&site)?;
    let app = routes::all(&site).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, app).with_graceful_shutdown(ended()).await.context("the server stopped")
}

/// Takes the address, or says who may hold it.
pub async fn listen(address: &str) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address).await.map_err(|error| Fault::place("kit-mend-listen", address, error).into())
}

/// When the operator ends it.
pub async fn ended() {
    use tokio::signal::unix::{SignalKind, signal};
    let mut term = match signal(SignalKind::terminate()) {
        Ok(term) => term,
        Err(error) => {
            tracing::error!(%error, "SIGTERM cannot be heard");
            return std::future::pending().await;
        }
    };
    tokio::select! {
        _ = term.recv() => {}
        _ = tokio::signal::ctrl_c() => {}
    }
    tracing::info!("ending: requests under way are finished first");
}
