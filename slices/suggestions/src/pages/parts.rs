//! The text in three parts – situation, analysis, request – for who would rather answer three questions than write a paper
//! (suggestions.md §4). It is kept as one text with three headings; a draft is edited as a whole.

use kit::web::Form;

/// The fields with the headings under which they stand in the text.
const PARTS: [(&str, &str); 3] = [("situation", "基本情况"), ("analysis", "原因分析"), ("request", "具体建议")];
const ORDINALS: [&str; 3] = ["一", "二", "三"];

/// Whether the form asks in parts.
pub fn wanted(form: &Form) -> bool {
    form.value("shape") == "parts"
}

/// The text as typed, in one piece or put together.
pub fn body(form: &Form) -> String {
    let typed = |field: &str| form.value(field).trim().replace("\r\n", "\n");
    if !wanted(form) {
        return typed("body");
    }
    let said = PARTS.map(|(field, heading)| (heading, typed(field)));
    let said = said.iter().filter(|(_, text)| !text.is_empty());
    let part = |(ordinal, (heading, text)): (&str, &(&str, String))| format!("{ordinal}、{heading}\n{text}");
    ORDINALS.into_iter().zip(said).map(part).collect::<Vec<_>>().join("\n\n")
}

/// The field beside which something about the text is said.
pub fn place(form: &Form) -> &'static str {
    if wanted(form) { "situation" } else { "body" }
}
