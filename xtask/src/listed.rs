//! A test that is never run: where tests are one program, `tests/main.rs` names every file beside it; and a crate that says it has none
//! inside, so that it need not be built once more for them, has none.

use crate::house::{Breach, House};

/// Files in a folder `tests` with a `main.rs` that does not name them.
pub fn check(house: &House) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for main in house.ending("/tests/main.rs") {
        let folder = main.path.trim_end_matches("main.rs");
        for file in house.ending(".rs").filter(|file| file.path != main.path) {
            let Some(name) = file.path.strip_prefix(folder).and_then(|rest| rest.strip_suffix(".rs")) else { continue };
            let named =
                main.text.lines().any(|line| line.strip_prefix("mod ").is_some_and(|rest| rest == format!("{name};")));
            if !name.contains('/') && !named {
                breaches.push(Breach::new(
                    &file.path,
                    0,
                    format!("is never run: write `mod {name};` in {}", main.path),
                ));
            }
        }
    }
    for root in
        house.files.iter().filter(|file| file.path.ends_with("/src/lib.rs") || file.path.ends_with("/src/main.rs"))
    {
        let Some((folder, _)) = root.path.rsplit_once("/src/") else { continue };
        let manifest = std::fs::read_to_string(house.root.join(folder).join("Cargo.toml")).unwrap_or_default();
        if manifest.lines().any(|line| line == "test = false") {
            let own = house.ending(".rs").filter(|file| file.path.starts_with(&format!("{folder}/src/")));
            breaches.extend(own.filter(|file| has_tests(&file.text)).map(|file| {
                let what = format!("its tests are never run: take `test = false` out of {folder}/Cargo.toml");
                Breach::new(&file.path, 0, what)
            }));
        }
    }
    breaches
}

fn has_tests(text: &str) -> bool {
    text.lines().any(|line| ["#[test]", "#[cfg(test)]", "proptest! {"].contains(&line.trim()))
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::house::File;

    #[test]
    fn a_test_file_that_is_not_named_is_a_breach() {
        let file = |path: &str, text: &str| File { path: path.into(), text: text.into() };
        let house = House {
            root: PathBuf::new(),
            files: vec![
                file("kit/tests/main.rs", "mod db;\nmod world;\n"),
                file("kit/tests/db.rs", ""),
                file("kit/tests/jobs.rs", ""),
                file("kit/tests/world/mod.rs", ""),
                file("press/tests/pages.rs", ""),
            ],
        };
        let at: Vec<String> = check(&house).into_iter().map(|breach| breach.at).collect();
        assert_eq!(at, ["kit/tests/jobs.rs"]);
    }

    #[test]
    fn tests_inside_a_crate_are_found_by_what_begins_them() {
        assert!(has_tests("mod tests {\n    #[test]\n    fn all_is_well() {}\n}\n"));
        assert!(!has_tests("/// What `#[test]` begins.\nfn plain() {}\n"));
    }

    #[test]
    fn a_crate_that_says_it_has_no_tests_has_none() {
        let house = House::read().unwrap();
        assert!(check(&house).is_empty());
        let mut files = house.files;
        files.push(File { path: "kernel/src/late.rs".into(), text: "#[cfg(test)]\nmod tests {}\n".into() });
        let breaches = check(&House { root: house.root, files });
        assert_eq!(breaches.into_iter().map(|breach| breach.at).collect::<Vec<_>>(), ["kernel/src/late.rs"]);
    }
}
