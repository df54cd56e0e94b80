//! The addresses of pages, from the table of the rights walk, which knows every route.

use std::path::Path;

/// Every route that answers GET.
pub fn pages() -> Vec<String> {
    let table = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rights/table.txt");
    let text = std::fs::read_to_string(table).expect("the table of rights");
    let routes = text.lines().filter_map(|line| line.strip_prefix("GET ")).filter_map(|line| line.split(' ').next());
    let mut pages: Vec<String> = routes.map(str::to_owned).collect();
    pages.dedup();
    pages
}

/// The route that answers at an address; words win over placeholders.
pub fn of<'a>(routes: &'a [String], path: &str) -> Option<&'a str> {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let fits = |route: &&String| {
        let (mut left, mut right) = (route.split('/'), path.split('/'));
        loop {
            match (left.next(), right.next()) {
                (None, None) => return true,
                (Some(a), Some(b)) if a == b || a.starts_with('{') && !b.is_empty() => {}
                _ => return false,
            }
        }
    };
    let words = |route: &&String| route.split('/').filter(|part| !part.starts_with('{')).count();
    routes.iter().filter(fits).max_by_key(words).map(String::as_str)
}
