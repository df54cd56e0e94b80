//! The demonstration town as it begins: filled once, copied for every house that begins with it.

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::OnceLock,
};

/// Lays the town where a house is that wants nothing else, and answers the settings of any house: whoever looks with two browsers at once
/// gives each an address of its own.
pub fn laid(folder: &Path, more: &[&str]) -> PathBuf {
    let settings = folder.join("settings.toml");
    std::fs::write(&settings, "trusted_proxies = [\"127.0.0.1\"]\n").expect("the settings are written");
    if more.is_empty() && !folder.join("data").exists() {
        let copied = Command::new("cp").arg("-r").arg(town().join("data")).arg(folder).status();
        assert!(copied.is_ok_and(|end| end.success()), "the town is copied");
    }
    settings
}

fn town() -> &'static Path {
    static TOWN: OnceLock<PathBuf> = OnceLock::new();
    TOWN.get_or_init(|| {
        let all = Path::new(env!("CARGO_TARGET_TMPDIR"));
        forget(all);
        let own = all.join(format!("{NAME}{}", std::process::id()));
        let mut program = Command::new(env!("CARGO_BIN_EXE_lianluo"));
        program.args(["demo", "--size", "town", "--seed", "7", "--fill-only", "--data"]).arg(own.join("data"));
        let filled = program.env_remove("LIANLUO_CONFIG").stdout(Stdio::null()).status();
        assert!(filled.is_ok_and(|end| end.success()), "the town is filled");
        own
    })
}

const NAME: &str = "town-";

/// Towns of runs that are over.
fn forget(all: &Path) {
    let runs = |name: &str| Path::new("/proc").join(name.trim_start_matches(NAME)).exists();
    for entry in std::fs::read_dir(all).into_iter().flatten().flatten() {
        if entry.file_name().to_str().is_some_and(|name| name.starts_with(NAME) && !runs(name)) {
            let _gone = std::fs::remove_dir_all(entry.path());
        }
    }
}
