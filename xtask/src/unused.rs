//! Crates that are asked for and not used: each is built by everybody, every time.

use std::{
    collections::BTreeSet,
    path::{Component, Path, PathBuf},
};

use serde_json::Value;

use crate::{
    arrow::{list, text},
    house::{Breach, House},
};

/// Lists every crate of ours that asks for another and nowhere names it.
///
/// What is asked for its features alone is declared as such: `[package.metadata.cargo-machete] ignored = ["name"]`.
pub fn check(house: &House, metadata: &Value) -> Vec<Breach> {
    let members: BTreeSet<&str> = list(metadata, "workspace_members").filter_map(Value::as_str).collect();
    let ours: Vec<&Value> = list(metadata, "packages").filter(|p| members.contains(text(p, "id"))).collect();
    let homes: BTreeSet<PathBuf> = ours.iter().map(|package| home(package)).collect();
    ours.iter().flat_map(|package| unused(house, package, &homes)).collect()
}

fn home(package: &Value) -> PathBuf {
    Path::new(text(package, "manifest_path")).parent().unwrap_or(Path::new("")).to_owned()
}

fn unused(house: &House, package: &Value, homes: &BTreeSet<PathBuf>) -> Vec<Breach> {
    let words = words(house, package, homes);
    let ignored: BTreeSet<&str> = package
        .pointer("/metadata/cargo-machete/ignored")
        .and_then(Value::as_array)
        .map(|names| names.iter().filter_map(Value::as_str).collect())
        .unwrap_or_default();
    let names = list(package, "dependencies").map(|d| match text(d, "rename") {
        "" => text(d, "name"),
        renamed => renamed,
    });
    let names: BTreeSet<&str> =
        names.filter(|name| *name != text(package, "name") && !ignored.contains(name)).collect();
    let manifest = Path::new(text(package, "manifest_path"));
    let manifest = manifest.strip_prefix(&house.root).unwrap_or(manifest).to_string_lossy().into_owned();
    let idle = names.iter().filter(|name| !words.contains(name.replace('-', "_").as_str()));
    idle.map(|name| Breach::new(&manifest, 0, format!("asks for `{name}` and never names it: take it out"))).collect()
}

/// Every word of the crate's programs: those in its own folder, not in another crate's, and where its targets stand.
fn words<'a>(house: &'a House, package: &Value, homes: &BTreeSet<PathBuf>) -> BTreeSet<&'a str> {
    let home = home(package);
    let mut folders = vec![home.clone()];
    folders.extend(list(package, "targets").filter_map(|t| straight(text(t, "src_path")).parent().map(Path::to_owned)));
    let files = house.ending(".rs").filter(|file| {
        let path = house.root.join(&file.path);
        let nearest = path.ancestors().find(|folder| homes.contains(*folder));
        nearest.is_none_or(|nearest| nearest == home) && folders.iter().any(|folder| path.starts_with(folder))
    });
    files.flat_map(|file| file.text.split(|c: char| !c.is_alphanumeric() && c != '_')).collect()
}

/// A path without `..`.
fn straight(path: &str) -> PathBuf {
    let mut straight = PathBuf::new();
    for part in Path::new(path).components() {
        if part == Component::ParentDir {
            straight.pop();
        } else {
            straight.push(part);
        }
    }
    straight
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::house::File;

    fn told(program: &str, ignored: &[&str]) -> Vec<String> {
        let file = |path: &str, text: &str| File { path: path.into(), text: text.into() };
        let files =
            vec![file("a/src/lib.rs", program), file("a/rules/src/lib.rs", "use tower_http;"), file("b/c.rs", "serde")];
        let package = |id: &str, manifest: &str, uses: Value, target: &str| {
            json!({ "id": id, "name": id, "manifest_path": manifest, "dependencies": uses,
                "targets": [{ "src_path": target }], "metadata": { "cargo-machete": { "ignored": ignored } } })
        };
        let uses = json!([{ "name": "tower-http", "rename": null }, { "name": "serde", "rename": null }]);
        let metadata = json!({ "workspace_members": ["a", "r"], "packages": [
            package("a", "/h/a/Cargo.toml", uses, "/h/a/../b/c.rs"),
            package("r", "/h/a/rules/Cargo.toml", json!([]), "/h/a/rules/src/lib.rs"),
        ] });
        check(&House { root: "/h".into(), files }, &metadata).iter().map(Breach::to_string).collect()
    }

    #[test]
    fn a_crate_that_is_named_is_used() {
        assert_eq!(told("use tower_http::x;", &[]), [""; 0]);
    }

    #[test]
    fn a_crate_that_only_another_of_ours_names_is_unused() {
        assert_eq!(told("", &[]), ["a/Cargo.toml: asks for `tower-http` and never names it: take it out"]);
    }

    #[test]
    fn a_crate_asked_for_its_features_can_be_declared() {
        assert_eq!(told("", &["tower-http"]), [""; 0]);
    }
}
