//! Words for the dictionaries: stages, ends, disposals, organs, in the visitor's language.

use bills_rules::{Bill, Disposal, FileKind, Organ};
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

/// What a file of that bill can be, for a form: only what the office keeps was signed by hand.
pub fn kinds(v: &View, bill: &Bill) -> Vec<(&'static str, String)> {
    let can = |kind: &FileKind| *kind != FileKind::Scan || bill.kept_by_the_office();
    let said = |kind: FileKind| (kind.word(), v.t(&format!("bills-file-{}", kind.word())).into_owned());
    FileKind::ALL.into_iter().filter(can).map(said).collect()
}

/// What is most likely added to it.
pub const fn usual_kind(bill: &Bill) -> FileKind {
    if bill.kept_by_the_office() { FileKind::Scan } else { FileKind::Draft }
}

/// The words of an organ.
pub fn organ(v: &View, organ: Organ) -> String {
    v.t(&format!("bills-organ-{}", organ.word())).into_owned()
}
