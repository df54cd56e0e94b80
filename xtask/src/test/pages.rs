//! Every page, looked over by tools of the web: axe-core and html-validate, at the versions of `stories/pages`.

use std::{fs, path::PathBuf};

use super::{Ground, must, told};

/// Installs the tools and runs the test that opens every page.
///
/// # Errors
/// When a tool cannot be installed, or a page is not right.
pub fn check(ground: &Ground) -> Result<(), String> {
    let folder = install(ground)?;
    let mut cargo = ground.cargo();
    // The program as the tests build it: no other choice of features, so nothing is built twice.
    cargo.args(["test", "--workspace", "--locked", "--test", "stories", "--", "--ignored", "every_page"]);
    told::tests(cargo.env("LIANLUO_TEST_PAGES", folder))
}

/// The folder of the tools under `target/tools`, filled once for each lock file.
fn install(ground: &Ground) -> Result<PathBuf, String> {
    let from = ground.root.join("stories/pages");
    let folder = ground.root.join("target/tools/pages");
    let names = ["package.json", "package-lock.json"];
    let same = |name: &str| fs::read(from.join(name)).ok() == fs::read(folder.join(name)).ok();
    if folder.join("node_modules").is_dir() && names.into_iter().all(same) {
        return Ok(folder);
    }
    let _old = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut npm = ground.command("npm");
    for name in names {
        fs::copy(from.join(name), folder.join(name)).map_err(|e| format!("{name}: {e}"))?;
    }
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]).current_dir(&folder);
    must(&mut npm).inspect_err(|_| drop(fs::remove_dir_all(&folder)))?;
    Ok(folder)
}
