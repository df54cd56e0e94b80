//! The arrow: kernel ← `<noun>-rules` ← `<noun>` ← app, and kernel ← kit ← `<noun>`.

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    process::Command,
};

use serde_json::Value;

use crate::{
    house::{Breach, House},
    table,
};

/// What rules must not reach by any way: stores, servers, runtimes, and text made for people or the wire.
const NOT_FOR_RULES: [&str; 19] = [
    "askama",
    "axum",
    "deadpool-postgres",
    "fluent-bundle",
    "hyper",
    "kit",
    "lettre",
    "object_store",
    "postgres",
    "rand",
    "reqwest",
    "rusqlite",
    "serde_json",
    "sqlx",
    "tantivy",
    "tokio",
    "tokio-postgres",
    "tracing",
    "utoipa",
];

/// All that the kernel may be made of.
const KERNEL: [&str; 3] = ["jiff", "serde", "uuid"];

/// A room, told by its folder.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Room {
    Kernel,
    Kit,
    Rules(String),
    Slice(String),
    /// What a noun keeps apart from itself so that a stranger can read it alone: sealing ballots, and verifying them. Pure, like rules, and
    /// of nothing else in the house; tests may hold one against the other.
    Apart(String),
    /// What every noun asks of a noun's published views in the same words: reading alone.
    Views(String),
    App,
    /// The generated world of the demonstration: pure, like rules.
    World,
    /// The press: what takes longest to build, so that nothing but the app waits for it.
    Press,
    /// The house's own tasks: they use nothing of the house, so that they are built in no time.
    Tasks,
    /// Stories, benches: they look at the house from outside.
    Outside,
}

struct Package {
    id: String,
    name: String,
    manifest: String,
    room: Room,
    /// Name, and whether it is for tests alone.
    uses: Vec<(String, bool)>,
}

/// Lists every breach of the arrow.
///
/// # Errors
/// When a crate stands in no room of the house.
pub fn check(house: &House, metadata: &Value) -> Result<Vec<Breach>, String> {
    let packages = packages(metadata, house)?;
    let rooms: BTreeMap<&str, &Room> = packages.iter().map(|p| (p.name.as_str(), &p.room)).collect();
    let mut breaches = Vec::new();
    let allowed = allowed(house, &mut breaches);
    let mut used = BTreeSet::new();
    for package in &packages {
        for (name, only_tests) in &package.uses {
            let wrong = match rooms.get(name.as_str()) {
                Some(Room::Apart(_)) if *only_tests => None,
                Some(room) if name != &package.name => inside(package, room, name, &allowed, &mut used),
                Some(_) => None,
                None => outside(package, name, *only_tests),
            };
            breaches.extend(wrong.map(|what| Breach::new(&package.manifest, 0, what)));
        }
        if matches!(package.room, Room::Rules(_) | Room::World | Room::Apart(_)) {
            breaches.extend(reached(metadata, package));
        }
    }
    for (from, to) in allowed.difference(&used) {
        println!("note: ARCHITECTURE.md allows `{from}` to use `{to}`, which it does not");
    }
    Ok(breaches)
}

/// What `cargo metadata` tells.
///
/// # Errors
/// When it fails or cannot be read.
pub fn metadata(house: &House) -> Result<Value, String> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let out = Command::new(cargo)
        .args(["metadata", "--format-version", "1"])
        .current_dir(&house.root)
        .output()
        .map_err(|e| format!("cargo metadata: {e}"))?;
    if !out.status.success() {
        return Err(format!("cargo metadata: {}", String::from_utf8_lossy(&out.stderr)));
    }
    serde_json::from_slice(&out.stdout).map_err(|e| format!("cargo metadata: {e}"))
}

fn packages(metadata: &Value, house: &House) -> Result<Vec<Package>, String> {
    let members: BTreeSet<&str> = list(metadata, "workspace_members").filter_map(Value::as_str).collect();
    let ours = list(metadata, "packages").filter(|p| members.contains(text(p, "id")));
    ours.map(|package| {
        let path = std::path::Path::new(text(package, "manifest_path"));
        let manifest = path.strip_prefix(&house.root).unwrap_or(path).to_string_lossy().into_owned();
        let room = room(&manifest);
        let uses = list(package, "dependencies").map(|d| (text(d, "name").to_owned(), text(d, "kind") == "dev"));
        let room =
            room.ok_or_else(|| format!("{manifest}: no room of the house has this folder: see ARCHITECTURE.md"))?;
        Ok(Package {
            id: text(package, "id").to_owned(),
            name: text(package, "name").to_owned(),
            room,
            uses: uses.collect(),
            manifest,
        })
    })
    .collect()
}

