//! Ceilings of files and functions, and how the house measures.

use std::fmt::Write as _;

use syn::visit::Visit;

use crate::house::{Breach, File, House};

const FILE: usize = 400;
const FUNCTION: usize = 80;
const KERNEL: usize = 800;

/// What is measured of one kind of room.
#[derive(Default)]
struct Measure {
    files: Vec<usize>,
    functions: Vec<usize>,
}

/// Lists what is above its ceiling, and says how the house measures.
pub fn check(house: &House) -> (Vec<Breach>, String) {
    let mut breaches = Vec::new();
    let (mut rules, mut rest, mut tests) = (Measure::default(), Measure::default(), Measure::default());
    let mut kernel = 0;
    for file in house.ending(".rs").filter(|file| !file.is_generated()) {
        let lines = file.lines();
        if lines > FILE {
            let what =
                format!("{lines} lines, {FILE} is the ceiling: give what has a name of its own a file of its own");
            breaches.push(Breach::new(&file.path, 0, what));
        }
        if file.path.starts_with("kernel/src/") {
            kernel += lines;
        }
        let measure = if file.is_test() {
            &mut tests
        } else if file.path.contains("/rules/") || file.path.starts_with("kernel/") {
            &mut rules
        } else {
            &mut rest
        };
        measure.files.push(lines);
        functions(file, &mut measure.functions, &mut breaches);
    }
    if kernel > KERNEL {
        let what =
            format!("{kernel} lines in all, {KERNEL} is the ceiling: what fewer than all nouns need belongs to a noun");
        breaches.push(Breach::new("kernel/src", 0, what));
    }
    (breaches, report(&[("kernel and rules", rules), ("the rest", rest), ("tests", tests)], kernel))
}

fn functions(file: &File, lengths: &mut Vec<usize>, breaches: &mut Vec<Breach>) {
    let program = match syn::parse_file(&file.text) {
        Ok(program) => program,
        Err(problem) => {
            breaches.push(Breach::new(&file.path, problem.span().start().line, format!("cannot be read: {problem}")));
            return;
        }
    };
    let mut seen = Seen::default();
    seen.visit_file(&program);
    for (name, line, lines) in seen.0 {
        lengths.push(lines);
        if lines > FUNCTION {
            let what = format!("`{name}` has {lines} lines, {FUNCTION} is the ceiling: name its steps");
            breaches.push(Breach::new(&file.path, line, what));
        }
    }
}

/// Functions with name, line and length.
#[derive(Default)]
struct Seen(Vec<(String, usize, usize)>);

impl Seen {
    fn see(&mut self, sig: &syn::Signature, block: &syn::Block) {
        let from = sig.fn_token.span.start().line;
        let to = block.brace_token.span.close().end().line;
        self.0.push((sig.ident.to_string(), from, to.saturating_sub(from) + 1));
    }
}

impl<'a> Visit<'a> for Seen {
    fn visit_item_fn(&mut self, item: &'a syn::ItemFn) {
        self.see(&item.sig, &item.block);
        syn::visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'a syn::ImplItemFn) {
        self.see(&item.sig, &item.block);
        syn::visit::visit_impl_item_fn(self, item);
    }

    fn visit_trait_item_fn(&mut self, item: &'a syn::TraitItemFn) {
        if let Some(block) = &item.default {
            self.see(&item.sig, block);
        }
        syn::visit::visit_trait_item_fn(self, item);
    }
}

fn report(rooms: &[(&str, Measure)], kernel: usize) -> String {
    let mut text = format!(
        "{:<18} {:>6} {:>7}   lines per file: median, 95th, longest   lines per function: median, 95th, longest",
        "", "files", "lines"
    );
    for (name, measure) in rooms {
        let lines: usize = measure.files.iter().sum();
        let (files, functions) = (spread(&measure.files), spread(&measure.functions));
        let _ = write!(text, "\n{name:<18} {:>6} {lines:>7}   {:<39}  {functions}", measure.files.len(), files);
    }
    let _ = write!(text, "\nthe kernel has {kernel} of {KERNEL} lines");
    text
}

fn spread(lengths: &[usize]) -> String {
    let mut sorted = lengths.to_vec();
    sorted.sort_unstable();
    let at = |hundredths: usize| {
        let place = (sorted.len() * hundredths).div_ceil(100).max(1) - 1;
        sorted.get(place).copied().unwrap_or_default()
    };
    format!("{} / {} / {}", at(50), at(95), at(100))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn breaches(path: &str, text: String) -> Vec<String> {
        let files = vec![File { path: path.into(), text }];
        check(&House { root: "/".into(), files }).0.into_iter().map(|breach| breach.what).collect()
    }

    #[test]
    fn a_file_may_have_400_lines() {
        assert!(breaches("a/src/lib.rs", "//\n".repeat(400)).is_empty());
        assert_eq!(breaches("a/src/lib.rs", "//\n".repeat(401)).len(), 1);
        assert!(breaches("a/src/lib.rs", format!("// @generated\n{}", "//\n".repeat(500))).is_empty());
    }

    #[test]
    fn a_function_may_have_80_lines() {
        let function = |lines: usize| format!("impl A {{\nfn a() {{\n{}}}\n}}\n", "g();\n".repeat(lines - 2));
        assert!(breaches("a/src/lib.rs", function(80)).is_empty());
        assert_eq!(breaches("a/src/lib.rs", function(81)).len(), 1);
    }

    #[test]
    fn the_kernel_may_have_800_lines() {
        let file = |name: &str, lines| File { path: format!("kernel/src/{name}.rs"), text: "//\n".repeat(lines) };
        let house = |last| House { root: "/".into(), files: vec![file("a", 400), file("b", 399), file("c", last)] };
        assert!(check(&house(1)).0.is_empty());
        assert_eq!(check(&house(2)).0.len(), 1);
    }

    #[test]
    fn the_spread_is_median_95th_and_longest() {
        assert_eq!(spread(&(1..=100).collect::<Vec<_>>()), "50 / 95 / 100");
        assert_eq!(spread(&[]), "0 / 0 / 0");
    }
}
