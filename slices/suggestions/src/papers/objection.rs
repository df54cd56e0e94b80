//! 退办申请表, with the ruling on it (suggestions.md §3, §7).

use kit::paper::{Layout, Offer, Paper, written};
use suggestions_rules::{Assignment, Fact, Objection, Settled, Work};

use super::{Matter, ZH, item};

pub fn offers(m: &Matter<'_>) -> Vec<Offer> {
    let mut all = Vec::new();
    for (place, part) in m.parts().filter(|(_, part)| m.works_on(part)) {
        let lying = match &part.work {
            Work::Objecting { objection, .. } => Some((objection, None)),
            _ => None,
        };
        let settled = part.settled.iter().map(|settled| (&settled.objection, Some(settled)));
        for (nth, (objection, ruling)) in settled.chain(lying).enumerate() {
            all.push(Offer {
                stem: format!("objection-{place}-{}", nth + 1),
                kind: "papers-kind-objection",
                about: vec![m.d.body(part.unit).to_owned()],
                day: Some(objection.at.day()),
                paper: paper(m, part, objection, ruling),
            });
        }
    }
    all
}

fn paper(m: &Matter<'_>, part: &Assignment, objection: &Objection, ruling: Option<&Settled>) -> Paper {
    let t = |key: &str| ZH.t(key).into_owned();
    let next = ruling.and_then(|ruling| ruling.to).and_then(|to| m.parts().find(|(_, part)| part.id == to));
    let ruled = match (ruling, next) {
        (None, _) => String::new(),
        (Some(_), None) => t("papers-ruling-stays"),
        (Some(_), Some((_, next))) => {
            ZH.tf("papers-ruling-passed-on", [("unit", m.d.body(next.unit).to_owned())]).into_owned()
        }
    };
    let rules = |fact: &Fact| match fact {
        Fact::ObjectionRefused { assignment, reason, .. } | Fact::PassedOn { assignment, reason, .. } => {
            *assignment == part.id && ruling.is_some_and(|ruling| ruling.reason == *reason)
        }
        _ => false,
    };
    let objects = |fact: &Fact| matches!(fact, Fact::Objected { assignment, reason, .. } if *assignment == part.id && *reason == objection.reason);
    let basis = objection.basis.map_or("", |basis| m.d.words(basis));
    let words = ruling.map(|ruling| m.d.words(ruling.reason).to_owned()).unwrap_or_default();
    let boxes = item(m, part)
        .pair(
            (&t("suggestions-column-assigned"), written(part.assigned.day())),
            (&t("papers-field-asked-on"), written(objection.at.day())),
        )
        .tall(&t("papers-field-objection-reason"), m.d.words(objection.reason), 45)
        .tall(&t("papers-field-duty-basis"), basis, 20)
        .line(&t("suggestions-field-proposed"), m.d.body(objection.proposed))
        .pair((&t("papers-field-applicant"), m.done_by(objects)), (&t("papers-field-unit-seal"), ""))
        .pair((&t("papers-field-ruling"), ruled), (&t("papers-field-ruling-by"), written(objection.rule_by)))
        .tall(&t("papers-field-ruling-reason"), words, 35)
        .pair(
            (&t("papers-field-ruler"), m.done_by(rules)),
            (&t("papers-field-ruled-on"), ruling.map(|ruling| written(ruling.at.day())).unwrap_or_default()),
        );
    Paper { blocks: vec![boxes.done()], ..Paper::new(Layout::Form, &t("papers-objection-title")) }
}
