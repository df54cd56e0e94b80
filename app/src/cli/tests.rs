//! What the help and the papers say can be typed.

use std::path::Path;

use axum::body::Body;
use clap::{Command, CommandFactory, Parser};
use kit::{
    Site, backup,
    blobs::{self, PAPERS},
    testing::on_sqlite,
    words::Lang,
};

use super::{Cli, tongue};

/// The words of a command line as a shell parts them, without comment and redirection.
fn words(line: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '\'' => quoted = !quoted,
            ' ' if !quoted => all.push(String::new()),
            '#' if !quoted && all.last().is_some_and(String::is_empty) => break,
            other => all.last_mut().unwrap().push(other),
        }
    }
    let redirected = all.iter().position(|word| word.starts_with(['<', '>'])).unwrap_or(all.len());
    all.truncate(redirected);
    all.retain(|word| !word.is_empty());
    all
}

/// Every line of a text that calls the program, from its name on.
fn calls(text: &str) -> Vec<Vec<String>> {
    let sudo = ["sudo -u lianluo ", "--preserve-env=LIANLUO_CONFIG "];
    let plain = |line| sudo.iter().fold(line, |line: &str, start| line.strip_prefix(start).unwrap_or(line));
    let lines = text.lines().map(|line| plain(line.trim_start()));
    let ours = |line: &&str| line.starts_with("lianluo ") || line.starts_with("target/release/lianluo ");
    lines.filter(ours).map(words).collect()
}

fn taken(call: &[String], place: &str) {
    if let Err(error) = Cli::try_parse_from(call) {
        panic!("{place}: `{}` is not taken: {error}", call.join(" "));
    }
}

fn leaves(command: &Command, path: &str, all: &mut Vec<(String, String)>) {
    let path = format!("{path}{} ", command.get_name());
    let subs: Vec<_> = command.get_subcommands().filter(|sub| sub.get_name() != "help").collect();
    if subs.is_empty() || command.is_subcommand_negates_reqs_set() {
        all.push((path.clone(), command.get_after_help().map(ToString::to_string).unwrap_or_default()));
    }
    subs.into_iter().for_each(|sub| leaves(sub, &path, all));
}

#[test]
fn every_command_shows_an_example_of_itself_that_it_takes() {
    let mut all = Vec::new();
    leaves(&Cli::command(), "", &mut all);
    assert!(all.len() > 25, "{all:?}");
    for (path, help) in all {
        let examples = calls(&help);
        assert!(examples.iter().any(|call| format!("{} ", call.join(" ")).starts_with(&path)), "{path}: {help}");
        examples.iter().for_each(|call| taken(call, &path));
    }
}

#[test]
fn every_command_the_papers_name_is_one() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut found = 0;
    for paper in
        ["README.md", "README.zh-CN.md", "CONTRIBUTING.md", "SECURITY.md", "docs/service.md", "docs/settings.md"]
    {
        let text = std::fs::read_to_string(root.join(paper)).unwrap();
        for call in calls(&text) {
            taken(&call, paper);
            found += 1;
        }
    }
    assert!(found > 10, "{found}");
}

/// A backup with one attachment, whose bytes are then changed.
async fn spoiled(site: &Site, folder: &Path) {
    let piece = Body::from("照片说明").into_data_stream();
    let blob = site.blobs().unwrap().put(site.new_id(), "说明.txt", &PAPERS, piece).await.unwrap().unwrap();
    let mut tx = site.db().begin().await.unwrap();
    blobs::record(&mut tx, &blob, site.now()).await.unwrap();
    tx.commit().await.unwrap();
    backup::take(site.db(), folder, site.now(), |_, _| {}).await.unwrap();
    let files = folder.join(backup::ATTACHMENTS);
    site.blobs().unwrap().copy_out(&files, |_| {}).await.unwrap();
    let file = files.join(blob.sha256.split_at(2).0).join(format!("{}-{}", blob.sha256, blob.id));
    std::fs::write(file, "另一些字节").unwrap();
}

#[test]
fn a_restore_refuses_a_damaged_attachment_and_leaves_nothing_unless_it_is_told_to_go_on() {
    on_sqlite(async |site| {
        let place = tempfile::tempdir().unwrap();
        let (folder, data) = (place.path().join("backup"), place.path().join("data"));
        spoiled(&site, &folder).await;
        let restore = async |more: &[&str]| {
            let line = ["lianluo", "restore", "--data", data.to_str().unwrap(), folder.to_str().unwrap()];
            let super::Command::Restore(it) = Cli::parse_from(line.iter().chain(more)).command else { panic!() };
            it.run().await
        };
        let Err(refused) = restore(&[]).await else { panic!("it was taken in") };
        let (sentence, code) = tongue::told(&refused, Lang::Chinese);
        assert!(code == 2 && sentence.contains("1 个附件"), "{code} {sentence}");
        assert!(!data.exists(), "nothing is left behind");
        assert!(restore(&["--without-damaged"]).await.is_ok());
        assert!(data.join("lianluo.sqlite").exists());
    });
}
