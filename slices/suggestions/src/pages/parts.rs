//! The text in three parts – situation, analysis, request – for who would rather answer three questions than write a paper
//! (suggestions.md §4). It is kept as one text with three headings, and asked for in three again when it is written on. A phone's microphone
//! fills each: no format is asked for, and speech without a stop is a text like any other.

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
    if !wanted(form) {
        return heard(form.value("body"));
    }
    together(&PARTS.map(|(field, _)| heard(form.value(field))))
}

/// What was typed or spoken: whatever a phone breaks lines with, a line is a line.
pub fn heard(raw: &str) -> String {
    raw.trim().replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n")
}

fn together(said: &[String; 3]) -> String {
    let said = PARTS.iter().map(|(_, heading)| heading).zip(said).filter(|(_, text)| !text.is_empty());
    let part = |(ordinal, (heading, text)): (&str, (&&str, &String))| format!("{ordinal}、{heading}\n{text}");
    ORDINALS.into_iter().zip(said).map(part).collect::<Vec<_>>().join("\n\n")
}

/// The three answers of a text that was put together of them; nothing where it was written, or has become, another.
pub fn apart(text: &str) -> Option<[String; 3]> {
    let mut said: [String; 3] = Default::default();
    let (mut at, mut headings) = (None, 0);
    for line in text.split('\n') {
        let ordinal = ORDINALS.get(headings).copied().unwrap_or_default();
        let begins = |(_, heading): &(&str, &str)| line.strip_prefix(ordinal) == Some(format!("、{heading}").as_str());
        match PARTS.iter().position(begins).filter(|found| at.is_none_or(|at| *found > at)) {
            Some(found) => (at, headings) = (Some(found), headings + 1),
            None => {
                let answer = said.get_mut(at?)?;
                answer.push_str(line);
                answer.push('\n');
            }
        }
    }
    let said = said.map(|answer| answer.trim().to_owned());
    (together(&said) == text).then_some(said)
}

/// The form of a text that is written on: three answers where it has them, else the whole.
pub fn filled(form: Form, text: &str) -> Form {
    let Some(said) = apart(text) else { return form };
    let form = form.with("shape", "parts");
    PARTS.iter().zip(said).fold(form, |form, ((field, _), answer)| form.with(field, answer))
}

/// The field beside which something about the text is said.
pub fn place(form: &Form) -> &'static str {
    if wanted(form) { "situation" } else { "body" }
}
