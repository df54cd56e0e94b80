//! 答复函: one to each signer, in the layout of official letters (suggestions.md §9).

use kernel::PersonId;
use kit::paper::{Block, Close, Column, Imprint, Layout, Offer, Paper, points, written};
use suggestions_rules::{Assignment, Letter, Measure, Point, PointAnswer, Role, Round, Signature};

use super::{Matter, ZH};
use crate::Sight;

/// A letter that says this opens by itself.
pub(crate) const OPENING: &str = "收悉";
/// A line that ends so is the letter's own salutation.
const SALUTATION: &str = "代表：";

pub fn offers(m: &Matter<'_>) -> Vec<Offer> {
    let mut all = Vec::new();
    for (place, part) in m.parts().filter(|(_, part)| part.live()) {
        for round in part.rounds() {
            let (Some(letter), Some(signature)) = (round.letter(), round.signature()) else { continue };
            for (nth, signer) in
                m.d.suggestion.signers().into_iter().enumerate().filter(|(nth, who)| reads(m, *nth, *who))
            {
                let name = m.d.person(signer).to_owned();
                let about = vec![m.d.body(part.unit).to_owned(), round_said(round), name];
                all.push(Offer {
                    stem: format!("letter-{place}-{}-{}", round.ordinal, nth + 1),
                    kind: "papers-kind-letter",
                    about: about.into_iter().filter(|said| !said.is_empty()).collect(),
                    day: Some(signature.at.day()),
                    paper: paper(m, part, (letter, signature), signer),
                });
            }
        }
    }
    all
}

/// A deputy reads the letter addressed to that deputy, the public the one to the lead deputy.
pub(super) fn reads(m: &Matter<'_>, nth: usize, signer: PersonId) -> bool {
    match m.d.sight {
        Sight::Lead | Sight::Cosigner => m.me == Some(signer),
        Sight::Public => nth == 0,
        Sight::Office | Sight::Transfer | Sight::Unit(_) => true,
    }
}

/// Which round, where there is more than one.
pub fn round_said(round: &Round) -> String {
    if round.ordinal < 2 {
        return String::new();
    }
    ZH.tf("suggestions-reply-round", [("round", round.ordinal.to_string())]).into_owned()
}

fn paper(m: &Matter<'_>, part: &Assignment, (letter, signature): (&Letter, &Signature), signer: PersonId) -> Paper {
    let t = |key: &str, values: &[(&str, String)]| ZH.tf(key, values).into_owned();
    let unit = m.d.body(part.unit).to_owned();
    let publish = if letter.publish { "papers-publish-yes" } else { "papers-publish-no" };
    let class = t("suggestions-letter-class", &[("class", signature.class.clone())]);
    let title = t("papers-letter-title", &[("session", m.sitting()), ("number", m.number())]);
    let name = match m.d.person(signer) {
        "" => "××".to_owned(),
        name => name.to_owned(),
    };
    let opening = t("suggestions-letter-opening", &[("title", m.d.suggestion.sheet.title.clone())]);
    let opening = (!letter.body.as_str().contains(OPENING)).then(|| Block::text(opening));
    let head = m.d.account(signature.by);
    let head = (!head.is_empty()).then(|| t("papers-letter-head", &[("head", head.to_owned())]));
    let contact = t("papers-letter-contact", &[("contact", letter.contact.to_string())]);
    let responsible = letter.responsible.as_ref();
    let responsible = responsible.map(|who| t("papers-letter-responsible", &[("name", who.to_string())]));
    let note = head.into_iter().chain(responsible).chain([contact]).collect::<Vec<_>>().join("　");
    let date = written(signature.at.day());
    Paper {
        office: unit.clone(),
        number: letter.number.as_ref().map(ToString::to_string).unwrap_or_default(),
        mark: format!("{class}　{}", ZH.t(publish)),
        to: format!("{name}代表"),
        blocks: opening
            .into_iter()
            .chain(points(&said(letter.body.as_str()).join("\n")))
            .chain(answered(&letter.points))
            .collect(),
        close: Some(Close { signers: vec![unit], date }),
        note,
        imprint: Some(Imprint { copies: copies(m, part).join("，"), office: String::new(), printed: String::new() }),
        ..Paper::new(Layout::Letter, &title)
    }
}

/// What it answers to each request, as a table below the text.
fn answered(points: &[Point]) -> Vec<Block> {
    if points.is_empty() {
        return vec![];
    }
    let heads = [("number", 2), ("request", 7), ("answer", 8), ("owner", 5), ("due", 5), ("money", 5)];
    let columns =
        heads.map(|(head, width)| Column { title: ZH.t(&format!("papers-point-{head}")).into_owned(), width });
    let row = |(nth, point): (usize, &Point)| {
        let (answer, owner, due, money) = match &point.answer {
            PointAnswer::Measure(Measure { words, owner, due, money, .. }) => (
                words.to_string(),
                owner.to_string(),
                due.map(written).unwrap_or_default(),
                money.as_ref().map(ToString::to_string).unwrap_or_default(),
            ),
            PointAnswer::Reason(reason) => {
                let said = ZH.tf("papers-point-not", [("reason", reason.to_string())]).into_owned();
                (said, String::new(), String::new(), String::new())
            }
        };
        vec![(nth + 1).to_string(), point.request.to_string(), answer, owner, due, money]
    };
    let rows = points.iter().enumerate().map(row).collect();
    vec![Block::text(ZH.t("papers-points-opening")), Block::List { columns: columns.into(), rows }]
}

/// The congress's office, who split the government's share, and the units that helped.
fn copies(m: &Matter<'_>, part: &Assignment) -> Vec<String> {
    let helped = m.parts().filter(|(_, other)| other.live() && other.role == Role::Co && part.role == Role::Lead);
    let helped = helped.map(|(_, other)| m.d.body(other.unit).to_owned());
    std::iter::once(m.setting.issuer.clone()).chain(m.setting.transfers.iter().cloned()).chain(helped).collect()
}

/// The paragraphs of a letter, without a salutation: the paper has its own.
pub(crate) fn said(body: &str) -> Vec<String> {
    let said = body.lines().map(str::trim).filter(|line| !line.is_empty() && !line.ends_with(SALUTATION));
    said.map(str::to_owned).collect()
}
