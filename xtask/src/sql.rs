//! Who reads and writes which table, and that no statement is joined from text.

use std::collections::BTreeMap;

use crate::{
    house::{Breach, File, House},
    tokens::{self, Text},
};

/// Where statements are made from their pieces.
const MAKERS: &str = "kit/src/db/";
/// Lays the generated world into an empty database, all nouns at once and in bulk: the one exception.
const WORLD: &str = "app/src/demo/";
/// What makes one text of several.
const JOINERS: [&str; 6] = ["format!", "format_args!", "concat!", "write!", "writeln!", "push_str"];

/// Each table and the noun whose migration creates it.
type Owners = BTreeMap<String, String>;

/// Lists every breach in the programs, tests left out.
pub fn check(house: &House) -> Vec<Breach> {
    let (owners, mut breaches) = owners(house);
    for file in house.ending(".rs").filter(|file| !file.is_test()) {
        let Some(room) = room(&file.path) else { continue };
        match tokens::find(&file.text) {
            Ok(found) => breaches.extend(found.texts.iter().flat_map(|text| wrongs(file, room, text, &owners))),
            Err(problem) => breaches.push(Breach::new(&file.path, 0, problem)),
        }
    }
    breaches
}

fn owners(house: &House) -> (Owners, Vec<Breach>) {
    let mut owners = Owners::new();
    let mut breaches = Vec::new();
    for (file, noun, program) in migrations(house) {
        for table in after(&program, &["create", "table"]) {
            if let Some(first) = owners.insert(table.clone(), noun.to_owned()).filter(|first| first != noun) {
                let what = format!("`{table}` is also a table of {first}: give this one another name");
                breaches.push(Breach::new(&file.path, 0, what));
            }
        }
    }
    (owners, breaches)
}

/// Each migration in the order of their names, the noun it belongs to, and its words without the comments.
pub fn migrations(house: &House) -> impl Iterator<Item = (&File, &str, Vec<String>)> {
    house.ending(".sql").filter(|file| file.path.starts_with("migrations/")).map(|file| {
        let noun = file.path.split(['/', '_', '.']).nth(2).unwrap_or_default();
        let program: Vec<&str> = file.text.lines().map(|line| line.split("--").next().unwrap_or("")).collect();
        (file, noun, words(&program.join(" ")))
    })
}

/// Whose program it is: kit's, the app's or a noun's.
pub fn room(path: &str) -> Option<&str> {
    match path.split('/').collect::<Vec<_>>().as_slice() {
        ["kit", "src", ..] => Some("kit"),
        ["app", "src", ..] => Some("app"),
        ["slices", _, "views", "src", ..] => Some("views"),
        ["slices", noun, "src", ..] | ["slices", noun, "rules", "src", ..] => Some(noun),
        _ => None,
    }
}

fn wrongs(file: &File, room: &str, text: &Text, owners: &Owners) -> Vec<Breach> {
    let words = words(&text.says);
    let mut breaches = Vec::new();
    let mut tell = |what: String| breaches.push(Breach::new(&file.path, text.line, what));
    if is_statement(&words) {
        if file.path.contains("/rules/") {
            tell("a statement stands in rules: move it to the slice's store or queries".into());
        }
        if text.first && JOINERS.contains(&text.to.as_str()) && !file.path.starts_with(MAKERS) {
            tell(format!("a statement is joined with {}: give `Sql` its pieces and bind the values", text.to));
        }
    }
    if file.path.starts_with(WORLD) {
        return breaches;
    }
    let mut written = written(&words);
    if text.first && text.to == "bulk" {
        written.push(text.says.clone());
    }
    for table in written {
        if let Some(owner) = owners.get(&table).filter(|owner| *owner != room) {
            tell(format!(
                "`{table}` is {owner}'s table: only {owner} writes it; call its desk, or let it follow your fact"
            ));
        }
    }
    for table in read(&words) {
        if let Some(owner) = owners.get(&table).filter(|owner| *owner != room && *owner != "kit") {
            tell(format!("`{table}` is {owner}'s table: read a view {owner} publishes (v_…), or ask {owner} for one"));
        }
    }
    breaches
}

