//! 征求意见记录: which deputy was asked about the draft of a reply and what was said; never the draft itself (suggestions.md §8).

use kit::paper::{Layout, Offer, Paper};
use suggestions_rules::{Assignment, ShownEnd};

use super::{Matter, ZH, item};
use crate::queries::Shown;

pub fn offers(m: &Matter<'_>) -> Vec<Offer> {
    let mut all = Vec::new();
    for (place, part) in m.parts() {
        let shown = m.d.shown.iter().filter(|one| one.draft.assignment == part.id);
        for (nth, one) in shown.enumerate().filter(|(_, one)| !matches!(one.draft.end, ShownEnd::TakenBack { .. })) {
            all.push(Offer {
                stem: format!("asked-{place}-{}", nth + 1),
                kind: "papers-kind-asked",
                about: vec![m.d.body(part.unit).to_owned(), m.d.person(one.draft.to).to_owned()],
                day: Some(one.draft.at.day()),
                paper: paper(m, part, one),
            });
        }
    }
    all
}

fn paper(m: &Matter<'_>, part: &Assignment, one: &Shown) -> Paper {
    let t = |key: &str| ZH.t(key).into_owned();
    let (word, at, words) = match one.draft.end {
        ShownEnd::Answered { at, words: None, .. } => ("suggestions-shown-content", Some(at), None),
        ShownEnd::Answered { at, words, .. } => ("suggestions-shown-answered", Some(at), words),
        ShownEnd::Waiting if one.waits => ("suggestions-shown-waiting", None, None),
        ShownEnd::Waiting | ShownEnd::TakenBack { .. } => ("papers-asked-unanswered", None, None),
    };
    let round = ZH.tf("suggestions-reply-round", [("round", one.draft.round.to_string())]).replace(' ', "");
    let boxes = item(m, part)
        .pair((&t("papers-field-draft-to"), m.d.person(one.draft.to)), (&t("papers-field-draft-round"), round))
        .pair((&t("papers-field-draft-asked"), one.draft.at.to_string()), (&t("papers-field-draft-word"), t(word)))
        .line(&t("papers-field-draft-answered"), at.map(|at| at.to_string()).unwrap_or_default())
        .tall(&t("suggestions-shown-words"), words.map(|id| m.d.words(id).to_owned()).unwrap_or_default(), 70);
    Paper { blocks: vec![boxes.done()], ..Paper::new(Layout::Form, &t("papers-asked-title")) }
}
