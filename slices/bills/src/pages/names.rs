//! Words for the dictionaries: stages, ends, disposals, organs, in the visitor's language.

use bills_rules::{Disposal, Organ};
use kit::View;

/// The words of a stage, or of its end where it has one, and how its badge looks.
pub fn stage(v: &View, stage: &str, ending: Option<&str>) -> (&'static str, String) {
    let tone = match (stage, ending) {
        (_, Some("adopted")) => "good",
        ("draft" | "withdrawn" | "closed", _) => "quiet",
        ("submitted", _) => "act",
        ("returned", _) => "warn",
        _ => "wait",
    };
    let words =
        ending.map_or_else(|| v.t(&format!("bills-stage-{stage}")), |ending| v.t(&format!("bills-ending-{ending}")));
    (tone, words.into_owned())
}

/// The words of an end.
pub fn ending(v: &View, word: &str) -> String {
    v.t(&format!("bills-ending-{word}")).into_owned()
}

/// The words of a disposal, with the committee to which it goes.
pub fn disposal(v: &View, word: &str, to: Option<&str>) -> String {
    match to {
        Some(to) => v.tf("bills-disposal-refer-to", [("to", to.to_owned())]).into_owned(),
        None => v.t(&format!("bills-disposal-{word}")).into_owned(),
    }
}

/// The same of a disposal itself.
pub fn disposed(v: &View, it: &Disposal) -> String {
    disposal(v, it.word(), it.to().map(kernel::Text::as_str))
}

/// The words of an organ.
pub fn organ(v: &View, organ: Organ) -> String {
    v.t(&format!("bills-organ-{}", organ.word())).into_owned()
}
