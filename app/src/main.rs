//! Lianluo: the binary. What is here only puts the rooms together.

mod cli;
mod faces;
mod home;
mod routes;
mod serve;
mod settings;

use std::process::ExitCode;

use clap::Parser;

#[tokio::main]
async fn main() -> ExitCode {
    // The ring provider serves every TLS connection; a second installation could only be our own mistake.
    if rustls::crypto::ring::default_provider().install_default().is_err() {
        eprintln!("lianluo: TLS was set up twice");
        return ExitCode::from(70);
    }
    cli::run(cli::Cli::parse()).await
}
