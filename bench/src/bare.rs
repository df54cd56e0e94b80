//! What lies below every work: an answer of axum alone, and one write that is on disk.

use std::{
    io::{BufRead, BufReader, Write},
    net::SocketAddr,
    path::Path,
    process::{Command, Stdio},
};

use anyhow::{Context, ensure};
use axum::{Router, body::Bytes};

use crate::{
    load::{Load, Round, bare},
    meter::Meter,
    visitor::Ask,
};

/// Answers every request with so many bytes until its asker ends it: what axum does without us.
pub async fn answer(bytes: usize) -> anyhow::Result<()> {
    let body = Bytes::from(vec![b'x'; bytes]);
    let app = Router::new().fallback(move || std::future::ready(body.clone()));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    println!("{}", listener.local_addr()?);
    Ok(axum::serve(listener, app).await?)
}

/// Rounds of a bare axum that answers with as many bytes.
pub async fn axum(bytes: u64, visitors: usize, seconds: u32) -> anyhow::Result<Vec<Round>> {
    let mut child =
        Command::new(std::env::current_exe()?).args(["--answer", &bytes.to_string()]).stdout(Stdio::piped()).spawn()?;
    let mut line = String::new();
    BufReader::new(child.stdout.take().context("no output")?).read_line(&mut line)?;
    let address: SocketAddr = line.trim().parse()?;
    let check = |_, answer: &crate::visitor::Answer| {
        ensure!(answer.body.len() as u64 == bytes, "{} bytes instead of {bytes}", answer.body.len());
        Ok(())
    };
    let meter = Meter::of(child.id());
    let load = Load { meter: &meter, address, visitors, seconds, ask: |_| Ask::get("", "/"), check };
    let rounds = load.rounds().await;
    child.kill()?;
    child.wait()?;
    rounds
}

/// Appends 4 KiB and waits until they are on disk, again and again.
pub async fn fdatasync(folder: &Path, seconds: u32) -> anyhow::Result<Vec<Round>> {
    let path = folder.join("fdatasync");
    let file = std::fs::File::create(&path)?;
    let page = [7u8; 4096];
    let mut writer = &file;
    let rounds = bare(&Meter::of(std::process::id()), seconds, |_| {
        let done = writer.write_all(&page).and_then(|()| file.sync_data());
        std::future::ready(done.map_err(Into::into))
    })
    .await;
    std::fs::remove_file(path)?;
    rounds
}