fn room(manifest: &str) -> Option<Room> {
    let parts: Vec<&str> = manifest.split('/').collect();
    match parts.as_slice() {
        ["kernel", _] => Some(Room::Kernel),
        ["kit", _] => Some(Room::Kit),
        ["app", _] => Some(Room::App),
        ["app", "demo", _] => Some(Room::World),
        ["press", _] => Some(Room::Press),
        ["xtask", _] => Some(Room::Tasks),
        ["slices", noun, _] => Some(Room::Slice((*noun).to_owned())),
        ["slices", noun, "rules", _] => Some(Room::Rules((*noun).to_owned())),
        ["slices", noun, "views", _] => Some(Room::Views((*noun).to_owned())),
        ["slices", noun, "seal" | "verify", _] => Some(Room::Apart((*noun).to_owned())),
        ["stories" | "bench", ..] => Some(Room::Outside),
        _ => None,
    }
}

fn allowed(house: &House, breaches: &mut Vec<Breach>) -> BTreeSet<(String, String)> {
    let page = house.file("ARCHITECTURE.md").map_or("", |file| &file.text);
    table::uses(page).unwrap_or_else(|what| {
        breaches.push(Breach::new("ARCHITECTURE.md", 0, what));
        BTreeSet::new()
    })
}

/// Whether one room of the house may use another; if not, what to do instead.
fn inside(
    from: &Package,
    to: &Room,
    name: &str,
    allowed: &BTreeSet<(String, String)>,
    used: &mut BTreeSet<(String, String)>,
) -> Option<String> {
    let mine =
        |noun: &String| matches!(&from.room, Room::Slice(own) | Room::Rules(own) | Room::Views(own) if own == noun);
    let fits = match (&from.room, to) {
        (Room::Tasks, _) => false,
        (Room::App | Room::Outside, to) => *to != Room::Tasks,
        (Room::Kit | Room::Rules(_) | Room::Slice(_) | Room::Views(_) | Room::World, Room::Kernel) => true,
        (Room::Slice(_) | Room::Views(_) | Room::Press, Room::Kit) | (Room::World, Room::Rules(_)) => true,
        (Room::Slice(_), Room::Views(_)) => true,
        (Room::Slice(_), Room::Rules(noun) | Room::Apart(noun)) if mine(noun) => true,
        (Room::Views(_), Room::Rules(noun)) if mine(noun) => true,
        (Room::Slice(_) | Room::Rules(_) | Room::Views(_), Room::Rules(_)) => {
            let pair = (from.name.clone(), name.to_owned());
            if !allowed.contains(&pair) {
                return Some(format!(
                    "`{}` uses `{name}`, which the table in ARCHITECTURE.md does not list: do without it, or list it with its reason",
                    from.name
                ));
            }
            used.insert(pair);
            true
        }
        _ => false,
    };
    (!fits).then(|| advice(&from.room, to, &from.name, name))
}

fn advice(from: &Room, to: &Room, name: &str, other: &str) -> String {
    let what = match (from, to) {
        (Room::Slice(_), Room::Slice(_)) => {
            "a slice never reaches another slice: read its views, use its rules where the table lists them, follow its facts"
        }
        (Room::Rules(_), Room::Kit) => "rules do no input or output: hand in what they need as values",
        (Room::Kernel, _) => "the kernel stands at the bottom: move the thing into it, or the use out of it",
        (Room::Kit, _) => "kit knows no noun: move what knows it into the noun's slice, or hand it in",
        (_, Room::Press) => "only the app brings the press: everything else would wait for it to be built",
        (_, Room::App) => "nothing is built upon the app: move what is shared into kit or the noun's slice",
        (Room::Tasks, _) => "the tasks are built before everything else: read files instead",
        _ => "it runs against the arrow of ARCHITECTURE.md",
    };
    format!("`{name}` must not use `{other}`: {what}")
}

/// Whether a room may use a crate from outside; if not, what to do instead.
fn outside(from: &Package, name: &str, only_tests: bool) -> Option<String> {
    let refused = match from.room {
        Room::Kernel => !only_tests && !KERNEL.contains(&name),
        _ => false,
    };
    refused.then(|| {
        let list = KERNEL.join(", ");
        format!("the kernel is made of {list} and nothing else: do without `{name}`, or put what needs it into kit")
    })
}

