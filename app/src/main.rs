//! Lianluo: the binary. What is here only puts the rooms together.

mod behind;
mod cli;
mod demo;
mod document;
mod faces;
mod home;
#[cfg(test)]
mod notices_tests;
#[cfg(test)]
#[path = "../tests/rights/mod.rs"]
mod rights;
mod routes;
mod serve;
mod settings;

use std::process::ExitCode;

use clap::Parser;

/// Memory given back by one thread and asked for by another is found sooner than with the machine's own, and kept less long.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    kit::outbox::install_tls();
    cli::run(cli::Cli::parse()).await
}
