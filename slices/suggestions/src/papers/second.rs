//! 二次答复函: one to each signer, when what was promised came due (suggestions.md §11.4, §14).

use kernel::PersonId;
use kit::paper::{Block, Close, Imprint, Layout, Offer, Paper, points, written};
use suggestions_rules::{Assignment, Promise, SecondReply};

use super::{
    Matter, ZH,
    letter::{reads, said},
};

pub fn offers(m: &Matter<'_>) -> Vec<Offer> {
    let mut all = Vec::new();
    for (place, part) in m.parts() {
        let of_part = m.d.promises.iter().filter(|promise| promise.assignment == part.id);
        for (at, promise) in of_part.enumerate() {
            let Some(reply) = promise.reply().filter(|reply| !m.d.words(reply.words).is_empty()) else { continue };
            for (nth, signer) in
                m.d.suggestion.signers().into_iter().enumerate().filter(|(nth, who)| reads(m, *nth, *who))
            {
                let about = vec![m.d.body(part.unit).to_owned(), m.d.person(signer).to_owned()];
                all.push(Offer {
                    stem: format!("second-{place}-{}-{}", at + 1, nth + 1),
                    kind: "papers-kind-second",
                    about: about.into_iter().filter(|said| !said.is_empty()).collect(),
                    day: Some(reply.at.day()),
                    paper: paper(m, part, (promise, reply), signer),
                });
            }
        }
    }
    all
}

fn paper(m: &Matter<'_>, part: &Assignment, (promise, reply): (&Promise, &SecondReply), signer: PersonId) -> Paper {
    let t = |key: &str, values: &[(&str, String)]| ZH.tf(key, values).into_owned();
    let unit = m.d.body(part.unit).to_owned();
    let name = match m.d.person(signer) {
        "" => "××".to_owned(),
        name => name.to_owned(),
    };
    let opening = [
        ("title", m.d.suggestion.sheet.title.clone()),
        ("promise", promise.words.to_string()),
        ("due", written(promise.due)),
    ];
    let head = m.d.account(reply.by);
    let head = (!head.is_empty()).then(|| t("papers-letter-head", &[("head", head.to_owned())]));
    let letter = part.rounds().find(|round| round.ordinal == promise.round).and_then(|round| round.letter());
    let contact = letter.map(|letter| t("papers-letter-contact", &[("contact", letter.contact.to_string())]));
    Paper {
        office: unit.clone(),
        mark: t("suggestions-letter-class", &[("class", reply.class.clone())]),
        to: format!("{name}代表"),
        blocks: std::iter::once(Block::text(t("papers-second-opening", &opening)))
            .chain(points(&said(m.d.words(reply.words)).join("\n")))
            .collect(),
        close: Some(Close { signers: vec![unit], date: written(reply.at.day()) }),
        note: head.into_iter().chain(contact).collect::<Vec<_>>().join("　"),
        imprint: Some(Imprint { copies: m.setting.issuer.clone(), office: String::new(), printed: String::new() }),
        ..Paper::new(Layout::Letter, &t("papers-second-title", &[("session", m.sitting()), ("number", m.number())]))
    }
}
