//! 归档卷宗: what stands before the documents of a suggestion in its bound file (suggestions.md §14).

use kit::paper::File;

use super::{Matter, ZH};

/// The head of the file, once the suggestion is with the units.
pub fn file(m: &Matter<'_>) -> Option<File> {
    m.d.suggestion.stage.handling()?;
    let fact = |key: &str, value: String| format!("{}：{value}", ZH.t(key));
    let units: Vec<&str> = m.parts().filter(|(_, part)| part.live()).map(|(_, part)| m.d.body(part.unit)).collect();
    let facts = vec![
        fact("suggestions-field-number", format!("{}{}", m.sitting(), m.number())),
        fact("suggestions-field-title", m.d.suggestion.sheet.title.clone()),
        fact("suggestions-field-lead", m.lead()),
        fact("suggestions-field-unit", units.join("、")),
        fact(
            "suggestions-field-stage",
            ZH.t(&format!("suggestions-stage-{}", m.d.suggestion.stage.word())).into_owned(),
        ),
    ];
    let attached = |name: &str| ZH.tf("papers-attached", [("name", name.to_owned())]).into_owned();
    let bound = m.d.attachments.iter().filter(|file| file.note.is_none());
    let apart = bound.map(|file| (attached(&file.name), Some(file.added.day()))).collect();
    Some(File {
        lines: vec![ZH.t("papers-archive").into_owned(), ZH.t("papers-archive-contents").into_owned()],
        facts,
        apart,
    })
}
