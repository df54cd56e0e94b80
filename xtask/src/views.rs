//! The views a noun publishes: ARCHITECTURE.md lists them, one line a noun, and others read no view that stands not there.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    house::{Breach, House},
    sql, tokens,
};

/// The page that lists them.
const PAGE: &str = "ARCHITECTURE.md";

/// Each view and the noun whose migration makes it, or whose line lists it.
type Views = BTreeMap<String, String>;

/// Lists what the page and the migrations say differently, and every view that is read across nouns without standing on the page.
pub fn check(house: &House) -> Vec<Breach> {
    let made = made(house);
    let (published, mut breaches) = published(house.file(PAGE).map_or("", |file| &file.text));
    for (view, noun) in &published {
        match made.get(view) {
            Some(maker) if maker == noun => {}
            Some(maker) => breaches.push(Breach::new(PAGE, 0, format!("`{view}` is {maker}'s, not {noun}'s"))),
            None => breaches.push(Breach::new(PAGE, 0, format!("no migration makes `{view}`: strike it"))),
        }
    }
    let mut told = BTreeSet::new();
    for file in house.ending(".rs").filter(|file| !file.is_test()) {
        let Some(room) = sql::room(&file.path) else { continue };
        let Ok(found) = tokens::find(&file.text) else { continue };
        for view in found.texts.iter().flat_map(|text| sql::words(&text.says)) {
            let owner = made.get(&view).filter(|owner| *owner != room && !published.contains_key(&view));
            if let Some(owner) = owner.filter(|_| told.insert(view.clone())) {
                let what = format!("`{view}` is read here and {owner} does not publish it: list it in {PAGE}");
                breaches.push(Breach::new(&file.path, 0, what));
            }
        }
    }
    breaches
}

/// What stands after the last migration.
fn made(house: &House) -> Views {
    let mut made = Views::new();
    for (_, noun, words) in sql::migrations(house) {
        for pair in words.windows(3) {
            match pair {
                [create, view, name] if create == "create" && view == "view" => {
                    made.insert(name.clone(), noun.to_owned());
                }
                [drop, view, name] if drop == "drop" && view == "view" => {
                    made.remove(name);
                }
                _ => {}
            }
        }
    }
    made
}

/// The lines ``- noun: `v_a`, `v_b` ``.
fn published(page: &str) -> (Views, Vec<Breach>) {
    let (mut views, mut breaches, mut nouns) = (Views::new(), Vec::new(), BTreeSet::new());
    for line in page.lines() {
        let Some((noun, rest)) = line.strip_prefix("- ").and_then(|line| line.split_once(": `v_")) else { continue };
        if !nouns.insert(noun) {
            breaches.push(Breach::new(PAGE, 0, format!("{noun} has two lines of views: make them one")));
        }
        let names = sql::words(&format!("v_{rest}"));
        views.extend(names.into_iter().filter(|name| name.starts_with("v_")).map(|name| (name, noun.to_owned())));
    }
    (views, breaches)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::house::File;

    fn told(page: &str, program: &str) -> Vec<String> {
        let file = |path: &str, text: &str| File { path: path.into(), text: text.into() };
        let files = vec![
            file("migrations/0002_roster.sql", "create view v_person as select 1; create view v_old as select 1;"),
            file("migrations/0003_roster.sql", "drop view v_old; -- create view v_never"),
            file(PAGE, page),
            file("slices/bills/src/queries.rs", program),
        ];
        check(&House { root: "/".into(), files }).into_iter().map(|breach| breach.what).collect()
    }

    const READS: &str = "fn f() { Sql::new(\"select a from v_person\") }";

    #[test]
    fn what_is_listed_and_read_is_right() {
        assert!(told("- roster: `v_person`\n", READS).is_empty());
    }

    #[test]
    fn what_is_read_and_not_listed_is_told_once() {
        assert_eq!(told("", &format!("{READS} {READS}")).len(), 1);
    }

    #[test]
    fn what_is_listed_and_not_made_is_told() {
        assert!(told("- roster: `v_person`, `v_old`\n", READS)[0].contains("v_old"));
        assert!(told("- bills: `v_person`\n", READS)[0].contains("roster's"));
        assert!(told("- roster: `v_person`\n- roster: `v_person`\n", READS)[0].contains("two lines"));
    }
}
