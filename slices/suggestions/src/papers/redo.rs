//! 重新办理通知单: why a reply is not accepted, and by when the next one is due (suggestions.md §10, §14).

use kit::paper::{Close, Layout, Offer, Paper, written};
use suggestions_rules::{Assignment, Fact, Round};

use super::{Matter, ZH, item};

pub fn offers(m: &Matter<'_>) -> Vec<Offer> {
    let mut all = Vec::new();
    for (place, part) in m.parts().filter(|(_, part)| m.works_on(part)) {
        let rounds: Vec<&Round> = part.rounds().collect();
        for pair in rounds.windows(2) {
            let [before, round] = pair else { continue };
            all.push(Offer {
                stem: format!("redo-{place}-{}", round.ordinal),
                kind: "papers-kind-redo",
                about: vec![m.d.body(part.unit).to_owned()],
                day: Some(round.opened.day()),
                paper: paper(m, part, before, round),
            });
        }
    }
    all
}

fn paper(m: &Matter<'_>, part: &Assignment, before: &Round, round: &Round) -> Paper {
    let t = |key: &str| ZH.t(key).into_owned();
    let number = before.letter().and_then(|letter| letter.number.as_ref()).map(ToString::to_string).unwrap_or_default();
    let ordered = m.d.history.iter().find_map(|happened| match &happened.fact {
        Fact::RedoOrdered { assignment, round: nth, reason, .. } if (*assignment, *nth) == (part.id, round.ordinal) => {
            Some(m.d.words(*reason).to_owned())
        }
        _ => None,
    });
    let boxes = item(m, part)
        .pair((&t("papers-field-round"), round.ordinal.to_string()), (&t("papers-field-letter-before"), number))
        .tall(&t("papers-field-dissatisfied"), dissatisfied(m, before).join("\n"), 50)
        .tall(&t("papers-field-demand"), ordered.unwrap_or_default(), 40)
        .pair(
            (&t("papers-field-ordered-on"), written(round.opened.day())),
            (&t("papers-field-redo-by"), written(round.due)),
        )
        .pair((&t("suggestions-column-responsible"), ""), (&t("suggestions-column-contact"), ""))
        .line(&t("papers-field-signed-by-head"), t("papers-redo-head"));
    let signers = vec![m.setting.issuer.clone()];
    let close = Some(Close { signers, date: written(round.opened.day()) });
    Paper { blocks: vec![boxes.done()], close, ..Paper::new(Layout::Form, &t("papers-redo-title")) }
}

/// Who was dissatisfied with what, and why, as far as this visitor may know it.
fn dissatisfied(m: &Matter<'_>, round: &Round) -> Vec<String> {
    let told = round.deliveries().iter().filter_map(|delivery| Some((delivery.signer, delivery.judgement?)));
    let told = told.filter(|(_, judgement)| judgement.dissatisfied());
    let say = |(signer, judgement): (kernel::PersonId, suggestions_rules::Judgement)| {
        let score = |score: suggestions_rules::Score| ZH.t(&format!("suggestions-score-{}", score.word())).into_owned();
        let values = [
            ("name", m.d.person(signer).to_owned()),
            ("process", score(judgement.process)),
            ("result", score(judgement.result)),
            ("reason", judgement.reason.map(|reason| m.d.words(reason).to_owned()).unwrap_or_default()),
        ];
        ZH.tf("papers-redo-deputy", values).into_owned()
    };
    told.map(say).collect()
}
