//! 签收单: that the unit has the matter, since when, and by when it must do what.

use kit::paper::{Layout, Offer, Paper, written};
use suggestions_rules::{Assignment, Fact};

use super::{Matter, ZH, item};

pub fn offers(m: &Matter<'_>) -> Vec<Offer> {
    let parts = m.parts().filter(|(_, part)| m.works_on(part));
    let signed = parts.filter_map(|(place, part)| Some((place, part, part.signed()?)));
    let offer = |(place, part, at): (usize, &Assignment, kernel::Moment)| Offer {
        stem: format!("receipt-{place}"),
        kind: "papers-kind-receipt",
        about: vec![m.d.body(part.unit).to_owned()],
        day: Some(at.day()),
        paper: paper(m, part, at),
    };
    signed.map(offer).collect()
}

fn paper(m: &Matter<'_>, part: &Assignment, at: kernel::Moment) -> Paper {
    let t = |key: &str| ZH.t(key).into_owned();
    let signs = |fact: &Fact| matches!(fact, Fact::SignedFor { assignment, .. } if *assignment == part.id);
    let by = m.done_by(signs);
    let boxes = item(m, part)
        .pair(
            (&t("suggestions-column-assigned"), written(part.assigned.day())),
            (&t("papers-field-sign-by"), written(part.sign_by)),
        )
        .pair((&t("papers-field-signed-at"), at.to_string()), (&t("papers-field-signed-by"), by))
        .pair(
            (&t("suggestions-field-due"), written(part.due)),
            (&t("papers-field-in-time"), super::yes(Some(at.day() <= part.sign_by))),
        )
        .pair((&t("suggestions-column-responsible"), ""), (&t("suggestions-column-contact"), ""))
        .tall(&t("papers-field-seal"), "", 30);
    Paper { blocks: vec![boxes.done()], ..Paper::new(Layout::Form, &t("papers-receipt-title")) }
}
