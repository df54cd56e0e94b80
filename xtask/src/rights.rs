//! Rights that nothing asks: a line of the table that means nothing is read as a promise.

use std::collections::BTreeSet;

use crate::house::{Breach, House};

const TABLE: &str = "slices/accounts/rules/src/rights.rs";

/// Lists every right of the table that no line of the program names outside the table.
pub fn check(house: &House) -> Vec<Breach> {
    let Some(table) = house.files.iter().find(|file| file.path == TABLE) else {
        return vec![Breach::new(TABLE, 0, "the table of rights is not where it was")];
    };
    let named: BTreeSet<&str> = house
        .ending(".rs")
        .filter(|file| file.path.contains("/src/") && file.path != TABLE)
        .flat_map(|file| file.text.split("Right::").skip(1))
        .map(|after| after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default())
        .collect();
    let lines = table.text.lines().enumerate();
    let idle = lines.filter_map(|(at, line)| Some((at, right(line)?))).filter(|(_, right)| !named.contains(right));
    idle.map(|(at, right)| Breach::new(TABLE, at + 1, format!("nothing asks for `{right}`: ask it, or take it out")))
        .collect()
}

/// The right a line of the table is about: `JobsSee "system.jobs.see": Operator;`.
fn right(line: &str) -> Option<&str> {
    let (right, text) = line.trim().split_once(" \"")?;
    let name = right.chars().all(char::is_alphanumeric) && right.chars().next().is_some_and(char::is_uppercase);
    (name && text.contains("\": ") && text.ends_with(';')).then_some(right)
}

#[cfg(test)]
mod tests {
    use super::right;

    #[test]
    fn a_line_of_the_table_names_its_right_and_no_other_line_does() {
        assert_eq!(right("    RosterRead \"roster.read\": Deputy, Clerk;"), Some("RosterRead"));
        for other in
            ["    /// 查阅名册: \"so\": all;", "    // --- roster: the body", "pub const ALL: &str = \"a\": b;"]
        {
            assert_eq!(right(other), None, "{other}");
        }
    }
}