/// The ways by which a crate of rules reaches what it must not.
fn reached(metadata: &Value, package: &Package) -> Vec<Breach> {
    let names: BTreeMap<&str, &str> = list(metadata, "packages").map(|p| (text(p, "id"), text(p, "name"))).collect();
    let nodes: BTreeMap<&str, &Value> =
        list(metadata.get("resolve").unwrap_or(&Value::Null), "nodes").map(|n| (text(n, "id"), n)).collect();
    let mut seen = BTreeSet::from([package.id.as_str()]);
    let mut waiting = VecDeque::from([(package.id.as_str(), package.name.clone())]);
    let mut breaches = Vec::new();
    while let Some((id, way)) = waiting.pop_front() {
        for next in nodes.get(id).into_iter().flat_map(|node| list(node, "deps")).filter(|d| is_normal(d)) {
            let next = text(next, "pkg");
            let name = names.get(next).copied().unwrap_or_default();
            let way = format!("{way} → {name}");
            // Messages that are public and signed are JSON.
            let messages = name == "serde_json" && matches!(package.room, Room::Apart(_));
            if NOT_FOR_RULES.contains(&name) && !messages {
                let what = format!("rules must not reach `{name}` ({way}): hand in its result as a value");
                breaches.push(Breach::new(&package.manifest, 0, what));
            } else if seen.insert(next) {
                waiting.push_back((next, way));
            }
        }
    }
    breaches
}

fn is_normal(dependency: &Value) -> bool {
    list(dependency, "dep_kinds").any(|kind| kind.get("kind").is_none_or(Value::is_null))
}

/// The list under a key; an empty one where there is none.
pub fn list<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> + use<'a> {
    value.get(key).and_then(Value::as_array).into_iter().flatten()
}

/// The text under a key; an empty one where there is none.
pub fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str, manifest: &str) -> Package {
        let room = room(manifest).unwrap();
        Package { id: name.into(), name: name.into(), manifest: manifest.into(), room, uses: Vec::new() }
    }

    fn verdict(from: (&str, &str), to: (&str, &str)) -> Option<String> {
        let allowed = BTreeSet::from([("suggestions".to_owned(), "roster-rules".to_owned())]);
        inside(&package(from.0, from.1), &room(to.1).unwrap(), to.0, &allowed, &mut BTreeSet::new())
    }

    const KERNEL: (&str, &str) = ("kernel", "kernel/Cargo.toml");
    const KIT: (&str, &str) = ("kit", "kit/Cargo.toml");
    const ROSTER: (&str, &str) = ("roster", "slices/roster/Cargo.toml");
    const ROSTER_RULES: (&str, &str) = ("roster-rules", "slices/roster/rules/Cargo.toml");
    const VIEWS: (&str, &str) = ("roster-views", "slices/roster/views/Cargo.toml");
    const SUGGESTIONS: (&str, &str) = ("suggestions", "slices/suggestions/Cargo.toml");
    const PRESS: (&str, &str) = ("press", "press/Cargo.toml");
    const SEAL: (&str, &str) = ("ballots-seal", "slices/ballots/seal/Cargo.toml");
    const VERIFY: (&str, &str) = ("ballots-verify", "slices/ballots/verify/Cargo.toml");
    const APP: (&str, &str) = ("app", "app/Cargo.toml");

    #[test]
    fn the_arrow_lets_through_what_it_should() {
        for (from, to) in [
            (KIT, KERNEL),
            (ROSTER_RULES, KERNEL),
            (ROSTER, ROSTER_RULES),
            (ROSTER, KIT),
            (SUGGESTIONS, ROSTER_RULES),
            (SUGGESTIONS, VIEWS),
            (VIEWS, KIT),
            (VIEWS, ROSTER_RULES),
            (APP, SUGGESTIONS),
            (APP, PRESS),
            (PRESS, KIT),
            (APP, VERIFY),
            (("ballots", "slices/ballots/Cargo.toml"), SEAL),
        ] {
            assert_eq!(verdict(from, to), None, "{} may use {}", from.0, to.0);
        }
    }

    #[test]
    fn the_arrow_stops_what_runs_against_it() {
        for (from, to) in [
            (KERNEL, KIT),
            (KIT, ROSTER_RULES),
            (ROSTER_RULES, KIT),
            (SUGGESTIONS, ROSTER),
            (ROSTER, SUGGESTIONS),
            (ROSTER, APP),
            (VIEWS, ROSTER),
            (ROSTER_RULES, VIEWS),
            (KIT, VIEWS),
            (VIEWS, ("accounts-rules", "slices/accounts/rules/Cargo.toml")),
            (SUGGESTIONS, PRESS),
            (PRESS, SUGGESTIONS),
            (VERIFY, SEAL),
            (SEAL, KERNEL),
            (SUGGESTIONS, SEAL),
            (("roster-rules", "slices/roster/rules/Cargo.toml"), ("a", "slices/a/rules/Cargo.toml")),
            (("xtask", "xtask/Cargo.toml"), KERNEL),
        ] {
            assert!(verdict(from, to).is_some(), "{} must not use {}", from.0, to.0);
        }
    }

    #[test]
    fn the_kernel_is_made_of_three_crates() {
        let kernel = package(KERNEL.0, KERNEL.1);
        assert!(outside(&kernel, "tokio", false).is_some());
        assert_eq!(outside(&kernel, "proptest", true), None);
        assert_eq!(outside(&kernel, "jiff", false), None);
    }
}
