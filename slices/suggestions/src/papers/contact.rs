//! 沟通记录: what unit and deputy said to each other, and the deputy's word on the record (suggestions.md §8).

use kit::paper::{Layout, Offer, Paper, written};
use suggestions_rules::{Assignment, Contact, Word};

use super::{Matter, ZH, item, yes};
use crate::Sight;

pub fn offers(m: &Matter<'_>) -> Vec<Offer> {
    let mut all = Vec::new();
    for (place, part) in m.parts().filter(|(_, part)| reads(m, part)) {
        let talks = m.d.contacts.iter().filter(|contact| contact.assignment == part.id);
        for (nth, contact) in talks.enumerate().filter(|(_, contact)| !matches!(contact.word, Word::Withdrawn { .. })) {
            all.push(Offer {
                stem: format!("contact-{place}-{}", nth + 1),
                kind: "papers-kind-contact",
                about: vec![m.d.body(part.unit).to_owned(), m.d.person(contact.talk.with).to_owned()],
                day: Some(contact.talk.day),
                paper: paper(m, part, contact),
            });
        }
    }
    all
}

/// Another unit of the matter knows that there was a talk, not what was said.
fn reads(m: &Matter<'_>, part: &Assignment) -> bool {
    m.works_on(part) || matches!(m.d.sight, Sight::Lead | Sight::Cosigner)
}

fn paper(m: &Matter<'_>, part: &Assignment, contact: &Contact) -> Paper {
    let t = |key: &str| ZH.t(key).into_owned();
    let talk = &contact.talk;
    let (word, at) = match contact.word {
        Word::Waiting => ("suggestions-contact-waiting", None),
        Word::Confirmed { at } => ("suggestions-contact-confirmed", Some(at)),
        Word::Disputed { at, .. } => ("suggestions-contact-disputed", Some(at)),
        Word::Withdrawn { at } => ("suggestions-contact-withdrawn", Some(at)),
    };
    let why = match contact.word {
        Word::Disputed { reason, .. } => m.d.words(reason).to_owned(),
        _ => String::new(),
    };
    let place = talk.place.as_ref().map(ToString::to_string).unwrap_or_default();
    let boxes = item(m, part)
        .pair(
            (&t("suggestions-contact-day"), written(talk.day)),
            (&t("suggestions-contact-way"), m.book.way_name(&talk.way)),
        )
        .pair((&t("suggestions-contact-with"), m.d.person(talk.with)), (&t("suggestions-contact-place"), place))
        .line(&t("suggestions-contact-by"), talk.by.to_string())
        .tall(&t("suggestions-contact-said"), m.d.words(talk.said), 70)
        .pair(
            (&t("papers-field-draft-shown"), yes(Some(talk.draft_shown))),
            (&t("papers-field-recorded"), contact.recorded.to_string()),
        )
        .pair(
            (&t("papers-field-deputys-word"), t(word)),
            (&t("papers-field-word-on"), at.map(|at| at.to_string()).unwrap_or_default()),
        )
        .tall(&t("papers-field-dispute"), why, 20);
    Paper { blocks: vec![boxes.done()], ..Paper::new(Layout::Form, &t("papers-contact-title")) }
}
