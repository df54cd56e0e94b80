//! A test file nobody names is never run: where tests are one program, `tests/main.rs` names every file beside it.

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
    breaches
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
}
