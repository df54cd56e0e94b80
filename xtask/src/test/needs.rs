//! What the stages need on the machine, by Debian's package names; missing ones are installed where that is allowed.

use std::{
    path::Path,
    process::{Command, Stdio},
};

use super::{Ground, must, postgres, stages::Stage};

/// Something the machine must have.
struct Need {
    package: &'static str,
    /// The stages that need it.
    stages: &'static [&'static str],
    is_here: fn() -> bool,
}

const NEEDS: [Need; 13] = [
    Need { package: "postgresql", stages: &["tests"], is_here: || postgres::programs().is_ok() },
    Need { package: "chromium", stages: &["tests", "pages"], is_here: || on_path("chromium") },
    Need {
        package: "chromium-headless-shell",
        stages: &["tests", "pages"],
        is_here: || on_path("chromium-headless-shell"),
    },
    Need { package: "chromium-driver", stages: &["tests", "pages"], is_here: || on_path("chromedriver") },
    Need {
        package: "fonts-noto-cjk",
        stages: &["tests"],
        is_here: || Path::new("/usr/share/fonts/opentype/noto").is_dir(),
    },
    Need { package: "libreoffice-calc-nogui", stages: &["tests"], is_here: || on_path("soffice") },
    Need {
        package: "libreoffice-writer-nogui",
        stages: &["tests"],
        is_here: || Path::new("/usr/lib/libreoffice/program/libswlo.so").is_file(),
    },
    Need { package: "poppler-utils", stages: &["tests"], is_here: || on_path("pdftotext") },
    // Fandol: the one free FangSong and Kai of mainland forms.
    Need {
        package: "texlive-lang-chinese",
        stages: &["tests"],
        is_here: || Path::new("/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol").is_dir(),
    },
    // Holds our secret ballots to a program that is not ours, and ours to it.
    Need { package: "belenios-tool", stages: &["tests"], is_here: || on_path("belenios-tool") },
    Need { package: "nodejs", stages: &["tests", "pages"], is_here: || on_path("node") },
    Need { package: "npm", stages: &["pages"], is_here: || on_path("npm") },
    Need { package: "python3-venv", stages: &["api", "tests"], is_here: has_python },
];

fn has_python() -> bool {
    quietly(Command::new("python3").args(["-c", "import ensurepip, venv"]))
}

/// Sees to it that everything the stages need is on the machine.
///
/// # Errors
/// When something is missing and may not be installed here; says what to do.
pub fn meet(stages: &[&Stage]) -> Result<(), String> {
    let missing = missing(stages);
    if missing.is_empty() {
        return Ok(());
    }
    let packages = missing.join(" ");
    let told = format!(
        "These are missing for the tests: {packages}\n\
         On Debian or Ubuntu:  sudo apt-get install --no-install-recommends {packages}\n\
         Elsewhere install what your system calls them; PostgreSQL must be 15 or later.\n\
         Or leave out the stages that need them, for instance: cargo xtask test --skip tests"
    );
    let Some(apt) = apt() else { return Err(told) };
    println!("installing {packages}");
    let updated = must(apt().arg("update").stdout(Stdio::null()));
    let install = ["install", "--yes", "--no-install-recommends"];
    let installed = updated.and_then(|()| must(apt().args(install).args(&missing).stdout(Stdio::null())));
    match installed {
        Ok(()) if self::missing(stages).is_empty() => Ok(()),
        Ok(()) => Err(format!("installed, and yet not found: {}\n{told}", self::missing(stages).join(" "))),
        Err(problem) => Err(format!("{problem}\n{told}")),
    }
}

fn missing(stages: &[&Stage]) -> Vec<&'static str> {
    let needed = |need: &&Need| stages.iter().any(|stage| need.stages.contains(&stage.name));
    NEEDS.iter().filter(needed).filter(|need| !(need.is_here)()).map(|need| need.package).collect()
}

/// How apt-get is called here, if one may call it without being asked for a password.
fn apt() -> Option<impl Fn() -> Command> {
    if !on_path("apt-get") {
        return None;
    }
    let sudo = if is_root() { None } else { Some("sudo") };
    if sudo.is_some() && !quietly(Command::new("sudo").args(["-n", "true"])) {
        return None;
    }
    Some(move || {
        let mut command = Command::new(sudo.unwrap_or("env"));
        command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=300"]);
        command
    })
}

/// Whether this runs as root.
pub fn is_root() -> bool {
    let out = Command::new("id").arg("-u").output();
    out.is_ok_and(|out| out.stdout.trim_ascii() == b"0")
}

/// Whether a program of this name can be called.
pub fn on_path(program: &str) -> bool {
    std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(program).is_file()))
}

fn quietly(command: &mut Command) -> bool {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|s| s.success())
}

/// Installs a cargo tool where there is none.
///
/// # Errors
/// When it cannot be built.
pub fn tool(ground: &Ground, name: &str) -> Result<(), String> {
    if on_path(name) {
        return Ok(());
    }
    println!("building {name}, once");
    must(ground.cargo().args(["install", "--locked", "--quiet", name]))
}
