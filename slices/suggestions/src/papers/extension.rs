//! 延期申请表, with the answer (suggestions.md §3).

use kit::paper::{Layout, Offer, Paper, written};
use suggestions_rules::{Assignment, Extension, Fact};

use super::{Matter, ZH, item};

pub fn offers(m: &Matter<'_>) -> Vec<Offer> {
    let parts = m.parts().filter(|(_, part)| m.works_on(part));
    let asked =
        parts.flat_map(|(place, part)| part.extensions.iter().enumerate().map(move |(nth, it)| (place, part, nth, it)));
    let offer = |(place, part, nth, asked): (usize, &Assignment, usize, &Extension)| Offer {
        stem: format!("extension-{place}-{}", nth + 1),
        kind: "papers-kind-extension",
        about: vec![m.d.body(part.unit).to_owned()],
        day: Some(asked.asked.day()),
        paper: paper(m, part, asked),
    };
    asked.map(offer).collect()
}

fn paper(m: &Matter<'_>, part: &Assignment, asked: &Extension) -> Paper {
    let t = |key: &str| ZH.t(key).into_owned();
    let answer =
        asked.answer.map(|answer| if answer.granted { "papers-extension-granted" } else { "papers-extension-refused" });
    let words = asked.answer.and_then(|answer| answer.reason).map(|reason| m.d.words(reason).to_owned());
    let of_part = |id| id == part.id;
    let asks = |fact: &Fact| matches!(fact, Fact::ExtensionAsked { assignment, reason, .. } if of_part(*assignment) && *reason == asked.reason);
    let at = asked.answer.map(|answer| answer.at);
    let answerer = m.d.history.iter().find(|happened| Some(happened.at) == at && answers(&happened.fact, part));
    let by = answerer.and_then(|happened| happened.by).map(|by| m.d.account(by).to_owned());
    // The deputies are told by the granting itself.
    let told = asked.answer.filter(|answer| answer.granted).map(|answer| written(answer.at.day()));
    let boxes = item(m, part)
        .pair(
            (&t("suggestions-column-assigned"), written(part.assigned.day())),
            (&t("papers-field-asked-on"), written(asked.asked.day())),
        )
        .line(&t("suggestions-field-until"), written(asked.until))
        .tall(&t("papers-field-extension-reason"), m.d.words(asked.reason), 60)
        .pair((&t("papers-field-applicant"), m.done_by(asks)), (&t("papers-field-unit-seal"), ""))
        .pair(
            (&t("papers-field-answer"), answer.map(t).unwrap_or_default()),
            (&t("papers-field-told-on"), told.unwrap_or_default()),
        )
        .tall(&t("papers-field-answer-words"), words.unwrap_or_default(), 30)
        .pair(
            (&t("papers-field-approver"), by.unwrap_or_default()),
            (&t("papers-field-answered-on"), at.map(|at| written(at.day())).unwrap_or_default()),
        );
    Paper { blocks: vec![boxes.done()], ..Paper::new(Layout::Form, &t("papers-extension-title")) }
}

fn answers(fact: &Fact, part: &Assignment) -> bool {
    match fact {
        Fact::ExtensionGranted { assignment, .. } | Fact::ExtensionRefused { assignment, .. } => *assignment == part.id,
        _ => false,
    }
}
