//! The table of allowed uses of another noun's rules, read from ARCHITECTURE.md.

use std::collections::BTreeSet;

/// Reads every row `| crate | crate, crate |` of the table whose second head is "may use".
///
/// # Errors
/// When there is no such table.
pub fn uses(markdown: &str) -> Result<BTreeSet<(String, String)>, String> {
    let mut lines = markdown.lines();
    if !lines.by_ref().any(|line| cells(line).get(1).is_some_and(|head| head.eq_ignore_ascii_case("may use"))) {
        return Err(
            "no table with the heads `| crate | may use |`: add it, it lists which crate may use which rules".into()
        );
    }
    let mut uses = BTreeSet::new();
    for row in lines.skip(1).map(cells).take_while(|row| !row.is_empty()) {
        let from = row.first().map(|cell| names(cell)).unwrap_or_default();
        let to = row.get(1).map(|cell| names(cell)).unwrap_or_default();
        for from in &from {
            uses.extend(to.iter().map(|to| (from.clone(), to.clone())));
        }
    }
    Ok(uses)
}

fn cells(line: &str) -> Vec<&str> {
    let Some(line) = line.trim().strip_prefix('|') else { return Vec::new() };
    line.trim_end_matches('|').split('|').map(str::trim).collect()
}

/// The names between the commas, with or without backticks.
fn names(cell: &str) -> Vec<String> {
    cell.split(',').map(|name| name.trim().trim_matches('`').to_owned()).filter(|name| !name.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "# A\n\n| a | b |\n|---|---|\n| `x` | `y` |\n\n| crate | may use | why |\n|---|---|---|\n\
        | `accounts-rules` | `roster-rules` | levels |\n| suggestions | accounts-rules, roster-rules | |\n\ntext\n| `q` | `r` |\n";

    #[test]
    fn only_the_table_of_uses_is_read() {
        let pairs: Vec<_> = uses(PAGE).unwrap().into_iter().map(|(a, b)| format!("{a} {b}")).collect();
        assert_eq!(pairs, ["accounts-rules roster-rules", "suggestions accounts-rules", "suggestions roster-rules"]);
    }

    #[test]
    fn a_page_without_the_table_is_told_so() {
        assert!(uses("# A\n| a | b |\n").unwrap_err().contains("may use"));
    }
}