/// Lower case, split at everything that is not part of a name.
pub fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn is_statement(words: &[String]) -> bool {
    let words: Vec<&str> = words.iter().map(String::as_str).take(40).collect();
    match words.as_slice() {
        ["select", rest @ ..] => rest.contains(&"from"),
        ["insert", "into", ..] | ["delete", "from", ..] | ["with", _, "as", "select", ..] => true,
        ["update", rest @ ..] => rest.contains(&"set"),
        _ => false,
    }
}

/// The tables a piece of a statement writes.
fn written(words: &[String]) -> Vec<String> {
    let mut tables = after(words, &["insert", "into"]);
    tables.extend(after(words, &["delete", "from"]));
    let starts = words.first().is_some_and(|word| word == "update");
    for window in words.windows(3) {
        if let [update, table, set] = window
            && update == "update"
            && set == "set"
        {
            tables.push(table.clone());
        }
    }
    if starts && words.len() == 2 {
        tables.extend(words.get(1).cloned());
    }
    tables
}

/// The tables a piece of a statement reads.
fn read(words: &[String]) -> Vec<String> {
    let mut tables = after(words, &["join"]);
    for window in words.windows(3) {
        if let [before, from, table] = window
            && before != "delete"
            && from == "from"
        {
            tables.push(table.clone());
        }
    }
    if words.first().is_some_and(|word| word == "from") {
        tables.extend(words.get(1).cloned());
    }
    tables
}

/// The word behind each place where these words stand.
fn after(words: &[String], these: &[&str]) -> Vec<String> {
    words
        .windows(these.len() + 1)
        .filter(|window| window.iter().zip(these).all(|(word, this)| word == this))
        .filter_map(|window| window.last().cloned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(path: &str, program: &str) -> Vec<String> {
        let files = vec![
            File { path: "migrations/0002_roster.sql".into(), text: "create table person (id uuid);".into() },
            File {
                path: "migrations/0004_suggestions.sql".into(),
                text: "-- create table no\ncreate table reply (".into(),
            },
            File { path: path.into(), text: format!("fn f() {{ {program} }}") },
        ];
        check(&House { root: "/".into(), files }).into_iter().map(|breach| breach.what).collect()
    }

    #[test]
    fn a_noun_writes_its_own_tables() {
        let path = "slices/roster/src/store.rs";
        assert!(told(path, "Sql::new(\"insert into person (id) values ({})\"); tx.bulk(\"person\", C, r);").is_empty());
        assert!(told(path, "Sql::new(\"update person\").add(\" set id = {}\")").is_empty());
    }

    #[test]
    fn a_noun_writes_nobody_elses() {
        let path = "slices/suggestions/src/store.rs";
        for program in [
            "Sql::new(\"insert into person (id) values ({})\")",
            "Sql::new(\"delete from person where id = {}\")",
            "Sql::new(\"update person set id = {}\")",
            "Sql::new(\"update person\").add(\" set id = {}\")",
            "tx.bulk(\"person\", C, r)",
            "Sql::new(\"insert into reply (id) values ({}) on conflict do nothing; delete\\n from person\")",
        ] {
            let told = told(path, program);
            assert!(told.len() == 1 && told[0].contains("only roster writes it"), "{program}: {told:?}");
        }
    }

    #[test]
    fn a_noun_reads_others_by_their_views() {
        let path = "slices/suggestions/src/queries.rs";
        assert_eq!(told(path, "Sql::new(\"select a from reply join person on 1 = 1\")").len(), 1);
        assert!(told(path, "Sql::new(\"select a from reply join v_person on 1 = 1\")").is_empty());
    }

    #[test]
    fn statements_are_not_joined() {
        let path = "slices/roster/src/queries.rs";
        assert_eq!(told(path, "format!(\"select {x} from person\")").len(), 1);
        assert!(told(path, "format!(\"{x} persons\")").is_empty());
        assert_eq!(told("slices/roster/rules/src/a.rs", "const A: &str = \"select a from person\"").len(), 1);
    }
}
