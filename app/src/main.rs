//! Lianluo: the binary. What is here only puts the rooms together.

mod behind;
#[cfg(test)]
mod bills_tests;
mod cli;
mod demo;
mod document;
#[cfg(test)]
mod elections_tests;
#[cfg(test)]
mod expired_tests;
mod faces;
#[cfg(test)]
#[path = "../tests/found/mod.rs"]
mod found;
mod home;
#[cfg(test)]
mod notices_tests;
#[cfg(test)]
mod opened_tests;
#[cfg(test)]
mod papers_tests;
#[cfg(test)]
#[path = "../tests/rights/mod.rs"]
mod rights;
mod routes;
mod serve;
mod settings;
#[cfg(test)]
mod twice_tests;
#[cfg(test)]
#[path = "../tests/walk/mod.rs"]
mod walk;

use std::{num::NonZeroUsize, process::ExitCode};

/// Memory given back by one thread and asked for by another is found sooner than with the machine's own, and kept less long.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    kit::outbox::install_tls();
    let workers = std::thread::available_parallelism().map_or(1, NonZeroUsize::get).max(kit::db::WORKERS);
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(workers).enable_all().build();
    match runtime {
        Ok(runtime) => match cli::asked(std::env::args_os()) {
            Ok(asked) => runtime.block_on(cli::run(asked)),
            Err(code) => ExitCode::from(code),
        },
        Err(error) => {
            eprintln!("lianluo: the machine gives no threads: {error}");
            ExitCode::FAILURE
        }
    }
}
